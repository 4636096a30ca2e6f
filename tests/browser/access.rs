//! Every page before axe-core: no fault of WCAG 2.2 AA, at any width, in any theme.

use super::driver::{Browser, Width};
use super::target;
use serde_json::{Value, json};

/// The version that `tests/setup` fetches.
const AXE: &str = "tools/axe-4.14.1.js";

/// The checker, read once a test.
pub struct Checker {
    source: String,
}

impl Checker {
    /// Reads the checker.
    pub fn new() -> Checker {
        let file = target().join(AXE);
        let source = std::fs::read_to_string(&file)
            .unwrap_or_else(|error| panic!("{}: {error}; tests/setup fetches it", file.display()));
        Checker { source }
    }

    /// Gives what axe-core finds wrong in the page as it is shown now: everything in the first theme, in
    /// one of the others what a theme can change.
    pub fn faults(&self, browser: &Browser, what: &str) -> Vec<String> {
        // While Turbo fetches a page it says on the root that it is busy; that is no page yet.
        let fetched = "return !document.documentElement.hasAttribute('aria-busy')";
        browser.wait_until("the page is whole", |browser| browser.script(fetched, json!([])) == true);
        // Once a page: reading half a megabyte of it takes longer than most checks.
        if browser.script("return typeof axe", json!([])) != "object" {
            browser.script(&self.source, json!([]));
        }
        let mut found = Vec::new();
        // The colours of a theme are the same at each width: one is looked at on a phone, the other on a desk.
        let narrow = browser.script("return innerWidth < 600", json!([])) == true;
        let theme = if narrow { "dark" } else { "contrast" };
        for (theme, only) in [("light", None), (theme, Some("color-contrast"))] {
            let rules = match only {
                None => {
                    json!({ "type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] })
                }
                Some(rule) => json!({ "type": "rule", "values": [rule] }),
            };
            let answer = browser.script_that_calls_back(RUN, json!([theme, rules]));
            assert!(
                answer["passes"].as_u64().is_some_and(|passes| passes > 0),
                "axe ran at {what}: {answer}"
            );
            for fault in answer["faults"].as_array().into_iter().flatten() {
                found.push(format!("{what}, {theme}: {}", words(fault)));
            }
        }
        found
    }
}

/// One fault in a line.
fn words(fault: &Value) -> String {
    format!("{} at {} ({})", fault["rule"], fault["places"], fault["why"])
}

/// Shows a theme, waits for its colours to stand still, and runs the checker. Bars that stay where they are cover whatever
/// one has scrolled under them: what is too small only there is looked at once more in the middle of the window.
const RUN: &str = "const [theme, runOnly, done] = arguments; \
    const root = document.documentElement, before = root.dataset.theme, [left, top] = [scrollX, scrollY]; \
    root.dataset.theme = theme; \
    const ends = (each) => each.effect.getComputedTiming().endTime !== Infinity; \
    const small = async (node) => { \
        const element = document.querySelector(node.target[0]); \
        if (!element) return true; \
        element.scrollIntoView({ block: 'center', behavior: 'instant' }); \
        const again = await axe.run(element, { runOnly: ['target-size'], resultTypes: ['violations'] }); \
        return again.violations.length > 0; \
    }; \
    const looked = async (result) => { \
        const size = result.violations.find((each) => each.id === 'target-size'), kept = []; \
        for (const node of size?.nodes ?? []) if (await small(node)) kept.push(node); \
        if (size) { size.nodes = kept; scrollTo({ left, top, behavior: 'instant' }); } \
        return result; \
    }; \
    Promise.all(document.getAnimations().filter(ends).map((each) => each.finished.catch(() => null))) \
        .then(() => axe.run(document, { runOnly, resultTypes: ['violations'] })).then(looked) \
        .then((result) => done({ \
            passes: result.passes.length, \
            faults: result.violations.filter((each) => each.nodes.length).map((each) => ({ rule: each.id, why: each.help, \
                places: each.nodes.map((node) => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).slice(0, 6) })) }), \
            (error) => done({ error: String(error) })) \
        .finally(() => { if (before) root.dataset.theme = before; else delete root.dataset.theme; });";

/// A window for each width at which pages are looked at.
pub const WIDTHS: [Width; 2] = [Width::Phone, Width::Desktop];
