//! A committee and what its people do.

use std::{sync::Arc, time::Duration};

use kit::{client::Outgoing, clock::Clock as _};
use proto::{
    access::v1::Role,
    feedback::v1::{
        self as pb, agenda_service_client::AgendaServiceClient,
        committee_service_client::CommitteeServiceClient, meeting_service_client::MeetingServiceClient,
        minutes_service_client::MinutesServiceClient, outcome_service_client::OutcomeServiceClient,
        poll_service_client::PollServiceClient,
    },
    identity::v1 as identity,
    localization::v1::LocalizedText,
};

use super::{Company, adoption::Adoption, build, name, parent};

/// A text in English.
#[expect(clippy::unnecessary_wraps, reason = "messages of the contract hold messages as options")]
pub(crate) fn en(text: &str) -> Option<LocalizedText> {
    Some(LocalizedText { en: text.into(), ..LocalizedText::default() })
}

/// A company with a committee: w1 is its chair, e1 its secretary, w2, w3, e2 and s1 are members. All of them have a mail
/// address; e2 reads Persian.
#[expect(clippy::struct_field_names, reason = "it is the committee as the contract has it")]
pub(crate) struct Committee {
    pub(crate) company: Company,
    pub(crate) adoption: Arc<Adoption>,
    pub(crate) committee: pb::Committee,
}

pub(crate) fn member(id: &str, role: pb::CommitteeRole) -> pb::CommitteeMember {
    pb::CommitteeMember { person: name("people", id), role: role.into(), ..Default::default() }
}

/// A committee of users of the CRM, for sales.
pub(crate) fn users() -> pb::Committee {
    pb::Committee {
        title: Some(LocalizedText { en: "Users".into(), fa: "کاربران".into(), ..Default::default() }),
        kind: pb::CommitteeKind::Users.into(),
        application: name("applications", "crm"),
        teams: vec![name("teams", "sales")],
        ..Default::default()
    }
}

pub(crate) async fn committee() -> Committee {
    let (company, adoption) = super::company_with_adoption().await;
    for id in ["w1", "w2", "w3", "w4", "e1", "e2", "s1", "s2"] {
        let (team, position) = match &id[..1] {
            "w" => ("west", "seller"),
            "e" => ("east", "seller"),
            _ => ("support", "clerk"),
        };
        let language = if id == "e2" { 2 } else { 0 };
        let person = build::person(id, team, position);
        let email = format!("{id}@parsian.example");
        company.hire(identity::Person { email, language, revision: 2, ..person }).await;
    }
    let members = vec![
        member("w1", pb::CommitteeRole::Chair),
        member("e1", pb::CommitteeRole::Secretary),
        member("w2", pb::CommitteeRole::Member),
        member("w3", pb::CommitteeRole::Unspecified),
        member("e2", pb::CommitteeRole::Member),
        member("s1", pb::CommitteeRole::Member),
    ];
    let request = pb::CreateCommitteeRequest {
        parent: parent(),
        committee: Some(users()),
        members,
        request_id: String::new(),
    };
    let created =
        CommitteeServiceClient::new(company.hr()).create_committee(request).await.unwrap().into_inner();
    Committee { company, adoption, committee: created }
}

impl Committee {
    fn caller(&self, id: &str) -> Outgoing {
        match id {
            "hana" => self.company.hr(),
            "boss" => self.company.harness.as_person("boss", &[(Role::Sponsor, None)]),
            _ => self.company.person(id),
        }
    }

    pub(crate) fn committees(&self, id: &str) -> CommitteeServiceClient<Outgoing> {
        CommitteeServiceClient::new(self.caller(id))
    }

    pub(crate) fn meetings(&self, id: &str) -> MeetingServiceClient<Outgoing> {
        MeetingServiceClient::new(self.caller(id))
    }

    pub(crate) fn agenda(&self, id: &str) -> AgendaServiceClient<Outgoing> {
        AgendaServiceClient::new(self.caller(id))
    }

    pub(crate) fn polls(&self, id: &str) -> PollServiceClient<Outgoing> {
        PollServiceClient::new(self.caller(id))
    }

    pub(crate) fn outcomes(&self, id: &str) -> OutcomeServiceClient<Outgoing> {
        OutcomeServiceClient::new(self.caller(id))
    }

    pub(crate) fn minutes(&self, id: &str) -> MinutesServiceClient<Outgoing> {
        MinutesServiceClient::new(self.caller(id))
    }

    /// A meeting of one hour in so many hours, as a request.
    pub(crate) fn plan(&self, hours: u64) -> pb::Meeting {
        let seconds = self.company.harness.clock.now().as_second() + i64::try_from(hours * 3_600).unwrap();
        pb::Meeting {
            committee: self.committee.name.clone(),
            title: Some(LocalizedText {
                en: "March".into(), fa: "جلسهٔ اسفند".into(), ..Default::default()
            }),
            start_time: Some(prost_types::Timestamp { seconds, nanos: 0 }),
            duration_minutes: 60,
            location: "Room 3".into(),
            ..Default::default()
        }
    }

