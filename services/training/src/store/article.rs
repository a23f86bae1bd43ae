//! Articles of the knowledge base.

use kit::{
    db::time::{from_micros, to_micros},
    error::Error,
};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::{
    containing,
    entity::{
        article::{Column, Entity, Model},
        article_feedback as feedback, article_version as version,
    },
    from_json, int, json, micros, put, text, time, uint,
};
use crate::domain::article::{Article, ArticleState, ArticleVersion};

/// Which articles a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// In which states.
    pub(crate) states: Vec<ArticleState>,
    /// Which course leads to them.
    pub(crate) course: Option<String>,
    /// Which application they are about.
    pub(crate) application: Option<String>,
}

pub(crate) async fn load<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    id: &str,
) -> Result<Option<Article>, Error> {
    Entity::find_by_id((organization.to_owned(), id.to_owned())).one(db).await?.map(read).transpose()
}

/// The article that came from there.
pub(crate) async fn of_source<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    source: &str,
) -> Result<Option<Article>, Error> {
    let query =
        Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Source.eq(source));
    query.one(db).await?.map(read).transpose()
}

/// These articles, in no order.
pub(crate) async fn some<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<Vec<Article>, Error> {
    let query = Entity::find().filter(Column::Organization.eq(organization)).filter(Column::Id.is_in(ids));
    query.all(db).await?.into_iter().map(read).collect()
}

/// Everything that readers find, for the index.
pub(crate) async fn published<C: ConnectionTrait>(db: &C, organization: &str) -> Result<Vec<Article>, Error> {
    let query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.eq(number_of(ArticleState::Published)));
    query.all(db).await?.into_iter().map(read).collect()
}

pub(crate) async fn save<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    article: &Article,
) -> Result<(), Error> {
    let seen = article.shown.as_ref().unwrap_or(&article.draft);
    let row = Model {
        organization: organization.to_owned(),
        id: article.id.clone(),
        draft: json(&article.draft)?,
        shown: article.shown.as_ref().map(json).transpose()?,
        application: seen.application.clone(),
        courses: seen.courses.iter().map(|c| between(c)).collect(),
        state: number_of(article.state),
        published_version: int(article.published_version),
        source: article.source.clone(),
        helped: int(article.helped),
        not_helped: int(article.not_helped),
        revision: article.revision,
        create_time: to_micros(article.create_time),
        update_time: to_micros(article.update_time),
        publish_time: micros(article.publish_time),
    };
    put::<Entity, C>(db, row).await
}

/// Articles, newest first, those before `before`.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    before: Option<&str>,
    limit: u64,
) -> Result<Vec<Article>, Error> {
    let mut query = Entity::find()
        .filter(Column::Organization.eq(organization))
        .filter(Column::State.is_in(filter.states.iter().map(|s| number_of(*s))))
        .order_by_desc(Column::Id)
        .limit(limit);
    if let Some(course) = &filter.course {
        query = query.filter(Column::Courses.like(containing(&between(course))));
    }
    if let Some(application) = &filter.application {
        query = query.filter(Column::Application.eq(application));
    }
    if let Some(before) = before {
        query = query.filter(Column::Id.lt(before));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

pub(crate) async fn add_version<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    version: &ArticleVersion,
) -> Result<(), Error> {
    let row = version::Model {
        organization: organization.to_owned(),
        article: version.article.clone(),
        version: int(version.version),
        title: json(&version.title)?,
        body: json(&version.body)?,
        publish_time: to_micros(version.publish_time),
    };
    put::<version::Entity, C>(db, row).await
}

/// The versions of an article, newest first.
pub(crate) async fn versions<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    article: &str,
    before: Option<i32>,
    limit: u64,
) -> Result<Vec<ArticleVersion>, Error> {
    let mut query = version::Entity::find()
        .filter(version::Column::Organization.eq(organization))
        .filter(version::Column::Article.eq(article))
        .order_by_desc(version::Column::Version)
        .limit(limit);
    if let Some(before) = before {
        query = query.filter(version::Column::Version.lt(before));
    }
    let read = |m: version::Model| {
        Ok(ArticleVersion {
            article: m.article,
            version: uint(m.version),
            title: text(&m.title)?,
            body: text(&m.body)?,
            publish_time: from_micros(m.publish_time),
        })
    };
    query.all(db).await?.into_iter().map(read).collect()
}

/// What one reader said of an article.
pub(crate) async fn said<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    article: &str,
    person: &str,
) -> Result<Option<bool>, Error> {
    let key = (organization.to_owned(), article.to_owned(), person.to_owned());
    Ok(feedback::Entity::find_by_id(key).one(db).await?.map(|m| m.helped))
}

/// One reader says whether it helped.
pub(crate) async fn say<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    article: &str,
    person: &str,
    helped: bool,
    now_micros: i64,
) -> Result<(), Error> {
    let row = feedback::Model {
        organization: organization.to_owned(),
        article: article.to_owned(),
        person: person.to_owned(),
        helped,
        say_time: now_micros,
    };
    put::<feedback::Entity, C>(db, row).await
}

/// An id as it stands among others in one column; ids hold no bars.
fn between(id: &str) -> String {
    format!("|{id}|")
}

fn read(model: Model) -> Result<Article, Error> {
    Ok(Article {
        id: model.id,
        draft: from_json(&model.draft)?,
        shown: model.shown.as_deref().map(from_json).transpose()?,
        state: state_of(model.state),
        published_version: uint(model.published_version),
        source: model.source,
        helped: uint(model.helped),
        not_helped: uint(model.not_helped),
        revision: model.revision,
        create_time: from_micros(model.create_time),
        update_time: from_micros(model.update_time),
        publish_time: time(model.publish_time),
    })
}

fn number_of(state: ArticleState) -> i32 {
    match state {
        ArticleState::Draft => 1,
        ArticleState::Published => 2,
        ArticleState::Archived => 3,
        ArticleState::Proposed => 4,
    }
}

fn state_of(number: i32) -> ArticleState {
    match number {
        1 => ArticleState::Draft,
        2 => ArticleState::Published,
        4 => ArticleState::Proposed,
        _ => ArticleState::Archived,
    }
}
