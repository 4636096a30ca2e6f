//! Where things are on a page, as XPath says it.

/// A path to a button by its name.
pub fn button(name: &str) -> String {
    let name = quoted(name);
    format!(
        "//button[normalize-space(.)={name} or @aria-label={name}] | //summary[normalize-space(.)={name}]"
    )
}

/// A path to a link by its name.
pub fn link(name: &str) -> String {
    let name = quoted(name);
    format!("//a[normalize-space(.)={name} or @aria-label={name}]")
}

/// A path to a field by its label.
pub fn field(label: &str) -> String {
    format!("//*[@id=//label[starts-with(normalize-space(.),{})]/@for]", quoted(label))
}

/// A path to the post that holds these words.
pub fn post_with(words: &str) -> String {
    format!("//article[contains(@class,'post') and contains(.,{})]", quoted(words))
}

/// Words as XPath takes them.
pub fn quoted(words: &str) -> String {
    assert!(!words.contains('"'), "no double quotes in what a test looks for");
    format!("\"{words}\"")
}
