//! Asks identity for the roles of terms that changed, and training to enrol whoever both said yes about. Asking twice is one
//! effect, so that a crash in between loses nothing and doubles nothing.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    error::Error,
    module::{Job, Progress},
};
use proto::{
    identity::v1::{
        GrantChampionTeamsRequest, WithdrawChampionTeamsRequest, person_service_client::PersonServiceClient,
    },
    training::v1::{EnrollVolunteerRequest, evidence_service_client::EvidenceServiceClient},
};
use tonic::Code;

use crate::{
    Champions,
    api::convert,
    domain::{
        champion::{Change, change},
        nomination::Nomination,
    },
    names::{CurriculumName, TeamName},
    store,
};

/// Terms and nominations of one step.
const BATCH: u64 = 50;

/// The job.
pub(super) struct Sync(pub(super) Champions);

#[async_trait]
impl Job for Sync {
    fn name(&self) -> &'static str {
        "champions.sync"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.sync_every_seconds)
    }

    async fn run(&self, _: Timestamp) -> Result<Progress, Error> {
        let s = &self.0;
        let mut worked = false;
        for (o, id) in store::champion::pending(s.db.read(), BATCH).await? {
            match tell_identity(s, &o, &id).await {
                Ok(()) => worked = true,
                Err(error) => tracing::warn!(%error, "identity was not told of a term, and will be"),
            }
        }
        for (o, nomination) in store::nomination::to_enroll(s.db.read(), BATCH).await? {
            match enroll(s, &o, &nomination).await {
                Ok(()) => worked = true,
                Err(error) => {
                    tracing::warn!(%error, "training did not enrol a nominee, and will be asked again");
                }
            }
        }
        Ok(if worked { Progress::Worked } else { Progress::Idle })
    }
}

async fn tell_identity(s: &Champions, o: &str, id: &str) -> Result<(), Error> {
    let Some(term) = store::champion::load(s.db.read(), o, id).await? else { return Ok(()) };
    let others = store::champion::of_person(s.db.read(), o, &term.person).await?;
    let change = change(&term, &others);
    let granted = ask_identity(s, o, &term.person, &format!("{id}-{}", term.attempt), &change).await?;

    let tx = s.db.begin().await?;
    let Some(mut now) = store::champion::load(&tx, o, id).await? else { return Ok(()) };
    let taken =
        |team: &String| change.withdraw.contains(team) || change.hand_over.iter().any(|(_, t)| t == team);
    now.granted.retain(|team| !taken(team));
    now.granted.extend(granted);
    now.pending = now.attempt != term.attempt; // changed while identity was asked: once more
    store::champion::save(&tx, o, &now).await?;
    for (heir, team) in change.hand_over {
        if let Some(mut heir) = store::champion::load(&tx, o, &heir).await?
            && !heir.granted.contains(&team)
        {
            heir.granted.push(team);
            store::champion::save(&tx, o, &heir).await?;
        }
    }
    store::roster::mark(&tx, o).await?;
    tx.commit().await
}

/// The teams that identity gave the role for.
async fn ask_identity(
    s: &Champions,
    o: &str,
    person: &str,
    request_id: &str,
    change: &Change,
) -> Result<Vec<String>, Error> {
    let name = convert::person(o, person);
    let names = |teams: &[String]| teams.iter().map(|t| TeamName::new(o, t).to_string()).collect::<Vec<_>>();
    let mut client = PersonServiceClient::new(s.others(o));
    if !change.withdraw.is_empty() {
        let request = WithdrawChampionTeamsRequest { name: name.clone(), teams: names(&change.withdraw) };
        client.withdraw_champion_teams(request).await?;
    }
    if change.grant.is_empty() {
        return Ok(Vec::new());
    }
    let request =
        GrantChampionTeamsRequest { name, teams: names(&change.grant), request_id: request_id.to_owned() };
    let granted = client.grant_champion_teams(request).await?.into_inner().granted_teams;
    Ok(granted.iter().filter_map(|t| t.parse::<TeamName>().ok()).map(|n| n.team).collect())
}

async fn enroll(s: &Champions, o: &str, nomination: &Nomination) -> Result<(), Error> {
    let programme = store::programme::load(s.db.read(), o, &nomination.programme).await?;
    if let Some(curriculum) = programme.and_then(|p| p.curriculum) {
        let request = EnrollVolunteerRequest {
            curriculum: CurriculumName::new(o, curriculum).to_string(),
            person: convert::person(o, &nomination.nominee),
        };
        match EvidenceServiceClient::new(s.others(o)).enroll_volunteer(request).await {
            // A curriculum that is gone or archived has nothing to enrol in; HR sees so when appointing.
            Err(status) if !matches!(status.code(), Code::NotFound | Code::FailedPrecondition) => {
                return Err(status.into());
            }
            Err(_) | Ok(_) => {}
        }
    }
    let tx = s.db.begin().await?;
    if let Some(mut now) = store::nomination::load(&tx, o, &nomination.id).await? {
        now.enrolled = true;
        store::nomination::save(&tx, o, &now).await?;
    }
    tx.commit().await
}
