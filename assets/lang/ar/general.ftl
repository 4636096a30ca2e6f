### كلمات عامة، قصيرة وسهلة.

## اللغة

language-name = العربية
number-style = comma

## القوائم

list-two = { $first } و{ $last }
list-more = { $list }، { $next }
list-last = { $list } و{ $last }

## الأحجام

size-in-bytes = { $count ->
    [zero] { $count } بايت
    [one] بايت واحد
    [two] بايتان
    [few] { $count } بايتات
   *[other] { $count } بايت
}
size-kb = { $size } كيلوبايت
size-mb = { $size } ميغابايت
size-gb = { $size } غيغابايت
size-tb = { $size } تيرابايت

## الأوقات

time-just-now = الآن
time-minutes-ago = { $count ->
    [one] قبل دقيقة
    [two] قبل دقيقتين
    [few] قبل { $count } دقائق
   *[other] قبل { $count } دقيقة
}
time-hours-ago = { $count ->
    [one] قبل ساعة
    [two] قبل ساعتين
    [few] قبل { $count } ساعات
   *[other] قبل { $count } ساعة
}
time-yesterday = أمس
time-day-month = { $day } { $month }
time-day-month-year = { $day } { $month } { $year }
time-moment = { $date }، { $time }

month-january = يناير
month-february = فبراير
month-march = مارس
month-april = أبريل
month-may = مايو
month-june = يونيو
month-july = يوليو
month-august = أغسطس
month-september = سبتمبر
month-october = أكتوبر
month-november = نوفمبر
month-december = ديسمبر

weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد

span-minutes = { $count ->
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $count } دقائق
   *[other] { $count } دقيقة
}
span-hours = { $count ->
    [one] ساعة واحدة
    [two] ساعتان
    [few] { $count } ساعات
   *[other] { $count } ساعة
}
span-days = { $count ->
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
span-weeks = { $count ->
    [one] أسبوع واحد
    [two] أسبوعان
    [few] { $count } أسابيع
    [many] { $count } أسبوعًا
   *[other] { $count } أسبوع
}

## الأزرار والروابط

save = حفظ
cancel = إلغاء
delete = حذف
edit = تعديل
add = إضافة
remove = إزالة
send = إرسال
next = التالي
previous = السابق
back = رجوع
close = إغلاق
search = بحث
show-more = عرض المزيد
show-all = عرض الكل
show-newer = الأحدث
show-older = الأقدم
try-again = حاول مرة أخرى
undo = تراجع
copy = نسخ
print = طباعة
download = تنزيل
open = فتح
choose-file = اختر ملفًا
report = إبلاغ
reply = رد
select-all = اختيار الكل
menu = القائمة
help = مساعدة
settings = الإعدادات
options = خيارات
skip-to-content = انتقل إلى الصفحة

## كلمات قصيرة

yes = نعم
no = لا
on = يعمل
off = متوقف
none = لا شيء
everyone = الجميع
optional = اختياري
required = مطلوب
unknown = غير معروف
loading = جارٍ التحميل…
waiting = قيد الانتظار
new = جديد
more = المزيد
you = أنت
nothing-here = لا يوجد شيء هنا بعد

## قبل ما لا رجعة فيه

are-you-sure = هل أنت متأكد؟
cannot-be-undone = لا يمكن التراجع عن هذا.

## ما تقوله الصفحة

copied = تم النسخ.
error-offline = تعذر الوصول إلى الجهاز. نحاول مرة أخرى…
