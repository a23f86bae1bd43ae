//! The knowledge base: trainers write, readers say whether it helped.

use proto::training::v1::{
    Article, CreateArticleRequest, GiveArticleFeedbackRequest, PublishArticleRequest,
    article_service_client::ArticleServiceClient,
};
use serde::Deserialize;

use super::{
    folk::{Folk, parent},
    script::Text,
};
use crate::import::in_words;

/// All articles.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    article: Vec<Written>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    key: String,
    day: i32,
    /// The feature that its course is about.
    course: String,
    tags: Vec<String>,
    #[serde(default)]
    helped: Vec<String>,
    #[serde(default)]
    not_helped: Vec<String>,
    title: Text,
    body: Text,
}

/// What an article is remembered as.
pub(super) fn key(article: &str) -> String {
    format!("article/{article}")
}

impl Script {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        for one in &self.article {
            if one.day == day {
                let name = one.write(folk).await?;
                folk.keep(key(&one.key), name);
            }
            let readers = one.helped.iter().map(|who| (who, true));
            let readers = readers.chain(one.not_helped.iter().map(|who| (who, false)));
            for ((who, helped), after) in readers.zip(2..) {
                if day == one.day + after {
                    let request = GiveArticleFeedbackRequest { name: folk.made(&key(&one.key))?, helped };
                    let mut client = ArticleServiceClient::new(folk.way(who)?);
                    client.give_article_feedback(request).await.map_err(in_words)?;
                }
            }
        }
        Ok(())
    }
}

impl Written {
    async fn write(&self, folk: &Folk) -> anyhow::Result<String> {
        let article = Article {
            title: Some(self.title.localized()),
            body: Some(self.body.localized()),
            application: folk.application.clone(),
            courses: vec![folk.course(&self.course)?],
            tags: self.tags.clone(),
            ..Article::default()
        };
        let mut trainer = ArticleServiceClient::new(folk.way("trainer")?);
        let request =
            CreateArticleRequest { parent: parent(), article: Some(article), request_id: String::new() };
        let draft = trainer.create_article(request).await.map_err(in_words)?.into_inner();
        let request = PublishArticleRequest { name: draft.name, etag: draft.etag };
        Ok(trainer.publish_article(request).await.map_err(in_words)?.into_inner().name)
    }
}
