//! `ListProposals`.

use proto::{
    feedback::v1::{
        ListProposalsRequest, Proposal, ProposalKind, ProposalOrder, ProposalStatus, ProposalTopic,
        SetProposalTagsRequest,
    },
    localization::v1::Language,
};

use crate::support::{Company, build, company, fields, name, parent};

/// A plain one of w1, a Persian idea of w2 about the ERP, and one that is merged into the first.
async fn filled() -> (Company, [Proposal; 3]) {
    let company = company().await;
    let slow = company.propose("w1", "Searching is slow").await;
    let idea = Proposal {
        kind: ProposalKind::Idea.into(),
        language: Language::Fa.into(),
        application: name("applications", "erp"),
        feature: name("applications/erp/features", "reports"),
        topic: ProposalTopic::Function.into(),
        body: "برای مدیرم هر هفته گزارش می‌سازم.".into(),
        ..build::proposal("گزارش‌های هفتگی به‌صورت خودکار")
    };
    let idea = company.propose_this("w2", idea).await;
    let twin = company.propose("w3", "The search takes too long").await;
    company.merge(&twin.name, &slow.name).await.unwrap();
    (company, [slow, idea, twin])
}

#[tokio::test]
async fn filters_show_what_they_say() {
    let (company, [slow, idea, twin]) = filled().await;
    company.vote("w4", &idea.name).await.unwrap();
    company.answer(&idea.name, ProposalStatus::Planned, "").await.unwrap();
    let tags = SetProposalTagsRequest { name: idea.name.clone(), tags: vec!["گزارش".into()] };
    company.moderation().set_proposal_tags(tags).await.unwrap();
    let (slow, idea, twin) = (slow.title.as_str(), idea.title.as_str(), twin.title.as_str());
    let all = ListProposalsRequest::default;
    for (who, request, expected) in [
        ("w1", ListProposalsRequest { statuses: vec![6], ..all() }, vec![twin]),
        ("w1", ListProposalsRequest { statuses: vec![2, 3], ..all() }, vec![idea]),
        ("w1", ListProposalsRequest { kinds: vec![2], ..all() }, vec![slow]),
        ("w1", ListProposalsRequest { application: name("applications", "erp"), ..all() }, vec![idea]),
        ("w1", ListProposalsRequest { feature: name("applications/erp/features", "x"), ..all() }, vec![]),
        ("w1", ListProposalsRequest { topic: ProposalTopic::Speed.into(), ..all() }, vec![slow]),
        ("w1", ListProposalsRequest { language: Language::Fa.into(), ..all() }, vec![idea]),
        ("w1", ListProposalsRequest { tag: "گـزارش".into(), ..all() }, vec![idea]),
        ("w1", ListProposalsRequest { own: true, ..all() }, vec![slow]),
        ("w4", ListProposalsRequest { voted: true, ..all() }, vec![idea]),
        ("w3", ListProposalsRequest { followed: true, ..all() }, vec![slow]),
        ("w4", ListProposalsRequest { order: ProposalOrder::Votes.into(), ..all() }, vec![idea, slow]),
        ("w4", ListProposalsRequest { query: "گزارش هفتگي".into(), ..all() }, vec![idea]),
        ("w4", ListProposalsRequest { query: "مدیر".into(), ..all() }, vec![idea]),
        ("w4", ListProposalsRequest { query: "slow".into(), kinds: vec![1], ..all() }, vec![]),
        ("w4", ListProposalsRequest { query: "search".into(), statuses: vec![6], ..all() }, vec![twin]),
    ] {
        assert_eq!(company.titles(who, request.clone()).await, expected, "{who}: {request:?}");
    }
}

#[tokio::test]
async fn pages_end_where_the_next_begins_in_every_order() {
    let company = company().await;
    for i in 0..7 {
        if i == 4 {
            company.hours_pass(24).await;
        }
        let made = company.propose("w1", &format!("Searching number {i}")).await;
        for voter in ["w2", "w3", "w4"].iter().take(i % 3) {
            company.vote(voter, &made.name).await.unwrap();
        }
    }
    for (order, query) in [
        (ProposalOrder::Newest, ""),
        (ProposalOrder::Votes, ""),
        (ProposalOrder::Comments, ""),
        (ProposalOrder::Unspecified, "searching"),
        (ProposalOrder::Votes, "searching"),
    ] {
        let mut seen: Vec<Proposal> = Vec::new();
        let mut token = String::new();
        loop {
            let request = ListProposalsRequest {
                parent: parent(),
                page_size: 3,
                page_token: token,
                order: order.into(),
                query: query.into(),
                ..Default::default()
            };
            let page = company.proposals("w1").list_proposals(request).await.unwrap().into_inner();
            assert!(page.proposals.len() <= 3);
            seen.extend(page.proposals);
            token = page.next_page_token;
            if token.is_empty() {
                break;
            }
        }
        let mut titles: Vec<&str> = seen.iter().map(|p| p.title.as_str()).collect();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), 7, "{order:?} {query}: each once");
        match order {
            ProposalOrder::Newest => {
                assert!(seen.is_sorted_by_key(|p| std::cmp::Reverse(p.submit_day.clone())));
            }
            ProposalOrder::Votes => assert!(seen.is_sorted_by_key(|p| std::cmp::Reverse(p.vote_count))),
            _ => {}
        }
    }
}

#[tokio::test]
async fn what_is_hidden_or_not_asked_for_well_is_not_listed() {
    let (company, [slow, ..]) = filled().await;
    company.hide(&slow.name, "Rude").await.unwrap();
    let query = || ListProposalsRequest { query: "searching".into(), ..Default::default() };
    assert_eq!(company.titles("w2", query()).await, [""; 0]);
    assert_eq!(company.titles("w1", query()).await, ["Searching is slow"], "its writer still sees it");
    let request = ListProposalsRequest { parent: parent(), ..query() };
    let seen = company.proposals_of_hr().list_proposals(request).await.unwrap().into_inner().proposals;
    assert!(seen[0].hidden);

    let bad = ListProposalsRequest {
        parent: parent(),
        page_size: -1,
        page_token: "!".into(),
        query: "x".repeat(201),
        statuses: vec![9],
        topic: 99,
        order: 9,
        ..Default::default()
    };
    let error = company.proposals("w1").list_proposals(bad).await.unwrap_err();
    assert_eq!(fields(&error), ["page_size", "page_token", "query", "statuses", "topic", "order"]);
}
