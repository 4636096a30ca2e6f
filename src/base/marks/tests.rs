//! Tags and mentions as people write them.

use super::{Kind, in_words, mentions, tags};

fn tags_in(text: &str) -> Vec<String> {
    tags(text).collect()
}

fn mentions_in(text: &str) -> Vec<String> {
    mentions(text).collect()
}

#[test]
fn tags_are_found_in_any_script_and_kept_in_one_form() {
    for (text, expected) in [
        ("", &[] as &[&str]),
        ("#birds", &["birds"]),
        ("A #Heron, and #BIRDS!", &["heron", "birds"]),
        ("#one #One #ONE", &["one"]),
        ("(#a) [#b] “#c” #d.", &["a", "b", "c", "d"]),
        ("#snake_case_tag and #kebab-case- here", &["snake_case_tag", "kebab-case"]),
        ("#año #русский #日本語 #مرحبا #हिन्दी", &["año", "русский", "日本語", "مرحبا", "हिन्दी"]),
        ("#cafe\u{301}", &["café"]),
        ("#year6 #6b #_x", &["year6", "6b", "_x"]),
        ("#123 #1_2 #- #_ # #️⃣ ##", &[]),
        ("a#b a&#b; x/#c ##d", &[]),
        ("\\#escaped #real", &["real"]),
        ("*#a* **#b** ~~#c~~", &["a", "b", "c"]),
        ("> #quoted\n\n- #listed", &["quoted", "listed"]),
        ("| #cell | x |\n|---|---|\n| y | #body |", &["cell", "body"]),
        ("# Heading #inside", &["inside"]),
        ("`#code` and `x`#y", &[]),
        ("```\n#code\n```\n\n    #indented", &[]),
        ("[#link](/posts/1) ![#alt](/x) <https://a.b/#c>", &[]),
        ("<b>#html</b>", &[]),
        ("https://a.b/#c http://x.y/?a=#b www.z.org/#d (https://a.b/ #yes)", &["yes"]),
        ("#a\n#b\n\n#c", &["a", "b", "c"]),
    ] {
        assert_eq!(tags_in(text), expected, "{text}");
    }
}

#[test]
fn a_tag_is_at_most_sixty_four_characters() {
    assert_eq!(tags_in(&format!("#{}", "é".repeat(64))).len(), 1);
    assert_eq!(tags_in(&format!("#{}", "é".repeat(65))).len(), 0);
}

#[test]
fn mentions_are_usernames_and_nothing_else() {
    for (text, expected) in [
        ("@mia", &["mia"] as &[&str]),
        ("Hello @Mia, and @tom.o-k_2.", &["mia", "tom.o-k_2"]),
        ("(@mia) “@tom” @zoe!", &["mia", "tom", "zoe"]),
        ("@mia @MIA", &["mia"]),
        ("tom@example.org a@mia .@mia /@mia @@mia", &[]),
        ("@tom@example.org @tomé @é", &[]),
        ("@a @ @. @-x", &[]),
        ("@mia... @mia- @mia_", &["mia"]),
        ("`@mia` [@tom](/x) https://a.b/@zoe <zoe@a.b>", &[]),
        ("\\@mia @tom", &["tom"]),
        ("*@mia* @tom_b_c", &["mia", "tom_b_c"]),
        ("مرحبا @mia، كيف", &["mia"]),
    ] {
        assert_eq!(mentions_in(text), expected, "{text}");
    }
    assert_eq!(mentions_in(&format!("@{}", "a".repeat(32))).len(), 1);
    assert_eq!(mentions_in(&format!("@{}", "a".repeat(33))).len(), 0);
}

#[test]
fn a_mark_says_where_it_stands() {
    let words = "Né à #Łódź, @mia: https://a.b/c.";
    let found: Vec<_> =
        in_words(words, None).into_iter().map(|mark| (mark.kind, words[mark.range].to_owned())).collect();
    let expected = [(Kind::Tag, "#Łódź"), (Kind::Mention, "@mia"), (Kind::Address, "https://a.b/c")];
    assert_eq!(found, expected.map(|(kind, text)| (kind, text.to_owned())));
    assert_eq!(in_words("#a", Some('x')), []);
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_searched(text in "(?s)([#@a-zé0-9_.\\-`\\[\\]()<> \n*\\\\]|.){0,200}") {
        for tag in tags(&text) {
            proptest::prop_assert!(tag.chars().count() <= super::TAG_CHARS_MAX && !tag.is_empty());
            proptest::prop_assert_eq!(super::tag_name(&tag), tag);
        }
        for name in mentions(&text) {
            proptest::prop_assert!(crate::base::text::username("name", &name).is_ok(), "{name}");
        }
        for mark in in_words(&text, None) {
            proptest::prop_assert!(text.get(mark.range).is_some());
        }
    }
}
