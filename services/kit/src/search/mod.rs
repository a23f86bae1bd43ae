//! Finds texts by their words, and those that are alike while something is typed.
//!
//! An inverted index in memory, one per organization, made from the table when it is first needed: both databases then find the
//! same, and a suggestion costs no more than the call itself. What it finds is to be looked up in the database afterwards, so
//! that a stale entry is never shown.

mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::words::is_empty;
pub use self::words::words;

/// How many postings one suggestion looks at. Rare words come first, and they tell most.
const BUDGET: usize = 2_000;
/// How many words the beginning of a word stands for.
const EXPANSIONS: usize = 24;
/// How many words of what is typed count.
const MAX_WORDS: usize = 48;
/// A word of the title weighs as much as so many of the text.
const TITLE_WEIGHT: f32 = 3.0;
/// A word that no text has weighs so much of what a rare one weighs.
const UNKNOWN_WEIGHT: f32 = 0.4;
/// The kind of an entry that was removed.
const REMOVED: u32 = 0;
/// What a text must have, of the weight of all that was typed, to be called alike.
const LEAST_ALIKE: f32 = 0.34;

/// The words of texts.
#[derive(Debug, Default)]
pub struct Index {
    entries: Vec<Entry>,
    /// What kind each entry is of, beside the entries: for many candidates nothing else is looked at, and this fits into a
    /// processor's cache.
    kinds: Vec<u32>,
    kind_numbers: HashMap<String, u32>,
    numbers: HashMap<String, u32>,
    postings: BTreeMap<String, Vec<Posting>>,
    length: f32,
    alive: u32,
}

#[derive(Debug)]
struct Entry {
    id: String,
    length: f32,
}

#[derive(Debug, Clone, Copy)]
struct Posting {
    number: u32,
    weight: f32,
    /// How much all words of the text weigh, here so that nothing else has to be looked up.
    length: f32,
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Its id.
    pub id: String,
    /// How well it fits; only good for comparing.
    pub score: f32,
}

/// A word that was typed, with what stands for it in the index.
struct Asked<'a> {
    lists: Vec<(&'a [Posting], f32)>,
    rarity: f32,
    cost: usize,
}

/// A word that was typed, found in a text.
#[derive(Debug, Clone, Copy)]
struct Hit {
    number: u32,
    /// The place of the word among those that were typed.
    word: usize,
    score: f32,
    /// How much of the weight of what was typed it is.
    share: f32,
}

impl Index {
    /// How many texts it has.
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Adds a text, or takes its new words. `kind` is what [`Index::suggest`] may prefer.
    pub fn put(&mut self, id: &str, kind: &str, title: &str, body: &str) {
        self.remove(id);
        let mut weights: HashMap<String, f32> = HashMap::new();
        for (text, weight) in [(title, TITLE_WEIGHT), (body, 1.0)] {
            for word in words(text) {
                *weights.entry(word).or_default() += weight;
            }
        }
        let number = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        let length = weights.values().sum::<f32>().max(1.0);
        for (word, weight) in weights {
            self.postings.entry(word).or_default().push(Posting { number, weight, length });
        }
        self.entries.push(Entry { id: id.to_owned(), length });
        let next = u32::try_from(self.kind_numbers.len()).unwrap_or(u32::MAX - 1) + 1;
        self.kinds.push(*self.kind_numbers.entry(kind.to_owned()).or_insert(next));
        self.numbers.insert(id.to_owned(), number);
        self.length += length;
        self.alive += 1;
    }

    /// Forgets a text.
    pub fn remove(&mut self, id: &str) {
        let number = self.numbers.remove(id);
        if let Some(number) = number.map(|n| n as usize)
            && let (Some(entry), Some(kind)) = (self.entries.get(number), self.kinds.get_mut(number))
        {
            *kind = REMOVED;
            self.length -= entry.length;
            self.alive -= 1;
        }
    }

