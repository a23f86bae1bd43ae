//! Life goes on when a visitor lets days pass. Nothing is remembered here: the demo may have been started anew since, so what
//! there is to do is asked for.

use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use kit::db::time::{from_proto, to_proto};
use proto::{
    feedback::v1::{
        Attendee, CloseMeetingRequest, ClosePollRequest, CommitteeRole, CreateMeetingRequest,
        CreateOutcomeRequest, CreatePollRequest, Hand, InvitationResponse, ListAgendaItemsRequest,
        ListMeetingsRequest, ListProposalsRequest, Meeting, MeetingState, OpenMeetingRequest, Outcome,
        OutcomeKind, Poll, PollMethod, ProposalStatus, RecordAttendanceRequest, Stance, TakeStanceRequest,
        VoteProposalRequest, agenda_service_client::AgendaServiceClient,
        meeting_service_client::MeetingServiceClient, outcome_service_client::OutcomeServiceClient,
        poll_service_client::PollServiceClient, proposal_service_client::ProposalServiceClient,
    },
    incentives::v1::{
        GiveThanksRequest, ListValuesRequest, recognition_service_client::RecognitionServiceClient,
    },
    localization::v1::Language,
};
use rand::Rng;
use serde::Deserialize;

use super::{
    feedback,
    folk::{self, Folk, parent},
    meeting::{self, CHAIR, SECRETARY},
    script::Text,
};
use crate::import::in_words;

/// What goes on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    proposal: Vec<feedback::Written>,
    thanks: Vec<Thanks>,
    meeting: Meetings,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Thanks {
    day: i32,
    by: String,
    #[serde(default)]
    to: Vec<String>,
    team: Option<String>,
    /// The place of the value among those of the organisation.
    value: usize,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Meetings {
    /// Days from one to the next.
    every: i32,
    question: Text,
    decision: Text,
    title: Text,
}

impl Script {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, date: Date) -> anyhow::Result<()> {
        let day = folk::number(date);
        for one in self.proposal.iter().filter(|p| p.day == day) {
            feedback::propose(folk, one).await?;
        }
        for one in self.thanks.iter().filter(|t| t.day == day) {
            one.give(folk).await?;
        }
        vote(folk, date).await?;
        Box::pin(self.meeting.go_on(folk, date)).await
    }
}

/// A few people read what is new and vote for what they read.
async fn vote(folk: &Folk, date: Date) -> anyhow::Result<()> {
    let request = ListProposalsRequest {
        parent: parent(),
        page_size: 10,
        statuses: vec![ProposalStatus::Open.into(), ProposalStatus::Planned.into()],
        ..ListProposalsRequest::default()
    };
    for (number, person) in folk.world.people.iter().enumerate() {
        let mut random = folk.world.random_of(date, 8_000_009 + number as u64);
        if !random.random_ratio(1, 60) || !person.works(date) || folk.is_cast(person) {
            continue;
        }
        let mut client = ProposalServiceClient::new(folk.way_of(person)?);
        let found = client.list_proposals(request.clone()).await.map_err(in_words)?.into_inner().proposals;
        let own = folk::language(person);
        let liked = found.into_iter().find(|p| p.language() == own && !p.voted && !p.own);
        if let Some(proposal) = liked {
            let request = VoteProposalRequest { name: proposal.name };
            client.vote_proposal(request).await.map_err(in_words)?;
        }
    }
    Ok(())
}

impl Thanks {
    async fn give(&self, folk: &Folk) -> anyhow::Result<()> {
        let mut client = RecognitionServiceClient::new(folk.way(&self.by)?);
        let request = ListValuesRequest { parent: parent(), show_archived: false };
        let values = client.list_values(request).await.map_err(in_words)?.into_inner().values;
        let Some(value) = values.get(self.value % values.len().max(1)) else { return Ok(()) };
        let request = GiveThanksRequest {
            parent: parent(),
            people: folk.names(&self.to)?,
            team: self.team.as_deref().map(|team| folk.team(team)).transpose()?.unwrap_or_default(),
            value: value.name.clone(),
            message: self.text.clone(),
            request_id: String::new(),
        };
        client.give_thanks(request).await.map_err(in_words)?;
        Ok(())
    }
}

/// The day of a meeting, as its calendar entry says in UTC.
fn day_of(time: Option<prost_types::Timestamp>) -> Option<Date> {
    let time: Timestamp = from_proto(time?)?;
    Some(time.to_zoned(TimeZone::UTC).date())
}

