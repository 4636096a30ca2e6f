//! Rules for words: what becomes of a text in which one matches, who learns of it, and who keeps the rules.

use crate::harness::{Ask, HERON, Person, Site, number};
use courtyard::base::{Act, Duty};

/// The head makes a rule: the word, what follows, how serious it is.
pub fn rule(school: &Site, word: &str, follows: &str, serious: &str) {
    rule_with(school, word, follows, serious, |_| ());
}

/// As [`rule`], with more of the form filled in.
fn rule_with(school: &Site, word: &str, follows: &str, serious: &str, more: impl FnOnce(&Person<'_>)) {
    let head = school.head();
    let kind = if word.contains(' ') { "Phrase" } else { "Word" };
    head.opens("/watch/new").fills("Word or phrase", word).ticks(kind).ticks(follows).ticks(serious);
    more(&head);
    head.presses("Save").is_told(200).is_at("/watch");
}

fn cast(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"))
}

#[test]
fn what_a_rule_refuses_comes_back_whole_with_every_word_that_matched() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    rule(&school, "clot", "Do not take it", "Concern");
    rule(&school, "dunce", "Do not take it", "Information");
    mia.opens("/posts/new").fills("Your post", "You *clot*, you du\u{200b}nce, you clot").presses("Post");
    mia.is_told(422).holds("Your post", "You *clot*, you du\u{200b}nce, you clot");
    mia.sees("A word rule of this place matched: clot, du\u{200b}nce.").misses("reported");
    tom.opens("/everyone").misses("clot");
    mia.opens("/everyone").misses("clot");
    // Staff see what was not taken, and nobody else does.
    let owl = school.staff("Ms Owl", &[Duty::Settings]);
    fox.opens("/desk").sees("Not taken").sees("You *clot*");
    fox.follows("Post").sees("nobody else saw it").sees("Rule: clot").sees("Mia");
    let case = fox.look(|page| page.path.clone());
    for person in [&mia, &tom, &owl] {
        person.opens(&case).is_told(404).misses("clot");
    }
    fox.opens(&case).at("Rule: clot").presses("Right").is_at(&case).sees("clot");
    fox.fills("What you did", "Spoke with Mia").presses("Close").is_at("/desk").misses("Not taken");
    fox.opens(&case).sees("Spoke with Mia");
    assert_eq!(school.entries(Act::RefuseWords).len(), 1);
    assert!(school.entries(Act::AddPost).is_empty(), "nothing of the post is there");
    // What it says when it is changed passes the same door.
    let heron = mia.posts("A heron").to_everyone();
    mia.opens(&format!("{heron}/edit")).fills("Your post", "A clot of a heron").presses("Save").is_told(422);
    mia.holds("Your post", "A clot of a heron");
    tom.opens(&heron).sees("A heron").misses("clot");
}

#[test]
fn what_a_rule_refuses_without_concern_is_kept_and_brought_before_nobody() {
    let school = Site::school();
    let (mia, _, fox) = cast(&school);
    rule(&school, "dunce", "Do not take it", "Information");
    mia.opens("/posts/new").fills("Your post", "dunce").presses("Post").is_told(422);
    fox.opens("/desk").misses("Not taken").misses("dunce");
    let count = "SELECT count(*) FROM seen_watch_count";
    assert_eq!(school.read(|look| look.number(count, [])), 1);
}

#[test]
fn what_a_rule_holds_waits_until_staff_let_it_through() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    rule(&school, "bring a knife", "Let it wait", "Urgent");
    let post = mia.posts("Tomorrow I bring  a knife").to_everyone();
    mia.opens(&post).sees("Waiting for teachers");
    tom.opens(&post).is_told(404);
    let mut everyone = tom.opens("/everyone").misses("knife").listens();
    fox.opens("/desk").sees("Held by a word rule").misses("Waits to be seen");
    fox.opens(&format!("/desk/items/{}", number(&post))).sees("Rule: bring a knife").misses("Possible match");
    school.releases(&post);
    everyone.hears("Tomorrow I bring");
    fox.opens("/desk").misses("knife");
    mia.opens("/notices").sees("can be seen now").misses("reported");
    // An edit is looked at anew.
    mia.opens(&format!("{post}/edit")).fills("Your post", "We bring a KNIFE").presses("Save");
    mia.sees("Waiting for teachers");
    tom.opens(&post).is_told(404);
    fox.opens("/desk").sees("We bring a KNIFE");
}

