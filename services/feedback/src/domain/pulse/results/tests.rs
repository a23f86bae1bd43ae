use kit::localize::Text;
use proptest::prelude::*;

use super::*;

fn question(kind: Kind) -> Question {
    let choices = if kind == Kind::Choice { vec![Text::default(); 3] } else { vec![] };
    Question { id: "q1".into(), kind, text: Text::default(), choices, required: true }
}

fn reply(team: Option<&str>, value: Value) -> Reply {
    Reply { team: team.map(str::to_owned), answers: Answers::from([("q1".into(), value)]) }
}

fn replies(team: &str, scores: &[i32]) -> Vec<Reply> {
    scores.iter().map(|s| reply(Some(team), Value::Score(*s))).collect()
}

fn tree() -> Parents {
    [("sales", None), ("east", Some("sales")), ("west", Some("sales"))]
        .map(|(t, p)| (t.to_owned(), p.map(str::to_owned)))
        .into()
}

fn told(rounds: &[Vec<Reply>]) -> Tally {
    tally(&[question(Kind::Ability)], rounds, &tree()).remove(0).unwrap()
}

/// The groups as `(from, to, people)`.
fn groups(tally: &Tally) -> Vec<(i32, i32, u32)> {
    tally.groups.iter().map(|g| (g.from, g.to, g.people)).collect()
}

fn of(scores: &[(i32, usize)]) -> Tally {
    let scores: Vec<i32> = scores.iter().flat_map(|(score, n)| vec![*score; *n]).collect();
    told(&[replies("east", &scores)])
}

#[test]
fn a_round_with_four_answers_counts_nowhere() {
    let rounds = tellable(vec![replies("east", &[5, 5, 5, 5, 5]), replies("east", &[1, 1, 1, 1])]);
    let tally = told(&rounds);
    assert_eq!((tally.people, tally.mean), (5, Some(5.0)));
}

#[test]
fn scores_are_told_as_finely_as_no_group_is_of_one_to_four() {
    let each = of(&[(1, 5), (2, 6), (3, 7), (4, 8), (5, 9)]);
    assert_eq!(groups(&each), [(1, 1, 5), (2, 2, 6), (3, 3, 7), (4, 4, 8), (5, 5, 9)]);
    let thirds = of(&[(1, 4), (2, 6), (3, 7), (4, 8), (5, 9)]);
    assert_eq!(groups(&thirds), [(1, 2, 10), (3, 3, 7), (4, 5, 17)], "four gave 1");
    let high_or_not = of(&[(1, 2), (2, 6), (3, 3), (4, 8), (5, 9)]);
    assert_eq!(groups(&high_or_not), [(1, 3, 11), (4, 5, 17)], "three gave 3");
    let low_or_not = of(&[(1, 4), (2, 8), (3, 6), (4, 3), (5, 1)]);
    assert_eq!(groups(&low_or_not), [(1, 2, 12), (3, 5, 10)], "four are high");
    let none = of(&[(1, 2), (2, 1), (3, 9), (4, 2), (5, 1)]);
    assert_eq!((groups(&none), none.people), (vec![], 15), "three are low and three are high");
    assert!(none.mean.is_some());
}

#[test]
fn the_mean_is_not_told_with_what_it_would_give_away() {
    let one = of(&[(5, 29), (4, 1)]);
    assert_eq!((one.people, one.mean, groups(&one)), (30, None, vec![]), "one gave 4");
    let near = of(&[(5, 25), (4, 5)]);
    assert!(near.mean.is_some() && near.groups.is_empty(), "five points say too much of a few: {near:?}");
    let far = of(&[(5, 25), (4, 10)]);
    assert_eq!(groups(&far), [(1, 1, 0), (2, 2, 0), (3, 3, 0), (4, 4, 10), (5, 5, 25)]);
    let fourteen = of(&[(1, 7), (3, 7)]);
    assert!(fourteen.mean.is_some() && fourteen.groups.is_empty(), "three groups of five are fifteen");
}

