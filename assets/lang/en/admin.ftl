### Managing: making people, what staff do about their accounts, the rules of the house.

admin-attention = Needs attention
admin-attention-none = Nothing at the moment.
admin-unused-slips = { $count ->
    [one] { $count } person has not signed in with their slip yet
   *[other] { $count } people have not signed in with their slips yet
}
admin-stopped = { $count ->
    [one] { $count } account is read-only, suspended or gone
   *[other] { $count } accounts are read-only, suspended or gone
}
admin-people = Accounts
admin-people-about = Find somebody: new slip, suspend, groups, duties.
admin-new = New person
admin-new-about = One account, with a slip to print.
admin-paste = Paste a list
admin-paste-about = A whole class or wing at once, with a sheet of slips.
admin-groups-about = Classes, wings and clubs, and who is in them.
admin-rules = Rules of the house
admin-rules-about = Name, language, and what waits for staff before others see it.

admin-find = Find somebody
admin-find-hint = The beginning of a name, as others see it or as they sign in.
admin-tab-all = All
admin-tab-slip = Slip not used
admin-tab-stopped = Not active
admin-nobody = Nobody here
admin-nobody-words = No account fits what you asked for.
admin-from-start = To the first page
admin-role = Role
admin-standing = Standing
admin-active = Active
admin-read-only = Read-only
admin-suspended = Suspended
admin-left = Gone
admin-has-slip = Still has slip password

admin-username-hint = Leave it empty and it is made from the name.
admin-make-one = Make account and slip
admin-role-member-hint = Makes posts and reads them.
admin-role-staff-hint = Looks after members. What they may do is ticked below.
admin-role-owner-hint = Runs the site and holds every duty.
admin-duties = Duties of staff
admin-duties-hint = Only staff hold duties. You can give only those that you hold yourself.
admin-duty-moderate = The desk
admin-duty-moderate-hint = Works through reports and what waits; removes posts and brings them back.
admin-duty-accounts = Accounts
admin-duty-accounts-hint = Makes accounts and slips, puts people in groups, suspends.
admin-duty-safeguard = Safeguarding
admin-duty-safeguard-hint = May open private talk, with a reason that is recorded.
admin-duty-audit = The record
admin-duty-audit-hint = Reads the record of all acts, and nothing else.
admin-duty-settings = Rules of the house
admin-duty-settings-hint = Changes the name, the language, and what waits for staff.
admin-presets = Usual jobs, and what to tick for them
admin-preset-supervisor = Supervisor
admin-preset-supervisor-words = The desk and Accounts
admin-preset-safeguarding = Safeguarding lead
admin-preset-safeguarding-words = The desk and Safeguarding
admin-preset-helpdesk = Helpdesk
admin-preset-helpdesk-words = Accounts
admin-preset-auditor = Auditor
admin-preset-auditor-words = The record

admin-own = This is your own account. Others change your role, duties and standing.
admin-above = This account holds more than you do. You can look, but not change it.
admin-edit = Name, role and duties
admin-to-active = Make active
admin-to-left = Mark as gone
admin-active-hint = Signs in and makes things as usual.
admin-read-only-hint = May look, but not post, comment or react.
admin-suspended-hint = Cannot sign in. They are signed out everywhere at once.
admin-left-hint = Has left this place. Nobody sees what they made any more. After 14 days it is deleted for good.
admin-new-slip = New slip
admin-new-slip-about = Makes a new one-time password. The old password stops working, and they are signed out everywhere at once.
admin-sessions = Where they are signed in
admin-sessions-none = Not signed in anywhere.

admin-slips = Slips to print
admin-slips-about = { $count ->
    [one] { $count } slip. It is shown here for { $minutes } minutes, to you alone; after that nobody can see the password again. Print it now.
   *[other] { $count } slips. They are shown here for { $minutes } minutes, to you alone; after that nobody can see the passwords again. Print them now.
}
admin-slip-note = The password works once. You will choose your own then.
admin-to-people = To all accounts

admin-list = The list
admin-list-hint = One person a line.
admin-all-are = Everybody on the list is
admin-look-first = Look at it first
admin-paste-how = What a line can be
admin-paste-example-name = Ana Berg
admin-paste-example-username = Ana Berg, ana.berg
admin-paste-example-groups = Ana Berg, ana.berg, Class 5B; Chess club
admin-paste-most = { $most ->
    [one] At most { $most } person at a time. A line copied from a table works too.
   *[other] At most { $most } people at a time. Lines copied from a table work too.
}
admin-preview = Look at the list
admin-preview-count = { $count ->
    [one] { $count } account would be made. Nothing is written yet.
   *[other] { $count } accounts would be made. Nothing is written yet.
}
admin-preview-broken = { $count ->
    [one] { $count } line cannot be used. Nothing was written. Change it below and look again.
   *[other] { $count } lines cannot be used. Nothing was written. Change them below and look again.
}
admin-preview-change = Change the list
admin-line = Line
admin-wrong = To note
admin-namesake = Somebody here has this name: { $username }
admin-wrong-no-name = The name is missing.
admin-wrong-taken = Somebody here has this sign-in name.
admin-wrong-twice = Line { $line } has the same sign-in name.
admin-wrong-long-group = A group's name has at most { $limit } characters.
admin-wrong-quote = A quotation mark is not closed.
admin-new-groups = New groups to make
admin-new-groups-hint = These are not here yet. Untick one, and its people are simply not put in it.
admin-group-kind = They are
admin-kind-class = Classes
admin-kind-wing = Wings
admin-kind-club = Clubs
admin-kind-other = Something else
admin-make-many-about = All are made, or none. A long list takes some seconds.
admin-make-many = { $count ->
    [one] Make { $count } account and slip
   *[other] Make { $count } accounts and slips
}

admin-site-name-hint = The name on the network is made from it, and follows at once.
admin-approval = What waits for staff
admin-approval-hint = For what members make. What staff post always appears at once.
admin-approval-open = Nothing waits
admin-approval-open-hint = What is posted appears at once.
admin-approval-hold-photos = Photos wait
admin-approval-hold-photos-hint = A post with a photo is seen by others only after staff let it through. Words appear at once.
admin-approval-hold-all = Everything waits
admin-approval-hold-all-hint = Each post and comment is seen by others only after staff let it through.
admin-approval-read-only = Nobody posts
admin-approval-read-only-hint = Members can read and look, but not make anything: nor press a sign or vote.
admin-kind-hint = It chooses the words that pages use for people.
admin-kind-school-hint = Pupils and teachers
admin-kind-prison-hint = Residents and officers
admin-kind-other-hint = Members and staff