impl Meetings {
    /// Meetings whose day has come take place; their minutes are drafted on the day after and approved two days later.
    async fn go_on(&self, folk: &Folk, date: Date) -> anyhow::Result<()> {
        let request = ListMeetingsRequest {
            parent: parent(),
            page_size: 10,
            states: vec![MeetingState::Scheduled.into(), MeetingState::Closed.into()],
            ..ListMeetingsRequest::default()
        };
        let mut chair = MeetingServiceClient::new(folk.way(CHAIR)?);
        let meetings = chair.list_meetings(request).await.map_err(in_words)?.into_inner().meetings;
        for one in meetings.into_iter().filter(|m| m.own_role() == CommitteeRole::Chair) {
            let Some(day) = day_of(one.start_time) else { continue };
            let after = date.since(day).map_or(0, |s| s.get_days());
            match (one.state(), after) {
                (MeetingState::Scheduled, 0) => Box::pin(self.hold(folk, &one, date)).await?,
                // What the visitor has done already is as good.
                (MeetingState::Closed, 1) => drop(meeting::draft(folk, &one.name, Language::En).await),
                (MeetingState::Closed, 3) => drop(meeting::approve(folk, &one.name).await),
                _ => {}
            }
        }
        Ok(())
    }

    async fn hold(&self, folk: &Folk, one: &Meeting, date: Date) -> anyhow::Result<()> {
        let name = one.name.clone();
        let mut chair = MeetingServiceClient::new(folk.way(CHAIR)?);
        chair.open_meeting(OpenMeetingRequest { name: name.clone() }).await.map_err(in_words)?;
        let comes = |a: &&Attendee| a.response() != InvitationResponse::Declined;
        let present: Vec<&Attendee> = one.attendees.iter().filter(comes).collect();
        let request = RecordAttendanceRequest {
            name: name.clone(),
            present: present.iter().map(|a| a.person.clone()).collect(),
        };
        let open = chair.record_attendance(request).await.map_err(in_words)?.into_inner();
        if open.quorum.is_some_and(|q| q.reached) {
            let voting = present.iter().filter(|a| a.role() != CommitteeRole::Unspecified);
            self.decide(folk, &name, voting.map(|a| a.person.as_str())).await?;
        }
        folk.stay(one.duration_minutes);
        chair.close_meeting(CloseMeetingRequest { name }).await.map_err(in_words)?;
        self.invite_again(folk, one, date).await
    }

    /// The first item is put to the vote, and decided.
    async fn decide(
        &self,
        folk: &Folk,
        meeting: &str,
        voting: impl Iterator<Item = &str>,
    ) -> anyhow::Result<()> {
        let request = ListAgendaItemsRequest { parent: meeting.to_owned() };
        let mut agenda = AgendaServiceClient::new(folk.way(SECRETARY)?);
        let items = agenda.list_agenda_items(request).await.map_err(in_words)?.into_inner().agenda_items;
        let item = items.into_iter().next().map(|i| i.name).unwrap_or_default();
        let poll = Poll {
            agenda_item: item.clone(),
            question: Some(self.question.localized()),
            method: PollMethod::ShowOfHands.into(),
            ..Poll::default()
        };
        let request =
            CreatePollRequest { parent: meeting.to_owned(), poll: Some(poll), request_id: String::new() };
        let mut secretary = PollServiceClient::new(folk.way(SECRETARY)?);
        let poll = secretary.create_poll(request).await.map_err(in_words)?.into_inner().name;
        for person in voting {
            let stance = Stance { hand: Hand::For.into(), ..Stance::default() };
            let request = TakeStanceRequest { name: poll.clone(), stance: Some(stance) };
            let mut client = PollServiceClient::new(folk.way_named(person));
            client.take_stance(request).await.map_err(in_words)?;
        }
        secretary.close_poll(ClosePollRequest { name: poll.clone() }).await.map_err(in_words)?;
        let outcome = Outcome {
            kind: OutcomeKind::Decision.into(),
            text: Some(self.decision.localized()),
            agenda_item: item,
            poll,
            ..Outcome::default()
        };
        let request = CreateOutcomeRequest {
            parent: meeting.to_owned(),
            outcome: Some(outcome),
            request_id: String::new(),
        };
        OutcomeServiceClient::new(folk.way(SECRETARY)?).create_outcome(request).await.map_err(in_words)?;
        Ok(())
    }

    /// The next meeting, four weeks later; none once the committee's term is over.
    async fn invite_again(&self, folk: &Folk, one: &Meeting, date: Date) -> anyhow::Result<()> {
        let day = date.saturating_add(self.every.days());
        let start = day.at(10, 0, 0, 0).to_zoned(TimeZone::UTC)?.timestamp();
        let next = Meeting {
            committee: one.committee.clone(),
            title: Some(self.title.localized()),
            start_time: Some(to_proto(start)),
            duration_minutes: one.duration_minutes,
            location: one.location.clone(),
            ..Meeting::default()
        };
        let request =
            CreateMeetingRequest { parent: parent(), meeting: Some(next), request_id: String::new() };
        if let Err(status) = MeetingServiceClient::new(folk.way(SECRETARY)?).create_meeting(request).await {
            tracing::debug!(%status, "no further meeting");
        }
        Ok(())
    }
}
