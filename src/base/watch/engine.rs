//! All rules at once: one automaton over the exact form and one over the loose, with checks after.

use super::canon::{Letter, bytes_of, exact, is_word, typed};
use super::loose::{Loose, coarse, loose};
use super::pattern::Pattern;
use super::rendered::{hashtags, rendered, split};
use super::{Action, Hit, Rule, Surface, Surfaces};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use std::collections::HashMap;
use std::ops::Range;

/// Hits that are kept of one text. What comes after them is looked at only for something stronger.
const HITS_MAX: usize = 100;

/// Patterns that are looked for together, and the rules that each is for.
#[derive(Debug, Default)]
struct Needles {
    find: Option<AhoCorasick>,
    rules: Vec<Box<[u32]>>,
}

impl Needles {
    fn of(patterns: HashMap<String, Vec<u32>>) -> Needles {
        let mut patterns: Vec<(String, Vec<u32>)> = patterns.into_iter().collect();
        patterns.sort_unstable();
        let find = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .build(patterns.iter().map(|(pattern, _)| pattern));
        let rules = patterns.into_iter().map(|(_, rules)| rules.into_boxed_slice()).collect();
        // It refuses only more states than numbers can count: with so few rules there never are.
        Needles { find: find.ok(), rules }
    }

    /// Each place at which one of them stands, and the rules that it is for.
    fn each(&self, text: &str, mut found: impl FnMut(usize, &[u32])) {
        let Some(find) = self.find.as_ref().filter(|_| !self.rules.is_empty()) else { return };
        for hit in find.find_overlapping_iter(text) {
            found(hit.start(), self.rules.get(hit.pattern().as_usize()).map_or(&[][..], |rules| rules));
        }
    }
}

#[derive(Debug)]
struct Compiled {
    id: i64,
    action: Action,
    severity: u8,
    surfaces: Surfaces,
    until_ms: i64,
    pattern: Pattern,
    exceptions: Box<[Pattern]>,
}

/// All rules of a house, ready to look through texts.
#[derive(Debug, Default)]
pub struct Engine {
    rules: Vec<Compiled>,
    /// Words and phrases, over the exact form with each gap as one space.
    words: Needles,
    /// Patterns with other signs, over the exact form as it is.
    literals: Needles,
    loose: Needles,
    censors: bool,
}

/// What one look through a text needs to know besides.
struct Look<'a> {
    surface: Surface,
    now_ms: i64,
    hashtags: &'a [Range<usize>],
    hits: Vec<Hit>,
}

impl Engine {
    /// Makes the automata. Rules whose pattern has nothing to compare are left out.
    pub fn new(rules: &[Rule]) -> Engine {
        let (mut words, mut literals, mut loose) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut compiled: Vec<Compiled> = Vec::with_capacity(rules.len());
        for rule in rules {
            let Some(pattern) = Pattern::of(rule) else { continue };
            let number = compiled.len() as u32;
            let needle: String = pattern.signs.iter().collect();
            if pattern.is_literal {
                literals.entry(needle).or_insert_with(Vec::new).push(number);
            } else {
                loose.entry(coarse(&pattern.signs)).or_insert_with(Vec::new).push(number);
                words.entry(needle).or_insert_with(Vec::new).push(number);
            }
            compiled.push(Compiled {
                id: rule.id,
                action: rule.action,
                severity: rule.severity,
                surfaces: rule.surfaces,
                until_ms: rule.until_ms.unwrap_or(i64::MAX),
                pattern,
                exceptions: rule.exceptions.iter().filter_map(|text| Pattern::exception(text)).collect(),
            });
        }
        let censors = compiled.iter().any(|rule| rule.action == Action::Censor);
        let (words, literals) = (Needles::of(words), Needles::of(literals));
        Engine { rules: compiled, words, literals, loose: Needles::of(loose), censors }
    }

    /// How many rules it knows.
    pub fn len(&self) -> usize {
        self.rules.len()
    }

    /// Is there no rule?
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Bytes of memory that the automata take.
    pub fn bytes(&self) -> usize {
        let needles = [&self.words, &self.literals, &self.loose];
        let automata =
            needles.iter().filter_map(|needles| needles.find.as_ref()).map(AhoCorasick::memory_usage);
        let lists = needles.iter().flat_map(|needles| &needles.rules).map(|rules| 16 + 4 * rules.len());
        let rules = self.rules.iter().map(|rule| {
            let exceptions = rule.exceptions.iter().map(|each| size_of::<Pattern>() + 4 * each.signs.len());
            size_of::<Compiled>() + 4 * rule.pattern.signs.len() + exceptions.sum::<usize>()
        });
        automata.chain(lists).chain(rules).sum()
    }

    /// Where rules match in a text, in order. A place at which a rule matches exactly is no possible match of it, too.
    /// Of very many, the first and whatever is stronger.
    pub fn scan(&self, text: &str, surface: Surface, now_ms: i64) -> Vec<Hit> {
        if self.rules.is_empty() || text.is_empty() {
            return Vec::new();
        }
        let hashtags = hashtags(text);
        let mut look = Look { surface, now_ms, hashtags: &hashtags, hits: Vec::new() };
        let raw = typed(text);
        let shown = rendered(text).filter(|shown| !is_same(shown, &raw));
        let tags = split(text, &hashtags);
        let forms: Vec<Vec<Letter>> = [Some(raw), shown, Some(tags)]
            .iter()
            .flatten()
            .filter(|form| !form.is_empty())
            .map(|form| exact(form))
            .collect();
        for form in &forms {
            self.look_exactly(form, &mut look);
        }
        for form in &forms {
            if let Some(form) = loose(form) {
                self.look_loosely(&form, &mut look);
            }
        }
        let mut hits = look.hits;
        hits.sort_by_key(|hit| (hit.from, hit.to, hit.rule));
        hits
    }

