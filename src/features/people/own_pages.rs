//! Routes of what is mine: my profile, how my pages look, whom I blocked, and the way to all of it.

use super::own_views;
use super::store::{self, Preferences};
use super::{Profile, ProfileDraft, sharing_store};
use crate::base::{Act, Error, Problem, Problems, Result};
use crate::features::photos;
use crate::lang::Lang;
use crate::ui::{Place, Said};
use crate::web::{Answer, Done, Gate, Page, Routes, Visit};

pub(super) fn routes() -> Routes {
    Routes::default()
        .get("/my", Gate::Member, hub)
        .get("/my/profile", Gate::Member, edit)
        .upload("/my/profile", Gate::Member, update)
        .post("/my/profile/picture/remove", Gate::Member, remove_picture)
        .get("/my/preferences", Gate::Member, preferences)
        .post("/my/preferences", Gate::Member, prefer)
        .get("/my/blocks", Gate::Member, blocks)
}

async fn hub(visit: Visit) -> Answer {
    let me = mine(&visit).await?;
    visit.show(Page::new(visit.lang().my_title(), Place::Me, own_views::hub(&visit, &me.person)))
}

async fn mine(visit: &Visit) -> Result<Profile> {
    let username = visit.session()?.username.clone();
    visit.read(|look| super::profile(look, &username)).await
}

async fn edit(visit: Visit) -> Answer {
    let me = mine(&visit).await?;
    let kept = me.extended.clone().unwrap_or_default();
    let (month, day) = kept.birthday.split_once('-').unwrap_or_default();
    let plain = |number: &str| number.trim_start_matches('0').to_owned();
    let draft = ProfileDraft {
        pronouns: kept.pronouns,
        place: kept.place,
        birth_day: plain(day),
        birth_month: plain(month),
        bio: kept.bio,
    };
    visit.show(profile_page(&visit, &me, &draft, &Said::default()))
}

fn profile_page<'a>(visit: &Visit, me: &Profile, draft: &ProfileDraft, said: &Said) -> Page<'a> {
    Page::new(visit.lang().my_profile(), Place::Me, own_views::profile(visit, &me.person, draft, said))
}

async fn update(mut visit: Visit) -> Answer {
    visit.pace("profile", 30, 5.0)?;
    let text = |name: &str| visit.form.text(name).to_owned();
    let draft = ProfileDraft {
        pronouns: text("pronouns"),
        place: text("place"),
        birth_day: text("birth_day"),
        birth_month: text("birth_month"),
        bio: text("bio"),
    };
    match save(&mut visit, &draft).await {
        Ok(()) => visit.go("/my/profile", Some(Done::Saved)),
        Err(Error::Invalid(problems)) => {
            let (me, said) = (mine(&visit).await?, Said::new(visit.lang(), &problems));
            visit.show(profile_page(&visit, &me, &draft, &said).with_problems())
        }
        Err(error) => Err(error),
    }
}

/// Saves words and picture together, or neither: every problem of both is said at once.
async fn save(visit: &mut Visit, draft: &ProfileDraft) -> Result<()> {
    let mut problems: Problems = super::fit_profile(draft).err().unwrap_or_default();
    let placed = match visit.form.files("picture").pop() {
        None => None,
        Some(file) => match photos::prepared_face(visit, file).await {
            Ok(placed) => Some(placed),
            Err(Error::Invalid(found)) => {
                problems.extend(found);
                None
            }
            Err(error) => return Err(error),
        },
    };
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let picture = placed.as_ref().map(|placed| placed.name().to_string());
    let (draft, rules) = (draft.clone(), visit.rules().clone());
    let change = move |change: &mut crate::db::Change<'_>| {
        super::edit_profile(change, &rules, &draft, picture.as_deref())
    };
    let saved = visit.write(Act::EditProfile, change).await;
    drop(placed); // until here nothing may sweep the file
    saved
}

async fn remove_picture(visit: Visit) -> Answer {
    visit.write(Act::EditProfile, super::remove_picture).await?;
    visit.go("/my/profile", Some(Done::Removed))
}

async fn preferences(visit: Visit) -> Answer {
    let chosen = visit.read(store::preferences).await?;
    preferences_page(&visit, &chosen, &Said::default(), false)
}

fn preferences_page(visit: &Visit, chosen: &Preferences, said: &Said, failed: bool) -> Answer {
    let main = own_views::preferences(visit, chosen, said);
    let page = Page::new(visit.lang().my_preferences(), Place::Me, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn prefer(visit: Visit) -> Answer {
    let text = |name: &str| visit.form.text(name).to_owned();
    let chosen = Preferences {
        language: text("language"),
        theme: text("theme"),
        text_size: text("text_size"),
        read_aloud: !visit.form.text("read_aloud").is_empty(),
        keys: !visit.form.text("keys").is_empty(),
        open_shields: !visit.form.text("open_shields").is_empty(),
        quiet_sound: !visit.form.text("quiet_sound").is_empty(),
    };
    let problems = unknown(&chosen);
    if !problems.is_empty() {
        return preferences_page(&visit, &chosen, &Said::new(visit.lang(), &problems), true);
    }
    let change = move |change: &mut crate::db::Change<'_>| {
        let me = change.me()?;
        store::update_preferences(change, &chosen)?;
        change.about("account", me.0);
        Ok(())
    };
    visit.write(Act::EditPreferences, change).await?;
    visit.go("/my/preferences", Some(Done::Saved))
}

/// What is none of the choices.
fn unknown(chosen: &Preferences) -> Problems {
    let known = [
        ("language", chosen.language.is_empty() || Lang::find(&chosen.language).is_some()),
        ("theme", own_views::THEMES.contains(&chosen.theme.as_str())),
        ("text_size", own_views::TEXT_SIZES.contains(&chosen.text_size.as_str())),
    ];
    let unknown = known.into_iter().filter(|(_, known)| !known);
    unknown.map(|(field, _)| (field, Problem::NotUnderstood)).collect()
}

async fn blocks(visit: Visit) -> Answer {
    let people = visit
        .read(|look| {
            let ids = sharing_store::blocked(look)?;
            super::among(look, &ids)
        })
        .await?;
    let main = own_views::blocks(&visit, &people);
    visit.show(Page::new(visit.lang().block_list(), Place::Me, main))
}
