//! The users' committee: it is founded, invites, meets and writes down what it decided.

use proto::feedback::v1::{
    Committee, CommitteeKind, CommitteeMember, CommitteeRole, CreateCommitteeRequest,
    committee_service_client::CommitteeServiceClient,
};
use serde::Deserialize;

use super::{
    folk::{self, Folk, parent},
    meeting,
    script::{Text, coded, count},
};
use crate::import::in_words;

/// What the committee is remembered as.
pub(super) const COMMITTEE: &str = "committee";

/// The committee and its meetings.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    founded: i32,
    last: i32,
    kind: String,
    departments: Vec<String>,
    quorum_percent: usize,
    title: Text,
    purpose: Text,
    member: Vec<Member>,
    meeting: Vec<meeting::Gathering>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Member {
    who: String,
    role: Option<String>,
}

impl Script {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        if day == self.founded {
            self.found(folk).await?;
        }
        for one in &self.meeting {
            let members = self.member.iter().map(|m| m.who.as_str());
            Box::pin(one.live(folk, members, day)).await?;
        }
        Ok(())
    }

    async fn found(&self, folk: &Folk) -> anyhow::Result<()> {
        let kind = CommitteeKind::from_str_name(&format!("COMMITTEE_KIND_{}", self.kind));
        let committee = Committee {
            title: Some(self.title.localized()),
            purpose: Some(self.purpose.localized()),
            kind: coded(kind, &self.kind)?.into(),
            application: folk.application.clone(),
            teams: folk.team_names(&self.departments)?,
            end_day: folk::date(self.last).to_string(),
            quorum_percent: count(self.quorum_percent),
            ..Committee::default()
        };
        let mut members = Vec::new();
        for member in &self.member {
            let role = member.role.as_deref().unwrap_or("MEMBER");
            members.push(CommitteeMember {
                person: folk.name(&member.who)?,
                role: coded(CommitteeRole::from_str_name(&format!("COMMITTEE_ROLE_{role}")), role)?.into(),
                ..CommitteeMember::default()
            });
        }
        let request = CreateCommitteeRequest {
            parent: parent(),
            committee: Some(committee),
            members,
            request_id: String::new(),
        };
        let mut client = CommitteeServiceClient::new(folk.way("hr")?);
        let made = client.create_committee(request).await.map_err(in_words)?.into_inner();
        folk.keep(COMMITTEE, made.name);
        Ok(())
    }
}
