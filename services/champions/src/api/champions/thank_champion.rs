//! `ThankChampion`: from somebody whom the champion helped.

use jiff::ToSpan;
use kit::{auth::Caller, error::Error, request_id::RequestId};
use proto::champions::v1::{ChampionThanks, ThankChampionRequest};
use tonic::{Request, Response};

use super::{get_champion::is_helped, list_my_thanks::write};
use crate::{
    Champions,
    api::convert,
    domain::space::Thanks,
    error::{Reason, Refuse},
    events::published,
    names::ChampionName,
    store,
};

/// Hours between two thanks of one person to one champion: 7 days.
const BETWEEN_HOURS: i64 = 7 * 24;

pub(super) async fn thank_champion(
    s: &Champions,
    request: Request<ThankChampionRequest>,
) -> Result<Response<ChampionThanks>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: ChampionName = who.parse("name", &request.name)?;
    let (o, me, now) = (&name.organization, who.person()?, s.clock.now());
    let mut violations = who.violations();
    let text = convert::words(&mut violations, "text", &request.text, 1, 500);
    convert::request_id(&mut violations, &request.request_id);
    violations.check()?;

    let once = RequestId::new(o, "ThankChampion", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let champion = store::champion::load(&tx, o, &name.champion).await?;
    let champion = champion.ok_or_else(|| Error::not_found(&name))?;
    if champion.person == me || !is_helped(s, &tx, &who, o, &champion).await? {
        return Err(Reason::NotHelped.refuse("the champion did not help the caller, as far as is known"));
    }
    let since = now.checked_sub(BETWEEN_HOURS.hours()).unwrap_or(now);
    if store::thanks::since(&tx, o, me, &champion.person, since).await? {
        return Err(Reason::ThankedRecently.refuse("the caller thanked this champion in the last 7 days"));
    }
    let thanks = Thanks {
        id: s.ids.next(),
        champion: champion.id.clone(),
        champion_person: champion.person.clone(),
        person: me.to_owned(),
        text,
        create_time: now,
    };
    store::thanks::save(&tx, o, &thanks).await?;
    let names = store::people::person_names(&tx, o, store::people::ids([&thanks.person])).await?;
    let reply = write(o, &thanks, &names);
    s.outbox.add(&tx, o, &published::champion_thanked(o, &thanks, &reply)).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
