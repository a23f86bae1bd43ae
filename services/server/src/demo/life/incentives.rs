//! What teams reach together, and what they share for it.

use proto::incentives::v1::{
    ApproveRedemptionRequest, Award, AwardState, Budget, Challenge, ChallengeTeam, ChooseRewardRequest,
    CreateBudgetRequest, CreateChallengeRequest, CreateExchangeRateRequest, CreateRewardRequest,
    CreateValueRequest, ExchangeRate, GetAwardRequest, GetChallengeRequest, Measure, Money,
    ProposeRewardRequest, Reward, RewardKind, ShowVoucherRequest, StartChallengeRequest, UseVoucherRequest,
    Value, award_service_client::AwardServiceClient, budget_service_client::BudgetServiceClient,
    challenge_service_client::ChallengeServiceClient, recognition_service_client::RecognitionServiceClient,
    reward_service_client::RewardServiceClient,
};
use serde::Deserialize;

use super::{
    folk::{self, Folk, parent},
    script::{Text, coded, count},
};
use crate::import::in_words;

/// Budgets last so many days.
const YEAR: i32 = 365;

/// Everything about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    founded: i32,
    value: Vec<Named>,
    budget: Vec<Purse>,
    rate: Vec<Exchange>,
    reward: Vec<Offered>,
    challenge: Vec<Written>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    key: String,
    title: Text,
    description: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Purse {
    key: String,
    currency: String,
    amount: i64,
    title: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exchange {
    day: i32,
    from: String,
    to: String,
    rate: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Offered {
    key: String,
    kind: String,
    currency: String,
    price: i64,
    title: Text,
    description: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    key: String,
    /// When it is announced.
    day: i32,
    start: i32,
    weeks: usize,
    measure: String,
    /// The feature that its course is about.
    course: Option<String>,
    teams: Vec<String>,
    target: usize,
    participation: usize,
    prize: i64,
    budget: String,
    /// What members propose for the prize, and who does.
    #[serde(default)]
    proposed: Vec<String>,
    #[serde(default)]
    proposers: Vec<String>,
    /// What most of them choose.
    #[serde(default)]
    chosen: String,
    vote: Option<i32>,
    /// Whether they are one vote short, which is a visitor's to give.
    #[serde(default)]
    short: bool,
    approved: Option<i32>,
    used: Option<i32>,
    title: Text,
    description: Text,
}

/// What a value is remembered as.
pub(super) fn value_key(value: &str) -> String {
    format!("value/{value}")
}

fn budget_key(budget: &str) -> String {
    format!("budget/{budget}")
}

fn reward_key(reward: &str) -> String {
    format!("reward/{reward}")
}

fn money(currency: &str, minor_units: i64) -> Money {
    Money { currency_code: currency.to_owned(), minor_units }
}

impl Script {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        if day == self.founded {
            self.found(folk).await?;
        }
        for rate in self.rate.iter().filter(|r| r.day == day) {
            let exchange_rate = ExchangeRate {
                from_currency_code: rate.from.clone(),
                to_currency_code: rate.to.clone(),
                rate: rate.rate.clone(),
                start_day: folk::date(day).to_string(),
                ..ExchangeRate::default()
            };
            let request = CreateExchangeRateRequest {
                parent: parent(),
                exchange_rate: Some(exchange_rate),
                request_id: String::new(),
            };
            let mut client = BudgetServiceClient::new(folk.way("hr")?);
            client.create_exchange_rate(request).await.map_err(in_words)?;
        }
        for one in &self.challenge {
            one.live(folk, self, day).await?;
        }
        Ok(())
    }

    async fn found(&self, folk: &Folk) -> anyhow::Result<()> {
        for one in &self.value {
            let value = Value {
                title: Some(one.title.localized()),
                description: Some(one.description.localized()),
                ..Value::default()
            };
            let request =
                CreateValueRequest { parent: parent(), value: Some(value), request_id: String::new() };
            let mut client = RecognitionServiceClient::new(folk.way("hr")?);
            let made = client.create_value(request).await.map_err(in_words)?.into_inner();
            folk.keep(value_key(&one.key), made.name);
        }
        for one in &self.budget {
            let budget = Budget {
                title: Some(one.title.localized()),
                amount: Some(money(&one.currency, one.amount)),
                start_day: folk::date(0).to_string(),
                end_day: folk::date(YEAR).to_string(),
                ..Budget::default()
            };
            let request =
                CreateBudgetRequest { parent: parent(), budget: Some(budget), request_id: String::new() };
            let mut client = BudgetServiceClient::new(folk.way("hr")?);
            let made = client.create_budget(request).await.map_err(in_words)?.into_inner();
            folk.keep(budget_key(&one.key), made.name);
        }
        for one in &self.reward {
            let kind = RewardKind::from_str_name(&format!("REWARD_KIND_{}", one.kind));
            let reward = Reward {
                title: Some(one.title.localized()),
                description: Some(one.description.localized()),
                kind: coded(kind, &one.kind)?.into(),
                price: Some(money(&one.currency, one.price)),
                ..Reward::default()
            };
            let request =
                CreateRewardRequest { parent: parent(), reward: Some(reward), request_id: String::new() };
            let mut client = RewardServiceClient::new(folk.way("hr")?);
            let made = client.create_reward(request).await.map_err(in_words)?.into_inner();
            folk.keep(reward_key(&one.key), made.name);
        }
        Ok(())
    }

    fn currency(&self, budget: &str) -> &str {
        self.budget.iter().find(|b| b.key == budget).map_or("", |b| &b.currency)
    }
}

impl Written {
    async fn live(&self, folk: &Folk, script: &Script, day: i32) -> anyhow::Result<()> {
        if day == self.day {
            self.announce(folk, script).await?;
        }
        if self.vote == Some(day) {
            self.choose(folk).await?;
        }
        if self.approved == Some(day)
            && let Some(Award { redemption: name, .. }) = self.award(folk).await?
        {
            let request = ApproveRedemptionRequest { name, etag: String::new() };
            AwardServiceClient::new(folk.way("hr")?).approve_redemption(request).await.map_err(in_words)?;
        }
        if self.used == Some(day)
            && let Some(Award { redemption: name, .. }) = self.award(folk).await?
        {
            let member = self.proposers.first().map_or("", String::as_str);
            let mut client = AwardServiceClient::new(folk.way(member)?);
            let voucher =
                client.show_voucher(ShowVoucherRequest { name }).await.map_err(in_words)?.into_inner();
            let request = UseVoucherRequest { parent: parent(), code: voucher.code };
            AwardServiceClient::new(folk.way("hr")?).use_voucher(request).await.map_err(in_words)?;
        }
        Ok(())
    }

    async fn announce(&self, folk: &Folk, script: &Script) -> anyhow::Result<()> {
        let measure = Measure::from_str_name(&format!("MEASURE_{}", self.measure));
        let teams = folk.team_names(&self.teams)?.into_iter();
        let challenge = Challenge {
            title: Some(self.title.localized()),
            description: Some(self.description.localized()),
            measure: coded(measure, &self.measure)?.into(),
            application: folk.application.clone(),
            courses: self.course.as_deref().map(|c| folk.course(c)).transpose()?.into_iter().collect(),
            teams: teams.map(|team| ChallengeTeam { team, ..ChallengeTeam::default() }).collect(),
            start_day: folk::date(self.start).to_string(),
            weeks: count(self.weeks),
            target_percent: count(self.target),
            participation_percent: count(self.participation),
            prize: Some(money(script.currency(&self.budget), self.prize)),
            budget: folk.made(&budget_key(&self.budget))?,
            ..Challenge::default()
        };
        let request = CreateChallengeRequest {
            parent: parent(),
            challenge: Some(challenge),
            request_id: String::new(),
        };
        let mut hr = ChallengeServiceClient::new(folk.way("hr")?);
        let draft = hr.create_challenge(request).await.map_err(in_words)?.into_inner();
        let request = StartChallengeRequest { name: draft.name, etag: draft.etag };
        let made = hr.start_challenge(request).await.map_err(in_words)?.into_inner();
        folk.keep(format!("challenge/{}", self.key), made.name);
        Ok(())
    }

    /// The award; none where the teams did not reach the goal.
    async fn award(&self, folk: &Folk) -> anyhow::Result<Option<Award>> {
        let name = folk.made(&format!("challenge/{}", self.key))?;
        let mut hr = ChallengeServiceClient::new(folk.way("hr")?);
        let challenge = hr.get_challenge(GetChallengeRequest { name }).await.map_err(in_words)?.into_inner();
        if challenge.award.is_empty() {
            return Ok(None);
        }
        let request = GetAwardRequest { name: challenge.award };
        let mut hr = AwardServiceClient::new(folk.way("hr")?);
        Ok(Some(hr.get_award(request).await.map_err(in_words)?.into_inner()))
    }

    /// Members propose, then choose until more than half agree. Every fourth wants something else.
    async fn choose(&self, folk: &Folk) -> anyhow::Result<()> {
        let Some(Award { name, .. }) = self.award(folk).await? else { return Ok(()) };
        for (reward, who) in self.proposed.iter().zip(self.proposers.iter().cycle()) {
            let request =
                ProposeRewardRequest { name: name.clone(), reward: folk.made(&reward_key(reward))? };
            AwardServiceClient::new(folk.way(who)?).propose_reward(request).await.map_err(in_words)?;
        }
        let members = self.teams.iter().flat_map(|team| folk.members(team));
        for (n, person) in members.filter(|person| !(self.short && folk.is_cast(person))).enumerate() {
            let other = self.proposed.iter().find(|p| **p != self.chosen).filter(|_| n % 4 == 2);
            let reward = folk.made(&reward_key(other.unwrap_or(&self.chosen)))?;
            let request = ChooseRewardRequest { name: name.clone(), reward };
            let mut client = AwardServiceClient::new(folk.way_of(person)?);
            let award = client.choose_reward(request).await.map_err(in_words)?.into_inner();
            let is_next = award.options.iter().any(|option| option.votes + 1 >= award.votes_needed);
            if award.state() != AwardState::Open || (self.short && is_next) {
                break;
            }
        }
        Ok(())
    }
}
