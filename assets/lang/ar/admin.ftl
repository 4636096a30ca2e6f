### الإدارة: إنشاء الأشخاص، وما يفعله الموظفون بحساباتهم، وقواعد المكان.

admin-attention = يحتاج إلى انتباه
admin-attention-none = لا شيء الآن.
admin-unused-slips = { $count ->
    [zero] استخدم الجميع أوراقهم للدخول
    [one] شخص واحد لم يسجّل الدخول بورقته بعد
    [two] شخصان لم يسجّلا الدخول بورقتيهما بعد
    [few] { $count } أشخاص لم يسجّلوا الدخول بأوراقهم بعد
    [many] { $count } شخصًا لم يسجّلوا الدخول بأوراقهم بعد
   *[other] { $count } شخص لم يسجّلوا الدخول بأوراقهم بعد
}
admin-stopped = { $count ->
    [zero] لا حسابات للقراءة فقط أو موقوفة أو غادر أصحابها
    [one] حساب واحد للقراءة فقط أو موقوف أو غادر صاحبه
    [two] حسابان للقراءة فقط أو موقوفان أو غادر صاحباهما
    [few] { $count } حسابات للقراءة فقط أو موقوفة أو غادر أصحابها
    [many] { $count } حسابًا للقراءة فقط أو موقوفة أو غادر أصحابها
   *[other] { $count } حساب للقراءة فقط أو موقوفة أو غادر أصحابها
}
admin-people = الحسابات
admin-people-about = البحث عن شخص: ورقة جديدة، وإيقاف، ومجموعات، ومهام.
admin-new = شخص جديد
admin-new-about = حساب واحد، مع ورقة للطباعة.
admin-paste = لصق قائمة
admin-paste-about = صف أو جناح كامل دفعة واحدة، مع صفحة أوراق للطباعة.
admin-groups-about = الصفوف والأجنحة والنوادي ومن فيها.
admin-rules = قواعد المكان
admin-rules-about = الاسم واللغة وما ينتظر الموظفين قبل أن يراه الآخرون.

admin-find = البحث عن شخص
admin-find-hint = بداية الاسم الذي يراه الآخرون أو اسم الدخول.
admin-tab-all = الكل
admin-tab-slip = لم تُستخدم ورقته
admin-tab-stopped = غير نشط
admin-nobody = لا أحد هنا
admin-nobody-words = لا حساب يطابق ما طلبته.
admin-from-start = إلى الصفحة الأولى
admin-role = الدور
admin-standing = الحالة
admin-active = نشط
admin-read-only = للقراءة فقط
admin-suspended = موقوف
admin-left = غادر
admin-has-slip = كلمة المرور ما زالت من الورقة

admin-username-hint = إذا تركته فارغًا صُنع من الاسم.
admin-make-one = إنشاء حساب وورقة
admin-role-member-hint = ينشر ويقرأ ما يُنشر.
admin-role-staff-hint = يرعى الأعضاء. ما يُسمح له به معلَّم أدناه.
admin-role-owner-hint = يدير الموقع وله كل المهام.
admin-duties = مهام الموظفين
admin-duties-hint = المهام للموظفين فقط. لا يمكنك أن تعطي إلا المهام التي لك.
admin-duty-moderate = المكتب
admin-duty-moderate-hint = النظر في البلاغات وما ينتظر، وإزالة المنشورات وإعادتها.
admin-duty-accounts = الحسابات
admin-duty-accounts-hint = إنشاء الحسابات والأوراق، ووضع الأشخاص في مجموعات، والإيقاف.
admin-duty-safeguard = الحماية
admin-duty-safeguard-hint = فتح الأحاديث الخاصة، بسبب يُكتب في السجل.
admin-duty-audit = السجل
admin-duty-audit-hint = قراءة سجل كل ما يُفعل، ولا شيء غيره.
admin-duty-settings = قواعد المكان
admin-duty-settings-hint = تغيير الاسم واللغة وما ينتظر الموظفين.
admin-presets = الأعمال المعتادة وما يُعلَّم لها
admin-preset-supervisor = الإشراف
admin-preset-supervisor-words = المكتب والحسابات
admin-preset-safeguarding = مسؤولية الحماية
admin-preset-safeguarding-words = المكتب والحماية
admin-preset-helpdesk = المساعدة في الدخول
admin-preset-helpdesk-words = الحسابات
admin-preset-auditor = التدقيق
admin-preset-auditor-words = السجل

