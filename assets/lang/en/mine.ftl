### What is mine to choose: what I hear of, reading aloud, keys.

hear-title = What I want to hear of
hear-open = Choose
hear-about = Only what you tick here becomes a notice. What you were told before stays.
hear-of = Tell me about
hear-comments = Comments and answers
hear-comments-hint = Under what you posted, where you commented, and on what you follow.
hear-mentions = Mentions
hear-mentions-hint = Somebody writes your name in a post or comment.
hear-reactions = Reactions
hear-reactions-hint = Somebody presses a heart or another sign under something of yours.
hear-reshares = Passing on
hear-reshares-hint = Somebody passes a post of yours on.
hear-contacts = Contacts
hear-contacts-hint = Somebody begins to share with you.
hear-tags = Photos of me
hear-tags-hint = Somebody says that you are in a photo.
hear-groups = Groups
hear-groups-hint = You are in a new group, are invited, or somebody asks to join yours.
hear-board = Announcements, events and files
hear-board-hint = Something new is on the board of a group, or for everybody.
hear-always = You are always told
hear-decisions = When something of yours is taken away, brought back or let through, how a report of yours ended, and what happens to your account. This cannot be turned off: nothing happens to your things without your being told.
