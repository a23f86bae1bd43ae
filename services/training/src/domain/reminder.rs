//! When somebody is reminded, and when it is escalated: in working days of the person's site.

use jiff::civil::Date;
use kit::workdays::SiteCalendar;
use serde::{Deserialize, Serialize};

/// Who hears of somebody who is long overdue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EscalationTarget {
    /// The manager; HR where there is none.
    #[default]
    Manager,
    /// HR.
    Hr,
    /// Both.
    ManagerAndHr,
}

/// When and whom to remind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderPolicy {
    /// So many working days before the due day.
    pub days_before: Vec<u32>,
    /// So many working days after it.
    pub days_after: Vec<u32>,
    /// Working days after it until it is escalated; 0: never.
    pub escalate_after_days: u32,
    /// Who hears of it then.
    pub escalate_to: EscalationTarget,
}

impl Default for ReminderPolicy {
    fn default() -> Self {
        Self {
            days_before: vec![5, 1],
            days_after: vec![],
            escalate_after_days: 0,
            escalate_to: EscalationTarget::Manager,
        }
    }
}

/// What was done about one enrolment so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reminded {
    /// The working day of the last reminder, counted from the due day: −5 is five days before. `None` before the first.
    pub through: Option<i32>,
    /// Whether it was escalated.
    pub escalated: bool,
}

/// What is to be done today, and when to look again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Due {
    /// The working day that the reminder is for, counted from the due day; `None`: no reminder today.
    pub remind: Option<i32>,
    /// Whether to escalate.
    pub escalate: bool,
    /// The next day on which there may be something to do; `None`: never again.
    pub next: Option<Date>,
}

/// What is to be done on `today` about something given on `given` and due on `due`. A day that was missed is made good
/// once, by the latest reminder; nobody hears anything on a day off.
pub fn due(
    policy: &ReminderPolicy,
    calendar: &SiteCalendar,
    given: Date,
    due: Date,
    today: Date,
    done: Reminded,
) -> Due {
    let mut days: Vec<(i32, Date)> = policy
        .days_before
        .iter()
        .map(|n| (-signed(*n), calendar.subtract_working_days(due, *n)))
        .chain(policy.days_after.iter().map(|n| (signed(*n), calendar.add_working_days(due, *n))))
        // What is due in three days is not announced by a reminder of five days before.
        .filter(|(_, day)| *day > given)
        .filter(|(offset, _)| done.through.is_none_or(|through| *offset > through))
        .collect();
    days.sort_unstable();
    let escalation = (policy.escalate_after_days > 0 && !done.escalated)
        .then(|| calendar.add_working_days(due, policy.escalate_after_days));

    let working = calendar.works(today);
    let remind = days.iter().rev().find(|(_, day)| working && *day <= today).map(|(offset, _)| *offset);
    let escalate = escalation.is_some_and(|day| working && day <= today);
    let next = days
        .iter()
        .filter(|(offset, _)| remind.is_none_or(|sent| *offset > sent))
        .map(|(_, day)| *day)
        .chain(escalation.filter(|_| !escalate))
        .min()
        // What a day off held up waits for the next working day.
        .map(|day| if day > today { day } else { calendar.add_working_days(today, 0) });
    Due { remind, escalate, next }
}

fn signed(days: u32) -> i32 {
    i32::try_from(days).unwrap_or(i32::MAX)
}

/// Working days from `today` until `due`, negative when it is past.
pub fn working_days_left(calendar: &SiteCalendar, today: Date, due: Date) -> i32 {
    if due >= today {
        signed(calendar.working_days_between(today, due))
    } else {
        -signed(calendar.working_days_between(due, today))
    }
}

#[cfg(test)]
mod tests {
    use jiff::{ToSpan, civil::date, tz::TimeZone};
    use kit::workdays::WorkWeek;
    use proptest::prelude::*;

    use super::*;

    /// Nowruz 2026 is off from the 21st to the 24th of March; the weekend is Thursday and Friday.
    fn tehran() -> SiteCalendar {
        SiteCalendar::new(TimeZone::UTC, WorkWeek::THU_FRI).with_holidays((21..=24).map(|d| date(2026, 3, d)))
    }