#[test]
fn what_a_rule_flags_can_be_seen_and_its_author_notices_nothing() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    rule(&school, "clot", "Bring it before staff", "Concern");
    rule(&school, "villain", "Bring it before staff", "Urgent");
    rule(&school, "twit", "Bring it before staff", "Information");
    let first = mia.posts("You clot").to_everyone();
    let comment = tom.comments_on(&first, "What a v1llain");
    let last = mia.posts("twit twoo").to_everyone();
    tom.opens("/everyone").sees("You clot").misses("word rule");
    mia.opens(&first).sees("You clot").misses("Waiting").misses("word rule").misses("Possible");
    // By severity, then by age.
    fox.opens("/desk");
    let rows: Vec<usize> = ["What a v1llain", "You clot", "twit twoo"]
        .iter()
        .map(|text| fox.look(|page| page.words.find(text).unwrap()))
        .collect();
    assert!(rows.is_sorted(), "{rows:?}");
    fox.sees("Possible match");
    fox.opens(&format!("/desk/items/{}", number(&comment))).sees("Rule: villain").sees("Possible match");
    fox.presses("Harmless").sees("v1llain");
    fox.decides(&comment, "Keep");
    fox.opens(&format!("/desk/items/{}", number(&first)));
    assert!(
        fox.look(|page| page.source.contains("You <mark>clot</mark>")),
        "its place is marked in the text"
    );
    fox.takes_away(&first, "It was mean to somebody", "");
    fox.opens("/desk").misses("v1llain").misses("You clot").sees("twit twoo");
    tom.opens("/notices").misses("Ms Fox").misses("reported");
    mia.opens("/notices").sees("removed your post").misses("reported");
    mia.opens(&format!("/desk/items/{}", number(&last))).is_told(404);
}

#[test]
fn what_a_rule_covers_others_see_as_squares_wherever_it_is_shown() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    rule(&school, "bother", "Cover the word", "Information");
    let post = mia.posts("Oh b**oth**er this").to_everyone();
    let comment = mia.comments_on(&post, "Bother again");
    mia.opens(&post).sees("Oh bother this").sees("Bother again").sees("Others see ■");
    for person in [&tom, &fox] {
        person.opens(&post).sees("Oh ■■■■■■ this").sees("■■■■■■ again");
        person.misses("bother").misses("Bother").misses("both").misses("Others see");
        person.opens("/everyone").sees("Oh ■■■■■■ this").misses("both");
        person.opens("/search?q=again").misses("Bother");
    }
    fox.opens("/desk").misses("other");
    mia.opens(&format!("{post}/edit")).holds("Your post", "Oh b**oth**er this");
    mia.fills("Your post", "Oh dear").presses("Save").misses("Others see ■ in place of some of it. Oh");
    tom.opens(&format!("{post}/history")).sees("■■■■■■").misses("both");
    mia.opens(&format!("{post}/history")).sees("bother");
    assert!(!comment.is_empty());
    // It is undone with the rule.
    school.head().opens("/watch").presses("Switch off");
    tom.opens(&post).sees("Bother again");
}

#[test]
fn who_may_need_help_is_shown_with_whom_to_talk_and_only_safeguard_is_told() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    let dove = school.staff("Ms Dove", &[Duty::Safeguard]);
    rule(&school, "want to disappear", "Offer help", "Urgent");
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Some days I want to disappear");
    mia.sees("Some days I want to disappear").sees("You are not alone").sees("Tell teachers");
    mia.opens("/").opens(&talk).sees("You are not alone");
    tom.opens(&talk).sees("Some days I want to disappear").misses("You are not alone");
    let message = tom.look(|page| page.attributes("data-item").pop()).unwrap();
    fox.opens("/desk").misses("May need help").misses("disappear");
    fox.opens(&format!("/desk/items/{message}")).is_told(404);
    dove.opens("/desk").sees("May need help").sees("want to disappear").follows("Message");
    let case = dove.look(|page| page.path.clone());
    dove.sees("Only who holds Safeguard sees this.").sees("Mia");
    for person in [&mia, &tom, &fox] {
        person.opens(&case).is_told(404).misses("disappear");
    }
    dove.opens(&case).fills("What you did", "Talked").presses("Close").is_at("/desk").misses("May need help");
    dove.opens("/desk/done").is_told(404);
}

