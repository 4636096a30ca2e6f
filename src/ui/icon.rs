//! The set of icons: one sprite, fetched once, of which each use is a short reference.

use maud::{Markup, html};

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

/// Draws an icon beside a word. It is hidden from screen readers: the word, or the `aria-label` of the
/// link or button round it, says what it means.
pub fn icon(icon: Icon) -> Markup {
    drawn(icon, "icon")
}

/// An icon that points along the direction of writing, and so is turned round in right-to-left pages.
pub fn icon_turning(icon: Icon) -> Markup {
    drawn(icon, "icon icon-turns")
}

fn drawn(icon: Icon, class: &str) -> Markup {
    html! {
        svg class=(class) aria-hidden="true" { use href={ (asset("icons.svg")) "#" (icon.name()) } {} }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::Icon;

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
}
