//! People who are kept apart, on pages that stay open: nothing of what one of them does reaches the other, not even that
//! something happens; and it begins and ends at once.

use crate::harness::{Ask, FOX, HERON, Listener, Person, Site, number};
use courtyard::base::{Act, Duty};
use courtyard::db::params;

/// Ana and Ben, who know each other; Cleo, who knows both; and where all three meet.
struct House<'s> {
    school: &'s Site,
    ana: Person<'s>,
    ben: Person<'s>,
    cleo: Person<'s>,
    lark: Person<'s>,
    group: i64,
    many: String,
}

fn house(school: &Site) -> House<'_> {
    let head = school.head();
    head.opens("/admin/rules").ticks("Everybody").ticks("People see who has read their messages");
    head.ticks("People see who is here and who is typing").presses("Save").is_told(200);
    let [ana, ben, cleo] = ["Ana", "Ben", "Cleo"].map(|name| school.pupil(name));
    for (one, other) in [(&ana, &ben), (&ana, &cleo), (&ben, &cleo)] {
        one.befriends(other);
    }
    let group = school.has_a_group("Class 5B", &[&ana, &ben, &cleo]);
    ana.opens("/chat/new").ticks("Ben").ticks("Cleo").presses("Begin").is_told(200);
    let many = here(&ana);
    let lark = school.staff("Ms Lark", &[Duty::Safeguard]);
    House { school, ana, ben, cleo, lark, group, many }
}

/// The path of the page that is open.
fn here(person: &Person<'_>) -> String {
    person.look(|page| page.path.split(['?', '#']).next().unwrap_or_default().to_owned())
}

/// One page that listens to all that these pages listen to, and shows what they show; and to whether somebody is here.
fn listens<'s>(person: &Person<'s>, paths: &[&str], here: &Person<'_>) -> Listener<'s> {
    let (mut topics, mut marks) = (vec![format!("presence/{}", here.id)], serde_json::Map::new());
    let mut since = String::new();
    for path in paths {
        person.opens(path).is_told(200);
        let (listened, shown) = person.look(|page| (page.meta("live-topics"), page.meta("live-marks")));
        topics.extend(listened.split(' ').map(str::to_owned));
        marks.extend(serde_json::from_str::<serde_json::Map<_, _>>(&shown).unwrap_or_default());
        since = person.look(|page| page.meta("live-since"));
    }
    topics.sort_unstable();
    topics.dedup();
    let topics: Vec<&str> = topics.iter().map(String::as_str).collect();
    person.listens_having(&topics, since.parse().unwrap(), marks.into())
}

/// Two who listen to the same: Ben, who is to hear nothing, and Cleo, who hears what there is to hear.
struct Scene<'s> {
    bell: Person<'s>,
    of_ben: Listener<'s>,
    of_cleo: Listener<'s>,
    rung: usize,
}

impl Scene<'_> {
    /// Cleo hears this of what Ana just did, and Ben nothing at all until somebody else does something.
    #[track_caller]
    fn only_cleo_hears(&mut self, words: &str) {
        self.of_cleo.hears(words);
        self.rung += 1;
        let rings = format!("bell {} rings", self.rung);
        self.bell.posts(&rings).to_everyone();
        self.of_cleo.hears(&rings);
        for message in self.of_ben.hears_each(&rings) {
            assert!(message.contains("bell "), "Ben hears something where Cleo hears “{words}”: {message}");
        }
    }
}

/// Where all three can look, made by Cleo and by staff.
struct Places {
    post: String,
    poll: String,
    event: String,
    album: String,
    photo: String,
}

