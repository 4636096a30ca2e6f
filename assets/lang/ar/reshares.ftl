### إعادة نشر المنشورات، والمنشورات خلف ستار.

reshare-count = { $count ->
    [0] إعادة النشر
    [one] أُعيد نشره مرة
    [two] أُعيد نشره مرتين
    [few] أُعيد نشره { $count } مرات
   *[other] أُعيد نشره { $count } مرة
}
reshare-title = إعادة نشر منشور
reshare-about = يصبح منشورًا لك يُظهر هذا المنشور. وإذا ذهب المنشور الأول ذهب من منشورك أيضًا.
reshare-words = كلماتك عنه
reshare-do = إعادة النشر
reshare-who = من أعاد نشره
reshare-nobody = لم يُعِد نشره بعدُ أحد ممن تراهم.
reshare-mine = لقد أعدتَ نشر هذا المنشور.
reshare-see-mine = عرضه
reshare-undo = تراجع
reshare-gone = المنشور الذي كان هنا لم يعد موجودًا.
reshare-see = عرض المنشور
reshare-vote = التصويت في المنشور
reshare-original = المنشور الذي يعيد نشره

shield-add = حسّاس
shield-about = لا يراه الآخرون إلا بعد الضغط عليه. ولا تُحمَّل الصور قبل ذلك.
shield-hide = إخفاؤه خلف ستار
shield-why = ما فيه
shield-why-hint = بكلمة أو كلمتين، مثل «عناكب»
shield-sensitive = حسّاس
shield-because = حسّاس: { $why }
shield-by-staff = حسّاس بحسب { $staff }
shield-look = عرض
shield-photo = صورة حسّاسة { $number }
shield-the-photo = صورة حسّاسة
shield-always = إظهار المنشورات الحسّاسة دون سؤال
shield-always-hint = وإلا تبقى مغلقة حتى تضغط عليها.
shield-decided = وُضع خلف ستار
shield-lifted = أُزيل الستار
shield-title = الستار
shield-by-author = وضعه صاحبه خلف ستار.
shield-by-us = هو خلف ستار من الطاقم.
shield-desk-about = لا يراه الناس إلا بعد الضغط عليه. يُخبَر صاحبه بالسبب، ولا يستطيع إزالة الستار.
shield-reason = سبب الستار
shield-set = وضعه خلف ستار
shield-lift = إزالة الستار
shield-was-set = خلف ستار
shield-was-lifted = أُزيل الستار

notice-reshare = { $count ->
    [one] أعاد { $who } نشر منشورك
   *[other] أعاد { $who } نشر منشورك
}
notice-shielded = وضع { $staff } منشورك خلف ستار

act-post-reshare = أعاد نشر منشور
act-draft-keep = حفظ مسودة
act-item-staff-shield = وضع منشورًا خلف ستار
act-item-staff-unshield = أزال ستارًا
