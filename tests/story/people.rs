//! Who is here: accounts and slips, groups, contacts, aspects, blocks, profiles, all through their pages.

use crate::harness::{Ask, Person, Site};
use courtyard::base::{Act, Duty};

/// The one-time password of the slip that is open, and the sign-in name on it.
fn slip(maker: &Person<'_>, name: &str) -> (String, String) {
    let words = maker.look(|page| page.words_at(name));
    let password = words.split_whitespace().find(|word| {
        word.len() == 14
            && word.matches('-').count() == 2
            && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    });
    let username = name.to_lowercase().replace(' ', ".");
    (username, password.unwrap_or_else(|| maker.fails("finds no slip")).to_owned())
}

#[test]
fn a_new_pupil_comes_in_with_a_slip_and_chooses_her_own_password() {
    let school = Site::school();
    let fox = school.teacher("Ms Fox");
    fox.opens("/admin/people/new").fills("Name that others see", "Ana Berg").presses("Make account and slip");
    let (username, password) = slip(&fox, "Ana Berg");
    school.noted(Act::AddAccount, "account 3");

    let ana = school.stranger();
    ana.opens("/sign-in").fills("Sign-in name", &username).fills("Password", &password.to_lowercase());
    ana.presses("Sign in");
    if ana.look(|page| page.answer.status) == 422 {
        ana.opens("/sign-in")
            .fills("Sign-in name", &username)
            .fills("Password", &password)
            .presses("Sign in");
    }
    ana.is_at("/password")
        .fills("The password on your slip", &password)
        .fills("New password", "seven red foxes");
    ana.fills("New password, once more", "seven red foxes").presses("Set password").is_at("/");
    ana.opens("/people/ana.berg").sees("Ana Berg");
    school.pupil("Mia").opens("/admin/people/new").is_told(404);
}

#[test]
fn a_pasted_list_is_looked_at_first_and_made_whole() {
    let school = Site::school();
    let fox = school.teacher("Ms Fox");
    let list = "Ana Berg, ana.berg, Class 5B\nBo Lind, bo.lind, Class 5B\nCy Dahl";
    fox.opens("/admin/people/paste").fills("The list", list).presses("Look at it first");
    fox.sees("Ana Berg").sees("Class 5B");
    assert_eq!(school.entries(Act::AddAccounts).len(), 0, "nothing is made before it was looked at");
    fox.presses("Make").is_told(200).sees("Ana Berg").sees("Bo Lind").sees("Cy Dahl");
    let (username, password) = slip(&fox, "Bo Lind");
    let bo = school.stranger();
    bo.opens("/sign-in").fills("Sign-in name", &username).fills("Password", &password).presses("Sign in");
    bo.is_at("/password");
    school.head().opens("/groups").sees("Class 5B");
}

#[test]
fn a_list_with_a_broken_line_makes_nobody() {
    let school = Site::school();
    let fox = school.teacher("Ms Fox");
    school.pupil("Mia");
    fox.opens("/admin/people/paste")
        .fills("The list", "Ana Berg, ana\nOther Mia, mia\n, nameless")
        .presses("Look at it first");
    fox.sees("Somebody here has this sign-in name.").sees("The name is missing.");
    fox.opens("/people?q=Ana").misses("Ana Berg");
}

#[test]
fn nobody_gives_a_duty_they_lack_or_acts_above_themselves() {
    let school = Site::school();
    let (mia, hay) = (school.pupil("Mia"), school.staff("Mr Hay", &[Duty::Accounts]));
    hay.opens("/admin/people/new");
    let token = hay.token();
    for (role, duty) in [("owner", ""), ("staff", "audit"), ("staff", "moderate")] {
        let mut fields =
            vec![("same_site", token.as_str()), ("shown_name", "Eve"), ("username", "eve"), ("role", role)];
        if !duty.is_empty() {
            fields.push(("duties", duty));
        }
        let status = hay.asks(&Ask::post("/admin/people", &fields)).status;
        assert!(status == 403 || status == 422, "{role} {duty}: {status}");
    }
    let of_oneself =
        [format!("/admin/people/{}/sanctions", hay.id), format!("/admin/people/{}/standing", hay.id)];
    let above = ["/admin/people/1/standing", "/admin/people/1/sanctions", "/admin/people/1/password"];
    for path in of_oneself.iter().map(String::as_str).chain(above) {
        let mut fields = vec![("same_site", token.as_str()), ("standing", "left"), ("kind", "suspended")];
        fields.extend([("lasts", "day"), ("reason", "rude"), ("words", "No")]);
        let status = hay.asks(&Ask::post(path, &fields)).status;
        assert!(status == 403 || status == 404, "{path}: {status}");
    }
    hay.opens("/people?q=Eve").misses("/people/eve");
    hay.sets_about(&mia, "Suspended", "One day", "Come and talk to me.");
    mia.opens("/").is_at("/sign-in");
}

