use proto::feedback::v1::{ClosePollRequest, Consent, Hand, PollMethod, PollVerdict, Stance};
use tonic::Code;

use crate::support::committees::{committee, hand};

#[tokio::test]
async fn it_is_counted_when_enough_took_a_stance() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1", "e2"]).await;
    let poll = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    let few = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    for (who, h) in [("w1", Hand::For), ("e1", Hand::For), ("w2", Hand::Against), ("s1", Hand::Abstain)] {
        let open = c.say(&poll, who, hand(h)).await;
        assert_eq!(open.result.unwrap().verdict(), PollVerdict::Unspecified, "no verdict while it is open");
    }
    let closed = c.close_poll(&poll).await;
    let result = closed.result.clone().unwrap();
    assert_eq!(
        (result.verdict(), result.in_favour, result.against, result.neither),
        (PollVerdict::Passed, 2, 1, 1)
    );
    assert_eq!(c.close_poll(&poll).await, closed, "again changes nothing");
    c.say(&few, "w1", hand(Hand::For)).await;
    let close = ClosePollRequest { name: few.name.clone() };
    assert_eq!(c.polls("w2").close_poll(close).await.unwrap_err().code(), Code::PermissionDenied);
    assert_eq!(c.close_poll(&few).await.result.unwrap().verdict(), PollVerdict::NoQuorum);
}

#[tokio::test]
async fn one_objection_stops_what_seeks_consent() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let poll = c.ask(&meeting, PollMethod::Consent, &[]).await;
    for who in ["w1", "e1", "w2"] {
        c.say(&poll, who, Stance { consent: Consent::Consent.into(), ..Default::default() }).await;
    }
    let object = Stance {
        consent: Consent::Object.into(),
        reason: "Finance needs the field.".into(),
        ..Default::default()
    };
    c.say(&poll, "s1", object).await;
    let closed = c.close_poll(&poll).await;
    assert_eq!(closed.result.unwrap().verdict(), PollVerdict::Failed);
    let objection = closed.stances.iter().find(|s| s.consent() == Consent::Object).unwrap();
    assert_eq!(
        (objection.display_name.as_str(), objection.reason.as_str()),
        ("S1", "Finance needs the field.")
    );
}