fn places(house: &House<'_>) -> Places {
    let House { school, cleo, group, .. } = house;
    let post = cleo.posts("Cleo asks").to_everyone();
    cleo.opens("/posts/new").fills("Your post", "Which?").fills("Answer 1", "cats").fills("Answer 2", "dogs");
    cleo.ticks("Everyone").presses("Post").is_told(200);
    let newest = cleo.look(|page| page.attributes("data-item"));
    let poll = format!("/posts/{}", newest.iter().filter_map(|id| id.parse::<i64>().ok()).max().unwrap());
    for person in [cleo, &house.ben] {
        person.opens(&poll).ticks("dogs").presses("Vote").is_told(200);
    }
    let fox = school.staff("Ms Fox", &[]);
    fox.opens("/events/new").fills("Title", "School play").fills("Day", "2031-03-05").ticks("Everyone");
    fox.presses("Make the event").is_told(200);
    let event = here(&fox);
    cleo.opens(&format!("/groups/{group}")).follows("Photos").follows("New album").fills("Title", "Our trip");
    cleo.presses("Make the album").is_told(200);
    let album = here(cleo);
    let photo = puts(cleo, &album, HERON, "A heron");
    Places { post, poll, event, album, photo }
}

fn puts(person: &Person<'_>, album: &str, photo: (&str, [u8; 3]), words: &str) -> String {
    person.opens(album).attaches_with_words(photo, words).presses("Send photos").is_told(200);
    let files = person.look(|page| page.attributes("src"));
    files.iter().filter_map(|src| src.strip_suffix("/small")).next_back().unwrap().to_owned()
}

#[test]
fn nothing_that_one_does_reaches_the_open_pages_of_the_other() {
    let school = Site::school();
    let house = house(&school);
    let House { ana, ben, cleo, lark, group, many, .. } = &house;
    let Places { post, poll, event, album, photo } = places(&house);
    ben.writes_in(many, "Ben waits");
    let two = ben.writes_to(cleo, "Ben asks");
    lark.keeps_apart(ana, ben);
    let files = format!("/groups/{group}/files");
    let paths = [
        "/everyone",
        &post,
        &poll,
        &event,
        "/events",
        &album,
        &photo,
        &files,
        "/chat",
        many,
        &two,
        "/notices",
    ];
    let mut of_ben = listens(ben, &paths, ana);
    cleo.writes_in(many, "Cleo waits");
    // What Ben hears of Cleo: what she said, that she has read what he said, that there is something to read.
    let mut of_it = ["Cleo waits", "Seen by Cleo", "1 conversation with something new"].to_vec();
    while let Some(first) = of_it.first() {
        let heard = of_ben.hears(first);
        of_it.retain(|words| !heard.contains(words));
    }
    // That she has read it may come twice. It is told before what she reads later elsewhere.
    cleo.opens(&two).sees("Ben asks");
    of_ben.hears(">Seen</a>");
    let of_cleo = listens(cleo, &paths, ana);
    of_ben.hears(&format!("presence-{}", cleo.id)); // that she is here
    let mut scene = Scene { bell: school.pupil("Bell"), of_ben, of_cleo, rung: 0 };

    ana.posts("Ana hums").to_everyone();
    scene.only_cleo_hears("Ana hums");
    ana.comments_on(&post, "Ana mutters");
    scene.only_cleo_hears("Ana mutters");
    ana.opens(&post).presses("Heart").is_told(200);
    scene.only_cleo_hears("Heart");
    ana.opens(&poll).ticks("cats").presses("Vote").is_told(200);
    scene.only_cleo_hears("3 people voted");
    ana.opens(&event).presses("I come").is_told(200);
    scene.only_cleo_hears("1 comes");
    let fox = puts(ana, &album, FOX, "Ana's fox");
    scene.only_cleo_hears(&fox);
    ana.comments_on(&photo, "Ana whispers");
    scene.only_cleo_hears("Ana whispers");
    ana.opens(&photo).presses("Heart").is_told(200);
    scene.only_cleo_hears("Heart");
    ana.opens(&files).follows("Put a file here").fills("What it is", "A plan");
    ana.attaches_file("ana.txt", "text/plain", b"A plan".to_vec()).presses("Put it here").is_told(200);
    scene.only_cleo_hears("action=\"refresh\"");

    // In the conversation: that Ana has read it, what she says, that she is here, that she
    // types, what she calls it.
    ana.opens(many).sees("Cleo waits").misses("Ben waits");
    scene.only_cleo_hears("Seen by Ana");
    ana.writes_in(many, "Ana sings");
    scene.only_cleo_hears("Ana sings");
    let mut of_ana = ana.opens(many).listens();
    scene.only_cleo_hears("Here now");
    of_ana.types(&many[1..]);
    scene.only_cleo_hears("Ana is typing");
    ana.opens(&format!("{many}/about"))
        .fills("Name of the conversation", "Ana's walk")
        .presses("Save")
        .is_told(200);
    scene.only_cleo_hears("talk-anew");
    drop(of_ana);
    ben.opens(many).misses("walk").misses("Ana").sees("Cleo waits");
    cleo.opens(many).sees("Ana's walk");
}

