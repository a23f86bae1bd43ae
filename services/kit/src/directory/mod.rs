//! A copy of the directory that a service keeps beside its own tables, fed by identity's events.
//!
//! identity owns people, teams, positions and sites; whoever needs them often keeps this copy and so never waits for
//! identity. The copy is some moments behind and never wrong in order: every event carries the whole resource with its
//! `revision`, and an older one never replaces a newer one.
//!
//! To use it, a service
//! - puts [`migrations`] before its own: `let mut all = kit::directory::migrations(Parts::All); all.extend(…)`;
//! - returns [`Replica::new`] among its consumers;
//! - asks: [`person`], [`people`], [`members_on`], [`teams`], [`sites`], [`Person::eligible_on`] and the rest.
//!
//! adoption must hold no person ids and keeps [`Parts::WithoutPeople`].

mod consumer;
mod migration;
mod organization;
mod people;
mod person;
mod position;
mod row;
mod site;
mod team;

pub use self::{
    consumer::Replica,
    migration::{Parts, migrations},
    organization::{Organization, organization, organizations},
    people::{
        count_in_positions, everybody, members_of_teams, members_on, people, people_by_external_id,
        people_by_manager, people_of_site, people_with_role, person, person_by_email, person_by_external_id,
    },
    person::{Level, Membership, Person, RoleGrant, TENURE_DAYS},
    position::{Position, position, positions},
    site::{Site, calendar_of, site, sites, week_of, week_to_proto, weekday_of},
    team::{Team, TeamTree, ask_team, team, teams},
};
