//! A page as a person meets it: its words, its links, its forms.

use super::form::{Control, Form, Kind};
use super::http::Answer;
use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Html, Node};
use std::collections::HashMap;

/// A link and the words that lead there.
#[derive(Clone, Debug)]
pub struct Link {
    pub to: String,
    pub labels: Vec<String>,
    pub within: Vec<NodeId>,
}

/// A page that was opened.
pub struct Page {
    /// The path at which it stands, with what is behind the question mark.
    pub path: String,
    pub answer: Answer,
    /// The source.
    pub source: String,
    /// What one reads, white space made single.
    pub words: String,
    pub forms: Vec<Form>,
    pub links: Vec<Link>,
    document: Html,
}

/// What stands in a line with its neighbours; all else begins a new line.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "code", "del", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup",
    "time", "u", "svg", "use", "bdi",
];
/// What nobody reads.
const UNREAD: &[&str] = &["script", "style", "template", "head", "svg"];
/// What stands for one thing among others: a post, a comment, a row.
const THINGS: &[&str] = &["article", "tr", "li", "section", "fieldset", "form", "details", "div"];

impl Page {
    /// Reads an answer. What is no HTML has words and nothing else.
    pub fn read(path: &str, answer: Answer) -> Page {
        let source = answer.text();
        let is_page = answer.header("content-type").starts_with("text/html");
        let document = Html::parse_document(if is_page { &source } else { "" });
        let words = if is_page { words(*document.root_element()) } else { source.clone() };
        let mut page = Page {
            path: path.to_owned(),
            answer,
            words,
            forms: Vec::new(),
            links: Vec::new(),
            document: Html::new_document(),
            source,
        };
        page.collect(&document);
        page.document = document;
        page
    }

    fn collect(&mut self, document: &Html) {
        let labels = labels(document);
        // Once for the page: of hundreds of buttons each says of which form it is.
        let mut ids: HashMap<&str, NodeId> = HashMap::new();
        for element in all(document) {
            element.value().attr("id").map(|id| ids.entry(id).or_insert(element.id()));
        }
        let mut forms: HashMap<NodeId, usize> = HashMap::new();
        for element in all(document).filter(|element| element.value().name() == "form") {
            forms.insert(element.id(), self.forms.len());
            let value = element.value();
            let is =
                |name: &str, word: &str| value.attr(name).is_some_and(|text| text.eq_ignore_ascii_case(word));
            self.forms.push(Form {
                action: value.attr("action").unwrap_or(&self.path).to_owned(),
                post: is("method", "post"),
                multipart: is("enctype", "multipart/form-data"),
                in_place: !is("data-turbo", "false"),
                controls: Vec::new(),
                touched: false,
            });
        }
        for element in all(document) {
            let value = element.value();
            match value.name() {
                "a" if value.attr("href").is_some() => self.links.push(Link {
                    to: value.attr("href").unwrap_or_default().to_owned(),
                    labels: words_of(element),
                    within: within(element),
                }),
                "input" | "textarea" | "select" | "button" => {
                    let round = || {
                        element.ancestors().find(|each| forms.contains_key(&each.id())).map(|each| each.id())
                    };
                    let owner = match value.attr("form") {
                        Some(id) => ids.get(id).copied(),
                        None => round(),
                    };
                    let Some(owner) = owner.and_then(|id| forms.get(&id)) else { continue };
                    if let Some(control) = control(element, &labels) {
                        self.forms[*owner].controls.push(control);
                    }
                }
                _ => (),
            }
        }
    }

    /// The smallest thing on the page (a post, a comment, a row) that says this.
    pub fn thing(&self, text: &str) -> Option<NodeId> {
        let says = |element: &ElementRef<'_>| {
            THINGS.contains(&element.value().name()) && words(**element).contains(text)
        };
        // Document order: a later one that says it and has no smaller one inside is the innermost.
        let mut found: Option<ElementRef<'_>> = None;
        for element in all(&self.document).filter(says) {
            let inside = found.is_none_or(|outer| element.ancestors().any(|each| each.id() == outer.id()));
            if inside && !(element.value().name() == "div" && found.is_some_and(|outer| is_thing(outer))) {
                found = Some(element);
            }
        }
        found.map(|element| element.id())
    }

    /// An attribute of the smallest thing that says this.
    pub fn attribute(&self, text: &str, name: &str) -> Option<String> {
        let mut node = self.document.tree.get(self.thing(text)?)?;
        loop {
            if let Some(value) = ElementRef::wrap(node).and_then(|element| element.value().attr(name)) {
                return Some(value.to_owned());
            }
            node = node.parent()?;
        }
    }

    /// The values of an attribute, everywhere on the page.
    pub fn attributes(&self, name: &str) -> Vec<String> {
        all(&self.document).filter_map(|element| element.value().attr(name).map(str::to_owned)).collect()
    }

    /// What the page says of itself under this name; empty where it says nothing.
    pub fn meta(&self, name: &str) -> String {
        let mut named = self.document.root_element().descendants().filter_map(ElementRef::wrap);
        let found = named
            .find(|element| element.value().name() == "meta" && element.value().attr("name") == Some(name));
        found.and_then(|element| element.value().attr("content")).unwrap_or_default().to_owned()
    }

    /// The words of each row of its tables.
    pub fn rows(&self) -> Vec<String> {
        all(&self.document).filter(|element| element.value().name() == "tr").map(|row| words(*row)).collect()
    }

    /// The words of the smallest thing that says this.
    pub fn words_at(&self, text: &str) -> String {
        let node = self.thing(text).and_then(|id| self.document.tree.get(id));
        node.map(words).unwrap_or_default()
    }
}