    /// Texts that say something like this one, the most alike first; those of the kind `preferred` before others that are
    /// as alike.
    pub fn suggest(&self, text: &str, preferred: &str, limit: usize) -> Vec<Match> {
        let mut asked = self.asked(text);
        asked.sort_by_key(|a| a.cost);
        let (mut hits, mut total, mut left) = (Vec::new(), 0.0, BUDGET);
        for (word, a) in asked.iter().enumerate() {
            if a.cost == 0 {
                // A word that nobody used is a way to say it, not what it is about.
                total += a.rarity * UNKNOWN_WEIGHT;
                continue;
            }
            // What is left are the commonest words, which tell least.
            if left == 0 {
                break;
            }
            total += a.rarity;
            for (list, factor) in &a.lists {
                // The end of a list are the latest ones.
                let list = &list[list.len().saturating_sub(left)..];
                left -= list.len();
                let share = a.rarity * factor;
                let hit =
                    |p: &Posting| Hit { number: p.number, word, score: share * self.saturation(*p), share };
                hits.extend(list.iter().map(hit));
            }
        }
        // Each list is in order already, of which this kind of sorting makes use.
        hits.sort_by_key(|h| (h.number, h.word));
        let preferred = self.kind_numbers.get(preferred);
        let of_text = |hits: &[Hit]| {
            // Of all that an unfinished word stands for, the best counts.
            let best = |of_word: &[Hit]| of_word.iter().map(|h| h.share).fold(0.0, f32::max);
            let share: f32 = hits.chunk_by(|a, b| a.word == b.word).map(best).sum();
            let number = hits.first().filter(|_| share >= total * LEAST_ALIKE)?.number;
            let kind = self.kinds.get(number as usize).filter(|k| **k != REMOVED)?;
            let score: f32 = hits.iter().map(|h| h.score).sum();
            let favour = if Some(kind) == preferred { 1.15 } else { 1.0 };
            Some((score * favour, number))
        };
        let mut matches: Vec<(f32, u32)> =
            hits.chunk_by(|a, b| a.number == b.number).filter_map(of_text).collect();
        let better = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if limit < matches.len() {
            matches.select_nth_unstable_by(limit, better);
            matches.truncate(limit);
        }
        matches.sort_by(better);
        matches.into_iter().filter_map(|(score, number)| self.found(number, score)).collect()
    }

    /// Texts in which all these words are, the last one perhaps unfinished, the best first, at most `limit`; and `None` when
    /// there is no word in the text.
    pub fn search(&self, text: &str, limit: usize) -> Option<Vec<Match>> {
        let typed = typed(text);
        let last = typed.len().checked_sub(1)?;
        let mut scores: Option<HashMap<u32, f32>> = None;
        for (i, word) in typed.iter().enumerate() {
            let mut of_word: HashMap<u32, f32> = HashMap::new();
            for (list, factor) in self.lists(word, i == last) {
                let rarity = self.rarity(list.len());
                for posting in list {
                    if scores.as_ref().is_none_or(|s| s.contains_key(&posting.number)) {
                        let score = rarity * factor * self.saturation(*posting);
                        let best = of_word.entry(posting.number).or_default();
                        *best = best.max(score);
                    }
                }
            }
            let before = scores.take().unwrap_or_default();
            scores = Some(
                of_word.into_iter().map(|(n, s)| (n, s + before.get(&n).copied().unwrap_or(0.0))).collect(),
            );
        }
        let mut matches: Vec<Match> =
            scores.unwrap_or_default().into_iter().filter_map(|(n, score)| self.found(n, score)).collect();
        matches.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
        matches.truncate(limit);
        Some(matches)
    }

    /// An entry, unless it was removed.
    fn found(&self, number: u32, score: f32) -> Option<Match> {
        self.kinds.get(number as usize).filter(|k| **k != REMOVED)?;
        self.entries.get(number as usize).map(|entry| Match { id: entry.id.clone(), score })
    }

    fn asked(&self, text: &str) -> Vec<Asked<'_>> {
        let mut typed: Vec<String> = words(text);
        let unfinished =
            typed.last().filter(|_| text.chars().last().is_some_and(char::is_alphanumeric)).cloned();
        typed.truncate(MAX_WORDS);
        let typed: BTreeSet<String> = typed.into_iter().filter(|w| !is_empty(w)).collect();
        let ask = |word: String| {
            let lists = self.lists(&word, unfinished.as_ref() == Some(&word));
            let cost: usize = lists.iter().map(|(list, _)| list.len()).sum();
            Asked { lists, rarity: self.rarity(cost), cost }
        };
        typed.into_iter().map(ask).collect()
    }

    /// The postings of a word, and of words that begin like it, which count less.
    fn lists(&self, word: &str, unfinished: bool) -> Vec<(&[Posting], f32)> {
        let mut lists = Vec::new();
        if let Some(list) = self.postings.get(word) {
            lists.push((list.as_slice(), 1.0));
        }
        if unfinished && word.chars().count() >= 2 {
            let longer = self.postings.range(word.to_owned()..).take_while(|(w, _)| w.starts_with(word));
            lists.extend(
                longer.filter(|(w, _)| *w != word).take(EXPANSIONS).map(|(_, l)| (l.as_slice(), 0.7)),
            );
        }
        lists
    }

    /// How much a word tells that so many texts have.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of texts are far below the limit of a float's digits"
    )]
    fn rarity(&self, count: usize) -> f32 {
        let (all, count) = (self.alive as f32, count as f32);
        (1.0 + (all + 0.5) / (count + 0.5)).ln()
    }

    /// A word that is there more often counts more, but ever less so; long texts count less.
    #[expect(
        clippy::cast_precision_loss,
        reason = "counts of texts are far below the limit of a float's digits"
    )]
    fn saturation(&self, posting: Posting) -> f32 {
        let mean = self.length / (self.alive.max(1) as f32);
        posting.weight / (posting.weight + 1.2 * (0.25 + 0.75 * posting.length / mean.max(1.0)))
    }
}

