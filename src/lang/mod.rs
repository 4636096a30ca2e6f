//! Choosing a language, and its phrases: every word on a page comes from here.
//!
//! Phrases are written in `assets/lang/<tag>/*.ftl`. Each English one becomes a method of [`Lang`] when
//! the program is built (`comment-add` is `lang.comment_add()`), so a misspelt phrase does not compile.

use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::{CharacterDirection, LanguageIdentifier};

mod choose;
mod number;
mod template;
mod time;
mod value;

#[allow(clippy::all, reason = "made when building; read assets/build/phrases.rs instead")]
mod phrases {
    include!(concat!(env!("OUT_DIR"), "/phrases.rs"));
}

pub use template::{Piece, pieces, slot};
pub use value::Value;

use number::Style;
use template::Template;
use time::Times;

/// One language: its phrases, and how it writes numbers, lists and times.
pub struct Lang {
    tag: &'static str,
    right_to_left: bool,
    bundle: FluentBundle<FluentResource>,
    /// Phrases without variables, in the order of `phrases::PLAIN`.
    plain: Box<[Box<str>]>,
    missing: Vec<&'static str>,
    style: Style,
    times: Times,
    list_two: Template,
    list_more: Template,
    list_last: Template,
    sizes: [Template; 4],
    new_posts: OnceLock<String>,
}

/// Up to how many waiting posts the bar over a stream counts in words.
const NEW_POSTS_COUNTED_MAX: i64 = 20;

