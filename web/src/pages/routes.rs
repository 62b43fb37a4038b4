//! Every page's address, for the program's table of routes. An idea's own acts stand one step below its slug, so that no
//! title can take an act's place.

use axum::http::Method;

use super::{
    about, admin, admin_mail, answers, campaign, comment_act, comment_history, comment_write, components, compose,
    decision, departments, desk, drafts, follow, guidelines, home, idea, idea_edit, idea_history, idea_labels,
    idea_withdraw, ideas, install, language, me, me_account, me_comments, me_delete, me_export, me_ideas, me_notices,
    me_sessions, me_votes, milestones, officers, profile, promises, reply_history, report, second_look, sign_in,
    sign_in_code, sign_in_link, tokens, transparency, troubles, unsubscribe, vote, welcome,
};
use crate::mail;
use crate::routes::Route;

/// Where a text that is being written is looked at, and never posted.
pub(crate) const LOOKS: &str = "/ideas/new/part";

/// The pages, in order of their paths.
pub(crate) fn table() -> Vec<Route> {
    [council(), answers_and_promises(), settings(), ideas_and_comments(), own(), officers_desk(), desk_and_door()]
        .into_iter()
        .flatten()
        .collect()
}

/// What the council says, and what was decided: up to the first idea.
fn council() -> Vec<Route> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        Route::page(get.clone(), "/", home::show),
        Route::page(get.clone(), "/about", about::about),
        Route::page(get.clone(), "/accessibility", about::accessibility),
        Route::page(get.clone(), "/admin/mail", admin_mail::show),
        Route::page(post.clone(), "/admin/mail/again", admin_mail::again),
        Route::page(post.clone(), "/admin/mail/test", admin_mail::test),
        Route::page(get.clone(), "/campaigns/{slug}", campaign::show),
        Route::page(get.clone(), "/cookies", about::cookies),
        Route::page(get.clone(), "/decisions/{id}", decision::show),
        Route::page(get.clone(), "/decisions/{id}/appeal", decision::ask),
        Route::page(post.clone(), "/decisions/{id}/appeal", decision::file),
        Route::page(get.clone(), "/dev/components", components::show),
        Route::page(get.clone(), "/dev/mail", mail::page::get),
        Route::page(get.clone(), "/dev/trouble/{status}", troubles::show),
        Route::page(get.clone(), "/guidelines", guidelines::show),
        Route::page(get.clone(), "/guidelines/{version}", guidelines::version),
    ]
}

/// What the council promised and answered.
fn answers_and_promises() -> Vec<Route> {
    let get = Method::GET;
    vec![
        Route::page(get.clone(), "/answers", answers::show),
        Route::page(get.clone(), "/answers.atom", answers::feed),
        Route::page(get.clone(), "/answers.csv", answers::table),
        Route::page(get.clone(), "/departments", departments::show),
        Route::page(get.clone(), "/departments/overdue.atom", departments::overdue_feed),
        Route::page(get.clone(), "/departments/overdue.csv", departments::overdue_table),
        Route::page(get.clone(), "/departments/scores.csv", departments::table),
        Route::page(get.clone(), "/departments/{slug}", departments::one),
        Route::page(get.clone(), "/promises", promises::show),
        Route::page(get, "/replies/{id}/history", reply_history::show),
    ]
}