/// Everything that is not in a pattern for a script, in the order in which it stands.
fn all(document: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    let mut next = vec![*document.root_element()];
    let elements = std::iter::from_fn(move || {
        let node = next.pop()?;
        let is_pattern = node.value().as_element().is_some_and(|element| element.name() == "template");
        if !is_pattern {
            next.extend(node.children().rev());
        }
        Some(node)
    });
    elements.filter_map(ElementRef::wrap)
}

fn is_thing(element: ElementRef<'_>) -> bool {
    matches!(element.value().name(), "article" | "tr" | "li")
}

fn within(element: ElementRef<'_>) -> Vec<NodeId> {
    element.ancestors().map(|each| each.id()).collect()
}

/// The words of a piece of page, in one line.
pub fn words(node: NodeRef<'_, Node>) -> String {
    let mut text = String::new();
    gather(node, &mut text);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn gather(node: NodeRef<'_, Node>, text: &mut String) {
    match node.value() {
        Node::Text(piece) => text.push_str(piece),
        Node::Element(element) => {
            if let Some(said) = element.attr("alt") {
                text.push('\n');
                text.push_str(said);
            }
            if UNREAD.contains(&element.name()) {
                return;
            }
            let apart = !INLINE.contains(&element.name());
            if apart {
                text.push('\n');
            }
            node.children().for_each(|child| gather(child, text));
            if apart {
                text.push('\n');
            }
        }
        _ => node.children().for_each(|child| gather(child, text)),
    }
}

/// The words by which somebody finds a link or a button.
fn words_of(element: ElementRef<'_>) -> Vec<String> {
    let value = element.value();
    let mut found: Vec<String> =
        ["aria-label", "title"].iter().filter_map(|name| value.attr(name)).map(str::to_owned).collect();
    found.push(words(*element));
    found.retain(|words| !words.is_empty());
    found
}

/// The labels of a page, by the id that they are for.
fn labels(document: &Html) -> HashMap<String, String> {
    let labels = all(document).filter(|element| element.value().name() == "label");
    labels.filter_map(|label| Some((label.value().attr("for")?.to_owned(), words(*label)))).collect()
}

fn control(element: ElementRef<'_>, labels: &HashMap<String, String>) -> Option<Control> {
    let value = element.value();
    if value.attr("disabled").is_some() {
        return None;
    }
    let kind = match (value.name(), value.attr("type").unwrap_or("")) {
        ("textarea", _) => Kind::Text,
        ("select", _) => Kind::Select,
        ("button", "button" | "reset") | ("input", "button" | "reset") => return None,
        ("button", _) | ("input", "submit" | "image") => Kind::Button,
        ("input", "hidden") => Kind::Hidden,
        ("input", "checkbox") => Kind::Check,
        ("input", "radio") => Kind::Radio,
        ("input", "file") => Kind::File,
        _ => Kind::Text,
    };
    let mut control = Control {
        kind,
        name: value.attr("name").unwrap_or_default().to_owned(),
        value: value.attr("value").unwrap_or_default().to_owned(),
        labels: words_of(element),
        on: value.attr("checked").is_some(),
        options: Vec::new(),
        files: Vec::new(),
        letters_max: value.attr("maxlength").and_then(|most| most.parse().ok()),
        required: value.attr("required").is_some(),
        action: value.attr("formaction").map(str::to_owned),
        within: within(element),
    };
    match kind {
        Kind::Check | Kind::Radio if value.attr("value").is_none() => control.value = "on".into(),
        Kind::Text if value.name() == "textarea" => {
            let text: String = element.text().collect();
            control.value = text;
            control.labels = value.attr("aria-label").map(str::to_owned).into_iter().collect();
        }
        Kind::Select => take_options(element, &mut control),
        _ => (),
    }
    name(element, labels, &mut control);
    Some(control)
}

fn take_options(element: ElementRef<'_>, control: &mut Control) {
    control.labels.clear();
    let mut chosen = None;
    for option in
        element.descendants().filter_map(ElementRef::wrap).filter(|each| each.value().name() == "option")
    {
        let said = words(*option);
        let value = option.value().attr("value").map_or_else(|| said.clone(), str::to_owned);
        if option.value().attr("selected").is_some() {
            chosen = Some(value.clone());
        }
        control.options.push((value, said));
    }
    control.value =
        chosen.or_else(|| control.options.first().map(|(value, _)| value.clone())).unwrap_or_default();
}

/// Adds the label that is for it or round it, and the placeholder.
fn name(element: ElementRef<'_>, labels: &HashMap<String, String>, control: &mut Control) {
    let value = element.value();
    control.labels.extend(value.attr("id").and_then(|id| labels.get(id)).cloned());
    control.labels.extend(value.attr("placeholder").map(str::to_owned));
    let round = element.ancestors().filter_map(ElementRef::wrap).find(|each| each.value().name() == "label");
    control.labels.extend(round.map(|label| words(*label)));
}
