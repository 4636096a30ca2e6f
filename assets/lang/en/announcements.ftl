### The notice board of staff.

announcement-new = New announcement
announcement-edit = Edit announcement
announcement-put-up = Put it on the board
announcement-take-down = Take it down
announcement-read = I have read this
announcement-was-read = Read
announcement-you-read = You read this: { $when }
announcement-whole = Read all of it
announcement-more = { $count ->
    [one] { $count } more to read
   *[other] { $count } more to read
}
announcement-more-about = More about the announcement { $title }
announcement-none = Nothing on the board
announcement-none-words = What staff want everybody to know will be here.
announcement-none-staff = What you put here stands on top of everybody’s Home until they have read it.
announcement-past = From before
announcement-is-past = This is over. It is kept to look up.
announcement-until = Shown until { $date }.
announcement-title = Title
announcement-text = Text
announcement-last-day = Last day
announcement-last-day-hint = After this day it moves to “From before”. Empty: it stays until you take it down.
announcement-anew = Ask everybody to read it again

receipts-title = Who has read it
receipts-count = { $read } of { $all } people have read it.
receipts-of = { $read } of { $all }
receipts-unread = Not yet
receipts-read = Read
receipts-others = Others
receipts-cut = Only the first part is shown: there are too many people for one page.
receipts-nobody = Nobody
receipts-nobody-words = It goes to no one else at this moment.