impl Lang {
    /// Every language of this program, English first. They are read once, at first use.
    pub fn all() -> &'static [Lang] {
        static LANGUAGES: OnceLock<Vec<Lang>> = OnceLock::new();
        LANGUAGES.get_or_init(|| {
            let mut sources = phrases::SOURCES.iter();
            let english = sources.next().map(|(tag, texts)| Lang::load(tag, texts, None));
            let mut languages: Vec<Lang> = english.into_iter().collect();
            for (tag, texts) in sources {
                let language = Lang::load(tag, texts, languages.first());
                languages.push(language);
            }
            languages
        })
    }

    /// The words "1 new post|2 new posts|…|More than 20 new posts", for a script that counts them: put
    /// together once, since each stream carries them.
    pub fn new_posts_words(&self) -> &str {
        self.new_posts.get_or_init(|| {
            let mut words: Vec<String> =
                (1..=NEW_POSTS_COUNTED_MAX).map(|count| self.live_new_posts(count)).collect();
            words.push(self.live_more_posts(NEW_POSTS_COUNTED_MAX));
            words.join("|")
        })
    }

    /// English, in which nothing is missing.
    pub fn english() -> &'static Lang {
        &Lang::all()[0]
    }

    /// The language with exactly this tag (`en`, `es`), letter case aside.
    pub fn find(tag: &str) -> Option<&'static Lang> {
        Lang::all().iter().find(|lang| lang.tag.eq_ignore_ascii_case(tag))
    }

    /// The language that fits an `Accept-Language` header best; English when none does.
    pub fn choose(accept_language: &str) -> &'static Lang {
        choose::best(accept_language, Lang::all()).unwrap_or_else(Lang::english)
    }

    /// The language tag, for `lang="…"`.
    pub fn tag(&self) -> &'static str {
        self.tag
    }

    /// The direction of writing, for `dir="…"`: `ltr` or `rtl`.
    pub fn dir(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// What the language calls itself.
    pub fn name(&self) -> &str {
        self.language_name()
    }

    /// Keys of phrases that this language lacks, and shows in English.
    pub fn missing(&self) -> &[&'static str] {
        &self.missing
    }

    /// Joins words as a sentence does: "A, B and C". Nothing in, nothing out. Each keeps its own direction.
    pub fn list(&self, items: &[impl AsRef<str>]) -> String {
        let right_to_left = self.dir() == "rtl";
        let apart = |item: &dyn AsRef<str>| value::apart(item.as_ref().into(), right_to_left).into_owned();
        match items {
            [] => String::new(),
            [only] => only.as_ref().to_owned(),
            [first, second] => self.list_two.fill(&[&apart(first), &apart(second)]),
            [first, middle @ .., last] => {
                let mut so_far = apart(first);
                for item in middle {
                    so_far = self.list_more.fill(&[&so_far, &apart(item)]);
                }
                self.list_last.fill(&[&so_far, &apart(last)])
            }
        }
    }

    fn load(tag: &'static str, texts: &[&str], english: Option<&Lang>) -> Lang {
        let id: LanguageIdentifier = tag.parse().unwrap_or_default();
        let right_to_left = id.character_direction() == CharacterDirection::RTL;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // `value.rs` isolates text where directions can mix; marks round every number would only be weight.
        bundle.set_use_isolating(false);
        for text in texts {
            // The build has parsed these files and refused any fault, so what is read here is whole.
            let resource =
                FluentResource::try_new((*text).to_owned()).unwrap_or_else(|(resource, _)| resource);
            bundle.add_resource_overriding(resource);
        }
        let mut missing = Vec::new();
        let mut plain = Vec::with_capacity(phrases::PLAIN.len());
        for (position, key) in phrases::PLAIN.iter().enumerate() {
            plain.push(written(&bundle, key, None).unwrap_or_else(|| {
                missing.push(*key);
                english.map(|english| english.plain(position).to_owned()).unwrap_or_default()
            }));
        }
        missing.extend(phrases::FILLED.iter().filter(|key| !bundle.has_message(key)));
        let mut lang = Lang {
            tag,
            right_to_left,
            bundle,
            plain: plain.into_iter().map(String::into_boxed_str).collect(),
            missing,
            style: Style::default(),
            times: Times::default(),
            list_two: Template::default(),
            list_more: Template::default(),
            list_last: Template::default(),
            sizes: Default::default(),
            new_posts: OnceLock::new(),
        };
        lang.prepare(english);
        lang
    }

    /// Works out once what pages need many times: how numbers, lists and times are written.
    fn prepare(&mut self, english: Option<&Lang>) {
        self.style = Style::named(self.number_style());
        self.style.apply(&mut self.bundle);
        let fill = |key: &str, arguments: &[(&'static str, Value<'_>)]| {
            let arguments = self.arguments(arguments.iter().cloned());
            written(&self.bundle, key, Some(&arguments))
                .or_else(|| english.and_then(|english| written(&english.bundle, key, Some(&arguments))))
                .unwrap_or_default()
        };
        let cut = |key: &str, names: &[&'static str]| {
            let slots: Vec<_> = names.iter().zip(0..).map(|(name, number)| (*name, slot(number))).collect();
            Template::cut(&fill(key, &slots))
        };
        let list_two = cut("list-two", &["first", "last"]);
        let list_more = cut("list-more", &["list", "next"]);
        let list_last = cut("list-last", &["list", "last"]);
        let sizes = ["size-kb", "size-mb", "size-gb", "size-tb"].map(|key| cut(key, &["size"]));
        let times = Times::prepare(self, &fill, &cut);
        (self.list_two, self.list_more, self.list_last) = (list_two, list_more, list_last);
        (self.sizes, self.times) = (sizes, times);
    }

    /// A phrase without variables, by its position among them.
    fn plain(&self, position: usize) -> &str {
        self.plain.get(position).map(|text| &**text).unwrap_or_default()
    }

    /// A phrase with variables; in English when this language lacks it.
    fn fill<const COUNT: usize>(&self, key: &str, arguments: [(&'static str, Value<'_>); COUNT]) -> String {
        let arguments = self.arguments(arguments.into_iter());
        written(&self.bundle, key, Some(&arguments))
            .or_else(|| written(&Lang::english().bundle, key, Some(&arguments)))
            .unwrap_or_default()
    }

    fn arguments<'a>(
        &self,
        values: impl ExactSizeIterator<Item = (&'static str, Value<'a>)>,
    ) -> FluentArgs<'a> {
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(name, value.for_fluent(self.right_to_left));
        }
        arguments
    }
}

/// The phrase as this bundle has it. Faults inside a phrase were refused when building, so none is read here.
fn written(
    bundle: &FluentBundle<FluentResource>,
    key: &str,
    arguments: Option<&FluentArgs<'_>>,
) -> Option<String> {
    let pattern = bundle.get_message(key)?.value()?;
    Some(bundle.format_pattern(pattern, arguments, &mut Vec::new()).into_owned())
}

#[cfg(test)]
mod tests;
