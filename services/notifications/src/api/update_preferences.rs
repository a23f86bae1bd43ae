//! `UpdatePreferences`: the caller chooses how to be told, for some kinds.

use std::collections::BTreeMap;

use kit::{
    auth::Caller,
    error::Error,
    violation::{Rule, Violations},
};
use proto::notifications::v1::{KindPreference, Preferences, UpdatePreferencesRequest};
use tonic::{Request, Response};

use super::{convert, get_preferences::own};
use crate::{
    Notifications,
    domain::kind::{Kind, Preference},
    store::preference,
};

pub(super) async fn update_preferences(
    s: &Notifications,
    request: Request<UpdatePreferencesRequest>,
) -> Result<Response<Preferences>, Error> {
    let who = Caller::of(&request)?;
    let wanted = request.into_inner().preferences.unwrap_or_default();
    let name = own(&who, "preferences.name", &wanted.name)?;
    let mut violations = who.violations();
    let choices = choices(&mut violations, &wanted.kinds);
    violations.check()?;

    let tx = s.db.begin().await?;
    for (kind, choice) in choices {
        preference::save(&tx, &name.organization, &name.person, kind, choice).await?;
    }
    let chosen = preference::chosen(&tx, &name.organization, &name.person).await?;
    tx.commit().await?;
    Ok(Response::new(convert::preferences(&name, &chosen)))
}

/// The choices, each kind once, none of them fixed.
fn choices(violations: &mut Violations, wanted: &[KindPreference]) -> BTreeMap<Kind, Preference> {
    let mut choices = BTreeMap::new();
    for (i, choice) in wanted.iter().enumerate() {
        let field = |part: &str| format!("preferences.kinds[{i}].{part}");
        let Some(kind) = convert::kind_of(choice.kind).filter(|k| k.is_told()) else {
            violations.add(field("kind"), choice.kind, Rule::NotFound);
            continue;
        };
        if kind.is_fixed() {
            violations.add(field("kind"), choice.kind().as_str_name(), Rule::Immutable);
            continue;
        }
        let Some(mail) = convert::mail_mode_of(choice.mail) else {
            violations.add(field("mail"), choice.mail, Rule::Required);
            continue;
        };
        if choices.insert(kind, Preference { mail, inbox: choice.inbox }).is_some() {
            violations.add(field("kind"), choice.kind().as_str_name(), Rule::Duplicate);
        }
    }
    choices
}
