//! `ListRecordedMails`: the mails that were written, newest first; only one's own unless one is an administrator.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page, violation::Rule};
use proto::{
    access::v1::Role,
    notifications::v1::{ListRecordedMailsRequest, ListRecordedMailsResponse},
};
use tonic::{Request, Response};

use super::{PersonName, convert};
use crate::{
    Notifications,
    store::delivery::{self, Filter},
};

pub(super) async fn list_recorded_mails(
    s: &Notifications,
    request: Request<ListRecordedMailsRequest>,
) -> Result<Response<ListRecordedMailsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let wanted: Option<PersonName> =
        if request.person.is_empty() { None } else { Some(who.parse("person", &request.person)?) };
    let mut violations = who.violations();
    let state = convert::state_of(request.state);
    if state.is_none() && request.state != 0 {
        violations.add("state", request.state, Rule::NotFound);
    }
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let own = if who.has(Role::Admin) { None } else { Some(who.person()?) };
    let filter = Filter { people: [own, wanted.as_ref().map(|n| n.person.as_str())], state };
    let mut found = delivery::list(s.db.read(), &parent.organization, filter, &page).await?;
    let next_page_token = page.cut(&mut found, delivery::Delivery::key);
    let recorded_mails = found.into_iter().map(convert::mail_line).collect();
    Ok(Response::new(ListRecordedMailsResponse { recorded_mails, next_page_token }))
}
