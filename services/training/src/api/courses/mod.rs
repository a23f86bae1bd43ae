//! Writing and publishing courses.

mod archive_course;
mod create_course;
mod get_course;
mod get_course_ratings;
mod get_course_version;
mod list_course_versions;
mod list_courses;
mod publish_course;
mod update_course;

use proto::training::v1::{self as pb, course_service_server::CourseService};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl CourseService for Training {
    async fn create_course(
        &self,
        r: Request<pb::CreateCourseRequest>,
    ) -> Result<Response<pb::Course>, Status> {
        Ok(create_course::create_course(self, r).await?)
    }

    async fn get_course(&self, r: Request<pb::GetCourseRequest>) -> Result<Response<pb::Course>, Status> {
        Ok(get_course::get_course(self, r).await?)
    }

    async fn list_courses(
        &self,
        r: Request<pb::ListCoursesRequest>,
    ) -> Result<Response<pb::ListCoursesResponse>, Status> {
        Ok(list_courses::list_courses(self, r).await?)
    }

    async fn update_course(
        &self,
        r: Request<pb::UpdateCourseRequest>,
    ) -> Result<Response<pb::Course>, Status> {
        Ok(update_course::update_course(self, r).await?)
    }

    async fn publish_course(
        &self,
        r: Request<pb::PublishCourseRequest>,
    ) -> Result<Response<pb::Course>, Status> {
        Ok(publish_course::publish_course(self, r).await?)
    }

    async fn archive_course(
        &self,
        r: Request<pb::ArchiveCourseRequest>,
    ) -> Result<Response<pb::Course>, Status> {
        Ok(archive_course::archive_course(self, r).await?)
    }

    async fn list_course_versions(
        &self,
        r: Request<pb::ListCourseVersionsRequest>,
    ) -> Result<Response<pb::ListCourseVersionsResponse>, Status> {
        Ok(list_course_versions::list_course_versions(self, r).await?)
    }

    async fn get_course_version(
        &self,
        r: Request<pb::GetCourseVersionRequest>,
    ) -> Result<Response<pb::CourseVersion>, Status> {
        Ok(get_course_version::get_course_version(self, r).await?)
    }

    async fn get_course_ratings(
        &self,
        r: Request<pb::GetCourseRatingsRequest>,
    ) -> Result<Response<pb::CourseRatings>, Status> {
        Ok(get_course_ratings::get_course_ratings(self, r).await?)
    }
}