#[test]
fn it_begins_and_ends_at_once_on_open_pages_and_for_who_comes_into_a_group() {
    let school = Site::school();
    let house = house(&school);
    let House { ana, ben, cleo, lark, many, .. } = &house;
    let two = ana.writes_to(ben, "Meet me at the gate");
    ana.writes_in(many, "Ana sings");
    let mut of_ben = ben.opens(many).listens();
    let mut with_ana = ben.opens(&two).listens();
    let mut of_cleo = cleo.opens(many).listens();
    let apart = lark.keeps_apart(ana, ben);
    of_ben.hears("action=\"refresh\"");
    with_ana.hears("refresh");
    ben.opens(many).misses("Ana sings");
    cleo.writes_in(many, "Cleo waits");
    let heard = of_cleo.hears("Cleo waits");
    assert!(!heard.contains("refresh"), "nobody else learns of it: {heard}");
    let mut of_ben = ben.opens(many).listens();
    lark.opens(&apart).fills("Why does it end?", "The order was lifted").presses("End it now").is_told(200);
    of_ben.hears("action=\"refresh\"");
    ben.opens(&two).sees("Meet me at the gate");

    // Dan comes into a wing whose people are kept from Ben.
    let (dan, wing) = (school.pupil("Dan"), school.has_a_group("Wing North", &[ana]));
    lark.opens("/apart/new").fills("The other person", "ben").chooses("Or one group", "Wing North");
    lark.ticks("Another reason").presses("Keep them apart").is_told(200);
    let (mut of_ben, mut of_dan) = (ben.opens("/everyone").listens(), dan.opens("/everyone").listens());
    let head = school.head();
    head.opens(&format!("/groups/{wing}/people")).fills("Or paste sign-in names", "dan");
    head.presses("Add to the group").is_told(200);
    of_ben.hears("action=\"refresh\"");
    of_dan.hears("action=\"refresh\"");
    dan.opens("/people/ben").is_told(404);
}

