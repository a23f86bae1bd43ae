//! `AnswerPulse`: that the caller answered is kept, and what was answered, but nothing that joins the two.

use kit::{
    auth::Caller,
    error::Error,
    text,
    violation::{Rule, Violations},
};
use proto::feedback::v1::{AnswerPulseRequest, AnswerPulseResponse, PulseAnswer, pulse_answer};
use tonic::{Request, Response};

use crate::{
    Feedback,
    domain::pulse::{
        answer::{self, MOST_CHARACTERS, Mistake, Value},
        results::Reply,
    },
    error::{Reason, Refuse},
    names::PulseRoundName,
    store,
};

/// More answers than a pulse has questions are not even looked at.
const MOST_ANSWERS: usize = 20;

pub(super) async fn answer_pulse(
    s: &Feedback,
    request: Request<AnswerPulseRequest>,
) -> Result<Response<AnswerPulseResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PulseRoundName = who.parse("name", &request.name)?;
    let (o, person) = (&name.organization, who.person()?);
    let number = name.round.parse().map_err(|_| Error::not_found(&name))?;
    let mut violations = who.violations();
    violations.count("answers", request.answers.len(), MOST_ANSWERS);

    let tx = s.db.begin().await?;
    let invitation = store::pulse_round::invitation(&tx, o, &name.pulse, number, person).await?;
    let invitation = invitation.ok_or_else(|| Error::not_found(&name))?;
    let pulse = store::pulse::load(&tx, o, &name.pulse).await?.ok_or_else(|| Error::not_found(&name))?;
    let round = store::pulse_round::load(&tx, o, &name.pulse, number).await?;
    let mut round = round.ok_or_else(|| Error::not_found(&name))?;
    if invitation.answered {
        return Err(Reason::PulseAnswered.refuse("the round was answered already"));
    }
    if !round.is_open(store::days::today(&tx, o, s.clock.now()).await?) {
        return Err(Reason::PulseOver.refuse("the round is over"));
    }
    let given = request.answers.iter().take(MOST_ANSWERS).map(read).collect();
    let answers = match answer::take(&pulse.questions, given) {
        Ok(answers) => answers,
        Err(mistakes) => return Err(refused(violations, &request.answers, mistakes)),
    };
    violations.check()?;
    round.answered += 1;
    store::pulse_round::save(&tx, o, &name.pulse, &round).await?;
    store::pulse_round::mark_answered(&tx, o, &invitation).await?;
    let id = hex(&s.ids.random_bytes::<16>());
    let reply = Reply { team: invitation.team, answers };
    store::pulse_reply::add(&tx, o, &name.pulse, number, id, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(AnswerPulseResponse {}))
}

fn read(given: &PulseAnswer) -> (String, Option<Value>) {
    let value = given.answer.as_ref().map(|answer| match answer {
        pulse_answer::Answer::Score(score) => Value::Score(*score),
        pulse_answer::Answer::Choice(choice) => Value::Choice(*choice),
        pulse_answer::Answer::Text(words) => Value::Text(text::clean(words)),
    });
    (given.question.clone(), value)
}

fn refused(mut violations: Violations, given: &[PulseAnswer], mistakes: Vec<(usize, Mistake)>) -> Error {
    for (place, mistake) in mistakes {
        let field = format!("answers[{place}]");
        let mut value = given.get(place).map(shown).unwrap_or_default();
        let rule = match mistake {
            Mistake::Missing(question) => {
                value = question;
                Rule::Required
            }
            Mistake::UnknownQuestion => Rule::NotFound,
            Mistake::Twice => Rule::Duplicate,
            Mistake::WrongKind => Rule::Malformed { expected: "score, choice, text".into() },
            Mistake::OutOfRange(min, max) => Rule::OutOfRange { min: min.to_string(), max: max.to_string() },
            Mistake::TooLong => Rule::TooLong { max: MOST_CHARACTERS as u64 },
        };
        violations.add(field, value, rule);
    }
    Error::Invalid(violations)
}

fn shown(given: &PulseAnswer) -> String {
    match &given.answer {
        Some(pulse_answer::Answer::Score(number) | pulse_answer::Answer::Choice(number)) => {
            number.to_string()
        }
        Some(pulse_answer::Answer::Text(words)) => words.clone(),
        None => String::new(),
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
