//! What teams said, in the tones that writers chose, without telling of anybody.

use std::collections::{BTreeMap, BTreeSet};

use kit::privacy::FLOOR;

use super::proposal::{Tone, Topic};

/// One proposal, as far as it counts here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// Who wrote it.
    pub person: String,
    /// What it is about.
    pub topic: Topic,
    /// How the writer felt.
    pub tone: Tone,
}

/// Proposals by tone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tones {
    /// How many people wrote them.
    pub people: u32,
    /// With the tone POSITIVE.
    pub positive: u32,
    /// With the tone NEUTRAL.
    pub neutral: u32,
    /// With the tone NEGATIVE.
    pub negative: u32,
}

/// What may be told.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// All together; `None` below the floor.
    pub all: Option<Tones>,
    /// By topic; under `None` those that are put together.
    pub topics: Vec<(Option<Topic>, Tones)>,
}

/// Counts voices. Topics of fewer than five people are put together; if these are themselves fewer than five people, the smallest
/// of the other topics goes with them, so that subtracting tells nothing either.
pub fn count(voices: &[Voice]) -> Told {
    let all = tones(&voices.iter().collect::<Vec<_>>());
    if all.people < FLOOR {
        return Told::default();
    }
    let mut shown: BTreeMap<Topic, Vec<&Voice>> = BTreeMap::new();
    for voice in voices {
        shown.entry(voice.topic).or_default().push(voice);
    }
    let mut rest: Vec<&Voice> = Vec::new();
    shown.retain(|_, of_topic| {
        let enough = people(of_topic.iter().copied()) >= FLOOR;
        if !enough {
            rest.append(of_topic);
        }
        enough
    });
    while !rest.is_empty() && people(rest.iter().copied()) < FLOOR {
        let smallest = shown.iter().min_by_key(|(t, v)| (people(v.iter().copied()), **t)).map(|(t, _)| *t);
        let Some(smallest) = smallest else { break };
        rest.extend(shown.remove(&smallest).unwrap_or_default());
    }
    let mut topics: Vec<(Option<Topic>, Tones)> =
        shown.into_iter().map(|(topic, of_topic)| (Some(topic), tones(&of_topic))).collect();
    if people(rest.iter().copied()) >= FLOOR {
        topics.push((None, tones(&rest)));
    }
    Told { all: Some(all), topics }
}

fn people<'a>(voices: impl Iterator<Item = &'a Voice>) -> u32 {
    let different: BTreeSet<&str> = voices.map(|v| v.person.as_str()).collect();
    u32::try_from(different.len()).unwrap_or(u32::MAX)
}

fn tones(voices: &[&Voice]) -> Tones {
    let of = |tone| u32::try_from(voices.iter().filter(|v| v.tone == tone).count()).unwrap_or(u32::MAX);
    Tones {
        people: people(voices.iter().copied()),
        positive: of(Tone::Positive),
        neutral: of(Tone::Neutral),
        negative: of(Tone::Negative),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn voices(counts: &[(Topic, std::ops::Range<u8>, Tone)]) -> Vec<Voice> {
        let of = |(topic, people, tone): &(Topic, std::ops::Range<u8>, Tone)| {
            let (topic, tone) = (*topic, *tone);
            people.clone().map(move |p| Voice { person: p.to_string(), topic, tone })
        };
        counts.iter().flat_map(of).collect()
    }

    #[test]
    fn five_people_are_heard_and_four_are_not() {
        assert_eq!(count(&voices(&[(Topic::Speed, 0..4, Tone::Negative)])), Told::default());
        let told =
            count(&voices(&[(Topic::Speed, 0..5, Tone::Negative), (Topic::Speed, 0..5, Tone::Positive)]));
        assert_eq!(told.all, Some(Tones { people: 5, positive: 5, neutral: 0, negative: 5 }));
        let loud: Vec<Voice> = (0..40).flat_map(|_| voices(&[(Topic::Data, 0..1, Tone::Negative)])).collect();
        assert_eq!(count(&loud), Told::default(), "one person is one person, however often heard");
    }

    #[test]
    fn a_small_topic_is_not_told_by_subtracting() {
        let told = count(&voices(&[
            (Topic::Speed, 0..9, Tone::Negative),
            (Topic::Data, 10..16, Tone::Neutral),
            (Topic::Other, 20..22, Tone::Positive),
        ]));
        let topics: Vec<_> = told.topics.iter().map(|(t, n)| (*t, n.people)).collect();
        assert_eq!(topics, [(Some(Topic::Speed), 9), (None, 8)]);
    }

    proptest! {
        #[test]
        fn nothing_told_is_about_fewer_than_five(said in proptest::collection::vec((0_u8..12, 0_usize..4), 0..60)) {
            let all: Vec<Voice> = said.iter()
                .map(|(p, t)| Voice { person: p.to_string(), topic: Topic::ALL[*t], tone: Tone::Neutral }).collect();
            let told = count(&all);
            for tones in told.all.iter().chain(told.topics.iter().map(|(_, t)| t)) {
                prop_assert!(tones.people >= FLOOR);
            }
            if told.all.is_some() {
                let named: Vec<Topic> = told.topics.iter().filter_map(|(t, _)| *t).collect();
                let rest: Vec<Voice> = all.iter().filter(|v| !named.contains(&v.topic)).cloned().collect();
                prop_assert!(rest.is_empty() || people(rest.iter()) >= FLOOR, "{:?}", told);
            }
        }
    }
}
