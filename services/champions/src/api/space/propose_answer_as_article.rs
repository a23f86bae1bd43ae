//! `ProposeAnswerAsArticle`: trainers review it before anybody reads it.

use kit::{
    auth::Caller,
    error::Error,
    localize::{Language, Text},
};
use proto::{
    champions::v1::{PostAnswer, ProposeAnswerAsArticleRequest},
    training::v1::{Article, ProposeArticleRequest, article_service_client::ArticleServiceClient},
};
use tonic::{Request, Response};

use super::view::{self, Reader};
use crate::{
    Champions,
    api::{champion, convert::localized},
    error::{Reason, Refuse},
    names::{AnswerName, ArticleName},
    store,
};

pub(super) async fn propose_answer_as_article(
    s: &Champions,
    request: Request<ProposeAnswerAsArticleRequest>,
) -> Result<Response<PostAnswer>, Error> {
    let who = Caller::of(&request)?;
    let name: AnswerName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;
    let me = champion(s.db.read(), &who, o).await?;
    let post = store::space::load(s.db.read(), o, &name.post).await?;
    let answer = store::space::answer(s.db.read(), o, &name.post, &name.answer).await?;
    let (Some(post), Some(answer)) = (post, answer) else { return Err(Error::not_found(&name)) };
    if post.hidden || answer.hidden {
        return Err(Reason::PostHidden.refuse("a moderator hid it"));
    }
    if answer.article.is_some() {
        return Err(Reason::ArticleProposed.refuse("the answer is proposed as an article already"));
    }

    // Proposing it twice is one article, so that nothing is doubled if it cannot be written down here.
    let words = |language: Language, text: &str| localized(&Text::only(language, text));
    let request = ProposeArticleRequest {
        parent: format!("organizations/{o}"),
        article: Some(Article {
            title: words(post.language, &post.title),
            body: words(post.language, &format!("{}\n\n{}", post.text, answer.text)),
            ..Article::default()
        }),
        source: name.to_string(),
    };
    let article = ArticleServiceClient::new(s.others(o)).propose_article(request).await?.into_inner();
    let article: ArticleName = article.name.parse().map_err(Error::internal)?;
    let tx = s.db.begin().await?;
    let answer = store::space::answer(&tx, o, &name.post, &name.answer).await?;
    let mut answer = answer.ok_or_else(|| Error::not_found(&name))?;
    answer.article = Some(article.article);
    store::space::save_answer(&tx, o, &answer).await?;
    let reply = view::one(&tx, o, Reader { me, moderates: false }, &answer).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
