//! The language that each comment and each question is written in. A comment from before is taken to be in its idea's; a
//! question in English, as the one that every site begins with is.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::string;

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

const TABLES: [&str; 2] = ["comment", "campaign"];

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager
                .alter_table(Table::alter().table(table).add_column(string("language").default("en")).take())
                .await?;
        }
        let ideas = "UPDATE comment SET language = (SELECT language FROM idea WHERE idea.id = comment.idea_id)";
        manager.get_connection().execute_unprepared(ideas).await?;
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in TABLES {
            manager.alter_table(Table::alter().table(table).drop_column("language").take()).await?;
        }
        Ok(())
    }
}
