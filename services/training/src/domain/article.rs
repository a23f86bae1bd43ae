//! An article of the knowledge base: a draft that trainers edit, and what readers see of it.

use jiff::Timestamp;
use kit::{
    localize::Text,
    text::{normalize, truncate},
};
use serde::{Deserialize, Serialize};

/// Where an article stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArticleState {
    /// Never published.
    Draft,
    /// Readers find the version that was published last.
    Published,
    /// Readers do not find it any more.
    Archived,
    /// Somebody proposed it; a trainer has not said yes.
    Proposed,
}

/// What is written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ArticleDraft {
    /// The title.
    pub title: Text,
    /// The text, as Markdown.
    pub body: Text,
    /// The id of the application that it is about.
    #[serde(default)]
    pub application: Option<String>,
    /// The ids of the courses that lead to it.
    #[serde(default)]
    pub courses: Vec<String>,
    /// Words to find it by.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// An answer or a tip.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The id.
    pub id: String,
    /// What trainers write.
    pub draft: ArticleDraft,
    /// What readers see; `None` before the first version.
    pub shown: Option<ArticleDraft>,
    /// Where it stands.
    pub state: ArticleState,
    /// The version published last; 0 before the first.
    pub published_version: u32,
    /// What proposed it, a resource name of another service.
    pub source: Option<String>,
    /// Readers whom it helped.
    pub helped: u32,
    /// Readers whom it did not help.
    pub not_helped: u32,
    /// Grows with each save.
    pub revision: i64,
    /// When it was created.
    pub create_time: Timestamp,
    /// When the draft was saved last.
    pub update_time: Timestamp,
    /// When the last version was published.
    pub publish_time: Option<Timestamp>,
}

/// One published version.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleVersion {
    /// The article.
    pub article: String,
    /// The number, from 1.
    pub version: u32,
    /// The title at that time.
    pub title: Text,
    /// The text at that time.
    pub body: Text,
    /// When it was published.
    pub publish_time: Timestamp,
}

impl Article {
    /// A new draft, or a proposal when it comes from somewhere.
    pub fn new(id: String, draft: ArticleDraft, source: Option<String>, now: Timestamp) -> Self {
        Self {
            id,
            draft,
            shown: None,
            state: if source.is_some() { ArticleState::Proposed } else { ArticleState::Draft },
            published_version: 0,
            source,
            helped: 0,
            not_helped: 0,
            revision: 1,
            create_time: now,
            update_time: now,
            publish_time: None,
        }
    }

    /// Another draft; readers go on seeing what is published.
    pub fn edit(&mut self, draft: ArticleDraft, now: Timestamp) {
        self.draft = draft;
        self.revision += 1;
        self.update_time = now;
    }

    /// Whether the draft differs from what readers see.
    pub fn is_ahead(&self) -> bool {
        self.shown.as_ref() != Some(&self.draft)
    }

    /// Shows the draft to readers. The new version; `None` if nothing changed since the last one.
    pub fn publish(&mut self, now: Timestamp) -> Option<ArticleVersion> {
        if self.state == ArticleState::Published && !self.is_ahead() {
            return None;
        }
        let ahead = self.is_ahead();
        self.state = ArticleState::Published;
        self.revision += 1;
        if !ahead {
            return None; // it was archived and comes back as it was
        }
        self.shown = Some(self.draft.clone());
        self.published_version += 1;
        self.publish_time = Some(now);
        Some(ArticleVersion {
            article: self.id.clone(),
            version: self.published_version,
            title: self.draft.title.clone(),
            body: self.draft.body.clone(),
            publish_time: now,
        })
    }

    /// Takes it away from readers.
    pub fn archive(&mut self, now: Timestamp) {
        if self.state != ArticleState::Archived {
            self.state = ArticleState::Archived;
            self.revision += 1;
            self.update_time = now;
        }
    }

