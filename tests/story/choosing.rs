//! Streams of one's own choice, followed tags, and hiding a post for oneself.

use crate::harness::{Ask, Site, number};
use courtyard::base::Act;

#[test]
fn the_stream_of_aspects_holds_those_one_ticked_and_remembers_it() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    for friend in [&tom, &zoe] {
        mia.shares_with(friend);
    }
    mia.opens("/streams/aspects").sees("You have no aspects yet");
    let birders = mia.has_an_aspect("Birders", &[&tom]);
    mia.has_an_aspect("Chess", &[&tom, &zoe]);
    tom.posts("by Tom").to_everyone();
    zoe.posts("by Zoe").to_everyone();
    zoe.posts("to herself").to_only_me();
    mia.opens("/streams/aspects").sees("by Tom").sees("by Zoe").misses("to herself");
    assert_eq!(
        mia.opens("/streams/aspects").look(|page| page.words_at("by Tom").matches("by Tom").count()),
        1
    );
    mia.opens("/streams/aspects");
    let token = mia.token();
    let only = birders.to_string();
    let fields = [("same_site", token.as_str()), ("aspects", only.as_str()), ("aspects", "999")];
    assert_eq!(mia.asks(&Ask::post("/streams/aspects", &fields)).status, 303);
    mia.opens("/streams/aspects").sees("by Tom").misses("by Zoe");
    tom.opens("/streams/aspects").misses("by Zoe").misses("Birders");
    // The choice is of nobody else's aspects.
    tom.opens("/aspects");
    let token = tom.token();
    assert_eq!(tom.asks(&Ask::post("/streams/aspects", &[("same_site", token.as_str())])).status, 303);
    mia.opens("/streams/aspects").sees("by Tom").misses("by Zoe");
}

#[test]
fn a_comment_that_names_me_brings_its_post_into_the_stream_of_what_names_me() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    let heron = mia.posts("A heron for contacts").to_contacts();
    let fox = mia.posts("A fox for all").to_everyone();
    mia.comments_on(&heron, "Look, @tom and @zoe");
    let comment = mia.comments_on(&fox, "You too, @zoe, and again @zoe");
    tom.opens("/streams/mentions").sees("A heron for contacts").misses("A fox");
    zoe.opens("/streams/mentions").sees("A fox for all").misses("A heron");
    assert_eq!(zoe.look(|page| page.words_at("A fox for all").matches("A fox for all").count()), 1);
    mia.opens(&fox).at("You too,").presses("Delete").is_told(200);
    zoe.opens("/streams/mentions").misses("A fox");
    mia.opens(&comment).is_told(404);
}

#[test]
fn a_followed_tag_brings_what_one_may_see() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    for person in [&tom, &zoe] {
        person
            .opens("/streams/tags")
            .fills("Follow a tag", "#Birds")
            .presses("Follow")
            .is_at("/streams/tags");
        person.sees("#birds");
    }
    mia.posts("A heron #birds").to_contacts();
    mia.posts("A fox #mammals").to_everyone();
    tom.opens("/streams/tags").sees("A heron").misses("A fox");
    zoe.opens("/streams/tags").misses("A heron");
    mia.opens("/streams/tags").misses("#birds").misses("A heron");
    tom.opens("/tags/mammals").presses("Follow").is_at("/tags/mammals").sees("Stop following");
    tom.opens("/streams/tags").sees("A heron").sees("A fox");
    tom.opens("/tags/birds").presses("Stop following").is_at("/tags/birds");
    tom.opens("/streams/tags").misses("A heron").sees("A fox");
    for wrong in ["", "two words", "#", "12"] {
        tom.opens("/streams/tags").fills("Follow a tag", wrong).presses("Follow").is_told(422);
        tom.holds("Follow a tag", wrong);
    }
}

#[test]
fn an_open_page_of_followed_tags_hears_of_a_new_post() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    tom.opens("/streams/tags").fills("Follow a tag", "birds").presses("Follow");
    zoe.opens("/streams/tags").fills("Follow a tag", "birds").presses("Follow");
    let mut of_tom = tom.opens("/streams/tags").listens();
    let mut of_zoe = zoe.opens("/streams/tags").listens();
    mia.posts("A heron #birds").to_contacts();
    of_tom.hears("A heron");
    mia.posts("A wren #birds").to_everyone();
    assert!(!of_zoe.hears("A wren").contains("A heron"));
}

#[test]
fn what_names_me_and_what_i_did_is_found_again() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    mia.shares_with(&tom);
    let named = mia.posts("Hello @tom").to_contacts();
    let pressed = mia.posts("A heron").to_contacts();
    let talked = mia.posts("A stork").to_contacts();
    tom.opens(&pressed).presses("Heart");
    let comment = tom.comments_on(&talked, "comment one");
    tom.comments_on(&talked, "comment two");
    tom.opens("/streams/mentions").sees("Hello").misses("heron").misses("stork");
    tom.opens("/streams/reacted").sees("heron").misses("Hello").misses("stork");
    tom.opens("/streams/commented").sees("stork").misses("heron").misses("Hello");
    for page in ["/streams/mentions", "/streams/reacted", "/streams/commented"] {
        zoe.opens(page).misses("heron").misses("stork").misses("Hello");
        mia.opens(page).misses("heron").misses("stork").misses("Hello");
    }
    tom.opens(&pressed).presses("Heart");
    tom.opens("/streams/reacted").misses("heron");
    assert!(comment.starts_with("/comments/") && named.starts_with("/posts/"));
    // Blocked: seen no more, whatever one did there.
    mia.blocks(&tom);
    for page in ["/streams/mentions", "/streams/commented"] {
        tom.opens(page).misses("Hello").misses("stork");
    }
}

#[test]
fn a_hidden_post_is_gone_for_me_alone_and_comes_back() {
    let school = Site::school();
    let (mia, tom, zoe) = (school.pupil("Mia"), school.pupil("Tom"), school.pupil("Zoe"));
    let heron = mia.posts("A heron").to_everyone();
    let secret = mia.posts("A secret").to_only_me();
    tom.opens("/everyone").at("A heron").presses("Hide this post").is_at("/my/hidden").sees("A heron");
    for page in ["/everyone", "/people/mia", "/"] {
        tom.opens(page).misses("A heron");
    }
    zoe.opens("/everyone").sees("A heron");
    zoe.opens("/my/hidden").misses("A heron").sees("No hidden posts");
    mia.opens("/everyone").sees("A heron");
    school.noted(Act::HidePost, &format!("post {}", number(&heron)));
    tom.opens(&heron).sees("A heron").misses("Hide this post");
    tom.opens("/my").follows("Posts I hid").presses("Show again").is_at("/my/hidden").misses("A heron");
    tom.opens("/everyone").sees("A heron");
    // Nobody hides what is not seen, or their own.
    let token = tom.token();
    let hide = |post: &str| Ask::post(&format!("{post}/hide"), &[("same_site", token.as_str())]);
    assert_eq!(tom.asks(&hide(&secret)).status, 404);
    mia.opens("/everyone").misses("Hide this post");
}

#[test]
fn what_one_hid_and_sees_no_more_is_not_in_the_list() {
    let school = Site::school();
    let (mia, tom) = (school.pupil("Mia"), school.pupil("Tom"));
    mia.posts("A heron").to_everyone();
    tom.opens("/everyone").at("A heron").presses("Hide this post");
    mia.blocks(&tom);
    tom.opens("/my/hidden").misses("A heron");
}
