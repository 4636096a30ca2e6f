### What staff did about me.

record-here = What is here of me
record-title = What staff did
record-about = Everything that staff did to your account and to what you made, with the reason. Only you see this page.
record-account = My account
record-things = My posts, comments and photos
record-nothing = Nothing yet.
record-none-words = Staff have not removed or brought back anything of yours.
record-ask = Is something wrong? Ask staff. They can look at it again.
record-made = Your account was made
record-active = You may do everything again
record-read-only = You may read, but not write
record-suspended = You were shut out
record-left = Your account was marked as gone
record-reset = You got a new slip with a one-time password
record-session = You were signed out of one browser
record-groups = You were put in a group, or taken out of one
record-duties = What you are trusted with was changed
record-changed = Your name or your duties were changed
record-removed = Removed
record-restored = Brought back
record-released = Looked at, and let through
