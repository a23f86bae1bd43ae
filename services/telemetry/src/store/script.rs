//! Rows as statements of a script, which carries their values in its text.

use kit::db::{Db, Script};
use sea_orm::DbBackend;

use super::event::EventHash;

/// Adds `head (value, …), (value, …) tail`. The values are numbers and hashes.
pub(super) fn rows(script: &mut Script, head: &str, rows: impl Iterator<Item = String>, tail: &str) {
    let rows: Vec<String> = rows.map(|r| format!("({r})")).collect();
    if !rows.is_empty() {
        script.push(&format!("{head} {} {tail}", rows.join(",")));
    }
}

/// A hash as this database writes bytes.
pub(super) fn hash(db: &Db, hash: &EventHash) -> String {
    let number = u128::from_be_bytes(*hash);
    match db.backend() {
        DbBackend::Sqlite => format!("X'{number:032x}'"),
        _ => format!("'\\x{number:032x}'"),
    }
}
