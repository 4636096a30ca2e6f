### الألبومات، والصور ذات الصفحات الخاصة بها.

albums-title-word = الألبومات
albums-mine = ألبوماتي
albums-of = ألبومات { $name }
albums-new = ألبوم جديد
albums-make = إنشاء الألبوم
albums-edit = تعديل الألبوم
albums-delete = حذف الألبوم
albums-more = المزيد عن الألبوم { $title }
albums-none = لا توجد ألبومات بعد
albums-none-words = ستظهر هنا الصور التي يمكنك رؤيتها.
albums-none-mine-words = يجمع الألبوم الصور معًا: رحلة أو مشروع أو سنة. أنشئ ألبومًا ثم أضف الصور.
albums-posts = صور المنشورات
albums-posts-of = صور منشورات { $name }
albums-posts-words = كل صورة في منشورها، ويراها من يرى المنشور.
albums-posts-none = لا توجد صور بعد
albums-empty = لا توجد صور فيه بعد
albums-empty-words = أضف الصور أولًا، ثم يمكنك ترتيبها.
albums-from-start = إلى أول الصور
albums-waits = في الانتظار
albums-removed = أزيل
albums-title = العنوان
albums-about = عن ماذا هو
albums-audience-hint = التعليقات على صوره يراها من يرى الألبوم.
albums-order = الترتيب
albums-order-words = اسحب الصورة أو انقلها بأزرارها.
albums-moved = صارت في المكان { $place }
albums-moved-away = نُقلت إلى صفحة أخرى من الألبوم
albums-order-done = تم
albums-up = إلى أعلى
albums-down = إلى أسفل
albums-first = إلى البداية
albums-add = إضافة صور
albums-add-words = حتى { $count } في المرة الواحدة. اخترها، وصف ما فيها إن شئت، ثم أرسلها.
albums-send = إرسال الصور
albums-choose = اختيار الصور
albums-too-many = { $count ->
    [zero] لا صور في المرة الواحدة.
    [one] صورة واحدة فقط في المرة الواحدة.
    [two] صورتان فقط في المرة الواحدة.
    [few] { $count } صور فقط في المرة الواحدة.
    [many] { $count } صورة فقط في المرة الواحدة.
   *[other] { $count } صورة فقط في المرة الواحدة.
}

photo-title = صورة من { $name }
photo-number = الصورة { $number }
photo-its-post = المنشور
photo-shows = ما فيها: { $words }
photo-beside = صور أخرى هنا
photo-before = السابقة
photo-after = التالية
photo-more = المزيد عن صورة { $name }
photo-edit = تعديل الكلمات
photo-cover = جعلها الغلاف
photo-delete = حذف الصورة
photo-file = الصورة وحدها
photo-caption = التعليق تحت الصورة
photo-alt-hint = لمن لا يستطيع رؤيتها.
photo-move = ألبوم آخر
photo-album = الألبوم
photo-move-hint = من يرى ذلك الألبوم سيرى الصورة والتعليقات عليها.
photo-move-do = نقل الصورة
