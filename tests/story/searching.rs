//! Finding things again: what one may see, in any script, and nothing else.

use crate::harness::{FOX, HERON, Person, Site, escaped, number};
use courtyard::base::Approval;

impl Person<'_> {
    /// Types into the box for searching and presses Enter.
    fn searches(&self, words: &str) -> &Self {
        self.opens(&format!("/search?q={}", escaped(words)))
    }
}

/// Mia shares with Tom; Zoe knows neither.
fn three(school: &Site) -> (Person<'_>, Person<'_>, Person<'_>) {
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    (mia, tom, zoe)
}

const NOTHING: &str = "Nothing found";

#[test]
fn one_finds_what_one_may_see_and_nothing_else() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("A **grey** heron by the pond").to_contacts();
    tom.comments_on(&heron, "It caught a stickleback");
    mia.posts("Look").with_words(HERON, "The kingfisher dives").to_contacts();
    for (words, link) in [
        ("grey her", heron.clone()),
        ("GREY", heron.clone()),
        ("\"heron by the\"", heron.clone()),
        ("stickleback", "/comments/".into()),
        ("kingfisher", "/photos/".into()),
    ] {
        for person in [&mia, &tom] {
            person.searches(words).misses(NOTHING);
            let links = person.look(|page| page.attributes("href"));
            assert!(links.iter().any(|to| to.starts_with(&link)), "{words}: {links:?}");
        }
        zoe.searches(words).sees(NOTHING).misses("pond").misses("caught").misses("dives");
    }
    tom.searches("\"by heron\"").sees(NOTHING);
    tom.searches("heron").follows("Post").is_at(&heron);
    tom.searches("stickleback").sees("It caught a stickleback").misses("pond");
}

#[test]
fn an_album_its_photos_and_what_is_said_under_them_are_found_by_whom_they_are_for() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.opens("/albums/new").fills("Title", "A year at the pond").ticks("My contacts");
    mia.presses("Make the album").is_told(200);
    let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
    mia.attaches_with_words(HERON, "A moorhen nests").presses("Send photos").is_told(200);
    let file = mia.look(|page| page.attributes("src")).into_iter().find(|src| src.starts_with("/photos/"));
    let photo = file.unwrap().rsplit_once('/').unwrap().0.to_owned();
    tom.comments_on(&photo, "How many gudgeons?");
    let all = ["year at the pond", "moorhen", "gudgeons"];
    for words in all {
        for person in [&mia, &tom] {
            person.searches(words).misses(NOTHING);
        }
        zoe.searches(words).sees(NOTHING).misses("moorhen nests").misses("How many");
    }
    tom.searches("moorhen").follows("Photo").is_at(&photo);
    tom.searches("year at the pond").follows("Album").is_at(&album);
    mia.opens(&format!("{photo}/edit")).fills("Caption", "In the reeds").presses("Save").is_told(200);
    tom.searches("reeds").misses(NOTHING);

    mia.opens(&format!("{album}/edit")).ticks("Everyone").presses("Save").is_at(&album);
    for words in all {
        zoe.searches(words).misses(NOTHING);
    }
    mia.opens(&format!("{album}/edit")).ticks("Only me").presses("Save").is_at(&album);
    for words in all {
        zoe.searches(words).sees(NOTHING);
    }
}

#[test]
fn the_box_in_the_bar_leads_there_and_any_typing_is_a_search() {
    let school = Site::school();
    let mia = school.pupil("Mia");
    mia.opens("/");
    assert!(mia.look(|page| page.attributes("action")).contains(&"/search".to_owned()));
    mia.opens("/search").sees("You find only what you may see");
    mia.posts("AND <b>so</b> on").to_everyone();
    for words in ["\"", "AND", "a* OR (", "NEAR(", "%", "~e", "\u{0}", "who : x"] {
        mia.searches(words).is_told(200);
    }
    mia.searches("AND so").sees("<b>so</b>");
    mia.opens("/search?q=on&kind=nonsense&from=never&to=2026-99-99&group=x&before=y").is_told(200).sees("on");
    mia.opens("/search?q=on&by=nobody").is_told(200).sees(NOTHING);
}

