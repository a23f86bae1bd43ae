//! What the written scripts share.

use anyhow::Context as _;
use serde::Deserialize;

pub(super) use crate::demo::courses::Text;

/// Somebody says something on a day.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Said {
    pub(super) day: i32,
    pub(super) by: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) mentions: Vec<String>,
}

/// The value of a contract's enumeration that a script names.
pub(super) fn coded<T>(value: Option<T>, word: &str) -> anyhow::Result<T> {
    value.with_context(|| format!("the demo knows no {word}"))
}

/// The count as the contract has it.
pub(super) fn count(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}
