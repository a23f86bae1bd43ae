//! `AnswerForwardedHelp`: training keeps the answer and tells whoever asked.

use kit::{auth::Caller, error::Error};
use proto::{
    champions::v1::{AnswerForwardedHelpRequest, ForwardedHelp},
    training::v1::{AnswerForwardedHelpRequestRequest, help_service_client::HelpServiceClient},
};
use tonic::{Request, Response};

use super::view;
use crate::{
    Champions,
    api::{champion, convert},
    error::{Reason, Refuse},
    names::{ForwardedHelpName, HelpRequestName},
    store,
};

pub(super) async fn answer_forwarded_help(
    s: &Champions,
    request: Request<AnswerForwardedHelpRequest>,
) -> Result<Response<ForwardedHelp>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ForwardedHelpName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let answer = convert::words(&mut violations, "answer", &request.answer, 1, 4_000);
    violations.check()?;
    let me = champion(s.db.read(), &who, o).await?.to_owned();
    let help = store::help::load(s.db.read(), o, &name.forwarded_help).await?;
    let help = help.ok_or_else(|| Error::not_found(&name))?;
    if !store::people::covers(s.db.read(), o, &me, &help.team).await? {
        return Err(Error::not_found(&name));
    }
    if help.answer_time.is_some() {
        return Err(Reason::HelpAnswered.refuse("the request was answered"));
    }

    // Training has the last word; answering it twice in the same words is one answer, so that nothing is lost in between.
    let ask = AnswerForwardedHelpRequestRequest {
        name: HelpRequestName::new(o, &help.id).to_string(),
        answerer: convert::person(o, &me),
        answer: answer.clone(),
        articles: request.articles,
    };
    HelpServiceClient::new(s.others(o)).answer_forwarded_help_request(ask).await?;
    let tx = s.db.begin().await?;
    let mut help =
        store::help::load(&tx, o, &name.forwarded_help).await?.ok_or_else(|| Error::not_found(&name))?;
    help.answer = answer;
    help.answerer = Some(me);
    help.answer_time = Some(s.clock.now());
    store::help::save(&tx, o, &help).await?;
    let reply = view::write(&tx, o, std::slice::from_ref(&help)).await?.pop();
    tx.commit().await?;

    Ok(Response::new(reply.unwrap_or_default()))
}
