//! What one row says, in our own terms.

use jiff::{Span, civil::Date};
use kit::{
    calendar::weekday_name,
    imports::{ErrorList, Mapped, Row, value},
    localize::Language,
    text::{has_direction_override, normalize},
    violation::{Rule, is_email},
    workdays::WorkWeek,
};
use proto::identity::v1::Level;

use crate::domain::text::line;

/// Between the teams of a path in `parent_team`: `Sales > West`.
const PATH: char = '>';
/// Nobody was hired before.
const EARLIEST: Date = jiff::civil::date(1900, 1, 1);

/// What one row asks for. A value that the file does not give is `None` and leaves the person's as it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// The line in the file.
    pub line: u64,
    /// The number of the row, from 1.
    pub row: u64,
    /// The id in the organization's own directory.
    pub external_id: String,
    /// The name.
    pub display_name: Option<String>,
    /// The address.
    pub email: Option<String>,
    /// The language.
    pub language: Option<Language>,
    /// The level.
    pub level: Option<Level>,
    /// The external id of the manager.
    pub manager: Option<String>,
    /// The teams above the person's, from the top.
    pub parents: Vec<String>,
    /// The team.
    pub team: String,
    /// The position.
    pub position: String,
    /// The site.
    pub site: Option<SiteWish>,
    /// The first day of employment.
    pub start_day: Option<Date>,
    /// The last day of employment.
    pub end_day: Option<Date>,
    /// The first day in this team and position.
    pub membership_start_day: Option<Date>,
    /// The weekdays of a part-time contract.
    pub part_time_days: Option<WorkWeek>,
}

/// A site as a row names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteWish {
    /// The name.
    pub name: String,
    /// The time zone; needed for a site that does not exist yet.
    pub time_zone: Option<String>,
    /// The days that people of a new site work.
    pub work_week: Option<WorkWeek>,
}

/// Reads a row. Every broken rule goes into `errors`; `None` if there was one.
pub fn read(
    mapped: &Mapped,
    row: &Row<'_>,
    number: u64,
    today: Date,
    errors: &mut ErrorList,
) -> Option<Wish> {
    let mut reader = Reader { mapped, row, errors, broken: false };
    let wish = Wish {
        line: row.line,
        row: number,
        external_id: reader.text("external_id", 100, true).unwrap_or_default(),
        display_name: reader.text("display_name", 200, false),
        email: reader.parsed("email", |text| is_email(text).then(|| text.to_owned()).ok_or(Rule::NotAnEmail)),
        language: reader.parsed("language", language),
        level: reader.parsed("level", level),
        manager: reader.text("manager", 100, false),
        parents: reader.parents(),
        team: reader.text("team", 200, true).unwrap_or_default(),
        position: reader.text("position", 200, true).unwrap_or_default(),
        site: reader.site(),
        start_day: reader.parsed("start_day", |text| past_day(text, today)),
        end_day: reader
            .parsed("end_day", |text| day_until(text, today.saturating_add(Span::new().years(10)))),
        membership_start_day: reader.parsed("membership_start_day", |text| past_day(text, today)),
        part_time_days: reader.parsed("part_time_days", weekdays),
    };
    reader.check_order(&wish);
    (!reader.broken).then_some(wish)
}

struct Reader<'a> {
    mapped: &'a Mapped,
    row: &'a Row<'a>,
    errors: &'a mut ErrorList,
    broken: bool,
}