    /// What readers see of it now; `None` while they see nothing.
    pub fn published(&self) -> Option<&ArticleDraft> {
        self.shown.as_ref().filter(|_| self.state == ArticleState::Published)
    }

    /// One reader says whether it helped, instead of what that reader said before.
    pub fn hear(&mut self, before: Option<bool>, helped: bool) {
        match before {
            Some(true) => self.helped = self.helped.saturating_sub(1),
            Some(false) => self.not_helped = self.not_helped.saturating_sub(1),
            None => {}
        }
        if helped {
            self.helped += 1;
        } else {
            self.not_helped += 1;
        }
    }
}

/// How long an excerpt is, in characters.
const EXCERPT: usize = 160;

/// Where the words of a query are in a text: the line with most of them, without the marks of Markdown.
pub fn excerpt(body: &str, query: &str) -> String {
    let asked = normalize(query);
    let asked: Vec<&str> =
        asked.split(|c: char| !c.is_alphanumeric()).filter(|w| w.chars().count() > 1).collect();
    let plain = |line: &str| {
        let bare = line
            .trim_start_matches(|c: char| c == '#' || c == '>' || c == '-' || c == '*' || c.is_whitespace());
        bare.chars().filter(|c| !matches!(c, '*' | '`' | '_')).collect::<String>().trim().to_owned()
    };
    let lines: Vec<String> = body.lines().map(plain).filter(|l| !l.is_empty()).collect();
    let count = |line: &String| {
        let line = normalize(line);
        asked.iter().filter(|w| line.contains(**w)).count()
    };
    // The first of the best.
    let best = lines.iter().rev().max_by_key(|line| count(line));
    let Some(line) = best else { return String::new() };
    if line.chars().count() <= EXCERPT {
        line.clone()
    } else {
        format!("{}…", truncate(line, EXCERPT - 1).trim_end())
    }
}

#[cfg(test)]
mod tests {
    use kit::localize::Language;

    use super::*;

    fn draft(title: &str) -> ArticleDraft {
        ArticleDraft { title: Text::only(Language::En, title), ..ArticleDraft::default() }
    }

    #[test]
    fn readers_see_what_was_published_until_it_is_published_again() {
        let now = Timestamp::UNIX_EPOCH;
        let mut article = Article::new("a".into(), draft("One"), None, now);
        assert!(article.published().is_none());
        assert_eq!(article.publish(now).map(|v| v.version), Some(1));
        assert_eq!(article.publish(now), None, "nothing changed");
        article.edit(draft("Two"), now);
        assert_eq!(article.published(), Some(&draft("One")));
        assert_eq!(article.publish(now).map(|v| v.version), Some(2));
        article.archive(now);
        assert!(article.published().is_none());
        assert_eq!(article.publish(now), None, "it comes back without a new version");
        assert_eq!((article.published(), article.published_version), (Some(&draft("Two")), 2));
    }

    #[test]
    fn a_reader_counts_once() {
        let mut article = Article::new("a".into(), draft("One"), None, Timestamp::UNIX_EPOCH);
        article.hear(None, true);
        article.hear(Some(true), false);
        article.hear(None, false);
        assert_eq!((article.helped, article.not_helped), (0, 2));
    }

    #[test]
    fn an_excerpt_is_the_line_with_the_words() {
        let body = "# Offers\n\nOpen *the list*.\n- Choose **Export** to Excel, then save.\n";
        assert_eq!(excerpt(body, "export excel"), "Choose Export to Excel, then save.");
        assert_eq!(excerpt(body, "nothing of it"), "Offers");
        assert_eq!(excerpt("گزارش‌ها را باز کنید\nخروجي اكسل بگيريد", "خروجی اکسل"), "خروجي اكسل بگيريد");
        assert!(excerpt(&"long words ".repeat(60), "words").chars().count() <= EXCERPT);
        assert_eq!(excerpt("", "x"), "");
    }
}
