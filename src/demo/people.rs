//! The people of the demonstration: names from several cultures, classes, clubs, profiles.

use super::dice::Dice;
use crate::features::groups::{self, GroupKind, Joining};
use crate::features::people::ProfileDraft;
use std::collections::HashSet;

/// The languages in which people of the demonstration write.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs, reason = "each name says it")]
pub enum Tongue {
    English,
    Spanish,
    French,
    German,
    Turkish,
    Vietnamese,
    Arabic,
    Ukrainian,
    Greek,
    Chinese,
    Hindi,
    Hebrew,
    Thai,
}

/// Names of one culture. A name in another script has its Latin form behind `=`, for the sign-in name.
struct Culture {
    tongue: Tongue,
    given: &'static str,
    family: &'static str,
    family_first: bool,
}

const fn culture(tongue: Tongue, given: &'static str, family: &'static str) -> Culture {
    Culture { tongue, given, family, family_first: false }
}

const CULTURES: &[Culture] = &[
    culture(
        Tongue::English,
        "Mia Tom Zoe Alice Ben Chloe Daniel Emma Finn Grace Harry Isla Jack Kate Leo Maisie Noah Poppy Rory Sam",
        "Baker Carter Dunn Ellis Foster Grant Hughes Ingram Jarvis Kerr Lowe Marsh Nolan Osborne Price Reeve Shaw Tait",
    ),
    culture(
        Tongue::Spanish,
        "Lucía Mateo Sofía Diego Valeria Andrés Camila Javier Inés Álvaro",
        "García Fernández Ortega Ibáñez Núñez Romero Vidal Peña",
    ),
    culture(
        Tongue::French,
        "Chloé Louis Élise Hugo Manon Théo Zélie Rémi Anaïs Noé",
        "Lefèvre Moreau Girard Besson Rousseau Marchand Fontaine",
    ),
    culture(
        Tongue::German,
        "Lena Jonas Frieda Moritz Käthe Jürgen Greta Anton Lotte Björn",
        "Müller Schäfer Vogt Kühn Brandt Lindner Groß Weiß",
    ),
    culture(
        Tongue::Turkish,
        "Elif Emre Zeynep Çağlar Ayşe Deniz İpek Oğuz",
        "Yılmaz Kaya Şahin Öztürk Aydın Doğan",
    ),
    Culture {
        tongue: Tongue::Vietnamese,
        given: "Linh Minh Thảo Đức Hà Khánh",
        family: "Nguyễn Trần Phạm Lê Đặng",
        family_first: true,
    },
    culture(
        Tongue::Arabic,
        "أمينة=amina يوسف=yusuf ليلى=layla عمر=omar نور=nour كريم=karim سلمى=salma طارق=tariq",
        "حداد=haddad منصور=mansour خليل=khalil الشامي=alshami درويش=darwish",
    ),
    culture(
        Tongue::Ukrainian,
        "Олена=olena Тарас=taras Софія=sofiia Богдан=bohdan Ірина=iryna Максим=maksym Дарина=daryna",
        "Коваленко=kovalenko Мельник=melnyk Шевчук=shevchuk Бондар=bondar Лисенко=lysenko",
    ),
    culture(
        Tongue::Greek,
        "Ελένη=eleni Νίκος=nikos Δάφνη=dafni Γιώργος=giorgos Ίρις=iris Πέτρος=petros",
        "Παππάς=pappas Νικολάου=nikolaou Δήμου=dimou Ραλλάκης=rallakis",
    ),
    Culture {
        tongue: Tongue::Chinese,
        given: "小雨=xiaoyu 子轩=zixuan 美玲=meiling 俊杰=junjie 思远=siyuan 雅文=yawen",
        family: "王=wang 李=li 陈=chen 林=lin 赵=zhao",
        family_first: true,
    },
    culture(
        Tongue::Hindi,
        "आरव=aarav दीया=diya कबीर=kabir मीरा=meera रोहन=rohan अनन्या=ananya",
        "शर्मा=sharma वर्मा=verma सिंह=singh नायर=nair पटेल=patel",
    ),
    culture(
        Tongue::Hebrew,
        "נועה=noa איתן=eitan תמר=tamar יונתן=yonatan שירה=shira",
        "כהן=cohen לוי=levi ברק=barak שלום=shalom",
    ),
    culture(
        Tongue::Thai,
        "มาลี=malee สมชาย=somchai ดาว=dao ปกรณ์=pakorn ใบบัว=baibua",
        "ใจดี=jaidee แสงทอง=saengthong รักเรียน=rakrian",
    ),
];

/// Teachers, as their pupils call them.
const STAFF: &[(&str, &str)] = &[
    ("Ms Fox", "fox"),
    ("Mr Okafor", "okafor"),
    ("Ms Lindqvist", "lindqvist"),
    ("Mr Haddad", "mr.haddad"),
    ("Ms Papadaki", "papadaki"),
    ("Mr Bell", "bell"),
    ("Ms Iyer", "iyer"),
    ("Mr Castellano", "castellano"),
];

/// A person who is going to have an account.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// The sign-in name.
    pub username: String,
    /// The name people see.
    pub shown_name: String,
    /// The language they write besides English.
    pub tongue: Tongue,
}

/// So many teachers; the first is the supervisor.
pub fn staff(count: usize) -> Vec<Somebody> {
    let one = |place: usize| {
        let (name, username) = STAFF[place % STAFF.len()];
        let again = place / STAFF.len();
        let (shown_name, username) = match again {
            0 => (name.to_owned(), username.to_owned()),
            _ => (format!("{name} {}", again + 1), format!("{username}{}", again + 1)),
        };
        Somebody { username, shown_name, tongue: Tongue::English }
    };
    (0..count).map(one).collect()
}

