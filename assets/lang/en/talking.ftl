### What staff say about somebody's private talk.

talking-title = Private messages
talking-stop-about = They can then write in the conversations of groups only, and answer staff. It counts at once, also in conversations that are open.
talking-pairs = With whom they may talk
talking-pairs-idle = The house rules do not ask for pairs at the moment, so these change nothing now.
talking-pair = Sign-in name
talking-pair-hint = Both can then write to each other. Each finds it under “What staff did”.
talking-pair-add = Let them talk
talking-part = No longer
talking-record-stopped = You may not write private messages
talking-record-allowed = You may write private messages again
talking-record-paired = You and one other person may talk privately
talking-record-parted = You and one other person may not talk privately any more
