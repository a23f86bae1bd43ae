//! In which order an attempt shows its questions and options.
//!
//! The order comes from a secret seed that stays with the attempt on the server: whoever knows this code and sees the
//! questions learns nothing about the answers. The same seed gives the same order again, for grading.

use super::{module::Quiz, question::Question};

/// The secret order of one attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deal {
    seed: u64,
}

impl Deal {
    /// The order that belongs to a seed.
    pub fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The questions in the order of the attempt.
    pub fn questions(self, quiz: &Quiz) -> Vec<&Question> {
        if quiz.shuffle {
            let order = self.order("", quiz.questions.len());
            order.into_iter().filter_map(|i| quiz.questions.get(i)).collect()
        } else {
            quiz.questions.iter().collect()
        }
    }

    /// The options of a question: at place `i` stands the option with the index that the list has at `i`.
    pub fn options(self, question: &Question) -> Vec<usize> {
        self.order(&question.id, question.kind.options())
    }

    fn order(self, what: &str, len: usize) -> Vec<usize> {
        let mut state = what.bytes().fold(self.seed, |s, b| mix(s ^ u64::from(b)));
        let mut order: Vec<usize> = (0..len).collect();
        for last in (1..len).rev() {
            state = mix(state);
            let span = u64::try_from(last).unwrap_or(u64::MAX).saturating_add(1);
            order.swap(last, usize::try_from(state % span).unwrap_or(0));
        }
        order
    }
}

/// The key of the option at a place, counted from 1.
pub fn key(place: usize) -> String {
    (place + 1).to_string()
}

/// The place that a key stands for; `None` for one that was not given out.
pub fn place(key: &str, len: usize) -> Option<usize> {
    key.parse::<usize>().ok().and_then(|k| k.checked_sub(1)).filter(|p| *p < len)
}

/// splitmix64, by Sebastiano Vigna (public domain).
fn mix(state: u64) -> u64 {
    let mut z = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_option_is_shown_once_and_again_in_the_same_place(seed: u64, id in "[a-z]{1,8}", len in 0_usize..30) {
            let order = Deal::new(seed).order(&id, len);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..len).collect::<Vec<_>>());
            prop_assert_eq!(Deal::new(seed).order(&id, len), order);
        }

        #[test]
        fn keys_lead_back_to_their_places(at in 0_usize..30) {
            prop_assert_eq!(place(&key(at), 30), Some(at));
            prop_assert_eq!(place(&key(at), at), None);
        }
    }

    #[test]
    fn three_options_come_in_all_six_orders() {
        let orders: BTreeSet<_> = (0..200).map(|seed| Deal::new(seed).order("q", 3)).collect();
        assert_eq!(orders.len(), 6);
        assert_eq!(place("0", 3), None);
        assert_eq!(place("x", 3), None);
    }
}
