//! The rules of training, as pure values: no database, no network, no clock.

pub mod article;
pub mod assignment;
pub mod audience;
pub mod certificate;
pub mod course;
pub mod curriculum;
pub mod enrollment;
pub mod excuse;
pub mod facts;
pub mod floor;
pub mod grading;
pub mod help;
pub mod level;
pub mod module;
pub mod question;
pub mod reminder;
pub mod roster;
pub mod shuffle;
