//! Between the contract and the domain.

use kit::db::time::{from_days, from_micros};
use prost_types::Timestamp;
use proto::{
    adoption::v1 as pb, feedback::v1::PulseQuestionKind, incentives::v1::Measure as ChallengeMeasure,
};

use crate::{
    domain::{
        barrier::{Barrier, Code, Known},
        evaluator::NotJudged,
        figures::SizeBand,
        flag::{Actor, Finding, KeptFact, Kind, Status, Told, Verdict},
        intervention::{Failure, StepState},
        playbook::{Assignee, Measure, Question, Step},
        sentence::Unknown,
        standing::{Day, State},
    },
    store::run::Run,
};

/// Microseconds as an instant of the contract.
pub(crate) fn instant(micros: i64) -> Timestamp {
    let time = from_micros(micros);
    Timestamp { seconds: time.as_second(), nanos: time.subsec_nanosecond() }
}

/// A day, empty when there is none.
pub(crate) fn optional_day(day: Option<Day>) -> String {
    day.map(|d| from_days(d).to_string()).unwrap_or_default()
}

/// A barrier.
pub(crate) fn barrier(barrier: Option<Barrier>) -> pb::Barrier {
    match barrier {
        None => pb::Barrier::Unspecified,
        Some(Barrier::Tool) => pb::Barrier::Tool,
        Some(Barrier::Reinforcement) => pb::Barrier::Reinforcement,
        Some(Barrier::Awareness) => pb::Barrier::Awareness,
        Some(Barrier::Willingness) => pb::Barrier::Willingness,
        Some(Barrier::Knowledge) => pb::Barrier::Knowledge,
        Some(Barrier::Ability) => pb::Barrier::Ability,
        Some(Barrier::Unclear) => pb::Barrier::Unclear,
    }
}

/// A barrier of the contract; `None` for UNSPECIFIED, an error for a number that it does not have.
pub(crate) fn barrier_of(number: i32) -> Result<Option<Barrier>, ()> {
    let value = pb::Barrier::try_from(number).map_err(|_| ())?;
    Ok(Barrier::ALL.into_iter().find(|b| barrier(Some(*b)) == value))
}

/// Which rule found a team.
pub(crate) fn finding(finding: Finding) -> pb::Finding {
    match finding {
        Finding::Low => pb::Finding::Low,
        Finding::Declining => pb::Finding::Declining,
        Finding::LowAndDeclining => pb::Finding::LowAndDeclining,
    }
}

/// What happened to a flag.
pub(crate) fn event_kind(kind: Kind) -> pb::FlagEventKind {
    match kind {
        Kind::Raised => pb::FlagEventKind::Raised,
        Kind::Explained => pb::FlagEventKind::Explained,
        Kind::Confirmed => pb::FlagEventKind::Confirmed,
        Kind::ConfirmedAutomatically => pb::FlagEventKind::ConfirmedAutomatically,
        Kind::Snoozed => pb::FlagEventKind::Snoozed,
        Kind::Awoken => pb::FlagEventKind::Awoken,
        Kind::Rejected => pb::FlagEventKind::Rejected,
        Kind::Cleared => pb::FlagEventKind::Cleared,
        Kind::Withdrawn => pb::FlagEventKind::Withdrawn,
        Kind::InterventionStarted => pb::FlagEventKind::InterventionStarted,
        Kind::InterventionCompleted => pb::FlagEventKind::InterventionCompleted,
    }
}

/// Who did something.
pub(crate) fn actor(actor: Actor) -> pb::Actor {
    match actor {
        Actor::System => pb::Actor::System,
        Actor::Hr => pb::Actor::Hr,
        Actor::Champion => pb::Actor::Champion,
        Actor::Admin => pb::Actor::Admin,
    }
}

/// Where a flag is.
pub(crate) fn status(status: Status) -> pb::FlagState {
    match status {
        Status::Flagged => pb::FlagState::Flagged,
        Status::Snoozed => pb::FlagState::Snoozed,
        Status::Cleared => pb::FlagState::Cleared,
    }
}

