//! What people do in stories, in one word each: know others, post, comment, report, decide.

use super::Person;
use courtyard::base::Act;
use courtyard::db::params;

impl Person<'_> {
    /// From now on they share with that person.
    pub fn shares_with(&self, other: &Person<'_>) {
        let (me, other) = (self.id, other.id);
        let sql = "INSERT INTO contact (owner_id, person_id, since_at) VALUES (?1, ?2, 0)";
        self.site.write(Act::AddContact, move |change| change.run(sql, [me, other]));
    }

    /// They have an aspect of that name with these people, whom they share with. Gives its id.
    pub fn has_an_aspect(&self, name: &str, people: &[&Person<'_>]) -> i64 {
        let (me, name, people) =
            (self.id, name.to_owned(), people.iter().map(|each| each.id).collect::<Vec<_>>());
        self.site.write(Act::EditAspect, move |change| {
            let id =
                change.insert("INSERT INTO aspect (owner_id, name) VALUES (?1, ?2)", params![me, name])?;
            for person in people {
                change
                    .run("INSERT INTO aspect_person (aspect_id, person_id) VALUES (?1, ?2)", [id, person])?;
            }
            Ok(id)
        })
    }

    /// They block that person.
    pub fn blocks(&self, other: &Person<'_>) {
        let (me, other) = (self.id, other.id);
        let sql = "INSERT INTO block (owner_id, person_id, since_at) VALUES (?1, ?2, 0)";
        self.site.write(Act::AddBlock, move |change| change.run(sql, [me, other]));
    }
}

impl Person<'_> {
    /// Keeps two people apart, as staff who hold Safeguard do; gives the path of it.
    pub fn keeps_apart(&self, one: &Person<'_>, other: &Person<'_>) -> String {
        self.opens("/apart/new")
            .fills("One person", &one.username)
            .fills("The other person", &other.username);
        self.ticks("A court said so").presses("Keep them apart").is_told(200);
        self.look(|page| page.path.split('?').next().unwrap().to_owned())
    }
}

/// A post that is written and waits for "for whom?".
pub struct Writing<'p, 's> {
    person: &'p Person<'s>,
}

impl<'s> Person<'s> {
    /// Writes a post on Home; say for whom, and it is sent.
    pub fn posts(&self, text: &str) -> Writing<'_, 's> {
        self.opens("/posts/new").fills("Your post", text);
        Writing { person: self }
    }
}

impl Writing<'_, '_> {
    /// Adds a photo.
    pub fn with(self, photo: (&str, [u8; 3])) -> Self {
        self.person.attaches(photo);
        self
    }

    /// Adds a photo and what is on it.
    pub fn with_words(self, photo: (&str, [u8; 3]), words: &str) -> Self {
        self.person.attaches_with_words(photo, words);
        self
    }

    pub fn to_everyone(self) -> String {
        self.to("Everyone", &[])
    }

    pub fn to_contacts(self) -> String {
        self.to("My contacts", &[])
    }

    pub fn to_group(self, name: &str) -> String {
        self.to("Groups", &[name])
    }

    pub fn to_aspect(self, name: &str) -> String {
        self.to("Some contacts", &[name])
    }

    /// To people by name; they must be contacts of the writer.
    pub fn to_people(self, people: &[&Person<'_>]) -> String {
        let names: Vec<&str> = people.iter().map(|person| person.name.as_str()).collect();
        self.to("Certain people", &names)
    }

    pub fn to_only_me(self) -> String {
        self.to("Only me", &[])
    }

    fn to(self, kind: &str, parts: &[&str]) -> String {
        let person = self.person;
        person.ticks(kind);
        for part in parts {
            person.ticks(part);
        }
        person.presses("Post").is_told(200);
        // Ids go up and nobody else writes meanwhile: the newest of one's own page is this one.
        let ids = person.look(|page| page.attributes("data-item"));
        let newest = ids.iter().filter_map(|id| id.parse::<i64>().ok()).max();
        format!("/posts/{}", newest.unwrap_or_else(|| person.fails("finds no post")))
    }
}

impl Person<'_> {
    /// Comments on the post at this path. Gives the path of the comment.
    pub fn comments_on(&self, post: &str, text: &str) -> String {
        self.opens(post).fills("Write a comment", text).presses("Send").is_told(200);
        self.opens(post);
        let id = self.look(|page| page.attribute(text, "data-item"));
        format!("/comments/{}", id.unwrap_or_else(|| self.fails(&format!("finds no comment “{text}”"))))
    }

    /// Tells staff about the post or comment at this path.
    pub fn reports(&self, thing: &str, why: &str, note: &str) {
        self.opens(&format!("/report/{}", number(thing))).ticks(why).fills("Say more", note).presses("Send");
        self.is_told(200);
    }

    /// Takes the post or comment at this path away, as staff.
    pub fn takes_away(&self, thing: &str, why: &str, note: &str) {
        self.opens(&format!("/desk/items/{}", number(thing))).chooses("Reason for removing", why);
        self.fills("Note", note).presses("Remove").is_told(200);
    }

    /// Says or sets something about somebody, as staff: what, for how long, why, and to them.
    pub fn sets_about(&self, person: &Person<'_>, what: &str, lasts: &str, words: &str) -> &Self {
        self.opens(&format!("/admin/people/{}/sanctions/new", person.id)).ticks(what).ticks(lasts);
        self.ticks("It was mean to somebody")
            .fills("To them", words)
            .presses("Do it and tell them")
            .is_told(200)
    }

    /// Lifts what is set of this kind about somebody, as staff.
    pub fn lifts(&self, person: &Person<'_>, what: &str, words: &str) -> &Self {
        self.opens(&format!("/admin/people/{}/sanctions", person.id)).at(&format!("{what} holds now"));
        self.fills("A word to them", words).presses("Lift it now").is_told(200)
    }

    /// Opens the case of a thing at the desk and presses there.
    pub fn decides(&self, thing: &str, words: &str) {
        self.opens(&format!("/desk/items/{}", number(thing))).presses(words).is_told(200);
    }
}

/// The number at the end of a path.
pub fn number(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}
