//! The notice of the house: what everybody must know and have read, in versions and languages; and who has read it. It is no consent.

mod pages;
mod staff_pages;
mod staff_views;
mod store;
mod views;

pub use store::newest;

use crate::base::{Error, Problem, Problems, Result, SiteKind, limits, text};
use crate::db::Change;
use crate::lang::Lang;
use crate::web::Routes;

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default().and(pages::routes()).and(staff_pages::routes())
}

/// The text of one version in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The tag of the language.
    pub language: String,
    /// Markdown.
    pub words: String,
}

/// A good text to begin with, for this sort of house.
fn starter(kind: SiteKind, language: &str) -> &'static str {
    match (kind, language) {
        (SiteKind::Prison, "es") => include_str!("../../../assets/notice/prison.es.md"),
        (SiteKind::Prison, "ar") => include_str!("../../../assets/notice/prison.ar.md"),
        (SiteKind::Prison, _) => include_str!("../../../assets/notice/prison.en.md"),
        (_, "es") => include_str!("../../../assets/notice/school.es.md"),
        (_, "ar") => include_str!("../../../assets/notice/school.ar.md"),
        (..) => include_str!("../../../assets/notice/school.en.md"),
    }
}

/// The text for this reader: in their language, else in that of the site, else in any.
fn for_reader<'a>(told: &'a [Told], wanted: &str, of_site: &str) -> Option<&'a Told> {
    let in_language = |tag: &str| told.iter().find(|each| each.language == tag);
    in_language(wanted).or_else(|| in_language(of_site)).or(told.first())
}

/// A new version, which everybody reads anew; whoever wrote it has read it. Gives its number.
///
/// # Errors
/// `Invalid` where it says nothing in the language of the site, is too long, or is what it was.
fn publish(change: &mut Change<'_>, of_site: &str, told: Vec<Told>, session: i64) -> Result<i64> {
    let told = fit(of_site, told)?;
    let before = store::told(change, store::newest(change)?)?;
    if before == told {
        return Err(Error::field("", Problem::Twice));
    }
    let version = store::newest(change)? + 1;
    for each in &told {
        store::insert(change, version, each)?;
    }
    let all = |told: &[Told]| told.iter().map(|each| each.words.as_str()).collect::<Vec<_>>().join("\n");
    change.about("charter", version);
    change.text(Some(&all(&before)), Some(&all(&told)));
    store::note_read(change, version, session)?;
    Ok(version)
}

fn fit(of_site: &str, told: Vec<Told>) -> Result<Vec<Told>> {
    let (mut problems, mut fits) = (Problems::new(), Vec::new());
    for each in told {
        let field = Lang::find(&each.language).map_or("", |lang| lang.tag());
        match text::within(field, text::tidy(&each.words), limits::CHARTER_CHARS_MAX) {
            Ok(words) if words.is_empty() && each.language == of_site => {
                problems.push((field, Problem::Missing))
            }
            Ok(words) if words.is_empty() => (),
            Ok(words) => fits.push(Told { words, ..each }),
            Err(Error::Invalid(found)) => problems.extend(found),
            Err(error) => return Err(error),
        }
    }
    fits.sort_unstable_by(|one, two| one.language.cmp(&two.language));
    if problems.is_empty() { Ok(fits) } else { Err(Error::Invalid(problems)) }
}

/// The viewer has read this version, in this session.
///
/// # Errors
/// `Invalid` where there is a newer one by now.
fn read(change: &mut Change<'_>, version: i64, session: i64) -> Result<()> {
    if version != store::newest(change)? || version == 0 {
        return Err(Error::field("", Problem::Gone));
    }
    change.about("charter", version);
    store::note_read(change, version, session)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(language: &str, words: &str) -> Told {
        Told { language: language.into(), words: words.into() }
    }

    #[test]
    fn a_reader_gets_their_language_then_that_of_the_site_then_any() {
        let all = [told("ar", "ا"), told("es", "E")];
        let words = |wanted, site| for_reader(&all, wanted, site).map(|told| told.words.as_str());
        assert_eq!(words("es", "ar"), Some("E"));
        assert_eq!(words("en", "es"), Some("E"));
        assert_eq!(words("en", "en"), Some("ا"));
        assert_eq!(for_reader(&[], "en", "en"), None);
    }

    #[test]
    fn the_language_of_the_site_must_be_there_and_others_may_be_left_out() {
        assert_eq!(fit("en", vec![told("es", ""), told("en", " Hello ")]).unwrap(), [told("en", "Hello")]);
        assert!(fit("en", vec![told("es", "Hola"), told("en", "")]).is_err());
        let long = "x".repeat(limits::CHARTER_CHARS_MAX + 1);
        assert!(matches!(fit("en", vec![told("en", "a"), told("es", &long)]), Err(Error::Invalid(_))));
    }

    #[test]
    fn there_is_a_text_to_begin_with_in_every_language_and_a_prison_says_what_matters_most() {
        for lang in Lang::all() {
            for kind in SiteKind::ALL {
                let text = starter(*kind, lang.tag());
                assert!(text.len() > 500 && text.len() < limits::CHARTER_CHARS_MAX, "{kind} {}", lang.tag());
            }
        }
        assert!(starter(SiteKind::Prison, "en").contains("Do not write to your lawyer here"));
        let all: std::collections::BTreeSet<_> = ["en", "es", "ar"]
            .iter()
            .flat_map(|tag| [SiteKind::School, SiteKind::Prison].map(|kind| starter(kind, tag)))
            .collect();
        assert_eq!(all.len(), 6, "each has its own");
    }
}
