//! Files that people bring: read as they are, mapped to our fields, every bad row told by its line.
//!
//! An import goes: [`store::create`] → [`store::append`] parts → [`inspect`] (columns, sample, a mapping saved for these
//! columns or guessed) → [`Mapped::resolve`] → the service reads rows, counts in a [`Summary`] and an [`ErrorList`].
//!
//! ```ignore
//! let table = Table::read(content)?;
//! let mapped = Mapped::resolve(&mapping, table.columns(), FIELDS, &mut violations);
//! for row in table.rows() {
//!     match row {
//!         Ok(row) => take(mapped.get(&row, "external_id"), …),
//!         Err(problem) => errors.add_problem(problem),
//!     }
//! }
//! ```

mod errors;
mod inspect;
mod mapping;
mod migration;
pub mod store;
mod summary;
mod synonyms;
mod table;
pub mod value;

pub use errors::{ErrorList, RowError};
pub use inspect::{Inspection, inspect};
pub use mapping::{Field, Mapped, guess};
pub use migration::migrations;
pub use summary::{Change, Summary};
pub use table::{MAX_BYTES, Problem, Row, Rows, Table};
