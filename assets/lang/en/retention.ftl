### How long things are kept, and legal holds.

retention-title = How long things are kept
retention-entry-about = When posts, messages and cases are deleted for good, and what must be kept longer.
retention-about = Once on each day of the box, what is older than this is deleted for good: its words, its photos and its files. What staff still have to decide, what is being read with a reason, and what a legal hold names stays.
retention-unsure = Nothing is deleted while nobody knows whether the clock is right.
retention-rules = What goes when
retention-usual-is = As usual: a school keeps posts to the 31st of July and 60 days more, a prison for 90 days, any other house for a year; messages for 90 days, cases for a year.
retention-posts = Posts, comments, photos, announcements, events and files
retention-messages = Messages
retention-cases = Decisions and closed reports
retention-drafts = Drafts
retention-usual = As usual for this sort of house
retention-for-ever = Nothing is deleted
retention-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
retention-before = What is from before { $date } goes
retention-asks = Much more than usual would be deleted
retention-asks-words = { $count ->
    [one] { $count } thing would go. Nothing goes before an owner says yes.
   *[other] { $count } things would go. Nothing goes before an owner says yes.
}
retention-no-way-back = There is no way back. Are the times below right, and is the clock?
retention-type = How many things go
retention-type-hint = Type the number from above.
retention-do = Delete them for good
retention-owner = Only an owner can say yes.
retention-runs = The last days
retention-when = When
retention-state = State
retention-is-asking = waits for an owner
retention-is-running = is going on
retention-is-done = done

holds-title = Legal holds
holds-about = What a hold names is not deleted, whatever its age: neither by the run of each day, nor with an account that closes. Its author does not learn of it, and others see no more of it than before.
holds-none = No legal holds
holds-none-words = Nothing is kept beyond its time.
holds-new = A new hold
holds-sort = What is it about?
holds-person = Person
holds-person-hint = Everything that they made. Give their sign-in name.
holds-group = Group
holds-group-hint = Everything in it, with its conversation. Give its name.
holds-thing = Conversation or case
holds-thing-hint = A conversation with all its messages, or one thing with what stands under it. Give its address or its number.
holds-what = Name, address or number
holds-reason = Reason
holds-review = Look again on
holds-review-hint = Within 90 days. Then it stands on if you say so; it never ends by itself.
holds-begin = Hold it
holds-by = { $name }, { $time }
holds-look-again = Look again on { $date }.
holds-late = That day is past.
holds-looked = I looked: 90 days more
holds-end = End this hold
holds-ended = Ended { $time }

## What members read of it

retention-help-posts = Posts, comments, photos, events and files from before { $date } are deleted for good.
retention-help-no-posts = Posts, comments, photos, events and files are not deleted by their age.
retention-help-messages = Messages from before { $date } are deleted for good.
retention-help-no-messages = Messages are not deleted by their age.
retention-help-longer = What { $staff } still need for something that was reported, and what the law asks to keep, is kept longer.
