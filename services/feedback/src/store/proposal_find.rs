//! Lists of proposals.

use jiff::civil::Date;
use kit::{db::time::to_days, error::Error, localize::Language};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Alias, Expr, ExprTrait, Query},
};

use super::{
    CHUNK,
    entity::proposal::{Column, Entity},
    proposal::read,
};
use crate::domain::{
    proposal::{Kind, Proposal, Status, Topic},
    tones::Voice,
};

/// Which proposals a list shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Filter {
    /// In which states; all but duplicates when empty.
    pub(crate) statuses: Vec<Status>,
    /// Of which kinds; all when empty.
    pub(crate) kinds: Vec<Kind>,
    /// About which application.
    pub(crate) application: Option<String>,
    /// About which feature.
    pub(crate) feature: Option<String>,
    /// With which topic.
    pub(crate) topic: Option<Topic>,
    /// With which tag, normalised.
    pub(crate) tag: Option<String>,
    /// In which language.
    pub(crate) language: Option<Language>,
    /// Made by whom.
    pub(crate) proposer: Option<String>,
    /// For which this person voted.
    pub(crate) voter: Option<String>,
    /// Which this person follows.
    pub(crate) follower: Option<String>,
    /// Who looks: hidden ones are shown to moderators, and to whoever made them.
    pub(crate) viewer: Viewer,
}

/// Who looks at a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Viewer {
    /// A moderator, who sees everything.
    Moderator,
    /// Somebody else.
    Person(String),
}

impl Default for Viewer {
    fn default() -> Self {
        Self::Person(String::new())
    }
}

/// The order of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// The last day first.
    Newest,
    /// The most votes first.
    Votes,
    /// The most comments first.
    Comments,
}

impl Order {
    fn column(self) -> Column {
        match self {
            Self::Newest => Column::Day,
            Self::Votes => Column::Votes,
            Self::Comments => Column::Comments,
        }
    }

    /// What a proposal is ordered by; greater ones come first.
    pub(crate) fn key(self, proposal: &Proposal) -> i64 {
        match self {
            Self::Newest => to_days(proposal.day).into(),
            Self::Votes => proposal.votes.into(),
            Self::Comments => proposal.comments.into(),
        }
    }
}

/// The proposals of a filter in an order, those after the one with this key and id.
pub(crate) async fn list<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    order: Order,
    after: Option<(i64, &str)>,
    limit: u64,
) -> Result<Vec<Proposal>, Error> {
    let column = order.column();
    let mut query =
        filtered(organization, filter).order_by_desc(column).order_by_asc(Column::Id).limit(limit);
    if let Some((key, id)) = after {
        let same = Condition::all().add(column.eq(key)).add(Column::Id.gt(id));
        query = query.filter(Condition::any().add(column.lt(key)).add(same));
    }
    query.all(db).await?.into_iter().map(read).collect()
}

/// Those of these ids that a filter shows, in no order.
pub(crate) async fn among<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    filter: &Filter,
    ids: &[String],
) -> Result<Vec<Proposal>, Error> {
    let mut all = Vec::new();
    for chunk in ids.chunks(CHUNK) {
        let query = filtered(organization, filter).filter(Column::Id.is_in(chunk.iter().map(String::as_str)));
        for row in query.all(db).await? {
            all.push(read(row)?);
        }
    }
    Ok(all)
}

/// A line of a list of what is alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// The id.
    pub(crate) id: String,
    /// The title.
    pub(crate) title: String,
    /// What became of it.
    pub(crate) status: Status,
}

/// Those of these ids, a few, that everybody sees and that are no duplicates, in no order.
pub(crate) async fn lines<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    ids: &[String],
) -> Result<Vec<Line>, Error> {
    let query = filtered(organization, &Filter { viewer: Viewer::Moderator, ..Filter::default() })
        .select_only()
        .columns([Column::Id, Column::Title, Column::Status])
        .filter(Column::Hidden.is_null())
        .filter(Column::Id.is_in(ids.iter().map(String::as_str)));
    let rows: Vec<(String, String, i32)> = query.into_tuple().all(db).await?;
    let line = |(id, title, status)| Status::from_number(status).map(|status| Line { id, title, status });
    Ok(rows.into_iter().filter_map(line).collect())
}

/// What people of these teams and positions said about an application within some days, in their own names.
pub(crate) async fn voices<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    teams: &[String],
    (first, last): (Date, Date),
) -> Result<Vec<Voice>, Error> {
    let mut all = Vec::new();
    for chunk in teams.chunks(CHUNK) {
        let query = Entity::find()
            .select_only()
            .columns([Column::Proposer, Column::Topic, Column::Tone])
            .filter(Column::Organization.eq(organization))
            .filter(Column::Application.eq(application))
            .filter(Column::Hidden.is_null())
            .filter(Column::Day.between(to_days(first), to_days(last)))
            .filter(Column::Team.is_in(chunk.iter().map(String::as_str)));
        let rows: Vec<(Option<String>, i32, i32)> = query.into_tuple().all(db).await?;
        for (person, topic, tone) in rows {
            if let (Some(person), Some(topic), Some(tone)) =
                (person, Topic::from_number(topic), crate::domain::proposal::Tone::from_number(tone))
            {
                all.push(Voice { person, topic, tone });
            }
        }
    }
    Ok(all)
}

fn filtered(organization: &str, filter: &Filter) -> Select<Entity> {
    let mut query = Entity::find().filter(Column::Organization.eq(organization));
    if filter.statuses.is_empty() {
        query = query.filter(Column::Status.ne(Status::Duplicate.number()));
    } else {
        query = query.filter(Column::Status.is_in(filter.statuses.iter().map(|s| s.number())));
    }
    if !filter.kinds.is_empty() {
        query = query.filter(Column::Kind.is_in(filter.kinds.iter().map(|k| k.number())));
    }
    for (column, wanted) in [
        (Column::Application, &filter.application),
        (Column::Feature, &filter.feature),
        (Column::Proposer, &filter.proposer),
    ] {
        if let Some(wanted) = wanted {
            query = query.filter(column.eq(wanted.as_str()));
        }
    }
    if let Some(topic) = filter.topic {
        query = query.filter(Column::Topic.eq(topic.number()));
    }
    if let Some(language) = filter.language {
        query = query.filter(Column::Language.eq(i32::from(language.to_proto())));
    }
    for (table, column, wanted) in [
        ("proposal_tag", "tag_key", &filter.tag),
        ("proposal_vote", "person", &filter.voter),
        ("proposal_follower", "person", &filter.follower),
    ] {
        if let Some(wanted) = wanted {
            let inside = Query::select()
                .column(Alias::new("proposal"))
                .from(Alias::new(table))
                .and_where(Expr::col(Alias::new("organization")).eq(organization))
                .and_where(Expr::col(Alias::new(column)).eq(wanted.as_str()))
                .to_owned();
            query = query.filter(Column::Id.in_subquery(inside));
        }
    }
    if let Viewer::Person(person) = &filter.viewer {
        let seen = Condition::any().add(Column::Hidden.is_null()).add(Column::Proposer.eq(person.as_str()));
        query = query.filter(seen);
    }
    query
}
