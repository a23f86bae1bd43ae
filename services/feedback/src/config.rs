//! The settings of this service: the table `[feedback]`.

use serde::{Deserialize, Serialize};

use crate::domain::flood::Limits;

/// The settings of this service.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct FeedbackConfig {
    /// How many proposals one person makes in the own name on a day. Default 20.
    pub proposals_per_day: u64,
    /// How many comments one person writes in an hour. Default 30.
    pub comments_per_hour: u64,
    /// How many anonymous proposals one person makes in an hour; counted in memory only. Default 5.
    pub anonymous_per_person_and_hour: u32,
    /// How many anonymous proposals an organization takes in an hour. Default 60.
    pub anonymous_per_hour: u32,
    /// How long to wait, in seconds, before looking again for what the day that ended leaves to do. Default 300.
    pub daily_work_every_seconds: u64,
}

impl Default for FeedbackConfig {
    fn default() -> Self {
        Self {
            proposals_per_day: 20,
            comments_per_hour: 30,
            anonymous_per_person_and_hour: 5,
            anonymous_per_hour: 60,
            daily_work_every_seconds: 300,
        }
    }
}

impl FeedbackConfig {
    /// How much may be posted anonymously within an hour.
    pub(crate) fn anonymous_limits(&self) -> Limits {
        Limits { per_person: self.anonymous_per_person_and_hour, altogether: self.anonymous_per_hour }
    }
}
