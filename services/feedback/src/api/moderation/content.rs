//! A proposal or a comment, before the eyes of a moderator.

use kit::{auth::Caller, contract, db::Tx, error::Error, name::ResourceName as _, violation::Rule};
use proto::feedback::v1 as pb;

use crate::{
    api::{
        comments::view::{self as comments, Looking},
        proposals::view::{self, called},
    },
    domain::{proposal::Proposal, proposal_comment::Comment},
    names::{CommentName, PersonName, ProposalName},
    store::{self, ConnectionTrait, proposal_report::Thing},
};

/// A proposal, or a comment with the proposal that it is about.
pub(crate) struct Content {
    pub(crate) proposal: Proposal,
    pub(crate) comment: Option<Comment>,
}

/// Reads the name of a proposal or of a comment; its organization and what it names.
pub(crate) fn parse(who: &Caller, name: &str) -> Result<(String, Thing), Error> {
    let (o, thing) = if let Ok(name) = name.parse::<CommentName>() {
        (name.organization, Thing { proposal: name.proposal, comment: Some(name.comment) })
    } else if let Ok(name) = name.parse::<ProposalName>() {
        (name.organization, Thing { proposal: name.proposal, comment: None })
    } else {
        let mut violations = who.violations();
        violations.add("name", name, Rule::NotAName { pattern: ProposalName::PATTERN });
        return Err(Error::Invalid(violations));
    };
    if o == who.organization() { Ok((o, thing)) } else { Err(Error::not_found(name)) }
}

/// Loads what a name tells of.
pub(crate) async fn load<C: ConnectionTrait>(db: &C, o: &str, thing: Thing) -> Result<Content, Error> {
    let absent = || match &thing.comment {
        None => Error::not_found(ProposalName::new(o, &thing.proposal)),
        Some(comment) => Error::not_found(CommentName::new(o, &thing.proposal, comment)),
    };
    let proposal = store::proposal::load(db, o, &thing.proposal).await?.ok_or_else(absent)?;
    let comment = match &thing.comment {
        None => None,
        Some(id) => {
            let comment = store::proposal_comment::load(db, o, &thing.proposal, id).await?;
            Some(comment.ok_or_else(absent)?)
        }
    };
    Ok(Content { proposal, comment })
}

/// Counts again how many comments of a proposal can be seen.
pub(crate) async fn recount(tx: &Tx, o: &str, proposal: &mut Proposal) -> Result<(), Error> {
    let shown = store::proposal_comment::count_shown(tx, o, &proposal.id).await?;
    proposal.comments = u32::try_from(shown).unwrap_or(u32::MAX);
    store::proposal::save(tx, o, proposal).await
}

impl Content {
    /// What it is.
    pub(crate) fn thing(&self) -> Thing {
        Thing { proposal: self.proposal.id.clone(), comment: self.comment.as_ref().map(|c| c.id.clone()) }
    }

    /// Says whether a moderator still has to look at it.
    pub(crate) async fn review(&mut self, tx: &Tx, o: &str, reviewed: bool) -> Result<(), Error> {
        if let Some(comment) = &mut self.comment {
            comment.reviewed = reviewed;
            return store::proposal_comment::save(tx, o, comment).await;
        }
        self.proposal.reviewed = reviewed;
        store::proposal::save(tx, o, &self.proposal).await
    }

    /// Hides it for a reason, or shows it again. Either way it was looked at.
    pub(crate) async fn hide(&mut self, tx: &Tx, o: &str, reason: Option<String>) -> Result<(), Error> {
        if let Some(comment) = &mut self.comment {
            comment.hidden = reason;
            comment.reviewed = true;
            store::proposal_comment::save(tx, o, comment).await?;
            return recount(tx, o, &mut self.proposal).await;
        }
        self.proposal.hidden = reason;
        self.proposal.reviewed = true;
        store::proposal::save(tx, o, &self.proposal).await
    }

    /// As a moderator sees it, with what people reported.
    pub(crate) async fn write<C: ConnectionTrait>(
        &self,
        db: &C,
        o: &str,
        moderator: &str,
    ) -> Result<pb::ModeratedContent, Error> {
        let reports = store::proposal_report::list(db, o, &self.thing()).await?;
        let people = called(db, o, reports.iter().map(|r| r.person.clone())).await?;
        let reports = reports.into_iter().map(|report| pb::ContentReport {
            person_display_name: people.get(&report.person).cloned().unwrap_or_default(),
            person: PersonName::new(o, report.person).to_string(),
            reason: report.reason,
            report_time: contract::instant(report.time),
        });
        let reports = reports.collect();
        let looking = Looking { person: moderator, moderator: true };
        let comment = match &self.comment {
            None => None,
            Some(comment) => {
                comments::write(db, o, looking, &self.proposal, std::slice::from_ref(comment)).await?.pop()
            }
        };
        let proposal = view::full(db, o, moderator, &self.proposal).await?;
        let name = comment.as_ref().map_or_else(|| proposal.name.clone(), |c| c.name.clone());
        Ok(pb::ModeratedContent { name, proposal: Some(proposal), comment, reports })
    }
}