/// The words of a search, each once, in their order; empty ones only if there are no others.
fn typed(text: &str) -> Vec<String> {
    // Each piece that people separate by blanks is one word to them, whatever it is made of.
    let mut all: Vec<String> = Vec::new();
    for piece in text.split_whitespace() {
        if let Some(whole) = words(piece).pop()
            && !all.contains(&whole)
        {
            all.push(whole);
        }
    }
    all.truncate(MAX_WORDS);
    if all.iter().any(|w| !is_empty(w)) {
        all.retain(|w| !is_empty(w));
    }
    all
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn index() -> Index {
        let mut index = Index::default();
        for (id, title, body) in [
            ("export", "Export the list of offers to Excel", "Every Monday I copy 40 lines by hand."),
            ("slow", "Opening a customer takes a minute", "The list of customers is slow."),
            ("fa-report", "گزارش‌های ماهانه کند باز می‌شوند", "هر ماه ده دقیقه منتظر گزارش فروش می‌مانم."),
            ("fa-dark", "حالت تیره برای CRM", ""),
            ("ar-report", "التقارير الشهرية بطيئة", "أنتظر كثيرًا كل شهر"),
        ] {
            index.put(id, if id == "slow" { "crm" } else { "erp" }, title, body);
        }
        index
    }

    fn suggested(text: &str) -> Vec<String> {
        index().suggest(text, "", 5).into_iter().map(|m| m.id).collect()
    }

    fn found(text: &str) -> Vec<String> {
        index().search(text, 100).unwrap_or_default().into_iter().map(|m| m.id).collect()
    }

    #[test]
    fn what_is_alike_is_suggested_while_it_is_typed() {
        for (typed, first) in [
            ("exp", "export"),
            ("I would like an export to exc", "export"),
            ("customer opens slow", "slow"),
            ("گزارش ها کند", "fa-report"),
            ("گزارشهاي ماهانه", "fa-report"),
            ("حالت تيره", "fa-dark"),
            ("تقارير شهرية", "ar-report"),
            ("۴۰ lines", "export"),
        ] {
            assert_eq!(suggested(typed).first().map(String::as_str), Some(first), "{typed}");
        }
    }

    #[test]
    fn what_is_not_alike_is_not_suggested() {
        for typed in [
            "",
            "x",
            "holiday request form",
            "مرخصی",
            "the of to",
            "I would like many different things, a list too",
        ] {
            assert_eq!(suggested(typed), [] as [&str; 0], "{typed}");
        }
    }

    #[test]
    fn a_search_wants_every_word_and_the_last_may_be_unfinished() {
        assert_eq!(found("list"), ["export", "slow"].map(str::to_owned));
        assert_eq!(found("list custo"), ["slow"]);
        assert_eq!(found("custo list"), [] as [&str; 0], "only the last one may be unfinished");
        assert_eq!(found("گزارش فروش"), ["fa-report"]);
        assert_eq!(found("گزارش‌های كند"), ["fa-report"]);
        assert!(index().search(" — ", 100).is_none(), "no word was asked for");
    }

    #[test]
    fn new_words_replace_the_old_ones() {
        let mut index = index();
        index.put("export", "erp", "Print the offers", "");
        assert!(index.search("excel", 9).unwrap().is_empty());
        assert_eq!(index.search("print", 9).unwrap()[0].id, "export");
        index.remove("export");
        index.remove("export");
        assert!(index.search("print", 9).unwrap().is_empty());
        assert_eq!(index.len(), 4);
    }

    #[test]
    fn those_of_the_preferred_kind_come_first() {
        let mut index = Index::default();
        for (id, application) in [("a", "erp"), ("b", "crm")] {
            index.put(id, application, "Slow search", "");
        }
        let first = |application: &str| index.suggest("slow search", application, 5).remove(0).id;
        assert_eq!((first("crm"), first("erp")), ("b".to_owned(), "a".to_owned()));
    }

    proptest! {
        #[test]
        fn every_title_finds_itself(titles in proptest::collection::vec("[a-zآ-ی]{3,7} [a-zآ-ی]{3,7} [0-9۰-۹]{2}", 1..12)) {
            let mut index = Index::default();
            for (i, title) in titles.iter().enumerate() {
                index.put(&i.to_string(), "crm", title, "");
            }
            for (i, title) in titles.iter().enumerate() {
                let alike = index.suggest(title, "crm", 50);
                prop_assert!(alike.iter().any(|m| m.id == i.to_string()), "{} in {:?}", title, alike);
                let searched = index.search(title, 50).unwrap();
                prop_assert!(searched.iter().any(|m| m.id == i.to_string()), "{} in {:?}", title, searched);
            }
        }
    }
}
