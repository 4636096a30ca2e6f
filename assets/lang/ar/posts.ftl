### المنشورات وقوائمها ومن يراها والتفاعلات.
### كلمة الموظفين هنا بصيغة لا يتغير آخرها، لأنها توضع في كل مواضع الجملة.

staff-teachers = طاقم المعلمين
staff-officers = طاقم الضباط
staff-plain = طاقم الموظفين
staff-sign-school = معلم
staff-sign-prison = ضابط
staff-sign-other = موظف
role-owner = مالك
role-teacher = معلم
role-officer = ضابط
role-staff = موظف
role-pupil = تلميذ
role-resident = نزيل
role-member = عضو

audience-everyone = الجميع
audience-groups = مجموعات
audience-contacts = جهات اتصالي
audience-aspects = بعض جهات اتصالي
audience-people = أشخاص معيّنون
audience-only-me = أنا فقط
audience-seen-nobody-yet = يراه: لا أحد بعد. اختر أدناه.
audience-seen-everyone = { $people ->
    [zero] يراه: الجميع هنا، ولا أحد غيرك بعد
    [one] يراه: الجميع هنا، شخص واحد غيرك
    [two] يراه: الجميع هنا، شخصان غيرك
    [few] يراه: الجميع هنا، { $people } أشخاص غيرك
    [many] يراه: الجميع هنا، { $people } شخصًا غيرك
   *[other] يراه: الجميع هنا، { $people } شخص غيرك
}
audience-seen-groups = { $people ->
    [zero] يراه: { $names }، لا أحد فيها بعد، و{ $staff }
    [one] يراه: { $names }، شخص واحد، و{ $staff }
    [two] يراه: { $names }، شخصان، و{ $staff }
    [few] يراه: { $names }، { $people } أشخاص، و{ $staff }
    [many] يراه: { $names }، { $people } شخصًا، و{ $staff }
   *[other] يراه: { $names }، { $people } شخص، و{ $staff }
}
audience-seen-contacts = { $people ->
    [zero] يراه: جهات اتصالي، لا أحد بعد؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
    [one] يراه: جهات اتصالي، شخص واحد؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
    [two] يراه: جهات اتصالي، شخصان؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
    [few] يراه: جهات اتصالي، { $people } أشخاص؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
    [many] يراه: جهات اتصالي، { $people } شخصًا؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
   *[other] يراه: جهات اتصالي، { $people } شخص؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
}
audience-seen-aspects = { $people ->
    [zero] يراه: { $names }، لا أحد بعد؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
    [one] يراه: { $names }، شخص واحد؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
    [two] يراه: { $names }، شخصان؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
    [few] يراه: { $names }، { $people } أشخاص؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
    [many] يراه: { $names }، { $people } شخصًا؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
   *[other] يراه: { $names }، { $people } شخص؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
}
audience-seen-people = يراه: { $names }؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
audience-seen-only-me = يراه: أنا فقط؛ و{ $staff } فقط إذا وُجد سبب

stream-empty = لا شيء هنا بعد
stream-empty-words = ما يُنشر هنا سيظهر هنا، والأحدث أولًا.
stream-home-empty = صفحتك الرئيسية هادئة
stream-home-empty-words = ستظهر هنا منشورات جهات اتصالك ومجموعاتك والموظفين.
stream-find-people = البحث عن أشخاص
stream-person-empty = لا منشورات بعد
stream-person-empty-words = ما يُنشر على هذه الصفحة ويمكنك رؤيته سيظهر هنا.
stream-tag-empty = لا شيء بهذا الوسم
stream-tag-empty-words = المنشورات التي تحمله ويمكنك رؤيتها ستظهر هنا.
stream-end = لا منشورات أقدم
stream-end-words = لقد رأيت كل ما هنا.

post-edited = معدَّل
post-edit = تعديل
post-delete = حذف
pin-pinned = مثبّت
pin-title = في أعلى الصفحة
pin-add = تثبيت في أعلى { $name }
pin-remove = إزالة من أعلى { $name }
pin-full = هناك { $most } منشورات مثبّتة في أعلى { $name }. أزل واحدًا أولًا.
post-lock = إغلاق التعليقات
post-unlock = فتح التعليقات من جديد
narrow-menu = ليره عدد أقل
narrow-title = ليره عدد أقل
narrow-about = يمكنك فقط تقليل من يراه. من لا يراه بعد الآن لا يرى التعليقات تحته أيضًا.
post-more = المزيد عن منشور { $name }
post-waiting = ينتظر { $staff }. أنت وحدك تراه.
post-removed-by-staff = أزاله { $staff }. أنت وحدك تراه.
post-edit-title = تعديل منشورك
post-edit-about = يمكن للآخرين قراءة ما كان فيه قبل ذلك. ويبقى للأشخاص أنفسهم.
post-history = ما كان فيه قبل ذلك
post-version-now = الآن
post-version-until = حتى { $moment }
post-version-empty = بلا كلمات

comment-count = { $count ->
    [0] تعليق
    [one] تعليق واحد
    [two] تعليقان
    [few] { $count } تعليقات
    [many] { $count } تعليقًا
   *[other] { $count } تعليق
}

reaction-heart = قلب
reaction-thumb = إعجاب
reaction-laugh = ضحك
reaction-wow = دهشة
reaction-thanks = شكر

report-it = إبلاغ
desk-decide = اتخاذ قرار فيه
