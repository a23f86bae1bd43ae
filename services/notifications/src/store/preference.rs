//! How people want to be told.

use std::collections::BTreeMap;

use kit::{db::Tx, error::Error};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Set, sea_query::OnConflict};

use super::{
    entity::preference::{ActiveModel, Column, Entity, Model},
    unknown,
};
use crate::domain::kind::{Kind, MailMode, Preference};

fn read(row: &Model) -> Result<(Kind, Preference), Error> {
    let kind = Kind::from_code(&row.kind).ok_or_else(|| unknown("kind", &row.kind))?;
    let mail = MailMode::from_code(&row.mail).ok_or_else(|| unknown("mail mode", &row.mail))?;
    Ok((kind, Preference { mail, inbox: row.inbox }))
}

/// What the person chose; kinds without a choice are left out.
pub(crate) async fn chosen(
    db: &impl ConnectionTrait,
    organization: &str,
    person: &str,
) -> Result<BTreeMap<Kind, Preference>, Error> {
    let rows = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Person.eq(person))
        .all(db)
        .await?;
    rows.iter().map(read).collect()
}

/// How the person is told about a kind: as chosen, else as usual.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    organization: &str,
    person: &str,
    kind: Kind,
) -> Result<Preference, Error> {
    let key = (organization.to_owned(), person.to_owned(), kind.code().to_owned());
    let row = Entity::find_by_id(key).one(db).await?;
    row.map_or(Ok(kind.usual()), |row| Ok(read(&row)?.1))
}

/// Keeps a choice.
pub(crate) async fn save(
    tx: &Tx,
    organization: &str,
    person: &str,
    kind: Kind,
    preference: Preference,
) -> Result<(), Error> {
    let row = ActiveModel {
        organization: Set(organization.to_owned()),
        person: Set(person.to_owned()),
        kind: Set(kind.code().to_owned()),
        mail: Set(preference.mail.code().to_owned()),
        inbox: Set(preference.inbox),
    };
    let key = [Column::Organization, Column::Person, Column::Kind];
    let replace = OnConflict::columns(key).update_columns([Column::Mail, Column::Inbox]).to_owned();
    Entity::insert(row).on_conflict(replace).exec_without_returning(tx).await?;
    Ok(())
}
