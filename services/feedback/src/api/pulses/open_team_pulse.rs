//! `OpenTeamPulse`: a few questions to a team, as a playbook asks.

use kit::{
    auth::Caller,
    contract::reference,
    directory,
    error::Error,
    localize::Text,
    name::OrganizationName,
    request_id::RequestId,
    violation::{Rule, Violations},
};
use proto::feedback::v1::{OpenTeamPulseRequest, Pulse};
use tonic::{Request, Response};

use super::{convert, edit};
use crate::{
    Feedback, asking,
    domain::pulse::{
        Pulse as Draft, PulseState,
        audience::Audience,
        question::{Kind, Question},
        schedule::Schedule,
    },
    names::{ApplicationName, PositionName, TeamName},
    store,
};

/// The kinds with usual words, each of which is asked once at most.
const USUAL: &[&str] = &[
    "PULSE_QUESTION_KIND_AWARENESS",
    "PULSE_QUESTION_KIND_WILLINGNESS",
    "PULSE_QUESTION_KIND_KNOWLEDGE",
    "PULSE_QUESTION_KIND_ABILITY",
    "PULSE_QUESTION_KIND_REINFORCEMENT",
];
const MOST_QUESTIONS: usize = USUAL.len();
/// The days that a team has to answer.
const OPEN_DAYS: u32 = 7;

pub(super) async fn open_team_pulse(
    s: &Feedback,
    request: Request<OpenTeamPulseRequest>,
) -> Result<Response<Pulse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let now = s.clock.now();
    let mut v = who.violations();
    v.required("request_id", &request.request_id);
    let team = reference::<TeamName>(&mut v, "team", &o, &request.team).map(|n| n.team).unwrap_or_default();
    let application = reference::<ApplicationName>(&mut v, "application", &o, &request.application);
    let positions = request.positions.iter().enumerate();
    let positions = positions
        .filter_map(|(i, p)| reference::<PositionName>(&mut v, &format!("positions[{i}]"), &o, p))
        .map(|n| n.position)
        .collect();
    let kinds = kinds(&mut v, &request.kinds);

    let once = RequestId::new(&o, "OpenTeamPulse", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let display_name = directory::team(&tx, &o, &team).await?.map(|t| t.display_name);
    if display_name.is_none() {
        v.add("team", &request.team, Rule::NotFound);
    }
    let audience = Audience { teams: vec![team], positions, sites: Vec::new() };
    edit::look_up(&tx, &mut v, "audience", &o, &audience).await?;
    v.check()?;
    let today = store::days::today(&tx, &o, now).await?;
    let mut pulse = Draft {
        id: s.ids.next(),
        title: title(&display_name.unwrap_or_default(), kinds.len()),
        application: application.map(|n| n.application),
        questions: kinds.into_iter().enumerate().map(question).collect(),
        audience,
        schedule: Schedule { first_day: None, open_days: OPEN_DAYS, every_weeks: 0, rounds: 1 },
        state: PulseState::Draft,
        rounds_begun: 0,
        create_time: now,
        revision: 1,
    };
    pulse.open(today)?;
    asking::begin_round(s, &tx, &o, &mut pulse, today).await?;
    store::pulse::save(&tx, &o, &pulse).await?;
    let reply = convert::view(s, &tx, &o, &pulse).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// What the questions are about; only those with usual words.
fn kinds(v: &mut Violations, given: &[i32]) -> Vec<Kind> {
    if given.is_empty() {
        return vec![Kind::Willingness, Kind::Ability];
    }
    let mut kinds = Vec::new();
    for (i, number) in given.iter().enumerate().take(MOST_QUESTIONS + 1) {
        let field = format!("kinds[{i}]");
        match convert::kind_of(*number).filter(|k| !k.is_own()) {
            None => v.add(field, number, Rule::unknown_value(USUAL)),
            Some(kind) if kinds.contains(&kind) => {
                v.add(field, convert::kind(kind).as_str_name(), Rule::Duplicate);
            }
            Some(kind) => kinds.push(kind),
        }
    }
    v.count("kinds", given.len(), MOST_QUESTIONS);
    kinds
}

fn question((index, kind): (usize, Kind)) -> Question {
    Question {
        id: format!("q{}", index + 1),
        kind,
        text: kind.usual_words(),
        choices: Vec::new(),
        required: true,
    }
}

fn title(team: &str, questions: usize) -> Text {
    // The team's name may be in another script than the sentence, so it is kept apart.
    let team = format!("\u{2068}{team}\u{2069}");
    match questions {
        1 => Text {
            en: format!("A question for {team}"),
            fa: format!("یک پرسش از {team}"),
            ar: format!("سؤال لفريق {team}"),
        },
        2 => Text {
            en: format!("Two questions for {team}"),
            fa: format!("دو پرسش از {team}"),
            ar: format!("سؤالان لفريق {team}"),
        },
        _ => Text {
            en: format!("A few questions for {team}"),
            fa: format!("چند پرسش از {team}"),
            ar: format!("بضعة أسئلة لفريق {team}"),
        },
    }
}
