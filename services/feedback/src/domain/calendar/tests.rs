use icalendar::{
    Calendar, CalendarComponent, Component,
    parser::{read_calendar, unfold},
};
use jiff::civil::{DateTime, date};

use super::*;

fn at(day: DateTime, zone: &str) -> Timestamp {
    day.in_tz(zone).expect("a zone").timestamp()
}

fn entry(zone: &str, start: DateTime) -> Entry {
    let start = at(start, zone);
    Entry {
        method: Method::Request,
        uid: "m1@hamgam.example".into(),
        sequence: 2,
        stamp: at(date(2026, 3, 2).at(9, 0, 0, 0), "UTC"),
        start,
        end: Timestamp::from_second(start.as_second() + 5_400).expect("an instant"),
        zone: TimeZone::get(zone).expect("a zone"),
        summary: "کمیتهٔ کاربران؛ جلسهٔ اسفند, فرم; سفارش".into(),
        description: "سه‌شنبه ۱۹ اسفند ۱۴۰۴\n1. فرم سفارش \\ CRM".into(),
        location: "Room 3, 2nd floor".into(),
        url: "https://hamgam.example/meetings/m1".into(),
        organizer: Contact { name: "سارا \"کریمی\"".into(), address: "sara@acme.example".into() },
        sent_by: Some("hamgam@acme.example".into()),
        participants: vec![
            Participant {
                contact: Contact { name: "سارا کریمی".into(), address: "sara@acme.example".into() },
                chair: true,
                optional: false,
                response: Response::Accepted,
            },
            Participant {
                contact: Contact { name: "Ali; Rezaei: x".into(), address: "ali@acme.example".into() },
                chair: false,
                optional: true,
                response: Response::None,
            },
        ],
        language: "fa",
    }
}

fn lines(text: &str) -> Vec<String> {
    unfold(text).lines().map(|l| l.trim_end().to_owned()).collect()
}

#[test]
fn a_calendar_program_reads_what_was_written() {
    let entry = entry("Asia/Tehran", date(2026, 3, 10).at(10, 30, 0, 0));
    let text = write(&entry);
    assert!(read_calendar(&unfold(&text)).is_ok(), "{text}");
    let calendar: Calendar = text.parse().expect("a calendar");
    let event = calendar.components.iter().find_map(CalendarComponent::as_event).expect("an event");
    assert_eq!(event.property_value("SUMMARY"), Some(entry.summary.as_str()));
    assert_eq!(event.property_value("DESCRIPTION"), Some(entry.description.as_str()));
    assert_eq!(event.property_value("LOCATION"), Some("Room 3, 2nd floor"));
    assert_eq!(event.property_value("UID"), Some("m1@hamgam.example"));
    assert_eq!(event.property_value("SEQUENCE"), Some("2"));
    assert_eq!(event.properties()["DTSTART"].params()["TZID"].value(), "Asia/Tehran");
    assert_eq!(event.property_value("DTSTART"), Some("20260310T103000"));
    assert_eq!(event.property_value("DTEND"), Some("20260310T120000"));
    assert_eq!(event.multi_properties()["ATTENDEE"].len(), 2);
}

#[test]
fn every_line_is_short_and_ends_as_it_should() {
    let mut entry = entry("Asia/Tehran", date(2026, 3, 10).at(10, 30, 0, 0));
    entry.description = "پیشنهاد ".repeat(100);
    let text = write(&entry);
    assert!(text.ends_with("END:VCALENDAR\r\n"));
    for line in text.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
        assert!(!line.contains('\n'), "{line}");
    }
}

#[test]
fn who_invites_and_who_is_invited_is_said() {
    let text = lines(&write(&entry("Asia/Tehran", date(2026, 3, 10).at(10, 30, 0, 0))));
    for expected in [
        "METHOD:REQUEST",
        "STATUS:CONFIRMED",
        "ORGANIZER;CN=سارا 'کریمی';SENT-BY=\"mailto:hamgam@acme.example\":mailto:sara@acme.example",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=ACCEPTED;RSVP=FALSE;CN=سارا کریمی:mailto:sara@acme.example",
        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=OPT-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=\"Ali; Rezaei: x\":mailto:ali@acme.example",
    ] {
        assert!(text.iter().any(|l| l == expected), "{expected} in {text:#?}");
    }
}

#[test]
fn a_cancellation_says_so() {
    let mut entry = entry("Asia/Tehran", date(2026, 3, 10).at(10, 30, 0, 0));
    entry.method = Method::Cancel;
    let text = lines(&write(&entry));
    assert!(text.contains(&"METHOD:CANCEL".to_owned()) && text.contains(&"STATUS:CANCELLED".to_owned()));
}

#[test]
fn a_zone_without_summer_time_has_one_offset() {
    let text = lines(&write(&entry("Asia/Tehran", date(2026, 6, 10).at(10, 30, 0, 0))));
    assert_eq!(text.iter().filter(|l| l.starts_with("TZOFFSETTO")).collect::<Vec<_>>(), ["TZOFFSETTO:+0330"]);
    assert!(text.contains(&"BEGIN:STANDARD".to_owned()) && !text.contains(&"BEGIN:DAYLIGHT".to_owned()));
}

#[test]
fn summer_time_begins_when_it_does() {
    let text = lines(&write(&entry("Europe/Berlin", date(2026, 6, 10).at(10, 30, 0, 0))));
    let zone = text.iter().position(|l| l == "BEGIN:DAYLIGHT").expect("summer time");
    assert_eq!(
        text[zone..zone + 6],
        [
            "BEGIN:DAYLIGHT",
            "DTSTART:20260329T020000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "END:DAYLIGHT"
        ]
    );
    // A meeting through the night in which clocks are changed names both offsets.
    let night = lines(&write(&entry("Europe/Berlin", date(2026, 3, 29).at(1, 30, 0, 0))));
    assert_eq!(night.iter().filter(|l| l.starts_with("TZOFFSETTO")).count(), 2, "{night:#?}");
}

#[test]
fn utc_needs_no_description() {
    let text = lines(&write(&entry("UTC", date(2026, 3, 10).at(10, 30, 0, 0))));
    assert!(text.contains(&"DTSTART:20260310T103000Z".to_owned()), "{text:#?}");
    assert!(!text.iter().any(|l| l.contains("TZID")));
}

#[test]
fn no_words_of_a_person_become_a_property() {
    let mut entry = entry("Asia/Tehran", date(2026, 3, 10).at(10, 30, 0, 0));
    entry.location = "x\r\nATTENDEE:mailto:evil@example.com".into();
    entry.organizer.name = "x\r\nATTENDEE:mailto:evil@example.com".into();
    let text = write(&entry);
    assert_eq!(text.matches("\r\nATTENDEE").count(), 2, "{text}");
}
