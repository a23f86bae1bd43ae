//! What the names in events mean: external ids and feature codes as ordinals, remembered.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, PoisonError, RwLock},
};

use kit::{
    clock::SharedClock,
    db::{Db, time::to_micros},
    error::Error,
    localize::Text,
    text::normalize,
};

use crate::{
    config::TelemetryConfig,
    domain::retention::RAW_DAYS,
    error::Reason,
    store::{self, subject},
};

/// What another process changed about an application is seen after so long.
const FRESH_MICROS: i64 = 5_000_000;
/// More names than this are not remembered.
const REMEMBERED: usize = 200_000;
/// A name is written again when its last day is older than this, long before it may be forgotten.
const STALE_DAYS: i32 = RAW_DAYS - 5;

/// What a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// The ordinal.
    pub(crate) ordinal: u32,
    /// Whether the directory has the person, or somebody entered the feature.
    pub(crate) known: bool,
    last_day: i32,
}

/// An organization.
pub(crate) struct Tenant {
    /// Its id.
    pub(crate) organization: String,
    /// Its number.
    pub(crate) id: i64,
    people: RwLock<HashMap<String, Meaning>>,
    applications: RwLock<HashMap<String, Arc<Application>>>,
}

/// An application.
pub(crate) struct Application {
    /// Its id.
    pub(crate) id: String,
    /// Its number.
    pub(crate) ordinal: u32,
    /// Whether it was put away.
    pub(crate) deleted: bool,
    seen: i64,
    features: RwLock<HashMap<String, Meaning>>,
}

/// All names.
pub(crate) struct Names {
    db: Db,
    clock: SharedClock,
    unknown_people: u64,
    unknown_features: u64,
    tenants: RwLock<HashMap<String, Arc<Tenant>>>,
}

fn read<K: Eq + std::hash::Hash, V: Clone>(map: &RwLock<HashMap<K, V>>, key: &K) -> Option<V> {
    map.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
}

fn write<K: Eq + std::hash::Hash, V>(map: &RwLock<HashMap<K, V>>, entries: impl IntoIterator<Item = (K, V)>) {
    let mut map = map.write().unwrap_or_else(PoisonError::into_inner);
    if map.len() >= REMEMBERED {
        map.clear();
    }
    map.extend(entries);
}

impl Names {
    pub(super) fn new(db: Db, clock: SharedClock, config: &TelemetryConfig) -> Self {
        Self {
            db,
            clock,
            unknown_people: config.unknown_people,
            unknown_features: config.unknown_features,
            tenants: RwLock::default(),
        }
    }

    /// The organization, known from now on.
    pub(crate) async fn tenant(&self, organization: &str) -> Result<Arc<Tenant>, Error> {
        let key = organization.to_owned();
        if let Some(tenant) = read(&self.tenants, &key) {
            return Ok(tenant);
        }
        let id = if let Some(id) = store::tenant::find(self.db.read(), organization).await? {
            id
        } else {
            let tx = self.db.begin().await?;
            let id = store::tenant::ensure(&tx, organization).await?;
            tx.commit().await?;
            id
        };
        let tenant = Arc::new(Tenant {
            organization: key.clone(),
            id,
            people: RwLock::default(),
            applications: RwLock::default(),
        });
        write(&self.tenants, [(key, tenant.clone())]);
        Ok(tenant)
    }

    /// An application of an organization.
    pub(crate) async fn application(
        &self,
        tenant: &Tenant,
        id: &str,
    ) -> Result<Option<Arc<Application>>, Error> {
        let now = to_micros(self.clock.now());
        if let Some(known) = read(&tenant.applications, &id.to_owned())
            && (0..FRESH_MICROS).contains(&(now - known.seen))
        {
            return Ok(Some(known));
        }
        let Some(found) = store::application::load(self.db.read(), &tenant.organization, id).await? else {
            return Ok(None);
        };
        let application = Arc::new(Application {
            id: found.id,
            ordinal: found.ordinal,
            deleted: found.delete_time.is_some(),
            seen: now,
            features: RwLock::default(),
        });
        write(&tenant.applications, [(id.to_owned(), application.clone())]);
        Ok(Some(application))
    }

    /// Forgets what is known of an application, after it was changed here.
    pub(crate) fn forget_application(&self, organization: &str, id: &str) {
        if let Some(tenant) = read(&self.tenants, &organization.to_owned()) {
            tenant.applications.write().unwrap_or_else(PoisonError::into_inner).remove(id);
        }
    }

