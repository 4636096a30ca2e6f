### لوحة إعلانات الطاقم.

announcement-new = إعلان جديد
announcement-edit = تعديل الإعلان
announcement-put-up = وضعه على اللوحة
announcement-take-down = إنزاله
announcement-read = قرأت هذا
announcement-was-read = مقروء
announcement-you-read = قرأت هذا: { $when }
announcement-whole = قراءته كاملًا
announcement-more = { $count ->
    [zero] لا شيء آخر للقراءة
    [one] إعلان آخر للقراءة
    [two] إعلانان آخران للقراءة
    [few] { $count } إعلانات أخرى للقراءة
    [many] { $count } إعلانًا آخر للقراءة
   *[other] { $count } إعلان آخر للقراءة
}
announcement-more-about = المزيد عن الإعلان { $title }
announcement-none = لا شيء على اللوحة
announcement-none-words = هنا سيكون ما يريد الطاقم أن يعرفه الجميع.
announcement-none-staff = ما تضعه هنا يبقى أعلى الصفحة الرئيسية لكل شخص حتى يقرأه.
announcement-past = من قبل
announcement-is-past = انتهى هذا الإعلان. نحتفظ به للرجوع إليه.
announcement-until = يظهر حتى { $date }.
announcement-title = العنوان
announcement-text = النص
announcement-last-day = آخر يوم
announcement-last-day-hint = بعد هذا اليوم ينتقل إلى «من قبل». إن تُرك فارغًا يبقى حتى تنزله.
announcement-anew = اطلب من الجميع قراءته مرة أخرى

receipts-title = من قرأه
receipts-count = قرأه { $read } من أصل { $all }.
receipts-of = { $read } من { $all }
receipts-unread = ليس بعد
receipts-read = قرؤوه
receipts-others = آخرون
receipts-cut = يظهر الجزء الأول فقط: عدد الأشخاص أكبر من صفحة واحدة.
receipts-nobody = لا أحد
receipts-nobody-words = لا يصل إلى أحد آخر في هذه اللحظة.
