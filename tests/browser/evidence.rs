//! A pack of evidence on somebody else's computer: read and checked from a file, with the network off.

use super::chromium::Driver;
use super::driver::Width;
use super::person::Person;
use super::school::demonstration;
use data_encoding::BASE64;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;
use serde_json::json;
use std::path::Path;
use std::process::Command;

/// Sends the form of the page as the browser would, and gives the file that comes as text.
const TAKE_OUT: &str = "const done = arguments[arguments.length - 1]; \
    const form = document.querySelector('form[action^=\"/evidence/\"]'); \
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).then((answer) => answer.blob()) \
    .then((blob) => { const reader = new FileReader(); reader.onload = () => done(reader.result.split(',')[1]); \
    reader.readAsDataURL(blob); });";

/// Checks the chosen pack with one byte of each file changed, at its beginning, in its middle and at its end, and of what
/// stands between files; gives those that were believed all the same, and how many were tried.
const CHANGED: &str = "const done = arguments[arguments.length - 1]; (async () => { \
    const whole = new Uint8Array(await document.getElementById('pack').files[0].arrayBuffer()); \
    const places = []; for (const { name, content, at } of entries(whole)) { \
      const begin = content.byteOffset - whole.byteOffset; places.push([name + ' head', at + 10]); \
      for (const part of [0, 0.3, 0.5, 0.999]) if (content.length) places.push([name, begin + Math.floor(part * content.length)]); } \
    for (const back of [1, 5, 12, 30, 60]) places.push(['table', whole.length - back]); \
    const believed = []; for (const [name, at] of places) { const wrong = whole.slice(); wrong[at] ^= 1; \
      try { await check(wrong); believed.push(name + ' ' + at); } catch (error) { if (!(error instanceof Broken)) believed.push(String(error)); } } \
    done({ believed, tried: places.length, names: new Set(places.map(([name]) => name)).size }); })();";

/// A document that is sent: what it is called, and what is in it.
const DOCUMENT: &str = "Plan of the day.txt";
const PLAN: &[u8] = b"Nine o'clock, behind the gym";

#[test]
fn a_pack_is_read_and_checked_from_a_file_with_the_network_off_and_fails_when_a_byte_changes() {
    let (pod, people) = demonstration();
    let driver = Driver::start();
    let head = Person::at(&driver, &pod, Width::Desktop);
    head.signs_in(&people[0][1], &people[0][2]);
    head.is_live();
    let sql = Connection::open(pod.data().join("courtyard.db")).expect("the database");
    let with_a_photo = "SELECT p.parent_id FROM photo AS p JOIN item AS i ON i.id = p.parent_id
        WHERE i.kind = 'post' AND i.audience = 'everyone' AND i.state = 'shown' AND i.author_id <> 1 LIMIT 1";
    let post: i64 = sql.query_row(with_a_photo, [], |row| row.get(0)).expect("a post with a photo");
    let bytes = takes_out(&head, post);
    let with_a_document = takes_out(&head, sends_a_document(&sql, &pod.data().join("photos")));
    let folder = tempfile::tempdir().expect("a folder");
    let (zip, wrong, home) =
        (folder.path().join("pack.zip"), folder.path().join("wrong.zip"), folder.path().join("home"));
    std::fs::write(&zip, &bytes).expect("written");
    let mut changed = bytes.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    std::fs::write(&wrong, &changed).expect("written");
    unpacks(&zip, &home);
    let (document, its_home) = (folder.path().join("document.zip"), folder.path().join("of-document"));
    std::fs::write(&document, &with_a_document).expect("written");
    unpacks(&document, &its_home);

    let browser = &head.browser;
    browser.tell("Network.enable", json!({}));
    let off = json!({ "offline": true, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0 });
    browser.tell("Network.emulateNetworkConditions", off);
    browser.goes(&format!("file://{}/index.html", home.display()));
    browser.sees("The school board asked for it");
    browser.wait_until("its photos", |browser| {
        browser.script("return document.images.length > 0 && [...document.images].every((each) => each.naturalWidth > 0)", json!([])) == json!(true)
    });
    browser.goes(&format!("file://{}/verify.html", home.display()));
    let verdict = |result: &str| {
        browser.wait_until(result, |browser| {
            browser.script("return document.getElementById('verdict').dataset.result", json!([]))
                == json!(result)
        });
    };
    browser.attaches(&zip);
    verdict("holds");
    browser.sees("The school board asked for it");
    browser.sees("Now compare the key and the hashes with the daily sheets.");
    let found = browser.script_that_calls_back(CHANGED, json!([]));
    assert_eq!(found["believed"], json!([]), "{found}");
    assert!(found["names"].as_u64().unwrap_or(0) > 14, "every file, and its head: {found}");
    browser.attaches(&wrong);
    verdict("broken");
    browser.sees("The pack does not hold.");
    browser.attaches(&zip);
    verdict("holds");
    browser.attaches(&document);
    verdict("holds");
    let found = browser.script_that_calls_back(CHANGED, json!([]));
    assert_eq!(found["believed"], json!([]), "{found}");
    let asked =
        browser.script("return performance.getEntriesByType('resource').map((each) => each.name)", json!([]));
    assert_eq!(asked, json!([]), "it asks for nothing besides itself");
    // The page leads to the document, under the name that its author gave it.
    browser.goes(&format!("file://{}/index.html", its_home.display()));
    browser.sees(DOCUMENT);
    let leads = "const link = document.querySelector('a[download]'); return [link.download, link.getAttribute('href')]";
    let leads = browser.script(leads, json!([]));
    assert_eq!(leads[0], json!(DOCUMENT));
    let held = std::fs::read(its_home.join(leads[1].as_str().expect("an address"))).expect("it is there");
    assert_eq!(held, PLAN);
    browser.has_clean_console();
}

