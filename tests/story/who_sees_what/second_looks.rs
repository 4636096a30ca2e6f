//! Rows of what staff say about Mia, and of her asking that somebody else looks again: who reads it, and who decides.

use super::world::Things;
use crate::appealing::{answers, asks_again};
use crate::harness::Person;

/// Ms Fox warns Mia twice. She asks each time; the first time Dr Wren has answered.
pub fn asked(things: &mut Things, mia: &Person<'_>, fox: &Person<'_>, wren: &Person<'_>) {
    fox.sets_about(mia, "Warning", "One day", "pp first warning");
    asks_again(mia, "pp asks about the first");
    answers(wren, "pp asks about the first", "Looked at again: it stays as it is", "pp answer");
    fox.sets_about(mia, "Warning", "One day", "pp second warning");
    asks_again(mia, "pp asks about the second");
    let newest = |path: &str| {
        wren.opens(path).at("pp asks about the second").follows("pp asks about the second");
        wren.look(|page| page.path.clone())
    };
    let open = newest("/desk/appeals");
    let number: i64 = open.rsplit('/').next().unwrap().parse().unwrap();
    let done = format!("/desk/appeals/{}", number - 1);
    let about = format!("/admin/people/{}/sanctions", mia.id);
    things.under("What Ms Fox said about Mia, and her asking for a second look");
    things.add("what was said, on a page of one's own", "/my/record", "pp second warning");
    things.add("the same, on the page of staff about Mia", &about, "pp second warning");
    things.add("who said it, there", &about, "Ms Fox");
    things.add("saying something else about her", &format!("{about}/new"), "");
    things.add("her asking, in the list of the desk", "/desk", "pp asks about the second");
    things.add("the same, in the list of second looks", "/desk/appeals", "pp asks about the second");
    things.add("the same, on its own page", &open, "pp asks about the second");
    things.add("what it is about, there", &open, "pp second warning");
    things.add("who said it, there", &open, "Decided by Ms Fox");
    things.add("the form of who decides it", &open, "Decide and tell them");
    things.add("an answer, on a page of one's own", "/my/record", "pp answer");
    things.add("the same, on the page of staff", &done, "pp answer");
    things.add("who answered, there", &done, "Decided by Dr Wren");
    things.add("taking it back", &done, "Take this answer back");
}
