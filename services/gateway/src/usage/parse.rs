//! From a body to events, or everything that is wrong with its form.

use http::{HeaderMap, header};
use kit::{
    localize::Language,
    violation::{Rule, shorten},
};
use proto::telemetry::v1::UsageEvent;
use serde::Deserialize;

use super::{
    answer::{Problem, Refusal},
    event::{RawEvent, Wrong},
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

/// The events of a body.
#[derive(Debug)]
pub(super) struct Parsed {
    /// The application that the body names; empty if the key says it.
    pub(super) application: String,
    pub(super) events: Vec<UsageEvent>,
}

#[derive(Deserialize)]
struct Envelope<'a> {
    #[serde(default)]
    application: String,
    #[serde(borrow)]
    events: Vec<RawEvent<'a>>,
}

pub(super) fn parse(body: &[u8], format: Format, language: Language) -> Result<Parsed, Refusal> {
    let text = std::str::from_utf8(body).map_err(|e| {
        let line = body[..e.valid_up_to()].split(|b| *b == b'\n').count();
        Refusal::Syntax { line, column: 0, message: "the body is not UTF-8".into() }
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let mut problems = Problems::new(language);
    let parsed = match format {
        Format::Json => json(text, &mut problems)?,
        Format::Ndjson => ndjson(text, &mut problems)?,
    };
    if parsed.events.is_empty() {
        problems.add(0, None, &Wrong { field: "", value: String::new(), rule: Rule::TooFew { min: 1 } });
    }
    if problems.count > 0 {
        return Err(Refusal::Form { problems: problems.listed, count: problems.count });
    }
    Ok(parsed)
}

fn json(text: &str, problems: &mut Problems) -> Result<Parsed, Refusal> {
    let syntax = |e: serde_json::Error| Refusal::syntax(&e, 0);
    let is_list = text.trim_start().starts_with('[');
    let (application, raw) = if is_list {
        (String::new(), serde_json::from_str(text).map_err(syntax)?)
    } else {
        match serde_json::from_str::<Envelope<'_>>(text) {
            Ok(envelope) => (envelope.application, envelope.events),
            // No list inside: the body may be one event. If it is neither, the first error says more.
            Err(error) if error.is_data() && !text.contains("\"events\"") => {
                (String::new(), vec![serde_json::from_str(text).map_err(syntax)?])
            }
            Err(error) => return Err(syntax(error)),
        }
    };
    let mut events = Vec::with_capacity(raw.len());
    for (index, event) in raw.into_iter().enumerate() {
        events.push(problems.check(index, None, event));
    }
    Ok(Parsed { application, events })
}

fn ndjson(text: &str, problems: &mut Problems) -> Result<Parsed, Refusal> {
    let mut events = Vec::new();
    for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        let event = serde_json::from_str(line).map_err(|e| Refusal::syntax(&e, number))?;
        events.push(problems.check(events.len(), Some(number + 1), event));
    }
    Ok(Parsed { application: String::new(), events })
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

    fn check(&mut self, index: usize, line: Option<usize>, event: RawEvent<'_>) -> UsageEvent {
        let mut wrong = std::mem::take(&mut self.wrong);
        let event = event.event(&mut wrong);
        for w in wrong.drain(..) {
            self.add(index, line, &w);
        }
        self.wrong = wrong;
        event
    }

    fn add(&mut self, index: usize, line: Option<usize>, wrong: &Wrong) {
        self.count += 1;
        if self.listed.len() < LISTED {
            let value = shorten(&wrong.value, 100);
            let field = match wrong.field {
                "" => "events".to_owned(),
                field => format!("events[{index}].{field}"),
            };
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

    use super::*;

    const EVENT: &str = r#"{"event_id":"a","time":"2026-03-21T09:30:00+03:30","external_id":1042,"feature":"x","colour":{"a":[1]}}"#;

    fn good(body: &str, format: Format) -> Parsed {
        parse(body.as_bytes(), format, Language::En).unwrap()
    }

    fn problems(body: &str, format: Format) -> Vec<(String, String)> {
        match parse(body.as_bytes(), format, Language::En) {
            Err(Refusal::Form { problems, .. }) => problems.into_iter().map(|p| (p.field, p.rule)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_batch_a_list_one_event_and_lines_are_the_same() {
        let batch = good(
            &format!(r#"{{"application":"organizations/o/applications/a","events":[{EVENT}]}}"#),
            Format::Json,
        );
        assert_eq!(batch.application, "organizations/o/applications/a");
        let event = &batch.events[0];
        assert_eq!((event.event_id.as_str(), event.external_id.as_str()), ("a", "1042"));
        assert_eq!(event.time.unwrap().seconds, 1_774_072_800);
        for (body, format) in [
            (format!("[{EVENT}]"), Format::Json),
            (EVENT.to_owned(), Format::Json),
            (format!("\u{FEFF}{EVENT}\r\n\n"), Format::Ndjson),
        ] {
            assert_eq!(good(&body, format).events, batch.events, "{body}");
        }
    }

    #[test]
    fn every_violation_of_every_event_is_told() {
        let body = format!(r#"[{EVENT},{{"time":"noon","external_id":true,"feature":""}}]"#);
        let pair = |f: &str, r: &str| (f.to_owned(), r.to_owned());
        assert_eq!(
            problems(&body, Format::Json),
            [
                pair("events[1].time", "NOT_A_TIME"),
                pair("events[1].event_id", "REQUIRED"),
                pair("events[1].external_id", "MALFORMED"),
                pair("events[1].feature", "REQUIRED"),
            ]
        );
        assert_eq!(problems("[]", Format::Json), [pair("events", "TOO_FEW")]);
        assert_eq!(problems("\n", Format::Ndjson), [pair("events", "TOO_FEW")]);
    }

    #[test]
    fn broken_json_is_told_with_its_place() {
        let at = |body: &str, format| match parse(body.as_bytes(), format, Language::En) {
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
            let _ = parse(&body, Format::Json, Language::Fa);
            let _ = parse(&body, Format::Ndjson, Language::Ar);
        }
    }
}
