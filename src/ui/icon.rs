//! The set of icons: one sprite, fetched once, of which each use is a short reference.

use std::sync::LazyLock;

use maud::PreEscaped;

use super::asset;

/// Declares the icons, each with the name it has in the sprite.
macro_rules! icons {
    ($($icon:ident = $name:literal),* $(,)?) => {
        /// An icon of the one set (Tabler, outline). Named as there.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each is named for what it shows")]
        pub enum Icon {
            $($icon),*
        }

        impl Icon {
            /// Every icon, in order of name.
            pub const ALL: &[Icon] = &[$(Icon::$icon),*];

            /// Its name in the sprite.
            pub fn name(self) -> &'static str {
                match self {
                    $(Icon::$icon => $name),*
                }
            }
        }
    };
}

icons! {
    AddressBook = "address-book",
    Adjustments = "adjustments",
    Album = "album",
    AlertCircle = "alert-circle",
    AlertTriangle = "alert-triangle",
    Archive = "archive",
    ArrowBackUp = "arrow-back-up",
    ArrowDown = "arrow-down",
    ArrowLeft = "arrow-left",
    ArrowUp = "arrow-up",
    At = "at",
    Ban = "ban",
    Bell = "bell",
    BellOff = "bell-off",
    Bookmark = "bookmark",
    BuildingCommunity = "building-community",
    Bulb = "bulb",
    Calendar = "calendar",
    Camera = "camera",
    ChartBar = "chart-bar",
    Check = "check",
    Checks = "checks",
    ChevronDown = "chevron-down",
    ChevronLeft = "chevron-left",
    ChevronRight = "chevron-right",
    Circles = "circles",
    ClipboardCheck = "clipboard-check",
    ClipboardList = "clipboard-list",
    Clock = "clock",
    Confetti = "confetti",
    Contrast = "contrast",
    DeviceFloppy = "device-floppy",
    Dots = "dots",
    Download = "download",
    Eye = "eye",
    EyeOff = "eye-off",
    FileText = "file-text",
    Filter = "filter",
    Flag = "flag",
    Gavel = "gavel",
    GripVertical = "grip-vertical",
    Hash = "hash",
    Heart = "heart",
    HelpCircle = "help-circle",
    History = "history",
    Home = "home",
    Hourglass = "hourglass",
    Id = "id",
    Inbox = "inbox",
    InfoCircle = "info-circle",
    Key = "key",
    Language = "language",
    Lifebuoy = "lifebuoy",
    Link = "link",
    List = "list",
    ListCheck = "list-check",
    Lock = "lock",
    LockOpen = "lock-open",
    Login = "login",
    Logout = "logout",
    Message = "message",
    MessageCircle = "message-circle",
    Messages = "messages",
    MoodSmile = "mood-smile",
    Moon = "moon",
    Pencil = "pencil",
    Photo = "photo",
    PhotoPlus = "photo-plus",
    Pin = "pin",
    PlayerPause = "player-pause",
    PlayerPlay = "player-play",
    PlayerStop = "player-stop",
    Plus = "plus",
    Printer = "printer",
    Refresh = "refresh",
    Repeat = "repeat",
    School = "school",
    Scissors = "scissors",
    Search = "search",
    Send = "send",
    Settings = "settings",
    Share = "share",
    ShieldCheck = "shield-check",
    ShieldHalf = "shield-half",
    Speakerphone = "speakerphone",
    Star = "star",
    Sun = "sun",
    ThumbUp = "thumb-up",
    Trash = "trash",
    Upload = "upload",
    User = "user",
    UserCheck = "user-check",
    UserMinus = "user-minus",
    UserPlus = "user-plus",
    UserX = "user-x",
    Users = "users",
    UsersGroup = "users-group",
    Volume = "volume",
    World = "world",
    X = "x",
}

/// An icon as it stands in a page.
pub type Drawn = PreEscaped<&'static str>;

/// Draws an icon beside a word. It is hidden from screen readers: the word, or the `aria-label` of the
/// link or button round it, says what it means.
pub fn icon(icon: Icon) -> Drawn {
    drawn(icon, 0)
}

/// An icon that points along the direction of writing, and so is turned round in right-to-left pages.
pub fn icon_turning(icon: Icon) -> Drawn {
    drawn(icon, 1)
}

/// Every icon, as it is and turning, written once: a page has hundreds. So they are short, too: what has no class
/// is an icon (see `base.css`), and the address is the shortest that still carries the hash.
fn drawn(icon: Icon, kind: usize) -> Drawn {
    static ALL: LazyLock<Vec<[String; 2]>> = LazyLock::new(|| {
        let sprite = sprite();
        let written = |icon: &Icon| {
            let name = icon.name();
            ["", " class=\"turns\""].map(|class| {
                format!("<svg{class} aria-hidden=\"true\"><use href=\"{sprite}#{name}\"/></svg>")
            })
        };
        Icon::ALL.iter().map(written).collect()
    });
    PreEscaped(ALL.get(icon as usize).map_or("", |drawn| &drawn[kind]))
}

/// The short address of the sprite: `/i/` and its hash.
fn sprite() -> String {
    format!("/i/{}", asset("icons.svg").split('.').nth(1).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::{Icon, icon, icon_turning};

    #[test]
    fn every_icon_has_a_file_and_every_file_an_icon() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/vendor/tabler");
        let files: BTreeSet<String> = fs::read_dir(folder)
            .expect("the folder of icons")
            .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
            .filter_map(|name| name.strip_suffix(".svg").map(str::to_owned))
            .collect();
        let icons: BTreeSet<String> = Icon::ALL.iter().map(|icon| icon.name().to_owned()).collect();
        assert_eq!(files, icons);
    }

    #[test]
    fn each_icon_names_its_own_symbol_and_is_not_read_out() {
        for (place, each) in Icon::ALL.iter().enumerate() {
            assert_eq!(*each as usize, place);
            for drawn in [icon(*each).0, icon_turning(*each).0] {
                assert!(drawn.contains(&format!("#{}\"", each.name())), "{drawn}");
                assert!(drawn.contains(" aria-hidden=\"true\">"), "{drawn}");
            }
        }
    }
}
