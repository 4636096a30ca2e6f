### Who can see this?, and bringing back what was just hidden.

who-comment-post = A comment is seen by everybody who sees the post it stands under.
who-comment-album = A comment is seen by everybody who sees the album with the photo it stands under.
who-photo-post = A photo is seen by everybody who sees the post it is in.
who-photo-album = A photo is seen by everybody who sees the album it is in.
who-group = { $people ->
    [one] { $name }, { $people } person
   *[other] { $name }, { $people } people
}
who-waits = It waits for { $staff }. Until they let it through, only its author and they see it.
who-staff-open = Of the { $staff }, those who work at the desk see it.
who-staff-limited = Of the { $staff }, those who work at the desk see it only if somebody reports it, or if it had to wait. A few of them may read it for a reason that they must write down.
who-later-mine = Whoever you begin to share with later sees it too, and whoever you stop sharing with does not see it any more.
who-later = Whom its author shares with can change later.
who-blocked = Where one person blocks another, neither sees what the other makes.

stream-hidden-now = Hidden for you.
stream-bring-back = Bring it back
