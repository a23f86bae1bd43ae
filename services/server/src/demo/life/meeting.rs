//! A meeting of the committee, from the invitation to the approved minutes.

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use kit::db::time::to_proto;
use proto::{
    feedback::v1::{
        AgendaItem, ApproveMinutesRequest, CloseMeetingRequest, CompleteTaskRequest, CreateAgendaItemRequest,
        CreateMeetingRequest, CreateOutcomeRequest, DecidedProposal, DraftMinutesRequest, GetMinutesRequest,
        InvitationResponse, Meeting, Minutes, OpenMeetingRequest, Outcome, OutcomeKind, ProposalDecision,
        RecordAttendanceRequest, RespondToInvitationRequest, UpdateAgendaItemRequest, UpdateMinutesRequest,
        agenda_service_client::AgendaServiceClient, meeting_service_client::MeetingServiceClient,
        minutes_service_client::MinutesServiceClient, outcome_service_client::OutcomeServiceClient,
    },
    localization::v1::Language,
};
use serde::Deserialize;

use super::{
    committee::COMMITTEE,
    folk::{self, Folk, parent},
    poll,
    script::{Text, coded, count},
};
use crate::import::in_words;

/// Who holds meetings.
pub(super) const CHAIR: &str = "sponsor";
/// Who prepares them and writes.
pub(super) const SECRETARY: &str = "hr";

/// A meeting, as it is written in the script.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Gathering {
    key: String,
    invited: i32,
    day: i32,
    minutes: usize,
    location: String,
    title: Text,
    /// Who will not come.
    #[serde(default)]
    declined: Vec<String>,
    /// Who was there; nobody as long as it is to come.
    #[serde(default)]
    present: Vec<String>,
    /// Which of the system's suggestions goes on the agenda too.
    suggested: Option<String>,
    item: Vec<Item>,
    #[serde(default)]
    poll: Vec<poll::Written>,
    #[serde(default)]
    outcome: Vec<Left>,
    written: Option<Kept>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Item {
    by: String,
    presenter: Option<String>,
    minutes: usize,
    #[serde(default)]
    proposals: Vec<String>,
    #[serde(default)]
    notes: String,
    title: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Left {
    kind: String,
    item: usize,
    poll: Option<usize>,
    #[serde(default)]
    proposals: BTreeMap<String, String>,
    owner: Option<String>,
    due: Option<i32>,
    done: Option<i32>,
    #[serde(default)]
    follow_up: String,
    text: Text,
}

/// The minutes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    language: String,
    drafted: i32,
    corrected: i32,
    corrector: String,
    note: String,
    addition: String,
    approved: i32,
}

impl Gathering {
    /// What happens on a day.
    pub(super) async fn live(
        &self,
        folk: &Folk,
        members: impl Iterator<Item = &str>,
        day: i32,
    ) -> anyhow::Result<()> {
        if day == self.invited {
            self.invite(folk).await?;
        }
        if day == self.invited + 1 {
            self.prepare(folk).await?;
            self.answer(folk, members).await?;
        }
        if day == self.day && !self.present.is_empty() {
            self.hold(folk).await?;
        }
        if let Some(kept) = &self.written {
            self.write_down(folk, kept, day).await?;
        }
        for (n, left) in self.outcome.iter().enumerate().filter(|(_, left)| left.done == Some(day)) {
            let request = CompleteTaskRequest {
                name: folk.made(&self.outcome_key(n))?,
                follow_up: left.follow_up.clone(),
            };
            let who = left.owner.as_deref().unwrap_or(SECRETARY);
            OutcomeServiceClient::new(folk.way(who)?).complete_task(request).await.map_err(in_words)?;
        }
        Ok(())
    }

    fn item_key(&self, n: usize) -> String {
        format!("{}/item/{n}", self.key)
    }

    fn outcome_key(&self, n: usize) -> String {
        format!("{}/outcome/{n}", self.key)
    }

