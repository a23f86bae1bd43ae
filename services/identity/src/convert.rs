//! From the domain to the contract.

use kit::{db::time, directory, localize::Language};
use proto::{access::v1::Role, identity::v1 as pb};

use crate::{
    domain::{
        organization::Organization,
        person::{Membership, Person, RoleGrant},
        position::Position,
        session::Session,
        site::{Holiday, Site},
        team::{Team, Tree},
    },
    names::{OrganizationName, PersonName, PositionName, SiteName, TeamName},
};

/// What a resource with this revision is called in an update.
pub(crate) fn etag(revision: i64) -> String {
    format!("r{revision}")
}

fn language(language: Option<Language>) -> i32 {
    language.map_or(0, |l| l.to_proto() as i32)
}

pub(crate) fn organization(o: &Organization) -> pb::Organization {
    pb::Organization {
        name: OrganizationName::new(&o.id).to_string(),
        display_name: o.display_name.clone(),
        languages: o.languages.iter().map(|l| l.to_proto() as i32).collect(),
        calendar: o.calendar as i32,
        digits: o.digits as i32,
        revision: o.revision,
        etag: etag(o.revision),
        create_time: Some(time::to_proto(o.create_time)),
    }
}

pub(crate) fn site(organization: &str, s: &Site) -> pb::Site {
    let weeks = s.work_weeks.iter().map(|(day, week)| pb::WorkWeek {
        start_day: day.to_string(),
        work_days: directory::week_to_proto(*week),
    });
    pb::Site {
        name: SiteName::new(organization, &s.id).to_string(),
        display_name: s.display_name.clone(),
        time_zone: s.time_zone.clone(),
        work_weeks: weeks.collect(),
        holidays: s.holidays.iter().map(holiday).collect(),
        revision: s.revision,
        etag: etag(s.revision),
        create_time: Some(time::to_proto(s.create_time)),
    }
}

pub(crate) fn holiday(h: &Holiday) -> pb::Holiday {
    pb::Holiday { day: h.day.to_string(), title: Some((&h.title).into()) }
}

/// A team, without its count of members.
pub(crate) fn team(organization: &str, tree: &Tree, t: &Team) -> pb::Team {
    let name = |id: &str| TeamName::new(organization, id).to_string();
    pb::Team {
        name: name(&t.id),
        display_name: t.display_name.clone(),
        parent: t.parent.as_deref().map(name).unwrap_or_default(),
        ancestors: tree.ancestors(&t.id).into_iter().map(name).collect(),
        member_count: 0,
        revision: t.revision,
        etag: etag(t.revision),
        create_time: Some(time::to_proto(t.create_time)),
        delete_time: t.delete_time.map(time::to_proto),
    }
}

/// A position, without its count of holders.
pub(crate) fn position(organization: &str, p: &Position) -> pb::Position {
    pb::Position {
        name: PositionName::new(organization, &p.id).to_string(),
        display_name: p.display_name.clone(),
        target_rate: p.target_rate,
        holder_count: 0,
        revision: p.revision,
        etag: etag(p.revision),
        create_time: Some(time::to_proto(p.create_time)),
    }
}

pub(crate) fn person(organization: &str, p: &Person) -> pb::Person {
    pb::Person {
        name: PersonName::new(organization, &p.id).to_string(),
        external_id: p.external_id.clone(),
        display_name: p.display_name.clone(),
        email: p.email.clone().unwrap_or_default(),
        language: language(p.language),
        calendar: p.calendar as i32,
        digits: p.digits as i32,
        level: p.level as i32,
        site: p.site.as_ref().map(|s| SiteName::new(organization, s).to_string()).unwrap_or_default(),
        manager: p.manager.as_ref().map(|m| PersonName::new(organization, m).to_string()).unwrap_or_default(),
        employment_start_day: p.start_day.to_string(),
        employment_end_day: p.end_day.map(|d| d.to_string()).unwrap_or_default(),
        memberships: p.memberships.iter().map(|m| membership(organization, m)).collect(),
        roles: p.roles.iter().map(|g| grant(organization, g)).collect(),
        can_sign_in: p.can_sign_in,
        revision: p.revision,
        etag: etag(p.revision),
        create_time: Some(time::to_proto(p.create_time)),
    }
}

fn membership(organization: &str, m: &Membership) -> pb::Membership {
    pb::Membership {
        team: TeamName::new(organization, &m.team).to_string(),
        position: PositionName::new(organization, &m.position).to_string(),
        start_day: m.start_day.to_string(),
        end_day: m.end_day.map(|d| d.to_string()).unwrap_or_default(),
        part_time_days: m.part_time_days.map(directory::week_to_proto).unwrap_or_default(),
    }
}

fn grant(organization: &str, g: &RoleGrant) -> pb::RoleGrant {
    let teams = g.teams.iter().map(|t| TeamName::new(organization, t).to_string());
    pb::RoleGrant { role: g.role as i32, teams: teams.collect() }
}

pub(crate) fn session(s: &Session) -> pb::Session {
    pb::Session {
        create_time: Some(time::to_proto(s.create_time)),
        refresh_time: Some(time::to_proto(s.refresh_time)),
        expire_time: Some(time::to_proto(s.expire_time)),
    }
}

/// The roles of a person for a token and for screens: MEMBER first, then each grant.
pub(crate) fn roles(p: &Person) -> Vec<Role> {
    std::iter::once(Role::Member).chain(p.roles.iter().map(|g| g.role)).collect()
}
