//! Markdown of every kind, and texts made to harm.

use std::collections::BTreeSet;

use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use scraper::{Html, Node};

use super::{plain, prose, prose_at};

fn people(name: &str) -> Option<String> {
    (name == "mia").then(|| "Mia \"M\" <Fox>".to_owned())
}

fn shown(text: &str) -> String {
    prose_at(text, &people, &|host| host == "courtyard.local").into_string()
}

const MIA: &str =
    "<a class=\"mention\" href=\"/people/mia\" title=\"Mia &quot;M&quot; &lt;Fox&gt;\">@mia</a>";

#[test]
fn markdown_is_shown_with_a_few_known_elements() {
    for (text, expected) in [
        ("", ""),
        ("Hello", "<p dir=\"auto\">Hello</p>"),
        ("one\ntwo", "<p dir=\"auto\">one<br>two</p>"),
        ("one  \ntwo", "<p dir=\"auto\">one<br>two</p>"),
        ("one\n\ntwo", "<p dir=\"auto\">one</p><p dir=\"auto\">two</p>"),
        ("a & b < c > d \" e ' f", "<p dir=\"auto\">a &amp; b &lt; c &gt; d &quot; e ' f</p>"),
        ("&lt;b&gt; &amp;amp;", "<p dir=\"auto\">&lt;b&gt; &amp;amp;</p>"),
        (
            "*a* **b** ~~c~~ `d`",
            "<p dir=\"auto\"><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>",
        ),
        ("***a***", "<p dir=\"auto\"><em><strong>a</strong></em></p>"),
        ("snake_case_word", "<p dir=\"auto\">snake_case_word</p>"),
        ("\\*not\\*", "<p dir=\"auto\">*not*</p>"),
        ("# A", "<h3 dir=\"auto\">A</h3>"),
        ("## A", "<h4 dir=\"auto\">A</h4>"),
        ("### A", "<h5 dir=\"auto\">A</h5>"),
        ("#### A", "<h6 dir=\"auto\">A</h6>"),
        ("###### A", "<h6 dir=\"auto\">A</h6>"),
        ("A\n===", "<h3 dir=\"auto\">A</h3>"),
        ("a\n\n---\n\nb", "<p dir=\"auto\">a</p><hr><p dir=\"auto\">b</p>"),
        ("- a\n- b", "<ul dir=\"auto\"><li>a</li><li>b</li></ul>"),
        ("- a\n\n- b", "<ul dir=\"auto\"><li><p>a</p></li><li><p>b</p></li></ul>"),
        ("- a\n  - b", "<ul dir=\"auto\"><li>a<ul><li>b</li></ul></li></ul>"),
        ("1. a\n2. b", "<ol dir=\"auto\"><li>a</li><li>b</li></ol>"),
        ("7. a", "<ol start=\"7\" dir=\"auto\"><li>a</li></ol>"),
        ("- [ ] a\n- [x] b", "<ul dir=\"auto\"><li>☐ a</li><li>☑ b</li></ul>"),
        ("> a\n> b", "<blockquote dir=\"auto\"><p>a<br>b</p></blockquote>"),
        ("> a\n\nb", "<blockquote dir=\"auto\"><p>a</p></blockquote><p dir=\"auto\">b</p>"),
        (
            "```rust\nlet <a> = 1;\n```",
            "<pre tabindex=\"0\" dir=\"auto\"><code>let &lt;a&gt; = 1;\n</code></pre>",
        ),
        ("    code", "<pre tabindex=\"0\" dir=\"auto\"><code>code</code></pre>"),
        (
            "| a | b |\n|--:|:-:|\n| 1 | 2 |",
            "<table tabindex=\"0\" dir=\"auto\"><thead><tr><th scope=\"col\" class=\"text-end\">a</th>\
             <th scope=\"col\" class=\"text-center\">b</th></tr></thead><tr><td class=\"text-end\">1</td>\
             <td class=\"text-center\">2</td></tr></table>",
        ),
        ("مرحبا", "<p dir=\"auto\">مرحبا</p>"),
        ("a[^1]\n\n[^1]: b", "<p dir=\"auto\">a^1 (b)</p>"),
        ("$x$ H~2~O x^2^", "<p dir=\"auto\">$x$ H~2~O x^2^</p>"),
    ] {
        assert_eq!(shown(text), expected, "{text}");
    }
}

