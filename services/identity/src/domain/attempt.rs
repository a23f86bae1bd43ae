//! How many failed attempts are let through.

use jiff::{SignedDuration, Timestamp};

/// So many in so long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The greatest number.
    pub most: usize,
    /// The time that they are counted over.
    pub window: SignedDuration,
}

/// Failed sign-ins for one account.
pub const ACCOUNT: Limit = Limit { most: 10, window: SignedDuration::from_mins(15) };
/// Failed sign-ins from one network address: whole offices share one.
pub const ADDRESS: Limit = Limit { most: 100, window: SignedDuration::from_mins(15) };
/// Reset mails to one address.
pub const RESET: Limit = Limit { most: 3, window: SignedDuration::from_hours(1) };

impl Limit {
    /// How long to wait before the next attempt; `None` if it is let through. `attempts` are those so far, in any order.
    pub fn wait(self, attempts: &[Timestamp], now: Timestamp) -> Option<SignedDuration> {
        let mut recent: Vec<Timestamp> =
            attempts.iter().copied().filter(|a| now.duration_since(*a) < self.window).collect();
        if recent.len() < self.most {
            return None;
        }
        recent.sort_unstable();
        // Let through again when fewer than `most` are left in the window.
        let last_to_go = recent[recent.len() - self.most];
        Some(self.window - now.duration_since(last_to_go))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_slides() {
        let at = |s: i64| Timestamp::from_second(s).unwrap();
        let limit = Limit { most: 3, window: SignedDuration::from_secs(60) };
        assert_eq!(limit.wait(&[at(0), at(10)], at(20)), None);
        assert_eq!(limit.wait(&[at(0), at(10), at(20)], at(20)), Some(SignedDuration::from_secs(40)));
        assert_eq!(limit.wait(&[at(0), at(10), at(20)], at(60)), None);
        assert_eq!(limit.wait(&[at(0), at(10), at(20), at(30)], at(40)), Some(SignedDuration::from_secs(30)));
    }
}
