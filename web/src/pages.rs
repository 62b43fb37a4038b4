//! The pages people read and the forms they send: one file for each page, with its template beside it in `templates/`.
//!
//! A handler reads what was asked, calls a service, and answers with a template or a redirect. No rule lives here, and
//! the number of calls never depends on how long a list is. Every page is whole without JavaScript.

mod about;
mod admin;
mod admin_mail;
mod answers;
mod atom;
mod branches;
mod campaign;
mod cards;
mod changes;
mod comment_act;
mod comment_history;
mod comment_write;
mod components;
mod compose;
mod csv_file;
mod decision;
mod departments;
mod desk;
mod drafts;
mod filters;
mod finish;
mod follow;
mod form;
mod frame;
mod guidelines;
mod head;
mod home;
mod idea;
mod idea_edit;
mod idea_history;
mod idea_labels;
mod idea_withdraw;
mod ideas;
mod install;
mod labels;
mod lang;
mod language;
mod link;
mod me;
mod me_account;
mod me_comments;
mod me_decided;
mod me_delete;
mod me_export;
mod me_ideas;
mod me_notices;
mod me_sessions;
mod me_votes;
mod milestones;
mod officers;
mod outlook;
mod own_change;
mod pager;
mod pledge;
mod profile;
mod promises;
mod public_ideas;
mod reply_card;
mod reply_history;
mod report;
mod second_look;
mod sides;
mod sign_in;
mod sign_in_code;
mod sign_in_link;
mod sitemap;
mod suspended;
mod thread;
mod timeline;
mod tokens;
mod told;
mod transparency;
mod troubles;
mod unsubscribe;
mod vote;
mod waiting;
mod welcome;
mod when;

mod routes;

pub(crate) use frame::{Frame, Sorry, Way, page, trouble};
pub(crate) use install::worker;
pub(crate) use officers::owed;
pub(crate) use routes::{LOOKS, table};
pub(crate) use sitemap::{robots, sitemap};
pub(crate) use suspended::Suspended;
pub(crate) use when::When;

#[cfg(test)]
mod tests;
