//! Sends the mails that are due.
//!
//! A mail is taken in one transaction and concluded in another, with the mail server in between. If the process dies there,
//! the mail is tried again after a lease with the same `Message-ID`: that is as near to once as SMTP allows.

use std::time::Duration;

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    error::Error,
    module::{Job, Progress},
};

use crate::{Notifications, domain::backoff, mailer::Outcome, store::delivery};

/// Mails of one round.
const AT_ONCE: u32 = 5;
/// Mails of one round when nothing has to leave.
const AT_ONCE_RECORDED: u32 = 200;

pub(super) struct Deliver(pub(super) Notifications);

#[async_trait]
impl Job for Deliver {
    fn name(&self) -> &'static str {
        "notifications.deliver"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(2)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let s = &self.0;
        let records = s.mailer.only_records();
        let at_once = if records { AT_ONCE_RECORDED } else { AT_ONCE };
        // The last mail of a round waits for all before it.
        let lease = backoff::LEASE + s.config.smtp_timeout() * at_once;
        let tx = s.db.begin().await?;
        let due = delivery::take_due(&tx, now, at_once.into(), lease).await?;
        if due.is_empty() {
            return Ok(Progress::Idle);
        }
        if records {
            for mail in &due {
                delivery::conclude(&tx, mail, &Outcome::Recorded, now).await?;
            }
            tx.commit().await?;
            return Ok(Progress::Worked);
        }
        tx.commit().await?;

        for mail in due {
            let outcome = s.mailer.send(&mail.mail).await;
            if let Outcome::Failed(_) | Outcome::Refused(_) = outcome {
                let given_up = matches!(outcome, Outcome::Refused(_));
                tracing::warn!(mail = mail.id, attempt = mail.attempts, given_up, "a mail could not be sent");
            }
            let tx = s.db.begin().await?;
            delivery::conclude(&tx, &mail, &outcome, s.clock.now()).await?;
            tx.commit().await?;
        }
        Ok(Progress::Worked)
    }
}