/// So many members, each with a sign-in name of their own that is not among the `taken`.
pub fn members(count: usize, dice: &mut Dice, taken: &mut HashSet<String>) -> Vec<Somebody> {
    (0..count).map(|place| member(place, dice, taken)).collect()
}

fn member(place: usize, dice: &mut Dice, taken: &mut HashSet<String>) -> Somebody {
    // Half have English names; the rest go round all the others, so that a small school has each.
    let culture = if place.is_multiple_of(2) {
        &CULTURES[0]
    } else {
        &CULTURES[1 + (place / 2) % (CULTURES.len() - 1)]
    };
    let mut one_of = |names: &'static str| {
        let names: Vec<&str> = names.split(' ').collect();
        let name = dice.pick(&names);
        let (shown, latin) = name.split_once('=').unwrap_or((name, name));
        (shown, plain(latin))
    };
    let ((given, given_plain), (family, family_plain)) = (one_of(culture.given), one_of(culture.family));
    let shown_name = match (culture.family_first, culture.tongue) {
        (true, Tongue::Chinese) => format!("{family}{given}"),
        (true, _) => format!("{family} {given}"),
        (false, _) => format!("{given} {family}"),
    };
    let base = format!("{given_plain}.{family_plain}");
    let mut username = base.clone();
    let mut number = 2;
    while !taken.insert(username.clone()) {
        username = format!("{base}{number}");
        number += 1;
    }
    Somebody { username, shown_name, tongue: culture.tongue }
}

/// A Latin name in the letters that a sign-in name may have.
fn plain(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let bare = |c: char| match c {
        'ß' => "ss".to_owned(),
        'ı' => "i".to_owned(),
        'đ' => "d".to_owned(),
        other => other.to_string(),
    };
    let lower: String = name.to_lowercase().chars().map(bare).collect();
    lower.nfd().filter(char::is_ascii_lowercase).collect()
}

/// The groups of a school with so many members.
pub fn groups(members: usize) -> Vec<groups::Draft> {
    let classes = (members / 25).clamp(2, 60);
    let class = |number: usize| {
        let name = format!("Class {}{}", 7 + number / 4 % 6, char::from(b'A' + (number % 4) as u8));
        let again = number / 24;
        let name = if again == 0 { name } else { format!("{name} {}", again + 1) };
        let about = format!("Homework, notices and photos of {name}.");
        groups::Draft::of(&name, Some(GroupKind::Class), &about)
    };
    // Each club lets people in in a way of its own.
    let ways = [Joining::Open, Joining::Ask, Joining::Invite];
    let club = |(place, (name, about)): (usize, &(&str, &str))| groups::Draft {
        joining: ways[place % ways.len()],
        ..groups::Draft::of(name, Some(GroupKind::Club), about)
    };
    (0..classes).map(class).chain(CLUBS.iter().enumerate().map(club)).collect()
}

const CLUBS: &[(&str, &str)] = &[
    ("Chess club", "Tuesdays at half past three in the library. Beginners are welcome."),
    ("Choir", "We sing on Thursdays. No audition, only curiosity."),
    ("School garden", "Beds, bees and compost. Bring old shoes."),
    ("Repair workshop", "We mend bicycles, lamps and toys instead of throwing them away."),
    ("Newspaper", "We write about what happens here, and check it twice."),
];

const BIOS: &[&str] = &[
    "I draw birds and lose at chess.",
    "Second trumpet. First at the lunch queue.",
    "Ask me about bicycles, tides or soup.",
    "Reading my way through the library, left to right.",
    "I like **maps**, rain and long walks home.",
    "Goalkeeper on Wednesdays, baker on Sundays.",
    "Learning three languages badly and one well.",
    "The tomatoes in bed four are mine. #garden",
];
const PLACES: &[&str] =
    &["Room 12", "By the window", "The library", "Bed four", "Science wing", "The back row"];
const PRONOUNS: &[&str] = &["she/her", "he/him", "they/them", "", ""];

/// What somebody's profile says.
pub fn profile(dice: &mut Dice) -> ProfileDraft {
    ProfileDraft {
        pronouns: dice.pick(PRONOUNS).to_owned(),
        place: dice.pick(PLACES).to_owned(),
        birth_day: (1 + dice.below(28)).to_string(),
        birth_month: (1 + dice.below(12)).to_string(),
        bio: dice.pick(BIOS).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{limits, text};

    #[test]
    fn everybody_has_a_name_that_signs_in_and_that_nobody_else_has() {
        let mut taken = HashSet::new();
        let people = members(3_000, &mut Dice::new(1), &mut taken);
        for somebody in people.iter().chain(&staff(20)) {
            assert_eq!(text::username("u", &somebody.username).ok().as_ref(), Some(&somebody.username));
            assert!(somebody.shown_name.chars().count() <= limits::SHOWN_NAME_CHARS_MAX);
        }
        assert_eq!(taken.len(), 3_000);
        let names: HashSet<_> = groups(3_000).into_iter().map(|group| group.name).collect();
        assert_eq!(names.len(), groups(3_000).len(), "each group has its own name");
    }

    #[test]
    fn every_script_is_there_even_in_a_small_school() {
        let people = members(30, &mut Dice::new(1), &mut HashSet::new());
        for culture in CULTURES {
            assert!(people.iter().any(|somebody| somebody.tongue == culture.tongue), "{:?}", culture.tongue);
        }
    }
}
