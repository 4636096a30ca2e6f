### مكتب الموظفين: ما ينتظر، والحالة الواحدة، وما تقرر.

desk-open = مفتوحة
desk-done = منتهية
desk-empty = لا شيء ينتظر
desk-empty-words = ستظهر هنا البلاغات وما ينتظر السماح برؤيته.
desk-done-empty = لا قرارات بعد
desk-done-empty-words = ما يقرره الموظفون سيظهر هنا، والأحدث أولًا.
desk-first-page = إلى الصفحة الأولى
desk-somebody = شخص غادر
desk-post = منشور
desk-comment = تعليق
desk-photo = صورة
desk-person = شخص
desk-photos = { $count ->
    [0] (بلا كلمات)
    [one] صورة واحدة
    [two] صورتان
    [few] { $count } صور
    [many] { $count } صورة
   *[other] { $count } صورة
}
desk-waits = ينتظر السماح برؤيته
desk-reports = { $count ->
    [zero] لا بلاغات
    [one] بلاغ واحد
    [two] بلاغان
    [few] { $count } بلاغات
    [many] { $count } بلاغًا
   *[other] { $count } بلاغ
}
desk-show-photo = عرض الصورة
desk-photo-described = الوصف: { $words }
desk-by = من { $name }
desk-was-removed = أُزيل
desk-was-restored = أُعيد
desk-was-released = سُمح به
desk-was-kept = أُبقي
desk-is-shown = يمكن رؤيته
desk-author-removed = حذفه صاحبه
desk-removed-before = { $count ->
    [0] لم يُزَل له شيء من قبل
    [one] أُزيل له شيء واحد من قبل
    [two] أُزيل له شيئان من قبل
    [few] أُزيل له { $count } أشياء من قبل
    [many] أُزيل له { $count } شيئًا من قبل
   *[other] أُزيل له { $count } شيء من قبل
}
desk-account = الحساب
desk-see-in-place = رؤيته في مكانه
desk-own = هذا لك. يقرر فيه شخص آخر.
desk-own-person = هذا عنك. يتولاه شخص آخر.
desk-own-alone = هذا لك، ولا أحد غيرك هنا يستطيع أن يقرر. لذلك يمكنك ذلك.
desk-alone-marked = يُوسم في السجل ويُعدّ في ورقة اليوم.
desk-alone = لم يكن أحد غيره يستطيع أن يقرر
desk-by-another = يقرر هذا شخص آخر
desk-reports-title = البلاغات
desk-no-reports = لم يُبلغ عنه أحد.
desk-reporter-kept = الاسم محجوب: البلاغ عنك
desk-closed = مغلق
desk-decisions = القرارات
desk-context = ما حوله
desk-no-context = لا شيء حوله.
desk-keep = إبقاء
desk-release = السماح برؤيته
desk-restore = إعادة
desk-remove = إزالة
desk-next = التالي
desk-reason = سبب الإزالة
desk-choose-reason = اختر…
desk-note = ملاحظة: يقرؤها صاحبه، إلا بعد «إبقاء»
desk-person-note = ما فعلته
desk-told = ما يُقال لمن أبلغ عنه
desk-told-nothing = لم يلزم شيء آخر
desk-told-acted = فُعل شيء بشأنه
desk-told-since = يُقال لمن أبلغ إن شيئًا فُعل، لأن شيئًا قيل أو وُضع في هذه الأثناء؛ لا ما هو.
desk-told-cared = يُقال لمن قلق إنكم تعتنون بالأمر؛ لا ما تفعلون.
desk-close = إغلاق
desk-keys = المفاتيح:
desk-key-approve = إبقاء أو سماح أو إعادة
desk-album = ألبوم
desk-lists = القوائم
desk-urgent = عاجل
desk-mine = ما أعمل عليه
desk-groups = مجموعاتي
desk-oldest = حسب الموعد
desk-empty-list = لا شيء في هذه القائمة الآن.
desk-overdue = فات موعده
desk-due = يُبتّ فيه قبل { $moment }
desk-looks = { $name } ينظر في هذا
desk-looks-until = { $name } ينظر في هذا حتى { $time }. بعد ذلك يمكنك أن تتولاه. وما لا يحتمل الانتظار يمكنك البت فيه الآن.
desk-worry = قلق على شخص

# متى يُبتّ في الحالات
due-urgent = يُبتّ في الحالات العاجلة خلال
due-urgent-hint = التهديدات والقلق على شخص وطلبات المساعدة. وما فات موعده يصل أيضًا إلى أصحاب المهمة الأخرى: الحماية أو المكتب.
due-held = ما ينتظر الظهور، خلال
due-other = كل ما عدا ذلك، خلال
due-other-hint = يسري هذا على الحالات التي تأتي من الآن.
due-hours = { $count ->
    [zero] { $count } ساعة
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}

desk-several = البت في عدة حالات
desk-several-about = ضع علامة على ما يصلح له القرار نفسه. يُطبَّق على كل واحد منفردًا، بقيد خاص به في السجل؛ وما لا يناسبه يبقى كما هو.
desk-tick = اختر: { $what }
desk-undo = تراجع عن قرارك الأخير: { $decision }

# كم حالة بُتّ فيها في موعدها
coverage-title = التغطية
coverage-about = كم حالة من الأسابيع الاثني عشر الأخيرة بُتّ فيها في موعدها. لا يُحسب ما سحبه صاحبه، ولا ما فعله الموظفون حيث لم يكن شيء ينتظر.
coverage-by-week = حسب الأسبوع
coverage-by-sort = حسب النوع
coverage-none = لم يُبتّ في أي حالة في هذه الأسابيع.
coverage-numbers = الأرقام
coverage-week = الأسبوع من
coverage-sort = النوع
coverage-in-time = في موعدها
coverage-late = متأخرة
coverage-share = نسبة ما في موعده
coverage-percent = { $percent }٪
coverage-open = مفتوحة الآن
coverage-oldest = أقدم مفتوحة
coverage-items = أشياء صنعها الناس
coverage-people = بلاغات عن أشخاص
coverage-worry = قلق على شخص
coverage-words = كلمات مرفوضة
coverage-help = طلبات نجدة
coverage-appeals = اعتراضات