admin-own = هذا حسابك أنت. غيرك يغيّر دورك ومهامك وحالتك.
admin-above = لهذا الحساب أكثر مما لك. يمكنك أن تنظر، لا أن تغيّر.
admin-edit = الاسم والدور والمهام
admin-to-active = تنشيط
admin-to-left = تعليم أنه غادر
admin-active-hint = يسجّل الدخول وينشر كالمعتاد.
admin-read-only-hint = يمكنه أن ينظر، لا أن ينشر أو يعلّق أو يتفاعل.
admin-suspended-hint = لا يمكنه تسجيل الدخول. ويُسجَّل خروجه فورًا من كل مكان.
admin-left-hint = غادر هذا المكان. لم يعد أحد يرى ما صنعه. وبعد 14 يومًا يُحذف نهائيًا.
admin-new-slip = ورقة جديدة
admin-new-slip-about = تُنشأ كلمة مرور جديدة لمرة واحدة. لا تعود القديمة صالحة، ويُسجَّل خروجه فورًا من كل مكان.
admin-sessions = أين سجّل الدخول
admin-sessions-none = لم يسجّل الدخول في أي مكان.

admin-slips = أوراق للطباعة
admin-slips-about = { $count ->
    [zero] لا أوراق. تظهر الأوراق هنا لك وحدك، ومدتها بالدقائق: { $minutes }.
    [one] ورقة واحدة. تظهر هنا لك وحدك، ومدتها بالدقائق: { $minutes }. بعد ذلك لا يمكن لأحد أن يرى كلمة المرور مرة أخرى. اطبعها الآن.
    [two] ورقتان. تظهران هنا لك وحدك، ومدتهما بالدقائق: { $minutes }. بعد ذلك لا يمكن لأحد أن يرى كلمتي المرور مرة أخرى. اطبعهما الآن.
    [few] { $count } أوراق. تظهر هنا لك وحدك، ومدتها بالدقائق: { $minutes }. بعد ذلك لا يمكن لأحد أن يرى كلمات المرور مرة أخرى. اطبعها الآن.
    [many] { $count } ورقة. تظهر هنا لك وحدك، ومدتها بالدقائق: { $minutes }. بعد ذلك لا يمكن لأحد أن يرى كلمات المرور مرة أخرى. اطبعها الآن.
   *[other] { $count } ورقة. تظهر هنا لك وحدك، ومدتها بالدقائق: { $minutes }. بعد ذلك لا يمكن لأحد أن يرى كلمات المرور مرة أخرى. اطبعها الآن.
}
admin-slip-note = تصلح كلمة المرور مرة واحدة. ثم تختار كلمة خاصة بك.
admin-to-people = إلى كل الحسابات