    async fn invite(&self, folk: &Folk) -> anyhow::Result<()> {
        let start = folk::date(self.day).at(10, 0, 0, 0).to_zoned(TimeZone::UTC)?.timestamp();
        let meeting = Meeting {
            committee: folk.made(COMMITTEE)?,
            title: Some(self.title.localized()),
            start_time: Some(to_proto(start)),
            duration_minutes: count(self.minutes),
            location: self.location.clone(),
            ..Meeting::default()
        };
        let request =
            CreateMeetingRequest { parent: parent(), meeting: Some(meeting), request_id: String::new() };
        let mut client = MeetingServiceClient::new(folk.way(SECRETARY)?);
        let made = client.create_meeting(request).await.map_err(in_words)?.into_inner();
        folk.keep(&self.key, made.name);
        Ok(())
    }

    /// The agenda: what members bring, and one thing that the system proposes.
    async fn prepare(&self, folk: &Folk) -> anyhow::Result<()> {
        let meeting = folk.made(&self.key)?;
        for (n, item) in self.item.iter().enumerate() {
            let proposals: Result<_, _> = item.proposals.iter().map(|key| folk.made(key)).collect();
            let agenda_item = AgendaItem {
                title: Some(item.title.localized()),
                presenter: item
                    .presenter
                    .as_deref()
                    .map(|who| folk.name(who))
                    .transpose()?
                    .unwrap_or_default(),
                duration_minutes: count(item.minutes),
                proposals: proposals?,
                ..AgendaItem::default()
            };
            let request = CreateAgendaItemRequest {
                parent: meeting.clone(),
                agenda_item: Some(agenda_item),
                request_id: String::new(),
            };
            let mut client = AgendaServiceClient::new(folk.way(&item.by)?);
            let made = client.create_agenda_item(request).await.map_err(in_words)?.into_inner();
            folk.keep(self.item_key(n), made.name);
        }
        if let Some(source) = &self.suggested {
            poll::take_suggestion(folk, &meeting, source).await?;
        }
        Ok(())
    }

    /// Who comes. Nobody answers in place of the visitor what is still to come.
    async fn answer(&self, folk: &Folk, members: impl Iterator<Item = &str>) -> anyhow::Result<()> {
        let name = folk.made(&self.key)?;
        for who in members.filter(|who| *who != SECRETARY) {
            if self.present.is_empty() && folk.is_cast(folk.someone(who)?) {
                continue;
            }
            let response = if self.declined.iter().any(|d| d == who) {
                InvitationResponse::Declined
            } else {
                InvitationResponse::Accepted
            };
            let request = RespondToInvitationRequest { name: name.clone(), response: response.into() };
            MeetingServiceClient::new(folk.way(who)?)
                .respond_to_invitation(request)
                .await
                .map_err(in_words)?;
        }
        Ok(())
    }

    async fn hold(&self, folk: &Folk) -> anyhow::Result<()> {
        let name = folk.made(&self.key)?;
        let mut chair = MeetingServiceClient::new(folk.way(CHAIR)?);
        chair.open_meeting(OpenMeetingRequest { name: name.clone() }).await.map_err(in_words)?;
        let present = folk.names(&self.present)?;
        let request = RecordAttendanceRequest { name: name.clone(), present };
        chair.record_attendance(request).await.map_err(in_words)?;
        for (n, item) in self.item.iter().enumerate() {
            note(folk, self.item_key(n), &item.notes).await?;
        }
        let mut polls = Vec::new();
        for one in &self.poll {
            let item = folk.made(&self.item_key(one.item))?;
            polls.push(Box::pin(one.hold(folk, &name, item, &self.present)).await?);
        }
        for (n, left) in self.outcome.iter().enumerate() {
            let poll = left.poll.and_then(|p| polls.get(p)).cloned().unwrap_or_default();
            self.leave(folk, &name, n, left, poll).await?;
        }
        folk.stay(count(self.minutes));
        chair.close_meeting(CloseMeetingRequest { name }).await.map_err(in_words)?;
        Ok(())
    }

