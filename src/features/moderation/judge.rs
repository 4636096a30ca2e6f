//! What the house says of a text before it is kept: the level of approval, and the rules for words.

use super::{Verdict, approval, verdict, watch_store};
use crate::base::watch::{Action, Hit, Surface};
use crate::base::{Act, Error, ItemId, Problem, Problems, Result, Role, Rules, State, Topic};
use crate::db::Change;
use crate::features::levels::{self, Where};

/// Others see ■ for some of it.
pub const CENSORED: i64 = 1;
/// Its author gets the card that says with whom to talk.
pub const HELPED: i64 = 2;

/// One text of what somebody writes.
#[derive(Clone, Copy, Debug)]
pub struct Part<'a> {
    /// Where it stands.
    pub surface: Surface,
    /// The field of the form in which it was typed.
    pub field: &'static str,
    /// As it would be kept.
    pub text: &'a str,
}

impl<'a> Part<'a> {
    /// A text that stands there and was typed in this field.
    pub fn of(surface: Surface, field: &'static str, text: &'a str) -> Part<'a> {
        Part { surface, field, text }
    }
}

/// One place at which a rule matched, as it is kept.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub hit: Hit,
    /// What follows from it here; none where the rule says nothing for whoever wrote it.
    pub effect: Option<Action>,
    pub surface: Surface,
    pub part: usize,
    pub from_char: usize,
    pub to_char: usize,
    pub words: String,
}

/// What the house says of a text.
#[derive(Clone, Debug)]
pub struct Judged {
    verdict: Verdict,
    found: Vec<Found>,
    /// The first surface, and all texts together: for what stands in no item.
    surface: Surface,
    whole: String,
}

