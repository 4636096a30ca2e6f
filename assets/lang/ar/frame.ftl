### ما يحيط بكل صفحة

nav-places = الأماكن
nav-home = الرئيسية
nav-everyone = الجميع
nav-groups = المجموعات
nav-people = الأشخاص
nav-chat = الدردشة
nav-notices = الإشعارات
nav-search = بحث
nav-desk = المكتب
nav-admin = الإدارة
nav-audit = السجل
nav-help = مساعدة
nav-settings = الإعدادات
nav-my-page = صفحتي
nav-write = اكتب منشورًا
nav-menu-of = قائمتك، { $name }
nav-skip = انتقل إلى المحتوى
nav-sign-out = تسجيل الخروج
nav-sign-in = تسجيل الدخول
nav-unread = { $count ->
    [zero] لا إشعارات جديدة
    [one] إشعار جديد واحد
    [two] إشعاران جديدان
    [few] { $count } إشعارات جديدة
    [many] { $count } إشعارًا جديدًا
   *[other] { $count } إشعار جديد
}
nav-search-hint = ابحث

supervised-sign = تحت الإشراف
supervised-about = تحت الإشراف: من يرى ماذا

foot-who-sees = من يمكنه رؤية هذا؟
foot-need-help = أحتاج إلى مساعدة

live-away = لا يوجد اتصال. ستظهر الأشياء الجديدة عند عودته.
live-new-posts = { $count ->
    [zero] لا منشورات جديدة
    [one] منشور جديد واحد
    [two] منشوران جديدان
    [few] { $count } منشورات جديدة
    [many] { $count } منشورًا جديدًا
   *[other] { $count } منشور جديد
}
live-more-posts = أكثر من { $count } منشورًا جديدًا

pager-pages = الصفحات
pager-newer = الأحدث
pager-older = الأقدم

form-problems = يرجى مراجعة ما يلي
form-optional = غير ضروري
form-leave = لم يُرسَل ما كتبته بعد. هل تريد مغادرة هذه الصفحة؟
form-choose-file = اختر ملفًا

composer-write = ماذا تريد أن تقول؟
composer-text = منشورك
composer-photos = أضف صورًا
composer-post = انشر
composer-who = من سيراه؟
composer-change = تغيير
composer-alt = صِفها لمن لا يستطيع رؤيتها
composer-describe-later = بعد النشر يمكنك أن تقول ما يظهر في صورك، لمن لا يستطيع رؤيتها.
composer-remove-photo = أزل الصورة
composer-sending = جارٍ إرسال الصور
composer-not-photo = لا يمكن إضافة غير الصور هنا.
composer-too-large = «%name%» كبيرة جدًا.
composer-too-many = { $count ->
    [zero] لا مكان للصور في المنشور.
    [one] لا يتسع المنشور إلا لصورة واحدة.
    [two] لا يتسع المنشور إلا لصورتين.
    [few] لا يتسع المنشور لأكثر من { $count } صور.
    [many] لا يتسع المنشور لأكثر من { $count } صورة.
   *[other] لا يتسع المنشور لأكثر من { $count } صورة.
}
composer-no-network = تعذّر الإرسال لعدم وجود اتصال. لم يضِع شيء. حاول مرة أخرى.
composer-not-taken = تعذّر الإرسال. لم يضِع شيء. حاول مرة أخرى.

photos-more = { $count ->
    [zero] لا صور أخرى
    [one] صورة أخرى
    [two] صورتان أخريان
    [few] { $count } صور أخرى
    [many] { $count } صورة أخرى
   *[other] { $count } صورة أخرى
}
photos-open = افتح الصورة { $number }
photos-describe = { $count ->
    [zero] صِف الصور
    [one] صِف الصورة
    [two] صِف الصورتين
    [few] صِف الصور
    [many] صِف الصور
   *[other] صِف الصور
}
photos-describe-title = ما يظهر في صورك
photos-describe-about = قل في كلمات قليلة ما يظهر في كل صورة. تُقرأ كلماتك على من لا يستطيع رؤيتها.
photos-describe-one = صِف الصورة { $number }
photos-described = وصف الصورة { $number }