    /// The text as others see it: with ■ for each character that a rule of the action censor is about. None where that
    /// is all of it.
    pub fn censored(&self, text: &str, surface: Surface, now_ms: i64) -> Option<String> {
        if !self.censors {
            return None;
        }
        let mut hits = self.scan(text, surface, now_ms);
        hits.retain(|hit| hit.action == Action::Censor && !hit.possible);
        (!hits.is_empty()).then(|| super::masked(text, &hits))
    }

    fn look_exactly(&self, letters: &[Letter], look: &mut Look<'_>) {
        let (plain, numbers) = bytes_of(letters.iter().map(|letter| letter.sign));
        let (squeezed, places) = squeezed(letters);
        for (needles, text, places) in [(&self.words, &squeezed, &places), (&self.literals, &plain, &numbers)]
        {
            needles.each(text, |byte, rules| {
                let at = places.get(byte).map_or(0, |place| *place as usize);
                for rule in self.fitting(rules, look) {
                    if let Some(span) = rule.pattern.stands(letters, at) {
                        let covered = |each: &Pattern| {
                            is_covered(letters, span, each, &|from| each.stands(letters, from))
                        };
                        if !rule.exceptions.iter().any(covered) {
                            look.note(rule, letters, span, false);
                        }
                    }
                }
            });
        }
    }

    fn look_loosely(&self, text: &Loose, look: &mut Look<'_>) {
        let letters = &text.letters;
        self.loose.each(&text.coarse, |byte, rules| {
            let group = text.group(byte);
            for rule in self.fitting(rules, look) {
                let Some(span) = group.clone().find_map(|at| text.stands(&rule.pattern, at)) else {
                    continue;
                };
                let covered =
                    |each: &Pattern| is_covered(letters, span, each, &|from| text.stands(each, from));
                if !rule.exceptions.iter().any(covered) {
                    look.note(rule, letters, span, true);
                }
            }
        });
    }

    fn fitting<'a>(
        &'a self,
        rules: &'a [u32],
        look: &Look<'_>,
    ) -> impl Iterator<Item = &'a Compiled> + use<'a> {
        let now_ms = look.now_ms;
        rules
            .iter()
            .filter_map(|rule| self.rules.get(*rule as usize))
            .filter(move |rule| now_ms < rule.until_ms)
    }
}

/// Do the two say the same at the same places?
fn is_same(one: &[Letter], other: &[Letter]) -> bool {
    let signs =
        |letters: &[Letter]| letters.iter().map(|letter| (letter.sign, letter.from)).collect::<Vec<_>>();
    one.len() == other.len() && signs(one) == signs(other)
}

/// The exact form with each gap as one space, and the letter for each byte.
fn squeezed(letters: &[Letter]) -> (String, Vec<u32>) {
    let mut signs: Vec<(char, u32)> = Vec::with_capacity(letters.len());
    for (place, letter) in (0..).zip(letters) {
        let sign = if is_word(letter.sign) { letter.sign } else { ' ' };
        if sign != ' ' || signs.last().is_none_or(|(before, _)| *before != ' ') {
            signs.push((sign, place));
        }
    }
    let (text, numbers) = bytes_of(signs.iter().map(|(sign, _)| *sign));
    let places =
        numbers.iter().map(|number| signs.get(*number as usize).map_or(0, |(_, place)| *place)).collect();
    (text, places)
}

/// Is the match wholly inside one of the exception?
fn is_covered(
    letters: &[Letter],
    (from, to): (usize, usize),
    exception: &Pattern,
    stands: &dyn Fn(usize) -> Option<(usize, usize)>,
) -> bool {
    // An exception with a gap or letters drawn out may be longer than it is written.
    let reach = 4 * exception.signs.len();
    let earliest = from.saturating_sub(reach);
    let may_begin = |at: &usize| {
        let (wanted, sign) = (exception.signs.first(), letters.get(*at).map(|letter| letter.sign));
        wanted.copied() == sign || sign == Some('1')
    };
    (earliest..to).filter(may_begin).filter_map(stands).any(|(begins, ends)| begins <= from && to <= ends)
}

impl Look<'_> {
    fn note(&mut self, rule: &Compiled, letters: &[Letter], (from, to): (usize, usize), possible: bool) {
        let of = |place: usize| letters.get(place);
        let (Some(first), Some(last)) = (of(from), to.checked_sub(1).and_then(of)) else { return };
        let (from, to) = (first.from as usize, last.to as usize);
        let in_tag = || self.hashtags.iter().any(|tag| tag.start <= from && to <= tag.end);
        let in_tag = rule.surfaces.has(Surface::Hashtag) && in_tag();
        if !in_tag && !rule.surfaces.has(self.surface) {
            return;
        }
        let hit = Hit { rule: rule.id, action: rule.action, severity: rule.severity, possible, from, to };
        let known = |other: &Hit| other.rule == hit.rule && other.from < hit.to && hit.from < other.to;
        if self.hits.iter().any(known) {
            return;
        }
        let stronger = || {
            let best = |help: bool| {
                let fit = self.hits.iter().filter(move |each| (each.action == Action::Help) == help);
                fit.map(|each| (each.effect(), each.severity)).max()
            };
            best(hit.action == Action::Help) < Some((hit.effect(), hit.severity))
        };
        if self.hits.len() < HITS_MAX || stronger() {
            self.hits.push(hit);
        }
    }
}
