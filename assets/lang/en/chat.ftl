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
    [2] You two see this. It can be read by { $staff } only with a reason, and that is written down.
   *[other] { $people } people see this. It can be read by { $staff } only with a reason, and that is written down.
}
chat-seen-by-group = { $people ->
    [one] { $people } person and { $staff } see this.
   *[other] { $people } people and { $staff } see this.
}
chat-no-voice = You cannot write here now.
chat-too-late = It is too late to change this message.
chat-read-only = You can read, but not write, at the moment.
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
chat-choose = Choose a conversation
chat-choose-about = What is said in it will stand here.
chat-new = New conversation
chat-new-about = Choose one person, or several. With one person you have one conversation; what you said before is in it.
chat-away-title = Put away
chat-away-about = These come back to the list when somebody writes in them.
chat-away-empty = Nothing is put away
chat-away-empty-about = In the menu of a conversation you can put it away.
chat-you = You
chat-nobody = Nobody is here any more
chat-unread = { $count ->
    [one] { $count } new message
   *[other] { $count } new messages
}
chat-unread-line = New
chat-muted = Muted
chat-messages = Messages
chat-message = Message
chat-nothing-yet = Nothing has been said here yet. Write the first message.
chat-new-below = New messages: %count%
chat-seen = { $count ->
    [0] Nobody has seen it yet
    [one] Seen by { $count } person
   *[other] Seen by { $count } people
}
chat-about = About this conversation
chat-unmute = Not muted any more
chat-mute = Mute
chat-put-away = Put away
chat-take-back = Take back to the list
chat-report = Report this conversation
chat-back = Back to all conversations
chat-menu = More about this conversation
chat-more = More about the message of { $who }
chat-react = React
chat-copy = Copy text
chat-photos = { $count ->
    [one] A photo
   *[other] { $count } photos
}
chat-reply-none = Do not reply to it
chat-sending = Sending…
chat-waiting-network = Waiting for the network. It will be sent by itself.
chat-refused = This message was not taken.
chat-again = Try again
chat-edit-title = Change your message
chat-edit-about = You can change a message for 15 minutes. It is then marked as edited.
chat-to-message = Back to the message
chat-to = To the conversation
chat-profile = Profile
chat-group = The group
chat-typing = { $who } is typing
chat-here = Here now
chat-add-people = Add people
chat-add-about = What they see of what was said before is a setting of the conversation.
chat-who = With whom
chat-nobody-to-choose = There is nobody to whom you can write yet. Share with people you know, and wait until they share with you.
chat-nobody-found = Nobody of that name to whom you can write.
chat-begin = Begin
chat-add = Add
chat-name = Name of the conversation
chat-name-hint = Only where there are several people. Without a name, the names of the people stand there.
chat-newcomers = People who are added later
chat-newcomers-later = see what is said from then on
chat-newcomers-all = see everything that was said
chat-leads = Leads it
chat-take-out = Take out
chat-take-out-whom = Take { $who } out
chat-settings = Name and newcomers
chat-quiet = Quiet
chat-quiet-about = Muted: no number and no sound. Put away: out of your list, until somebody writes.
chat-leave = Leave
chat-presence = Whether others see that you are here
chat-presence-hidden = Nobody sees that you are here or typing. You do not see it of others who are typing either.
chat-presence-shown = People who share with you or talk with you see when you are here and when you are typing.
chat-presence-show = Show it
chat-presence-hide = Hide it
chat-group-on = Everybody in this group can write in its conversation.
chat-group-none = This group has no conversation. Its leaders can give it one.
chat-group-switch-on = Switch the conversation on
chat-group-switch-off = Switch the conversation off
chat-write-to = Write a message
chat-group-members = The conversation of a group is for those who are in it.
chat-find = Search messages
chat-find-here = Search here
chat-find-about = Words of your conversations. Nobody else’s are looked through.
chat-find-in = In { $name }
chat-aspect = Write to all of them
chat-day = Go to what was said on a day
chat-day-go = Go there
