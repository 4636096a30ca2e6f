### Hours of use: when members may come in, and the clock of the box.

hours-title = Hours of use
hours-entry-about = When members may come in, for all and by group, and the clock of the box.
hours-about = Outside these hours members meet a page that says when it opens again. They can still sign in and out and ask for help. Staff can always come in. Who is in several groups may come in when one of them may.
hours-site = Everybody
hours-none = Members may come in at any time.
hours-set = Set hours
hours-group = Hours of a group
hours-which = Group
hours-which-hint = Its members go by its hours, and not by those of everybody.
hours-how = For each day, the times when it is open: 8:00-12:00, 13:00-15:30. Leave a day empty and it is shut. 20:00-02:00 runs over midnight, and 0:00-24:00 is the whole day.
hours-otherwise = Days that are otherwise
hours-otherwise-hint = One a line: 2026-12-24 is shut all day, 2026-12-31 10:00-12:00 is open then. It counts in place of all that would begin on that day.
hours-look = Look at the week
hours-preview = The coming week
hours-day = Day
hours-open = Open
hours-shut-day = Shut
hours-over-midnight = until the next day
hours-otherwise-mark = otherwise
hours-otherwise-next = Days that are otherwise:
hours-remove = Remove these hours
hours-remove-group = Without them, its members go by the hours of everybody.
hours-remove-site = Without them, members may come in at any time, unless their group has hours.

hours-monday = Monday
hours-tuesday = Tuesday
hours-wednesday = Wednesday
hours-thursday = Thursday
hours-friday = Friday
hours-saturday = Saturday
hours-sunday = Sunday

hours-person = What somebody would meet now
hours-person-name = Sign-in name
hours-person-ask = Look
hours-person-nobody = Nobody has this name.
hours-meets-open = it is open.
hours-meets-until = it is open until { $time }.
hours-meets-from = it is shut until { $time }.
hours-meets-shut = it is shut, and no next opening is set.

hours-clock = The clock of the box
hours-clock-right = This time is believed.
hours-clock-unsure = Nobody knows whether this time is right.
hours-clock-confirm = This time is right
hours-unsure-open = Until somebody confirms the time, hours of use do not count.
hours-unsure-shut = Until somebody confirms the time, members with hours of use cannot come in.

## What members meet

shut-title = Closed now
shut-until = It opens again on { $time }.
shut-later = No next opening is set yet. Ask a member of staff.
shut-unsure = The clock of the box must be set first. Please tell a member of staff.
shut-help = You can still ask for help and sign out.
shut-typed = What you wrote. It was not sent: copy it, or wait here and send it later.
shut-now = This place is closed now.
shut-soon = Closes at { $time }
shut-soon-words = Finish what you write. Drafts are kept.
shut-unsure-title = The clock of the box is not sure
shut-unsure-words = Hours of use do not count until staff confirm the time.
