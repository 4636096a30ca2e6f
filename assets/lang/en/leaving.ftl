### Closing one's account.

leaving-title = Close my account
leaving-first = First: take your things along
leaving-first-words = After your account is closed for good, nobody can bring back what you made.
leaving-what = What happens
leaving-hidden = At once, nobody else sees you, your posts, photos and comments any more.
leaving-back = { $days ->
    [one] You have { $days } day to change your mind. Sign in again, and one button brings everything back.
   *[other] You have { $days } days to change your mind. Sign in again, and one button brings everything back.
}
leaving-gone = After that your words and photos are deleted for good, and your name with them.
leaving-kept = What staff are still looking at is kept until they are done. The record keeps what was done here, but no words of yours.
leaving-not-offered = In this house only staff close accounts. Ask them.
leaving-do-title = Close it
leaving-do = Close my account
leaving-comments = My comments under what others posted
leaving-comments-go = Delete them too
leaving-comments-go-hint = Talks of others may have gaps.
leaving-comments-stay = Leave them there without my name
leaving-comments-stay-hint = They will say “Somebody who left”. Their photos are deleted.
leaving-somebody = Somebody who left
leaving-closes = Your account closes on { $day }
leaving-closes-words = Nobody else sees you or your things now. Until then you can come back, and everything is as it was.
leaving-stay = Keep my account
leaving-rule = Close one’s own account
leaving-rule-hint = Everybody can close their own account. Without the tick, only staff do.
leaving-rule-comments = Comments may stay
leaving-rule-comments-hint = Who closes their account can leave their comments there, without a name.
leaving-staff = { $day }: everything of this account is deleted for good.
leaving-staff-own = They closed it themselves. They can come back until then.
leaving-staff-done = This account was emptied. Its words and photos are gone.
problem-last-owner = You are the last owner. Make somebody else an owner first.

act-account-close = closed their account
act-account-keep = kept their account
act-account-empty = emptied an account that was closed
act-account-note = emptied a part of an account
leaving-staff-title = This account closes
