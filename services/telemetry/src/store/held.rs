//! What this service holds about a person. Beside one's own usage, for which `GetMyUsage` answers: files that one
//! imported.

use kit::{
    db::sql,
    error::Error,
    held::{Kind, Place},
};
use sea_orm::ConnectionTrait;

/// The kinds, in the order in which they are told.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        Kind::new("imports", "Files of usage", "پرونده‌های کاربرد", "ملفات الاستخدام")
            .because(
                "Files that you imported, so that it is known where usage came from; their content is deleted \
                 after a week. Seen by administrators.",
                "پرونده‌هایی که وارد کرده‌اید، تا روشن باشد کاربردها از کجا آمده‌اند؛ محتوای آن‌ها پس از یک هفته \
                 پاک می‌شود. مدیران سامانه آن را می‌بینند.",
                "الملفات التي استوردتها، ليُعرف من أين جاء الاستخدام؛ يُحذف محتواها بعد أسبوع. يراها مديرو \
                 النظام.",
            )
            .at(Place::new("import_file", "actor").time("h.create_time")),
    ]
}

/// How many reports on data quality are kept of a subject.
pub(crate) async fn quality_reports<C: ConnectionTrait>(
    db: &C,
    tenant: i64,
    subject: u32,
) -> Result<u64, Error> {
    let select = "SELECT count(*) FROM quality_report WHERE tenant = $1 AND subject = $2";
    sql::count(db, select, [tenant.into(), i64::from(subject).into()]).await
}

#[cfg(test)]
mod tests {
    use kit::{
        db::Db,
        testing::{World, unlisted},
    };

    /// Columns that never name a person.
    const OTHERS: &[&str] = &[
        "application",
        "bits",
        "code",
        "code_key",
        "columns_key",
        "content",
        "display_name",
        "event",
        "evidence",
        "external_id",
        "external_key",
        "figures",
        "hash",
        "hashes",
        "id",
        "import",
        "kind",
        "language",
        "mapping",
        "message",
        "organization",
        "position",
        "report",
        "site",
        "team",
        "title_ar",
        "title_en",
        "title_fa",
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_is_told() {
        let world = World::new().await;
        let db = Db::open(world.context.database(), "telemetry", crate::store::migration::all).await.unwrap();
        let wrong = unlisted(&db, &super::kinds(), OTHERS).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
