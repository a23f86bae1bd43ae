//! Tells people: the one place where a notification takes its ways, in the transaction of whatever caused it.

use jiff::Timestamp;
use kit::{db::Tx, directory::Person, error::Error};

use crate::{
    Notifications,
    domain::{
        content::Content,
        plan::{self, Reach, plan},
        render::Recipient,
    },
    mailer::Attachment,
    store::{
        delivery::{self, NewDelivery},
        directory::Directory,
        notification::{self, Notification},
        preference,
    },
};

/// Why people are told something.
pub(crate) struct Cause {
    /// The event's id: with the person it makes the `Message-ID`, so that the same cause never becomes another mail.
    pub(crate) event: String,
    /// The id of the application that it is about.
    pub(crate) application: Option<String>,
    /// The files that come with the mails.
    pub(crate) attachments: Vec<Attachment>,
}

/// Something that one person is to be told.
pub(crate) struct Letter {
    pub(crate) to: Person,
    pub(crate) content: Content,
}

impl Notifications {
    /// Tells one person, as the person prefers.
    pub(crate) async fn tell(
        &self,
        tx: &Tx,
        directory: &Directory,
        cause: &Cause,
        letter: Letter,
        now: Timestamp,
    ) -> Result<(), Error> {
        let Letter { to: person, content } = letter;
        let kind = content.kind();
        let day = directory.today(&person, now);
        if !kind.is_fixed() && !person.employed_on(day) {
            return Ok(()); // whoever left is not told any more
        }
        let organization = directory.id();
        let preference = preference::of(tx, organization, &person.id, kind).await?;
        let reach = Reach {
            has_address: person.email.is_some(),
            mails_today: delivery::count_on(tx, organization, &person.id, day).await?,
            mails_per_day: self.config.mails_per_day,
        };
        let ways = plan(kind, preference, reach);

        let id = self.ids.next();
        if ways.inbox || ways.mail == plan::Mail::Digest {
            let new = Notification {
                id: id.clone(),
                person: person.id.clone(),
                content: content.clone(),
                application: cause.application.clone(),
                inbox: ways.inbox,
                waiting: ways.mail == plan::Mail::Digest,
                create_time: now,
                read_time: None,
            };
            notification::insert(tx, organization, &new).await?;
        }
        if ways.mail == plan::Mail::Now
            && let Some(address) = &person.email
        {
            let to: Recipient = directory.recipient(&person);
            let new = NewDelivery {
                id: self.ids.next(),
                person: &person.id,
                address,
                kind,
                mail: self
                    .renderer
                    .mail(&content, &to, ways.inbox.then_some(id.as_str()))
                    .map_err(Error::internal)?,
                message_id: self.message_id(&cause.event, &person.id),
                attachments: &cause.attachments,
                to: &to,
                day,
            };
            delivery::insert(tx, organization, new, now).await?;
        }
        Ok(())
    }

    /// The `Message-ID` of the mail that an event makes for a person.
    pub(crate) fn message_id(&self, event: &str, person: &str) -> String {
        format!("<{event}.{person}@{}>", self.domain)
    }
}