impl Reader<'_> {
    fn fail(&mut self, field: &str, value: &str, rule: Rule) {
        self.broken = true;
        self.errors.add(self.row.line, field, value, rule);
    }

    fn text(&mut self, field: &str, longest: u64, required: bool) -> Option<String> {
        let given = self.mapped.get(self.row, field);
        let text = line(given);
        // An id is only compared; a name is read, and could be read as another one.
        let is_name = !matches!(field, "external_id" | "manager");
        if is_name && has_direction_override(given) {
            self.fail(field, &text, Rule::DirectionOverride);
        }
        if text.is_empty() {
            if required {
                self.fail(field, "", Rule::Required);
            }
            return None;
        }
        if text.chars().count() as u64 > longest {
            self.fail(field, &text, Rule::TooLong { max: longest });
        }
        Some(text)
    }

    fn parsed<T>(&mut self, field: &str, parse: impl FnOnce(&str) -> Result<T, Rule>) -> Option<T> {
        let text = line(self.mapped.get(self.row, field));
        if text.is_empty() {
            return None;
        }
        match parse(&text) {
            Ok(value) => Some(value),
            Err(rule) => {
                self.fail(field, &text, rule);
                None
            }
        }
    }

    fn parents(&mut self) -> Vec<String> {
        let Some(path) = self.text("parent_team", 1_000, false) else { return Vec::new() };
        let teams: Vec<String> = path.split(PATH).map(line).filter(|t| !t.is_empty()).collect();
        if let Some(long) = teams.iter().find(|t| t.chars().count() > 200) {
            self.fail("parent_team", long, Rule::TooLong { max: 200 });
        }
        teams
    }

    fn site(&mut self) -> Option<SiteWish> {
        let name = self.text("site", 200, false)?;
        let time_zone = self.parsed("time_zone", |text| match jiff::tz::TimeZone::get(text) {
            Ok(zone) => Ok(zone.iana_name().unwrap_or(text).to_owned()),
            Err(_) => Err(Rule::NotATimeZone),
        });
        let work_week = self.parsed("weekend", |text| {
            let off = weekdays(text)?;
            WorkWeek::weekend(off.days()).ok_or(Rule::TooMany { max: 6 })
        });
        Some(SiteWish { name, time_zone, work_week })
    }

    fn check_order(&mut self, wish: &Wish) {
        if let (Some(start), Some(end)) = (wish.start_day, wish.end_day)
            && end < start
        {
            self.fail("end_day", &end.to_string(), Rule::EndsBeforeStart);
        }
        if let (Some(start), Some(member)) = (wish.start_day, wish.membership_start_day)
            && member < start
        {
            self.fail(
                "membership_start_day",
                &member.to_string(),
                Rule::TooEarly { earliest: start.to_string() },
            );
        }
    }
}

/// A day that has come. It may be tomorrow already where the person works.
fn past_day(text: &str, today: Date) -> Result<Date, Rule> {
    day_until(text, today.tomorrow().unwrap_or(today))
}

fn day_until(text: &str, latest: Date) -> Result<Date, Rule> {
    match value::day(text)? {
        day if day > latest => Err(Rule::InFuture),
        day if day < EARLIEST => Err(Rule::TooEarly { earliest: EARLIEST.to_string() }),
        day => Ok(day),
    }
}

fn language(text: &str) -> Result<Language, Rule> {
    let names = [
        (Language::En, ["english", "انگلیسی", "الإنجليزية"]),
        (Language::Fa, ["persian", "فارسی", "الفارسية"]),
        (Language::Ar, ["arabic", "عربی", "العربية"]),
    ];
    let key = normalize(text);
    let by_name = names.iter().find(|(_, names)| names.iter().any(|n| normalize(n) == key));
    let known = by_name
        .map(|(language, _)| *language)
        .or_else(|| if key == "farsi" { Some(Language::Fa) } else { None });
    known.or_else(|| text.parse().ok()).ok_or_else(|| Rule::unknown_value(&Language::ALL.map(Language::code)))
}

fn level(text: &str) -> Result<Level, Rule> {
    let names: &[(Level, &[&str])] = &[
        (Level::Novice, &["novice", "beginner", "junior", "مبتدی", "نوآموز", "مبتدئ"]),
        (Level::Proficient, &["proficient", "intermediate", "ماهر", "متوسط", "متقن"]),
        (Level::Expert, &["expert", "advanced", "senior", "خبره", "متخصص", "خبير"]),
    ];
    let key = normalize(text);
    let found = names.iter().find(|(_, names)| names.iter().any(|n| normalize(n) == key));
    found.map(|(level, _)| *level).ok_or_else(|| Rule::unknown_value(&["NOVICE", "PROFICIENT", "EXPERT"]))
}

