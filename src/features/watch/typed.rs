//! A word rule as somebody typed it, and as it can be kept.

use super::store::Rule;
use super::{Category, New, none_of, pattern_problem};
use crate::base::watch::{Action, Kind, Surface, Surfaces, fit};
use crate::base::{Problem, Problems, Result, limits, text};
use crate::ui::Now;
use crate::web::upload::Form;
use jiff::ToSpan;
use jiff::civil::Date;

/// Characters of the languages of a rule.
const LANGUAGES_CHARS_MAX: usize = 100;

/// What a form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    pub pattern: String,
    pub kind: String,
    pub action: String,
    pub severity: String,
    pub category: String,
    pub languages: String,
    pub surfaces: Vec<String>,
    /// One a line.
    pub exceptions: String,
    pub note: String,
    /// The last day, or nothing.
    pub until: String,
    pub enabled: bool,
    /// A text to try it on.
    pub text: String,
    /// For what it was already looked back.
    pub looked: String,
}

impl Typed {
    /// What a new rule begins with.
    pub(super) fn fresh() -> Typed {
        Typed {
            kind: Kind::Word.word().into(),
            action: Action::Flag.word().into(),
            severity: "2".into(),
            category: Category::Other.word().into(),
            enabled: true,
            ..Typed::default()
        }
    }

    pub(super) fn of(form: &Form) -> Typed {
        let text = |name: &str| form.text(name).to_owned();
        Typed {
            pattern: text("pattern"),
            kind: text("kind"),
            action: text("action"),
            severity: text("severity"),
            category: text("category"),
            languages: text("languages"),
            surfaces: form.all("surfaces").map(str::to_owned).collect(),
            exceptions: text("exceptions"),
            note: text("note"),
            until: text("until"),
            enabled: !form.text("enabled").is_empty(),
            text: text("text"),
            looked: text("looked"),
        }
    }

    /// A rule as it stands, to be changed.
    pub(super) fn from(rule: &Rule, zone: &str) -> Typed {
        let until = rule.until_at.map(|end| Now::new(end - 1, zone).day_at(end - 1).to_string());
        Typed {
            pattern: rule.pattern.clone(),
            kind: rule.kind.word().into(),
            action: rule.action.word().into(),
            severity: rule.severity.to_string(),
            category: rule.category.word().into(),
            languages: rule.languages.replace(',', ", "),
            surfaces: Surfaces::parse(&rule.surfaces).list().map(|each| each.word().to_owned()).collect(),
            exceptions: rule.exceptions.join("\n"),
            note: rule.note.clone(),
            until: until.unwrap_or_default(),
            enabled: rule.enabled,
            ..Typed::default()
        }
    }

    /// The rule, fit to be kept.
    ///
    /// # Errors
    /// `Invalid` with every problem.
    pub(super) fn fit(&self, now_ms: i64, zone: &str) -> Result<New> {
        let mut problems = Problems::new();
        let kind = Kind::parse(&self.kind).unwrap_or(Kind::Word);
        let pattern = text::line(&self.pattern);
        problems.extend(pattern_problem(fit(&pattern, kind)).map(|problem| ("pattern", problem)));
        let action = Action::parse(&self.action).unwrap_or_else(|| {
            problems.push(("action", Problem::Missing));
            Action::Flag
        });
        let severity = self.severity.parse().ok().filter(|severity| (1..=3).contains(severity));
        if severity.is_none() {
            problems.push(("severity", Problem::Missing));
        }
        let languages = languages(&self.languages).unwrap_or_else(|problem| {
            problems.push(("languages", problem));
            String::new()
        });
        let exceptions = exceptions(self.exceptions.lines()).unwrap_or_else(|problem| {
            problems.push(("exceptions", problem));
            Vec::new()
        });
        let note = text::tidy(&self.note);
        if note.chars().count() > limits::REASON_CHARS_MAX {
            problems.push(("note", Problem::TooLong { limit: limits::REASON_CHARS_MAX }));
        }
        let until_at = end_of(&self.until, now_ms, zone).unwrap_or_else(|problem| {
            problems.push(("until", problem));
            None
        });
        none_of(problems)?;
        let surfaces: Surfaces = self.surfaces.iter().filter_map(|word| Surface::parse(word)).collect();
        Ok(New {
            pattern,
            kind,
            action,
            severity: severity.unwrap_or(2),
            category: Category::parse(&self.category).unwrap_or(Category::Other),
            languages,
            surfaces: surfaces.words(),
            exceptions,
            note,
            until_at,
            enabled: self.enabled,
        })
    }
}

