//! The CRM: its features, and which of them each position cannot do without.

use std::collections::HashMap;

use anyhow::Context as _;
use proto::{
    identity::v1::{
        ListPositionsRequest, Position, UpdatePositionRequest, position_service_client::PositionServiceClient,
    },
    localization::v1::LocalizedText,
    telemetry::v1::{
        Application, CoreTask, CreateApplicationRequest, CreateCoreTaskRequest, CreateFeatureRequest,
        Feature, application_service_client::ApplicationServiceClient,
    },
};

use super::{parent, way};
use crate::{app::App, demo::world::teams, import::in_words};

/// What the CRM can do: code, name in English, Persian, Arabic.
const FEATURES: [[&str; 4]; 10] = [
    ["contacts", "Contacts", "مخاطبان", "جهات الاتصال"],
    ["deals", "Deals", "معامله‌ها", "الصفقات"],
    ["quotes", "Quotes", "پیش‌فاکتورها", "عروض الأسعار"],
    ["tickets", "Tickets", "تیکت‌ها", "التذاكر"],
    ["knowledge", "Knowledge base", "پایگاه دانش", "قاعدة المعرفة"],
    ["visits", "Visits", "بازدیدها", "الزيارات"],
    ["campaigns", "Campaigns", "کارزارها", "الحملات"],
    ["invoices", "Invoices", "صورت‌حساب‌ها", "الفواتير"],
    ["calendar", "Calendar", "تقویم", "التقويم"],
    ["reports", "Reports", "گزارش‌ها", "التقارير"],
];

/// Resource names of what was connected.
pub(super) struct Crm {
    pub(super) application: String,
    /// By code.
    pub(super) features: HashMap<&'static str, String>,
    /// By the id that the made-up world gives a position.
    pub(super) positions: HashMap<&'static str, String>,
}

/// Connects the CRM: application, features, core tasks, and what share of a position's people should use it on a day.
pub(super) async fn connect(app: &App) -> anyhow::Result<Crm> {
    let positions = positions(app).await?;
    let mut client = ApplicationServiceClient::new(way(app));
    let title = LocalizedText {
        en: "CRM".into(), fa: "سی‌آر‌ام".into(), ar: "نظام العملاء".into()
    };
    let request = CreateApplicationRequest {
        parent: parent(),
        application: Some(Application { title: Some(title), ..Application::default() }),
        request_id: String::new(),
    };
    let application = client.create_application(request).await.map_err(in_words)?.into_inner().name;

    let mut features = HashMap::new();
    for [code, en, fa, ar] in FEATURES {
        let feature = Feature {
            code: code.into(),
            title: Some(LocalizedText { en: en.into(), fa: fa.into(), ar: ar.into() }),
            ..Feature::default()
        };
        let request = CreateFeatureRequest {
            parent: application.clone(),
            feature: Some(feature),
            request_id: String::new(),
        };
        features.insert(code, client.create_feature(request).await.map_err(in_words)?.into_inner().name);
    }
    for position in teams::POSITIONS {
        for code in position.core {
            let core_task = CoreTask {
                position: positions.get(position.id).context("a position is missing")?.clone(),
                feature: features.get(code).context("a feature is missing")?.clone(),
                ..CoreTask::default()
            };
            let request = CreateCoreTaskRequest { parent: application.clone(), core_task: Some(core_task) };
            client.create_core_task(request).await.map_err(in_words)?;
        }
    }
    Ok(Crm { application, features, positions })
}

/// The positions that the import brought, each with its target.
async fn positions(app: &App) -> anyhow::Result<HashMap<&'static str, String>> {
    let mut client = PositionServiceClient::new(way(app));
    let all = client.list_positions(ListPositionsRequest { parent: parent() }).await?.into_inner().positions;
    let mut names = HashMap::new();
    for position in teams::POSITIONS {
        let found =
            all.iter().find(|p| p.display_name == position.title[0]).context("a position is missing")?;
        let target = (position.daily_use * 10.0).round() / 10.0 - 0.1;
        let request = UpdatePositionRequest {
            position: Some(Position {
                name: found.name.clone(),
                target_rate: Some(target),
                ..Position::default()
            }),
            update_mask: Some(prost_types::FieldMask { paths: vec!["target_rate".into()] }),
        };
        client.update_position(request).await.map_err(in_words)?;
        names.insert(position.id, found.name.clone());
    }
    Ok(names)
}
