//! The owner of an archive in the exchange form: their profile, as it stands when it is packed.

use super::diaspora::{Exchange, text};
use super::leaf::iso;
use crate::base::marks;
use serde_json::{Value, json};

/// Characters of a first name that are taken there.
const NAME_CHARS_MAX: usize = 32;
/// Tags of a profile that are taken there.
const PROFILE_TAGS_MAX: usize = 5;

impl Exchange<'_> {
    pub(super) fn own_profile(&self) -> Value {
        let data = &self.profile.data;
        let full: String = text(data, "name").replace(';', ",");
        let (first, last) = full.split_once(' ').unwrap_or((&full, ""));
        let short = |name: &str| name.chars().take(NAME_CHARS_MAX).collect::<String>();
        let mut profile = json!({
            "author": self.id(&self.me), "full_name": full, "first_name": short(first), "last_name": short(last),
            "bio": text(data, "about"), "gender": text(data, "pronouns"), "location": text(data, "place"),
            "searchable": true, "public": false, "nsfw": false, "tag_string": tags_of(text(data, "about")),
            "edited_at": iso(self.sources.now_ms),
        });
        if !data["picture"].is_null() {
            // One size for all three: a box keeps one.
            let address = format!("https://{}/uploads/images/{}", self.host, self.picture_name());
            for size in ["image_url", "image_url_medium", "image_url_small"] {
                profile[size] = address.clone().into();
            }
        }
        let birthday = text(data, "birthday");
        if !birthday.is_empty() {
            // A birthday without a year: this is how the elder writes one.
            profile["birthday"] = format!("1004-{birthday}").into();
        }
        profile
    }
}

/// The tags in what somebody says of themselves, as the elder keeps them: `#chess #herons`.
fn tags_of(about: &str) -> String {
    marks::tags(about).take(PROFILE_TAGS_MAX).map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_taken_from_what_somebody_says_of_themselves() {
        assert_eq!(tags_of("I count #herons and play #chess"), "#herons #chess");
        assert_eq!(tags_of("#a1 #b1 #c1 #d1 #e1 #f1"), "#a1 #b1 #c1 #d1 #e1");
        assert_eq!(tags_of("nothing"), "");
    }
}
