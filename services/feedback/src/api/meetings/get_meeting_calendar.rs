//! `GetMeetingCalendar`: the calendar entry as a file.

use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{GetMeetingCalendarRequest, MeetingCalendar};
use tonic::{Request, Response};

use super::seeing::Seen;
use crate::{
    Feedback,
    domain::{
        calendar::Method,
        meeting::{Meeting, State},
    },
    inviting::Calendar,
    names::MeetingName,
};

pub(super) async fn get_meeting_calendar(
    s: &Feedback,
    request: Request<GetMeetingCalendarRequest>,
) -> Result<Response<MeetingCalendar>, Error> {
    let who = Caller::of(&request)?;
    let name: MeetingName = who.parse("name", &request.get_ref().name)?;
    let (o, db, person) = (&name.organization, s.db.read(), who.person()?);
    let seen = Seen::load(s, db, &who, &name).await?;

    let method = method_of(&seen.meeting);
    let calendar = Calendar::of(s, db, o, &seen.committee, &seen.meeting, &[person.to_owned()]).await?;
    let content = calendar.entry(&seen.meeting, method, person, Some(who.language())).into_bytes();
    Ok(Response::new(MeetingCalendar {
        file_name: "meeting.ics".to_owned(),
        content_type: format!("text/calendar; charset=utf-8; method={}", method.name()),
        content,
    }))
}

/// A file that somebody opens by hand is shown and not answered; that of a cancelled meeting takes the entry out.
fn method_of(meeting: &Meeting) -> Method {
    if meeting.state == State::Cancelled { Method::Cancel } else { Method::Publish }
}
