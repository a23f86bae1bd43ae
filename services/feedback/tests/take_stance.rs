use futures::future::join_all;
use proto::feedback::v1::{
    Consent, Hand, ListPollsRequest, OptionDots, PollMethod, Stance, TakeStanceRequest,
};
use tonic::Code;

use crate::support::{
    committees::{committee, hand},
    fields, reason, violations,
};

fn dots(all: &[(&str, i32)]) -> Stance {
    let dots = all.iter().map(|(o, n)| OptionDots { option: (*o).into(), dots: *n }).collect();
    Stance { dots, ..Default::default() }
}

#[tokio::test]
async fn nobody_votes_twice_or_after_closing_or_from_outside() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let poll = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    let say = |h: Hand| TakeStanceRequest { name: poll.name.clone(), stance: Some(hand(h)) };
    c.polls("w2").take_stance(say(Hand::For)).await.unwrap();
    assert_eq!(reason(&c.polls("w2").take_stance(say(Hand::Against)).await.unwrap_err()), "STANCE_TAKEN");
    assert_eq!(reason(&c.polls("w3").take_stance(say(Hand::For)).await.unwrap_err()), "NOT_PRESENT");
    assert_eq!(c.polls("hana").take_stance(say(Hand::For)).await.unwrap_err().code(), Code::PermissionDenied);
    assert_eq!(c.polls("s5").take_stance(say(Hand::For)).await.unwrap_err().code(), Code::NotFound);
    assert_eq!(
        fields(&c.polls("s1").take_stance(say(Hand::Unspecified)).await.unwrap_err()),
        ["stance.hand"]
    );
    c.close_poll(&poll).await;
    assert_eq!(reason(&c.polls("s1").take_stance(say(Hand::For)).await.unwrap_err()), "POLL_CLOSED");
    let ask = ListPollsRequest { parent: meeting.name };
    let seen = c.polls("w1").list_polls(ask).await.unwrap().into_inner().polls;
    assert_eq!(seen[0].stances.len(), 1, "nothing was lost and nothing added");
}

#[tokio::test]
async fn ten_hands_at_once_of_one_person_count_once() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let poll = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    let calls = (0..10).map(|_| {
        let mut client = c.polls("w2");
        let request = TakeStanceRequest { name: poll.name.clone(), stance: Some(hand(Hand::For)) };
        async move { client.take_stance(request).await.is_ok() }
    });
    assert_eq!(join_all(calls).await.into_iter().filter(|ok| *ok).count(), 1);
}

#[tokio::test]
async fn a_stance_fits_its_method() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let consent = c.ask(&meeting, PollMethod::Consent, &[]).await;
    let dot = c.ask(&meeting, PollMethod::Dots, &["A", "B"]).await;
    let ranked = c.ask(&meeting, PollMethod::Ranked, &["A", "B"]).await;
    let object = Stance { consent: Consent::Object.into(), ..Default::default() };
    let rank =
        |all: &[&str]| Stance { ranking: all.iter().map(|o| (*o).into()).collect(), ..Default::default() };
    for (poll, stance, expected) in [
        (&consent, object, ("stance.reason", "REQUIRED")),
        (&consent, hand(Hand::For), ("stance.consent", "UNKNOWN_VALUE")),
        (&dot, dots(&[("o1", 2)]), ("stance.dots", "OUT_OF_RANGE")),
        (&dot, dots(&[("o1", 3), ("o1", 0)]), ("stance.dots", "DUPLICATE")),
        (&dot, dots(&[("o9", 3)]), ("stance.dots", "NOT_FOUND")),
        (&dot, dots(&[("o1", -1), ("o2", 4)]), ("stance.dots", "OUT_OF_RANGE")),
        (&ranked, rank(&[]), ("stance.ranking", "REQUIRED")),
        (&ranked, rank(&["o2", "o2"]), ("stance.ranking", "DUPLICATE")),
        (&ranked, rank(&["o0"]), ("stance.ranking", "NOT_FOUND")),
    ] {
        let request = TakeStanceRequest { name: poll.name.clone(), stance: Some(stance) };
        let refused = c.polls("w2").take_stance(request).await.unwrap_err();
        assert_eq!(violations(&refused), [(expected.0.to_owned(), expected.1.to_owned())]);
    }
    let seen = c.say(&ranked, "w2", rank(&["o2", "o1"])).await;
    assert_eq!(seen.stances[0].ranking, ["o2", "o1"]);
    let seen = c.say(&dot, "w2", dots(&[("o2", 3)])).await;
    assert_eq!(seen.result.unwrap().winners, ["o2"]);
}
