//! Counts of what is held about a person beside the entry, the password and the sessions.

use jiff::Timestamp;
use kit::{
    db::{sql::count, time::to_micros},
    error::Error,
};
use sea_orm::ConnectionTrait;

/// How many links to choose a password still work.
pub(crate) async fn links<C: ConnectionTrait>(
    db: &C,
    o: &str,
    person: &str,
    now: Timestamp,
) -> Result<u64, Error> {
    let select =
        "SELECT count(*) FROM password_link WHERE organization = $1 AND person = $2 AND expire_time > $3";
    count(db, select, [o.into(), person.into(), to_micros(now).into()]).await
}

/// How many files of the directory the person imported.
pub(crate) async fn imports<C: ConnectionTrait>(db: &C, o: &str, person: &str) -> Result<u64, Error> {
    let select = "SELECT count(*) FROM import_file WHERE organization = $1 AND actor = $2";
    count(db, select, [o.into(), person.into()]).await
}

/// How many people name the person as their manager.
pub(crate) async fn managed<C: ConnectionTrait>(db: &C, o: &str, person: &str) -> Result<u64, Error> {
    let select = "SELECT count(*) FROM person WHERE organization = $1 AND manager = $2";
    count(db, select, [o.into(), person.into()]).await
}

#[cfg(test)]
mod tests {
    use kit::{
        db::Db,
        held::{Kind, Place},
        testing::{World, unlisted},
    };

    /// Columns that never name a person.
    const OTHERS: &[&str] = &[
        "columns_key",
        "content",
        "display_name",
        "email",
        "email_key",
        "external_id",
        "external_key",
        "hash",
        "id",
        "import",
        "kind",
        "language",
        "languages",
        "mapping",
        "message",
        "name_key",
        "organization",
        "parent",
        "position",
        "search_key",
        "site",
        "team",
        "time_zone",
        "title",
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_is_told() {
        let world = World::new().await;
        let db = Db::open(world.context.database(), "identity", crate::store::migrations).await.unwrap();
        // What `GetHeldData` counts; attempts name nobody, they are found by the hash of an address.
        let told = [
            ("person", "id"),
            ("person", "manager"),
            ("membership", "person"),
            ("role_grant", "person"),
            ("credential", "person"),
            ("session", "person"),
            ("refresh_token", "session"),
            ("password_link", "person"),
            ("import_file", "actor"),
            ("attempt", "scope"),
        ];
        let kind = told.iter().fold(Kind::new("told", "", "", ""), |kind, (t, c)| kind.at(Place::new(t, c)));
        let wrong = unlisted(&db, &[kind], OTHERS).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