/// Where a team without an open flag stands.
pub(crate) fn state(state: State) -> pb::FlagState {
    match state {
        State::Watch => pb::FlagState::Watch,
        // The rule still finds it, and a person said that this is wrong.
        State::Flagged | State::Cleared => pb::FlagState::Cleared,
    }
}

/// What a person made of a flag.
pub(crate) fn verdict(verdict: Option<Verdict>) -> pb::Verdict {
    match verdict {
        None => pb::Verdict::Unspecified,
        Some(Verdict::Confirmed) => pb::Verdict::Confirmed,
        Some(Verdict::Wrong) => pb::Verdict::Wrong,
    }
}

/// How many people.
pub(crate) fn band(people: u32) -> pb::SizeBand {
    match SizeBand::of(people) {
        None => pb::SizeBand::Unspecified,
        Some(SizeBand::From5) => pb::SizeBand::SizeBand5To9,
        Some(SizeBand::From10) => pb::SizeBand::SizeBand10To19,
        Some(SizeBand::From20) => pb::SizeBand::SizeBand20To49,
        Some(SizeBand::From50) => pb::SizeBand::SizeBand50To99,
        Some(SizeBand::From100) => pb::SizeBand::SizeBand100OrMore,
    }
}

/// Who does a task.
pub(crate) fn assignee(assignee: Assignee) -> pb::TaskAssignee {
    match assignee {
        Assignee::Champion => pb::TaskAssignee::Champion,
        Assignee::Hr => pb::TaskAssignee::Hr,
    }
}

/// What a question of a pulse is about.
pub(crate) fn question(question: Question) -> PulseQuestionKind {
    match question {
        Question::Awareness => PulseQuestionKind::Awareness,
        Question::Willingness => PulseQuestionKind::Willingness,
        Question::Knowledge => PulseQuestionKind::Knowledge,
        Question::Ability => PulseQuestionKind::Ability,
        Question::Reinforcement => PulseQuestionKind::Reinforcement,
    }
}

/// What a challenge is about.
pub(crate) fn measure(measure: Measure) -> ChallengeMeasure {
    match measure {
        Measure::AdoptionIndex => ChallengeMeasure::AdoptionIndex,
        Measure::Breadth => ChallengeMeasure::Breadth,
        Measure::DataQuality => ChallengeMeasure::DataQuality,
    }
}

/// Who is asked in a step.
pub(crate) fn outreach_kind(step: &Step) -> pb::OutreachKind {
    match step {
        Step::Pulse { .. } => pb::OutreachKind::Pulse,
        Step::Committee { .. } => pb::OutreachKind::Committee,
        Step::Visit { .. } => pb::OutreachKind::Visit,
        Step::Challenge { .. } => pb::OutreachKind::Challenge,
        Step::Training { .. } | Step::Task { .. } => pb::OutreachKind::Unspecified,
    }
}

/// Why nobody could be asked.
pub(crate) fn outreach_failure(failure: Option<Failure>) -> pb::OutreachFailure {
    match failure {
        None => pb::OutreachFailure::Unspecified,
        Some(Failure::NoChampion) => pb::OutreachFailure::NoChampion,
        Some(Failure::NoCommittee) => pb::OutreachFailure::NoCommittee,
        Some(Failure::TooFewPeople) => pb::OutreachFailure::TooFewPeople,
        Some(Failure::Refused) => pb::OutreachFailure::Refused,
    }
}

/// How far a step is.
pub(crate) fn state_of_step(state: StepState) -> pb::StepState {
    match state {
        StepState::Open => pb::StepState::Open,
        StepState::Assigned => pb::StepState::Assigned,
        StepState::Done => pb::StepState::Done,
        StepState::Failed => pb::StepState::Failed,
    }
}

/// Whether something is done.
pub(crate) fn step_state(done: bool) -> pb::StepState {
    if done { pb::StepState::Done } else { pb::StepState::Open }
}