    /// A meeting that the chair schedules for tomorrow.
    pub(crate) async fn meeting(&self) -> pb::Meeting {
        let request = pb::CreateMeetingRequest {
            parent: parent(),
            meeting: Some(self.plan(24)),
            request_id: String::new(),
        };
        self.meetings("w1").create_meeting(request).await.unwrap().into_inner()
    }

    /// The same, opened on its day with these people in the room.
    pub(crate) async fn open_meeting(&self, present: &[&str]) -> pb::Meeting {
        let meeting = self.meeting().await;
        self.company.harness.clock.advance(Duration::from_hours(24));
        let request = pb::OpenMeetingRequest { name: meeting.name.clone() };
        self.meetings("w1").open_meeting(request).await.unwrap();
        self.attend(&meeting, present).await
    }

    pub(crate) async fn attend(&self, meeting: &pb::Meeting, present: &[&str]) -> pb::Meeting {
        let request = pb::RecordAttendanceRequest {
            name: meeting.name.clone(),
            present: present.iter().map(|p| name("people", p)).collect(),
        };
        self.meetings("w1").record_attendance(request).await.unwrap().into_inner()
    }

    pub(crate) async fn close(&self, meeting: &pb::Meeting) -> pb::Meeting {
        let request = pb::CloseMeetingRequest { name: meeting.name.clone() };
        self.meetings("w1").close_meeting(request).await.unwrap().into_inner()
    }

    /// Adds an item of so many minutes.
    pub(crate) async fn item(
        &self,
        meeting: &pb::Meeting,
        by: &str,
        title: &str,
        minutes: i32,
    ) -> pb::AgendaItem {
        let item = pb::AgendaItem { title: en(title), duration_minutes: minutes, ..Default::default() };
        let request = pb::CreateAgendaItemRequest {
            parent: meeting.name.clone(),
            agenda_item: Some(item),
            request_id: String::new(),
        };
        self.agenda(by).create_agenda_item(request).await.unwrap().into_inner()
    }

    /// Asks the members something.
    pub(crate) async fn ask(
        &self,
        meeting: &pb::Meeting,
        method: pb::PollMethod,
        options: &[&str],
    ) -> pb::Poll {
        let options = options.iter().map(|o| pb::PollOption { id: String::new(), text: en(o) }).collect();
        let poll = pb::Poll {
            question: en("Shorten the form?"),
            method: method.into(),
            options,
            ..Default::default()
        };
        let request = pb::CreatePollRequest {
            parent: meeting.name.clone(),
            poll: Some(poll),
            request_id: String::new(),
        };
        self.polls("w1").create_poll(request).await.unwrap().into_inner()
    }

    pub(crate) async fn say(&self, poll: &pb::Poll, who: &str, stance: pb::Stance) -> pb::Poll {
        let request = pb::TakeStanceRequest { name: poll.name.clone(), stance: Some(stance) };
        self.polls(who).take_stance(request).await.unwrap().into_inner()
    }

    pub(crate) async fn close_poll(&self, poll: &pb::Poll) -> pb::Poll {
        let request = pb::ClosePollRequest { name: poll.name.clone() };
        self.polls("w1").close_poll(request).await.unwrap().into_inner()
    }

    /// Writes an outcome down.
    pub(crate) async fn leave(&self, meeting: &pb::Meeting, outcome: pb::Outcome) -> pb::Outcome {
        let request = pb::CreateOutcomeRequest {
            parent: meeting.name.clone(),
            outcome: Some(outcome),
            request_id: String::new(),
        };
        self.outcomes("w1").create_outcome(request).await.unwrap().into_inner()
    }
}

pub(crate) fn hand(hand: pb::Hand) -> pb::Stance {
    pb::Stance { hand: hand.into(), ..Default::default() }
}

/// A decision on proposals.
pub(crate) fn decision(text: &str, proposals: &[(&pb::Proposal, pb::ProposalDecision)]) -> pb::Outcome {
    let decided = |(p, d): &(&pb::Proposal, pb::ProposalDecision)| pb::DecidedProposal {
        proposal: p.name.clone(),
        decision: (*d).into(),
        title: String::new(),
    };
    pb::Outcome {
        kind: pb::OutcomeKind::Decision.into(),
        text: en(text),
        proposals: proposals.iter().map(decided).collect(),
        ..Default::default()
    }
}

/// A task for somebody.
pub(crate) fn task(owner: &str, due_day: &str) -> pb::Outcome {
    pb::Outcome {
        kind: pb::OutcomeKind::Task.into(),
        text: en("Ask IT for the export"),
        owner: name("people", owner),
        due_day: due_day.into(),
        ..Default::default()
    }
}

/// The content lines of a calendar entry, unfolded.
pub(crate) fn lines(calendar: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(calendar).unwrap();
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}
