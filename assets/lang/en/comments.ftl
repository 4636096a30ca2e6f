### Comments, and the page of one post.

comment-title = Comments
comment-write = Write a comment
comment-send = Send
comment-locked = The comments are closed. What is here stays.
follow-title = Notices about this post
follow-now-usual = You are told of new comments if you wrote here, or if it is your post.
follow-now-all = You are told of every new comment.
follow-now-none = You are told of no comment here, unless somebody names you.
follow-all = Tell me of all
follow-none = Tell me of none
follow-usual = As usual
comment-answer = Reply to { $name }
comment-answering = You reply to { $name }
comment-photo = Add a photo
comment-photo-file = Photo
comment-text = Your comment
comment-earlier = Earlier comments
comment-newest = Newest comments
comment-more = More about the comment by { $name }
comment-edit-title = Edit your comment
comment-edit-about = Others can read what it said before.

thread-title = Post by { $name }
thread-decisions = What staff decided
thread-decided-remove = Removed
thread-decided-restore = Brought back
thread-decided-release = Let be seen
thread-seen-everyone = Seen by: everyone here
thread-seen-groups = Seen by: { $names }, perhaps more groups, and { $staff }
thread-seen-contacts = Seen by: the contacts of { $name }; { $staff } only if it is reported, or with a written reason
thread-seen-aspects = Seen by: some contacts of { $name }; { $staff } only if it is reported, or with a written reason
thread-seen-people = Seen by: you and others whom { $name } chose; { $staff } only if it is reported, or with a written reason
