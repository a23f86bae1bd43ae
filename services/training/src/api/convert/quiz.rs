//! Quizzes: as trainers write them, and as learners see them.

use std::collections::BTreeSet;

use kit::{
    id::Ids,
    localize::Text,
    text,
    violation::{Rule, Violations},
};
use proto::{localization::v1::LocalizedText, training::v1 as pb};

use super::{Wanted, count, course::short_id, localized, number, text_of};
use crate::domain::{
    grading::{self, Grade},
    module::{DEFAULT_PASS_PERCENT, Quiz},
    question::{Answer, Answers, Choice, Kind, Pair, Question},
    shuffle::{self, Deal},
};

const MAX_QUESTIONS: usize = 100;
const MAX_OPTIONS: usize = 20;
const MAX_ANSWER: usize = 1_000;

/// Reads a quiz.
pub(super) fn read(violations: &mut Violations, ids: &Ids, field: &str, given: &pb::Quiz) -> Quiz {
    let questions_field = format!("{field}.questions");
    if given.questions.is_empty() {
        violations.add(&questions_field, "", Rule::Required);
    }
    let mut seen = BTreeSet::new();
    let mut questions = Vec::new();
    if violations.count(&questions_field, given.questions.len(), MAX_QUESTIONS) {
        for (i, question) in given.questions.iter().enumerate() {
            questions.extend(read_question(
                violations,
                ids,
                &format!("{questions_field}[{i}]"),
                question,
                &mut seen,
            ));
        }
    }
    let pass_percent = match number(violations, &format!("{field}.pass_percent"), given.pass_percent, 0, 100)
    {
        0 => DEFAULT_PASS_PERCENT,
        percent => percent,
    };
    Quiz {
        questions,
        pass_percent,
        max_attempts: number(violations, &format!("{field}.max_attempts"), given.max_attempts, 0, 50),
        time_limit_minutes: number(
            violations,
            &format!("{field}.time_limit_minutes"),
            given.time_limit_minutes,
            0,
            480,
        ),
        shuffle: given.shuffle,
    }
}

fn read_question(
    violations: &mut Violations,
    ids: &Ids,
    field: &str,
    given: &pb::Question,
    seen: &mut BTreeSet<String>,
) -> Option<Question> {
    let id = short_id(violations, ids, &format!("{field}.id"), &given.id, seen);
    let prompt =
        text_of(violations, &format!("{field}.prompt"), given.prompt.as_ref(), Wanted::Required, 2_000);
    let points = number(violations, &format!("{field}.points"), given.points, 0, 100).max(1);
    let explanation = text_of(
        violations,
        &format!("{field}.explanation"),
        given.explanation.as_ref(),
        Wanted::Optional,
        2_000,
    );
    let Some(kind) = &given.kind else {
        violations.add(format!("{field}.kind"), "", Rule::Required);
        return None;
    };
    Some(Question { id, prompt, points, explanation, kind: read_kind(violations, field, kind) })
}

