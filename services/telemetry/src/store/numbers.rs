//! Whole numbers as they are read: columns hold more than they may.

/// An ordinal.
pub(super) fn ordinal(value: i64) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

/// A day.
pub(super) fn day(value: i64) -> i32 {
    i32::try_from(value).unwrap_or_default()
}

/// A count.
pub(super) fn count(value: i64) -> u64 {
    u64::try_from(value).unwrap_or_default()
}
