//! How champions are found: somebody nominates, the nominee says yes, the manager consents, the nominee learns, HR appoints.

use proto::champions::v1::{
    AcceptNominationRequest, AppointChampionRequest, CreateNominationRequest, DecideNominationRequest,
    GetNominationRequest, NominationState, champion_service_client::ChampionServiceClient,
    nomination_service_client::NominationServiceClient,
};
use serde::Deserialize;

use super::{
    folk::{self, Folk, parent},
    training,
};
use crate::import::in_words;

/// What the programme is remembered as.
pub(super) const PROGRAMME: &str = "programme";

/// Somebody who became a champion.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Found {
    who: String,
    day: i32,
    /// Oneself, a colleague or the manager.
    by: String,
    reason: String,
    teams: Vec<String>,
    #[serde(default)]
    focus: Vec<String>,
    /// The last day of the term; as the programme says when there is none.
    last: Option<i32>,
}

/// Somebody who did not, or not yet.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Waiting {
    who: String,
    day: i32,
    by: String,
    reason: String,
    /// Whether the nominee said yes.
    #[serde(default)]
    accepted: bool,
    /// Whether the manager consented, so that the nominee has begun to learn.
    #[serde(default)]
    consented: bool,
    /// What the manager said against it.
    declined: Option<String>,
}

/// What a champion is remembered as.
pub(super) fn champion_key(who: &str) -> String {
    format!("champion/{who}")
}

fn key(who: &str) -> String {
    format!("nomination/{who}")
}

impl Found {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        match day - self.day {
            0 => nominate(folk, &self.who, &self.by, &self.reason).await,
            1 => accept(folk, &self.who).await,
            2 => decide(folk, &self.who, None).await,
            3 => {
                training::learn(folk, &self.who, day).await?;
                self.appoint(folk).await
            }
            _ => Ok(()),
        }
    }

    async fn appoint(&self, folk: &Folk) -> anyhow::Result<()> {
        let request = AppointChampionRequest {
            nomination: folk.made(&key(&self.who))?,
            teams: folk.team_names(&self.teams)?,
            focus_areas: self.focus.clone(),
            end_day: self.last.map(|day| folk::date(day).to_string()).unwrap_or_default(),
        };
        let mut client = ChampionServiceClient::new(folk.way("hr")?);
        let made = client.appoint_champion(request).await.map_err(in_words)?.into_inner();
        folk.keep(champion_key(&self.who), made.name);
        Ok(())
    }
}

impl Waiting {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        match day - self.day {
            0 => nominate(folk, &self.who, &self.by, &self.reason).await,
            1 if self.accepted => accept(folk, &self.who).await,
            2 if self.consented => decide(folk, &self.who, None).await,
            3 if self.declined.is_some() => decide(folk, &self.who, self.declined.as_deref()).await,
            _ => Ok(()),
        }
    }
}

async fn nominate(folk: &Folk, who: &str, by: &str, reason: &str) -> anyhow::Result<()> {
    let request = CreateNominationRequest {
        parent: parent(),
        programme: folk.made(PROGRAMME)?,
        nominee: folk.name(who)?,
        reason: reason.to_owned(),
        request_id: String::new(),
    };
    let mut client = NominationServiceClient::new(folk.way(by)?);
    let made = client.create_nomination(request).await.map_err(in_words)?.into_inner();
    folk.keep(key(who), made.name);
    Ok(())
}

async fn accept(folk: &Folk, who: &str) -> anyhow::Result<()> {
    let request = AcceptNominationRequest { name: folk.made(&key(who))? };
    NominationServiceClient::new(folk.way(who)?).accept_nomination(request).await.map_err(in_words)?;
    Ok(())
}

/// The manager consents or declines; HR where there is none. Who nominated as the manager has consented already.
async fn decide(folk: &Folk, who: &str, declined: Option<&str>) -> anyhow::Result<()> {
    let name = folk.made(&key(who))?;
    let mut hr = NominationServiceClient::new(folk.way("hr")?);
    let request = GetNominationRequest { name: name.clone() };
    let nomination = hr.get_nomination(request).await.map_err(in_words)?.into_inner();
    if nomination.state() != NominationState::AwaitingConsent {
        return Ok(());
    }
    let request = DecideNominationRequest {
        name,
        consent: declined.is_none(),
        decline_reason: declined.unwrap_or_default().to_owned(),
    };
    let mut manager = if nomination.manager.is_empty() {
        hr
    } else {
        NominationServiceClient::new(folk.way_named(&nomination.manager))
    };
    manager.decide_nomination(request).await.map_err(in_words)?;
    Ok(())
}
