//! Rows of what is for staff: the desk, accounts, rules, Readings, the record.

use super::row::{Of, Row, Section, act};

pub fn sections() -> Vec<Section> {
    let section = |title, of, rows| Section { title, of, rows };
    vec![
        section("At the desk: posts that were reported", Of::Case, cases()),
        section("At the desk: the rest", Of::Nothing, desk()),
        section("Accounts", Of::Account, accounts()),
        section("Groups, by staff", Of::Group, groups()),
        section("Making accounts and groups", Of::Nothing, making()),
        section("Readings of private talk", Of::Nothing, readings()),
        section("People kept apart", Of::Nothing, apart()),
        section("Rules for words", Of::Nothing, words()),
        section("The record", Of::Nothing, record()),
        section("Rules of the house", Of::Nothing, house()),
    ]
}

fn cases() -> Vec<Row> {
    let decide = |what, word| act(what, "/desk/items/{id}").with("act", word).with("note", "words");
    vec![
        decide("keep it", "keep"),
        decide("take it away", "remove").with("reason", "rude"),
        decide("let through what waits", "release")
            .before("UPDATE item SET state = 'held' WHERE kind = 'post'"),
        decide("bring it back", "restore")
            .before("UPDATE item SET state = 'removed', removed_by = 1 WHERE kind = 'post'"),
        act("put it behind a shield", "/desk/items/{id}/shield").with("shield-reason", "rude"),
        act("take the shield away", "/desk/items/{id}/shield")
            .with("act", "lift")
            .before("UPDATE post SET shield = 2"),
        act("let through photos that wait", "/desk/items/{id}/photos"),
        act("take it out as evidence", "/evidence/items/{id}")
            .with("reason", "The court asks for it")
            .only("oabf"),
    ]
}

fn desk() -> Vec<Row> {
    vec![
        act("take away the picture of a conversation", "/desk/items/{id}/picture/remove")
            .part("id", "reported talk")
            .before("UPDATE conversation SET picture = (SELECT name FROM photo LIMIT 1)"),
        act("close a report about somebody", "/desk/people/{id}")
            .part("id", "person case")
            .with("report", "{person report}")
            .with("note", "words"),
        act("write to whom a case is about", "/desk/cases/{id}/talk")
            .part("id", "person case")
            .with("to", "{mia}")
            .with("words", "words"),
        act("decide about several", "/desk/several").with("case", "{post case}").with("act", "keep"),
        act("take back the last decision of Ms Lark", "/desk/undo").with("decision", "7").before(
            "INSERT INTO decision (id, about_id, kind, reason, decided_by, made_at)
               SELECT 7, (SELECT id FROM account WHERE username = 'mia'), 'keep', 'fine',
                      (SELECT id FROM account WHERE username = 'ms.lark'), now_ms()",
        ),
        act("close what a word rule brought", "/desk/words/{id}").part("id", "one").with("note", "words"),
        act("say that the rule was right", "/desk/hits/{id}").part("id", "one").with("verdict", "right"),
        act("answer who asks for a second look", "/desk/appeals/{id}")
            .part("id", "one")
            .with("outcome", "stands")
            .with("answer", "words")
            .before("INSERT INTO appeal (id, sanction_id, account_id, words, made_at) SELECT 1, id, account_id, 'Please', 0 FROM sanction WHERE id = 1"),
        act("take back such an answer of Ms Lark", "/desk/appeals/{id}/undo").part("id", "one").before(
            "INSERT INTO appeal (id, sanction_id, account_id, words, made_at, decided_at, decided_by, outcome, answer)
               SELECT 1, id, account_id, 'Please', 0, now_ms(), (SELECT id FROM account WHERE username = 'ms.lark'), 'stands', 'No'
               FROM sanction WHERE id = 1",
        ),
    ]
}

