//! People as rows. Each file implements one port of `folkmoot_people` for [`Store`](crate::Store).

mod convert;
mod depart;
mod drafts;
mod forget;
mod persons;
mod roles;
mod sessions;
mod sign_in;
mod tokens;

pub(crate) use roles::{give as give_role, hold_who_appoints};
