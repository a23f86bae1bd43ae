use proto::feedback::v1::{CreatePollRequest, Poll, PollMethod, PollOption, PollState};
use tonic::Code;

use crate::support::{
    committees::{committee, en},
    fields, reason,
};

fn poll(method: PollMethod, options: &[&str]) -> Poll {
    let options = options.iter().map(|o| PollOption { id: String::new(), text: en(o) }).collect();
    Poll { question: en("What first?"), method: method.into(), options, ..Default::default() }
}

#[tokio::test]
async fn without_a_quorum_nothing_is_asked() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2"]).await;
    let request =
        |p: Poll| CreatePollRequest { parent: meeting.name.clone(), poll: Some(p), request_id: "r".into() };
    let hands = request(poll(PollMethod::ShowOfHands, &[]));
    let refused = c.polls("w1").create_poll(hands.clone()).await.unwrap_err();
    assert_eq!(reason(&refused), "NO_QUORUM");
    c.attend(&meeting, &["w1", "e1", "w2", "s1"]).await;
    let made = c.polls("w1").create_poll(hands.clone()).await.unwrap().into_inner();
    assert_eq!(
        (made.state(), made.can_take_stance, made.result.as_ref().unwrap().needed),
        (PollState::Open, true, 4)
    );
    assert_eq!(c.polls("w1").create_poll(hands).await.unwrap().into_inner(), made, "the same request");
    let member = c.polls("w2").create_poll(request(poll(PollMethod::Consent, &[]))).await.unwrap_err();
    assert!([Code::PermissionDenied, Code::InvalidArgument].contains(&member.code()), "{member:?}");
}

#[tokio::test]
async fn every_method_asks_for_its_own() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let request = |p: Poll| CreatePollRequest {
        parent: meeting.name.clone(),
        poll: Some(p),
        request_id: String::new(),
    };
    let dots =
        c.polls("w1").create_poll(request(poll(PollMethod::Dots, &["A", "B"]))).await.unwrap().into_inner();
    let ids: Vec<&str> = dots.options.iter().map(|o| o.id.as_str()).collect();
    assert_eq!((dots.dots, ids), (3, vec!["o1", "o2"]));
    for (wrong, expected) in [
        (poll(PollMethod::Unspecified, &[]), vec!["poll.method"]),
        (poll(PollMethod::ShowOfHands, &["A"]), vec!["poll.options"]),
        (poll(PollMethod::Ranked, &["A"]), vec!["poll.options"]),
        (poll(PollMethod::Ranked, &["A", "A", ""]), vec!["poll.options[1].text", "poll.options[2].text"]),
        (Poll { dots: 21, ..poll(PollMethod::Dots, &["A", "B"]) }, vec!["poll.dots"]),
        (Poll { dots: 2, ..poll(PollMethod::Ranked, &["A", "B"]) }, vec!["poll.dots"]),
        (
            Poll { question: None, agenda_item: "x".into(), ..poll(PollMethod::Consent, &[]) },
            vec!["poll.question", "poll.agenda_item"],
        ),
    ] {
        let refused = c.polls("w1").create_poll(request(wrong)).await.unwrap_err();
        assert_eq!(fields(&refused), expected);
    }
    let eleven: Vec<String> = (0..11).map(|i| i.to_string()).collect();
    let many = poll(PollMethod::Dots, &eleven.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(fields(&c.polls("w1").create_poll(request(many)).await.unwrap_err()), ["poll.options"]);
}

#[tokio::test]
async fn before_and_after_a_meeting_nothing_is_asked() {
    let c = committee().await;
    let meeting = c.meeting().await;
    let request = CreatePollRequest {
        parent: meeting.name.clone(),
        poll: Some(poll(PollMethod::Consent, &[])),
        request_id: String::new(),
    };
    assert_eq!(reason(&c.polls("w1").create_poll(request).await.unwrap_err()), "MEETING_NOT_OPEN");
}
