//! The board on top of Home as it was drawn, kept for as long as it would be drawn the same.

use super::views::{self, Shown};
use crate::base::SiteKind;
use crate::features::posts::Seer;
use std::sync::{Arc, Mutex, PoisonError};

/// Boards kept at most: one for each choice of groups and each language that reads them. The oldest goes.
const KEPT_MAX: usize = 32;

/// Drawn boards. Each is known by all that it shows, compared in full: what is for one person alone is never shown
/// to another, since it would have to be the same. Whether a person sees it is asked before, each time.
#[derive(Default)]
pub struct Boards(Mutex<Vec<Kept>>);

struct Kept {
    shows: Shows,
    html: Arc<str>,
}

/// All on which the drawing depends.
#[derive(PartialEq)]
struct Shows {
    lang: &'static str,
    kind: SiteKind,
    list: Vec<Shown>,
    all: usize,
    /// How long ago each was made, in words, with the whole time behind them.
    ago: Vec<String>,
}

impl Boards {
    /// The board with these announcements on it, of `all` in all.
    pub fn board(&self, seer: &Seer<'_>, list: Vec<Shown>, all: usize) -> Arc<str> {
        let ago = |shown: &Shown| seer.now.ago(seer.lang, shown.announcement.made_at).into_string();
        let ago = list.iter().map(ago).collect();
        let shows = Shows { lang: seer.lang.tag(), kind: seer.rules.kind, list, all, ago };
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = kept.iter().find(|kept| kept.shows == shows) {
            return found.html.clone();
        }
        // Drawn for nobody in particular, so that nothing of whoever looks can get into it.
        let anybody = Seer { me: 0, moderates: false, opens_shields: false, writes: true, ..*seer };
        let html: Arc<str> = views::board(&anybody, &shows.list, all).into_string().into();
        if kept.len() >= KEPT_MAX {
            kept.remove(0);
        }
        kept.push(Kept { shows, html: html.clone() });
        html
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AccountId, AudienceKind, ItemId, Rules, State};
    use crate::features::announcements::{Announcement, FOR_EVER_MS};
    use crate::features::items::Author;
    use crate::lang::Lang;
    use crate::ui::Now;

    fn shown(title: &str, groups: &[(i64, String)]) -> Shown {
        let (username, shown_name) = ("head".to_owned(), "Dr Hill".to_owned());
        let author = Author { id: AccountId(1), username, shown_name, picture: None, staff: true };
        let announcement = Announcement {
            id: ItemId(7),
            author,
            audience: AudienceKind::Groups,
            state: State::Shown,
            made_at: 0,
            edited_at: None,
            title: title.into(),
            body: "Bring the *form*.".into(),
            until_at: FOR_EVER_MS,
            read_at: None,
        };
        Shown { announcement, groups: groups.to_vec() }
    }

    #[test]
    fn a_board_is_drawn_again_as_soon_as_anything_on_it_differs() {
        let (boards, rules, lang) = (Boards::default(), Rules::default(), Lang::english());
        let at = |ms: i64| Now::new(ms, "UTC");
        let draw = |lang: &'static Lang, now: &Now, shown: Shown, all: usize| {
            let (me, moderates, opens_shields, writes) = (3, true, true, false);
            let seer = Seer { lang, rules: &rules, now, me, moderates, opens_shields, writes };
            boards.board(&seer, vec![shown], all)
        };
        let class = [(5, "Class 5B".to_owned())];
        let first = draw(lang, &at(60_000), shown("Photos", &class), 1);
        assert!(Arc::ptr_eq(&first, &draw(lang, &at(60_500), shown("Photos", &class), 1)), "nothing differs");
        let spanish = Lang::find("es").unwrap_or(lang);
        let others = [
            draw(lang, &at(120_000), shown("Photos", &class), 1),
            draw(lang, &at(60_000), shown("Photos today", &class), 1),
            draw(lang, &at(60_000), shown("Photos", &[]), 1),
            draw(lang, &at(60_000), shown("Photos", &class), 2),
            draw(spanish, &at(60_000), shown("Photos", &class), 1),
        ];
        for other in others {
            assert_ne!(first, other);
        }
        for number in 0..3 * KEPT_MAX {
            draw(lang, &at(60_000), shown(&number.to_string(), &class), 1);
        }
        assert_eq!(boards.0.lock().map(|kept| kept.len()).ok(), Some(KEPT_MAX));
    }
}
