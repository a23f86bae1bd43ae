//! `GetDecisionEffect`: what happened to the usage of the teams that asked.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::{auth::Caller, contract::localized, directory, error::Error};
use proto::feedback::v1::{
    AskingTeam, AskingTeamWeek, DecisionEffect, GetDecisionEffectRequest, NoFiguresReason,
};
use tonic::{Request, Response};

use super::finding::find;
use crate::{
    Feedback,
    domain::{
        effect::{self, MAX_TEAMS, Silence, VOTERS, Week},
        outcome::{Kind, Outcome},
    },
    error::{Reason, Refuse},
    names::{ApplicationName, OutcomeName, TeamName},
    store,
};

pub(super) async fn get_decision_effect(
    s: &Feedback,
    request: Request<GetDecisionEffectRequest>,
) -> Result<Response<DecisionEffect>, Error> {
    let who = Caller::of(&request)?;
    let name: OutcomeName = who.parse("name", &request.get_ref().name)?;
    let (o, db) = (&name.organization, s.db.read());
    let (outcome, _) = find(s, db, &who, &name).await?;
    if outcome.kind != Kind::Decision {
        return Err(Reason::NotADecision.refuse("the outcome is not a decision"));
    }
    let today = s.today(db, o).await?;
    let decided = store::days::today(db, o, outcome.create_time).await?;
    let ready = effect::ready_day(decided);
    let tree = directory::teams(db, o).await?;
    let mut teams = Vec::new();
    for (team, application) in asking(s, o, &outcome).await? {
        let found = look(s, o, &team, &application, decided, today).await?;
        let (weeks, reason) = match found {
            Ok(weeks) => (weeks, NoFiguresReason::Unspecified),
            Err(Silence::Flagged) => (Vec::new(), NoFiguresReason::Flagged),
            Err(Silence::NotPublished) => (Vec::new(), NoFiguresReason::NotPublished),
            Err(Silence::TooEarly) => (Vec::new(), NoFiguresReason::TooEarly),
        };
        teams.push(AskingTeam {
            display_name: tree.get(&team).map(|t| t.display_name.clone()).unwrap_or_default(),
            team: TeamName::new(o, team).to_string(),
            application: ApplicationName::new(o, application).to_string(),
            no_figures_reason: reason.into(),
            weeks: weeks.iter().map(|w| week(w, decided)).collect(),
        });
    }
    Ok(Response::new(DecisionEffect {
        outcome: name.to_string(),
        decided_day: decided.to_string(),
        ready_day: ready.to_string(),
        ready: today >= ready,
        teams,
        explanation: localized(&effect::explanation()),
    }))
}

/// The teams that asked, each with the application that it asked about.
async fn asking(s: &Feedback, o: &str, decision: &Outcome) -> Result<Vec<(String, String)>, Error> {
    let db = s.db.read();
    let ids: Vec<String> = decision.proposals.iter().map(|p| p.proposal.clone()).collect();
    let mut by_application = BTreeMap::<String, Vec<String>>::new();
    for proposal in store::proposal::all_of(db, o, &ids).await? {
        by_application.entry(proposal.draft.application).or_default().push(proposal.id);
    }
    let mut all = Vec::new();
    for (application, proposals) in by_application {
        for team in store::asking_team::of(db, o, &proposals, VOTERS).await? {
            all.push((team, application.clone()));
        }
    }
    all.truncate(MAX_TEAMS);
    Ok(all)
}

async fn look(
    s: &Feedback,
    o: &str,
    team: &str,
    application: &str,
    decided: Date,
    today: Date,
) -> Result<Result<Vec<Week>, Silence>, Error> {
    if today < effect::ready_day(decided) {
        return Ok(Err(Silence::TooEarly));
    }
    let (weeks, flags) = s
        .team_weeks(o, team, application, effect::weeks_back(decided, today))
        .await
        .map_err(|e| Error::Upstream(Box::new(e)))?;
    Ok(effect::weeks(decided, today, weeks, &flags))
}

fn week(week: &Week, decided: Date) -> AskingTeamWeek {
    AskingTeamWeek {
        start_day: week.start.to_string(),
        rate: week.rate,
        expected_rate: week.expected,
        after: week.start > decided,
    }
}
