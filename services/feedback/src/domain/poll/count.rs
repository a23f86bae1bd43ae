//! Counting, the same for every order of the stances and of the options.

use super::{Choice, Consent, Hand, Method};

/// What became of a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Passed, or there is one winner.
    Passed,
    Failed,
    /// Several options are equal.
    Tied,
    /// Too few took a stance.
    NoQuorum,
}

/// A round of counting: options with what they got, and those that leave after it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Round {
    pub(crate) counts: Vec<(usize, u32)>,
    pub(crate) eliminated: Vec<usize>,
}

/// How a poll stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) verdict: Verdict,
    pub(crate) stances: u32,
    pub(crate) needed: u32,
    pub(crate) in_favour: u32,
    pub(crate) against: u32,
    pub(crate) neither: u32,
    pub(crate) winners: Vec<usize>,
    pub(crate) rounds: Vec<Round>,
}

/// Counts choices. Whoever abstains or stands aside took a stance all the same, and counts for the quorum.
pub(crate) fn count(method: Method, options: usize, choices: &[&Choice], needed: u32) -> Tally {
    let stances = number(choices.len());
    let mut tally = Tally {
        verdict: Verdict::NoQuorum,
        stances,
        needed,
        in_favour: 0,
        against: 0,
        neither: 0,
        winners: Vec::new(),
        rounds: Vec::new(),
    };
    match method {
        Method::ShowOfHands | Method::Consent => sides(&mut tally, choices),
        Method::Dots => tally.rounds = vec![dots(options, choices)],
        Method::Ranked => tally.rounds = ranked(options, choices),
    }
    if method.has_options() {
        tally.winners = winners(&tally.rounds);
    }
    if stances < needed || stances == 0 {
        return tally;
    }
    let passed = match method {
        Method::ShowOfHands => tally.in_favour > tally.against,
        Method::Consent => tally.against == 0 && tally.in_favour > 0,
        Method::Dots | Method::Ranked => tally.winners.len() == 1,
    };
    tally.verdict = match (passed, method.has_options()) {
        (true, _) => Verdict::Passed,
        (false, true) => Verdict::Tied,
        (false, false) => Verdict::Failed,
    };
    tally
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn sides(tally: &mut Tally, choices: &[&Choice]) {
    for choice in choices {
        match choice {
            Choice::Hand(Hand::For) | Choice::Consent(Consent::Given) => tally.in_favour += 1,
            Choice::Hand(Hand::Against) | Choice::Consent(Consent::Object) => tally.against += 1,
            _ => tally.neither += 1,
        }
    }
}

fn dots(options: usize, choices: &[&Choice]) -> Round {
    let mut counts: Vec<(usize, u32)> = (0..options).map(|o| (o, 0)).collect();
    for choice in choices {
        let Choice::Dots(given) = choice else { continue };
        for (option, dots) in given {
            if let Some((_, count)) = counts.get_mut(*option) {
                *count = count.saturating_add(*dots);
            }
        }
    }
    Round { counts, eliminated: Vec::new() }
}

/// Instant run-off: every ballot counts for the best of its options that is still in. When none has more than half of the
/// ballots that still rank one, all options with the fewest leave together, so that no order of the list favours any. When all
/// that are left have the same, they are tied.
fn ranked(options: usize, choices: &[&Choice]) -> Vec<Round> {
    let mut left: Vec<usize> = (0..options).collect();
    let mut rounds = Vec::new();
    loop {
        let mut counts: Vec<(usize, u32)> = left.iter().map(|o| (*o, 0)).collect();
        for choice in choices {
            let Choice::Ranking(ranking) = choice else { continue };
            let best = ranking.iter().find_map(|o| counts.iter().position(|(known, _)| known == o));
            if let Some((_, count)) = best.and_then(|at| counts.get_mut(at)) {
                *count += 1;
            }
        }
        let all: u32 = counts.iter().map(|(_, n)| n).sum();
        let most = counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
        let fewest = counts.iter().map(|(_, n)| *n).min().unwrap_or(0);
        if most == fewest || most * 2 > all {
            rounds.push(Round { counts, eliminated: Vec::new() });
            return rounds;
        }
        let eliminated: Vec<usize> = counts.iter().filter(|(_, n)| *n == fewest).map(|(o, _)| *o).collect();
        left.retain(|o| !eliminated.contains(o));
        rounds.push(Round { counts, eliminated });
    }
}

/// The options with the most in the last round; none where nothing was given.
fn winners(rounds: &[Round]) -> Vec<usize> {
    let Some(last) = rounds.last() else { return Vec::new() };
    let most = last.counts.iter().map(|(_, n)| *n).max().unwrap_or(0);
    last.counts.iter().filter(|(_, n)| *n == most && most > 0).map(|(o, _)| *o).collect()
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*, sample::subsequence};

    use super::*;

    fn tally(method: Method, options: usize, choices: &[Choice], needed: u32) -> Tally {
        count(method, options, &choices.iter().collect::<Vec<_>>(), needed)
    }

    fn rankings(ballots: &[&[usize]]) -> Vec<Choice> {
        ballots.iter().map(|b| Choice::Ranking(b.to_vec())).collect()
    }

    #[test]
    fn more_for_than_against_passes_a_show_of_hands() {
        use Hand::{Abstain, Against, For};
        let hands = |all: &[Hand]| all.iter().map(|h| Choice::Hand(*h)).collect::<Vec<_>>();
        let verdict = |all: &[Hand]| tally(Method::ShowOfHands, 0, &hands(all), 2).verdict;
        assert_eq!(verdict(&[For, For, Against]), Verdict::Passed);
        assert_eq!(verdict(&[For, Against]), Verdict::Failed, "as many against");
        assert_eq!(
            verdict(&[For, Abstain, Abstain]),
            Verdict::Passed,
            "abstaining counts for the quorum only"
        );
        assert_eq!(verdict(&[For]), Verdict::NoQuorum);
        assert_eq!(tally(Method::ShowOfHands, 0, &[], 0).verdict, Verdict::NoQuorum, "nobody voted");
    }

    #[test]
    fn one_objection_is_enough() {
        use Consent::{Given as Yes, Object, StandAside};
        let verdict = |all: &[Consent]| {
            let choices: Vec<_> = all.iter().map(|c| Choice::Consent(*c)).collect();
            tally(Method::Consent, 0, &choices, 2).verdict
        };
        assert_eq!(verdict(&[Yes, Yes, StandAside]), Verdict::Passed);
        assert_eq!(verdict(&[Yes, Yes, Yes, Object]), Verdict::Failed);
        assert_eq!(verdict(&[StandAside, StandAside]), Verdict::Failed, "nobody wants it");
    }

    #[test]
    fn the_most_dots_win() {
        let choices = [Choice::Dots(vec![(0, 1), (1, 2)]), Choice::Dots(vec![(1, 1), (2, 2)])];
        let result = tally(Method::Dots, 3, &choices, 2);
        assert_eq!((result.verdict, result.winners), (Verdict::Passed, vec![1]));
        assert_eq!(result.rounds[0].counts, [(0, 1), (1, 3), (2, 2)]);
        let even = [Choice::Dots(vec![(0, 3)]), Choice::Dots(vec![(1, 3)])];
        assert_eq!(tally(Method::Dots, 3, &even, 2).verdict, Verdict::Tied);
    }

    #[test]
    fn second_choices_decide_when_the_first_do_not() {
        // 4 want a, 3 want b, 2 want c and b after it: b wins when c has left.
        let ballots = rankings(&[&[0], &[0], &[0], &[0], &[1], &[1], &[1], &[2, 1], &[2, 1]]);
        let result = tally(Method::Ranked, 3, &ballots, 5);
        assert_eq!((result.verdict, result.winners.as_slice()), (Verdict::Passed, &[1][..]));
        assert_eq!(result.rounds[0], Round { counts: vec![(0, 4), (1, 3), (2, 2)], eliminated: vec![2] });
        assert_eq!(result.rounds[1].counts, [(0, 4), (1, 5)]);
        let tied = tally(Method::Ranked, 3, &rankings(&[&[0], &[1]]), 1);
        assert_eq!((tied.verdict, tied.winners), (Verdict::Tied, vec![0, 1]), "c left first");
    }

    const OPTIONS: usize = 4;

    fn ballot() -> impl Strategy<Value = Vec<usize>> {
        subsequence((0..OPTIONS).collect::<Vec<_>>(), 1..=OPTIONS).prop_shuffle()
    }

    fn some_dots() -> impl Strategy<Value = Vec<(usize, u32)>> {
        vec(0..OPTIONS, 5).prop_map(|places| {
            (0..OPTIONS)
                .map(|o| (o, u32::try_from(places.iter().filter(|p| **p == o).count()).unwrap_or(0)))
                .filter(|(_, n)| *n > 0)
                .collect()
        })
    }

    fn any_choices() -> impl Strategy<Value = (Method, Vec<Choice>)> {
        let hands = vec(prop_oneof![Just(Hand::For), Just(Hand::Against), Just(Hand::Abstain)], 0..12)
            .prop_map(|all| (Method::ShowOfHands, all.into_iter().map(Choice::Hand).collect()));
        let consents =
            vec(prop_oneof![Just(Consent::Given), Just(Consent::Object), Just(Consent::StandAside)], 0..12)
                .prop_map(|all| (Method::Consent, all.into_iter().map(Choice::Consent).collect()));
        let dots = vec(some_dots(), 0..12)
            .prop_map(|all| (Method::Dots, all.into_iter().map(Choice::Dots).collect()));
        let ranked = vec(ballot(), 0..12)
            .prop_map(|all| (Method::Ranked, all.into_iter().map(Choice::Ranking).collect()));
        prop_oneof![hands, consents, dots, ranked]
    }

    proptest! {
        #[test]
        fn nobody_counts_more_for_voting_early(
            (method, choices) in any_choices(),
            turn in 0_usize..12,
            needed in 0_u32..8,
        ) {
            let mut turned = choices.clone();
            turned.rotate_left(if choices.is_empty() { 0 } else { turn % choices.len() });
            prop_assert_eq!(tally(method, OPTIONS, &choices, needed), tally(method, OPTIONS, &turned, needed));
        }

        #[test]
        fn too_few_never_decide((method, choices) in any_choices()) {
            let needed = u32::try_from(choices.len()).unwrap_or(0) + 1;
            prop_assert_eq!(tally(method, OPTIONS, &choices, needed).verdict, Verdict::NoQuorum);
        }

        #[test]
        fn no_option_is_favoured_by_its_place(ballots in vec(ballot(), 1..12)) {
            let forth: Vec<Choice> = ballots.iter().cloned().map(Choice::Ranking).collect();
            let mirror = |b: &Vec<usize>| Choice::Ranking(b.iter().map(|o| OPTIONS - 1 - o).collect());
            let back: Vec<Choice> = ballots.iter().map(mirror).collect();
            let mut winners: Vec<usize> = tally(Method::Ranked, OPTIONS, &back, 1).winners;
            winners = winners.into_iter().map(|o| OPTIONS - 1 - o).rev().collect();
            prop_assert_eq!(tally(Method::Ranked, OPTIONS, &forth, 1).winners, winners);
        }

        #[test]
        fn whom_more_than_half_rank_first_wins(ballots in vec(ballot(), 1..12), favourite in 0..OPTIONS) {
            let mut all = ballots.clone();
            all.extend(std::iter::repeat_n(vec![favourite], ballots.len() + 1));
            let choices: Vec<Choice> = all.into_iter().map(Choice::Ranking).collect();
            let result = tally(Method::Ranked, OPTIONS, &choices, 1);
            prop_assert_eq!((result.verdict, result.winners), (Verdict::Passed, vec![favourite]));
        }

        #[test]
        fn every_round_is_smaller_and_no_ballot_is_counted_twice(ballots in vec(ballot(), 1..12)) {
            let count = u32::try_from(ballots.len()).unwrap_or(0);
            let choices: Vec<Choice> = ballots.into_iter().map(Choice::Ranking).collect();
            let result = tally(Method::Ranked, OPTIONS, &choices, 1);
            prop_assert!(!result.winners.is_empty());
            for pair in result.rounds.windows(2) {
                prop_assert_eq!(pair[0].counts.len() - pair[0].eliminated.len(), pair[1].counts.len());
            }
            for round in &result.rounds {
                prop_assert!(round.counts.iter().map(|(_, n)| n).sum::<u32>() <= count);
            }
        }

        #[test]
        fn no_dot_is_lost(all in vec(some_dots(), 1..12), winner_gains in some_dots()) {
            let mut choices: Vec<Choice> = all.into_iter().map(Choice::Dots).collect();
            let before = tally(Method::Dots, OPTIONS, &choices, 1);
            let given = u32::try_from(choices.len()).unwrap_or(0) * 5;
            prop_assert_eq!(before.rounds[0].counts.iter().map(|(_, n)| n).sum::<u32>(), given);
            // Whoever gives all dots to a winner does not make it lose.
            let winner = before.winners[0];
            let gained: u32 = winner_gains.iter().map(|(_, n)| n).sum();
            choices.push(Choice::Dots(vec![(winner, gained)]));
            prop_assert_eq!(tally(Method::Dots, OPTIONS, &choices, 1).winners, vec![winner]);
        }

        #[test]
        fn one_more_in_favour_never_turns_a_motion_down(hands in vec(0_u8..3, 1..12)) {
            let mut choices: Vec<Choice> = hands
                .into_iter()
                .map(|h| Choice::Hand([Hand::For, Hand::Against, Hand::Abstain][usize::from(h)]))
                .collect();
            let before = tally(Method::ShowOfHands, 0, &choices, 1).verdict;
            choices.push(Choice::Hand(Hand::For));
            let after = tally(Method::ShowOfHands, 0, &choices, 1).verdict;
            prop_assert!(before != Verdict::Passed || after == Verdict::Passed);
        }
    }
}