    async fn leave(
        &self,
        folk: &Folk,
        meeting: &str,
        n: usize,
        left: &Left,
        poll: String,
    ) -> anyhow::Result<()> {
        let mut proposals = Vec::new();
        for (key, decision) in &left.proposals {
            let word = format!("PROPOSAL_DECISION_{decision}");
            proposals.push(DecidedProposal {
                proposal: folk.made(key)?,
                decision: coded(ProposalDecision::from_str_name(&word), decision)?.into(),
                ..DecidedProposal::default()
            });
        }
        let kind = OutcomeKind::from_str_name(&format!("OUTCOME_KIND_{}", left.kind));
        let outcome = Outcome {
            kind: coded(kind, &left.kind)?.into(),
            text: Some(left.text.localized()),
            agenda_item: folk.made(&self.item_key(left.item))?,
            poll,
            proposals,
            owner: left.owner.as_deref().map(|who| folk.name(who)).transpose()?.unwrap_or_default(),
            due_day: left.due.map(|day| folk::date(day).to_string()).unwrap_or_default(),
            ..Outcome::default()
        };
        let request = CreateOutcomeRequest {
            parent: meeting.to_owned(),
            outcome: Some(outcome),
            request_id: String::new(),
        };
        let mut client = OutcomeServiceClient::new(folk.way(SECRETARY)?);
        let made = client.create_outcome(request).await.map_err(in_words)?.into_inner();
        folk.keep(self.outcome_key(n), made.name);
        Ok(())
    }

    async fn write_down(&self, folk: &Folk, kept: &Kept, day: i32) -> anyhow::Result<()> {
        if day == kept.drafted {
            let language = Language::from_str_name(&format!("LANGUAGE_{}", kept.language));
            let language = coded(language, &kept.language)?;
            draft(folk, &folk.made(&self.key)?, language).await?;
        }
        if day == kept.corrected {
            let name = format!("{}/minutes", folk.made(&self.key)?);
            let mut client = MinutesServiceClient::new(folk.way(&kept.corrector)?);
            let draft = client.get_minutes(GetMinutesRequest { name }).await.map_err(in_words)?.into_inner();
            let text = format!("{}\n\n{}\n", draft.text.trim_end(), kept.addition);
            let request =
                UpdateMinutesRequest { minutes: Some(Minutes { text, ..draft }), note: kept.note.clone() };
            client.update_minutes(request).await.map_err(in_words)?;
        }
        if day == kept.approved {
            approve(folk, &folk.made(&self.key)?).await?;
        }
        Ok(())
    }
}

async fn note(folk: &Folk, item: String, notes: &str) -> anyhow::Result<()> {
    if notes.is_empty() {
        return Ok(());
    }
    let request = UpdateAgendaItemRequest {
        agenda_item: Some(AgendaItem {
            name: folk.made(&item)?,
            notes: notes.to_owned(),
            ..AgendaItem::default()
        }),
        update_mask: Some(prost_types::FieldMask { paths: vec!["notes".into()] }),
    };
    AgendaServiceClient::new(folk.way(SECRETARY)?).update_agenda_item(request).await.map_err(in_words)?;
    Ok(())
}

/// Drafts the minutes of a meeting.
pub(super) async fn draft(folk: &Folk, meeting: &str, language: Language) -> anyhow::Result<()> {
    let request = DraftMinutesRequest { name: format!("{meeting}/minutes"), language: language.into() };
    MinutesServiceClient::new(folk.way(SECRETARY)?).draft_minutes(request).await.map_err(in_words)?;
    Ok(())
}

/// Approves the minutes of a meeting.
pub(super) async fn approve(folk: &Folk, meeting: &str) -> anyhow::Result<()> {
    let request = ApproveMinutesRequest { name: format!("{meeting}/minutes"), etag: String::new() };
    MinutesServiceClient::new(folk.way(CHAIR)?).approve_minutes(request).await.map_err(in_words)?;
    Ok(())
}
