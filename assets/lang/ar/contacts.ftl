### جهات الاتصال: قائمتي الخاصة، وقائمة الجوانب بجانب كل شخص.

contacts-title = جهات اتصالي
contacts-count = { $count ->
    [0] لا تشارك أحدًا بعد.
    [one] تشارك شخصًا واحدًا.
    [two] تشارك شخصين.
    [few] تشارك { $count } أشخاص.
    [many] تشارك { $count } شخصًا.
   *[other] تشارك { $count } شخص.
}
contacts-mine = أشاركهم
contacts-mutual = نتشارك معًا
contacts-only-theirs = يشاركونني وحدهم
contacts-in-none = ليسوا في أي جانب
contacts-search-hint = بداية أي من أسمائهم أو من اسم الدخول.
contacts-none-found-words = لا أحد في هذه القائمة بهذا الاسم. جرّب حروفًا أقل.
contacts-none-mutual = لا أحد بعد
contacts-none-mutual-words = هنا من تشاركهم ويشاركونك. يمكنك إضافة الناس، أما إضافتهم لك فأمرها لهم.
contacts-none-theirs = لا أحد
contacts-none-theirs-words = هنا من أضافك إلى جهات اتصاله ولم تضفه أنت.
contacts-all-in-aspects = لا أحد
contacts-all-in-aspects-words = كل واحد من جهات اتصالك في جانب.
contacts-aspects = الجوانب
contacts-aspects-of = في أي من جوانبك يوجد { $name }؟
contacts-new-aspect = جانب جديد