    fn policy() -> ReminderPolicy {
        ReminderPolicy {
            days_before: vec![5, 1],
            days_after: vec![2],
            escalate_after_days: 3,
            escalate_to: EscalationTarget::Manager,
        }
    }

    /// What happens day after day until nothing is left, looking every day.
    fn replay(given: Date, due_day: Date) -> (Vec<(Date, i32)>, Vec<Date>) {
        let (mut done, mut reminders, mut escalations) = (Reminded::default(), vec![], vec![]);
        let mut today = given;
        for _ in 0..200 {
            let found = due(&policy(), &tehran(), given, due_day, today, done);
            if let Some(offset) = found.remind {
                reminders.push((today, offset));
                done.through = Some(offset);
            }
            if found.escalate {
                escalations.push(today);
                done.escalated = true;
            }
            today = today.tomorrow().unwrap();
        }
        (reminders, escalations)
    }

    #[test]
    fn reminders_count_working_days_over_nowruz() {
        // Due on Saturday the 28th: one working day before is Wednesday the 25th, five before are Sunday the 15th.
        let (reminders, escalations) = replay(date(2026, 3, 1), date(2026, 3, 28));
        assert_eq!(reminders, [(date(2026, 3, 15), -5), (date(2026, 3, 25), -1), (date(2026, 3, 30), 2)]);
        assert_eq!(escalations, [date(2026, 3, 31)]);
    }

    #[test]
    fn what_was_missed_is_made_good_once() {
        let found = due(
            &policy(),
            &tehran(),
            date(2026, 2, 1),
            date(2026, 3, 2),
            date(2026, 3, 9),
            Reminded::default(),
        );
        assert_eq!((found.remind, found.escalate, found.next), (Some(2), true, None));
    }

    #[test]
    fn something_due_at_once_is_not_announced_the_day_it_is_given() {
        let given = date(2026, 2, 28);
        let found = due(&policy(), &tehran(), given, date(2026, 3, 2), given, Reminded::default());
        assert_eq!(found.remind, None);
        assert_eq!(found.next, Some(date(2026, 3, 1)));
    }

    #[test]
    fn nobody_hears_anything_on_a_day_off() {
        let done = Reminded { through: Some(-5), escalated: false };
        let found = due(&policy(), &tehran(), date(2026, 2, 1), date(2026, 3, 15), date(2026, 3, 19), done);
        assert_eq!((found.remind, found.escalate), (None, false));
        assert_eq!(found.next, Some(date(2026, 3, 25)), "the first working day after Nowruz");
    }

    #[test]
    fn days_left_are_working_days() {
        assert_eq!(working_days_left(&tehran(), date(2026, 3, 18), date(2026, 3, 25)), 1);
        assert_eq!(working_days_left(&tehran(), date(2026, 3, 25), date(2026, 3, 18)), -1);
        assert_eq!(working_days_left(&tehran(), date(2026, 3, 25), date(2026, 3, 25)), 0);
    }

    proptest! {
        #[test]
        fn looking_only_when_told_finds_the_same_as_looking_every_day(length in 1_i64..60) {
            let given = date(2026, 3, 1);
            let due_day = tehran().add_working_days(given.checked_add(length.days()).unwrap(), 0);
            let every_day = replay(given, due_day);
            let (mut done, mut reminders, mut escalations) = (Reminded::default(), vec![], vec![]);
            let mut today = given;
            loop {
                let found = due(&policy(), &tehran(), given, due_day, today, done);
                if let Some(offset) = found.remind {
                    reminders.push((today, offset));
                    done.through = Some(offset);
                }
                if found.escalate {
                    escalations.push(today);
                    done.escalated = true;
                }
                match found.next {
                    Some(next) => { prop_assert!(next > today); today = next; }
                    None => break,
                }
            }
            prop_assert_eq!((reminders, escalations), every_day);
        }
    }
}
