//! What everybody but the owner has in the exchange form: who they are, and what they said and pressed under the owner's posts.
//!
//! A place that reads the form takes somebody's comment only with a signature that a public key of theirs opens. Nobody
//! here has a key. So the box makes one more pair for each archive, says of everybody in it that this is their public
//! half, signs with the private half, and forgets that. What such a signature says: this box packed these words as those
//! of that person, and nothing was changed since. It does not say that they signed anything.

use super::diaspora::{Exchange, text};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::io::{self, Write};

impl Exchange<'_> {
    /// Writes the fields of `others_data`, piece by piece. Posts of others stay here: they are theirs to take along.
    pub(super) fn others(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "\"non_contact_authors\":[")?;
        for (place, username) in self.strangers()?.iter().enumerate() {
            comma(out, place > 0)?;
            serde_json::to_writer(&mut *out, &self.author(username))?;
        }
        write!(out, "],\"posts\":[],\"relayables\":[")?;
        let mut written = false;
        for leaf in self.sources.leaves("posts")? {
            for mut value in self.of_others(&leaf?.data) {
                comma(out, written)?;
                self.sign(&mut value)?;
                serde_json::to_writer(&mut *out, &value)?;
                written = true;
            }
        }
        write!(out, "]")
    }

    /// Who said or pressed something under the owner's posts and stands in no contact of theirs.
    fn strangers(&self) -> io::Result<BTreeSet<String>> {
        let mut found = BTreeSet::new();
        for leaf in self.sources.leaves("posts")? {
            let data = leaf?.data;
            let all = ["comments", "reactions"].into_iter().flat_map(|key| data[key].as_array()).flatten();
            found.extend(all.map(|each| text(each, "username").to_owned()));
        }
        found.remove(&self.me);
        for leaf in self.sources.leaves("contacts")? {
            found.remove(text(&leaf?.data, "username"));
        }
        Ok(found)
    }

    fn author(&self, username: &str) -> Value {
        json!({
            "account_id": self.id(username), "guid": self.guid("person", username), "public_key": self.voucher.public(),
        })
    }

    /// What others said and pressed under one post of the owner's.
    fn of_others(&self, data: &Value) -> Vec<Value> {
        let of = |key: &str| data[key].as_array().map_or(&[][..], Vec::as_slice).iter();
        let other = |each: &&Value| text(each, "username") != self.me;
        let comments =
            of("comments").filter(other).map(|each| self.comment(text(each, "username"), &data["id"], each));
        let likes =
            of("reactions").filter(other).map(|each| self.like(text(each, "username"), &data["id"], "Post"));
        comments.chain(likes).collect()
    }

    /// Puts in the signature: over the values of the properties in their order, with `;` between them.
    fn sign(&self, relayable: &mut Value) -> io::Result<()> {
        let signature = self.voucher.sign(&said_in_order(relayable)).map_err(io::Error::other)?;
        relayable["entity_data"]["author_signature"] = signature.into();
        Ok(())
    }
}

fn said_in_order(relayable: &Value) -> String {
    let order = relayable["property_order"].as_array().map_or(&[][..], Vec::as_slice);
    let data = &relayable["entity_data"];
    let values = order.iter().filter_map(Value::as_str).map(|key| match &data[key] {
        Value::String(words) => words.clone(),
        other => other.to_string(),
    });
    values.collect::<Vec<_>>().join(";")
}

fn comma(out: &mut dyn Write, needed: bool) -> io::Result<()> {
    if needed { out.write_all(b",\n") } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_are_the_values_in_their_order() {
        let like = json!({
            "entity_data": { "positive": true, "guid": "g", "author": "tom@box", "edited_at": "never" },
            "property_order": ["author", "guid", "positive"],
        });
        assert_eq!(said_in_order(&like), "tom@box;g;true");
    }
}
