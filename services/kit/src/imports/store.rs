//! Where imports wait: their state, the parts of the file, and the mappings that were used.

use jiff::Timestamp;
use prost::Message;
use proto::imports::v1 as pb;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};
use sha2::{Digest, Sha256};

use super::{refusal, table::MAX_BYTES};
use crate::{
    db::{Tx, time},
    error::Error,
    localize::Language,
    text::normalize,
    violation::{Rule, Violations},
};

/// The size of a stored part, in bytes. A part that arrives may have any size up to the limit of a message.
const PART: usize = 512 * 1024;

/// One import as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The id.
    pub id: String,
    /// What the file holds: `directory`, `usage` …
    pub kind: String,
    /// Whether bad rows are left out when it is applied.
    pub skip_invalid: bool,
    /// The language of the person who brought it, for the words of errors.
    pub language: Language,
    /// The id of the person who brought it; empty for a service or a command.
    pub actor: String,
    /// As the contract shows it, its name excepted: that is the service's to give.
    pub message: pb::Import,
}

impl Stored {
    /// Whether this is still the work that was begun: it may have been asked for again meanwhile, with another mapping.
    pub fn is_same_work(&self, begun: &Self) -> bool {
        self.message.state == begun.message.state && self.message.mapping == begun.message.mapping
    }
}

#[derive(FromQueryResult)]
struct FileRow {
    id: String,
    kind: String,
    skip_invalid: bool,
    language: String,
    actor: String,
    message: Vec<u8>,
}

impl FileRow {
    fn stored(self) -> Result<Stored, Error> {
        Ok(Stored {
            id: self.id,
            kind: self.kind,
            skip_invalid: self.skip_invalid,
            language: self.language.parse().unwrap_or_default(),
            actor: self.actor,
            message: pb::Import::decode(self.message.as_slice())?,
        })
    }
}

const FILE_COLUMNS: &str = "id, kind, skip_invalid, language, actor, message";

fn statement<C: ConnectionTrait>(db: &C, sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(db.get_database_backend(), sql, values)
}

/// A new import, ready for its first part.
pub fn create(
    id: &str,
    kind: &str,
    file_name: &str,
    language: Language,
    actor: &str,
    now: Timestamp,
) -> Stored {
    let mut message = pb::Import {
        file_name: file_name.to_owned(),
        create_time: Some(time::to_proto(now)),
        ..pb::Import::default()
    };
    message.set_state(pb::ImportState::Uploading);
    Stored {
        id: id.to_owned(),
        kind: kind.to_owned(),
        skip_invalid: false,
        language,
        actor: actor.to_owned(),
        message,
    }
}

/// Writes an import, new or known.
pub async fn save(tx: &Tx, organization: &str, import: &Stored) -> Result<(), Error> {
    let create_time = import.message.create_time.and_then(time::from_proto).map_or(0, time::to_micros);
    tx.execute_raw(statement(
        tx,
        "INSERT INTO import_file (organization, id, kind, state, skip_invalid, language, actor, message, create_time) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (organization, id) DO UPDATE SET \
         state = excluded.state, skip_invalid = excluded.skip_invalid, message = excluded.message",
        [
            organization.into(),
            import.id.as_str().into(),
            import.kind.as_str().into(),
            import.message.state.into(),
            import.skip_invalid.into(),
            import.language.code().into(),
            import.actor.as_str().into(),
            import.message.encode_to_vec().into(),
            create_time.into(),
        ],
    ))
    .await?;
    Ok(())
}

/// The import, if the organization has it.
pub async fn load<C: ConnectionTrait>(db: &C, organization: &str, id: &str) -> Result<Option<Stored>, Error> {
    let sql = format!("SELECT {FILE_COLUMNS} FROM import_file WHERE organization = $1 AND id = $2");
    let row =
        FileRow::find_by_statement(statement(db, &sql, [organization.into(), id.into()])).one(db).await?;
    row.map(FileRow::stored).transpose()
}

/// Imports of a kind, newest first; `after` is the id of the last one of the page before. Ids grow with time.
pub async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    kind: &str,
    after: Option<&str>,
    limit: u64,
) -> Result<Vec<Stored>, Error> {
    let sql = format!(
        "SELECT {FILE_COLUMNS} FROM import_file WHERE organization = $1 AND kind = $2 AND ($3 = '' OR id < $3) \
         ORDER BY id DESC LIMIT $4"
    );
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let values = [organization.into(), kind.into(), after.unwrap_or_default().into(), limit.into()];
    let rows = FileRow::find_by_statement(statement(db, &sql, values)).all(db).await?;
    rows.into_iter().map(FileRow::stored).collect()
}

/// One import that is in a state, the oldest: what a job does next, after a crash too. Answers its organization as well.
pub async fn oldest_in_state<C: ConnectionTrait>(
    db: &C,
    state: pb::ImportState,
) -> Result<Option<(String, Stored)>, Error> {
    #[derive(FromQueryResult)]
    struct Key {
        organization: String,
        id: String,
    }
    let sql = "SELECT organization, id FROM import_file WHERE state = $1 ORDER BY create_time, id LIMIT 1";
    let key = Key::find_by_statement(statement(db, sql, [(state as i32).into()])).one(db).await?;
    let Some(Key { organization, id }) = key else { return Ok(None) };
    Ok(load(db, &organization, &id).await?.map(|import| (organization, import)))
}

