//! What an organization has besides its directory, its applications and its courses.

use base64::Engine as _;
use kit::clock::Clock;
use serde_json::json;

use super::Twin;
use crate::support::{PIXEL, System};

/// Something that was said, and what was said about it.
pub(super) async fn speak(system: &System, twin: &Twin, application: &str) {
    let feedback = |method: &str| format!("hamgam.feedback.v1.{method}");
    let proposal = json!({
        "kind": "PROPOSAL_KIND_IDEA", "title": "Export offers", "language": "LANGUAGE_EN",
        "application": application, "topic": "PROPOSAL_TOPIC_FUNCTION", "tone": "TONE_NEUTRAL",
    });
    let proposal = json!({ "parent": twin.parent(), "proposal": proposal });
    let proposal = twin.create(system, &feedback("ProposalService.CreateProposal"), proposal).await;
    let comment = json!({ "parent": proposal, "comment": { "text": "Please do" } });
    let comment = twin.create(system, &feedback("ProposalCommentService.CreateComment"), comment).await;
    let pixel = base64::engine::general_purpose::STANDARD.encode(PIXEL);
    let image = json!({ "parent": proposal, "contentType": "image/png", "content": pixel });
    twin.create(system, &feedback("AttachmentService.AddAttachment"), image).await;
    let report = json!({ "name": comment, "reason": "Too short" });
    system.must(&feedback("ProposalService.ReportContent"), &twin.token, &report).await;
    let status = json!({ "name": proposal, "status": "PROPOSAL_STATUS_PLANNED" });
    system.must(&feedback("ModerationService.SetProposalStatus"), &twin.token, &status).await;
}

/// Something of everything for teams' prizes and thanks.
pub(super) async fn reward(system: &System, twin: &Twin, team: &str, application: &str, person: &str) {
    let incentives = |method: &str| format!("hamgam.incentives.v1.{method}");
    let parent = twin.parent();
    let budget = json!({
        "title": { "en": "Prizes" }, "amount": { "currencyCode": "EUR", "minorUnits": "100000" },
        "startDay": "2020-01-01", "endDay": "2040-12-31",
    });
    let budget = json!({ "parent": parent, "budget": budget });
    let budget = twin.create(system, &incentives("BudgetService.CreateBudget"), budget).await;
    let rate = json!({
        "fromCurrencyCode": "EUR", "toCurrencyCode": "IRR", "rate": "700000", "startDay": "2020-01-01",
    });
    let rate = json!({ "parent": parent, "exchangeRate": rate });
    twin.create(system, &incentives("BudgetService.CreateExchangeRate"), rate).await;
    let price = json!({ "currencyCode": "EUR", "minorUnits": "40000" });
    let reward = json!({ "title": { "en": "Dinner" }, "kind": "REWARD_KIND_EVENT", "price": price });
    let reward = json!({ "parent": parent, "reward": reward });
    twin.create(system, &incentives("RewardService.CreateReward"), reward).await;
    let today = system.harness.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date().tomorrow().unwrap();
    let challenge = json!({
        "title": { "en": "Together" }, "measure": "MEASURE_ADOPTION_INDEX", "application": application,
        "teams": [{ "team": team }], "startDay": today.to_string(), "weeks": 6, "targetPercent": 10,
        "participationPercent": 60, "prize": price, "budget": budget,
    });
    let challenge = json!({ "parent": parent, "challenge": challenge });
    twin.create(system, &incentives("ChallengeService.CreateChallenge"), challenge).await;
    let value = json!({ "parent": parent, "value": { "title": { "en": "Care" } } });
    let value = twin.create(system, &incentives("RecognitionService.CreateValue"), value).await;
    let thanks = json!({
        "parent": parent, "people": [person], "value": value, "message": "Thank you for the list",
    });
    twin.create(system, &incentives("RecognitionService.GiveThanks"), thanks).await;
}
