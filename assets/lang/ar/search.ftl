### البحث وما يُقترح أثناء الكتابة.

search-title = البحث
search-words = عمَّ تبحث؟
search-words-hint = كلمات من المنشورات والتعليقات وأوصاف الصور، أو أسماء. ضع "علامتي اقتباس" حول الكلمات المتلازمة.
search-narrow = تضييق البحث
search-kind = ابحث في
search-all = كل شيء
search-posts = المنشورات
search-comments = التعليقات
search-photos = الصور
search-people = الأشخاص
search-groups = المجموعات
search-tags = الوسوم
search-by = كتبه
search-by-hint = اسم دخول، مثل mia
search-group = في المجموعة
search-any-group = في أي مكان
search-from = من هذا اليوم
search-to = إلى هذا اليوم
search-in-texts = منشورات وتعليقات وصور
search-a-post = منشور
search-a-comment = تعليق
search-an-album = ألبوم
search-a-photo = صورة
search-waits = قيد الانتظار
search-removed = أُزيل
search-begin = ابحث عن الأشخاص وعمّا كتبوه
search-begin-words = لا تجد إلا ما يُسمح لك برؤيته. اكتب كلمة واضغط بحث.
search-nothing = لم نجد شيئًا
search-nothing-words = جرّب كلمات أقل أو أقصر، وتأكّد من الإملاء. لا تجد إلا ما يُسمح لك برؤيته.

suggest-people = الأشخاص
suggest-tags = الوسوم
suggest-said = { $count ->
    [zero] لا اقتراحات.
    [one] اقتراح واحد. اضغط زر الإدخال لاستعماله.
    [two] اقتراحان. اختر بالأسهم ثم اضغط زر الإدخال.
    [few] { $count } اقتراحات. اختر بالأسهم ثم اضغط زر الإدخال.
    [many] { $count } اقتراحًا. اختر بالأسهم ثم اضغط زر الإدخال.
   *[other] { $count } اقتراح. اختر بالأسهم ثم اضغط زر الإدخال.
}
