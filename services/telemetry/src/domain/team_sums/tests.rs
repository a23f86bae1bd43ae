//! The sums on a small world.

use kit::directory::{Membership, Person, TeamTree};

use super::{super::roster::tests::membership, *};

/// Seven teams of `size` sellers each, t0 to t6, without a site; everybody is active on even days but t0 on all.
fn world(size: u32, extra: impl Fn(&mut Vec<Person>)) -> (Roster, CoreTasks, Marks) {
    let mut people: Vec<Person> = (0..7 * size)
        .map(|i| {
            let mut person = Person::new(format!("p{i}"), format!("E{i}"), kit::db::time::from_days(19_000));
            person.memberships = vec![membership(&format!("t{}", i / size), "seller", 19_000, None)];
            person
        })
        .collect();
    extra(&mut people);
    let ordinals = (0..200).map(|i| (format!("e{i}"), i)).collect();
    let roster = Roster::new(20_000, 20_013, &people, &ordinals, &[], &TeamTree::default());
    let mut marks = Marks::new();
    for day in 20_000..=20_013 {
        let bits = marks.entry(day).or_default();
        (0..7 * size).filter(|i| i / size == 0 || day % 2 == 0).for_each(|i| bits.insert(i));
    }
    let mut core = CoreTasks::default();
    core.add("seller", None);
    (roster, core, marks)
}

fn facts<'a>(
    world: &'a (Roster, CoreTasks, Marks),
    reports: &'a [(i32, Option<u32>, String, Quality)],
) -> Facts<'a> {
    Facts { roster: &world.0, core: &world.1, marks: &world.2, features: &[], feature_count: 4, reports }
}

fn frozen(roster: &Roster, team: &str) -> Frozen {
    Frozen::new(roster, &[team.to_owned()], (20_000, 20_000))
}

#[test]
fn use_stands_beside_what_others_did_on_the_same_days() {
    let world = world(5, |_| {});
    let sums = sums(&facts(&world, &[]), &frozen(&world.0, "t0")).unwrap();
    assert_eq!((sums.people, sums.usage.happened, sums.usage.possible, sums.usage.days), (5, 70.0, 70.0, 7));
    assert!((sums.usage.expected.unwrap() - 35.0).abs() < 1.0, "{sums:?}");
    assert_eq!((sums.person_weeks_active, sums.person_weeks), (10, 10));
}

#[test]
fn nothing_is_said_about_four_people() {
    let world = world(4, |_| {});
    assert_eq!(sums(&facts(&world, &[]), &frozen(&world.0, "t0")), None);
}

#[test]
fn whoever_goes_elsewhere_stays_and_newcomers_do_not_count() {
    let moved = |people: &mut Vec<Person>| {
        let split = |from: &str, to: &str| -> Vec<Membership> {
            vec![membership(from, "seller", 19_000, Some(20_006)), membership(to, "seller", 20_007, None)]
        };
        people[0].memberships = split("t0", "stars");
        people[30].memberships = split("t6", "t0");
    };
    let (before, after) = (world(5, |_| {}), world(5, moved));
    let of = |world: &(Roster, CoreTasks, Marks)| sums(&facts(world, &[]), &frozen(&world.0, "t0")).unwrap();
    let (a, b) = (of(&before), of(&after));
    assert_eq!(
        (a.people, a.usage.happened, a.usage.possible),
        (b.people, b.usage.happened, b.usage.possible)
    );
}

#[test]
fn records_of_the_roster_are_told_from_all_others() {
    let world = world(5, |_| {});
    let quality = |complete, incomplete| Quality { complete, incomplete, ..Quality::default() };
    let reports = [
        (20_001, Some(0), String::new(), quality(18, 2)),
        (20_001, None, "t0".to_owned(), quality(10, 0)),
        (20_002, Some(9), String::new(), quality(30, 10)),
        (20_002, Some(190), String::new(), quality(0, 500)),
    ];
    let errors = sums(&facts(&world, &reports), &frozen(&world.0, "t0")).unwrap().errors;
    assert_eq!((errors.happened, errors.possible, errors.expected, errors.days), (2.0, 30.0, Some(7.5), 1));
}

#[test]
fn without_five_comparable_teams_there_is_no_expectation() {
    let alone = |people: &mut Vec<Person>| {
        for person in people.iter_mut().take(5) {
            person.memberships[0].position = "lawyer".into();
        }
    };
    let mut world = world(5, alone);
    world.1.add("lawyer", None);
    let sums = sums(&facts(&world, &[]), &frozen(&world.0, "t0")).unwrap();
    assert_eq!((sums.people, sums.usage.possible, sums.usage.expected), (5, 0.0, None));
}
