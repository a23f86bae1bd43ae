//! A budget with what it holds.

use jiff::civil::Date;
use kit::error::Error;
use proto::incentives::v1 as pb;

use crate::{
    Incentives,
    api::convert::budget::write,
    domain::{
        budget::{Budget, Load},
        money::Money,
        rate::Rates,
    },
    store::{self, ConnectionTrait},
};

/// What a budget has promised: prizes of running challenges, and awards that are not paid, at the rates of a day. `None` where
/// a rate is missing. `except` is an award or a challenge that is looked at apart.
async fn promised<C: ConnectionTrait>(
    db: &C,
    o: &str,
    budget: &Budget,
    rates: &Rates,
    day: Date,
    except: &str,
) -> Result<Option<i64>, Error> {
    let running = store::challenge::running(db, o).await?;
    let challenges = running
        .iter()
        .filter(|c| c.id != except && c.draft.budget.as_deref() == Some(&budget.id))
        .filter_map(|c| c.draft.prize);
    let unpaid = store::award::unpaid(db, o, &budget.id).await?;
    let awards = unpaid.iter().filter(|a| a.id != except).map(|a| a.prize);
    let prizes: Vec<Money> = challenges.chain(awards).collect();
    Ok(prizes.into_iter().try_fold(0_i64, |sum, prize| {
        let converted = rates.convert(prize, budget.amount.currency, day)?;
        Some(sum.saturating_add(converted.money.minor))
    }))
}

/// What a budget holds, without `except`; `None` where a rate is missing.
pub(in crate::api) async fn load_of<C: ConnectionTrait>(
    db: &C,
    o: &str,
    budget: &Budget,
    day: Date,
    except: &str,
) -> Result<(Option<Load>, Rates), Error> {
    let rates = store::rate::all(db, o).await?;
    let spent = store::budget::spent(db, o, &budget.id).await?;
    let promised = promised(db, o, budget, &rates, day, except).await?;
    Ok((promised.map(|promised| Load { spent, promised }), rates))
}

/// A budget of the contract.
pub(super) async fn view<C: ConnectionTrait>(
    s: &Incentives,
    db: &C,
    o: &str,
    budget: &Budget,
) -> Result<pb::Budget, Error> {
    let today = s.today(db, o).await?;
    let spent = store::budget::spent(db, o, &budget.id).await?;
    let (load, _) = load_of(db, o, budget, today, "").await?;
    Ok(write(o, budget, spent, load.map(|l| l.promised)))
}