#[test]
fn a_flagged_message_is_before_staff_with_what_stands_round_it_and_nothing_else_of_the_talk() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    rule(&school, "clot", "Bring it before staff", "Concern");
    mia.befriends(&tom);
    let talk = mia.writes_to(&tom, "Hello Tom");
    let ana = school.pupil("Ana");
    ana.befriends(&tom);
    ana.writes_to(&tom, "Only for Tom");
    fox.opens("/desk").misses("Hello Tom");
    mia.writes_in(&talk, "you clot");
    let message = mia.look(|page| page.attributes("data-item").pop()).unwrap();
    tom.opens(&talk).sees("you clot");
    fox.opens("/desk").sees("you clot");
    fox.opens(&format!("/desk/items/{message}")).sees("you clot").sees("Hello Tom").misses("Only for Tom");
    mia.opens(&talk).misses("word rule");
}

#[test]
fn what_staff_write_is_only_ever_brought_before_staff() {
    let school = Site::school();
    let (mia, _, fox) = cast(&school);
    rule(&school, "clot", "Do not take it", "Urgent");
    rule(&school, "knife", "Let it wait", "Urgent");
    rule(&school, "bother", "Cover the word", "Information");
    let post = fox.posts("A blood clot, a knife, a bother").to_everyone();
    mia.opens(&post).sees("A blood clot, a knife, a bother");
    fox.opens(&post).misses("Others see").misses("Waiting");
    let owl = school.staff("Mr Crow", &[Duty::Moderate]);
    owl.opens("/desk").sees("A blood clot");
}

#[test]
fn innocent_words_pass_and_evasions_do_not() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    rule_with(&school, "ass", "Do not take it", "Concern", |head| {
        head.fills("Exceptions", "jack ass\nass's milk");
    });
    for fine in [
        "The grass in class",
        "Essex and Scunthorpe",
        "a cocktail for Dickens",
        "Cleopatra bathed in ass's milk",
    ] {
        mia.posts(fine).to_everyone();
    }
    fox.opens("/desk").misses("Essex");
    for caught in ["ass", "ＡＳＳ", "a\u{ad}ss", "a**s**s", "#BigAss", "[as](/x)s"] {
        mia.opens("/posts/new").fills("Your post", caught).presses("Post").is_told(422);
    }
    // Less sure ones appear, and staff look at them.
    for likely in ["a$$", "a s s now", "asssss"] {
        mia.posts(likely).to_everyone();
        fox.opens("/desk").sees(likely).sees("Possible match");
    }
    tom.opens("/everyone").sees("a$$");
}

#[test]
fn only_who_keeps_the_house_rules_opens_the_rules_for_words() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    rule(&school, "clot", "Do not take it", "Concern");
    let owl = school.staff("Ms Owl", &[Duty::Settings]);
    owl.opens("/admin").follows("Rules for words").is_told(200).sees("1 rule in all");
    let edit = owl.look(|page| {
        page.attributes("href")
            .into_iter()
            .find(|to| to.starts_with("/watch/") && to != "/watch/new")
            .unwrap()
    });
    for person in
        [&mia, &tom, &fox, &school.staff("Mr Plum", &[Duty::Audit, Duty::Safeguard, Duty::Accounts])]
    {
        for path in ["/watch", "/watch/new", edit.as_str()] {
            person.opens(path).is_told(404).misses("clot");
        }
    }
    fox.opens("/posts/new");
    let token = fox.token();
    let fields = [("same_site", token.as_str()), ("on", "no")];
    assert_eq!(fox.asks(&Ask::post(&format!("{edit}/switch"), &fields)).status, 404);
    assert_eq!(fox.asks(&Ask::post(&format!("{edit}/remove"), &fields)).status, 404);
    mia.opens("/posts/new").fills("Your post", "clot").presses("Post").is_told(422);
}

