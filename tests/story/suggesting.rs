//! Names that are offered while one types: of people who could see it, and tags one sees.

use crate::harness::{Ask, Person, Site, number};

impl Person<'_> {
    /// The names that are offered for this address, in order.
    fn is_offered(&self, query: &str) -> Vec<String> {
        let answer = self.asks(&Ask::get(&format!("/suggest?{query}")));
        assert_eq!(answer.status, 200, "{query}");
        let text = answer.text();
        let names = text.split("data-name=\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned());
        names.collect()
    }
}

#[test]
fn contacts_come_first_then_the_same_group_then_others() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let (ana, bea, cleo) = (school.pupil("Tara Ana"), school.pupil("Tara Bea"), school.pupil("Tara Cleo"));
    mia.shares_with(&cleo);
    school.has_a_group("Class 5B", &[&mia, &bea]);
    assert_eq!(mia.is_offered("kind=people&q=tar"), ["@tara.cleo", "@tara.bea", "@tara.ana"]);
    assert_eq!(mia.is_offered("kind=people&q=bea"), ["@tara.bea"], "any part of a name");
    assert_eq!(mia.is_offered("kind=people&q="), ["@tara.cleo", "@tara.bea"], "only whom one knows");
    for nothing in ["kind=people&q=zzz", "kind=people&q=...", "kind=people&q=mia", "kind=x&q=%22%27*"] {
        assert!(mia.is_offered(nothing).is_empty(), "{nothing}");
    }
    mia.blocks(&ana);
    assert_eq!(mia.is_offered("kind=people&q=tar"), ["@tara.cleo", "@tara.bea"]);
    assert_eq!(school.stranger().status_of("/suggest?kind=people&q=tar"), 303);
}

#[test]
fn only_those_are_offered_who_could_see_the_post() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let (ana, bea, cleo) = (school.pupil("Tara Ana"), school.pupil("Tara Bea"), school.pupil("Tara Cleo"));
    mia.shares_with(&cleo);
    mia.shares_with(&ana);
    let aspect = mia.has_an_aspect("Birders", &[&ana]);
    let group = school.has_a_group("Class 5B", &[&mia, &bea]);
    let other = school.has_a_group("Class 6A", &[&cleo]);
    let offered = |audience: &str| mia.is_offered(&format!("kind=people&q=tara&{audience}"));
    assert_eq!(offered("audience=contacts"), ["@tara.ana", "@tara.cleo"]);
    assert_eq!(offered(&format!("audience=groups&groups={group}")), ["@tara.bea"]);
    assert!(offered(&format!("audience=groups&groups={other}")).is_empty(), "a group she is not in");
    assert_eq!(offered(&format!("audience=aspects&aspects={aspect}")), ["@tara.ana"]);
    assert!(bea.is_offered(&format!("kind=people&q=tara&audience=aspects&aspects={aspect}")).is_empty());
    assert!(offered("audience=only_me").is_empty());
}

#[test]
fn under_anothers_limited_post_nobody_learns_whom_else_it_reaches() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let (ana, bea, cleo) = (school.pupil("Tara Ana"), school.pupil("Tara Bea"), school.pupil("Tara Cleo"));
    for friend in [&ana, &bea] {
        mia.shares_with(friend);
    }
    let post = mia.posts("For friends").to_contacts();
    let offered = |person: &Person<'_>, name: &str| {
        person.is_offered(&format!("kind=people&q={name}&post={}", number(&post)))
    };
    assert_eq!(offered(&mia, "tara"), ["@tara.ana", "@tara.bea"]);
    assert_eq!(offered(&ana, "mia"), ["@mia"]);
    assert!(offered(&ana, "tara").is_empty(), "whom Mia shares with is hers to know");
    bea.comments_on(&post, "Nice");
    assert_eq!(offered(&ana, "tara"), ["@tara.bea"]);
    assert!(offered(&cleo, "mia").is_empty(), "Cleo does not see the post");
    let open = mia.posts("For all").to_everyone();
    let all = ana.is_offered(&format!("kind=people&q=tara&post={}", number(&open)));
    assert_eq!(all, ["@tara.bea", "@tara.cleo"]);
}

#[test]
fn tags_are_offered_from_what_one_sees() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    mia.posts("#birdsong and #birds").to_contacts();
    zoe.posts("#birthday").to_everyone();
    assert_eq!(tom.is_offered("kind=tags&q=bir"), ["#birds", "#birdsong", "#birthday"]);
    assert_eq!(zoe.is_offered("kind=tags&q=bir"), ["#birthday"]);
    assert!(tom.is_offered("kind=tags&q=").is_empty());
}

#[test]
fn the_fields_say_where_names_come_from() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    let post = mia.posts("Hello").to_everyone();
    mia.opens("/");
    assert!(mia.look(|page| page.attributes("data-suggest")).contains(&"/suggest".to_owned()));
    mia.opens(&post);
    let to = format!("/suggest?post={}", number(&post));
    assert!(mia.look(|page| page.attributes("data-suggest")).contains(&to));
    let comment = mia.comments_on(&post, "Mine");
    for form in [&post, &comment] {
        mia.opens(&format!("{form}/edit"));
        assert!(mia.look(|page| page.attributes("data-suggest")).contains(&to), "{form}");
    }
}