#[test]
fn any_script_is_found() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let texts = [
        ("我喜欢中文书。", vec!["中文", "喜欢", "书", "喜欢中文"], "文中"),
        ("がっこうへ行きます", vec!["行き", "がっこう"], "行へ"),
        ("ฉันชอบอ่านหนังสือ", vec!["หนังสือ", "อ่าน"], "หนังสั"),
        ("ខ្ញុំចូលចិត្តសៀវភៅ", vec!["សៀវភៅ"], "ភៅសៀ"),
        ("ຂ້ອຍມັກປຶ້ມ", vec!["ປຶ້ມ"], "ມັກມັກ"),
        ("ကျွန်တော်စာအုပ်ကြိုက်တယ်", vec!["စာအုပ်"], "အုပ်စာ"),
        ("학교에서 만나요", vec!["학교", "만나"], "교학"),
        ("كِتَابُ أَحْمَدَ الجَدِيدُ", vec!["كتاب", "احمد", "أحمد", "الجديد"], "كتب"),
        ("Où est l’école ?", vec!["ecole", "École", "ou"], "ecolier"),
        ("Привет, Йорк", vec!["привет", "йорк"], "привот"),
        ("हिन्दी पुस्तक", vec!["हिन्दी", "पुस्"], "पुसत"),
    ];
    for (text, words, wrong) in texts {
        let post = mia.posts(text).to_everyone();
        for word in words {
            tom.searches(word).misses(NOTHING);
            let links = tom.look(|page| page.attributes("href"));
            assert!(links.contains(&post), "{word} in {text}: {links:?}");
        }
        tom.searches(wrong).sees(NOTHING);
        mia.opens(&post).presses("Delete");
    }
}

#[test]
fn the_index_follows_every_change() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    let fox = school.teacher("Ms Fox");
    let post = mia.posts("A heron").with_words(HERON, "grey feathers").to_everyone();
    let comment = tom.comments_on(&post, "lovely");
    mia.opens(&format!("{post}/edit"))
        .fills("Your post", "A stork")
        .fills("Describe photo 1", "white")
        .presses("Save");
    for gone in ["heron", "feathers"] {
        tom.searches(gone).sees(NOTHING);
    }
    for there in ["stork", "white", "lovely"] {
        tom.searches(there).misses(NOTHING);
    }
    fox.takes_away(&comment, "It was rude or about sex", "");
    mia.searches("lovely").sees(NOTHING);
    tom.searches("lovely").sees("Taken away");
    mia.opens(&post).presses("Delete");
    for person in [&mia, &tom, &fox] {
        for gone in ["stork", "white", "lovely"] {
            person.searches(gone).sees(NOTHING);
        }
    }
}

#[test]
fn what_waits_is_found_by_its_author_alone_until_it_is_let_through() {
    let school = Site::school();
    let (mia, tom, fox, head) =
        (school.pupil("Mia"), school.pupil("Tom"), school.teacher("Ms Fox"), school.head());
    school.rules(Approval::HoldAll);
    let post = mia.posts("A heron").with_words(HERON, "grey feathers").to_everyone();
    for words in ["heron", "feathers"] {
        mia.searches(words).sees("Waiting");
        for person in [&tom, &fox, &head] {
            person.searches(words).sees(NOTHING);
        }
    }
    school.releases(&post);
    for words in ["heron", "feathers"] {
        tom.searches(words).misses(NOTHING);
    }
    mia.opens(&format!("{post}/edit")).fills("Your post", "A rude heron").presses("Save");
    tom.searches("heron").sees(NOTHING);
}

