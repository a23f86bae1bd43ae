//! What tests send.

use proto::{
    identity::v1 as identity,
    localization::v1::LocalizedText,
    training::v1::{self as pb, condition::Kind},
};

use super::name;

pub(crate) fn text<'w>(words: impl Into<Option<&'w str>>) -> Option<LocalizedText> {
    words.into().map(|words| LocalizedText { en: words.into(), ..Default::default() })
}

pub(crate) fn person(id: &str, team: &str, position: &str) -> identity::Person {
    identity::Person {
        name: name("people", id),
        external_id: id.into(),
        display_name: id.to_uppercase(),
        site: name("sites", "tehran"),
        employment_start_day: "2025-03-02".into(),
        memberships: vec![identity::Membership {
            team: name("teams", team),
            position: name("positions", position),
            start_day: "2025-03-02".into(),
            ..Default::default()
        }],
        revision: 1,
        ..Default::default()
    }
}

/// A text module, then a quiz of every kind that passes at 70 of 100 and may be tried twice.
pub(crate) fn course(title: &str) -> pb::Course {
    pb::Course {
        title: text(title),
        summary: text("What it is about"),
        modules: vec![reading("read"), quiz()],
        certificate: Some(pb::CertificatePolicy {
            enabled: true,
            valid_months: 12,
            recertify_before_days: 30,
        }),
        ..Default::default()
    }
}

pub(crate) fn reading(id: &str) -> pb::Module {
    let markdown = Some(LocalizedText { fa: "# خوش آمدید".into(), ..Default::default() });
    pb::Module {
        id: id.into(),
        title: text("Read this"),
        minutes: 10,
        content: Some(pb::module::Content::Text(pb::TextContent { markdown })),
    }
}

pub(crate) fn quiz() -> pb::Module {
    let quiz = pb::Quiz {
        questions: questions(),
        pass_percent: 70,
        max_attempts: 2,
        time_limit_minutes: 20,
        shuffle: true,
    };
    pb::Module {
        id: "quiz".into(),
        title: text("What do you know?"),
        minutes: 0,
        content: Some(pb::module::Content::Quiz(quiz)),
    }
}

fn choice(words: &str, correct: bool) -> pb::Choice {
    pb::Choice { text: text(words), correct, explanation: text(format!("{words}, explained").as_str()) }
}

fn questions() -> Vec<pb::Question> {
    use pb::question::Kind as K;
    let pair = |a: &str, b: &str| pb::MatchingPair { prompt: text(a), r#match: text(b) };
    let kinds = [
        (
            "single",
            K::SingleChoice(pb::ChoiceQuestion {
                choices: vec![choice("wrong", false), choice("right", true)],
            }),
        ),
        (
            "multiple",
            K::MultipleChoice(pb::ChoiceQuestion {
                choices: vec![choice("right one", true), choice("wrong", false), choice("right two", true)],
            }),
        ),
        ("truth", K::TrueFalse(pb::TrueFalseQuestion { answer: true, ..Default::default() })),
        (
            "order",
            K::Ordering(pb::OrderingQuestion {
                items: ["1st", "2nd", "3rd"].into_iter().filter_map(text).collect(),
            }),
        ),
        (
            "match",
            K::Matching(pb::MatchingQuestion { pairs: vec![pair("a", "A"), pair("b", "B"), pair("c", "C")] }),
        ),
        ("number", K::Number(pb::NumberQuestion { answer: 12.5, tolerance: 0.1, unit: text("%") })),
        ("words", K::ShortText(pb::ShortTextQuestion { accepted: vec!["قیف فروش".into()] })),
    ];
    let question = |(id, kind): (&str, K)| pb::Question {
        id: id.into(),
        prompt: text(id),
        points: 1,
        explanation: text("That is why"),
        kind: Some(kind),
    };
    kinds.into_iter().map(question).collect()
}

/// What somebody answers who knows it, in the keys of the attempt.
pub(crate) fn right_answers(attempt: &pb::QuizAttempt) -> Vec<pb::Answer> {
    attempt.questions.iter().map(right_answer).collect()
}

fn right_answer(question: &pb::AskedQuestion) -> pb::Answer {
    use pb::answer::Value;
    let key = |words: &str| {
        let says = |o: &&pb::AskedOption| o.text.as_ref().unwrap().en == words;
        question.options.iter().find(says).unwrap().key.clone()
    };
    let keys = |words: &[&str]| Value::Keys(pb::AnswerKeys { keys: words.iter().map(|w| key(w)).collect() });
    let value = match question.id.as_str() {
        "single" => keys(&["right"]),
        "multiple" => keys(&["right two", "right one"]),
        "truth" => Value::Truth(true),
        "order" => keys(&["1st", "2nd", "3rd"]),
        "match" => {
            let pair =
                |p: &pb::AskedOption| (p.key.clone(), key(&p.text.as_ref().unwrap().en.to_uppercase()));
            Value::Pairs(pb::AnswerPairs { pairs: question.prompts.iter().map(pair).collect() })
        }
        "number" => Value::Text("۱۲٫۵".into()),
        "words" => Value::Text(" قيف  فروش".into()),
        other => panic!("{other}"),
    };
    pb::Answer { question: question.id.clone(), value: Some(value) }
}

pub(crate) fn assignment(course: &pb::Course, audience: pb::Audience) -> pb::Assignment {
    pb::Assignment {
        target: Some(pb::assignment::Target::Course(course.name.clone())),
        audience: Some(audience),
        due_working_days: 10,
        enroll_later: true,
        ..Default::default()
    }
}

pub(crate) fn curriculum(title: &str, courses: &[&pb::Course]) -> pb::Curriculum {
    let step = |c: &&pb::Course| pb::CurriculumStep { course: c.name.clone(), ..Default::default() };
    pb::Curriculum {
        title: text(title),
        position: name("positions", "seller"),
        level: identity::Level::Novice.into(),
        steps: courses.iter().map(step).collect(),
        in_order: true,
        ..Default::default()
    }
}

pub(crate) fn all_of(kinds: impl IntoIterator<Item = Kind>) -> pb::Audience {
    let all_of = kinds.into_iter().map(|kind| pb::Condition { kind: Some(kind) }).collect();
    pb::Audience { all_of, any_of: vec![] }
}

pub(crate) fn team(id: &str) -> Kind {
    Kind::Team(pb::TeamCondition { teams: vec![name("teams", id)] })
}

pub(crate) fn position(id: &str) -> Kind {
    Kind::Position(pb::PositionCondition { positions: vec![name("positions", id)] })
}

pub(crate) fn not_completed(course: &pb::Course) -> Kind {
    Kind::NotCompleted(pb::CompletionCondition { course: course.name.clone() })
}

pub(crate) fn has_completed(course: &pb::Course) -> Kind {
    Kind::HasCompleted(pb::CompletionCondition { course: course.name.clone() })
}

/// An article in English and Persian.
pub(crate) fn article(title: &str, body: &str) -> pb::Article {
    pb::Article {
        title: text(title),
        body: Some(LocalizedText { en: body.into(), fa: format!("متن {body}"), ..Default::default() }),
        ..Default::default()
    }
}
