//! Routes of streams of one's own choice, of tags, and of hidden posts.

use super::{store, views};
use crate::base::{Act, AspectId, Error, ItemId, limits, marks};
use crate::features::posts::{self, Stream};
use crate::ui::{Now, Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/streams/aspects", Gate::Member, aspects)
        .post("/streams/aspects", Gate::Member, choose)
        .get("/streams/tags", Gate::Member, tags)
        .post("/streams/tags", Gate::Member, follow_typed)
        .get("/streams/mentions", Gate::Member, mentions)
        .get("/streams/reacted", Gate::Member, reacted)
        .get("/streams/commented", Gate::Member, commented)
        .get("/tags/{name}", Gate::Member, tag)
        .post("/tags/{name}/follow", Gate::Member, follow)
        .post("/tags/{name}/unfollow", Gate::Member, unfollow)
        .post("/posts/{id}/hide", Gate::Member, hide)
        .post("/posts/{id}/unhide", Gate::Member, unhide)
        .get("/my/hidden", Gate::Member, hidden)
}

async fn aspects(visit: Visit) -> Answer {
    let aspects = visit.read(store::aspects).await?;
    let title = visit.lang().stream_aspects();
    let head = views::aspects(&visit, title, &aspects);
    posts::stream_page(&visit, Stream::Aspects, title, Place::Home, Some(head), None).await
}

async fn choose(visit: Visit) -> Answer {
    let chosen: Vec<AspectId> = visit.form.all("aspects").filter_map(|id| id.parse().ok()).collect();
    visit.write(Act::EditAspect, move |change| super::choose(change, &chosen)).await?;
    visit.go("/streams/aspects", Some(Done::Saved))
}

async fn tags(visit: Visit) -> Answer {
    let followed = visit.read(store::followed).await?;
    let title = visit.lang().stream_tags();
    let head = views::tags(&visit, title, &followed, "", &Said::default());
    posts::stream_page(&visit, Stream::Tags, title, Place::Home, Some(head), None).await
}

async fn follow_typed(visit: Visit) -> Answer {
    let typed = visit.form.text("tag").to_owned();
    let asked = typed.clone();
    match visit.write(Act::FollowTag, move |change| super::follow(change, &asked)).await {
        Ok(_) => visit.go("/streams/tags", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            let followed = visit.read(store::followed).await?;
            let title = visit.lang().stream_tags();
            let main = views::tags(&visit, title, &followed, &typed, &Said::new(visit.lang(), &problems));
            visit.show(Page::new(title, Place::Home, main).with_problems())
        }
        Err(error) => Err(error),
    }
}

async fn mentions(visit: Visit) -> Answer {
    plain(&visit, Stream::Mentions, visit.lang().stream_mentions()).await
}

async fn reacted(visit: Visit) -> Answer {
    plain(&visit, Stream::Reacted, visit.lang().stream_reacted()).await
}

async fn commented(visit: Visit) -> Answer {
    plain(&visit, Stream::Commented, visit.lang().stream_commented()).await
}

async fn plain(visit: &Visit, stream: Stream, title: &str) -> Answer {
    posts::stream_page(visit, stream, title, Place::Home, None, None).await
}

async fn tag(visit: Visit) -> Answer {
    let name = marks::tag_name(&visit.part::<String>("name")?);
    let follows = visit.read(|look| store::follows(look, &name)).await?;
    let title = format!("#{name}");
    let head = views::tag(&visit, &name, follows);
    posts::stream_page(&visit, Stream::Tag(name), &title, Place::Elsewhere, Some(head), None).await
}

async fn follow(visit: Visit) -> Answer {
    let name = visit.part::<String>("name")?;
    match visit.write(Act::FollowTag, move |change| super::follow(change, &name)).await {
        Ok(name) => visit.go(&views::tag_address(&name), Some(Done::Saved)),
        // Not a tag, or too many: the page of tags says what is wrong.
        Err(Error::Invalid(_)) => visit.go("/streams/tags", None),
        Err(error) => Err(error),
    }
}

async fn unfollow(visit: Visit) -> Answer {
    let name = visit.part::<String>("name")?;
    let back = posts::own_return(&visit.form, &views::tag_address(&name)).to_owned();
    visit.write(Act::FollowTag, move |change| super::unfollow(change, &name)).await?;
    visit.go(&back, Some(Done::Saved))
}

async fn hide(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::HidePost, move |change| super::hide(change, id)).await?;
    if visit.takes_changes() {
        return Ok(visit.changes(views::hidden_now(visit.lang(), id)));
    }
    visit.go("/my/hidden", Some(Done::Saved))
}

async fn unhide(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.write(Act::ShowPost, move |change| super::unhide(change, id)).await?;
    if visit.takes_changes() && visit.form.text("where") == "here" {
        let (card, now) = visit.read(|look| Ok((posts::cards(look, &[id])?.pop(), look.now_ms()))).await?;
        let now = Now::new(now, &visit.rules().time_zone);
        let back = card.map(|card| views::back(&posts::Seer::of(&visit, &now), &card));
        return Ok(visit.changes(back.unwrap_or_else(|| posts::gone(id))));
    }
    visit.go("/my/hidden", Some(Done::Restored))
}

async fn hidden(visit: Visit) -> Answer {
    let before = visit.query().text("before").parse::<i64>().unwrap_or(i64::MAX);
    let (mut hidden, now) = visit.read(|look| Ok((store::hidden(look, before)?, look.now_ms()))).await?;
    let more = hidden.len() > limits::LIST_PAGE;
    hidden.truncate(limits::LIST_PAGE);
    let older = hidden.last().filter(|_| more).map(|last| format!("/my/hidden?before={}", last.id));
    let now = Now::new(now, &visit.rules().time_zone);
    let main = views::hidden(visit.lang(), &now, &hidden, older.as_deref());
    visit.show(Page::new(visit.lang().stream_hidden(), Place::Me, main))
}
