//! Routes with gates: none can be registered without saying who may call it.

use super::{Floor, Reply, Visit, arrive, closed, live};
use crate::base::{Duty, Error};
use crate::db::Viewer;
use axum::Router;
use axum::extract::{RawPathParams, Request, State};
use axum::http::Method;
use axum::response::Response;
use axum::routing::{MethodFilter, on};
use std::sync::Arc;

/// What a handler answers.
pub type Answer = Result<Reply, Error>;

/// Who may call a route. Everybody else learns nothing of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gate {
    /// Anybody, signed in or not.
    Open,
    /// Only while nobody has claimed the box.
    Setup,
    /// Anybody signed in who still has to choose a password, and everybody signed in.
    Choosing,
    /// Anybody signed in, also while their account closes.
    Leaving,
    /// Anybody signed in.
    Member,
    /// Staff, with a duty or without.
    Staff,
    /// Whoever holds this duty for the whole site.
    Holds(Duty),
    /// Whoever holds this duty, be it for some groups alone: what is shown and done then keeps to those.
    HoldsSomewhere(Duty),
    /// Whoever holds one of these two for the whole site.
    HoldsEither(Duty, Duty),
    /// Whoever holds one of these two, be it for some groups alone.
    EitherSomewhere(Duty, Duty),
}

impl Gate {
    /// May this viewer pass, who is signed in?
    pub fn lets(self, viewer: &Viewer) -> bool {
        match self {
            Gate::Open | Gate::Setup | Gate::Choosing | Gate::Leaving | Gate::Member => true,
            Gate::Staff => viewer.is_staff(),
            Gate::Holds(duty) => viewer.holds(duty),
            Gate::HoldsSomewhere(duty) => viewer.holds_somewhere(duty),
            Gate::HoldsEither(one, other) => viewer.holds(one) || viewer.holds(other),
            Gate::EitherSomewhere(one, other) => viewer.holds_somewhere(one) || viewer.holds_somewhere(other),
        }
    }
}

/// One registered route, as the test that walks all of them sees it.
#[derive(Clone, Debug)]
pub struct Route {
    /// `GET` or `POST`.
    pub method: Method,
    /// The pattern, such as `/posts/{id}`.
    pub path: &'static str,
    /// Who may call it.
    pub gate: Gate,
}

/// All routes, each with its gate.
#[derive(Default)]
pub struct Routes {
    router: Router<Arc<Floor>>,
    list: Vec<Route>,
    tellers: live::Tellers,
}

impl Routes {
    /// A page to look at.
    pub fn get<H, F>(self, path: &'static str, gate: Gate, handler: H) -> Routes
    where
        H: Fn(Visit) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Answer> + Send,
    {
        self.add(Method::GET, MethodFilter::GET, path, gate, false, handler)
    }

    /// A form that is sent. The same-site check happens before the handler sees it.
    pub fn post<H, F>(self, path: &'static str, gate: Gate, handler: H) -> Routes
    where
        H: Fn(Visit) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Answer> + Send,
    {
        self.add(Method::POST, MethodFilter::POST, path, gate, false, handler)
    }

    /// A form that may carry photos.
    pub fn upload<H, F>(self, path: &'static str, gate: Gate, handler: H) -> Routes
    where
        H: Fn(Visit) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Answer> + Send,
    {
        self.add(Method::POST, MethodFilter::POST, path, gate, true, handler)
    }

    /// How a live page learns what changed in topics of one sort (see `live`).
    pub fn tells(mut self, teller: live::Teller) -> Routes {
        self.tellers.tell.push(teller);
        self
    }

    /// How all who listen to one conversation learn together what came in it, in one look.
    pub fn tells_crowd(mut self, teller: live::CrowdTeller) -> Routes {
        self.tellers.crowd.push(teller);
        self
    }

    /// What came in topics that begin so after a mark, for a page that was away.
    pub fn catches_up(mut self, prefix: &'static str, catcher: live::Catcher) -> Routes {
        self.tellers.catch.push((prefix, catcher));
        self
    }

    /// How topics that begin so stand, such as whether one may write there: asked when a page opens and where it may have
    /// changed, and told only to a page that shows it otherwise.
    pub fn tells_standing(mut self, prefix: &'static str, stander: live::Stander) -> Routes {
        self.tellers.stand.push((prefix, stander));
        self
    }

    /// What those see who listen to a conversation while somebody writes in it.
    pub fn tells_typing(mut self, teller: live::TypingTeller) -> Routes {
        self.tellers.typing.push(teller);
        self
    }

    /// What those see who listen to a conversation when others have read more of it: told calmly.
    pub fn tells_read(mut self, teller: live::ReadTeller) -> Routes {
        self.tellers.read.push(teller);
        self
    }

    /// What those see who listen to `presence/<account>` when this person comes or goes.
    pub fn tells_presence(mut self, teller: live::PresenceTeller) -> Routes {
        self.tellers.presence.push(teller);
        self
    }

    /// Who wants nobody to know that they are here: asked when a page opens.
    pub fn hides_presence(mut self, hidden: live::Hidden) -> Routes {
        self.tellers.hides.push(hidden);
        self
    }

    /// What pages that listen to `chats` show as a number: told calmly, and only where it is another; and whose it may
    /// be, where something happened in a conversation.
    pub fn tells_tally(mut self, teller: live::TallyTeller, concerned: live::Concerned) -> Routes {
        self.tellers.tally.push(teller);
        self.tellers.concerned.push(concerned);
        self
    }

    /// Whether somebody may listen to a topic at all: asked when a page opens, and after each event.
    pub fn lets_listen(mut self, judge: live::Judge) -> Routes {
        self.tellers.judge.push(judge);
        self
    }

    /// All of another feature's routes too.
    pub fn and(mut self, more: Routes) -> Routes {
        self.router = self.router.merge(more.router);
        self.list.extend(more.list);
        self.tellers.and(more.tellers);
        self
    }

    /// What was registered, for the test that walks it.
    pub fn list(&self) -> &[Route] {
        &self.list
    }

    pub(crate) fn split(self) -> (Router<Arc<Floor>>, live::Tellers) {
        (self.router, self.tellers)
    }

    fn add<H, F>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        gate: Gate,
        files: bool,
        handler: H,
    ) -> Routes
    where
        H: Fn(Visit) -> F + Clone + Send + Sync + 'static,
        F: Future<Output = Answer> + Send,
    {
        self.list.push(Route { method, path, gate });
        let answer = move |State(floor): State<Arc<Floor>>, params: RawPathParams, request: Request| {
            let handler = handler.clone();
            async move { serve(floor, params, request, gate, (path, files), handler).await }
        };
        self.router = self.router.route(path, on(filter, answer));
        self
    }
}

async fn serve<H, F>(
    floor: Arc<Floor>,
    params: RawPathParams,
    request: Request,
    gate: Gate,
    (path, files): (&'static str, bool),
    handler: H,
) -> Response
where
    H: Fn(Visit) -> F,
    F: Future<Output = Answer>,
{
    let params = params.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let arrived = arrive::arrive(floor, params, request, gate, files).await;
    match arrived {
        Err(turned_away) => turned_away,
        Ok(visit) => {
            let ending = visit.ending();
            let answered = match closed::in_place_of(path, gate, &visit) {
                Some(page) => page,
                None => match closed::resting(path, &visit).await {
                    Ok(Some(page)) => page,
                    Ok(None) => handler(visit).await,
                    Err(error) => Err(error),
                },
            };
            match answered {
                Ok(reply) => ending.finish(reply),
                Err(error) => ending.refuse(error),
            }
        }
    }
}
