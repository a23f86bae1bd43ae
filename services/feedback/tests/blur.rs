//! The job `blur`.

use image::ImageFormat;
use kit::module::Module;
use proto::feedback::v1::AddAnonymousAttachmentRequest;

use crate::support::{
    build::{picture, secret},
    company, parent,
    pulses::{pulse, round, score},
    reason,
};

#[tokio::test]
async fn nothing_of_a_day_that_is_over_is_lost() {
    let company = company().await;
    for number in 1..4 {
        company.whisper("w1", &format!("Number {number}"), number).await.unwrap();
        company.whisper_back(number, "And one thing more").await.unwrap();
        let request = AddAnonymousAttachmentRequest {
            parent: parent(),
            secret: secret(number),
            content_type: "image/png".into(),
            content: picture(ImageFormat::Png, 4, 4, number),
            description: String::new(),
        };
        company.nobody().add_anonymous_attachment(request).await.unwrap();
    }
    let mut before = Vec::new();
    for number in 1..4 {
        before.push(company.come_back(number).await);
    }
    company.hours_pass(24).await;
    for number in 1..4 {
        assert_eq!(company.come_back(number).await, before[usize::from(number) - 1]);
    }
}

/// On `PostgreSQL` each row tells which transaction wrote it; on `SQLite` there is nothing to ask.
#[tokio::test]
async fn the_rows_of_a_day_come_from_one_moment() {
    let company = company().await;
    for number in 1..6 {
        company.whisper("w1", &format!("Number {number}"), number).await.unwrap();
    }
    company.hours_pass(24).await;
    let db = company.service().db();
    if db.backend() == sea_orm::DbBackend::Sqlite {
        let sql = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name IN \
                   ('proposal', 'proposal_comment', 'proposal_attachment', 'pulse_reply')";
        let statement = sea_orm::Statement::from_string(db.backend(), sql);
        let tables = sea_orm::ConnectionTrait::query_all_raw(db.read(), statement).await.unwrap();
        assert_eq!(tables.len(), 4);
        for table in tables {
            let sql: String = table.try_get_by_index(0).unwrap();
            assert!(sql.ends_with("WITHOUT ROWID"), "a row number would tell the order: {sql}");
        }
        return;
    }
    let sql = "SELECT CAST(xmin AS TEXT), id FROM proposal ORDER BY ctid";
    let statement = sea_orm::Statement::from_string(db.backend(), sql);
    let rows = sea_orm::ConnectionTrait::query_all_raw(db.read(), statement).await.unwrap();
    let rows: Vec<(String, String)> =
        rows.iter().map(|r| (r.try_get_by_index(0).unwrap(), r.try_get_by_index(1).unwrap())).collect();
    assert_eq!(rows.len(), 5);
    assert!(rows.iter().all(|(transaction, _)| *transaction == rows[0].0), "{rows:?}");
    assert!(rows.is_sorted_by_key(|(_, id)| id.clone()), "{rows:?}");
}

/// Each answer is written together with the mark that its writer has answered: the transaction would join them.
#[tokio::test]
async fn the_answers_to_a_pulse_come_from_one_moment() {
    let company = company().await;
    let first = round(&company.ask(pulse()).await, 1);
    company.replies(&["w1", "w2", "w3", "w4", "w5"], &first, 3).await;
    company.hours_pass(24).await;
    let people = company.asked("w6").await;
    assert_eq!(people.len(), 1, "who has not answered is still asked");
    let refused = company.reply("w1", &first, vec![score("q1", 4), score("q2", 2)]).await.unwrap_err();
    assert_eq!(reason(&refused), "PULSE_ANSWERED");
    let db = company.service().db();
    if db.backend() == sea_orm::DbBackend::Sqlite {
        return;
    }
    for table in ["pulse_reply", "pulse_invitation WHERE answered"] {
        let sql = format!("SELECT COUNT(*), COUNT(DISTINCT CAST(xmin AS TEXT)) FROM {table}");
        let statement = sea_orm::Statement::from_string(db.backend(), sql);
        let row = sea_orm::ConnectionTrait::query_one_raw(db.read(), statement).await.unwrap().unwrap();
        let counts: (i64, i64) = (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap());
        assert_eq!(counts, (5, 1), "{table}");
    }
}
