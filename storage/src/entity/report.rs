//! What somebody says is wrong.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "report")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) receipt: String,
    pub(crate) idea_id: Uuid,
    pub(crate) comment_id: Option<Uuid>,
    pub(crate) ground: String,
    #[sea_orm(column_type = "Text", nullable)]
    pub(crate) details: Option<String>,
    pub(crate) answer_to: Option<String>,
    pub(crate) mailed: bool,
    pub(crate) reporter_id: Option<Uuid>,
    pub(crate) created_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
