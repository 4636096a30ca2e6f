//! Rows of what everybody makes and does: posts, talk, groups, people, and what is one's own.

use super::row::{Of, Row, Section, act};
use crate::harness::PASSWORD;

pub fn sections() -> Vec<Section> {
    let section = |title, of, rows| Section { title, of, rows };
    vec![
        section("Posts", Of::Post, posts()),
        section("Comments under those posts", Of::Comment, comments()),
        section("Albums", Of::Album, albums()),
        section("Photos in those albums", Of::Photo, photos()),
        section("Events", Of::Event, events()),
        section("Announcements", Of::Announcement, announcements()),
        section("Files of groups", Of::File, files()),
        section("Conversations", Of::Talk, talks()),
        section("Messages in those conversations", Of::Message, messages()),
        section("Groups", Of::Group, groups()),
        section("People", Of::Person, people()),
        section("Aspects", Of::Aspect, aspects()),
        section("Sessions", Of::Session, vec![act("end one", "/my/sessions/{id}/end")]),
        section("Being tagged in a photo", Of::Spot, spots()),
        section("What one makes", Of::Nothing, making()),
        section("What one chooses for oneself", Of::Nothing, choosing()),
        section("Coming and going", Of::Nothing, at_the_door()),
    ]
}

fn posts() -> Vec<Row> {
    vec![
        act("change it", "/posts/{id}/edit").with("body", "other words"),
        act("look at a change", "/posts/{id}/edit/preview").with("body", "other words"),
        act("let only oneself see it", "/posts/{id}/audience").with("audience", "only_me"),
        act("close its comments", "/posts/{id}/lock"),
        act("open its comments", "/posts/{id}/unlock").before("UPDATE post SET locked = 1"),
        act("take it away", "/posts/{id}/remove"),
        act("pin it on top of Everyone", "/posts/{id}/pin").with("stream", "0"),
        act("pin it on top of class A", "/posts/{id}/pin").with("stream", "{A}"),
        act("unpin it from Everyone", "/posts/{id}/unpin").with("stream", "0").before(
            "INSERT INTO pin SELECT 0, id, 0 FROM item WHERE kind = 'post' AND audience = 'everyone'",
        ),
        act("unpin it from class A", "/posts/{id}/unpin").with("stream", "{A}").before(
            "INSERT INTO pin SELECT target_id, item_id, 0 FROM item_to WHERE kind = 'group'
               AND item_id IN (SELECT id FROM item WHERE kind = 'post')",
        ),
        act("follow it", "/posts/{id}/follow").with("wish", "follow"),
        act("hide it", "/posts/{id}/hide"),
        act("bring it back", "/posts/{id}/unhide").before(
            "INSERT INTO hidden SELECT a.id, i.id, 0 FROM account AS a JOIN item AS i WHERE i.kind = 'post'",
        ),
        act("react", "/posts/{id}/reactions").with("kind", "heart"),
        act("vote in its poll", "/posts/{id}/vote").with("answer-{id}", "0"),
        act("comment", "/posts/{id}/comments").with("body", "words"),
        act("look at a comment first", "/posts/{id}/comments/preview").with("body", "words"),
        act("pass it on", "/posts/{id}/reshares").with("body", "words").with("audience", "everyone"),
        act("look at that first", "/posts/{id}/reshares/preview")
            .with("body", "words")
            .with("audience", "everyone"),
        // Of other things it is the same route; a person may report ten in a row.
        act("report it", "/report/{id}").with("reason", "rude"),
        act("say that one worries about its author", "/worried/{id}").with("note", "words").only("e"),
    ]
}

fn comments() -> Vec<Row> {
    vec![
        act("change it", "/comments/{id}/edit").with("body", "other words"),
        act("look at a change", "/comments/{id}/edit/preview").with("body", "other words"),
        act("take it away", "/comments/{id}/remove"),
        act("react", "/comments/{id}/reactions").with("kind", "heart"),
    ]
}

