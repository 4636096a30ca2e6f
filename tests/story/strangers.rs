//! The walk over every route that was registered: who is turned away, and how little they learn.

use crate::harness::{Answer, Ask, HERON, Person, Site, number};
use courtyard::base::Duty;
use courtyard::web::{Gate, Route};
use std::collections::HashMap;

/// A school with one of everything that an address can name, made by people who are not asked about.
fn world(school: &Site) -> HashMap<&'static str, String> {
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let group = school.has_a_group("Class 5B", &[&mia, &tom]);
    let aspect = mia.has_an_aspect("Birders", &[]);
    let heron = mia.posts("A heron! #birds").with(HERON).to_group("Class 5B");
    let comment = tom.comments_on(&heron, "Mine!");
    tom.opens(&heron);
    let photo = tom.look(|page| page.attributes("src")).into_iter().find_map(|src| {
        src.strip_prefix("/photos/").and_then(|rest| rest.split('/').next().map(str::to_owned))
    });
    mia.opens("/albums/new").fills("Title", "A heron!").ticks("Groups").ticks("Class 5B");
    mia.presses("Make the album").is_told(200);
    let album = mia.look(|page| number(page.path.split('?').next().unwrap()).to_owned());
    let head = school.head();
    head.opens("/announcements/new")
        .fills("Title", "A heron drill")
        .presses("Put it on the board")
        .is_told(200);
    let announcement = head.look(|page| number(page.path.split('?').next().unwrap()).to_owned());
    head.opens("/events/new")
        .fills("Title", "A heron walk")
        .fills("Day", "2030-03-05")
        .presses("Make the event");
    let event = head.is_told(200).look(|page| number(page.path.split('?').next().unwrap()).to_owned());
    let pdf = b"%PDF-1.7\n%%EOF\n".to_vec();
    mia.opens(&format!("/groups/{group}/files/new")).attaches_file("heron.pdf", "application/pdf", pdf);
    mia.presses("Put it here").is_told(200);
    let file = mia.look(|page| page.attribute("heron.pdf", "data-item")).unwrap();
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "The heron is back");
    let message = tom.opens(&talk).look(|page| page.attributes("id"));
    let message = message.iter().find_map(|id| id.strip_prefix("message-")).unwrap().to_owned();
    crate::watching::rule(school, "wolf", "Do not take it", "Concern");
    mia.opens("/posts/new").fills("Your post", "A wolf!").presses("Post").is_told(422);
    head.opens("/admin/rules").ticks("Messages may carry documents").presses("Save").is_told(200);
    mia.opens(&talk).attaches_to("Add documents", "heron.txt", b"A heron").presses("Send").is_told(200);
    let links = mia.look(|page| page.attributes("href"));
    let document = links.iter().find_map(|link| link.strip_prefix("/documents/")?.strip_suffix("/fetch"));
    head.sets_about(&mia, "Note", "One day", "The heron is not yours.");
    head.opens("/desk/words/1").follows("Write to somebody about this");
    head.chooses("To whom", "Mia · it is about them").fills("What you write", "What about the heron?");
    let case = head.presses("Send").is_told(200).look(|page| page.path.split('/').nth(3).unwrap().to_owned());
    let apart = head.keeps_apart(&school.pupil("Yan"), &school.pupil("Zed"));
    let known = [
        ("watch", "1".into()),
        ("words", "1".into()),
        ("hits", "1".into()),
        ("apart", number(&apart).to_owned()),
        ("cases", case),
        ("talks", "1".into()),
        ("item", message.clone()),
        ("other", tom.id.to_string()),
        ("readings", "1".into()),
        ("holds", "1".into()),
        ("chat", number(&talk).to_owned()),
        ("conversation", number(&talk).to_owned()),
        ("messages", message),
        ("documents", document.unwrap().to_owned()),
        ("events", event),
        ("files", file),
        ("albums", album),
        ("archive", "1".into()),
        ("announcements", announcement),
        ("posts", number(&heron).to_owned()),
        ("comments", number(&comment).to_owned()),
        ("photos", photo.unwrap()),
        ("groups", group.to_string()),
        ("aspects", aspect.to_string()),
        ("people", mia.id.to_string()),
        ("report", number(&heron).to_owned()),
        ("worried", number(&heron).to_owned()),
        ("person", mia.id.to_string()),
        ("items", number(&heron).to_owned()),
        ("sessions", "1".into()),
        ("session", "1".into()),
        ("size", "medium".into()),
        ("username", "mia".into()),
        ("name", "birds".into()),
        ("tags", "birds".into()),
        ("tagged", "1".into()),
        ("audit", "1".into()),
        ("sheets", "1".into()),
        ("seq", "1".into()),
        ("book", "member".into()),
        ("picture", "0".repeat(64)),
        ("slips", "0123456789abcdef".into()),
        ("sanctions", "1".into()),
        ("appeals", "1".into()),
        ("word", "ABCD-EFGH".into()),
    ];
    known.into_iter().collect()
}

