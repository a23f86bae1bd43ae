//! Puts notifications into words: subject and body for the inbox, HTML and text for mails.

use jiff::tz::TimeZone;
use kit::{calendar::Reader, localize::Language};
use minijinja::{Environment, UndefinedBehavior, Value};

use super::{
    content::{Content, Fact, Facts, no_facts},
    kind::Kind,
    templates, words,
};

/// The longest subject, in characters; a longer one is cut.
const LONGEST_SUBJECT: usize = 150;
/// The longest preview that a mail program shows beside the subject.
const LONGEST_PREVIEW: usize = 120;
/// Where the digest leads.
const INBOX_PATH: &str = "/inbox";
/// Where mails are chosen.
const PREFERENCES_PATH: &str = "/me";

/// Somebody who reads: name, and language, calendar, digits and time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// What colleagues call the person.
    pub name: String,
    /// How the person reads dates and numbers.
    pub reader: Reader,
    /// Where the person's days begin.
    pub zone: TimeZone,
}

/// A notification in words, without surroundings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// One line; names in it are isolated.
    pub subject: String,
    /// One to four paragraphs.
    pub paragraphs: Vec<String>,
    /// What the button says.
    pub action: String,
}

/// A mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// One line; names in it are isolated.
    pub subject: String,
    /// The text part.
    pub text: String,
    /// The HTML part, a whole document.
    pub html: String,
}

/// Puts notifications into words. Holds the parsed templates.
#[derive(Debug)]
pub struct Renderer {
    environment: Environment<'static>,
    address: String,
}