/// Adds a part to an import that is UPLOADING. A part that is there already is ignored; one that leaves a gap, and one
/// for an import whose file is complete, are refused.
pub async fn append(
    tx: &Tx,
    organization: &str,
    import: &mut Stored,
    offset: i64,
    data: &[u8],
) -> Result<(), Error> {
    let received = import.message.received_bytes;
    let end = offset.saturating_add(i64::try_from(data.len()).unwrap_or(i64::MAX));
    if offset >= 0 && end <= received {
        return Ok(());
    }
    if import.message.state() != pb::ImportState::Uploading {
        return Err(refusal::upload_complete());
    }
    if offset != received {
        return Err(refusal::upload_gap(received, offset));
    }
    if usize::try_from(end).map_or(true, |e| e > MAX_BYTES) {
        let mut violations = Violations::new(import.language);
        violations.add("data", "", Rule::FileTooBig { max_mib: (MAX_BYTES / 1024 / 1024) as u64 });
        return Err(Error::Invalid(violations));
    }
    let mut start = offset;
    for piece in data.chunks(PART) {
        tx.execute_raw(statement(
            tx,
            "INSERT INTO import_part (organization, import, start, content) VALUES ($1, $2, $3, $4)",
            [organization.into(), import.id.as_str().into(), start.into(), piece.to_vec().into()],
        ))
        .await?;
        start += i64::try_from(piece.len()).unwrap_or_default();
    }
    import.message.received_bytes = end;
    save(tx, organization, import).await
}

/// The whole file, as it arrived.
pub async fn content<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    import: &Stored,
) -> Result<Vec<u8>, Error> {
    #[derive(FromQueryResult)]
    struct Part {
        content: Vec<u8>,
    }
    let size = usize::try_from(import.message.received_bytes).unwrap_or_default().min(MAX_BYTES);
    let mut whole = Vec::with_capacity(size);
    while whole.len() < size {
        let sql = "SELECT content FROM import_part WHERE organization = $1 AND import = $2 AND start = $3";
        let start = i64::try_from(whole.len()).unwrap_or(i64::MAX);
        let values = [organization.into(), import.id.as_str().into(), start.into()];
        match Part::find_by_statement(statement(db, sql, values)).one(db).await? {
            Some(part) if !part.content.is_empty() => whole.extend_from_slice(&part.content),
            _ => return Err(Error::internal(format!("a part of the import {} is missing", import.id))),
        }
    }
    Ok(whole)
}

/// Forgets the parts of a file, once they are not needed any more.
pub async fn discard_content(tx: &Tx, organization: &str, id: &str) -> Result<(), Error> {
    tx.execute_raw(statement(
        tx,
        "DELETE FROM import_part WHERE organization = $1 AND import = $2",
        [organization.into(), id.into()],
    ))
    .await?;
    Ok(())
}

/// Forgets the files of imports that began before an instant, and imports whose upload never ended.
pub async fn discard_old(tx: &Tx, before: Timestamp) -> Result<u64, Error> {
    let before = Value::from(time::to_micros(before));
    let parts = tx
        .execute_raw(statement(
            tx,
            "DELETE FROM import_part WHERE EXISTS (SELECT 1 FROM import_file f WHERE \
             f.organization = import_part.organization AND f.id = import_part.import AND f.create_time < $1)",
            [before.clone()],
        ))
        .await?;
    tx.execute_raw(statement(
        tx,
        "DELETE FROM import_file WHERE create_time < $1 AND state = $2",
        [before, (pb::ImportState::Uploading as i32).into()],
    ))
    .await?;
    Ok(parts.rows_affected())
}

/// The mapping that was last used for a file with these columns, in whatever order.
pub async fn saved_mapping<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    kind: &str,
    columns: &[String],
) -> Result<Option<pb::ImportMapping>, Error> {
    #[derive(FromQueryResult)]
    struct Row {
        mapping: Vec<u8>,
    }
    let sql = "SELECT mapping FROM import_mapping WHERE organization = $1 AND kind = $2 AND columns_key = $3";
    let values = [organization.into(), kind.into(), columns_key(columns).into()];
    let Some(row) = Row::find_by_statement(statement(db, sql, values)).one(db).await? else {
        return Ok(None);
    };
    let mut mapping = pb::ImportMapping::decode(row.mapping.as_slice())?;
    // The columns may be spelled a little differently this time; the mapping must name those of this file.
    for column in mapping.columns.values_mut() {
        if let Some(here) = columns.iter().find(|c| normalize(c) == normalize(column)) {
            column.clone_from(here);
        }
    }
    Ok(Some(mapping))
}

/// Keeps a mapping for the next file with these columns.
pub async fn save_mapping(
    tx: &Tx,
    organization: &str,
    kind: &str,
    columns: &[String],
    mapping: &pb::ImportMapping,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute_raw(statement(
        tx,
        "INSERT INTO import_mapping (organization, kind, columns_key, mapping, update_time) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (organization, kind, columns_key) DO UPDATE SET \
         mapping = excluded.mapping, update_time = excluded.update_time",
        [
            organization.into(),
            kind.into(),
            columns_key(columns).into(),
            mapping.encode_to_vec().into(),
            time::to_micros(now).into(),
        ],
    ))
    .await?;
    Ok(())
}

fn columns_key(columns: &[String]) -> String {
    let mut names: Vec<String> = columns.iter().map(|c| normalize(c)).collect();
    names.sort();
    Sha256::digest(names.join("\n")).iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"))
}

#[cfg(test)]
mod tests;