fn read_kind(violations: &mut Violations, field: &str, given: &pb::question::Kind) -> Kind {
    use pb::question::Kind as Given;
    match given {
        Given::SingleChoice(choice) => {
            Kind::Single(choices(violations, &format!("{field}.single_choice"), choice, true))
        }
        Given::MultipleChoice(choice) => {
            Kind::Multiple(choices(violations, &format!("{field}.multiple_choice"), choice, false))
        }
        Given::TrueFalse(given) => {
            let mut text = |name: &str, text: Option<&LocalizedText>| {
                text_of(violations, &format!("{field}.true_false.{name}"), text, Wanted::Optional, 2_000)
            };
            Kind::TrueFalse {
                answer: given.answer,
                if_true: text("true_explanation", given.true_explanation.as_ref()),
                if_false: text("false_explanation", given.false_explanation.as_ref()),
            }
        }
        Given::Ordering(given) => {
            let field = format!("{field}.ordering.items");
            options(violations, &field, given.items.len());
            let item = |(i, item): (usize, &LocalizedText)| {
                text_of(violations, &format!("{field}[{i}]"), Some(item), Wanted::Required, 500)
            };
            Kind::Ordering(given.items.iter().take(MAX_OPTIONS).enumerate().map(item).collect())
        }
        Given::Matching(given) => {
            let field = format!("{field}.matching.pairs");
            options(violations, &field, given.pairs.len());
            let mut text = |i: usize, name: &str, text: Option<&LocalizedText>| {
                text_of(violations, &format!("{field}[{i}].{name}"), text, Wanted::Required, 500)
            };
            let pair = |(i, pair): (usize, &pb::MatchingPair)| Pair {
                prompt: text(i, "prompt", pair.prompt.as_ref()),
                matched: text(i, "match", pair.r#match.as_ref()),
            };
            Kind::Matching(given.pairs.iter().take(MAX_OPTIONS).enumerate().map(pair).collect())
        }
        Given::Number(given) => {
            let field = format!("{field}.number");
            if !given.answer.is_finite() {
                violations.add(format!("{field}.answer"), given.answer, Rule::NotANumber);
            }
            if !given.tolerance.is_finite() || given.tolerance < 0.0 {
                let rule = Rule::OutOfRange { min: "0".into(), max: "1e300".into() };
                violations.add(format!("{field}.tolerance"), given.tolerance, rule);
            }
            let unit =
                text_of(violations, &format!("{field}.unit"), given.unit.as_ref(), Wanted::Optional, 50);
            Kind::Number { answer: given.answer, tolerance: given.tolerance, unit }
        }
        Given::ShortText(given) => Kind::ShortText(accepted(violations, field, &given.accepted)),
    }
}

fn accepted(violations: &mut Violations, field: &str, given: &[String]) -> Vec<String> {
    let field = format!("{field}.short_text.accepted");
    if given.is_empty() {
        violations.add(&field, "", Rule::Required);
    }
    violations.count(&field, given.len(), 50);
    for (i, words) in given.iter().take(50).enumerate() {
        let field = format!("{field}[{i}]");
        if violations.length(&field, words, 1..=200) && text::normalize(words).is_empty() {
            violations.add(field, words, Rule::Required);
        }
    }
    given.iter().take(50).map(|words| text::clean(words)).collect()
}

fn options(violations: &mut Violations, field: &str, len: usize) {
    if len < 2 {
        violations.add(field, len, Rule::TooFew { min: 2 });
    }
    violations.count(field, len, MAX_OPTIONS);
}

fn choices(violations: &mut Violations, field: &str, given: &pb::ChoiceQuestion, one: bool) -> Vec<Choice> {
    let field = format!("{field}.choices");
    options(violations, &field, given.choices.len());
    let right = given.choices.iter().filter(|c| c.correct).count();
    if right == 0 {
        violations.add(&field, right, Rule::TooFew { min: 1 });
    } else if one && right > 1 {
        violations.add(&field, right, Rule::TooMany { max: 1 });
    }
    let mut text = |i: usize, name: &str, text: Option<&LocalizedText>, wanted, max| {
        text_of(violations, &format!("{field}[{i}].{name}"), text, wanted, max)
    };
    let choice = |(i, choice): (usize, &pb::Choice)| Choice {
        text: text(i, "text", choice.text.as_ref(), Wanted::Required, 500),
        correct: choice.correct,
        explanation: text(i, "explanation", choice.explanation.as_ref(), Wanted::Optional, 2_000),
    };
    given.choices.iter().take(MAX_OPTIONS).enumerate().map(choice).collect()
}

/// A quiz for trainers, answers included.
pub(super) fn write(quiz: &Quiz) -> pb::Quiz {
    pb::Quiz {
        questions: quiz.questions.iter().map(write_question).collect(),
        pass_percent: count(quiz.pass_percent),
        max_attempts: count(quiz.max_attempts),
        time_limit_minutes: count(quiz.time_limit_minutes),
        shuffle: quiz.shuffle,
    }
}

fn write_question(question: &Question) -> pb::Question {
    use pb::question::Kind as Written;
    let choices = |choices: &[Choice]| pb::ChoiceQuestion {
        choices: choices
            .iter()
            .map(|c| pb::Choice {
                text: localized(&c.text),
                correct: c.correct,
                explanation: localized(&c.explanation),
            })
            .collect(),
    };
    let kind = match &question.kind {
        Kind::Single(list) => Written::SingleChoice(choices(list)),
        Kind::Multiple(list) => Written::MultipleChoice(choices(list)),
        Kind::TrueFalse { answer, if_true, if_false } => Written::TrueFalse(pb::TrueFalseQuestion {
            answer: *answer,
            true_explanation: localized(if_true),
            false_explanation: localized(if_false),
        }),
        Kind::Ordering(items) => {
            Written::Ordering(pb::OrderingQuestion { items: items.iter().map(Into::into).collect() })
        }
        Kind::Matching(pairs) => Written::Matching(pb::MatchingQuestion {
            pairs: pairs
                .iter()
                .map(|p| pb::MatchingPair { prompt: localized(&p.prompt), r#match: localized(&p.matched) })
                .collect(),
        }),
        Kind::Number { answer, tolerance, unit } => Written::Number(pb::NumberQuestion {
            answer: *answer,
            tolerance: *tolerance,
            unit: localized(unit),
        }),
        Kind::ShortText(accepted) => Written::ShortText(pb::ShortTextQuestion { accepted: accepted.clone() }),
    };
    pb::Question {
        id: question.id.clone(),
        prompt: localized(&question.prompt),
        points: count(question.points),
        explanation: localized(&question.explanation),
        kind: Some(kind),
    }
}

/// The questions of an attempt, without their answers, in the attempt's own order.
pub(crate) fn asked(quiz: &Quiz, deal: Deal) -> Vec<pb::AskedQuestion> {
    deal.questions(quiz).into_iter().map(|q| asked_question(q, deal)).collect()
}

fn asked_question(question: &Question, deal: Deal) -> pb::AskedQuestion {
    let order = deal.options(question);
    let shuffled = |text_at: &dyn Fn(usize) -> Option<Text>| {
        let options = order.iter().enumerate().filter_map(|(place, index)| Some((place, text_at(*index)?)));
        options.map(|(place, text)| option(place, &text)).collect::<Vec<_>>()
    };
    let mut out = pb::AskedQuestion {
        id: question.id.clone(),
        prompt: localized(&question.prompt),
        points: count(question.points),
        ..pb::AskedQuestion::default()
    };
    let kind = match &question.kind {
        Kind::Single(choices) | Kind::Multiple(choices) => {
            out.options = shuffled(&|i| choices.get(i).map(|c| c.text.clone()));
            match &question.kind {
                Kind::Single(_) => pb::QuestionKind::SingleChoice,
                _ => pb::QuestionKind::MultipleChoice,
            }
        }
        Kind::TrueFalse { .. } => pb::QuestionKind::TrueFalse,
        Kind::Ordering(items) => {
            out.options = shuffled(&|i| items.get(i).cloned());
            pb::QuestionKind::Ordering
        }
        Kind::Matching(pairs) => {
            out.options = shuffled(&|i| pairs.get(i).map(|p| p.matched.clone()));
            out.prompts = pairs.iter().enumerate().map(|(place, p)| option(place, &p.prompt)).collect();
            pb::QuestionKind::Matching
        }
        Kind::Number { unit, .. } => {
            out.unit = localized(unit);
            pb::QuestionKind::Number
        }
        Kind::ShortText(_) => pb::QuestionKind::ShortText,
    };
    out.kind = kind.into();
    out
}

fn option(place: usize, text: &Text) -> pb::AskedOption {
    pb::AskedOption { key: shuffle::key(place), text: localized(text) }
}

/// Reads the answers to a quiz; those to questions that it does not have are left out.
pub(crate) fn answers(violations: &mut Violations, quiz: &Quiz, given: &[pb::Answer]) -> Answers {
    violations.count("answers", given.len(), MAX_QUESTIONS);
    let mut answers = Answers::new();
    for (i, answer) in given.iter().take(MAX_QUESTIONS).enumerate() {
        if !quiz.questions.iter().any(|q| q.id == answer.question) {
            continue;
        }
        let value = match &answer.value {
            Some(pb::answer::Value::Keys(keys)) => {
                Answer::Keys(keys.keys.iter().take(MAX_OPTIONS + 1).cloned().collect())
            }
            Some(pb::answer::Value::Truth(truth)) => Answer::Truth(*truth),
            Some(pb::answer::Value::Pairs(pairs)) => {
                let kept = pairs.pairs.iter().take(MAX_OPTIONS + 1);
                Answer::Pairs(kept.map(|(k, v)| (k.clone(), v.clone())).collect())
            }
            Some(pb::answer::Value::Text(text)) => {
                violations.length(&format!("answers[{i}].text"), text, 0..=MAX_ANSWER);
                Answer::Text(text.clone())
            }
            None => continue,
        };
        answers.insert(answer.question.clone(), value);
    }
    answers
}

/// An answer as it was given.
pub(crate) fn answer(question: &str, answer: &Answer) -> pb::Answer {
    let value = match answer.clone() {
        Answer::Keys(keys) => pb::answer::Value::Keys(pb::AnswerKeys { keys }),
        Answer::Truth(truth) => pb::answer::Value::Truth(truth),
        Answer::Pairs(pairs) => {
            pb::answer::Value::Pairs(pb::AnswerPairs { pairs: pairs.into_iter().collect() })
        }
        Answer::Text(text) => pb::answer::Value::Text(text),
    };
    pb::Answer { question: question.to_owned(), value: Some(value) }
}

/// What became of each answer. The right ones are told when nothing can be gained by them any more.
pub(crate) fn results(quiz: &Quiz, deal: Deal, grade: &Grade, tell: bool) -> Vec<pb::AnswerResult> {
    let questions = deal.questions(quiz).into_iter().zip(&grade.questions);
    questions
        .map(|(question, graded)| pb::AnswerResult {
            question: graded.question.clone(),
            correct: graded.correct,
            points: graded.points,
            max_points: count(graded.max_points),
            explanations: graded.explanations.iter().map(Into::into).collect(),
            solution: tell
                .then(|| grading::solution(question, deal))
                .flatten()
                .map(|a| answer(&question.id, &a)),
            solution_texts: if tell { grading::solution_texts(question) } else { Vec::new() },
        })
        .collect()
}