fn accounts() -> Vec<Row> {
    let rank = |what, role| act(what, "/admin/people/{id}/duties").with("why", "words").with("role", role);
    let grant = |what, duty| rank(what, "staff").with("duties", duty);
    vec![
        act("give another name", "/admin/people/{id}").with("shown_name", "New Name"),
        rank("make a member", "member"),
        rank("make staff without a duty", "staff"),
        grant("make staff with Moderate", "moderate"),
        grant("make staff with Accounts", "accounts"),
        grant("make staff with Safeguard", "safeguard"),
        grant("make staff with Audit", "audit"),
        grant("make staff with Settings", "settings"),
        rank("make an owner", "owner"),
        rank("make a supervisor", "staff").with("preset", "supervisor"),
        rank("give the desk for class A", "staff").with("moderate-in", "{A}"),
        rank("give the accounts of class B", "staff").with("accounts-in", "{B}"),
        act("put them in class A", "/admin/people/{id}/groups").with("groups", "{A}"),
        act("put them in class B", "/admin/people/{id}/groups").with("groups", "{B}"),
        set("write them a note", "note"),
        set("let them read only", "read_only"),
        set("suspend them", "suspended"),
        set("stop their private messages", "no_messages"),
        act("change what is set about them", "/admin/people/{id}/sanctions/{sanction}")
            .with("lasts", "week")
            .with("reason", "rude")
            .with("words", "Calmer words")
            .part("sanction", "target")
            .before(IS_SET),
        act("lift what is set about them", "/admin/people/{id}/sanctions/{sanction}/lift")
            .part("sanction", "target")
            .before(IS_SET),
        act("say that they left", "/admin/people/{id}/standing").with("standing", "left"),
        act("make a slip with a new password", "/admin/people/{id}/password"),
        act("end a session of theirs", "/admin/people/{id}/sessions/{session}/end").part("session", "session"),
        act("say what of theirs waits", "/admin/people/{id}/level").with("approval", "hold_all"),
        act("let them talk with Nia", "/admin/people/{id}/pairs").with("pair", "nia"),
        act("let them talk with her no more", "/admin/people/{id}/pairs/{other}/remove")
            .part("other", "nia")
            .before(
                "INSERT INTO talk_pair SELECT min(a.id, n.id), max(a.id, n.id) FROM account AS a JOIN account AS n
                   WHERE n.username = 'nia' AND a.id <> n.id",
            ),
    ]
}

/// Of each account something is set that has its number.
const IS_SET: &str = "INSERT OR REPLACE INTO sanction (id, account_id, kind, reason, words, made_at)
    SELECT id, id, 'no_photos', 'other', 'Calm words', 0 FROM account";

fn set(what: &'static str, kind: &'static str) -> Row {
    let row = act(what, "/admin/people/{id}/sanctions").with("kind", kind).with("lasts", "day");
    row.with("reason", "rude").with("words", "Calm words")
}

fn making() -> Vec<Row> {
    let person = |what| act(what, "/admin/people").with("shown_name", "Una").with("username", "una");
    vec![
        person("make a member").with("role", "member"),
        person("make staff with Accounts").with("role", "staff").with("duties", "accounts"),
        person("make staff with Moderate").with("role", "staff").with("duties", "moderate"),
        person("make staff with Safeguard").with("role", "staff").with("duties", "safeguard"),
        person("make an owner").with("role", "owner"),
        act("look at a list of people first", "/admin/people/paste").with("list", "Una Tree"),
        act("make the people of a list", "/admin/people/paste/make").with("list", "Una Tree"),
        act("make a group", "/groups/new").with("name", "Class C").with("kind", "class"),
    ]
}

fn groups() -> Vec<Row> {
    vec![act("say what waits in it", "/groups/{id}/level").with("approval", "hold_all")]
}

fn readings() -> Vec<Row> {
    let ask = |what| act(what, "/readings").with("reason", "safety").with("words", "Words that are enough");
    vec![
        ask("open one of what somebody posts for few").with("person", "{mia}").with("what", "posts"),
        ask("open one of with whom somebody talks").with("person", "{mia}"),
        ask("open one of a conversation in a case").with("case", "{reported message}"),
        act("confirm that of the owner", "/readings/{id}/confirm").part("id", "seven").before(WAITS),
        act("refuse it", "/readings/{id}/refuse").part("id", "seven").before(WAITS),
        act("end that of Ms Lark", "/readings/{id}/end").part("id", "seven").before(OPEN),
        act("stop it, since it is confidential", "/readings/{id}/confidential")
            .part("id", "seven")
            .before(OPEN),
        act("bring something of it to the desk", "/readings/{id}/desk/{item}")
            .part("id", "seven")
            .part("item", "few")
            .before(OPEN),
        act("take it out as evidence", "/evidence/readings/{id}")
            .part("id", "seven")
            .with("reason", "The court asks for it")
            .with("post", "{few}")
            .before(OPEN),
    ]
}

/// A Reading that the owner asked for, and that waits for a second member of staff.
const WAITS: &str =
    "INSERT INTO reading (id, staff_id, person_id, of_posts, reason, words, asked_at, needs_second,
      from_at, until_at, boot, until_up_ms)
    SELECT 7, 1, (SELECT id FROM account WHERE username = 'mia'), 1, 'safety', 'Words that are enough', 0, 1,
      0, 9000000000000, (SELECT max(id) FROM boot), 9000000000000";

/// One that the safeguarding lead has open.
const OPEN: &str = "INSERT INTO reading (id, staff_id, person_id, of_posts, reason, words, asked_at, needs_second,
      from_at, until_at, boot, until_up_ms)
    SELECT 7, (SELECT id FROM account WHERE username = 'ms.lark'), (SELECT id FROM account WHERE username = 'mia'), 1,
      'safety', 'Words that are enough', 0, 0, 0, 9000000000000, (SELECT max(id) FROM boot), 9000000000000";

