//! `GetEvaluationRun`: how far an evaluation on demand is.

use kit::{auth::Caller, error::Error};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use crate::{Adoption, api::convert, names::EvaluationRunName, store};

pub(super) async fn get_evaluation_run(
    s: &Adoption,
    request: Request<pb::GetEvaluationRunRequest>,
) -> Result<Response<pb::EvaluationRun>, Error> {
    let who = Caller::of(&request)?;
    let name: EvaluationRunName = who.parse("name", &request.get_ref().name)?;

    let run = store::run::load(s.db.read(), &name.organization, &name.run).await?;
    let run = run.ok_or_else(|| Error::not_found(&name))?;
    Ok(Response::new(convert::run(&name.organization, &run)))
}
