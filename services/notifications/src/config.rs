//! The table `[notifications]` of the settings.

use std::time::Duration;

use serde::{Deserialize, Serialize};

/// How mails leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Transport {
    /// They don't: they are only written down, and the app shows them.
    #[default]
    Record,
    /// Through the mail server of the `smtp_` settings.
    Smtp,
}

/// How the way to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Security {
    /// Plain at first, then TLS or nothing: the usual one on port 587.
    #[default]
    Starttls,
    /// TLS from the first byte: the usual one on port 465.
    Tls,
    /// None. Only for a mail server on this machine.
    None,
}

/// The settings of notifications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct NotificationsConfig {
    /// `record` (the default) or `smtp`.
    pub transport: Transport,
    /// The mail server. Default `localhost`.
    pub smtp_host: String,
    /// Its port. Default 587.
    pub smtp_port: u16,
    /// `starttls` (the default), `tls` or `none`.
    pub smtp_security: Security,
    /// The name to sign in with; empty (the default): without signing in.
    pub smtp_username: String,
    /// The password to sign in with.
    pub smtp_password: String,
    /// How long the mail server may take for one mail, in seconds. Default 20.
    pub smtp_timeout_seconds: u64,
    /// Mails that a person gets at once on one day; what is over that waits for the digest. Mails about the account and the
    /// digest don't count. Default 5.
    pub mails_per_day: u64,
    /// The hour of the person's clock from which the digest goes out, 0 to 23. Default 7.
    pub digest_hour: i8,
    /// How long the inbox keeps a notification, in days. Default 180.
    pub inbox_days: u32,
    /// How long mails are kept on record, in days. Default 35.
    pub mail_days: u32,
}

impl Default for NotificationsConfig {
    fn default() -> Self {
        Self {
            transport: Transport::Record,
            smtp_host: "localhost".into(),
            smtp_port: 587,
            smtp_security: Security::Starttls,
            smtp_username: String::new(),
            smtp_password: String::new(),
            smtp_timeout_seconds: 20,
            mails_per_day: 5,
            digest_hour: 7,
            inbox_days: 180,
            mail_days: 35,
        }
    }
}

impl NotificationsConfig {
    /// How long the mail server may take for one mail.
    pub fn smtp_timeout(&self) -> Duration {
        Duration::from_secs(self.smtp_timeout_seconds.max(1))
    }
}
