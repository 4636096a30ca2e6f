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
desk-own = This is your own. Somebody else decides about it.
desk-own-person = This is about you. Somebody else looks after it.
desk-own-alone = This is yours, and there is nobody else here who could decide. So you may.
desk-alone-marked = It is marked in the record, and counted on the daily sheet.
desk-alone = Nobody else could decide
desk-by-another = Somebody else decides this
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
desk-told = What whoever reported them is told
desk-told-nothing = Nothing more had to be done
desk-told-acted = Something was done about it
desk-told-since = Whoever reported them is told that something was done, since something was said or set about them meanwhile; not what.
desk-told-cared = Whoever was worried is told that you look after it; not what you do.
desk-close = Close
desk-keys = Keys:
desk-key-approve = keep, let through or bring back
desk-album = Album
desk-lists = Lists
desk-urgent = Urgent
desk-mine = Mine
desk-groups = My groups
desk-oldest = Due first
desk-empty-list = Nothing stands in this list at the moment.
desk-overdue = Overdue
desk-due = To be decided by { $moment }
desk-looks = { $name } is looking at this
desk-looks-until = { $name } is looking at this until { $time }. After that you can take it over. What cannot wait you can decide now.
desk-worry = Worry about somebody

# When cases should be decided
due-urgent = Urgent cases should be decided within
due-urgent-hint = Threats, worry about somebody, calls for help. What is overdue goes to those with the other duty, too: Safeguarding or The desk.
due-held = What waits to be seen, within
due-other = Everything else, within
due-other-hint = This holds for cases that come from now on.
due-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}

desk-several = Decide about several
desk-several-about = Tick what the same decision is right for. Each gets it by itself, with its own entry in the record; what it does not fit stays as it is.
desk-tick = Choose: { $what }
desk-undo = Take back your last decision: { $decision }

# How many cases were decided in time
coverage-title = Coverage
coverage-about = How many cases of the last twelve weeks were decided by when they were due. What its author took back, and what staff did where nothing waited, is not counted.
coverage-by-week = By week
coverage-by-sort = By kind
coverage-none = No case was decided in these weeks.
coverage-numbers = The numbers
coverage-week = Week from
coverage-sort = Kind
coverage-in-time = In time
coverage-late = Late
coverage-share = Share in time
coverage-percent = { $percent }%
coverage-open = Open now
coverage-oldest = Oldest open
coverage-items = Things that people made
coverage-people = Reports about people
coverage-worry = Worry about somebody
coverage-words = Refused words
coverage-help = Calls for help
coverage-appeals = Appeals
