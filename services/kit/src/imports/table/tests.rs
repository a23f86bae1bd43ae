use proptest::prelude::*;

use super::*;

fn lines(bytes: &[u8]) -> Vec<(u64, Vec<String>)> {
    let table = Table::read(bytes.to_vec()).unwrap();
    table
        .rows()
        .map(|r| r.unwrap())
        .map(|r| (r.line, r.values.iter().map(ToString::to_string).collect()))
        .collect()
}

fn refusal(bytes: &[u8]) -> Problem {
    Table::read(bytes.to_vec()).unwrap_err()
}

#[test]
fn a_spreadsheets_file_is_read_with_its_true_lines() {
    let file = "\u{FEFF}\"Name\";Note\r\nسارا;\"two\r\nlines; \"\"here\"\"\"\r\n\r\n;\r\nعلی;x\r\n";
    let table = Table::read(file.into()).unwrap();
    assert_eq!(table.columns(), ["Name", "Note"]);
    assert_eq!(
        lines(file.as_bytes()),
        [
            (2, vec!["سارا".to_owned(), "two\r\nlines; \"here\"".to_owned()]),
            (6, vec!["علی".to_owned(), "x".to_owned()])
        ]
    );
}

#[test]
fn every_delimiter_and_line_end() {
    let row = |line| (line, vec!["1".to_owned(), "2".to_owned()]);
    assert_eq!(lines(b"a,b\n1,2"), [row(2)]);
    assert_eq!(lines(b"a\tb\r1\t2\r"), [row(2)]);
    assert_eq!(lines(b"\n\na;b\n1;2;;\n"), [row(4)]);
    assert_eq!(lines(b"sep=;\r\na;b\r\n1;2\r\n"), [row(3)]);
    assert_eq!(Table::read(b"only\n1\n".to_vec()).unwrap().columns(), ["only"]);
    assert_eq!(Table::read(b"a,,c,,\n".to_vec()).unwrap().columns(), ["a", "#2", "c"]);
}

#[test]
fn a_file_that_would_be_read_wrongly_is_refused_with_its_line() {
    let mixed = [b"name\nsara\n\"a\nb\"\n".as_slice(), b"\xe3\xd5\xd8\xdd\xec\n"].concat();
    let problem = refusal(&mixed);
    assert_eq!((problem.line, problem.rule), (5, Rule::NotUtf8));
    assert_eq!(refusal(b"\xff\xfea\0").rule, Rule::Utf16);
    assert_eq!(refusal(b"a\0b\0").rule, Rule::NotText);
    assert_eq!(refusal(b"PK\x03\x04 xlsx").rule, Rule::NotText);
    assert_eq!(refusal(b"").rule, Rule::EmptyFile);
    assert_eq!(refusal(b"\xef\xbb\xbf\r\n , \r\n").rule, Rule::EmptyFile);
    assert_eq!(refusal(b"a,b, a \n").rule, Rule::DuplicateColumn);
    assert_eq!(refusal("x,".repeat(300).as_bytes()).rule, Rule::TooMany { max: 200 });
}

#[test]
fn a_bad_row_does_not_hide_the_others() {
    let table = Table::read(b"a,b\n1\n1,2\n\"x\"y,2\n1,2,3\n3,\"never closed\n4,5\n".to_vec()).unwrap();
    let rows: Vec<_> = table.rows().collect();
    let wrong = |i: usize| rows[i].as_ref().map_err(|p| (p.line, p.rule.code())).unwrap_err();
    assert_eq!(wrong(0), (2, "WRONG_COLUMN_COUNT"));
    assert_eq!(rows[1].as_ref().unwrap().line, 3);
    assert_eq!(wrong(2), (4, "TEXT_AFTER_QUOTE"));
    assert_eq!(wrong(3), (5, "WRONG_COLUMN_COUNT"));
    assert_eq!(wrong(4), (6, "UNCLOSED_QUOTE"));
    assert_eq!(rows.len(), 5);
}

#[test]
fn a_hostile_value_is_bounded() {
    let table = Table::read(format!("a\n{}\n", "x".repeat(1_000_000)).into_bytes()).unwrap();
    let problem = table.rows().next().unwrap().unwrap_err();
    assert_eq!((problem.line, problem.value.chars().count()), (2, 100));
    let wide = Table::read(format!("a\n{}\n", ",".repeat(1_000_000)).into_bytes()).unwrap();
    assert_eq!(wide.rows().count(), 0, "a row of nothing");
}

proptest! {
    #[test]
    fn what_another_writer_writes_is_read_back(rows in proptest::collection::vec(proptest::collection::vec("[ -~سی\r\n\";,]{0,12}", 3), 0..20)) {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        writer.write_record(["a", "b", "c"]).unwrap();
        for row in &rows {
            writer.write_record(row).unwrap();
        }
        let table = Table::read(writer.into_inner().unwrap()).unwrap();
        let read: Vec<Vec<String>> = table.rows().map(|r| r.unwrap().values.iter().map(ToString::to_string).collect()).collect();
        let full: Vec<Vec<String>> = rows.into_iter().filter(|r| r.iter().any(|v| !v.trim().is_empty())).collect();
        prop_assert_eq!(read, full);
    }

    #[test]
    fn no_bytes_make_it_panic_or_hang(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(table) = Table::read(bytes) {
            prop_assert!(table.rows().count() <= 200);
        }
    }
}
