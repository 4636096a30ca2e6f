//! Six weeks of talk: posts to their audiences, comments, reactions, and a quarrel for the desk.

use super::{School, Writing, together, words};
use crate::base::{Act, Approval, Audience, ItemId, Kind, Result, Rules, Under};
use crate::db::Change;
use crate::features::comments;
use crate::features::moderation::{self, DecisionReason, ReportReason};
use crate::features::photos::NewPhoto;
use crate::features::posts::{self, Draft};
use crate::features::reactions::{self, ReactionKind};
use std::collections::{HashMap, VecDeque};

/// Moments at which people write; what has the same moment shares commits.
const MOMENTS_MAX: usize = 2_000;
/// Posts that people still comment on.
const RECENT: usize = 300;
/// Comments and reactions for each hundred posts.
const COMMENTS_PERCENT: usize = 60;
const REACTIONS_PERCENT: usize = 120;

/// What one person is about to do.
enum Doing {
    Post(usize, Draft),
    Comment(usize, ItemId, String),
    React(usize, ItemId, ReactionKind),
}

impl School {
    /// Posts with their photos, and what others say to them, spread over six weeks.
    pub(super) async fn talk(&mut self, posts: usize, photos: Vec<(NewPhoto, bool)>) -> Result<()> {
        let mut photos = spread(photos, posts);
        let moments = posts.clamp(1, MOMENTS_MAX);
        let mut recent: VecDeque<ItemId> = VecDeque::new();
        let mut made = 0;
        for moment in 0..moments {
            self.set_time(moment, moments);
            let until = posts * (moment + 1) / moments;
            let mut doings = Vec::new();
            for number in made..until {
                let photos = photos.remove(&number).unwrap_or_default();
                doings.push(self.one_post(photos));
            }
            self.answers(until - made, &recent, &mut doings);
            made = until;
            for id in self.all_do(doings).await? {
                recent.push_back(id);
                if recent.len() > RECENT {
                    recent.pop_front();
                }
            }
        }
        self.count("posts", posts);
        Ok(())
    }

    /// Sends what everybody does at one moment; the ids of the new posts.
    async fn all_do(&mut self, doings: Vec<Doing>) -> Result<Vec<ItemId>> {
        let kinds: Vec<usize> = doings.iter().map(Doing::place).collect();
        let writes = doings.into_iter().map(|doing| self.write(doing)).collect();
        let done = together(writes).await?;
        let mut posts = Vec::new();
        let mut counts = [0; 3];
        for (kind, id) in kinds.into_iter().zip(done) {
            counts[kind] += usize::from(id.is_some());
            if kind == 0 {
                posts.extend(id);
            }
        }
        self.count("comments", counts[1]);
        self.count("reactions", counts[2]);
        Ok(posts)
    }