    /// What external ids mean, one after the other; those that are new get an ordinal. `day` is that of the latest event.
    pub(crate) async fn people(
        &self,
        tenant: &Tenant,
        external_ids: &[&str],
        day: i32,
    ) -> Result<Vec<Meaning>, Error> {
        let fresh = |m: &Meaning| m.known && day - m.last_day <= STALE_DAYS;
        let (meanings, open) = remembered(&tenant.people, external_ids, fresh);
        if open.is_empty() {
            return complete(&tenant.people, external_ids, meanings, HashMap::new());
        }
        let keys: Vec<String> = open.keys().cloned().collect();
        let known = subject::known(self.db.read(), &tenant.organization, &keys).await?;
        let mut found = subject::find(self.db.read(), &tenant.organization, &keys).await?;
        let missing: Vec<&str> = open
            .iter()
            .filter(|(key, _)| found.get(*key).is_none_or(|s| day - s.last_day > STALE_DAYS))
            .filter_map(|(_, ids)| ids.first().copied())
            .collect();
        if !missing.is_empty() {
            let strangers =
                open.keys().filter(|k| !found.contains_key(*k) && !known.contains(*k)).count() as u64;
            let tx = self.db.begin().await?;
            if strangers > 0
                && subject::unknown_count(&*tx, &tenant.organization).await? + strangers > self.unknown_people
            {
                return Err(Reason::TooManyUnknown.because("too many unknown people are kept aside already"));
            }
            subject::ensure(&tx, &tenant.organization, &missing, day).await?;
            found = subject::find(&*tx, &tenant.organization, &keys).await?;
            tx.commit().await?;
        }
        let mut news = HashMap::with_capacity(open.len());
        for (key, ids) in open {
            let Some(subject) = found.get(&key) else { return Err(Error::internal("a subject vanished")) };
            let meaning =
                Meaning { ordinal: subject.ordinal, known: known.contains(&key), last_day: subject.last_day };
            news.extend(ids.into_iter().map(|id| (id.to_owned(), meaning)));
        }
        complete(&tenant.people, external_ids, meanings, news)
    }

    /// What feature codes mean, one after the other; those that nobody entered are kept aside under an ordinal of their
    /// own.
    pub(crate) async fn features(
        &self,
        tenant: &Tenant,
        application: &Application,
        codes: &[&str],
    ) -> Result<Vec<Meaning>, Error> {
        let (meanings, open) = remembered(&application.features, codes, |_| true);
        if open.is_empty() {
            return complete(&application.features, codes, meanings, HashMap::new());
        }
        let (organization, id) = (tenant.organization.as_str(), application.id.as_str());
        let keys: Vec<String> = open.keys().cloned().collect();
        let mut found = store::feature::find(self.db.read(), organization, id, &keys).await?;
        let missing: Vec<(String, Text)> = open
            .iter()
            .filter(|(key, _)| !found.contains_key(*key))
            .filter_map(|(_, codes)| codes.first().map(|c| ((*c).to_owned(), Text::default())))
            .collect();
        if !missing.is_empty() {
            let tx = self.db.begin().await?;
            let (_, unknown) = store::feature::counts(&*tx, organization, id).await?;
            if unknown + missing.len() as u64 > self.unknown_features {
                return Err(
                    Reason::TooManyUnknown.because("too many unknown features are kept aside already")
                );
            }
            store::feature::insert_new(&tx, organization, id, &missing, false, to_micros(self.clock.now()))
                .await?;
            found = store::feature::find(&*tx, organization, id, &keys).await?;
            tx.commit().await?;
        }
        let mut news = HashMap::with_capacity(open.len());
        for (key, codes) in open {
            let Some(feature) = found.get(&key) else { return Err(Error::internal("a feature vanished")) };
            let meaning = Meaning { ordinal: feature.ordinal, known: feature.known, last_day: 0 };
            news.extend(codes.into_iter().map(|c| (c.to_owned(), meaning)));
        }
        complete(&application.features, codes, meanings, news)
    }
}

type Remembered = RwLock<HashMap<String, Meaning>>;

/// What the names mean as far as it is remembered, and those that have to be looked up, by their normal form.
fn remembered<'a>(
    map: &Remembered,
    names: &[&'a str],
    fresh: impl Fn(&Meaning) -> bool,
) -> (Vec<Option<Meaning>>, HashMap<String, Vec<&'a str>>) {
    let meanings: Vec<Option<Meaning>> = {
        let map = map.read().unwrap_or_else(PoisonError::into_inner);
        names.iter().map(|name| map.get(*name).filter(|m| fresh(m)).copied()).collect()
    };
    // In the order in which they came: the first spelling of a stranger is the one that is shown.
    let mut open: HashMap<String, Vec<&str>> = HashMap::new();
    let mut seen = HashSet::new();
    for (name, _) in names.iter().zip(&meanings).filter(|(_, m)| m.is_none()) {
        if seen.insert(*name) {
            open.entry(normalize(name)).or_default().push(name);
        }
    }
    (meanings, open)
}

/// What the names mean, now that those that were open have been looked up; and remembers those.
fn complete(
    map: &Remembered,
    names: &[&str],
    meanings: Vec<Option<Meaning>>,
    news: HashMap<String, Meaning>,
) -> Result<Vec<Meaning>, Error> {
    let all = names.iter().zip(meanings).map(|(name, known)| known.or_else(|| news.get(*name).copied()));
    let all = all.collect::<Option<Vec<_>>>().ok_or_else(|| Error::internal("a name vanished"))?;
    if !news.is_empty() {
        write(map, news);
    }
    Ok(all)
}
