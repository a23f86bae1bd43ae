//! `RequestHelp`: a learner's question to the trainers.

use kit::{auth::Caller, directory, error::Error, request_id::RequestId, text, violation::Rule};
use proto::training::v1::{HelpRequest as Reply, RequestHelpRequest};
use tonic::{Request, Response};

use super::words;
use crate::{
    Training,
    api::{convert::help as convert, enrollments::own},
    domain::help::{HelpRequest, MAX_OPEN},
    error::{Reason, Refuse},
    events::published,
    names::EnrollmentName,
    store,
};

pub(super) async fn request_help(
    s: &Training,
    request: Request<RequestHelpRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: EnrollmentName = who.parse("name", &request.name)?;
    let (o, now, person) = (&name.organization, s.clock.now(), who.person()?);
    let mut violations = who.violations();
    let question = text::clean(&request.question);
    violations.length("question", &question, 1..=4_000);

    let once = RequestId::new(o, "RequestHelp", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let (enrollment, version) = own(&tx, &who, &name).await?;
    if !request.module.is_empty() && version.module(&request.module).is_none() {
        violations.add("module", &request.module, Rule::NotFound);
    }
    violations.check()?;
    if store::help::count_open(&tx, o, person).await? >= MAX_OPEN {
        return Err(Reason::TooManyHelpRequests.refuse("too many requests wait for an answer"));
    }
    let help = HelpRequest {
        id: s.ids.next(),
        person: person.to_owned(),
        enrollment: enrollment.id,
        course: enrollment.course,
        module: Some(request.module.clone()).filter(|m| !m.is_empty()),
        question,
        create_time: now,
        answer: None,
    };
    store::help::save(&tx, o, &help).await?;
    let called = directory::person(&tx, o, person).await?.map(|p| p.display_name).unwrap_or_default();
    s.outbox.add(&tx, o, &published::help_requested(o, &help, &called, &version.title)).await?;
    let reply = convert::write(o, &help, &words::of(&tx, o, std::slice::from_ref(&help)).await?);
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
