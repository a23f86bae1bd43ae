//! What it does when others tell something, and what it tells.

mod assignment_progressed;
mod published;
mod team_days_counted;
mod visit_made;

pub(crate) use self::{
    assignment_progressed::FollowRetraining,
    published::{flag_cleared, flag_raised, intervention_started, task_assigned},
    team_days_counted::TakeCounts,
    visit_made::FollowVisits,
};
