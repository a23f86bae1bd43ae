//! Time zones as calendars need them: by name, with the offsets around the meeting.

use jiff::{
    Timestamp,
    tz::{Offset, TimeZone},
};

use super::write::Writer;

/// A time zone that has a name and is not UTC.
pub(super) struct Named<'a> {
    zone: &'a TimeZone,
    name: &'a str,
}

/// A change of the offset: from when on, from what, to what.
struct Observance {
    at: Timestamp,
    from: Offset,
    to: Offset,
    daylight: bool,
    abbreviation: String,
}

impl<'a> Named<'a> {
    /// The zone, if it has to be described.
    pub(super) fn of(zone: &'a TimeZone) -> Option<Self> {
        let name = zone.iana_name()?;
        (!matches!(name, "UTC" | "Etc/UTC" | "Etc/Unknown")).then_some(Self { zone, name })
    }

    pub(super) fn name(&self) -> &str {
        self.name
    }

    /// An instant as clocks show it there.
    pub(super) fn local(&self, at: Timestamp) -> String {
        at.to_zoned(self.zone.clone()).strftime("%Y%m%dT%H%M%S").to_string()
    }

    /// Describes the zone: the offset that holds when a meeting begins, and whichever changes until it ends.
    pub(super) fn write(&self, out: &mut Writer, start: Timestamp, end: Timestamp) {
        out.line("BEGIN:VTIMEZONE");
        out.line(&format!("TZID:{}", self.name));
        for change in self.observances(start, end) {
            let kind = if change.daylight { "DAYLIGHT" } else { "STANDARD" };
            out.line(&format!("BEGIN:{kind}"));
            // As clocks showed it before they were changed (RFC 5545, 3.6.5).
            let begins = change.from.to_datetime(change.at).strftime("%Y%m%dT%H%M%S").to_string();
            out.line(&format!("DTSTART:{begins}"));
            out.line(&format!("TZOFFSETFROM:{}", offset(change.from)));
            out.line(&format!("TZOFFSETTO:{}", offset(change.to)));
            out.text("TZNAME", &[], &change.abbreviation);
            out.line(&format!("END:{kind}"));
        }
        out.line("END:VTIMEZONE");
    }

    fn observances(&self, start: Timestamp, end: Timestamp) -> Vec<Observance> {
        let after = start.as_second().saturating_add(1);
        let before = self.zone.preceding(Timestamp::from_second(after).unwrap_or(start)).next();
        let until = self.zone.following(start).take_while(|t| t.timestamp() <= end);
        let mut all: Vec<Observance> = before
            .into_iter()
            .chain(until)
            .map(|t| Observance {
                at: t.timestamp(),
                from: self.offset_before(t.timestamp()),
                to: t.offset(),
                daylight: t.dst().is_dst(),
                abbreviation: t.abbreviation().to_owned(),
            })
            .collect();
        if all.is_empty() {
            let info = self.zone.to_offset_info(start);
            all.push(Observance {
                at: Timestamp::UNIX_EPOCH,
                from: info.offset(),
                to: info.offset(),
                daylight: false,
                abbreviation: info.abbreviation().to_owned(),
            });
        }
        all
    }

    fn offset_before(&self, at: Timestamp) -> Offset {
        let before = Timestamp::from_second(at.as_second().saturating_sub(1)).unwrap_or(at);
        self.zone.to_offset(before)
    }
}

/// An instant in UTC.
pub(super) fn utc(at: Timestamp) -> String {
    at.strftime("%Y%m%dT%H%M%SZ").to_string()
}

/// `+0330`.
fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let rest = match seconds % 60 {
        0 => String::new(),
        n => format!("{n:02}"),
    };
    format!("{sign}{:02}{:02}{rest}", seconds / 3_600, seconds / 60 % 60)
}
