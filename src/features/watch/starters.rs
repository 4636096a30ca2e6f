//! The lists of rules that come with the box. They are switched off until somebody has read them.

/// One list.
pub(super) struct Starter {
    /// Its language, which is also its name in addresses.
    pub tag: &'static str,
    /// What the language calls itself.
    pub name: &'static str,
    /// The table.
    pub text: &'static str,
}

/// All of them.
pub(super) const ALL: [Starter; 5] = [
    Starter { tag: "en", name: "English", text: include_str!("../../../assets/watch/en.csv") },
    Starter { tag: "es", name: "Español", text: include_str!("../../../assets/watch/es.csv") },
    Starter { tag: "fr", name: "Français", text: include_str!("../../../assets/watch/fr.csv") },
    Starter { tag: "de", name: "Deutsch", text: include_str!("../../../assets/watch/de.csv") },
    Starter { tag: "ar", name: "العربية", text: include_str!("../../../assets/watch/ar.csv") },
];

/// The list of this language.
pub(super) fn find(tag: &str) -> Option<&'static Starter> {
    ALL.iter().find(|starter| starter.tag == tag)
}