fn albums() -> Vec<Row> {
    vec![
        act("change it", "/albums/{id}/edit").with("title", "Other").with("audience", "everyone"),
        act("put a photo in", "/albums/{id}/photos").file("photo"),
        act("take it away", "/albums/{id}/remove"),
    ]
}

fn photos() -> Vec<Row> {
    vec![
        act("change what it says", "/photos/{id}/edit").with("caption", "other words"),
        act("put it elsewhere in its album", "/photos/{id}/place").with("step", "first"),
        act("put it into another album of one's own", "/photos/{id}/album")
            .with("album", super::SECOND_ALBUM),
        act("make it the cover", "/photos/{id}/cover"),
        act("take it away", "/photos/{id}/remove"),
        act("comment", "/photos/{id}/comments").with("body", "words"),
        act("look at a comment first", "/photos/{id}/comments/preview").with("body", "words"),
        act("react", "/photos/{id}/reactions").with("kind", "heart"),
        act("tag Mia in it", "/photos/{id}/tag")
            .with("person", "mia")
            .with("across", "500")
            .with("down", "500"),
    ]
}

fn events() -> Vec<Row> {
    let form = |row: Row| row.with("title", "Other").with("first", "2031-03-12").with("audience", "everyone");
    vec![
        form(act("change it", "/events/{id}/edit")),
        act("cancel it", "/events/{id}/cancel"),
        act("take it away", "/events/{id}/remove"),
        act("say that one comes", "/events/{id}/answer").with("answer", "yes"),
    ]
}

fn announcements() -> Vec<Row> {
    vec![
        act("change it", "/announcements/{id}/edit")
            .with("title", "Other")
            .with("body", "words")
            .with("audience", "groups")
            .with("groups", "{A}"),
        act("take it away", "/announcements/{id}/remove"),
        act("say that one has read it", "/announcements/{id}/read"),
    ]
}

fn files() -> Vec<Row> {
    vec![
        act("change what it says", "/files/{id}/edit").with("name", "other.txt").with("about", "words"),
        act("take it away", "/files/{id}/remove"),
    ]
}

fn talks() -> Vec<Row> {
    vec![
        act("say something", "/chat/{id}/messages").with("body", "words"),
        act("note how far one has read", "/chat/{id}/read").with("place", "1"),
        act("give it a name", "/chat/{id}/name").with("name", "Other"),
        act("take Zoe in", "/chat/{id}/people").with("people", "{zoe}"),
        act("take Nia out", "/chat/{id}/people/{person}/remove").part("person", "nia"),
        act("leave it", "/chat/{id}/leave"),
        act("mute it", "/chat/{id}/mute").asking("?on=true"),
        act("put it away", "/chat/{id}/away").asking("?on=true"),
        act("give it a picture", "/chat/{id}/picture").file("picture"),
        act("take its picture away", "/chat/{id}/picture/remove")
            .before("UPDATE conversation SET picture = (SELECT name FROM photo LIMIT 1)"),
    ]
}

fn messages() -> Vec<Row> {
    vec![
        act("change it", "/messages/{id}/edit").with("body", "other words"),
        act("look at a change", "/messages/{id}/edit/preview").with("body", "other words"),
        act("take it back", "/messages/{id}/remove"),
        act("react", "/messages/{id}/reactions").with("kind", "heart"),
        act("report it", "/report/{id}").with("reason", "rude").only("a"),
    ]
}

