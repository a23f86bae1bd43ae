//! Posts, answers, thanks for them, and reports.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use kit::{
    db::{
        row::{int, put, uint},
        time::{from_micros, to_micros},
    },
    error::Error,
    localize::Language,
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::Expr,
};

use super::entity::{answer_thanks, post, post_answer, post_report};
use crate::domain::space::{Answer, Post, Report, Subject};

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Post>, Error> {
    Ok(post::Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read))
}

pub(crate) async fn save<C: ConnectionTrait>(db: &C, organization: &str, post: &Post) -> Result<(), Error> {
    let row = post::Model {
        organization: organization.to_owned(),
        id: post.id.clone(),
        title: post.title.clone(),
        text: post.text.clone(),
        language: post.language.code().to_owned(),
        author: post.author.clone(),
        answer_count: int(post.answer_count),
        hidden: post.hidden,
        create_time: to_micros(post.create_time),
    };
    put::<post::Entity, C>(db, row).await
}

/// Deletes a post with its answers, their thanks and settled reports.
pub(crate) async fn delete<C: ConnectionTrait>(db: &C, organization: &str, id: &str) -> Result<(), Error> {
    let answers: Vec<String> = answers(db, organization, id).await?.into_iter().map(|a| a.id).collect();
    answer_thanks::Entity::delete_many()
        .filter(answer_thanks::Column::Organization.eq(organization))
        .filter(answer_thanks::Column::Answer.is_in(answers))
        .exec(db)
        .await?;
    post_answer::Entity::delete_many()
        .filter(post_answer::Column::Organization.eq(organization))
        .filter(post_answer::Column::Post.eq(id))
        .exec(db)
        .await?;
    post_report::Entity::delete_many()
        .filter(post_report::Column::Organization.eq(organization))
        .filter(post_report::Column::Post.eq(id))
        .exec(db)
        .await?;
    post::Entity::delete_by_id((organization.to_owned(), id.to_owned())).exec(db).await?;
    Ok(())
}

/// Posts, newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Post>, Error> {
    let mut query = post::Entity::find()
        .filter(post::Column::Organization.eq(organization))
        .order_by_desc(post::Column::Id)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(post::Column::Id.lt(before));
    }
    Ok(query.all(db).await?.into_iter().map(read).collect())
}

/// How many posts and answers a person wrote since an instant.
pub(crate) async fn written_since<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    author: &str,
    from: Timestamp,
) -> Result<u64, Error> {
    let posts = post::Entity::find()
        .filter(post::Column::Organization.eq(organization))
        .filter(post::Column::Author.eq(author))
        .filter(post::Column::CreateTime.gt(to_micros(from)))
        .count(db)
        .await?;
    let answers = post_answer::Entity::find()
        .filter(post_answer::Column::Organization.eq(organization))
        .filter(post_answer::Column::Author.eq(author))
        .filter(post_answer::Column::CreateTime.gt(to_micros(from)))
        .count(db)
        .await?;
    Ok(posts + answers)
}

/// The answers of a post, oldest first.
pub(crate) async fn answers<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    post: &str,
) -> Result<Vec<Answer>, Error> {
    let query = post_answer::Entity::find()
        .filter(post_answer::Column::Organization.eq(organization))
        .filter(post_answer::Column::Post.eq(post))
        .order_by_asc(post_answer::Column::Id);
    Ok(query.all(db).await?.into_iter().map(read_answer).collect())
}

/// An answer of a post.
pub(crate) async fn answer<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    post: &str,
    id: &str,
) -> Result<Option<Answer>, Error> {
    let row = post_answer::Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?;
    Ok(row.filter(|m| m.post == post).map(read_answer))
}

pub(crate) async fn save_answer<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    answer: &Answer,
) -> Result<(), Error> {
    let row = post_answer::Model {
        organization: organization.to_owned(),
        id: answer.id.clone(),
        post: answer.post.clone(),
        text: answer.text.clone(),
        author: answer.author.clone(),
        thanks: int(answer.thanks),
        article: answer.article.clone(),
        hidden: answer.hidden,
        create_time: to_micros(answer.create_time),
    };
    put::<post_answer::Entity, C>(db, row).await
}

