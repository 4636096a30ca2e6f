//! What a site and each person choose about the look: theme, accent, size of text. Colours are in `tokens.css`.

/// Light, dark, high contrast, or as the browser asks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the browser asks.
    #[default]
    Auto,
    /// Warm paper.
    Light,
    /// Dark paper.
    Dark,
    /// Black on white, with strong lines.
    Contrast,
}

impl Theme {
    /// The value of `data-theme`; none lets the browser choose.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            Theme::Auto => None,
            Theme::Light => Some("light"),
            Theme::Dark => Some("dark"),
            Theme::Contrast => Some("contrast"),
        }
    }
}

/// The colour a site chooses for links and buttons. Only these: each is tested for contrast.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Accent {
    /// Deep green.
    #[default]
    Green,
    /// Ink blue.
    Blue,
    /// Plum.
    Plum,
    /// Teal.
    Teal,
    /// Grey slate.
    Slate,
}

impl Accent {
    /// Every accent, the usual one first.
    pub const ALL: &[Accent] = &[Accent::Green, Accent::Blue, Accent::Plum, Accent::Teal, Accent::Slate];

    /// Its word, as it stands in `data-accent` and in the house rules.
    pub fn name(self) -> &'static str {
        match self {
            Accent::Green => "green",
            Accent::Blue => "blue",
            Accent::Plum => "plum",
            Accent::Teal => "teal",
            Accent::Slate => "slate",
        }
    }
}

/// How large everything is: all measures follow the size of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextSize {
    /// 17 px where the browser's own size is 16.
    #[default]
    Usual,
    /// 19 px.
    Large,
    /// 21.5 px.
    Larger,
    /// 25.5 px.
    Largest,
}

impl TextSize {
    /// The value of `data-size`; none is the usual size.
    pub fn attribute(self) -> Option<&'static str> {
        match self {
            TextSize::Usual => None,
            TextSize::Large => Some("large"),
            TextSize::Larger => Some("larger"),
            TextSize::Largest => Some("largest"),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Accent;

    const TOKENS: &str = include_str!("../../assets/css/tokens.css");

    /// Text on what it may stand on: WCAG 2.2 asks for 4.5 to 1.
    const TEXT: &[(&str, &[&str])] = &[
        ("--ink", &["--ground", "--card", "--sunken", "--accent-wash", "--clay-wash", "--harm-wash"]),
        ("--ink-soft", &["--ground", "--card", "--sunken", "--accent-wash"]),
        ("--accent", &["--ground", "--card", "--sunken", "--accent-wash"]),
        ("--accent-deep", &["--ground", "--card"]),
        ("--on-accent", &["--accent", "--accent-deep"]),
        ("--clay", &["--ground", "--card", "--sunken", "--clay-wash"]),
        ("--harm", &["--ground", "--card", "--sunken", "--harm-wash"]),
        ("--on-harm", &["--harm"]),
        ("--card", &["--clay"]),
        ("--ground", &["--ink"]),
    ];

    /// Edges of controls and rings of focus: 3 to 1.
    const CONTROLS: &[(&str, &[&str])] = &[
        ("--edge", &["--ground", "--card", "--sunken"]),
        ("--accent", &["--ground", "--card", "--accent-wash"]),
        ("--clay", &["--ground", "--card"]),
        ("--harm", &["--ground", "--card"]),
    ];

    type Set = BTreeMap<String, String>;

    /// The declarations between a comment and the end of its rule, once or more.
    fn set_after(heading: &str) -> Set {
        let (_, rest) = TOKENS.split_once(heading).expect(heading);
        declarations(rest.split_once('}').expect("an end").0)
    }

    fn declarations(rule: &str) -> Set {
        let pairs = rule.split(['{', ';']).filter_map(|line| line.trim().split_once(':'));
        pairs
            .filter(|(name, _)| name.starts_with("--"))
            .map(|(name, value)| (name.to_owned(), value.trim().to_owned()))
            .collect()
    }

    fn luminance(colour: &str) -> f64 {
        let digits = colour.strip_prefix('#').expect(colour);
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&digits[at..at + 2], 16).expect("two digits")) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(2) + 0.0722 * part(4)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Follows `var(--name)` as a browser would.
    fn colour(set: &Set, accents: &Set, name: &str) -> String {
        let value = set.get(name).or_else(|| accents.get(name)).expect(name);
        match value.strip_prefix("var(").and_then(|inner| inner.strip_suffix(')')) {
            Some(inner) => colour(set, accents, inner),
            None => value.clone(),
        }
    }

    fn accents(accent: Accent) -> Set {
        let green = set_after("high contrast. */");
        if accent == Accent::Green {
            green
        } else {
            set_after(&format!("[data-accent=\"{}\"]", accent.name()))
        }
    }

    #[test]
    fn every_pair_of_colours_can_be_read_in_every_theme_and_accent() {
        let mut faults = Vec::new();
        let themes = ["/* light */", "/* dark, when chosen */", "/* high contrast */"];
        for theme in themes {
            let set = set_after(theme);
            for accent in Accent::ALL {
                let accents = accents(*accent);
                for (pairs, least) in [(TEXT, 4.5), (CONTROLS, 3.0)] {
                    for (front, backs) in pairs {
                        for back in *backs {
                            let found =
                                contrast(&colour(&set, &accents, front), &colour(&set, &accents, back));
                            if found < least {
                                faults.push(format!("{theme} {accent:?}: {front} on {back} is {found:.2}"));
                            }
                        }
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }

    #[test]
    fn initials_can_be_read_on_every_tint() {
        let pieces = include_str!("../../assets/css/pieces.css");
        let tints: Vec<&str> =
            pieces.lines().filter_map(|line| line.strip_prefix(".tint-")?.get(16..23)).collect();
        assert_eq!(tints.len(), usize::from(crate::ui::person::TINTS));
        for tint in tints {
            assert!(contrast("#ffffff", tint) >= 4.5, "{tint}");
        }
    }

    #[test]
    fn dark_is_the_same_whether_chosen_or_asked_for() {
        assert_eq!(set_after("dark, when the browser asks */\n@media"), set_after("dark, when chosen */"));
    }
}
