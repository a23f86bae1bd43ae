//! What a service holds about the person who asks, said as a table of the places where a person stands.
//!
//! A service lists its [`Kind`]s in `store/held.rs`; [`read`] counts and shows the records of one person. Two tests keep
//! the lists whole: [`testing::unlisted`](crate::testing::unlisted) finds columns that nobody has thought of, and the
//! whole-system tests compare what is told with every cell of every table in which a person stands.

use proto::held::v1 as pb;
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{
    contract,
    db::{
        row, sql,
        time::{from_days, from_micros, to_proto},
    },
    error::Error,
    localize::Text,
};

/// How many records of a kind are shown.
const SHOWN: usize = 100;
/// How long the text of a record is at most, in characters.
const LONGEST: usize = 500;

/// A kind of data that is held about persons.
#[derive(Debug, Clone)]
pub struct Kind {
    code: &'static str,
    title: Text,
    purpose: Text,
    kept_days: u32,
    places: Vec<Place>,
}

impl Kind {
    /// A kind, by its code, with its title in English, Persian and Arabic; kept as long as what it belongs to.
    pub fn new(code: &'static str, en: &str, fa: &str, ar: &str) -> Self {
        Self {
            code,
            title: Text::new(en, fa, ar),
            purpose: Text::default(),
            kept_days: 0,
            places: Vec::new(),
        }
    }

    /// What it is for, and who sees it, in English, Persian and Arabic.
    #[must_use]
    pub fn because(mut self, en: &str, fa: &str, ar: &str) -> Self {
        self.purpose = Text::new(en, fa, ar);
        self
    }

    /// How many days it is kept.
    #[must_use]
    pub fn kept(mut self, days: u32) -> Self {
        self.kept_days = days;
        self
    }

    /// Adds a place where it stands.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.places.push(place);
        self
    }

    /// The table and column of each place.
    pub fn columns(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.places.iter().map(|p| (p.table, p.column))
    }
}

/// How a column names persons.
#[derive(Debug, Clone, Copy)]
enum Named {
    /// It is the person's id.
    Alone,
    /// It holds ids between quotes or commas, among other things.
    Among,
    /// It names a row of this table that belongs to the person, `(table, column of the person)`.
    Through(&'static str, &'static str),
}

/// When a record was written.
#[derive(Debug, Clone, Copy)]
enum When {
    Never,
    Time(Words),
    Day(Words),
}

/// What is read for a record.
#[derive(Debug, Clone, Copy)]
enum Words {
    None,
    Own(&'static str),
    /// A column of the row of another table that a column here names: `(table, column, column here)`.
    Of(&'static str, &'static str, &'static str),
}

impl Words {
    fn expression(&self) -> String {
        match self {
            Words::None => "''".to_owned(),
            Words::Own(expression) => (*expression).to_owned(),
            Words::Of(table, column, key) => format!(
                "(SELECT o.{column} FROM {table} o WHERE o.organization = h.organization AND o.id = h.{key})"
            ),
        }
    }
}

/// A column that names persons. In expressions the table is called `h`.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    table: &'static str,
    column: &'static str,
    named: Named,
    when: When,
    words: Words,
    localized: bool,
}

impl Place {
    /// A column that holds a person's id.
    pub const fn new(table: &'static str, column: &'static str) -> Self {
        Self { table, column, named: Named::Alone, when: When::Never, words: Words::None, localized: false }
    }

    /// A column that holds several persons' ids, as JSON or with commas between.
    pub const fn among(table: &'static str, column: &'static str) -> Self {
        Self { named: Named::Among, ..Self::new(table, column) }
    }

    /// A column that holds the id of a row of the table `owner`, whose column `person` holds the person's id.
    pub const fn through(
        table: &'static str,
        column: &'static str,
        owner: &'static str,
        person: &'static str,
    ) -> Self {
        Self { named: Named::Through(owner, person), ..Self::new(table, column) }
    }

    /// The expression for the instant of the record.
    #[must_use]
    pub const fn time(mut self, expression: &'static str) -> Self {
        self.when = When::Time(Words::Own(expression));
        self
    }

    /// The expression for the day of the record.
    #[must_use]
    pub const fn day(mut self, expression: &'static str) -> Self {
        self.when = When::Day(Words::Own(expression));
        self
    }

    /// The instant in `column` of the row of `table` whose id stands in the column `key` here.
    #[must_use]
    pub const fn time_of(mut self, table: &'static str, column: &'static str, key: &'static str) -> Self {
        self.when = When::Time(Words::Of(table, column, key));
        self
    }

