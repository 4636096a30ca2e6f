//! Who is looking. Nothing is read without one.

use crate::base::{AccountId, Approval, Duties, Duty, GroupId, Role, Rules, Sanction, SiteKind, Uploads};

/// Who is looking: a stranger, an account with its role, or the box itself at its command line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Viewer {
    account: i64,
    role: Option<Role>,
    duties: Duties,
    device: String,
}

impl Viewer {
    /// Somebody who has not signed in: sees nothing.
    pub fn stranger() -> Viewer {
        Viewer { account: 0, role: None, duties: Duties::NONE, device: String::new() }
    }

    /// The box itself, at its own command line: whoever has the box in their hands may do all that an
    /// owner may. It is no account, and stands in the audit log as 0, on "box".
    pub fn the_box() -> Viewer {
        Viewer { account: 0, role: Some(Role::Owner), duties: Duties::all(), device: "box".to_owned() }
    }

    /// A signed-in account. Made only where a session was checked (tidy keeps it so).
    pub fn account(account: AccountId, role: Role, duties: Duties, device: String) -> Viewer {
        let duties = if role == Role::Owner { Duties::all() } else { duties };
        Viewer { account: account.0, role: Some(role), duties, device }
    }

    /// Somebody who asked to have their own things packed, while that is done: they see what they see as people, and
    /// nothing by any duty. Only the packer makes one (tidy).
    pub fn themselves(account: AccountId) -> Viewer {
        Viewer {
            account: account.0,
            role: Some(Role::Member),
            duties: Duties::NONE,
            device: "box".to_owned(),
        }
    }

    /// The account, if somebody is signed in.
    pub fn id(&self) -> Option<AccountId> {
        (self.account > 0).then_some(AccountId(self.account))
    }

    /// The role, if somebody is signed in.
    pub fn role(&self) -> Option<Role> {
        self.role
    }

    /// Does this viewer hold the duty for the whole site? Owners hold all.
    pub fn holds(&self, duty: Duty) -> bool {
        self.duties.has(duty)
    }

    /// Does this viewer hold the duty, be it for some groups alone? What they then see of others is less than with the duty
    /// for the whole site: `seen.sql` says what.
    pub fn holds_somewhere(&self, duty: Duty) -> bool {
        self.duties.has_somewhere(duty)
    }

    /// Everything this viewer is trusted with.
    pub fn duties(&self) -> Duties {
        self.duties
    }

    /// Staff or owner.
    pub fn is_staff(&self) -> bool {
        matches!(self.role, Some(Role::Staff | Role::Owner))
    }

    /// The browser it came from, in plain words, for the audit log.
    pub fn device(&self) -> &str {
        &self.device
    }

    /// The number that `viewer()` gives in SQL: 0 for a stranger.
    pub(super) fn number(&self) -> i64 {
        self.account
    }

    /// The same stranger with a device, so that refused sign-ins can be told apart in the log.
    pub fn on(mut self, device: &str) -> Viewer {
        self.device = device.to_owned();
        self
    }
}

/// Writing that staff have stopped for the moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    /// The group in which it is, with its name; none where it is the whole site.
    pub group: Option<(GroupId, String)>,
    /// What members are told.
    pub words: String,
}

/// Something that staff have set about an account, and that holds now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// The word of its kind.
    pub kind: String,
    /// Until when, milliseconds since 1970; nothing where it is until it is lifted, or nobody can say.
    pub until_ms: Option<i64>,
}

/// A session that stands, with what every page needs to know of its account.
#[derive(Clone, Debug)]
pub struct Session {
    /// The row of the session.
    pub id: i64,
    /// Whose it is.
    pub account: AccountId,
    /// Sign-in name.
    pub username: String,
    /// Shown name.
    pub shown_name: String,
    /// Role on this site.
    pub role: Role,
    /// Duties as granted, for the site and for groups; an owner's are all, whatever stands here.
    pub duties: Duties,
    /// May this account make things?
    pub read_only: bool,
    /// The shelf name of the profile picture.
    pub picture: Option<String>,
    /// The chosen language, if any.
    pub language: Option<String>,
    /// `auto`, `light`, `dark` or `contrast`.
    pub theme: String,
    /// `normal`, `large` or `larger`.
    pub text_size: String,
    /// Is what stands behind a shield shown without asking?
    pub open_shields: bool,
    /// Do they lead a group?
    pub leads: bool,
    /// Are there buttons that read texts aloud?
    pub read_aloud: bool,
    /// Do single letters do something by themselves?
    pub keys: bool,
    /// Is there a quiet sound when something new comes?
    pub quiet_sound: bool,
    /// A one-time password must be replaced before anything else.
    pub must_choose: bool,
    /// The account closes: it can be kept, and nothing else.
    pub closing: bool,
    /// The browser in plain words.
    pub device: String,
    /// When it was last noted as used, milliseconds since 1970.
    pub used_at: i64,
    /// When it ends at the latest, milliseconds since 1970.
    pub ends_at: i64,
    /// The newest version of the notice of the house that they have read; 0 for none.
    pub charter_read: i64,
    /// The one that they have read since they signed in here; 0 for none.
    pub charter_here: i64,
    /// How strict staff are with what they write.
    pub level: Approval,
    /// The groups of theirs that have hours of use.
    pub timed: Vec<GroupId>,
    /// What staff have set about this account.
    pub stops: Vec<Stop>,
    /// What staff have stopped for the moment, as this account sees it: the site first.
    pub frozen: Vec<Frozen>,
    /// The groups of theirs in which members make nothing now, in their order: of members alone.
    pub resting: Vec<GroupId>,
    /// Unread notices, at most 100 counted.
    pub unread: i64,
    /// Conversations in which something is unread.
    pub chats: i64,
}

impl Session {
    /// Have staff said that this account makes nothing: for a time, or until they say otherwise? The house, and groups, may say
    /// so of others besides.
    pub fn makes_nothing(&self) -> bool {
        self.read_only || (self.role == Role::Member && self.level == Approval::ReadOnly)
    }

    /// Must they read the notice of the house before anything else? Once each version; in a prison at every sign-in.
    pub fn must_read(&self, rules: &Rules) -> bool {
        let here = rules.kind == SiteKind::Prison && self.charter_here < rules.charter;
        self.charter_read < rules.charter || here
    }

    /// Were they in the middle of something when a new version came? Then what they send is still taken.
    pub fn reads_anew(&self, rules: &Rules) -> bool {
        self.charter_read > 0 && (rules.kind != SiteKind::Prison || self.charter_here > 0)
    }

    /// What staff have set of this kind.
    pub fn stop(&self, kind: Sanction) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.kind == kind.word())
    }

    /// May they send photos, by the house rules and by what staff have set? Into which groups they may put files is
    /// asked there.
    pub fn may_send(&self, rules: &Rules) -> bool {
        if self.stop(Sanction::NoPhotos).is_some() {
            return false;
        }
        match rules.uploads {
            Uploads::Everyone => true,
            Uploads::Leaders => self.leads || self.role != Role::Member,
            Uploads::Staff => self.role != Role::Member,
        }
    }
}
