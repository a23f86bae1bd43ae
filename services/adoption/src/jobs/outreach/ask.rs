//! One question to each of the services that can help.

use kit::{
    contract::localized,
    db::time::from_days,
    directory::TeamTree,
    localize::{Language, Text},
};
use proto::{
    champions::v1::{RequestVisitRequest, VisitState, visit_service_client::VisitServiceClient},
    feedback::v1::{
        OpenTeamPulseRequest, SuggestAgendaItemRequest, meeting_service_client::MeetingServiceClient,
        pulse_service_client::PulseServiceClient,
    },
    incentives::v1::{ProposeChallengeRequest, challenge_service_client::ChallengeServiceClient},
};
use tonic::Status;

use crate::{
    Adoption,
    api::convert,
    domain::{
        flag::Flag,
        intervention::Outreach,
        playbook::{Measure, Question, Step},
    },
    names::{ApplicationName, FlagName, InterventionName, PositionName, TeamName},
};

/// Teams of a challenge, at most.
const MOST_TEAMS: usize = 20;
/// The longest title of an agenda item.
const MOST_TITLE: usize = 200;

/// Asks whoever the step is for; the step as it is then.
pub(super) async fn ask(
    s: &Adoption,
    organization: &str,
    tree: &TeamTree,
    flag: &Flag,
    outreach: Outreach,
) -> Result<Outreach, Status> {
    let about = About { s, organization, flag, tree };
    match outreach.step.clone() {
        Step::Pulse { questions } => about.pulse(outreach, &questions).await,
        Step::Committee { title, description } => about.committee(outreach, &title, &description).await,
        Step::Visit { reason, .. } => about.visit(outreach, &reason).await,
        Step::Challenge { measure, title } => about.challenge(outreach, measure, &title).await,
        Step::Training { .. } | Step::Task { .. } => Ok(outreach.refused()),
    }
}

/// What it is about.
struct About<'a> {
    s: &'a Adoption,
    organization: &'a str,
    flag: &'a Flag,
    tree: &'a TeamTree,
}

impl About<'_> {
    async fn pulse(&self, outreach: Outreach, questions: &[Question]) -> Result<Outreach, Status> {
        let position = |p: &String| PositionName::new(self.organization, p).to_string();
        let request = OpenTeamPulseRequest {
            parent: self.parent(),
            team: self.team(),
            application: self.application(),
            // Those who were judged; the team that stands for small ones has others below it.
            positions: self.flag.positions.iter().map(position).collect(),
            request_id: key(&outreach),
            kinds: questions.iter().map(|q| convert::question(*q).into()).collect(),
        };
        let opened = PulseServiceClient::new(self.transport()).open_team_pulse(request).await?.into_inner();
        let asked = opened.rounds.iter().map(|r| u32::try_from(r.asked).unwrap_or(0)).sum();
        Ok(outreach.pulse_opened(opened.name, asked))
    }

    async fn committee(
        &self,
        outreach: Outreach,
        title: &Text,
        description: &Text,
    ) -> Result<Outreach, Status> {
        let request = SuggestAgendaItemRequest {
            parent: self.parent(),
            team: self.team(),
            application: self.application(),
            title: localized(&self.named(title)),
            description: localized(description),
            flag: FlagName::new(self.organization, &self.flag.id).to_string(),
            key: key(&outreach),
        };
        let invited =
            MeetingServiceClient::new(self.transport()).suggest_agenda_item(request).await?.into_inner();
        Ok(outreach.committees_invited(invited.committees))
    }

    async fn visit(&self, outreach: Outreach, reason: &Text) -> Result<Outreach, Status> {
        let request = RequestVisitRequest {
            parent: self.parent(),
            team: self.team(),
            reason: localized(reason),
            source: self.source(&outreach),
            flag: FlagName::new(self.organization, &self.flag.id).to_string(),
            due_day: outreach.due_day.map(|d| from_days(d).to_string()).unwrap_or_default(),
        };
        let visit = VisitServiceClient::new(self.transport()).request_visit(request).await?.into_inner();
        let (asked, made) = (u32::try_from(visit.asked).unwrap_or(0), visit.state() == VisitState::Made);
        Ok(outreach.visit_requested(visit.name, asked, made))
    }

    async fn challenge(
        &self,
        outreach: Outreach,
        measure: Measure,
        title: &Text,
    ) -> Result<Outreach, Status> {
        let request = ProposeChallengeRequest {
            parent: self.parent(),
            teams: self.teams(),
            application: self.application(),
            measure: convert::measure(measure).into(),
            source: self.source(&outreach),
            title: localized(title),
            // The source is enough: it proposes one challenge, for ever.
            request_id: String::new(),
        };
        let proposed =
            ChallengeServiceClient::new(self.transport()).propose_challenge(request).await?.into_inner();
        Ok(outreach.challenge_proposed(proposed.name))
    }

    fn transport(&self) -> kit::client::Outgoing {
        self.s.transport.as_service("adoption", self.organization)
    }

    fn parent(&self) -> String {
        format!("organizations/{}", self.organization)
    }

    fn team(&self) -> String {
        TeamName::new(self.organization, &self.flag.anchor).to_string()
    }

    fn application(&self) -> String {
        ApplicationName::new(self.organization, &self.flag.application).to_string()
    }

    fn source(&self, outreach: &Outreach) -> String {
        InterventionName::new(self.organization, &outreach.intervention).to_string()
    }

    /// The teams of the flag; a team of a challenge stands for those below it too, and where there are too many the team that
    /// stands for all of them does.
    fn teams(&self) -> Vec<String> {
        let members = &self.flag.members;
        let below = |id: &str| members.iter().any(|above| above != id && self.tree.is_within(id, above));
        let top: Vec<&String> = members.iter().filter(|id| !below(id)).collect();
        if top.is_empty() || top.len() > MOST_TEAMS {
            return vec![self.team()];
        }
        top.into_iter().map(|id| TeamName::new(self.organization, id).to_string()).collect()
    }

    /// A title that says which team it is about, as far as it has room: an agenda is of many teams.
    fn named(&self, title: &Text) -> Text {
        let team = Adoption::team_name(self.tree, &self.flag.anchor);
        let mut named = title.clone();
        for language in Language::ALL {
            let words = title.exact(language);
            // Without marks that keep the name's script apart: feedback refuses titles that turn the writing round.
            let with = format!("{words} – {team}");
            if !words.is_empty() && with.chars().count() <= MOST_TITLE {
                named.set(language, with);
            }
        }
        named
    }
}

/// Names what asks, so that asking again opens nothing new.
fn key(outreach: &Outreach) -> String {
    format!("{}-{}", outreach.intervention, outreach.seq)
}
