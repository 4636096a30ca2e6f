### People: lists, profiles, sharing, aspects, blocks, and what is mine.

people-shown-name = Name that others see
people-lists = Lists of people
people-search = Find somebody
people-search-hint = The beginning of a name or of a sign-in name.
people-my-contacts = My contacts
people-you = you
people-both-share = you share with each other
people-i-share = you share with them
people-they-share = they share with you
people-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}
people-none-found = Nobody found
people-none-found-words = Try the first letters of a first name, or of a sign-in name.
people-nobody = Nobody here yet
people-nobody-words = Staff make accounts. Who has one will be here.
people-no-contacts = No contacts yet
people-no-contacts-words = Open somebody’s page and choose “Add to contacts”. What you post for your contacts is then for them, too.

profile-edit = Edit my profile
profile-left = has left
profile-about = About
profile-pronouns = Pronouns
profile-place = Place
profile-birthday = Birthday
profile-both-share-words = You share with each other. What you post for your contacts they see, and you see theirs.
profile-i-share-words = You share with them. What you post for your contacts they see. You do not see what they post for theirs.
profile-they-share-words = They share with you. You see what they post for their contacts. They do not see what you post for yours.
profile-nobody-shares-words = You do not share with each other. You see what they post for everyone or for a group of yours.
profile-share = Add to contacts
profile-unshare = Stop sharing
profile-more = More about { $name }
profile-aspects = { $count ->
    [0] Aspects
    [one] In { $count } aspect
   *[other] In { $count } aspects
}
profile-aspects-hint = In which of your aspects? Only you see this.

aspect-title = My aspects
aspect-about = An aspect is a set of your contacts, such as “Friends” or “Football”. You can post for one alone. Nobody else sees that it is there or who is in it.
aspect-name = Name
aspect-name-hint = Only you see it.
aspect-add = Add an aspect
aspect-edit = Edit the aspect
aspect-up = Move { $name } up
aspect-down = Move { $name } down
aspect-stream = What the people in this aspect post, as far as you see it. Only you see this aspect.
aspect-people = In this aspect
aspect-choose-people = Choose people
aspect-choose = Who is in { $name }?
aspect-choose-hint = Tick those of your contacts who are in it. They are not told.
aspect-empty = Nobody in it yet
aspect-empty-words = Choose people among your contacts.
aspect-remove = Delete the aspect
aspect-remove-hint = The people in it stay your contacts. What you posted for this aspect alone will be seen only by you.

block-do = Block
block-undo = Unblock
block-title = Block { $name }?
block-not-seen = Neither of you sees what the other posts, comments or does from now on.
block-not-shared = You share with each other no more, and they are taken out of your aspects.
block-not-told = They are not told.
block-staff = Staff who look after this place still see what they must, even if you block one of them.
block-undo-hint = You can unblock them at any time. Is somebody hurting you? Report them as well.
block-you-did = You blocked this person. Neither of you sees the other’s new things.
block-list = People I blocked
block-list-about = Only you see this list. After you unblock somebody, you share with each other again only if you choose to.
block-none = Nobody
block-none-words = You have not blocked anybody. You can do it on a person’s page.

my-title = Me
my-page = My page
my-posts = My posts
my-profile = My profile
my-people = My people
my-preferences = Language and look
my-profile-about = Your name and picture are for everybody here. The rest is for those you share with, and for staff who keep accounts.
my-name-hint = Staff set the name. Ask them if it is wrong.
my-picture = Picture
my-picture-hint = A photo from this device, up to 20 MB. It is cut to a square.
my-picture-remove = Remove picture
my-birth-day = Birthday: day
my-birth-month = Birthday: month
my-bio = About me
my-bio-hint = You can use Markdown, as in posts.
my-language = Language
my-language-browser = As this browser asks
my-theme = Colours
my-theme-auto = As this device
my-theme-light = Light
my-theme-dark = Dark
my-theme-contrast = High contrast
my-text-size = Size of text
my-text-normal = Usual
my-text-large = Large
my-text-larger = Larger

profile-card = { $name } in short
profile-card-groups = Groups you are both in
