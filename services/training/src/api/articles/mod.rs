//! The knowledge base.

mod archive_article;
mod create_article;
mod get_article;
mod give_article_feedback;
mod list_article_versions;
mod list_articles;
mod propose_article;
mod publish_article;
mod search_articles;
mod update_article;

use kit::{
    auth::{Caller, Role},
    error::Error,
    violation::Rule,
};
use proto::training::v1::{self as pb, article_service_server::ArticleService};
use tonic::{Request, Response, Status, async_trait};

use crate::{
    Training,
    domain::article::ArticleDraft,
    store::{self, ConnectionTrait},
};

/// Whether the caller writes articles, and so sees drafts.
fn writes(who: &Caller) -> bool {
    who.has_any(&[Role::Hr, Role::Trainer])
}

/// The courses that a draft names must be there.
async fn check_courses<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    o: &str,
    draft: &ArticleDraft,
) -> Result<(), Error> {
    let known = store::course::titles(db, o, &draft.courses).await?;
    let mut violations = who.violations();
    for (i, course) in draft.courses.iter().enumerate().filter(|(_, c)| !known.contains_key(*c)) {
        violations.add(format!("article.courses[{i}]"), course, Rule::NotFound);
    }
    violations.check()
}

#[async_trait]
impl ArticleService for Training {
    async fn list_articles(
        &self,
        r: Request<pb::ListArticlesRequest>,
    ) -> Result<Response<pb::ListArticlesResponse>, Status> {
        Ok(list_articles::list_articles(self, r).await?)
    }

    async fn get_article(&self, r: Request<pb::GetArticleRequest>) -> Result<Response<pb::Article>, Status> {
        Ok(get_article::get_article(self, r).await?)
    }

    async fn search_articles(
        &self,
        r: Request<pb::SearchArticlesRequest>,
    ) -> Result<Response<pb::SearchArticlesResponse>, Status> {
        Ok(search_articles::search_articles(self, r).await?)
    }

    async fn create_article(
        &self,
        r: Request<pb::CreateArticleRequest>,
    ) -> Result<Response<pb::Article>, Status> {
        Ok(create_article::create_article(self, r).await?)
    }

    async fn propose_article(
        &self,
        r: Request<pb::ProposeArticleRequest>,
    ) -> Result<Response<pb::Article>, Status> {
        Ok(propose_article::propose_article(self, r).await?)
    }

    async fn update_article(
        &self,
        r: Request<pb::UpdateArticleRequest>,
    ) -> Result<Response<pb::Article>, Status> {
        Ok(update_article::update_article(self, r).await?)
    }

    async fn publish_article(
        &self,
        r: Request<pb::PublishArticleRequest>,
    ) -> Result<Response<pb::Article>, Status> {
        Ok(publish_article::publish_article(self, r).await?)
    }

    async fn archive_article(
        &self,
        r: Request<pb::ArchiveArticleRequest>,
    ) -> Result<Response<pb::Article>, Status> {
        Ok(archive_article::archive_article(self, r).await?)
    }

    async fn list_article_versions(
        &self,
        r: Request<pb::ListArticleVersionsRequest>,
    ) -> Result<Response<pb::ListArticleVersionsResponse>, Status> {
        Ok(list_article_versions::list_article_versions(self, r).await?)
    }

    async fn give_article_feedback(
        &self,
        r: Request<pb::GiveArticleFeedbackRequest>,
    ) -> Result<Response<pb::Article>, Status> {
        Ok(give_article_feedback::give_article_feedback(self, r).await?)
    }
}
