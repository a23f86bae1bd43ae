//! From a body to what it lists, or everything that is wrong with its form.

use http::{HeaderMap, header};
use kit::{
    localize::Language,
    violation::{Rule, shorten},
};

use super::{
    Kind,
    answer::{Problem, Refusal},
    scalar::Wrong,
};

/// How many violations are listed; all are counted.
const LISTED: usize = 100;

/// How a body is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Json,
    Ndjson,
}

impl Format {
    /// By the content type. What a page of another site may send without being asked (`text/plain`, forms) is none.
    pub(super) fn of(headers: &HeaderMap) -> Option<Self> {
        let full = headers.get(header::CONTENT_TYPE)?.to_str().ok()?;
        match full.split(';').next()?.trim().to_ascii_lowercase().as_str() {
            "application/json" => Some(Self::Json),
            "application/x-ndjson" | "application/ndjson" | "application/jsonl" => Some(Self::Ndjson),
            _ => None,
        }
    }
}

/// What a body lists.
#[derive(Debug)]
pub(super) struct Parsed<M> {
    /// The application that the body names; empty if the key says it.
    pub(super) application: String,
    pub(super) messages: Vec<M>,
}

pub(super) fn parse<K: Kind>(
    body: &[u8],
    format: Format,
    language: Language,
) -> Result<Parsed<K::Message>, Refusal> {
    let text = std::str::from_utf8(body).map_err(|e| {
        let line = body[..e.valid_up_to()].split(|b| *b == b'\n').count();
        Refusal::Syntax { line, column: 0, message: "the body is not UTF-8".into() }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut problems = Problems::new(language);
    let parsed = match format {
        Format::Json => json::<K>(text, &mut problems)?,
        Format::Ndjson => ndjson::<K>(text, &mut problems)?,
    };
    if parsed.messages.is_empty() {
        let too_few = Wrong { field: "", value: String::new(), rule: Rule::TooFew { min: 1 } };
        problems.add(K::LIST.to_owned(), None, &too_few);
    }
    if problems.count > 0 {
        return Err(Refusal::Form { problems: problems.listed, count: problems.count });
    }
    Ok(parsed)
}

fn json<K: Kind>(text: &str, problems: &mut Problems) -> Result<Parsed<K::Message>, Refusal> {
    let syntax = |e: serde_json::Error| Refusal::syntax(&e, 0);
    let is_list = text.trim_start().starts_with('[');
    let (application, raw) = if is_list {
        (String::new(), serde_json::from_str(text).map_err(syntax)?)
    } else {
        match serde_json::from_str::<K::Envelope<'_>>(text) {
            Ok(envelope) => envelope.into(),
            // No list inside: the body may be a single one. If it is neither, the first error says more.
            Err(error) if error.is_data() && !text.contains(&format!("\"{}\"", K::LIST)) => {
                (String::new(), vec![serde_json::from_str(text).map_err(syntax)?])
            }
            Err(error) => return Err(syntax(error)),
        }
    };
    let mut messages = Vec::with_capacity(raw.len());
    for (index, raw) in raw.into_iter().enumerate() {
        messages.push(problems.check::<K>(index, None, raw));
    }
    Ok(Parsed { application, messages })
}

fn ndjson<K: Kind>(text: &str, problems: &mut Problems) -> Result<Parsed<K::Message>, Refusal> {
    let mut messages = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let raw = serde_json::from_str(line).map_err(|e| Refusal::syntax(&e, number))?;
        messages.push(problems.check::<K>(messages.len(), Some(number + 1), raw));
    }
    Ok(Parsed { application: String::new(), messages })
}

struct Problems {
    language: Language,
    listed: Vec<Problem>,
    count: usize,
    wrong: Vec<Wrong>,
}

impl Problems {
    fn new(language: Language) -> Self {
        Self { language, listed: Vec::new(), count: 0, wrong: Vec::new() }
    }

    fn check<K: Kind>(&mut self, index: usize, line: Option<usize>, raw: K::Raw<'_>) -> K::Message {
        let mut wrong = std::mem::take(&mut self.wrong);
        let message = K::message(raw, &mut wrong);
        for w in wrong.drain(..) {
            self.add(format!("{}[{index}].{}", K::LIST, w.field), line, &w);
        }
        self.wrong = wrong;
        message
    }

