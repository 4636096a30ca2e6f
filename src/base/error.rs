//! Every way a request can end badly.

/// What went wrong with one field of a form; the page says it in the reader's language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// Nothing was given where something is needed.
    Missing,
    /// More characters than the limit.
    TooLong {
        /// The most characters allowed.
        limit: usize,
    },
    /// Fewer characters than needed.
    TooShort {
        /// The fewest characters allowed.
        least: usize,
    },
    /// Somebody or something already has this name.
    Taken,
    /// Not one of the choices, or not a form of writing that is understood.
    NotUnderstood,
    /// The password is on the list of common ones, or is the username.
    TooCommon,
    /// The two passwords differ.
    NotTheSame,
    /// The sign-in name and password do not belong together.
    WrongSignIn,
    /// The set-up code is not the one on the box's screen.
    WrongCode,
    /// The password just typed is not the present one.
    WrongPassword,
    /// More of something (photos, people) than allowed.
    TooMany {
        /// The most allowed.
        limit: usize,
    },
    /// Fewer of something (answers of a poll) than needed.
    TooFew {
        /// The fewest allowed.
        least: usize,
    },
    /// The same thing stands there twice.
    Twice,
    /// A moment that is past already.
    Past,
    /// What it was about is not there any more.
    Gone,
    /// Nobody can write comments there any more.
    Locked,
    /// Nobody of that name can be tagged there: unknown, does not see it, or does not want it. Which is not said.
    NotTagged,
    /// An audience that would let somebody in who was not.
    NotNarrower,
    /// It has ended.
    Over,
    /// Two were given where one is needed.
    OneOfTwo,
    /// Nobody, or more than one, is called so.
    NobodyOfThatName,
    /// Somebody who runs the site, and must see everything on it.
    SeesEverything,
    /// A vote that was cast, and cannot be changed.
    Final,
    /// Nothing was chosen.
    NothingChosen,
    /// The words of a question on which people have voted.
    VotedOn,
    /// A username has characters that are not allowed.
    BadUsername,
    /// The file is no picture that can be read.
    NotAPicture,
    /// The file has more bytes than allowed.
    TooManyBytes {
        /// The most mebibytes allowed.
        limit_mib: u64,
    },
    /// The picture has more pixels than allowed.
    TooManyPixels {
        /// The most megapixels allowed.
        limit: u32,
    },
    /// The picture stops early or is broken.
    Damaged,
    /// A line of a pasted list could not be read.
    BadLine {
        /// The number of the line, from 1.
        line: usize,
    },
    /// The disk is too full for new things.
    DiskFull,
    /// It would end before it begins.
    EndsFirst,
    /// In this house messages carry no documents.
    NoDocuments,
    /// The file is of a sort that is not taken.
    NotADocument,
    /// What is in the file is not what its name says.
    NotWhatItSays,
    /// There is a program in the document.
    Macros,
    /// There is no room for it in its group.
    NoRoom {
        /// The most mebibytes of all together.
        limit_mib: u64,
    },
    /// The site would be without an owner.
    LastOwner,
    /// One's own things take all the space that one has.
    NoSpace {
        /// How much that is, megabytes of a million bytes.
        limit_mb: u32,
    },
    /// It was refused a short while ago, and can be asked again tomorrow.
    NotYet,
    /// It would have to wait for staff, and cannot wait: only staff write it.
    ForStaff,
    /// In this house only staff send photos and files.
    SentByStaff,
    /// In this house only staff, and who leads a group, send photos and files.
    SentByLeaders,
    /// The time in which it could be changed is over.
    TooLate,
    /// One cannot write there, or to that person, now.
    NoVoice,
    /// One has asked for it once, and that is how often one can.
    Asked,
    /// The days in which one could ask are over.
    AskedLate,
    /// Of what is set about somebody there is one of a kind at a time.
    AlreadySet,
    /// Staff have set that one writes no private messages.
    NoMessages(Until),
    /// Staff have set that one sends no photos.
    NoPhotos(Until),
    /// What was typed can be no pattern of a word rule.
    Pattern(super::watch::Fit),
    /// There is a word rule with this pattern, kind and action.
    RuleThere,
    /// A word rule of the house matched, and it is not taken.
    Watched {
        /// What matched, each once.
        words: String,
    },
    /// A word rule of the house matched, and what stands there can neither wait for staff nor be shown in part.
    WatchedHere {
        /// What matched, each once.
        words: String,
    },
    /// Staff have stopped all writing.
    Frozen,
    /// In this group, or this account, members only read.
    OnlyRead,
    /// All messages that may be sent on one day were.
    UsedUp {
        /// How many those are.
        limit: usize,
    },
}

/// Until when something holds, and in whose time it is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Until {
    /// Milliseconds since 1970; nothing where it is until staff lift it.
    pub at_ms: Option<i64>,
    /// The time zone of the house, as it is named among its rules.
    pub zone: String,
}

/// The problems of one form: the field's name and what is wrong with it.
pub type Problems = Vec<(&'static str, Problem)>;

/// Why a request did not do what was asked.
#[derive(Debug)]
pub enum Error {
    /// One must sign in first.
    SignIn,
    /// There is no such thing, or it is not for this viewer: the two answer alike.
    NotFound,
    /// The thing is seen, but the act is not for this viewer.
    Forbidden,
    /// The form has problems; nothing was done.
    Invalid(Problems),
    /// Too many tries; come back after this many seconds.
    Slow(u64),
    /// The box has too much to do at this moment.
    Busy,
    /// The request is larger than this route allows.
    TooLarge,
    /// The request is not one a page of ours would send: the same-site check, a broken body.
    NotOurs,
    /// A constraint of the database refused a row: the call site makes it a [`Problem`].
    Conflict(String),
    /// A fault of ours. The cause goes to the log, never to the page.
    Broken(String),
}

/// The result of anything that can end badly.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// One field, one problem.
    pub fn field(name: &'static str, problem: Problem) -> Error {
        Error::Invalid(vec![(name, problem)])
    }

    /// Was it found? Where it was looked for and is not there, the answer is no.
    ///
    /// # Errors
    /// Any error but `NotFound`.
    pub fn is_there<T>(found: Result<T>) -> Result<bool> {
        match found {
            Ok(_) => Ok(true),
            Err(Error::NotFound) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// A violated constraint becomes this problem; all else stays what it was.
    pub fn conflict_is(self, name: &'static str, problem: Problem) -> Error {
        match self {
            Error::Conflict(_) => Error::field(name, problem),
            other => other,
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Error::Broken(cause) => write!(f, "broken: {cause}"),
            Error::Conflict(cause) => write!(f, "conflict: {cause}"),
            other => write!(f, "{other:?}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        match error.kind() {
            std::io::ErrorKind::StorageFull => Error::field("", Problem::DiskFull),
            _ => Error::Broken(format!("file: {error}")),
        }
    }
}
