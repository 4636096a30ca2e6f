//! Rows of what happens to posts and comments: edits, polls, reshares, answers, what waits and what staff took away.

use super::world::Things;
use crate::harness::{Ask, FOX, HERON, Person, Site, number};
use courtyard::base::Approval;

pub fn waiting(things: &mut Things, school: &Site, mia: &Person<'_>, tom: &Person<'_>) {
    let open = mia.posts("ww open").to_everyone();
    school.rules(Approval::HoldAll);
    let post = mia.posts("ww held post").with(FOX).to_everyone();
    let comment = tom.comments_on(&open, "ww held comment");
    school.rules(Approval::Open);
    mia.opens(&post);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    things.under("What waits for staff, to everyone");
    things.add("held post", &post, "ww held post");
    things.add("the file of its photo", &photo, "");
    things.add("held post, in the stream Everyone", "/everyone", "ww held post");
    things.add("held post, at the desk", &format!("/desk/items/{}", number(&post)), "ww held post");
    things.add("held comment of Tom's, under Mia's post", &open, "ww held comment");
    things.add("held comment, at the desk", &format!("/desk/items/{}", number(&comment)), "ww held comment");
}

pub fn taken_away(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>, fox: &Person<'_>) {
    let by_staff = mia.posts("vv removed by staff").with(FOX).to_everyone();
    let open = mia.posts("vv open").to_everyone();
    let comment = tom.comments_on(&open, "vv comment removed");
    mia.opens(&by_staff);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    fox.takes_away(&by_staff, "It was rude or about sex", "vv note of staff");
    fox.takes_away(&comment, "It was rude or about sex", "");
    let own = mia.posts("vv deleted by Mia").to_everyone();
    mia.opens(&own).presses("Delete");
    things.under("What was taken away, to everyone");
    things.add("post removed by staff", &by_staff, "vv removed by staff");
    things.add("the note of staff about it", &by_staff, "vv note of staff");
    things.add("the file of its photo", &photo, "");
    things.add(
        "post removed by staff, at the desk",
        &format!("/desk/items/{}", number(&by_staff)),
        "vv removed by staff",
    );
    things.add("comment of Tom's removed by staff", &open, "vv comment removed");
    things.add("post deleted by its author", &own, "vv deleted by Mia");
    things.add(
        "post deleted by its author, at the desk",
        &format!("/desk/items/{}", number(&own)),
        "vv deleted by Mia",
    );
}

pub fn changed(things: &mut Things, school: &Site, mia: &Person<'_>) {
    let changed = mia.posts("ss first words").to_contacts();
    mia.opens(&format!("{changed}/edit")).fills("Your post", "ss second words").presses("Save");
    let photo = mia.posts("ss photo").with_words(HERON, "ss first description").to_contacts();
    mia.opens(&format!("{photo}/edit")).fills("Describe photo 1", "ss second description").presses("Save");
    school.rules(Approval::HoldAll);
    let waited = mia.posts("ss waited").with_words(FOX, "ss description that waited").to_everyone();
    mia.opens(&format!("{waited}/edit")).fills("Your post", "ss let through");
    mia.fills("Describe photo 1", "ss description let through").presses("Save");
    school.releases(&waited);
    school.rules(Approval::Open);
    things.under("What it said before");
    things.add("history of a post to contacts", &format!("{changed}/history"), "ss first words");
    things.add("editing it", &format!("{changed}/edit"), "ss second words");
    let history = format!("{photo}/history");
    things.add("history of the words on a photo, to contacts", &history, "ss first description");
    things.add("editing them", &format!("{photo}/edit"), "ss second description");
    things.add("a post to everyone that waited, and was changed", &waited, "ss let through");
    let history = format!("{waited}/history");
    things.add("its history: what nobody let through", &history, "ss waited");
    things.add("the same, of the words on its photo", &history, "ss description that waited");
}

/// A poll for Mia's contacts, in which Tom voted; how it stands is seen after voting.
pub fn polled(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>) {
    mia.opens("/posts/new")
        .fills("Your post", "rr poll")
        .fills("Answer 1", "rr cats")
        .fills("Answer 2", "rr dogs");
    mia.ticks("People see the result only after they vote").ticks("My contacts").presses("Post").is_told(200);
    let newest = mia.look(|page| page.attributes("data-item"));
    let poll = format!("/posts/{}", newest.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap());
    tom.opens(&poll).ticks("rr cats").presses("Vote").is_told(200);
    things.under("A poll to contacts, in which Tom voted");
    things.add("its answers", &poll, "rr cats");
    things.add("how it stands", &poll, "1 person voted");
    things.add("that one vote is one's own", &poll, "Your vote");
}

