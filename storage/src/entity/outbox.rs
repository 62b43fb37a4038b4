//! A letter.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "outbox")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    #[sea_orm(column_type = "Text")]
    pub(crate) mail: String,
    pub(crate) state: String,
    pub(crate) created_at: i64,
    pub(crate) due_at: i64,
    pub(crate) attempts: i32,
    pub(crate) sent_at: Option<i64>,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) last_error: Option<String>,
    pub(crate) cause: Option<Uuid>,
    pub(crate) person_id: Option<Uuid>,
    pub(crate) idea_id: Option<Uuid>,
    pub(crate) why: Option<String>,
    pub(crate) language: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