    /// The day in `column` of the row of `table` whose id stands in the column `key` here.
    #[must_use]
    pub const fn day_of(mut self, table: &'static str, column: &'static str, key: &'static str) -> Self {
        self.when = When::Day(Words::Of(table, column, key));
        self
    }

    /// The expression that says what the record is.
    #[must_use]
    pub const fn says(mut self, expression: &'static str) -> Self {
        self.words = Words::Own(expression);
        self
    }

    /// Says what `column` says in the row of `table` whose id stands in the column `key` here.
    #[must_use]
    pub const fn says_of(mut self, table: &'static str, column: &'static str, key: &'static str) -> Self {
        self.words = Words::Of(table, column, key);
        self
    }

    /// The same for a stored text in several languages.
    #[must_use]
    pub const fn titled_of(mut self, table: &'static str, column: &'static str, key: &'static str) -> Self {
        self.words = Words::Of(table, column, key);
        self.localized = true;
        self
    }

    /// The expression for a stored text in several languages.
    #[must_use]
    pub const fn titled(mut self, expression: &'static str) -> Self {
        self.words = Words::Own(expression);
        self.localized = true;
        self
    }

    fn condition(&self) -> String {
        let Self { table: _, column, named, .. } = self;
        match named {
            Named::Alone => format!("h.organization = $1 AND h.{column} = $2"),
            Named::Among => {
                format!("h.organization = $1 AND ',' || h.{column} || ',' LIKE $2 ESCAPE '\\'")
            }
            Named::Through(owner, person) => format!(
                "h.organization = $1 AND h.{column} IN \
                 (SELECT o.id FROM {owner} o WHERE o.organization = $1 AND o.{person} = $2)"
            ),
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    at: Option<i64>,
    words: Option<String>,
}

/// What these kinds hold about a person, in their order; kinds of which nothing is held are left out.
pub async fn read<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    person: &str,
    kinds: Vec<Kind>,
) -> Result<Vec<pb::HeldKind>, Error> {
    let mut held = Vec::new();
    for kind in kinds {
        let mut count = 0;
        let mut records = Vec::new();
        for place in &kind.places {
            let of_place = count_at(db, organization, person, place).await?;
            count += of_place;
            if of_place > 0 {
                records.extend(records_at(db, organization, person, place).await?);
            }
        }
        if count == 0 {
            continue;
        }
        records.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        held.push(pb::HeldKind {
            kind: kind.code.to_owned(),
            title: contract::localized(&kind.title),
            purpose: contract::localized(&kind.purpose),
            count: i32::try_from(count).unwrap_or(i32::MAX),
            kept_days: contract::count(kind.kept_days),
            records: records.into_iter().take(SHOWN).map(|(_, record)| record).collect(),
        });
    }
    Ok(held)
}

async fn count_at<C: ConnectionTrait>(db: &C, o: &str, person: &str, place: &Place) -> Result<u64, Error> {
    if !matches!(place.named, Named::Among) {
        let select = format!("SELECT count(*) FROM {} h WHERE {}", place.table, place.condition());
        return sql::count(db, select, [o.into(), person.into()]).await;
    }
    let mut count = 0;
    for pattern in among(person) {
        let select = format!("SELECT count(*) FROM {} h WHERE {}", place.table, place.condition());
        count += sql::count(db, select, [o.into(), pattern.into()]).await?;
    }
    Ok(count)
}

async fn records_at<C: ConnectionTrait>(
    db: &C,
    o: &str,
    person: &str,
    place: &Place,
) -> Result<Vec<(Option<i64>, pb::HeldRecord)>, Error> {
    let at = match place.when {
        When::Never => "NULL".to_owned(),
        When::Time(words) | When::Day(words) => words.expression(),
    };
    let select = format!(
        "SELECT CAST({at} AS BIGINT) AS at, CAST({} AS TEXT) AS words FROM {} h WHERE {} \
         ORDER BY at DESC LIMIT {SHOWN}",
        place.words.expression(),
        place.table,
        place.condition(),
    );
    let persons = match place.named {
        Named::Alone | Named::Through(..) => vec![person.to_owned()],
        Named::Among => among(person).to_vec(),
    };
    let mut records = Vec::new();
    for named in persons {
        let rows: Vec<Row> = sql::all(db, select.as_str(), [o.into(), named.into()]).await?;
        records.extend(rows.into_iter().map(|row| record(place, row)));
    }
    Ok(records)
}

/// How an id stands among others: between quotes, or between commas. Ids hold neither.
fn among(person: &str) -> [String; 2] {
    let escaped = person.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    [format!("%\"{escaped}\"%"), format!("%,{escaped},%")]
}

/// A record, with what it is sorted by: the second in which it happened.
fn record(place: &Place, row: Row) -> (Option<i64>, pb::HeldRecord) {
    let words: String = row.words.unwrap_or_default();
    let mut record = pb::HeldRecord::default();
    if place.localized {
        let title: Text = row::from_json(&words).unwrap_or_else(|_| Text::new(words.as_str(), "", ""));
        record.title = contract::localized(&title);
    } else {
        record.text = words.chars().take(LONGEST).collect();
    }
    let second = match (place.when, row.at) {
        (When::Never, _) | (_, None) => None,
        (When::Time(_), Some(at)) => {
            let at = from_micros(at);
            record.time = Some(to_proto(at));
            Some(at.as_second())
        }
        (When::Day(_), Some(day)) => {
            let day = i32::try_from(day).unwrap_or_default();
            record.day = from_days(day).to_string();
            Some(i64::from(day) * 86_400)
        }
    };
    (second, record)
}

#[cfg(test)]
mod tests {
    use sea_orm::ConnectionTrait;

