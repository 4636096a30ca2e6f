//! Word rules as a table of comma-separated values, in and out.

use super::store::Rule;
use super::typed::Typed;
use super::{Category, New};
use crate::base::watch::{Action, Kind};
use crate::base::{Error, Problem, Result, limits};

/// The columns, in the order of the file.
pub(super) const COLUMNS: [&str; 8] =
    ["pattern", "kind", "action", "severity", "category", "languages", "exceptions", "note"];
/// Problems that are listed of one file; what comes after them is found when these are mended.
const PROBLEMS_MAX: usize = 200;

/// One thing that is wrong with a file: the line, the column, and what.
pub(super) type LineProblem = (usize, &'static str, Problem);

/// The rules of a file, or everything that is wrong with it.
pub(super) fn read(text: &str, enabled: bool) -> Result<Vec<New>, Vec<LineProblem>> {
    // The reader counts a line of which the end has two characters as begun before its second one.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n");
    let mut file = csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut records = file.records();
    let head = match records.next() {
        Some(Ok(head)) => head,
        _ => return Err(vec![(1, "pattern", Problem::Missing)]),
    };
    let place = |column: &str| head.iter().position(|name| name.trim().eq_ignore_ascii_case(column));
    let missing = COLUMNS.iter().take(3).filter(|column| place(column).is_none());
    let mut problems: Vec<LineProblem> = missing.map(|column| (1, *column, Problem::Missing)).collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut rules: Vec<New> = Vec::new();
    let mut seen = std::collections::HashMap::new();
    for record in records {
        if problems.len() >= PROBLEMS_MAX || rules.len() > limits::WATCH_RULES_MAX {
            break;
        }
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, |at| at.line() as usize);
                problems.push((line, "pattern", Problem::NotUnderstood));
                continue;
            }
        };
        let line = record.position().map_or(0, |at| at.line() as usize);
        let cell = |column: &str| armed(place(column).and_then(|at| record.get(at)).unwrap_or_default());
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match rule(&cell, enabled) {
            Ok(new) => {
                let key = (crate::base::watch::fold(&new.pattern), new.kind, new.action);
                if seen.insert(key, line).is_some() {
                    problems.push((line, "pattern", Problem::Twice));
                }
                rules.push(new);
            }
            Err(found) => problems.extend(found.into_iter().map(|(column, problem)| (line, column, problem))),
        }
    }
    if rules.len() > limits::WATCH_RULES_MAX {
        problems.push((0, "pattern", Problem::TooMany { limit: limits::WATCH_RULES_MAX }));
    }
    if problems.is_empty() { Ok(rules) } else { Err(problems) }
}

/// What a spreadsheet would have run and was made text of, as it was.
fn armed(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@', '\t', '\r']) => rest,
        _ => cell,
    }
}

fn rule<'a>(cell: &dyn Fn(&str) -> &'a str, enabled: bool) -> Result<New, Vec<(&'static str, Problem)>> {
    let mut problems = Vec::new();
    let word = |column: &str| cell(column).trim().to_lowercase();
    let or = |given: String, otherwise: &str| if given.is_empty() { otherwise.to_owned() } else { given };
    if Kind::parse(&word("kind")).is_none() {
        problems.push(("kind", Problem::NotUnderstood));
    }
    if Action::parse(&word("action")).is_none() {
        problems.push(("action", Problem::NotUnderstood));
    }
    let category = or(word("category"), Category::Other.word());
    if Category::parse(&category).is_none() {
        problems.push(("category", Problem::NotUnderstood));
    }
    let sent = Typed {
        pattern: cell("pattern").to_owned(),
        kind: word("kind"),
        action: or(word("action"), Action::Flag.word()),
        severity: or(word("severity"), "2"),
        category,
        languages: cell("languages").replace('|', ","),
        exceptions: cell("exceptions").replace('|', "\n"),
        note: cell("note").to_owned(),
        enabled,
        ..Typed::default()
    };
    match sent.fit(0, "UTC") {
        Ok(new) if problems.is_empty() => Ok(new),
        Ok(_) => Err(problems),
        Err(Error::Invalid(more)) => {
            let known = |column: &str| problems.iter().any(|(other, _)| *other == column);
            let more: Vec<_> = more.into_iter().filter(|(column, _)| !known(column)).collect();
            problems.extend(more);
            Err(problems)
        }
        Err(_) => Err(problems),
    }
}

/// A rule as a row of the file.
pub(super) fn row(rule: &Rule) -> Vec<String> {
    vec![
        rule.pattern.clone(),
        rule.kind.word().to_owned(),
        rule.action.word().to_owned(),
        rule.severity.to_string(),
        rule.category.word().to_owned(),
        rule.languages.replace(',', "|"),
        rule.exceptions.join("|"),
        rule.note.clone(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_of_a_file_is_told_with_its_line_and_column() {
        let text = "pattern,kind,action,severity,category,languages,exceptions,note\n\
                    fool,word,block,2,bullying,en,fool proof|april fool,\"a, b\"\n\
                    ab,anywhere,hold,7,weather,en,,\n\
                    ,word,shout,1,other,,,\n\
                    FOOL,word,block,1,other,,,\n\n";
        let windows = read(&text.replace('\n', "\r\n"), false).expect_err("the same");
        let found = read(text, false).expect_err("four problems and more");
        assert_eq!(windows, found);
        let places: Vec<(usize, &str)> = found.iter().map(|(line, column, _)| (*line, *column)).collect();
        assert_eq!(
            places,
            [(3, "category"), (3, "pattern"), (3, "severity"), (4, "action"), (4, "pattern"), (5, "pattern")]
        );
        assert_eq!(read("word,action\n", false).expect_err("no pattern").len(), 2);
        assert!(read("", false).is_err());
    }

    #[test]
    fn what_goes_out_comes_in_as_it_was() {
        let text = "\u{feff}note,pattern,kind,action,severity,category,languages,exceptions\r\n\
                    '=x,'@home,word,flag,,,en|es,'-a|b*\r\n";
        let rules = read(text, true).expect("a rule");
        let rule = rules.first().expect("one");
        assert_eq!((rule.pattern.as_str(), rule.note.as_str(), rule.severity), ("@home", "=x", 2));
        assert_eq!((rule.languages.as_str(), rule.exceptions.join("|").as_str()), ("en,es", "-a|b*"));
    }

    #[test]
    fn the_lists_that_come_with_the_box_can_be_taken_in() {
        for starter in super::super::starters::ALL {
            let rules =
                read(starter.text, false).unwrap_or_else(|wrong| panic!("{}: {wrong:?}", starter.tag));
            assert!(rules.len() >= 100, "{}", starter.tag);
            for category in Category::ALL.iter().filter(|category| **category != Category::Other) {
                let of = rules.iter().filter(|rule| rule.category == *category).count();
                assert!(of >= 15, "{}: {of} of {category}", starter.tag);
            }
            assert!(rules.iter().all(|rule| rule.languages == starter.tag && !rule.enabled));
        }
    }
}
