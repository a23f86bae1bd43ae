//! What a row makes of sites, positions and its person.

use std::collections::{HashMap, HashSet};

use jiff::{Timestamp, civil::Date};
use kit::{
    imports::{Change, ErrorList, Summary},
    text::normalize,
    violation::Rule,
};
use proto::{
    identity::v1::{Level, Theme},
    localization::v1::{Calendar, Digits},
};

use super::{SiteWish, Snapshot, Step, Wish};
use crate::domain::{
    person::Person,
    position::{POSITIONS, Position},
    site::{SITES, Site, first_day, usual_week},
};

/// Compares row after row, and remembers what rows before made.
pub(super) struct Builder {
    people: HashMap<String, Person>,
    /// Whose address it is, by external key.
    emails: HashMap<String, String>,
    sites: HashMap<String, Site>,
    /// The zone that the file gives a site.
    zones: HashMap<String, String>,
    positions: HashMap<String, Position>,
    managers: HashMap<String, String>,
    counted_sites: HashSet<String>,
    counted_positions: HashSet<String>,
    wanted_positions: HashSet<String>,
    wanted_sites: HashSet<String>,
    /// Counts so far.
    pub(super) summary: Summary,
    reads_jalali: bool,
    today: Date,
    now: Timestamp,
}

impl Builder {
    /// A builder over the directory as it is.
    pub(super) fn new(snapshot: &Snapshot) -> Self {
        let people: HashMap<_, _> =
            snapshot.people.iter().map(|p| (normalize(&p.external_id), p.clone())).collect();
        let emails = people
            .iter()
            .filter_map(|(key, p)| Some((p.email.as_ref()?.to_lowercase(), key.clone())))
            .collect();
        let sites: HashMap<_, _> =
            snapshot.sites.iter().map(|s| (normalize(&s.display_name), s.clone())).collect();
        let positions: HashMap<_, _> =
            snapshot.positions.iter().map(|p| (normalize(&p.display_name), p.clone())).collect();
        Self {
            wanted_positions: positions.keys().cloned().collect(),
            wanted_sites: sites.keys().cloned().collect(),
            people,
            emails,
            sites,
            positions,
            zones: HashMap::new(),
            managers: HashMap::new(),
            counted_sites: HashSet::new(),
            counted_positions: HashSet::new(),
            summary: Summary::default(),
            reads_jalali: snapshot.reads_jalali,
            today: snapshot.today,
            now: snapshot.now,
        }
    }

    /// Whether a row agrees with the directory and with the rows before it.
    pub(super) fn accepts(&mut self, wish: &Wish, errors: &mut ErrorList) -> bool {
        let key = normalize(&wish.external_id);
        let mut broken: Vec<(&str, &str, Rule)> = Vec::new();
        if let Some(email) = &wish.email
            && self.emails.get(&email.to_lowercase()).is_some_and(|owner| *owner != key)
        {
            broken.push(("email", email, Rule::Duplicate));
        }
        let known = self.people.get(&key);
        let start = wish.start_day.or(known.map(|p| p.start_day));
        if let (Some(end), Some(start)) = (wish.end_day, start)
            && end < start
            && wish.start_day.is_none()
        {
            broken.push(("end_day", "", Rule::EndsBeforeStart));
        }
        if let (Some(from), Some(start)) = (wish.membership_start_day, start)
            && from < start
            && wish.start_day.is_none()
        {
            broken.push(("membership_start_day", "", Rule::TooEarly { earliest: start.to_string() }));
        }
        if let Some(site) = &wish.site {
            broken.extend(self.site_problem(site));
        }
        let position = normalize(&wish.position);
        if !self.wanted_positions.contains(&position) && self.wanted_positions.len() >= POSITIONS {
            broken.push(("position", &wish.position, Rule::TooMany { max: POSITIONS as u64 }));
        }
        if broken.is_empty() {
            self.wanted_positions.insert(position);
            if let Some(site) = &wish.site {
                self.wanted_sites.insert(normalize(&site.name));
                if let Some(zone) = &site.time_zone {
                    self.zones.entry(normalize(&site.name)).or_insert_with(|| zone.clone());
                }
            }
            return true;
        }
        for (field, value, rule) in broken {
            errors.add(wish.line, field, value, rule);
        }
        false
    }

