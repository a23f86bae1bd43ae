//! An import, for the contract.

use kit::{
    error::Error,
    imports::store::{self as files, Stored},
};
use proto::imports::v1::Import;

use crate::{domain::name::ImportName, imports::KIND, store::ConnectionTrait};

/// The import of a name.
pub(super) async fn load<C: ConnectionTrait>(db: &C, name: &ImportName) -> Result<Stored, Error> {
    let import = files::load(db, &name.organization, &name.import).await?;
    import.filter(|i| i.kind == KIND).ok_or_else(|| Error::not_found(name))
}

/// An import with its name.
pub(super) fn whole(organization: &str, import: &Stored) -> Import {
    Import { name: ImportName::new(organization, &import.id).to_string(), ..import.message.clone() }
}
