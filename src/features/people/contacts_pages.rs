//! Routes of my contacts, and of the menu of aspects that stands beside each.

use super::contacts_store::{self, Show};
use super::contacts_views::{self, AspectMenu, ContactsPage};
use super::pages::{typed, url_query};
use super::{Person, Profile, talk};
use crate::base::{AccountId, Act, AspectId, Error, Problems, Result};
use crate::features::posts::own_return;
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/contacts", Gate::Member, list)
        .get("/people/{username}/aspects", Gate::Member, menu)
        .post("/people/{username}/share", Gate::Member, share)
}

async fn list(visit: Visit) -> Answer {
    let show = Show::parse(visit.query().text("show")).ok_or(Error::NotFound)?;
    let typed = typed(&visit);
    let after = visit.query().text("after").parse::<AccountId>().ok();
    let rules = visit.rules().clone();
    let (aspects, (people, next), inside, count, writable) = visit
        .read(|look| {
            let aspects = super::aspects(look)?;
            if let Show::In(id) = show
                && !aspects.iter().any(|aspect| aspect.id == id)
            {
                return Err(Error::NotFound);
            }
            let listed = contacts_store::page(look, show, &typed, after)?;
            let ids: Vec<AccountId> = listed.0.iter().map(|person| person.id).collect();
            let inside = contacts_store::inside(look, &ids)?;
            let writable = talk::writable(look, &rules, &listed.0)?;
            Ok((aspects, listed, inside, contacts_store::count_mine(look)?, writable))
        })
        .await?;
    let address = |after: &str| {
        let query = url_query(&[("show", &show.word()), ("q", &typed), ("after", after)]);
        if query.is_empty() { "/contacts".to_owned() } else { format!("/contacts?{query}") }
    };
    let more = next.map(|after| address(&after.to_string()));
    let here = address(&after.map(|after| after.to_string()).unwrap_or_default());
    let page = ContactsPage {
        show,
        typed: &typed,
        aspects: &aspects,
        people: &people,
        inside: &inside,
        writable: &writable,
        count,
        here: &here,
        more: more.as_deref(),
    };
    visit.show(Page::new(visit.lang().contacts_title(), Place::People, contacts_views::page(&visit, &page)))
}

fn profile_of(username: &str) -> String {
    format!("/people/{username}")
}

/// The menu of one person alone: what a frame of another page shows after saving, and where a name that cannot be
/// taken comes back.
async fn menu(visit: Visit) -> Answer {
    let username = visit.part::<String>("username")?;
    let profile = other(&visit, &username).await?;
    let back = own_return(visit.query(), &profile_of(&username)).to_owned();
    let open = visit.frame().is_none();
    let in_card = contacts_views::is_in_card(visit.frame());
    let menu = AspectMenu { back: &back, open, in_card, ..AspectMenu::of(&profile.person, &profile.aspects) };
    show(&visit, &profile.person, &menu, false)
}

fn show(visit: &Visit, person: &Person, menu: &AspectMenu<'_>, failed: bool) -> Answer {
    let main = contacts_views::menu_page(visit, person, menu);
    let page = Page::new(visit.lang().contacts_aspects(), Place::People, main);
    visit.show(if failed { page.with_problems() } else { page })
}

/// Somebody with whom the viewer may share: not they themselves, not whom they blocked.
async fn other(visit: &Visit, username: &str) -> Result<Profile> {
    let profile = visit.read(|look| super::profile(look, username)).await?;
    let own = visit.viewer().id() == Some(profile.person.id);
    if own || profile.blocked { Err(Error::NotFound) } else { Ok(profile) }
}

async fn share(visit: Visit) -> Answer {
    visit.pace("share", 100, 2.0)?;
    let username = visit.part::<String>("username")?;
    let ids = visit.form.all("aspects").map(|id| id.parse::<AspectId>().map_err(|_| Error::NotFound));
    let aspects = ids.collect::<Result<Vec<_>>>()?;
    let name = visit.form.text("new_aspect").to_owned();
    let back = own_return(&visit.form, &profile_of(&username)).to_owned();
    let (who, ticked, typed) = (username.clone(), aspects.clone(), name.clone());
    let shared =
        visit.write(Act::AddContact, move |change| super::share_in(change, &username, &aspects, &name)).await;
    match shared {
        // The frame of a menu shows that menu again, wherever its page stands by now.
        Ok(_) if visit.frame().is_some() => {
            visit.go(&format!("/people/{who}/aspects?{}", url_query(&[("return", &back)])), None)
        }
        Ok(new) => visit.go(&back, Some(if new { Done::Added } else { Done::Saved })),
        Err(Error::Invalid(problems)) => again(&visit, &who, &ticked, &typed, &back, &problems).await,
        Err(error) => Err(error),
    }
}

/// The menu as it was sent, with what was wrong.
async fn again(
    visit: &Visit,
    username: &str,
    ticked: &[AspectId],
    typed: &str,
    back: &str,
    problems: &Problems,
) -> Answer {
    let profile = other(visit, username).await?;
    let aspects: Vec<_> = profile
        .aspects
        .into_iter()
        .map(|(aspect, _)| (aspect.clone(), ticked.contains(&aspect.id)))
        .collect();
    let said = Said::new(visit.lang(), problems);
    let menu = AspectMenu {
        back,
        open: true,
        in_card: contacts_views::is_in_card(visit.frame()),
        typed,
        said: Some(&said),
        ..AspectMenu::of(&profile.person, &aspects)
    };
    show(visit, &profile.person, &menu, true)
}
