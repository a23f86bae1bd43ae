//! Files that come with mails. They go when their mail is sent or forgotten.

use std::collections::BTreeMap;

use kit::{db::Tx, error::Error};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    sea_query::{Alias, Expr, ExprTrait, Query},
};

use super::entity::attachment::{Column, Entity, Model};
use crate::mailer::Attachment;

/// Keeps the files of a mail.
pub(crate) async fn insert(
    tx: &Tx,
    organization: &str,
    delivery: &str,
    attachments: &[Attachment],
) -> Result<(), Error> {
    for (place, one) in (0_i32..).zip(attachments) {
        let row = Model {
            organization: organization.to_owned(),
            delivery: delivery.to_owned(),
            place,
            file_name: one.file_name.clone(),
            content_type: one.content_type.clone(),
            content: one.content.clone(),
        };
        Entity::insert(row.into_active_model()).exec_without_returning(tx).await?;
    }
    Ok(())
}

/// The files of these mails of an organization, by mail, in their order.
pub(crate) async fn of(
    db: &impl ConnectionTrait,
    organization: &str,
    deliveries: &[String],
) -> Result<BTreeMap<String, Vec<Attachment>>, Error> {
    let mut all = BTreeMap::<String, Vec<Attachment>>::new();
    let rows = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Delivery.is_in(deliveries.iter().map(String::as_str)))
        .order_by_asc(Column::Place)
        .all(db)
        .await?;
    for row in rows {
        let one =
            Attachment { file_name: row.file_name, content_type: row.content_type, content: row.content };
        all.entry(row.delivery).or_default().push(one);
    }
    Ok(all)
}

/// Lets the files of a mail go that a mail server took.
pub(crate) async fn forget(tx: &Tx, organization: &str, delivery: &str) -> Result<(), Error> {
    Entity::delete_many()
        .filter(Column::Organization.eq(organization))
        .filter(Column::Delivery.eq(delivery))
        .exec(tx)
        .await?;
    Ok(())
}

/// Lets the files go whose mail is no longer there.
pub(crate) async fn forget_orphans(tx: &Tx) -> Result<(), Error> {
    let (mail, own) = (Alias::new("delivery"), Alias::new("delivery_attachment"));
    let there = Query::select()
        .expr(Expr::val(1))
        .from(mail.clone())
        .and_where(
            Expr::col((mail.clone(), Alias::new("organization")))
                .equals((own.clone(), Alias::new("organization"))),
        )
        .and_where(Expr::col((mail, Alias::new("id"))).equals((own, Alias::new("delivery"))))
        .to_owned();
    Entity::delete_many().filter(Expr::exists(there).not()).exec(tx).await?;
    Ok(())
}
