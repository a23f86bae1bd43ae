//! Between the contract and the domain. Reading collects every broken rule.

pub(crate) mod award;
pub(crate) mod budget;
pub(crate) mod challenge;
pub(crate) mod recognition;
pub(crate) mod reward;

use kit::{
    contract::{Wanted, text_of},
    localize::Text,
    violation::{Rule, Violations},
};
use proto::{incentives::v1 as pb, localization::v1::LocalizedText};

use crate::domain::{
    currency::Currency,
    money::{MAX_MINOR, Money},
};

/// Money of the contract.
pub(crate) fn money(money: Money) -> pb::Money {
    pb::Money { currency_code: money.currency.to_string(), minor_units: money.minor }
}

/// Reads money; `None` and a violation when it is missing or wrong.
pub(crate) fn read_money(
    violations: &mut Violations,
    field: &str,
    given: Option<&pb::Money>,
    least: i64,
) -> Option<Money> {
    let Some(given) = given else {
        violations.add(field, "", Rule::Required);
        return None;
    };
    let in_range = violations.range(&format!("{field}.minor_units"), given.minor_units, least..=MAX_MINOR);
    let currency = currency(violations, &format!("{field}.currency_code"), &given.currency_code);
    currency.filter(|_| in_range).map(|c| Money::new(c, given.minor_units))
}

/// Reads a currency.
pub(crate) fn currency(violations: &mut Violations, field: &str, code: &str) -> Option<Currency> {
    let currency = Currency::of(code);
    if currency.is_none() {
        let rule = if code.is_empty() {
            Rule::Required
        } else {
            Rule::Malformed { expected: "EUR (ISO 4217)".into() }
        };
        violations.add(field, code, rule);
    }
    currency
}

/// Reads a title: nothing in it may turn the direction of writing round.
pub(crate) fn title(
    violations: &mut Violations,
    field: &str,
    given: Option<&LocalizedText>,
    wanted: Wanted,
    max: usize,
) -> Text {
    if let Some(given) = given {
        for (language, value) in [("en", &given.en), ("fa", &given.fa), ("ar", &given.ar)] {
            violations.direction(&format!("{field}.{language}"), value);
        }
    }
    text_of(violations, field, given, wanted, max)
}

/// Reads an enum value of the contract by its name without the prefix.
pub(crate) fn choice<T: Copy>(
    violations: &mut Violations,
    field: &str,
    name: Option<&str>,
    prefix: &str,
    all: &[(T, &'static str)],
) -> Option<T> {
    let code = name.and_then(|n| n.strip_prefix(prefix)).unwrap_or_default();
    let found = all.iter().find(|(_, c)| *c == code).map(|(value, _)| *value);
    if found.is_none() {
        let codes: Vec<&str> = all.iter().map(|(_, code)| *code).collect();
        let unset = code == "UNSPECIFIED";
        let rule = if unset { Rule::Required } else { Rule::unknown_value(&codes) };
        violations.add(field, if unset { "" } else { code }, rule);
    }
    found
}
