//! The SQL of emptying an account. Words go, files lose their names (the sweep then removes them), ties are cut; what
//! staff still need is kept until they need it no more. The record stays: it holds no words.

use crate::base::{AccountId, Result};
use crate::db::{Change, params};
use crate::features::days;

/// Things that one write empties.
pub(super) const AT_ONCE: i64 = 100;
/// Rows of one table that one write removes.
const ROWS_AT_ONCE: i64 = 500;

/// An account whose time is over.
pub(super) struct Due {
    pub account: AccountId,
    step: i64,
    after: i64,
    comments_stay: bool,
}

/// The kinds of things that people make, in the order in which they are emptied. A new kind is one more word here, and what
/// it holds one more line in [`EMPTIED`].
const KINDS: &[&str] = &["comment", "photo", "album", "post", "event", "file", "announcement", "message"];

/// What is done to the things in `?1`, a JSON list of ids.
const EMPTIED: &[&str] = &[
    "UPDATE post SET body = '', photos = 0, poll = 0, shield_why = '' WHERE id IN (SELECT value FROM json_each(?1))",
    "UPDATE poll SET question = '' WHERE id IN (SELECT value FROM json_each(?1))",
    "UPDATE poll_option SET words = '' WHERE poll_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM poll_vote WHERE poll_id IN (SELECT value FROM json_each(?1))",
    "UPDATE comment SET body = '', photo = 0 WHERE id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM comment_photo WHERE id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM message_file WHERE message_id IN (SELECT value FROM json_each(?1))",
    "UPDATE message SET body = '', photos = 0, files = 0, sent_key = NULL WHERE id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM message_photo WHERE id IN (SELECT value FROM json_each(?1))",
    "UPDATE album SET title = '–', about = '', cover_id = NULL WHERE id IN (SELECT value FROM json_each(?1))",
    "UPDATE album SET cover_id = NULL WHERE cover_id IN (SELECT value FROM json_each(?1))
       AND id IN (SELECT parent_id FROM item WHERE id IN (SELECT value FROM json_each(?1)))",
    "DELETE FROM photo WHERE id IN (SELECT value FROM json_each(?1))",
    "UPDATE announcement SET title = '–', body = '' WHERE id IN (SELECT value FROM json_each(?1))",
    "UPDATE event SET title = '–', about = '', place = '' WHERE id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM announcement_read WHERE announcement_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM event_answer WHERE event_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM file WHERE id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM spot WHERE photo_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM edit WHERE item_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM item_to WHERE item_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM item_tag WHERE item_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM mention WHERE item_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM reaction WHERE item_id IN (SELECT value FROM json_each(?1))",
    "UPDATE watch_hit SET words = '' WHERE item_id IN (SELECT value FROM json_each(?1))",
    "UPDATE watch_case SET words = '' WHERE item_id IN (SELECT value FROM json_each(?1))",
    "DELETE FROM kept_item WHERE item_id IN (SELECT value FROM json_each(?1))",
    "UPDATE item SET state = 'removed', removed_by = author_id, emptied = 1 WHERE id IN (SELECT value FROM json_each(?1))",
];

