//! The SQL of the site itself and of its house rules.

use crate::base::{Approval, Result, Rules, SiteKind, Talk, TellReadings, Uploads};
use crate::db::{Change, Snapshot, params};
use crate::features::{charter, hours};
use std::sync::Arc;

/// The site as the box knows it.
#[derive(Clone, Debug)]
pub struct Site {
    /// Made once; tells two boxes apart.
    pub install_id: String,
    /// Until the box is claimed.
    pub setup_code: Option<String>,
    /// The mDNS label that is in use, where it is not simply made from the name.
    pub label: Option<String>,
}

/// The site as the box knows it.
///
/// # Errors
/// `NotFound` before the first start.
pub fn site(look: &Snapshot<'_>) -> Result<Site> {
    look.found("SELECT install_id, setup_code, label FROM site WHERE id = 1", [], |row| {
        Ok(Site { install_id: row.get(0)?, setup_code: row.get(1)?, label: row.get(2)? })
    })
}

pub(super) fn make_site(change: &mut Change<'_>, install_id: &str, code: &str) -> Result<()> {
    change.run(
        "INSERT OR IGNORE INTO site (id, install_id, setup_code) VALUES (1, ?1, ?2)",
        params![install_id, code],
    )?;
    Ok(())
}

pub(super) fn set_claimed(change: &mut Change<'_>) -> Result<()> {
    let now = change.now_ms();
    change.run("UPDATE site SET setup_code = NULL, claimed_at = ?1 WHERE id = 1", [now])?;
    Ok(())
}

/// Remembers the mDNS label that the network left us.
///
/// # Errors
/// `Broken` if the database fails.
pub(super) fn save_label(change: &mut Change<'_>, label: &str) -> Result<()> {
    change.run("UPDATE site SET label = ?1 WHERE id = 1", [label])?;
    Ok(())
}

/// Sets one house rule. A new name of the site is also the end of the mDNS label that another machine
/// forced upon the old one.
///
/// # Errors
/// `Broken` if the database fails.
pub fn save_rule(change: &mut Change<'_>, name: &str, value: &str) -> Result<()> {
    if name == "site_name" && load_rules(change)?.site_name != value {
        change.run("UPDATE site SET label = NULL WHERE id = 1", [])?;
    }
    change.run(
        "INSERT INTO rule (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        params![name, value],
    )?;
    Ok(())
}

/// The house rules as they stand.
///
/// # Errors
/// `Broken` if the database fails.
pub fn load_rules(look: &Snapshot<'_>) -> Result<Rules> {
    let frozen = look.is_frozen()?;
    let (hours, charter) = (Arc::new(hours::load(look)?), charter::newest(look)?);
    let mut rules =
        Rules { claimed: site(look)?.setup_code.is_none(), frozen, hours, charter, ..Rules::default() };
    let rows = look.list("SELECT name, value FROM rule", [], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    for (name, value) in rows {
        match name.as_str() {
            "site_name" => rules.site_name = value,
            "kind" => rules.kind = SiteKind::parse(&value).unwrap_or(rules.kind),
            "language" => rules.language = value,
            "time_zone" => rules.time_zone = value,
            "closing" => rules.closing = value != "no",
            "talk" => rules.talk = Talk::parse(&value).unwrap_or(rules.talk),
            "talk_files" => rules.talk_files = value == "yes",
            "show_read" => rules.show_read = value == "yes",
            "show_presence" => rules.show_presence = value != "no",
            "two_person_reading" => rules.two_person_reading = value == "yes",
            "tell_readings" => {
                rules.tell_readings = TellReadings::parse(&value).unwrap_or(rules.tell_readings);
            }
            "due_urgent_h" => rules.due_urgent_h = value.parse().unwrap_or(rules.due_urgent_h),
            "due_held_h" => rules.due_held_h = value.parse().unwrap_or(rules.due_held_h),
            "due_other_h" => rules.due_other_h = value.parse().unwrap_or(rules.due_other_h),
            "comments_stay" => rules.comments_stay = value != "no",
            "downloads" => rules.downloads = value != "no",
            "space_mb" => rules.space_mb = value.parse().unwrap_or(rules.space_mb),
            "uploads" => rules.uploads = Uploads::parse(&value).unwrap_or(rules.uploads),
            "keep_posts" => rules.keep_posts = value.parse().ok(),
            "keep_messages" => rules.keep_messages = value.parse().ok(),
            "keep_cases" => rules.keep_cases = value.parse().ok(),
            "first_waits" => rules.first_waits = value.parse().unwrap_or(rules.first_waits),
            "approval" => rules.approval = Approval::parse(&value).unwrap_or(rules.approval),
            _ => (),
        }
    }
    Ok(rules)
}
