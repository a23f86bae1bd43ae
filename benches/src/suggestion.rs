//! What is alike among a hundred thousand proposals, letter by letter as somebody types, against an empty unary call on
//! the same server.

use std::time::{Duration, Instant};

use anyhow::ensure;
use lab::{
    Home, Server, calls,
    home::{ORGANIZATION, PARENT},
};
use proto::feedback::v1::{SuggestProposalsRequest, proposal_service_client::ProposalServiceClient};
use rand::{Rng, SeedableRng, rngs::StdRng};
use rusqlite::{Connection, params};
use tonic_health::pb::{HealthCheckRequest, health_client::HealthClient};

use crate::{
    Options,
    report::{Goal, Report, Row, say},
};

/// Proposals of the organization, in three languages.
const PROPOSALS: usize = 100_000;
/// Different words of a language.
const WORDS: usize = 4_000;
/// Suggestions, and empty calls, in one round.
const CALLS: usize = 1_000;

/// The syllables that the words of a language are made of.
const SYLLABLES: [&[&str]; 3] = [
    &[
        "re", "port", "ex", "cus", "tom", "er", "of", "fer", "list", "mo", "bile", "sync", "log", "in",
        "view", "sort",
    ],
    &[
        "گز", "ارش", "مش", "تری", "پیش", "نهاد", "فرو", "شنده", "کند", "بار", "خط", "نما", "جست", "وجو",
        "دیر", "کار",
    ],
    &["تق", "رير", "عم", "يل", "عر", "ض", "بط", "يء", "بح", "ث", "قا", "ئمة", "مو", "عد", "خط", "أ"],
];

/// Measures both in turns.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let home = Home::set_up(&options.binary);
    ensure!(Server::start(&home).stop(), "the server did not end well");
    let mut dice = StdRng::seed_from_u64(11);
    let titles = fill(&home, &mut dice)?;
    say(&format!("wrote {PROPOSALS} proposals"))?;

    let server = Server::start(&home);
    let way = calls::administrator(server.address).await;
    let mut health = HealthClient::new(way.clone());
    let mut proposals = ProposalServiceClient::new(way);
    let begin = Instant::now();
    // The words are read when the server starts; the first answer may have to wait for that.
    while proposals.suggest_proposals(asking(&titles[0])).await.is_err() {
        ensure!(begin.elapsed().as_secs() < 120, "the words were not read in two minutes");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let ready = begin.elapsed().as_secs_f64();

    server.rested();

    let (mut measured, mut found, mut asked) = (Vec::new(), 0_usize, 0_usize);
    for _ in 0..options.rounds {
        let (mut empty, mut full) = (Vec::new(), Vec::new());
        while full.len() < CALLS {
            let title: Vec<char> = titles[dice.random_range(0..titles.len())].chars().collect();
            for typed in (3..=title.len()).step_by(3) {
                let begin = Instant::now();
                health.check(HealthCheckRequest::default()).await?;
                empty.push(begin.elapsed().as_secs_f64() * 1e3);
                let request = asking(&title[..typed].iter().collect::<String>());
                let begin = Instant::now();
                let answer = proposals.suggest_proposals(request).await?;
                full.push(begin.elapsed().as_secs_f64() * 1e3);
                found += usize::from(!answer.get_ref().proposals.is_empty());
                asked += 1;
            }
        }
        measured.push((p95(full), p95(empty)));
    }
    ensure!(
        found * 2 > asked,
        "what is typed is a title that is there, but {found} of {asked} found something"
    );
    report.add(
        "suggestion",
        vec![
            Row::beside(
                format!("suggestion among {PROPOSALS} proposals, while typing, p95"),
                "ms",
                "empty call",
                Some(Goal::RatioAtMost(3.0)),
                &measured,
            ),
            Row::alone("words of all proposals read after a start".to_owned(), "s", None, &[ready]),
        ],
    )
}

fn asking(text: &str) -> SuggestProposalsRequest {
    SuggestProposalsRequest { parent: PARENT.into(), text: text.to_owned(), application: String::new() }
}

/// Writes the proposals as the service would have; some of their titles.
fn fill(home: &Home, dice: &mut StdRng) -> anyhow::Result<Vec<String>> {
    let vocabulary: Vec<Vec<String>> = SYLLABLES.iter().map(|syllables| words(syllables, dice)).collect();
    let mut database = Connection::open(home.path().join("data/feedback.sqlite"))?;
    let mut titles = Vec::new();
    let tx = database.transaction()?;
    {
        let mut insert = tx.prepare(
            "INSERT INTO proposal (organization, id, kind, title, body, language, application, topic, tone, proposer, status, \
             answer, tags, votes, comments, reviewed, day, revision) \
             VALUES (?1, ?2, 1, ?3, ?4, ?5, 'crm', 2, 2, 'somebody', 1, '', '[]', 0, 0, 1, 20500, 1)",
        )?;
        for number in 0..PROPOSALS {
            let language = number % SYLLABLES.len();
            let text = |count: usize, dice: &mut StdRng| {
                let words = (0..count).map(|_| vocabulary[language][common(dice)].as_str());
                words.collect::<Vec<_>>().join(" ")
            };
            let count = dice.random_range(4..9);
            let title = text(count, dice);
            let body = text(count * 4, dice);
            let id = format!("{:032x}", dice.random::<u128>());
            insert.execute(params![ORGANIZATION, id, title, body, language as i64 + 1])?;
            if number % 50 == 0 {
                titles.push(title);
            }
        }
    }
    tx.commit()?;
    Ok(titles)
}

/// The number of a word: as in every language, few words are everywhere and most are rare.
fn common(dice: &mut StdRng) -> usize {
    let halved = dice.random_range(0..12);
    dice.random_range(0..(WORDS >> halved).max(1))
}

fn words(syllables: &[&str], dice: &mut StdRng) -> Vec<String> {
    let syllable = |dice: &mut StdRng| syllables[dice.random_range(0..syllables.len())];
    (0..WORDS).map(|_| (0..dice.random_range(2..5)).map(|_| syllable(dice)).collect()).collect()
}

fn p95(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[(times.len() * 95 / 100).min(times.len() - 1)]
}
