### Search, and what is offered while one types.

search-title = Search
search-words = What are you looking for?
search-words-hint = Words from posts, comments and photo descriptions, or names. Put "quotes" round words that belong together.
search-narrow = Narrow it down
search-kind = Look for
search-all = Everything
search-posts = Posts
search-comments = Comments
search-photos = Photos
search-people = People
search-groups = Groups
search-tags = Tags
search-by = Written by
search-by-hint = A sign-in name, such as mia
search-group = In the group
search-any-group = Anywhere
search-from = From this day
search-to = To this day
search-in-texts = Posts, comments and photos
search-a-post = Post
search-a-comment = Comment
search-an-album = Album
search-a-photo = Photo
search-waits = Waiting
search-removed = Taken away
search-begin = Find people and what they wrote
search-begin-words = You find only what you may see. Type a word and press Search.
search-nothing = Nothing found
search-nothing-words = Try fewer or shorter words, and check the spelling. You find only what you may see.

## While one types @ or #

suggest-people = People
suggest-tags = Tags
suggest-said = { $count ->
    [one] { $count } name offered. Press Enter to take it.
   *[other] { $count } names offered. Choose with the arrow keys, then press Enter.
}