/// Ties of an account, each removed some rows at a time. A new table of ties is one more line here.
const TIES: &[&str] = &[
    "DELETE FROM contact WHERE (owner_id, person_id) IN (SELECT owner_id, person_id FROM contact WHERE owner_id = ?1 LIMIT ?2)",
    "DELETE FROM contact WHERE (owner_id, person_id) IN (SELECT owner_id, person_id FROM contact WHERE person_id = ?1 LIMIT ?2)",
    "DELETE FROM aspect_person WHERE (aspect_id, person_id) IN (SELECT aspect_id, person_id FROM aspect_person WHERE person_id = ?1 LIMIT ?2)",
    "DELETE FROM aspect WHERE id IN (SELECT id FROM aspect WHERE owner_id = ?1 LIMIT ?2)",
    "DELETE FROM block WHERE (owner_id, person_id) IN (SELECT owner_id, person_id FROM block WHERE owner_id = ?1 LIMIT ?2)",
    "DELETE FROM block WHERE (owner_id, person_id) IN (SELECT owner_id, person_id FROM block WHERE person_id = ?1 LIMIT ?2)",
    "DELETE FROM membership WHERE (group_id, account_id) IN (SELECT group_id, account_id FROM membership WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM notice WHERE id IN (SELECT id FROM notice WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM reaction WHERE (item_id, account_id) IN (SELECT item_id, account_id FROM reaction WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM poll_vote WHERE (poll_id, account_id, place) IN (SELECT poll_id, account_id, place FROM poll_vote WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM post_follow WHERE (post_id, account_id) IN (SELECT post_id, account_id FROM post_follow WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM mention WHERE (item_id, account_id) IN (SELECT item_id, account_id FROM mention WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM draft WHERE (account_id, word) IN (SELECT account_id, word FROM draft WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM draft_photo WHERE id IN (SELECT id FROM draft_photo WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM hidden WHERE (account_id, item_id) IN (SELECT account_id, item_id FROM hidden WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM followed_tag WHERE (account_id, tag_id) IN (SELECT account_id, tag_id FROM followed_tag WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM spot WHERE id IN (SELECT id FROM spot WHERE person_id = ?1 LIMIT ?2)",
    "DELETE FROM spot_ask WHERE account_id IN (SELECT account_id FROM spot_ask WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM silence WHERE (account_id, sort) IN (SELECT account_id, sort FROM silence WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM group_ask WHERE (group_id, account_id) IN (SELECT group_id, account_id FROM group_ask WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM group_invite WHERE (group_id, account_id) IN (SELECT group_id, account_id FROM group_invite WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM group_invite WHERE (group_id, account_id) IN (SELECT group_id, account_id FROM group_invite WHERE by_id = ?1 LIMIT ?2)",
    "DELETE FROM spot WHERE id IN (SELECT id FROM spot WHERE maker_id = ?1 AND state = 'asked' LIMIT ?2)",
    "DELETE FROM announcement_read WHERE (announcement_id, account_id) IN (SELECT announcement_id, account_id FROM announcement_read WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM event_answer WHERE (event_id, account_id) IN (SELECT event_id, account_id FROM event_answer WHERE account_id = ?1 LIMIT ?2)",
    "UPDATE watch_case SET words = '' WHERE id IN (SELECT id FROM watch_case WHERE account_id = ?1 AND words <> '' AND closed_at IS NOT NULL LIMIT ?2)",
    "UPDATE watch_hit SET words = '' WHERE id IN (SELECT id FROM watch_hit WHERE account_id = ?1 AND words <> ''
       AND coalesce(case_id, 0) NOT IN (SELECT id FROM watch_case WHERE account_id = ?1 AND closed_at IS NULL) LIMIT ?2)",
    "DELETE FROM archive WHERE id IN (SELECT id FROM archive WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM participant WHERE (conversation_id, account_id) IN (SELECT conversation_id, account_id FROM participant WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM talk_pair WHERE (one_id, other_id) IN (SELECT one_id, other_id FROM talk_pair WHERE one_id = ?1 LIMIT ?2)",
    "DELETE FROM talk_pair WHERE (one_id, other_id) IN (SELECT one_id, other_id FROM talk_pair WHERE other_id = ?1 LIMIT ?2)",
    "DELETE FROM unseen_presence WHERE account_id IN (SELECT account_id FROM unseen_presence WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM level WHERE id IN (SELECT id FROM level WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM sent_day WHERE account_id IN (SELECT account_id FROM sent_day WHERE account_id = ?1 LIMIT ?2)",
    "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE account_id = ?1 LIMIT ?2)",
    "UPDATE sanction SET words = '', lifted_why = '' WHERE id IN (SELECT id FROM sanction WHERE account_id = ?1 AND (words <> '' OR lifted_why <> '') LIMIT ?2)",
    "UPDATE appeal SET words = '–', answer = '' WHERE id IN (SELECT id FROM appeal WHERE account_id = ?1 AND words <> '–' AND decided_at IS NOT NULL LIMIT ?2)",
    "DELETE FROM stay WHERE id IN (SELECT id FROM stay WHERE account_id = ?1 LIMIT ?2)",
];

