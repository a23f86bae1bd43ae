//! The courses of the demo, written in `courses/*.toml` in three languages.

use proto::{
    localization::v1::LocalizedText,
    training::v1::{
        CertificatePolicy, Choice, ChoiceQuestion, Course, Module, NumberQuestion, Question, Quiz,
        TextContent, TrueFalseQuestion, module::Content, question::Kind,
    },
};
use serde::Deserialize;

/// The files, in the order in which they are created.
const FILES: [&str; 5] = [
    include_str!("courses/deals.toml"),
    include_str!("courses/tickets.toml"),
    include_str!("courses/visits.toml"),
    include_str!("courses/campaigns.toml"),
    include_str!("courses/invoices.toml"),
];

/// What champions learn before they are appointed.
const CHAMPIONS: &str = include_str!("courses/champions.toml");

/// One course with the position that it is for.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Lesson {
    /// The position whose people learn it first of all; for champions, the one that most of them have.
    pub(crate) position: String,
    /// The feature that it is about; empty for none.
    #[serde(default)]
    pub(crate) feature: String,
    valid_months: i32,
    pub(crate) title: Text,
    summary: Text,
    module: Vec<Page>,
    question: Vec<Asked>,
}

/// A text in three languages.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Text {
    pub(crate) en: String,
    fa: String,
    ar: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Page {
    title: Text,
    minutes: i32,
    markdown: Text,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Asked {
    Single { prompt: Text, choice: Vec<Offered>, explanation: Text },
    Multiple { prompt: Text, choice: Vec<Offered>, explanation: Text },
    Truth { prompt: Text, answer: bool, explanation: Text },
    Number { prompt: Text, answer: f64, explanation: Text },
}

#[derive(Debug, Deserialize)]
struct Offered {
    #[serde(default)]
    correct: bool,
    #[serde(flatten)]
    text: Text,
}

/// The courses of the positions.
pub(crate) fn all() -> Result<Vec<Lesson>, toml::de::Error> {
    FILES.iter().map(|text| toml::from_str(text)).collect()
}

/// The course of the champions.
pub(crate) fn of_champions() -> Result<Lesson, toml::de::Error> {
    toml::from_str(CHAMPIONS)
}

/// The questions of all courses, with their answers.
pub(crate) fn questions() -> Result<Vec<Question>, toml::de::Error> {
    let lessons = all()?.into_iter().chain([of_champions()?]);
    Ok(lessons.flat_map(|lesson| lesson.question.iter().map(Asked::question).collect::<Vec<_>>()).collect())
}

impl Lesson {
    /// The course as the contract has it, about a feature of an application.
    pub(crate) fn course(&self, application: &str, feature: &str) -> Course {
        let mut modules: Vec<Module> = self.module.iter().map(Page::module).collect();
        modules.push(Module {
            title: Some(LocalizedText {
                en: "Try yourself".into(),
                fa: "خود را بیازمایید".into(),
                ar: "اختبر نفسك".into(),
            }),
            minutes: 3,
            content: Some(Content::Quiz(Quiz {
                questions: self.question.iter().map(Asked::question).collect(),
                pass_percent: 60,
                max_attempts: 0,
                time_limit_minutes: 0,
                shuffle: false,
            })),
            ..Module::default()
        });
        Course {
            title: Some(self.title.localized()),
            summary: Some(self.summary.localized()),
            application: application.to_owned(),
            feature: feature.to_owned(),
            modules,
            certificate: Some(CertificatePolicy {
                enabled: true,
                valid_months: self.valid_months,
                recertify_before_days: 30,
            }),
            ..Course::default()
        }
    }
}

impl Text {
    /// As the contract has it.
    pub(crate) fn localized(&self) -> LocalizedText {
        LocalizedText {
            en: self.en.trim().to_owned(),
            fa: self.fa.trim().to_owned(),
            ar: self.ar.trim().to_owned(),
        }
    }
}

impl Page {
    fn module(&self) -> Module {
        Module {
            title: Some(self.title.localized()),
            minutes: self.minutes,
            content: Some(Content::Text(TextContent { markdown: Some(self.markdown.localized()) })),
            ..Module::default()
        }
    }
}

impl Asked {
    fn question(&self) -> Question {
        let (prompt, explanation, kind) = match self {
            Self::Single { prompt, choice, explanation } => {
                (prompt, explanation, Kind::SingleChoice(ChoiceQuestion { choices: choices(choice) }))
            }
            Self::Multiple { prompt, choice, explanation } => {
                (prompt, explanation, Kind::MultipleChoice(ChoiceQuestion { choices: choices(choice) }))
            }
            Self::Truth { prompt, answer, explanation } => (
                prompt,
                explanation,
                Kind::TrueFalse(TrueFalseQuestion { answer: *answer, ..Default::default() }),
            ),
            Self::Number { prompt, answer, explanation } => (
                prompt,
                explanation,
                Kind::Number(NumberQuestion { answer: *answer, tolerance: 0.001, unit: None }),
            ),
        };
        Question {
            prompt: Some(prompt.localized()),
            points: 1,
            explanation: Some(explanation.localized()),
            kind: Some(kind),
            ..Question::default()
        }
    }
}

fn choices(offered: &[Offered]) -> Vec<Choice> {
    offered
        .iter()
        .map(|o| Choice { text: Some(o.text.localized()), correct: o.correct, explanation: None })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_course_is_written_in_three_languages() {
        for lesson in all().unwrap().into_iter().chain([of_champions().unwrap()]) {
            let course = lesson.course("organizations/x/applications/crm", "");
            let complete = |t: &Option<LocalizedText>| {
                t.as_ref().is_some_and(|t| !t.en.is_empty() && !t.fa.is_empty() && !t.ar.is_empty())
            };
            assert!(complete(&course.title) && complete(&course.summary), "{}", lesson.title.en);
            assert!(course.modules.iter().all(|m| complete(&m.title)), "{}", lesson.title.en);
            assert!(course.modules.len() >= 2);
        }
    }
}
