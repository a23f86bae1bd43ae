//! `GetChallenge`, `ListChallenges`: who sees what.

use proto::{
    access::v1::Role,
    incentives::v1::{self as pb, challenge_service_client::ChallengeServiceClient},
};
use tonic::Code;

use crate::support::{company, parent, person};

#[tokio::test]
async fn members_see_the_challenges_of_their_teams_and_nothing_else() {
    let company = company().await;
    let challenge = company.running(&["west"]).await;
    let list = pb::ListChallengesRequest { parent: parent(), ..Default::default() };
    for (who, roles, sees) in [
        ("w1", vec![], true),
        ("e1", vec![], false),
        ("hana", vec![(Role::Hr, None)], true),
        ("x", vec![(Role::Sponsor, None)], true),
        ("x", vec![(Role::Champion, Some("sales"))], true),
        ("x", vec![(Role::Champion, Some("north"))], false),
        ("x", vec![(Role::Admin, None)], false),
    ] {
        let mut client = ChallengeServiceClient::new(company.harness.as_person(who, &roles));
        let listed = client.list_challenges(list.clone()).await.unwrap().into_inner().challenges;
        assert_eq!(listed.len(), usize::from(sees), "{who} {roles:?}");
        let read = client.get_challenge(pb::GetChallengeRequest { name: challenge.name.clone() }).await;
        assert_eq!(read.map_err(|e| e.code()).err(), (!sees).then_some(Code::NotFound), "{who} {roles:?}");
    }
    // A newcomer of the team sees it; whoever left for another team is still on the roster.
    company.hire(person("w9", "west", "2026-03-02")).await;
    let mut newcomer = ChallengeServiceClient::new(company.member("w9"));
    assert!(newcomer.get_challenge(pb::GetChallengeRequest { name: challenge.name }).await.is_ok());
}

#[tokio::test]
async fn lists_are_cut_into_pages_and_by_state() {
    let company = company().await;
    let budget = company.budget("EUR", 900_000).await;
    for _ in 0..3 {
        company.create(company.draft(&budget, &["west"])).await.unwrap();
    }
    let running = company.create(company.draft(&budget, &["east"])).await.unwrap();
    company.start(&running).await.unwrap();
    let list = |states: Vec<i32>, size, token: &str| pb::ListChallengesRequest {
        parent: parent(),
        page_size: size,
        page_token: token.into(),
        states,
    };
    let drafts = vec![pb::ChallengeState::Draft.into()];
    let first = company.challenges().list_challenges(list(drafts.clone(), 2, "")).await.unwrap().into_inner();
    assert_eq!(first.challenges.len(), 2);
    let rest = company
        .challenges()
        .list_challenges(list(drafts, 2, &first.next_page_token))
        .await
        .unwrap()
        .into_inner();
    assert_eq!((rest.challenges.len(), rest.next_page_token.as_str()), (1, ""));
    let error = company.challenges().list_challenges(list(vec![0, 99], -1, "")).await.unwrap_err();
    assert_eq!(crate::support::fields(&error), ["page_size", "states[0]", "states[1]"]);
}
