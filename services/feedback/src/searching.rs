//! The words of each organization's proposals, in memory: see [`crate::domain::search`].

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use kit::error::Error;
use tokio::sync::OnceCell;

use crate::{
    domain::{proposal::Proposal, search::Index},
    store::{self, ConnectionTrait},
};

/// How many proposals are read at once when an index is made.
const PART: u64 = 2_000;

type Cell = Arc<OnceCell<RwLock<Index>>>;

/// The indexes of all organizations, each made when it is first needed. Cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Searching(Arc<Mutex<HashMap<String, Cell>>>);

impl Searching {
    /// Asks the index of an organization.
    pub(crate) async fn ask<C: ConnectionTrait, T>(
        &self,
        db: &C,
        organization: &str,
        question: impl FnOnce(&Index) -> T,
    ) -> Result<T, Error> {
        let cell = self.cell(organization);
        let index = cell.get_or_try_init(|| load(db, organization)).await?;
        Ok(question(&index.read().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Takes the words of a proposal that is new or changed. To be called before the commit: what is found is looked up in the
    /// database, so that words too many do no harm, but words too few would never be found.
    pub(crate) async fn put<C: ConnectionTrait>(
        &self,
        db: &C,
        organization: &str,
        proposal: &Proposal,
    ) -> Result<(), Error> {
        let cell = self.cell(organization);
        let index = cell.get_or_try_init(|| load(db, organization)).await?;
        add(&mut index.write().unwrap_or_else(PoisonError::into_inner), proposal);
        Ok(())
    }

    fn cell(&self, organization: &str) -> Cell {
        let mut cells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        cells.entry(organization.to_owned()).or_default().clone()
    }
}

async fn load<C: ConnectionTrait>(db: &C, organization: &str) -> Result<RwLock<Index>, Error> {
    let mut index = Index::default();
    let mut after = String::new();
    loop {
        let part = store::proposal::page(db, organization, &after, PART).await?;
        let Some(last) = part.last() else { return Ok(RwLock::new(index)) };
        after.clone_from(&last.id);
        for proposal in &part {
            add(&mut index, proposal);
        }
        tokio::task::yield_now().await;
    }
}

fn add(index: &mut Index, proposal: &Proposal) {
    let draft = &proposal.draft;
    index.put(&proposal.id, &draft.application, &draft.title, &draft.body);
}
