//! Short surveys.

mod answer_pulse;
mod close_pulse;
pub(super) mod convert;
mod count_pulse_audience;
mod create_pulse;
mod delete_pulse;
mod edit;
mod get_pulse;
mod get_pulse_results;
mod get_pulse_settings;
mod list_my_pulses;
mod list_pulses;
mod open_pulse;
mod open_team_pulse;
mod settings;
mod update_pulse;
mod update_pulse_settings;

use proto::feedback::v1::{self as pb, pulse_service_server::PulseService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl PulseService for Feedback {
    async fn list_pulses(
        &self,
        r: Request<pb::ListPulsesRequest>,
    ) -> Result<Response<pb::ListPulsesResponse>, Status> {
        Ok(list_pulses::list_pulses(self, r).await?)
    }

    async fn get_pulse(&self, r: Request<pb::GetPulseRequest>) -> Result<Response<pb::Pulse>, Status> {
        Ok(get_pulse::get_pulse(self, r).await?)
    }

    async fn count_pulse_audience(
        &self,
        r: Request<pb::CountPulseAudienceRequest>,
    ) -> Result<Response<pb::PulseAudienceCount>, Status> {
        Ok(count_pulse_audience::count_pulse_audience(self, r).await?)
    }

    async fn create_pulse(&self, r: Request<pb::CreatePulseRequest>) -> Result<Response<pb::Pulse>, Status> {
        Ok(create_pulse::create_pulse(self, r).await?)
    }

    async fn update_pulse(&self, r: Request<pb::UpdatePulseRequest>) -> Result<Response<pb::Pulse>, Status> {
        Ok(update_pulse::update_pulse(self, r).await?)
    }

    async fn delete_pulse(
        &self,
        r: Request<pb::DeletePulseRequest>,
    ) -> Result<Response<pb::DeletePulseResponse>, Status> {
        Ok(delete_pulse::delete_pulse(self, r).await?)
    }

    async fn open_pulse(&self, r: Request<pb::OpenPulseRequest>) -> Result<Response<pb::Pulse>, Status> {
        Ok(open_pulse::open_pulse(self, r).await?)
    }

    async fn close_pulse(&self, r: Request<pb::ClosePulseRequest>) -> Result<Response<pb::Pulse>, Status> {
        Ok(close_pulse::close_pulse(self, r).await?)
    }

    async fn get_pulse_results(
        &self,
        r: Request<pb::GetPulseResultsRequest>,
    ) -> Result<Response<pb::PulseResults>, Status> {
        Ok(get_pulse_results::get_pulse_results(self, r).await?)
    }

    async fn list_my_pulses(
        &self,
        r: Request<pb::ListMyPulsesRequest>,
    ) -> Result<Response<pb::ListMyPulsesResponse>, Status> {
        Ok(list_my_pulses::list_my_pulses(self, r).await?)
    }

    async fn answer_pulse(
        &self,
        r: Request<pb::AnswerPulseRequest>,
    ) -> Result<Response<pb::AnswerPulseResponse>, Status> {
        Ok(answer_pulse::answer_pulse(self, r).await?)
    }

    async fn get_pulse_settings(
        &self,
        r: Request<pb::GetPulseSettingsRequest>,
    ) -> Result<Response<pb::PulseSettings>, Status> {
        Ok(get_pulse_settings::get_pulse_settings(self, r).await?)
    }

    async fn update_pulse_settings(
        &self,
        r: Request<pb::UpdatePulseSettingsRequest>,
    ) -> Result<Response<pb::PulseSettings>, Status> {
        Ok(update_pulse_settings::update_pulse_settings(self, r).await?)
    }

    async fn open_team_pulse(
        &self,
        r: Request<pb::OpenTeamPulseRequest>,
    ) -> Result<Response<pb::Pulse>, Status> {
        Ok(open_team_pulse::open_team_pulse(self, r).await?)
    }
}
