//! The tasks of an intervention are found without going through all of the organization's.

use sea_orm_migration::prelude::*;

use super::index;

pub(super) struct TasksByIntervention;

impl MigrationName for TasksByIntervention {
    fn name(&self) -> &'static str {
        "adoption_000006_tasks_by_intervention"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for TasksByIntervention {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        manager.create_index(index("task_by_intervention", "task", &["organization", "intervention"])).await
    }
}
