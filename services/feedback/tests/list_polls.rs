use proto::feedback::v1::{Hand, ListPollsRequest, PollMethod};
use tonic::Code;

use crate::support::committees::{committee, hand};

#[tokio::test]
async fn members_see_each_others_stance_and_whether_they_can_take_one() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let poll = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    c.say(&poll, "w2", hand(Hand::For)).await;
    let ask = ListPollsRequest { parent: meeting.name.clone() };
    let see = |who: &'static str| {
        let (mut client, ask) = (c.polls(who), ask.clone());
        async move { client.list_polls(ask).await.unwrap().into_inner().polls.remove(0) }
    };
    let seen = see("s1").await;
    assert_eq!((seen.stances[0].display_name.as_str(), seen.stances[0].hand()), ("W2", Hand::For));
    assert!(seen.can_take_stance && !see("w2").await.can_take_stance, "w2 has said it");
    assert!(!see("w3").await.can_take_stance && !see("hana").await.can_take_stance, "not in the room");
    assert_eq!(c.polls("s5").list_polls(ask).await.unwrap_err().code(), Code::NotFound);
}
