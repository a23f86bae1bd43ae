//! What people propose, and what becomes of it.

use std::collections::BTreeMap;

use proto::feedback::v1::{
    ApproveContentRequest, CreateCommentRequest, CreateProposalRequest, MentionedPerson,
    MergeProposalsRequest, Proposal, ProposalComment, ProposalKind, ProposalStatus, ProposalTopic,
    SetProposalStatusRequest, SetProposalTagsRequest, SubmitAnonymousProposalRequest, Tone,
    VoteProposalRequest, anonymous_service_client::AnonymousServiceClient,
    moderation_service_client::ModerationServiceClient,
    proposal_comment_service_client::ProposalCommentServiceClient,
    proposal_service_client::ProposalServiceClient,
};
use rand::RngCore;
use serde::Deserialize;

use super::{
    folk::{self, Folk, parent},
    script::{Said, coded},
};
use crate::{demo::world::Person, import::in_words};

/// The files: each city writes in its own language.
const FILES: [&str; 3] = [
    include_str!("texts/proposals-en.toml"),
    include_str!("texts/proposals-fa.toml"),
    include_str!("texts/proposals-ar.toml"),
];

/// All proposals of the history.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    proposal: Vec<Written>,
}

/// One proposal, as it is written in the script.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    key: String,
    pub(super) day: i32,
    pub(super) by: String,
    #[serde(default)]
    anonymous: bool,
    /// Whether no moderator looks at it.
    #[serde(default)]
    waits: bool,
    kind: String,
    topic: String,
    tone: String,
    #[serde(default)]
    feature: String,
    title: String,
    body: String,
    /// How many people of a team vote.
    #[serde(default)]
    votes: BTreeMap<String, usize>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    comment: Vec<Said>,
    #[serde(default)]
    status: Vec<Answered>,
    merged: Option<Merged>,
    /// From this day on nobody can vote any more.
    closes: Option<i32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answered {
    day: i32,
    status: String,
    answer: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Merged {
    into: String,
    day: i32,
}

impl Script {
    /// Reads all files.
    pub(super) fn read() -> anyhow::Result<Self> {
        let mut all = Self::default();
        for file in FILES {
            all.proposal.extend(toml::from_str::<Self>(file)?.proposal);
        }
        Ok(all)
    }

    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        for one in self.proposal.iter().filter(|p| p.day <= day) {
            if one.day == day {
                let name = propose(folk, one).await?;
                folk.keep(&one.key, name);
            } else {
                go_on(folk, one, day).await?;
            }
        }
        Ok(())
    }
}

/// Makes a proposal in the words of its writer; answers its name.
pub(super) async fn propose(folk: &Folk, one: &Written) -> anyhow::Result<String> {
    let by = folk.someone(&one.by)?;
    let proposal = Proposal {
        kind: coded(ProposalKind::from_str_name(&format!("PROPOSAL_KIND_{}", one.kind)), &one.kind)?.into(),
        title: one.title.clone(),
        body: one.body.trim().to_owned(),
        language: folk::language(by).into(),
        application: folk.application.clone(),
        feature: folk.feature(&one.feature),
        topic: coded(ProposalTopic::from_str_name(&format!("PROPOSAL_TOPIC_{}", one.topic)), &one.topic)?
            .into(),
        tone: coded(Tone::from_str_name(&format!("TONE_{}", one.tone)), &one.tone)?.into(),
        ..Proposal::default()
    };
    let (parent, proposal) = (parent(), Some(proposal));
    let made = if one.anonymous {
        let mut secret = vec![0; 32];
        folk.world.random_of(folk::date(one.day), 5_000_011).fill_bytes(&mut secret);
        let request = SubmitAnonymousProposalRequest { parent, proposal, secret };
        AnonymousServiceClient::new(folk.way(&one.by)?).submit_anonymous_proposal(request).await
    } else {
        let request = CreateProposalRequest { parent, proposal, request_id: String::new() };
        ProposalServiceClient::new(folk.way(&one.by)?).create_proposal(request).await
    };
    Ok(made.map_err(in_words)?.into_inner().name)
}

/// What becomes of a proposal on a later day.
async fn go_on(folk: &Folk, one: &Written, day: i32) -> anyhow::Result<()> {
    let name = folk.made(&one.key)?;
    if day == one.day + 1 {
        look_at(folk, one, &name).await?;
    }
    for person in voters(folk, one, day)? {
        let request = VoteProposalRequest { name: name.clone() };
        ProposalServiceClient::new(folk.way_of(person)?).vote_proposal(request).await.map_err(in_words)?;
    }
    for said in one.comment.iter().filter(|c| c.day == day) {
        comment(folk, &name, said).await?;
    }
    for answered in one.status.iter().filter(|s| s.day == day) {
        let status = ProposalStatus::from_str_name(&format!("PROPOSAL_STATUS_{}", answered.status));
        let request = SetProposalStatusRequest {
            name: name.clone(),
            status: coded(status, &answered.status)?.into(),
            answer: answered.answer.clone(),
            etag: String::new(),
        };
        ModerationServiceClient::new(folk.way("hr")?).set_proposal_status(request).await.map_err(in_words)?;
    }
    if let Some(merged) = one.merged.as_ref().filter(|m| m.day == day) {
        let request = MergeProposalsRequest { name, destination: folk.made(&merged.into)? };
        ModerationServiceClient::new(folk.way("hr")?).merge_proposals(request).await.map_err(in_words)?;
    }
    Ok(())
}

