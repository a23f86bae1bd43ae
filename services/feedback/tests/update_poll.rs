use proto::feedback::v1::{Hand, Poll, PollMethod, UpdatePollRequest};
use tonic::Code;

use crate::support::{
    committees::{committee, en, hand},
    fields, reason,
};

#[tokio::test]
async fn a_question_stands_once_somebody_answered_it() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let poll = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    let change =
        |question: &str| UpdatePollRequest { poll: Some(Poll { question: en(question), ..poll.clone() }) };
    let changed = c.polls("e1").update_poll(change("Shorten it by half?")).await.unwrap().into_inner();
    assert_eq!(changed.question.unwrap().en, "Shorten it by half?");
    assert_eq!(c.polls("w2").update_poll(change("x")).await.unwrap_err().code(), Code::PermissionDenied);
    assert_eq!(fields(&c.polls("w1").update_poll(change("")).await.unwrap_err()), ["poll.question"]);
    c.say(&poll, "w2", hand(Hand::Against)).await;
    assert_eq!(
        reason(&c.polls("w1").update_poll(change("Lengthen it?")).await.unwrap_err()),
        "POLL_HAS_STANCES"
    );
    c.close_poll(&poll).await;
    assert_eq!(reason(&c.polls("w1").update_poll(change("Lengthen it?")).await.unwrap_err()), "POLL_CLOSED");
}
