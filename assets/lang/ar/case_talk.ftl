### الحديث داخل حالة: يكتب الموظفون إلى من تعنيه، فيجيب.

case-talk-title = حديث مع المشرفين عن { $about }
case-talk-about-report = ما أبلغت عنه
case-talk-about-post = منشور لك
case-talk-about-comment = تعليق لك
case-talk-about-photo = صورة لك
case-talk-about-message = رسالة لك
case-talk-about-thing = شيء لك
case-talk-about-you = نفسك
case-talk-about-other = شيء حدث حيث كنت
case-talk-you = أنت
case-talk-hint = لا يقرأ ما هنا إلا أنت ومن يعتنون بهذا المكان. ويحفظونه مع الحالة.
case-talk-closed = هذا مغلق. يمكن أن يُقرأ، ولا يُجاب عنه بعد الآن.
case-talk-unsent = لم يعد هذا يُرسل:
case-talk-answer = جوابك
case-talk-nothing = لم يُكتب شيء بعد.
case-talk-mine = ما كتبه المشرفون إليّ
case-talk-is-about = الأمر عنه
case-talk-reported = أبلغ عنه
case-talk-was-there = كان هناك
case-talk-with = مع { $name }
case-talk-staff = الحديث في هذه الحالة
case-talk-staff-hint = يقرأ كل شخص في صفحة له ما تكتبونه إليه، ويمكنه أن يجيب هناك حتى تُغلق الحالة. ولا يعرف إلى من كُتب غيره، ولا من أبلغ، ولا من منكم كتب.
case-talk-back = الحالة
case-talk-write = الكتابة إلى شخص عن هذا
case-talk-to = إلى من
case-talk-words = ما تكتبه
case-talk-words-hint = لا تذكر من أبلغ عنه.
case-talk-kind = رسالة في حالة

notice-case-talk = كتب إليك { $staff }
notice-case-answer = أجابك أحد في حالة
act-case-write = كتب إلى شخص في حالة
act-case-answer = أجاب الموظفين في حالة
