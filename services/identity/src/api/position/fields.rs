//! What a caller may set of a position.

use kit::{
    error::Error,
    text::normalize,
    violation::{Rule, Violations},
};
use proto::identity::v1 as pb;
use sea_orm::ConnectionTrait;

use crate::{
    domain::{position::POSITIONS, text::line},
    names::PositionName,
    store,
};

/// The name, 1 to 200 characters.
pub(super) fn display_name(violations: &mut Violations, position: &pb::Position) -> String {
    violations.direction("position.display_name", &position.display_name);
    let name = line(&position.display_name);
    violations.length("position.display_name", &name, 1..=200);
    name
}

/// The target, above 0 and at most 1; unset for none.
pub(super) fn target_rate(violations: &mut Violations, position: &pb::Position) -> Option<f64> {
    let rate = position.target_rate?;
    if !(rate > 0.0 && rate <= 1.0) {
        violations.add(
            "position.target_rate",
            rate,
            Rule::OutOfRange { min: "0.01".into(), max: "1".into() },
        );
    }
    Some(rate)
}

/// Refuses one too many, and a name that another position has.
pub(super) async fn check_name<C: ConnectionTrait>(
    db: &C,
    mut violations: Violations,
    organization: &str,
    id: Option<&str>,
    display_name: &str,
) -> Result<(), Error> {
    let key = normalize(display_name);
    let all = store::position::all(db, organization).await?;
    if id.is_none() {
        violations.count("parent", all.len() + 1, POSITIONS);
        violations.check()?;
    }
    match all.iter().find(|p| Some(p.id.as_str()) != id && normalize(&p.display_name) == key) {
        Some(other) => Err(Error::already_exists(PositionName::new(organization, &other.id))),
        None => Ok(()),
    }
}