#[test]
fn a_search_is_narrowed_by_kind_author_group_and_day() {
    let school = Site::school_with_clock();
    let (mia, tom, zoe) = three(&school);
    school.has_a_group("Class 5B", &[&mia, &tom]);
    let group = mia.posts("heron one").to_group("Class 5B");
    let all = tom.posts("heron two").to_everyone();
    zoe.comments_on(&all, "heron three");
    mia.opens("/search?q=heron&kind=posts").sees(" one").sees(" two").misses(" three");
    mia.opens("/search?q=heron&kind=comments").misses(" one").misses(" two").sees(" three");
    mia.opens("/search?q=heron&by=@Tom").misses(" one").sees(" two").misses(" three");
    mia.opens("/search")
        .fills("What are you looking for?", "heron")
        .chooses("In the group", "Class 5B")
        .presses("Search");
    mia.sees(" one").misses(" two").misses(" three");
    let id = mia
        .look(|page| page.attributes("value"))
        .into_iter()
        .find(|value| value.parse::<i64>().is_ok())
        .unwrap();
    zoe.opens(&format!("/search?q=heron&group={id}")).sees(NOTHING).misses("Class 5B");
    zoe.opens("/search?by=tom").sees(" two").misses(" one");
    mia.opens("/search?q=heron&from=1990-01-01&to=1990-02-01").sees(NOTHING);
    mia.opens("/search?q=heron&from=1990-01-01&to=2990-02-01").sees(" one");
    mia.opens("/search?q=heron&from=2990-01-01").sees(NOTHING);
    mia.opens(&group).is_told(200);
}

#[test]
fn people_groups_and_tags_are_found_by_their_names() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    school.pupil("Élodie Nightingale");
    school.has_a_group("Chess club", &[&mia, &tom]);
    mia.posts("Moves #chessopening").to_contacts();
    tom.searches("nightin").sees("Élodie Nightingale");
    zoe.searches("elodie").sees("Élodie Nightingale");
    tom.searches("chess").sees("Chess club").sees("#chessopening");
    zoe.searches("chess").sees(NOTHING).misses("Chess club").misses("#chessopening");
    let links = |path: &str| tom.opens(path).look(|page| page.attributes("href"));
    let is_group = |to: &String| to.starts_with("/groups/");
    let tags = links("/search?q=chess&kind=tags");
    assert!(tags.contains(&"/tags/chessopening".to_owned()) && !tags.iter().any(is_group), "{tags:?}");
    let groups = links("/search?q=chess&kind=groups");
    assert!(!groups.contains(&"/tags/chessopening".to_owned()) && groups.iter().any(is_group), "{groups:?}");
    tom.opens("/search?q=elodie&kind=people").sees("Élodie Nightingale");
}

#[test]
fn a_block_hides_both_ways() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let post = zoe.posts("heron by Zoe").to_everyone();
    mia.comments_on(&post, "heron of Mia");
    tom.posts("heron by Tom").to_everyone();
    mia.blocks(&tom);
    mia.searches("heron").sees("by Zoe").sees("of Mia").misses("by Tom");
    tom.searches("heron").sees("by Zoe").misses("of Mia").sees("by Tom");
}

#[test]
fn what_was_found_is_paged_newest_first() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    for count in 0..25 {
        mia.posts(&format!("heron number{count}")).to_contacts();
    }
    tom.searches("heron").sees("number24").sees("number5").misses("number4");
    tom.follows("Older").sees("number4").sees("number0").misses("number5").misses("Older");
    zoe.searches("heron").sees(NOTHING).misses("Older");
    let newest = tom.searches("heron").look(|page| page.attributes("href"));
    let first = newest.iter().find(|to| to.starts_with("/posts/")).unwrap();
    tom.opens(first).sees("number24");
    assert!(number(first).parse::<i64>().unwrap() > 24);
}