fn groups() -> Vec<Row> {
    let asks = "INSERT INTO group_ask SELECT g.id, a.id, '', 0, 0, NULL FROM account AS a JOIN \"group\" AS g
        WHERE NOT EXISTS (SELECT 1 FROM membership WHERE group_id = g.id AND account_id = a.id)";
    let invites =
        "INSERT INTO group_invite SELECT g.id, a.id, 1, 0, NULL FROM account AS a JOIN \"group\" AS g
        WHERE NOT EXISTS (SELECT 1 FROM membership WHERE group_id = g.id AND account_id = a.id)";
    vec![
        act("put a file there", "/groups/{id}/files").file("file"),
        act("make an album of all", "/groups/{id}/albums").with("title", "Trip"),
        act("ask to come in", "/groups/{id}/join").with("words", "please"),
        act("ask no more", "/groups/{id}/join/withdraw").before(asks),
        act("decline an invitation", "/groups/{id}/join/decline").before(invites),
        act("leave it", "/groups/{id}/leave"),
        act("answer Zoe, who asks", "/groups/{id}/asks/{username}")
            .with("answer", "yes")
            .part("username", "@zoe")
            .before(asks),
        act("invite Zoe", "/groups/{id}/invite").with("usernames", "zoe"),
        act("take Zoe's invitation back", "/groups/{id}/invites/{username}/remove")
            .part("username", "@zoe")
            .before(invites),
        act("put Zoe in", "/groups/{id}/people").with("usernames", "zoe"),
        act("take Bea out", "/groups/{id}/members/{username}/remove").part("username", "@bea"),
        act("let Bea lead", "/groups/{id}/members/{username}/leader")
            .part("username", "@bea")
            .with("leads", "yes"),
        act("open or close its conversation", "/groups/{id}/chat").with("open", "no"),
        act("stop all writing there", "/groups/{id}/freeze").with("words", "Enough"),
        act("let them write again", "/groups/{id}/freeze/end").before(
            "INSERT INTO freeze (group_id, words, begun_by, begun_at) SELECT id, 'Enough', 1, 0 FROM \"group\"",
        ),
        act("change it", "/groups/{id}/edit")
            .with("name", "Other")
            .with("kind", "club")
            .with("joining", "ask"),
        act("take its picture away", "/groups/{id}/picture/remove")
            .before("UPDATE \"group\" SET picture = (SELECT name FROM photo LIMIT 1)"),
        act("take the group away", "/groups/{id}/remove"),
    ]
}

fn people() -> Vec<Row> {
    vec![
        act("share with them", "/people/{username}/share"),
        act("share no more", "/people/{username}/unshare").before(
            "INSERT OR IGNORE INTO contact SELECT a.id, b.id, 0 FROM account AS a JOIN account AS b
               WHERE a.id <> b.id",
        ),
        act("block them", "/people/{username}/block"),
        act("end the block", "/people/{username}/unblock").before(
            "INSERT INTO block SELECT a.id, b.id, 0 FROM account AS a JOIN account AS b WHERE a.id <> b.id",
        ),
        act("write to them", "/chat/with/{username}").with("body", "words"),
    ]
}

fn aspects() -> Vec<Row> {
    vec![
        act("give it a name", "/aspects/{id}/edit").with("name", "Other"),
        act("move it down", "/aspects/{id}/move").with("to", "down"),
        act("put people in", "/aspects/{id}/people").with("shown", "{nia}").with("inside", "{nia}").before(
            "INSERT OR IGNORE INTO contact SELECT a.id, b.id, 0 FROM account AS a JOIN account AS b
               WHERE a.id <> b.id AND b.username = 'nia'",
        ),
        act("take it away", "/aspects/{id}/remove"),
    ]
}

fn spots() -> Vec<Row> {
    vec![act("allow it", "/tagged/{id}/allow"), act("take it away", "/tagged/{id}/remove")]
}

