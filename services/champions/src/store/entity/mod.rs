//! The rows as they are stored. They never leave `store`.

pub(super) mod answer_thanks;
pub(super) mod champion;
pub(super) mod champion_team;
pub(super) mod champion_thanks;
pub(super) mod check_in;
pub(super) mod covered_team;
pub(super) mod forwarded_help;
pub(super) mod material;
pub(super) mod nomination;
pub(super) mod post;
pub(super) mod post_answer;
pub(super) mod post_report;
pub(super) mod programme;
pub(super) mod roster;
pub(super) mod settings;
pub(super) mod staged_start;
pub(super) mod staged_team;
pub(super) mod team_coverage;
pub(super) mod visit;
