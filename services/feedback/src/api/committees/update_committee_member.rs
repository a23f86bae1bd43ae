//! `UpdateCommitteeMember`: another role, another term.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Committee, UpdateCommitteeMemberRequest};
use tonic::{Request, Response};

use super::{convert, edit, rights};
use crate::{Feedback, names::CommitteeName, store};

pub(super) async fn update_committee_member(
    s: &Feedback,
    request: Request<UpdateCommitteeMemberRequest>,
) -> Result<Response<Committee>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: CommitteeName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();

    let tx = s.db.begin().await?;
    let mut committee = rights::load_active(&tx, &name).await?;
    let today = s.today(&tx, o).await?;
    let mut given = request.member.unwrap_or_default();
    let known = committee.members.iter().find(|m| given.person.ends_with(&format!("/{}", m.person)));
    if let Some(known) = known.filter(|_| given.start_day.is_empty()) {
        given.start_day = known.start.to_string();
    }
    let member = edit::member(&tx, &mut violations, o, "member", &given, today).await?;
    violations.check()?;
    let Some(member) = member.filter(|new| committee.members.iter().any(|m| m.person == new.person)) else {
        return Err(Error::not_found(&given.person));
    };
    committee.seat(member);
    committee.revision += 1;
    store::committee::save(&tx, o, &committee).await?;
    s.invite_again(&tx, o, &committee).await?;
    let reply = convert::view(&tx, o, today, &committee, who.person().ok()).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
