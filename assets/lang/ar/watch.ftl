### قواعد الكلمات: ما يقرؤه الكاتب منها، والمكتب، ومحرر الموظفين.

problem-watched = طابقت قاعدة كلمات في هذا المكان: { $words }. نصك ما زال هنا: غيّره وأرسله من جديد.
problem-watched-here = طابقت قاعدة كلمات في هذا المكان: { $words }. لا يمكن أن تنتظر الموظفين هنا: اختر كلمات أخرى.
problem-rule-there = توجد قاعدة كهذه من قبل. غيّر تلك.
problem-pattern-star = توضع * في بداية الكلمة أو العبارة أو نهايتها فقط.
problem-pattern-words = هذه عدة كلمات: اختر «عبارة».
problem-pattern-one-word = في العبارة كلمتان على الأقل.
problem-pattern-few-letters = ما يُبحث عنه داخل الكلمات يحتاج إلى أربعة أحرف على الأقل.
act-watch-add = أنشأ قاعدة كلمات
act-watch-edit = غيّر قاعدة كلمات
act-watch-remove = أزال قاعدة كلمات
act-watch-import = أدخل قواعد كلمات من قائمة
act-watch-export = أخرج قواعد الكلمات في ملف
act-watch-refuse = كتب شيئًا لم تسمح به قاعدة كلمات
act-watch-judge = قال هل أصابت قاعدة كلمات
act-watch-close = أغلق ما أظهرته قاعدة كلمات
watch-help-title = لست وحدك
watch-help-words = إذا كان هناك ما يثقل عليك، فإن { $staff } موجودون للاستماع. وقد أُرسل ما كتبته كما هو.
watch-help-ask = أخبر { $staff }
watch-censored = طابقت قاعدة كلمات. يرى الآخرون ■ مكان جزء منه.
watch-possible = تطابق محتمل
watch-case-help = قد يحتاج إلى مساعدة
watch-case-block = لم يُقبل
watch-case-hold = أوقفته قاعدة كلمات
watch-case-flag = طابقت قاعدة كلمات
watch-hits-title = الكلمات المطابقة
watch-hit-rule = القاعدة: { $pattern }
watch-judge = هل أصابت القاعدة في «{ $words }»؟
watch-right = صواب
watch-wrong = خطأ
watch-harmless = بلا ضرر
watch-about-help = وصل كما هو، وعُرض على كاتبه مع من يتحدث. لا يرى هذا إلا من يتولى الحماية.
watch-about-block = لم يُقبل، ولم يره أحد آخر.
watch-about-flag = يمكن رؤيته. لا يوجد هنا ما يُتخذ قرار بشأنه: تحدث مع كاتبه ثم أغلق هذا.
watch-surface-post = منشور
watch-surface-comment = تعليق
watch-surface-message = رسالة
watch-surface-caption = شرح صورة
watch-surface-alt = وصف صورة
watch-surface-poll = استطلاع
watch-surface-album = ألبوم
watch-surface-group = مجموعة
watch-surface-name = الاسم الظاهر
watch-surface-profile = ملف شخصي
watch-surface-hashtag = وسم
watch-surface-file = ملف
watch-surface-event = موعد
watch-surface-announcement = إعلان
watch-surface-talk = اسم محادثة
watch-title = قواعد الكلمات
watch-title-about = كلمات لا تُقبل أو تنتظر أو يُنظر فيها
watch-about = يمكن للقاعدة أن تخفي أو توقف أو تعرض شيئًا على الموظفين، لكنها لا تعاقب أبدًا. وما يكتبه الموظفون يُعرض على الموظفين فقط.
watch-uncover = أظهر الكلمة
watch-new = قاعدة جديدة
watch-edit = تغيير القاعدة
watch-change = تغيير
watch-empty = لا قواعد بعد
watch-empty-words = اكتب الأولى وجرّبها على نص قبل حفظها.
watch-none = لا قاعدة مناسبة
watch-none-words = اختر مرشحات أقل.
watch-every = الكل
watch-on = مفعّلة
watch-off = معطّلة
watch-ended = انتهت
watch-filter = ترشيح
watch-find = جزء من الكلمة
watch-language = اللغة، مثل ar
watch-state = الحالة
watch-show = عرض
watch-switch-on = تفعيل
watch-switch-off = تعطيل
watch-pattern = كلمة أو عبارة
watch-pattern-hint = لا فرق بين الأحرف الكبيرة والصغيرة ولا بين الأحرف المتشابهة. علامة * في الطرف تعني أحرفًا أخرى.
watch-kind = كيف يُبحث عنها
watch-kind-word = كلمة
watch-kind-word-hint = ككلمة قائمة بذاتها فقط، لا داخل كلمة أخرى.
watch-kind-phrase = عبارة
watch-kind-phrase-hint = عدة كلمات متتالية بينها فراغ أو علامة.
watch-kind-prefix = بداية كلمة
watch-kind-prefix-hint = كل كلمة تبدأ هكذا.
watch-kind-anywhere = في أي مكان
watch-kind-anywhere-hint = داخل كلمات أخرى أيضًا. تحتاج إلى أربعة أحرف؛ اذكر الاستثناءات.
watch-action = ما يتبع
watch-action-block = عدم قبوله
watch-action-block-hint = يعود النموذج إلى الكاتب مع كل كلمة مطابقة.
watch-action-hold = أن ينتظر
watch-action-hold-hint = لا يراه إلا كاتبه حتى يسمح به الموظفون.
watch-action-flag = عرضه على الموظفين
watch-action-flag-hint = يمكن رؤيته، وينظر فيه المكتب.
watch-action-censor = تغطية الكلمة
watch-action-censor-hint = يرى الآخرون ■ لكل حرف، ويرى الكاتب نصه.
watch-action-help = عرض المساعدة
watch-action-help-hint = يصل. يقرأ الكاتب مع من يتحدث، ويُبلَّغ من يتولى الحماية.
watch-severity = الخطورة
watch-severity-1 = للعلم
watch-severity-2 = مقلق
watch-severity-3 = عاجل
watch-category = الموضوع
watch-category-bullying = تنمر
watch-category-threats = تهديد
watch-category-self-harm = إيذاء النفس
watch-category-drugs = مخدرات
watch-category-weapons = أسلحة
watch-category-sexual = جنسي
watch-category-other = غير ذلك
watch-exceptions = استثناءات
watch-exceptions-hint = واحد في كل سطر، 50 على الأكثر: ما يطابق داخلها يُترك.
watch-surfaces = أين
watch-surfaces-hint = عدم اختيار شيء يعني كل مكان.
watch-languages = اللغات
watch-languages-hint = للتنظيم فقط، مثل ar, en.
watch-until = آخر يوم
watch-until-hint = بعده لا تفعل القاعدة شيئًا.
watch-note = ملاحظة
watch-note-hint = سبب وجود القاعدة. يقرؤها الموظفون فقط.
watch-enabled = القاعدة مفعّلة
watch-try = جرّبها على نص
watch-try-hint = لا يُحفظ منه شيء.
watch-try-it = جرّب
watch-tried = ما سيطابق
watch-remove = إزالة القاعدة
watch-count = { $count ->
    [0] لا قواعد
    [one] قاعدة واحدة في المجموع
    [two] قاعدتان في المجموع
    [few] { $count } قواعد في المجموع
    [many] { $count } قاعدة في المجموع
   *[other] { $count } قاعدة في المجموع
}
watch-exceptions-count = { $count ->
    [0] لا استثناءات
    [one] استثناء واحد
    [two] استثناءان
    [few] { $count } استثناءات
    [many] { $count } استثناءً
   *[other] { $count } استثناءً
}
watch-tried-exact = { $count ->
    [0] لا تطابق.
    [one] تطابق واحد.
    [two] تطابقان.
    [few] { $count } تطابقات.
    [many] { $count } تطابقًا.
   *[other] { $count } تطابقًا.
}
watch-tried-possible = { $count ->
    [0] لا تطابق محتمل.
    [one] تطابق محتمل واحد.
    [two] تطابقان محتملان.
    [few] { $count } تطابقات محتملة.
    [many] { $count } تطابقًا محتملًا.
   *[other] { $count } تطابقًا محتملًا.
}
watch-table = الجداول والقوائم
watch-starters = قوائم تأتي مع الجهاز
watch-starters-about = عن التنمر والتهديد وإيذاء النفس والمخدرات والأسلحة والكلمات الجنسية. تأتي معطّلة: اقرأها وغيّرها وفعّل ما يناسب داركم. وما هو موجود يبقى كما هو.
watch-table-in = إدخال جدول
watch-table-about = قيم تفصلها فواصل بهذه الأعمدة؛ وتُفصل الاستثناءات بعلامة |. القاعدة الموجودة تتغير. وعند أي خطأ لا يُدخل شيء.
watch-table-file = ملف
watch-table-file-hint = بترميز UTF-8، حتى { $mib } ميغابايت.
watch-table-pasted = أو الصقه هنا
watch-table-enabled = تفعيل القواعد الجديدة فورًا
watch-table-take = إدخال
watch-table-out = إخراج كل القواعد
watch-table-out-about = يحتوي الملف على الكلمات كما هي. ويُسجَّل أنه أُنشئ.
watch-table-line = السطر { $line }:
watch-past = آخر 30 يومًا
watch-past-about = نُظر فقط في ما يمكنك رؤيته للجميع وللمجموعات: لا محادثات خاصة ولا ما هو لقلة.
watch-past-save = لم يُحفظ شيء بعد. اضغط حفظ مرة أخرى إذا كان هذا ما تريد.
watch-worth = مطابقاتها
watch-worth-hits = المطابقات في 7 و30 و90 يومًا: { $week }، { $month }، { $quarter }
watch-worth-judged = رأى الموظفون { $right } من { $judged } صوابًا، و{ $wrong } خطأ، و{ $harmless } بلا ضرر.
watch-worth-end = أقل من واحدة من كل عشر مطابقات كانت صوابًا. فكّر في إنهاء هذه القاعدة.
watch-seldom-right = نادرًا ما تصيب
watch-past-count = { $count ->
    [0] ما كانت ستطابق شيئًا.
    [one] كانت ستطابق في نص واحد.
    [two] كانت ستطابق في نصين.
    [few] كانت ستطابق في { $count } نصوص.
    [many] كانت ستطابق في { $count } نصًا.
   *[other] كانت ستطابق في { $count } نصًا.
}
watch-past-looked = { $count ->
    [0] لم يُنظر في شيء.
    [one] نُظر في نص واحد.
    [two] نُظر في نصين.
    [few] نُظر في { $count } نصوص.
    [many] نُظر في { $count } نصًا.
   *[other] نُظر في { $count } نصًا.
}
