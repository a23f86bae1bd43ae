//! Posts and answers as they are answered.

use std::collections::{BTreeSet, HashMap};

use kit::error::Error;
use proto::champions::v1 as pb;

use crate::{
    api::convert::{called, count, instant, person},
    domain::space::{Answer, Post},
    names::{AnswerName, ArticleName, PostName},
    store::{self, ConnectionTrait},
};

/// Who reads.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    /// The person.
    pub(super) me: &'a str,
    /// Whether what is hidden is shown.
    pub(super) moderates: bool,
}

/// Posts without their answers.
pub(super) async fn posts<C: ConnectionTrait>(
    db: &C,
    o: &str,
    reader: Reader<'_>,
    posts: &[Post],
) -> Result<Vec<pb::Post>, Error> {
    let names =
        store::people::person_names(db, o, store::people::ids(posts.iter().map(|p| &p.author))).await?;
    Ok(posts.iter().map(|p| post(o, reader, p, &names)).collect())
}

/// A post with its answers.
pub(super) async fn whole<C: ConnectionTrait>(
    db: &C,
    o: &str,
    reader: Reader<'_>,
    of: &Post,
) -> Result<pb::Post, Error> {
    let answers = store::space::answers(db, o, &of.id).await?;
    let authors = answers.iter().map(|a| &a.author).chain([&of.author]);
    let names = store::people::person_names(db, o, store::people::ids(authors)).await?;
    let ids: Vec<String> = answers.iter().map(|a| a.id.clone()).collect();
    let thanked = store::space::thanked(db, o, &ids, reader.me).await?;
    let answers = answers.iter().map(|a| answer(o, reader, a, &names, &thanked)).collect();
    Ok(pb::Post { answers, ..post(o, reader, of, &names) })
}

/// One answer.
pub(super) async fn one<C: ConnectionTrait>(
    db: &C,
    o: &str,
    reader: Reader<'_>,
    of: &Answer,
) -> Result<pb::PostAnswer, Error> {
    let names = store::people::person_names(db, o, store::people::ids([&of.author])).await?;
    let thanked = store::space::thanked(db, o, std::slice::from_ref(&of.id), reader.me).await?;
    Ok(answer(o, reader, of, &names, &thanked))
}

fn post(o: &str, reader: Reader<'_>, post: &Post, names: &HashMap<String, String>) -> pb::Post {
    let shown = !post.hidden || reader.moderates;
    let if_shown = |text: &str| if shown { text.to_owned() } else { String::new() };
    pb::Post {
        name: PostName::new(o, &post.id).to_string(),
        title: if_shown(&post.title),
        text: if_shown(&post.text),
        language: post.language.to_proto().into(),
        author: person(o, &post.author),
        author_display_name: called(names, &post.author),
        answers: Vec::new(),
        answer_count: count(post.answer_count),
        hidden: post.hidden,
        own: post.author == reader.me,
        create_time: instant(post.create_time),
    }
}

fn answer(
    o: &str,
    reader: Reader<'_>,
    answer: &Answer,
    names: &HashMap<String, String>,
    thanked: &BTreeSet<String>,
) -> pb::PostAnswer {
    let shown = !answer.hidden || reader.moderates;
    pb::PostAnswer {
        name: AnswerName::new(o, &answer.post, &answer.id).to_string(),
        text: if shown { answer.text.clone() } else { String::new() },
        author: person(o, &answer.author),
        author_display_name: called(names, &answer.author),
        thanks: count(answer.thanks),
        thanked: thanked.contains(&answer.id),
        article: answer.article.as_ref().map(|a| ArticleName::new(o, a).to_string()).unwrap_or_default(),
        hidden: answer.hidden,
        own: answer.author == reader.me,
        create_time: instant(answer.create_time),
    }
}
