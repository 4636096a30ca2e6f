### المجموعات: كيف ينضم الناس إليها، وأقسام صفحة المجموعة.

joining-tabs = أقسام هذه المجموعة
joining-tab-posts = المنشورات

joining-how = كيف ينضم الناس؟
joining-staff = الموظفون وحدهم يضيفون الناس
joining-staff-hint = كما في الصف. لا يرى غيرهم أن المجموعة موجودة.
joining-by-invitation = بدعوة
joining-by-invitation-hint = من يقود المجموعة يدعو الناس. لا يرى غيرهم أن المجموعة موجودة.
joining-on-request = بطلب
joining-on-request-hint = يجد الجميع المجموعة ويمكنهم طلب الانضمام. من يقودها يقول نعم أو لا.
joining-open = مفتوحة للجميع
joining-open-hint = يجد الجميع المجموعة ويمكنهم الانضمام إليها.
joining-leaving = يمكن للأعضاء المغادرة بأنفسهم
joining-leaving-hint = ينطبق هذا حيث يضيف الموظفون وحدهم الناس. كل المجموعات الأخرى يمكن للجميع مغادرتها.
joining-picture-hint = صورة من هذا الجهاز، حتى 20 ميغابايت. تُقصّ مربعة. يراها كل من يجد المجموعة.

joining-find = مجموعات يمكنك الانضمام إليها
joining-find-none = لا مجموعات للانضمام الآن
joining-find-none-words = ستظهر هنا المجموعات التي تقبل أناسًا جددًا.
joining-none-yet = لست في أي مجموعة بعد. في الأسفل مجموعات يمكنك الانضمام إليها.
joining-you-are-invited = أنت مدعو
joining-you-asked = طلبت الانضمام
joining-asking = { $count ->
    [zero] لا أحد يطلب الانضمام
    [one] شخص واحد يطلب الانضمام
    [two] شخصان يطلبان الانضمام
    [few] { $count } أشخاص يطلبون الانضمام
    [many] { $count } شخصًا يطلبون الانضمام
   *[other] { $count } شخص يطلبون الانضمام
}
joining-outside-hint = ترى من في المجموعة وما ينشرونه بعد أن تنضم إليها.
joining-invited-by = { $name } يدعوك إلى هذه المجموعة.
joining-accept = انضمام
joining-decline = لا، شكرًا
joining-join = انضم إلى المجموعة
joining-asked-at = طلبت
joining-waits = طلبك ينتظر. سيجيبك من يقود المجموعة أو الموظفون.
joining-withdraw = إلغاء الطلب
joining-refused = ليس هذه المرة. يمكنك أن تطلب مرة أخرى بعد يوم.
joining-words = كلمة لمن يقودها
joining-words-hint = لماذا تود الانضمام. يكفي سطر واحد.
joining-ask = اطلب الانضمام
joining-asks-title = يطلبون الانضمام
joining-let-in = إدخال
joining-refuse = ليس الآن
joining-invited-title = مدعوون لم ينضموا بعد
joining-said-no = قال لا
joining-uninvite = سحب الدعوة
joining-invite = دعوة أشخاص
joining-invite-to = دعوة أشخاص إلى { $name }
joining-invite-them = ادعهم
joining-tick = ضع علامة على من تدعوهم
joining-is-invited = مدعو من قبل
joining-leave = مغادرة المجموعة
joining-leave-title = مغادرة { $name }؟
joining-leave-words = لن ترى منشوراتها وصورها بعد الآن. ما نشرته هناك يبقى للآخرين.
joining-remove = حذف المجموعة
joining-remove-title = حذف { $name }؟
joining-remove-words = لن يبقى فيها أحد. ما نُشر لهذه المجموعة وحدها لا يراه بعد ذلك إلا كاتبه والموظفون. لا يمكن التراجع عن هذا.

joining-notice-ask = { $count ->
    [one] { $who } يطلب الانضمام إلى { $name }
   *[other] { $who } يطلبون الانضمام إلى { $name }
}
joining-notice-gone = كتب إليك أحدهم عن مجموعة لا تراها الآن
joining-notice-invite = { $who } يدعوك إلى { $name }
joining-notice-refused = لم تُقبل في { $name } هذه المرة. يمكنك أن تطلب مرة أخرى بعد يوم.

problem-not-yet = قيل لك «ليس الآن» منذ وقت قصير. اطلب مرة أخرى بعد يوم.
problem-for-staff = هنا ينتظر هذا الموظفين، والمجموعة لا تستطيع الانتظار. اطلب من الموظفين تغييره.

act-group-join = الانضمام إلى مجموعة
act-group-ask = طلب الانضمام إلى مجموعة
act-group-ask-withdraw = إلغاء طلب الانضمام إلى مجموعة
act-group-ask-refuse = رفض طلب شخص للانضمام إلى مجموعة
act-group-invite = دعوة أشخاص إلى مجموعة
act-group-invite-decline = رفض دعوة
act-group-invite-remove = سحب دعوة
act-group-leave = مغادرة مجموعة
act-group-remove = حذف مجموعة

joining-tab-photos = الصور
joining-photos-of = صور { $name }
joining-albums-of = ألبومات { $name }
joining-photos-none = لا صور بعد
joining-photos-none-words = ستظهر هنا ألبومات هذه المجموعة والصور من منشوراتها.
joining-album-hint = كل من في المجموعة يستطيع وضع صور في ألبوماتها.
joining-album-new = ألبوم جديد
joining-album-for = هذا الألبوم لـ { $name }: كل من فيها يراه ويستطيع وضع صور فيه. كل شخص يُخرج صوره، ومن يقود المجموعة يستطيع إخراج أي صورة.
joining-album-of-all = كل من في المجموعة يستطيع وضع صور فيه.
