//! A question that the council asks.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "campaign")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) slug: String,
    pub(crate) question: String,
    pub(crate) brief: String,
    pub(crate) language: String,
    pub(crate) opens_at: i64,
    pub(crate) closes_at: Option<i64>,
    pub(crate) voting_rule: String,
    pub(crate) publishing_mode: String,
    pub(crate) holds: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) version: i32,
    pub(crate) archived_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
