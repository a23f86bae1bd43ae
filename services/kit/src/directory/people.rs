//! People: kept, and asked for.

use std::collections::HashMap;

use jiff::civil::Date;
use proto::{access::v1::Role, identity::v1 as pb};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::{
    person::{Level, Membership, Person, RoleGrant},
    row::{CHUNK, execute, last_id, last_id_if_any, placeholders, statement},
    site::week_of,
};
use crate::{
    db::{
        Tx,
        time::{from_days, to_days},
    },
    error::Error,
    localize::Language,
    text::normalize,
    workdays::WorkWeek,
};

/// The person with this id.
pub async fn person<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Person>, Error> {
    Ok(people(db, organization, &[id.to_owned()]).await?.pop())
}

/// The person with this id in the organization's own directory. Letters and digits of Persian and Arabic, and case,
/// do not matter.
pub async fn person_by_external_id<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    external_id: &str,
) -> Result<Option<Person>, Error> {
    let found = select(db, organization, "p.external_key = $2", vec![normalize(external_id).into()]).await?;
    Ok(found.into_iter().next())
}

/// The person with this address.
pub async fn person_by_email<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    email: &str,
) -> Result<Option<Person>, Error> {
    let key = normalize(email);
    if key.is_empty() {
        return Ok(None);
    }
    Ok(select(db, organization, "p.email_key = $2", vec![key.into()]).await?.into_iter().next())
}

/// The people with these ids, by id; ids that do not exist are left out.
pub async fn people<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<Vec<Person>, Error> {
    let mut all = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let condition = format!("p.id IN ({})", placeholders(2, chunk.len()));
        all.extend(select(db, organization, &condition, chunk.iter().map(Value::from).collect()).await?);
    }
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all.dedup_by(|a, b| a.id == b.id);
    Ok(all)
}

/// The people with these ids in the organization's own directory, by the normalised external id
/// ([`crate::text::normalize`]); ids that do not exist are left out.
pub async fn people_by_external_id<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    external_ids: &[String],
) -> Result<HashMap<String, Person>, Error> {
    let mut all = HashMap::with_capacity(external_ids.len());
    for chunk in external_ids.chunks(CHUNK) {
        let condition = format!("p.external_key IN ({})", placeholders(2, chunk.len()));
        let keys = chunk.iter().map(|id| normalize(id).into()).collect();
        for person in select(db, organization, &condition, keys).await? {
            all.insert(normalize(&person.external_id), person);
        }
    }
    Ok(all)
}

/// Everybody, those who left too, by id. For work over the whole organization; it loads 100,000 people in about a second.
pub async fn everybody<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Person>, Error> {
    select(db, organization, "1 = 1", vec![]).await
}

/// Everybody of a site, those who left too, by id; with `None`, everybody whose site is not known.
pub async fn people_of_site<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    site: Option<&str>,
) -> Result<Vec<Person>, Error> {
    match site {
        Some(site) => select(db, organization, "p.site = $2", vec![site.into()]).await,
        None => select(db, organization, "p.site IS NULL", vec![]).await,
    }
}

/// Whom a person manages, those who left too, by id.
pub async fn people_by_manager<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    manager: &str,
) -> Result<Vec<Person>, Error> {
    select(db, organization, "p.manager = $2", vec![manager.into()]).await
}

/// Whoever is or was a member of these teams at any time, by id.
pub async fn members_of_teams<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    teams: &[String],
) -> Result<Vec<Person>, Error> {
    let mut all = Vec::new();
    for chunk in teams.chunks(CHUNK) {
        let condition = format!(
            "p.id IN (SELECT x.person FROM directory_membership x WHERE x.organization = $1 AND x.team IN ({}))",
            placeholders(2, chunk.len())
        );
        all.extend(select(db, organization, &condition, chunk.iter().map(Value::from).collect()).await?);
    }
    all.sort_by(|a, b| a.id.cmp(&b.id));
    all.dedup_by(|a, b| a.id == b.id);
    Ok(all)
}

/// Whoever is employed and a member of one of these teams on a day, by id. For a subtree, ask
/// [`super::TeamTree::subtree`] for its teams first.
pub async fn members_on<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    teams: &[String],
    day: Date,
) -> Result<Vec<Person>, Error> {
    let mut all = members_of_teams(db, organization, teams).await?;
    all.retain(|p| p.membership_on(day).is_some_and(|m| teams.contains(&m.team)));
    Ok(all)
}

