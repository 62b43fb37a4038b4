//! An attempt to sign in: a link, and in most a code.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sign_in")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub(crate) id: Uuid,
    pub(crate) email: String,
    pub(crate) browser: Option<Vec<u8>>,
    pub(crate) sender: Option<Vec<u8>>,
    pub(crate) link: Vec<u8>,
    pub(crate) code: Option<Vec<u8>>,
    pub(crate) tries: i32,
    pub(crate) return_to: Option<String>,
    pub(crate) created_at: i64,
    pub(crate) expires_at: i64,
    pub(crate) used_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
