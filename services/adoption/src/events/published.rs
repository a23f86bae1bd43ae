//! What the others are told.

use kit::db::time::from_days;
use proto::adoption::v1 as pb;

use crate::{
    api::convert,
    domain::{
        flag::{Flag, Kind},
        intervention::{Intervention, Task},
        playbook::Playbook,
    },
    names::{ApplicationName, FlagName, InterventionName, TaskName, TeamName},
};

fn link(flag: &Flag) -> String {
    format!("/flags/{}", flag.id)
}

fn members(organization: &str, flag: &Flag) -> Vec<String> {
    flag.members.iter().map(|m| TeamName::new(organization, m).to_string()).collect()
}

/// A flag is explained and asks for a review, or an intervention starts by itself.
pub(crate) fn flag_raised(
    organization: &str,
    flag: &Flag,
    team: &str,
    review_needed: bool,
) -> pb::FlagRaised {
    pb::FlagRaised {
        flag: FlagName::new(organization, &flag.id).to_string(),
        team: TeamName::new(organization, &flag.anchor).to_string(),
        team_display_name: team.to_owned(),
        members: members(organization, flag),
        application: ApplicationName::new(organization, &flag.application).to_string(),
        finding: convert::finding(flag.finding).into(),
        sentence: flag.figures.sentence(Some(flag.finding)).map(Into::into),
        proposed_barrier: convert::barrier(flag.proposed).into(),
        raised_day: from_days(flag.raised_day).to_string(),
        link: link(flag),
        review_needed,
    }
}

/// A flag that was announced is over.
pub(crate) fn flag_cleared(organization: &str, flag: &Flag, team: &str, kind: Kind) -> pb::FlagCleared {
    pb::FlagCleared {
        flag: FlagName::new(organization, &flag.id).to_string(),
        team: TeamName::new(organization, &flag.anchor).to_string(),
        team_display_name: team.to_owned(),
        members: members(organization, flag),
        application: ApplicationName::new(organization, &flag.application).to_string(),
        kind: convert::event_kind(kind).into(),
        cleared_day: convert::optional_day(flag.cleared_day),
        link: link(flag),
    }
}

/// An intervention began.
pub(crate) fn intervention_started(
    organization: &str,
    flag: &Flag,
    team: &str,
    intervention: &Intervention,
    playbook: &Playbook,
    automatic: bool,
) -> pb::InterventionStarted {
    pb::InterventionStarted {
        intervention: InterventionName::new(organization, &intervention.id).to_string(),
        flag: FlagName::new(organization, &flag.id).to_string(),
        team: TeamName::new(organization, &flag.anchor).to_string(),
        team_display_name: team.to_owned(),
        members: members(organization, flag),
        application: ApplicationName::new(organization, &flag.application).to_string(),
        barrier: convert::barrier(Some(intervention.barrier)).into(),
        summary: Some((&playbook.summary).into()),
        automatic,
        link: link(flag),
    }
}

/// A task was given.
pub(crate) fn task_assigned(
    organization: &str,
    flag: &Flag,
    team: &str,
    intervention: &Intervention,
    task: &Task,
) -> pb::TaskAssigned {
    pb::TaskAssigned {
        task: TaskName::new(organization, &intervention.id, &task.id).to_string(),
        flag: FlagName::new(organization, &flag.id).to_string(),
        team: TeamName::new(organization, &flag.anchor).to_string(),
        team_display_name: team.to_owned(),
        members: members(organization, flag),
        assignee: convert::assignee(task.assignee).into(),
        title: Some((&task.title).into()),
        description: Some((&task.description).into()),
        due_day: from_days(task.due_day).to_string(),
        barrier: convert::barrier(Some(intervention.barrier)).into(),
        link: link(flag),
    }
}
