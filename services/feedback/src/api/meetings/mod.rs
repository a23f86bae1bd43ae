//! Meetings of committees.

mod cancel_meeting;
mod close_meeting;
pub(super) mod convert;
mod create_meeting;
pub(super) mod edit;
mod get_meeting;
mod get_meeting_calendar;
pub(super) mod list_meetings;
mod open_meeting;
mod record_attendance;
mod respond_to_invitation;
pub(super) mod seeing;
mod suggest_agenda_item;
mod update_meeting;

use proto::feedback::v1::{self as pb, meeting_service_server::MeetingService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl MeetingService for Feedback {
    async fn list_meetings(
        &self,
        r: Request<pb::ListMeetingsRequest>,
    ) -> Result<Response<pb::ListMeetingsResponse>, Status> {
        Ok(list_meetings::list_meetings(self, r).await?)
    }

    async fn get_meeting(&self, r: Request<pb::GetMeetingRequest>) -> Result<Response<pb::Meeting>, Status> {
        Ok(get_meeting::get_meeting(self, r).await?)
    }

    async fn create_meeting(
        &self,
        r: Request<pb::CreateMeetingRequest>,
    ) -> Result<Response<pb::Meeting>, Status> {
        Ok(create_meeting::create_meeting(self, r).await?)
    }

    async fn update_meeting(
        &self,
        r: Request<pb::UpdateMeetingRequest>,
    ) -> Result<Response<pb::Meeting>, Status> {
        Ok(update_meeting::update_meeting(self, r).await?)
    }

    async fn cancel_meeting(
        &self,
        r: Request<pb::CancelMeetingRequest>,
    ) -> Result<Response<pb::Meeting>, Status> {
        Ok(cancel_meeting::cancel_meeting(self, r).await?)
    }

    async fn respond_to_invitation(
        &self,
        r: Request<pb::RespondToInvitationRequest>,
    ) -> Result<Response<pb::Meeting>, Status> {
        Ok(respond_to_invitation::respond_to_invitation(self, r).await?)
    }

    async fn get_meeting_calendar(
        &self,
        r: Request<pb::GetMeetingCalendarRequest>,
    ) -> Result<Response<pb::MeetingCalendar>, Status> {
        Ok(get_meeting_calendar::get_meeting_calendar(self, r).await?)
    }

    async fn open_meeting(
        &self,
        r: Request<pb::OpenMeetingRequest>,
    ) -> Result<Response<pb::Meeting>, Status> {
        Ok(open_meeting::open_meeting(self, r).await?)
    }

    async fn record_attendance(
        &self,
        r: Request<pb::RecordAttendanceRequest>,
    ) -> Result<Response<pb::Meeting>, Status> {
        Ok(record_attendance::record_attendance(self, r).await?)
    }

    async fn close_meeting(
        &self,
        r: Request<pb::CloseMeetingRequest>,
    ) -> Result<Response<pb::Meeting>, Status> {
        Ok(close_meeting::close_meeting(self, r).await?)
    }

    async fn suggest_agenda_item(
        &self,
        r: Request<pb::SuggestAgendaItemRequest>,
    ) -> Result<Response<pb::SuggestAgendaItemResponse>, Status> {
        Ok(suggest_agenda_item::suggest_agenda_item(self, r).await?)
    }
}
