//! An idea's words and status; its counts are in `tally`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idea")]
pub(crate) struct Model {
    #[sea_orm(primary_key)]
    pub(crate) number: i64,
    pub(crate) id: Uuid,
    pub(crate) campaign_id: Uuid,
    pub(crate) author_id: Uuid,
    pub(crate) title: String,
    pub(crate) slug: String,
    pub(crate) body: String,
    pub(crate) html: Option<String>,
    pub(crate) html_policy: Option<i32>,
    pub(crate) status: String,
    pub(crate) hidden_at: Option<i64>,
    pub(crate) withdrawn_because: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) published_at: Option<i64>,
    pub(crate) shown_revision: Option<i32>,
    pub(crate) edited_at: Option<i64>,
    pub(crate) revision: i32,
    pub(crate) language: String,
    pub(crate) merged_into: Option<i64>,
    pub(crate) redacted_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
