### Albums, and photos with pages of their own.

albums-title-word = Albums
albums-mine = My albums
albums-of = Albums of { $name }
albums-new = New album
albums-make = Make the album
albums-edit = Edit album
albums-delete = Delete album
albums-more = More about the album { $title }
albums-none = No albums yet
albums-none-words = Photos that you can see will be here.
albums-none-mine-words = An album keeps photos together: a trip, a project, a year. Make one, then add photos.
albums-posts = Photos of posts
albums-posts-of = Photos of posts by { $name }
albums-posts-words = Each is in its post, and seen by those who see the post.
albums-posts-none = No photos yet
albums-empty = No photos in it yet
albums-empty-words = Add photos first. Then you can put them in order.
albums-from-start = To the first photos
albums-waits = Waiting
albums-removed = Removed
albums-title = Title
albums-about = What it is about
albums-audience-hint = Comments under its photos are seen by the same people as the album.
albums-order = Put in order
albums-order-words = Drag a photo, or move it with its buttons.
albums-moved = Now at place { $place }
albums-moved-away = Moved to another page of the album
albums-order-done = Done
albums-up = Up
albums-down = Down
albums-first = To the top
albums-add = Add photos
albums-add-words = Up to { $count } at a time. Choose them, say what they show if you like, and send them.
albums-send = Send photos

photo-title = Photo by { $name }
photo-number = Photo { $number }
photo-its-post = The post
photo-shows = What it shows: { $words }
photo-beside = Other photos here
photo-before = Previous
photo-after = Next
photo-more = More about the photo by { $name }
photo-edit = Edit words
photo-cover = Make it the cover
photo-delete = Delete photo
photo-file = Only the picture
photo-caption = Caption
photo-alt-hint = For people who cannot see it.
photo-move = Another album
photo-album = Album
photo-move-hint = Whoever sees that album will see the photo and its comments.
photo-move-do = Move photo
albums-choose = Choose photos
albums-too-many = { $count ->
    [one] Only { $count } photo at a time.
   *[other] Only { $count } photos at a time.
}