#[test]
fn a_rule_is_tried_switched_changed_and_taken_away() {
    let school = Site::school();
    let (mia, _, _) = cast(&school);
    let head = school.head();
    head.opens("/watch/new").fills("Word or phrase", "cl*t").ticks("Word").fills("Languages", "english");
    head.presses("Save").is_told(422).sees("A * stands only").holds("Word or phrase", "cl*t");
    head.opens("/watch/new").fills("Word or phrase", "clot").ticks("Do not take it");
    head.fills("Try it on a text", "Clots, a cl0t and a *clot*").presses("Try").is_told(200);
    head.sees("1 match.").sees("1 possible match.");
    let marked = head.look(|page| page.source.matches("<mark>").count());
    assert_eq!(marked, 2);
    head.holds("Word or phrase", "clot");
    mia.posts("clot").to_everyone();
    head.presses("Save").sees("It would have matched in 1 text.").presses("Save").sees("1 rule in all");
    mia.opens("/posts/new").fills("Your post", "clot").presses("Post").is_told(422);
    head.opens("/watch/new").fills("Word or phrase", "CLOT").ticks("Do not take it").presses("Save");
    head.presses("Save").is_told(422).sees("There is such a rule already");
    head.opens("/watch").presses("Switch off");
    mia.posts("clot again").to_everyone();
    head.opens("/watch?state=on").sees("No rule fits").opens("/watch?words=lot").sees("clot");
    head.presses("Switch on").follows("Change").fills("Word or phrase", "dunce").presses("Save");
    mia.posts("clot once more").to_everyone();
    mia.opens("/posts/new").fills("Your post", "dunce").presses("Post").is_told(422);
    head.opens("/watch").follows("Change").presses("Take the rule away").sees("No rules yet");
    mia.posts("dunce").to_everyone();
    for act in [Act::AddWatchRule, Act::EditWatchRule, Act::RemoveWatchRule] {
        assert!(!school.entries(act).is_empty(), "{act}");
    }
}

#[test]
fn a_rule_ends_with_its_last_day_and_is_for_where_it_says() {
    let school = Site::school_with_clock();
    let (mia, _, _) = cast(&school);
    rule_with(&school, "clot", "Do not take it", "Concern", |head| {
        head.ticks("Comment").fills("Last day", "2025-03-03");
    });
    let post = mia.posts("A clot").to_everyone();
    mia.opens(&post).fills("Write a comment", "clot").presses("Send").is_told(422);
    school.waits_ms(24 * 60 * 60 * 1000);
    school.known("Mia", "mia", mia.id).comments_on(&post, "clot");
}

#[test]
fn a_description_a_name_of_a_talk_and_a_profile_pass_the_same_door() {
    let school = Site::school();
    let (mia, tom, fox) = cast(&school);
    rule(&school, "clot", "Do not take it", "Concern");
    rule(&school, "knife", "Let it wait", "Concern");
    rule(&school, "twit", "Bring it before staff", "Concern");
    mia.opens("/posts/new").fills("Your post", "Look").attaches_with_words(HERON, "a clot");
    mia.presses("Post").is_told(422);
    mia.opens("/my/profile").fills("About me", "I am a clot").presses("Save").is_told(422);
    mia.holds("About me", "I am a clot");
    mia.opens("/my/profile").fills("About me", "I like my knife").presses("Save").is_told(422);
    mia.sees("It cannot wait for staff here");
    mia.opens("/my/profile").fills("About me", "I am a twit").presses("Save").is_told(200);
    fox.opens("/desk").sees("Profile").sees("I am a twit");
    mia.shares_with(&tom);
    tom.opens("/people/mia").misses("knife").misses("clot");
}

#[test]
fn what_a_rule_would_have_matched_is_shown_before_it_is_saved() {
    let school = Site::school();
    let (mia, tom, _) = cast(&school);
    mia.befriends(&tom);
    mia.posts("A clot of mud").to_everyone();
    mia.posts("clot for contacts").to_contacts();
    mia.writes_to(&tom, "clot in private");
    let first = mia.posts("A cl0t perhaps").to_everyone();
    let owl = school.staff("Ms Owl", &[Duty::Settings]);
    owl.opens("/watch/new").fills("Word or phrase", "clot").ticks("Do not take it").presses("Save");
    owl.is_told(200)
        .sees("It would have matched in 2 texts.")
        .sees("Nothing is saved yet.")
        .sees("Possible match");
    owl.sees("A clot of mud").misses("clot for contacts").misses("clot in private");
    owl.look(|page| assert!(page.attributes("href").contains(&first), "a sample leads to its place"));
    mia.posts("clot once more").to_everyone();
    // Another pattern is looked back for anew; the same one is saved.
    owl.fills("Word or phrase", "mud")
        .presses("Save")
        .sees("It would have matched in 1 text.")
        .sees("A clot of mud");
    owl.presses("Save").is_at("/watch").sees("1 rule in all");
    mia.opens("/posts/new").fills("Your post", "mud").presses("Post").is_told(422);
    // What only changes what follows needs no look back.
    owl.follows("Change").ticks("Urgent").presses("Save").is_at("/watch");
}

