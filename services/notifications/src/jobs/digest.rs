//! Gathers what waits for the digest, on the morning of a working day, where the person works.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::Tx,
    directory::Person,
    error::Error,
    module::{Job, Progress},
};

use crate::{
    Notifications,
    domain::{
        content::Content,
        kind::{Kind, MailMode},
        morning::{Morning, morning},
    },
    store::{
        delivery::{self, NewDelivery},
        directory::{self, Directory},
        notification, preference,
    },
};

/// What one digest shows; it says how many more there are.
const SHOWN: usize = 20;

pub(super) struct Digest(pub(super) Notifications);

#[async_trait]
impl Job for Digest {
    fn name(&self) -> &'static str {
        "notifications.digest"
    }

    fn every(&self) -> Duration {
        Duration::from_mins(1)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let s = &self.0;
        let mut progress = Progress::Idle;
        for organization in Directory::organizations(s.db.read()).await? {
            let waiting = notification::people_waiting(s.db.read(), &organization, now).await?;
            if waiting.is_empty() {
                continue;
            }
            let Some(directory) = Directory::load(s.db.read(), &organization).await? else { continue };
            for id in waiting {
                let Some(person) = directory::person(s.db.read(), &organization, &id).await? else {
                    continue;
                };
                let zone = directory.calendar(&person).zone();
                let due = morning(now, zone, s.config.digest_hour, |day| directory.works(&person, day));
                if let Some(morning) = due
                    && self.gather(&directory, &person, morning, now).await?
                {
                    progress = Progress::Worked;
                }
            }
        }
        Ok(progress)
    }
}

impl Digest {
    /// Writes one person's digest. Answers whether anything waited.
    async fn gather(
        &self,
        directory: &Directory,
        person: &Person,
        morning: Morning,
        now: Timestamp,
    ) -> Result<bool, Error> {
        let tx = self.0.db.begin().await?;
        let organization = directory.id();
        let waiting = notification::waiting(&tx, organization, &person.id, morning.until).await?;
        if waiting.is_empty() {
            return Ok(false);
        }
        let chosen = preference::chosen(&tx, organization, &person.id).await?;
        let off = |kind: Kind| chosen.get(&kind).is_some_and(|p| p.mail == MailMode::Off);
        let contents: Vec<Content> = waiting
            .into_iter()
            // What was read in the app meanwhile, or is wanted no longer, needs no mail.
            .filter(|n| n.read_time.is_none() && !off(n.content.kind()))
            .map(|n| n.content)
            .collect();
        if !contents.is_empty() {
            self.write(&tx, directory, person, morning, &contents, now).await?;
        }
        notification::settle(&tx, organization, &person.id, morning.until).await?;
        tx.commit().await?;
        Ok(true)
    }

    async fn write(
        &self,
        tx: &Tx,
        directory: &Directory,
        person: &Person,
        morning: Morning,
        contents: &[Content],
        now: Timestamp,
    ) -> Result<(), Error> {
        let Some(address) = &person.email else { return Ok(()) };
        let s = &self.0;
        let to = directory.recipient(person);
        let shown = &contents[..contents.len().min(SHOWN)];
        let mail = s.renderer.digest(shown, contents.len() - shown.len(), &to).map_err(Error::internal)?;
        let id = format!("digest.{}.{}", morning.day, person.id);
        let new = NewDelivery {
            message_id: s.message_id(&format!("digest.{}", morning.day), &person.id),
            id,
            person: &person.id,
            address,
            to: &to,
            kind: Kind::Digest,
            mail,
            attachments: &[],
            day: morning.day,
        };
        delivery::insert(tx, directory.id(), new, now).await
    }
}
