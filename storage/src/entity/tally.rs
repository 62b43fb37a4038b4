//! An idea's counts and its places in the orders.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tally")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) idea_id: Uuid,
    pub(crate) campaign_id: Uuid,
    pub(crate) status: String,
    pub(crate) listed: bool,
    pub(crate) votable: bool,
    pub(crate) support: i64,
    pub(crate) oppose: i64,
    pub(crate) comments: i64,
    pub(crate) version: i64,
    pub(crate) votes: i64,
    pub(crate) confidence: i64,
    pub(crate) trend: i64,
    pub(crate) born_at: i64,
    pub(crate) last_comment: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
