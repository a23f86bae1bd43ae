use proto::feedback::v1::{CancelMeetingRequest, CreateMeetingRequest, ListMeetingsRequest, MeetingState};

use crate::support::{committees::committee, fields, name, parent};

fn request() -> ListMeetingsRequest {
    ListMeetingsRequest { parent: parent(), ..Default::default() }
}

#[tokio::test]
async fn the_latest_comes_first_and_pages_go_on_where_the_last_ended() {
    let c = committee().await;
    let mut made = Vec::new();
    for hours in [24, 72, 48] {
        let request = CreateMeetingRequest {
            parent: parent(),
            meeting: Some(c.plan(hours)),
            request_id: String::new(),
        };
        made.push(c.meetings("w1").create_meeting(request).await.unwrap().into_inner().name);
    }
    let page = ListMeetingsRequest { page_size: 2, ..request() };
    let first = c.meetings("w2").list_meetings(page.clone()).await.unwrap().into_inner();
    let names: Vec<String> = first.meetings.iter().map(|m| m.name.clone()).collect();
    assert_eq!(names, [made[1].clone(), made[2].clone()]);
    let second = ListMeetingsRequest { page_token: first.next_page_token, ..page };
    let second = c.meetings("w2").list_meetings(second).await.unwrap().into_inner();
    assert_eq!((second.meetings.len(), second.meetings[0].name.as_str()), (1, made[0].as_str()));
    assert!(second.next_page_token.is_empty());
}

#[tokio::test]
async fn one_sees_what_concerns_one() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let count = |who: &'static str| {
        let mut client = c.meetings(who);
        async move { client.list_meetings(request()).await.unwrap().into_inner().meetings.len() }
    };
    assert_eq!((count("s1").await, count("s5").await, count("boss").await), (1, 0, 1));
    let cancel = CancelMeetingRequest { name: meeting.name, reason: String::new() };
    c.meetings("w1").cancel_meeting(cancel).await.unwrap();
    let open = ListMeetingsRequest { states: vec![MeetingState::Scheduled.into()], ..request() };
    assert!(c.meetings("w1").list_meetings(open).await.unwrap().into_inner().meetings.is_empty());
    let other = ListMeetingsRequest { committee: name("committees", "none"), ..request() };
    assert!(c.meetings("w1").list_meetings(other).await.unwrap().into_inner().meetings.is_empty());
    let wrong = ListMeetingsRequest { states: vec![0], committee: "x".into(), ..request() };
    assert_eq!(fields(&c.meetings("w1").list_meetings(wrong).await.unwrap_err()), ["committee", "states[0]"]);
}
