//! How mails leave: written down by default, or through a mail server.

use std::time::Duration;

use jiff::Timestamp;
use kit::error::Error;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
    transport::smtp::{authentication::Credentials, client::Tls},
};

use crate::config::{NotificationsConfig, Security, Transport};

/// A file that comes with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attachment {
    pub(crate) file_name: String,
    /// Its media type with parameters; that of a calendar entry says what to do with it.
    pub(crate) content_type: String,
    pub(crate) content: Vec<u8>,
}

/// A mail on its way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Outgoing {
    /// To whom.
    pub(crate) address: String,
    /// What the person is called.
    pub(crate) name: String,
    /// The same at every try, so that a mail server or program can tell a repetition.
    pub(crate) message_id: String,
    /// When it was written.
    pub(crate) time: Timestamp,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
    pub(crate) attachments: Vec<Attachment>,
}

/// What became of a try.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// A mail server took it.
    Sent,
    /// It stays written down; there is no mail server.
    Recorded,
    /// Not this time, for this reason.
    Failed(String),
    /// Never, for this reason.
    Refused(String),
}

/// A mail server, and whom it sends mails for.
pub(crate) struct Server {
    from: Mailbox,
    transport: AsyncSmtpTransport<Tokio1Executor>,
    timeout: Duration,
}

/// Sends mails.
pub(crate) enum Mailer {
    Record,
    Smtp(Box<Server>),
}

impl Mailer {
    /// The mailer that the settings ask for. The mail server is not spoken to yet.
    pub(crate) fn new(config: &NotificationsConfig, from: Mailbox) -> Result<Self, Error> {
        if config.transport == Transport::Record {
            return Ok(Self::Record);
        }
        let host = config.smtp_host.as_str();
        let builder = match config.smtp_security {
            Security::Starttls => AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(host),
            Security::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(host),
            Security::None => {
                Ok(AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host).tls(Tls::None))
            }
        };
        let mut builder = builder
            .map_err(|e| Error::internal(format!("settings: [notifications]: smtp_host = {host:?}: {e}")))?
            .port(config.smtp_port)
            .timeout(Some(config.smtp_timeout()));
        if !config.smtp_username.is_empty() {
            builder = builder
                .credentials(Credentials::new(config.smtp_username.clone(), config.smtp_password.clone()));
        }
        Ok(Self::Smtp(Box::new(Server { from, transport: builder.build(), timeout: config.smtp_timeout() })))
    }

    /// Whether nothing leaves.
    pub(crate) fn only_records(&self) -> bool {
        matches!(self, Self::Record)
    }

    /// Tries once.
    pub(crate) async fn send(&self, mail: &Outgoing) -> Outcome {
        let Self::Smtp(server) = self else { return Outcome::Recorded };
        let message = match message(&server.from, mail) {
            Ok(message) => message,
            Err(reason) => return Outcome::Refused(reason),
        };
        match tokio::time::timeout(server.timeout, server.transport.send(message)).await {
            Ok(Ok(_)) => Outcome::Sent,
            Ok(Err(error)) if error.is_permanent() => Outcome::Refused(describe(&error)),
            Ok(Err(error)) => Outcome::Failed(describe(&error)),
            Err(_) => Outcome::Failed("the mail server took too long".into()),
        }
    }
}

fn message(from: &Mailbox, mail: &Outgoing) -> Result<Message, String> {
    let address = mail.address.parse().map_err(|e| format!("the address cannot be used: {e}"))?;
    let since_epoch = Duration::from_secs(u64::try_from(mail.time.as_second()).unwrap_or(0));
    Message::builder()
        .from(from.clone())
        .to(Mailbox::new(Some(mail.name.clone()).filter(|n| !n.is_empty()), address))
        .subject(mail.subject.as_str())
        .message_id(Some(mail.message_id.clone()))
        .date(std::time::UNIX_EPOCH + since_epoch)
        // RFC 3834: keeps out-of-office answers away.
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ))
        .multipart(body(mail)?)
        .map_err(|e| format!("the mail cannot be put together: {e}"))
}

/// The parts of a mail. A calendar entry is another way to say the same, so that programs offer to answer it (RFC 6047), and
/// comes as a file too, for those that only know files.
fn body(mail: &Outgoing) -> Result<MultiPart, String> {
    let mut alternative = MultiPart::alternative_plain_html(mail.text.clone(), mail.html.clone());
    if mail.attachments.is_empty() {
        return Ok(alternative);
    }
    let kind = |one: &Attachment| {
        ContentType::parse(&one.content_type).map_err(|e| format!("the type of a file cannot be used: {e}"))
    };
    for one in mail.attachments.iter().filter(|a| a.content_type.starts_with("text/calendar")) {
        let part = SinglePart::builder().header(kind(one)?).body(one.content.clone());
        alternative = alternative.singlepart(part);
    }
    let mut mixed = MultiPart::mixed().multipart(alternative);
    for one in &mail.attachments {
        let file = lettre::message::Attachment::new(one.file_name.clone());
        mixed = mixed.singlepart(file.body(one.content.clone(), kind(one)?));
    }
    Ok(mixed)
}

/// The error with its causes, in one line.
fn describe(error: &dyn std::error::Error) -> String {
    let mut out = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        let words = next.to_string();
        if !out.contains(&words) {
            out = format!("{out}: {words}");
        }
        cause = next.source();
    }
    crate::domain::words::one_line(&out, 300)
}
