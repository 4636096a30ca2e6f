### Readings of what somebody posts for few, and what is left out of the record for whom it is about.

readings-what = What do you need to see?
readings-what-posts = What do they post for few people?
readings-posts-of = What { $name } posts for few people
readings-about-posts = You are about to see what this person posts for contacts, some contacts or certain people, with the comments and photos, and their albums for them. What they keep for themselves alone stays closed.
readings-their-posts = What they post for few people
readings-their-posts-about = Posts for contacts, some contacts or certain people, the newest first. Also what waits or was taken away.
readings-no-posts = They have posted nothing for few people.
readings-their-albums = Their albums for few people
readings-their-albums-about = Albums for contacts, some contacts or certain people, the newest first. Also what waits or was taken away.
readings-no-albums = They have no album for few people.
readings-look-album = See the photos
readings-in-album = Photos of the album
readings-no-photos = There is no photo in it.
readings-under-it = Comments
readings-nothing-under-it = Nobody has commented.
readings-look-under = Read the comments
readings-for-people = For { $names }
readings-for-contacts = For all their contacts
readings-for-some = For some of their contacts
readings-under-photo = Under a photo of the post
readings-passes-on = Passes a post on
readings-notice-posts = { $staff } read what you posted for few people
readings-record-posts = Staff read what you posted for few people
readings-help-posts = In the same way they may read what one person posts for contacts, some contacts or certain people, and see their albums for them. That person is told as for a conversation.
audit-not-yours = { $count ->
    [one] { $count } entry here is about a look at something of yours. You see it when you are told of that look. Others who hold the record see it now.
   *[other] { $count } entries here are about a look at something of yours. You see them when you are told of that look. Others who hold the record see them now.
}
