//! Files against directories.

use std::fmt::Write as _;

use jiff::civil::date;
use kit::{
    imports::{Mapped, Table, guess},
    localize::Language,
    violation::Violations,
};
use proptest::prelude::*;
use proto::imports::v1 as pb;

use super::*;
use crate::domain::import::{FIELDS, read};

struct World {
    snapshot: Snapshot,
    next: u32,
}

struct Outcome {
    counts: Vec<(String, i64, i64, i64)>,
    errors: Vec<(u64, String, &'static str)>,
    notices: Vec<(String, i64)>,
}

impl World {
    fn new() -> Self {
        let snapshot = Snapshot { today: date(2026, 3, 2), ..Snapshot::default() };
        Self { snapshot, next: 0 }
    }

    /// Imports a file, and has its result as the directory.
    fn import(&mut self, file: &str) -> Outcome {
        let table = Table::read(file.as_bytes().to_vec()).unwrap();
        let mut mapping = guess(table.columns(), FIELDS);
        mapping.constants.insert("time_zone".into(), "Asia/Tehran".into());
        self.import_with(&table, &mapping)
    }

    fn import_with(&mut self, table: &Table, mapping: &pb::ImportMapping) -> Outcome {
        let mut violations = Violations::new(Language::En);
        let mapped = Mapped::resolve(mapping, table.columns(), FIELDS, &mut violations);
        assert!(violations.is_empty(), "{violations:?}");
        let mut errors = ErrorList::default();
        let wishes = (1..)
            .zip(table.rows())
            .filter_map(|(n, row)| read(&mapped, &row.unwrap(), n, self.snapshot.today, &mut errors))
            .collect();
        let next = &mut self.next;
        let mut id = || {
            *next += 1;
            format!("id{next}")
        };
        let plan =
            Plan::build(self.snapshot.clone(), wishes, &mut errors, &mut id, &|key| format!("p-{key}"));
        self.apply(&plan);
        let summary = plan.summary.to_proto(errors.bad_rows());
        Outcome {
            counts: summary.counts.into_iter().map(|c| (c.kind, c.created, c.updated, c.unchanged)).collect(),
            errors: errors.iter().map(|e| (e.line, e.field.clone(), e.rule.code())).collect(),
            notices: summary.notices.into_iter().map(|n| (n.code, n.count)).collect(),
        }
    }

    fn apply(&mut self, plan: &Plan) {
        let s = &mut self.snapshot;
        for step in &plan.steps {
            for site in &step.sites {
                s.sites.retain(|x| x.id != site.id);
                s.sites.push(site.clone());
            }
            s.positions.extend(step.positions.iter().cloned());
            for id in &step.teams {
                let team = plan.tree.get(id).unwrap();
                assert!(team.parent.as_ref().is_none_or(|p| s.tree.get(p).is_some()), "parents come first");
                s.tree.put(team.clone());
            }
            if let Some(person) = &step.person {
                s.people.retain(|x| x.id != person.id);
                s.people.push(person.clone());
            }
        }
    }

    fn person(&self, external_id: &str) -> &Person {
        self.snapshot.people.iter().find(|p| p.external_id == external_id).unwrap()
    }

    fn team_path(&self, id: &str) -> String {
        let tree = &self.snapshot.tree;
        let names =
            tree.ancestors(id).into_iter().chain([id]).map(|t| tree.get(t).unwrap().display_name.clone());
        names.collect::<Vec<_>>().join(" > ")
    }