/// Weekdays by their names in any of the three languages, or the first three English letters.
fn weekdays(text: &str) -> Result<WorkWeek, Rule> {
    let expected = || Rule::Malformed { expected: "Monday, Tuesday".into() };
    let mut days = Vec::new();
    for part in text.split([',', ';', '،', '؛', '/', '|', '+']).map(normalize).filter(|p| !p.is_empty()) {
        let key = part.replace(' ', "");
        let day = WorkWeek::from_bits(0b111_1111).into_iter().flat_map(WorkWeek::days).find(|day| {
            let english = normalize(weekday_name(Language::En, *day));
            english == key
                || english.starts_with(&key) && key.len() >= 3
                || [Language::Fa, Language::Ar].iter().any(|l| normalize(weekday_name(*l, *day)) == key)
        });
        days.push(day.ok_or_else(expected)?);
    }
    WorkWeek::working(days).ok_or_else(expected)
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Weekday, date};
    use kit::{
        imports::{Table, guess},
        violation::Violations,
    };

    use super::*;
    use crate::domain::import::FIELDS;

    type Broken = (u64, String, &'static str);

    fn read_file(file: &str) -> (Vec<Option<Wish>>, Vec<Broken>) {
        let table = Table::read(file.as_bytes().to_vec()).unwrap();
        let mut violations = Violations::new(Language::En);
        let mapped =
            Mapped::resolve(&guess(table.columns(), FIELDS), table.columns(), FIELDS, &mut violations);
        assert!(violations.is_empty(), "{violations:?}");
        let mut errors = ErrorList::default();
        let today = date(2026, 3, 2);
        let wishes = table.rows().map(|r| read(&mapped, &r.unwrap(), 1, today, &mut errors)).collect();
        (wishes, errors.iter().map(|e| (e.line, e.field.clone(), e.rule.code())).collect())
    }

    #[test]
    fn a_name_that_turns_the_direction_round_is_refused_and_an_id_is_cleaned() {
        let (wishes, errors) = read_file(
            "external_id,display_name,team,position\n\u{202A}7\u{202C},Sara \u{202E}tnega,West,Agent\n\
             \u{202A}8\u{202C},Sara,West,Agent\n",
        );
        assert_eq!(errors, [(2, "display_name".to_owned(), "DIRECTION_OVERRIDE")]);
        assert_eq!(wishes[1].as_ref().unwrap().external_id, "8");
    }

    #[test]
    fn a_rich_row_is_understood() {
        let (wishes, errors) = read_file(
            "external_id,display_name,email,language,level,manager,team,parent_team,position,site,time_zone,weekend,\
             start_day,end_day,membership_start_day,part_time_days\n\
             ۱۲,سارا کریمی,s@x.ir,فارسی,خبره,۷,غرب,فروش > تهران,کارشناس,تهران,Asia/Tehran,\"پنجشنبه، جمعه\",\
             ۱۴۰۴/۰۱/۱۵,1405/12/01,2026-01-01,\"شنبه،mon\"\n",
        );
        assert_eq!(errors, []);
        let wish = wishes[0].clone().unwrap();
        assert_eq!(wish.parents, ["فروش", "تهران"]);
        assert_eq!((wish.language, wish.level), (Some(Language::Fa), Some(Level::Expert)));
        assert_eq!(wish.start_day, Some(date(2025, 4, 4)));
        assert_eq!(wish.site.as_ref().unwrap().work_week, Some(WorkWeek::THU_FRI));
        assert_eq!(wish.part_time_days, WorkWeek::working([Weekday::Saturday, Weekday::Monday]));
    }

    #[test]
    fn every_broken_rule_of_a_row_is_told() {
        let (wishes, errors) = read_file(
            "external_id,team,position,email,start_day,end_day,level,language\n\
             1,a,p,no mail,2027-01-01,,genius,klingon\n\
             ,a,p,,01/02/2026,,,\n\
             3,,,,2026-01-01,2025-01-01,,\n\
             4,a,p,a@b.co,2026-03-03,2030-01-01,,\n",
        );
        assert_eq!(wishes.iter().map(Option::is_some).collect::<Vec<_>>(), [false, false, false, true]);
        let expected = [
            (2, "email", "NOT_AN_EMAIL"),
            (2, "language", "UNKNOWN_VALUE"),
            (2, "level", "UNKNOWN_VALUE"),
            (2, "start_day", "IN_FUTURE"),
            (3, "external_id", "REQUIRED"),
            (3, "start_day", "NOT_A_DATE"),
            (4, "team", "REQUIRED"),
            (4, "position", "REQUIRED"),
            (4, "end_day", "ENDS_BEFORE_START"),
        ];
        assert_eq!(errors, expected.map(|(l, f, c)| (l, f.to_owned(), c)));
    }
}
