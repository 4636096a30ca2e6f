### Drafts, and looking at something before it is sent.

draft-title = Drafts
draft-keep = Keep as draft
draft-kept = Kept as a draft at { $time }
draft-kept-without-photos = Kept as a draft at { $time }, without the photos that are not sent yet
draft-about = { $most ->
    [one] What you have begun to write and not sent. Only you see it. { $most } draft is kept, with its photos.
   *[other] What you have begun to write and not sent. Only you see it. Up to { $most } drafts are kept, with their photos.
}
draft-none = No drafts
draft-none-words = What you begin to write is kept here by itself until you post it.
draft-photos = { $count ->
    [one] { $count } photo
   *[other] { $count } photos
}
draft-last = Last kept { $moment }
draft-no-words = No words yet
draft-go-on = Go on writing
draft-remove = Throw away
draft-begun = You have begun to write:

preview-show = Preview
preview-title = This is how it will look
preview-empty = There are no words yet.
