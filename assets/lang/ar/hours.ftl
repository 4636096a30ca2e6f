### ساعات الاستخدام: متى يستطيع الأعضاء الدخول، وساعة الجهاز.

hours-title = ساعات الاستخدام
hours-entry-about = متى يستطيع الأعضاء الدخول، للجميع وحسب المجموعة، وساعة الجهاز.
hours-about = خارج هذه الساعات يجد الأعضاء صفحة تقول متى يُفتح المكان من جديد. تبقى إمكانية تسجيل الدخول والخروج وطلب المساعدة. ويستطيع الموظفون الدخول دائما. ومن كان في عدة مجموعات يدخل عندما تستطيع إحداها.
hours-site = الجميع
hours-none = يستطيع الأعضاء الدخول في أي وقت.
hours-set = تحديد الساعات
hours-group = ساعات مجموعة
hours-which = المجموعة
hours-which-hint = يتبع أعضاؤها ساعاتها لا ساعات الجميع.
hours-how = لكل يوم أوقات الفتح: 8:00-12:00, 13:00-15:30. اليوم الفارغ مغلق. ‏20:00-02:00 يمتد بعد منتصف الليل، و0:00-24:00 هو اليوم كله.
hours-otherwise = أيام مختلفة
hours-otherwise-hint = يوم في كل سطر: 2026-12-24 مغلق طوال اليوم، و2026-12-31 10:00-12:00 مفتوح في ذلك الوقت. ويحل محل كل ما يبدأ في ذلك اليوم.
hours-look = عرض الأسبوع
hours-preview = الأسبوع القادم
hours-day = اليوم
hours-open = مفتوح
hours-shut-day = مغلق
hours-over-midnight = حتى اليوم التالي
hours-otherwise-mark = مختلف
hours-otherwise-next = أيام مختلفة:
hours-remove = إزالة هذه الساعات
hours-remove-group = من دونها يتبع أعضاؤها ساعات الجميع.
hours-remove-site = من دونها يستطيع الأعضاء الدخول في أي وقت، إلا إذا كانت لمجموعتهم ساعات.

hours-monday = الاثنين
hours-tuesday = الثلاثاء
hours-wednesday = الأربعاء
hours-thursday = الخميس
hours-friday = الجمعة
hours-saturday = السبت
hours-sunday = الأحد

hours-person = ما الذي سيجده شخص الآن
hours-person-name = اسم الدخول
hours-person-ask = عرض
hours-person-nobody = لا أحد بهذا الاسم.
hours-meets-open = المكان مفتوح.
hours-meets-until = المكان مفتوح حتى { $time }.
hours-meets-from = المكان مغلق حتى { $time }.
hours-meets-shut = المكان مغلق، ولم يُحدد موعد فتح قادم.

hours-clock = ساعة الجهاز
hours-clock-right = هذا الوقت موثوق.
hours-clock-unsure = لا أحد يعرف هل هذا الوقت صحيح.
hours-clock-confirm = هذا الوقت صحيح
hours-unsure-open = لا تُحتسب ساعات الاستخدام حتى يؤكد أحد الوقت.
hours-unsure-shut = لا يستطيع الأعضاء الذين لهم ساعات استخدام الدخول حتى يؤكد أحد الوقت.

## ما يجده الأعضاء

shut-title = المكان مغلق الآن
shut-until = يُفتح من جديد في { $time }.
shut-later = لم يُحدد موعد الفتح القادم بعد. اسأل أحد الموظفين.
shut-unsure = يجب ضبط ساعة الجهاز أولا. أخبر أحد الموظفين من فضلك.
shut-help = ما زال بإمكانك طلب المساعدة وتسجيل الخروج.
shut-typed = ما كتبته. لم يُرسل: انسخه، أو انتظر هنا وأرسله لاحقا.
shut-now = هذا المكان مغلق الآن.
shut-soon = يُغلق في { $time }
shut-soon-words = أنهِ ما تكتبه. المسودات محفوظة.
shut-unsure-title = ساعة الجهاز غير مؤكدة
shut-unsure-words = لا تُحتسب ساعات الاستخدام حتى يؤكد الموظفون الوقت.