/// How many people are employed and hold one of these positions on a day.
pub async fn count_in_positions<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    positions: &[String],
    day: Date,
) -> Result<u64, Error> {
    let mut count = 0;
    for chunk in positions.chunks(CHUNK) {
        let sql = format!(
            "SELECT COUNT(DISTINCT m.person) FROM directory_membership m \
             JOIN directory_person p ON p.organization = m.organization AND p.id = m.person \
             WHERE p.organization = $1 AND m.start_day <= $2 AND (m.end_day IS NULL OR m.end_day >= $2) \
             AND p.start_day <= $2 AND (p.end_day IS NULL OR p.end_day >= $2) AND m.position IN ({})",
            placeholders(3, chunk.len())
        );
        let mut values = vec![Value::from(organization), to_days(day).into()];
        values.extend(chunk.iter().map(Value::from));
        let row = db.query_one_raw(statement(db, sql, values)).await?;
        let people: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        count += people.unsigned_abs();
    }
    Ok(count)
}

/// Who holds a role on a day, by id: for the whole organization, and, where `team` is given, for it or a team above it.
pub async fn people_with_role<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    role: Role,
    team: Option<&str>,
    day: Date,
) -> Result<Vec<Person>, Error> {
    let mut scopes = vec![String::new()];
    if let Some(id) = team {
        scopes.push(id.to_owned());
        scopes.extend(super::team(db, organization, id).await?.map(|t| t.ancestors).unwrap_or_default());
    }
    let condition = format!(
        "p.id IN (SELECT r.person FROM directory_role r WHERE r.organization = $1 AND r.role = $2 AND r.team IN ({}))",
        placeholders(3, scopes.len())
    );
    let mut values = vec![Value::from(role as i32)];
    values.extend(scopes.into_iter().map(Value::from));
    let mut all = select(db, organization, &condition, values).await?;
    all.retain(|p| p.employed_on(day));
    Ok(all)
}

#[derive(FromQueryResult)]
struct PersonRow {
    id: String,
    external_id: String,
    display_name: String,
    email: String,
    language: i32,
    calendar: i32,
    digits: i32,
    level: i32,
    site: Option<String>,
    manager: Option<String>,
    start_day: i32,
    end_day: Option<i32>,
    can_sign_in: bool,
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
struct RoleRow {
    person: String,
    role: i32,
    team: String,
}

/// The people for whom `condition` holds, by id. In it `p` is the person, and `values` begin at `$2`.
async fn select<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    condition: &str,
    values: Vec<Value>,
) -> Result<Vec<Person>, Error> {
    let mut all = vec![Value::from(organization)];
    all.extend(values);
    let people = format!(
        "SELECT p.id, p.external_id, p.display_name, p.email, p.language, p.calendar, p.digits, p.level, p.site, \
         p.manager, p.start_day, p.end_day, p.can_sign_in FROM directory_person p \
         WHERE p.organization = $1 AND {condition} ORDER BY p.id"
    );
    let memberships = format!(
        "SELECT m.person, m.team, m.position, m.start_day, m.end_day, m.part_time_days FROM directory_membership m \
         JOIN directory_person p ON p.organization = m.organization AND p.id = m.person \
         WHERE p.organization = $1 AND {condition} ORDER BY m.person, m.seq"
    );
    let roles = format!(
        "SELECT g.person, g.role, g.team FROM directory_role g \
         JOIN directory_person p ON p.organization = g.organization AND p.id = g.person \
         WHERE p.organization = $1 AND {condition} ORDER BY g.person, g.role, g.team"
    );

    let mut found: Vec<Person> = PersonRow::find_by_statement(statement(db, people, all.clone()))
        .all(db)
        .await?
        .into_iter()
        .map(Person::from)
        .collect();
    if found.is_empty() {
        return Ok(found);
    }
    let index: HashMap<String, usize> = found.iter().enumerate().map(|(i, p)| (p.id.clone(), i)).collect();
    for row in MembershipRow::find_by_statement(statement(db, memberships, all.clone())).all(db).await? {
        if let Some(person) = index.get(&row.person).and_then(|i| found.get_mut(*i)) {
            person.memberships.push(row.into());
        }
    }
    for row in RoleRow::find_by_statement(statement(db, roles, all)).all(db).await? {
        if let Some(person) = index.get(&row.person).and_then(|i| found.get_mut(*i))
            && let Ok(role) = Role::try_from(row.role)
        {
            person.roles.push(RoleGrant { role, team: Some(row.team).filter(|t| !t.is_empty()) });
        }
    }
    Ok(found)
}

