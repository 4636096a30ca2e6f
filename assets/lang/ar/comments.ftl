### التعليقات، وصفحة المنشور الواحد.

comment-title = التعليقات
comment-write = اكتب تعليقًا
comment-send = إرسال
comment-locked = التعليقات مغلقة. ما هو هنا يبقى.
follow-title = إشعارات هذا المنشور
follow-now-usual = تصلك إشعارات التعليقات الجديدة إذا كتبت هنا أو كان المنشور لك.
follow-now-all = يصلك إشعار بكل تعليق جديد.
follow-now-none = لا تصلك إشعارات التعليقات هنا، إلا إذا ذكرك أحد.
follow-all = أخبرني بكلها
follow-none = لا تخبرني بأي منها
follow-usual = كالمعتاد
comment-answer = رد على { $name }
comment-answering = أنت ترد على { $name }
comment-photo = إضافة صورة
comment-photo-file = صورة
comment-text = تعليقك
comment-earlier = التعليقات الأقدم
comment-newest = أحدث التعليقات
comment-more = المزيد عن تعليق { $name }
comment-edit-title = تعديل تعليقك
comment-edit-about = يمكن للآخرين قراءة ما كان فيه قبل ذلك.

thread-title = منشور { $name }
thread-decisions = ما قرره الموظفون
thread-decided-remove = أُزيل
thread-decided-restore = أُعيد
thread-decided-release = سُمح به
thread-seen-everyone = يراه: الجميع هنا
thread-seen-groups = يراه: { $names }، وربما مجموعات أخرى، و{ $staff }
thread-seen-contacts = يراه: جهات اتصال { $name }؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
thread-seen-aspects = يراه: بعض جهات اتصال { $name }؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
thread-seen-people = يراه: أنت وآخرون، باختيار { $name }؛ و{ $staff } فقط إذا أُبلغ عنه، أو بسبب مكتوب
