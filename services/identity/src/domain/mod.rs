//! Pure values and rules of the directory and of signing in.

pub mod attempt;
pub mod holiday_set;
pub mod import;
pub mod organization;
pub mod password;
pub mod person;
pub mod position;
pub mod session;
pub mod site;
pub mod team;
pub mod text;
