//! Rows of albums, photos and who is tagged in them.

use super::world::Things;
use crate::harness::{FOX, HERON, Person, number};

/// An album for contacts and one for a group, a photo in each, and what is said under the first.
pub fn albums(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>, gil: &Person<'_>) {
    let made = |title: &str, kind: &str, part: Option<&str>| {
        mia.opens("/albums/new").fills("Title", title).ticks(kind);
        if let Some(part) = part {
            mia.ticks(part);
        }
        mia.presses("Make the album").is_told(200);
        let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
        mia.attaches_with_words(HERON, "rr words").presses("Send photos").is_told(200);
        let src = mia.look(|page| page.attributes("src"));
        let file = src.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
        (album, file.rsplit_once('/').unwrap().0.to_owned())
    };
    let (contacts, photo) = made("rr contacts", "My contacts", None);
    let (group, other) = made("rr group", "Groups", Some("Class 5B"));
    tom.comments_on(&photo, "rr under the photo");
    gil.comments_on(&other, "rr under the other");
    things.under("Albums, and photos with pages of their own");
    things.add("album for contacts", &contacts, "rr contacts");
    things.add("it is in the list of Mia's albums", "/people/mia/albums", "rr contacts");
    things.add("its photo's page", &photo, "rr words");
    things.add("the file of its photo", &format!("{photo}/small"), "");
    things.add("comment by Tom under its photo", &photo, "rr under the photo");
    things.add("changing its photo's words", &format!("{photo}/edit"), "rr words");
    things.add("putting it in order", &format!("{contacts}/order"), "rr words");
    things.add("album for Class 5B", &group, "rr group");
    things.add("its photo's page", &other, "rr words");
    things.add("comment by Gil under its photo", &other, "rr under the other");
    things.add(
        "the case of its photo, which nobody reported",
        &format!("/desk/items/{}", number(&other)),
        "rr words",
    );
    things.add("the photos of Mia's posts", "/people/mia/photos", "zz words on the photo");
}

/// An album that Class 5B fills together: made by Mia, with a photo of hers and one of Gil's.
pub fn shared_album(things: &mut Things, mia: &Person<'_>, gil: &Person<'_>, group: i64) {
    mia.opens(&format!("/groups/{group}/albums/new")).fills("Title", "pp together").presses("Make the album");
    let album = mia.look(|page| page.path.split('?').next().unwrap().to_owned());
    for (person, photo, words) in [(mia, HERON, "pp of Mia"), (gil, FOX, "pp of Gil")] {
        person.opens(&album).attaches_with_words(photo, words).presses("Send photos").is_told(200);
    }
    let files = gil.look(|page| page.attributes("src"));
    let of_gil = files.iter().rev().find(|src| src.starts_with("/photos/")).unwrap().clone();
    let page = of_gil.strip_suffix("/small").unwrap();
    let photos = format!("/groups/{group}/photos");
    things.under("An album that Class 5B fills together, made by Mia, with a photo of Gil's");
    things.add("the album, by its page", &album, "pp together");
    things.add("the album, among the photos of the class", &photos, "pp together");
    things.add("Gil's photo in it", &album, "pp of Gil");
    things.add("Gil's photo, by its page", page, "pp of Gil");
    things.add("Gil's photo, its file", &of_gil, "");
    things.add("a way to put a photo in", &album, "name=\"photo\"");
    things.add("the words on it, searched for", "/search?q=pp", "<mark>pp</mark> of Gil");
    things.add("photos of posts to the class", &photos, "/photos/");
    things.under("Each one's own contacts");
    things.add("Mia, among those they share with", "/contacts", "/people/mia");
    things.add("Mia, among those who alone share", "/contacts?show=sharing", "/people/mia");
    things.add("Tom, among those they share with", "/contacts", "/people/tom");
}

/// People in photos: of Mia's for contacts, and in one of Zoe's for everyone.
pub fn tagged(things: &mut Things, mia: &Person<'_>, tom: &Person<'_>, ana: &Person<'_>, zoe: &Person<'_>) {
    let photo_of = |post: String, person: &Person<'_>| {
        person.opens(&post);
        let src = person.look(|page| page.attributes("src"));
        let file = src.into_iter().find(|src| src.starts_with("/photos/")).unwrap();
        file.rsplit_once('/').unwrap().0.to_owned()
    };
    let tags = |person: &Person<'_>, photo: &str, who: &str| {
        let form = person.opens(&format!("{photo}/tag")).ticks("Middle").fills("Who is it?", who);
        form.presses("Tag this person").is_told(200);
    };
    let contacts = photo_of(mia.posts("pp with tags").with(HERON).to_contacts(), mia);
    let open = photo_of(zoe.posts("pp with tags").with(FOX).to_everyone(), zoe);
    tags(mia, &contacts, "tom");
    tags(zoe, &open, "mia");
    ana.opens("/my/tags").ticks("Ask me first").presses("Save").is_told(200);
    tags(tom, &contacts, "ana");
    things.under("People in photos");
    things.add("Tom in a photo of Mia's for contacts", &contacts, "/people/tom\"><bdi>Tom</bdi></a>");
    things.add("tagging somebody there", &format!("{contacts}/tag"), "Tag this person");
    things.add("it is among the photos of Tom", "/people/tom/tagged", &contacts);
    things.add(
        "Ana in it, tagged by Tom, not yet with her yes",
        &contacts,
        "/people/ana\"><bdi>Ana</bdi></a>",
    );
    things.add("it is among the photos of Ana", "/people/ana/tagged", &contacts);
    things.add("Mia in a photo of Zoe's for everyone", &open, "/people/mia\"><bdi>Mia</bdi></a>");
    things.add("it is among the photos of Mia", "/people/mia/tagged", &open);
    things.add("each one's own waiting tags", "/my/tags", &format!("{contacts}\""));
}
