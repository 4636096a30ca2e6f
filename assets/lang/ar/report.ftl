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
