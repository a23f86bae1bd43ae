//! `GetHeldData`: what telemetry holds about the caller beside the usage that `GetMyUsage` shows, and what for.

use kit::{auth::Caller, contract, directory, error::Error, held, localize::Text, text::normalize};
use proto::{
    held::v1::HeldKind,
    telemetry::v1::{GetHeldDataRequest, GetHeldDataResponse},
};
use tonic::{Request, Response};

use crate::{Telemetry, domain::retention::RAW_DAYS, store};

pub(super) async fn get_held_data(
    s: &Telemetry,
    request: Request<GetHeldDataRequest>,
) -> Result<Response<GetHeldDataResponse>, Error> {
    let who = Caller::of(&request)?;
    let (organization, person) = (who.organization(), who.person()?);
    let mut kinds = held::read(s.db.read(), organization, person, store::held::kinds()).await?;
    let reports = quality_reports(s, organization, person).await?;
    if reports > 0 {
        kinds.push(HeldKind {
            kind: "quality-reports".into(),
            title: contract::localized(&Text::new(
                "Reports on data quality",
                "گزارش‌های کیفیت داده",
                "تقارير جودة البيانات",
            )),
            purpose: contract::localized(&Text::new(
                "How complete the records were that you saved, to count them for your team. Seen by nobody as yours.",
                "کامل بودن رکوردهایی که ذخیره کرده‌اید، برای شمردن آن‌ها در تیم شما. هیچ‌کس آن را به نام شما نمی‌بیند.",
                "مدى اكتمال السجلات التي حفظتها، لتُحسب لفريقك. لا يراها أحد باسمك.",
            )),
            count: i32::try_from(reports).unwrap_or(i32::MAX),
            kept_days: RAW_DAYS,
            records: Vec::new(),
        });
    }
    Ok(Response::new(GetHeldDataResponse { kinds }))
}

/// How many reports on data quality came about a person.
async fn quality_reports(s: &Telemetry, organization: &str, person: &str) -> Result<u64, Error> {
    let Some(person) = directory::person(s.db.read(), organization, person).await? else { return Ok(0) };
    let key = normalize(&person.external_id);
    let found = store::subject::find(s.db.read(), organization, std::slice::from_ref(&key)).await?;
    let Some(subject) = found.get(&key) else { return Ok(0) };
    let tenant = s.ingest.names.tenant(organization).await?;
    store::held::quality_reports(s.db.read(), tenant.id, subject.ordinal).await
}
