//! Calendar entries as RFC 5545 has them, for mail (RFC 6047): an invitation that calendars take up, change and take out again.
//!
//! The entries are written here and not by a crate: those at hand stamp zones with the clock's time, which the
//! specification does not allow, and cannot describe a zone. The tests read what is written with one of them.

mod write;
mod zone;

use jiff::{Timestamp, tz::TimeZone};
use write::Writer;

use super::meeting::Response;

/// What a program is to do with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    /// Put it in, or change it.
    Request,
    /// Take it out.
    Cancel,
    /// Show it.
    Publish,
}

impl Method {
    /// As the specification spells it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
            Self::Publish => "PUBLISH",
        }
    }
}

/// Somebody with a mail address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Contact {
    pub(crate) name: String,
    pub(crate) address: String,
}

/// Somebody who is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Participant {
    pub(crate) contact: Contact,
    pub(crate) chair: bool,
    /// A guest may stay away.
    pub(crate) optional: bool,
    pub(crate) response: Response,
}

/// A calendar entry.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) method: Method,
    /// The same for the whole life of a meeting.
    pub(crate) uid: String,
    /// Grows with every change.
    pub(crate) sequence: u32,
    /// When it was written.
    pub(crate) stamp: Timestamp,
    pub(crate) start: Timestamp,
    pub(crate) end: Timestamp,
    pub(crate) zone: TimeZone,
    pub(crate) summary: String,
    pub(crate) description: String,
    pub(crate) location: String,
    /// The page in the app.
    pub(crate) url: String,
    pub(crate) organizer: Contact,
    /// The address that sends the mail, when it is not the organizer's.
    pub(crate) sent_by: Option<String>,
    pub(crate) participants: Vec<Participant>,
    /// The language of the words, for programs that read them out.
    pub(crate) language: &'static str,
}

/// The entry as a file.
pub(crate) fn write(entry: &Entry) -> String {
    let mut out = Writer::default();
    out.line("BEGIN:VCALENDAR");
    out.line("VERSION:2.0");
    out.line("PRODID:-//Hamgam//Meetings//EN");
    out.line("CALSCALE:GREGORIAN");
    out.line(&format!("METHOD:{}", entry.method.name()));
    let zone = zone::Named::of(&entry.zone);
    if let Some(zone) = &zone {
        zone.write(&mut out, entry.start, entry.end);
    }
    out.line("BEGIN:VEVENT");
    out.text("UID", &[], &entry.uid);
    out.line(&format!("SEQUENCE:{}", entry.sequence));
    out.line(&format!("DTSTAMP:{}", zone::utc(entry.stamp)));
    for (name, at) in [("DTSTART", entry.start), ("DTEND", entry.end)] {
        match &zone {
            Some(zone) => out.line(&format!("{name};TZID={}:{}", zone.name(), zone.local(at))),
            None => out.line(&format!("{name}:{}", zone::utc(at))),
        }
    }
    let language = [("LANGUAGE", entry.language)];
    out.text("SUMMARY", &language, &entry.summary);
    out.text("DESCRIPTION", &language, &entry.description);
    if !entry.location.is_empty() {
        out.text("LOCATION", &[], &entry.location);
    }
    out.line(&format!("URL:{}", entry.url));
    out.line(if entry.method == Method::Cancel { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    out.line("CLASS:PRIVATE");
    out.line("TRANSP:OPAQUE");
    let mut parameters = vec![("CN", entry.organizer.name.clone())];
    if let Some(address) = &entry.sent_by {
        parameters.push(("SENT-BY", format!("mailto:{address}")));
    }
    out.value("ORGANIZER", &parameters, &format!("mailto:{}", entry.organizer.address));
    for participant in &entry.participants {
        let role = match (participant.chair, participant.optional) {
            (true, _) => "CHAIR",
            (false, true) => "OPT-PARTICIPANT",
            (false, false) => "REQ-PARTICIPANT",
        };
        let answer = match participant.response {
            Response::None => "NEEDS-ACTION",
            Response::Accepted => "ACCEPTED",
            Response::Declined => "DECLINED",
            Response::Tentative => "TENTATIVE",
        };
        let parameters = [
            ("CUTYPE", "INDIVIDUAL".to_owned()),
            ("ROLE", role.to_owned()),
            ("PARTSTAT", answer.to_owned()),
            ("RSVP", "FALSE".to_owned()),
            ("CN", participant.contact.name.clone()),
        ];
        out.value("ATTENDEE", &parameters, &format!("mailto:{}", participant.contact.address));
    }
    out.line("END:VEVENT");
    out.line("END:VCALENDAR");
    out.finish()
}

#[cfg(test)]
mod tests;
