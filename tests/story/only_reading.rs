//! Who only reads is offered nothing that would be refused: no sign, no vote, no form, on no page and in nothing that comes live.

use crate::harness::{Ask, Form, HERON, Kind, Person, Site, number};
use courtyard::base::{Act, Approval, Duty};

/// What is sent and refused, with `*` for a number or a name.
const SENDS: &[&str] = &[
    "/posts",
    "/posts/*/edit",
    "/posts/*/reactions",
    "/posts/*/vote",
    "/posts/*/comments",
    "/posts/*/comments/preview",
    "/posts/*/reshares",
    "/comments/*/edit",
    "/comments/*/reactions",
    "/photos/*/reactions",
    "/photos/*/comments",
    "/photos/*/comments/preview",
    "/photos/*/cover",
    "/tagged/*/allow",
    "/albums",
    "/albums/*/photos",
    "/groups/*/albums",
    "/groups/*/files",
    "/events/*/answer",
    "/events/*/cancel",
    "/messages/*/reactions",
    "/chat/*/messages",
    "/chat/*/name",
    "/chat/*/picture",
];
/// Pages that are there only to write, to which a link would lead in vain.
const LEADS: &[&str] = &[
    "/posts/new",
    "/posts/*/edit",
    "/comments/*/edit",
    "/messages/*/edit",
    "/photos/*/edit",
    "/photos/*/tag",
    "/albums/new",
    "/albums/*/edit",
    "/albums/*/order",
    "/groups/*/albums/new",
    "/groups/*/files/new",
    "/groups/*/edit",
    "/files/*/edit",
    "/events/new",
    "/events/*/edit",
    "/announcements/new",
    "/announcements/*/edit",
    "/chat/new",
];
/// The same of a person or a group of one's own will: only where it is said of the account itself that it reads.
const TIES: &[&str] = &["/people/*/share", "/groups/*/join", "/groups/*/invite"];

/// Does an address fit a pattern?
fn fits(pattern: &str, address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let (mut wanted, mut found) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), found.next()) {
            (None, None) => return true,
            (Some("*"), Some(part)) if !part.is_empty() && part != "new" => {}
            (Some(one), Some(other)) if one == other => {}
            _ => return false,
        }
    }
}

/// What of all that is offered on this page, also what leads there.
fn offered(person: &Person<'_>, path: &str, with_ties: bool) -> Vec<String> {
    person.opens(path).is_told(200).look(|page| {
        let buttons = page.forms.iter().flat_map(|form| form.controls.iter());
        let acts = buttons.filter(|each| each.kind == Kind::Button).filter_map(|each| each.action.clone());
        // A form counts where something on it sends it as it is; the one for small acts has no such button.
        let has_button =
            |form: &Form| form.controls.iter().any(|each| each.kind == Kind::Button && each.action.is_none());
        let forms = page.forms.iter().filter(|form| form.post && has_button(form));
        let forms = forms.map(|form| form.action.clone());
        let sent: Vec<String> = acts.chain(forms).collect();
        let ties: &[&str] = if with_ties { TIES } else { &[] };
        let is = |patterns: &[&str], to: &str| patterns.iter().any(|pattern| fits(pattern, to));
        let sends = sent.into_iter().filter(|to| is(SENDS, to) || is(ties, to));
        let leads = page.links.iter().map(|link| link.to.clone()).filter(|to| is(LEADS, to) || is(ties, to));
        let answers = page.links.iter().map(|link| link.to.clone()).filter(|to| to.contains("?reply="));
        sends.chain(leads).chain(answers).collect()
    })
}

/// A school day in class 5b: Tom and Mia are in it, and made something of every sort.
struct Day<'s> {
    school: &'s Site,
    mia: Person<'s>,
    tom: Person<'s>,
    fox: Person<'s>,
    class: i64,
    /// What stands in the class: pages on which somebody writes, and a post with a poll that has a heart.
    in_class: Vec<String>,
    poll: String,
    talk: String,
    /// What stands elsewhere.
    elsewhere: Vec<String>,
}

fn here(person: &Person<'_>) -> String {
    person.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned())
}

