### Posts, streams, audiences, reactions.

staff-teachers = teachers
staff-officers = officers
staff-plain = staff
staff-sign-school = Teacher
staff-sign-prison = Officer
staff-sign-other = Staff
role-owner = Owner
role-teacher = Teacher
role-officer = Officer
role-staff = Staff
role-pupil = Pupil
role-resident = Resident
role-member = Member

audience-everyone = Everyone
audience-groups = Groups
audience-contacts = My contacts
audience-aspects = Some contacts
audience-people = Certain people
audience-only-me = Only me
audience-seen-nobody-yet = Seen by: nobody yet. Choose below.
audience-seen-everyone = { $people ->
    [one] Seen by: everyone here, { $people } other person
   *[other] Seen by: everyone here, { $people } other people
}
audience-seen-groups = { $people ->
    [one] Seen by: { $names }, { $people } person, and { $staff }
   *[other] Seen by: { $names }, { $people } people, and { $staff }
}
audience-seen-contacts = { $people ->
    [one] Seen by: my contacts, { $people } person; { $staff } only if it is reported, or with a written reason
   *[other] Seen by: my contacts, { $people } people; { $staff } only if it is reported, or with a written reason
}
audience-seen-aspects = { $people ->
    [one] Seen by: { $names }, { $people } person; { $staff } only if it is reported, or with a written reason
   *[other] Seen by: { $names }, { $people } people; { $staff } only if it is reported, or with a written reason
}
audience-seen-people = Seen by: { $names }; { $staff } only if it is reported, or with a written reason
audience-seen-only-me = Seen by: only me; { $staff } only with a reason

stream-empty = Nothing here yet
stream-empty-words = What people post here will be here, newest first.
stream-home-empty = Your Home is quiet
stream-home-empty-words = Posts from your contacts, your groups and staff will be here.
stream-find-people = Find people
stream-person-empty = No posts yet
stream-person-empty-words = What they post for you to see will be here.
stream-tag-empty = Nothing with this tag
stream-tag-empty-words = Posts with it that you can see will be here.
stream-end = No older posts
stream-end-words = You have seen everything there is.

post-edited = edited
post-edit = Edit
post-delete = Delete
pin-pinned = Pinned
pin-title = On top of a stream
pin-add = Pin on top of { $name }
pin-remove = Take down from { $name }
pin-full = { $most } posts are pinned on top of { $name }. Take one down first.
post-lock = Close the comments
post-unlock = Open the comments again
narrow-menu = Let fewer people see it
narrow-title = Let fewer people see it
narrow-about = You can only make it fewer. Who cannot see it any more also loses the comments under it.
post-more = More about the post by { $name }
post-waiting = Waiting for { $staff }. Only you see it.
post-removed-by-staff = Removed by { $staff }. Only you see it.
post-edit-title = Edit your post
post-edit-about = Others can read what it said before. It stays for the same people.
post-history = What it said before
post-version-now = Now
post-version-until = Until { $moment }
post-version-empty = No words

comment-count = { $count ->
    [0] Comment
    [one] { $count } comment
   *[other] { $count } comments
}

reaction-heart = Heart
reaction-thumb = Thumb up
reaction-laugh = Laugh
reaction-wow = Wow
reaction-thanks = Thanks

report-it = Report
desk-decide = Decide about it
