### What stands round every page: places, menus, forms, the composer's pieces.

## Places

nav-places = Places
nav-home = Home
nav-everyone = Everyone
nav-groups = Groups
nav-people = People
nav-chat = Chat
nav-notices = Notices
nav-search = Search
nav-desk = Desk
nav-admin = Manage
nav-audit = Record
nav-help = Help
nav-settings = Settings
nav-my-page = My page
nav-write = Write a post
nav-menu-of = Your menu, { $name }
nav-skip = Skip to what matters
nav-sign-out = Sign out
nav-sign-in = Sign in
nav-unread = { $count ->
    [one] { $count } new notice
   *[other] { $count } new notices
}
nav-search-hint = Search

## The sign that staff look after this place

supervised-sign = Supervised
supervised-about = Supervised: who can see what

## At the foot of a page

foot-who-sees = Who can see this?
foot-need-help = I need help

## Live

live-away = No connection. New things will appear when it is back.
live-new-posts = { $count ->
    [one] { $count } new post
   *[other] { $count } new posts
}
live-more-posts = More than { $count } new posts

## Pages of a stream

pager-pages = Pages
pager-newer = Newer
pager-older = Older

## Forms

form-problems = Please look at this again
form-optional = not needed
form-leave = What you wrote is not sent yet. Leave this page?
form-choose-file = Choose a file

## The composer

composer-write = What would you like to say?
composer-text = Your post
composer-photos = Add photos
composer-post = Post
composer-who = Who will see it?
composer-change = Change
composer-alt = Describe it, for people who cannot see it
composer-describe-later = After posting you can say what your photos show, for people who cannot see them.
composer-remove-photo = Remove photo
composer-sending = Sending photos
composer-not-photo = Only pictures can be added here.
composer-too-large = “%name%” is too large.
composer-too-many = { $count ->
    [one] Only { $count } photo fits in a post.
   *[other] Only { $count } photos fit in a post.
}
composer-no-network = It could not be sent: there is no connection. Nothing is lost. Please try again.
composer-not-taken = It could not be sent. Nothing is lost. Please try again.

## Photos

photos-more = { $count } more photos
photos-open = Open photo { $number }
photos-describe = { $count ->
    [one] Describe the photo
   *[other] Describe the photos
}
photos-describe-title = What your photos show
photos-describe-about = Say in a few words what each one shows. People who cannot see it have your words read to them.
photos-describe-one = Describe photo { $number }
photos-described = Description of photo { $number }