/// Takes the case of this item out, and gives the pack.
fn takes_out(head: &Person, item: i64) -> Vec<u8> {
    head.opens(&format!("/evidence/items/{item}"));
    head.browser.fills("What is it for?", "The school board asked for it");
    let file = head.browser.script_that_calls_back(TAKE_OUT, json!([]));
    BASE64.decode(file.as_str().expect("a file").as_bytes()).expect("base 64")
}

/// Somebody's message carries a document, and is reported; gives the message.
fn sends_a_document(sql: &Connection, shelf: &Path) -> i64 {
    let message = "SELECT m.id, m.author_id FROM message AS m JOIN item AS i ON i.id = m.id
        WHERE i.state = 'shown' AND m.author_id <> 1 ORDER BY m.id LIMIT 1";
    let (message, author): (i64, i64) =
        sql.query_row(message, [], |row| Ok((row.get(0)?, row.get(1)?))).expect("a message");
    let name = blake3::hash(PLAN).to_hex().to_string();
    std::fs::write(shelf.join(&name[..2]).join(format!("{}.file", &name[2..])), PLAN).expect("room for it");
    let sent = "INSERT INTO message_file (message_id, author_id, place, name, sort, shelf, bytes)
                VALUES (?1, ?2, 0, ?3, 'txt', ?4, ?5)";
    let bytes = i64::try_from(PLAN.len()).expect("a few");
    // Nobody looks for it.
    let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS;
    sql.create_scalar_function("find_terms", 1, flags, |_| Ok(String::new())).expect("a function");
    sql.execute(sent, rusqlite::params![message, author, DOCUMENT, name, bytes]).expect("sent");
    sql.execute("UPDATE message SET files = 1 WHERE id = ?1", [message]).expect("counted");
    let report = "INSERT INTO report (item_id, reporter_id, reason, made_at) VALUES (?1, 1, 'rude', 0)";
    sql.execute(report, [message]).expect("reported");
    message
}

fn unpacks(zip: &Path, home: &Path) {
    let unpacked = Command::new("python3").args(["-m", "zipfile", "-e"]).args([zip, home]).status();
    assert!(unpacked.expect("python3").success());
}