fn making() -> Vec<Row> {
    let audience = |row: Row, group: &'static str| row.with("audience", "groups").with("groups", group);
    let post = |what, path| act(what, path).with("body", "words");
    let event = |what| act(what, "/events").with("title", "Walk").with("first", "2031-03-12");
    let announcement = |what| act(what, "/announcements").with("title", "Drill").with("body", "words");
    vec![
        post("post to everyone", "/posts").with("audience", "everyone"),
        audience(post("post to class A", "/posts"), "{A}"),
        audience(post("post to class B", "/posts"), "{B}"),
        post("look at a post first", "/posts/preview").with("audience", "everyone"),
        act("make an album for everyone", "/albums").with("title", "Trip").with("audience", "everyone"),
        audience(act("make one for class B", "/albums").with("title", "Trip"), "{B}"),
        event("make an event for everyone").with("audience", "everyone"),
        audience(event("make one for class A"), "{A}"),
        audience(event("make one for class B"), "{B}"),
        announcement("announce to everyone").with("audience", "everyone"),
        audience(announcement("announce to class A"), "{A}"),
        audience(announcement("announce to class B"), "{B}"),
        post("keep a draft", "/drafts").with("draft", "ABCD-EFGH"),
        act("throw it away", "/drafts/{word}/remove").part("word", "a draft").before(
            "INSERT INTO draft (account_id, word, fields, saved_at) SELECT id, 'ABCD-EFGH', '[]', 0 FROM account",
        ),
        act("begin a conversation", "/chat/new").with("people", "{mia}").with("people", "{nia}"),
        act("ask a person for help", "/help/need").with("note", "words"),
        act("report somebody", "/report/person/{id}").part("id", "mia").with("reason", "unkind"),
        act("say that one worries about somebody", "/worried/person/{id}").part("id", "mia"),
    ]
}

fn choosing() -> Vec<Row> {
    vec![
        act("make an aspect", "/aspects").with("name", "New"),
        act("choose the stream of one's aspects", "/streams/aspects"),
        act("answer to staff in a case about Rex", "/talks/{id}").part("id", "one").with("words", "words").before(
            "INSERT INTO case_talk (id, case_id, account_id, part, begun_at)
               SELECT 1, max(c.id), (SELECT id FROM account WHERE username = 'rex'), 'about', 0 FROM \"case\" AS c
               WHERE c.sort = 'worry' AND c.closed_at IS NULL",
        ),
        act("ask for a second look at what was set", "/appeals")
            .with("sanction", "1")
            .with("words", "Please"),
        act("follow a tag", "/streams/tags").with("tag", "herons"),
        act("follow the tag of a page", "/tags/{name}/follow").part("name", "a tag"),
        act("follow it no more", "/tags/{name}/unfollow").part("name", "a tag"),
        act("change one's profile", "/my/profile").with("place", "Pond"),
        act("take one's picture away", "/my/profile/picture/remove"),
        act("choose how pages look", "/my/preferences").with("theme", "dark").with("text_size", "large"),
        act("choose what one hears of", "/my/notices").with("hear", "mentions"),
        act("read one's notices", "/notices/read"),
        act("be asked before one is tagged", "/my/tags").with("ask", "yes"),
        act("not be shown as here", "/my/presence").with("hide", "yes"),
        act("have one's things packed", "/my/archive").with("password", PASSWORD),
    ]
}

fn at_the_door() -> Vec<Row> {
    vec![
        act("sign in as Mia", "/sign-in").with("username", "mia").with("password", PASSWORD),
        act("ask for a second look from outside", "/appeals/outside")
            .with("username", "mia")
            .with("password", PASSWORD)
            .with("words", "Please")
            .never("she is not suspended"),
        act("sign out", "/sign-out"),
        act("choose another password", "/password")
            .with("present", PASSWORD)
            .with("new", "seven grey herons wade")
            .with("again", "seven grey herons wade"),
        act("say that one has read the notice", "/notice").with("version", "1").with("next", "/"),
        act("close one's account", "/my/close").with("password", PASSWORD),
        act("keep it", "/my/close/stay")
            .before("INSERT INTO closing SELECT id, 0, 1000, 0, 0, 0, 0, NULL FROM account WHERE id <> 1"),
        act("claim the box: the code", "/setup").with("code", "ABCD").never("it was claimed"),
        act("claim the box: the site", "/setup/site").with("site_name", "Mine").never("it was claimed"),
        act("claim the box: the owner", "/setup/owner").with("username", "me").never("it was claimed"),
    ]
}
