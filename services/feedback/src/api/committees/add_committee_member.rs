//! `AddCommitteeMember`: somebody takes a seat, and is invited to the meetings to come.

use kit::{auth::Caller, error::Error, violation::Rule};
use proto::feedback::v1::{AddCommitteeMemberRequest, Committee};
use tonic::{Request, Response};

use super::{convert, edit, rights};
use crate::{
    Feedback,
    domain::committee::{MAX_MEMBERS, MAX_MEMBERS_EVER},
    error::{Reason, Refuse},
    names::CommitteeName,
    store,
};

pub(super) async fn add_committee_member(
    s: &Feedback,
    request: Request<AddCommitteeMemberRequest>,
) -> Result<Response<Committee>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: CommitteeName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();

    let tx = s.db.begin().await?;
    let mut committee = rights::load_active(&tx, &name).await?;
    let today = s.today(&tx, o).await?;
    let given = request.member.unwrap_or_default();
    let member = edit::member(&tx, &mut violations, o, "member", &given, today).await?;
    let full =
        committee.members_on(today).len() >= MAX_MEMBERS || committee.members.len() >= MAX_MEMBERS_EVER;
    if full {
        violations.add("member", &given.person, Rule::TooMany { max: MAX_MEMBERS as u64 });
    }
    violations.check()?;
    let Some(member) = member else { return Err(Error::not_found(&given.person)) };
    if committee.has_from(&member.person, today) {
        return Err(Reason::AlreadyAMember.refuse("the person is a member already"));
    }
    committee.seat(member);
    committee.revision += 1;
    store::committee::save(&tx, o, &committee).await?;
    s.invite_again(&tx, o, &committee).await?;
    let reply = convert::view(&tx, o, today, &committee, who.person().ok()).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
