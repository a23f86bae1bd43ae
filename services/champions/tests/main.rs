//! champions as its people and the other services see it: a file for each RPC and job.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::panic, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod support;

mod accept_nomination;
mod answer_forwarded_help;
mod answer_post;
mod appoint_champion;
mod archive_programme;
mod complete_follow_up;
mod create_check_in;
mod create_material;
mod create_nomination;
mod create_post;
mod create_programme;
mod create_staged_start;
mod decide_nomination;
mod delete_check_in;
mod delete_material;
mod delete_post;
mod end_champion;
mod get_champion;
mod get_champion_effect;
mod get_champion_home;
mod get_champion_settings;
mod get_held_data;
mod get_nomination;
mod get_post;
mod get_programme;
mod list_champions;
mod list_check_ins;
mod list_forwarded_help;
mod list_materials;
mod list_my_champions;
mod list_my_nominations;
mod list_my_thanks;
mod list_nominations;
mod list_post_reports;
mod list_posts;
mod list_programmes;
mod list_staged_starts;
mod list_team_coverage;
mod list_visits;
mod moderate_post;
mod propose_answer_as_article;
mod remind;
mod report_post;
mod request_visit;
mod thank_answer;
mod thank_champion;
mod update_champion;
mod update_champion_settings;
mod update_material;
mod update_programme;
mod withdraw_nomination;