/// Judges what somebody writes, with its pictures, inside the write. Every text that others can read passes here, on
/// create and on edit. What staff write never waits; a word rule only brings it before them.
///
/// # Errors
/// `Forbidden` where members may make nothing now; `Invalid` where that is so of the place or the person alone, and where a word
/// rule does not let it through, for each field in which one matched.
pub fn judge(
    change: &mut Change<'_>,
    rules: &Rules,
    place: Where<'_>,
    parts: &[Part<'_>],
    photos: usize,
) -> Result<Judged> {
    let role = change.viewer().role();
    if approval(rules, role, photos) == Verdict::Block {
        return Err(Error::Forbidden);
    }
    let verdict = verdict(levels::at(change, rules, place)?, photos);
    if verdict == Verdict::Block {
        // In another group, or for another person, it could be written: what was typed is given back.
        return Err(Error::field(parts.first().map_or("", |part| part.field), Problem::OnlyRead));
    }
    let mut judged = Judged::of(change, parts, role == Some(Role::Member));
    let strongest = judged.strongest();
    judged.verdict = if strongest == Some(Action::Hold) { Verdict::Hold } else { verdict };
    if strongest == Some(Action::Block) {
        let blocked = judged.with(&[Action::Block]);
        let problems = problems(parts, &blocked, |words| Problem::Watched { words });
        judged.refuse(change);
        return Err(Error::Invalid(problems));
    }
    Ok(judged)
}

/// As [`judge`], for what can neither wait nor be shown in part: a name, a line on a profile. What a rule would hold or
/// censor is not taken there, and says so.
///
/// # Errors
/// As [`judge`]; `Invalid` with [`Problem::ForStaff`] where all that is new waits for staff, with [`Problem::WatchedHere`]
/// where a rule would hold or censor it.
pub fn judge_at_once(
    change: &mut Change<'_>,
    rules: &Rules,
    place: Where<'_>,
    parts: &[Part<'_>],
    photos: usize,
) -> Result<Judged> {
    let judged = judge(change, rules, place, parts, photos)?;
    let found = judged.with(&[Action::Hold, Action::Censor]);
    if !found.is_empty() {
        let problems = problems(parts, &found, |words| Problem::WatchedHere { words });
        judged.refuse(change);
        return Err(Error::Invalid(problems));
    }
    Ok(judged)
}

/// Notes what matched in words that only staff write, such as the names of accounts.
///
/// # Errors
/// `Broken` if the database fails.
pub fn judge_by_staff(change: &mut Change<'_>, parts: &[Part<'_>]) -> Result<()> {
    Judged::of(change, parts, false).note(change, None)
}

/// One problem for each field in which something matched, with every word of it.
fn problems(parts: &[Part<'_>], found: &[&Found], problem: impl Fn(String) -> Problem) -> Problems {
    let mut fields: Vec<(&'static str, Vec<&str>)> = Vec::new();
    for found in found {
        let Some(part) = parts.get(found.part) else { continue };
        let words = found.words.as_str();
        match fields.iter_mut().find(|(field, _)| *field == part.field) {
            Some((_, list)) if list.contains(&words) => {}
            Some((_, list)) => list.push(words),
            None => fields.push((part.field, vec![words])),
        }
    }
    fields.into_iter().map(|(field, words)| (field, problem(words.join(", ")))).collect()
}

impl Judged {
    fn of(change: &Change<'_>, parts: &[Part<'_>], is_member: bool) -> Judged {
        let (engine, now) = (change.engine(), change.now_ms());
        let mut found = Vec::new();
        // What the box itself writes has no author.
        let parts_judged = if change.viewer().id().is_some() { parts } else { &[] };
        for (number, part) in parts_judged.iter().enumerate() {
            for hit in engine.scan(part.text, part.surface, now) {
                let effect = match hit.effect() {
                    effect if is_member => Some(effect),
                    Action::Help => None,
                    _ => Some(Action::Flag),
                };
                let chars = |bytes: usize| part.text.get(..bytes).map_or(0, |before| before.chars().count());
                found.push(Found {
                    hit,
                    effect,
                    surface: part.surface,
                    part: number,
                    from_char: chars(hit.from),
                    to_char: chars(hit.to),
                    words: part.text.get(hit.from..hit.to).unwrap_or_default().to_owned(),
                });
            }
        }
        let texts = parts.iter().map(|part| part.text).filter(|text| !text.is_empty());
        // Only where it may be kept: most texts match nothing.
        let whole = if found.is_empty() { String::new() } else { texts.collect::<Vec<_>>().join("\n\n") };
        let surface = parts.first().map_or(Surface::Post, |part| part.surface);
        Judged { verdict: Verdict::Publish, found, surface, whole }
    }

    /// The state in which a new item begins.
    pub fn state(&self) -> State {
        if self.verdict == Verdict::Hold { State::Held } else { State::Shown }
    }

    /// Does it appear at once, or wait?
    pub fn verdict(&self) -> Verdict {
        self.verdict
    }

    /// Is it not for others to read as it stands? For words that staff alone can be shown instead.
    pub fn waits_or_is_censored(&self) -> bool {
        self.verdict == Verdict::Hold || !self.with(&[Action::Censor]).is_empty()
    }

    fn strongest(&self) -> Option<Action> {
        self.found.iter().filter_map(|found| found.effect).max()
    }

    fn with(&self, effects: &[Action]) -> Vec<&Found> {
        self.found
            .iter()
            .filter(|found| found.effect.is_some_and(|effect| effects.contains(&effect)))
            .collect()
    }

    fn severity(&self, effects: &[Action]) -> Option<u8> {
        self.with(effects).iter().map(|found| found.hit.severity).max()
    }

    /// Keeps what matched of an item that is in the database now, or of words that stand in none, and brings it before
    /// staff where a rule says so.
    ///
    /// # Errors
    /// `Broken` if the database fails.
    pub fn note(&self, change: &mut Change<'_>, item: Option<ItemId>) -> Result<()> {
        let has = |wanted: Action| self.with(&[wanted]);
        let helps = has(Action::Help).iter().any(|found| !found.hit.possible);
        let marks =
            if has(Action::Censor).is_empty() { 0 } else { CENSORED } | if helps { HELPED } else { 0 };
        if let Some(item) = item {
            watch_store::set_watched(change, item, marks)?;
        }
        if self.found.is_empty() {
            return Ok(());
        }
        let queued = [Action::Flag, Action::Hold];
        let mut case = None;
        if let Some(severity) = self.severity(&queued) {
            let action = if has(Action::Hold).is_empty() { Action::Flag } else { Action::Hold };
            let words = if item.is_some() { "" } else { self.whole.as_str() };
            let new = watch_store::New { item, surface: self.surface, action, severity, words };
            case = Some(watch_store::open_case(change, &new)?);
        }
        let mut help = None;
        if !has(Action::Help).is_empty() {
            let words = self.whole.as_str();
            let new =
                watch_store::New { item, surface: self.surface, action: Action::Help, severity: 3, words };
            help = Some(watch_store::open_case(change, &new)?);
        }
        for found in &self.found {
            let of = if found.effect == Some(Action::Help) { help } else { case };
            watch_store::insert_hit(change, found, item, of)?;
        }
        if case.or(help).is_some() {
            change.touch(Topic::Desk, item);
        }
        Ok(())
    }

    /// It is not taken: nothing of this write stands, but what matched is kept, and is before staff where it is more than
    /// information.
    fn refuse(self, change: &mut Change<'_>) {
        change.if_refused(Act::RefuseWords, move |change| {
            let severity = self.severity(&[Action::Block, Action::Hold, Action::Censor]).unwrap_or(1);
            let mut case = None;
            if severity >= 2 {
                let (surface, words) = (self.surface, self.whole.as_str());
                let new = watch_store::New { item: None, surface, action: Action::Block, severity, words };
                case = Some(watch_store::open_case(change, &new)?);
                change.touch(Topic::Desk, None);
            }
            for found in &self.found {
                watch_store::insert_hit(change, found, None, case)?;
            }
            let me = change.me()?;
            change.about("account", me.0);
            change.because(self.surface.word(), "");
            Ok(())
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(part: usize, words: &str) -> Found {
        let hit = Hit { rule: 1, action: Action::Block, severity: 1, possible: false, from: 0, to: 1 };
        let effect = Some(Action::Block);
        Found { hit, effect, surface: Surface::Post, part, from_char: 0, to_char: 1, words: words.into() }
    }

    #[test]
    fn every_word_that_matched_is_named_beside_its_field_once() {
        let parts = [Part::of(Surface::Post, "body", ""), Part::of(Surface::Alt, "alt", "")];
        let all = [found(0, "fool"), found(0, "clot"), found(0, "fool"), found(1, "clot")];
        let said = problems(&parts, &all.iter().collect::<Vec<_>>(), |words| Problem::Watched { words });
        let of = |words: &str| Problem::Watched { words: words.into() };
        assert_eq!(said, [("body", of("fool, clot")), ("alt", of("clot"))]);
    }
}
