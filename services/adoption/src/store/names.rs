//! The numbers of cells, which columns of counts and totals are in the order of.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use kit::{
    db::sql::{all, insert},
    error::Error,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::evaluator::{CellKey, Names};

/// The names of each application as they were read last.
///
/// Names are only ever added, but a transaction that added some may be undone. So each row carries a link that follows
/// from all rows up to it, and what is remembered here counts only while its last link is the database's.
#[derive(Debug, Clone, Default)]
pub(crate) struct NamesCache(Arc<Mutex<Remembered>>);

/// Names by organization and application.
type Remembered = HashMap<(String, String), Arc<Names>>;

#[derive(FromQueryResult)]
struct Row {
    number: i64,
    team: String,
    position: String,
    site: String,
    chain: i64,
}

impl NamesCache {
    /// The names of an application's cells.
    pub(crate) async fn load<C: ConnectionTrait>(
        &self,
        db: &C,
        organization: &str,
        application: &str,
    ) -> Result<Arc<Names>, Error> {
        let key = (organization.to_owned(), application.to_owned());
        let known = self.lock().get(&key).cloned().unwrap_or_default();
        let names = match extend(db, organization, application, known.clone()).await? {
            Some(names) => names,
            None => extend(db, organization, application, Arc::default()).await?.unwrap_or_default(),
        };
        if !Arc::ptr_eq(&known, &names) {
            self.lock().insert(key, names.clone());
        }
        Ok(names)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<(String, String), Arc<Names>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Adds the names that the database has more; `None` when what is known is not what the database has.
async fn extend<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    mut names: Arc<Names>,
) -> Result<Option<Arc<Names>>, Error> {
    // The last known one is read too, for its link.
    let from = names.len().saturating_sub(1);
    let sql = "SELECT number, team, position, site, chain FROM cell \
               WHERE organization = $1 AND application = $2 AND number >= $3 ORDER BY number";
    let from = i64::try_from(from).unwrap_or(i64::MAX);
    let rows: Vec<Row> = all(db, sql, vec![organization.into(), application.into(), from.into()]).await?;
    let mut rows = rows.into_iter();
    if !names.is_empty() && rows.next().is_none_or(|last| last.chain != names.chain()) {
        return Ok(None);
    }
    for row in rows {
        let key = CellKey { team: row.team, position: row.position, site: row.site };
        let number = Arc::make_mut(&mut names).number(&key);
        if i64::from(number) != row.number || names.chain() != row.chain {
            return Err(Error::internal("the numbers of cells have a gap"));
        }
    }
    Ok(Some(names))
}

/// Gives numbers to cells that have none, and answers the names with them. They are not remembered before they are
/// committed.
pub(crate) async fn add<'a, C: ConnectionTrait>(
    tx: &C,
    organization: &str,
    application: &str,
    mut names: Arc<Names>,
    cells: impl IntoIterator<Item = &'a CellKey>,
) -> Result<Arc<Names>, Error> {
    let mut rows = Vec::new();
    for cell in cells {
        if names.find(cell).is_some() {
            continue;
        }
        let number = Arc::make_mut(&mut names).number(cell);
        rows.push(vec![
            organization.into(),
            application.into(),
            i64::from(number).into(),
            cell.team.clone().into(),
            cell.position.clone().into(),
            cell.site.clone().into(),
            names.chain().into(),
        ]);
    }
    insert(tx, "cell (organization, application, number, team, position, site, chain)", rows, "").await?;
    Ok(names)
}
