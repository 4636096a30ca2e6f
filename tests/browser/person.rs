//! A person at a browser: does with mouse and keys what people do, and says what they see.

use super::chromium::Driver;
use super::driver::{Browser, Width};
use super::paths::post_with;
use super::pod::Pod;
use serde_json::json;
use std::path::PathBuf;

/// Somebody in front of a window.
pub struct Person {
    /// Their window.
    pub browser: Browser,
    /// Where they find the box.
    pub base: String,
    /// Whether JavaScript is on.
    pub scripts: bool,
}

/// What stands on a slip: the sign-in name and the one-time password.
pub struct Slip {
    pub username: String,
    pub password: String,
}

/// The password that everybody in these tests chooses.
pub const PASSWORD: &str = "slow purple tortoise";

impl Person {
    /// Sits down at a fresh browser.
    pub fn at(driver: &Driver, pod: &Pod, width: Width) -> Person {
        Person { browser: driver.browser(width), base: pod.at(""), scripts: true }
    }

    /// The same with JavaScript off.
    pub fn without_scripts(driver: &Driver, pod: &Pod, width: Width) -> Person {
        let person = Person { scripts: false, ..Person::at(driver, pod, width) };
        person.browser.without_scripts();
        person
    }

    /// Opens a page of the pod by its path.
    pub fn opens(&self, path: &str) {
        self.browser.goes(&format!("{}{path}", self.base));
    }

    /// Sees these words soon: by themselves where scripts run, after a reload elsewhere.
    pub fn sees_soon(&self, words: &str) {
        if !self.scripts {
            self.browser.reloads();
        }
        self.browser.sees(words);
    }

    /// The same for something found by its path.
    pub fn sees_soon_path(&self, path: &str) {
        if !self.scripts {
            self.browser.reloads();
        }
        self.browser.wait_until(path, |browser| browser.shows(path));
    }

    /// Does not see these words any more: by itself where scripts run, after a reload elsewhere.
    pub fn misses_soon(&self, words: &str) {
        if !self.scripts {
            self.browser.reloads();
        }
        self.browser.misses(words);
    }

    /// Waits until the page has its line to the server: from here on nothing that happens is missed.
    /// (What happened between the making of a page and its line is caught up by its sequence.)
    pub fn is_live(&self) {
        if self.scripts {
            let script = "return document.readyState === 'complete'";
            self.browser.wait_until("a loaded page", |browser| browser.script(script, json!([])) == true);
        }
    }

    /// Claims a fresh box by the wizard.
    pub fn claims(&self, code: &str, site: &str) {
        let browser = &self.browser;
        self.opens("/");
        browser.is_at("/setup");
        browser.fills("Set-up code", code);
        browser.presses("Go on");
        browser.is_at("/setup/site");
        browser.fills("Name of the site", site);
        browser.ticks("School");
        browser.selects("Time zone", "Europe/Berlin");
        browser.presses("Go on");
        browser.is_at("/setup/owner");
        browser.fills("Name that others see", "Ms Fox");
        browser.fills("Sign-in name", "fox");
        browser.fills("Password", PASSWORD);
        browser.fills("New password, once more", PASSWORD);
        browser.presses("Claim this box");
        browser.is_at("/setup/sheet");
        browser.sees("Recovery sheet");
    }

    /// Signs in with the slip and chooses a password.
    pub fn arrives_with(&self, slip: &Slip) {
        self.signs_in(&slip.username, &slip.password);
        self.browser.is_at("/password");
        self.browser.fills("The password on your slip", &slip.password);
        self.browser.fills("New password", PASSWORD);
        self.browser.fills("New password, once more", PASSWORD);
        self.browser.presses("Set password");
        self.browser.is_at("/");
        self.browser.sees("Your new password is set.");
    }

    /// Signs in.
    pub fn signs_in(&self, username: &str, password: &str) {
        self.opens("/sign-in");
        self.browser.fills("Sign-in name", username);
        self.browser.fills("Password", password);
        self.browser.presses("Sign in");
    }

    /// Sends what stands in the composer, and waits until it is in the stream.
    pub fn sends(&self, words: &str) {
        self.browser.presses("Post");
        self.browser.wait_until("the post in the stream", |browser| browser.shows(&post_with(words)));
    }

    /// Makes an account, and reads the slip as it is printed.
    pub fn makes_account(&self, name: &str) -> Slip {
        self.opens("/admin/people/new");
        self.browser.fills("Name that others see", name);
        self.browser.presses("Make account and slip");
        self.browser.sees(name);
        let code = |place| {
            self.browser.text(&format!("(//*[contains(@class,'slip')]//*[contains(@class,'code')])[{place}]"))
        };
        Slip { username: code(1), password: code(2) }
    }
}

/// A photo as a camera would make it: a sky over a field, different for each hue.
pub fn photo(folder: &std::path::Path, name: &str, hue: u8) -> PathBuf {
    let picture = image::RgbImage::from_fn(1600, 1200, |x, y| {
        let (across, down) = ((x / 7) as u8, (y / 5) as u8);
        if y < 700 {
            image::Rgb([hue, 140_u8.saturating_add(down / 4), 235])
        } else {
            image::Rgb([90 + across / 8, 120, hue / 3])
        }
    });
    let file = folder.join(name);
    picture.save(&file).expect("room for a photo");
    file
}
