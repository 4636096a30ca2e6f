### ما يختاره كل شخص لنفسه: ما يصله من إشعارات، والقراءة بصوت، والمفاتيح.

hear-title = ما أريد أن يصلني
hear-open = اختيار
hear-about = لا يصبح إشعارًا إلا ما تضع عليه علامة هنا. وما وصلك من قبل يبقى.
hear-of = أخبرني عن
hear-comments = التعليقات والردود
hear-comments-hint = تحت ما نشرته، وحيث علّقت، وعلى ما تتابعه.
hear-mentions = ذكر اسمي
hear-mentions-hint = يكتب أحد اسمك في منشور أو تعليق.
hear-reactions = التفاعلات
hear-reactions-hint = يضغط أحد على القلب أو علامة أخرى تحت شيء لك.
hear-reshares = إعادة النشر
hear-reshares-hint = يعيد أحد نشر منشور لك.
hear-contacts = جهات الاتصال
hear-contacts-hint = يبدأ أحد بالمشاركة معك.
hear-tags = صوري
hear-tags-hint = يقول أحد إنك في صورة.
hear-groups = المجموعات
hear-groups-hint = أصبحت في مجموعة جديدة، أو دُعيت، أو يطلب أحد الانضمام إلى مجموعتك.
hear-board = الإعلانات والفعاليات والملفات
hear-board-hint = شيء جديد على لوحة مجموعة، أو للجميع.
hear-always = يصلك هذا دائمًا
hear-decisions = عندما يُزال شيء لك أو يُعاد أو يُسمح به، وكيف انتهى بلاغك، وما يحدث لحسابك. لا يمكن إيقاف هذا: لا يحدث شيء لما يخصك دون أن تُخبَر.

keys-title = المفاتيح
keys-about = بلوحة المفاتيح تنقلك حروف مفردة بين المنشورات وإلى صفحات أخرى.
keys-are-off = لقد أوقفت هذه المفاتيح.
keys-in-stream = في قائمة منشورات أو تعليقات أو إشعارات
keys-next = التالي
keys-previous = السابق
keys-open = فتحه
keys-comment = التعليق عليه
keys-react = الذهاب إلى علاماته: مفتاح الإدخال يضغط إحداها
keys-menu = فتح نقاطه الثلاث
keys-listen = قراءته بصوت، إن كان ذلك مفعّلًا
keys-anywhere = في أي مكان
keys-new = كتابة منشور
keys-search = البحث
keys-this = عرض هذه المفاتيح
keys-places = الذهاب إلى
keys-desk = على المكتب
keys-desk-open = فتح المكتب
keys-desk-approve = إبقاؤه أو السماح به أو إعادته
keys-writing = أثناء الكتابة هي مجرد حروف. مفاتيح الجدولة والإدخال والهروب تعمل كما في كل مكان.
keys-choose = تشغيل أو إيقاف
my-aids = القراءة بصوت والمفاتيح
my-keys = مفاتيح تعمل وحدها
my-keys-hint = حروف مفردة تنقلك بين المنشورات وإلى الصفحات. أوقفها إن أعاقتك، مثلًا حين تتكلم مع حاسوبك.
my-keys-list = عرض كل المفاتيح
my-aloud = أزرار «اقرأ بصوت»
my-aloud-hint = تحت كل نص، حيث يملك هذا الجهاز صوتًا خاصًا به للغة. لا يُرسل شيء إلى أي مكان.
my-aloud-none = لا يملك هذا الجهاز صوتًا خاصًا به لهذه اللغة. اسأل من يعتني به.
aloud-start = اقرأ بصوت
aloud-pause = توقف مؤقت
aloud-on = تابع
aloud-stop = إيقاف
help-search = ابحث في الكتب
help-search-hint = كلمة إنجليزية أو أكثر، مثل «photo» أو «new password».
help-search-found = { $count ->
    [zero] لم يوجد في أي موضع
    [one] وُجد في موضع واحد
    [two] وُجد في موضعين
    [few] وُجد في { $count } مواضع
    [many] وُجد في { $count } موضعًا
   *[other] وُجد في { $count } موضع
}
help-search-nothing = لم يُعثر على شيء
help-search-nothing-words = جرّب كلمة أخرى أو أقصر. الكتب باللغة الإنجليزية.
