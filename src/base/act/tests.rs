//! Which acts open pages notice: one that is put on the list of the harmless is looked at twice.

use super::*;

/// The acts that this program does again and again while people only read and write.
const HARMLESS: usize = 33;

#[test]
fn whatever_may_end_a_session_or_take_a_duty_is_noticed_by_open_pages() {
    use Act::{
        AddBlock, ChangeRules, ChangeStanding, ChoosePassword, CloseAccount, EditAccount, EmptyAccount,
    };
    use Act::{NoteClosing, ResetPassword, SignOut, Upkeep};
    let must = [
        SignOut,
        Act::ChangeDuties,
        ChangeStanding,
        ChoosePassword,
        ResetPassword,
        EditAccount,
        CloseAccount,
    ];
    let must = must.iter().chain(&[EmptyAccount, NoteClosing, Upkeep, ChangeRules, AddBlock]);
    for act in must {
        assert!(act.changes_people(), "{}", act.word());
    }
    let staff = Act::ALL.iter().filter(|act| act.word().starts_with("account.") && !act.changes_people());
    assert_eq!(staff.map(|act| act.word()).collect::<Vec<_>>(), ["account.preferences"]);
    let harmless = Act::ALL.iter().filter(|act| !act.changes_people()).count();
    assert_eq!(harmless, HARMLESS, "an act that is put on the list is looked at twice");
}
