//! `GetPulseResults`: what was answered in rounds that are over, never about fewer than five people.

use std::collections::{BTreeMap, BTreeSet};

use kit::{
    auth::Caller,
    contract::count,
    directory::{self, TeamTree},
    error::Error,
    name::ResourceName,
    privacy::FLOOR,
};
use proto::{
    access::v1::Role,
    feedback::v1::{
        GetPulseResultsRequest, PulseCount, PulseGroup, PulseMean, PulseQuestionResult, PulseResults,
        PulseTeamResult,
    },
};
use tonic::{Request, Response};

use super::convert;
use crate::{
    Feedback,
    domain::pulse::{
        Pulse, Round,
        question::Question,
        results::{Mean, Parents, Reply, Tally, by_team, tally, tellable},
        spread::Group,
    },
    names::{PulseName, PulseRoundName, TeamName},
    store,
};

pub(super) async fn get_pulse_results(
    s: &Feedback,
    request: Request<GetPulseResultsRequest>,
) -> Result<Response<PulseResults>, Error> {
    let who = Caller::of(&request)?;
    let (name, number) = wanted(&who, &request.get_ref().name)?;
    let (o, db) = (&name.organization, s.db.read());

    let pulse = store::pulse::load(db, o, &name.pulse).await?.ok_or_else(|| Error::not_found(&name))?;
    let today = store::days::today(db, o, s.clock.now()).await?;
    let mut rounds = store::pulse_round::of_pulses(db, o, std::slice::from_ref(&pulse.id))
        .await?
        .remove(&pulse.id)
        .unwrap_or_default();
    if let Some(number) = number {
        rounds.retain(|r| r.number == number);
        if rounds.is_empty() {
            return Err(Error::not_found(&request.get_ref().name));
        }
    }
    rounds.retain(|r| r.is_over(today));
    let mut replies = Vec::new();
    for round in &rounds {
        replies.push(store::pulse_reply::of_round(db, o, &pulse.id, round.number).await?);
    }
    let replies = tellable(replies);
    let tree = directory::teams(db, o).await?;
    let everything = who.has_any(&[Role::Hr, Role::Trainer, Role::Sponsor]);
    let own = (!everything).then(|| tree.subtree_of(who.champion_of()).into_iter().collect());

    Ok(Response::new(results(o, &pulse, &rounds, &replies, &tree, own.as_ref())))
}

/// The pulse, and one of its rounds where that was asked for.
fn wanted(who: &Caller, text: &str) -> Result<(PulseName, Option<u32>), Error> {
    if text.parse::<PulseRoundName>().is_err() {
        return Ok((who.parse("name", text)?, None));
    }
    let round: PulseRoundName = who.parse("name", text)?;
    let number = round.round.parse().map_err(|_| Error::not_found(&round))?;
    Ok((PulseName::new(round.organization(), &round.pulse), Some(number)))
}

/// `own`: the teams that the caller may see; everything where it is `None`.
fn results(
    o: &str,
    pulse: &Pulse,
    rounds: &[Round],
    replies: &[Vec<Reply>],
    tree: &TeamTree,
    own: Option<&BTreeSet<String>>,
) -> PulseResults {
    let answered: usize = replies.iter().map(Vec::len).sum();
    let parents: Parents = tree.iter().map(|t| (t.id.clone(), t.parent.clone())).collect();
    let tallies = if own.is_none() { tally(&pulse.questions, replies, &parents) } else { Vec::new() };
    let told = pulse.questions.iter().zip(tallies).filter_map(|(q, t)| Some(question(q, t?)));
    PulseResults {
        pulse: PulseName::new(o, &pulse.id).to_string(),
        asked: if own.is_none() { rounds.iter().map(|r| count(r.asked)).sum() } else { 0 },
        answered: (own.is_none() && answered >= FLOOR as usize).then(|| kit::contract::len(answered)),
        questions: told.collect(),
        teams: teams(o, pulse, replies, tree, &parents, own),
    }
}

fn question(question: &Question, tally: Tally) -> PulseQuestionResult {
    let single = tally.groups.iter().all(|g| g.from == g.to);
    let given = tally.groups.iter().filter(|g| single && g.people > 0);
    let group = |g: &Group| PulseGroup { from: g.from, to: g.to, people: count(g.people) };
    PulseQuestionResult {
        question: Some(convert::question(question)),
        people: count(tally.people),
        mean: tally.mean,
        counts: given.map(|g| PulseCount { value: g.from, people: count(g.people) }).collect(),
        groups: tally.groups.iter().map(group).collect(),
        texts: tally.texts,
    }
}

fn teams(
    o: &str,
    pulse: &Pulse,
    replies: &[Vec<Reply>],
    tree: &TeamTree,
    parents: &Parents,
    own: Option<&BTreeSet<String>>,
) -> Vec<PulseTeamResult> {
    let mut means = BTreeMap::<String, Vec<(String, Mean)>>::new();
    for question in pulse.questions.iter().filter(|q| q.kind.has_score()) {
        for (team, mean) in by_team(&question.id, replies, parents) {
            means.entry(team).or_default().push((question.id.clone(), mean));
        }
    }
    let visible = means.into_iter().filter(|(team, _)| own.is_none_or(|own| own.contains(team)));
    let mut all: Vec<PulseTeamResult> = visible
        .map(|(team, means)| PulseTeamResult {
            team: TeamName::new(o, &team).to_string(),
            team_display_name: tree.get(&team).map(|t| t.display_name.clone()).unwrap_or_default(),
            people: means.iter().map(|(_, m)| count(m.people)).max().unwrap_or_default(),
            means: means
                .into_iter()
                .filter_map(|(question, m)| {
                    Some(PulseMean { question, mean: m.value()?, people: count(m.people) })
                })
                .collect(),
        })
        .collect();
    all.sort_by(|a, b| a.team_display_name.cmp(&b.team_display_name));
    all
}
