### الاستطلاعات في المنشورات.

poll-title = استطلاع
poll-add = إضافة استطلاع
poll-question = السؤال
poll-question-hint = اتركه فارغًا إذا كان منشورك هو السؤال.
poll-answers = الأجوبة التي يُختار منها
poll-answers-hint = من 2 إلى { $most }.
poll-answer = الجواب { $number }
poll-more = أجوبة أخرى
poll-several = يمكن اختيار أكثر من جواب
poll-hide = لا تظهر النتيجة إلا بعد التصويت
poll-keep = لا يمكن تغيير الصوت
poll-end = متى ينتهي الاستطلاع
poll-several-hint = يمكنك اختيار أكثر من جواب.
poll-vote = صوّت
poll-change = غيّر صوتك
poll-mine = صوتك
poll-votes = { $count ->
    [0] لا أصوات
    [one] صوت واحد
    [two] صوتان
    [few] { $count } أصوات
    [many] { $count } صوتًا
   *[other] { $count } صوت
}
poll-percent = { $percent }٪
poll-voters = { $count ->
    [0] لم يصوّت أحد بعد
    [one] صوّت شخص واحد
    [two] صوّت شخصان
    [few] صوّت { $count } أشخاص
    [many] صوّت { $count } شخصًا
   *[other] صوّت { $count } شخص
}
poll-ends = ينتهي في { $moment }
poll-ended = انتهى في { $moment }
poll-hidden = سترى النتيجة بعد أن تصوّت
poll-final = لا يمكن تغيير الصوت
poll-secret = لا يظهر لأحد من صوّت
