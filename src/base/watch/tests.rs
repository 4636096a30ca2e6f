//! What matches and what does not, case by case, from a table; and how much it costs.

use super::*;

/// One line: kind, pattern with its exceptions, text, what follows, what is highlighted.
const CASES: &str = include_str!("cases.txt");

/// `\u{200b}`, `\n` and `\t` in the table.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some(place) = rest.find('\\') {
        plain.push_str(&rest[..place]);
        rest = &rest[place + 1..];
        if let Some(code) = rest.strip_prefix("u{") {
            let (code, after) = code.split_once('}').expect("an end");
            plain.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).expect("a character"));
            rest = after;
        } else if let Some(after) = rest.strip_prefix('n') {
            plain.push('\n');
            rest = after;
        } else {
            plain.push('\\');
        }
    }
    plain + rest
}

fn rule(kind: Kind, pattern: &str, (action, severity): (Action, u8)) -> Rule {
    let mut parts = pattern.split(" / ").map(plain);
    Rule {
        id: 7,
        pattern: parts.next().unwrap_or_default(),
        kind,
        action,
        severity,
        surfaces: Surfaces::ALL,
        exceptions: parts.collect(),
        until_ms: None,
    }
}

#[test]
fn the_table_of_cases_holds() {
    let (mut wrong, mut count, mut says) = (Vec::new(), 0, (Action::Block, 2));
    for line in CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        if let ["@", action, severity] = columns[..] {
            says = (Action::parse(action).expect("an action"), severity.parse().expect("a severity"));
            continue;
        }
        let [kind, pattern, text, follows, span] = columns[..] else { panic!("not five columns: {line}") };
        let kind = Kind::parse(kind).expect("a kind");
        let rule = rule(kind, pattern, says);
        assert_eq!(fit(&rule.pattern, kind), Fit::Well, "{line}");
        let text = plain(text);
        let hits = Engine::new(&[rule]).scan(&text, Surface::Post, 0);
        let found = hits.first().map_or("none", |hit| hit.effect().word());
        let spans: Vec<&str> = hits.iter().map(|hit| &text[hit.from..hit.to]).collect();
        let wanted: Vec<String> = span.split(" ¦ ").filter(|span| !span.is_empty()).map(plain).collect();
        if found != follows || spans != wanted {
            wrong.push(format!("{line}\n    gives {found} {spans:?}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count} cases:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 300, "only {count} cases");
}

#[test]
fn a_possible_match_only_flags_or_holds_where_it_is_urgent() {
    let hit = |action, severity, possible| Hit { rule: 1, action, severity, possible, from: 0, to: 1 };
    for action in [Action::Block, Action::Hold, Action::Flag, Action::Censor, Action::Help] {
        for severity in 1..=3 {
            assert_eq!(hit(action, severity, false).effect(), action);
            let possible = hit(action, severity, true).effect();
            let urgent = severity == 3 && matches!(action, Action::Block | Action::Hold);
            let wanted = if urgent { Action::Hold } else { Action::Flag };
            assert_eq!(possible, if action == Action::Help { Action::Help } else { wanted });
        }
    }
}

#[test]
fn a_rule_is_for_its_surfaces_and_until_its_end() {
    let of = |surfaces: &str, until_ms| {
        let rule = rule(Kind::Word, "heron", (Action::Flag, 1));
        Engine::new(&[Rule { surfaces: Surfaces::parse(surfaces), until_ms, ..rule }])
    };
    let finds = |engine: &Engine, text, surface, now| !engine.scan(text, surface, now).is_empty();
    let names = of("name,talk", None);
    assert!(finds(&names, "heron", Surface::Name, 0) && !finds(&names, "heron", Surface::Post, 0));
    let tags = of("hashtag", None);
    assert!(finds(&tags, "see #heron", Surface::Post, 0) && !finds(&tags, "see heron", Surface::Post, 0));
    assert!(finds(&tags, "#GreyHeron", Surface::Comment, 0));
    let short = of("", Some(100));
    assert!(finds(&short, "heron", Surface::Post, 99) && !finds(&short, "heron", Surface::Post, 100));
}

#[test]
fn others_see_a_square_for_each_character() {
    let engine = Engine::new(&[rule(Kind::Word, "fool / fool proof", (Action::Censor, 1))]);
    let seen = |text: &str| engine.censored(text, Surface::Post, 0);
    assert_eq!(seen("you Fóol, you").as_deref(), Some("you ■■■■, you"));
    assert_eq!(seen("f**oo**l").as_deref(), Some("■**■■**■"));
    assert_eq!(seen("fool proof"), None);
    assert_eq!(seen("f00l"), None, "a possible match is for staff to look at");
    assert_eq!(seen("fo\u{200b}ol").as_deref(), Some("■■■■■"));
}

#[test]
fn what_can_be_no_pattern_is_told_apart() {
    for (pattern, kind, wanted) in [
        ("heron", Kind::Word, Fit::Well),
        ("heron*", Kind::Word, Fit::Well),
        ("*heron", Kind::Phrase, Fit::OneWord),
        ("grey heron*", Kind::Phrase, Fit::Well),
        ("her*on", Kind::Word, Fit::Star),
        ("heron*", Kind::Prefix, Fit::Star),
        ("**", Kind::Word, Fit::Star),
        ("*", Kind::Word, Fit::Star),
        ("  ", Kind::Word, Fit::Empty),
        ("\u{200b}", Kind::Word, Fit::Empty),
        ("grey heron", Kind::Word, Fit::Words),
        ("her", Kind::Anywhere, Fit::FewLetters),
        ("h3r0n", Kind::Anywhere, Fit::FewLetters),
        ("hero", Kind::Anywhere, Fit::Well),
        ("傻瓜", Kind::Anywhere, Fit::Well),
    ] {
        assert_eq!(fit(pattern, kind), wanted, "{pattern}");
    }
    assert_eq!(fit(&"x".repeat(100), Kind::Word), Fit::Well);
    assert_eq!(fit(&"x".repeat(101), Kind::Word), Fit::Long);
}

/// Words that nobody says, each another one.
fn invented(number: usize) -> String {
    let (mut rest, mut word) = (number, String::new());
    for _ in 0..4 {
        word.push(char::from(b"bdfgklmnprst"[rest % 12]));
        word.push(char::from(b"aeiou"[rest / 12 % 5]));
        rest /= 60;
    }
    word
}

fn many() -> Vec<Rule> {
    let kinds = [Kind::Word, Kind::Phrase, Kind::Prefix, Kind::Anywhere];
    let actions = [Action::Block, Action::Hold, Action::Flag, Action::Censor, Action::Help];
    (0..10_000)
        .map(|number| {
            let kind = kinds[number % 4];
            let word = invented(number * 7);
            let pattern =
                if kind == Kind::Phrase { format!("{word} {}", invented(number * 13)) } else { word };
            Rule { id: number as i64, pattern, ..rule(kind, "x", (actions[number % 5], 2)) }
        })
        .collect()
}

#[test]
fn very_many_hits_are_bounded_and_the_strongest_is_among_them() {
    let mut rules: Vec<Rule> = vec![rule(Kind::Word, "fool", (Action::Flag, 1))];
    rules.push(Rule { id: 8, ..rule(Kind::Word, "villain", (Action::Block, 3)) });
    let text = "fool, ".repeat(1_000) + "villain";
    let hits = Engine::new(&rules).scan(&text, Surface::Post, 0);
    assert!(hits.len() < 200);
    assert_eq!(hits.iter().map(Hit::effect).max(), Some(Action::Block));
}

#[test]
fn ten_thousand_rules_fit_in_twenty_megabytes() {
    let engine = Engine::new(&many());
    assert_eq!(engine.len(), 10_000);
    assert!(engine.bytes() <= 20 << 20, "{} bytes", engine.bytes());
}

/// Run by hand, with `--release`: what a rebuild and a look through the longest text take.
#[test]
#[ignore = "a figure, not a check"]
fn what_ten_thousand_rules_cost() {
    let rules = many();
    let begun = std::time::Instant::now();
    let engine = Engine::new(&rules);
    let built = begun.elapsed();
    let calm = "The grey heron stood by the pond while the pupils wrote their notes. ".repeat(145);
    let wild = "The gr3y **heron** st00d by #ThePond, b.a.d.o, soooo still, кnоw! ".repeat(152);
    for (name, text) in [("calm", &calm), ("wild", &wild)] {
        let text: String = text.chars().take(10_000).collect();
        let begun = std::time::Instant::now();
        let hits = (0..100).map(|_| engine.scan(&text, Surface::Post, 0).len()).max();
        eprintln!("{name}: {:?} a text, {hits:?} hits", begun.elapsed() / 100);
    }
    eprintln!("rebuilt in {built:?}, {} bytes", engine.bytes());
}
