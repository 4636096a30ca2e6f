//! A person fills in what is on a page.

use super::form::{File, Kind};
use super::person::{Person, begins, is};
use super::picture::picture;

impl Person<'_> {
    /// Types into the field of this label.
    pub fn fills(&self, label: &str, text: &str) -> &Self {
        let most = self.control(label, &[Kind::Text], |control| {
            text.clone_into(&mut control.value);
            control.letters_max
        });
        if most.is_some_and(|most| text.encode_utf16().count() > most) {
            self.fails(&format!("cannot type so much into “{label}”"));
        }
        self
    }

    /// As [`Person::fills`], with a browser that heeds no limit.
    pub fn forces(&self, label: &str, text: &str) -> &Self {
        self.control(label, &[Kind::Text], |control| text.clone_into(&mut control.value));
        self
    }

    /// Ticks a box, or picks one of a few.
    pub fn ticks(&self, label: &str) -> &Self {
        let group = self.control(label, &[Kind::Check, Kind::Radio], |control| {
            control.on = true;
            (control.kind == Kind::Radio).then(|| (control.name.clone(), control.value.clone()))
        });
        if let Some((name, value)) = group {
            self.change(|forms| {
                let touched = forms.iter_mut().filter(|form| form.touched);
                for control in touched.flat_map(|form| form.controls.iter_mut()) {
                    if control.kind == Kind::Radio && control.name == name && control.value != value {
                        control.on = false;
                    }
                }
            });
        }
        self
    }

    /// Takes the tick out of a box.
    pub fn unticks(&self, label: &str) -> &Self {
        self.control(label, &[Kind::Check], |control| control.on = false);
        self
    }

    /// Chooses from a list by its words.
    pub fn chooses(&self, label: &str, words: &str) -> &Self {
        let found = self.control(label, &[Kind::Select], |control| {
            let option = control.options.iter().find(|(_, said)| said == words).cloned();
            option.map(|(value, _)| control.value = value).is_some()
        });
        if !found {
            self.fails(&format!("cannot choose “{words}” from “{label}”"));
        }
        self
    }

    /// Adds a photo to the form that takes one.
    pub fn attaches(&self, photo: (&str, [u8; 3])) -> &Self {
        self.attaches_file(photo.0, "image/jpeg", picture(photo.1))
    }

    /// Adds a photo and says what is on it. Only a script offers that field, one a photo, so it is
    /// added here as the script adds it.
    pub fn attaches_with_words(&self, photo: (&str, [u8; 3]), words: &str) -> &Self {
        self.attaches(photo);
        self.change(|forms| {
            let form = forms.iter_mut().find(|form| form.touched).unwrap();
            let mut alt = form.controls[0].clone();
            (alt.kind, alt.name, alt.value) = (Kind::Hidden, "alt".into(), words.to_owned());
            form.controls.push(alt);
        });
        self
    }

    /// Adds any file to the form that takes one.
    pub fn attaches_file(&self, name: &str, kind: &str, bytes: Vec<u8>) -> &Self {
        let file = File { name: name.to_owned(), kind: kind.to_owned(), bytes };
        self.control("", &[Kind::File], |control| control.files.push(file));
        self
    }

    /// Adds any file to the field of this label, where a form has several for files.
    pub fn attaches_to(&self, label: &str, name: &str, bytes: &[u8]) -> &Self {
        let kind = "application/octet-stream".to_owned();
        let file = File { name: name.to_owned(), kind, bytes: bytes.to_vec() };
        self.control(label, &[Kind::File], |control| control.files.push(file));
        self
    }

    /// Puts a value into a field that nobody sees, as a script does, in the form that was filled in last.
    pub fn sets(&self, name: &str, value: &str) -> &Self {
        self.change(|forms| {
            let touched = forms.iter_mut().filter(|form| form.touched);
            let control =
                touched.flat_map(|form| form.controls.iter_mut()).find(|control| control.name == name);
            value.clone_into(&mut control.unwrap().value);
        });
        self
    }

    fn control<T>(
        &self,
        label: &str,
        kinds: &[Kind],
        fill: impl FnOnce(&mut super::form::Control) -> T,
    ) -> T {
        let near = *self.near.borrow();
        let filled = self.change(|forms| {
            let fits = |control: &super::form::Control, well: &dyn Fn(&[String], &str) -> bool| {
                kinds.contains(&control.kind)
                    && near.is_none_or(|near| control.within.contains(&near))
                    && (label.is_empty() || well(&control.labels, label))
            };
            let find = |well: &dyn Fn(&[String], &str) -> bool| {
                forms.iter().enumerate().find_map(|(form, each)| {
                    each.controls
                        .iter()
                        .position(|control| fits(control, well))
                        .map(|control| (form, control))
                })
            };
            let (form, control) = find(&is).or_else(|| find(&begins))?;
            forms[form].touched = true;
            Some(fill(&mut forms[form].controls[control]))
        });
        filled.unwrap_or_else(|| self.fails(&format!("finds no field “{label}”")))
    }
}
