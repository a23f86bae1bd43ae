//! Outcomes as the contract has them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::{
    contract::{instant, localized},
    error::Error,
};
use proto::feedback::v1 as pb;

use crate::{
    api::meetings::convert::names,
    domain::outcome::{Kind, Outcome, Verdict},
    names::{AgendaItemName, CommitteeName, MeetingName, OutcomeName, PersonName, PollName, ProposalName},
    store::{self, ConnectionTrait},
};

fn kind(kind: Kind) -> pb::OutcomeKind {
    match kind {
        Kind::Information => pb::OutcomeKind::Information,
        Kind::Decision => pb::OutcomeKind::Decision,
        Kind::Task => pb::OutcomeKind::Task,
    }
}

fn verdict(verdict: Verdict) -> pb::ProposalDecision {
    match verdict {
        Verdict::Planned => pb::ProposalDecision::Planned,
        Verdict::Started => pb::ProposalDecision::Started,
        Verdict::Completed => pb::ProposalDecision::Completed,
        Verdict::Declined => pb::ProposalDecision::Declined,
    }
}

/// Outcomes with what they refer to in words.
pub(super) async fn outcomes<C: ConnectionTrait>(
    db: &C,
    o: &str,
    today: Date,
    outcomes: &[Outcome],
) -> Result<Vec<pb::Outcome>, Error> {
    let owners = outcomes.iter().filter_map(|x| Some(x.task.as_ref()?.owner.clone())).collect();
    let called = names(db, o, owners).await?;
    let meetings: Vec<String> = outcomes.iter().map(|x| x.meeting.clone()).collect();
    let meetings = store::meeting::all_of(db, o, &meetings).await?;
    let ids: Vec<String> = outcomes.iter().flat_map(|x| &x.proposals).map(|p| p.proposal.clone()).collect();
    let titles: BTreeMap<String, String> =
        store::proposal::all_of(db, o, &ids).await?.into_iter().map(|p| (p.id, p.draft.title)).collect();
    let view = |outcome: &Outcome| {
        let task = outcome.task.as_ref();
        let state = match task {
            None => pb::OutcomeTaskState::Unspecified,
            Some(t) if t.done_time.is_some() => pb::OutcomeTaskState::Done,
            Some(_) => pb::OutcomeTaskState::Open,
        };
        pb::Outcome {
            name: OutcomeName::new(o, &outcome.id).to_string(),
            kind: kind(outcome.kind).into(),
            text: localized(&outcome.text),
            agenda_item: outcome
                .agenda_item
                .as_ref()
                .map(|a| AgendaItemName::new(o, &outcome.meeting, a).to_string())
                .unwrap_or_default(),
            poll: outcome
                .poll
                .as_ref()
                .map(|p| PollName::new(o, &outcome.meeting, p).to_string())
                .unwrap_or_default(),
            proposals: outcome
                .proposals
                .iter()
                .map(|p| pb::DecidedProposal {
                    proposal: ProposalName::new(o, &p.proposal).to_string(),
                    decision: verdict(p.verdict).into(),
                    title: titles.get(&p.proposal).cloned().unwrap_or_default(),
                })
                .collect(),
            owner: task.map(|t| PersonName::new(o, &t.owner).to_string()).unwrap_or_default(),
            owner_display_name: task.and_then(|t| called.get(&t.owner)).cloned().unwrap_or_default(),
            due_day: task.map(|t| t.due.to_string()).unwrap_or_default(),
            task_state: state.into(),
            overdue: task.is_some_and(|t| t.is_overdue(today)),
            follow_up: task.map(|t| t.follow_up.clone()).unwrap_or_default(),
            done_time: instant(task.and_then(|t| t.done_time)),
            committee: CommitteeName::new(o, &outcome.committee).to_string(),
            meeting: MeetingName::new(o, &outcome.meeting).to_string(),
            meeting_title: meetings.get(&outcome.meeting).and_then(|m| localized(&m.title)),
            create_time: instant(outcome.create_time),
        }
    };
    Ok(outcomes.iter().map(view).collect())
}

/// One outcome.
pub(super) async fn outcome<C: ConnectionTrait>(
    db: &C,
    o: &str,
    today: Date,
    outcome: &Outcome,
) -> Result<pb::Outcome, Error> {
    let mut all = outcomes(db, o, today, std::slice::from_ref(outcome)).await?;
    all.pop().ok_or_else(|| Error::internal("an outcome has no view"))
}