impl<'s> Day<'s> {
    fn of(school: &'s Site) -> Day<'s> {
        let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
        let fox = school.staff("Ms Fox", &[Duty::Moderate, Duty::Accounts, Duty::Settings]);
        mia.befriends(&tom);
        let class = school.has_a_group("5b", &[&mia, &tom]);
        fox.opens(&format!("/groups/{class}/members")).at("Mia").presses("Make leader").is_told(200);

        mia.opens("/posts/new")
            .fills("Your post", "Which?")
            .fills("Answer 1", "Cats")
            .fills("Answer 2", "Dogs");
        mia.ticks("Groups").ticks("5b").presses("Post").is_told(200);
        let ids = mia.look(|page| page.attributes("data-item"));
        let poll = format!("/posts/{}", ids.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap());
        mia.comments_on(&poll, "Cats of course");
        mia.opens(&poll).presses("Heart");
        let own = tom.posts("My pond").with(HERON).to_group("5b");
        tom.comments_on(&own, "Here it is");
        let open = mia.posts("For all").with(HERON).to_everyone();
        mia.comments_on(&open, "Under it");
        let of_tom = tom.posts("Mine for all").to_everyone();

        mia.opens(&format!("/groups/{class}/albums/new")).fills("Title", "By the pond");
        mia.presses("Make the album").attaches(HERON).presses("Send photos").is_told(200);
        let album = here(&mia);
        let photo = mia.look(|page| {
            let to = page.links.iter().map(|link| link.to.clone());
            to.into_iter().find(|to| fits("/photos/*", to)).unwrap()
        });
        mia.opens("/events/new")
            .fills("Title", "The trip")
            .fills("Day", "2099-03-12")
            .fills("Begins at", "14:00");
        mia.ticks("Groups").ticks("5b").presses("Make the event").is_told(200);
        let event = here(&mia);
        mia.opens(&format!("/groups/{class}/chat")).presses("Switch the conversation on");
        mia.follows("To the conversation");
        let talk = here(&mia);
        tom.writes_in(&talk, "Hello class");
        mia.writes_in(&talk, "Hello Tom");
        let of_two = mia.writes_to(&tom, "Hello you");

        let group = format!("/groups/{class}");
        let tabs = ["", "/photos", "/files", "/events"].map(|tab| format!("{group}{tab}"));
        let mut in_class = vec![poll.clone(), own, album, photo, event, talk.clone()];
        in_class.extend(tabs);
        let mut elsewhere = vec![open, of_tom, of_two];
        let others =
            ["/", "/everyone", "/people/tom/albums", "/chat", "/events", "/announcements", "/people/mia"];
        elsewhere.extend(others.map(str::to_owned));
        Day { school, mia, tom, fox, class, in_class, poll, talk, elsewhere }
    }

    /// What a program could send, whatever pages offer.
    fn sends(&self, path: &str, field: (&str, &str)) -> u16 {
        let token = self.tom.opens("/my").token();
        self.tom.asks(&Ask::post(path, &[("same_site", &token), field])).status
    }

    /// Nothing is offered to Tom in the class, nor what he could send there taken; nor elsewhere, where it is so `everywhere`.
    fn is_quiet(&self, why: &str, everywhere: bool, with_ties: bool) {
        let pages = self.in_class.iter().chain(self.elsewhere.iter().filter(|_| everywhere));
        for path in pages {
            let mut found = offered(&self.tom, path, with_ties);
            // Beside the conversation of the class is the way to another.
            found.retain(|to| everywhere || to != "/chat/new");
            assert!(found.is_empty(), "{why}: on {path} Tom is offered {found:?}");
        }
        // How many there are is seen as before.
        self.tom.opens(&self.poll).sees("Heart 1").sees("Cats");
        let vote = format!("answer-{}", number(&self.poll));
        for (path, field) in [("reactions", ("kind", "wow")), ("vote", (vote.as_str(), "0"))] {
            let told = self.sends(&format!("{}/{path}", self.poll), field);
            assert!(matches!(told, 403 | 422), "{why}: {path} is taken: {told}");
        }
        self.mia.opens(&self.poll).misses("Wow 1");
        if !everywhere {
            assert!(
                !offered(&self.tom, &self.elsewhere[0], false).is_empty(),
                "{why}: it is so in the class alone"
            );
        }
        assert!(!offered(&self.fox, "/everyone", false).is_empty(), "{why}: staff go on");
    }

    fn is_loud(&self) {
        // Of these there is nothing to be offered to whoever did not make it.
        let own_alone = ["/announcements", "/events", "/people/mia"];
        for path in self.in_class.iter().chain(&self.elsewhere) {
            if own_alone.contains(&path.as_str()) || path.ends_with("/events") {
                continue;
            }
            assert!(!offered(&self.tom, path, false).is_empty(), "on {path} Tom is offered nothing");
        }
    }

    fn level(&self, path: &str, words: &str) {
        self.fox.opens(path).ticks(words).presses("Save").is_told(200);
    }
}

#[test]
fn an_account_that_only_reads_is_offered_nothing_that_would_be_refused() {
    let school = Site::school();
    let day = Day::of(&school);
    day.is_loud();
    day.fox.sets_about(&day.tom, "Read-only", "One day", "Look on for a day.");
    day.is_quiet("a sanction", true, true);
    day.fox.lifts(&day.tom, "Read-only", "");
    day.is_loud();
    let of_tom = format!("/admin/people/{}/level", day.tom.id);
    day.fox.opens(&of_tom).sees("They only read").misses("Nobody posts");
    day.level(&of_tom, "They only read");
    day.is_quiet("a level of his own", true, false);
    // Where others said something, or passed it on, there is something to read.
    let lone = day.mia.posts("A lone heron").to_everyone();
    let card = || day.tom.opens("/everyone").at("A lone heron");
    card().misses("Comment").misses("Reshare");
    day.fox.comments_on(&lone, "By the pond");
    card().sees("1 comment").misses("Reshare");
    day.fox.opens(&format!("{lone}/reshares")).ticks("Everyone").presses("Reshare").is_told(200);
    card().sees("1 comment").sees("1 reshare");
    day.level(&of_tom, "Nothing waits");
    day.is_loud();
}

#[test]
fn where_a_house_or_a_group_rests_nothing_is_offered_to_its_members_and_elsewhere_all_is() {
    let school = Site::school();
    let day = Day::of(&school);
    let of_class = format!("/groups/{}/level", day.class);
    day.level(&of_class, "Nobody posts");
    day.is_quiet("a group that is there to read", false, false);
    day.level(&of_class, "Nothing waits");
    day.is_loud();
    day.fox.opens(&format!("/groups/{}", day.class)).follows("Pause all writing");
    day.fox.presses("Pause it now").is_told(200);
    day.is_quiet("a group that rests", false, false);
    day.fox.opens(&format!("/groups/{}", day.class)).presses("Let everybody write again").is_told(200);
    day.is_loud();
    school.rules(Approval::ReadOnly);
    day.is_quiet("a house in which nobody posts", true, false);
    school.rules(Approval::Open);
    day.fox.opens("/desk/freeze").presses("Pause it now").is_told(200);
    day.is_quiet("a house that rests", true, false);
    day.fox.opens("/desk").presses("Let everybody write again").is_told(200);
    day.is_loud();
}

#[test]
fn a_sign_that_one_gave_is_taken_back_by_who_only_reads_and_no_other_is_set() {
    let school = Site::school();
    let day = Day::of(&school);
    day.tom.opens(&day.poll).presses("Heart");
    day.mia.opens(&day.poll).sees("Heart 2");
    day.fox.sets_about(&day.tom, "Read-only", "One day", "Look on for a day.");
    day.tom.opens(&day.poll);
    assert!(day.tom.can_press("Heart") && !day.tom.can_press("Thumb up"));
    day.tom.presses("Heart").is_told(200);
    day.mia.opens(&day.poll).sees("Heart 1").misses("Heart 2");
    day.tom.opens(&day.poll);
    assert!(!day.tom.can_press("Heart"), "it was his own that he could take back");
    assert_eq!(day.sends(&format!("{}/reactions", day.poll), ("kind", "heart")), 403);
    day.school.noted(Act::Unreact, &format!("post {}", number(&day.poll)));
}

#[test]
fn what_comes_live_offers_signs_to_who_may_give_them_and_to_nobody_else_in_the_same_moment() {
    let school = Site::school();
    let day = Day::of(&school);
    let nia = school.pupil("Nia");
    let (class, id) = (day.class, nia.id);
    let sql = "INSERT INTO membership (group_id, account_id, since_at) VALUES (?1, ?2, 0)";
    for id in [id, day.fox.id] {
        school.write(Act::AddMember, move |change| change.run(sql, [class, id]));
    }
    day.fox.sets_about(&day.tom, "Read-only", "One day", "Look on for a day.");
    let mut posts = [&day.tom, &nia].map(|person| person.opens(&day.poll).listens());
    let mut talks = [&day.tom, &nia].map(|person| {
        let window = school.is_in(person.elsewhere());
        window.opens(&day.talk).listens()
    });
    let comment = day.mia.comments_on(&day.poll, "Dogs, after all");
    let [of_tom, of_nia] = posts.each_mut().map(|page| page.hears("Dogs, after all"));
    assert!(!of_tom.contains("/reactions") && !of_tom.contains("?reply="), "{of_tom}");
    assert!(of_nia.contains("/reactions") && of_nia.contains("?reply="), "{of_nia}");
    day.mia.opens(&day.poll).at("Dogs, after all").presses("Thanks");
    let under = format!("reactions-{}", number(&comment));
    let [of_tom, of_nia] = posts.each_mut().map(|page| page.hears(&under));
    assert!(of_tom.contains("<span class=\"reaction\"") && !of_tom.contains("<button"), "{of_tom}");
    assert!(of_nia.contains("<button") && !of_nia.contains("<span class=\"reaction\""), "{of_nia}");
    day.mia.writes_in(&day.talk, "Who has the key?");
    let [of_tom, of_nia] = talks.each_mut().map(|page| page.hears("Who has the key?"));
    assert!(!of_tom.contains("/reactions") && !of_tom.contains("?reply="), "{of_tom}");
    assert!(of_nia.contains("/reactions") && of_nia.contains("?reply="), "{of_nia}");
    // Where the group rests, so does all that comes in it: a post of staff brings no sign for Nia either.
    day.level(&format!("/groups/{class}/level"), "Nobody posts");
    let mut group = nia.opens(&format!("/groups/{class}")).listens();
    day.fox.posts("Homework").to_group("5b");
    let of_nia = group.hears("Homework");
    assert!(!of_nia.contains("/reactions"), "{of_nia}");
}