/// The address of a route in that world: each part by its own name, else by the word before it.
fn address(route: &Route, world: &HashMap<&'static str, String>) -> String {
    let mut before = "";
    let mut made = Vec::new();
    for part in route.path.split('/') {
        let named = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
        made.push(match named {
            None => part.to_owned(),
            Some(name) => {
                let found = world
                    .get(name)
                    .filter(|_| name != "name" || before == "tags")
                    .or_else(|| world.get(before));
                found.unwrap_or_else(|| panic!("say in `world` what {{{name}}} of {} is", route.path)).clone()
            }
        });
        before = part;
    }
    made.join("/")
}

fn ask(route: &Route, path: &str) -> Ask {
    if route.method == "GET" { Ask::get(path) } else { Ask::post(path, &[]) }
}

fn is_for_staff(gate: Gate) -> bool {
    !matches!(gate, Gate::Open | Gate::Setup | Gate::Choosing | Gate::Leaving | Gate::Member)
}

#[test]
fn every_route_turns_strangers_away() {
    let school = Site::school();
    let world = world(&school);
    let suspended = school.pupil("Sue");
    school.stands(&suspended, courtyard::base::Standing::Suspended);
    assert!(school.routes.len() > 60, "all routes are walked: {}", school.routes.len());
    for route in school.routes.iter().filter(|route| route.gate != Gate::Open) {
        let path = address(route, &world);
        for person in [&school.stranger(), &suspended] {
            let answer = person.asks(&ask(route, &path));
            let said = format!("{} {path} to {}", route.method, person.name);
            match answer.status {
                303 => assert!(
                    answer.header("location").starts_with("/sign-in"),
                    "{said}: {}",
                    answer.header("location")
                ),
                404 => assert_eq!(route.gate, Gate::Setup, "{said}"),
                other => panic!("{said}: {other}"),
            }
            learns_nothing(&answer, &said);
        }
    }
}

fn learns_nothing(answer: &Answer, said: &str) {
    let text = answer.text();
    for word in ["Mia", "heron", "5B", "Birders", "birds"] {
        assert!(!text.contains(word), "{said} tells of {word}");
    }
}

#[test]
fn what_is_for_staff_is_for_a_member_as_if_it_were_not_there() {
    let school = Site::school();
    let world = world(&school);
    let (zoe, plum) = (school.pupil("Zoe"), school.staff("Mr Plum", &[]));
    let everybody = [&zoe, &plum];
    // In a language of their own, since that too would tell one answer from another.
    for person in [&zoe, &plum] {
        person.opens("/my/preferences").chooses("Language", "Español").presses("Save").is_told(200);
    }
    let nothing = |person: &Person<'_>, method: &str| match method {
        "GET" => person.asks(&Ask::get("/there/is/no/such/page")),
        _ => person.asks(&Ask::post("/there/is/no/such/page", &[])),
    };
    let mut walked = 0;
    for route in school.routes.iter().filter(|route| is_for_staff(route.gate)) {
        let path = address(route, &world);
        // What is for all staff is there for one without a duty.
        let shut_to = if route.gate == Gate::Staff { &everybody[..1] } else { &everybody[..] };
        for person in shut_to {
            let (answer, nowhere) = (person.asks(&ask(route, &path)), nothing(person, route.method.as_str()));
            let said = format!("{} {path} to {}", route.method, person.name);
            assert_eq!((answer.status, nowhere.status), (404, 404), "{said}");
            assert_eq!(answer.text(), nowhere.text(), "{said}");
            let names = |answer: &Answer| {
                answer.headers.keys().map(|name| name.as_str().to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(names(&answer), names(&nowhere), "{said}");
        }
        walked += 1;
    }
    assert!(walked > 10, "{walked}");
}

#[test]
fn each_duty_opens_its_own_routes_and_no_other() {
    let school = Site::school();
    let world = world(&school);
    for (number, duty) in Duty::ALL.iter().enumerate() {
        let holder = school.staff(&format!("Staff {number}"), &[*duty]);
        for route in school.routes.iter().filter(|route| route.method == "GET") {
            let opens = match route.gate {
                Gate::Staff => true,
                Gate::Holds(needed) | Gate::HoldsSomewhere(needed) => needed == *duty,
                Gate::HoldsEither(one, other) | Gate::EitherSomewhere(one, other) => {
                    one == *duty || other == *duty
                }
                _ => continue,
            };
            let path = address(route, &world);
            let status = holder.status_of(&path);
            if !opens {
                assert_eq!(status, 404, "{path} to who holds {duty}");
            }
            assert!(status < 500, "{path} to who holds {duty}: {status}");
        }
    }
    let head = school.head();
    for route in school.routes.iter().filter(|route| route.method == "GET" && !route.path.contains('{')) {
        if is_for_staff(route.gate) {
            let status = head.status_of(route.path);
            assert!(status == 200 || status == 303, "{} to the owner: {status}", route.path);
        }
    }
}

#[test]
fn a_pupil_with_a_slip_gets_to_one_page() {
    let school = Site::school();
    let world = world(&school);
    let mia = school.pupil("Ana");
    let id = mia.id;
    school.write(courtyard::base::Act::ResetPassword, move |change| {
        change.run("UPDATE credential SET must_choose = 1 WHERE account_id = ?1", [id])
    });
    for route in &school.routes {
        if matches!(route.gate, Gate::Open | Gate::Setup | Gate::Choosing) {
            continue;
        }
        let answer = mia.asks(&ask(route, &address(route, &world)));
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/password"),
            "{} {}",
            route.method,
            route.path
        );
    }
}

