//! `AssignRetraining`: there is one assignment for each intervention and what it gives.

use kit::{auth::Caller, error::Error, name::OrganizationName, request_id::RequestId};
use proto::training::v1::{AssignRetrainingRequest, Assignment};
use tonic::{Request, Response};

use crate::{
    Training,
    api::{
        assignments::{
            new::{self, Origin},
            view,
        },
        convert::assignment as convert,
    },
    names::InterventionName,
    store,
};

pub(super) async fn assign_retraining(
    s: &Training,
    request: Request<AssignRetrainingRequest>,
) -> Result<Response<Assignment>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let source = who.parse::<InterventionName>("source", &request.source)?.intervention;
    let (given, now) = (request.assignment.clone().unwrap_or_default(), s.clock.now());

    let once = RequestId::new(&o, "AssignRetraining", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let made = store::assignment::of_source(&tx, &o, &source).await?;
    let target = convert::target(&mut who.violations(), &o, &given);
    let same = made.into_iter().find(|a| target.as_ref() == Some(&a.target));
    let assignment = if let Some(assigned) = same {
        assigned
    } else {
        let origin = Origin { creator: None, source: Some(source) };
        new::create(s, &tx, &o, who.violations(), &given, origin, now).await?
    };
    let reply = view::one(&tx, &o, &assignment, now).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
