//! `AnswerForwardedHelpRequest`: a champion of the learner's team answers; the learner is told.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{AnswerForwardedHelpRequestRequest, HelpRequest};
use tonic::{Request, Response};

use super::{answer, words};
use crate::{
    Training,
    api::convert::{help as convert, reference},
    domain::help::HelpAnswer,
    error::{Reason, Refuse},
    events::published,
    names::{HelpRequestName, PersonName},
    store,
};

pub(super) async fn answer_forwarded_help_request(
    s: &Training,
    request: Request<AnswerForwardedHelpRequestRequest>,
) -> Result<Response<HelpRequest>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: HelpRequestName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let answerer: Option<PersonName> = reference(&mut violations, "answerer", o, &request.answerer);
    let (text, articles) = answer::read(&mut violations, o, &request.answer, &request.articles);
    violations.check()?;

    let tx = s.db.begin().await?;
    let help = store::help::load(&tx, o, &name.help_request).await?;
    let mut help = help.ok_or_else(|| Error::not_found(&name))?;
    let answerer = answerer.map(|n| n.person).unwrap_or_default();
    let given = help.answer.as_ref();
    if given.is_some_and(|a| a.answerer != answerer || a.text != text || a.articles != articles) {
        return Err(Reason::HelpRequestAnswered.refuse("somebody answered the request before"));
    }
    let news = given.is_none();
    if news {
        answer::check_articles(&tx, &who, o, &articles).await?;
        help.answer = Some(HelpAnswer { text, articles, answerer, time: s.clock.now() });
        store::help::save(&tx, o, &help).await?;
    }
    let words = words::of(&tx, o, std::slice::from_ref(&help)).await?;
    if let Some(answer) = help.answer.as_ref().filter(|_| news) {
        let title = words.courses.get(&help.course).cloned().unwrap_or_default();
        s.outbox.add(&tx, o, &published::help_answered(o, &help, answer, &title)).await?;
    }
    tx.commit().await?;

    Ok(Response::new(convert::write(o, &help, &words)))
}