admin-list = القائمة
admin-list-hint = شخص واحد في كل سطر.
admin-all-are = دور كل من في القائمة
admin-look-first = معاينة أولًا
admin-paste-how = ما يمكن أن يكون في السطر
admin-paste-example-name = أمل برهان
admin-paste-example-username = أمل برهان, amal.burhan
admin-paste-example-groups = أمل برهان, amal.burhan, الصف 5ب; نادي الشطرنج
admin-paste-most = { $most ->
    [zero] لا أحد في كل مرة.
    [one] شخص واحد على الأكثر في كل مرة. ويمكن نسخ السطر من جدول.
    [two] شخصان على الأكثر في كل مرة. ويمكن نسخ الأسطر من جدول.
    [few] { $most } أشخاص على الأكثر في كل مرة. ويمكن نسخ الأسطر من جدول.
    [many] { $most } شخصًا على الأكثر في كل مرة. ويمكن نسخ الأسطر من جدول.
   *[other] { $most } شخص على الأكثر في كل مرة. ويمكن نسخ الأسطر من جدول.
}
admin-preview = معاينة القائمة
admin-preview-count = { $count ->
    [zero] لن يُنشأ أي حساب. لم يُكتب شيء بعد.
    [one] سيُنشأ حساب واحد. لم يُكتب شيء بعد.
    [two] سيُنشأ حسابان. لم يُكتب شيء بعد.
    [few] ستُنشأ { $count } حسابات. لم يُكتب شيء بعد.
    [many] سيُنشأ { $count } حسابًا. لم يُكتب شيء بعد.
   *[other] سيُنشأ { $count } حساب. لم يُكتب شيء بعد.
}
admin-preview-broken = { $count ->
    [zero] كل الأسطر صالحة.
    [one] تعذر استخدام سطر واحد. لم يُكتب شيء. غيّره أدناه ثم عاين من جديد.
    [two] تعذر استخدام سطرين. لم يُكتب شيء. غيّرهما أدناه ثم عاين من جديد.
    [few] تعذر استخدام { $count } أسطر. لم يُكتب شيء. غيّرها أدناه ثم عاين من جديد.
    [many] تعذر استخدام { $count } سطرًا. لم يُكتب شيء. غيّرها أدناه ثم عاين من جديد.
   *[other] تعذر استخدام { $count } سطر. لم يُكتب شيء. غيّرها أدناه ثم عاين من جديد.
}
admin-preview-change = تغيير القائمة
admin-line = السطر
admin-wrong = للانتباه
admin-namesake = هنا شخص بهذا الاسم: { $username }
admin-wrong-no-name = الاسم ناقص.
admin-wrong-taken = هنا شخص له اسم الدخول هذا.
admin-wrong-twice = في السطر { $line } اسم الدخول نفسه.
admin-wrong-long-group = الحد الأقصى لأحرف اسم المجموعة: { $limit }
admin-wrong-quote = علامة اقتباس لم تُغلق.
admin-new-groups = مجموعات جديدة ستُنشأ
admin-new-groups-hint = ليست هنا بعد. إذا أزلت العلامة عن مجموعة فلن يوضع فيها أحد.
admin-group-kind = هي
admin-kind-class = صفوف
admin-kind-wing = أجنحة
admin-kind-club = نوادٍ
admin-kind-other = شيء آخر
admin-make-many-about = تُنشأ كلها أو لا يُنشأ منها شيء. القائمة الطويلة تحتاج إلى بضع ثوانٍ.
admin-make-many = { $count ->
    [zero] لا حسابات لإنشائها
    [one] إنشاء حساب وورقة
    [two] إنشاء حسابين وورقتين
    [few] إنشاء { $count } حسابات وأوراقها
    [many] إنشاء { $count } حسابًا وأوراقها
   *[other] إنشاء { $count } حساب وأوراقها
}

admin-site-name-hint = منه يُصنع الاسم في الشبكة، ويتغير معه في الحال.
admin-approval = ما ينتظر الموظفين
admin-approval-hint = لما ينشره الأعضاء. ما ينشره الموظفون يظهر دائمًا فورًا.
admin-approval-open = لا شيء ينتظر
admin-approval-open-hint = ما يُنشر يظهر فورًا.
admin-approval-hold-photos = الصور تنتظر
admin-approval-hold-photos-hint = المنشور الذي فيه صورة لا يراه الآخرون حتى يسمح به الموظفون. والكلمات تظهر فورًا.
admin-approval-hold-all = كل شيء ينتظر
admin-approval-hold-all-hint = كل منشور وتعليق لا يراه الآخرون حتى يسمح به الموظفون.
admin-approval-read-only = لا أحد ينشر
admin-approval-read-only-hint = يمكن للأعضاء أن يقرؤوا وينظروا، لا أن ينشروا شيئا، ولا أن يتفاعلوا أو يصوّتوا.
admin-kind-hint = يحدد الكلمات التي تسمّي بها الصفحات الأشخاص.
admin-kind-school-hint = تلاميذ ومعلمون
admin-kind-prison-hint = نزلاء وضباط
admin-kind-other-hint = أعضاء وموظفون
