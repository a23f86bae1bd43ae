//! The rows as they are stored. They never leave `store`.

pub(super) mod approval;
pub(super) mod award;
pub(super) mod award_option;
pub(super) mod award_team;
pub(super) mod budget;
pub(super) mod budget_entry;
pub(super) mod challenge;
pub(super) mod challenge_member;
pub(super) mod challenge_sums;
pub(super) mod challenge_team;
pub(super) mod exchange_rate;
pub(super) mod off_wall;
pub(super) mod recognition;
pub(super) mod recognition_person;
pub(super) mod redemption;
pub(super) mod reward;
pub(super) mod value;
pub(super) mod voice;
