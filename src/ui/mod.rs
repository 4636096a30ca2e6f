//! Pieces of page shared by features: pure functions from plain values to Markup.

mod asset;
mod audience;
mod banner;
mod book;
mod card;
mod composer;
mod empty;
mod field;
mod flash;
mod form;
mod frame;
mod icon;
mod menu;
mod pager;
mod person;
mod photos;
mod places;
pub mod prose;
mod qr;
mod reaction;
mod room;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod sample_staff;
mod shut;
mod theme;
mod time;
mod words;

pub use asset::asset;
pub use audience::{AudienceKind, AudiencePicker, audience_picker, seen_by};
pub use banner::{Banner, banners, banners_anew, not_private, page_anew};
pub use book::{Book, Chapter, Section, book, sections, slug};
pub use card::{card, titled_card};
pub use composer::{Composer, KeptPhoto, composer, kept_photo};
pub use empty::{dead_end, empty};
pub use field::{
    Choice, Field, checkbox, checkboxes, clock, date, field_id, file, password, radios, search, select, text,
    textarea,
};
pub use flash::{Flash, Tone, flash, state};
pub use form::{Button, Form, Problem, act_button, button, button_form, form};
pub use frame::{Frame, Me, gate, page};
pub use icon::{Drawn, Icon, icon, icon_turning};
pub use maud::Markup;
pub use menu::{menu, menu_act, menu_button, menu_link};
pub use pager::{new_posts_bar, pager};
pub use person::{AvatarSize, Face, avatar, person, person_name};
pub use photos::{PhotoField, Tile, Upload, light_box, photo_fields, photos, picking, upload};
pub use places::{Place, chats_badge, unread_badge};
pub use qr::qr;
pub use reaction::reaction;
pub use room::{Room, Steady};
pub use shut::shut;
pub use theme::{Accent, TextSize, Theme};
pub use time::time;
pub use words::{Now, Said, picture_address, stop_words};
