//! Polls of a meeting, with everybody's stance.

use proto::feedback::v1::{
    AgendaItem, AgendaSource, ClosePollRequest, Consent, CreateAgendaItemRequest, CreatePollRequest, Hand,
    ListAgendaSuggestionsRequest, OptionDots, Poll, PollMethod, PollOption, Stance, TakeStanceRequest,
    agenda_service_client::AgendaServiceClient, poll_service_client::PollServiceClient,
};
use serde::Deserialize;

use super::{
    folk::Folk,
    meeting::SECRETARY,
    script::{Text, coded, count},
};
use crate::import::in_words;

/// A poll, as it is written in the script; stances stand in the order of those who are present.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Written {
    pub(super) item: usize,
    method: String,
    question: Text,
    #[serde(default)]
    option: Vec<Text>,
    #[serde(default)]
    dots: usize,
    #[serde(default)]
    hands: Vec<String>,
    #[serde(default)]
    consents: Vec<String>,
    /// Dots by option.
    #[serde(default)]
    given: Vec<Vec<usize>>,
    /// Places of options from 1, the best first.
    #[serde(default)]
    rankings: Vec<Vec<usize>>,
    /// Why somebody objects.
    #[serde(default)]
    reason: String,
}

impl Written {
    /// Asks, takes everybody's stance, and counts; answers the poll's name.
    pub(super) async fn hold(
        &self,
        folk: &Folk,
        meeting: &str,
        agenda_item: String,
        present: &[String],
    ) -> anyhow::Result<String> {
        let method = PollMethod::from_str_name(&format!("POLL_METHOD_{}", self.method));
        let poll = Poll {
            agenda_item,
            question: Some(self.question.localized()),
            method: coded(method, &self.method)?.into(),
            options: self
                .option
                .iter()
                .map(|text| PollOption { text: Some(text.localized()), ..Default::default() })
                .collect(),
            dots: count(self.dots),
            ..Poll::default()
        };
        let request =
            CreatePollRequest { parent: meeting.to_owned(), poll: Some(poll), request_id: String::new() };
        let mut secretary = PollServiceClient::new(folk.way(SECRETARY)?);
        let name = secretary.create_poll(request).await.map_err(in_words)?.into_inner().name;
        for (place, who) in present.iter().enumerate() {
            let Some(stance) = self.stance(place)? else { continue };
            let request = TakeStanceRequest { name: name.clone(), stance: Some(stance) };
            PollServiceClient::new(folk.way(who)?).take_stance(request).await.map_err(in_words)?;
        }
        secretary.close_poll(ClosePollRequest { name: name.clone() }).await.map_err(in_words)?;
        Ok(name)
    }

    /// What the person at this place says.
    fn stance(&self, place: usize) -> anyhow::Result<Option<Stance>> {
        let mut stance = Stance::default();
        if let Some(word) = self.hands.get(place) {
            stance.hand = coded(Hand::from_str_name(&format!("HAND_{word}")), word)?.into();
        } else if let Some(word) = self.consents.get(place) {
            let consent = coded(Consent::from_str_name(&format!("CONSENT_{word}")), word)?;
            stance.consent = consent.into();
            if consent == Consent::Object {
                stance.reason.clone_from(&self.reason);
            }
        } else if let Some(given) = self.given.get(place) {
            let given = given.iter().enumerate().filter(|(_, dots)| **dots > 0);
            stance.dots =
                given.map(|(n, dots)| OptionDots { option: option(n + 1), dots: count(*dots) }).collect();
        } else if let Some(ranking) = self.rankings.get(place) {
            stance.ranking = ranking.iter().map(|n| option(*n)).collect();
        } else {
            return Ok(None);
        }
        Ok(Some(stance))
    }
}

fn option(place: usize) -> String {
    format!("o{place}")
}

/// Puts the first of the system's suggestions from this source on the agenda, if there is one.
pub(super) async fn take_suggestion(folk: &Folk, meeting: &str, source: &str) -> anyhow::Result<()> {
    let wanted = coded(AgendaSource::from_str_name(&format!("AGENDA_SOURCE_{source}")), source)?;
    let mut client = AgendaServiceClient::new(folk.way(SECRETARY)?);
    let request = ListAgendaSuggestionsRequest { parent: meeting.to_owned() };
    let all = client.list_agenda_suggestions(request).await.map_err(in_words)?.into_inner().suggestions;
    let Some(found) = all.into_iter().find(|s| s.source() == wanted) else { return Ok(()) };
    let request = CreateAgendaItemRequest {
        parent: meeting.to_owned(),
        agenda_item: Some(AgendaItem { suggestion: found.suggestion, ..AgendaItem::default() }),
        request_id: String::new(),
    };
    client.create_agenda_item(request).await.map_err(in_words)?;
    Ok(())
}
