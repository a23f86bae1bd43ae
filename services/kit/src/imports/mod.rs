//! Files that people bring: read as they are, mapped to our fields, every bad row told by its line.
//!
//! What callers do, a service passes on to [`steps`], having said what is its own ([`steps::Intake`]): upload in parts, a
//! first look ([`inspect`]: columns, a sample, a mapping saved for these columns or guessed), preview, apply. What follows
//! is the service's job: it opens the [`Sheet`], reads every row, counts in a [`Summary`] and an [`ErrorList`], and tells
//! meanwhile how far it has come ([`Passes`]).
//!
//! ```ignore
//! let passes = Passes { db, organization, import, count: 1 };
//! let (rows, errors) = passes.read(move |meter| {
//!     let sheet = Sheet::open(content, &import, FIELDS)?;
//!     let mut errors = ErrorList::default();
//!     let rows = sheet.each(MOST, meter, &mut errors, |number, row, errors| {
//!         take(sheet.mapped().get(row, "external_id"), …);
//!     });
//!     Ok((rows, errors))
//! }).await?;
//! ```

mod errors;
mod inspect;
mod mapping;
mod migration;
pub mod refusal;
pub mod steps;
pub mod store;
mod summary;
mod synonyms;
mod table;
pub mod value;
mod work;

pub use errors::{ErrorList, RowError};
pub use inspect::{Inspection, inspect};
pub use mapping::{Field, Mapped, guess};
pub use migration::migrations;
pub use steps::ImportName;
pub use summary::{Change, Summary};
pub use table::{MAX_BYTES, Problem, Row, Rows, Table};
pub use work::{Meter, Passes, Sheet};
