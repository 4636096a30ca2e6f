### الورقة اليومية: السجل على الورق.

sheets-title = الأوراق اليومية
sheets-about = ينتهي كل يوم من أيام الصندوق بورقة: رقم آخر قيد فيه من هذا السجل، وبصمة ذلك القيد بالكلمات. والسجل الذي قُطع آخره، أو غُيّر وأُعيد حسابه، لا يطابق الورق بعد ذلك.
sheets-about-paper = اطبع كل ورقة، واطلب توقيعها، واحفظها حيث لا يصل من كان الصندوق في يده.
sheets-today = اليوم حتى الآن
sheets-check = المقارنة بورقة
sheets-none = لا أوراق بعد
sheets-none-words = تُصنع الأولى حين ينتهي اليوم الأول. وحتى ذلك الحين اطبع اليوم حتى الآن.
sheets-range = القيود من { $first } إلى { $last }
sheets-file = الحفظ كملف
sheets-one = الورقة اليومية
sheets-print = طباعة
sheets-so-far = لم ينته هذا اليوم. هذه الورقة صحيحة في هذه اللحظة ولا تُحفظ: اطبعها الآن.
sheets-site = الموقع
sheets-entries = من السجل
sheets-from = أول قيد
sheets-until = آخر قيد
sheets-made = وقت صنع هذه الورقة
sheets-code = رقم آخر قيد وبصمته، للهاتف
sheets-words = بصمة القيد { $seq } بالكلمات
sheets-words-about = اثنتان وثلاثون كلمة إنجليزية وكلمة للتحقق. وعند كتابتها تظهر الكلمة الخاطئة، وكذلك الكلمتان اللتان تبادلتا موضعيهما. والبصمة نفسها بالأرقام:
sheets-counts = ما حدث
sheets-posts = المنشورات
sheets-comments = التعليقات
sheets-messages = الرسائل
sheets-others = صور الألبومات والإعلانات والفعاليات والملفات
sheets-reports = ما أُبلغ به الموظفون
sheets-decided = ما قرره الموظفون
sheets-looked-again = طلبات نظر جديد أُجيب عنها
sheets-alone = ما قرره الموظفون فيما هو لهم لأن لا أحد غيرهم يستطيع
sheets-waiting = ما كان ينتظر الموظفين عند صنعها
sheets-overdue = حالات فات موعدها عند صنعها
sheets-sign-ins = مرات الدخول
sheets-refused = مرات رفض الدخول
sheets-accounts = حسابات أُنشئت أو غُيّرت
sheets-rules = تغييرات قواعد الموقع
sheets-exports = ملفات استُخرجت من السجل
sheets-packs = حزم الأدلة
sheets-archives = أرشيفات جُمعت لأصحابها
sheets-clock = الساعة
sheets-starts = مرات تشغيل الصندوق
sheets-unchecked = قيود لم يضمن أحد ساعتها
sheets-jumps = تغييرات الساعة
sheets-jump = قبل القيد { $seq }: صار { $from } إلى { $to }
sheets-more = { $count ->
    [zero] لا غيرها.
    [one] وواحد غيرها.
    [two] واثنان غيرها.
    [few] و{ $count } غيرها.
    [many] و{ $count } غيرها.
   *[other] و{ $count } غيرها.
}
sheets-readings = الاطلاع على المحادثات الخاصة، ومن اطّلع
sheets-shown = ما عُرض عليهم
sheets-staff = دخول الموظفين
sheets-by-others = آخرون
sheets-not-yours = ما لا يُعرض عليك
sheets-together = المجموع
sheets-printed-by = طبعها
sheets-checked-by = قارنها بالسجل
sheets-name = الاسم والتاريخ
sheets-signature = التوقيع
sheets-check-about = اكتب ما على الورقة، أو الصق ملفات أي عدد من الأوراق. يُقرأ السجل كله من أول قيد، ويُقارن بذلك وبكل الأوراق التي يحفظها الصندوق نفسه. وإذا بقي الحقلان فارغين قورن بهذه وحدها.
sheets-seq = آخر قيد على الورقة
sheets-seq-hint = الرقم الذي بعد «إلى». والملفات تحمله.
sheets-typed = الكلمات أو الأرقام أو ملفات الأوراق
sheets-typed-hint = تكفي الأحرف الأربعة الأولى من كل كلمة.
sheets-compare = مقارنة
sheets-wrong-number = ليس هذا رقم قيد.
sheets-wrong-word = «{ $word }» ليست من الكلمات. انظر إلى الورقة مرة أخرى.
sheets-wrong-count = { $count ->
    [zero] لا كلمات هنا؛ وفي الورقة { $words }.
    [one] هذه كلمة واحدة؛ وفي الورقة { $words }.
    [two] هاتان كلمتان؛ وفي الورقة { $words }.
    [few] هذه { $count } كلمات؛ وفي الورقة { $words }.
    [many] هذه { $count } كلمة؛ وفي الورقة { $words }.
   *[other] هذه { $count } كلمة؛ وفي الورقة { $words }.
}
sheets-wrong-check = إحدى الكلمات غير ما على الورقة، أو تبادلت كلمتان موضعيهما. انظر إلى الورقة مرة أخرى.
sheets-holds = { $entries ->
    [zero] السجل سليم: لا قيود فيه.
    [one] السجل سليم: قيد واحد.
    [two] السجل سليم: قيدان، لم يتغير منهما شيء ولم ينقص.
    [few] السجل سليم: { $entries } قيود، لم يتغير منها شيء ولم ينقص.
    [many] السجل سليم: { $entries } قيدًا، لم يتغير منها شيء ولم ينقص.
   *[other] السجل سليم: { $entries } قيد، لم يتغير منها شيء ولم ينقص.
}
sheets-papers = { $count ->
    [zero] لم تكن هناك ورقة يُقارن بها.
    [one] يطابق ورقة واحدة، مما كتبته وما يحفظه الصندوق معًا.
    [two] يطابق ورقتين، مما كتبته وما يحفظه الصندوق معًا.
    [few] يطابق { $count } أوراق، مما كتبته وما يحفظه الصندوق معًا.
    [many] يطابق { $count } ورقة، مما كتبته وما يحفظه الصندوق معًا.
   *[other] يطابق { $count } ورقة، مما كتبته وما يحفظه الصندوق معًا.
}
sheets-what-now = لا تُعد التشغيل ولا تُصلح شيئًا. احفظ الورقة، واطلب نسخ قرص الصندوق، وأخبر من فوقك.
sheets-fault-gap = السجل غير سليم: القيد { $expected } مفقود، وفي مكانه { $found }.
sheets-fault-order = السجل غير سليم: القيد { $seq } لا يتبع الذي قبله.
sheets-fault-changed = السجل غير سليم: القيد { $seq } غُيّر بعد كتابته.
sheets-fault-unreadable = السجل غير سليم: الملف تالف حيث ينبغي أن يكون القيد { $seq }.
sheets-fault-cut = قُطع آخر السجل: ينتهي عند القيد { $newest }، والورقة تعرف القيد { $paper }.
sheets-fault-anew = ليس هذا هو السجل الذي على الورقة: غُيّر شيء من القيد { $from } إلى القيد { $until }، وأُعيد حساب السلسلة.
sheets-fault-nowhere = لا قيد يحمل البصمة التي على الورقة: قُطع آخر السجل، أو غُيّر شيء وأُعيد حساب السلسلة. ومع رقم آخر قيد على الورقة يمكن تحديد الموضع.
act-sheet-make = صنع ورقة يوم
audit-kind-sheet = ورقة
