### All writing stopped for the moment: what members read, and where staff stop it and let it go on.

problem-frozen = Nobody can write just now.

freeze-now = Nobody can write just now
freeze-now-in = Nobody can write in { $group } just now
freeze-typed = What you typed is still here: keep this page open and send it later.
freeze-kept = What you had begun to write is kept.
freeze-default = Staff have paused writing for a while. You can still read, and ask for help.

freeze-title = Pause all writing
freeze-begin = Pause all writing
freeze-end = Let everybody write again
freeze-about = Members cannot post, comment, react or send messages until you let them again. They can read, take things back, report and ask for help. Staff can go on writing.
freeze-about-group = Members cannot write anything to this group, or in its conversation, until you let them again. Elsewhere nothing changes. Staff can go on writing.
freeze-words = What members will read
freeze-words-hint = It stands on top of their pages. Say calmly what happens next.
freeze-do = Pause it now
freeze-by = { $name }, { $time }
