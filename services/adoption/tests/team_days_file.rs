//! `evaluate_csv` equals the reference implementation of the method within 1e-9, and tells every bad row.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use adoption::team_days_file::{self, FileError, Summary};
use proptest::{prelude::*, sample::Index};

type Line = (f64, f64, bool);

fn evaluate(csv: &str) -> Result<(String, Summary), FileError> {
    let mut out = Vec::new();
    let summary = team_days_file::evaluate(csv.as_bytes(), &mut out, |_, _| {})?;
    Ok((String::from_utf8(out).expect("UTF-8"), summary))
}

/// The rows of a result by team and day.
fn lines(csv: &str) -> BTreeMap<(String, String), Line> {
    csv.lines()
        .skip(1)
        .map(|row| {
            let f: Vec<&str> = row.split(',').collect();
            let number = |i: usize| f[i].parse::<f64>().expect("a number");
            ((f[0].to_owned(), f[1].to_owned()), (number(2), number(3), f[4] == "1"))
        })
        .collect()
}

fn assert_equals_the_reference(folder: &Path) {
    let days = fs::read_to_string(folder.join("team_days.csv")).expect("team_days.csv");
    let expected = lines(&fs::read_to_string(folder.join("flags.csv")).expect("flags.csv"));
    let ours = lines(&evaluate(&days).expect("a good file").0);
    assert_eq!(ours.len(), expected.len());
    let (mut worst, mut flagged) = (0.0_f64, 0);
    for (key, (low, decline, found)) in expected {
        let (our_low, our_decline, our_found) = ours[&key];
        worst = worst.max((our_low - low).abs()).max((our_decline - decline).abs());
        flagged += usize::from(found);
        assert_eq!(our_found, found, "{key:?}");
    }
    eprintln!("{}: worst difference {worst:e}, {flagged} flagged team days", folder.display());
    assert!(worst <= 1e-9, "worst difference {worst:e}");
    assert!(flagged > 0, "a fixture without a flag shows nothing");
}

#[test]
fn equals_the_reference_on_the_own_fixture() {
    assert_equals_the_reference(&PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture")));
}

#[test]
fn equals_the_reference_on_the_fixture_of_the_method_where_there_is_one() {
    if let Some(folder) = std::env::var_os("HAMGAM_METHOD_FIXTURE") {
        assert_equals_the_reference(&PathBuf::from(folder));
    }
}

fn fixture() -> String {
    fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixture/team_days.csv"))
        .expect("the fixture")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]
    #[test]
    fn the_order_and_the_repetition_of_rows_and_the_order_of_columns_change_nothing(
        seed in any::<u64>(),
        twice in prop::collection::vec(any::<Index>(), 0..20),
        columns in Just(vec![0_usize, 1, 2, 3, 4, 5]).prop_shuffle(),
    ) {
        let csv = fixture();
        let mut rows: Vec<&str> = csv.lines().collect();
        let header = rows.remove(0);
        let straight = evaluate(&csv).expect("a good file");
        let again: Vec<&str> = twice.iter().map(|i| rows[i.index(rows.len())]).collect();
        rows.extend(again);
        // A cheap shuffle: sorting by a hash with a seed.
        rows.sort_by_key(|r| r.bytes().fold(seed, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3)));
        let turned = |row: &str| {
            let fields: Vec<&str> = row.split(',').collect();
            columns.iter().map(|&c| fields[c]).collect::<Vec<_>>().join(",")
        };
        let mut shuffled = turned(header);
        for row in rows {
            shuffled.push_str("\r\n");
            shuffled.push_str(&turned(row));
        }
        let result = evaluate(&format!("\u{FEFF}{shuffled}")).expect("a good file");
        prop_assert_eq!(result.0, straight.0);
    }
}

#[test]
fn states_are_written_and_a_team_that_is_found_is_flagged() {
    let (out, summary) = evaluate(&fixture()).expect("a good file");
    assert!(out.starts_with("team,day,p_low,p_decline,flagged,state\n"));
    let flagged = out.lines().filter(|l| l.ends_with("1,FLAGGED")).count();
    assert!(flagged > 0);
    assert_eq!((summary.teams, summary.days, summary.teams_without_peers), (40, 91, 3));
}

#[test]
fn every_bad_row_is_told_with_its_line() {
    let csv = "day,team,position,site,active,eligible\n\
               2026-03-02,a,sales,x,1,2\n\
               2026-02-30,a,sales,x,1,2\n\
               2026-03-03,,sales,x,1,2\n\
               2026-03-03,a,support,x,1,2\n\
               2026-03-03,a,sales,x,3,2\n\
               2026-03-04,a,sales,x,-1,many\n\
               2026-03-02,a,sales,x,0,2\n\
               2026-03-05,a,sales\n\
               ۲۰۲۶-۰۳-۰۶,a,sales,x,۱,٢\n";
    let Err(FileError::Rows { total, first }) = evaluate(csv) else { panic!("bad rows are refused") };
    let lines: Vec<u64> = first.iter().map(|r| r.line).collect();
    assert_eq!((total, lines), (7, vec![3, 4, 5, 6, 7, 8, 9]));
    assert!(first[0].problem.contains("2026-02-30"), "{}", first[0]);
    assert!(first[4].problem.contains("eligible") && first[4].problem.contains("active"), "{}", first[4]);
    assert!(first[5].problem.contains("line 2"), "{}", first[5]);
}

#[test]
fn a_hundred_thousand_bad_rows_are_counted_and_a_hundred_shown() {
    let mut csv = String::from("team,position,site,day,eligible,active\n");
    for _ in 0..100_000 {
        csv.push_str("a,sales,x,yesterday,1,1\n");
    }
    let Err(error) = evaluate(&csv) else { panic!("bad rows are refused") };
    let words = error.to_string();
    assert!(words.starts_with("100000 rows are wrong\nline 2: "), "{words}");
    assert!(words.ends_with("and 99900 more") && words.len() < 10_000, "{words}");
}

#[test]
fn a_header_that_lacks_columns_is_told() {
    let words = evaluate("team,day,active\n").expect_err("no header").to_string();
    assert!(words.contains("lacks position, site, eligible"), "{words}");
    assert!(evaluate("").expect_err("empty").to_string().contains("is missing"));
    let twice = evaluate("team,team,position,site,day,eligible,active\n").expect_err("twice").to_string();
    assert!(twice.contains("team twice"), "{twice}");
}

#[test]
fn a_file_with_only_a_header_gives_only_a_header() {
    let (out, summary) = evaluate("team,position,site,day,eligible,active\n").expect("a good file");
    assert_eq!((out.as_str(), summary), ("team,day,p_low,p_decline,flagged,state\n", Summary::default()));
}

#[test]
fn a_team_name_that_is_a_formula_does_not_run_in_a_spreadsheet() {
    let (out, _) =
        evaluate("team,position,site,day,eligible,active\n=1+1,a,b,2026-03-02,1,1\n").expect("a good file");
    assert!(out.contains("\n'=1+1,"), "{out}");
}
