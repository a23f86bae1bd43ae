//! The rows of a file as acts and reports; what is wrong with each row, by its line. Pure.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use kit::{
    db::time::{to_days, to_micros},
    imports::{ErrorList, Mapped, Meter, Row, Sheet, value},
    text::{clean, normalize},
    violation::Rule,
};

use super::{Content, content};
use crate::{
    domain::{
        quality::Quality,
        retention::{Arrival, arrival},
    },
    store::event::{EventHash, hash_of},
};

/// More rows than this are refused, one by one.
const MOST_ROWS: u64 = 5_000_000;
/// The most records of one kind in a row.
const MOST_RECORDS: i64 = 1_000_000;

/// Names by a number, spellings that mean the same being one.
#[derive(Debug, Default)]
pub(super) struct Names {
    by_text: HashMap<String, u32>,
    by_key: HashMap<String, u32>,
    /// The names, as they came first.
    pub(super) texts: Vec<String>,
    /// The names, normalised.
    pub(super) keys: Vec<String>,
}

impl Names {
    fn of(&mut self, text: &str) -> u32 {
        if let Some(number) = self.by_text.get(text) {
            return *number;
        }
        let key = normalize(text);
        let next = u32::try_from(self.texts.len()).unwrap_or(u32::MAX);
        let number = *self.by_key.entry(key.clone()).or_insert(next);
        if number == next {
            self.texts.push(clean(text));
            self.keys.push(key);
        }
        self.by_text.insert(text.to_owned(), number);
        number
    }
}

/// An act, its names by number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Act {
    pub(super) hash: EventHash,
    pub(super) person: u32,
    pub(super) feature: u32,
    pub(super) at: i64,
}

/// A report, its names by number.
#[derive(Debug, Clone)]
pub(super) struct Report {
    pub(super) hash: EventHash,
    pub(super) person: Option<u32>,
    pub(super) team: String,
    pub(super) feature: u32,
    pub(super) day: i32,
    pub(super) quality: Quality,
}

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    pub(super) people: Names,
    pub(super) features: Names,
    pub(super) acts: Vec<Act>,
    pub(super) reports: Vec<Report>,
    pub(super) errors: ErrorList,
    pub(super) rows: u64,
}

/// What is needed to read a file.
pub(super) struct Reader<'a> {
    /// Where the values come from.
    pub(super) mapped: &'a Mapped,
    /// For times without an offset.
    pub(super) zone: TimeZone,
    /// The present, in microseconds.
    pub(super) now: i64,
    /// The teams by their name, normalised; `None` for a name that several have.
    pub(super) teams: &'a HashMap<String, Option<String>>,
}

impl Reader<'_> {
    /// Reads all rows.
    pub(super) fn read(&self, sheet: &Sheet, meter: &Meter) -> Parsed {
        let (mut parsed, mut errors) = (Parsed::default(), ErrorList::default());
        let content = content(self.mapped);
        parsed.rows = sheet.each(MOST_ROWS, meter, &mut errors, |_, row, errors| match content {
            Content::Usage => self.act(row, &mut parsed, errors),
            Content::Quality => self.report(row, &mut parsed, errors),
        });
        parsed.errors = errors;
        parsed
    }

    /// A name of 1 to `max` characters; `None`, and the rule that it breaks, for another.
    fn name<'r>(
        &'r self,
        row: &'r Row<'_>,
        field: &str,
        max: u64,
        errors: &mut ErrorList,
    ) -> Option<&'r str> {
        let text = self.mapped.get(row, field);
        let rule = match text.chars().count() as u64 {
            0 => Rule::Required,
            n if n > max => Rule::TooLong { max },
            _ => return Some(text),
        };
        errors.add(row.line, field, text, rule);
        None
    }

    /// The id of a row: its own, else that of all its values.
    fn hash(&self, row: &Row<'_>) -> EventHash {
        match self.mapped.get(row, "event_id") {
            "" => hash_of(&row.values.join("\u{1f}")),
            id => hash_of(id),
        }
    }

    fn act(&self, row: &Row<'_>, parsed: &mut Parsed, errors: &mut ErrorList) {
        let person = self.name(row, "external_id", 100, errors);
        let feature = self.name(row, "feature", 200, errors);
        let text = self.mapped.get(row, "time");
        let rule = if text.is_empty() { Err(Rule::Required) } else { value::instant(text, &self.zone) };
        let at = match rule.map(to_micros) {
            Ok(at) if arrival(at, self.now) == Arrival::TooEarly => Err(Rule::InFuture),
            other => other,
        };
        match (person, feature, at) {
            (Some(person), Some(feature), Ok(at)) => {
                let (person, feature) = (parsed.people.of(person), parsed.features.of(feature));
                parsed.acts.push(Act { hash: self.hash(row), person, feature, at });
            }
            (_, _, Err(rule)) => errors.add(row.line, "time", text, rule),
            _ => {}
        }
    }

    fn report(&self, row: &Row<'_>, parsed: &mut Parsed, errors: &mut ErrorList) {
        let bad = errors.bad_rows();
        let feature = self.name(row, "feature", 200, errors);
        let named = self.mapped.get(row, "team");
        let team = self.teams.get(&normalize(named)).cloned().flatten();
        if team.is_none() && !named.is_empty() {
            errors.add(row.line, "team", named, Rule::NotFound);
        }
        let person = if named.is_empty() { self.name(row, "external_id", 100, errors) } else { None };
        let text = self.mapped.get(row, "day");
        let day = if text.is_empty() { Err(Rule::Required) } else { value::day(text) };
        let day = match day.map(to_days) {
            Ok(day) if day > crate::domain::days::utc_day(self.now) + 1 => Err(Rule::InFuture),
            other => other,
        };
        let day = day.map_err(|rule| errors.add(row.line, "day", text, rule)).ok();
        let mut records = |field: &str| {
            let text = self.mapped.get(row, field);
            if text.is_empty() {
                return 0;
            }
            match value::whole(text) {
                Ok(n) if (0..=MOST_RECORDS).contains(&n) => u64::try_from(n).unwrap_or_default(),
                Ok(_) => {
                    let (min, max) = ("0".to_owned(), MOST_RECORDS.to_string());
                    errors.add(row.line, field, text, Rule::OutOfRange { min, max });
                    0
                }
                Err(rule) => {
                    errors.add(row.line, field, text, rule);
                    0
                }
            }
        };
        let quality = Quality {
            complete: records("complete"),
            incomplete: records("incomplete"),
            duplicate: records("duplicate"),
            corrected: records("corrected"),
        };
        if errors.bad_rows() == bad
            && let (Some(feature), Some(day)) = (feature, day)
        {
            let person = person.map(|p| parsed.people.of(p));
            let feature = parsed.features.of(feature);
            let (hash, team) = (self.hash(row), team.unwrap_or_default());
            parsed.reports.push(Report { hash, person, team, feature, day, quality });
        }
    }
}

