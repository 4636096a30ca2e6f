### The desk of staff: what waits, one case, what was decided.

desk-open = Open
desk-done = Done
desk-empty = Nothing waits
desk-empty-words = Reports, and things that wait to be seen, will be here.
desk-done-empty = Nothing was decided yet
desk-done-empty-words = What staff decide will be here, newest first.
desk-first-page = To the first page
desk-somebody = Somebody who has left
desk-post = Post
desk-comment = Comment
desk-photo = Photo
desk-person = Person
desk-photos = { $count ->
    [0] (no words)
    [one] { $count } photo
   *[other] { $count } photos
}
desk-waits = Waits to be seen
desk-reports = { $count ->
    [one] { $count } report
   *[other] { $count } reports
}
desk-show-photo = Show the photo
desk-photo-described = Description: { $words }
desk-by = by { $name }
desk-was-removed = Removed
desk-was-restored = Brought back
desk-was-released = Let through
desk-was-kept = Kept
desk-is-shown = Can be seen
desk-author-removed = Deleted by its author
desk-removed-before = { $count ->
    [0] Nothing of theirs was removed before
    [one] { $count } thing of theirs was removed before
   *[other] { $count } things of theirs were removed before
}
desk-account = Account
desk-see-in-place = See it where it stands
desk-own = This is your own. Better let somebody else decide.
desk-own-person = This is about you. Better let somebody else decide.
desk-reports-title = Reports
desk-no-reports = Nobody has reported it.
desk-reporter-kept = Name kept back: it is about you
desk-closed = Closed
desk-decisions = Decisions
desk-context = What stands round it
desk-no-context = Nothing stands round it.
desk-keep = Keep
desk-release = Let it be seen
desk-restore = Bring it back
desk-remove = Remove
desk-next = Next
desk-reason = Reason for removing
desk-choose-reason = Choose…
desk-note = Note: the author reads it, except after Keep
desk-person-note = What you did
desk-close = Close
desk-keys = Keys:
desk-key-approve = keep, let through or bring back
desk-album = Album
