### Groups: how people come in, and the parts of a group's page.

joining-tabs = Parts of this group
joining-tab-posts = Posts

joining-how = How do people come in?
joining-staff = only staff put people in
joining-staff-hint = As in a class. Nobody else sees that the group is there.
joining-by-invitation = by invitation
joining-by-invitation-hint = Who leads the group invites people. Nobody else sees that the group is there.
joining-on-request = on request
joining-on-request-hint = Everybody finds the group and can ask to come in. Who leads it says yes or no.
joining-open = open to all
joining-open-hint = Everybody finds the group and can join it.
joining-leaving = Members may leave by themselves
joining-leaving-hint = This counts where only staff put people in. All other groups everybody may leave.
joining-picture-hint = A photo from this device, up to 20 MB. It is cut to a square. Everybody who finds the group sees it.

joining-find = Groups you can join
joining-find-none = No groups to join now
joining-find-none-words = Groups that take in new people will be here.
joining-none-yet = You are in no group yet. Below are some that you can join.
joining-you-are-invited = you are invited
joining-you-asked = you asked
joining-asking = { $count ->
    [one] { $count } person asks to come in
   *[other] { $count } people ask to come in
}
joining-outside-hint = Who is in the group, and what they post, you see once you are in it.
joining-invited-by = { $name } invites you to this group.
joining-accept = Join
joining-decline = No, thank you
joining-join = Join the group
joining-asked-at = You asked
joining-waits = Your wish waits. Somebody who leads the group, or staff, will answer.
joining-withdraw = Ask no more
joining-refused = Not this time. You can ask again a day later.
joining-words = A word to those who lead it
joining-words-hint = Why you would like to come in. One line is enough.
joining-ask = Ask to join
joining-asks-title = They ask to come in
joining-let-in = Let in
joining-refuse = Not now
joining-invited-title = Invited, and not here yet
joining-said-no = said no
joining-uninvite = Take back
joining-invite = Invite people
joining-invite-to = Invite people to { $name }
joining-invite-them = Invite them
joining-tick = Tick whom you invite
joining-is-invited = is invited already
joining-leave = Leave the group
joining-leave-title = Leave { $name }?
joining-leave-words = You will not see its posts and photos any more. What you posted there stays for the others.
joining-remove = Delete the group
joining-remove-title = Delete { $name }?
joining-remove-words = Nobody is in it any more. What was posted to this group alone is then seen only by who wrote it, and by staff. This cannot be undone.

joining-notice-ask = { $who } { $count ->
    [one] asks
   *[other] ask
} to come into { $name }
joining-notice-gone = Somebody wrote to you about a group that you do not see now
joining-notice-invite = { $who } invites you to { $name }
joining-notice-refused = You were not let into { $name } this time. You can ask again a day later.

problem-not-yet = You were told “not now” a short while ago. Ask again in a day.
problem-for-staff = Here this would wait for staff, and a group cannot wait. Ask staff to change it.

act-group-join = came into a group
act-group-ask = asked to come into a group
act-group-ask-withdraw = asked no more to come into a group
act-group-ask-refuse = did not let somebody into a group
act-group-invite = invited people to a group
act-group-invite-decline = said no to an invitation
act-group-invite-remove = took an invitation back
act-group-leave = left a group
act-group-remove = deleted a group

joining-tab-photos = Photos
joining-photos-of = Photos of { $name }
joining-albums-of = Albums of { $name }
joining-photos-none = No photos yet
joining-photos-none-words = Albums of this group, and photos from its posts, will be here.
joining-album-hint = Everybody in the group can put photos into its albums.
joining-album-new = New album
joining-album-for = This album belongs to { $name }: everybody in it sees it and can put photos in. Each takes out their own photos; who leads the group can take out any.
joining-album-of-all = Everybody in the group can put photos in.