/// What whoever runs the site sets.
fn settings() -> Vec<Route> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        Route::page(get.clone(), "/admin", admin::home),
        Route::page(get.clone(), "/admin/calendar", admin::calendar),
        Route::page(post.clone(), "/admin/calendar", admin::set_day),
        Route::page(post.clone(), "/admin/calendar/forget", admin::forget_day),
        Route::page(post.clone(), "/admin/calendar/holidays", admin::choose_holidays),
        Route::page(get.clone(), "/admin/campaigns", admin::campaigns),
        Route::page(get.clone(), "/admin/campaigns/{at}", admin::campaign),
        Route::page(post.clone(), "/admin/campaigns/{at}", admin::save_campaign),
        Route::page(post.clone(), "/admin/campaigns/{at}/close", admin::close_campaign),
        Route::page(get.clone(), "/admin/departments", admin::departments),
        Route::page(get.clone(), "/admin/departments/{id}", admin::department),
        Route::page(post.clone(), "/admin/departments/{id}", admin::save_department),
        Route::page(post.clone(), "/admin/departments/{id}/close", admin::close_department),
        Route::page(post.clone(), "/admin/departments/{id}/officers", admin::join),
        Route::page(post.clone(), "/admin/departments/{id}/officers/{person}/remove", admin::part),
        Route::page(get.clone(), "/admin/labels", admin::labels),
        Route::page(post.clone(), "/admin/labels", admin::add_label),
        Route::page(get.clone(), "/admin/labels/{id}", admin::label),
        Route::page(post.clone(), "/admin/labels/{id}", admin::save_label),
        Route::page(get.clone(), "/admin/look", admin::look),
        Route::page(post.clone(), "/admin/look", admin::save_look),
        Route::page(post.clone(), "/admin/look/logo", admin::set_logo),
        Route::page(get.clone(), "/admin/look/preview.css", admin::look_sheet),
        Route::page(post.clone(), "/admin/look/reset", admin::reset_look),
        Route::page(get.clone(), "/admin/people", admin::people),
        Route::page(post.clone(), "/admin/people", admin::invite),
        Route::page(get.clone(), "/admin/people/{id}", admin::person),
        Route::page(post.clone(), "/admin/people/{id}/roles", admin::change_role),
        Route::page(get.clone(), "/admin/promises", admin::promises),
        Route::page(get.clone(), "/admin/promises/{slug}", admin::promise),
        Route::page(post.clone(), "/admin/promises/{slug}", admin::save_promise),
        Route::page(get, "/admin/routes", admin::routes),
        Route::page(post.clone(), "/admin/routes", admin::add_route),
        Route::page(post.clone(), "/admin/routes/{place}/remove", admin::remove_route),
        Route::page(post, "/admin/routes/{place}/up", admin::route_up),
    ]
}

/// Ideas and what is said about them.
fn ideas_and_comments() -> Vec<Route> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        Route::page(get.clone(), "/ideas", ideas::show),
        Route::page(get.clone(), "/ideas/new", compose::show),
        Route::page(post.clone(), "/ideas/new", compose::send),
        Route::page(post.clone(), LOOKS, compose::part),
        Route::page(get.clone(), "/ideas/similar", second_look::similar),
        Route::page(get.clone(), "/ideas/{number}", idea::find),
        Route::page(get.clone(), "/ideas/{number}/comments/new", comment_write::show),
        Route::page(post.clone(), "/ideas/{number}/comments/new", comment_write::send),
        Route::page(get.clone(), "/ideas/{number}/comments/{comment}", idea::find_comment),
        Route::page(get.clone(), "/ideas/{number}/comments/{comment}/delete", comment_act::show_delete),
        Route::page(post.clone(), "/ideas/{number}/comments/{comment}/delete", comment_act::delete),
        Route::page(get.clone(), "/ideas/{number}/comments/{comment}/edit", comment_act::show_edit),
        Route::page(post.clone(), "/ideas/{number}/comments/{comment}/edit", comment_act::edit),
        Route::page(get.clone(), "/ideas/{number}/comments/{comment}/history", comment_history::show),
        Route::page(get.clone(), "/ideas/{number}/comments/{comment}/reply", comment_write::show_reply),
        Route::page(post.clone(), "/ideas/{number}/comments/{comment}/reply", comment_write::send_reply),
        Route::page(get.clone(), "/ideas/{number}/comments/{comment}/report", report::show_comment),
        Route::page(post.clone(), "/ideas/{number}/comments/{comment}/report", report::send_comment),
        Route::page(get.clone(), "/ideas/{number}/{slug}", idea::show),
        Route::page(get.clone(), "/ideas/{number}/{slug}/edit", idea_edit::show),
        Route::page(post.clone(), "/ideas/{number}/{slug}/edit", idea_edit::send),
        Route::page(post.clone(), "/ideas/{number}/{slug}/follow", follow::send),
        Route::page(get.clone(), "/ideas/{number}/{slug}/history", idea_history::show),
        Route::page(get.clone(), "/ideas/{number}/{slug}/labels", idea_labels::show),
        Route::page(post.clone(), "/ideas/{number}/{slug}/labels", idea_labels::send),
        Route::page(post.clone(), "/ideas/{number}/{slug}/milestones/{id}", milestones::say),
        Route::page(get.clone(), "/ideas/{number}/{slug}/report", report::show),
        Route::page(post.clone(), "/ideas/{number}/{slug}/report", report::send),
        Route::page(get.clone(), "/ideas/{number}/{slug}/vote", vote::ask),
        Route::page(post.clone(), "/ideas/{number}/{slug}/vote", vote::cast),
        Route::page(get.clone(), "/ideas/{number}/{slug}/withdraw", idea_withdraw::show),
        Route::page(post.clone(), "/ideas/{number}/{slug}/withdraw", idea_withdraw::send),
    ]
}

