//! Which teams asked for something.

use std::collections::BTreeMap;

use kit::error::Error;
use sea_orm::{ConnectionTrait, Value};

use super::{placeholders, statement};

/// The teams whose people proposed one of these by name, or of whose people at least so many voted for one of them; with how
/// many did, to put those that asked loudest first.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposals: &[String],
    voters: u64,
) -> Result<Vec<String>, Error> {
    if proposals.is_empty() {
        return Ok(Vec::new());
    }
    let inside = placeholders(2, proposals.len());
    let mut values: Vec<Value> = vec![organization.into()];
    values.extend(proposals.iter().map(Value::from));
    let mut asked: BTreeMap<String, u64> = BTreeMap::new();
    let named = format!(
        "SELECT DISTINCT team FROM proposal WHERE organization = $1 AND id IN ({inside}) AND team IS NOT NULL"
    );
    for row in db.query_all_raw(statement(db, named, values.clone())).await? {
        asked.insert(row.try_get_by_index(0)?, 0);
    }
    let voted = format!(
        "SELECT team, COUNT(DISTINCT person) FROM proposal_vote \
         WHERE organization = $1 AND proposal IN ({inside}) AND team IS NOT NULL GROUP BY team"
    );
    for row in db.query_all_raw(statement(db, voted, values)).await? {
        let (team, people): (String, i64) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let people = u64::try_from(people).unwrap_or(0);
        if people >= voters {
            asked.insert(team, people);
        }
    }
    let mut teams: Vec<(String, u64)> = asked.into_iter().collect();
    teams.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(teams.into_iter().map(|(team, _)| team).collect())
}
