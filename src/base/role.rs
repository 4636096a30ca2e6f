//! Who somebody is here, and whether they may act.

crate::words! {
    /// What an account is on this site. Sites give the roles their own names.
    Role {
        /// A pupil, a resident: makes and reads things.
        Member = "member",
        /// A teacher, an officer: holds duties.
        Staff = "staff",
        /// Runs the site; holds every duty.
        Owner = "owner",
    }
}

crate::words! {
    /// Whether an account may sign in and make things.
    Standing {
        /// As usual.
        Active = "active",
        /// May look, may not make anything.
        ReadOnly = "read_only",
        /// May not sign in; every session has ended.
        Suspended = "suspended",
        /// Has gone; the account stays for what it made.
        Left = "left",
    }
}

crate::words! {
    /// What staff say or set about somebody, the mildest first.
    Sanction {
        /// A word to somebody, and nothing more.
        Note = "note",
        /// A warning.
        Warning = "warning",
        /// May look, may not make anything.
        ReadOnly = "read_only",
        /// May not write privately.
        NoMessages = "no_messages",
        /// May send no photos.
        NoPhotos = "no_photos",
        /// May not sign in.
        Suspended = "suspended",
    }
}

impl Sanction {
    /// Does it hold for a while, rather than being said once?
    pub fn holds(self) -> bool {
        !matches!(self, Sanction::Note | Sanction::Warning)
    }

    /// Does it say how the account stands?
    pub fn standing(self) -> Option<Standing> {
        match self {
            Sanction::ReadOnly => Some(Standing::ReadOnly),
            Sanction::Suspended => Some(Standing::Suspended),
            _ => None,
        }
    }
}

impl Standing {
    /// May this account be signed in at all?
    pub fn may_sign_in(self) -> bool {
        matches!(self, Standing::Active | Standing::ReadOnly)
    }
}
