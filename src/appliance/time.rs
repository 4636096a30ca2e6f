//! How far the machine's own clock can be believed, by what the machine says of it: files of the system, nothing asked of the network.

use crate::base::Trust;
use std::fs;
use std::path::Path;

/// What the machine says, where the clock shows this, and the box once knew it to be at least so late (milliseconds since 1970).
///
/// `root` is the root of the machine's files. A clock that another one of the network set leaves a mark in `/run`; one with a
/// battery set the time of the system at the start, and Linux says so. A battery that is empty begins in a year that is long past: what is earlier
/// than anything the box has seen is not believed.
pub fn found(root: &Path, now_ms: i64, known_ms: i64) -> Trust {
    if now_ms < known_ms {
        return Trust::No;
    }
    if root.join("run/systemd/timesync/synchronized").exists() {
        return Trust::LanNtp;
    }
    let set_by_battery = fs::read_to_string(root.join("sys/class/rtc/rtc0/hctosys"));
    match set_by_battery {
        Ok(yes) if yes.trim() == "1" => Trust::Rtc,
        _ => Trust::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_with_a_battery_or_one_that_was_set_is_believed_and_one_that_ran_backwards_is_not() {
        let root = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let file = root.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        };
        assert_eq!(found(root.path(), 5, 5), Trust::No, "a machine that says nothing");
        file("sys/class/rtc/rtc0/hctosys", "0\n");
        assert_eq!(found(root.path(), 5, 5), Trust::No, "its battery set nothing");
        file("sys/class/rtc/rtc0/hctosys", "1\n");
        assert_eq!(found(root.path(), 5, 5), Trust::Rtc);
        assert_eq!(found(root.path(), 4, 5), Trust::No, "earlier than what the box has seen");
        file("run/systemd/timesync/synchronized", "");
        assert_eq!(found(root.path(), 5, 5), Trust::LanNtp);
        assert_eq!(found(root.path(), 4, 5), Trust::No);
    }
}
