### المواعيد: ما سيحدث، وأشهر للنظر فيها.

# اليوم الذي يبدأ به الأسبوع عند قراء هذه اللغة، من بيانات CLDR.
week-start = saturday
weekday-short-monday = الاثنين
weekday-short-tuesday = الثلاثاء
weekday-short-wednesday = الأربعاء
weekday-short-thursday = الخميس
weekday-short-friday = الجمعة
weekday-short-saturday = السبت
weekday-short-sunday = الأحد

events-month = { $month } { $year }
events-date = { $weekday }، { $date }
events-moment = { $day }، { $time }
events-on-day = { $day }، طوال اليوم
events-on-from-to = { $day }، من { $from } إلى { $until }
events-from-to = من { $from } إلى { $until }
events-day-label = { $count ->
    [zero] { $day }
    [one] { $day }، موعد واحد
    [two] { $day }، موعدان
    [few] { $day }، { $count } مواعيد
    [many] { $day }، { $count } موعدًا
   *[other] { $day }، { $count } موعد
}
events-months = الأشهر
events-today = اليوم
events-as-list = كقائمة
events-as-month = كشهر
events-whole-month = الشهر كله
events-more = { $count ->
    [zero] لا شيء آخر
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } أخرى
    [many] { $count } آخر
   *[other] { $count } آخر
}
events-all-day = طوال اليوم
events-none = لا شيء هذا الشهر
events-none-words = هنا سيكون ما تخطط له مجموعاتك والطاقم.
events-none-may = اضغط «موعد جديد» وقل متى وأين.
events-none-day = لا شيء في هذا اليوم.
events-file-month = هذا الشهر لتقويمي الخاص
events-file = لتقويمي الخاص

events-new = موعد جديد
events-make = إنشاء الموعد
events-edit = تعديل الموعد
events-delete = حذف الموعد
events-cancel = إلغاؤه
events-uncancel = سيُقام رغم كل شيء
events-cancelled = أُلغي
events-is-over = انتهى هذا الموعد.
events-more-about = المزيد عن الموعد { $title }
events-title = العنوان
events-place = المكان
events-about = عن ماذا هو
events-first = اليوم
events-begins = يبدأ في الساعة
events-begins-hint = إن تُرك فارغًا: طوال اليوم.
events-ends = ينتهي في الساعة
events-last = آخر يوم
events-last-hint = فقط إن استمر أكثر من يوم.

events-do-you-come = هل ستأتي؟
events-yes = سآتي
events-maybe = ربما
events-no = لن آتي
events-who-comes = من سيأتي
events-yes-list = سيأتون
events-maybe-list = ربما
events-count-yes = { $count ->
    [zero] لا أحد سيأتي
    [one] واحد سيأتي
    [two] اثنان سيأتيان
    [few] { $count } سيأتون
    [many] { $count } سيأتون
   *[other] { $count } سيأتون
}
events-count-maybe = { $count ->
    [zero] لا أحد ربما
    [one] واحد ربما
    [two] اثنان ربما
    [few] { $count } ربما
    [many] { $count } ربما
   *[other] { $count } ربما
}
events-count-no = { $count ->
    [zero] لا أحد لن يأتي
    [one] واحد لن يأتي
    [two] اثنان لن يأتيا
    [few] { $count } لن يأتوا
    [many] { $count } لن يأتوا
   *[other] { $count } لن يأتوا
}
events-more-people = { $count ->
    [zero] لا أحد آخر
    [one] وشخص آخر
    [two] وشخصان آخران
    [few] و{ $count } آخرون
    [many] و{ $count } آخرون
   *[other] و{ $count } آخرون
}
problem-ends-first = سينتهي قبل أن يبدأ.
