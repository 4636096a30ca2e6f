### The daily sheet: the record on paper.

sheets-title = Daily sheets
sheets-about = Each day of the box ends with a sheet: the number of its last entry in this record, and the hash of that entry in words. A record whose end was cut off, or that was changed and made anew, does not fit the paper any more.
sheets-about-paper = Print each sheet, have it signed, and keep it where nobody who has the box in their hands can reach it.
sheets-today = Today so far
sheets-check = Compare with a sheet
sheets-none = There is no sheet yet
sheets-none-words = The first is made when the first day is over. Until then, print today so far.
sheets-range = Entries { $first } to { $last }
sheets-file = Save as a file
sheets-one = Daily sheet
sheets-print = Print
sheets-so-far = This day is not over. This sheet is true for this moment, and is not kept: print it now.
sheets-site = Site
sheets-entries = Of the record
sheets-from = First entry
sheets-until = Last entry
sheets-made = This sheet was made
sheets-code = The number of the last entry and its hash, for a phone
sheets-words = The hash of entry { $seq }, in words
sheets-words-about = Thirty-two words and a check word. One wrong word, or two that changed places, are noticed when they are typed. The same in digits:
sheets-counts = What happened
sheets-posts = Posts
sheets-comments = Comments
sheets-messages = Messages
sheets-others = Photos in albums, announcements, events, files
sheets-reports = Told to staff
sheets-decided = Decided by staff
sheets-looked-again = Second looks that were answered
sheets-alone = Decided by staff about their own, since nobody else could
sheets-waiting = Waiting for staff when this was made
sheets-overdue = Cases that were overdue when this was made
sheets-sign-ins = Signed in
sheets-refused = Refused when signing in
sheets-accounts = Accounts made or changed
sheets-rules = Rules of the site changed
sheets-exports = Files taken out of the record
sheets-packs = Packs of evidence
sheets-archives = Archives packed for their owners
sheets-clock = The clock
sheets-starts = Starts of the box
sheets-unchecked = Entries while nobody vouched for the clock
sheets-jumps = Changes of the clock
sheets-jump = Before entry { $seq }: { $from } became { $to }
sheets-more = { $count ->
    [one] And { $count } more.
   *[other] And { $count } more.
}
sheets-readings = Looks into private talk, by whom
sheets-shown = Things that they showed
sheets-staff = Sign-ins of staff
sheets-by-others = Others
sheets-not-yours = Not shown to you
sheets-together = Together
sheets-printed-by = Printed by
sheets-checked-by = Compared with the record by
sheets-name = Name and date
sheets-signature = Signature
sheets-check-about = Type what stands on a sheet, or paste the files of any number of sheets. The whole record is walked from its first entry, and compared with that and with all sheets that the box keeps itself. With both fields empty it is compared with those alone.
sheets-seq = Last entry on the sheet
sheets-seq-hint = The number behind “to”. Files have it in them.
sheets-typed = The words, the digits, or files of sheets
sheets-typed-hint = Of each word the first four letters are enough.
sheets-compare = Compare
sheets-wrong-number = This is no number of an entry.
sheets-wrong-word = “{ $word }” is none of the words. Look at the sheet again.
sheets-wrong-count = { $count ->
    [one] This is { $count } word; a sheet has { $words }.
   *[other] These are { $count } words; a sheet has { $words }.
}
sheets-wrong-check = One of the words is another one, or two changed places. Look at the sheet again.
sheets-holds = { $entries ->
    [one] The record holds: { $entries } entry.
   *[other] The record holds: { $entries } entries, none changed, none missing.
}
sheets-papers = { $count ->
    [0] There was no sheet to compare it with.
    [one] It fits { $count } sheet, what you typed and what the box keeps taken together.
   *[other] It fits { $count } sheets, what you typed and what the box keeps taken together.
}
sheets-what-now = Do not restart or repair anything. Keep the paper, have the box’s disk copied, and tell whoever is above you.
sheets-fault-gap = The record does not hold: entry { $expected } is missing, { $found } stands in its place.
sheets-fault-order = The record does not hold: entry { $seq } does not follow the one before it.
sheets-fault-changed = The record does not hold: entry { $seq } was changed after it was written.
sheets-fault-unreadable = The record does not hold: the file is damaged where entry { $seq } should be.
sheets-fault-cut = The end of the record was cut off: it ends at entry { $newest }, and the sheet knows entry { $paper }.
sheets-fault-anew = This is not the record on the sheet: something from entry { $from } to entry { $until } was changed, and the chain made anew.
sheets-fault-nowhere = No entry has the hash on the sheet: the end was cut off, or something was changed and the chain made anew. With the number of the sheet’s last entry the place can be told.
act-sheet-make = made the sheet of a day
audit-kind-sheet = sheet
