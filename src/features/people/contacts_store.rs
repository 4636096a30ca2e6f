//! The SQL of the page of contacts: one's own, by who shares with whom and by aspect, found by any part of a name.

use super::store::{Listed, PERSON, person};
use crate::base::terms::terms;
use crate::base::{AccountId, AspectId, Result, limits};
use crate::db::{Snapshot, Value, params};
use rusqlite::params_from_iter;

/// Which contacts are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Show {
    /// All with whom the viewer shares.
    Mine,
    /// Those among them who share with the viewer too.
    Mutual,
    /// Those who share with the viewer, and the viewer not with them.
    OnlyTheirs,
    /// Those with whom the viewer shares and who are in none of their aspects.
    InNone,
    /// Those in one aspect.
    In(AspectId),
}

const MINE: &str =
    "seen_contact AS c CROSS JOIN seen_person AS p ON p.id = c.person_id WHERE c.owner_id = ?1";

impl Show {
    /// As it stands in the address.
    pub(super) fn word(self) -> String {
        match self {
            Show::Mine => String::new(),
            Show::Mutual => "mutual".into(),
            Show::OnlyTheirs => "sharing".into(),
            Show::InNone => "none".into(),
            Show::In(aspect) => format!("aspect-{aspect}"),
        }
    }

    /// What the address says, where it is one of these.
    pub(super) fn parse(word: &str) -> Option<Show> {
        match word {
            "" => Some(Show::Mine),
            "mutual" => Some(Show::Mutual),
            "sharing" => Some(Show::OnlyTheirs),
            "none" => Some(Show::InNone),
            other => other.strip_prefix("aspect-")?.parse().ok().map(Show::In),
        }
    }

    /// From where they come; `?1` is the viewer, `?5` the aspect.
    fn among(self) -> String {
        match self {
            Show::Mine => MINE.to_owned(),
            Show::Mutual => format!(
                "{MINE} AND EXISTS (SELECT 1 FROM seen_contact WHERE owner_id = p.id AND person_id = ?1)"
            ),
            Show::OnlyTheirs => "seen_contact AS c CROSS JOIN seen_person AS p ON p.id = c.owner_id
                 WHERE c.person_id = ?1
                   AND NOT EXISTS (SELECT 1 FROM seen_contact WHERE owner_id = ?1 AND person_id = p.id)"
                .to_owned(),
            Show::InNone => {
                format!("{MINE} AND NOT EXISTS (SELECT 1 FROM seen_aspect_person WHERE person_id = p.id)")
            }
            Show::In(_) => "seen_aspect_person AS c CROSS JOIN seen_person AS p ON p.id = c.person_id
                 WHERE c.aspect_id = ?5"
                .to_owned(),
        }
    }
}

/// Nobody who left, and nobody whom the viewer blocked, even where they added the viewer anew.
const HERE: &str = "p.standing <> 'left' AND NOT EXISTS (SELECT 1 FROM seen_block WHERE person_id = p.id)";

/// One page of contacts by shown name, after one of them, whose names have all words of `typed`, or words that begin so.
///
/// A name is looked for among one's own contacts, `CONTACTS_MAX` at most, each made into terms as search makes them.
pub(super) fn page(look: &Snapshot<'_>, show: Show, typed: &str, after: Option<AccountId>) -> Result<Listed> {
    let (sql, values) = query(look, show, typed, after)?;
    let mut people = look.list(&sql, params_from_iter(values), person)?;
    let more = people.len() > limits::LIST_PAGE;
    people.truncate(limits::LIST_PAGE);
    let next = people.last().filter(|_| more).map(|last| last.id);
    Ok((people, next))
}

fn query(
    look: &Snapshot<'_>,
    show: Show,
    typed: &str,
    after: Option<AccountId>,
) -> Result<(String, Vec<Value>)> {
    let me = look.me()?.0;
    let key = match after {
        Some(id) => look.one("SELECT shown_name, id FROM seen_person WHERE id = ?1", [id.0], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?))
        })?,
        None => None,
    };
    let (name, id) = key.unwrap_or_default();
    let aspect = if let Show::In(aspect) = show { aspect.0 } else { 0 };
    let mut values: Vec<Value> =
        vec![me.into(), name.into(), id.into(), (limits::LIST_PAGE as i64 + 1).into(), aspect.into()];
    let mut searched = String::new();
    for term in terms(typed).into_iter().take(limits::SEARCH_PHRASES_MAX) {
        // Terms hold letters and digits alone: nothing in them means anything to LIKE.
        values.push(format!("% {}%", term.folded).into());
        searched.push_str(&format!(
            " AND ' ' || find_terms(p.shown_name || ' ' || p.username) LIKE ?{}",
            values.len()
        ));
    }
    let sql = format!(
        "{PERSON} {} AND {HERE} AND (+p.shown_name, +p.id) > (?2, ?3) AND ?5 IS NOT NULL{searched}
         ORDER BY +p.shown_name COLLATE NOCASE, +p.id LIMIT ?4",
        show.among()
    );
    Ok((sql, values))
}

/// With how many people the viewer shares, as their page of contacts lists them.
pub(super) fn count_mine(look: &Snapshot<'_>) -> Result<i64> {
    look.number(&format!("SELECT count(*) FROM {MINE} AND {HERE}"), [look.me()?.0])
}

/// Which of the viewer's aspects each of these people is in.
pub(super) fn inside(look: &Snapshot<'_>, ids: &[AccountId]) -> Result<Vec<(AspectId, AccountId)>> {
    let ids = ids.iter().map(|id| id.to_string()).collect::<Vec<_>>().join(",");
    look.list(
        "SELECT aspect_id, person_id FROM seen_aspect_person WHERE person_id IN (SELECT value FROM json_each(?1))",
        params![format!("[{ids}]")],
        |row| Ok((AspectId(row.get(0)?), AccountId(row.get(1)?))),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Clock, Duties, Role};
    use crate::db::{Db, Viewer};

    #[test]
    fn what_is_shown_reads_as_it_is_written() {
        for show in [Show::Mine, Show::Mutual, Show::OnlyTheirs, Show::InNone, Show::In(AspectId(7))] {
            assert_eq!(Show::parse(&show.word()), Some(show));
        }
        for word in ["all", "aspect-", "aspect-x", "aspect--1"] {
            assert_eq!(Show::parse(word), None, "{word}");
        }
    }

    #[tokio::test]
    async fn contacts_are_read_along_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(&folder.path().join("courtyard.db"), 1, Clock::real(), |_, _| ()).unwrap();
        let member = Viewer::account(AccountId(2), Role::Member, Duties::NONE, "test".into());
        for show in [Show::Mine, Show::Mutual, Show::OnlyTheirs, Show::InNone, Show::In(AspectId(1))] {
            for typed in ["", "mia b"] {
                let plan = db.read(&member, |look| {
                    let (sql, values) = query(look, show, typed, None)?;
                    look.plan(&sql, params_from_iter(values))
                });
                let plan = plan.await.unwrap();
                assert!(!plan.iter().any(|step| step.starts_with("SCAN")), "{show:?}: {plan:#?}");
            }
        }
        let scans = crate::db::scans(
            &[(super::super::talk_store::TALKABLES.to_owned(), 1)],
            &["json_each", "j VIRTUAL"],
        )
        .await;
        assert!(scans.is_empty(), "{scans:#?}");
        db.close();
    }
}
