//! Words that a house watches for: what a rule says, and where in a text it matches. Pure: nothing here reads or writes.
//!
//! A text is compared in two forms (`supervision.md` §2). The exact form ([`canon`]) undoes what Unicode lets one write
//! in several ways; what matches there matches. The loose form ([`loose`]) undoes what people do on purpose; what matches
//! only there is a *possible* match, which never blocks.

mod canon;
mod engine;
mod loose;
mod pattern;
mod rendered;
#[cfg(test)]
mod tests;

pub use canon::fold;
pub use engine::Engine;
pub use pattern::{Fit, fit};

crate::words! {
    /// How the pattern of a rule is compared.
    Kind {
        /// A word by itself.
        Word = "word",
        /// Words after each other, one to three other characters apart.
        Phrase = "phrase",
        /// Every word that begins so.
        Prefix = "prefix",
        /// Also inside words.
        Anywhere = "anywhere",
    }
}

crate::words! {
    /// What follows where a rule matches; a later one is stronger, but help stands beside the others.
    Action {
        /// The author gets a card that says with whom to talk; the text appears.
        Help = "help",
        /// Others see ■ in place of each character.
        Censor = "censor",
        /// It appears, and staff look at it.
        Flag = "flag",
        /// It waits for staff.
        Hold = "hold",
        /// It is not taken.
        Block = "block",
    }
}

crate::words! {
    /// A place where people write. Every text that somebody else can read is in one of them.
    Surface {
        /// A post, and why it stands behind a shield.
        Post = "post",
        /// A comment.
        Comment = "comment",
        /// A message.
        Message = "message",
        /// The caption of a photo.
        Caption = "caption",
        /// What a photo shows, in words.
        Alt = "alt",
        /// The question and the answers of a poll.
        Poll = "poll",
        /// The name of an album, and what it is about.
        Album = "album",
        /// The name of a group, what it is about, and the words of whoever asks to come in.
        Group = "group",
        /// A shown name.
        Name = "name",
        /// Pronouns, place and what somebody says about themselves.
        Profile = "profile",
        /// A hashtag, wherever it stands.
        Hashtag = "hashtag",
        /// The name of a file, and the line about it.
        File = "file",
        /// The name, the place and the text of an event.
        Event = "event",
        /// An announcement.
        Announcement = "announcement",
        /// The name of a conversation.
        Talk = "talk",
    }
}

/// The surfaces for which a rule is; none chosen means all.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Surfaces(u32);

impl Surfaces {
    /// Every surface.
    pub const ALL: Surfaces = Surfaces(0);

    /// Is the rule for this surface?
    pub fn has(self, surface: Surface) -> bool {
        self.0 == 0 || self.0 & (1 << surface as u32) != 0
    }

    /// Those that were chosen; none where it is for all.
    pub fn list(self) -> impl Iterator<Item = Surface> {
        Surface::ALL.iter().copied().filter(move |surface| self.0 & (1 << *surface as u32) != 0)
    }

    /// Reads words joined by commas, as the database keeps them; unknown words are dropped.
    pub fn parse(words: &str) -> Surfaces {
        words.split(',').filter_map(|word| Surface::parse(word.trim())).collect()
    }

    /// As the database keeps them.
    pub fn words(self) -> String {
        self.list().map(Surface::word).collect::<Vec<_>>().join(",")
    }
}

impl FromIterator<Surface> for Surfaces {
    fn from_iter<I: IntoIterator<Item = Surface>>(surfaces: I) -> Surfaces {
        Surfaces(surfaces.into_iter().fold(0, |set, surface| set | 1 << surface as u32))
    }
}

/// One rule, as far as comparing needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its number in the database.
    pub id: i64,
    /// As staff typed it.
    pub pattern: String,
    /// How it is compared.
    pub kind: Kind,
    /// What follows.
    pub action: Action,
    /// 1 information, 2 concern, 3 urgent.
    pub severity: u8,
    /// Where it is looked for.
    pub surfaces: Surfaces,
    /// What may stand round a match that is none.
    pub exceptions: Vec<String>,
    /// From then on it is as if it were not there, milliseconds since 1970.
    pub until_ms: Option<i64>,
}

/// One place in a text where a rule matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The number of the rule.
    pub rule: i64,
    /// What the rule says.
    pub action: Action,
    /// The rule's severity.
    pub severity: u8,
    /// Only the loose form matched.
    pub possible: bool,
    /// The first byte of the text that belongs to it.
    pub from: usize,
    /// The byte after the last one.
    pub to: usize,
}

impl Hit {
    /// What follows from it for what a member writes: a possible match is for staff to look at, and holds only where it
    /// is urgent. Help stays help, but a possible match shows its author no card.
    pub fn effect(&self) -> Action {
        match self.action {
            Action::Help => Action::Help,
            action if !self.possible => action,
            Action::Block | Action::Hold if self.severity >= 3 => Action::Hold,
            _ => Action::Flag,
        }
    }
}

/// The text with ■ in place of each character of these hits. White space and the signs of Markdown stay.
pub fn masked(text: &str, hits: &[Hit]) -> String {
    let inside = |place: usize| hits.iter().any(|hit| hit.from <= place && place < hit.to);
    let stays = |letter: char| letter.is_whitespace() || (letter.is_ascii_punctuation() && letter != '\'');
    text.char_indices()
        .map(|(place, letter)| if inside(place) && !stays(letter) { '■' } else { letter })
        .collect()
}
