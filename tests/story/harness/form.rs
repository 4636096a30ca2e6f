//! A form as a browser has it: controls by their labels, and exactly the fields it would send.

use super::http::{Ask, escaped};
use ego_tree::NodeId;

/// What a control is, as far as sending goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Text,
    Hidden,
    Check,
    Radio,
    Select,
    File,
    Button,
}

/// A file that somebody chose.
#[derive(Clone, Debug)]
pub struct File {
    pub name: String,
    pub kind: String,
    pub bytes: Vec<u8>,
}

/// One control of a form.
#[derive(Clone, Debug)]
pub struct Control {
    pub kind: Kind,
    pub name: String,
    pub value: String,
    /// Every word by which a person may know it: label, legend, `aria-label`, words of a button.
    pub labels: Vec<String>,
    /// Ticked, chosen.
    pub on: bool,
    /// Value and words of what a list offers.
    pub options: Vec<(String, String)>,
    pub files: Vec<File>,
    pub letters_max: Option<usize>,
    pub required: bool,
    /// `formaction` of a button.
    pub action: Option<String>,
    /// The elements in which it stands.
    pub within: Vec<NodeId>,
}

/// A header that only these stories know: a browser with scripts would send this by Turbo.
pub const IN_PLACE: &str = "x-story-in-place";

/// A form of a page.
#[derive(Clone, Debug)]
pub struct Form {
    pub action: String,
    pub post: bool,
    pub multipart: bool,
    /// Turbo sends it and shows what comes: without `data-turbo="false"`.
    pub in_place: bool,
    pub controls: Vec<Control>,
    /// Somebody filled something in.
    pub touched: bool,
}

enum Piece<'a> {
    Text(&'a str, &'a str),
    File(&'a str, Option<&'a File>),
}

impl Form {
    /// The request that a browser makes when this button is pressed; `None`: the Enter key.
    pub fn request(&self, pressed: Option<usize>) -> Ask {
        let pressed = pressed.or_else(|| self.controls.iter().position(|each| each.kind == Kind::Button));
        let pieces = self.pieces(pressed);
        let button = pressed.map(|place| &self.controls[place]);
        let action = button.and_then(|button| button.action.clone()).unwrap_or_else(|| self.action.clone());
        if !self.post {
            let path = action.split('?').next().unwrap_or_default();
            return Ask::get(&format!("{path}?{}", urlencoded(&pieces)));
        }
        let ask = Ask { method: "POST", path: action, headers: Vec::new(), body: Vec::new() };
        let ask = if self.in_place { ask.with(IN_PLACE, "yes") } else { ask };
        if self.multipart {
            const BOUNDARY: &str = "----WebKitFormBoundaryCourtyardStory";
            let body = multipart(&pieces, BOUNDARY);
            Ask { body, ..ask }.with("Content-Type", &format!("multipart/form-data; boundary={BOUNDARY}"))
        } else {
            let body = urlencoded(&pieces).into_bytes();
            Ask { body, ..ask }.with("Content-Type", "application/x-www-form-urlencoded")
        }
    }

    /// The fields in the order of the page: as the HTML standard makes an entry list.
    fn pieces(&self, pressed: Option<usize>) -> Vec<Piece<'_>> {
        let mut pieces = Vec::new();
        for (place, control) in self.controls.iter().enumerate().filter(|(_, each)| !each.name.is_empty()) {
            let name = control.name.as_str();
            match control.kind {
                Kind::Button if pressed != Some(place) => (),
                Kind::Check | Kind::Radio if !control.on => (),
                Kind::File if control.files.is_empty() => pieces.push(Piece::File(name, None)),
                Kind::File => pieces.extend(control.files.iter().map(|file| Piece::File(name, Some(file)))),
                _ => pieces.push(Piece::Text(name, &control.value)),
            }
        }
        pieces
    }

    /// What a browser would not let a person send.
    pub fn refusal(&self) -> Option<String> {
        let empty = |control: &&Control| match control.kind {
            Kind::Text => control.value.is_empty(),
            Kind::File => control.files.is_empty(),
            Kind::Check => !control.on,
            Kind::Radio => !self.controls.iter().any(|each| each.name == control.name && each.on),
            Kind::Select => control.value.is_empty(),
            Kind::Hidden | Kind::Button => false,
        };
        let missing = self.controls.iter().filter(|control| control.required).find(empty)?;
        Some(format!("the browser asks for {:?} first", missing.labels))
    }
}

fn urlencoded(pieces: &[Piece<'_>]) -> String {
    let pair = |piece: &Piece<'_>| match piece {
        Piece::Text(name, text) => format!("{}={}", escaped(name), escaped(&lines(text))),
        Piece::File(name, file) => {
            format!("{}={}", escaped(name), escaped(file.map_or("", |file| file.name.as_str())))
        }
    };
    pieces.iter().map(pair).collect::<Vec<_>>().join("&")
}

fn multipart(pieces: &[Piece<'_>], boundary: &str) -> Vec<u8> {
    let mut body = Vec::new();
    for piece in pieces {
        body.extend(format!("--{boundary}\r\n").into_bytes());
        match piece {
            Piece::Text(name, text) => {
                let text = lines(text);
                body.extend(
                    format!("Content-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}").into_bytes(),
                );
            }
            Piece::File(name, file) => {
                let (file_name, kind, bytes) = file
                    .map_or(("", "application/octet-stream", &[][..]), |file| {
                        (&file.name, &file.kind, &file.bytes)
                    });
                let head = format!(
                    "Content-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\nContent-Type: {kind}\r\n\r\n"
                );
                body.extend(head.into_bytes());
                body.extend(bytes);
            }
        }
        body.extend(b"\r\n");
    }
    body.extend(format!("--{boundary}--\r\n").into_bytes());
    body
}

/// Browsers send every end of a line as two signs.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', "\r\n")
}
