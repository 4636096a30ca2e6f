### How much room one's photos take.

space-title = My space
space-taken = { $taken } of { $most } used
space-left = { $left } are still free.
space-full = Your space is full. Delete photos that you do not need, or ask staff for more.
space-in-photos = { $count ->
    [one] { $count } photo in posts and albums
   *[other] { $count } photos in posts and albums
}
space-in-comments = { $count ->
    [one] { $count } photo in comments
   *[other] { $count } photos in comments
}
space-in-drafts = { $count ->
    [one] { $count } photo in drafts
   *[other] { $count } photos in drafts
}
space-in-others = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
space-about = Only photos and files count, not words. What you delete counts no more.
space-photos = My photos
space-rule = Space for each person
space-rule-hint = How much the photos of one person may take. Who has more already keeps it, and can add nothing.
problem-no-space = Your space of { $limit } has no room for this. Delete photos that you do not need.
