//! The device that a browser runs on: its window, and what it asks for.

use super::driver::{Browser, Width};
use serde_json::json;

impl Browser {
    /// Makes the window that large; a phone's also knows touch and scales as one.
    pub fn resize(&mut self, width: Width) {
        let (wide, high) = width.pixels();
        let phone = width == Width::Phone;
        self.tell(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": wide, "height": high, "deviceScaleFactor": 1, "mobile": phone }),
        );
    }

    /// What the device asks for: `light` or `dark`.
    pub fn device_asks_for(&self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.tell("Emulation.setEmulatedMedia", json!({ "features": [feature] }));
    }

    /// The languages that the browser asks for, such as `ar`.
    pub fn speaks(&self, tag: &str) {
        self.tell("Network.enable", json!({}));
        self.tell("Network.setExtraHTTPHeaders", json!({ "headers": { "Accept-Language": tag } }));
    }

    /// From now on no page runs any script.
    pub fn without_scripts(&self) {
        self.tell("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    }
}
