//! `DeleteCheckIn`.

use proto::champions::v1::{CheckInKind, DeleteCheckInRequest};
use tonic::Code;

use crate::support::{company, reason};

#[tokio::test]
async fn a_slip_of_the_finger_is_taken_back_within_a_day_by_whoever_made_it() {
    let company = company().await;
    company.with_champion().await;
    let first = company.check_in("w2", "west", CheckInKind::Talk, "").await.unwrap().name;
    let second = company.check_in("w2", "west", CheckInKind::Talk, "").await.unwrap().name;
    let delete = |name: &str| DeleteCheckInRequest { name: name.into() };
    let other = company.check_ins("w3").delete_check_in(delete(&first)).await.unwrap_err();
    assert_eq!(other.code(), Code::NotFound);
    company.check_ins("w2").delete_check_in(delete(&first)).await.unwrap();
    let gone = company.check_ins("w2").delete_check_in(delete(&first)).await.unwrap_err();
    assert_eq!(gone.code(), Code::NotFound);
    company.days_pass(1).await;
    let late = company.check_ins("w2").delete_check_in(delete(&second)).await.unwrap_err();
    assert_eq!(reason(&late), "CHECK_IN_SETTLED");
}
