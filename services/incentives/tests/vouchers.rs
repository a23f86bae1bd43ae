//! `ShowVoucher`, `UseVoucher`.

use proto::incentives::v1 as pb;
use tonic::Code;

use crate::support::{Company, company, fields, parent, reason};

fn show(redemption: &pb::Redemption) -> pb::ShowVoucherRequest {
    pb::ShowVoucherRequest { name: redemption.name.clone() }
}

async fn redeem(company: &Company, code: &str) -> Result<pb::Redemption, tonic::Status> {
    let request = pb::UseVoucherRequest { parent: parent(), code: code.into() };
    Ok(company.approvals().use_voucher(request).await?.into_inner())
}

#[tokio::test]
async fn the_team_sees_the_same_code_and_it_is_used_once() {
    let company = company().await;
    let waiting = company.requested("EUR", 40_000).await;
    let error = company.awards("w1").show_voucher(show(&waiting)).await.unwrap_err();
    assert_eq!(reason(&error), "REDEMPTION_NOT_APPROVED");
    company.approve(&waiting).await.unwrap();
    let voucher = company.awards("w1").show_voucher(show(&waiting)).await.unwrap().into_inner();
    assert_eq!(company.awards("w5").show_voucher(show(&waiting)).await.unwrap().into_inner(), voucher);
    for stranger in ["e1", "hana"] {
        let error = company.awards(stranger).show_voucher(show(&waiting)).await.unwrap_err();
        assert_eq!(error.code(), Code::NotFound, "{stranger}");
    }
    let used = redeem(&company, &voucher.code.to_lowercase().replace('-', " ")).await.unwrap();
    assert_eq!((used.state(), used.name.as_str()), (pb::RedemptionState::Used, waiting.name.as_str()));
    assert_eq!(reason(&redeem(&company, &voucher.code).await.unwrap_err()), "VOUCHER_USED");
    assert_eq!(reason(&company.awards("w1").show_voucher(show(&waiting)).await.unwrap_err()), "VOUCHER_USED");
    assert_eq!(company.award(&waiting.award).await.state(), pb::AwardState::Used);
}

#[tokio::test]
async fn guessed_and_malformed_codes_are_refused() {
    let company = company().await;
    assert_eq!(redeem(&company, "7K4M-Q2XD-9RTB-VW3H").await.unwrap_err().code(), Code::NotFound);
    for code in ["", "  ", "7K4M", "7K4M-Q2XD-9RTB-VW3H-0000", "7K4M-Q2XD-9RTB-VW3!"] {
        assert_eq!(fields(&redeem(&company, code).await.unwrap_err()), ["code"], "{code}");
    }
}

#[tokio::test]
async fn the_database_does_not_hold_the_code() {
    use sea_orm::{ConnectionTrait, Statement};
    let company = company().await;
    let waiting = company.requested("EUR", 40_000).await;
    company.approve(&waiting).await.unwrap();
    let code = company.awards("w1").show_voucher(show(&waiting)).await.unwrap().into_inner().code;
    let bare = code.replace('-', "");
    let db = company.database();
    let statement = Statement::from_string(db.backend(), "SELECT voucher_hash FROM redemption");
    let rows = db.read().query_all_raw(statement).await.unwrap();
    let hash: String = rows[0].try_get("", "voucher_hash").unwrap();
    assert_eq!(hash.len(), 64);
    assert!(!hash.to_uppercase().contains(&bare));
    let statement = Statement::from_string(db.backend(), "SELECT payload FROM outbox");
    for row in db.read().query_all_raw(statement).await.unwrap() {
        let payload: Vec<u8> = row.try_get("", "payload").unwrap();
        let text = String::from_utf8_lossy(&payload).replace('-', "");
        assert!(!text.contains(&bare), "no event carries the code");
    }
}
