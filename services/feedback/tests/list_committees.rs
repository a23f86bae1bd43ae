use proto::feedback::v1::{CommitteeState, EndCommitteeRequest, ListCommitteesRequest};

use crate::support::{committees::committee, fields, parent};

fn request() -> ListCommitteesRequest {
    ListCommitteesRequest { parent: parent(), ..Default::default() }
}

#[tokio::test]
async fn everybody_sees_who_speaks_for_whom_and_members_find_their_own() {
    let c = committee().await;
    let all = c.committees("s5").list_committees(request()).await.unwrap().into_inner().committees;
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].members.len(), all[0].own_role), (6, 0));
    let mine = ListCommitteesRequest { mine: true, ..request() };
    let of_others = c.committees("s5").list_committees(mine.clone()).await.unwrap().into_inner();
    assert!(of_others.committees.is_empty());
    assert_eq!(c.committees("s1").list_committees(mine).await.unwrap().into_inner().committees.len(), 1);
}

#[tokio::test]
async fn ended_ones_can_be_left_out() {
    let c = committee().await;
    let name = c.committee.name.clone();
    c.committees("hana").end_committee(EndCommitteeRequest { name }).await.unwrap();
    let of = |state: CommitteeState| ListCommitteesRequest { state: state.into(), ..request() };
    let active = c.committees("w1").list_committees(of(CommitteeState::Active)).await.unwrap().into_inner();
    assert!(active.committees.is_empty());
    let ended = c.committees("w1").list_committees(of(CommitteeState::Ended)).await.unwrap().into_inner();
    assert_eq!(ended.committees.len(), 1);
    let unknown = ListCommitteesRequest { state: 77, page_size: -1, ..request() };
    let refused = c.committees("w1").list_committees(unknown).await.unwrap_err();
    assert_eq!(fields(&refused), ["page_size", "state"]);
}
