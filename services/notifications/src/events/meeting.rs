//! `MeetingInvited`, `MeetingUpdated`, `MeetingCancelled`: the person hears when and where, and the calendar follows.

use async_trait::async_trait;
use kit::{db::time, error::Error};
use proto::feedback::v1::{CalendarEntry, MeetingCancelled, MeetingInvited, MeetingUpdated};

use super::{Told, Whom};
use crate::{
    domain::{content::Content, kind::Kind, news::News},
    mailer::Attachment,
    tell::Letter,
};

#[async_trait]
impl Told for MeetingInvited {
    const CONSUMER: &'static str = "notifications.meeting_invited";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        letters(whom, Kind::MeetingInvited, self.entry.as_ref()).await
    }

    fn attachments(&self) -> Vec<Attachment> {
        calendar(self.entry.as_ref(), "invite.ics", "REQUEST")
    }
}

#[async_trait]
impl Told for MeetingUpdated {
    const CONSUMER: &'static str = "notifications.meeting_updated";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        letters(whom, Kind::MeetingUpdated, self.entry.as_ref()).await
    }

    fn attachments(&self) -> Vec<Attachment> {
        calendar(self.entry.as_ref(), "invite.ics", "REQUEST")
    }
}

#[async_trait]
impl Told for MeetingCancelled {
    const CONSUMER: &'static str = "notifications.meeting_cancelled";

    async fn letters(&self, whom: &Whom<'_>) -> Result<Vec<Letter>, Error> {
        letters(whom, Kind::MeetingCancelled, self.entry.as_ref()).await
    }

    fn attachments(&self) -> Vec<Attachment> {
        calendar(self.entry.as_ref(), "cancel.ics", "CANCEL")
    }
}

async fn letters(whom: &Whom<'_>, kind: Kind, entry: Option<&CalendarEntry>) -> Result<Vec<Letter>, Error> {
    let Some(entry) = entry else { return Ok(Vec::new()) };
    let start = entry.start_time.and_then(time::from_proto).unwrap_or_default();
    let news = News::new(kind, &entry.link)
        .text("title", entry.title.clone())
        .text("committee", entry.committee_title.clone())
        .time("start", start)
        .count("minutes", usize::try_from(entry.duration_minutes).unwrap_or(0))
        .plain("place", &entry.location)
        .plain("reason", &entry.reason);
    Ok(vec![Letter { to: whom.person(&entry.person).await?, content: Content::News(news) }])
}

/// The entry as calendars take it from a mail (RFC 6047).
fn calendar(entry: Option<&CalendarEntry>, file_name: &str, method: &str) -> Vec<Attachment> {
    let one = |entry: &CalendarEntry| Attachment {
        file_name: file_name.to_owned(),
        content_type: format!("text/calendar; charset=utf-8; method={method}"),
        content: entry.calendar.clone(),
    };
    entry.map(one).into_iter().collect()
}
