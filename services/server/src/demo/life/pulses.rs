//! Pulses: HR asks a few questions, and people answer them as their teams fare.

use proto::feedback::v1::{
    AnswerPulseRequest, CreatePulseRequest, OpenPulseRequest, Pulse, PulseAnswer, PulseAudience,
    PulseQuestion, PulseQuestionKind, PulseSchedule, pulse_answer::Answer,
    pulse_service_client::PulseServiceClient,
};
use rand::{Rng, rngs::StdRng};
use serde::Deserialize;

use super::{
    folk::{self, Folk, parent},
    script::{Text, coded, count},
};
use crate::{
    demo::world::{
        Person, Team,
        teams::{DEPARTMENTS, Uptake, Why},
    },
    import::in_words,
};

/// All pulses of the history.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    pulse: Vec<Written>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    key: String,
    day: i32,
    open_days: usize,
    /// Departments by their English name, and teams.
    audience: Vec<String>,
    answering: u32,
    over: i32,
    kinds: Vec<String>,
    title: Text,
    /// The question at the end, answered in words.
    question: Text,
    #[serde(default)]
    said: Vec<String>,
}

impl Script {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        for one in &self.pulse {
            if one.day == day {
                one.open(folk).await?;
            } else if (one.day..=one.day + one.over).contains(&day) {
                one.answer(folk, day).await?;
            }
        }
        Ok(())
    }
}

impl Written {
    async fn open(&self, folk: &Folk) -> anyhow::Result<()> {
        let mut questions = Vec::new();
        for kind in &self.kinds {
            let code = PulseQuestionKind::from_str_name(&format!("PULSE_QUESTION_KIND_{kind}"));
            questions.push(PulseQuestion {
                kind: coded(code, kind)?.into(),
                required: true,
                ..PulseQuestion::default()
            });
        }
        questions.push(PulseQuestion {
            kind: PulseQuestionKind::Text.into(),
            text: Some(self.question.localized()),
            ..PulseQuestion::default()
        });
        let pulse = Pulse {
            title: Some(self.title.localized()),
            application: folk.application.clone(),
            questions,
            audience: Some(PulseAudience { teams: folk.team_names(&self.audience)?, ..Default::default() }),
            schedule: Some(PulseSchedule { open_days: count(self.open_days), ..Default::default() }),
            ..Pulse::default()
        };
        let request = CreatePulseRequest { parent: parent(), pulse: Some(pulse), request_id: String::new() };
        let mut hr = PulseServiceClient::new(folk.way("hr")?);
        let draft = hr.create_pulse(request).await.map_err(in_words)?.into_inner();
        let request = OpenPulseRequest { name: draft.name };
        let open = hr.open_pulse(request).await.map_err(in_words)?.into_inner();
        folk.keep(format!("pulse/{}", self.key), open.name);
        Ok(())
    }

    /// Those answer whose day it is. Nobody answers in place of the visitor what is still open.
    async fn answer(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        let name = format!("{}/rounds/1", folk.made(&format!("pulse/{}", self.key))?);
        let asked: Vec<_> = folk.world.people.iter().filter(|p| self.asks(p)).collect();
        // Each sentence is said once, by people who sit far from each other.
        let apart = (asked.len() / self.said.len().max(1)).max(1);
        let mut sentences = self.said.iter().map(Some).collect::<Vec<_>>();
        for (number, person) in asked.into_iter().enumerate() {
            let mut random = folk.world.random_of(folk::date(self.day), 6_000_003 + number as u64);
            let answers = random.random_ratio(self.answering, 100) && !folk.is_cast(person);
            let when = self.day + random.random_range(1..=self.over);
            let said = sentences.get_mut(number / apart).filter(|_| answers).and_then(Option::take);
            if !answers || when != day {
                continue;
            }
            let request =
                AnswerPulseRequest { name: name.clone(), answers: self.answers(person, said, &mut random) };
            PulseServiceClient::new(folk.way_of(person)?).answer_pulse(request).await.map_err(in_words)?;
        }
        Ok(())
    }

    fn asks(&self, person: &Person) -> bool {
        let department = DEPARTMENTS.iter().find(|d| d.0 == person.team.position.department);
        // Whoever joined meanwhile has other things to do.
        person.start <= folk::date(0)
            && self.audience.iter().any(|a| a == person.team.id || department.is_some_and(|d| d.1[0] == a))
    }

    fn answers(&self, person: &Person, said: Option<&String>, random: &mut StdRng) -> Vec<PulseAnswer> {
        let scores = self.kinds.iter().enumerate().map(|(n, kind)| PulseAnswer {
            question: format!("q{}", n + 1),
            answer: Some(Answer::Score((usual(person.team, kind) + random.random_range(-1..=1)).clamp(1, 5))),
        });
        let mut answers: Vec<PulseAnswer> = scores.collect();
        if let Some(text) = said {
            answers.push(PulseAnswer {
                question: format!("q{}", self.kinds.len() + 1),
                answer: Some(Answer::Text(text.clone())),
            });
        }
        answers
    }
}

/// What a team would say: what it lacks is why it does not use the CRM.
fn usual(team: &Team, kind: &str) -> i32 {
    match (team.uptake, kind) {
        (Uptake::Low(Why::NeverTrained), "KNOWLEDGE" | "ABILITY")
        | (Uptake::Low(Why::TrainedOnly), "WILLINGNESS" | "REINFORCEMENT")
        | (Uptake::Declining { .. }, "REINFORCEMENT") => 2,
        _ => 4,
    }
}
