//! `FindColleagues`: people by name, for everybody, with nothing else of them than the team.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{Colleague, FindColleaguesRequest, FindColleaguesResponse};
use tonic::{Request, Response};

use crate::{
    Identity,
    names::{OrganizationName, PersonName},
    store::{self, search::Search},
};

/// The most that are answered.
const MOST: u64 = 10;

pub(super) async fn find_colleagues(
    s: &Identity,
    request: Request<FindColleaguesRequest>,
) -> Result<Response<FindColleaguesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let OrganizationName { organization } = who.parse("parent", &request.parent)?;
    let mut v = who.violations();
    v.length("query", request.query.trim(), 2..=100);
    v.check()?;

    let (db, today) = (s.db.read(), s.today());
    let search = Search { query: &request.query, names_only: true, ..Search::default() };
    let people = search.page(db, &organization, today, None, MOST).await?;
    let tree = store::team::tree(db, &organization).await?;

    let colleagues = people.iter().map(|person| {
        let team = person.membership_on(today).and_then(|m| tree.get(&m.team));
        Colleague {
            person: PersonName::new(&organization, &person.id).to_string(),
            display_name: person.display_name.clone(),
            team_display_name: team.map(|t| t.display_name.clone()).unwrap_or_default(),
        }
    });
    Ok(Response::new(FindColleaguesResponse { colleagues: colleagues.collect() }))
}
