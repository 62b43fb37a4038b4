//! The council's answer in the API: what it promised, which department has an idea, what its officers write, and what it
//! said. The rules are in `folkmoot_replies`.

mod acts;
mod answers;
mod department;
mod desk;
mod draft;
mod drafting;
mod ease;
mod feed;
mod growth;
mod handing;
mod holidays;
mod milestones;
mod pack;
mod progress;
mod promise;
mod promising;
mod publishing;
mod query;
mod reply;
mod rules;
mod settle;
mod subscription;
mod templates;
mod words;

pub(crate) use department::{Department, IdeaDepartment, OfficerBadge};
pub(crate) use desk::{DeskQueries, StaffNote, notes};
pub(crate) use draft::{ReplyDraft, draft};
pub(crate) use drafting::DraftMutations;
pub(crate) use feed::{FeedQueries, WatchMutations};
pub(crate) use growth::{GrowthDay, growth};
pub(crate) use handing::HandingMutations;
pub(crate) use milestones::{Milestone, MilestoneMutations, milestones};
pub(crate) use pack::PackQueries;
pub(crate) use progress::Happening;
pub(crate) use promise::{Promise, PromiseStep};
pub(crate) use promising::PromiseMutations;
pub(crate) use publishing::PublishMutations;
pub(crate) use query::ReplyQueries;
pub(crate) use reply::OfficialReply;
pub(crate) use rules::RuleMutations;
pub(crate) use settle::SettleMutations;
pub(crate) use subscription::ReplySubscriptions;
pub(crate) use templates::{TemplateMutations, TemplateQueries};

#[cfg(test)]
mod tests;
