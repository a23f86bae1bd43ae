//! `ListPlaybooks`: what is done for each barrier, in the order of the table of causes.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::read;
use crate::{Adoption, domain::barrier::Barrier, store};

pub(super) async fn list_playbooks(
    s: &Adoption,
    request: Request<pb::ListPlaybooksRequest>,
) -> Result<Response<pb::ListPlaybooksResponse>, Error> {
    let who = Caller::of(&request)?;
    let parent: OrganizationName = who.parse("parent", &request.get_ref().parent)?;

    let mut playbooks = Vec::with_capacity(Barrier::ALL.len());
    for barrier in Barrier::ALL {
        let kept = store::playbook::load(s.db.read(), &parent.organization, barrier).await?;
        playbooks.push(read::reply(&parent.organization, &kept));
    }
    Ok(Response::new(pb::ListPlaybooksResponse { playbooks }))
}
