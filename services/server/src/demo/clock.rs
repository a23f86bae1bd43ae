//! The clock that a visitor can move: days pass in the background, and the answer says how far it has come.

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicI32, Ordering},
};

use kit::{
    clock::{Clock as _, ShiftedClock},
    db::time::to_proto,
    error::Error,
    violation::Violations,
};
use proto::demo::v1::{
    AdvanceClockRequest, Clock, DemoReason, GetClockRequest,
    clock_service_server::{ClockService, ClockServiceServer},
};
use tonic::{Request, Response, Status, service::Routes};

use super::days::Days;

/// The most days that may pass at once.
const MOST: i32 = 30;

/// See the contract, `hamgam.demo.v1.ClockService`.
#[derive(Clone)]
pub(crate) struct DemoClock {
    clock: Arc<ShiftedClock>,
    days: Arc<OnceLock<Days>>,
    left: Arc<AtomicI32>,
}

impl DemoClock {
    /// A clock service; `days` is set once the organisation is there.
    pub(crate) fn new(clock: Arc<ShiftedClock>, days: Arc<OnceLock<Days>>) -> Self {
        Self { clock, days, left: Arc::default() }
    }

    /// Adds the service to the routes.
    pub(crate) fn add_to(self, routes: Routes) -> Routes {
        routes.add_service(ClockServiceServer::new(self))
    }

    fn shown(&self) -> Clock {
        Clock {
            now: Some(to_proto(self.clock.now())),
            days_left: self.left.load(Ordering::SeqCst),
            people: self.days.get().map(Days::cast).unwrap_or_default(),
        }
    }

    async fn pass(self) {
        while self.left.load(Ordering::SeqCst) > 0 {
            let Some(days) = self.days.get() else { break };
            if let Err(error) = days.next().await {
                tracing::error!(error = format!("{error:#}"), "the demo's day could not pass");
                break;
            }
            self.left.fetch_sub(1, Ordering::SeqCst);
        }
        self.left.store(0, Ordering::SeqCst);
    }
}

#[tonic::async_trait]
impl ClockService for DemoClock {
    async fn get_clock(&self, _: Request<GetClockRequest>) -> Result<Response<Clock>, Status> {
        Ok(Response::new(self.shown()))
    }

    async fn advance_clock(&self, request: Request<AdvanceClockRequest>) -> Result<Response<Clock>, Status> {
        let who = kit::auth::Caller::of(&request)?;
        let days = request.get_ref().days;
        let mut violations = Violations::new(who.language());
        violations.range("days", days, 1..=MOST);
        violations.check()?;
        if self.left.compare_exchange(0, days, Ordering::SeqCst, Ordering::SeqCst).is_err() {
            return Err(Error::precondition(
                DemoReason::ClockMoving.as_str_name().trim_start_matches("DEMO_REASON_"),
                "days are passing already",
            )
            .into());
        }
        tokio::spawn(self.clone().pass());
        Ok(Response::new(self.shown()))
    }
}