#[test]
fn what_one_called_a_conversation_and_its_picture_are_not_the_others_to_see() {
    let school = Site::school();
    let house = house(&school);
    let House { ana, ben, cleo, lark, many, .. } = &house;
    let about = format!("{many}/about");
    ana.opens(&about).fills("Name of the conversation", "Marzipan").presses("Save").is_told(200);
    ana.opens(&about).attaches(HERON).presses("Save").is_told(200);
    school.head().opens("/admin/rules").ticks("Messages may carry documents").presses("Save").is_told(200);
    ana.opens(many).attaches_to("Add documents", "marzipan.txt", b"A plan").presses("Send").is_told(200);
    let start = format!("{many}/picture/");
    let of = |person: &Person<'_>| {
        person.opens(many).look(|page| page.attributes("src").into_iter().find(|src| src.starts_with(&start)))
    };
    let picture = of(ben).unwrap();
    let document =
        ben.look(|page| page.attributes("href")).into_iter().find(|to| to.ends_with("/fetch")).unwrap();
    assert_eq!((ben.status_of(&picture), ben.status_of(&document)), (200, 200));
    lark.keeps_apart(ana, ben);
    lark.sees("The conversation Marzipan");
    assert_eq!(of(ben), None);
    assert_eq!((ben.status_of(&picture), ben.status_of(&document)), (404, 404));
    for path in [many.as_str(), "/chat", "/chat/find?q=marzipan", "/my/archive"] {
        ben.opens(path).is_told(200).misses("Marzipan").misses("marzipan.txt");
    }
    assert_eq!(of(cleo), Some(picture));
    cleo.sees("Marzipan").sees("marzipan.txt");
    // Named anew by somebody else, both see it.
    let (talk, leader) = (number(many).parse::<i64>().unwrap(), cleo.id);
    let lead = "UPDATE participant SET leads = 1 WHERE conversation_id = ?1 AND account_id = ?2";
    school.write(Act::NoteChat, move |change| change.run(lead, params![talk, leader]));
    cleo.opens(&format!("{many}/about"))
        .fills("Name of the conversation", "Picnic")
        .presses("Save")
        .is_told(200);
    ben.opens(many).sees("Picnic");
    ana.opens(many).sees("Picnic");
}

#[test]
fn what_both_are_in_is_settled_by_staff_who_may_and_nothing_else_is() {
    let school = Site::school();
    let house = house(&school);
    let House { ana, ben, cleo, lark, many, group, .. } = &house;
    let two = ana.writes_to(ben, "Meet me at the gate");
    ana.opens("/chat/new").ticks("Ben").ticks("Cleo").fills("Name of the conversation", "Picnic");
    ana.presses("Begin").is_told(200);
    let picnic = here(ana);
    let of_others = cleo.writes_to(ben, "Are you there?");
    let hare = school.staff("Mr Hare", &[Duty::Safeguard, Duty::Accounts]);
    let apart = hare.keeps_apart(ana, ben);
    hare.sees("The group Class 5B").sees("The conversation Picnic").sees("A conversation of several people");
    hare.sees("Their own conversation").misses("Are you there").misses("Meet me");
    hare.follows("Who is in it").is_at(&format!("/groups/{group}/members"));
    lark.opens(&apart).sees("The group Class 5B");
    assert!(!lark.look(|page| page.source.contains("Who is in it")), "she could not open it");

    // What a script of one's own could send.
    let settles = |person: &Person<'_>, talk: &str, who: i64| {
        let (token, who) = (person.opens("/").token(), who.to_string());
        let fields = [("same_site", token.as_str()), ("talk", number(talk)), ("person", who.as_str())];
        person.asks(&Ask::post(&format!("{apart}/settle"), &fields)).status
    };
    let nothing = "/chat/99999".to_owned();
    let wrong =
        [(&two, ana.id), (&of_others, ben.id), (&picnic, cleo.id), (&picnic, hare.id), (&nothing, ana.id)];
    for (talk, who) in wrong {
        assert_eq!(settles(lark, talk, who), 404, "{talk} {who}");
    }
    assert_eq!(settles(cleo, &picnic, ana.id), 404);
    assert!(school.entries(Act::TakeFromChat).is_empty());

    let mut of_cleo = cleo.opens(&picnic).listens();
    let mut of_ana = ana.opens(&picnic).listens();
    assert_eq!(settles(lark, &picnic, ana.id), 303);
    of_ana.hears("(refresh)");
    of_cleo.hears("talk-anew");
    ana.opens(&picnic).is_told(404);
    cleo.opens(&format!("{picnic}/about")).misses("Ana").sees("Ben");
    ben.opens(&picnic).is_told(200).opens("/notices").misses("Picnic");
    assert_eq!(settles(lark, &picnic, ana.id), 404, "it is settled");
    lark.opens(&apart).misses("Picnic").fills("Why does it end?", "It is over").presses("End it now");
    assert_eq!(settles(lark, many, ana.id), 404, "nothing is settled for what is over");
}
