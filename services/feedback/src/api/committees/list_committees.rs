//! `ListCommittees`: newest first.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page, violation::Rule};
use proto::feedback::v1::{CommitteeState, ListCommitteesRequest, ListCommitteesResponse};
use tonic::{Request, Response};

use super::convert::Words;
use crate::{
    Feedback,
    domain::committee::State,
    store::{self, committee::Filter},
};

pub(super) async fn list_committees(
    s: &Feedback,
    request: Request<ListCommitteesRequest>,
) -> Result<Response<ListCommitteesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let state = match CommitteeState::try_from(request.state) {
        Ok(CommitteeState::Unspecified) => None,
        Ok(CommitteeState::Active) => Some(State::Active),
        Ok(CommitteeState::Ended) => Some(State::Ended),
        Err(_) => {
            violations.add("state", request.state, Rule::unknown_value(&["ACTIVE", "ENDED"]));
            None
        }
    };
    violations.check()?;

    let db = s.db.read();
    let today = s.today(db, &o).await?;
    let person = who.person().ok();
    let member = person.filter(|_| request.mine).map(|p| (p.to_owned(), today));
    let filter = Filter { state, member };
    let mut found = store::committee::list(db, &o, &filter, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |c| c.id.clone());

    let words = Words::of(db, &o, today, &found).await?;
    let committees = found.iter().map(|c| words.view(&o, c, person)).collect();
    Ok(Response::new(ListCommitteesResponse { committees, next_page_token }))
}
