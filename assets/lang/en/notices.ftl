### Notices: what has happened to one's things.

notice-read-all = Mark all as read
notice-none = Nothing yet
notice-none-words = When somebody comments, reacts or names you, it will be here.
notice-filter = Which notices
notice-only-all = All
notice-only-comments = Comments
notice-only-mentions = Mentions
notice-only-reactions = Reactions
notice-only-people = People and groups
notice-only-decisions = Decisions

notice-somebody = Somebody
notice-who-more = { $count ->
    [one] { $name } and { $count } other
   *[other] { $name } and { $count } others
}
notice-reply = { $who } replied to your comment
notice-comment-mine = { $count ->
    [one] { $who } commented on your post
   *[other] { $who } commented on your post
}
notice-comment-other = { $count ->
    [one] { $who } also commented on a post
   *[other] { $who } also commented on a post
}
notice-mention-post = { $who } named you in a post
notice-mention-comment = { $who } named you in a comment
notice-reaction-post = { $count ->
    [one] { $who } reacted to your post
   *[other] { $who } reacted to your post
}
notice-reaction-comment = { $count ->
    [one] { $who } reacted to your comment
   *[other] { $who } reacted to your comment
}
notice-contact = { $count ->
    [one] { $who } shares with you now
   *[other] { $who } share with you now
}
notice-group = You are in { $name } now
notice-group-gone = You were put in a group

notice-staff-teachers = Teachers
notice-staff-officers = Officers
notice-staff-plain = Staff
notice-removed-post = { $staff } removed your post
notice-removed-comment = { $staff } removed your comment
notice-restored-post = { $staff } brought your post back
notice-restored-comment = { $staff } brought your comment back
notice-released-post = Your post can be seen now
notice-released-comment = Your comment can be seen now
notice-outcome = { $staff } looked at what you reported
notice-outcome-removed = It was removed.
notice-outcome-kept = It was not removed.
notice-outcome-shielded = It stays, behind a warning.
notice-outcome-gone = Whoever made it had taken it away.
notice-outcome-restored = It was looked at again, and can be seen again.
notice-outcome-acted = Something was done about it. What it was stays between them and whom it is about.
notice-outcome-nothing = It was looked at. Nothing more had to be done.
notice-outcome-cared = They look after it. What they do stays between them and whom it is about.
notice-outcome-over = It was looked at.

notice-reason = Why: { $reason }
notice-because-unkind = It is mean to somebody.
notice-because-threat = It is a threat.
notice-because-private = It shows what is private.
notice-because-rude = It is rude.
notice-because-spam = It is the same thing over and over.
notice-because-rules = It is against a rule of this house.
notice-because-mistake = The earlier decision was a mistake.
notice-because-fine = Nothing is wrong with it.
notice-because-other = Another reason.

notice-comment-photo-mine = { $count ->
    [one] { $who } commented on your photo
   *[other] { $who } commented on your photo
}
notice-comment-photo-other = { $count ->
    [one] { $who } also commented on a photo
   *[other] { $who } also commented on a photo
}
notice-reaction-photo = { $count ->
    [one] { $who } reacted to your photo
   *[other] { $who } reacted to your photo
}
notice-removed-photo = { $staff } removed your photo
notice-removed-album = { $staff } removed your album
notice-restored-photo = { $staff } brought your photo back
notice-restored-album = { $staff } brought your album back
notice-released-photo = Your photo can be seen now
notice-released-album = Your album can be seen now
