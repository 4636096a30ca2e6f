//! Routes of the set-up wizard. Each step can be left and found again; all need the code first.

use super::{store, views};
use crate::base::{Act, Approval, Duties, Error, Problem, Result, Role, SiteKind, limits, secret, text};
use crate::features::accounts::{self, Hashers, NewAccount, Password};
use crate::features::sessions;
use crate::lang::Lang;
use crate::ui::{Place, Said};
use crate::web::{Answer, Gate, NewSession, Page, Routes, Visit};
use std::collections::HashSet;
use std::sync::{Mutex, PoisonError};

/// The browsers that typed the right code since the start.
#[derive(Default)]
pub struct Proven(Mutex<HashSet<String>>);

/// Browsers remembered at most: far more than anybody sets a box up with.
const PROVEN_MAX: usize = 32;

/// Every route of this feature.
pub fn routes() -> Routes {
    Routes::default()
        .get("/setup", Gate::Setup, new)
        .post("/setup", Gate::Setup, code)
        .get("/setup/site", Gate::Setup, site)
        .post("/setup/site", Gate::Setup, site_chosen)
        .get("/setup/owner", Gate::Setup, owner)
        .post("/setup/owner", Gate::Setup, claim)
        .get("/setup/sheet", Gate::Member, sheet)
}

async fn new(visit: Visit) -> Answer {
    if is_proven(&visit)? {
        return visit.go("/setup/site", None);
    }
    code_page(&visit, &Said::default(), false)
}

