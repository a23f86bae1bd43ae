//! Values and rules: who is expected to use an application, who did, and what of it may be seen. No database, no
//! network, no clock.

pub mod bits;
pub mod core_tasks;
pub mod count;
pub mod days;
pub mod evidence;
pub mod figures;
pub mod filter;
pub mod key;
pub mod name;
pub mod peers;
pub mod quality;
pub mod retention;
pub mod roster;
pub mod team_sums;
pub mod week;