impl From<PersonRow> for Person {
    fn from(row: PersonRow) -> Self {
        Self {
            id: row.id,
            external_id: row.external_id,
            display_name: row.display_name,
            email: Some(row.email).filter(|e| !e.is_empty()),
            language: Language::from_proto(row.language),
            calendar: row.calendar,
            digits: row.digits,
            level: Level::try_from(row.level).ok().filter(|l| *l != Level::Unspecified),
            site: row.site,
            manager: row.manager,
            start_day: from_days(row.start_day),
            end_day: row.end_day.map(from_days),
            can_sign_in: row.can_sign_in,
            memberships: Vec::new(),
            roles: Vec::new(),
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

/// A day of the contract; 1970-01-01 for one that identity would never send.
fn day(text: &str) -> i32 {
    text.parse().map_or(0, to_days)
}

fn day_if_any(text: &str) -> Option<i32> {
    text.parse().ok().map(to_days)
}

pub(super) async fn put(tx: &Tx, organization: &str, pb: &pb::Person) -> Result<(), Error> {
    let id = last_id(&pb.name);
    let sql = "INSERT INTO directory_person (organization, id, revision, external_id, external_key, display_name, email, \
               email_key, language, calendar, digits, level, site, manager, start_day, end_day, can_sign_in) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) \
               ON CONFLICT (organization, id) DO UPDATE SET revision = excluded.revision, \
               external_id = excluded.external_id, external_key = excluded.external_key, \
               display_name = excluded.display_name, email = excluded.email, email_key = excluded.email_key, \
               language = excluded.language, calendar = excluded.calendar, digits = excluded.digits, \
               level = excluded.level, site = excluded.site, manager = excluded.manager, \
               start_day = excluded.start_day, end_day = excluded.end_day, can_sign_in = excluded.can_sign_in \
               WHERE directory_person.revision < excluded.revision";
    let values = vec![
        organization.into(),
        id.into(),
        pb.revision.into(),
        pb.external_id.clone().into(),
        normalize(&pb.external_id).into(),
        pb.display_name.clone().into(),
        pb.email.clone().into(),
        normalize(&pb.email).into(),
        pb.language.into(),
        pb.calendar.into(),
        pb.digits.into(),
        pb.level.into(),
        last_id_if_any(&pb.site).into(),
        last_id_if_any(&pb.manager).into(),
        day(&pb.employment_start_day).into(),
        day_if_any(&pb.employment_end_day).into(),
        pb.can_sign_in.into(),
    ];
    if execute(tx, sql, values).await? == 0 {
        return Ok(()); // an older event: what is here is newer
    }
    for table in ["directory_membership", "directory_role"] {
        let sql = format!("DELETE FROM {table} WHERE organization = $1 AND person = $2");
        execute(tx, &sql, vec![organization.into(), id.into()]).await?;
    }
    for (seq, m) in (0_i32..).zip(&pb.memberships) {
        let sql = "INSERT INTO directory_membership (organization, person, seq, team, position, start_day, end_day, \
                   part_time_days) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
        let values = vec![
            organization.into(),
            id.into(),
            seq.into(),
            last_id(&m.team).into(),
            last_id(&m.position).into(),
            day(&m.start_day).into(),
            day_if_any(&m.end_day).into(),
            i32::from(week_of(&m.part_time_days).map_or(0, WorkWeek::bits)).into(),
        ];
        execute(tx, sql, values).await?;
    }
    for grant in &pb.roles {
        // One row for each team; a grant without teams is for the whole organization.
        let whole = [String::new()];
        let teams = if grant.teams.is_empty() { &whole[..] } else { &grant.teams };
        for team in teams {
            let sql = "INSERT INTO directory_role (organization, person, role, team) VALUES ($1, $2, $3, $4) \
                       ON CONFLICT DO NOTHING";
            let values = vec![organization.into(), id.into(), grant.role.into(), last_id(team).into()];
            execute(tx, sql, values).await?;
        }
    }
    Ok(())
}
