//! Money for prizes, and what currencies are worth.

mod create_budget;
mod create_exchange_rate;
mod get_budget;
mod list_budgets;
mod list_exchange_rates;
mod load;
mod update_budget;

use proto::incentives::v1::{self as pb, budget_service_server::BudgetService};
use tonic::{Request, Response, Status, async_trait};

pub(super) use self::load::load_of;
use crate::Incentives;

#[async_trait]
impl BudgetService for Incentives {
    async fn create_budget(
        &self,
        r: Request<pb::CreateBudgetRequest>,
    ) -> Result<Response<pb::Budget>, Status> {
        Ok(create_budget::create_budget(self, r).await?)
    }

    async fn get_budget(&self, r: Request<pb::GetBudgetRequest>) -> Result<Response<pb::Budget>, Status> {
        Ok(get_budget::get_budget(self, r).await?)
    }

    async fn list_budgets(
        &self,
        r: Request<pb::ListBudgetsRequest>,
    ) -> Result<Response<pb::ListBudgetsResponse>, Status> {
        Ok(list_budgets::list_budgets(self, r).await?)
    }

    async fn update_budget(
        &self,
        r: Request<pb::UpdateBudgetRequest>,
    ) -> Result<Response<pb::Budget>, Status> {
        Ok(update_budget::update_budget(self, r).await?)
    }

    async fn create_exchange_rate(
        &self,
        r: Request<pb::CreateExchangeRateRequest>,
    ) -> Result<Response<pb::ExchangeRate>, Status> {
        Ok(create_exchange_rate::create_exchange_rate(self, r).await?)
    }

    async fn list_exchange_rates(
        &self,
        r: Request<pb::ListExchangeRatesRequest>,
    ) -> Result<Response<pb::ListExchangeRatesResponse>, Status> {
        Ok(list_exchange_rates::list_exchange_rates(self, r).await?)
    }
}
