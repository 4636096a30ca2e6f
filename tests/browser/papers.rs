//! Documents in messages, in two windows: chosen, left out, sent, and there at once.

use super::chromium::Driver;
use super::driver::Width;
use super::person::Person;
use super::room::{Room, said};
use std::path::{Path, PathBuf};

const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, bytes).expect("a file");
    path
}

/// The row of a document that was chosen and not yet sent.
fn picked(name: &str) -> String {
    format!("//li[@class='picked-document' and contains(.,'{name}')]")
}

/// A document of a message, by the link with which it is fetched.
fn sent(name: &str) -> String {
    format!(
        "//li[contains(@class,'message') and @data-place]//a[contains(@class,'message-file-name') and contains(.,'{name}')]"
    )
}

fn chooses_file(person: &Person, path: &Path) {
    person.browser.attaches_at("//input[@id='field-document']", path);
}

#[test]
fn a_document_that_is_sent_in_one_window_stands_in_the_other() {
    let room = Room::with_rules(&[("talk_files", "yes")]);
    let driver = Driver::start();
    let (ana, ben) = (room.window(&driver, 0, Width::Desktop), room.window(&driver, 1, Width::Phone));
    let folder = tempfile::tempdir().expect("a folder");
    let (plan, notes) =
        (file(folder.path(), "Plan.pdf", PDF), file(folder.path(), "Notes.txt", b"Feed the heron"));
    let game = file(folder.path(), "game.exe", b"MZ");

    chooses_file(&ana, &plan);
    chooses_file(&ana, &notes);
    for name in ["Plan.pdf", "Notes.txt"] {
        ana.browser.wait_until(name, |browser| browser.shows(&picked(name)));
    }
    ana.browser.clicks(&format!("{}//button", picked("Notes.txt")));
    ana.browser.wait_until("it is left out", |browser| !browser.shows(&picked("Notes.txt")));
    chooses_file(&ana, &game);
    ana.browser.sees("Only pictures, PDF, texts and office documents can be added here.");
    ana.says("Here is the plan");
    let plan = format!("{}//a[contains(@class,'message-file-name')]", said("Here is the plan"));
    for window in [&ana, &ben] {
        window
            .browser
            .wait_until("the plan", |browser| browser.shows(&plan) && browser.shows(&sent("Plan.pdf")));
        assert!(!window.browser.shows(&sent("Notes.txt")));
    }
    ana.browser.wait_until("nothing is left in the form", |browser| !browser.shows(&picked("Plan.pdf")));

    // Without a word, from a phone.
    chooses_file(&ben, &notes);
    ben.browser.wait_until("the notes", |browser| browser.shows(&picked("Notes.txt")));
    ben.browser.presses("Send");
    for window in [&ana, &ben] {
        window.browser.wait_until("the notes arrive", |browser| browser.shows(&sent("Notes.txt")));
    }

    // What the box does not take stays in the form, with the reason.
    let wrong = file(folder.path(), "Wrong.pdf", b"<html>");
    chooses_file(&ana, &wrong);
    ana.says("With words");
    ana.browser.sees("does not fit its name");
    assert!(ana.browser.shows(&picked("Wrong.pdf")));
    assert!(!ben.browser.shows(&said("With words")));
    ana.browser.clicks(&format!("{}//button", picked("Wrong.pdf")));
    ana.browser.presses("Send");
    ben.browser.wait_until("the words alone", |browser| browser.shows(&said("With words")));
    ben.browser.has_clean_console();
}