#[test]
fn only_links_within_the_site_are_links() {
    for (text, inside) in [
        ("[seven](/posts/7)", "<a href=\"/posts/7\">seven</a>"),
        ("[*seven*](/posts/7?a=1&b=2#c)", "<a href=\"/posts/7?a=1&amp;b=2#c\"><em>seven</em></a>"),
        ("[](/posts/7)", "<a href=\"/posts/7\">/posts/7</a>"),
        ("[a][1]\n\n[1]: /posts/7", "<a href=\"/posts/7\">a</a>"),
        ("[q](/a\"onclick=x)", "<a href=\"/a&quot;onclick=x\">q</a>"),
        ("[a](http://courtyard.local/posts/7)", "<a href=\"/posts/7\">a</a>"),
        (
            "see http://Courtyard.local/posts/7.",
            "see <a href=\"/posts/7\">http://Courtyard.local/posts/7</a>.",
        ),
        ("<https://courtyard.local>", "<a href=\"/\">https://courtyard.local</a>"),
        ("http://courtyard.local@evil.org/x", "http://courtyard.local@evil.org/x"),
        ("http://courtyard.local//evil.org", "http://courtyard.local//evil.org"),
        ("[a](https://example.org/b)", "a (https://example.org/b)"),
        ("[](https://example.org/b)", "(https://example.org/b)"),
        ("<https://example.org/?a&b>", "https://example.org/?a&amp;b"),
        ("<mia@example.org>", "mia@example.org"),
        ("https://example.org/#a @x", "https://example.org/#a @x"),
        ("[a](//example.org)", "a (//example.org)"),
        ("[a](/\\example.org)", "a (/\\example.org)"),
        ("[a](/&#9;/example.org)", "a (/\t/example.org)"),
        ("[a](/&#1;b)", "a (/\u{1}b)"),
        ("[a](posts/7)", "a (posts/7)"),
        ("[a](#top)", "a (#top)"),
        ("[a](javascript:alert(1))", "a (javascript:alert(1))"),
        ("[a](JaVaScRiPt:x)", "a (JaVaScRiPt:x)"),
        ("[a](data:text/html,x)", "a (data:text/html,x)"),
        ("<javascript:x>", "javascript:x"),
        ("[a](/b \"a title\")", "<a href=\"/b\">a</a>"),
        ("![a heron](https://example.org/h.png)", "a heron (https://example.org/h.png)"),
        ("![a heron](/files/1)", "a heron (/files/1)"),
        ("![](x.png)", "(x.png)"),
        ("[![alt](/i.png)](/posts/1)", "<a href=\"/posts/1\">alt (/i.png)</a>"),
    ] {
        assert_eq!(shown(text), format!("<p dir=\"auto\">{inside}</p>"), "{text}");
    }
}

#[test]
fn raw_html_is_shown_as_it_was_typed() {
    let inline = "<p dir=\"auto\">a &lt;b&gt;b&lt;/b&gt; &lt;img src=x onerror=y&gt;</p>";
    assert_eq!(shown("a <b>b</b> <img src=x onerror=y>"), inline);
    assert_eq!(shown("<script>x</script>"), "<p dir=\"auto\">&lt;script&gt;x&lt;/script&gt;</p>");
    assert_eq!(shown("<!-- c -->"), "<p dir=\"auto\">&lt;!-- c --&gt;</p>");
    let after = shown("<div>\n#no @mia\n</div>\n\n#yes");
    assert!(after.starts_with("<p dir=\"auto\">&lt;div&gt;\n#no @mia\n&lt;/div&gt;"), "{after}");
    assert!(
        after.ends_with("<p dir=\"auto\"><a class=\"hashtag\" href=\"/tags/yes\">#yes</a></p>"),
        "{after}"
    );
}

