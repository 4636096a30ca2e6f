### الإبلاغ عن شيء أو شخص، وأسباب البلاغات والقرارات.

report-title = أخبر المشرفين
report-of-post = كتب هذا المنشور
report-of-comment = كتب هذا التعليق
report-of-photo = أضاف هذه الصورة
report-of-person = تخبر المشرفين عن هذا الشخص
report-before = لقد أخبرت المشرفين بهذا من قبل. سينظرون فيه.
report-why = ما المشكلة؟
report-breaks-rule = هذا يخالف قاعدة
report-worried-about = أو: لم يخالف أحد قاعدة، لكنني قلق على شخص ما. ينظر المشرفون في هذا أولاً.
report-unkind = فيه إساءة إلى شخص
report-threat = فيه تهديد، أو أنا خائف
report-private = يُظهر شيئاً خاصاً
report-rude = فيه كلام بذيء أو جنسي
report-spam = الشيء نفسه مراراً وتكراراً
report-worried = أنا قلق على شخص ما
report-other = شيء آخر
report-note = أخبرنا بالمزيد
report-who-reads = لا يقرأ هذا إلا المشرفون. لن يعرف الآخرون أنه أنت.
report-who-reads-school = لا يقرأ هذا إلا المعلمون. لن يعرف الآخرون أنه أنت.
report-who-reads-prison = لا يقرأ هذا إلا الضباط. لن يعرف الآخرون أنه أنت.

decision-unkind = كانت فيه إساءة إلى شخص
decision-threat = كان فيه تهديد
decision-private = كان يُظهر شيئاً خاصاً
decision-rude = كان فيه كلام بذيء أو جنسي
decision-spam = كان الشيء نفسه مراراً وتكراراً
decision-rules = كان يخالف قاعدة من قواعد هذا المكان
decision-mistake = كان القرار السابق خطأ
decision-fine = ليس فيه ما يخالف
decision-other = سبب آخر
report-of-album = أنشأ هذا الألبوم
