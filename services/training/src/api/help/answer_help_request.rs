//! `AnswerHelpRequest`: the learner is told.

use kit::{auth::Caller, error::Error};
use proto::training::v1::{AnswerHelpRequestRequest, HelpRequest};
use tonic::{Request, Response};

use super::{answer, words};
use crate::{
    Training, api::convert::help as convert, domain::help::HelpAnswer, events::published,
    names::HelpRequestName, store,
};

pub(super) async fn answer_help_request(
    s: &Training,
    request: Request<AnswerHelpRequestRequest>,
) -> Result<Response<HelpRequest>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: HelpRequestName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let (text, articles) = answer::read(&mut violations, o, &request.answer, &request.articles);
    violations.check()?;

    let tx = s.db.begin().await?;
    let help = store::help::load(&tx, o, &name.help_request).await?;
    let mut help = help.ok_or_else(|| Error::not_found(&name))?;
    answer::check_articles(&tx, &who, o, &articles).await?;
    let answer = HelpAnswer { text, articles, answerer: who.person()?.to_owned(), time: s.clock.now() };
    let news = help.answer.as_ref().is_none_or(|b| b.text != answer.text || b.articles != answer.articles);
    help.answer = Some(answer.clone());
    store::help::save(&tx, o, &help).await?;
    let words = words::of(&tx, o, std::slice::from_ref(&help)).await?;
    if news {
        let title = words.courses.get(&help.course).cloned().unwrap_or_default();
        s.outbox.add(&tx, o, &published::help_answered(o, &help, &answer, &title)).await?;
    }
    tx.commit().await?;

    Ok(Response::new(convert::write(o, &help, &words)))
}
