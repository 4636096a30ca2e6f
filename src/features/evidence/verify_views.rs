//! The page inside a pack that checks it: one file with all it needs, opened from a stick in any browser.

use super::index_views::whole;
use crate::base::spoken;
use crate::lang::Lang;
use maud::{Markup, PreEscaped, html};

/// Hashes and signatures by other people, as one plain script (`assets/vendor/fetch.mjs`).
const PROOF: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/vendor/noble/noble.js"));
/// What checks a pack.
const CHECK: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/evidence/verify.js"));

/// The page.
pub(super) fn verify(lang: &Lang) -> Markup {
    whole(
        lang,
        lang.verify_title(),
        html! {
            h1 { (lang.verify_title()) }
            p { (lang.verify_about()) }
            p { label for="pack" { (lang.verify_choose()) } " " input type="file" id="pack" accept=".zip"; }
            noscript { p { (lang.verify_no_script()) } }
            p.verdict id="verdict" role="status" {}
            dl id="facts" {}
            section {
                h2 { (lang.verify_proves()) }
                ul { li { (lang.verify_proves_bytes()) } li { (lang.verify_proves_record()) } li { (lang.verify_proves_text()) } }
                h2 { (lang.verify_not()) }
                ul {
                    li { (lang.verify_not_key()) } li { (lang.verify_not_box()) } li { (lang.verify_not_who()) }
                    li { (lang.verify_not_time()) } li { (lang.verify_not_all()) } li { (lang.verify_not_page()) }
                }
            }
            (data("words", &phrases(lang)))
            (data("list", &serde_json::Value::from(spoken::list().to_vec())))
            script { (PreEscaped(PROOF)) }
            script { (PreEscaped(CHECK)) }
        },
    )
}

/// What the script says, in the language of the page.
fn phrases(lang: &Lang) -> serde_json::Value {
    serde_json::json!({
        "checking": lang.verify_checking(), "holds": lang.verify_holds(), "broken": lang.verify_broken(),
        "form": lang.verify_wrong_form(), "order": lang.verify_wrong_order(), "file": lang.verify_wrong_file(),
        "signature": lang.verify_wrong_signature(), "head": lang.verify_wrong_head(), "entry": lang.verify_wrong_entry(),
        "chain": lang.verify_wrong_chain(), "text": lang.verify_wrong_text(),
        "site": lang.sheets_site(), "made": lang.evidence_made(), "reason": lang.evidence_why(), "key": lang.evidence_key(),
        "said": lang.verify_said(), "proved": lang.verify_proved(), "media": lang.verify_media(), "documents": lang.verify_documents(), "linked": lang.verify_linked(),
        "loose": lang.verify_loose(), "end": lang.verify_end(), "sheet": lang.verify_sheet(), "no_sheet": lang.verify_no_sheet(),
    })
}

/// Data for the script. No text in it can end the element: `<` stands in it as an escape.
fn data(id: &str, value: &serde_json::Value) -> Markup {
    let text = value.to_string().replace('<', "\\u003c");
    html! { script type="application/json" id=(id) { (PreEscaped(text)) } }
}
