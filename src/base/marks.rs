//! Stand-in until the real one lands.
/// Tags.
pub fn tags(_text: &str) -> impl Iterator<Item = String> {
    std::iter::empty()
}
/// Mentions.
pub fn mentions(_text: &str) -> impl Iterator<Item = String> {
    std::iter::empty()
}
/// Fold.
pub fn fold(tag: &str) -> String {
    tag.to_lowercase()
}
