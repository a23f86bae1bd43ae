//! A directory file: what its rows say, and what that changes. Nothing here reads or writes a database: [`Plan::build`]
//! compares a [`Snapshot`] of the directory with the [`Wish`]es of the rows. The same file against its own result plans
//! nothing.

mod builder;
mod plan;
mod row;
mod teams;

use kit::imports::Field;

pub use plan::{Plan, Snapshot, Step};
pub use row::{SiteWish, Wish, read};

/// What an import is called in the tables that imports share.
pub const KIND: &str = "directory";
/// How many rows one file may have.
pub const ROWS: u64 = 300_000;

/// The fields that a column can hold.
pub const FIELDS: &[Field] = &[
    Field::required("external_id"),
    Field::optional("display_name"),
    Field::optional("email"),
    Field::optional("language"),
    Field::optional("level"),
    Field::optional("manager"),
    Field::required("team"),
    Field::optional("parent_team"),
    Field::required("position"),
    Field::optional("site"),
    Field::optional("time_zone"),
    Field::optional("weekend"),
    Field::optional("start_day"),
    Field::optional("end_day"),
    Field::optional("membership_start_day"),
    Field::optional("part_time_days"),
];