/// One’s own page.
fn own() -> Vec<Route> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        Route::page(get.clone(), "/manifest.webmanifest", install::manifest),
        Route::page(get.clone(), "/me", me::show),
        Route::page(get.clone(), "/me/drafts/{id}", drafts::show),
        Route::page(post.clone(), "/me/drafts/{id}", drafts::finish),
        Route::page(post.clone(), "/me/drafts/{id}/drop", drafts::drop_it),
        Route::page(get.clone(), "/me/account", me_account::show),
        Route::page(get.clone(), "/me/comments", me_comments::show),
        Route::page(get.clone(), "/me/delete", me_delete::show),
        Route::page(post.clone(), "/me/delete", me_delete::send),
        Route::page(get.clone(), "/me/export", me_export::download),
        Route::page(get.clone(), "/me/ideas", me_ideas::show),
        Route::page(post.clone(), "/me/language", language::choose),
        Route::page(post.clone(), "/me/name", me_account::rename),
        Route::page(post.clone(), "/me/notices", me_notices::choose),
        Route::page(get.clone(), "/me/sessions", me_sessions::show),
        Route::page(post.clone(), "/me/sessions/end-others", me_sessions::end_others),
        Route::page(post.clone(), "/me/sessions/{id}/end", me_sessions::end),
        Route::page(get.clone(), "/me/tokens", tokens::show),
        Route::page(post.clone(), "/me/tokens", tokens::issue),
        Route::page(post.clone(), "/me/tokens/{id}/revoke", tokens::revoke),
        Route::page(get.clone(), "/me/votes", me_votes::show),
    ]
}

/// The officers' desk.
fn officers_desk() -> Vec<Route> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        Route::page(get.clone(), "/desk", officers::piles),
        Route::page(get.clone(), "/desk/directory", officers::directory),
        Route::page(get.clone(), "/desk/feed", officers::feed),
        Route::page(get.clone(), "/desk/ideas/{number}", officers::pack),
        Route::page(post.clone(), "/desk/ideas/{number}/department", officers::assign),
        Route::page(post.clone(), "/desk/ideas/{number}/draft", officers::keep),
        Route::page(post.clone(), "/desk/ideas/{number}/milestones", officers::set_milestone),
        Route::page(post.clone(), "/desk/ideas/{number}/milestones/claim", officers::claim),
        Route::page(post.clone(), "/desk/ideas/{number}/note", officers::note),
        Route::page(post.clone(), "/desk/ideas/{number}/officer", officers::take),
        Route::page(post.clone(), "/desk/ideas/{number}/promise", officers::promise),
        Route::page(post.clone(), "/desk/ideas/{number}/reply", officers::reply),
        Route::page(post.clone(), "/desk/ideas/{number}/status", officers::move_on),
        Route::page(post.clone(), "/desk/ideas/{number}/watch", officers::watch),
        Route::page(get.clone(), "/desk/replies/{id}", officers::revising),
        Route::page(post.clone(), "/desk/replies/{id}", officers::revise),
        Route::page(get.clone(), "/desk/templates", officers::templates),
        Route::page(get, "/desk/templates/{id}", officers::template),
        Route::page(post.clone(), "/desk/templates/{id}", officers::save_template),
        Route::page(post, "/desk/templates/{id}/retire", officers::retire_template),
    ]
}

