//! Usage from files.

use jiff::{ToSpan, tz::TimeZone};
use kit::clock::{Clock, SystemClock};
use lab::{
    World,
    world::{USAGE_MAPPING, map_words},
};

use super::{BAD_ROWS, counts, import, with_people};

const WORLD: World = World { teams: 10, people_per_team: 6, positions: 1, rate: 0.5, seed: 4 };

#[test]
fn usage_needs_an_application_and_then_remembers_it() {
    let home = with_people(&WORLD);
    let yesterday = SystemClock.now().to_zoned(TimeZone::UTC).date().yesterday().expect("a day");
    let csv = WORLD.usage_csv(yesterday - 20.days(), yesterday);
    let rows = i64::try_from(csv.lines().count() - 1).expect("rows");
    let mapping = map_words(USAGE_MAPPING);
    let mapping: Vec<&str> = mapping.iter().map(String::as_str).collect();
    let with =
        |more: &[&'static str]| mapping.iter().copied().chain(more.iter().copied()).collect::<Vec<_>>();

    let ran = import(&home, "usage", &csv, &mapping);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.err.contains("application"), "{}", ran.err);
    let ran = import(&home, "usage", &csv, &with(&["--application", "CRM"]));
    assert!(ran.code == 1 && ran.err.contains("--create-application"), "{}", ran.err);

    let report =
        import(&home, "usage", &csv, &with(&["--application", "CRM", "--create-application"])).good();
    assert!(report.contains("Entered the application CRM"), "{report}");
    assert_eq!(counts(&report, "events"), (rows, 0, 0), "{report}");
    assert_eq!(counts(&report, "features"), (4, 0, 0), "{report}");

    let report = import(&home, "usage", &csv, &[]).good();
    assert_eq!(counts(&report, "events"), (0, 0, rows), "the same file again: {report}");
    let report = import(&home, "usage", &csv, &["--application", "crm", "--dry-run"]).good();
    assert_eq!(counts(&report, "events"), (0, 0, rows), "the title in other letters: {report}");
}

#[test]
fn rows_of_tomorrow_and_rows_without_a_person_are_refused_and_strangers_told() {
    let home = with_people(&WORLD);
    let yesterday = SystemClock.now().to_zoned(TimeZone::UTC).date().yesterday().expect("a day");
    let good = format!("e1,{yesterday}T10:00:00Z,p000001,quote\n");
    let csv = format!(
        "id of act,when,personnel no,object\n{good}e2,2199-01-01T10:00:00Z,p000001,quote\ne3,soon,p000001,quote\n\
         e4,{yesterday}T10:00:00Z,,quote\ne5,{yesterday} ۱۱:۰۰,stranger,quote\n"
    );
    let words = ["--map", "event_id=id of act", "--application", "CRM", "--create-application"];
    let ran = import(&home, "usage", &csv, &words);
    assert_eq!(ran.code, BAD_ROWS, "{}{}", ran.out, ran.err);
    for expected in ["3 bad rows", "line 3: time", "line 4: time", "line 5: external_id"] {
        assert!(ran.out.contains(expected), "{expected}: {}", ran.out);
    }
    let report = import(&home, "usage", &csv, &["--skip-invalid"]).good();
    assert_eq!(counts(&report, "events"), (2, 0, 0), "{report}");
    assert!(report.contains("UNKNOWN_PERSON") && report.contains("stranger"), "{report}");
}
