//! The tables of identity. Nothing else names a table or writes SQL.

pub(crate) mod attempt;
pub(crate) mod credential;
pub(crate) mod held;
pub(crate) mod link;
mod migration;
pub(crate) mod organization;
pub(crate) mod person;
mod person_rows;
pub(crate) mod position;
pub(crate) mod search;
pub(crate) mod session;
pub(crate) mod site;
pub(crate) mod team;

pub(crate) use migration::all as migrations;
