//! `ExportMinutes`: Markdown, or pages to print.

use kit::{auth::Caller, error::Error, violation::Rule};
use proto::feedback::v1::{ExportMinutesRequest, MinutesFile, MinutesFormat};
use tonic::{Request, Response};

use super::{drafting, finding::find};
use crate::{
    Feedback,
    names::MinutesName,
    printing::{self, Sheet},
};

pub(super) async fn export_minutes(
    s: &Feedback,
    request: Request<ExportMinutesRequest>,
) -> Result<Response<MinutesFile>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: MinutesName = who.parse("name", &request.name)?;
    let (o, db) = (&name.organization, s.db.read());
    let mut violations = who.violations();
    let format = MinutesFormat::try_from(request.format).ok().filter(|f| *f != MinutesFormat::Unspecified);
    if format.is_none() {
        violations.add("format", request.format, Rule::unknown_value(&["MARKDOWN", "PDF"]));
    }
    violations.check()?;

    let (seen, minutes) = find(s, db, &who, &name).await?;
    let day = seen.meeting.day();
    let (ending, content_type, content) = match format {
        Some(MinutesFormat::Pdf) => {
            let title = seen.meeting.title.get(minutes.language).to_owned();
            let digits = drafting::reader(db, o, Some(minutes.language)).await?.digits;
            // Fonts and pages take a while: other calls must not wait for them.
            let pages = tokio::task::spawn_blocking(move || {
                let (language, markdown) = (minutes.language, minutes.text.as_str());
                printing::pdf(&Sheet { title: &title, language, digits, markdown })
            });
            let pages = pages.await.map_err(|e| Error::internal(format!("printing stopped: {e}")))?;
            ("pdf", "application/pdf", pages.map_err(Error::internal)?)
        }
        _ => ("md", "text/markdown; charset=utf-8", minutes.text.into_bytes()),
    };
    Ok(Response::new(MinutesFile {
        file_name: format!("minutes-{day}.{ending}"),
        content_type: content_type.to_owned(),
        content,
    }))
}
