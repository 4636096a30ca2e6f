//! The house rules that an owner changes while the site runs.

crate::words! {
    /// What sort of house this is: picks the words and the defaults.
    SiteKind {
        /// Pupils and teachers.
        School = "school",
        /// Residents and officers.
        Prison = "prison",
        /// Members and staff.
        Other = "other",
    }
}

crate::words! {
    /// What waits for staff before others see it (`supervision.md` §2); a later one is stricter.
    Approval {
        /// Nothing waits.
        Open = "open",
        /// What carries a photo waits.
        HoldPhotos = "hold_photos",
        /// Everything by members waits.
        HoldAll = "hold_all",
        /// Members cannot make anything.
        ReadOnly = "read_only",
    }
}

/// The house rules, whole, as one snapshot of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// The site's name as people read it.
    pub site_name: String,
    /// What sort of house this is.
    pub kind: SiteKind,
    /// The language of the site, a tag such as `en`: for strangers whose browser asks for none we have.
    pub language: String,
    /// The IANA name of the time zone in which times are shown.
    pub time_zone: String,
    /// What waits for staff.
    pub approval: Approval,
    /// Megabytes (of a million bytes) that the photos of one person may take.
    pub space_mb: u32,
    /// May people take along a file with everything they made?
    pub downloads: bool,
    /// May people close their own accounts?
    pub closing: bool,
    /// May who closes theirs leave their comments, without a name?
    pub comments_stay: bool,
    /// Has an owner claimed the box?
    pub claimed: bool,
}

impl Default for Rules {
    fn default() -> Rules {
        Rules {
            site_name: "Courtyard".into(),
            kind: SiteKind::School,
            language: "en".into(),
            time_zone: "UTC".into(),
            approval: Approval::Open,
            space_mb: super::limits::SPACE_MB,
            downloads: true,
            closing: true,
            comments_stay: true,
            claimed: false,
        }
    }
}
