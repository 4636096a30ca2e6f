//! Routes of the question who can see something.

use super::{store, views};
use crate::base::{Audience, AudienceKind, ItemId, Kind, Result, State, Under};
use crate::db::Snapshot;
use crate::features::items::Author;
use crate::features::{albums, comments, posts};
use crate::ui::Place;
use crate::web::{Answer, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/posts/{id}/who", Gate::Member, post)
        .get("/albums/{id}/who", Gate::Member, album)
        .get("/photos/{id}/who", Gate::Member, photo)
        .get("/comments/{id}/who", Gate::Member, comment)
}

/// What has an audience: a post or an album.
struct Top {
    kind: Kind,
    id: ItemId,
    author: Author,
    audience: AudienceKind,
    state: State,
    /// Whole, for its author.
    whole: Option<Audience>,
}

fn top(look: &Snapshot<'_>, kind: Kind, id: ItemId) -> Result<Top> {
    let me = look.viewer().id();
    if kind == Kind::Album {
        let album = albums::find(look, id)?;
        let own = Some(album.author.id) == me;
        let whole = if own { Some(albums::audience_of(look, &album)?) } else { None };
        return Ok(Top {
            kind,
            id,
            author: album.author,
            audience: album.audience,
            state: album.state,
            whole,
        });
    }
    let post = posts::find(look, id)?;
    let own = Some(post.author.id) == me;
    let whole = if own { Some(posts::audience_of(look, &post)?) } else { None };
    Ok(Top { kind, id, author: post.author, audience: post.audience, state: post.state, whole })
}

/// The post or album with which a photo is seen.
fn of_photo(look: &Snapshot<'_>, id: ItemId) -> Result<Top> {
    let photo = albums::find_photo(look, id)?;
    top(look, if photo.in_album { Kind::Album } else { Kind::Post }, photo.parent)
}

async fn post(visit: Visit) -> Answer {
    answer(&visit, Kind::Post, |look, id| top(look, Kind::Post, id)).await
}

async fn album(visit: Visit) -> Answer {
    answer(&visit, Kind::Album, |look, id| top(look, Kind::Album, id)).await
}

async fn photo(visit: Visit) -> Answer {
    answer(&visit, Kind::Photo, of_photo).await
}

async fn comment(visit: Visit) -> Answer {
    let find = |look: &Snapshot<'_>, id| match comments::find(look, id)?.under {
        Under::Post(post) => top(look, Kind::Post, post),
        Under::Photo(photo) => of_photo(look, photo),
    };
    answer(&visit, Kind::Comment, find).await
}

async fn answer(
    visit: &Visit,
    kind: Kind,
    find: impl FnOnce(&Snapshot<'_>, ItemId) -> Result<Top>,
) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    let (feeds, moment) = (visit.tool::<posts::Feeds>()?, posts::moment(visit));
    let (lang, rules) = (visit.lang(), visit.rules());
    let staff = posts::staff_word(lang, rules.kind);
    let (top, groups, at_desk, sentence) = visit
        .read(|look| {
            let top = find(look, id)?;
            let groups = store::groups(look, top.kind, top.id)?;
            let at_desk = store::at_desk(look, &groups)?;
            let sentence = match &top.whole {
                Some(whole) => {
                    let reach = posts::reach(look, whole, feeds.people(look, moment)?)?;
                    posts::seen_by(lang, rules, whole.kind(), &reach)
                }
                None => {
                    let names: Vec<&str> = groups.iter().map(|group| group.name.as_str()).collect();
                    posts::seen_by_others(lang, staff, &top.author.shown_name, top.audience, &names)
                }
            };
            Ok((top, groups, at_desk, sentence))
        })
        .await?;
    let shown = views::Who {
        kind,
        of: top.kind,
        back: kind.address(id),
        own: top.whole.is_some(),
        audience: top.audience,
        waits: top.state == State::Held,
        staff,
        sentence: &sentence,
        groups: &groups,
        at_desk,
    };
    visit.show(Page::new(lang.foot_who_sees(), Place::Elsewhere, views::who(lang, &shown)))
}
