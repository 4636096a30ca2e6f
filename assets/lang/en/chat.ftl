### Chat: conversations and messages.

nav-chats-unread = { $count ->
    [one] { $count } conversation with something new
   *[other] { $count } conversations with something new
}
chat-conversation = Conversation
chat-empty = No conversations yet
chat-empty-about = Open the page of somebody you know and choose “Write a message”.
chat-write = Write a message
chat-send = Send
chat-earlier = Earlier messages
chat-later = Later messages
chat-quote-gone = The message it answers is not there any more.
chat-seen-by = { $people ->
    [2] You two see this. { $staff } can read it only with a reason, and that is written down.
   *[other] { $people } people see this. { $staff } can read it only with a reason, and that is written down.
}
chat-seen-by-group = { $people ->
    [one] { $people } person and { $staff } see this.
   *[other] { $people } people and { $staff } see this.
}
chat-no-voice = You cannot write here now.
chat-too-late = It is too late to change this message.
chat-read-only = You can read, but not write, at the moment.
chat-stopped = You cannot write private messages at the moment.
chat-switched-off = The leaders of the group switched its conversation off.
chat-notice-mention = { $who } named you in a conversation
chat-notice-reaction = { $count ->
    [one] { $who } reacted to your message
   *[other] { $who } reacted to your message
}
chat-notice-taken-in = { $who } took you into a conversation
chat-rule-talk = Who may write to each other privately
chat-rule-talk-hint = It counts at once, in conversations that exist, too. Staff can write to everybody, and be answered.
chat-rule-contacts = People who share with each other
chat-rule-groups = People in the same group
chat-rule-everyone = Everybody
chat-rule-pairs = Only pairs that staff approve
chat-rule-nobody = Nobody: groups have their conversations
chat-rule-read = People see who has read their messages
chat-rule-read-hint = Off is calmer: nobody is asked why they did not answer.
chat-rule-presence = People see who is here and who is typing
chat-rule-presence-hint = Everybody can hide themselves in their settings.
search-a-message = Message
report-of-message = wrote this message
report-of-conversation = began this conversation
notice-removed-message = { $staff } removed your message
notice-restored-message = { $staff } brought your message back
notice-released-message = Your message has arrived now
act-chat-begin = began a conversation
act-chat-edit = changed a conversation
act-chat-person-add = took people into a conversation
act-chat-person-remove = took somebody out of a conversation
act-chat-leave = left a conversation
act-chat-note = read a conversation
act-message-add = sent a message
act-message-edit = changed a message
act-message-remove = took a message away
act-account-talk-pair = said whether two people may talk
act-account-no-talk = said whether somebody may write privately
