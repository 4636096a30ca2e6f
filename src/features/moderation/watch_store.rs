//! The SQL of what word rules brought before staff, and of every place at which one matched.

use super::judge::Found;
use crate::base::watch::{Action, Surface};
use crate::base::{AccountId, ItemId, Result};
use crate::db::{Change, params};

/// What a rule brings before staff.
pub(super) struct New<'a> {
    pub item: Option<ItemId>,
    pub surface: Surface,
    pub action: Action,
    pub severity: u8,
    /// What was written, where no item has it.
    pub words: &'a str,
}

/// The open case of this item, made stronger where this is, or a new one. Help has cases of its own, which only those see
/// who hold Safeguard.
pub(super) fn open_case(change: &mut Change<'_>, new: &New<'_>) -> Result<i64> {
    let (me, now) = (change.me()?, change.now_ms());
    let open = match new.item {
        None => None,
        Some(item) => change.open_watch_case(item, new.action == Action::Help)?,
    };
    let (action, severity) = (new.action.word(), i64::from(new.severity));
    if let Some(case) = open {
        change.run(
            "UPDATE watch_case SET severity = max(severity, ?2), words = ?3,
                    action = CASE WHEN action = 'flag' THEN ?4 ELSE action END WHERE id = ?1",
            params![case, severity, new.words, action],
        )?;
        return Ok(case);
    }
    change.insert(
        "INSERT INTO watch_case (item_id, account_id, surface, action, severity, words, made_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![new.item.map(|item| item.0), me.0, new.surface.word(), action, severity, new.words, now],
    )
}

pub(super) fn insert_hit(
    change: &mut Change<'_>,
    found: &Found,
    item: Option<ItemId>,
    case: Option<i64>,
) -> Result<()> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "INSERT INTO watch_hit (rule_id, case_id, item_id, account_id, surface, part, from_char, to_char, words, effect,
                                possible, made_at, day)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, (SELECT days FROM day_count))",
        params![
            found.hit.rule,
            case,
            item.map(|item| item.0),
            me.0,
            found.surface.word(),
            found.part as i64,
            found.from_char as i64,
            found.to_char as i64,
            found.words,
            found.effect.map_or("none", Action::word),
            found.hit.possible,
            now,
        ],
    )?;
    Ok(())
}

/// How an item stands as to words: others see ■ in it, its author gets a card. Most stand as they did.
pub(super) fn set_watched(change: &mut Change<'_>, item: ItemId, marks: i64) -> Result<()> {
    change.run("UPDATE item SET watched = ?2 WHERE id = ?1 AND watched <> ?2", params![item.0, marks])?;
    Ok(())
}

/// Closes what word rules brought up about an item, but not what is for Safeguard alone; gives how many that were.
pub(super) fn close_cases(change: &mut Change<'_>, item: ItemId) -> Result<usize> {
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        "UPDATE watch_case SET closed_at = ?2, closed_by = ?3
         WHERE item_id = ?1 AND closed_at IS NULL AND action <> 'help'",
        params![item.0, now, me.0],
    )
}

/// Closes one case that the viewer sees, and that is about no item or is help; gives whose words they are.
pub(super) fn close_case(change: &mut Change<'_>, case: i64, note: &str) -> Result<AccountId> {
    let open = "SELECT account_id FROM seen_watch_case
         WHERE id = ?1 AND closed_at IS NULL AND (item_id IS NULL OR action = 'help')";
    let whose = change.found(open, [case], |row| row.get(0).map(AccountId))?;
    let (me, now) = (change.me()?, change.now_ms());
    change.run(
        // Of whom the box has forgotten, nothing is kept longer than staff need it.
        "UPDATE watch_case SET closed_at = ?2, closed_by = ?3, note = ?4,
                words = CASE (SELECT standing FROM account WHERE id = account_id) WHEN 'left' THEN '' ELSE words END
         WHERE id = ?1",
        params![case, now, me.0, note],
    )?;
    Ok(whose)
}

/// What staff say of a place at which a rule matched; none takes it back.
pub(super) fn set_verdict(change: &mut Change<'_>, hit: i64, verdict: Option<&str>) -> Result<i64> {
    let sees = "SELECT rule_id FROM seen_watch_hit WHERE id = ?1";
    let rule = change.found(sees, [hit], |row| row.get::<_, i64>(0))?;
    let me = change.me()?;
    change.run(
        "UPDATE watch_hit SET verdict = ?2, verdict_by = CASE WHEN ?2 IS NULL THEN NULL ELSE ?3 END WHERE id = ?1",
        params![hit, verdict, me.0],
    )?;
    Ok(rule)
}
