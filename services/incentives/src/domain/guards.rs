//! What must hold for a prize, whatever was reached.

use super::{
    improvement::{Better, Improvement},
    sums::{Sum, Sums},
};

/// Fewer records than this tell nothing.
const LEAST_RECORDS: f64 = 20.0;
/// Records beyond this multiple of what use explains do not make a share of errors smaller: nobody saves junk to look
/// careful.
const PACE: f64 = 1.25;
/// Of 1,000 on the frozen roster, so many must be who was frozen.
const LEAST_KEPT: u32 = 900;
/// And no more than so many others.
const MOST_ADDED: u32 = 100;
/// The errors of a constant rate, where nobody else saves records; it cancels.
const ANY_RATE: f64 = 0.05;

/// A guard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Guard {
    /// No more errors than before.
    DataQuality,
    /// Enough members took part.
    Participation,
    /// The roster is who was frozen.
    Roster,
    /// No team of several fell behind.
    NobodyLeftBehind,
}

/// Whether it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It does.
    Holds,
    /// It does not.
    Fails,
    /// There is nothing to tell it by.
    NotMeasured,
}

/// How many times the baseline's records there may be in a window: as many as it is longer, or as there are more days of
/// use. Who uses it on more days saves more, and no junk is needed for that.
fn growth(baseline: &Sums, now: &Sums) -> f64 {
    let longer = f64::from(now.person_weeks) / f64::from(baseline.person_weeks.max(1));
    if baseline.usage.happened > 0.0 {
        longer.max(now.usage.happened / baseline.usage.happened)
    } else {
        longer
    }
}

/// The records of a window, at most [`PACE`] times those that use explains: what is beyond counts with its errors only.
pub fn paced(baseline: &Sums, now: &Sums) -> Sum {
    let most = PACE * baseline.errors.possible * growth(baseline, now);
    let errors = now.errors;
    if baseline.errors.possible < LEAST_RECORDS || errors.possible <= most || most <= 0.0 {
        return errors;
    }
    let share = most / errors.possible;
    Sum { possible: most, expected: errors.expected.map(|e| e * share), ..errors }
}

/// Errors of the baseline and of the window, comparable; `None` with too few records before.
pub fn errors(baseline: &Sums, now: &Sums) -> Option<(Sum, Sum)> {
    if baseline.errors.possible < LEAST_RECORDS {
        return None;
    }
    let (before, after) = (baseline.errors, paced(baseline, now));
    Some(match (before.expected, after.expected) {
        (Some(_), Some(_)) => (before, after),
        _ => (before.against(ANY_RATE), after.against(ANY_RATE)),
    })
}

/// Whether records are saved with no more errors than before.
pub fn data_quality(baseline: &Sums, now: &Sums) -> Held {
    let Some((before, after)) = errors(baseline, now) else { return Held::NotMeasured };
    if after.possible < LEAST_RECORDS {
        // They kept records before and stopped: nothing shows that quality is what it was.
        return Held::Fails;
    }
    let worse = if let Some(change) = Improvement::plain(&before, &after, Better::Less) {
        change.worse_beyond_chance()
    } else {
        // Hardly an error was to be expected: many would be more than chance, more than twice as often as before.
        let more_records = (after.possible / before.possible).max(1.0);
        after.happened >= 6.0 && after.happened > 2.0 * before.happened.max(1.0) * more_records
    };
    if worse { Held::Fails } else { Held::Holds }
}

/// Whether enough members took part, week by week on average.
pub fn participation(now: &Sums, percent: u32) -> Held {
    if now.person_weeks == 0 {
        return Held::NotMeasured;
    }
    let active = u64::from(now.person_weeks_active) * 100;
    if active >= u64::from(now.person_weeks) * u64::from(percent) { Held::Holds } else { Held::Fails }
}

/// Whether the roster is who was frozen.
pub fn roster(now: &Sums) -> Held {
    let kept = now.kept;
    if kept.kept >= LEAST_KEPT && kept.added <= MOST_ADDED { Held::Holds } else { Held::Fails }
}

