//! Between the contract and the domain.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::{
    contract::{count, etag, instant, localized},
    error::Error,
    privacy::FLOOR,
};
use proto::feedback::v1 as pb;

use crate::{
    Feedback,
    domain::pulse::{
        Pulse, PulseState, Refusal, Round,
        audience::Audience,
        question::{Kind, Question},
        schedule::Schedule,
    },
    error::{Reason, Refuse},
    names::{ApplicationName, PositionName, PulseName, PulseRoundName, SiteName, TeamName},
    store::{self, ConnectionTrait},
};

/// The kinds of questions in both worlds.
const KINDS: [(Kind, pb::PulseQuestionKind); 8] = [
    (Kind::Awareness, pb::PulseQuestionKind::Awareness),
    (Kind::Willingness, pb::PulseQuestionKind::Willingness),
    (Kind::Knowledge, pb::PulseQuestionKind::Knowledge),
    (Kind::Ability, pb::PulseQuestionKind::Ability),
    (Kind::Reinforcement, pb::PulseQuestionKind::Reinforcement),
    (Kind::Scale, pb::PulseQuestionKind::Scale),
    (Kind::Choice, pb::PulseQuestionKind::Choice),
    (Kind::Text, pb::PulseQuestionKind::Text),
];

/// A kind of the contract; `None` for one that does not exist.
pub(super) fn kind_of(number: i32) -> Option<Kind> {
    KINDS.into_iter().find(|(_, k)| *k as i32 == number).map(|(kind, _)| kind)
}

/// A kind.
pub(crate) fn kind(kind: Kind) -> pb::PulseQuestionKind {
    KINDS.into_iter().find(|(k, _)| *k == kind).map_or(pb::PulseQuestionKind::Unspecified, |(_, k)| k)
}

/// A question.
pub(super) fn question(question: &Question) -> pb::PulseQuestion {
    pb::PulseQuestion {
        id: question.id.clone(),
        kind: kind(question.kind).into(),
        text: localized(&question.text),
        choices: question.choices.iter().map(Into::into).collect(),
        required: question.required,
    }
}

fn audience(o: &str, audience: &Audience) -> pb::PulseAudience {
    pb::PulseAudience {
        teams: audience.teams.iter().map(|t| TeamName::new(o, t).to_string()).collect(),
        positions: audience.positions.iter().map(|p| PositionName::new(o, p).to_string()).collect(),
        sites: audience.sites.iter().map(|s| SiteName::new(o, s).to_string()).collect(),
    }
}

fn schedule(schedule: &Schedule) -> pb::PulseSchedule {
    pb::PulseSchedule {
        first_day: schedule.first_day.map(|d| d.to_string()).unwrap_or_default(),
        open_days: count(schedule.open_days),
        every_weeks: count(schedule.every_weeks),
        rounds: count(schedule.rounds),
    }
}

fn round(o: &str, pulse: &str, round: &Round, today: Date) -> pb::PulseRound {
    pb::PulseRound {
        name: PulseRoundName::new(o, pulse, round.number.to_string()).to_string(),
        open_day: round.open_day.to_string(),
        close_day: round.close_day.to_string(),
        open: round.is_open(today),
        asked: count(round.asked),
        spared: count(round.spared),
        // How many answered an open round grows by one person at a time.
        answered: (round.is_over(today) && round.answered >= FLOOR).then(|| count(round.answered)),
    }
}

fn pulse(o: &str, pulse: &Pulse, rounds: &[Round], today: Date) -> pb::Pulse {
    pb::Pulse {
        name: PulseName::new(o, &pulse.id).to_string(),
        title: localized(&pulse.title),
        application: pulse
            .application
            .as_ref()
            .map(|a| ApplicationName::new(o, a).to_string())
            .unwrap_or_default(),
        questions: pulse.questions.iter().map(question).collect(),
        audience: Some(audience(o, &pulse.audience)),
        schedule: Some(schedule(&pulse.schedule)),
        state: match pulse.state {
            PulseState::Draft => pb::PulseState::Draft,
            PulseState::Open => pb::PulseState::Open,
            PulseState::Closed => pb::PulseState::Closed,
        }
        .into(),
        rounds: rounds.iter().map(|r| round(o, &pulse.id, r, today)).collect(),
        create_time: instant(pulse.create_time),
        etag: etag(pulse.revision),
    }
}

/// Pulses with their rounds.
pub(super) async fn view_many<C: ConnectionTrait>(
    s: &Feedback,
    db: &C,
    o: &str,
    pulses: &[Pulse],
) -> Result<Vec<pb::Pulse>, Error> {
    let today = store::days::today(db, o, s.clock.now()).await?;
    let ids: Vec<String> = pulses.iter().map(|p| p.id.clone()).collect();
    let rounds: BTreeMap<String, Vec<Round>> = store::pulse_round::of_pulses(db, o, &ids).await?;
    let view = |p: &Pulse| pulse(o, p, rounds.get(&p.id).map_or(&[], Vec::as_slice), today);
    Ok(pulses.iter().map(view).collect())
}

/// A pulse with its rounds.
pub(super) async fn view<C: ConnectionTrait>(
    s: &Feedback,
    db: &C,
    o: &str,
    found: &Pulse,
) -> Result<pb::Pulse, Error> {
    let today = store::days::today(db, o, s.clock.now()).await?;
    let rounds = store::pulse_round::of_pulses(db, o, std::slice::from_ref(&found.id)).await?;
    Ok(pulse(o, found, rounds.get(&found.id).map_or(&[], Vec::as_slice), today))
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::NotDraft => Reason::PulseNotDraft.refuse("people were asked already"),
            Refusal::StillDraft => Reason::PulseIsDraft.refuse("nobody was asked yet"),
            Refusal::Closed => Reason::PulseOver.refuse("the pulse is over"),
        }
    }
}
