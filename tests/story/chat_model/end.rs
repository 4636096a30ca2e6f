//! The end of a schedule: everybody comes back, and what their pages show is compared.

use super::model::Seen;
use super::play::{MESSAGES_MAX, Play, Player, Wrong};
use crate::harness::Line;
use std::collections::BTreeMap;
use std::time::Duration;

impl Play<'_> {
    /// Everybody comes back, everybody says a last word, and then every page must be as it should.
    pub fn ends(&mut self) -> Result<(), Wrong> {
        self.hold(false);
        let people: Vec<usize> = (0..self.players.len()).collect();
        let there: Vec<usize> = people.iter().copied().filter(|who| self.model.is_in(*who)).collect();
        there.iter().for_each(|who| self.reconnect(*who));
        for who in &there {
            self.sent = self.sent.min(MESSAGES_MAX - 1);
            self.send(*who, false)?;
        }
        for who in &there {
            self.check(*who)?;
        }
        people.iter().filter(|who| !there.contains(who)).try_for_each(|who| self.check_gone(*who))
    }

    fn check(&mut self, who: usize) -> Result<(), Wrong> {
        let seen = self.model.page_of(who);
        let fresh = self.players[who].page.fresh(self.site).ok_or(format!("{who} does not find it"))?;
        let agreed = in_order(&fresh);
        compare(who, "a fresh page shows", &agreed, &seen, &self.players)?;
        // Once their own last word has come, all that was told before it has come, too.
        let last =
            self.model.messages.iter().rev().find(|message| message.author == who).map_or(0, |last| last.id);
        let stale: Vec<i64> = self.players[who].stale.iter().map(|whom| self.players[*whom].id).collect();
        let of_others = |lines: &BTreeMap<i64, Line>| -> Vec<(i64, Line)> {
            let kept = in_order(lines).into_iter().filter(|(_, line)| !stale.contains(&line.author));
            kept.map(|(id, line)| (id, if stale.is_empty() { line } else { without_hearts(line) })).collect()
        };
        let wanted = of_others(&fresh);
        let patience = self.patience;
        let page = &mut self.players[who].page;
        page.takes_until(self.site, patience, |page| {
            page.lines.contains_key(&last) && of_others(&page.lines) == wanted
        });
        let open = of_others(&self.players[who].page.lines);
        if open != wanted {
            return Err(format!(
                "{who}'s open page shows\n{}\nand a fresh one\n{}",
                list(&open),
                list(&wanted)
            ));
        }
        Ok(())
    }

    fn check_gone(&mut self, who: usize) -> Result<(), Wrong> {
        let Player { page, newest_when_gone: newest, .. } = &mut self.players[who];
        if page.fresh(self.site).is_some() {
            return Err(format!("{who} left, and still finds the conversation"));
        }
        // Everybody else has everything by now: what would come to a page that was left open is there, too.
        page.takes_until(self.site, Duration::from_millis(5), |_| false);
        match page.came.iter().find(|id| *id > newest) {
            None => Ok(()),
            Some(id) => Err(format!("{who} left, and {id}, which was said later, came to their page")),
        }
    }
}

fn in_order(lines: &BTreeMap<i64, Line>) -> Vec<(i64, Line)> {
    let mut lines: Vec<(i64, Line)> = lines.clone().into_iter().collect();
    lines.sort_by_key(|(_, line)| line.place);
    lines
}

fn list(lines: &[(i64, Line)]) -> String {
    lines.iter().map(|(id, line)| format!("  {id} at {}: {}\n", line.place, line.words)).collect()
}

/// Does the page say what the model says?
fn compare(
    who: usize,
    what: &str,
    page: &[(i64, Line)],
    seen: &[Seen],
    players: &[Player],
) -> Result<(), Wrong> {
    let fits = |((id, line), seen): (&(i64, Line), &Seen)| {
        *id == seen.id
            && line.author == players[seen.author].id
            && line.words.contains(&seen.text)
            && line.words.contains("changed") == seen.text.contains("changed")
            && line.words.contains("edited") == seen.edited
            && line.words.contains("Waiting for") == seen.waits
            && line.words.contains("emoved by") == seen.taken_away
            && hearts(&line.words) == seen.hearts
    };
    if page.len() == seen.len() && page.iter().zip(seen).all(fits) {
        return Ok(());
    }
    let seen: String = seen.iter().map(|seen| format!("  {seen:?}\n")).collect();
    Err(format!("for {who}, {what}\n{}\nand should\n{seen}", list(page)))
}

/// A block changes whose signs are counted under what others said, and an open page hears of that later.
fn without_hearts(line: Line) -> Line {
    let count = hearts(&line.words);
    let words = line.words.replace(&format!("Heart {count}"), "");
    Line { words: words.split_whitespace().collect::<Vec<_>>().join(" "), ..line }
}

/// The number behind the heart.
fn hearts(words: &str) -> usize {
    let number = words.split_once("Heart").map(|(_, rest)| rest.trim_start().split(' ').next());
    number.flatten().and_then(|number| number.parse().ok()).unwrap_or(0)
}