#[test]
fn no_page_breaks_whatever_number_is_asked_for() {
    let school = Site::school();
    let head = school.head();
    for route in school.routes.iter().filter(|route| route.path.contains('{')) {
        for odd in
            ["0", "-1", "9223372036854775807", "99999999999999999999", "x", "%00", "%27", "a%2Fb", "..%2F.."]
        {
            let mut path = String::new();
            for part in route.path.split('/').skip(1) {
                path.push('/');
                path.push_str(if part.starts_with('{') { odd } else { part });
            }
            let answer = head.asks(&ask(route, &path));
            assert!(answer.status < 500, "{} {path}: {}", route.method, answer.status);
        }
    }
}

#[test]
fn a_page_is_not_left_by_an_odd_question() {
    let school = Site::school();
    let head = school.head();
    for route in school.routes.iter().filter(|route| route.method == "GET" && !route.path.contains('{')) {
        for odd in [
            "?before=-1",
            "?before=x&after=%FF",
            "?q=%25%5F%27&name=%00",
            "?a=b&a=b&&&=",
            "?after=99999999999999999999",
        ] {
            let status = head.status_of(&format!("{}{odd}", route.path));
            assert!(status < 500, "{}{odd}: {status}", route.path);
        }
    }
}

#[test]
fn every_page_leads_to_help_and_has_no_button_that_waits_for_a_script() {
    let school = Site::school();
    let world = world(&school);
    let mut walked = 0;
    for person in [&school.stranger(), &school.pupil("Ann"), &school.head()] {
        for route in school.routes.iter().filter(|route| route.method == "GET") {
            let path = address(route, &world);
            let answer = person.asks(&Ask::get(&path));
            let text = answer.text();
            if !answer.header("content-type").starts_with("text/html") || !text.contains("</html>") {
                continue;
            }
            walked += 1;
            let said = format!("{path} to {}", person.name);
            assert!(text.contains("href=\"/help\""), "{said}: no way to help");
            assert_eq!(text.matches("<h1").count(), 1, "{said}: one thing that the page is about");
            for form in text.split("<form").skip(1).filter_map(|form| form.split("</form>").next()) {
                let posts = form.split('>').next().is_some_and(|tag| tag.contains("method=\"post\""));
                assert!(!posts || form.contains("name=\"same_site\""), "{said}: {form}");
            }
            let without_patterns = text.split("<template").enumerate().map(|(place, piece)| match place {
                0 => piece,
                _ => piece.split_once("</template>").map_or("", |(_, rest)| rest),
            });
            for tag in without_patterns.flat_map(|piece| piece.split("<button").skip(1)) {
                let tag = tag.split('>').next().unwrap_or_default();
                let waits = tag.contains("type=\"button\"") && !tag.contains(" hidden");
                assert!(!waits, "{said}: <button{tag}> does nothing without a script");
            }
        }
    }
    assert!(walked > 60, "{walked} pages");
}
