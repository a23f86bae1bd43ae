//! `ReportContent`: tells moderators that something should not be there.

use kit::{auth::Caller, error::Error, text};
use proto::feedback::v1::{ReportContentRequest, ReportContentResponse};
use tonic::{Request, Response};

use super::seeing::seen;
use crate::{
    Feedback,
    api::moderation::content,
    names::ProposalName,
    store::{self, proposal_report::Report},
};

pub(super) async fn report_content(
    s: &Feedback,
    request: Request<ReportContentRequest>,
) -> Result<Response<ReportContentResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let (o, thing) = content::parse(&who, &request.name)?;
    let mut violations = who.violations();
    let reason = text::clean(&request.reason);
    violations.length("reason", &reason, 1..=500);
    violations.check()?;

    let tx = s.db.begin().await?;
    seen(&tx, &who, &ProposalName::new(&o, &thing.proposal)).await?;
    let mut content = content::load(&tx, &o, thing).await?;
    let report = Report { person: who.person()?.to_owned(), reason, time: s.clock.now() };
    if store::proposal_report::add(&tx, &o, &content.thing(), &report).await? {
        content.review(&tx, &o, false).await?;
    }
    tx.commit().await?;

    Ok(Response::new(ReportContentResponse {}))
}
