### Who holds what: duties for the whole site and for groups, and their history.

duties-title = Who holds what
duties-about = What staff are trusted with, for the whole site or only for some groups, and who gave it to them. All staff can read this.
duties-entry-about = Owners and duties, from whom, and why.
duties-past = History of duties
duties-past-about = What was given and what ended, the newest first. Nothing of it is ever deleted.
duties-past-of = What they hold and held
duties-none = No duty until now.
duties-owner = Owner: every duty
duties-of-site = the whole site
duties-of-group = only { $group }
duties-still = Held now
duties-given = Given
duties-ended = Ended
duties-by-box = the box itself, or before this was kept
duties-edit = Role and duties
duties-in-groups = Only for some groups
duties-moderate-in = The desk, for what is posted to
duties-moderate-in-hint = Sees and decides what is reported or waits there, and can stop all writing there. Nothing about people.
duties-accounts-in = Accounts, for the members of
duties-accounts-in-hint = Makes slips for them and ends their sessions. Nothing for staff.
duties-why = Why
duties-why-hint = All staff can read it in the history.
duties-save = Save role and duties
duties-presets = Or give a usual job, in place of all that is ticked:
duties-slips-only = You keep the accounts of some groups: for their members you make slips and end sessions.
duties-number-title = How many are trusted with what
duties-number-site = { $what }: { $people ->
    [one] { $people } person
   *[other] { $people } people
}
duties-number-groups = { $what }, only for some groups: { $people ->
    [one] { $people } person
   *[other] { $people } people
}
duties-number-desk = { $people ->
    [one] Now that is { $people } person.
   *[other] Now that are { $people } people.
}
duties-who-about = What for whom staff are trusted with stands on a page that all staff can read.
