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

use proto::training::v1::{course_service_server::CourseService, *};
use tonic::{Request, Response, Status, async_trait};

use crate::Training;

#[async_trait]
impl CourseService for Training {
    async fn create_course(&self, r: Request<CreateCourseRequest>) -> Result<Response<Course>, Status> {
        Ok(create_course::create_course(self, r).await?)
    }

    async fn get_course(&self, r: Request<GetCourseRequest>) -> Result<Response<Course>, Status> {
        Ok(get_course::get_course(self, r).await?)
    }

    async fn list_courses(
        &self,
        r: Request<ListCoursesRequest>,
    ) -> Result<Response<ListCoursesResponse>, Status> {
        Ok(list_courses::list_courses(self, r).await?)
    }

    async fn update_course(&self, r: Request<UpdateCourseRequest>) -> Result<Response<Course>, Status> {
        Ok(update_course::update_course(self, r).await?)
    }

    async fn publish_course(&self, r: Request<PublishCourseRequest>) -> Result<Response<Course>, Status> {
        Ok(publish_course::publish_course(self, r).await?)
    }

    async fn archive_course(&self, r: Request<ArchiveCourseRequest>) -> Result<Response<Course>, Status> {
        Ok(archive_course::archive_course(self, r).await?)
    }

    async fn list_course_versions(
        &self,
        r: Request<ListCourseVersionsRequest>,
    ) -> Result<Response<ListCourseVersionsResponse>, Status> {
        Ok(list_course_versions::list_course_versions(self, r).await?)
    }

    async fn get_course_version(
        &self,
        r: Request<GetCourseVersionRequest>,
    ) -> Result<Response<CourseVersion>, Status> {
        Ok(get_course_version::get_course_version(self, r).await?)
    }

    async fn get_course_ratings(
        &self,
        r: Request<GetCourseRatingsRequest>,
    ) -> Result<Response<CourseRatings>, Status> {
        Ok(get_course_ratings::get_course_ratings(self, r).await?)
    }
}
