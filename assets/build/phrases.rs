//! Turns the Fluent files into one typed method a phrase, so that a missing or misspelt phrase does not compile.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use fluent_syntax::ast;

/// The language that every other one is checked against, and falls back to.
const MODEL: &str = "en";

/// Names that `Lang` has of its own, and words that Rust keeps: no phrase may be called so.
const TAKEN: &[&str] = &[
    "ago",
    "all",
    "bytes",
    "choose",
    "date",
    "day",
    "dir",
    "english",
    "fill",
    "find",
    "list",
    "load",
    "missing",
    "moment",
    "name",
    "number",
    "plain",
    "short_date",
    "tag",
    "time",
    "as",
    "async",
    "await",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
];

/// One phrase: its text as written, and the variables it names in order of appearance.
struct Phrase {
    file: PathBuf,
    text: String,
    variables: Vec<String>,
}

/// One language: its tag, its files in order of name, and its phrases by key.
struct Language {
    tag: String,
    files: Vec<PathBuf>,
    phrases: BTreeMap<String, Phrase>,
    terms: Vec<String>,
}

/// Everything found wrong, so that one build shows all of it.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn add(&mut self, file: &Path, key: &str, reason: &str) {
        self.0.push(format!("{}: {key}: {reason}", file.display()));
    }
}

/// Reads `assets/lang`, checks it, and writes `$OUT_DIR/phrases.rs`.
///
/// # Errors
/// When a file cannot be read, or any phrase does not fit: each is shown with file, key and reason.
pub fn generate() -> Result<(), Box<dyn Error>> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("assets/lang");
    let mut out = io::stdout().lock();
    writeln!(out, "cargo::rerun-if-changed={}", root.display())?;

    let mut faults = Faults::default();
    let mut languages = Vec::new();
    for folder in sorted(&root)? {
        languages.push(read_language(&folder, &mut faults)?);
    }
    languages.sort_by_key(|language| (language.tag != MODEL, language.tag.clone()));
    if languages.first().is_none_or(|first| first.tag != MODEL) {
        return Err(format!("no folder {MODEL} in {}", root.display()).into());
    }
    check(&languages, &mut faults);
    if !faults.0.is_empty() {
        for fault in &faults.0 {
            writeln!(out, "cargo::error={fault}")?;
        }
        return Err(format!("{} phrases do not fit", faults.0.len()).into());
    }
    let target = PathBuf::from(env::var("OUT_DIR")?).join("phrases.rs");
    fs::write(target, source(&languages)?)?;
    Ok(())
}

/// What a folder holds, in order of name, so that a build is the same everywhere.
fn sorted(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))? {
        paths.push(entry?.path());
    }
    paths.retain(|path| path.is_dir() || path.extension().is_some_and(|ending| ending == "ftl"));
    paths.sort();
    Ok(paths)
}

fn read_language(folder: &Path, faults: &mut Faults) -> Result<Language, Box<dyn Error>> {
    let tag = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let files = sorted(folder)?;
    let mut language = Language { tag, files: files.clone(), phrases: BTreeMap::new(), terms: Vec::new() };
    let mut used_terms = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let resource = fluent_syntax::parser::parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
            for error in errors {
                let line = text[..error.pos.start.min(text.len())].matches('\n').count() + 1;
                faults.add(&file, &format!("line {line}"), &error.to_string());
            }
            resource
        });
        for entry in &resource.body {
            match entry {
                ast::Entry::Message(message) => {
                    read_phrase(&mut language, &file, message, &mut used_terms, faults)
                }
                ast::Entry::Term(term) => language.terms.push(term.id.name.to_owned()),
                _ => {}
            }
        }
    }
    for (file, key, term) in used_terms {
        if !language.terms.contains(&term) {
            faults.add(&file, &key, &format!("uses the term -{term}, which this language lacks"));
        }
    }
    Ok(language)
}

fn read_phrase(
    language: &mut Language,
    file: &Path,
    message: &ast::Message<&str>,
    used_terms: &mut Vec<(PathBuf, String, String)>,
    faults: &mut Faults,
) {
    let key = message.id.name;
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if !key.chars().all(fits) {
        faults.add(file, key, "a key has only small letters, digits and hyphens");
    }
    if TAKEN.contains(&method(key).as_str()) {
        faults.add(file, key, "this name is taken; add a word");
    }
    if !message.attributes.is_empty() {
        faults.add(file, key, "attributes are not used here; write a phrase of its own");
    }
    let Some(pattern) = &message.value else {
        faults.add(file, key, "has no text");
        return;
    };
    let mut found = Found::default();
    found.pattern(pattern);
    for problem in found.problems {
        faults.add(file, key, problem);
    }
    if !found.variables.iter().all(|name| name.chars().all(fits)) {
        faults.add(file, key, "a variable has only small letters, digits and hyphens");
    }
    used_terms.extend(found.terms.into_iter().map(|term| (file.to_owned(), key.to_owned(), term)));
    let phrase = Phrase { file: file.to_owned(), text: shown(pattern), variables: found.variables };
    if let Some(before) = language.phrases.insert(key.to_owned(), phrase) {
        faults.add(file, key, &format!("is also in {}", before.file.display()));
    }
}

/// What a pattern names, gathered in order of appearance.
#[derive(Default)]
struct Found {
    variables: Vec<String>,
    terms: Vec<String>,
    problems: Vec<&'static str>,
}

