//! Steps of interventions that ask somebody else.

use sea_orm_migration::{
    prelude::*,
    schema::{integer, integer_null, text, text_null},
};

use super::{index, key};

pub(super) struct OutreachSteps;

impl MigrationName for OutreachSteps {
    fn name(&self) -> &'static str {
        "adoption_000005_outreach"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for OutreachSteps {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        let table = Table::create()
            .table("outreach_step")
            .col(text("organization"))
            .col(text("intervention"))
            .col(integer("seq"))
            .col(text("state"))
            // What the playbook wanted then, as JSON: it may be changed later.
            .col(text("step"))
            .col(integer_null("due_day"))
            .col(text("opened"))
            .col(text_null("failure"))
            .primary_key(&mut key(&["organization", "intervention", "seq"]))
            .to_owned();
        manager.create_table(table).await?;
        manager.create_index(index("outreach_step_by_state", "outreach_step", &["state"])).await
    }
}
