//! `RemoveCommitteeMember`: somebody's term ends yesterday.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Committee, RemoveCommitteeMemberRequest};
use tonic::{Request, Response};

use super::{convert, rights};
use crate::{
    Feedback,
    names::{CommitteeName, PersonName},
    store,
};

pub(super) async fn remove_committee_member(
    s: &Feedback,
    request: Request<RemoveCommitteeMemberRequest>,
) -> Result<Response<Committee>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: CommitteeName = who.parse("name", &request.name)?;
    let person: PersonName = who.parse("person", &request.person)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let mut committee = rights::load_active(&tx, &name).await?;
    if !committee.members.iter().any(|m| m.person == person.person) {
        return Err(Error::not_found(&person));
    }
    let today = s.today(&tx, o).await?;
    let before = committee.members.clone();
    committee.unseat(&person.person, today);
    if committee.members != before {
        committee.revision += 1;
        store::committee::save(&tx, o, &committee).await?;
        s.invite_again(&tx, o, &committee).await?;
    }
    let reply = convert::view(&tx, o, today, &committee, who.person().ok()).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
