### من لديه أي مهمة: للمكان كله وللمجموعات، وتاريخها.

duties-title = من لديه أي مهمة
duties-about = ما يُعهد به إلى الموظفين، للمكان كله أو لبعض المجموعات فقط، ومن أعطاهم إياه. يمكن لكل الموظفين قراءة هذا.
duties-entry-about = المالكون والمهام، ممّن ولماذا.
duties-past = تاريخ المهام
duties-past-about = ما أُعطي وما انتهى، الأحدث أولًا. لا يُحذف شيء من هذا أبدًا.
duties-past-of = ما لديه وما كان لديه
duties-none = لا مهمة حتى الآن.
duties-owner = مالك: كل المهام
duties-of-site = المكان كله
duties-of-group = { $group } فقط
duties-still = لديه الآن
duties-given = أُعطيت
duties-ended = انتهت
duties-by-box = الصندوق نفسه، أو قبل أن يُحفظ هذا
duties-edit = الدور والمهام
duties-in-groups = لبعض المجموعات فقط
duties-moderate-in = المكتب، لما يُنشر في
duties-moderate-in-hint = يرى ما يُبلَّغ عنه أو ينتظر هناك ويقرر فيه، ويمكنه إيقاف كل كتابة هناك. لا شيء عن الأشخاص.
duties-accounts-in = الحسابات، لأعضاء
duties-accounts-in-hint = يصنع لهم أوراقًا وينهي جلساتهم. لا شيء للموظفين.
duties-why = لماذا
duties-why-hint = يمكن لكل الموظفين قراءته في التاريخ.
duties-save = حفظ الدور والمهام
duties-presets = أو أعطِ وظيفة معتادة، بدل كل ما هو مؤشَّر عليه:
duties-slips-only = أنت تتولى حسابات بعض المجموعات: تصنع لأعضائها أوراقًا وتنهي جلساتهم.
duties-number-title = كم شخصًا يُعهد إليه بماذا
duties-number-site = { $what }: { $people ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
}
duties-number-groups = { $what }، لبعض المجموعات فقط: { $people ->
    [zero] لا أحد
    [one] شخص واحد
    [two] شخصان
    [few] { $people } أشخاص
    [many] { $people } شخصًا
   *[other] { $people } شخص
}
duties-number-desk = { $people ->
    [zero] الآن لا أحد.
    [one] الآن هو شخص واحد.
    [two] الآن هما شخصان.
    [few] الآن هم { $people } أشخاص.
    [many] الآن هم { $people } شخصًا.
   *[other] الآن هم { $people } شخص.
}
duties-who-about = ما يُعهد به إلى كل موظف مكتوب في صفحة يمكن لكل الموظفين قراءتها.
