//! notifications as other services and people see it: events in, inbox and mails out.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

mod access;
mod calendar_entries;
mod champion_events;
mod deliver;
mod digest;
mod events;
mod forget;
mod get_held_data;
mod get_preferences;
mod get_recorded_mail;
mod get_team_opens;
mod get_unread_count;
mod incentives_events;
mod list_notifications;
mod list_recorded_mails;
mod mark_all_read;
mod mark_read;
mod proposal_events;
mod update_preferences;
