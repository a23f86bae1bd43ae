//! The champions' own space.

mod answer_post;
mod create_post;
mod delete_post;
mod get_post;
mod list_post_reports;
mod list_posts;
mod moderate_post;
mod propose_answer_as_article;
mod report_post;
mod thank_answer;
mod view;

use proto::champions::v1::{self as pb, space_service_server::SpaceService};
use tonic::{Request, Response, Status, async_trait};

use crate::Champions;

#[async_trait]
impl SpaceService for Champions {
    async fn list_posts(
        &self,
        r: Request<pb::ListPostsRequest>,
    ) -> Result<Response<pb::ListPostsResponse>, Status> {
        Ok(list_posts::list_posts(self, r).await?)
    }

    async fn get_post(&self, r: Request<pb::GetPostRequest>) -> Result<Response<pb::Post>, Status> {
        Ok(get_post::get_post(self, r).await?)
    }

    async fn create_post(&self, r: Request<pb::CreatePostRequest>) -> Result<Response<pb::Post>, Status> {
        Ok(create_post::create_post(self, r).await?)
    }

    async fn delete_post(
        &self,
        r: Request<pb::DeletePostRequest>,
    ) -> Result<Response<pb::DeletePostResponse>, Status> {
        Ok(delete_post::delete_post(self, r).await?)
    }

    async fn answer_post(
        &self,
        r: Request<pb::AnswerPostRequest>,
    ) -> Result<Response<pb::PostAnswer>, Status> {
        Ok(answer_post::answer_post(self, r).await?)
    }

    async fn thank_answer(
        &self,
        r: Request<pb::ThankAnswerRequest>,
    ) -> Result<Response<pb::PostAnswer>, Status> {
        Ok(thank_answer::thank_answer(self, r).await?)
    }

    async fn report_post(
        &self,
        r: Request<pb::ReportPostRequest>,
    ) -> Result<Response<pb::ReportPostResponse>, Status> {
        Ok(report_post::report_post(self, r).await?)
    }

    async fn list_post_reports(
        &self,
        r: Request<pb::ListPostReportsRequest>,
    ) -> Result<Response<pb::ListPostReportsResponse>, Status> {
        Ok(list_post_reports::list_post_reports(self, r).await?)
    }

    async fn moderate_post(&self, r: Request<pb::ModeratePostRequest>) -> Result<Response<pb::Post>, Status> {
        Ok(moderate_post::moderate_post(self, r).await?)
    }

    async fn propose_answer_as_article(
        &self,
        r: Request<pb::ProposeAnswerAsArticleRequest>,
    ) -> Result<Response<pb::PostAnswer>, Status> {
        Ok(propose_answer_as_article::propose_answer_as_article(self, r).await?)
    }
}
