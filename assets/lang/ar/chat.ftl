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
chat-stopped = لا يمكنك كتابة رسائل خاصة الآن.
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