/// Posts that pass one of Mia's on: Zoe without words, Gil with words and to his group; one whose first post went.
pub fn passed_on(things: &mut Things, mia: &Person<'_>, zoe: &Person<'_>, gil: &Person<'_>) {
    let post = |text: &str| mia.posts(text).to_everyone();
    let passes_on = |person: &Person<'_>, post: &str, words: &str, group: bool| {
        person.opens(&format!("{post}/reshares")).fills("Your words about it", words);
        if group {
            person.ticks("Groups").ticks("Class 5B");
        }
        person.presses("Reshare").is_told(200);
        person.look(|page| page.path.split('?').next().unwrap().to_owned())
    };
    let first = post("oo passed on");
    let bare = passes_on(zoe, &first, "", false);
    let worded = passes_on(gil, &first, "oo words of Gil", true);
    let lost = post("oo lost");
    let (lost_bare, lost_worded) =
        (passes_on(zoe, &lost, "", false), passes_on(gil, &lost, "oo Gil lost it", false));
    mia.opens(&lost).presses("Delete");
    things.under("Posts of others that pass one of Mia's on");
    things.add("by Zoe, without words, to everyone", &bare, "oo passed on");
    things.add("by Gil, with words, to Class 5B", &worded, "oo words of Gil");
    things.add("what it passes on", &worded, "oo passed on");
    things.add("that Zoe passed it on", &format!("{first}/reshares"), "href=\"/people/zoe\"");
    things.add("that Gil passed it on", &format!("{first}/reshares"), "href=\"/people/gil\"");
    things.add("in the stream Everyone, by Zoe", "/everyone", &format!("id=\"post-{}\"", number(&bare)));
    things.add("by Zoe, whose first post went", &lost_bare, "");
    things.add("by Gil with words, whose first post went", &lost_worded, "oo Gil lost it");
    things.add("what the first post said", &lost_worded, "oo lost");
    things.add("found by a word of the first post that went", "/search?q=lost", "oo lost");
}

/// A comment to contacts with a photo and an answer under it, and pages that are the author's own.
pub fn answered(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>) {
    let post = mia.posts("qq post").to_contacts();
    tom.opens(&post).fills("Write a comment", "qq comment").fills("Describe it", "qq fox").attaches(FOX);
    tom.presses("Send").is_told(200);
    let photo =
        tom.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    tom.opens(&post);
    let comment = tom.look(|page| page.attribute("qq comment", "data-item")).unwrap();
    mia.opens(&format!("{post}?reply={comment}")).fills("Write a comment", "qq answer").presses("Send");
    things.under("Under a post to contacts: a comment by Tom with a photo, and Mia's answer");
    things.add("the comment", &post, "qq comment");
    things.add("the words on its photo", &post, "qq fox");
    things.add("the file of its photo", &photo, "");
    things.add("the answer", &post, "qq answer");
    things.add("answering it", &format!("{post}?reply={comment}"), "You reply to");
    things.add("letting fewer see the post", &format!("{post}/audience"), "Let fewer people see it");
    things.add("who can see the post", &format!("{post}/who"), "");
    things.add("how many people that are", &format!("{post}/who"), "4 people");
    mia.opens("/posts/new")
        .fills("Your post", "qq draft")
        .attaches(FOX)
        .presses("Keep as draft")
        .is_told(200);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/drafts/photos/"));
    things.add("what Mia writes and has not sent, in her drafts", "/drafts", "qq draft");
    let word =
        mia.look(|page| page.links.iter().find_map(|link| Some(link.to.split_once("draft=")?.1.to_owned())));
    things.add("going on with it", &format!("/posts/new?draft={}", word.unwrap()), "qq draft");
    things.add("the file of the photo in it", &photo.unwrap(), "");
}

pub fn reported(things: &mut Things, school: &Site, mia: &Person<'_>, tom: &Person<'_>) {
    let secret = mia.posts("tt reported, to contacts").with(FOX).to_contacts();
    mia.opens(&secret);
    let photo =
        mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    let quiet = mia.posts("tt not reported, to contacts").to_contacts();
    tom.reports(&secret, "It is a threat", "tt note of Tom");
    things.under("A post to contacts that Tom reported");
    things.add("the post in its place", &secret, "tt reported");
    things.add("the file of its photo", &photo, "");
    things.add("the page for reporting it", &format!("/report/{}", number(&secret)), "tt reported");
    things.add("in the list of the desk", "/desk", "tt reported");
    let case = format!("/desk/items/{}", number(&secret));
    things.add("its case at the desk", &case, "tt reported");
    things.add("Tom's note, and that it was Tom", &case, "tt note of Tom");
    things.add(
        "another post to contacts, at the desk",
        &format!("/desk/items/{}", number(&quiet)),
        "tt not reported",
    );
    tom.opens("/posts/new");
    let fields = [("same_site", tom.token()), ("reason", "worried".into()), ("note", "tt worried".into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tom.asks(&Ask::post(&format!("/report/person/{}", mia.id), &fields));
    let case = school.read(|look| look.number("SELECT id FROM seen_case WHERE sort = 'worry'", []));
    let case = format!("/desk/people/{case}");
    things.add("the case of worry about Mia herself", &case, "tt worried");
    let fields = [("same_site", tom.token()), ("reason", "unkind".into()), ("note", "tt unkind".into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tom.asks(&Ask::post(&format!("/report/person/{}", mia.id), &fields));
    let case = school.read(|look| look.number("SELECT id FROM seen_case WHERE sort = 'person'", []));
    things.add("the case of a report about Mia herself", &format!("/desk/people/{case}"), "tt unkind");
}