#[test]
fn several_rounds_are_told_no_finer_than_each_of_them() {
    let round = |scores: &[(i32, usize)]| {
        replies("east", &scores.iter().flat_map(|(score, n)| vec![*score; *n]).collect::<Vec<_>>())
    };
    let fine = round(&[(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]);
    let thirds = round(&[(1, 2), (2, 5), (3, 5), (4, 5), (5, 5)]);
    let nothing = round(&[(1, 2), (2, 1), (3, 9), (4, 2), (5, 1)]);
    let both = told(&[fine.clone(), thirds]);
    assert_eq!(groups(&both), [(1, 2, 17), (3, 3, 10), (4, 5, 20)], "else two of the second gave 1");
    assert_eq!(groups(&told(&[fine.clone(), nothing])), [], "else three of the second are low");
    assert_eq!(groups(&told(&[fine.clone(), fine]))[0], (1, 1, 10));
}

#[test]
fn choices_are_told_where_nobody_or_five_made_each_of_them() {
    let round = |chosen: &[(i32, usize)]| -> Vec<Reply> {
        let all = chosen.iter().flat_map(|(choice, n)| vec![*choice; *n]);
        all.map(|choice| reply(None, Value::Choice(choice))).collect()
    };
    let of =
        |rounds: &[Vec<Reply>]| groups(&tally(&[question(Kind::Choice)], rounds, &tree()).remove(0).unwrap());
    let one = round(&[(1, 5), (3, 6)]);
    assert_eq!(of(std::slice::from_ref(&one)), [(1, 1, 5), (2, 2, 0), (3, 3, 6)]);
    let rare = round(&[(1, 30), (2, 4)]);
    assert_eq!(of(std::slice::from_ref(&rare)), [], "four of many are four all the same");
    assert_eq!(of(&[one, rare]), [], "the one round is told by itself");
}

#[test]
fn a_team_of_four_answers_only_with_those_beside_it() {
    let mut round = replies("east", &[2, 2, 3, 2, 2, 2]);
    round.extend(replies("west", &[4, 4, 3, 4]));
    let teams = by_team("q1", &[round.clone()], &tree());
    assert_eq!((teams.get("east"), teams.get("west")), (None, None), "the one would tell the other");
    assert_eq!((teams["sales"].people, told(&[round.clone()]).people), (10, 10));
    round.extend(replies("west", &[2]));
    let teams = by_team("q1", &[round], &tree());
    assert_eq!((teams["east"].people, teams["west"].people, teams["sales"].people), (6, 5, 11));
}

#[test]
fn those_without_a_team_hide_with_the_smallest_block() {
    let mut round = replies("east", &[2, 2, 3, 2, 3]);
    round.extend(replies("west", &[4, 4, 3, 4, 4, 2]));
    round.extend([1, 5].map(|score| reply(None, Value::Score(score))));
    let teams = by_team("q1", &[round.clone()], &tree());
    assert_eq!(
        teams.iter().map(|(t, m)| (t.as_str(), m.people)).collect::<Vec<_>>(),
        [("sales", 6), ("west", 6)]
    );
    assert_eq!(told(&[round]).people, 13, "everybody minus the west are seven");
}

#[test]
fn texts_come_sorted_and_from_five_on() {
    let of = |words: &[&str]| {
        let round = words.iter().map(|w| reply(None, Value::Text((*w).into()))).collect();
        tally(&[question(Kind::Text)], &[round], &tree()).remove(0)
    };
    assert_eq!(of(&["d", "c", "b", "a"]), None);
    assert_eq!(of(&["e", "d", "c", "b", "a"]).unwrap().texts, ["a", "b", "c", "d", "e"]);
}

/// All ways in which so many people can answer.
fn worlds(people: u32) -> Vec<[u32; 5]> {
    let mut all = vec![];
    for a in 0..=people {
        for b in 0..=people - a {
            for c in 0..=people - a - b {
                for d in 0..=people - a - b - c {
                    all.push([a, b, c, d, people - a - b - c - d]);
                }
            }
        }
    }
    all
}

fn answers(team: &str, world: [u32; 5]) -> Vec<Reply> {
    let scores = (1..).zip(world).flat_map(|(score, n)| (0..n).map(move |_| score));
    scores.map(|score| reply(Some(team), Value::Score(score))).collect()
}

/// What somebody can know of a world who knows all that is published: of all worlds with the same figures, is there a set of
/// scores, among some of the teams, that the same number of people gave in each of them, and by one to four?
fn leaks<const TEAMS: usize>(teams: [&str; TEAMS], sizes: [u32; TEAMS]) -> Vec<String> {
    // For each set of teams and scores: how many in the first world, and whether it is so in all.
    type Known = Vec<(u32, bool)>;
    let count = |world: &[[u32; 5]; TEAMS]| -> Vec<u32> {
        let sets = (1..1_usize << TEAMS).flat_map(|t| (1..(1_usize << 5) - 1).map(move |s| (t, s)));
        sets.map(|(teams, scores)| {
            let parts = || (0..TEAMS).filter(move |t| teams & (1 << t) != 0);
            let all: u32 = parts().map(|t| sizes[t]).sum();
            let given: u32 = parts()
                .flat_map(|t| (0..5).filter(|s| scores & (1 << s) != 0).map(move |s| world[t][s]))
                .sum();
            // That all of them gave one of some scores is known where everybody did.
            if given == all { 0 } else { given }
        })
        .collect()
    };
    let mut all: Vec<[[u32; 5]; TEAMS]> = vec![[[0; 5]; TEAMS]];
    for (team, size) in sizes.iter().enumerate() {
        let with = |world: [[u32; 5]; TEAMS]| {
            worlds(*size).into_iter().map(move |own| {
                let mut world = world;
                world[team] = own;
                world
            })
        };
        all = all.into_iter().flat_map(with).collect();
    }
    let grouped: Vec<Option<Grouping>> = [None].into_iter().chain(Grouping::all().map(Some)).collect();
    let mut classes = BTreeMap::<String, Known>::new();
    let mut published = Vec::new();
    for world in &all {
        let round: Vec<Reply> = teams.iter().zip(world).flat_map(|(team, w)| answers(team, *w)).collect();
        let mut scores = Scores::default();
        for reply in &round {
            let Some(Value::Score(score)) = reply.answers.get("q1") else { continue };
            scores.add(*score);
        }
        let rounds = [round];
        let sums = by_team("q1", &rounds, &tree());
        let told = tally(&[question(Kind::Ability)], &rounds, &tree()).remove(0);
        let mean = told.as_ref().and_then(|t| t.mean);
        let groups = told.map(|t| t.groups).unwrap_or_default();
        let counts = count(world);
        for grouping in &grouped {
            let of = grouping.map(|g| g.groups(&scores)).unwrap_or_default();
            let key = format!("{mean:?} {sums:?} {of:?}");
            if of == groups {
                published.push(key.clone());
            }
            let known = classes.entry(key).or_insert_with(|| counts.iter().map(|n| (*n, true)).collect());
            known.iter_mut().zip(&counts).for_each(|((first, same), n)| *same &= first == n);
        }
    }
    let few = |known: &Known| known.iter().any(|(n, same)| *same && (1..FLOOR).contains(n));
    assert!(published.len() >= all.len(), "each world publishes something");
    published.retain(|key| few(&classes[key]));
    published
}

#[test]
fn whatever_one_team_answers_no_group_of_one_to_four_can_be_worked_out() {
    for people in 1..=17 {
        let leaks = leaks(["east"], [people]);
        assert!(leaks.is_empty(), "{people}: {} as {}", leaks.len(), leaks[0]);
    }
}

/// Whether the number of people of some of the teams who gave some of the scores can be worked out, and is one to four: it is
/// the same in all worlds in which the teams have the same sums and everybody's groups are as told.
fn is_worked_out(world: [[u32; 5]; 2], groups: &[Group]) -> bool {
    let sum = |w: &[u32; 5]| (1..).zip(w).map(|(score, n)| score * n).sum::<u32>();
    let same = |own: [u32; 5]| {
        let all = worlds(own.iter().sum()).into_iter();
        all.filter(move |w| sum(w) == sum(&own)).collect::<Vec<_>>()
    };
    let within = |[east, west]: &[[u32; 5]; 2], g: &Group| -> u32 {
        (1..)
            .zip(east.iter().zip(west))
            .filter(|(s, _)| (g.from..=g.to).contains(s))
            .map(|(_, (e, w))| e + w)
            .sum()
    };
    let pairs = same(world[0]).into_iter().flat_map(|e| same(world[1]).into_iter().map(move |w| [e, w]));
    let possible: Vec<_> = pairs.filter(|w| groups.iter().all(|g| within(w, g) == g.people)).collect();
    assert!(possible.contains(&world));
    let sets = (1..4).flat_map(|teams: usize| (1..31_usize).map(move |scores| (teams, scores)));
    sets.into_iter().any(|(teams, scores)| {
        let count = |w: &[[u32; 5]; 2]| -> u32 {
            let of = |t: usize| (0..5).filter(|s| scores & (1 << s) != 0).map(|s| w[t][s]).sum::<u32>();
            (0..2).filter(|t| teams & (1 << t) != 0).map(of).sum()
        };
        (1..FLOOR).contains(&count(&world)) && possible.iter().all(|w| count(w) == count(&world))
    })
}

fn world_of(scores: &[i32]) -> [u32; 5] {
    [1, 2, 3, 4, 5].map(|score| u32::try_from(scores.iter().filter(|s| **s == score).count()).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn whatever_two_teams_answer_no_group_of_one_to_four_can_be_worked_out_of_either(
        east in proptest::collection::vec(0..100_usize, 3..14),
        west in proptest::collection::vec(0..100_usize, 3..14),
        given in proptest::sample::subsequence(vec![1, 2, 3, 4, 5], 1..=5),
    ) {
        // Mostly few different scores, with which it is hardest.
        let scores = |people: &[usize]| people.iter().map(|p| given[p % given.len()]).collect::<Vec<i32>>();
        let (east, west) = (scores(&east), scores(&west));
        let mut round = replies("east", &east);
        round.extend(replies("west", &west));
        let teams = by_team("q1", &[round.clone()], &tree());
        let tally = tally(&[question(Kind::Ability)], &[round], &tree()).remove(0);
        // Where the teams are not told apart, nobody has their sums.
        if let Some(tally) = tally.filter(|_| teams.contains_key("east") && teams.contains_key("west")) {
            prop_assert!(!is_worked_out([world_of(&east), world_of(&west)], &tally.groups), "{tally:?} {teams:?}");
        }
    }

    #[test]
    fn every_figure_is_about_nobody_or_five_and_so_is_what_is_left_of_it(
        east in proptest::collection::vec(1..=5_i32, 0..40),
        west in proptest::collection::vec(1..=5_i32, 0..40),
        own in proptest::collection::vec(1..=5_i32, 0..12),
        nowhere in proptest::collection::vec(1..=5_i32, 0..8),
        later in proptest::collection::vec(1..=5_i32, 0..40),
    ) {
        let mut first = replies("east", &east);
        first.extend(replies("west", &west));
        first.extend(replies("sales", &own));
        first.extend(nowhere.iter().map(|s| reply(None, Value::Score(*s))));
        let later = replies("west", &later);
        let tallies = |rounds: &[Vec<Reply>]| tally(&[question(Kind::Ability)], &tellable(rounds.to_vec()), &tree()).remove(0);

        let teams = by_team("q1", &[first.clone()], &tree());
        let people = |team: &str| teams.get(team).map_or(0, |m| m.people);
        let everybody = tallies(&[first.clone()]).filter(|t| t.mean.is_some()).map_or(0, |t| t.people);
        let asked = u32::try_from(first.len()).unwrap();
        prop_assert!(everybody == 0 || everybody == asked, "all count or none");
        for rest in [
            people("east"), people("west"), people("sales"),
            people("sales") - people("east") - people("west"), everybody - people("sales"),
        ] {
            prop_assert!(rest == 0 || rest >= FLOOR, "{rest} people are left over");
        }

        let (one, other, both) =
            (tallies(&[first.clone()]), tallies(std::slice::from_ref(&later)), tallies(&[first, later]));
        for tally in [&one, &other, &both].into_iter().flatten() {
            prop_assert!(tally.groups.iter().all(|g| g.people == 0 || g.people >= FLOOR), "{tally:?}");
            let sum: u32 = tally.groups.iter().map(|g| g.people).sum();
            prop_assert!(tally.groups.is_empty() || sum == tally.people, "{tally:?}");
        }
        // Whatever is told of both rounds is the sum of what is told of each, so that nothing is left to subtract.
        if let (Some(one), Some(other), Some(both)) = (one, other, both)
            && !both.groups.is_empty()
        {
            let finer: std::collections::BTreeSet<(i32, i32)> = both.groups.iter().map(|g| (g.from, g.to)).collect();
            for (from, to) in finer {
                let of = |t: &Tally| -> u32 {
                    t.groups.iter().filter(|g| from <= g.from && g.to <= to).map(|g| g.people).sum()
                };
                let told = |t: &Tally| if t.mean.is_some() { of(t) } else { 0 };
                prop_assert_eq!(of(&both), told(&one) + told(&other));
            }
        }
    }
}
