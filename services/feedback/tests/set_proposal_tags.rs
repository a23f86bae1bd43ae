//! `SetProposalTags`.

use proto::feedback::v1::SetProposalTagsRequest;

use crate::support::{company, fields};

#[tokio::test]
async fn spellings_of_one_tag_count_once_and_the_old_ones_go() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let set = async |tags: &[&str]| {
        let tags = tags.iter().map(|t| (*t).to_owned()).collect();
        let request = SetProposalTagsRequest { name: made.name.clone(), tags };
        company.moderation().set_proposal_tags(request).await.map(|r| r.into_inner().tags)
    };
    assert_eq!(set(&["گزارش", "گـزارش", " Speed ", "speed"]).await.unwrap(), ["گزارش", "Speed"]);
    assert_eq!(set(&["speed"]).await.unwrap(), ["speed"]);
    let filtered =
        proto::feedback::v1::ListProposalsRequest { tag: "گزارش".into(), ..Default::default() };
    assert_eq!(company.titles("w2", filtered).await, [""; 0]);
    let error = set(&["", "a\u{202E}b", &"x".repeat(41)]).await.unwrap_err();
    assert_eq!(fields(&error), ["tags[0]", "tags[1]", "tags[2]"]);
    assert_eq!(fields(&set(&["x"; 11]).await.unwrap_err()), ["tags"]);
    assert_eq!(company.get("w1", &made.name).await.unwrap().tags, ["speed"]);
}
