//! The demonstration's notice board, its events of this month, and files of a class.

use super::{DAY_MS, School};
use crate::base::{Act, Audience, Error, GroupId, Result};
use crate::db::Change;
use crate::features::announcements::{self, Draft};
use crate::features::{events, files};
use crate::web::upload::UploadedFile;
use std::path::Path;
use std::sync::atomic::Ordering;

/// Who, title, text, whether for one group only, and how many days ago.
type Notice = (usize, &'static str, &'static str, bool, i64);

const NOTICES: [Notice; 2] = [
    (
        0,
        "School photos next week",
        "The photographer comes on **Wednesday**. Please bring the form, signed.\n\n- Years 5 and 6: from nine\n- Years 7 and 8: after break",
        false,
        2,
    ),
    (
        1,
        "Boots for the lake",
        "The path is wet. Bring boots, a *dry* pair of socks and something to eat.",
        true,
        1,
    ),
];

impl School {
    /// Two announcements; some have read the first.
    pub(super) async fn fill_board(&mut self) -> Result<()> {
        for (who, title, body, for_group, days) in NOTICES {
            self.hand.store(self.now_ms - days * DAY_MS, Ordering::Relaxed);
            let group = self.people[self.staff].groups.first().copied();
            let audience = match group.filter(|_| for_group) {
                Some(group) => Audience::Groups(vec![group]),
                None => Audience::Everyone,
            };
            let (title, body) = (title.to_owned(), body.to_owned());
            let draft = Draft { title, body, audience, until: String::new(), read_anew: false };
            let rules = self.rules.clone();
            let add = move |change: &mut Change<'_>| announcements::add(change, &rules, &draft);
            let made = self.db.write(&self.people[who].viewer, Act::AddAnnouncement, add).await?;
            self.count("announcements", 1);
            if for_group {
                continue;
            }
            for reader in self.people.iter().skip(2).step_by(3) {
                let read = move |change: &mut Change<'_>| announcements::read(change, made.id);
                self.db.write(&reader.viewer, Act::ReadAnnouncement, read).await?;
            }
        }
        Ok(())
    }
}

/// Who, title, place, days from the first of this month, begins, ends, whether for one group only.
type Plan = (usize, &'static str, &'static str, i64, &'static str, &'static str, bool);

const EVENTS: [Plan; 5] = [
    (0, "Parents’ evening", "Main hall", 4, "18:00", "20:30", false),
    (1, "Trip to the lake", "By the gate", 11, "08:15", "15:00", true),
    (0, "School play: first night", "Main hall", 18, "19:00", "", false),
    (1, "Maths test", "Room 12", 18, "10:00", "10:45", true),
    (0, "Sports days", "Field", 24, "", "", false),
];

/// What a file is called, what it is, and what is in it; a PDF is drawn.
const FILES: [(&str, &str, &str); 3] = [
    ("Packing list.pdf", "For the lake. Please print it.", "Boots, socks, a warm jumper, lunch"),
    ("Who sits where.csv", "", "name,seat\nMax,bus 1\nLea,bus 2\n"),
    (
        "How we work together.md",
        "Our rules, as we agreed",
        "# How we work together\n\n- We listen.\n- We help.\n",
    ),
];

impl School {
    /// Five events of this month, with answers, and three files in a group.
    pub(super) async fn plan_the_month(&mut self, scratch: &Path) -> Result<()> {
        let today = jiff::tz::TimeZone::UTC.to_datetime(
            jiff::Timestamp::from_millisecond(self.now_ms)
                .map_err(|error| Error::Broken(error.to_string()))?,
        );
        // As the month began, so that people can say whether they come.
        self.hand.store(self.now_ms - i64::from(today.day()) * DAY_MS, Ordering::Relaxed);
        let group = self.people[self.staff].groups.first().copied();
        for (who, title, place, days, begins, ends, for_group) in EVENTS {
            let audience = match group.filter(|_| for_group) {
                Some(group) => Audience::Groups(vec![group]),
                None => Audience::Everyone,
            };
            let first = today.date().first_of_month().saturating_add(jiff::Span::new().days(days));
            let last = if begins.is_empty() {
                first.saturating_add(jiff::Span::new().days(1)).to_string()
            } else {
                String::new()
            };
            let when = events::Typed {
                first: first.to_string(),
                begins: begins.to_owned(),
                last,
                ends: ends.to_owned(),
            };
            let about = "All are welcome. Please be there *ten minutes* before.".to_owned();
            let draft =
                events::Draft { title: title.to_owned(), about, place: place.to_owned(), when, audience };
            let rules = self.rules.clone();
            let add = move |change: &mut Change<'_>| events::add(change, &rules, &draft);
            let made = self.db.write(&self.people[who].viewer, Act::AddEvent, add).await?;
            self.count("events", 1);
            for (place, guest) in self.people.iter().skip(3).step_by(4).enumerate() {
                let coming = events::Coming::ALL.get(place % 4).copied().unwrap_or(events::Coming::Yes);
                let rules = self.rules.clone();
                let say =
                    move |change: &mut Change<'_>| events::answer(change, &rules, made.id, Some(coming));
                match self.db.write(&guest.viewer, Act::AnswerEvent, say).await {
                    Ok(()) | Err(Error::NotFound | Error::Invalid(_)) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        match group {
            Some(group) => self.put_files(group, scratch).await,
            None => Ok(()),
        }
    }

    async fn put_files(&mut self, group: GroupId, scratch: &Path) -> Result<()> {
        for (place, (name, about, words)) in FILES.into_iter().enumerate() {
            let bytes = if name.ends_with(".pdf") { pdf(words) } else { words.as_bytes().to_vec() };
            let path = super::scratch_file(scratch, &bytes)?.into_temp_path();
            let (field, file_name) = ("file".to_owned(), name.to_owned());
            let sent = UploadedFile { field, file_name, path, bytes: bytes.len() as u64 };
            let (file, placed) = files::put(&self.shelf, sent, about)?;
            self.placed.push(placed);
            let who = if place == 0 { 1 } else { self.staff };
            let rules = self.rules.clone();
            let add = move |change: &mut Change<'_>| files::add(change, &rules, group, &file);
            self.db.write(&self.people[who].viewer, Act::AddFile, add).await?;
            self.count("files", 1);
        }
        Ok(())
    }
}

/// One page with one line on it.
fn pdf(words: &str) -> Vec<u8> {
    let drawn = format!("BT /F1 20 Tf 40 700 Td ({words}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>".to_owned(),
        format!("<< /Length {} >>\nstream\n{drawn}\nendstream", drawn.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let (mut file, mut places) = (String::from("%PDF-1.4\n"), Vec::new());
    for (place, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.push_str(&format!("{} 0 obj\n{object}\nendobj\n", place + 1));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    for place in places {
        file.push_str(&format!("{place:010} 00000 n \n"));
    }
    file.push_str(&format!(
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        objects.len() + 1
    ));
    file.into_bytes()
}
