### أول تشغيل: استلام الصندوق.

setup-title = مرحبًا بك في Courtyard
setup-about = هذا الصندوق جديد. رمز الإعداد يُثبت أنك أنت من يقف بجانبه.
setup-step = الخطوة { $step } من { $steps }
setup-code = رمز الإعداد
setup-code-hint = تجده على شاشة الصندوق وفي سجل تشغيله. ثلاث مجموعات، في كل منها أربع علامات.
setup-go-on = متابعة

setup-site-title = موقعك
setup-site-name = اسم الموقع
setup-site-name-hint = كما يقوله الناس: «مدرسة التل». منه يُصنع الاسم في الشبكة.
setup-kind = ما نوع هذا المكان؟
setup-kind-school = مدرسة
setup-kind-school-hint = تلاميذ ومعلمون. ما يُنشر يظهر فورًا.
setup-kind-prison = سجن
setup-kind-prison-hint = نزلاء وضباط. ما ينشره الأعضاء ينتظر الموظفين.
setup-kind-other = مكان آخر
setup-kind-other-hint = أعضاء وموظفون. ما يُنشر يظهر فورًا.
setup-language = لغة الموقع
setup-language-hint = يمكن لكل شخص أن يختار لغة أخرى.
setup-time-zone = المنطقة الزمنية

setup-owner-title = المالك الأول
setup-owner-about = المالك يدير الموقع. استخدم اسمك الحقيقي: كل ما يفعله الموظفون يُكتب في السجل.
setup-claim = استلام هذا الصندوق

setup-sheet-title = ورقة الاستعادة
setup-sheet-about = اطبع هذه الصفحة واحفظها حيث لا يجدها إلا أنت وشخص واحد غيرك.
setup-sheet-address = العنوان
setup-sheet-owner = اسم دخول المالك الأول
setup-sheet-box = رقم الصندوق
setup-sheet-lost = إذا لم يعد أي مالك يستطيع الدخول
setup-sheet-lost-words = يمكن لمن يكون الصندوق بين يديه أن يعيّن كلمة مرور جديدة من لوحة مفاتيح الصندوق نفسه. يُكتب هذا في السجل إلى الأبد. الكلمات هي:
setup-print = طباعة
setup-begin = إلى موقعي