#[test]
fn a_name_shows_its_person_in_short_as_far_as_their_page_would() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    mia.opens("/my/profile").fills("Pronouns", "she/her").presses("Save");
    school.has_a_group("Class 5B", &[&mia, &tom]);
    tom.opens("/people/mia/card").sees("@mia").sees("she/her").sees("Class 5B").sees("Add to contacts");
    zoe.opens("/people/mia/card").sees("@mia").misses("she/her").misses("Class 5B");
    mia.opens("/people/mia/card").misses("Add to contacts");
    mia.opens("/people/nobody/card").is_told(404);
    mia.opens("/people/tom/block").presses("Block").is_at("/people/tom");
    tom.opens("/people/mia/card").misses("she/her");
    mia.opens("/people/tom/card").misses("Add to contacts");
}

#[test]
fn what_the_photo_of_a_comment_shows_is_found_as_long_as_it_says_so() {
    let school = Site::school();
    let (mia, tom, zoe) = three(&school);
    let heron = mia.posts("Look").to_contacts();
    tom.opens(&heron).fills("Write a comment", "Mine").fills("Describe it", "A vixen asleep").attaches(FOX);
    tom.presses("Send").is_told(200);
    for person in [&mia, &tom] {
        person.searches("vixen").sees("Mine").sees("A vixen asleep");
        person.searches("mine asleep").sees("A vixen asleep");
    }
    zoe.searches("vixen").sees(NOTHING).misses("asleep");
    let comment = tom.opens(&heron).look(|page| page.attribute("Mine", "data-item")).unwrap();
    tom.opens(&format!("/comments/{comment}/edit")).fills("Describe photo 1", "A badger").presses("Save");
    mia.searches("vixen").sees(NOTHING);
    mia.searches("badger").sees("A badger");
    tom.opens(&format!("/comments/{comment}/edit")).fills("Your comment", "Ours").presses("Save");
    mia.searches("badger").sees("Ours").sees("A badger");
    // Under a photo, too, and alone.
    let post = mia.posts("See").with(HERON).to_contacts();
    let src = mia.opens(&post).look(|page| page.attributes("src"));
    let photo = src.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
    let photo = photo.rsplit_once('/').unwrap().0;
    tom.opens(photo).fills("Describe it", "A stoat").attaches(FOX).presses("Send").is_told(200);
    mia.searches("stoat").sees("A stoat");
    zoe.searches("stoat").sees(NOTHING);
    tom.opens(&heron).at("Ours").presses("Delete");
    for person in [&mia, &tom, &zoe] {
        person.searches("badger").sees(NOTHING);
    }
}

#[test]
fn messages_stand_among_what_is_found_a_few_of_them_and_all_by_their_kind() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.befriends(&tom);
    mia.befriends(&zoe);
    let talk = mia.writes_to(&tom, "The first stickleback");
    for turn in 1..=3 {
        tom.writes_in(&talk, &format!("Stickleback number {turn}!"));
    }
    mia.writes_to(&zoe, "Only a heron");
    mia.posts("A stickleback in the post").to_everyone();
    tom.searches("stickleback").sees("number 3!").sees("number 1!").misses("The first").sees("in the post");
    tom.follows("All messages with this").sees("The first").sees("number 3!").misses("in the post");
    tom.opens("/search?q=stickleback&kind=messages&by=mia").sees("The first").misses("number 3!");
    tom.opens("/search?q=stickleback&kind=messages&to=1990-01-01").sees(NOTHING);
    tom.opens("/search?q=stickleback&kind=posts").sees("in the post").misses("number 3!");
    tom.opens("/search?q=&kind=messages").misses("number 3!");
    for words in ["stickleback", "stickleback&kind=messages"] {
        zoe.opens(&format!("/search?q={words}")).misses("number 3!").misses("The first");
    }
    let group = school.has_a_group("Chess club", &[&tom]);
    tom.opens(&format!("/search?q=stickleback&kind=messages&group={group}")).sees(NOTHING);
}
