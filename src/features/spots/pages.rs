//! Routes of people tagged in photos: tagging, taking tags away, what waits for one's word, photos of somebody.

use super::{Draft, Photos, Place, Spot, store, views};
use crate::base::{Act, Error, ItemId, Problems, Result, Topic, limits};
use crate::db::Snapshot;
use crate::features::albums::{self, Photo};
use crate::features::{levels, moderation, posts};
use crate::ui::{self, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit, live::Telling};

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/photos/{id}/tag", Gate::Member, new)
        .post("/photos/{id}/tag", Gate::Member, create)
        .post("/tagged/{id}/remove", Gate::Member, remove)
        .post("/tagged/{id}/allow", Gate::Member, allow)
        .get("/my/tags", Gate::Member, mine)
        .post("/my/tags", Gate::Member, choose)
        .get("/people/{username}/tagged", Gate::Member, of)
        .tells(tell)
}

/// What was sent, as it is given back where it fails.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub person: String,
    pub across: String,
    pub down: String,
    pub in_box: String,
}

impl Typed {
    fn of(visit: &Visit) -> Typed {
        let text = |name: &str| visit.form.text(name).to_owned();
        let me = visit.someone().filter(|_| visit.form.text("me") == "yes");
        let person = me.map_or_else(|| text("person"), |me| me.username.clone());
        Typed { person, across: text("across"), down: text("down"), in_box: text("box") }
    }

    /// Where the picture was pointed at, or else the box that was chosen.
    pub(super) fn place(&self) -> Option<Place> {
        Place::pointed(&self.across, &self.down).or_else(|| Place::in_box(&self.in_box))
    }
}

async fn new(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    tag_page(&visit, id, &Typed::default(), None).await
}

async fn tag_page(visit: &Visit, id: ItemId, typed: &Typed, problems: Option<&Problems>) -> Answer {
    let (photo, spots): (Photo, Vec<Spot>) =
        visit.read(|look| Ok((albums::find_photo(look, id)?, store::in_photo(look, id)?))).await?;
    let read_only = visit.session()?.read_only;
    if !super::may_tag(visit.rules(), visit.viewer().role(), read_only, photo.state) {
        return Err(Error::NotFound);
    }
    let said = problems.map(|problems| Said::new(visit.lang(), problems)).unwrap_or_default();
    let main = views::form(visit, &photo, &spots, typed, &said);
    let page = Page::new(visit.lang().spots_add(), ui::Place::People, main);
    visit.show(if problems.is_some() { page.with_problems() } else { page })
}

async fn create(visit: Visit) -> Answer {
    let id = visit.part::<ItemId>("id")?;
    visit.pace("tag", 60, 2.0)?;
    let (typed, rules) = (Typed::of(&visit), visit.rules().clone());
    let draft = Draft { person: typed.person.clone(), place: typed.place() };
    match visit.write(Act::AddSpot, move |change| super::add(change, &rules, id, &draft)).await {
        Ok(_) => visit.go(&format!("/photos/{id}#spots-{id}"), Some(Done::Saved)),
        Err(Error::Invalid(problems)) => tag_page(&visit, id, &typed, Some(&problems)).await,
        Err(error) => Err(error),
    }
}

/// The number of a tag in the address.
fn spot_of(visit: &Visit) -> Result<i64> {
    visit.part::<u32>("id").map(i64::from)
}

async fn remove(visit: Visit) -> Answer {
    let spot = spot_of(&visit)?;
    let photo = visit.write(Act::RemoveSpot, move |change| super::remove(change, spot)).await?;
    back(&visit, photo, Done::Removed)
}

async fn allow(visit: Visit) -> Answer {
    let spot = spot_of(&visit)?;
    let photo = visit.write(Act::AllowSpot, move |change| super::allow(change, spot)).await?;
    back(&visit, photo, Done::Saved)
}

/// To where the button stood: the page of the photo, or the list of what waits.
fn back(visit: &Visit, photo: ItemId, done: Done) -> Answer {
    visit.go(posts::own_return(&visit.form, &format!("/photos/{photo}")), Some(done))
}

async fn mine(visit: Visit) -> Answer {
    let before = visit.query().text("before").parse().unwrap_or(i64::MAX);
    let (mut spots, asks) = visit
        .read(|look| Ok((store::asked(look, before, limits::LIST_PAGE + 1)?, store::asks(look)?)))
        .await?;
    let more = spots.len() > limits::LIST_PAGE;
    spots.truncate(limits::LIST_PAGE);
    let older = spots.last().filter(|_| more).map(|last| format!("/my/tags?before={}", last.id));
    let main = views::mine(&visit, &spots, asks, older.as_deref());
    visit.show(Page::new(visit.lang().spots_mine(), ui::Place::Me, main))
}

async fn choose(visit: Visit) -> Answer {
    let ask = visit.form.text("ask") == "yes";
    visit.write(Act::EditPreferences, move |change| super::ask_first(change, ask)).await?;
    visit.go("/my/tags", Some(Done::Saved))
}

async fn of(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let before = visit.query().text("before").parse().map_or(ItemId(i64::MAX), ItemId);
    let (who, page) = visit
        .read(|look| {
            let who = store::person(look, &username)?;
            Ok((who.clone(), photos_of(look, &who, before)?))
        })
        .await?;
    let older = page.older.map(|last| format!("/people/{username}/tagged?before={last}"));
    let own = visit.viewer().id() == Some(who.id);
    let main = views::of(&visit, &who, &page.photos, older.as_deref());
    let lang = visit.lang();
    let title = if own { lang.spots_of_me().to_owned() } else { lang.spots_of(who.shown_name.as_str()) };
    visit.show(Page::new(&title, ui::Place::People, main))
}

/// One page of the photos in which somebody is tagged. Two statements.
fn photos_of(look: &Snapshot<'_>, who: &crate::features::items::Author, before: ItemId) -> Result<Photos> {
    let mut ids = store::of(look, who.id, before, limits::ALBUM_PAGE + 1)?;
    let more = ids.len() > limits::ALBUM_PAGE;
    ids.truncate(limits::ALBUM_PAGE);
    let older = ids.last().copied().filter(|_| more);
    Ok(Photos { photos: albums::these(look, &ids)?, older })
}

/// What the page of a photo gets to know of the people in it.
fn tell(telling: &Telling<'_>) -> Result<Option<String>> {
    let Topic::Photo(photo) = telling.event.topic else { return Ok(None) };
    if telling.event.item != Some(photo) || !telling.topics.contains(&format!("photo/{photo}")) {
        return Ok(None);
    }
    match albums::find_photo(telling.look, photo) {
        Ok(_) => {
            let me = telling.look.viewer().id().map_or(0, |id| id.0);
            let spots = store::in_photo(telling.look, photo)?;
            let role = telling.look.viewer().role();
            let writes = moderation::may_make(telling.rules, role, telling.only_reads)
                && !levels::rests(telling.look, photo)?;
            Ok(Some(views::changed(telling.lang, (me, writes), photo, &spots)))
        }
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