/// The account that is emptied next, if the time of one is over.
pub(super) fn due(change: &Change<'_>) -> Result<Option<Due>> {
    let today = days::today(change)?;
    change.one(
        "SELECT account_id, step, after_id, comments_stay FROM seen_emptying
         WHERE until_day <= ?1 AND (step < ?2 OR NOT named) ORDER BY until_day LIMIT 1",
        // What they made is emptied, or kept by name. Their own name and their ties stay as long as a hold needs them.
        params![today, KINDS.len() as i64],
        |row| {
            Ok(Due {
                account: AccountId(row.get(0)?),
                step: row.get(1)?,
                after: row.get(2)?,
                comments_stay: row.get(3)?,
            })
        },
    )
}

/// One little of an account; yes at its end.
pub(super) fn step(change: &mut Change<'_>, due: &Due, somebody: &str) -> Result<bool> {
    let number = usize::try_from(due.step).unwrap_or(usize::MAX);
    if let Some(kind) = KINDS.get(number) {
        things(change, due, kind, somebody)?;
        return Ok(false);
    }
    if let Some(sql) = TIES.get(number - KINDS.len()) {
        let gone = change.run(sql, params![due.account.0, ROWS_AT_ONCE])?;
        let next = if (gone as i64) < ROWS_AT_ONCE { due.step + 1 } else { due.step };
        // `after` is no more 0 from the first step on: there is no way back from here.
        go_on(change, due, next, 1)?;
        return Ok(false);
    }
    forget(change, due.account)?;
    Ok(true)
}

/// Empties the next things of one kind; those that staff need are kept for now.
fn things(change: &mut Change<'_>, due: &Due, kind: &str, somebody: &str) -> Result<()> {
    // The word of the kind stands in the statement, so that the index of that kind is found.
    let found = change.list(
        &format!(
            "SELECT id, needed, stays FROM seen_needed WHERE author_id = ?1 AND kind = '{kind}' AND id > ?2 ORDER BY id LIMIT ?3"
        ),
        params![due.account.0, due.after, AT_ONCE],
        |row| Ok((row.get::<_, i64>(0)?, row.get::<_, bool>(1)?, row.get::<_, i64>(2)?)),
    )?;
    let Some(last) = found.last().map(|(id, ..)| *id) else {
        return go_on(change, due, due.step + 1, 0);
    };
    let of = |wanted: &dyn Fn(bool, i64) -> bool| {
        list(found.iter().filter(|(_, needed, stays)| wanted(*needed, *stays)).map(|(id, ..)| *id))
    };
    let stays = |stays: i64| stays == 2 || (stays == 1 && due.comments_stay);
    let kept = of(&|needed, _| needed);
    keep(change, &kept, "")?;
    empty(change, &of(&|needed, may_stay| !needed && !stays(may_stay)))?;
    give_away(change, &of(&|needed, may_stay| !needed && stays(may_stay)), somebody)?;
    go_on(change, due, due.step, last)
}

/// Keeps things by name until they are needed no more. What goes with its account goes with no run.
pub(super) fn keep(change: &mut Change<'_>, ids: &str, sort: &str) -> Result<()> {
    if ids != "[]" {
        change.run(
            "INSERT INTO kept_item (item_id, sort) SELECT value, ?2 FROM json_each(?1) WHERE true
             ON CONFLICT (item_id) DO UPDATE SET sort = min(sort, excluded.sort)",
            [ids, sort],
        )?;
    }
    Ok(())
}

pub(super) fn empty(change: &mut Change<'_>, ids: &str) -> Result<()> {
    if ids != "[]" {
        for sql in EMPTIED {
            change.run(sql, [ids])?;
        }
    }
    Ok(())
}

