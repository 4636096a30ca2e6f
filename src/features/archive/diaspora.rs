//! The exchange form of the elder network, version 2.0: what one takes along to another place.
//!
//! What was for Everyone here was for one house. There "public" means everybody on earth, so everything goes along as limited, and
//! what was for Everyone is for the contacts. What others said and pressed stands in `others.rs`.

use super::key::Voucher;
use super::leaf::Leaf;
use super::write::Sources;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use std::io::{self, Write};

/// With what a post was written, as it is said there.
const WRITTEN_WITH: &str = "Courtyard";

/// One exchange file that is about to be written.
pub(super) struct Exchange<'a> {
    pub(super) sources: &'a Sources<'a>,
    pub(super) host: String,
    pub(super) me: String,
    pub(super) profile: &'a Leaf,
    private_key: String,
    pub(super) voucher: Voucher,
    contacts: Vec<String>,
    aspects: HashMap<i64, Vec<String>>,
    groups: HashMap<i64, Vec<String>>,
    albums: HashSet<i64>,
}

impl<'a> Exchange<'a> {
    pub(super) fn new(
        sources: &'a Sources<'a>,
        profile: &'a Leaf,
        private_key: String,
        voucher: Voucher,
    ) -> io::Result<Exchange<'a>> {
        let me = text(&profile.data, "username").to_owned();
        let host = format!("{}.courtyard.local", sources.install_id);
        let (mut contacts, mut aspects) = (Vec::new(), HashMap::new());
        for leaf in sources.leaves("contacts")? {
            let data = leaf?.data;
            if data["i_share"] == true {
                contacts.push(text(&data, "username").to_owned());
            }
        }
        for leaf in sources.leaves("aspects")? {
            let leaf = leaf?;
            let people = leaf.data["people"].as_array().into_iter().flatten();
            aspects.insert(leaf.id, people.filter_map(Value::as_str).map(str::to_owned).collect());
        }
        let mut groups: HashMap<i64, Vec<String>> = HashMap::new();
        for (group, username) in sources.members {
            groups.entry(*group).or_default().push(username.clone());
        }
        let albums =
            sources.leaves("albums")?.map(|leaf| leaf.map(|leaf| leaf.id)).collect::<io::Result<_>>()?;
        Ok(Exchange { sources, host, me, profile, private_key, voucher, contacts, aspects, groups, albums })
    }

    pub(super) fn username(&self) -> &str {
        &self.me
    }

    /// Does this photo go along? What is in an album of somebody else has no post of the owner's to be in.
    pub(super) fn takes(&self, photo: &Leaf) -> bool {
        !photo.data["post"].is_null()
            || photo.data["album"].as_i64().is_some_and(|album| self.albums.contains(&album))
    }

    /// What the file of a photo is called there.
    pub(super) fn photo_name(&self, id: i64) -> String {
        format!("{}.jpg", self.guid("item", id))
    }

    /// What the file of the owner's own picture is called there.
    pub(super) fn picture_name(&self) -> String {
        format!("{}.jpg", self.guid("picture", &self.me))
    }

    /// Writes the whole, piece by piece.
    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "{{\"version\":\"2.0\",\"user\":{{")?;
        for (key, value) in self.user() {
            write!(out, "\"{key}\":{value},")?;
        }
        self.list(out, "contact_groups", "aspects", |leaf| Some(json!({ "name": leaf.head })))?;
        self.list(out, ",\"contacts", "contacts", |leaf| Some(self.contact(&leaf.data)))?;
        self.list(out, ",\"blocks", "blocks", |leaf| Some(self.id(text(&leaf.data, "username")).into()))?;
        self.list(out, ",\"followed_tags", "followed_tags", |leaf| Some(leaf.data["tag"].clone()))?;
        self.list(out, ",\"post_subscriptions", "followed_posts", |leaf| {
            (leaf.data["follows"] == true).then(|| self.guid("item", leaf.id).into())
        })?;
        write!(out, ",\"posts\":[")?;
        let mut first = true;
        self.each(out, "posts", &mut first, |leaf| self.posts(&leaf.data))?;
        let photos = self.photos_of_albums()?;
        self.each(out, "albums", &mut first, |leaf| vec![self.album(&leaf, &photos)])?;
        write!(out, "],\"relayables\":[")?;
        let mut first = true;
        self.each(out, "comments", &mut first, |leaf| self.own_comment(&leaf.data).into_iter().collect())?;
        self.each(out, "reactions", &mut first, |leaf| self.own_like(&leaf.data).into_iter().collect())?;
        self.each(out, "votes", &mut first, |leaf| self.own_votes(&leaf.data))?;
        write!(out, "]}},\"others_data\":{{")?;
        self.others(out)?;
        writeln!(out, "}}}}")
    }

    fn user(&self) -> Vec<(&'static str, Value)> {
        let settings = self.sources.leaves("settings").ok().and_then(|mut leaves| leaves.next());
        let language =
            settings.and_then(Result::ok).map_or(Value::Null, |leaf| leaf.data["language"].clone());
        let language = if language.is_null() { self.sources.lang.tag().into() } else { language };
        vec![
            ("username", self.me.clone().into()),
            ("email", self.id(&self.me).into()),
            ("language", language),
            ("private_key", self.private_key.clone().into()),
            ("disable_mail", true.into()),
            ("show_community_spotlight_in_stream", false.into()),
            ("auto_follow_back", false.into()),
            ("auto_follow_back_aspect", Value::Null),
            ("profile", wrapped("profile", self.own_profile())),
        ]
    }

    fn contact(&self, data: &Value) -> Value {
        let (they, i) = (&data["they_share"], &data["i_share"]);
        let username = text(data, "username");
        json!({
            "sharing": they, "receiving": i, "following": they, "followed": i, "account_id": self.id(username),
            "contact_groups_membership": data["aspects"], "person_guid": self.guid("person", username),
            "person_name": data["name"], "public_key": self.voucher.public(),
        })
    }

    /// A post, and what it passes on. There, a reshare has no words: those of the owner go along as a post beside it.
    fn posts(&self, data: &Value) -> Vec<Value> {
        let passes_on = &data["passes_on"];
        if passes_on.is_null() {
            return vec![self.post(data)];
        }
        let bare = text(data, "text").is_empty() && data["photos"].as_array().is_none_or(Vec::is_empty);
        let words = (!bare).then(|| self.post(data));
        let kind = if bare { "item" } else { "reshare" };
        let reshare = (passes_on["gone"] != true).then(|| self.reshare(kind, data));
        words.into_iter().chain(reshare).collect()
    }

    fn reshare(&self, kind: &str, data: &Value) -> Value {
        let root = &data["passes_on"];
        let entity = json!({
            "author": self.id(&self.me), "guid": self.guid(kind, &data["id"]), "created_at": data["made_at"],
            "root_author": self.id(text(root, "username")), "root_guid": self.guid("item", &root["id"]),
        });
        let mut post = wrapped("reshare", entity);
        post["subscribed_pods_uris"] = json!([format!("https://{}/", self.host)]);
        post
    }

    fn post(&self, data: &Value) -> Value {
        let guid = self.guid("item", &data["id"]);
        let photos = data["photos"].as_array().map_or(&[][..], Vec::as_slice);
        let mut entity = json!({
            "author": self.id(&self.me), "guid": guid, "created_at": data["made_at"], "public": false,
            "provider_display_name": WRITTEN_WITH, "location": null, "text": said(data), "photos": photos.iter().map(|photo| self.photo(photo, &guid)).collect::<Vec<_>>(),
        });
        keep(&mut entity, "edited_at", &data["edited_at"]);
        if !data["poll"].is_null() {
            entity["poll"] = self.poll(&data["id"], &data["poll"], text(data, "text"));
        }
        self.addressed(entity, &data["audience"])
    }

    /// An album goes along as a post with its photos.
    fn album(&self, leaf: &Leaf, photos: &HashMap<i64, Vec<Value>>) -> Value {
        let guid = self.guid("item", leaf.id);
        let inside = photos.get(&leaf.id).map_or(&[][..], Vec::as_slice);
        let words = format!("**{}**\n\n{}", leaf.head, leaf.text);
        let entity = json!({
            "author": self.id(&self.me), "guid": guid, "created_at": leaf.data["made_at"], "public": false,
            "provider_display_name": WRITTEN_WITH, "location": null, "text": words.trim(), "photos": inside.iter().map(|photo| self.photo(photo, &guid)).collect::<Vec<_>>(),
        });
        self.addressed(entity, &leaf.data["audience"])
    }

    /// The wrapper of a post, with whom it goes to.
    fn addressed(&self, entity: Value, audience: &Value) -> Value {
        let mut post = wrapped("status_message", entity);
        let to = audience["to"].as_array().map_or(&[][..], Vec::as_slice);
        let within = |map: &HashMap<i64, Vec<String>>| {
            let lists = to.iter().filter_map(|each| map.get(&each["id"].as_i64()?));
            lists.flatten().cloned().collect::<Vec<String>>()
        };
        let mut people = match text(audience, "kind") {
            "everyone" | "contacts" => self.contacts.clone(),
            "aspects" => within(&self.aspects),
            "groups" => within(&self.groups),
            "people" => {
                to.iter().map(|each| text(each, "name").to_owned()).filter(|name| !name.is_empty()).collect()
            }
            _ => Vec::new(),
        };
        people.sort_unstable();
        people.dedup();
        post["subscribed_users_ids"] = people.iter().map(|name| Value::from(self.id(name))).collect();
        post
    }

    fn photo(&self, data: &Value, post: &str) -> Value {
        let id = data["id"].as_i64().unwrap_or(0);
        let words = [text(data, "alt"), text(data, "caption")].into_iter().find(|words| !words.is_empty());
        let mut entity = json!({
            "guid": self.guid("item", id), "author": self.id(&self.me), "public": false, "created_at": data["made_at"],
            "remote_photo_path": format!("https://{}/uploads/images/", self.host),
            "remote_photo_name": self.photo_name(id), "text": words.unwrap_or_default(), "status_message_guid": post,
            "height": data["height"], "width": data["width"],
        });
        keep(&mut entity, "edited_at", &data["edited_at"]);
        wrapped("photo", entity)
    }

    fn poll(&self, post: &Value, poll: &Value, body: &str) -> Value {
        let question = match text(poll, "question") {
            "" => body.lines().next().unwrap_or_default().chars().take(255).collect(),
            asked => asked.to_owned(),
        };
        let answers = poll["answers"].as_array().into_iter().flatten().map(|answer| {
            let guid = self.answer(post, &answer["place"]);
            wrapped("poll_answer", json!({ "guid": guid, "answer": answer["words"] }))
        });
        let guid = self.guid("poll", post);
        wrapped(
            "poll",
            json!({ "guid": guid, "question": question, "poll_answers": answers.collect::<Vec<_>>() }),
        )
    }

    /// What was said under a photo stays in `data.json`: there, comments stand under posts alone.
    fn own_comment(&self, data: &Value) -> Option<Value> {
        (data["about"]["kind"] != "photo").then(|| self.comment(&self.me, &data["item"], data))
    }

    pub(super) fn comment(&self, author: &str, post: &Value, data: &Value) -> Value {
        let mut entity = json!({
            "author": self.id(author), "guid": self.guid("item", &data["id"]), "parent_guid": self.guid("item", post),
            "text": data["text"], "created_at": data["made_at"],
        });
        keep(&mut entity, "edited_at", &data["edited_at"]);
        relayable("comment", entity, &["author", "guid", "parent_guid", "text", "created_at"])
    }

    fn own_like(&self, data: &Value) -> Option<Value> {
        let parent = match data["about"]["kind"].as_str()? {
            "post" => "Post",
            "comment" => "Comment",
            _ => return None,
        };
        Some(self.like(&self.me, &data["item"], parent))
    }

    pub(super) fn like(&self, author: &str, item: &Value, parent_type: &str) -> Value {
        let entity = json!({
            "author": self.id(author), "guid": self.guid("like", format!("{author} {item}")),
            "parent_guid": self.guid("item", item), "parent_type": parent_type, "positive": true,
        });
        relayable("like", entity, &["author", "guid", "parent_guid", "parent_type", "positive"])
    }

    fn own_votes(&self, data: &Value) -> Vec<Value> {
        let places = data["places"].as_array().into_iter().flatten();
        let vote = |place: &Value| {
            let entity = json!({
                "author": self.id(&self.me), "guid": self.guid("vote", format!("{} {place}", data["item"])),
                "parent_guid": self.guid("poll", &data["item"]), "poll_answer_guid": self.answer(&data["item"], place),
            });
            relayable("poll_participation", entity, &["author", "guid", "parent_guid", "poll_answer_guid"])
        };
        places.map(vote).collect()
    }

    /// The photos of each album, in the order in which they were added.
    fn photos_of_albums(&self) -> io::Result<HashMap<i64, Vec<Value>>> {
        let mut found: HashMap<i64, Vec<Value>> = HashMap::new();
        for leaf in self.sources.leaves("photos")? {
            let data = leaf?.data;
            if let Some(album) = data["album"].as_i64() {
                found.entry(album).or_default().push(data);
            }
        }
        Ok(found)
    }

    fn list(
        &self,
        out: &mut dyn Write,
        key: &str,
        section: &str,
        each: impl Fn(Leaf) -> Option<Value>,
    ) -> io::Result<()> {
        let quoted = if key.starts_with(',') { format!("{key}\"") } else { format!("\"{key}\"") };
        write!(out, "{quoted}:[")?;
        self.each(out, section, &mut true, |leaf| each(leaf).into_iter().collect())?;
        write!(out, "]")
    }

    fn each(
        &self,
        out: &mut dyn Write,
        section: &str,
        first: &mut bool,
        made: impl Fn(Leaf) -> Vec<Value>,
    ) -> io::Result<()> {
        for leaf in self.sources.leaves(section)? {
            for value in made(leaf?) {
                if !std::mem::take(first) {
                    out.write_all(b",\n")?;
                }
                serde_json::to_writer(&mut *out, &value)?;
            }
        }
        Ok(())
    }

    /// An account as the elder names one.
    pub(super) fn id(&self, username: &str) -> String {
        format!("{username}@{}", self.host)
    }

    fn answer(&self, post: &Value, place: &Value) -> String {
        self.guid("answer", format!("{post} {place}"))
    }

    /// The name that a thing of this box has everywhere: the same each time it is packed.
    pub(super) fn guid(&self, kind: &str, id: impl std::fmt::Display) -> String {
        let hash = blake3::hash(format!("{} {kind} {id}", self.sources.install_id).as_bytes());
        hash.to_hex()[..32].to_owned()
    }
}

pub(super) fn text<'v>(data: &'v Value, key: &str) -> &'v str {
    data[key].as_str().unwrap_or_default()
}

/// The text of a post. There, the tag `#nsfw` puts one behind a shield.
fn said(data: &Value) -> String {
    let (body, sensitive) = (text(data, "text"), &data["sensitive"]);
    if sensitive.is_null() {
        return body.to_owned();
    }
    format!("{body}\n\n{} #nsfw", text(sensitive, "word")).trim().to_owned()
}

/// Puts in what there is; what is nothing is left out.
fn keep(entity: &mut Value, key: &str, value: &Value) {
    if !value.is_null() {
        entity[key] = value.clone();
    }
}

fn wrapped(kind: &str, data: Value) -> Value {
    json!({ "entity_type": kind, "entity_data": data })
}

fn relayable(kind: &str, data: Value, order: &[&str]) -> Value {
    json!({ "entity_type": kind, "entity_data": data, "property_order": order })
}