/// Why a team cannot be judged, for its status and in words.
pub(crate) fn not_judged(reason: NotJudged) -> (pb::NotJudgedReason, Unknown) {
    match reason {
        NotJudged::TeamTooSmall => (pb::NotJudgedReason::TeamTooSmall, Unknown::TeamTooSmall),
        NotJudged::PositionTooSmall => (pb::NotJudgedReason::PositionTooSmall, Unknown::PositionTooSmall),
        NotJudged::NoExpectedUse => (pb::NotJudgedReason::NoExpectedUse, Unknown::NoExpectedUse),
        NotJudged::TooNew => (pb::NotJudgedReason::TooNew, Unknown::TooNew),
        NotJudged::PositionProblem => (pb::NotJudgedReason::PositionProblem, Unknown::PositionProblem),
    }
}

/// A line of a history.
pub(crate) fn flag_event(time: i64, told: &Told) -> pb::FlagEvent {
    pb::FlagEvent {
        kind: event_kind(told.kind).into(),
        time: Some(instant(time)),
        actor: actor(told.actor).into(),
        note: told.note.clone(),
        barrier: barrier(told.barrier).into(),
        until: optional_day(told.until),
    }
}

/// A fact. Shares and ratios are rounded to 0.05.
pub(crate) fn fact(fact: &KeptFact) -> pb::Fact {
    pb::Fact {
        code: fact_code(fact.code).into(),
        barrier: barrier(Barrier::of(&fact.barrier)).into(),
        state: match fact.known {
            Known::Fired => pb::FactState::Fired,
            Known::NotFired => pb::FactState::NotFired,
            Known::Missing => pb::FactState::Missing,
        }
        .into(),
        value: fact.value.map(|v| (v * 20.0).round() / 20.0),
        threshold: fact.threshold,
    }
}

fn fact_code(code: Code) -> pb::FactCode {
    match code {
        Code::AccessBelow90 => pb::FactCode::AccessBelow90,
        Code::Incident => pb::FactCode::Incident,
        Code::FeedGap => pb::FactCode::FeedGap,
        Code::DeclinedFrom80 => pb::FactCode::DeclinedFrom80,
        Code::TurnoverBelow30 => pb::FactCode::TurnoverBelow30,
        Code::MessageOpenedBelow60 => pb::FactCode::MessageOpenedBelow60,
        Code::PulseAwarenessLow => pb::FactCode::PulseAwarenessLow,
        Code::EverUsedBelow50 => pb::FactCode::EverUsedBelow50,
        Code::NegativeFeedback => pb::FactCode::NegativeFeedback,
        Code::PulseWillingnessLow => pb::FactCode::PulseWillingnessLow,
        Code::EnrolledBelow50 => pb::FactCode::EnrolledBelow50,
        Code::TrainedBelow70 => pb::FactCode::TrainedBelow70,
        Code::DeclinedWithTurnover => pb::FactCode::DeclinedWithTurnover,
        Code::Trained70 => pb::FactCode::Trained70,
        Code::EverUsedBelow60 => pb::FactCode::EverUsedBelow60,
        Code::BreadthBelow60 => pb::FactCode::BreadthBelow60,
        Code::DataErrorsHigh => pb::FactCode::DataErrorsHigh,
        Code::HelpRequestsHigh => pb::FactCode::HelpRequestsHigh,
    }
}

/// An evaluation on demand.
pub(crate) fn run(organization: &str, run: &Run) -> pb::EvaluationRun {
    use crate::names::{ApplicationName, EvaluationRunName};
    pb::EvaluationRun {
        name: EvaluationRunName::new(organization, &run.id).to_string(),
        application: ApplicationName::new(organization, &run.application).to_string(),
        start_day: from_days(run.start_day).to_string(),
        end_day: from_days(run.end_day).to_string(),
        state: match run.state.as_str() {
            "PENDING" => pb::EvaluationState::Pending,
            "RUNNING" => pb::EvaluationState::Running,
            "DONE" => pb::EvaluationState::Done,
            _ => pb::EvaluationState::Empty,
        }
        .into(),
        days_done: run.days_done,
        days_total: if run.state == "EMPTY" { 0 } else { run.end_day - run.start_day + 1 },
        teams_judged: run.teams_judged,
        flags_open: run.flags_open,
        create_time: Some(instant(run.create_time)),
        end_time: run.end_time.map(instant),
    }
}
