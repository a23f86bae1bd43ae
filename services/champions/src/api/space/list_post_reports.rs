//! `ListPostReports`: what moderators are asked to look at. The rest of the space is not theirs to read.

use kit::{auth::Caller, error::Error, name::OrganizationName};
use proto::champions::v1::{ListPostReportsRequest, ListPostReportsResponse, Post, PostReport};
use tonic::{Request, Response};

use super::view::{self, Reader};
use crate::{
    Champions,
    api::convert::instant,
    domain::space::Report,
    names::{AnswerName, PostName},
    store,
};

/// Rows of reports that are looked at, and reasons of one that are shown.
const MOST: u64 = 100;
const REASONS: usize = 10;

pub(super) async fn list_post_reports(
    s: &Champions,
    request: Request<ListPostReportsRequest>,
) -> Result<Response<ListPostReportsResponse>, Error> {
    let who = Caller::of(&request)?;
    let o = who.parse::<OrganizationName>("parent", &request.get_ref().parent)?.organization;
    let (db, reader) = (s.db.read(), Reader { me: who.person()?, moderates: true });

    let found = store::space::open_reports(db, &o, None, MOST).await?;
    let ids: Vec<String> = found.iter().map(|r| r.subject.post.clone()).collect();
    let posts = store::space::some(db, &o, &ids).await?;
    let mut reports = Vec::with_capacity(found.len());
    for report in found {
        if let Some(post) = posts.get(&report.subject.post) {
            let post = view::whole(db, &o, reader, post).await?;
            reports.push(write(&o, report, post));
        }
    }

    Ok(Response::new(ListPostReportsResponse { reports }))
}

fn write(o: &str, report: Report, post: Post) -> PostReport {
    let subject = report.subject;
    PostReport {
        name: match &subject.answer {
            Some(answer) => AnswerName::new(o, &subject.post, answer).to_string(),
            None => PostName::new(o, &subject.post).to_string(),
        },
        post: Some(post),
        reasons: report.reasons.into_iter().take(REASONS).collect(),
        create_time: instant(report.create_time),
    }
}