/// Language tags joined by commas: `en,pt-br`.
pub(super) fn languages(typed: &str) -> Result<String, Problem> {
    let apart = |sign: char| sign == ',' || sign == ';' || sign.is_whitespace();
    let tags: Vec<String> = typed.split(apart).filter(|tag| !tag.is_empty()).map(str::to_lowercase).collect();
    let known = |tag: &String| {
        let (first, rest) = tag.split_once('-').unwrap_or((tag, "xx"));
        let plain = |part: &str| part.chars().all(|sign| sign.is_ascii_alphanumeric());
        (2..=3).contains(&first.len()) && (2..=8).contains(&rest.len()) && plain(first) && plain(rest)
    };
    if !tags.iter().all(known) || typed.len() > LANGUAGES_CHARS_MAX {
        return Err(Problem::NotUnderstood);
    }
    Ok(tags.join(","))
}

/// What may stand round a match that is none, each a word or several.
pub(super) fn exceptions<'a>(typed: impl Iterator<Item = &'a str>) -> Result<Vec<String>, Problem> {
    let list: Vec<String> = typed.map(text::line).filter(|line| !line.is_empty()).collect();
    if list.len() > limits::WATCH_EXCEPTIONS_MAX {
        return Err(Problem::TooMany { limit: limits::WATCH_EXCEPTIONS_MAX });
    }
    let kind = |line: &str| if line.split_whitespace().count() > 1 { Kind::Phrase } else { Kind::Word };
    match list.iter().find_map(|line| pattern_problem(fit(line, kind(line)))) {
        Some(problem) => Err(problem),
        None => Ok(list),
    }
}

/// The end of that day in the time zone of the site; none where nothing was typed.
fn end_of(typed: &str, now_ms: i64, zone: &str) -> Result<Option<i64>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let day: Date = typed.parse().map_err(|_| Problem::NotUnderstood)?;
    let next = day.checked_add(1.day()).map_err(|_| Problem::NotUnderstood)?;
    match Now::new(now_ms, zone).begins(next) {
        Some(end) if end > now_ms => Ok(Some(end)),
        Some(_) => Err(Problem::Past),
        None => Err(Problem::NotUnderstood),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Error;
    use crate::base::watch::Fit;

    fn problems(typed: &Typed) -> Problems {
        match typed.fit(0, "UTC") {
            Err(Error::Invalid(problems)) => problems,
            _ => Vec::new(),
        }
    }

    #[test]
    fn every_problem_of_a_rule_is_told_at_once() {
        let fine = Typed { pattern: " Fool ".into(), ..Typed::fresh() };
        assert_eq!(fine.fit(0, "UTC").map(|new| new.pattern).ok().as_deref(), Some("Fool"));
        let wrong = Typed {
            pattern: "a fool".into(),
            action: String::new(),
            severity: "4".into(),
            languages: "english".into(),
            exceptions: "x\n".repeat(51),
            note: "x".repeat(limits::REASON_CHARS_MAX + 1),
            until: "soon".into(),
            ..Typed::fresh()
        };
        let fields: Vec<&str> = problems(&wrong).iter().map(|(field, _)| *field).collect();
        assert_eq!(fields, ["pattern", "action", "severity", "languages", "exceptions", "note", "until"]);
    }

    #[test]
    fn a_pattern_that_stands_everywhere_needs_four_letters_and_a_star_an_end() {
        let of = |pattern: &str, kind: Kind| {
            problems(&Typed { pattern: pattern.into(), kind: kind.word().into(), ..Typed::fresh() })
        };
        assert_eq!(of("ass", Kind::Anywhere), [("pattern", Problem::Pattern(Fit::FewLetters))]);
        assert_eq!(of("f*l", Kind::Word), [("pattern", Problem::Pattern(Fit::Star))]);
        assert_eq!(of("  ", Kind::Word), [("pattern", Problem::Missing)]);
        assert!(of("傻瓜", Kind::Anywhere).is_empty());
    }

    #[test]
    fn languages_are_tags() {
        assert_eq!(languages(" en, pt-BR;ar ").as_deref(), Ok("en,pt-br,ar"));
        assert_eq!(languages(""), Ok(String::new()));
        assert!(languages("klingonese").is_err() && languages("e").is_err());
    }

    #[test]
    fn a_rule_ends_with_its_last_day() {
        let day = 24 * 60 * 60 * 1000;
        assert_eq!(end_of("1970-01-01", 0, "UTC"), Ok(Some(day)));
        assert_eq!(end_of("1970-01-01", day, "UTC"), Err(Problem::Past));
        assert_eq!(end_of(" ", 0, "UTC"), Ok(None));
    }
}