impl Found {
    fn pattern(&mut self, pattern: &ast::Pattern<&str>) {
        for element in &pattern.elements {
            if let ast::PatternElement::Placeable { expression } = element {
                self.expression(expression);
            }
        }
    }

    fn expression(&mut self, expression: &ast::Expression<&str>) {
        match expression {
            ast::Expression::Inline(inline) => self.inline(inline),
            ast::Expression::Select { selector, variants } => {
                self.inline(selector);
                for variant in variants {
                    self.pattern(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &ast::InlineExpression<&str>) {
        match inline {
            ast::InlineExpression::VariableReference { id } => {
                if !self.variables.iter().any(|name| name == id.name) {
                    self.variables.push(id.name.to_owned());
                }
            }
            ast::InlineExpression::TermReference { id, .. } => self.terms.push(id.name.to_owned()),
            ast::InlineExpression::Placeable { expression } => self.expression(expression),
            ast::InlineExpression::MessageReference { .. } => {
                self.problems.push("names another phrase; use a term instead");
            }
            ast::InlineExpression::FunctionReference { .. } => {
                self.problems.push("calls a function; numbers are written for the language by themselves");
            }
            ast::InlineExpression::StringLiteral { .. } | ast::InlineExpression::NumberLiteral { .. } => {}
        }
    }
}

/// Checks every other language against the model.
fn check(languages: &[Language], faults: &mut Faults) {
    let Some((model, others)) = languages.split_first() else { return };
    for language in others {
        for (key, phrase) in &language.phrases {
            let Some(english) = model.phrases.get(key) else {
                faults.add(&phrase.file, key, "is not in English");
                continue;
            };
            let (mut here, mut there) = (phrase.variables.clone(), english.variables.clone());
            here.sort();
            there.sort();
            if here != there {
                let reason = format!("has the variables {here:?}, English has {there:?}");
                faults.add(&phrase.file, key, &reason);
            }
        }
    }
}

/// `comment-add` as the name of a method.
fn method(key: &str) -> String {
    key.replace('-', "_")
}

/// The pattern as one would read it in the file.
fn shown(pattern: &ast::Pattern<&str>) -> String {
    let message = ast::Message {
        id: ast::Identifier { name: "k" },
        value: Some(pattern.clone()),
        attributes: Vec::new(),
        comment: None,
    };
    let resource = ast::Resource { body: vec![ast::Entry::Message(message)] };
    let text = fluent_syntax::serializer::serialize(&resource);
    text.trim_start_matches("k =").trim().to_owned()
}

/// The generated module: the files, the keys, and a method for each phrase.
fn source(languages: &[Language]) -> Result<String, Box<dyn Error>> {
    let mut out = String::from("// Made by assets/build/phrases.rs from assets/lang; do not edit.\n\n");
    writeln!(out, "/// Each language's tag and the text of its Fluent files; English first.")?;
    writeln!(out, "pub(super) const SOURCES: &[(&str, &[&str])] = &[")?;
    for language in languages {
        write!(out, "    ({:?}, &[", language.tag)?;
        for file in &language.files {
            write!(out, "include_str!({:?}), ", file.display().to_string())?;
        }
        writeln!(out, "]),")?;
    }
    writeln!(out, "];\n")?;

    let model = &languages[0].phrases;
    let plain: Vec<_> = model.iter().filter(|(_, phrase)| phrase.variables.is_empty()).collect();
    let filled: Vec<_> = model.iter().filter(|(_, phrase)| !phrase.variables.is_empty()).collect();
    for (name, what, phrases) in [("PLAIN", "without", &plain), ("FILLED", "with", &filled)] {
        writeln!(out, "/// Keys of the phrases {what} variables, in order.")?;
        writeln!(out, "pub(super) const {name}: &[&str] = &[")?;
        for (key, _) in phrases {
            writeln!(out, "    {key:?},")?;
        }
        writeln!(out, "];\n")?;
    }

    writeln!(out, "impl super::Lang {{")?;
    for (position, (key, phrase)) in plain.iter().enumerate() {
        document(&mut out, key, &phrase.text)?;
        writeln!(
            out,
            "    pub fn {}(&self) -> &str {{\n        self.plain({position})\n    }}\n",
            method(key)
        )?;
    }
    for (key, phrase) in &filled {
        document(&mut out, key, &phrase.text)?;
        write!(out, "    pub fn {}<'a>(&self", method(key))?;
        for variable in &phrase.variables {
            write!(out, ", {}: impl Into<super::Value<'a>>", argument(variable))?;
        }
        write!(out, ") -> String {{\n        self.fill({key:?}, [")?;
        for variable in &phrase.variables {
            write!(out, "({variable:?}, {}.into()), ", argument(variable))?;
        }
        writeln!(out, "])\n    }}\n")?;
    }
    writeln!(out, "}}")?;
    Ok(out)
}

/// A variable as the name of an argument; words that Rust keeps are written raw.
fn argument(variable: &str) -> String {
    let name = method(variable);
    if ["type", "for", "in", "where", "move", "use", "match", "ref", "as"].contains(&name.as_str()) {
        return format!("r#{name}");
    }
    name
}

fn document(out: &mut String, key: &str, text: &str) -> Result<(), std::fmt::Error> {
    writeln!(out, "    #[doc = {:?}]", format!("`{key}` in English:\n```text\n{text}\n```"))
}
