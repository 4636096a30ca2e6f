### What is mine to choose: what I hear of, reading aloud, keys.

hear-title = What I want to hear of
hear-open = Choose
hear-about = Only what you tick here becomes a notice. What you were told before stays.
hear-of = Tell me about
hear-comments = Comments and answers
hear-comments-hint = Under what you posted, where you commented, and on what you follow.
hear-mentions = Mentions
hear-mentions-hint = Somebody writes your name in a post or comment.
hear-reactions = Reactions
hear-reactions-hint = Somebody presses a heart or another sign under something of yours.
hear-reshares = Passing on
hear-reshares-hint = Somebody passes a post of yours on.
hear-contacts = Contacts
hear-contacts-hint = Somebody begins to share with you.
hear-tags = Photos of me
hear-tags-hint = Somebody says that you are in a photo.
hear-groups = Groups
hear-groups-hint = You are in a new group, are invited, or somebody asks to join yours.
hear-board = Announcements, events and files
hear-board-hint = Something new on the board, in the calendar or in the files of a group of yours, or on the board for everybody.
hear-always = You are always told
hear-decisions = When something of yours is taken away, brought back or let through, how a report of yours ended, and what happens to your account. This cannot be turned off: nothing happens to your things without your being told.

keys-title = Keys
keys-about = With a keyboard, single letters go through the posts and to other pages.
keys-are-off = You have switched these keys off.
keys-in-stream = In a list of posts, comments or notices
keys-next = Next
keys-previous = Previous
keys-open = Open it
keys-comment = Comment on it
keys-react = Go to its signs: Enter presses one
keys-menu = Open its three dots
keys-listen = Read it aloud, where this is switched on
keys-anywhere = Anywhere
keys-new = Write a post
keys-search = Search
keys-this = Show these keys
keys-places = Go to
keys-desk = At the desk
keys-desk-open = Open the desk
keys-desk-approve = Keep it, let it through or bring it back
keys-writing = While you write, they are only letters. Tab, Enter and Escape work as everywhere.
keys-choose = Switch on or off
my-aids = Reading aloud and keys
my-keys = Keys that act by themselves
my-keys-hint = Single letters go through posts and to pages. Switch this off if they get in your way, for example when you speak to your computer.
my-keys-list = Show all keys
my-aloud = “Read aloud” buttons
my-aloud-hint = Under each text, where this device has its own voice for the language. Nothing is sent anywhere.
my-aloud-none = This device has no voice of its own for this language. Ask somebody who looks after it.
aloud-start = Read aloud
aloud-pause = Pause
aloud-on = Go on
aloud-stop = Stop
help-search = Look in the books
help-search-hint = One or more words, such as “photo” or “new password”.
help-search-found = { $count ->
    [one] Found in { $count } place
   *[other] Found in { $count } places
}
help-search-nothing = Nothing found
help-search-nothing-words = Try another or a shorter word. The books are in English.
help-book-short = This is the short book.
help-book-whole = The whole book, in English
help-book-own = The short book, in your language