/// Which of these answers a person thanked for.
pub(crate) async fn thanked<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    answers: &[String],
    person: &str,
) -> Result<BTreeSet<String>, Error> {
    let query = answer_thanks::Entity::find()
        .filter(answer_thanks::Column::Organization.eq(organization))
        .filter(answer_thanks::Column::Answer.is_in(answers))
        .filter(answer_thanks::Column::Person.eq(person));
    Ok(query.all(db).await?.into_iter().map(|m| m.answer).collect())
}

/// A person thanks for an answer.
pub(crate) async fn thank<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    answer: &str,
    person: &str,
) -> Result<(), Error> {
    let row = answer_thanks::Model {
        organization: organization.to_owned(),
        answer: answer.to_owned(),
        person: person.to_owned(),
    };
    put::<answer_thanks::Entity, C>(db, row).await
}

/// A person asks a moderator to look at something; asking again replaces the reason, and opens what was settled.
pub(crate) async fn report<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    subject: &Subject,
    person: &str,
    reason: String,
    now: Timestamp,
) -> Result<(), Error> {
    let row = post_report::Model {
        organization: organization.to_owned(),
        post: subject.post.clone(),
        answer: subject.answer.clone().unwrap_or_default(),
        person: person.to_owned(),
        reason,
        settled: false,
        create_time: to_micros(now),
    };
    put::<post_report::Entity, C>(db, row).await
}

/// What was reported and not looked at, oldest first; of one post, when it is given.
pub(crate) async fn open_reports<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    post: Option<&str>,
    limit: u64,
) -> Result<Vec<Report>, Error> {
    let mut query = post_report::Entity::find()
        .filter(post_report::Column::Organization.eq(organization))
        .filter(post_report::Column::Settled.eq(false))
        .order_by_asc(post_report::Column::CreateTime)
        .limit(limit);
    if let Some(post) = post {
        query = query.filter(post_report::Column::Post.eq(post));
    }
    let mut reports: Vec<Report> = Vec::new();
    for row in query.all(db).await? {
        let subject = Subject { post: row.post, answer: Some(row.answer).filter(|a| !a.is_empty()) };
        match reports.iter_mut().find(|r| r.subject == subject) {
            Some(report) => report.reasons.push(row.reason),
            None => reports.push(Report {
                subject,
                reasons: vec![row.reason],
                create_time: from_micros(row.create_time),
            }),
        }
    }
    Ok(reports)
}

/// Whether anybody ever reported it.
pub(crate) async fn was_reported<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    subject: &Subject,
) -> Result<bool, Error> {
    let query = post_report::Entity::find()
        .filter(post_report::Column::Organization.eq(organization))
        .filter(post_report::Column::Post.eq(&subject.post))
        .filter(post_report::Column::Answer.eq(subject.answer.clone().unwrap_or_default()));
    Ok(query.one(db).await?.is_some())
}

/// A moderator looked at it.
pub(crate) async fn settle<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    subject: &Subject,
) -> Result<(), Error> {
    post_report::Entity::update_many()
        .col_expr(post_report::Column::Settled, Expr::value(true))
        .filter(post_report::Column::Organization.eq(organization))
        .filter(post_report::Column::Post.eq(&subject.post))
        .filter(post_report::Column::Answer.eq(subject.answer.clone().unwrap_or_default()))
        .exec(db)
        .await?;
    Ok(())
}

/// These posts, by id.
pub(crate) async fn some<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<BTreeMap<String, Post>, Error> {
    let query = post::Entity::find()
        .filter(post::Column::Organization.eq(organization))
        .filter(post::Column::Id.is_in(ids));
    Ok(query.all(db).await?.into_iter().map(read).map(|p| (p.id.clone(), p)).collect())
}

fn read(model: post::Model) -> Post {
    Post {
        id: model.id,
        title: model.title,
        text: model.text,
        language: model.language.parse().unwrap_or(Language::En),
        author: model.author,
        answer_count: uint(model.answer_count),
        hidden: model.hidden,
        create_time: from_micros(model.create_time),
    }
}

fn read_answer(model: post_answer::Model) -> Answer {
    Answer {
        id: model.id,
        post: model.post,
        text: model.text,
        author: model.author,
        thanks: uint(model.thanks),
        article: model.article,
        hidden: model.hidden,
        create_time: from_micros(model.create_time),
    }
}
