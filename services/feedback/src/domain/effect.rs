//! What happened to the usage of the teams that asked, weeks after a decision. It is a look back and no proof: nobody was left
//! without what was decided, so there is nothing to compare with.

use jiff::{ToSpan, civil::Date};
use kit::localize::Text;

/// Weeks until there is something to look at.
pub(crate) const READY_WEEKS: i32 = 4;
/// Weeks shown before the decision.
const WEEKS_BEFORE: usize = 4;
/// Weeks shown in all.
const WEEKS: usize = 12;
/// Teams shown.
pub(crate) const MAX_TEAMS: usize = 20;
/// How many of a team's people must have voted for the team to count as having asked.
pub(crate) const VOTERS: u64 = 5;

/// A published week of a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Week {
    pub(crate) start: Date,
    pub(crate) rate: Option<i32>,
    pub(crate) expected: Option<i32>,
}

/// Why a team comes without figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Silence {
    Flagged,
    NotPublished,
    TooEarly,
}

/// The days during which a flag was open; open to this day without an end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Flagged {
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
}

/// From which day on there is something to look at.
pub(crate) fn ready_day(decided: Date) -> Date {
    decided.checked_add((READY_WEEKS * 7).days()).unwrap_or(decided)
}

/// How many weeks back from today the first week to show lies.
pub(crate) fn weeks_back(decided: Date, today: Date) -> i32 {
    let days = today.since((jiff::Unit::Day, first_day(decided))).map_or(0, |span| span.get_days());
    days / 7 + 2
}

fn first_day(decided: Date) -> Date {
    decided.checked_sub((i32::try_from(WEEKS_BEFORE).unwrap_or(4) * 7).days()).unwrap_or(decided)
}

/// The weeks to show of a team, or why there are none. A team that was flagged within the weeks that would be compared comes
/// without figures: teams that were just flagged recover by themselves.
pub(crate) fn weeks(
    decided: Date,
    today: Date,
    published: Vec<Week>,
    flags: &[Flagged],
) -> Result<Vec<Week>, Silence> {
    if today < ready_day(decided) {
        return Err(Silence::TooEarly);
    }
    let first = first_day(decided);
    let last = first.checked_add((i32::try_from(WEEKS).unwrap_or(12) * 7).days()).unwrap_or(today).min(today);
    let touches = |flag: &Flagged| flag.from <= last && flag.to.is_none_or(|to| first <= to);
    if flags.iter().any(touches) {
        return Err(Silence::Flagged);
    }
    let mut weeks = published;
    weeks.sort_by_key(|w| w.start);
    let after = weeks.iter().position(|w| w.start > decided).unwrap_or(weeks.len());
    if after == 0 {
        // Nothing is published any more of before: weeks of long after would be no comparison.
        return Err(Silence::NotPublished);
    }
    let weeks: Vec<Week> = weeks.into_iter().skip(after.saturating_sub(WEEKS_BEFORE)).take(WEEKS).collect();
    if weeks.iter().all(|w| w.rate.is_none()) {
        return Err(Silence::NotPublished);
    }
    Ok(weeks)
}

/// What the figures mean and what not.
pub(crate) fn explanation() -> Text {
    Text::new(
        "Use of the teams that asked, before and after the decision. Much else happened in the same weeks, so this shows what \
         followed, not what the decision did. Compare with the line of comparable teams. Teams that were flagged come without \
         figures, since such teams recover by themselves.",
        "استفادهٔ تیم‌هایی که درخواست کرده بودند، پیش و پس از تصمیم. در همین هفته‌ها چیزهای دیگری هم رخ داده است؛ پس این نشان \
         می‌دهد چه در پی آمد، نه این‌که تصمیم چه کرد. با خط تیم‌های همانند بسنجید. تیم‌هایی که پرچم داشتند بدون رقم‌اند، چون چنین \
         تیم‌هایی خودبه‌خود بهتر می‌شوند.",
        "استخدام الفرق التي طلبت ذلك، قبل القرار وبعده. حدثت أمور أخرى كثيرة في الأسابيع نفسها، لذا يبيّن هذا ما تلا القرار لا ما \
         أحدثه. قارن بخط الفرق المماثلة. والفرق التي رُفعت عليها راية تأتي بلا أرقام، لأن مثلها يتحسّن من تلقاء نفسه.",
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const DECIDED: Date = date(2026, 3, 11);

    fn published() -> Vec<Week> {
        let mut weeks = Vec::new();
        let mut day = date(2026, 1, 5);
        while day < date(2026, 7, 1) {
            weeks.push(Week { start: day, rate: Some(40), expected: Some(45) });
            day = day.saturating_add(7.days());
        }
        weeks.reverse();
        weeks
    }

    #[test]
    fn four_weeks_before_and_eight_after_are_shown() {
        let weeks = weeks(DECIDED, date(2026, 7, 1), published(), &[]).expect("weeks");
        assert_eq!(weeks.len(), 12);
        assert_eq!(weeks[3].start, date(2026, 3, 9), "the week of the decision is the last before");
        assert_eq!((weeks[0].start, weeks[11].start), (date(2026, 2, 16), date(2026, 5, 4)));
    }

    #[test]
    fn weeks_are_asked_for_as_long_ago_as_the_decision() {
        for (today, back) in [(date(2026, 4, 8), 10), (date(2026, 7, 1), 22), (date(2027, 3, 10), 58)] {
            assert_eq!(weeks_back(DECIDED, today), back);
            let start = today.saturating_sub((back * 7).days());
            assert!(start < date(2026, 2, 11), "{start} is not before the first week that is shown");
        }
        let late = published().into_iter().filter(|w| w.start > DECIDED).collect();
        assert_eq!(weeks(DECIDED, date(2029, 7, 1), late, &[]), Err(Silence::NotPublished));
    }

    #[test]
    fn nothing_is_shown_too_early_or_of_nobody() {
        assert_eq!(weeks(DECIDED, date(2026, 4, 7), published(), &[]), Err(Silence::TooEarly));
        assert!(weeks(DECIDED, date(2026, 4, 8), published(), &[]).is_ok());
        assert_eq!(weeks(DECIDED, date(2026, 7, 1), vec![], &[]), Err(Silence::NotPublished));
        let empty = vec![Week { start: date(2026, 3, 2), rate: None, expected: None }];
        assert_eq!(weeks(DECIDED, date(2026, 7, 1), empty, &[]), Err(Silence::NotPublished));
    }

    #[test]
    fn a_flagged_teams_own_before_and_after_is_never_shown() {
        let flag = |from, to| Flagged { from, to };
        let see = |flags: &[Flagged]| weeks(DECIDED, date(2026, 7, 1), published(), flags);
        assert_eq!(see(&[flag(date(2026, 3, 1), None)]), Err(Silence::Flagged));
        assert_eq!(see(&[flag(date(2025, 1, 1), Some(date(2026, 2, 20)))]), Err(Silence::Flagged));
        assert_eq!(see(&[flag(date(2026, 5, 1), None)]), Err(Silence::Flagged), "flagged since");
        assert!(see(&[flag(date(2026, 6, 1), None)]).is_ok(), "long after what is shown");
        assert!(see(&[flag(date(2025, 1, 1), Some(date(2026, 1, 20)))]).is_ok(), "long before");
    }
}
