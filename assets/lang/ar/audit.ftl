### سجل كل ما يُفعل.

audit-about = كل ما يُفعل هنا مكتوب في هذا السجل. وإذا غيّر أحد سطرًا أو أزاله لاحقًا ظهر ذلك عند التحقق.
audit-head = أحدث قيد: { $seq }. بصمته:
audit-empty-head = لا قيود بعد.
audit-verify = يمكن للموظفين عند الصندوق التحقق من السجل كله بهذا الأمر، ومقارنة البصمة:
audit-who = من
audit-who-hint = اسم الدخول، أو # ورقم؛ ‎#0 هو الصندوق
audit-act = ما حدث
audit-any = أي شيء
audit-kind = نوع الشيء
audit-item = رقمه
audit-from = من يوم
audit-until = حتى يوم
audit-filter = عرض
audit-all = عرض الكل
audit-export = استخراج كملف (CSV)
audit-export-about = { $rows ->
    [zero] لا أسطر. والاستخراج نفسه يُكتب في السجل.
    [one] سطر واحد على الأكثر، وهو أحدث ما يطابق. والاستخراج نفسه يُكتب في السجل.
    [two] سطران على الأكثر، وهما أحدث ما يطابق. والاستخراج نفسه يُكتب في السجل.
    [few] { $rows } أسطر على الأكثر، وهي أحدث ما يطابق. والاستخراج نفسه يُكتب في السجل.
    [many] { $rows } سطرًا على الأكثر، وهي أحدث ما يطابق. والاستخراج نفسه يُكتب في السجل.
   *[other] { $rows } سطر على الأكثر، وهي أحدث ما يطابق. والاستخراج نفسه يُكتب في السجل.
}
audit-none = لا قيد يطابق
audit-none-words = اطلب أقل، أو اعرض الكل.
audit-number = رقم
audit-time = الوقت
audit-role = الدور
audit-device = الجهاز
audit-thing = عن
audit-reason = السبب
audit-reason-code = السبب بكلمة
audit-hash = البصمة
audit-before-hash = بصمة النص قبل التغيير
audit-after-hash = بصمة النص بعد التغيير
audit-prev-hash = بصمة القيد السابق
audit-boot = تشغيل الصندوق
audit-monotonic = أجزاء الألف من الثانية منذ ذلك التشغيل
audit-the-box = الصندوق
audit-stranger = شخص لم يسجّل الدخول
audit-account-number = الحساب { $number }
audit-entry = القيد { $seq }
audit-entry-table = قيود السجل
audit-trust = مدى الثقة بالوقت
audit-trust-none = ساعة لم تُراجَع
audit-trust-carried = ساعة مستمرة من قبل
audit-trust-rtc = ساعة الصندوق
audit-trust-lan-ntp = ساعة الشبكة
audit-trust-supervisor = ساعة ضبطها الموظفون
audit-kind-post = منشور
audit-kind-comment = تعليق
audit-kind-photo = صورة
audit-kind-account = حساب
audit-kind-group = مجموعة
audit-kind-report = بلاغ
audit-kind-aspect = جانب

## ما حدث، بعد الاسم. اسم الفعل لا الفعل، فيصلح للجميع.

