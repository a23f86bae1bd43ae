//! Budgets and rates.

use jiff::civil::Date;
use kit::{
    contract::{Wanted, etag, localized},
    localize::Text,
    violation::{Rule, Violations},
};
use proto::incentives::v1 as pb;

use super::{currency, money, read_money, title};
use crate::{
    domain::{
        budget::{Budget, Load},
        money::Money,
        rate::{Decimal, Rate},
    },
    names::{BudgetName, ExchangeRateName},
};

/// The fields that HR writes.
pub(crate) const FIELDS: &[&str] = &["title", "amount", "start_day", "end_day"];

/// What HR writes of a budget; a field that is not written, or is wrong, is `None`.
#[derive(Debug, Default)]
pub(crate) struct Edit {
    pub(crate) title: Option<Text>,
    pub(crate) amount: Option<Money>,
    pub(crate) start_day: Option<Date>,
    pub(crate) end_day: Option<Date>,
}

/// Reads the named fields.
pub(crate) fn edit(violations: &mut Violations, given: &pb::Budget, fields: &[&str]) -> Edit {
    let mut edit = Edit::default();
    if fields.contains(&"title") {
        edit.title = Some(title(violations, "budget.title", given.title.as_ref(), Wanted::Required, 120));
    }
    if fields.contains(&"amount") {
        edit.amount = read_money(violations, "budget.amount", given.amount.as_ref(), 0);
    }
    if fields.contains(&"start_day") {
        edit.start_day = violations.day("budget.start_day", &given.start_day);
    }
    if fields.contains(&"end_day") {
        edit.end_day = violations.day("budget.end_day", &given.end_day);
    }
    edit
}

/// The last day must not be before the first.
pub(crate) fn days_in_order(violations: &mut Violations, start: Date, end: Date) {
    if end < start {
        violations.add("budget.end_day", end, Rule::EndsBeforeStart);
    }
}

/// A budget, with what it holds; `promised` is `None` where a rate is missing.
pub(crate) fn write(organization: &str, budget: &Budget, spent: i64, promised: Option<i64>) -> pb::Budget {
    let of = |minor| money(Money::new(budget.amount.currency, minor));
    pb::Budget {
        name: BudgetName::new(organization, &budget.id).to_string(),
        title: localized(&budget.title),
        amount: Some(money(budget.amount)),
        start_day: budget.start_day.to_string(),
        end_day: budget.end_day.to_string(),
        spent: Some(of(spent)),
        promised: promised.map(of),
        remaining: promised.map(|promised| of(budget.remaining(Load { spent, promised }))),
        etag: etag(budget.revision),
    }
}

/// Reads a rate.
pub(crate) fn read_rate(violations: &mut Violations, id: String, given: &pb::ExchangeRate) -> Option<Rate> {
    let from = currency(violations, "exchange_rate.from_currency_code", &given.from_currency_code);
    let to = currency(violations, "exchange_rate.to_currency_code", &given.to_currency_code);
    if from.is_some() && from == to {
        violations.add("exchange_rate.to_currency_code", &given.to_currency_code, Rule::Duplicate);
    }
    let value = Decimal::parse(&given.rate);
    if value.is_none() {
        let rule = if given.rate.is_empty() {
            Rule::Required
        } else {
            Rule::Malformed { expected: "0.0000215".into() }
        };
        violations.add("exchange_rate.rate", &given.rate, rule);
    }
    let start_day = violations.day("exchange_rate.start_day", &given.start_day);
    Some(Rate { id, from: from?, to: to?, value: value?, start_day: start_day? })
}

/// A rate of the contract.
pub(crate) fn rate(organization: &str, rate: &Rate) -> pb::ExchangeRate {
    pb::ExchangeRate {
        name: ExchangeRateName::new(organization, &rate.id).to_string(),
        from_currency_code: rate.from.to_string(),
        to_currency_code: rate.to.to_string(),
        rate: rate.value.to_string(),
        start_day: rate.start_day.to_string(),
    }
}
