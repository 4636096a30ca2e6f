//! Rows of what is offered while one types, shown beside a name, pinned, or hidden for oneself.

use super::world::Things;
use crate::harness::{Person, number};

/// People who do and see it.
pub struct Cast<'p, 's> {
    pub mia: &'p Person<'s>,
    pub tom: &'p Person<'s>,
    pub zoe: &'p Person<'s>,
    pub fox: &'p Person<'s>,
}

/// Names and tags after @ and #, cards beside names, what is pinned, what somebody hid. Of Mia's posts those to
/// everyone and to contacts are taken: more would not stand on one page of her Home.
pub fn offered(things: &mut Things, cast: &Cast<'_, '_>, open: &str, limited: &str) {
    cast.tom.posts("oo alone #zorilla").to_only_me();
    cast.fox.opens(open).presses("Pin on top of Everyone").is_told(200);
    cast.zoe.posts("oo hidden").to_everyone();
    cast.mia.opens("/everyone").at("oo hidden").presses("Hide this post").is_told(200);

    things.under("Offered while one types");
    things.add("Mia, in a post to everyone", "/suggest?kind=people&q=mia&audience=everyone", "@mia\"");
    let mine = "/suggest?kind=people&q=tom&audience=contacts";
    things.add("Tom, in a post to one's own contacts", mine, "@tom\"");
    let under = format!("/suggest?kind=people&q=mia&post={}", number(limited));
    things.add("Mia, under her post to contacts", &under, "@mia\"");
    let under = format!("/suggest?kind=people&q=tom&post={}", number(limited));
    things.add("Tom, who commented under it", &under, "@tom\"");
    things.add("a tag that is only in a post of Tom's to himself", "/suggest?kind=tags&q=zor", "#zorilla\"");

    things.under("Mia's card, beside her name");
    things.add("her name", "/people/mia/card", "Mia");
    things.add("that she shares with whoever looks", "/people/mia/card", "share with you");

    things.under("Pinned by Ms Fox on top of Everyone, and hidden for herself by Mia");
    things.add("that something is pinned there", "/everyone", "pinned-title");
    things.add("the post that is pinned", "/everyone", "zz everyone");
    things.add("each one's own hidden posts", "/my/hidden", "oo hidden");
    things.add("what Mia hid, in the stream Everyone", "/everyone", "oo hidden");
}
