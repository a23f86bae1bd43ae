//! The adoption service as its callers see it: a file per RPC, and one each for the rule on a file, evaluation over
//! events, retraining on its way, others who are asked for help, messages as evidence, the strict mode and what the
//! tables have no room for.

mod automatic;
mod complete_task;
mod confirm_flag;
mod evaluate_now;
mod evaluation;
mod get_evaluation_run;
mod get_flag;
mod get_intervention;
mod get_settings;
mod get_team_adoption;
mod get_team_gaps;
mod get_teams_overview;
mod list_flags;
mod list_interventions;
mod list_playbooks;
mod list_tasks;
mod list_team_flags;
mod list_team_statuses;
mod message_opens;
mod outreach;
mod reject_flag;
mod retraining;
mod schema;
mod snooze_flag;
mod support;
mod team_days_file;
mod team_voices;
mod update_playbook;
mod update_settings;