#[test]
fn tags_and_people_who_exist_become_links() {
    for (text, inside) in [
        ("#Birds", "<a class=\"hashtag\" href=\"/tags/birds\">#Birds</a>".to_owned()),
        ("*#a*", "<em><a class=\"hashtag\" href=\"/tags/a\">#a</a></em>".to_owned()),
        ("#snake_case", "<a class=\"hashtag\" href=\"/tags/snake%5Fcase\">#snake_case</a>".to_owned()),
        ("#año", "<a class=\"hashtag\" href=\"/tags/a%C3%B1o\">#año</a>".to_owned()),
        ("\\#no #12 a#b", "#no #12 a#b".to_owned()),
        ("@mia", MIA.to_owned()),
        ("(@mia), @tom", format!("({MIA}), @tom")),
        ("\\@mia mia@mia.org", "@mia mia@mia.org".to_owned()),
        ("`@mia`#b", "<code>@mia</code>#b".to_owned()),
        ("[@mia #b](/x)", "<a href=\"/x\">@mia #b</a>".to_owned()),
        ("[@mia](https://a.b)", "@mia (https://a.b)".to_owned()),
        ("![@mia](/i) @mia", format!("@mia (/i) {MIA}")),
    ] {
        assert_eq!(shown(text), format!("<p dir=\"auto\">{inside}</p>"), "{text}");
    }
    assert!(prose("@mia", &|_| None).into_string().ends_with(">@mia</p>"));
}

#[test]
fn what_is_linked_is_what_is_stored() {
    let text = "#a \\#b `#c` [#d](/x) **#e**_f #g_h\n\n# #i\n> #j\n\n<p>#k</p> #l\n\nx &amp;#m #ñ";
    let html = Html::parse_fragment(&shown(text));
    let links = scraper::Selector::parse("a.hashtag").expect("a selector");
    let linked: Vec<String> = html.select(&links).map(|link| link.text().collect::<String>()).collect();
    let stored: Vec<String> = crate::base::marks::tags(text).map(|tag| format!("#{tag}")).collect();
    assert_eq!(linked, stored);
    assert_eq!(linked.first().map(String::as_str), Some("#a"));
}

#[test]
fn only_the_first_thirty_tags_of_a_text_are_links() {
    let text: String = (0..50).map(|number| format!("#t{number} ")).collect();
    assert_eq!(shown(&text).matches("<a ").count(), 30);
    assert_eq!(shown(&"#same ".repeat(50)).matches("<a ").count(), 50);
}

#[test]
fn an_excerpt_is_one_line_cut_between_words() {
    for (text, chars_max, expected) in [
        ("# Title\n\n*Hello* [you](/x), `code` <b>", 80, "Title Hello you, code <b>"),
        ("- a\n- b\n\n> c", 80, "a b c"),
        ("Ten herons stand", 16, "Ten herons stand"),
        ("Ten herons stand", 15, "Ten herons…"),
        ("Ten herons stand", 3, "Te…"),
        ("Abcdefgh", 4, "Abc…"),
        ("a👩‍👩‍👧b", 4, "a…"),
        ("anything", 0, ""),
        ("", 10, ""),
    ] {
        let cut = plain(text, chars_max);
        assert!(cut.chars().count() <= chars_max, "{cut}");
        assert_eq!(cut, expected, "{text} {chars_max}");
    }
}

