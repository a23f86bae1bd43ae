//! The organization itself.

use prost::Message;
use proto::identity::v1 as pb;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::row::{execute, statement};
use crate::{
    calendar::{Calendar, Reader},
    db::Tx,
    digits::Digits,
    error::Error,
    localize::Language,
};

/// A tenant and what it reads by default.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Organization {
    /// The id.
    pub id: String,
    /// What people call it.
    pub display_name: String,
    /// The languages that people may choose; never empty.
    pub languages: Vec<Language>,
    calendar: i32,
    digits: i32,
}

impl Organization {
    /// The language of whoever has not chosen one.
    pub fn language(&self) -> Language {
        self.languages.first().copied().unwrap_or_default()
    }

    /// How somebody without choices of one's own reads.
    pub fn reader(&self) -> Reader {
        self.reader_of(None, 0, 0)
    }

    /// How somebody reads who chose these, each of them or not.
    pub(super) fn reader_of(&self, language: Option<Language>, calendar: i32, digits: i32) -> Reader {
        let own = self.language();
        let language = language.unwrap_or(own);
        // The organization's calendar and digits go with its own language: an English reader among Persian ones gets
        // the organization's dates, since those are in its letters and rotas, but digits that English is written with.
        let calendar = if calendar == 0 { self.calendar } else { calendar };
        let digits = match (digits, language == own) {
            (0, true) => self.digits,
            (chosen, _) => chosen,
        };
        Reader {
            language,
            calendar: Calendar::from_proto(calendar, language),
            digits: Digits::from_proto(digits, language),
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    organization: String,
    payload: Vec<u8>,
}

impl Row {
    fn read(self) -> Result<Organization, Error> {
        let pb = pb::Organization::decode(self.payload.as_slice())?;
        Ok(Organization {
            id: self.organization,
            display_name: pb.display_name,
            languages: pb.languages.into_iter().filter_map(Language::from_proto).collect(),
            calendar: pb.calendar,
            digits: pb.digits,
        })
    }
}

/// The organization with this id, if the copy has it.
pub async fn organization<C: ConnectionTrait>(db: &C, id: &str) -> Result<Option<Organization>, Error> {
    let sql = "SELECT organization, payload FROM directory_organization WHERE organization = $1";
    Row::find_by_statement(statement(db, sql, vec![id.into()])).one(db).await?.map(Row::read).transpose()
}

/// All organizations, for jobs that work for every tenant.
pub async fn organizations<C: ConnectionTrait>(db: &C) -> Result<Vec<Organization>, Error> {
    let sql = "SELECT organization, payload FROM directory_organization ORDER BY organization";
    Row::find_by_statement(statement(db, sql, vec![])).all(db).await?.into_iter().map(Row::read).collect()
}

pub(super) async fn put(tx: &Tx, id: &str, pb: &pb::Organization) -> Result<(), Error> {
    let sql = "INSERT INTO directory_organization (organization, revision, payload) VALUES ($1, $2, $3) \
               ON CONFLICT (organization) DO UPDATE SET revision = excluded.revision, payload = excluded.payload \
               WHERE directory_organization.revision < excluded.revision";
    execute(tx, sql, vec![id.into(), pb.revision.into(), pb.encode_to_vec().into()]).await?;
    Ok(())
}