fn code_page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let main = views::code(lang, &visit.same_site(), visit.form.text("code"), said);
    let page = Page::new(lang.setup_title(), Place::Elsewhere, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn code(visit: Visit) -> Answer {
    // The code has 60 bits; ten tries, then one each five minutes, is for those who look over a shoulder.
    visit.pace_by("setup", "everybody", 10, 300.0)?;
    let typed = secret::plain_code(visit.form.text("code"));
    let kept = visit.read(|look| Ok(store::site(look)?.setup_code)).await?.ok_or(Error::NotFound)?;
    if !secret::same(typed.as_bytes(), secret::plain_code(&kept).as_bytes()) {
        return code_page(&visit, &Said::new(visit.lang(), &vec![("code", Problem::WrongCode)]), true);
    }
    visit.pace_forget("setup", "everybody");
    let proven = visit.tool::<Proven>()?;
    let mut browsers = proven.0.lock().unwrap_or_else(PoisonError::into_inner);
    if browsers.len() >= PROVEN_MAX {
        browsers.clear();
    }
    browsers.insert(visit.browser().to_owned());
    drop(browsers);
    visit.go("/setup/site", None)
}

fn is_proven(visit: &Visit) -> Result<bool> {
    let proven = visit.tool::<Proven>()?;
    Ok(proven.0.lock().unwrap_or_else(PoisonError::into_inner).contains(visit.browser()))
}

async fn site(visit: Visit) -> Answer {
    if !is_proven(&visit)? {
        return visit.go("/setup", None);
    }
    let rules = visit.rules();
    let values = views::SiteValues {
        name: if rules.site_name == "Courtyard" { "" } else { &rules.site_name },
        kind: rules.kind,
        language: visit.lang().tag(),
        time_zone: &rules.time_zone,
    };
    site_page(&visit, &values, &Said::default(), false)
}

fn site_page(visit: &Visit, values: &views::SiteValues<'_>, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let main = views::site(lang, &visit.same_site(), values, said);
    let page = Page::new(lang.setup_site_title(), Place::Elsewhere, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn site_chosen(visit: Visit) -> Answer {
    if !is_proven(&visit)? {
        return visit.go("/setup", None);
    }
    let form = &visit.form;
    let kind = SiteKind::parse(form.text("kind")).unwrap_or(SiteKind::School);
    let (language, zone) = (form.text("language").to_owned(), text::line(form.text("time_zone")));
    let name = text::line(form.text("site_name"));
    let checked = text::needed("site_name", name.clone(), limits::SITE_NAME_CHARS_MAX).and_then(|name| {
        match jiff::tz::TimeZone::get(&zone) {
            Ok(_) => Ok(name),
            Err(_) => Err(Error::field("time_zone", Problem::NotUnderstood)),
        }
    });
    if let Err(Error::Invalid(problems)) = &checked {
        let values = views::SiteValues { name: &name, kind, language: &language, time_zone: &zone };
        return site_page(&visit, &values, &Said::new(visit.lang(), problems), true);
    }
    let name = checked?;
    let language = Lang::find(&language).unwrap_or(visit.lang()).tag();
    // A prison begins strict; an owner can open it later.
    let approval = if kind == SiteKind::Prison { Approval::HoldAll } else { Approval::Open };
    let rules = visit
        .write(Act::ChangeRules, move |change| {
            let chosen = [
                ("site_name", name.as_str()),
                ("kind", kind.word()),
                ("language", language),
                ("time_zone", &zone),
                ("approval", approval.word()),
            ];
            for (rule, value) in chosen {
                store::save_rule(change, rule, value)?;
            }
            store::load_rules(change)
        })
        .await?;
    visit.rules_are(rules);
    visit.go("/setup/owner", None)
}

async fn owner(visit: Visit) -> Answer {
    if !is_proven(&visit)? {
        return visit.go("/setup", None);
    }
    owner_page(&visit, &Said::default(), false)
}

fn owner_page(visit: &Visit, said: &Said, failed: bool) -> Answer {
    let lang = visit.lang();
    let (name, username) = (visit.form.text("shown_name"), visit.form.text("username"));
    let main = views::owner(lang, &visit.same_site(), name, username, said);
    let page = Page::new(lang.setup_owner_title(), Place::Elsewhere, main);
    visit.show(if failed { page.with_problems() } else { page })
}

async fn claim(visit: Visit) -> Answer {
    if !is_proven(&visit)? {
        return visit.go("/setup", None);
    }
    match claim_now(&visit).await {
        Ok(session) => visit.go_signed_in("/setup/sheet", &session),
        Err(Error::Invalid(problems)) => owner_page(&visit, &Said::new(visit.lang(), &problems), true),
        Err(error) => Err(error),
    }
}

async fn claim_now(visit: &Visit) -> Result<NewSession> {
    let form = &visit.form;
    let shown_name =
        text::needed("shown_name", text::line(form.text("shown_name")), limits::SHOWN_NAME_CHARS_MAX)?;
    let username = text::username("username", form.text("username"))?;
    let password = form.text("password");
    accounts::fit_password("password", password, &username, Role::Owner)?;
    if password != form.text("again") {
        return Err(Error::field("again", Problem::NotTheSame));
    }
    let hash = visit.tool::<Hashers>()?.hash(Password(password.to_owned())).await?;
    let owner = NewAccount { username, shown_name, role: Role::Owner, duties: Duties::all() };
    let session = NewSession::new();
    let (token, device, address) = (session.hash(), visit.device(), visit.address().to_owned());
    let rules = visit
        .write(Act::ClaimSite, move |change| {
            let id = super::claim(change, &owner, &hash)?;
            sessions::begin(change, id, token, device, &address)?;
            store::load_rules(change)
        })
        .await?;
    visit.rules_are(rules);
    Ok(session)
}

async fn sheet(visit: Visit) -> Answer {
    if visit.session()?.role != Role::Owner {
        return Err(Error::NotFound);
    }
    let lang = visit.lang();
    let site = visit.read(store::site).await?;
    let main = views::sheet(
        lang,
        &visit.rules().site_name,
        visit.host(),
        &visit.session()?.username,
        &site.install_id,
    );
    visit.show(Page::new(lang.setup_sheet_title(), Place::Admin, main))
}