/// Elements and attributes that prose may have, as they are written.
const ALLOWED: &[&str] = &[
    "a",
    "blockquote",
    "br",
    "code",
    "del",
    "em",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "table",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Reads the HTML as strictly as can be: every `<` begins a known tag, and every tag is closed in turn.
fn balanced(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let end = start + rest[start..].find('>').ok_or("a tag without an end")?;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        if !ALLOWED.contains(&name) {
            return Err(format!("<{tag}> is not allowed"));
        }
        if tag.starts_with('/') {
            if open.pop() != Some(name) {
                return Err(format!("<{tag}> closes something else"));
            }
        } else if !["br", "hr"].contains(&name) {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("{open:?} stay open")) }
}

/// Checks everything that must hold of any text.
fn harmless(text: &str) -> Result<(), String> {
    let html = prose(text, &|name| (name.len() < 9).then(|| name.to_owned())).into_string();
    let limit = 40 * text.len() + 16 * 1024;
    if html.len() > limit {
        return Err(format!("{} bytes from {}", html.len(), text.len()));
    }
    balanced(&html)?;
    for node in Html::parse_fragment(&html).tree.nodes() {
        let Node::Element(element) = node.value() else { continue };
        for (name, value) in element.attrs() {
            let fits = match name {
                "href" => value.starts_with('/') && !value.starts_with("//") && !value.contains('\\'),
                "dir" => value == "auto",
                "tabindex" => value == "0",
                "class" => ["hashtag", "mention", "text-end", "text-center"].contains(&value),
                "start" => value.parse::<u64>().is_ok(),
                "scope" => value == "col",
                "title" => true,
                _ => false,
            };
            if !fits {
                return Err(format!("{name}={value}"));
            }
        }
    }
    let excerpt = plain(text, 100);
    if excerpt.chars().count() > 100 || excerpt.contains('\n') { Err(excerpt) } else { Ok(()) }
}

/// Ten thousand characters, each kind made to grow something.
fn hostile() -> Vec<(&'static str, String)> {
    let long = |part: &str| part.repeat(10_000 / part.len());
    let columns = "|".repeat(1_600) + "\n" + &"-|".repeat(1_600) + "\n" + &"|\n".repeat(2_500);
    let wide = "|a".repeat(1_000) + "\n" + &"|-".repeat(1_000) + "\n" + &"|\n".repeat(2_900);
    let addresses = format!("[a]: /{}\n\n{}", "&".repeat(5_000), "[a] ".repeat(1_200));
    let elsewhere = format!("[a]: x:{}\n\n{}", "&".repeat(5_000), "[a] ".repeat(1_200));
    let lines = format!("{}a\n{}", ">".repeat(5_000), "b\n".repeat(2_500));
    vec![
        ("quotes", long(">")),
        ("spaced quotes", long("> ")),
        ("lazy lines", lines),
        ("lists", long("- ")),
        ("numbered", long("1. ")),
        ("list of quotes", long("- > ")),
        ("empty items", long("-\n")),
        ("open brackets", long("[")),
        ("brackets", long("[]")),
        ("open links", long("[a](")),
        ("deep brackets", "[".repeat(5_000) + &"]".repeat(5_000)),
        ("pictures", long("![")),
        ("angles", long("<")),
        ("tags", long("<a>")),
        ("comments", long("<!--")),
        ("instructions", long("<?")),
        ("declarations", long("<!A")),
        ("stars", long("*a_ ")),
        ("emphasis", "*".repeat(5_000) + "a" + &"*".repeat(4_999)),
        ("alternate", long("*a **a ")),
        ("tildes", long("~a ~~")),
        ("back-ticks", (1..140).map(|count| "`".repeat(count) + " ").collect()),
        ("quotation marks", long("\"")),
        ("entities", long("&amp;")),
        ("columns", columns),
        ("wide", wide),
        ("pipes", long("|\n")),
        ("table lines", long("|-\n")),
        ("addresses", addresses),
        ("elsewhere", elsewhere),
        ("definitions", (0..900).map(|count| format!("[{count}]: /x\n")).collect()),
        ("hashes", long("#a ")),
        ("ats", long("@a1 ")),
        ("far tags", long("#你 ")),
        ("www", long("www.,")),
        ("rules", long("---\n")),
        ("headings", long("#\n")),
        ("under", long("a\n=\n")),
        ("fences", long("```\n")),
        ("paragraphs", long("a\n\n")),
        ("escapes", long("\\#a")),
        ("marks", long("a\u{301}")),
        ("zero", long("\0")),
    ]
}

