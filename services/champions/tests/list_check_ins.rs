//! `ListCheckIns`.

use proto::champions::v1::{
    CheckIn, CheckInKind, ListCheckInsRequest, check_in_service_client::CheckInServiceClient,
};

use crate::support::{company, name, parent, programme};

#[tokio::test]
async fn ones_own_newest_first_and_for_hr_those_of_everybody_without_notes() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    company.champion(&crm, "w2", &["sales"]).await;
    company.champion(&crm, "e2", &["east"]).await;
    company.check_in("w2", "west", CheckInKind::Demo, "").await.unwrap();
    company.check_in("e2", "east", CheckInKind::Talk, "").await.unwrap();
    company.harness.clock.advance(std::time::Duration::from_secs(1));
    company.check_in("w2", "east", CheckInKind::Visit, "").await.unwrap();
    let list = |everybody: bool, team: &str| ListCheckInsRequest {
        parent: parent(),
        team: if team.is_empty() { String::new() } else { name("teams", team) },
        everybody,
        ..Default::default()
    };
    let own = company.check_ins("w2").list_check_ins(list(true, "")).await.unwrap().into_inner().check_ins;
    let kinds: Vec<_> = own.iter().map(CheckIn::kind).collect();
    assert_eq!(kinds, [CheckInKind::Visit, CheckInKind::Demo], "nobody else's, whatever was asked for");
    assert!(own.iter().all(|c| c.champion.is_empty() && c.note == "Between us."));
    let mut hr = CheckInServiceClient::new(company.hr());
    let east = hr.list_check_ins(list(true, "east")).await.unwrap().into_inner().check_ins;
    let people: Vec<_> = east.iter().map(|c| c.champion_display_name.as_str()).collect();
    assert_eq!(people, ["W2", "E2"]);
    assert!(east.iter().all(|c| c.note.is_empty()));
    assert!(hr.list_check_ins(list(false, "")).await.unwrap().into_inner().check_ins.is_empty());
}
