//! The tables. Nothing outside this folder names `sea_orm`.
//!
//! What grows with every act is kept in whole numbers: organizations, applications, features and people have ordinals
//! ([`tenant`], [`application`], [`feature`], [`subject`]), a day's active people are one bitmap ([`mark`]).

pub mod api_key;
pub mod application;
pub mod core_task;
pub mod dirty;
pub mod event;
pub mod feature;
pub(crate) mod held;
pub mod mark;
pub mod migration;
mod numbers;
pub mod quality;
pub mod roster;
mod script;
pub mod subject;
pub mod team_day;
pub mod team_week;
pub mod tenant;
pub mod unknown;

pub use sea_orm::ConnectionTrait;
