//! `ListProposalTags`.

use proto::feedback::v1::{ListProposalTagsRequest, SetProposalTagsRequest};

use crate::support::{company, parent};

#[tokio::test]
async fn the_most_used_come_first_and_hidden_proposals_do_not_count() {
    let company = company().await;
    for (title, tags) in
        [("Slow search", &["speed", "search"][..]), ("Slow report", &["Speed"]), ("Rude", &["rude"])]
    {
        let name = company.propose("w1", title).await.name;
        let tags = tags.iter().map(|t| (*t).to_owned()).collect();
        company
            .moderation()
            .set_proposal_tags(SetProposalTagsRequest { name: name.clone(), tags })
            .await
            .unwrap();
        if title == "Rude" {
            company.hide(&name, "Rude").await.unwrap();
        }
    }
    let request = ListProposalTagsRequest { parent: parent() };
    let tags = company.proposals("w2").list_proposal_tags(request).await.unwrap().into_inner().tags;
    let told: Vec<_> = tags.iter().map(|t| (t.tag.to_lowercase(), t.count)).collect();
    assert_eq!(told, [("speed".to_owned(), 2), ("search".to_owned(), 1)]);
}
