//! Who votes for a proposal, and who follows it.

use std::collections::{BTreeSet, HashSet};

use jiff::civil::Date;
use kit::{db::time::to_days, error::Error};
use sea_orm::{ConnectionTrait, Value};

use super::{CHUNK, count, execute, placeholders, statement};

/// Votes; whether the person had not voted before.
pub(crate) async fn vote<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    person: &str,
    team: Option<&str>,
    day: Date,
) -> Result<bool, Error> {
    let sql = "INSERT INTO proposal_vote (organization, proposal, person, team, day) VALUES ($1, $2, $3, $4, $5) \
               ON CONFLICT DO NOTHING";
    let team = team.map(str::to_owned);
    let values = vec![organization.into(), proposal.into(), person.into(), team.into(), to_days(day).into()];
    Ok(execute(db, sql, values).await? == 1)
}

/// Takes a vote back; whether there was one.
pub(crate) async fn unvote<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    person: &str,
) -> Result<bool, Error> {
    let sql = "DELETE FROM proposal_vote WHERE organization = $1 AND proposal = $2 AND person = $3";
    Ok(execute(db, sql, vec![organization.into(), proposal.into(), person.into()]).await? == 1)
}

/// Follows; nothing changes if the person did so before.
pub(crate) async fn follow<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    person: &str,
) -> Result<(), Error> {
    let sql = "INSERT INTO proposal_follower (organization, proposal, person) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    execute(db, sql, vec![organization.into(), proposal.into(), person.into()]).await?;
    Ok(())
}

/// Follows no longer.
pub(crate) async fn unfollow<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    person: &str,
) -> Result<(), Error> {
    let sql = "DELETE FROM proposal_follower WHERE organization = $1 AND proposal = $2 AND person = $3";
    execute(db, sql, vec![organization.into(), proposal.into(), person.into()]).await?;
    Ok(())
}

/// How many people voted.
pub(crate) async fn count_votes<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
) -> Result<u64, Error> {
    let sql = "SELECT COUNT(*) FROM proposal_vote WHERE organization = $1 AND proposal = $2";
    count(db, sql, vec![organization.into(), proposal.into()]).await
}

/// Whether anybody but this person voted.
pub(crate) async fn others_voted<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    person: &str,
) -> Result<bool, Error> {
    let sql = "SELECT COUNT(*) FROM proposal_vote WHERE organization = $1 AND proposal = $2 AND person <> $3";
    Ok(count(db, sql, vec![organization.into(), proposal.into(), person.into()]).await? > 0)
}

/// Moves votes and followers of a duplicate, each person once.
pub(crate) async fn move_all<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    from: &str,
    to: &str,
) -> Result<(), Error> {
    for (table, columns) in [("proposal_vote", "person, team, day"), ("proposal_follower", "person")] {
        let insert = format!(
            "INSERT INTO {table} (organization, proposal, {columns}) SELECT organization, $3, {columns} FROM {table} \
             WHERE organization = $1 AND proposal = $2 ON CONFLICT DO NOTHING"
        );
        execute(db, insert, vec![organization.into(), from.into(), to.into()]).await?;
        let delete = format!("DELETE FROM {table} WHERE organization = $1 AND proposal = $2");
        execute(db, delete, vec![organization.into(), from.into()]).await?;
    }
    Ok(())
}

/// For which of these proposals a person voted, and which of them the person follows.
pub(crate) async fn marks_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    proposals: &[String],
) -> Result<(HashSet<String>, HashSet<String>), Error> {
    let (mut voted, mut followed) = (HashSet::new(), HashSet::new());
    for chunk in proposals.chunks(CHUNK) {
        let sql = format!(
            "SELECT 1, proposal FROM proposal_vote WHERE organization = $1 AND person = $2 AND proposal IN ({0}) \
             UNION ALL \
             SELECT 2, proposal FROM proposal_follower WHERE organization = $1 AND person = $2 AND proposal IN ({0})",
            placeholders(3, chunk.len())
        );
        let mut values: Vec<Value> = vec![organization.into(), person.into()];
        values.extend(chunk.iter().map(Value::from));
        for row in db.query_all_raw(statement(db, sql, values)).await? {
            let (which, proposal): (i32, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
            if which == 1 {
                voted.insert(proposal)
            } else {
                followed.insert(proposal)
            };
        }
    }
    Ok((voted, followed))
}

/// Who follows a proposal.
pub(crate) async fn followers<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
) -> Result<BTreeSet<String>, Error> {
    people(
        db,
        "SELECT person FROM proposal_follower WHERE organization = $1 AND proposal = $2",
        organization,
        proposal,
    )
    .await
}

/// Whoever follows, voted for or commented on a proposal in the own name.
pub(crate) async fn concerned<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
) -> Result<BTreeSet<String>, Error> {
    let sql = "SELECT person FROM proposal_follower WHERE organization = $1 AND proposal = $2 \
               UNION SELECT person FROM proposal_vote WHERE organization = $1 AND proposal = $2 \
               UNION SELECT author FROM proposal_comment WHERE organization = $1 AND proposal = $2 AND author IS NOT NULL";
    people(db, sql, organization, proposal).await
}

async fn people<C: ConnectionTrait>(
    db: &C,
    sql: &str,
    organization: &str,
    proposal: &str,
) -> Result<BTreeSet<String>, Error> {
    let rows = db.query_all_raw(statement(db, sql, vec![organization.into(), proposal.into()])).await?;
    rows.into_iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}