    fn write(&self, doing: Doing) -> Writing<'_> {
        let db = &self.db;
        match doing {
            Doing::Post(who, draft) => {
                let rules = self.rules.clone();
                let add = move |change: &mut Change<'_>| posts::add(change, &rules, draft);
                let viewer = &self.people[who].viewer;
                Box::pin(async move { db.write(viewer, Act::AddPost, add).await.map(|added| Some(added.id)) })
            }
            Doing::Comment(who, post, body) => {
                let rules = self.rules.clone();
                let draft = comments::Draft { body, ..comments::Draft::default() };
                let add =
                    move |change: &mut Change<'_>| comments::add(change, &rules, Under::Post(post), &draft);
                let viewer = &self.people[who].viewer;
                Box::pin(async move { db.write(viewer, Act::AddComment, add).await.map(|_| Some(post)) })
            }
            Doing::React(who, post, kind) => {
                let rules = self.rules.clone();
                let add =
                    move |change: &mut Change<'_>| reactions::react(change, &rules, Kind::Post, post, kind);
                let viewer = &self.people[who].viewer;
                Box::pin(async move { db.write(viewer, Act::React, add).await.map(|()| Some(post)) })
            }
        }
    }

    fn one_post(&mut self, photos: Vec<(NewPhoto, bool)>) -> Doing {
        let who = self.somebody(10);
        let one = &self.people[who];
        let dice = &mut self.dice;
        if let Some(landscape) = photos.first().map(|photo| photo.1) {
            let (body, alt) = words::caption(landscape, dice);
            let with_alt = |(photo, _): (NewPhoto, bool)| NewPhoto { alt: alt.to_owned(), ..photo };
            let photos = photos.into_iter().map(with_alt).collect();
            return Doing::Post(who, Draft { photos, ..Draft::of(body, Audience::Everyone) });
        }
        let named = if !one.contacts.is_empty() && dice.percent(6) {
            Some(self.people[dice.pick(&one.contacts)].username.clone())
        } else {
            None
        };
        let body = words::post(one.tongue, named.as_deref(), dice);
        let audience = self.audience(who);
        Doing::Post(who, Draft::of(body, audience))
    }

    fn audience(&mut self, who: usize) -> Audience {
        let one = &self.people[who];
        let dice = &mut self.dice;
        match dice.below(100) {
            45..70 if !one.groups.is_empty() => Audience::Groups(vec![dice.pick(&one.groups)]),
            70..88 if !one.staff => Audience::Contacts,
            88..94 if !one.aspects.is_empty() => Audience::Aspects(vec![dice.pick(&one.aspects)]),
            94..98 if !one.contacts.is_empty() => {
                Audience::People(vec![self.people[dice.pick(&one.contacts)].id])
            }
            98..100 if !one.staff => Audience::OnlyMe,
            _ => Audience::Everyone,
        }
    }

    /// What others say to the posts of the last days; whoever does not see one says nothing.
    fn answers(&mut self, posts: usize, recent: &VecDeque<ItemId>, doings: &mut Vec<Doing>) {
        if recent.is_empty() {
            return;
        }
        for _ in 0..portion(posts * COMMENTS_PERCENT, self.dice.below(100)) {
            let (who, post) = (self.somebody(6), recent[self.dice.below(recent.len())]);
            let body = words::comment(self.people[who].tongue, &mut self.dice);
            doings.push(Doing::Comment(who, post, body));
        }
        for _ in 0..portion(posts * REACTIONS_PERCENT, self.dice.below(100)) {
            let (who, post) = (self.somebody(4), recent[self.dice.below(recent.len())]);
            doings.push(Doing::React(who, post, self.dice.pick(ReactionKind::ALL)));
        }
    }

    /// Somebody: so many times in a hundred of the staff.
    fn somebody(&mut self, staff_percent: usize) -> usize {
        if self.dice.percent(staff_percent) {
            self.dice.below(self.staff)
        } else {
            self.staff + self.dice.below(self.people.len() - self.staff)
        }
    }

    /// What the desk has to do: posts that were reported, one taken away, one that waits.
    pub(super) async fn quarrel(&mut self) -> Result<()> {
        const REASONS: [ReportReason; 4] =
            [ReportReason::Unkind, ReportReason::Spam, ReportReason::Threat, ReportReason::Unkind];
        self.set_time(999, 1_000);
        let (first, members) = (self.staff, self.people.len() - self.staff);
        let supervisor = &self.people[1].viewer;
        for (number, text) in words::SQUABBLES.iter().enumerate() {
            let author = &self.people[first + (number * 3 + 2) % members];
            let draft = Draft::of(*text, Audience::Everyone);
            let rules = self.rules.clone();
            let add = move |change: &mut Change<'_>| posts::add(change, &rules, draft);
            let id = self.db.write(&author.viewer, Act::AddPost, add).await?.id;
            for reporter in 0..=number % 2 {
                let reporter = &self.people[first + (number * 3 + 3 + reporter) % members];
                let report = move |change: &mut Change<'_>| {
                    moderation::report(change, id, REASONS[number % REASONS.len()], "This is not fair.")
                };
                self.db.write(&reporter.viewer, Act::Report, report).await?;
            }
            if number == 1 {
                let remove = move |change: &mut Change<'_>| {
                    moderation::decide(change, id, Act::StaffRemove, DecisionReason::Spam, "Once is enough.")
                };
                self.db.write(supervisor, Act::StaffRemove, remove).await?;
            }
        }
        self.wait_for_staff().await?;
        self.count("reports", words::SQUABBLES.len());
        Ok(())
    }

    /// One post from a day on which everything had to wait.
    async fn wait_for_staff(&self) -> Result<()> {
        let strict = Rules { approval: Approval::HoldAll, ..self.rules.clone() };
        let body = "May we put up posters for the concert in the corridor?";
        let draft = Draft::of(body, Audience::Everyone);
        let add = move |change: &mut Change<'_>| posts::add(change, &strict, draft);
        self.db.write(&self.people[self.staff + 1].viewer, Act::AddPost, add).await.map(|_| ())
    }
}

impl Doing {
    /// Which of the three it is.
    fn place(&self) -> usize {
        match self {
            Doing::Post(..) => 0,
            Doing::Comment(..) => 1,
            Doing::React(..) => 2,
        }
    }
}

/// Hundredths as a whole number: what is left over counts as often as it should.
fn portion(hundredths: usize, die: usize) -> usize {
    hundredths / 100 + usize::from(die < hundredths % 100)
}

/// Which post has which photos: one, mostly, sometimes two or three, evenly over all posts.
fn spread(photos: Vec<(NewPhoto, bool)>, posts: usize) -> HashMap<usize, Vec<(NewPhoto, bool)>> {
    const AT_ONCE: [usize; 6] = [1, 1, 2, 1, 3, 1];
    let mut sets = Vec::new();
    let mut photos = photos.into_iter();
    for size in AT_ONCE.into_iter().cycle() {
        let set: Vec<_> = photos.by_ref().take(size).collect();
        if set.is_empty() {
            break;
        }
        sets.push(set);
    }
    // The newest post has some, so that the first page shows pictures.
    let all = sets.len();
    let mut at: HashMap<usize, Vec<(NewPhoto, bool)>> = HashMap::new();
    for (place, set) in sets.into_iter().enumerate() {
        let post = (posts * (place + 1) / all).saturating_sub(1);
        let there = at.entry(post).or_default();
        there.extend(set);
        there.truncate(crate::base::limits::POST_PHOTOS_MAX);
    }
    at
}