    fn site_problem<'w>(&self, site: &'w SiteWish) -> Option<(&'static str, &'w str, Rule)> {
        let key = normalize(&site.name);
        let told = self.zones.get(&key);
        match (&site.time_zone, told) {
            (Some(zone), Some(before)) if zone != before => {
                return Some(("time_zone", zone, Rule::unknown_value(&[before])));
            }
            (None, None) if !self.sites.contains_key(&key) => return Some(("time_zone", "", Rule::Required)),
            _ => {}
        }
        let full = !self.wanted_sites.contains(&key) && self.wanted_sites.len() >= SITES;
        full.then_some(("site", site.name.as_str(), Rule::TooMany { max: SITES as u64 }))
    }

    /// The ids of everybody who can be a manager: in the directory, or in the file.
    pub(super) fn managers(&mut self, placed: &[(Wish, String)], person_id: &dyn Fn(&str) -> String) {
        self.managers = self.people.iter().map(|(key, p)| (key.clone(), p.id.clone())).collect();
        for (wish, _) in placed {
            let key = normalize(&wish.external_id);
            self.managers.entry(key.clone()).or_insert_with(|| person_id(&key));
        }
    }

    /// What a row makes of its person, with the site and position that it needs.
    pub(super) fn person(
        &mut self,
        wish: &Wish,
        team: &str,
        step: &mut Step,
        id: &mut dyn FnMut() -> String,
        person_id: &dyn Fn(&str) -> String,
    ) {
        let site = wish.site.as_ref().map(|s| self.site(s, step, id));
        let position = self.position(&wish.position, step, id);
        let manager = self.manager(wish);
        let key = normalize(&wish.external_id);
        let old = self.people.get(&key).cloned();
        let mut new = old.clone().unwrap_or_else(|| self.blank(wish, person_id(&key)));
        if let Some(name) = &wish.display_name {
            new.display_name.clone_from(name);
        }
        if let Some(email) = &wish.email {
            new.email = Some(email.clone());
        }
        new.language = wish.language.or(new.language);
        new.level = wish.level.unwrap_or(new.level);
        new.site = site.or(new.site).or_else(|| self.only_site());
        new.manager = manager.or(new.manager);
        if let Some(from) = self.back_on(wish, &new) {
            let last = new.memberships.last().and_then(|m| m.part_time_days);
            new.reopen(team, &position, wish.part_time_days.or(last), from, self.today);
            self.summary.notice("REOPENED", &wish.external_id);
        } else {
            if let Some(start) = wish.start_day
                && !new.came_back_on(start)
            {
                begin_on(&mut new, start);
            }
            place(&mut new, wish, team, &position, self.today);
            if new.has_left(self.today) && wish.end_day.is_none() {
                self.summary.notice("EMPLOYMENT_ENDED", &wish.external_id);
            }
        }
        if let Some(end) = wish.end_day {
            new.end_employment(end);
        }
        let change = match &old {
            None => Change::Created,
            Some(old) if *old != new => Change::Updated,
            Some(_) => Change::Unchanged,
        };
        self.summary.count("people", change);
        if change != Change::Unchanged {
            step.person = Some(new);
        }
    }

    /// The day from which a row brings somebody back whose employment is over.
    fn back_on(&self, wish: &Wish, person: &Person) -> Option<Date> {
        let end = person.end_day.filter(|end| *end < self.today)?;
        wish.start_day.max(wish.membership_start_day).filter(|day| *day > end && *day <= self.today)
    }

    fn blank(&self, wish: &Wish, id: String) -> Person {
        Person {
            id,
            external_id: wish.external_id.clone(),
            display_name: wish.external_id.clone(),
            email: None,
            language: None,
            calendar: Calendar::Unspecified,
            digits: Digits::Unspecified,
            theme: Theme::Unspecified,
            level: Level::Unspecified,
            site: None,
            manager: None,
            start_day: wish
                .start_day
                .or(wish.membership_start_day)
                .or(wish.end_day)
                .unwrap_or(self.today)
                .min(self.today),
            end_day: None,
            memberships: Vec::new(),
            roles: Vec::new(),
            can_sign_in: false,
            revision: 0,
            create_time: self.now,
        }
    }

    /// The site of whoever is at none, where an organization has one only.
    fn only_site(&self) -> Option<String> {
        let mut sites = self.sites.values().filter(|_| self.wanted_sites.len() == 1);
        sites.next().map(|s| s.id.clone())
    }

    /// The manager's id. An unknown one is told and left out: it is no reason to leave out the person. Many directories
    /// make the head of all the own manager.
    fn manager(&mut self, wish: &Wish) -> Option<String> {
        let key = normalize(wish.manager.as_ref()?);
        if key == normalize(&wish.external_id) {
            return None;
        }
        let found = self.managers.get(&key).cloned();
        if found.is_none() {
            self.summary.notice("UNKNOWN_MANAGER", wish.manager.as_deref().unwrap_or_default());
        }
        found
    }

    fn position(&mut self, name: &str, step: &mut Step, id: &mut dyn FnMut() -> String) -> String {
        let key = normalize(name);
        let first = self.counted_positions.insert(key.clone());
        if let Some(known) = self.positions.get(&key) {
            if first {
                self.summary.count("positions", Change::Unchanged);
            }
            return known.id.clone();
        }
        let position = Position {
            id: id(),
            display_name: name.to_owned(),
            target_rate: None,
            revision: 0,
            create_time: self.now,
        };
        self.summary.count("positions", Change::Created);
        step.positions.push(position.clone());
        let id = position.id.clone();
        self.positions.insert(key, position);
        id
    }

    fn site(&mut self, wish: &SiteWish, step: &mut Step, id: &mut dyn FnMut() -> String) -> String {
        let key = normalize(&wish.name);
        let zone = self.zones.get(&key).cloned();
        let first = self.counted_sites.insert(key.clone());
        if let Some(site) = self.sites.get_mut(&key) {
            let other = zone.filter(|z| *z != site.time_zone);
            if first {
                let change = if other.is_some() { Change::Updated } else { Change::Unchanged };
                self.summary.count("sites", change);
            }
            if let Some(zone) = other {
                site.time_zone = zone;
                step.sites.push(site.clone());
            }
            return site.id.clone();
        }
        let week = wish.work_week.unwrap_or_else(|| usual_week(self.reads_jalali));
        let site = Site {
            id: id(),
            display_name: wish.name.clone(),
            time_zone: zone.unwrap_or_else(|| "UTC".into()),
            work_weeks: vec![(first_day(), week)],
            holidays: Vec::new(),
            revision: 0,
            create_time: self.now,
        };
        self.summary.count("sites", Change::Created);
        step.sites.push(site.clone());
        let id = site.id.clone();
        self.sites.insert(key, site);
        id
    }
}

/// Employment began on another day: memberships follow.
fn begin_on(person: &mut Person, start: Date) {
    let before = person.start_day;
    if before == start {
        return;
    }
    person.start_day = start;
    person.memberships.retain(|m| m.end_day.is_none_or(|end| end >= start));
    if let Some(first) = person.memberships.first_mut()
        && (first.start_day == before || first.start_day < start)
    {
        first.start_day = start;
    }
}

/// The team and position of a row, from the day that it names; else for a new person from the first day, for others
/// from the day of the import.
fn place(person: &mut Person, wish: &Wish, team: &str, position: &str, today: Date) {
    let usual = if person.memberships.is_empty() { person.start_day } else { today.max(person.start_day) };
    let from = wish.membership_start_day.unwrap_or(usual).max(person.start_day);
    if person.end_day.is_some_and(|end| end < from) {
        return; // left already: what was, stays
    }
    let now = person.memberships.iter().find(|m| m.holds_on(from));
    let part_time_days = wish.part_time_days.or_else(|| now.and_then(|m| m.part_time_days));
    let planned_end = person.end_day;
    person.move_to(team, position, part_time_days, from);
    if let Some(end) = planned_end {
        person.end_employment(end);
    }
}
