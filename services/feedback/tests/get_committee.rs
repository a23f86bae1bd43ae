use proto::feedback::v1::{GetCommitteeRequest, committee_service_client::CommitteeServiceClient};
use tonic::Code;

use crate::support::{committees::committee, name};

#[tokio::test]
async fn one_sees_what_one_is_in_it() {
    let c = committee().await;
    let get = |who: &'static str| {
        let name = c.committee.name.clone();
        let mut client = c.committees(who);
        async move { client.get_committee(GetCommitteeRequest { name }).await.unwrap().into_inner().own_role }
    };
    assert_eq!((get("w1").await, get("e1").await, get("s1").await, get("s5").await), (1, 2, 3, 0));
}

#[tokio::test]
async fn another_tenants_committee_looks_absent() {
    let c = committee().await;
    let mut stranger = CommitteeServiceClient::new(c.company.harness.as_stranger());
    let get = |name: String| GetCommitteeRequest { name };
    let theirs = stranger.get_committee(get(c.committee.name.clone())).await.unwrap_err();
    assert_eq!(theirs.code(), Code::NotFound);
    let absent = c.committees("w1").get_committee(get(name("committees", "none"))).await.unwrap_err();
    assert_eq!(absent.code(), Code::NotFound);
}
