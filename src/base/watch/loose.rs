//! The loose form of a text, for possible matches: letters of look-alike scripts, digits and signs for letters, letters
//! drawn out, and letters set apart.

use super::canon::{Letter, bytes_of, is_kept_joiner, is_unspaced, is_word};
use super::pattern::{Pattern, after_gap};
use caseless::Caseless;
use std::ops::Range;
use unicode_script::{Script, UnicodeScript};
use unicode_security::confusable_detection::skeleton;

/// What is written in place of letters. `1` stays itself: it is an i or an l.
const SIGNS: &[(char, char)] = &[
    ('0', 'o'),
    ('3', 'e'),
    ('4', 'a'),
    ('5', 's'),
    ('7', 't'),
    ('8', 'b'),
    ('@', 'a'),
    ('$', 's'),
    ('!', 'i'),
    ('+', 't'),
];
/// Signs of those that are part of no word by themselves.
const WORDLESS: &[char] = &['@', '$', '!', '+'];
/// What may stand between letters that are set apart, and how many of them.
const BETWEEN: &[char] = &[' ', '.', '-', '_', '*'];
const BETWEEN_MAX: usize = 3;
/// Letters that are set apart before they are read as a word.
const APART_MIN: usize = 3;
/// So many equal letters are drawn out.
const RUN_MIN: usize = 3;
/// Letters i and l, and signs for them, beside each other, at which a pattern is tried.
const GROUP_MAX: usize = 16;

/// A text in loose form, and its coarsest form, in which it is looked through.
pub(super) struct Loose {
    pub letters: Vec<Letter>,
    pub coarse: String,
    /// For each byte of the coarse form, the first letter that it stands for.
    pub places: Vec<u32>,
    /// For each letter, how many equal ones stand from it on; 1 for all that is no letter.
    runs: Vec<u32>,
}

/// The loose form of a text in exact form; none where it is the same.
pub(super) fn loose(exact: &[Letter]) -> Option<Loose> {
    let mut letters = Vec::with_capacity(exact.len());
    let mut changed = false;
    let mut place = 0;
    while place < exact.len() {
        let apart = set_apart(exact, place);
        if let Some((token, end)) = apart {
            changed = true;
            write(&token, &mut letters);
            place = end;
            continue;
        }
        let end = place + exact[place..].iter().take_while(|letter| in_token(letter.sign)).count();
        if end > place {
            changed |= write(&exact[place..end], &mut letters);
            place = end;
        } else {
            letters.push(exact[place]);
            place += 1;
        }
    }
    let drawn_out = letters.windows(RUN_MIN).any(is_drawn_out);
    (changed || drawn_out).then(|| with_coarse(letters))
}

fn is_drawn_out(run: &[Letter]) -> bool {
    run.first().is_some_and(|first| {
        (first.sign.is_alphabetic() || first.sign == '1')
            && run.iter().all(|letter| letter.sign == first.sign)
    })
}

fn in_token(sign: char) -> bool {
    is_word(sign) || WORDLESS.contains(&sign)
}

/// Can this sign be a letter that stands alone?
fn is_single(sign: char) -> bool {
    sign.is_alphabetic() && !is_unspaced(sign) || SIGNS.iter().any(|(from, _)| *from == sign) || sign == '1'
}

/// Letters that are set apart from here on, together, and the place after them.
fn set_apart(text: &[Letter], at: usize) -> Option<(Vec<Letter>, usize)> {
    let sign = |place: usize| text.get(place).map(|letter| letter.sign);
    let between = |place: usize| sign(place).is_some_and(|sign| BETWEEN.contains(&sign));
    if at > 0 && sign(at - 1).is_some_and(|before| in_token(before) && before != '_') {
        return None;
    }
    let mut token = Vec::new();
    let (mut place, mut end) = (at, at);
    while sign(place).is_some_and(is_single) {
        // Alone only where what follows is no letter of the same word.
        let goes_on = |place: usize| sign(place).is_some_and(|next| in_token(next) && next != '_');
        let stops = sign(place + 1) == Some('!') && !goes_on(place + 2);
        if goes_on(place + 1) && !stops {
            break;
        }
        token.push(text[place]);
        end = place + 1;
        let gap = (0..=BETWEEN_MAX).take_while(|more| between(end + more)).count();
        if !(1..=BETWEEN_MAX).contains(&gap) {
            break;
        }
        place = end + gap;
    }
    let letters = token.iter().filter(|letter| letter.sign.is_alphabetic()).count();
    (token.len() >= APART_MIN && letters > 0).then_some((token, end))
}

