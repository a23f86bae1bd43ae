//! `ListExchangeRates`: newest day first.

use kit::{
    auth::Caller, db::time::to_days, error::Error, name::OrganizationName, page::Page, violation::Rule,
};
use proto::incentives::v1::{ListExchangeRatesRequest, ListExchangeRatesResponse};
use tonic::{Request, Response};

use crate::{Incentives, api::convert::budget as convert, store};

pub(super) async fn list_exchange_rates(
    s: &Incentives,
    request: Request<ListExchangeRatesRequest>,
) -> Result<Response<ListExchangeRatesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let after =
        page.after.as_deref().map(|key| key.split_once(' ').and_then(|(d, id)| Some((d.parse().ok()?, id))));
    if after == Some(None) {
        violations.add(
            "page_token",
            &request.page_token,
            Rule::Malformed { expected: "next_page_token".into() },
        );
    }
    violations.check()?;

    let mut found = store::rate::list(s.db.read(), &o, after.flatten(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |r| format!("{} {}", to_days(r.start_day), r.id));

    let exchange_rates = found.iter().map(|r| convert::rate(&o, r)).collect();
    Ok(Response::new(ListExchangeRatesResponse { exchange_rates, next_page_token }))
}
