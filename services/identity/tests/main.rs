//! identity as people and other services see it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod access;
mod apply_import;
mod champion_teams;
mod change_password;
mod create_person;
mod end_employment;
mod find_colleagues;
mod holidays;
mod invite_person;
mod list_people;
mod me;
mod organization;
mod positions;
mod preview_import;
mod refresh_session;
mod reopen_employment;
mod replica;
mod request_password_reset;
mod set_roles;
mod sign_in;
mod sign_out;
mod sites;
mod teams;
mod tenants;
mod update_person;
mod upload_import_part;