/// Writes one word as it is compared; says whether that is something else than before.
fn write(token: &[Letter], out: &mut Vec<Letter>) -> bool {
    let begins = out.len();
    let mixed = mixes_scripts(token);
    for letter in token.iter().filter(|letter| !is_kept_joiner(letter)) {
        if mixed
            && letter.sign.script() != Script::Latin
            && !is_unspaced(letter.sign)
            && letter.sign.is_alphabetic()
        {
            let typed = letter.typed.to_string();
            let like: Vec<char> = skeleton(&typed).default_case_fold().collect();
            out.extend(like.iter().map(|sign| Letter { sign: *sign, ..*letter }));
        } else {
            out.push(*letter);
        }
    }
    if token.iter().any(|letter| letter.sign.is_alphabetic()) {
        let last = out.len().saturating_sub(1);
        for (place, letter) in out.iter_mut().enumerate().skip(begins) {
            // "Stop!" ends with a sign, and "sh!p" has one for a letter.
            let ends = letter.sign == '!' && place == last;
            if let Some((_, sign)) = SIGNS.iter().find(|(from, _)| *from == letter.sign && !ends) {
                letter.sign = *sign;
            }
        }
    }
    let now = out[begins..].iter().map(|letter| letter.sign);
    let one = token.iter().any(|letter| letter.sign == '1');
    (one && token.len() > 1) || !now.eq(token.iter().map(|letter| letter.sign))
}

/// Are there letters of several scripts in it, one of them Latin, Greek or Cyrillic?
fn mixes_scripts(token: &[Letter]) -> bool {
    if token.iter().all(|letter| letter.sign.is_ascii()) {
        return false;
    }
    let mut scripts = token
        .iter()
        .map(|letter| letter.sign.script())
        .filter(|script| !matches!(script, Script::Common | Script::Inherited | Script::Unknown));
    let Some(first) = scripts.next() else { return false };
    let looks_alike = |script: &Script| matches!(script, Script::Latin | Script::Greek | Script::Cyrillic);
    let mut others = scripts.filter(|script| *script != first);
    others.next().is_some_and(|other| {
        looks_alike(&first) || looks_alike(&other) || others.any(|each| looks_alike(&each))
    })
}

/// The sign as the coarsest form has it.
fn coarse_sign(sign: char) -> char {
    match sign {
        'l' | '1' => 'i',
        sign if is_word(sign) => sign,
        _ => ' ',
    }
}

/// A pattern in the coarsest form: equal signs once.
pub(super) fn coarse(signs: &[char]) -> String {
    let mut coarse: Vec<char> = signs.iter().map(|sign| coarse_sign(*sign)).collect();
    coarse.dedup();
    coarse.into_iter().collect()
}

fn with_coarse(letters: Vec<Letter>) -> Loose {
    let mut signs: Vec<(char, u32)> =
        letters.iter().zip(0..).map(|(letter, place)| (coarse_sign(letter.sign), place)).collect();
    signs.dedup_by_key(|(sign, _)| *sign);
    let (coarse, numbers) = bytes_of(signs.iter().map(|(sign, _)| *sign));
    let places =
        numbers.iter().map(|number| signs.get(*number as usize).map_or(0, |(_, place)| *place)).collect();
    let mut runs = vec![1_u32; letters.len()];
    for place in (1..letters.len()).rev() {
        if is_drawn_out(&letters[place - 1..=place]) {
            runs[place - 1] = runs[place] + 1;
        }
    }
    Loose { letters, coarse, places, runs }
}

impl Loose {
    /// The letters that a place of the coarse form stands for.
    pub(super) fn group(&self, byte: usize) -> Range<usize> {
        let begins = self.places.get(byte).map_or(0, |place| *place as usize);
        let sign = self.letters.get(begins).map_or(' ', |letter| coarse_sign(letter.sign));
        let same = |letter: &&Letter| coarse_sign(letter.sign) == sign;
        begins..begins + self.letters[begins..].iter().take(GROUP_MAX).take_while(same).count()
    }

    /// Does the pattern stand here, letters drawn out or not? The first letter and the one after the last.
    pub(super) fn stands(&self, pattern: &Pattern, at: usize) -> Option<(usize, usize)> {
        let inside_a_run = at > 0 && self.run(at - 1) >= RUN_MIN;
        if inside_a_run { None } else { self.goes_on(pattern, &pattern.signs, at, at) }
    }

    fn run(&self, at: usize) -> usize {
        self.runs.get(at).map_or(1, |run| *run as usize)
    }

    fn goes_on(&self, pattern: &Pattern, rest: &[char], begun: usize, at: usize) -> Option<(usize, usize)> {
        let Some((next, more)) = rest.split_first() else {
            return pattern.within_bounds(&self.letters, begun, at);
        };
        if *next == ' ' {
            return self.goes_on(pattern, more, begun, after_gap(&self.letters, at)?);
        }
        let sign = self.letters.get(at)?.sign;
        let is = |wanted: char| wanted == sign || (sign == '1' && matches!(wanted, 'i' | 'l'));
        let run = self.run(at);
        if run >= RUN_MIN {
            for taken in [1, 2] {
                let drawn_out = rest.get(..taken).filter(|signs| signs.iter().all(|sign| is(*sign)));
                let found = drawn_out.and_then(|_| self.goes_on(pattern, &rest[taken..], begun, at + run));
                if found.is_some() {
                    return found;
                }
            }
        }
        if is(*next) { self.goes_on(pattern, more, begun, at + 1) } else { None }
    }
}