act-site-claim = استلام الصندوق
act-site-rules = تغيير قواعد الموقع
act-site-freeze = إيقاف الكتابة كلها
act-site-unfreeze = السماح بالكتابة من جديد
act-retention-run = حذف ما حُفظ مدة كافية
act-retention-confirm = السماح بحذف أكثر من المعتاد
act-retention-note = تسجيل تقدم الحذف
act-hold-begin = بدء حجز قانوني
act-hold-review = النظر من جديد في حجز قانوني
act-hold-end = إنهاء حجز قانوني
act-charter-publish = نشر إعلام الدار
act-charter-read = قراءة إعلام الدار
act-charter-export = إخراج قائمة من قرأ إعلام الدار
act-site-hours = تغيير ساعات الاستخدام
act-site-clock = تأكيد ساعة الجهاز
act-session-begin = تسجيل الدخول
act-session-refuse = رفض تسجيل الدخول
act-session-end = تسجيل الخروج أو إنهاء دخول
act-session-note = استخدام دخول قائم
act-account-add = إنشاء حساب
act-account-add-many = إنشاء حسابات من قائمة
act-account-edit = تغيير حساب
act-account-standing = تغيير ما يُسمح به لحساب
act-account-duties = تغيير ما يُعهد به إلى شخص
act-account-reset = إنشاء كلمة مرور جديدة لمرة واحدة
act-account-choose-password = اختيار كلمة مرور
act-account-preferences = تغيير مظهر الصفحات
act-profile-edit = تغيير الملف الشخصي
act-group-add = إنشاء مجموعة
act-group-edit = تغيير مجموعة
act-group-member-add = إضافة شخص إلى مجموعة
act-group-member-remove = إخراج شخص من مجموعة
act-contact-add = بدء المشاركة مع شخص
act-contact-remove = إيقاف المشاركة مع شخص
act-aspect-edit = تغيير جانب
act-aspect-remove = حذف جانب
act-block-add = حظر شخص
act-block-remove = إلغاء حظر
act-post-add = نشر منشور
act-post-edit = تغيير منشور
act-post-remove = حذف منشور
act-comment-add = كتابة تعليق
act-post-narrow = تقليل من يرى منشورًا
act-post-lock = إغلاق التعليقات تحت منشور
act-post-pin = تثبيت منشور
act-post-unpin = إزالة تثبيت منشور
act-post-unlock = فتح التعليقات تحت منشور
act-post-follow = اختيار إشعارات منشور
act-comment-edit = تغيير تعليق
act-comment-remove = حذف تعليق
act-photo-edit = تغيير وصف صورة
act-reaction-set = تفاعل
act-reaction-clear = سحب تفاعل
act-poll-vote = تصويت
act-report-add = إبلاغ الموظفين عن شيء
act-case-claim = فتح حالة لينظر فيها
act-item-undo = تراجع عن قراره الأخير
act-case-alone = قرر مع أن الأمر له: لم يكن أحد غيره يستطيع
act-report-close = إغلاق بلاغ دون إزالة شيء
act-item-staff-remove = إزالة شيء بقرار من الموظفين
act-item-staff-restore = إعادة شيء
act-item-release = السماح برؤية شيء
act-audit-export = استخراج جزء من هذا السجل كملف
act-notice-read = قراءة الإشعارات
act-box-start = بدء التشغيل
act-box-upkeep = العمل من سطر أوامر الصندوق نفسه
act-post-hide = إخفاء منشور عن نفسه
act-post-unhide = إعادة إظهار منشور مخفي
act-tag-follow = متابعة وسم أو تركه
audit-kind-album = ألبوم
act-album-add = أنشأ ألبومًا
act-album-edit = غيّر ألبومًا
act-album-remove = أزال ألبومًا
act-photo-add = وضع صورًا في ألبوم
act-photo-move = نقل صورة
act-photo-remove = أزال صورة

## التصفية والملفات

audit-case = الحالة
audit-export-lines = استخراج للبرامج (JSON سطرًا سطرًا)
audit-all-of = { $group }: الكل
audit-stopped = نظرت هذه الصفحة في القيود ({ $count }) حتى الرقم { $seq }. وقد يطابق غيرها بعد ذلك: انتقل إلى الصفحة التالية.
audit-group-sign-in = الدخول والخروج
audit-group-accounts = الحسابات
audit-group-groups = المجموعات
audit-group-ties = جهات الاتصال والحظر والمتابعة
audit-group-posts = المنشورات والتعليقات والصور
audit-group-board = الإعلانات والفعاليات والملفات
audit-group-talk = المحادثات
audit-group-staff = البلاغات والقرارات
audit-group-readings = الاطلاع على المحادثات الخاصة
audit-group-record = هذا السجل
audit-group-box = الصندوق وقواعده
audit-group-other = أفعال أخرى
