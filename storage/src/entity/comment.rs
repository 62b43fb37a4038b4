//! One remark in a thread.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "comment")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) idea_id: Uuid,
    pub(crate) number: i32,
    pub(crate) parent_id: Option<Uuid>,
    pub(crate) root: i32,
    pub(crate) path: Vec<u8>,
    pub(crate) depth: i32,
    pub(crate) author_id: Uuid,
    pub(crate) stance: String,
    pub(crate) body: String,
    pub(crate) html: Option<String>,
    pub(crate) html_policy: Option<i32>,
    pub(crate) language: String,
    pub(crate) state: String,
    pub(crate) created_at: i64,
    pub(crate) edited_at: Option<i64>,
    pub(crate) revision: i32,
    pub(crate) redacted_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
