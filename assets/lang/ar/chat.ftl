### Chat: conversations and messages.

nav-chats-unread = { $count ->
    [one] محادثة واحدة فيها جديد
    [two] محادثتان فيهما جديد
    [few] { $count } محادثات فيها جديد
   *[other] { $count } محادثة فيها جديد
}
chat-conversation = محادثة
chat-empty = لا محادثات بعد
chat-empty-about = افتح صفحة شخص تعرفه واختر «اكتب رسالة».
chat-write = اكتب رسالة
chat-send = إرسال
chat-earlier = رسائل أقدم
chat-later = رسائل أحدث
chat-quote-gone = الرسالة التي يرد عليها لم تعد موجودة.
chat-seen-by = { $people ->
    [2] تريان هذا أنتما الاثنان. لا يستطيع { $staff } قراءته إلا لسبب، ويُسجَّل ذلك.
    [few] يرى هذا { $people } أشخاص. لا يستطيع { $staff } قراءته إلا لسبب، ويُسجَّل ذلك.
   *[other] يرى هذا { $people } شخصًا. لا يستطيع { $staff } قراءته إلا لسبب، ويُسجَّل ذلك.
}
chat-seen-by-group = { $people ->
    [one] يرى هذا شخص واحد و{ $staff }.
    [two] يرى هذا شخصان و{ $staff }.
    [few] يرى هذا { $people } أشخاص و{ $staff }.
   *[other] يرى هذا { $people } شخصًا و{ $staff }.
}
chat-no-voice = لا يمكنك الكتابة هنا الآن.
chat-too-late = فات وقت تغيير هذه الرسالة.
chat-read-only = يمكنك القراءة الآن دون الكتابة.
chat-switched-off = أوقف مسؤولو المجموعة محادثتها.
chat-notice-mention = ذكرك { $who } في محادثة
chat-notice-reaction = { $count ->
    [one] تفاعل { $who } مع رسالتك
   *[other] تفاعل { $who } مع رسالتك
}
chat-notice-taken-in = أضافك { $who } إلى محادثة
chat-rule-talk = من يستطيع أن يكتب لمن على انفراد
chat-rule-talk-hint = يسري فورًا، وفي المحادثات القائمة أيضًا. يستطيع المشرفون الكتابة للجميع وتلقي الرد.
chat-rule-contacts = من يشارك بعضهم بعضًا
chat-rule-groups = من هم في المجموعة نفسها
chat-rule-everyone = الجميع
chat-rule-pairs = من يوافق عليهم المشرفون فقط
chat-rule-nobody = لا أحد: للمجموعات محادثاتها
chat-rule-read = يظهر من قرأ الرسائل
chat-rule-read-hint = الإيقاف أهدأ: لا يُسأل أحد لماذا لم يرد.
chat-rule-presence = يظهر من هو حاضر ومن يكتب
chat-rule-presence-hint = يستطيع كل شخص أن يخفي نفسه في إعداداته.
search-a-message = رسالة
report-of-message = كتب هذه الرسالة
report-of-conversation = بدأ هذه المحادثة
notice-removed-message = أزال { $staff } رسالتك
notice-restored-message = أعاد { $staff } رسالتك
notice-released-message = وصلت رسالتك الآن
act-chat-begin = بدء محادثة
act-chat-edit = تغيير محادثة
act-chat-person-add = إضافة أشخاص إلى محادثة
act-chat-person-remove = إخراج شخص من محادثة
act-chat-leave = مغادرة محادثة
act-chat-note = قراءة محادثة
act-message-add = إرسال رسالة
act-message-edit = تغيير رسالة
act-message-remove = إزالة رسالة
act-account-talk-pair = تقرير هل يتحدث شخصان معًا
act-account-no-talk = تقرير هل يكتب شخص على انفراد
chat-choose = اختر محادثة
chat-choose-about = سيظهر هنا ما يقال فيها.
chat-new = محادثة جديدة
chat-new-about = اختر شخصًا واحدًا أو أكثر. لك مع كل شخص محادثة واحدة، وفيها ما قلتماه من قبل.
chat-away-title = المحادثات المحفوظة جانبًا
chat-away-about = تعود إلى القائمة حين يكتب أحد فيها.
chat-away-empty = لا توجد محادثات محفوظة جانبًا
chat-away-empty-about = يمكنك حفظ المحادثة جانبًا من قائمتها.
chat-you = أنت
chat-nobody = لم يبق أحد هنا
chat-unread = { $count ->
    [zero] لا رسائل جديدة
    [one] رسالة جديدة واحدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
    [many] { $count } رسالة جديدة
   *[other] { $count } رسالة جديدة
}
chat-unread-line = جديد
chat-muted = مكتومة
chat-messages = الرسائل
chat-message = الرسالة
chat-nothing-yet = لم يُقل شيء هنا بعد. اكتب الرسالة الأولى.
chat-new-below = رسائل جديدة: %count%
chat-seen = { $count ->
    [zero] لم يرها أحد بعد
    [one] رآها شخص واحد
    [two] رآها شخصان
    [few] رآها { $count } أشخاص
    [many] رآها { $count } شخصًا
   *[other] رآها { $count } شخص
}
chat-about = عن هذه المحادثة
chat-unmute = إلغاء الكتم
chat-mute = كتم
chat-put-away = حفظ جانبًا
chat-take-back = إعادة إلى القائمة
chat-report = الإبلاغ عن هذه المحادثة
chat-back = العودة إلى كل المحادثات
chat-menu = المزيد عن هذه المحادثة
chat-more = المزيد عن رسالة { $who }
chat-react = التفاعل
chat-copy = نسخ النص
chat-photos = { $count ->
    [zero] بلا صور
    [one] صورة
    [two] صورتان
    [few] { $count } صور
    [many] { $count } صورة
   *[other] { $count } صورة
}
chat-reply-none = إلغاء الرد عليها
chat-sending = جارٍ الإرسال…
chat-waiting-network = في انتظار الشبكة. ستُرسل من تلقاء نفسها.
chat-refused = لم تُقبل هذه الرسالة.
chat-again = أعد المحاولة
chat-edit-title = عدّل رسالتك
chat-edit-about = يمكنك تعديل الرسالة لمدة 15 دقيقة. ويظهر بعدها أنها معدّلة.
chat-to-message = العودة إلى الرسالة
chat-to = إلى المحادثة
chat-profile = الملف الشخصي
chat-group = المجموعة
chat-typing = { $who } يكتب الآن
chat-here = هنا الآن
chat-add-people = إضافة أشخاص
chat-add-about = ما يرونه مما قيل من قبل يحدده إعداد المحادثة.
chat-who = مع من
chat-nobody-to-choose = لا يوجد بعد من يمكنك الكتابة إليه. شارك مع من تعرفهم وانتظر حتى يشاركوا معك.
chat-nobody-found = لا أحد بهذا الاسم يمكنك الكتابة إليه.
chat-begin = ابدأ
chat-add = أضف
chat-name = اسم المحادثة
chat-name-hint = فقط إن كنتم عدة أشخاص. بلا اسم تظهر أسماء الأشخاص.
chat-newcomers = من يضاف لاحقًا
chat-newcomers-later = يرى ما يقال منذ ذلك الحين
chat-newcomers-all = يرى كل ما قيل
chat-leads = يديرها
chat-take-out = إخراج
chat-take-out-whom = إخراج { $who }
chat-settings = الاسم والقادمون الجدد
chat-quiet = الهدوء
chat-quiet-about = مكتومة: بلا رقم ولا صوت. محفوظة جانبًا: خارج قائمتك حتى يكتب أحد.
chat-leave = مغادرة
chat-presence = هل يرى الآخرون أنك هنا
chat-presence-hidden = لا أحد يرى أنك هنا أو أنك تكتب. وأنت لا ترى من يكتب.
chat-presence-shown = من يشارك معك أو يتحدث معك يرى متى تكون هنا ومتى تكتب.
chat-presence-show = إظهار ذلك
chat-presence-hide = إخفاء ذلك
chat-group-on = يستطيع كل من في هذه المجموعة الكتابة في محادثتها.
chat-group-none = ليس لهذه المجموعة محادثة. يمكن لمن يديرها أن يفتح واحدة.
chat-group-switch-on = تشغيل المحادثة
chat-group-switch-off = إيقاف المحادثة
chat-write-to = اكتب رسالة
chat-group-members = محادثة المجموعة لمن هم فيها.
chat-find = البحث في الرسائل
chat-find-here = البحث هنا
chat-find-about = كلمات من محادثاتك. لا يُبحث في محادثات غيرك.
chat-find-in = في { $name }
chat-aspect = اكتب إليهم جميعًا
chat-day = اذهب إلى ما قيل في يوم
chat-day-go = اذهب
