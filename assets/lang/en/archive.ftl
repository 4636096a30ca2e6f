### Download all.

archive-title = Download everything
archive-what = What you get
archive-about = One file with everything you made here: your posts, comments, photos and albums, your contacts and settings, your votes, and what staff did about you. You can open it in any browser, without this site and without the Internet.
archive-others = What others wrote under your posts is in it, as far as you can see it. What is only theirs is not.
archive-not-offered = This house does not offer this here. Ask staff if you need your things.
archive-ask-title = Ask for it
archive-again = Ask for a new one
archive-ask = Make my file
archive-password-hint = So that nobody else can take your things when you leave a page open.
archive-packing = Your file is being made
archive-packing-words = You can leave this page. A notice tells you when it is ready.
archive-ready = Your file is ready
archive-fetch = Download
archive-until = It stays here until { $day }. Then it is deleted.
archive-open = Unpack it, then open “index.html”. Keep it where only you can read it.
archive-failed = Your file could not be made
archive-failed-words = Nothing of yours is lost. Try again, or tell staff.
archive-rule = Download everything
archive-rule-hint = Everybody can take along a file with all they made. Without the tick, staff have to help.

archive-comments = My comments
archive-reactions = What I reacted to
archive-votes = My votes
archive-contacts = Contacts
archive-followed = Posts I follow or muted
archive-reports = What I reported
archive-for = For
archive-poll = Poll
archive-pressed = Reactions
archive-state = State
archive-held = waits for staff
archive-removed = removed by staff
archive-album = Album
archive-photos = Photos
archive-sharing = Sharing
archive-part = Part
archive-about-what = About
archive-by = By
archive-why = Reason
archive-note = Note
archive-outcome = Outcome
archive-follows = Followed
archive-mutes = Muted

archive-book-title = { $name }: everything from here
archive-book-from = From { $site }, made on { $moment }.
archive-book-contents = Contents
archive-book-empty = Nothing in: { $list }.
archive-book-more = What else is in this file
archive-book-photos = All photos:
archive-book-data = Everything as data, for programs:
archive-book-diaspora = The same for moving to a diaspora* network:
archive-book-care = The last one holds a key in your name. Give it to nobody.
archive-book-pages = Pages
archive-book-page = Page { $number } of { $count }
archive-book-back = Back
archive-book-on = Next

notice-archive = Your file with everything you made is ready

act-archive-ask = asked for everything they made
act-archive-pack = packed everything that somebody made
act-archive-note = noted how far a file is
notice-closing = You closed your account, and it will be deleted
archive-group-asks = Groups I asked to come into
archive-tagged = Photos I am tagged in
