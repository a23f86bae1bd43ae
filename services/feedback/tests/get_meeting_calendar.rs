use kit::localize::Language;
use proto::feedback::v1::{
    CancelMeetingRequest, GetMeetingCalendarRequest, meeting_service_client::MeetingServiceClient,
};
use tonic::Code;

use crate::support::committees::{committee, lines};

#[tokio::test]
async fn a_file_for_whoever_wants_it_by_hand() {
    let c = committee().await;
    let meeting = c.meeting().await;
    c.item(&meeting, "w2", "Order form", 15).await;
    let ask = GetMeetingCalendarRequest { name: meeting.name.clone() };
    let mut persian = MeetingServiceClient::new(c.company.person_in("w2", Language::Fa));
    let file = persian.get_meeting_calendar(ask.clone()).await.unwrap().into_inner();
    assert_eq!(file.content_type, "text/calendar; charset=utf-8; method=PUBLISH");
    let text = lines(&file.content);
    let description = text.iter().find(|l| l.starts_with("DESCRIPTION;LANGUAGE=fa")).unwrap();
    assert!(description.contains("۱. Order form (۱۵ دقیقه)"), "{description}");
    assert!(description.contains(&format!("/meetings/{}", meeting.name.rsplit('/').next().unwrap())));
    let cancel = CancelMeetingRequest { name: meeting.name.clone(), reason: String::new() };
    c.meetings("w1").cancel_meeting(cancel).await.unwrap();
    let file = c.meetings("w2").get_meeting_calendar(ask.clone()).await.unwrap().into_inner();
    assert!(lines(&file.content).contains(&"METHOD:CANCEL".to_owned()));
    let refused = c.meetings("s5").get_meeting_calendar(ask).await.unwrap_err();
    assert_eq!(refused.code(), Code::NotFound);
}
