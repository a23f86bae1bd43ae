//! What is written of an outcome.

use std::collections::BTreeSet;

use jiff::civil::Date;
use kit::{
    contract::{Wanted, reference, reference_if_any, text_of},
    directory,
    error::Error,
    violation::{Rule, Violations},
};
use proto::feedback::v1 as pb;

use crate::{
    domain::{
        meeting::Meeting,
        outcome::{Decided, Kind, MAX_PROPOSALS, Outcome, Task, Verdict},
    },
    names::{AgendaItemName, PersonName, PollName, ProposalName},
    store::{self, ConnectionTrait},
};

/// Reads an outcome of a meeting into a blank one. What another kind has is refused.
pub(super) async fn read<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    meeting: &Meeting,
    outcome: &mut Outcome,
    given: &pb::Outcome,
    today: Date,
) -> Result<(), Error> {
    outcome.kind = match given.kind() {
        pb::OutcomeKind::Information => Kind::Information,
        pb::OutcomeKind::Decision => Kind::Decision,
        pb::OutcomeKind::Task => Kind::Task,
        pb::OutcomeKind::Unspecified => {
            let allowed = ["INFORMATION", "DECISION", "TASK"];
            violations.add("outcome.kind", given.kind, Rule::unknown_value(&allowed));
            Kind::Information
        }
    };
    outcome.text = text_of(violations, "outcome.text", given.text.as_ref(), Wanted::Required, 1_000);
    let item: Option<AgendaItemName> =
        reference_if_any(violations, "outcome.agenda_item", o, &given.agenda_item);
    if let Some(item) = item {
        let known = item.meeting == meeting.id
            && store::agenda::load(db, o, &meeting.id, &item.agenda_item).await?.is_some();
        if !known {
            violations.add("outcome.agenda_item", &given.agenda_item, Rule::NotFound);
        }
        outcome.agenda_item = Some(item.agenda_item);
    }
    if outcome.kind == Kind::Decision {
        let poll: Option<PollName> = reference_if_any(violations, "outcome.poll", o, &given.poll);
        if let Some(poll) = poll {
            let known = poll.meeting == meeting.id
                && store::poll::load(db, o, &poll.poll).await?.is_some_and(|p| p.meeting == meeting.id);
            if !known {
                violations.add("outcome.poll", &given.poll, Rule::NotFound);
            }
            outcome.poll = Some(poll.poll);
        }
        outcome.proposals = proposals(db, violations, o, &given.proposals).await?;
    } else {
        violations.length("outcome.poll", &given.poll, 0..=0);
        violations.count("outcome.proposals", given.proposals.len(), 0);
    }
    if outcome.kind == Kind::Task {
        let owner = owner(db, violations, o, "outcome.owner", &given.owner, today).await?;
        let due = due(violations, "outcome.due_day", &given.due_day, today);
        outcome.task = owner.zip(due).map(|(owner, due)| Task {
            owner,
            due,
            done_time: None,
            follow_up: String::new(),
            reminded: None,
        });
    } else {
        violations.length("outcome.owner", &given.owner, 0..=0);
        violations.length("outcome.due_day", &given.due_day, 0..=0);
    }
    Ok(())
}

/// Somebody who works here.
pub(super) async fn owner<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    field: &str,
    given: &str,
    today: Date,
) -> Result<Option<String>, Error> {
    let Some(name) = reference::<PersonName>(violations, field, o, given) else { return Ok(None) };
    if directory::person(db, o, &name.person).await?.is_some_and(|p| p.employed_on(today)) {
        return Ok(Some(name.person));
    }
    violations.add(field, given, Rule::NotFound);
    Ok(None)
}

/// A day that has not passed.
pub(super) fn due(violations: &mut Violations, field: &str, given: &str, today: Date) -> Option<Date> {
    let day = violations.day(field, given)?;
    if day < today {
        violations.add(field, given, Rule::TooEarly { earliest: today.to_string() });
        return None;
    }
    Some(day)
}

async fn proposals<C: ConnectionTrait>(
    db: &C,
    violations: &mut Violations,
    o: &str,
    given: &[pb::DecidedProposal],
) -> Result<Vec<Decided>, Error> {
    if !violations.count("outcome.proposals", given.len(), MAX_PROPOSALS) {
        return Ok(Vec::new());
    }
    let (mut decided, mut seen) = (Vec::new(), BTreeSet::new());
    for (i, one) in given.iter().enumerate() {
        let field = format!("outcome.proposals[{i}].proposal");
        let name: Option<ProposalName> = reference(violations, &field, o, &one.proposal);
        let verdict = match one.decision() {
            pb::ProposalDecision::Planned => Some(Verdict::Planned),
            pb::ProposalDecision::Started => Some(Verdict::Started),
            pb::ProposalDecision::Completed => Some(Verdict::Completed),
            pb::ProposalDecision::Declined => Some(Verdict::Declined),
            pb::ProposalDecision::Unspecified => {
                let allowed = ["PLANNED", "STARTED", "COMPLETED", "DECLINED"];
                let field = format!("outcome.proposals[{i}].decision");
                violations.add(field, one.decision, Rule::unknown_value(&allowed));
                None
            }
        };
        let Some(name) = name else { continue };
        if store::proposal::load(db, o, &name.proposal).await?.is_none() {
            violations.add(field, &one.proposal, Rule::NotFound);
        } else if !seen.insert(name.proposal.clone()) {
            violations.add(field, &one.proposal, Rule::Duplicate);
        } else if let Some(verdict) = verdict {
            decided.push(Decided { proposal: name.proposal, verdict });
        }
    }
    Ok(decided)
}