/// One answer for several teams: it fails if it fails for one, and holds if it holds for one at least.
pub fn all(each: impl IntoIterator<Item = Held>) -> Held {
    each.into_iter().fold(Held::NotMeasured, |all, one| match (all, one) {
        (Held::Fails, _) | (_, Held::Fails) => Held::Fails,
        (Held::Holds, _) | (_, Held::Holds) => Held::Holds,
        _ => Held::NotMeasured,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::sums::Kept;

    fn sums(records: f64, errors: f64) -> Sums {
        let errors = Sum { happened: errors, possible: records, expected: Some(records * 0.1), days: 20.0 };
        Sums { people: 10, person_weeks: 40, person_weeks_active: 30, errors, ..Sums::default() }
    }

    #[test]
    fn junk_fails_whether_it_is_wrong_or_only_much() {
        let before = sums(400.0, 40.0);
        assert_eq!(data_quality(&before, &sums(420.0, 44.0)), Held::Holds);
        assert_eq!(data_quality(&before, &sums(900.0, 300.0)), Held::Fails, "junk with errors");
        // 80 errors among 400 records would be too many; 4,000 empty records around them do not hide them.
        assert_eq!(data_quality(&before, &sums(4_400.0, 120.0)), Held::Fails, "diluted");
        assert_eq!(data_quality(&before, &sums(5.0, 0.0)), Held::Fails, "they stopped");
        assert_eq!(data_quality(&sums(0.0, 0.0), &sums(0.0, 0.0)), Held::NotMeasured);
    }

    #[test]
    fn who_uses_it_on_more_days_saves_more_and_is_not_blamed_for_it() {
        let on = |days: f64, sums: Sums| {
            let usage = Sum { happened: days, possible: 200.0, expected: Some(100.0), days: 20.0 };
            Sums { usage, ..sums }
        };
        let before = on(80.0, sums(800.0, 80.0));
        let twice = on(160.0, sums(1_600.0, 160.0));
        assert_eq!(data_quality(&before, &twice), Held::Holds, "a tenth with errors, as before");
        assert_eq!(paced(&before, &twice), twice.errors, "none of it is too many");
        let same_days = on(80.0, sums(1_600.0, 160.0));
        assert_eq!(data_quality(&before, &same_days), Held::Fails, "nothing explains so many records");
        let worse = on(160.0, sums(1_600.0, 320.0));
        assert_eq!(data_quality(&before, &worse), Held::Fails);
    }

    #[test]
    fn a_guard_of_several_teams_fails_with_one() {
        assert_eq!(all([Held::Holds, Held::Fails, Held::NotMeasured]), Held::Fails);
        assert_eq!(all([Held::NotMeasured, Held::Holds]), Held::Holds);
        assert_eq!(all([]), Held::NotMeasured);
    }

    #[test]
    fn rosters_may_change_a_little() {
        let with = |kept, added| roster(&Sums { kept: Kept { kept, added }, ..Sums::default() });
        assert_eq!((with(1_000, 0), with(900, 100)), (Held::Holds, Held::Holds));
        assert_eq!((with(899, 0), with(1_000, 101)), (Held::Fails, Held::Fails));
    }

    proptest! {
        #[test]
        fn records_without_errors_never_hide_errors(records in 50.0..2_000.0_f64, share in 0.02..0.3_f64, worse in 1.0..6.0_f64, junk in 0.0..50_000.0_f64) {
            let before = sums(records, records * share);
            let honest = sums(records * PACE, records * PACE * share * worse);
            if data_quality(&before, &honest) == Held::Fails {
                let diluted = sums(records * PACE + junk, records * PACE * share * worse);
                prop_assert_eq!(data_quality(&before, &diluted), Held::Fails);
            }
        }

        #[test]
        fn more_use_with_the_same_share_of_errors_never_fails(records in 50.0..2_000.0_f64, share in 0.02..0.3_f64, growth in 1.0..8.0_f64) {
            let on = |days: f64| Sums {
                usage: Sum { happened: days, possible: 200.0, expected: Some(50.0), days: 20.0 },
                ..sums(records * days / 20.0, records * share * days / 20.0)
            };
            prop_assert_eq!(data_quality(&on(20.0), &on(20.0 * growth)), Held::Holds);
        }

        #[test]
        fn one_star_is_one_member(members in 5_u32..200, percent in 50_u32..=100) {
            let star = Sums { person_weeks: members * 4, person_weeks_active: 4, ..Sums::default() };
            prop_assert_eq!(participation(&star, percent), Held::Fails);
        }
    }
}
