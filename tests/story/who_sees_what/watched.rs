//! Rows of what rules for words do: who sees what of it.

use super::world::Things;
use crate::harness::{Person, Site, number};
use crate::watching::rule;

/// A rule for each thing that can follow. Zoe writes against each, and talks with Jon, who is nobody else's; so no other
/// row has more to show than before.
pub fn watched(things: &mut Things, school: &Site, zoe: &Person<'_>, fox: &Person<'_>) {
    let jon = school.pupil("Jon");
    zoe.befriends(&jon);
    rule(school, "qqrefused", "Do not take it", "Concern");
    rule(school, "qqheld", "Let it wait", "Concern");
    rule(school, "qqflagged", "Bring it before staff", "Concern");
    rule(school, "qqcovered", "Cover the word", "Information");
    rule(school, "qqhelp", "Offer help", "Urgent");
    let held = zoe.posts("qqheld post").to_everyone();
    let flagged = zoe.posts("qqflagged post").to_contacts();
    let covered = zoe.posts("qqcovered post").to_everyone();
    let helped = zoe.posts("qqhelp post").to_contacts();
    zoe.opens("/posts/new").fills("Your post", "qqrefused post").presses("Post").is_told(422);
    zoe.writes_to(&jon, "qqflagged message");
    let message = zoe.look(|page| page.attributes("data-item").pop()).unwrap();
    let lark = school.head();
    let case = |person: &Person<'_>, text: &str| {
        person.opens("/desk").at(text).follows("Post");
        person.look(|page| page.path.clone())
    };
    let at_desk = |path: &str| format!("/desk/items/{}", number(path));
    things.under("What rules for words do with what Zoe writes, who shares with Jon alone");
    things.add("a post to everyone that one holds", &held, "qqheld post");
    // At the desk what a rule matched is marked in the text.
    things.add("the same, at the desk", &at_desk(&held), "qqheld</mark> post");
    things.add("a post to contacts that one flags", &flagged, "qqflagged post");
    things.add("the same, at the desk", &at_desk(&flagged), "qqflagged</mark> post");
    things.add("that a rule matched, in its place", &flagged, "rule");
    things.add(
        "a message to Jon that one flags, at the desk",
        &format!("/desk/items/{message}"),
        "qqflagged message",
    );
    things.add("a covered word in a post to everyone", &covered, "qqcovered");
    things.add("the squares that cover it", &covered, "■■■■■■■■■");
    things.add("the covered word, in the stream Everyone", "/everyone", "qqcovered");
    things.add("the covered word, by searching", "/search?q=qqcovered", ">qqcovered");
    things.add("a post to contacts for which help is offered", &helped, "qqhelp post");
    things.add("the card with whom to talk", &helped, "You are not alone");
    things.add("the same post, at the desk", &at_desk(&helped), "qqhelp post");
    things.add("that Zoe may need help", &case(&lark, "qqhelp post"), "qqhelp</mark> post");
    things.add("the same, in the list of the desk", "/desk", "qqhelp post");
    things.add(
        "a post that one does not take, at the desk",
        &case(fox, "qqrefused post"),
        "qqrefused</mark> post",
    );
    things.add("the list of rules", "/watch", "qqheld");
    things.add("the form of one", &rule_of(&lark), "qqhelp");
}

/// The form of the newest rule.
fn rule_of(head: &Person<'_>) -> String {
    head.opens("/watch");
    let is_rule = |to: &String| to.strip_prefix("/watch/").is_some_and(|rest| rest.parse::<u32>().is_ok());
    head.look(|page| page.attributes("href").into_iter().find(is_rule)).unwrap()
}