#[cfg(test)]
mod tests {
    use kit::{imports::store, localize::Language};
    use proto::imports::v1::ImportMapping;

    use super::{
        super::{FIELDS, KIND},
        *,
    };

    fn read(file: &str, columns: &[(&str, &str)]) -> Parsed {
        let mapping = ImportMapping {
            columns: columns.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
            constants: [("application".to_owned(), "crm".to_owned())].into(),
        };
        let now: jiff::Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        let mut import = store::create("i", KIND, "usage.csv", Language::En, "", now);
        import.message.mapping = Some(mapping);
        let sheet = Sheet::open(file.as_bytes().to_vec(), &import, FIELDS).unwrap();
        let teams = HashMap::from([("sales".to_owned(), Some("t1".to_owned())), ("twice".to_owned(), None)]);
        let zone = TimeZone::get("Asia/Tehran").unwrap();
        let reader = Reader { mapped: sheet.mapped(), zone, now: to_micros(now), teams: &teams };
        reader.read(&sheet, &Meter::default())
    }

    #[test]
    fn acts_of_any_zone_and_any_order() {
        let parsed = read(
            "Id,When,Who,What\na,2017-10-01T09:19:09+09:00,P1,docs\nb,2016-09-30T10:44:33-07:00,P2,Docs\n\
             c,2026-03-02 13:30,p۱,docs\nd,2026-03-04T09:00:01Z,P1,docs\ne,yesterday,P1,docs\nf,2017-01-01,,docs\n",
            &[("event_id", "Id"), ("time", "When"), ("external_id", "Who"), ("feature", "What")],
        );
        assert_eq!(parsed.acts.len(), 3);
        assert_eq!((parsed.people.keys.len(), parsed.features.texts.len()), (2, 1), "p۱ is P1, Docs is docs");
        assert_eq!(parsed.acts[0].at, to_micros("2017-10-01T00:19:09Z".parse().unwrap()));
        assert_eq!(parsed.acts[2].at, to_micros("2026-03-02T10:00:00Z".parse().unwrap()), "in Tehran");
        let rules: Vec<_> = parsed.errors.iter().map(|e| (e.line, e.rule.code())).collect();
        assert_eq!(rules, [(5, "IN_FUTURE"), (6, "NOT_A_TIME"), (7, "REQUIRED")]);
        assert_eq!(parsed.rows, 6);
    }

    #[test]
    fn a_row_without_an_id_is_its_own() {
        let columns = [("time", "When"), ("external_id", "Who"), ("feature", "What")];
        let parsed = read("When,Who,What\n2026-03-01,a,x\n2026-03-01,a,x\n2026-03-01,a,y\n", &columns);
        assert_eq!(parsed.acts[0].hash, parsed.acts[1].hash);
        assert_ne!(parsed.acts[0].hash, parsed.acts[2].hash);
    }

    #[test]
    fn reports_of_people_and_teams() {
        let parsed = read(
            "Day,Who,Team,What,Good,Bad\n2026-03-01,a,,x,۱۰,2\n2026-03-01,,Sales,x,3,\n2026-03-01,,Twice,x,3,0\n\
             2026-03-01,,,x,3,0\n2026-03-09,a,,x,3,0\n2026-03-01,a,,x,-1,many\n",
            &[
                ("day", "Day"),
                ("external_id", "Who"),
                ("team", "Team"),
                ("feature", "What"),
                ("complete", "Good"),
                ("incomplete", "Bad"),
            ],
        );
        assert_eq!(parsed.reports.len(), 2);
        assert_eq!(parsed.reports[0].quality, Quality { complete: 10, incomplete: 2, ..Quality::default() });
        assert_eq!((parsed.reports[1].team.as_str(), parsed.reports[1].person), ("t1", None));
        assert_eq!(parsed.errors.bad_rows(), 4);
    }
}
