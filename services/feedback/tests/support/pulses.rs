//! Pulses as HR writes them and people answer them.

use kit::client::Outgoing;
use proto::{
    feedback::v1::{
        self as pb, AnswerPulseRequest, CreatePulseRequest, GetPulseRequest, GetPulseResultsRequest,
        ListMyPulsesRequest, OpenPulseRequest, Pulse, PulseAnswer, PulseAudience, PulseQuestion,
        PulseQuestionKind as Kind, PulseSchedule, pulse_answer::Answer,
        pulse_service_client::PulseServiceClient,
    },
    localization::v1::LocalizedText,
};
use tonic::Status;

use super::{Company, name, parent};

pub(crate) fn text(en: &str) -> LocalizedText {
    LocalizedText { en: en.into(), ..Default::default() }
}

pub(crate) fn question(kind: Kind) -> PulseQuestion {
    PulseQuestion { kind: kind.into(), required: true, ..Default::default() }
}

/// Willingness and ability, asked of sales for seven days.
pub(crate) fn pulse() -> Pulse {
    Pulse {
        title: Some(text("How is it going?")),
        application: name("applications", "crm"),
        questions: vec![question(Kind::Willingness), question(Kind::Ability)],
        audience: Some(PulseAudience { teams: vec![name("teams", "sales")], ..Default::default() }),
        schedule: Some(PulseSchedule { open_days: 7, rounds: 1, ..Default::default() }),
        ..Default::default()
    }
}

pub(crate) fn score(question: &str, score: i32) -> PulseAnswer {
    PulseAnswer { question: question.into(), answer: Some(Answer::Score(score)) }
}

/// The first round of a pulse.
pub(crate) fn round(pulse: &Pulse, number: u32) -> String {
    format!("{}/rounds/{number}", pulse.name)
}

pub(crate) fn client(caller: Outgoing) -> PulseServiceClient<Outgoing> {
    PulseServiceClient::new(caller)
}

impl Company {
    pub(crate) async fn draft(&self, pulse: Pulse) -> Result<Pulse, Status> {
        let request = CreatePulseRequest { parent: parent(), pulse: Some(pulse), request_id: String::new() };
        client(self.hr()).create_pulse(request).await.map(tonic::Response::into_inner)
    }

    /// Writes a pulse and starts it.
    pub(crate) async fn ask(&self, pulse: Pulse) -> Pulse {
        let name = self.draft(pulse).await.unwrap().name;
        client(self.hr()).open_pulse(OpenPulseRequest { name }).await.unwrap().into_inner()
    }

    pub(crate) async fn pulse(&self, name: &str) -> Pulse {
        let request = GetPulseRequest { name: name.into() };
        client(self.hr()).get_pulse(request).await.unwrap().into_inner()
    }

    pub(crate) async fn asked(&self, person: &str) -> Vec<pb::MyPulse> {
        let request = ListMyPulsesRequest { parent: parent() };
        client(self.person(person)).list_my_pulses(request).await.unwrap().into_inner().pulses
    }

    pub(crate) async fn reply(
        &self,
        person: &str,
        round: &str,
        answers: Vec<PulseAnswer>,
    ) -> Result<(), Status> {
        let request = AnswerPulseRequest { name: round.into(), answers };
        client(self.person(person)).answer_pulse(request).await.map(drop)
    }

    /// These people answer willingness and ability alike.
    pub(crate) async fn replies(&self, people: &[&str], round: &str, given: i32) {
        for person in people {
            self.reply(person, round, vec![score("q1", given), score("q2", given)]).await.unwrap();
        }
    }

    pub(crate) async fn results(&self, caller: Outgoing, name: &str) -> pb::PulseResults {
        let request = GetPulseResultsRequest { name: name.into() };
        client(caller).get_pulse_results(request).await.unwrap().into_inner()
    }
}
