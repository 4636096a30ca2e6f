### Talk inside a case: staff write to somebody whom it concerns, who answers.

case-talk-title = Talk with the supervisors about { $about }
case-talk-about-report = what you reported
case-talk-about-post = a post of yours
case-talk-about-comment = a comment of yours
case-talk-about-photo = a photo of yours
case-talk-about-message = a message of yours
case-talk-about-thing = something of yours
case-talk-about-you = you
case-talk-about-other = something that happened where you were
case-talk-you = You
case-talk-hint = Only you and those who look after this place read what stands here. They keep it with the case.
case-talk-closed = This is closed. It can be read, and not answered any more.
case-talk-unsent = This was not sent any more:
case-talk-answer = Your answer
case-talk-nothing = Nothing was written yet.
case-talk-mine = What supervisors wrote to me
case-talk-is-about = it is about them
case-talk-reported = reported it
case-talk-was-there = was there
case-talk-with = With { $name }
case-talk-staff = Talk in this case
case-talk-staff-hint = Each person reads on a page of their own what you write to them, and can answer there until the case is closed. They do not learn who else is written to, who reported it, or which of you wrote.
case-talk-back = The case
case-talk-write = Write to somebody about this
case-talk-to = To whom
case-talk-words = What you write
case-talk-words-hint = Do not name who reported it.
case-talk-kind = Message in a case

notice-case-talk = { $staff } wrote to you
notice-case-answer = Somebody answered you in a case
act-case-write = wrote to somebody in a case
act-case-answer = answered to staff in a case
