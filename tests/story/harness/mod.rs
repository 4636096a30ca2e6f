//! A whole box on a port of its own, and people who use it with browsers of their own.

mod deeds;
mod filling;
mod form;
mod http;
mod live;
mod page;
mod person;
mod picture;
mod pod;
mod site;
mod talk;
mod talk_page;

pub use deeds::number;
pub use form::{Form, Kind};
pub use http::{Answer, Ask, escaped};
pub use live::Listener;
pub use page::Page;
pub use person::Person;
pub use picture::{FOX, HERON, picture};
pub use pod::{Browser, Ear, Frames, Pod};
pub use site::{PASSWORD, Site};
pub use talk_page::{Line, TalkPage, at_once};
