//! Looking for people.

use jiff::civil::Date;
use kit::{
    auth::Role,
    db::{
        sql::{placeholders, statement},
        time::to_days,
    },
    error::Error,
    text::normalize,
};
use sea_orm::{ConnectionTrait, Value};

use super::person_rows::select;
use crate::domain::person::Person;

/// Whom to look for. Every part narrows the search.
#[derive(Debug, Default)]
pub(crate) struct Search<'a> {
    /// Words that name, address or external id must contain.
    pub query: &'a str,
    /// Only the name, for those who may not look for the others.
    pub names_only: bool,
    /// Members of one of these teams; `None` for any.
    pub teams: Option<&'a [String]>,
    /// Members of one of these teams as well: what the caller may see; `None` for everybody.
    pub visible: Option<&'a [String]>,
    /// Holders of this position.
    pub position: Option<&'a str>,
    /// People of this site.
    pub site: Option<&'a str>,
    /// People with this role.
    pub role: Option<Role>,
    /// Whoever left, too.
    pub show_ended: bool,
}

impl Search<'_> {
    /// The condition, with `p` for the person and values from `$2`.
    fn condition(&self, today: Date) -> (String, Vec<Value>) {
        let mut parts = vec!["1 = 1".to_owned()];
        let mut values: Vec<Value> = vec![to_days(today).into()]; // $2
        let mut add = |value: Value| {
            values.push(value);
            values.len() + 1
        };
        let key = if self.names_only { "name_key" } else { "search_key" };
        for word in normalize(self.query).split(' ').filter(|w| !w.is_empty()) {
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            let at = add(format!("%{escaped}%").into());
            parts.push(format!("p.{key} LIKE ${at} ESCAPE '\\'"));
        }
        let mut membership = Vec::new();
        for teams in [self.teams, self.visible].into_iter().flatten() {
            let first = teams.iter().map(|t| add(t.clone().into())).collect::<Vec<_>>();
            membership.push(match first.first() {
                Some(first) => format!("m.team IN ({})", placeholders(*first, teams.len())),
                None => "1 = 0".to_owned(),
            });
        }
        if let Some(position) = self.position {
            let at = add(position.into());
            membership.push(format!("m.position = ${at}"));
        }
        if !membership.is_empty() {
            parts.push(format!(
                "EXISTS (SELECT 1 FROM membership m WHERE m.organization = p.organization AND m.person = p.id \
                 AND m.start_day <= $2 AND (m.end_day IS NULL OR m.end_day >= $2) AND {})",
                membership.join(" AND ")
            ));
        }
        if let Some(site) = self.site {
            let at = add(site.into());
            parts.push(format!("p.site = ${at}"));
        }
        if let Some(role) = self.role {
            let at = add((role as i32).into());
            parts.push(format!(
                "EXISTS (SELECT 1 FROM role_grant r WHERE r.organization = p.organization AND r.person = p.id \
                 AND r.role = ${at})"
            ));
        }
        // Names $2 in any case: PostgreSQL refuses a value that no part uses.
        let ended = if self.show_ended { "OR 1 = 1" } else { "" };
        parts.push(format!("(p.end_day IS NULL OR p.end_day >= $2 {ended})"));
        (parts.join(" AND "), values)
    }

    /// One page of people by name; `after` is the key of the last one of the page before.
    pub(crate) async fn page<C: ConnectionTrait>(
        &self,
        db: &C,
        organization: &str,
        today: Date,
        after: Option<&str>,
        limit: u64,
    ) -> Result<Vec<Person>, Error> {
        let (mut condition, mut values) = self.condition(today);
        if let Some((name, id)) = after.and_then(|a| a.rsplit_once('\n')) {
            let at = values.len() + 2;
            let next = at + 1;
            condition =
                format!("{condition} AND (p.name_key > ${at} OR (p.name_key = ${at} AND p.id > ${next}))");
            values.extend([name.into(), id.into()]);
        }
        select(db, organization, &condition, &format!("p.name_key, p.id LIMIT {limit}"), values).await
    }

    /// How many there are on all pages.
    pub(crate) async fn count<C: ConnectionTrait>(
        &self,
        db: &C,
        organization: &str,
        today: Date,
    ) -> Result<i64, Error> {
        let (condition, values) = self.condition(today);
        let mut all = vec![Value::from(organization)];
        all.extend(values);
        let sql =
            format!("SELECT COUNT(*) AS number FROM person p WHERE p.organization = $1 AND {condition}");
        let row = db.query_one_raw(statement(db, sql, all)).await?;
        Ok(row.map(|r| r.try_get("", "number")).transpose()?.unwrap_or_default())
    }
}

/// The key of a person for the next page.
pub(crate) fn page_key(person: &Person) -> String {
    format!("{}\n{}", normalize(&person.display_name), person.id)
}