/// What stays is somebody's who left: one author for all who ever did, so that nobody can tell which belong together.
fn give_away(change: &mut Change<'_>, ids: &str, somebody: &str) -> Result<()> {
    if ids == "[]" {
        return Ok(());
    }
    let now = change.now_ms();
    change.run(
        "INSERT INTO account (username, shown_name, role, standing, made_at)
         SELECT '--', ?1, 'member', 'left', ?2 WHERE (SELECT ghost_id FROM site) IS NULL",
        params![somebody, now],
    )?;
    change.run(
        "UPDATE site SET ghost_id = (SELECT id FROM account WHERE username = '--') WHERE ghost_id IS NULL",
        [],
    )?;
    for sql in [
        "DELETE FROM comment_photo WHERE id IN (SELECT value FROM json_each(?1))",
        "UPDATE comment SET photo = 0 WHERE id IN (SELECT value FROM json_each(?1))",
        "DELETE FROM edit WHERE item_id IN (SELECT value FROM json_each(?1))",
        "UPDATE item SET author_id = (SELECT ghost_id FROM site) WHERE id IN (SELECT value FROM json_each(?1))",
    ] {
        change.run(sql, [ids])?;
    }
    Ok(())
}

fn go_on(change: &mut Change<'_>, due: &Due, step: i64, after: i64) -> Result<()> {
    change.run(
        "UPDATE closing SET step = ?2, after_id = ?3 WHERE account_id = ?1",
        params![due.account.0, step, after],
    )?;
    Ok(())
}

/// The last step: name, password and all that the account said of somebody.
fn forget(change: &mut Change<'_>, account: AccountId) -> Result<()> {
    crate::features::accounts::give_up(change, account)?;
    let now = change.now_ms();
    change.run(
        "UPDATE account SET username = 'left-' || id, shown_name = '–', standing = 'left', picture = NULL,
                            pronouns = '', place = '', birthday = '', bio = '', language = NULL, theme = 'auto', text_size = 'normal',
                            read_aloud = 0, keys = 1, open_shields = 0, quiet_sound = 0
         WHERE id = ?1",
        [account.0],
    )?;
    change.run("DELETE FROM credential WHERE account_id = ?1", [account.0])?;
    change.run("UPDATE closing SET done_at = ?2 WHERE account_id = ?1", params![account.0, now])?;
    Ok(())
}

/// Empties what was kept and is needed no more; gives whether there may be more.
pub(super) fn look_at_kept(change: &mut Change<'_>) -> Result<bool> {
    let free = change.list(
        "SELECT n.id FROM seen_kept AS k JOIN seen_needed AS n ON n.id = k.item_id
         WHERE k.sort = '' AND NOT n.needed ORDER BY k.item_id LIMIT ?1",
        [AT_ONCE],
        |row| row.get::<_, i64>(0),
    )?;
    empty(change, &list(free.iter().copied()))?;
    Ok(free.len() as i64 == AT_ONCE)
}

/// Ids as the JSON list that `json_each` reads.
pub(super) fn list(ids: impl Iterator<Item = i64>) -> String {
    let ids: Vec<String> = ids.map(|id| id.to_string()).collect();
    format!("[{}]", ids.join(","))
}

#[cfg(test)]
mod tests {
    use crate::base::Clock;
    use crate::db::{Db, Viewer};

    #[tokio::test]
    async fn what_is_emptied_is_walked_down_an_index() {
        let folder = tempfile::tempdir().expect("a folder");
        let db =
            Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).expect("a database");
        for kind in super::KINDS {
            let sql = format!(
                "SELECT id, needed, stays FROM seen_needed WHERE author_id = 1 AND kind = '{kind}' AND id > 0"
            );
            let plan = db.read(&Viewer::the_box(), |look| look.plan(&sql, [])).await.expect("a plan");
            let first = plan.first().expect("a line");
            assert!(first.starts_with("SEARCH i USING"), "{kind}: {plan:#?}");
        }
        db.close();
    }
}
