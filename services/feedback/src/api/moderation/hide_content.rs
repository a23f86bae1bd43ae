//! `HideContent`: something that should not be there.

use kit::{auth::Caller, error::Error, text};
use proto::feedback::v1::{HideContentRequest, ModeratedContent};
use tonic::{Request, Response};

use super::content;
use crate::{Feedback, api::proposals::seeing::person};

pub(super) async fn hide_content(
    s: &Feedback,
    request: Request<HideContentRequest>,
) -> Result<Response<ModeratedContent>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let (o, thing) = content::parse(&who, &request.name)?;
    let mut violations = who.violations();
    let reason = text::clean(&request.reason);
    violations.length("reason", &reason, 1..=500);
    violations.check()?;

    let tx = s.db.begin().await?;
    let mut content = content::load(&tx, &o, thing).await?;
    content.hide(&tx, &o, Some(reason)).await?;
    let reply = content.write(&tx, &o, person(&who)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