#[test]
fn texts_made_to_harm_stay_small_and_whole() {
    for (name, text) in hostile() {
        assert_eq!(harmless(&text), Ok(()), "{name}");
    }
}

#[test]
fn deep_nesting_ends_at_a_depth() {
    let deep = shown(&">".repeat(500));
    assert!(deep.matches("<blockquote").count() <= super::NESTING_MAX, "{deep}");
    let html = Html::parse_fragment(&shown(&"- > ".repeat(2_000)));
    let depth = html.tree.nodes().map(|node| node.ancestors().count()).max();
    assert!(depth < Some(40), "{depth:?}");
}

#[test]
fn emphasis_inside_emphasis_ends_at_a_depth() {
    let deep = shown(&format!("{}b{}", "*a _a ".repeat(20), " a_ a*".repeat(20)));
    assert_eq!(deep.matches("<em>").count(), super::EMPHASIS_MAX, "{deep}");
}

#[test]
fn the_check_of_prose_would_see_harm() {
    for harm in ["<p>", "<p></em>", "<script></script>", "<p", "</p>"] {
        assert!(balanced(harm).is_err(), "{harm}");
    }
    let known: BTreeSet<_> = ALLOWED.iter().collect();
    assert_eq!(known.len(), ALLOWED.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, ..ProptestConfig::default() })]

    #[test]
    fn any_text_becomes_harmless_html(text in "(?s).{0,300}") {
        prop_assert_eq!(harmless(&text), Ok(()));
    }

    #[test]
    fn any_mix_of_marks_becomes_harmless_html(
        parts in proptest::collection::vec(proptest::sample::select(PARTS), 0..120)
    ) {
        prop_assert_eq!(harmless(&parts.concat()), Ok(()));
    }

    #[test]
    fn harm_inside_links_and_pictures_stays_text(address in "[ -~\t]{0,60}") {
        for text in [format!("[a]({address})"), format!("![a](<{address}>)"), format!("<{address}>"), format!("[{address}]: {address}\n[{address}]")] {
            prop_assert_eq!(harmless(&text), Ok(()));
            let html = prose(&text, &|_| None).into_string();
            prop_assert!(!html.contains("<script") && !html.contains("<img"));
        }
    }
}

const PARTS: &[&str] = &[
    "a",
    " ",
    "  ",
    "\n",
    "\n\n",
    "    ",
    "\t",
    "*",
    "**",
    "_",
    "~~",
    "`",
    "```",
    "[",
    "]",
    "(",
    ")",
    "](",
    "![",
    "!",
    "<",
    ">",
    "> ",
    "- ",
    "1. ",
    "# ",
    "#a",
    "@mia",
    "@",
    "|",
    "|-|-|\n",
    "| a | b |\n",
    "---",
    "===",
    "\\",
    "&",
    "&lt;",
    "&#x3c;",
    "\"",
    "'",
    "<script>",
    "</script>",
    "<img src=x onerror=alert(1)>",
    "<a href=\"javascript:x\">",
    "javascript:alert(1)",
    "data:text/html,",
    "/posts/1",
    "//evil.org",
    "https://a.b/c",
    "www.a.b",
    "<!--",
    "-->",
    "<?",
    "<![CDATA[",
    "[a]: ",
    "[ ] ",
    "[x] ",
    "\u{202e}",
    "\u{0}",
    "مرحبا",
    "é",
    "👩‍👩‍👧",
    "on*=",
    "src=",
    "style=",
];