/// A template could not be rendered: a mistake in the template.
#[derive(Debug, thiserror::Error)]
#[error("a template cannot be rendered: {0:#}")]
pub struct RenderError(#[from] minijinja::Error);

impl Renderer {
    /// A renderer whose mails lead to the app at `address`, `https://hamgam.example.org`.
    pub fn new(address: &str) -> Result<Self, RenderError> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.add_filter("isolate", |text: &str| words::isolate(text));
        environment.add_filter("rich", |text: &str| Value::from_safe_string(words::html(text)));
        for (name, source) in templates::WORDS.into_iter().flatten().chain(templates::LAYOUTS) {
            environment.add_template(name, source)?;
        }
        Ok(Self { environment, address: address.trim_end_matches('/').to_owned() })
    }

    /// A notification in words: for the inbox, and for a line of the digest.
    pub fn tell(&self, content: &Content, reader: Reader, zone: &TimeZone) -> Result<Told, RenderError> {
        self.told(content.kind(), reader.language, &content.facts(reader, zone))
    }

    /// A mail of its own. With a notification, the link tells the app that it was opened.
    pub fn mail(
        &self,
        content: &Content,
        to: &Recipient,
        notification: Option<&str>,
    ) -> Result<Mail, RenderError> {
        let told = self.tell(content, to.reader, &to.zone)?;
        let link = match notification {
            Some(id) if !content.link().is_empty() => opened(content.link(), id),
            _ => content.link().to_owned(),
        };
        self.lay_out(content.kind(), &told, &link, &[], to)
    }

    /// The daily digest: these notifications, and so many more that the inbox has.
    pub fn digest(&self, contents: &[Content], more: usize, to: &Recipient) -> Result<Mail, RenderError> {
        let mut facts = no_facts();
        let count = contents.len() + more;
        let number = |n: usize| Fact::Text(to.reader.digits.grouped(i64::try_from(n).unwrap_or(i64::MAX)));
        facts.extend([("count".into(), Fact::Count(count)), ("count_text".into(), number(count))]);
        facts.extend([("more".into(), Fact::Count(more)), ("more_text".into(), number(more))]);
        let told = self.told(Kind::Digest, to.reader.language, &facts)?;
        let mut items = Vec::with_capacity(contents.len());
        for content in contents {
            let item = self.tell(content, to.reader, &to.zone)?;
            items.push(Value::from_pairs([
                ("subject", item.subject),
                ("lead", lead(&item.paragraphs)),
                ("url", self.url(content.link())),
            ]));
        }
        self.lay_out(Kind::Digest, &told, INBOX_PATH, &items, to)
    }

    fn told(&self, kind: Kind, language: Language, facts: &Facts) -> Result<Told, RenderError> {
        let blocks = self.blocks(language, kind.code(), ["subject", "body", "action"], facts)?;
        let [subject, body, action] = blocks;
        Ok(Told {
            subject: words::lead_in(&words::paragraphs(&subject).join(" "), language),
            paragraphs: words::paragraphs(&body).iter().map(|p| words::lead_in(p, language)).collect(),
            action: action.trim().to_owned(),
        })
    }

    fn lay_out(
        &self,
        kind: Kind,
        told: &Told,
        path: &str,
        items: &[Value],
        to: &Recipient,
    ) -> Result<Mail, RenderError> {
        let language = to.reader.language;
        let mut facts = no_facts();
        facts.insert("name".into(), Fact::Text(to.name.clone()));
        facts.insert("fixed".into(), Fact::Flag(kind.is_fixed()));
        let names = ["greeting", "reason", "preferences", "paste", "brand"];
        let [greeting, reason, preferences, paste, brand] =
            self.blocks(language, "frame", names, &facts)?.map(|text| text.trim().to_owned());
        let subject = words::one_line(&told.subject, LONGEST_SUBJECT);
        let preview = told.paragraphs.first().map(String::as_str).unwrap_or_default();
        let rtl = language.is_right_to_left();
        let text = |name: &'static str, value: &str| (name, Value::from(value));
        let values = Value::from_pairs([
            text("language", language.code()),
            text("direction", if rtl { "rtl" } else { "ltr" }),
            text("start", if rtl { "right" } else { "left" }),
            text("fonts", if rtl { RTL_FONTS } else { LTR_FONTS }),
            text("leading", if rtl { "1.9" } else { "1.6" }),
            text("subject", &subject),
            text("heading", &told.subject),
            text("preview", &words::one_line(preview, LONGEST_PREVIEW)),
            ("paragraphs", told.paragraphs.iter().cloned().collect()),
            ("items", items.iter().cloned().collect()),
            text("action", &told.action),
            text("url", &self.url(path)),
            text("greeting", &greeting),
            text("reason", &reason),
            text("preferences", &preferences),
            text(
                "preferences_url",
                &if kind.is_fixed() { String::new() } else { self.url(PREFERENCES_PATH) },
            ),
            text("paste", &paste),
            text("brand", &brand),
        ]);
        let render = |layout| self.environment.get_template(layout)?.render(&values);
        Ok(Mail { text: render("layout.txt")?, html: render("layout.html")?, subject })
    }

    fn blocks<const N: usize>(
        &self,
        language: Language,
        template: &str,
        names: [&str; N],
        facts: &Facts,
    ) -> Result<[String; N], RenderError> {
        let values = Value::from_pairs(facts.iter().map(|(name, fact)| {
            let value = match fact {
                Fact::Text(text) => Value::from(text.as_str()),
                Fact::Flag(flag) => Value::from(*flag),
                Fact::Count(count) => Value::from(*count),
            };
            (name.as_ref(), value)
        }));
        let template = self.environment.get_template(&format!("{}/{template}", language.code()))?;
        let mut captured = template.render_captured(values)?;
        let mut out = [const { String::new() }; N];
        for (slot, name) in out.iter_mut().zip(names) {
            *slot = captured.with_state_mut(|state| state.render_block(name))?;
        }
        Ok(out)
    }

    /// The address of a path in the app; empty for none. Anything else than a path of ours leads to the front page.
    fn url(&self, path: &str) -> String {
        if path.is_empty() {
            String::new()
        } else if path.starts_with('/') && !path.starts_with("//") && !path.chars().any(char::is_whitespace) {
            format!("{}{path}", self.address)
        } else {
            format!("{}/", self.address)
        }
    }
}

/// A path with the notification that leads to it, before a fragment.
fn opened(path: &str, notification: &str) -> String {
    let (path, fragment) = path.split_once('#').map_or((path, None), |(path, f)| (path, Some(f)));
    let joint = if path.contains('?') { '&' } else { '?' };
    let fragment = fragment.map(|f| format!("#{f}")).unwrap_or_default();
    format!("{path}{joint}notification={notification}{fragment}")
}

/// The first paragraph, with the next one where the first only announces it.
fn lead(paragraphs: &[String]) -> String {
    let length = if paragraphs.first().is_some_and(|p| p.ends_with(':')) { 2 } else { 1 };
    paragraphs.iter().take(length).map(String::as_str).collect::<Vec<_>>().join(" ")
}

const RTL_FONTS: &str = "Vazirmatn, Segoe UI, Tahoma, Noto Naskh Arabic, Arial, sans-serif";
const LTR_FONTS: &str = "-apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif";

#[cfg(test)]
mod tests;
