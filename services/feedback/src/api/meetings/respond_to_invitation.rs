//! `RespondToInvitation`: whether the caller will come.

use kit::{auth::Caller, error::Error, violation::Rule};
use proto::feedback::v1::{InvitationResponse, Meeting, RespondToInvitationRequest};
use tonic::{Request, Response};

use super::{convert, seeing::Seen};
use crate::{Feedback, domain::meeting, names::MeetingName, store};

pub(super) async fn respond_to_invitation(
    s: &Feedback,
    request: Request<RespondToInvitationRequest>,
) -> Result<Response<Meeting>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MeetingName = who.parse("name", &request.name)?;
    let (o, person) = (&name.organization, who.person()?);
    let mut violations = who.violations();
    let response = match InvitationResponse::try_from(request.response) {
        Ok(InvitationResponse::Accepted) => meeting::Response::Accepted,
        Ok(InvitationResponse::Declined) => meeting::Response::Declined,
        Ok(InvitationResponse::Tentative) => meeting::Response::Tentative,
        Ok(InvitationResponse::Unspecified) | Err(_) => {
            let allowed = ["ACCEPTED", "DECLINED", "TENTATIVE"];
            violations.add("response", request.response, Rule::unknown_value(&allowed));
            meeting::Response::None
        }
    };
    violations.check()?;

    let tx = s.db.begin().await?;
    let mut meeting = Seen::load(s, &tx, &who, &name).await?.meeting;
    meeting.must_not_be_over()?;
    // HR and sponsors see meetings that nobody invited them to.
    let Some(own) = meeting.attendees.iter_mut().find(|a| a.person == person) else {
        return Err(Error::Denied);
    };
    own.response = response;
    store::meeting::save(&tx, o, &meeting).await?;
    let today = s.today(&tx, o).await?;
    let reply = convert::view(&tx, o, today, &meeting, Some(person)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