    use super::*;
    use crate::{db::Db, testing::World};

    fn kinds() -> Vec<Kind> {
        vec![
            Kind::new("notes", "Notes", "یادداشت‌ها", "ملاحظات")
                .kept(30)
                .at(Place::new("note", "author").time("h.create_time").says("h.words"))
                .at(Place::among("note", "readers").day("h.day").titled("h.title")),
            Kind::new("pages", "Pages", "برگه‌ها", "صفحات")
                .at(Place::through("page", "note", "note", "author").says_of("note", "words", "note")),
        ]
    }

    async fn filled() -> (World, Db) {
        let world = World::new().await;
        let db = Db::open(world.context.database(), "held", Vec::new).await.unwrap();
        let tx = db.begin().await.unwrap();
        for statement in [
            "CREATE TABLE note (organization TEXT, id TEXT, author TEXT, readers TEXT, words TEXT, title TEXT, \
             create_time BIGINT, day INTEGER)",
            "CREATE TABLE page (organization TEXT, note TEXT)",
            "INSERT INTO note VALUES ('acme', '1', 'sara', '[\"ali\",\"mina_1\"]', 'first', '{\"fa\":\"یک\"}', 1000000, 1)",
            "INSERT INTO note VALUES ('acme', '2', 'sara', 'ali,reza', 'second', '{\"fa\":\"دو\"}', 2000000, 2)",
            "INSERT INTO note VALUES ('globex', '1', 'sara', '', 'elsewhere', '{}', 1, 1)",
            "INSERT INTO page VALUES ('acme', '1'), ('acme', '1'), ('globex', '1')",
        ] {
            tx.execute_unprepared(statement).await.unwrap();
        }
        tx.commit().await.unwrap();
        (world, db)
    }

    #[tokio::test]
    async fn records_are_counted_and_shown_newest_first() {
        let (_world, db) = filled().await;
        let held = read(db.read(), "acme", "sara", kinds()).await.unwrap();
        let told: Vec<_> = held.iter().map(|k| (k.kind.as_str(), k.count, k.kept_days)).collect();
        assert_eq!(told, [("notes", 2, 30), ("pages", 2, 0)], "nothing of the other organization");
        let words: Vec<_> = held[0].records.iter().map(|r| r.text.as_str()).collect();
        assert_eq!(words, ["second", "first"]);
        assert_eq!(held[0].records[0].time.map(|t| t.seconds), Some(2));
        assert_eq!(held[1].records[0].text, "first");
    }

    #[tokio::test]
    async fn persons_are_found_among_others_and_like_names_are_not() {
        let (_world, db) = filled().await;
        let held = read(db.read(), "acme", "ali", kinds()).await.unwrap();
        assert_eq!((held.len(), held[0].count), (1, 2));
        assert_eq!(held[0].records[0].day, "1970-01-03");
        assert_eq!(held[0].records[0].title.as_ref().map(|t| t.fa.as_str()), Some("دو"));
        for stranger in ["al", "minaX1", "mina%", "nobody"] {
            assert!(read(db.read(), "acme", stranger, kinds()).await.unwrap().is_empty(), "{stranger}");
        }
    }
}
