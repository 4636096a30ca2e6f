### كم تُحفظ الأشياء، والحجز القانوني.

retention-title = كم تُحفظ الأشياء
retention-entry-about = متى تُحذف المنشورات والرسائل والحالات نهائيا، وما الذي يجب حفظه أطول.
retention-about = مرة في كل يوم من أيام الجهاز يُحذف نهائيا ما هو أقدم من ذلك: كلماته وصوره وملفاته. ويبقى ما لم يقرر فيه الموظفون بعد، وما يُقرأ لسبب، وما يذكره حجز قانوني.
retention-unsure = لا يُحذف شيء ما دام لا أحد يعرف هل الساعة صحيحة.
retention-rules = ما الذي يذهب ومتى
retention-usual-is = المعتاد: تحفظ المدرسة المنشورات حتى 31 يوليو و60 يوما بعده، والسجن 90 يوما، وأي دار أخرى سنة؛ والرسائل 90 يوما، والحالات سنة.
retention-posts = المنشورات والتعليقات والصور والإعلانات والفعاليات والملفات
retention-messages = الرسائل
retention-cases = القرارات والبلاغات المغلقة
retention-drafts = المسودات
retention-usual = المعتاد لهذا النوع من الدور
retention-for-ever = لا يُحذف شيء
retention-days = { $days ->
    [zero] { $days } يوم
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يوما
   *[other] { $days } يوم
}
retention-before = يذهب ما قبل { $date }
retention-asks = سيُحذف أكثر من المعتاد بكثير
retention-asks-words = { $count ->
    [zero] لن يذهب شيء.
    [one] سيذهب شيء واحد. ولا يذهب شيء قبل أن يوافق أحد المالكين.
    [two] سيذهب شيئان. ولا يذهب شيء قبل أن يوافق أحد المالكين.
    [few] ستذهب { $count } أشياء. ولا يذهب شيء قبل أن يوافق أحد المالكين.
    [many] سيذهب { $count } شيئا. ولا يذهب شيء قبل أن يوافق أحد المالكين.
   *[other] سيذهب { $count } شيء. ولا يذهب شيء قبل أن يوافق أحد المالكين.
}
retention-no-way-back = لا رجعة في ذلك. هل المدد في الأسفل صحيحة، وهل الساعة صحيحة؟
retention-type = كم شيئا يذهب
retention-type-hint = اكتب العدد الذي في الأعلى.
retention-do = حذفها نهائيا
retention-owner = لا يستطيع الموافقة إلا أحد المالكين.
retention-runs = الأيام الأخيرة
retention-when = متى
retention-state = الحال
retention-is-asking = ينتظر أحد المالكين
retention-is-running = جار
retention-is-done = تم

holds-title = الحجز القانوني
holds-about = ما يذكره الحجز لا يُحذف مهما كان عمره: لا في الحذف اليومي ولا مع حساب يُغلق. ولا يعلم صاحبه بذلك، ولا يرى الآخرون منه أكثر مما كانوا يرون.
holds-none = لا يوجد حجز قانوني
holds-none-words = لا يُحفظ شيء بعد مدته.
holds-new = حجز جديد
holds-sort = عن ماذا؟
holds-person = شخص
holds-person-hint = كل ما صنعه. اكتب اسم دخوله.
holds-group = مجموعة
holds-group-hint = كل ما فيها مع محادثتها. اكتب اسمها.
holds-thing = محادثة أو حالة
holds-thing-hint = محادثة بكل رسائلها، أو شيء واحد وما تحته. اكتب عنوانه أو رقمه.
holds-what = اسم أو عنوان أو رقم
holds-reason = السبب
holds-review = النظر من جديد في
holds-review-hint = خلال 90 يوما. ثم يستمر إذا قلت ذلك؛ ولا ينتهي من نفسه أبدا.
holds-begin = حجز
holds-by = { $name }، { $time }
holds-look-again = النظر من جديد في { $date }.
holds-late = مضى ذلك اليوم.
holds-looked = نظرت فيه: 90 يوما أخرى
holds-end = إنهاء هذا الحجز
holds-ended = انتهى في { $time }

## ما يقرؤه الأعضاء عن ذلك

retention-help-posts = تُحذف نهائيا المنشورات والتعليقات والصور والفعاليات والملفات التي قبل { $date }.
retention-help-no-posts = لا تُحذف المنشورات والتعليقات والصور والفعاليات والملفات بسبب عمرها.
retention-help-messages = تُحذف نهائيا الرسائل التي قبل { $date }.
retention-help-no-messages = لا تُحذف الرسائل بسبب عمرها.
retention-help-longer = وما يحتاجه { $staff } بعد بسبب بلاغ، وما يطلب القانون حفظه، يُحفظ مدة أطول.
