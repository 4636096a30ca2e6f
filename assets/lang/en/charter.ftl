### The notice of the house: what everybody must know and have read.

charter-title = What you should know
charter-entry-about = The notice that everybody reads when they first come, and who has read it.
charter-about = Please read this first. You can have it read aloud.
charter-newer = This text is newer than the one you had. Please read it again.
charter-no-consent = This only says that you have read it. It does not mean that you agree.
charter-read = I have read this
charter-read-on = You read this on { $time }.
charter-not-private = This is not private. Do not write to your lawyer here.

charter-admin-about = Everybody reads this when they first come here, and again after each change. Until then no other page opens for them; signing out and asking for help always do.
charter-each-time = In a prison they read it at every sign-in.
charter-once = Nobody is asked twice about the same text.
charter-none = Nothing is told yet. Below is a text to begin with: change it to fit your house.
charter-version = Version { $version }, by { $name }, { $time }
charter-publish = Publish
charter-publish-hint = Text can be written in Markdown. A language that is left empty is left out; the language of the site must be there. After publishing, everybody is asked to read it again.
charter-readers = Who has read it
charter-not-yet = Not yet
charter-have-read = Have read it
charter-nobody = Nobody
charter-nobody-words = Nobody stands in this list.
charter-file = Download as a file
