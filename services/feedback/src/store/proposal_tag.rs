//! What proposals are filed under.

use kit::{error::Error, text::normalize};
use sea_orm::ConnectionTrait;

use super::{execute, statement};

/// How many tags are told of.
const MOST: i64 = 200;

/// Files a proposal under these tags and no others.
pub(crate) async fn set<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    tags: &[String],
) -> Result<(), Error> {
    let sql = "DELETE FROM proposal_tag WHERE organization = $1 AND proposal = $2";
    execute(db, sql, vec![organization.into(), proposal.into()]).await?;
    for tag in tags {
        let sql = "INSERT INTO proposal_tag (organization, proposal, tag_key, tag) VALUES ($1, $2, $3, $4)";
        execute(
            db,
            sql,
            vec![organization.into(), proposal.into(), normalize(tag).into(), tag.clone().into()],
        )
        .await?;
    }
    Ok(())
}

/// The tags in use and how many proposals have each, the most used first.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
) -> Result<Vec<(String, u32)>, Error> {
    let sql = "SELECT MIN(t.tag), COUNT(*) FROM proposal_tag t \
               JOIN proposal p ON p.organization = t.organization AND p.id = t.proposal AND p.hidden IS NULL \
               WHERE t.organization = $1 GROUP BY t.tag_key ORDER BY COUNT(*) DESC, t.tag_key LIMIT $2";
    let rows = db.query_all_raw(statement(db, sql, vec![organization.into(), MOST.into()])).await?;
    let read = |row: sea_orm::QueryResult| {
        let (tag, count): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        Ok((tag, u32::try_from(count).unwrap_or(u32::MAX)))
    };
    rows.into_iter().map(read).collect()
}