fn apart() -> Vec<Row> {
    let sides =
        |what, one, other| act(what, "/apart").with("one", one).with("other", other).with("kind", "court");
    vec![
        sides("keep Ben and Zed apart", "ben", "zed"),
        sides("keep staff with Accounts from Zed", "mr.hay", "zed"),
        sides("keep an owner from Zed", "dr.wren", "zed").never("an owner sees everything"),
        act("change why Mia and Nia are", "/apart/{id}/edit")
            .part("id", "seven")
            .with("kind", "conduct")
            .before(KEPT),
        act("end it", "/apart/{id}/end").part("id", "seven").with("why", "It is over").before(KEPT),
        act("take one out of a talk of both", "/apart/{id}/settle")
            .part("id", "seven")
            .with("talk", "{reported talk}")
            .with("person", "{nia}")
            .before(KEPT),
    ]
}

/// Mia and Nia are kept apart.
const KEPT: &str = "INSERT INTO keep_apart (id, one_person_id, other_person_id, kind, from_date, from_day, set_by, set_at, begun_at)
    SELECT 7, m.id, n.id, 'court', '2026-01-01', 0, 1, 0, 0 FROM account AS m JOIN account AS n
    WHERE m.username = 'mia' AND n.username = 'nia'";

fn words() -> Vec<Row> {
    let form = |row: Row| {
        row.with("pattern", "zzyzx")
            .with("kind", "word")
            .with("action", "flag")
            .with("severity", "2")
            .with("category", "other")
    };
    vec![
        form(act("make one", "/watch")),
        form(act("change one", "/watch/{id}").part("id", "one")),
        act("switch one off", "/watch/{id}/switch").part("id", "one").with("on", "no"),
        act("take one away", "/watch/{id}/remove").part("id", "one"),
        act("take in a table", "/watch/table").with(
            "pasted",
            "pattern,kind,action,severity,category,languages,exceptions,note\nzzyzx,word,flag,2,other,,,",
        ),
        act("take in a list that comes with the box", "/watch/table/starter").with("list", "en"),
        act("take them out as a file", "/watch/table/export"),
    ]
}

fn record() -> Vec<Row> {
    vec![
        act("take it out as a file", "/audit/export").with("as", "csv"),
        act("compare it with a sheet", "/sheets/check"),
    ]
}

/// What the box keeps in memory of these is not put back: they stand last, in an order in which that does no harm.
fn house() -> Vec<Row> {
    vec![
        act("take out who has read the notice", "/admin/notice/readers/file"),
        act("say that the clock is right", "/admin/clock"),
        week(act("set the hours of the site", "/admin/hours/site")),
        act("end the hours of the site", "/admin/hours/site/remove").before(ALWAYS_OPEN),
        week(act("set the hours of class A", "/admin/hours/groups/{id}").part("id", "A")),
        act("end the hours of class A", "/admin/hours/groups/{id}/remove")
            .part("id", "A")
            .before(ALWAYS_OPEN),
        act("change the rules", "/admin/rules")
            .with("site_name", "Hillview")
            .with("kind", "school")
            .with("language", "en")
            .with("time_zone", "UTC")
            .with("approval", "open")
            .with("talk", "everyone"),
        act("say how long things are kept", "/admin/retention").with("keep_messages", "365"),
        act("let much be deleted", "/admin/retention/confirm").with("count", "25").before(ASKS),
        act("begin a legal hold", "/admin/holds")
            .with("sort", "group")
            .with("what", "Class A")
            .with("reason", "A court asks for it")
            .with("review", "{in a month}"),
        act("look at a legal hold again", "/admin/holds/{id}/review").part("id", "seven").before(HELD),
        act("end a legal hold", "/admin/holds/{id}/end").part("id", "seven").before(HELD),
        act("stop all writing", "/desk/freeze").with("words", "Enough"),
        act("let people write again", "/desk/freeze/end")
            .before("INSERT INTO freeze (words, begun_by, begun_at) VALUES ('Enough', 1, 0)"),
        act("write another notice", "/admin/notice").with("en", "Another notice of the house"),
    ]
}

/// A run that would take away more than usual, and waits.
const ASKS: &str = "INSERT INTO retention_run (day, state, posts_ms, messages_ms, cases_ms, posts_to, messages_to, drafts_to, spans,
      posts, messages, cases, drafts, begun_at)
    SELECT 0, 'asks', 0, 0, 0, 0, 0, 0, 1, 25, 0, 0, 0, 0";

/// A legal hold on what the owner made.
const HELD: &str = "INSERT INTO legal_hold (id, account_id, reason, begun_by, begun_at, review_at)
    SELECT 7, 1, 'A court asks for it', 1, 0, 0";

/// Hours of use in which nothing is ever closed, for the site and for each group.
const ALWAYS_OPEN: &str = "INSERT INTO hours (group_id, words)
    SELECT NULL, replace('0000000', '0', '00:00-24:00' || char(10))
    UNION ALL SELECT id, replace('0000000', '0', '00:00-24:00' || char(10)) FROM \"group\"";

fn week(row: Row) -> Row {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    days.into_iter().fold(row, |row, day| row.with(day, "00:00-24:00"))
}
