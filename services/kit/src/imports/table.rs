//! The CSV reader. It takes what spreadsheets write: a byte order mark, any line end, `,` `;` or tab, quoted values
//! with line breaks; and refuses what would be read wrongly, with the line.

use std::borrow::Cow;

use crate::violation::{Rule, shorten};

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 200 * 1024 * 1024;
const MAX_COLUMNS: usize = 200;
const MAX_VALUE_BYTES: usize = 20_000;

/// Something in a file that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line, the header being line 1.
    pub line: u64,
    /// What stands there, at most 100 characters of it.
    pub value: String,
    /// The rule that it breaks.
    pub rule: Rule,
}

impl Problem {
    fn new(line: u64, value: &str, rule: Rule) -> Self {
        Self { line, value: shorten(value, 100), rule }
    }
}

/// A table of text with named columns.
#[derive(Debug)]
pub struct Table {
    text: String,
    delimiter: u8,
    columns: Vec<String>,
    /// Where the first row after the header begins, and its line.
    body: (usize, u64),
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<'a> {
    /// The line on which the row begins, the header being line 1.
    pub line: u64,
    /// A value for each column, as it stands in the file.
    pub values: Vec<Cow<'a, str>>,
}

impl Table {
    /// Reads the header of a file. The rows are read when they are asked for.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Problem> {
        let text = decode(bytes)?;
        let mut start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
        let mut line = 1;
        // Excel's own way to name the delimiter, on a line before the header.
        let named = text[start..].strip_prefix("sep=").and_then(|rest| {
            let mut chars = rest.chars();
            let delimiter = chars.next().filter(|c| matches!(c, ',' | ';' | '\t'))?;
            chars.next().is_some_and(|c| matches!(c, '\r' | '\n')).then_some(delimiter as u8)
        });
        if named.is_some() {
            start += "sep=;".len();
            let rest = &text[start..];
            start += if rest.starts_with("\r\n") { 2 } else { 1 };
            line = 2;
        }
        let delimiter = named.unwrap_or_else(|| detect(&text[start..]));
        let mut cursor = Cursor { text: &text, at: start, line, delimiter };
        let header = loop {
            match cursor.record() {
                None => return Err(Problem::new(1, "", Rule::EmptyFile)),
                Some(Err(problem)) => return Err(problem),
                Some(Ok(row)) if row.is_blank() => {}
                Some(Ok(row)) => break row,
            }
        };
        let columns = name_columns(&header)?;
        let body = (cursor.at, cursor.line);
        Ok(Self { text, delimiter, columns, body })
    }

    /// The names of the columns, as they stand in the file. A column without a name is called by its place: `#3`.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The rows after the header. Rows without any value are skipped.
    pub fn rows(&self) -> Rows<'_> {
        let (at, line) = self.body;
        Rows {
            cursor: Cursor { text: &self.text, at, line, delimiter: self.delimiter },
            columns: self.columns.len(),
        }
    }
}

/// The rows of a [`Table`].
#[derive(Debug)]
pub struct Rows<'a> {
    cursor: Cursor<'a>,
    columns: usize,
}

impl<'a> Iterator for Rows<'a> {
    type Item = Result<Row<'a>, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut row = match self.cursor.record()? {
                Ok(row) => row,
                Err(problem) => return Some(Err(problem)),
            };
            if row.is_blank() {
                continue;
            }
            while row.values.len() > self.columns && row.values.last().is_some_and(|v| v.trim().is_empty()) {
                row.values.pop();
            }
            if row.values.len() == self.columns {
                return Some(Ok(row));
            }
            let rule =
                Rule::WrongColumnCount { expected: self.columns as u64, found: row.values.len() as u64 };
            return Some(Err(Problem::new(row.line, &row.values.join(","), rule)));
        }
    }
}

impl Row<'_> {
    fn is_blank(&self) -> bool {
        self.values.iter().all(|v| v.trim().is_empty())
    }
}

fn decode(bytes: Vec<u8>) -> Result<String, Problem> {
    if bytes.len() > MAX_BYTES {
        return Err(Problem::new(1, "", Rule::FileTooBig { max_mib: (MAX_BYTES / 1024 / 1024) as u64 }));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(Problem::new(1, "", Rule::Utf16));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Problem::new(1, "", Rule::NotText));
    }
    if let Some(at) = bytes.iter().position(|b| *b == 0) {
        let (line, text) = line_at(&bytes, at);
        return Err(Problem::new(line, &text, Rule::NotText));
    }
    String::from_utf8(bytes).map_err(|error| {
        let (line, text) = line_at(error.as_bytes(), error.utf8_error().valid_up_to());
        Problem::new(line, &text, Rule::NotUtf8)
    })
}

/// The number and the text of the line that a byte is on.
fn line_at(bytes: &[u8], at: usize) -> (u64, String) {
    let before = &bytes[..at];
    let start = before.iter().rposition(|b| matches!(b, b'\n' | b'\r')).map_or(0, |p| p + 1);
    let end = bytes[at..].iter().position(|b| matches!(b, b'\n' | b'\r')).map_or(bytes.len(), |p| at + p);
    let text = String::from_utf8_lossy(&bytes[start..end.min(start + 400)]).into_owned();
    (1 + breaks(before), text)
}

