//! A flag as it is answered.

use kit::{db::time::from_days, directory::TeamTree, error::Error};
use proto::adoption::v1 as pb;
use sea_orm::ConnectionTrait;

use crate::{
    Adoption,
    api::convert,
    domain::{
        flag::Flag,
        sentence::{self, Unknown},
    },
    names::{ApplicationName, FlagName, InterventionName, PositionName, TeamName},
    store,
};

/// The etag of a version.
pub(in crate::api) fn etag(version: i64) -> String {
    version.to_string()
}

/// Without facts and history, for lists.
pub(in crate::api) fn short(organization: &str, tree: &TeamTree, flag: &Flag) -> pb::Flag {
    let figures = &flag.figures;
    let sentence =
        figures.sentence(Some(flag.finding)).unwrap_or_else(|| sentence::unknown(Unknown::TeamTooSmall));
    pb::Flag {
        name: FlagName::new(organization, &flag.id).to_string(),
        team: TeamName::new(organization, &flag.anchor).to_string(),
        team_display_name: Adoption::team_name(tree, &flag.anchor),
        members: flag.members.iter().map(|m| TeamName::new(organization, m).to_string()).collect(),
        application: ApplicationName::new(organization, &flag.application).to_string(),
        position: PositionName::new(organization, &flag.position).to_string(),
        state: convert::status(flag.status).into(),
        finding: convert::finding(flag.finding).into(),
        raised_day: from_days(flag.raised_day).to_string(),
        cleared_day: convert::optional_day(flag.cleared_day),
        sentence: Some(sentence.into()),
        certainty: f64::from(crate::domain::figures::percent_sure(figures.certainty())) / 100.0,
        index: figures.shown_index(),
        size_band: convert::band(figures.people).into(),
        proposed_barrier: convert::barrier(flag.proposed).into(),
        barrier: convert::barrier(flag.barrier).into(),
        verdict: convert::verdict(flag.verdict).into(),
        snoozed_until: convert::optional_day(flag.snoozed_until),
        facts: Vec::new(),
        facts_time: flag.facts_time.map(convert::instant),
        history: Vec::new(),
        interventions: Vec::new(),
        etag: etag(flag.version),
    }
}

/// With everything.
pub(in crate::api) async fn whole<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    tree: &TeamTree,
    flag: &Flag,
) -> Result<pb::Flag, Error> {
    let filter = store::intervention::Filter { flag: Some(&flag.id), limit: 100, ..Default::default() };
    let interventions = store::intervention::list(db, organization, &filter).await?;
    let history = store::flag_event::of(db, organization, &flag.id).await?;
    Ok(pb::Flag {
        facts: flag.facts.iter().map(convert::fact).collect(),
        history: history.iter().map(|(time, told)| convert::flag_event(*time, told)).collect(),
        interventions: interventions
            .iter()
            .rev()
            .map(|i| InterventionName::new(organization, &i.id).to_string())
            .collect(),
        ..short(organization, tree, flag)
    })
}