/// The moderators' desk, people, reports, signing in.
fn desk_and_door() -> Vec<Route> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        Route::page(get.clone(), "/moderation", desk::queue),
        Route::page(post.clone(), "/moderation/bulk", desk::bulk),
        Route::page(get.clone(), "/moderation/decided", desk::decided),
        Route::page(get.clone(), "/moderation/decisions/{id}/correct", desk::correcting),
        Route::page(post.clone(), "/moderation/decisions/{id}/correct", desk::correct),
        Route::page(post.clone(), "/moderation/decisions/{id}/undo", desk::undo),
        Route::page(get.clone(), "/moderation/items/{id}", desk::item),
        Route::page(post.clone(), "/moderation/items/{id}", desk::decide),
        Route::page(post.clone(), "/moderation/items/{id}/lock", desk::take),
        Route::page(post.clone(), "/moderation/items/{id}/release", desk::release),
        Route::page(post.clone(), "/moderation/items/{id}/second-opinion", desk::second_opinion),
        Route::page(get.clone(), "/moderation/reasons", desk::catalogue),
        Route::page(get.clone(), "/moderation/reasons/{code}", desk::edit_reason),
        Route::page(post.clone(), "/moderation/reasons/{code}", desk::save_reason),
        Route::page(get.clone(), "/moderation/rules", desk::rules),
        Route::page(post.clone(), "/moderation/rules", desk::publish_rules),
        Route::page(post.clone(), "/moderation/views", desk::views),
        Route::page(get.clone(), "/people/{id}", profile::show),
        Route::page(get.clone(), "/people/{id}/report", report::show_person),
        Route::page(post.clone(), "/people/{id}/report", report::send_person),
        Route::page(get.clone(), "/offline", install::offline),
        Route::page(get.clone(), "/privacy", about::privacy),
        Route::page(get.clone(), "/reports/{receipt}", report::receipt),
        Route::page(get.clone(), "/reports/{receipt}/appeal/{decision}", decision::ask_reporter),
        Route::page(post.clone(), "/reports/{receipt}/appeal/{decision}", decision::file_reporter),
        Route::page(get.clone(), "/sign-in", sign_in::show),
        Route::page(post.clone(), "/sign-in", sign_in::send),
        Route::page(get.clone(), "/sign-in/code", sign_in_code::show),
        Route::page(post.clone(), "/sign-in/code", sign_in_code::send),
        Route::page(get.clone(), "/sign-in/link/{token}", sign_in_link::show),
        Route::page(post.clone(), "/sign-in/link/{token}", sign_in_link::send),
        Route::page(post.clone(), "/sign-out", sign_in::leave),
        Route::page(get.clone(), "/transparency", transparency::show),
        Route::page(get.clone(), "/transparency/decisions", transparency::log),
        Route::page(get.clone(), "/transparency/decisions.csv", transparency::decisions_file),
        Route::page(get.clone(), "/transparency/figures.csv", transparency::figures_file),
        Route::page(get.clone(), "/unsubscribe/{token}", unsubscribe::show),
        Route::page(post.clone(), "/unsubscribe/{token}", unsubscribe::send),
        Route::page(get.clone(), "/welcome", welcome::show),
        Route::page(post.clone(), "/welcome", welcome::send),
    ]
}
