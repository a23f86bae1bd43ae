//! `ListMeetings`: those that the caller may see, the latest start first.

use kit::{
    auth::Caller,
    contract::reference_if_any,
    error::Error,
    name::OrganizationName,
    page::Page,
    violation::{Rule, Violations},
};
use proto::feedback::v1::{ListMeetingsRequest, ListMeetingsResponse, MeetingState};
use tonic::{Request, Response};

use super::convert;
use crate::{
    Feedback,
    api::committees::rights::sees_all,
    domain::meeting::State,
    names::CommitteeName,
    store::{self, committee, meeting::Filter},
};

pub(super) async fn list_meetings(
    s: &Feedback,
    request: Request<ListMeetingsRequest>,
) -> Result<Response<ListMeetingsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let after = key(&mut violations, page.after.as_deref(), &request.page_token);
    let committee: Option<CommitteeName> =
        reference_if_any(&mut violations, "committee", &o, &request.committee);
    let states = states(&mut violations, &request.states);
    violations.check()?;

    let (db, person) = (s.db.read(), who.person()?);
    let today = s.today(db, &o).await?;
    let viewer = if sees_all(&who) { None } else { Some(own_committees(s, &o, person).await?) };
    let filter = Filter { committee: committee.map(|c| c.committee), states, viewer };
    let after = after.as_ref().map(|(start, id)| (*start, id.as_str()));
    let mut found = store::meeting::list(db, &o, &filter, after, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |m| format!("{}|{}", store::meeting::key(m), m.id));

    let meetings = convert::view_many(db, &o, today, &found, Some(person)).await?;
    Ok(Response::new(ListMeetingsResponse { meetings, next_page_token }))
}

fn key(violations: &mut Violations, after: Option<&str>, token: &str) -> Option<(i64, String)> {
    let (start, id) = after?.split_once('|')?;
    let Ok(start) = start.parse() else {
        violations.add("page_token", token, Rule::Malformed { expected: "next_page_token".into() });
        return None;
    };
    Some((start, id.to_owned()))
}

fn states(violations: &mut Violations, given: &[i32]) -> Vec<State> {
    let mut states = Vec::new();
    for (i, state) in given.iter().enumerate() {
        match MeetingState::try_from(*state) {
            Ok(MeetingState::Scheduled) => states.push(State::Scheduled),
            Ok(MeetingState::Open) => states.push(State::Open),
            Ok(MeetingState::Closed) => states.push(State::Closed),
            Ok(MeetingState::Cancelled) => states.push(State::Cancelled),
            Ok(MeetingState::Unspecified) | Err(_) => {
                let allowed = ["SCHEDULED", "OPEN", "CLOSED", "CANCELLED"];
                violations.add(format!("states[{i}]"), state, Rule::unknown_value(&allowed));
            }
        }
    }
    states
}

/// The person, and the committees in which the person is today.
pub(crate) async fn own_committees(
    s: &Feedback,
    o: &str,
    person: &str,
) -> Result<(String, Vec<String>), Error> {
    let db = s.db.read();
    let today = s.today(db, o).await?;
    let filter = committee::Filter { state: None, member: Some((person.to_owned(), today)) };
    let own = committee::list(db, o, &filter, None, u64::from(u16::MAX)).await?;
    Ok((person.to_owned(), own.into_iter().map(|c| c.id).collect()))
}