/// On the day after, a moderator files it, and looks at what has no name.
async fn look_at(folk: &Folk, one: &Written, name: &str) -> anyhow::Result<()> {
    let mut client = ModerationServiceClient::new(folk.way("hr")?);
    if !one.tags.is_empty() {
        let request = SetProposalTagsRequest { name: name.to_owned(), tags: one.tags.clone() };
        client.set_proposal_tags(request).await.map_err(in_words)?;
    }
    if one.anonymous && !one.waits {
        client.approve_content(ApproveContentRequest { name: name.to_owned() }).await.map_err(in_words)?;
    }
    Ok(())
}

/// Who votes for it on a day: the first votes come soon, the last after two weeks.
fn voters<'a>(folk: &'a Folk, one: &Written, day: i32) -> anyhow::Result<Vec<&'a Person>> {
    if one.closes.is_some_and(|closes| day >= closes) {
        return Ok(Vec::new());
    }
    let writer = &folk.someone(&one.by)?.id;
    let first: usize = one.key.bytes().map(usize::from).sum();
    let mut voters = Vec::new();
    for (team, count) in &one.votes {
        let members: Vec<_> = folk.members(team).into_iter().filter(|p| p.id != *writer).collect();
        let voting = (0..(*count).min(members.len())).filter(|n| {
            let after = i32::try_from((n * 5 + first) % 12).unwrap_or(0);
            one.day + 1 + after == day
        });
        voters.extend(voting.map(|n| members[(first + n) % members.len()]));
    }
    Ok(voters)
}

async fn comment(folk: &Folk, proposal: &str, said: &Said) -> anyhow::Result<()> {
    let mut text = said.text.clone();
    for (place, who) in said.mentions.iter().enumerate() {
        text = text.replace(&format!("{{{place}}}"), &folk.someone(who)?.name);
    }
    let mentions = folk.names(&said.mentions)?.into_iter();
    let request = CreateCommentRequest {
        parent: proposal.to_owned(),
        comment: Some(ProposalComment {
            text,
            mentions: mentions.map(|person| MentionedPerson { person, ..Default::default() }).collect(),
            ..ProposalComment::default()
        }),
        request_id: String::new(),
    };
    let mut client = ProposalCommentServiceClient::new(folk.way(&said.by)?);
    client.create_comment(request).await.map_err(in_words)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::demo::world::{HISTORY_DAYS, World};

    #[test]
    fn everybody_writes_in_their_own_language_and_about_what_was_proposed_before() {
        let script = Script::read().unwrap();
        assert!(script.proposal.len() >= 25, "{}", script.proposal.len());
        let keys: HashSet<&str> = script.proposal.iter().map(|p| p.key.as_str()).collect();
        assert_eq!(keys.len(), script.proposal.len(), "keys are unique");
        for seed in [1, 7] {
            let world = World::new(seed);
            for one in &script.proposal {
                let writer = folk::find(&world, &one.by).expect(&one.by);
                let latin = one.title.chars().any(|c| c.is_ascii_lowercase());
                assert_eq!(latin, writer.team.site.language == "en", "{}", one.title);
                let days = one.comment.iter().map(|c| c.day).chain(one.status.iter().map(|s| s.day));
                assert!(days.clone().all(|day| one.day < day && day < HISTORY_DAYS), "{}", one.key);
                assert!(one.comment.iter().all(|c| folk::find(&world, &c.by).is_some()), "{}", one.key);
                if let Some(merged) = &one.merged {
                    assert!(keys.contains(merged.into.as_str()), "{}", one.key);
                }
            }
        }
    }

    #[test]
    fn votes_come_once_from_each_and_stop_when_the_answer_is_there() {
        let script = Script::read().unwrap();
        for one in &script.proposal {
            let closes = one.closes.unwrap_or(i32::MAX);
            let settled = one.status.iter().filter(|s| matches!(s.status.as_str(), "COMPLETED" | "DECLINED"));
            for day in settled.map(|s| s.day).chain(one.merged.as_ref().map(|m| m.day)) {
                assert!(closes <= day || last_vote(one) < day, "{} takes votes when it is closed", one.key);
            }
        }
    }

    fn last_vote(one: &Written) -> i32 {
        one.day + 12
    }
}
