//! Directories, as the systems of others write them.

use lab::{
    Home, World,
    world::{PEOPLE_MAPPING, map_words},
};

use super::{BAD_ROWS, counts, import};
use crate::BINARY;

#[test]
fn a_dry_run_changes_nothing_and_a_second_run_neither() {
    let home = Home::set_up(BINARY);
    let world = World { teams: 12, people_per_team: 5, ..World::default() };
    let csv = world.people_csv();
    let mapping = map_words(PEOPLE_MAPPING);
    let mapping: Vec<&str> = mapping.iter().map(String::as_str).collect();

    for _ in 0..2 {
        let mut words = mapping.clone();
        words.push("--dry-run");
        let report = import(&home, "directory", &csv, &words).good();
        assert!(report.starts_with("Nothing was imported: this was a dry run."), "{report}");
        assert_eq!(counts(&report, "people"), (60, 0, 0), "{report}");
    }
    let report = import(&home, "directory", &csv, &mapping).good();
    assert!(report.starts_with("Imported."), "{report}");
    assert_eq!(counts(&report, "people"), (60, 0, 0));
    assert_eq!(counts(&report, "teams"), (14, 0, 0), "twelve teams in two wings");

    // The mapping was kept for files with these columns: nobody names it again.
    let report = import(&home, "directory", &csv, &[]).good();
    for (kind, known) in [("people", 60), ("teams", 14), ("positions", 2)] {
        assert_eq!(counts(&report, kind), (0, 0, known), "{report}");
    }
    let moved = csv.replace("Wing 1,Crew 11,", "Wing 0,Crew 11,").replace("Person 3,", "Person Three,");
    let report = import(&home, "directory", &moved, &[]).good();
    assert_eq!(counts(&report, "people").1, 1, "{report}");
    assert_eq!(counts(&report, "teams").1, 1, "{report}");
}

#[test]
fn files_come_with_marks_and_breaks_and_in_three_scripts() {
    let home = Home::set_up(BINARY);
    let spreadsheet = "\u{FEFF}Personnel No.;Full name;Team;Job title\r\n1;\"Ann\r\nLee\";\"North; West\";Seller\r\n\
                       2;\"Bob \"\"B\"\" Ray\";\"North; West\";Seller\r\n";
    let report = import(&home, "directory", spreadsheet, &[]).good();
    assert_eq!((counts(&report, "people"), counts(&report, "teams")), ((2, 0, 0), (1, 0, 0)), "{report}");

    // The Arabic ي and ك, the Persian ی and ک, and three families of digits mean the same.
    let persian = "کد پرسنلی,نام,تیم,سمت,تاریخ استخدام\n۱۲۳,علی,فروش یک,کارشناس,۱۴۰۳/۰۱/۱۵\n١٢٤,رضا,فروش يك,كارشناس,2024-04-03\n";
    let report = import(&home, "directory", persian, &[]).good();
    assert_eq!(
        (counts(&report, "people"), counts(&report, "teams"), counts(&report, "positions")),
        ((2, 0, 0), (1, 0, 0), (1, 0, 0)),
        "{report}"
    );
    let again = "کد پرسنلی,نام,تیم,سمت,تاریخ استخدام\n123,علي,فروش يك,كارشناس,2024/4/3\n124,رضا,فروش یک,کارشناس,۱۴۰۳-۱-۱۵\n";
    let report = import(&home, "directory", again, &[]).good();
    assert_eq!(counts(&report, "people").0, 0, "the same people, written otherwise: {report}");
    assert_eq!((counts(&report, "teams"), counts(&report, "positions")), ((0, 0, 1), (0, 0, 1)), "{report}");
}

#[test]
fn what_cannot_be_is_refused_with_its_line_and_nothing_is_imported() {
    let home = Home::set_up(BINARY);
    let cases: [(&[u8], &str); 6] = [
        (b"id,name,team,job\n1,Andr\xe9,Sales,Seller\n", "line 2"),
        (b"id,name,team,job\n7,A,Sales,Seller\n7,B,Sales,Seller\n", "line 3: external_id"),
        (b"id,name,team,parent team,job\n7,A,X,Y,S\n8,B,Y,Z,S\n9,C,Z,X,S\n", "parent_team"),
        (b"id,name,team,job,start date\n7,A,X,S,2199-01-01\n", "line 2: start_day"),
        (b"id,name,team,job\n7,A,,S\n", "line 2: team"),
        (b"id,name,team,job\n7,\"A,X,S\n", "line 2"),
    ];
    for (content, expected) in cases {
        let ran = import(&home, "directory", content, &[]);
        let file = String::from_utf8_lossy(content);
        assert_eq!(ran.code, BAD_ROWS, "{file}\n{}{}", ran.out, ran.err);
        assert!(ran.out.starts_with("Nothing was imported"), "{file}\n{}", ran.out);
        assert!(ran.out.contains(expected), "{file}\n{}", ran.out);
    }
    let report = import(&home, "directory", "id,name,team,job\n7,A,X,S\n", &[]).good();
    assert_eq!((counts(&report, "people").0, counts(&report, "teams").0), (1, 1), "nothing was left behind");
}

#[test]
fn a_hundred_thousand_bad_rows_are_all_counted_and_a_hundred_told() {
    let home = Home::set_up(BINARY);
    let mut csv = String::from("id,name,team,job,start date\ngood,G,T,J,2020-01-01\n");
    for row in 0..100_000 {
        csv.push('x');
        csv.push_str(&row.to_string());
        csv.push_str(",N,T,J,soon\n");
    }
    let ran = import(&home, "directory", &csv, &[]);
    assert_eq!(ran.code, BAD_ROWS, "{}", ran.err);
    assert!(ran.out.contains("100000 bad rows"), "{}", ran.out);
    assert!(ran.out.lines().count() < 120, "{} lines", ran.out.lines().count());
    let report = import(&home, "directory", &csv, &["--skip-invalid"]).good();
    assert_eq!(counts(&report, "people"), (1, 0, 0), "{report}");
    assert!(report.contains("100000 bad rows"), "{report}");
}