    fn add(&mut self, field: String, line: Option<usize>, wrong: &Wrong) {
        self.count += 1;
        if self.listed.len() < LISTED {
            let value = shorten(&wrong.value, 100);
            self.listed.push(Problem {
                field,
                line,
                rule: wrong.rule.code().to_owned(),
                description: wrong.rule.describe_value(self.language, &value),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proto::telemetry::v1::data_quality_report::Whose;

    use super::{
        super::{DataQuality, Usage},
        *,
    };

    const EVENT: &str = r#"{"event_id":"a","time":"2026-03-21T09:30:00+03:30","external_id":1042,"feature":"x","colour":{"a":[1]}}"#;

    fn good<K: Kind>(body: &str, format: Format) -> Parsed<K::Message> {
        parse::<K>(body.as_bytes(), format, Language::En).map_err(|refusal| format!("{refusal:?}")).unwrap()
    }

    fn problems<K: Kind>(body: &str, format: Format) -> Vec<(String, String)> {
        match parse::<K>(body.as_bytes(), format, Language::En).map(|_| "taken") {
            Err(Refusal::Form { problems, .. }) => problems.into_iter().map(|p| (p.field, p.rule)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_batch_a_list_one_event_and_lines_are_the_same() {
        let batch = good::<Usage>(
            &format!(r#"{{"application":"organizations/o/applications/a","events":[{EVENT}]}}"#),
            Format::Json,
        );
        assert_eq!(batch.application, "organizations/o/applications/a");
        let event = &batch.messages[0];
        assert_eq!((event.event_id.as_str(), event.external_id.as_str()), ("a", "1042"));
        assert_eq!(event.time.unwrap().seconds, 1_774_072_800);
        for (body, format) in [
            (format!("[{EVENT}]"), Format::Json),
            (EVENT.to_owned(), Format::Json),
            (format!("\u{FEFF}{EVENT}\r\n\n"), Format::Ndjson),
        ] {
            assert_eq!(good::<Usage>(&body, format).messages, batch.messages, "{body}");
        }
    }

    #[test]
    fn every_violation_of_every_event_is_told() {
        let body = format!(r#"[{EVENT},{{"time":"noon","external_id":true,"feature":""}}]"#);
        let pair = |f: &str, r: &str| (f.to_owned(), r.to_owned());
        assert_eq!(
            problems::<Usage>(&body, Format::Json),
            [
                pair("events[1].time", "NOT_A_TIME"),
                pair("events[1].event_id", "REQUIRED"),
                pair("events[1].external_id", "MALFORMED"),
                pair("events[1].feature", "REQUIRED"),
            ]
        );
        assert_eq!(problems::<Usage>("[]", Format::Json), [pair("events", "TOO_FEW")]);
        assert_eq!(problems::<Usage>("\n", Format::Ndjson), [pair("events", "TOO_FEW")]);
    }

    #[test]
    fn a_report_is_of_a_person_or_of_a_team_and_counts_something() {
        let whose = |whose: &str| {
            format!(
                r#"{{"report_id":"r","day":"2026-03-21","feature":"x",{whose},"complete":6,"corrected":"2"}}"#
            )
        };
        let person = whose(r#""external_id":1042"#);
        let team = whose(r#""team":"organizations/o/teams/t""#);
        let parsed =
            good::<DataQuality>(&format!(r#"{{"reports":[{person},{team}]}}"#), Format::Json).messages;
        assert_eq!(parsed[0].whose, Some(Whose::ExternalId("1042".into())));
        assert_eq!(parsed[1].whose, Some(Whose::Team("organizations/o/teams/t".into())));
        assert_eq!((parsed[0].complete, parsed[0].incomplete, parsed[0].corrected), (6, 0, 2));

        let both = whose(r#""external_id":1042,"team":"organizations/o/teams/t""#);
        let other_names =
            r#"{"report_id":"r","day":"2026-03-21","feature":"x","external_id":"1","completed":6}"#;
        let broken = r#"{"complete":1.5,"duplicate":"many"}"#;
        let pair = |f: &str, r: &str| (f.to_owned(), r.to_owned());
        assert_eq!(
            problems::<DataQuality>(&format!("{both}\n{other_names}\n{broken}"), Format::Ndjson),
            [
                pair("reports[0].team", "ONE_OF"),
                pair("reports[1].complete", "REQUIRED"),
                pair("reports[2].report_id", "REQUIRED"),
                pair("reports[2].day", "REQUIRED"),
                pair("reports[2].feature", "REQUIRED"),
                pair("reports[2].external_id", "REQUIRED"),
                pair("reports[2].complete", "NOT_A_NUMBER"),
                pair("reports[2].duplicate", "NOT_A_NUMBER"),
            ]
        );
    }

    #[test]
    fn broken_json_is_told_with_its_place() {
        let at = |body: &str, format| match parse::<Usage>(body.as_bytes(), format, Language::En) {
            Err(Refusal::Syntax { line, column, .. }) => (line, column),
            other => panic!("{other:?}"),
        };
        assert_eq!(at("[{]", Format::Json), (1, 3));
        assert_eq!(at(&format!("{EVENT}\n{{\"a\":}}"), Format::Ndjson), (2, 6));
        assert_eq!(at("{\"events\": 5}", Format::Json).0, 1);
        assert_eq!(at(&"[".repeat(100_000), Format::Json).0, 1);
    }

    proptest! {
        #[test]
        fn no_body_makes_it_panic(body in proptest::collection::vec(any::<u8>(), 0..80)) {
            let _ = parse::<Usage>(&body, Format::Json, Language::Fa);
            let _ = parse::<DataQuality>(&body, Format::Ndjson, Language::Ar);
        }
    }
}
