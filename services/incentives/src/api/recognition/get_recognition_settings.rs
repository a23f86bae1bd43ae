//! `GetRecognitionSettings`.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::incentives::v1::{GetRecognitionSettingsRequest, RecognitionSettings};
use tonic::{Request, Response};

use crate::{Incentives, store};

pub(super) async fn get_recognition_settings(
    s: &Incentives,
    request: Request<GetRecognitionSettingsRequest>,
) -> Result<Response<RecognitionSettings>, Error> {
    let who = Caller::of(&request)?;
    let o = who.parse::<OrganizationName>("parent", &request.get_ref().parent)?.organization;
    let off_wall = store::wall::is_off(s.db.read(), &o, who.person()?).await?;
    Ok(Response::new(RecognitionSettings { off_wall }))
}
