//! `CreatePosition`, `UpdatePosition`, `GetPosition`, `ListPositions`.

use prost_types::FieldMask;
use proto::identity::v1::{
    CreatePositionRequest, GetPositionRequest, ListPositionsRequest, Position, PositionChanged,
    UpdatePositionRequest,
};
use tonic::Code;

use crate::support::{acme, broken, parent, reason};

fn position(display_name: &str, target_rate: Option<f64>) -> Position {
    Position { display_name: display_name.into(), target_rate, ..Default::default() }
}

#[tokio::test]
async fn the_owner_sets_a_target_and_takes_it_back() {
    let acme = acme().await;
    let name = acme.position("کارشناس فروش").await;
    let update = |target_rate| UpdatePositionRequest {
        position: Some(Position { name: name.clone(), ..position("", target_rate) }),
        update_mask: Some(FieldMask { paths: vec!["target_rate".into()] }),
    };
    let set = acme.positions().update_position(update(Some(0.6))).await.unwrap().into_inner();
    assert_eq!((set.target_rate, set.display_name.as_str()), (Some(0.6), "کارشناس فروش"));
    let told = acme.harness.published::<PositionChanged>().await;
    assert_eq!(told.last().unwrap().position, Some(set));
    let unset = acme.positions().update_position(update(None)).await.unwrap().into_inner();
    assert_eq!(unset.target_rate, None);
    for bad in [0.0, -0.5, 1.01, f64::NAN] {
        assert_eq!(broken(acme.positions().update_position(update(Some(bad))).await)[0].1, "OUT_OF_RANGE");
    }
    let got = acme.positions().get_position(GetPositionRequest { name }).await.unwrap().into_inner();
    assert_eq!(got, unset);
}

#[tokio::test]
async fn names_are_single_however_they_are_spelled() {
    let acme = acme().await;
    acme.position("مدیر").await;
    let create = |name: &str| CreatePositionRequest {
        parent: parent(),
        position: Some(position(name, None)),
        request_id: String::new(),
    };
    assert_eq!(reason(acme.positions().create_position(create("مدير")).await).0, Code::AlreadyExists);
    acme.position("Analyst").await;
    let all = acme.positions().list_positions(ListPositionsRequest { parent: parent() }).await.unwrap();
    let names: Vec<_> = all.into_inner().positions.into_iter().map(|p| p.display_name).collect();
    assert_eq!(names, ["Analyst", "مدیر"]);
}