#[test]
fn a_table_comes_in_whole_or_with_every_error_and_goes_out_as_it_was() {
    let school = Site::school();
    let (mia, _, fox) = cast(&school);
    let head = school.head();
    let wrong = "pattern,kind,action,severity,category,languages,exceptions,note\n\
                 clot,word,block,2,bullying,en,,\nab,anywhere,hold,9,other,,,\n";
    head.opens("/watch/table").fills("Or paste it here", wrong).presses("Take in").is_told(422);
    head.sees("Line 3: severity").sees("Line 3: pattern").misses("Line 2").holds("Or paste it here", wrong);
    head.opens("/watch").sees("No rules yet");
    let table = "pattern,kind,action,severity,category,languages,exceptions,note\n\
                 clot,word,block,2,bullying,en,blood clot|clot of milk,=a note\n'@home,word,flag,1,other,en|es,,\n";
    head.opens("/watch/table").attaches_file("rules.csv", "text/csv", table.as_bytes().to_vec());
    head.ticks("Switch new rules on").presses("Take in").is_at("/watch").sees("2 rules in all");
    mia.opens("/posts/new").fills("Your post", "clot").presses("Post").is_told(422);
    mia.posts("a blood clot").to_everyone();
    head.opens("/watch/table").presses("Download").is_told(200);
    let file = head.look(|page| page.source.clone());
    let rows: Vec<&str> = file.split("\r\n").collect();
    assert_eq!(rows[1], "clot,word,block,2,bullying,en,blood clot|clot of milk,'=a note");
    assert_eq!(rows[2], "'@home,word,flag,1,other,en|es,,");
    // The same again changes nothing but what it says.
    let again = file.replace(",2,bullying,", ",3,threats,");
    head.opens("/watch/table").fills("Or paste it here", &again).presses("Take in").is_at("/watch");
    head.sees("2 rules in all").sees("Urgent").sees("Threats");
    for act in [Act::ImportWatchRules, Act::ExportWatchRules] {
        assert!(!school.entries(act).is_empty(), "{act}");
    }
    assert_eq!(fox.status_of("/watch/table"), 404);
}

#[test]
fn a_list_that_comes_with_the_box_does_nothing_until_it_is_switched_on() {
    let school = Site::school();
    let (mia, _, _) = cast(&school);
    let head = school.head();
    head.opens("/watch/table").presses("English").is_at("/watch").sees("Switched off");
    mia.posts("loser").to_everyone();
    head.opens("/desk").misses("loser");
    let count = |person: &Person<'_>| {
        person.opens("/watch").look(|page| {
            page.words.split(" rules in all").next().unwrap().rsplit(' ').next().unwrap().to_owned()
        })
    };
    let before = count(&head);
    head.opens("/watch/table").presses("English").is_at("/watch");
    assert_eq!(count(&head), before, "what is there already stays");
    head.opens("/watch?words=loser").presses("Switch on");
    let post = mia.posts("what a loser").to_everyone();
    head.opens("/desk").sees("what a loser");
    assert!(!post.is_empty());
}

#[test]
fn a_rule_that_is_seldom_right_suggests_its_own_end() {
    let school = Site::school();
    let (mia, _, fox) = cast(&school);
    rule(&school, "twit", "Bring it before staff", "Information");
    let mut last = String::new();
    for number in 0..3 {
        last = mia.posts(&format!("twit twoo {number}")).to_everyone();
    }
    // Forty-seven more, as staff would have judged them.
    school.write(Act::JudgeWatch, |change| {
        change.run(
            "INSERT INTO watch_hit (rule_id, account_id, surface, part, from_char, to_char, words, effect, possible, made_at, day, verdict, verdict_by)
             SELECT 1, 1, 'post', 0, 0, 1, 'twit', 'flag', 0, 0, -100, 'wrong', 1
             FROM (WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 49) SELECT i FROM n)",
            [],
        )
    });
    school.head().opens("/watch").misses("Seldom right").sees("3, 3, 3");
    fox.opens(&format!("/desk/items/{}", number(&last))).presses("Wrong");
    school
        .head()
        .opens("/watch")
        .sees("Seldom right")
        .follows("Change")
        .sees("0 of 50 right, 50 wrong")
        .sees("Think about ending this rule");
}
