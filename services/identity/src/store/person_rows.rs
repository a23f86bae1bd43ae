//! How a person lies in three tables.

use std::collections::HashMap;

use kit::{
    auth::Role,
    db::{
        sql::statement,
        time::{from_days, from_micros},
    },
    error::Error,
    localize::Language,
    workdays::WorkWeek,
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use crate::domain::person::{Membership, Person, RoleGrant};

#[derive(FromQueryResult)]
struct PersonRow {
    id: String,
    external_id: String,
    display_name: String,
    email: Option<String>,
    language: i32,
    calendar: i32,
    digits: i32,
    theme: i32,
    level: i32,
    site: Option<String>,
    manager: Option<String>,
    start_day: i32,
    end_day: Option<i32>,
    can_sign_in: bool,
    revision: i64,
    create_time: i64,
}

#[derive(FromQueryResult)]
struct MembershipRow {
    person: String,
    team: String,
    position: String,
    start_day: i32,
    end_day: Option<i32>,
    part_time_days: i32,
}

#[derive(FromQueryResult)]
struct GrantRow {
    person: String,
    role: i32,
    team: String,
}

/// The people for whom `condition` holds, in the order `order`. In both `p` is the person; `values` begin at `$2`.
pub(super) async fn select<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    condition: &str,
    order: &str,
    values: Vec<Value>,
) -> Result<Vec<Person>, Error> {
    let mut all = vec![Value::from(organization)];
    all.extend(values);
    let sql = format!(
        "SELECT p.id, p.external_id, p.display_name, p.email, p.language, p.calendar, p.digits, p.theme, p.level, \
         p.site, p.manager, p.start_day, p.end_day, p.can_sign_in, p.revision, p.create_time FROM person p \
         WHERE p.organization = $1 AND {condition} ORDER BY {order}"
    );
    let rows = PersonRow::find_by_statement(statement(db, sql, all.clone())).all(db).await?;
    let mut people: Vec<Person> = rows.into_iter().map(Person::from).collect();
    if people.is_empty() {
        return Ok(people);
    }
    let index: HashMap<String, usize> = people.iter().enumerate().map(|(i, p)| (p.id.clone(), i)).collect();
    // The same people again, in a subquery, so that neither a long list of ids nor a full table travels.
    let chosen =
        format!("SELECT p.id FROM person p WHERE p.organization = $1 AND {condition} ORDER BY {order}");
    let sql = format!(
        "SELECT m.person, m.team, m.position, m.start_day, m.end_day, m.part_time_days FROM membership m \
         WHERE m.organization = $1 AND m.person IN ({chosen}) ORDER BY m.person, m.start_day"
    );
    for row in MembershipRow::find_by_statement(statement(db, sql, all.clone())).all(db).await? {
        if let Some(person) = index.get(&row.person).and_then(|i| people.get_mut(*i)) {
            person.memberships.push(row.into());
        }
    }
    let sql = format!(
        "SELECT g.person, g.role, g.team FROM role_grant g \
         WHERE g.organization = $1 AND g.person IN ({chosen}) ORDER BY g.person, g.role, g.team"
    );
    for row in GrantRow::find_by_statement(statement(db, sql, all)).all(db).await? {
        if let Some(person) = index.get(&row.person).and_then(|i| people.get_mut(*i)) {
            add_grant(person, &row);
        }
    }
    Ok(people)
}

/// Rows of one role become one grant.
fn add_grant(person: &mut Person, row: &GrantRow) {
    let Ok(role) = Role::try_from(row.role) else { return };
    let team = Some(row.team.clone()).filter(|t| !t.is_empty());
    match person.roles.last_mut() {
        Some(grant) if grant.role == role => grant.teams.extend(team),
        _ => person.roles.push(RoleGrant { role, teams: team.into_iter().collect() }),
    }
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self {
            id: row.id,
            external_id: row.external_id,
            display_name: row.display_name,
            email: row.email,
            language: Language::from_proto(row.language),
            calendar: row.calendar.try_into().unwrap_or_default(),
            digits: row.digits.try_into().unwrap_or_default(),
            theme: row.theme.try_into().unwrap_or_default(),
            level: row.level.try_into().unwrap_or_default(),
            site: row.site,
            manager: row.manager,
            start_day: from_days(row.start_day),
            end_day: row.end_day.map(from_days),
            memberships: Vec::new(),
            roles: Vec::new(),
            can_sign_in: row.can_sign_in,
            revision: row.revision,
            create_time: from_micros(row.create_time),
        }
    }
}

impl From<MembershipRow> for Membership {
    fn from(row: MembershipRow) -> Self {
        Self {
            team: row.team,
            position: row.position,
            start_day: from_days(row.start_day),
            end_day: row.end_day.map(from_days),
            part_time_days: u8::try_from(row.part_time_days).ok().and_then(WorkWeek::from_bits),
        }
    }
}