    fn team_of(&self, external_id: &str) -> String {
        self.team_path(&self.person(external_id).membership_on(self.snapshot.today).unwrap().team)
    }
}

fn count(outcome: &Outcome, kind: &str) -> (i64, i64, i64) {
    outcome.counts.iter().find(|c| c.0 == kind).map(|c| (c.1, c.2, c.3)).unwrap_or_default()
}

const FOREIGN: &str = "Personnel No.,Department,Team,Job,Joined\n\
    p1,modules system,system,engineer,2016-03-10\n\
    p2,modules system,modules system,engineer,2015-07-30\n\
    p3,modules cloud,cloud (others),engineer,2016-08-31\n\
    p4,modules extras,cloud (others),writer,2017-06-25\n";

#[test]
fn a_foreign_file_becomes_a_tree_and_again_nothing() {
    let mut world = World::new();
    let first = world.import(FOREIGN);
    assert_eq!(first.errors, []);
    assert_eq!(count(&first, "people"), (4, 0, 0));
    assert_eq!(count(&first, "teams"), (6, 0, 0));
    assert_eq!(count(&first, "positions"), (2, 0, 0));
    assert_eq!(world.team_of("p1"), "modules system > system");
    assert_eq!(world.team_of("p2"), "modules system");
    assert_eq!(world.team_of("p3"), "modules cloud > cloud (others)");
    assert_eq!(world.team_of("p4"), "modules extras > cloud (others)");
    assert_eq!(world.person("p1").memberships[0].start_day, date(2016, 3, 10));
    assert_eq!(world.person("p1").display_name, "p1");

    let again = world.import(FOREIGN);
    assert_eq!(count(&again, "people"), (0, 0, 4));
    assert_eq!(count(&again, "teams"), (0, 0, 6));
    assert_eq!(count(&again, "positions"), (0, 0, 2));
}

#[test]
fn spelling_does_not_make_a_second_team_or_person() {
    let mut world = World::new();
    world.import("external_id,team,position\n۱۲,علي كريمي,كارشناس\n");
    let again = world.import("external_id,team,position\n12,علی کریمی,کارشناس\n");
    assert_eq!(count(&again, "people"), (0, 0, 1));
    assert_eq!(count(&again, "teams"), (0, 0, 1));
    let twice = world.import("external_id,team,position\n٧,a,b\n7,a,b\n");
    assert_eq!(twice.errors, [(3, "external_id".into(), "DUPLICATE")]);
}

#[test]
fn a_cycle_in_the_tree_is_refused_and_the_rest_stays() {
    let mut world = World::new();
    let outcome = world.import(
        "external_id,team,parent_team,position\n1,a,c,p\n2,b,a,p\n3,c,b,p\n4,x,y,p\n5,y,x,p\n6,d,,p\n",
    );
    let lines: Vec<_> = outcome.errors.iter().map(|e| (e.0, e.2)).collect();
    assert_eq!(lines, [(2, "CYCLE"), (3, "CYCLE"), (4, "CYCLE"), (5, "CYCLE"), (6, "CYCLE")]);
    assert_eq!(count(&outcome, "people"), (1, 0, 0));
}

#[test]
fn a_cycle_with_the_tree_that_exists_is_refused() {
    let mut world = World::new();
    world.import("external_id,team,parent_team,position\n1,west,sales,p\n");
    let outcome = world.import("external_id,team,parent_team,position\n2,sales,west,p\n");
    assert_eq!(outcome.errors, [(2, "parent_team".into(), "CYCLE")]);
    assert_eq!(world.team_of("1"), "sales > west");
}

#[test]
fn a_team_that_the_file_puts_elsewhere_moves_and_keeps_its_people() {
    let mut world = World::new();
    world.import("external_id,team,parent_team,position\n1,west,sales,p\n2,north,west,p\n");
    let outcome = world.import("external_id,team,parent_team,position\n1,west,regions,p\n");
    assert_eq!(count(&outcome, "teams"), (1, 1, 0));
    assert_eq!(count(&outcome, "people"), (0, 0, 1));
    assert_eq!(world.team_of("2"), "regions > west > north");
}

#[test]
fn an_ambiguous_parent_must_be_written_as_a_path() {
    let mut world = World::new();
    let outcome = world.import(
        "external_id,team,parent_team,position\n1,sales,east,p\n2,sales,west,p\n3,inner,sales,p\n4,inner2,west > sales,p\n",
    );
    assert_eq!(outcome.errors, [(4, "parent_team".into(), "MALFORMED")]);
    assert_eq!(world.team_of("4"), "west > sales > inner2");
}

#[test]
fn changes_are_written_with_their_day() {
    let mut world = World::new();
    world.import("external_id,team,position,start_day\n1,a,p,2020-01-01\n2,a,p,2020-01-01\n");
    let outcome = world.import(
        "external_id,team,position,start_day,end_day\n1,b,p,2020-01-01,\n2,a,p,2020-01-01,2026-02-01\n",
    );
    assert_eq!(count(&outcome, "people"), (0, 2, 0));
    let person = world.person("1");
    assert_eq!(person.memberships[0].end_day, Some(date(2026, 3, 1)));
    assert_eq!(person.memberships[1].start_day, date(2026, 3, 2));
    assert!(world.person("2").has_left(date(2026, 2, 2)));
    let again = world.import(
        "external_id,team,position,start_day,end_day\n1,b,p,2020-01-01,\n2,a,p,2020-01-01,2026-02-01\n",
    );
    assert_eq!(count(&again, "people"), (0, 0, 2));
}

#[test]
fn managers_may_come_later_and_unknown_ones_are_told() {
    let mut world = World::new();
    let outcome = world.import("external_id,team,position,manager\n1,a,p,2\n2,a,p,2\n3,a,p,nobody\n");
    assert_eq!(outcome.errors, []);
    assert_eq!(outcome.notices, [("UNKNOWN_MANAGER".into(), 1)]);
    assert_eq!(world.person("1").manager, Some(world.person("2").id.clone()));
    assert_eq!(world.person("2").manager, None);
}

#[test]
fn sites_come_with_a_zone_and_only_one() {
    let mut world = World::new();
    let file = "external_id,team,position,site,time_zone,weekend\n\
                1,a,p,Tehran,Asia/Tehran,\"thu,fri\"\n2,a,p,Tehran,Europe/Berlin,\n3,a,p,Mars,Mars/Base,\n";
    let table = Table::read(file.into()).unwrap();
    let outcome = world.import_with(&table, &guess(table.columns(), FIELDS));
    assert_eq!(
        outcome.errors,
        [(3, "time_zone".into(), "UNKNOWN_VALUE"), (4, "time_zone".into(), "NOT_A_TIME_ZONE")]
    );
    assert_eq!(world.snapshot.sites.len(), 1);
    assert_eq!(world.snapshot.sites[0].work_weeks[0].1, kit::workdays::WorkWeek::THU_FRI);
    let file = "external_id,team,position,site\n1,a,p,Shiraz\n2,a,p,tehran\n";
    let table = Table::read(file.into()).unwrap();
    let outcome = world.import_with(&table, &guess(table.columns(), FIELDS));
    assert_eq!(outcome.errors, [(2, "time_zone".into(), "REQUIRED")]);
    assert_eq!(count(&outcome, "sites"), (0, 0, 1));
}

#[test]
fn whoever_is_at_no_site_is_at_the_only_one() {
    let mut world = World::new();
    world.import("external_id,team,position,site\n1,a,p,Tehran\n");
    let outcome = world.import("external_id,team,position\n2,a,p\n");
    assert_eq!(count(&outcome, "people"), (1, 0, 0));
    assert_eq!(world.person("2").site, Some(world.snapshot.sites[0].id.clone()));
    world.import("external_id,team,position,site\n3,a,p,Shiraz\n4,a,p,\n");
    assert_eq!(world.person("4").site, None, "of two, nobody knows which");
}

#[test]
fn an_address_belongs_to_one_person() {
    let mut world = World::new();
    let outcome = world.import("external_id,team,position,email\n1,a,p,A@x.co\n2,a,p,a@X.co\n");
    assert_eq!(outcome.errors, [(3, "email".into(), "DUPLICATE")]);
    let outcome = world.import("external_id,team,position,email\n2,a,p,a@x.co\n");
    assert_eq!(outcome.errors, [(2, "email".into(), "DUPLICATE")]);
}

proptest! {
    /// Whatever a file says, the same file again changes nothing, and the tree stays a tree.
    #[test]
    fn every_file_is_idempotent(
        rows in prop::collection::vec((0_u8..12, 0_u8..6, 0_u8..7, 0_u8..3, prop::option::of(2000_u16..2026), prop::option::of(2020_u16..2030)), 0..30)
    ) {
        let mut file = String::from("external_id,team,parent_team,position,start_day,end_day\n");
        for (id, team, parent, position, start, end) in rows {
            let parent = if parent == 6 { String::new() } else { format!("t{parent}") };
            let day = |y: Option<u16>| y.map(|y| format!("{y}-01-15")).unwrap_or_default();
            writeln!(file, "{id},t{team},{parent},q{position},{},{}", day(start), day(end)).unwrap();
        }
        let mut world = World::new();
        world.import(&file);
        let before = world.snapshot.clone();
        let again = world.import(&file);
        prop_assert!(again.counts.iter().all(|c| c.1 == 0 && c.2 == 0), "{:?} of {}", again.counts, file);
        prop_assert_eq!(&before.people, &world.snapshot.people);
        for person in &world.snapshot.people {
            let mut violations = Violations::new(Language::En);
            person.check_dates(&mut violations, "");
            prop_assert!(violations.is_empty(), "{:?} {:?}", person, violations);
        }
    }
}
