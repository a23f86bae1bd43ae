//! The champions' own space: posts, answers, and one that became an article.

use proto::{
    champions::v1::{
        AnswerPostRequest, CreatePostRequest, Post, ProposeAnswerAsArticleRequest, ThankAnswerRequest,
        space_service_client::SpaceServiceClient,
    },
    training::v1::{
        ArticleState, ListArticlesRequest, PublishArticleRequest,
        article_service_client::ArticleServiceClient,
    },
};
use serde::Deserialize;

use super::folk::{self, Folk, parent};
use crate::import::in_words;

/// A post with its answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    day: i32,
    who: String,
    title: String,
    text: String,
    answer: Vec<Answer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Answer {
    day: i32,
    who: String,
    text: String,
    #[serde(default)]
    thanks: Vec<String>,
    /// When somebody proposes it as an article.
    article: Option<i32>,
    /// When a trainer publishes that.
    published: Option<i32>,
}

impl Written {
    /// What happens on a day; `number` is the post's place in the script.
    pub(super) async fn live(&self, folk: &Folk, number: usize, day: i32) -> anyhow::Result<()> {
        let key = format!("post/{number}");
        if day == self.day {
            let post = Post {
                title: self.title.clone(),
                text: self.text.trim().to_owned(),
                language: folk::language(folk.someone(&self.who)?).into(),
                ..Post::default()
            };
            let request = CreatePostRequest { parent: parent(), post: Some(post), request_id: String::new() };
            let mut client = SpaceServiceClient::new(folk.way(&self.who)?);
            folk.keep(&key, client.create_post(request).await.map_err(in_words)?.into_inner().name);
        }
        for (n, answer) in self.answer.iter().enumerate() {
            answer.live(folk, &key, n, day).await?;
        }
        Ok(())
    }
}

impl Answer {
    async fn live(&self, folk: &Folk, post: &str, number: usize, day: i32) -> anyhow::Result<()> {
        let key = format!("{post}/answer/{number}");
        if day == self.day {
            let request = AnswerPostRequest {
                name: folk.made(post)?,
                text: self.text.trim().to_owned(),
                request_id: String::new(),
            };
            let mut client = SpaceServiceClient::new(folk.way(&self.who)?);
            folk.keep(&key, client.answer_post(request).await.map_err(in_words)?.into_inner().name);
        }
        if day == self.day + 1 {
            for who in &self.thanks {
                let request = ThankAnswerRequest { name: folk.made(&key)? };
                SpaceServiceClient::new(folk.way(who)?).thank_answer(request).await.map_err(in_words)?;
            }
        }
        if self.article == Some(day) {
            let request = ProposeAnswerAsArticleRequest { name: folk.made(&key)? };
            let mut client = SpaceServiceClient::new(folk.way(&self.who)?);
            client.propose_answer_as_article(request).await.map_err(in_words)?;
        }
        if self.published == Some(day) {
            publish(folk).await?;
        }
        Ok(())
    }
}

/// A trainer looks at what champions proposed, and publishes it.
async fn publish(folk: &Folk) -> anyhow::Result<()> {
    let mut trainer = ArticleServiceClient::new(folk.way("trainer")?);
    let request = ListArticlesRequest {
        parent: parent(),
        states: vec![ArticleState::Proposed.into()],
        ..ListArticlesRequest::default()
    };
    for article in trainer.list_articles(request).await.map_err(in_words)?.into_inner().articles {
        let request = PublishArticleRequest { name: article.name, etag: article.etag };
        trainer.publish_article(request).await.map_err(in_words)?;
    }
    Ok(())
}