#[test]
fn a_group_is_made_filled_and_seen_by_its_members() {
    let school = Site::school();
    let (mia, zoe, fox) = (school.pupil("Mia"), school.pupil("Zoe"), school.teacher("Ms Fox"));
    fox.opens("/groups/new").fills("Name", "Class 5B").ticks("Class").presses("Save").sees("Class 5B");
    fox.opens("/groups/1/people")
        .fills("Or paste sign-in names", "mia")
        .presses("Add to the group")
        .is_told(200);
    mia.opens("/groups").follows("Class 5B").is_at("/groups/1").sees("Class 5B");
    mia.opens("/groups/1/members").sees("Mia");
    mia.opens("/notices").sees("Class 5B");
    for path in ["/groups/1", "/groups/1/members"] {
        zoe.opens(path).is_told(404).misses("Class 5B");
    }
    zoe.opens("/groups").misses("Class 5B");
    for path in ["/groups/new", "/groups/1/people"] {
        mia.opens(path).is_told(404);
    }
    mia.posts("Homework?").to_group("Class 5B");
    fox.opens("/groups/1/members").at("Mia").presses("Take out of the group");
    mia.opens("/groups/1").is_told(404).misses("Homework?");
}

#[test]
fn sharing_goes_one_way_until_it_goes_both() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.opens(&tom.profile()).presses("Add to contacts").sees("You share with them.");
    tom.opens("/notices").sees("Mia shares with you now");
    let of_tom = tom.posts("Only for contacts").to_contacts();
    mia.opens(&of_tom).is_told(404);
    tom.opens(&mia.profile())
        .sees("They share with you.")
        .presses("Add to contacts")
        .sees("You share with each other.");
    mia.opens(&of_tom).sees("Only for contacts");
    tom.presses("Stop sharing");
    mia.opens(&of_tom).is_told(404).misses("Only for contacts");
}

#[test]
fn an_aspect_is_mine_alone() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    for other in [&tom, &zoe] {
        mia.opens(&other.profile()).presses("Add to contacts");
    }
    mia.opens("/aspects").fills("Name", "Birders").presses("Add");
    mia.opens("/aspects/1/people").ticks("Tom").presses("Save");
    let heron = mia.posts("A heron!").to_aspect("Birders");
    tom.posts("A train!").to_everyone();
    mia.opens("/aspects/1").sees("Birders").sees("A train!");
    tom.opens(&heron).sees("A heron!").misses("Birders");
    zoe.opens(&heron).is_told(404);
    for path in ["/aspects/1", "/aspects/1/edit", "/aspects/1/people"] {
        tom.opens(path).is_told(404).misses("Birders");
    }
    mia.opens("/aspects/1/edit").presses("Delete");
    tom.opens(&heron).is_told(404).misses("A heron!");
    mia.opens(&heron).sees("A heron!");
}

#[test]
fn a_profile_has_a_part_for_all_and_a_part_for_those_one_shares_with() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.opens("/my/profile")
        .fills("Place", "Heron Island")
        .fills("About me", "I count birds")
        .presses("Save")
        .is_told(200);
    mia.opens(&tom.profile()).presses("Add to contacts");
    tom.opens(&mia.profile()).sees("Mia").sees("Heron Island").sees("I count birds");
    zoe.opens(&mia.profile()).sees("Mia").misses("Heron Island").misses("I count birds");
}

#[test]
fn a_block_by_its_page_ends_sharing_both_ways() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.opens(&tom.profile()).presses("Add to contacts");
    tom.opens(&mia.profile()).presses("Add to contacts");
    let of_mia = mia.posts("A heron!").to_contacts();
    tom.opens(&of_mia).sees("A heron!");
    mia.opens(&format!("{}/block", tom.profile())).presses("Block");
    tom.opens(&of_mia).is_told(404);
    tom.opens("/notices").misses("block");
    mia.opens("/my/blocks").sees("Tom").presses("Unblock");
    tom.opens(&of_mia).is_told(404).misses("A heron!");
    tom.opens("/my/blocks").misses("Mia");
}
