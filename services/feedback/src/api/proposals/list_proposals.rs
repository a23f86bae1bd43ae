//! `ListProposals`: by filters, or by words.

use std::collections::HashMap;

use kit::{
    auth::Caller,
    contract::reference_if_any,
    error::Error,
    localize::Language,
    name::OrganizationName,
    page::Page,
    text::normalize,
    violation::{Rule, Violations},
};
use proto::feedback::v1::{ListProposalsRequest, ListProposalsResponse, ProposalOrder};
use tonic::{Request, Response};

use super::{draft::one_of, seeing, view::View};
use crate::{
    Feedback,
    domain::{
        proposal::{Kind, Proposal, Status, Topic},
        search::Match,
    },
    names::{ApplicationName, FeatureName},
    store::{
        self,
        proposal_find::{Filter, Order},
    },
};

/// How many proposals a search by words goes through.
const FOUND: usize = 2_000;

pub(super) async fn list_proposals(
    s: &Feedback,
    request: Request<ListProposalsRequest>,
) -> Result<Response<ListProposalsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.length("query", &request.query, 0..=200);
    let filter = filter(&mut violations, &who, &o, &request);
    let order = order(&mut violations, request.order);
    violations.check()?;

    let db = s.db.read();
    let words = s.searching.ask(db, &o, |index| index.search(&request.query, FOUND)).await?;
    let (found, next_page_token) = match words {
        Some(matches) => by_words(db, &o, &filter, order, &matches, &page).await?,
        None => by_order(db, &o, &filter, order.unwrap_or(Order::Newest), &page).await?,
    };
    let view = View::of(db, &o, seeing::person(&who), &found).await?;

    let proposals = found.iter().map(|p| view.write(&o, p)).collect();
    Ok(Response::new(ListProposalsResponse { proposals, next_page_token }))
}

async fn by_order<C: store::ConnectionTrait>(
    db: &C,
    o: &str,
    filter: &Filter,
    order: Order,
    page: &Page,
) -> Result<(Vec<Proposal>, String), Error> {
    let after = page.after.as_deref().and_then(|t| t.split_once('|'));
    let after = after.and_then(|(key, id)| Some((key.parse().ok()?, id)));
    let mut found = store::proposal_find::list(db, o, filter, order, after, page.limit()).await?;
    let token = page.cut(&mut found, |p| format!("{}|{}", order.key(p), p.id));
    Ok((found, token))
}

/// What has the words and passes the filter. What is found is bounded, so the page is cut out of all of it.
async fn by_words<C: store::ConnectionTrait>(
    db: &C,
    o: &str,
    filter: &Filter,
    order: Option<Order>,
    matches: &[Match],
    page: &Page,
) -> Result<(Vec<Proposal>, String), Error> {
    let ids: Vec<String> = matches.iter().map(|m| m.id.clone()).collect();
    let places: HashMap<&str, usize> = matches.iter().enumerate().map(|(i, m)| (m.id.as_str(), i)).collect();
    let place = |p: &Proposal| places.get(p.id.as_str()).copied().unwrap_or(usize::MAX);
    let mut found = store::proposal_find::among(db, o, filter, &ids).await?;
    found.sort_by_key(|p| (order.map(|order| std::cmp::Reverse(order.key(p))), place(p)));
    let shown: usize = page.after.as_deref().and_then(|t| t.parse().ok()).unwrap_or(0);
    let mut found: Vec<Proposal> = found.into_iter().skip(shown).collect();
    let size = usize::try_from(page.size).unwrap_or(usize::MAX);
    let token = page.cut(&mut found, |_| shown.saturating_add(size).to_string());
    Ok((found, token))
}

fn filter(violations: &mut Violations, who: &Caller, o: &str, request: &ListProposalsRequest) -> Filter {
    let application: Option<ApplicationName> =
        reference_if_any(violations, "application", o, &request.application);
    let feature: Option<FeatureName> = reference_if_any(violations, "feature", o, &request.feature);
    violations.count("statuses", request.statuses.len(), Status::ALL.len());
    violations.count("kinds", request.kinds.len(), Kind::ALL.len());
    let statuses = request.statuses.iter().take(Status::ALL.len());
    let statuses =
        statuses.filter_map(|n| one_of(violations, "statuses", *n, Status::from_number, Status::WORDS));
    let statuses = statuses.collect();
    let kinds = request.kinds.iter().take(Kind::ALL.len());
    let kinds =
        kinds.filter_map(|n| one_of(violations, "kinds", *n, Kind::from_number, Kind::WORDS)).collect();
    let mut chosen = |field: &str, number: i32, words: &[&str], known: bool| {
        if number != 0 && !known {
            violations.add(field, number, Rule::unknown_value(words));
        }
    };
    let (topic, language) = (Topic::from_number(request.topic), Language::from_proto(request.language));
    chosen("topic", request.topic, Topic::WORDS, topic.is_some());
    chosen("language", request.language, &["EN", "FA", "AR"], language.is_some());
    let me = |wanted: bool| wanted.then(|| seeing::person(who).to_owned());
    Filter {
        statuses,
        kinds,
        application: application.map(|a| a.application),
        feature: feature.map(|f| f.feature),
        topic,
        tag: Some(normalize(&request.tag)).filter(|t| !t.is_empty()),
        language,
        proposer: me(request.own),
        voter: me(request.voted),
        follower: me(request.followed),
        viewer: seeing::viewer(who),
    }
}

fn order(violations: &mut Violations, given: i32) -> Option<Order> {
    match ProposalOrder::try_from(given) {
        Ok(ProposalOrder::Unspecified) => None,
        Ok(ProposalOrder::Newest) => Some(Order::Newest),
        Ok(ProposalOrder::Votes) => Some(Order::Votes),
        Ok(ProposalOrder::Comments) => Some(Order::Comments),
        Err(_) => {
            violations.add("order", given, Rule::unknown_value(&["NEWEST", "VOTES", "COMMENTS"]));
            None
        }
    }
}
