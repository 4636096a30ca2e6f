//! Words everybody uses: no I/O, no SQL, no HTML.

pub mod act;
mod act_feeds;
pub mod audience;
pub mod clock;
pub mod duty;
pub mod error;
pub mod hours;
pub mod id;
pub mod item;
pub mod limits;
pub mod marks;
pub mod role;
pub mod rules;
pub mod secret;
pub mod spoken;
pub mod terms;
pub mod text;
pub mod topic;
pub mod watch;
pub mod words;
mod writing;

pub use act::Act;
pub use audience::{Audience, AudienceKind};
pub use clock::{Clock, Trust};
pub use duty::{Duties, Duty};
pub use error::{Error, Problem, Problems, Result, Until};
pub use hours::{Hours, Timetable};
pub use id::{AccountId, AspectId, GroupId, ItemId};
pub use item::{Kind, State, Under};
pub use role::{Role, Sanction, Standing};
pub use rules::{Approval, Rules, SiteKind, Talk, TellReadings, Uploads};
pub use topic::{Event, Reach, Topic};
