### Passing posts on, and posts behind a shield.

reshare-count = { $count ->
    [0] Reshare
    [one] { $count } reshare
   *[other] { $count } reshares
}
reshare-title = Reshare a post
reshare-about = It becomes a post of yours that shows this one. When the first post goes, it goes from yours too.
reshare-words = Your words about it
reshare-do = Reshare
reshare-who = Who reshared it
reshare-nobody = Nobody you can see has reshared it yet.
reshare-mine = You have reshared this post.
reshare-see-mine = See it
reshare-undo = Take it back
reshare-gone = The post that was here is gone.
reshare-see = See the post
reshare-vote = Vote in the post
reshare-original = The post it reshares

shield-add = Sensitive
shield-about = Others see it only after they press on it. The pictures are not even loaded before.
shield-hide = Hide it behind a shield
shield-why = What is in it
shield-why-hint = In a word or two, such as “spiders”
shield-sensitive = Sensitive
shield-because = Sensitive: { $why }
shield-by-staff = Sensitive, say { $staff }
shield-look = Look
shield-photo = Sensitive photo { $number }
shield-the-photo = Sensitive photo
shield-always = Show sensitive posts without asking
shield-always-hint = Otherwise they stay closed until you press on them.
shield-decided = Put behind a shield
shield-lifted = Shield taken away
shield-title = Shield
shield-by-author = Its author put it behind a shield.
shield-by-us = It is behind a shield by staff.
shield-desk-about = People see it only after they press on it. The author is told, with your reason, and cannot take the shield away.
shield-reason = Reason for the shield
shield-set = Put it behind a shield
shield-lift = Take the shield away
shield-was-set = Shielded
shield-was-lifted = Shield taken away

notice-reshare = { $count ->
    [one] { $who } reshared your post
   *[other] { $who } reshared your post
}
notice-shielded = { $staff } put your post behind a shield

act-post-reshare = reshared a post
act-draft-keep = kept a draft
act-item-staff-shield = put a post behind a shield
act-item-staff-unshield = took a shield away
