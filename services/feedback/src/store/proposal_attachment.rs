//! The images of proposals.

use kit::error::Error;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
};

use super::{
    entity::proposal_attachment::{Column, Entity, Model},
    execute, int, put, uint,
};
use crate::domain::image::Picture;

/// What is known of an image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attachment {
    pub(crate) id: String,
    pub(crate) content_type: String,
    pub(crate) description: String,
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) size: u32,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    content_type: String,
    description: String,
    width: i32,
    height: i32,
    size: i32,
}

/// Adds an image, or replaces the one with this id.
pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    id: String,
    description: String,
    picture: Picture,
) -> Result<Attachment, Error> {
    let size = u32::try_from(picture.content.len()).unwrap_or(u32::MAX);
    let kept = Attachment {
        id: id.clone(),
        content_type: picture.content_type.clone(),
        description: description.clone(),
        width: picture.width,
        height: picture.height,
        size,
    };
    let row = Model {
        organization: organization.to_owned(),
        proposal: proposal.to_owned(),
        id,
        content_type: picture.content_type,
        description,
        width: int(picture.width),
        height: int(picture.height),
        size: int(size),
        content: picture.content,
    };
    put::<Entity, C>(db, row).await?;
    Ok(kept)
}

/// The images of a proposal, without their content.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
) -> Result<Vec<Attachment>, Error> {
    let rows = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::ContentType,
            Column::Description,
            Column::Width,
            Column::Height,
            Column::Size,
        ])
        .filter(Column::Organization.eq(organization))
        .filter(Column::Proposal.eq(proposal))
        .order_by_asc(Column::Id)
        .into_model::<Row>()
        .all(db)
        .await?;
    let read = |row: Row| Attachment {
        id: row.id,
        content_type: row.content_type,
        description: row.description,
        width: uint(row.width),
        height: uint(row.height),
        size: uint(row.size),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// An image with its content.
pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    id: &str,
) -> Result<Option<(Attachment, Vec<u8>)>, Error> {
    let key = (organization.to_owned(), proposal.to_owned(), id.to_owned());
    let read = |row: Model| {
        let attachment = Attachment {
            id: row.id,
            content_type: row.content_type,
            description: row.description,
            width: uint(row.width),
            height: uint(row.height),
            size: uint(row.size),
        };
        (attachment, row.content)
    };
    Ok(Entity::find_by_id(key).one(db).await?.map(read))
}

/// Removes an image; whether there was one.
pub(crate) async fn delete<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    proposal: &str,
    id: &str,
) -> Result<bool, Error> {
    let sql = "DELETE FROM proposal_attachment WHERE organization = $1 AND proposal = $2 AND id = $3";
    Ok(execute(db, sql, vec![organization.into(), proposal.into(), id.into()]).await? == 1)
}
