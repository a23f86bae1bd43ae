//! Rows as the contract has them.

use kit::{
    db::time::{from_micros, to_proto},
    localize::Text,
};
use proto::{localization::v1::LocalizedText, telemetry::v1 as pb};

use crate::{
    domain::{
        key,
        name::{ApiKeyName, ApplicationName, CoreTaskName, FeatureName, PositionName},
    },
    store::{
        api_key::ApiKey, application::Application, core_task::CoreTask, feature::Feature, unknown::Unknown,
    },
};

fn title(text: &Text) -> Option<LocalizedText> {
    (!text.is_empty()).then(|| text.into())
}

fn time(micros: i64) -> prost_types::Timestamp {
    to_proto(from_micros(micros))
}

/// The etag of a revision.
pub(super) fn etag(revision: i64) -> String {
    format!("\"{revision}\"")
}

pub(super) fn application(organization: &str, row: &Application) -> pb::Application {
    pb::Application {
        name: ApplicationName::new(organization, &row.id).to_string(),
        title: title(&row.title),
        create_time: Some(time(row.create_time)),
        delete_time: row.delete_time.map(time),
        last_event_time: row.last_event_time.map(time),
        etag: etag(row.revision),
    }
}

pub(super) fn feature(parent: &ApplicationName, row: &Feature) -> pb::Feature {
    let name = FeatureName::new(&parent.organization, &parent.application, row.ordinal.to_string());
    pb::Feature {
        name: name.to_string(),
        code: row.code.clone(),
        title: title(&row.title),
        create_time: Some(time(row.create_time)),
    }
}

pub(super) fn core_task(parent: &ApplicationName, row: &CoreTask) -> pb::CoreTask {
    let (organization, application) = (&parent.organization, &parent.application);
    let position = match row.position.as_str() {
        "" => String::new(),
        position => PositionName::new(organization, position).to_string(),
    };
    let feature = row.feature.map(|f| FeatureName::new(organization, application, f.to_string()).to_string());
    pb::CoreTask {
        name: CoreTaskName::new(organization, application, &row.id).to_string(),
        position,
        feature: feature.unwrap_or_default(),
        create_time: Some(time(row.create_time)),
    }
}

pub(super) fn api_key(row: &ApiKey) -> pb::ApiKey {
    pb::ApiKey {
        name: ApiKeyName::new(&row.organization, &row.application, &row.id).to_string(),
        display_name: row.display_name.clone(),
        secret: String::new(),
        prefix: key::prefix(&row.id),
        create_time: Some(time(row.create_time)),
        revoke_time: row.revoke_time.map(time),
    }
}

pub(super) fn unknown(row: Unknown) -> pb::Unknown {
    pb::Unknown {
        value: row.value,
        event_count: i64::try_from(row.events).unwrap_or(i64::MAX),
        first_time: Some(time(row.first)),
        last_time: Some(time(row.last)),
    }
}
