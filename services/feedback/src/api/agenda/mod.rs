//! What meetings speak about.

mod convert;
mod create_agenda_item;
mod delete_agenda_item;
mod dismiss_agenda_suggestion;
mod edit;
mod list_agenda_items;
mod list_agenda_suggestions;
mod order_agenda;
mod suggesting;
mod update_agenda_item;

use proto::feedback::v1::{self as pb, agenda_service_server::AgendaService};
use tonic::{Request, Response, Status, async_trait};

use crate::Feedback;

#[async_trait]
impl AgendaService for Feedback {
    async fn list_agenda_items(
        &self,
        r: Request<pb::ListAgendaItemsRequest>,
    ) -> Result<Response<pb::ListAgendaItemsResponse>, Status> {
        Ok(list_agenda_items::list_agenda_items(self, r).await?)
    }

    async fn create_agenda_item(
        &self,
        r: Request<pb::CreateAgendaItemRequest>,
    ) -> Result<Response<pb::AgendaItem>, Status> {
        Ok(create_agenda_item::create_agenda_item(self, r).await?)
    }

    async fn update_agenda_item(
        &self,
        r: Request<pb::UpdateAgendaItemRequest>,
    ) -> Result<Response<pb::AgendaItem>, Status> {
        Ok(update_agenda_item::update_agenda_item(self, r).await?)
    }

    async fn delete_agenda_item(
        &self,
        r: Request<pb::DeleteAgendaItemRequest>,
    ) -> Result<Response<pb::DeleteAgendaItemResponse>, Status> {
        Ok(delete_agenda_item::delete_agenda_item(self, r).await?)
    }

    async fn order_agenda(
        &self,
        r: Request<pb::OrderAgendaRequest>,
    ) -> Result<Response<pb::ListAgendaItemsResponse>, Status> {
        Ok(order_agenda::order_agenda(self, r).await?)
    }

    async fn list_agenda_suggestions(
        &self,
        r: Request<pb::ListAgendaSuggestionsRequest>,
    ) -> Result<Response<pb::ListAgendaSuggestionsResponse>, Status> {
        Ok(list_agenda_suggestions::list_agenda_suggestions(self, r).await?)
    }

    async fn dismiss_agenda_suggestion(
        &self,
        r: Request<pb::DismissAgendaSuggestionRequest>,
    ) -> Result<Response<pb::DismissAgendaSuggestionResponse>, Status> {
        Ok(dismiss_agenda_suggestion::dismiss_agenda_suggestion(self, r).await?)
    }
}
