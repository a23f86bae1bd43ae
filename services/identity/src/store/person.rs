//! People.

use kit::{
    auth::Role,
    db::{
        sql::{execute, statement},
        time::{to_days, to_micros},
    },
    error::Error,
    text::normalize,
    workdays::WorkWeek,
};
use sea_orm::ConnectionTrait;

use super::person_rows::select;
use crate::domain::person::Person;

/// An external id as it is compared: letters and digits of Persian and Arabic, and case, do not matter.
pub(crate) fn external_key(external_id: &str) -> String {
    normalize(external_id)
}

/// An address as it is compared. Only case and composition: folding letters further would make two addresses one.
pub(crate) fn email_key(email: &str) -> String {
    kit::text::compose(email.trim()).to_lowercase()
}

/// The person with this id.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Person>, Error> {
    Ok(select(db, organization, "p.id = $2", "p.id", vec![id.into()]).await?.pop())
}

/// Everybody, those who left too, by id.
pub(crate) async fn all<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Person>, Error> {
    select(db, organization, "1 = 1", "p.id", vec![]).await
}

/// The id of whoever has this external id.
pub(crate) async fn id_of_external<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    external_id: &str,
) -> Result<Option<String>, Error> {
    id_of(db, organization, "external_key", external_key(external_id)).await
}

/// The id of whoever has this address.
pub(crate) async fn id_of_email<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    email: &str,
) -> Result<Option<String>, Error> {
    id_of(db, organization, "email_key", email_key(email)).await
}

async fn id_of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    column: &'static str,
    key: String,
) -> Result<Option<String>, Error> {
    let sql = format!("SELECT id FROM person WHERE organization = $1 AND {column} = $2");
    let row = db.query_one_raw(statement(db, sql, vec![organization.into(), key.into()])).await?;
    Ok(row.map(|r| r.try_get("", "id")).transpose()?)
}

/// How many people with a role are employed on a day and can sign in, one person left out.
pub(crate) async fn others_with_role<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    role: Role,
    except: &str,
    day: jiff::civil::Date,
) -> Result<usize, Error> {
    let condition = "p.id <> $2 AND p.can_sign_in AND (p.end_day IS NULL OR p.end_day >= $3) AND EXISTS (SELECT 1 FROM role_grant r \
                     WHERE r.organization = p.organization AND r.person = p.id AND r.role = $4)";
    let values = vec![except.into(), to_days(day).into(), (role as i32).into()];
    Ok(select(db, organization, condition, "p.id", values).await?.len())
}

/// Writes a person, memberships and roles included.
pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, p: &Person) -> Result<(), Error> {
    let sql = "INSERT INTO person (organization, id, revision, create_time, external_id, external_key, display_name, \
               name_key, search_key, email, email_key, language, calendar, digits, theme, level, site, manager, \
               start_day, end_day, can_sign_in) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, \
               $15, $16, $17, $18, $19, $20, $21) ON CONFLICT (organization, id) DO UPDATE SET \
               revision = excluded.revision, external_id = excluded.external_id, external_key = excluded.external_key, \
               display_name = excluded.display_name, name_key = excluded.name_key, search_key = excluded.search_key, \
               email = excluded.email, email_key = excluded.email_key, language = excluded.language, \
               calendar = excluded.calendar, digits = excluded.digits, theme = excluded.theme, level = excluded.level, \
               site = excluded.site, manager = excluded.manager, start_day = excluded.start_day, \
               end_day = excluded.end_day, can_sign_in = excluded.can_sign_in";
    let email = p.email.as_deref();
    let search = [p.display_name.as_str(), email.unwrap_or_default(), p.external_id.as_str()].join(" ");
    let values = vec![
        organization.into(),
        p.id.clone().into(),
        p.revision.into(),
        to_micros(p.create_time).into(),
        p.external_id.clone().into(),
        external_key(&p.external_id).into(),
        p.display_name.clone().into(),
        normalize(&p.display_name).into(),
        normalize(&search).into(),
        p.email.clone().into(),
        email.map(email_key).into(),
        p.language.map_or(0, |l| l.to_proto() as i32).into(),
        (p.calendar as i32).into(),
        (p.digits as i32).into(),
        (p.theme as i32).into(),
        (p.level as i32).into(),
        p.site.clone().into(),
        p.manager.clone().into(),
        to_days(p.start_day).into(),
        p.end_day.map(to_days).into(),
        p.can_sign_in.into(),
    ];
    execute(db, sql, values).await?;
    save_memberships(db, organization, p).await?;
    save_roles(db, organization, p).await
}

async fn save_memberships<C: ConnectionTrait>(db: &C, organization: &str, p: &Person) -> Result<(), Error> {
    let sql = "DELETE FROM membership WHERE organization = $1 AND person = $2";
    execute(db, sql, vec![organization.into(), p.id.clone().into()]).await?;
    for m in &p.memberships {
        let sql = "INSERT INTO membership (organization, person, start_day, end_day, team, position, part_time_days) \
                   VALUES ($1, $2, $3, $4, $5, $6, $7)";
        let values = vec![
            organization.into(),
            p.id.clone().into(),
            to_days(m.start_day).into(),
            m.end_day.map(to_days).into(),
            m.team.clone().into(),
            m.position.clone().into(),
            i32::from(m.part_time_days.map_or(0, WorkWeek::bits)).into(),
        ];
        execute(db, sql, values).await?;
    }
    Ok(())
}

async fn save_roles<C: ConnectionTrait>(db: &C, organization: &str, p: &Person) -> Result<(), Error> {
    let sql = "DELETE FROM role_grant WHERE organization = $1 AND person = $2";
    execute(db, sql, vec![organization.into(), p.id.clone().into()]).await?;
    for grant in &p.roles {
        let whole = [String::new()];
        for team in if grant.teams.is_empty() { &whole[..] } else { &grant.teams } {
            let sql = "INSERT INTO role_grant (organization, person, role, team) VALUES ($1, $2, $3, $4)";
            let values = vec![
                organization.into(),
                p.id.clone().into(),
                (grant.role as i32).into(),
                team.clone().into(),
            ];
            execute(db, sql, values).await?;
        }
    }
    Ok(())
}
