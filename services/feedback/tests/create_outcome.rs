use proto::feedback::v1::{
    CreateOutcomeRequest, DecidedProposal, Hand, Meeting, Outcome, OutcomeKind, OutcomeTaskAssigned,
    PollMethod, ProposalAnswered, ProposalDecision, ProposalStatus,
};
use tonic::Code;

use crate::support::{
    committees::{committee, decision, en, hand, task},
    fields, ids, name, reason,
};

fn request(meeting: &Meeting, outcome: Outcome) -> CreateOutcomeRequest {
    CreateOutcomeRequest { parent: meeting.name.clone(), outcome: Some(outcome), request_id: String::new() }
}

#[tokio::test]
async fn you_said_we_did() {
    let c = committee().await;
    let proposal = c.company.propose("w5", "The order form is slow").await;
    c.company.vote("s2", &proposal.name).await.unwrap();
    c.company.say("s3", &proposal.name, "Here too").await.unwrap();
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let made =
        c.leave(&meeting, decision("We shorten it in May.", &[(&proposal, ProposalDecision::Planned)])).await;
    assert_eq!(made.proposals[0].title, "The order form is slow");
    let seen = c.company.get("w5", &proposal.name).await.unwrap();
    assert_eq!((seen.status(), seen.answer.as_str()), (ProposalStatus::Planned, "We shorten it in May."));
    let told = c.company.heard::<ProposalAnswered>().await;
    assert_eq!((told.len(), &told[0].application), (1, &name("applications", "crm")));
    let mut people = ids(&told[0].people);
    people.sort_unstable();
    assert_eq!(people, ["s2", "s3", "w5"], "who proposed, voted and commented");
}

#[tokio::test]
async fn a_meeting_without_a_quorum_does_not_decide() {
    let c = committee().await;
    let proposal = c.company.propose("w5", "The order form is slow").await;
    let meeting = c.open_meeting(&["w1", "e1", "w2"]).await;
    let decide = decision("We shorten it.", &[(&proposal, ProposalDecision::Planned)]);
    let refused = c.outcomes("w1").create_outcome(request(&meeting, decide.clone())).await.unwrap_err();
    assert_eq!(reason(&refused), "NO_QUORUM");
    let seen = c.company.get("w5", &proposal.name).await.unwrap();
    assert_eq!((seen.status(), seen.answer.as_str()), (ProposalStatus::Open, ""), "nothing happened");
    assert!(c.company.heard::<ProposalAnswered>().await.is_empty());
    let known = Outcome {
        kind: OutcomeKind::Information.into(),
        text: en("The form has 40 fields."),
        ..Default::default()
    };
    assert!(c.outcomes("w1").create_outcome(request(&meeting, known)).await.is_ok(), "it can still inform");
    c.attend(&meeting, &["w1", "e1", "w2", "s1"]).await;
    assert!(c.outcomes("w1").create_outcome(request(&meeting, decide)).await.is_ok());
}

#[tokio::test]
async fn a_decision_rests_on_what_its_poll_decided() {
    let c = committee().await;
    let proposal = c.company.propose("w5", "The order form is slow").await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let poll = c.ask(&meeting, PollMethod::ShowOfHands, &[]).await;
    let on =
        |d: ProposalDecision| Outcome { poll: poll.name.clone(), ..decision("So it is.", &[(&proposal, d)]) };
    let early = c.outcomes("w1").create_outcome(request(&meeting, on(ProposalDecision::Planned))).await;
    assert_eq!(reason(&early.unwrap_err()), "POLL_DID_NOT_DECIDE", "it is open");
    for who in ["w1", "e1", "w2", "s1"] {
        c.say(&poll, who, hand(Hand::Against)).await;
    }
    c.close_poll(&poll).await;
    let against = c.outcomes("w1").create_outcome(request(&meeting, on(ProposalDecision::Planned))).await;
    assert_eq!(reason(&against.unwrap_err()), "POLL_DID_NOT_DECIDE", "it was turned down");
    assert!(c.outcomes("w1").create_outcome(request(&meeting, on(ProposalDecision::Declined))).await.is_ok());
    assert_eq!(c.company.get("w5", &proposal.name).await.unwrap().status(), ProposalStatus::Declined);
}

#[tokio::test]
async fn two_of_the_same_request_decide_once() {
    let c = committee().await;
    let proposal = c.company.propose("w5", "The order form is slow").await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let decide = decision("We shorten it.", &[(&proposal, ProposalDecision::Planned)]);
    let once = CreateOutcomeRequest { request_id: "r".into(), ..request(&meeting, decide) };
    let (mut chair, mut secretary) = (c.outcomes("w1"), c.outcomes("e1"));
    let (a, b) = futures::join!(chair.create_outcome(once.clone()), secretary.create_outcome(once.clone()));
    assert_eq!(a.unwrap().into_inner(), b.unwrap().into_inner());
    assert_eq!(c.company.heard::<ProposalAnswered>().await.len(), 1);
}

#[tokio::test]
async fn a_task_has_an_owner_who_hears_of_it() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let made = c.leave(&meeting, task("s4", "2026-03-20")).await;
    assert_eq!((made.owner_display_name.as_str(), made.overdue), ("S4", false));
    let told = c.company.heard::<OutcomeTaskAssigned>().await;
    assert_eq!(
        (told.len(), told[0].owner.as_str(), told[0].due_day.as_str()),
        (1, name("people", "s4").as_str(), "2026-03-20")
    );
}

#[tokio::test]
async fn every_mistake_is_told_at_once() {
    let c = committee().await;
    let known = c.company.propose("w5", "The order form is slow").await;
    let meeting = c.open_meeting(&["w1", "e1", "w2", "s1"]).await;
    let twice = DecidedProposal { proposal: known.name.clone(), decision: 1, title: String::new() };
    let bad = Outcome {
        kind: OutcomeKind::Decision.into(),
        text: None,
        poll: format!("{}/polls/none", meeting.name),
        owner: name("people", "w1"),
        due_day: "2026-03-20".into(),
        proposals: vec![
            twice.clone(),
            DecidedProposal { decision: 9, ..twice.clone() },
            DecidedProposal { proposal: name("proposals", "none"), ..twice },
        ],
        ..Default::default()
    };
    let refused = c.outcomes("w1").create_outcome(request(&meeting, bad)).await.unwrap_err();
    assert_eq!(
        fields(&refused),
        [
            "outcome.text",
            "outcome.poll",
            "outcome.proposals[1].decision",
            "outcome.proposals[1].proposal",
            "outcome.proposals[2].proposal",
            "outcome.owner",
            "outcome.due_day",
        ]
    );
    let late =
        c.outcomes("w1").create_outcome(request(&meeting, task("ghost", "2026-03-02"))).await.unwrap_err();
    assert_eq!(fields(&late), ["outcome.owner", "outcome.due_day"], "yesterday");
}

#[tokio::test]
async fn members_write_nothing_down_and_nobody_afterwards() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let refused =
        c.outcomes("w2").create_outcome(request(&meeting, task("w2", "2026-03-20"))).await.unwrap_err();
    assert_eq!(refused.code(), Code::PermissionDenied);
    c.close(&meeting).await;
    let late =
        c.outcomes("w1").create_outcome(request(&meeting, task("w2", "2026-03-20"))).await.unwrap_err();
    assert_eq!(reason(&late), "MEETING_NOT_OPEN");
}
