//! What staff did about me: to my account and to what I made, with their reasons.

mod pages;
mod store;
mod views;

pub use pages::routes;
pub use store::{About, Done, about_account, about_things};
pub use views::{done_words, reason_words};

use crate::base::{Act, Standing};
use crate::lang::Lang;

/// What was done to an account, in words for whoever it is about.
pub fn account_words<'l>(lang: &'l Lang, about: &About) -> &'l str {
    let standing = about.reason.as_deref().and_then(Standing::parse);
    match (Act::parse(&about.act), standing) {
        (Some(Act::AddAccount), _) => lang.record_made(),
        (Some(Act::ChangeStanding), Some(Standing::Active)) => lang.record_active(),
        (Some(Act::ChangeStanding), Some(Standing::ReadOnly)) => lang.record_read_only(),
        (Some(Act::ChangeStanding), Some(Standing::Suspended)) => lang.record_suspended(),
        (Some(Act::ChangeStanding), Some(Standing::Left)) => lang.record_left(),
        (Some(Act::StopTalk), _) if about.reason.as_deref() == Some("stopped") => {
            lang.talking_record_stopped()
        }
        (Some(Act::StopTalk), _) => lang.talking_record_allowed(),
        (Some(Act::AllowTalk), _) if about.reason.as_deref() == Some("paired") => {
            lang.talking_record_paired()
        }
        (Some(Act::AllowTalk), _) => lang.talking_record_parted(),
        (Some(Act::ChangeDuties), _) => lang.record_duties(),
        (Some(Act::ResetPassword), _) => lang.record_reset(),
        (Some(Act::SignOut), _) => lang.record_session(),
        _ if about.reason.as_deref() == Some("groups") => lang.record_groups(),
        _ => lang.record_changed(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_that_staff_do_to_an_account_has_words_of_its_own() {
        let lang = Lang::english();
        let about = |act: Act, reason: Option<&str>| About {
            seq: 1,
            act: act.word().into(),
            reason: reason.map(str::to_owned),
            at_ms: 0,
        };
        let mut said: Vec<&str> = Standing::ALL
            .iter()
            .map(|standing| account_words(lang, &about(Act::ChangeStanding, Some(standing.word()))))
            .collect();
        for (act, reason) in [
            (Act::StopTalk, "stopped"),
            (Act::StopTalk, "allowed"),
            (Act::AllowTalk, "paired"),
            (Act::AllowTalk, "parted"),
        ] {
            said.push(account_words(lang, &about(act, Some(reason))));
        }
        said.push(account_words(lang, &about(Act::AddAccount, None)));
        said.push(account_words(lang, &about(Act::ChangeDuties, Some("duties"))));
        said.push(account_words(lang, &about(Act::ResetPassword, None)));
        said.push(account_words(lang, &about(Act::SignOut, None)));
        said.push(account_words(lang, &about(Act::EditAccount, Some("groups"))));
        said.push(account_words(lang, &about(Act::EditAccount, None)));
        let all = said.len();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), all);
    }
}
