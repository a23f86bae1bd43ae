//! `RecordAttendance`: who is there.

use kit::{auth::Caller, contract::reference, error::Error, violation::Rule};
use proto::feedback::v1::{Meeting, RecordAttendanceRequest};
use tonic::{Request, Response};

use super::{convert, seeing::Seen};
use crate::{
    Feedback,
    domain::{committee::MAX_MEMBERS, meeting::MAX_GUESTS},
    names::{MeetingName, PersonName},
    store,
};

pub(super) async fn record_attendance(
    s: &Feedback,
    request: Request<RecordAttendanceRequest>,
) -> Result<Response<Meeting>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MeetingName = who.parse("name", &request.name)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let mut present = Vec::new();
    if violations.count("present", request.present.len(), 2 * (MAX_MEMBERS + MAX_GUESTS)) {
        for (i, text) in request.present.iter().enumerate() {
            let person = reference::<PersonName>(&mut violations, &format!("present[{i}]"), o, text);
            present.push(person.map(|p| p.person).unwrap_or_default());
        }
    }
    violations.check()?;

    let tx = s.db.begin().await?;
    let seen = Seen::load(s, &tx, &who, &name).await?;
    seen.must_lead()?;
    let mut meeting = seen.meeting;
    meeting.must_be_open()?;
    let strangers = meeting.attend(&present);
    let mut violations = who.violations();
    for stranger in strangers {
        let at = present.iter().position(|p| *p == stranger).unwrap_or_default();
        violations.add(format!("present[{at}]"), PersonName::new(o, &stranger), Rule::NotFound);
    }
    violations.check()?;
    store::meeting::save(&tx, o, &meeting).await?;
    let today = s.today(&tx, o).await?;
    let reply = convert::view(&tx, o, today, &meeting, Some(who.person()?)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
