//! When a mail that could not be sent is tried again.

use std::time::Duration;

/// Tries before a mail is given up. With the waits of [`wait_after`] that is about two and a half days.
pub const MAX_ATTEMPTS: u32 = 10;

/// How long to leave a mail to the process that took it, beyond the time that sending may take: then another try may begin, in
/// case that process died on the way.
pub const LEASE: Duration = Duration::from_mins(2);

const MINUTE: u64 = 60;
const WAITS: [u64; 9] = [
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    60 * MINUTE,
    2 * 60 * MINUTE,
    5 * 60 * MINUTE,
    10 * 60 * MINUTE,
    18 * 60 * MINUTE,
    24 * 60 * MINUTE,
];

/// How long to wait after so many failed tries; `None` when it is given up.
pub fn wait_after(attempts: u32) -> Option<Duration> {
    let index = usize::try_from(attempts.checked_sub(1)?).ok()?;
    WAITS.get(index).copied().map(Duration::from_secs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let waits: Vec<_> = (1..MAX_ATTEMPTS).map(|n| wait_after(n).unwrap()).collect();
        assert!(waits.is_sorted());
        assert!(waits[0] <= Duration::from_mins(1), "the first retry comes soon");
        assert_eq!(wait_after(MAX_ATTEMPTS), None);
        assert_eq!(wait_after(u32::MAX), None);
    }

    #[test]
    fn a_mail_server_may_be_away_for_a_day() {
        let total: Duration = (1..MAX_ATTEMPTS).filter_map(wait_after).sum();
        assert!(total > Duration::from_hours(24), "{total:?}");
    }
}
