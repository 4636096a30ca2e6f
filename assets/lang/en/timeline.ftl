### All that there is about one account, for staff.

timeline-title = All that there is about this account
timeline-counts = Reports about them: { $about }. Reports from them: { $from }.
timeline-filter = Which of it
timeline-all = All
timeline-none = Nothing.
timeline-decisions = Decided
timeline-set = Said and set
timeline-appeals = Asked again
timeline-reports = Reported
timeline-words = Rules for words
timeline-readings = Looks into talk
timeline-sign-ins = Refused sign-ins
timeline-kept = Looked at, and left as it is
timeline-report-open = Somebody reported them; it waits
timeline-report-closed = Somebody reported them; it is closed
timeline-read-posts = Staff asked to read what they post for few
timeline-read-person = Staff asked to see with whom they talk
timeline-refused = Somebody tried to sign in as them
