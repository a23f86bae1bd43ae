//! Nothing is ever paid to one person: the schema has no place for it.

use std::collections::{BTreeMap, BTreeSet};

use sea_orm::{ConnectionTrait, DbBackend, Statement};

use crate::support::company;

/// Tables with a column that names a person, and which. Whoever adds one says here why.
const PEOPLE: &[(&str, &str)] = &[
    ("approval", "approver"),         // who decided, for the books
    ("challenge_member", "person"),   // the frozen roster
    ("off_wall", "person"),           // who left the wall
    ("recognition", "giver"),         // who thanks
    ("recognition_person", "person"), // who is thanked
    ("voice", "person"),              // one vote for each member
];

/// Words in the names of columns that hold money or what it buys.
const MONEY: &[&str] =
    &["minor", "currency", "prize", "price", "cost", "amount", "voucher", "reward", "budget", "redemption"];

/// Words in the names of columns that could name a person.
const PERSON: &[&str] = &[
    "person",
    "people",
    "member",
    "giver",
    "approver",
    "recipient",
    "payee",
    "employee",
    "user",
    "owner",
    "author",
    "creator",
    "proposer",
    "requester",
    "winner",
    "holder",
    "manager",
];

async fn columns() -> BTreeMap<String, BTreeSet<String>> {
    let company = company().await;
    let db = company.database();
    let sql = match db.backend() {
        DbBackend::Sqlite => {
            "SELECT m.name AS t, p.name AS c FROM sqlite_master m JOIN pragma_table_info(m.name) p WHERE m.type = 'table'"
        }
        _ => {
            "SELECT table_name::text AS t, column_name::text AS c FROM information_schema.columns WHERE table_schema = 'incentives'"
        }
    };
    let mut tables: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in db.read().query_all_raw(Statement::from_string(db.backend(), sql)).await.unwrap() {
        let (table, column): (String, String) =
            (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap());
        tables.entry(table).or_default().insert(column);
    }
    let plumbing = ["outbox", "inbox", "request_id", "seaql_migrations", "sqlite_sequence"];
    tables.retain(|t, _| !t.starts_with("directory_") && !plumbing.contains(&t.as_str()));
    assert!(tables.len() >= 18, "the test sees the tables: {:?}", tables.keys());
    tables
}

#[tokio::test]
async fn persons_are_named_only_where_it_is_said_why() {
    let tables = columns().await;
    let found: BTreeSet<(&str, &str)> = tables
        .iter()
        .flat_map(|(t, columns)| columns.iter().map(move |c| (t.as_str(), c.as_str())))
        // How many members a team has is a number, not a person.
        .filter(|(t, c)| {
            PERSON.iter().any(|word| c.contains(word)) && (*t, *c) != ("challenge_team", "members")
        })
        .collect();
    assert_eq!(found, PEOPLE.iter().copied().collect());
}

#[tokio::test]
async fn no_table_with_money_has_a_place_for_a_person() {
    for (table, columns) in columns().await {
        let person = columns.iter().find(|c| PEOPLE.iter().any(|(_, p)| p == c));
        let money = columns.iter().find(|c| MONEY.iter().any(|word| c.contains(word)));
        // Who approved a redemption is written beside its id, and nothing else of it.
        if table == "approval" {
            let all: Vec<&str> = columns.iter().map(String::as_str).collect();
            assert_eq!(all, ["approve_time", "approved", "approver", "organization", "redemption"]);
            continue;
        }
        assert!(person.is_none() || money.is_none(), "{table} has {person:?} and {money:?}");
    }
}

#[tokio::test]
async fn money_is_whole_numbers_with_a_currency() {
    for (table, columns) in columns().await {
        for amount in columns.iter().filter(|c| c.ends_with("_minor")) {
            // An entry of a budget is in the budget's currency.
            let currency = columns.iter().any(|c| c.ends_with("currency")) || table == "budget_entry";
            assert!(currency, "{table}.{amount} has no currency");
        }
    }
}

#[test]
fn no_message_of_an_award_names_a_person() {
    let pool = prost_reflect::DescriptorPool::decode(proto::FILE_DESCRIPTOR_SET).unwrap();
    for message in
        ["Award", "AwardOption", "Redemption", "Voucher", "Challenge", "ChallengeTeam", "ChallengeProgress"]
    {
        let message = pool.get_message_by_name(&format!("hamgam.incentives.v1.{message}")).unwrap();
        for field in message.fields() {
            // Counts of members, and what the caller alone may do.
            let counted = ["member_count", "voter_count"].contains(&field.name());
            let named = PERSON.iter().any(|word| field.name().contains(word));
            assert!(!named || counted, "{}", field.full_name());
        }
    }
}
