//! `UpdateMeeting`: another hour, another room, other guests; calendars follow.

use kit::{auth::Caller, contract::etag_matches, error::Error, mask::Mask};
use proto::feedback::v1::{Meeting, UpdateMeetingRequest};
use tonic::{Request, Response};

use super::{convert, edit, seeing::Seen};
use crate::{Feedback, inviting::Tell, names::MeetingName, store};

pub(super) async fn update_meeting(
    s: &Feedback,
    request: Request<UpdateMeetingRequest>,
) -> Result<Response<Meeting>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let given = request.meeting.unwrap_or_default();
    let name: MeetingName = who.parse("meeting.name", &given.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), edit::FIELDS);

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_prepare()?;
    seen.meeting.must_be_to_come()?;
    let (committee, before) = (&seen.committee, &seen.meeting);
    let mut meeting = before.clone();
    edit::edit(&tx, &mut violations, o, &mut meeting, &given, mask.fields(), s.clock.now()).await?;
    violations.check()?;
    if !etag_matches(&given.etag, before.revision) {
        return Err(Error::changed(&name));
    }
    let same_entry =
        crate::domain::meeting::Meeting { guests: before.guests.clone(), ..meeting.clone() } == *before;
    if !same_entry || meeting.guests != before.guests {
        meeting.revision += 1;
        let tell = if same_entry { Tell::Newcomers } else { Tell::Everybody };
        // What calendars show has changed: RFC 5545, 3.8.7.4.
        meeting.sequence += u32::from(!same_entry);
        s.invite(&tx, o, committee, &mut meeting, tell).await?;
        store::meeting::save(&tx, o, &meeting).await?;
    }
    let today = s.today(&tx, o).await?;
    let reply = convert::view(&tx, o, today, &meeting, Some(who.person()?)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