/// How many lines end in a piece of text; CR LF is one end.
fn breaks(bytes: &[u8]) -> u64 {
    let mut count = 0;
    let mut previous = 0;
    for &b in bytes {
        if b == b'\n' && previous != b'\r' || b == b'\r' {
            count += 1;
        }
        previous = b;
    }
    count
}

/// The delimiter that the first line has most of, outside quotation marks.
fn detect(text: &str) -> u8 {
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let mut quoted = false;
    let mut seen = false;
    for b in text.bytes().take(100_000) {
        match b {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted && seen => break,
            _ if quoted => {}
            _ => {
                seen |= !b.is_ascii_whitespace();
                for (delimiter, count) in &mut counts {
                    *count += u32::from(b == *delimiter);
                }
            }
        }
    }
    // The first of equals, so a file with one column is read with commas.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(delimiter, _)| delimiter)
}

fn name_columns(header: &Row<'_>) -> Result<Vec<String>, Problem> {
    let mut values: Vec<&str> = header.values.iter().map(|v| v.trim()).collect();
    while values.last().is_some_and(|v| v.is_empty()) {
        values.pop();
    }
    if values.len() > MAX_COLUMNS {
        return Err(Problem::new(header.line, "", Rule::TooMany { max: MAX_COLUMNS as u64 }));
    }
    let mut columns: Vec<String> = Vec::with_capacity(values.len());
    let mut seen = std::collections::BTreeSet::new();
    for (i, value) in values.into_iter().enumerate() {
        let name = if value.is_empty() { format!("#{}", i + 1) } else { value.to_owned() };
        if !seen.insert(name.clone()) {
            return Err(Problem::new(header.line, &name, Rule::DuplicateColumn));
        }
        columns.push(name);
    }
    Ok(columns)
}

#[derive(Debug)]
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    line: u64,
    delimiter: u8,
}

impl<'a> Cursor<'a> {
    /// The next record, or what is wrong with it; the cursor is behind it in either case.
    fn record(&mut self) -> Option<Result<Row<'a>, Problem>> {
        if self.at >= self.text.len() {
            return None;
        }
        let (start, line) = (self.at, self.line);
        let mut values = Vec::new();
        let mut wrong = None;
        loop {
            match self.value() {
                Ok(value) if value.len() > MAX_VALUE_BYTES => {
                    wrong = wrong.or(Some(Problem::new(
                        line,
                        &value,
                        Rule::TooLong { max: MAX_VALUE_BYTES as u64 },
                    )));
                }
                Ok(value) if values.len() < MAX_COLUMNS * 2 => values.push(value),
                Ok(_) => {}
                Err(problem) => wrong = wrong.or(Some(problem)),
            }
            if self.end_of_value() {
                break;
            }
        }
        // A record is never empty, so reading always comes to an end.
        debug_assert!(self.at > start);
        Some(match wrong {
            Some(problem) => Err(problem),
            None => Ok(Row { line, values }),
        })
    }

    /// Steps over what ends a value; whether the record ends with it too.
    fn end_of_value(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        match bytes.get(self.at) {
            Some(b) if *b == self.delimiter => {
                self.at += 1;
                false
            }
            Some(b'\r') => {
                self.at += if bytes.get(self.at + 1) == Some(&b'\n') { 2 } else { 1 };
                self.line += 1;
                true
            }
            Some(_) => {
                self.at += 1;
                self.line += 1;
                true
            }
            None => true,
        }
    }

    fn value(&mut self) -> Result<Cow<'a, str>, Problem> {
        let bytes = self.text.as_bytes();
        if bytes.get(self.at) == Some(&b'"') { self.quoted() } else { Ok(Cow::Borrowed(self.plain())) }
    }

    fn plain(&mut self) -> &'a str {
        let (text, delimiter) = (self.text, self.delimiter);
        let rest = &text.as_bytes()[self.at..];
        let length =
            rest.iter().position(|b| *b == delimiter || matches!(b, b'\n' | b'\r')).unwrap_or(rest.len());
        let value = &text[self.at..self.at + length];
        self.at += length;
        value
    }

    fn quoted(&mut self) -> Result<Cow<'a, str>, Problem> {
        let text = self.text;
        let line = self.line;
        let start = self.at + 1;
        let mut doubled = false;
        let mut at = start;
        loop {
            let Some(next) = text.as_bytes()[at..].iter().position(|b| *b == b'"') else {
                self.at = text.len();
                return Err(Problem::new(
                    line,
                    crate::text::truncate(&text[start..], 101),
                    Rule::UnclosedQuote,
                ));
            };
            at += next + 1;
            if text.as_bytes().get(at) == Some(&b'"') {
                doubled = true;
                at += 1;
            } else {
                break;
            }
        }
        let inside = &text[start..at - 1];
        self.line += breaks(inside.as_bytes());
        self.at = at;
        let after = self.plain();
        if !after.trim().is_empty() {
            return Err(Problem::new(self.line, after, Rule::TextAfterQuote));
        }
        Ok(if doubled { Cow::Owned(inside.replace("\"\"", "\"")) } else { Cow::Borrowed(inside) })
    }
}

#[cfg(test)]
mod tests;
