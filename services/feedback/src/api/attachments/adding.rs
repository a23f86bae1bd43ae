//! Adds an image to a proposal, whoever does it.

use kit::{db::Tx, error::Error, text, violation::Violations};
use sha2::{Digest, Sha256};

use crate::{
    Feedback,
    domain::{
        image::{self, Picture},
        proposal::{MAX_ATTACHMENTS, Proposal},
        secret::hex,
    },
    error::{Reason, Refuse},
    store::{self, proposal_attachment::Attachment},
};

/// The longest description, in characters.
const DESCRIPTION_LENGTH: usize = 300;

/// An image that was decoded and written anew.
pub(in crate::api) struct Ready {
    id: String,
    description: String,
    picture: Picture,
}

impl Feedback {
    /// Checks and decodes an image; few at once, since each takes memory and time.
    pub(in crate::api) async fn decode(
        &self,
        mut violations: Violations,
        content_type: String,
        content: Vec<u8>,
        description: &str,
    ) -> Result<Ready, Error> {
        let description = text::clean(description);
        violations.length("description", &description, 0..=DESCRIPTION_LENGTH);
        // Of the file that came, not of the one that is written: so the same one is known again.
        let id = hex(&Sha256::digest(&content))[..32].to_owned();
        let size = content.len();
        let _permit = self.images.acquire().await.map_err(Error::internal)?;
        let declared = content_type.clone();
        let taken = tokio::task::spawn_blocking(move || image::take(&declared, &content)).await;
        match taken.map_err(Error::internal)? {
            Ok(picture) => {
                violations.check()?;
                Ok(Ready { id, description, picture })
            }
            Err(rule) => {
                let field = match rule {
                    kit::violation::Rule::UnknownValue { .. } => "content_type",
                    _ => "content",
                };
                let value =
                    if field == "content" { format!("{content_type}, {size} B") } else { content_type };
                violations.add(field, value, rule);
                violations.check()?;
                Err(Error::internal("a violation was lost"))
            }
        }
    }
}

/// Adds an image to a proposal that has room for it.
pub(in crate::api) async fn add(
    tx: &Tx,
    o: &str,
    proposal: &Proposal,
    ready: Ready,
) -> Result<Attachment, Error> {
    proposal.must_be_votable()?;
    let there = store::proposal_attachment::list(tx, o, &proposal.id).await?;
    if there.len() >= MAX_ATTACHMENTS && !there.iter().any(|a| a.id == ready.id) {
        return Err(Reason::TooManyAttachments.refuse("the proposal has as many images as it can have"));
    }
    store::proposal_attachment::save(tx, o, &proposal.id, ready.id, ready.description, ready.picture).await
}
