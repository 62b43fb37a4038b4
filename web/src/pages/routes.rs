//! Every page's address, for the program's table of routes. An idea's own acts stand one step below its slug, so that no
//! title can take an act's place.

use axum::http::Method;

use super::{
    about, campaign, comment_act, comment_history, comment_write, compose, drafts, home, idea, idea_edit, idea_history,
    idea_withdraw, ideas, me, sign_in, sign_in_code, sign_in_link, tokens, vote, welcome,
};
use crate::routes::Route;

/// The pages, in order of their paths.
pub(crate) fn table() -> Vec<Route> {
    let (get, post) = (Method::GET, Method::POST);
    vec![
        Route::new(get.clone(), "/", home::show),
        Route::new(get.clone(), "/about", about::about),
        Route::new(get.clone(), "/accessibility", about::accessibility),
        Route::new(get.clone(), "/campaigns/{slug}", campaign::show),
        Route::new(get.clone(), "/guidelines", about::guidelines),
        Route::new(get.clone(), "/ideas", ideas::show),
        Route::new(get.clone(), "/ideas/new", compose::show),
        Route::new(post.clone(), "/ideas/new", compose::send),
        Route::new(get.clone(), "/ideas/{number}", idea::find),
        Route::new(get.clone(), "/ideas/{number}/comments/new", comment_write::show),
        Route::new(post.clone(), "/ideas/{number}/comments/new", comment_write::send),
        Route::new(get.clone(), "/ideas/{number}/comments/{comment}", idea::find_comment),
        Route::new(get.clone(), "/ideas/{number}/comments/{comment}/delete", comment_act::show_delete),
        Route::new(post.clone(), "/ideas/{number}/comments/{comment}/delete", comment_act::delete),
        Route::new(get.clone(), "/ideas/{number}/comments/{comment}/edit", comment_act::show_edit),
        Route::new(post.clone(), "/ideas/{number}/comments/{comment}/edit", comment_act::edit),
        Route::new(get.clone(), "/ideas/{number}/comments/{comment}/history", comment_history::show),
        Route::new(get.clone(), "/ideas/{number}/comments/{comment}/reply", comment_write::show_reply),
        Route::new(post.clone(), "/ideas/{number}/comments/{comment}/reply", comment_write::send_reply),
        Route::new(get.clone(), "/ideas/{number}/{slug}", idea::show),
        Route::new(get.clone(), "/ideas/{number}/{slug}/edit", idea_edit::show),
        Route::new(post.clone(), "/ideas/{number}/{slug}/edit", idea_edit::send),
        Route::new(get.clone(), "/ideas/{number}/{slug}/history", idea_history::show),
        Route::new(get.clone(), "/ideas/{number}/{slug}/vote", vote::ask),
        Route::new(post.clone(), "/ideas/{number}/{slug}/vote", vote::cast),
        Route::new(get.clone(), "/ideas/{number}/{slug}/withdraw", idea_withdraw::show),
        Route::new(post.clone(), "/ideas/{number}/{slug}/withdraw", idea_withdraw::send),
        Route::new(get.clone(), "/me", me::show),
        Route::new(get.clone(), "/me/drafts/{id}", drafts::show),
        Route::new(post.clone(), "/me/drafts/{id}", drafts::finish),
        Route::new(post.clone(), "/me/drafts/{id}/drop", drafts::drop_it),
        Route::new(post.clone(), "/me/name", me::rename),
        Route::new(post.clone(), "/me/sessions/{id}/end", me::end_session),
        Route::new(post.clone(), "/me/tokens", tokens::issue),
        Route::new(post.clone(), "/me/tokens/{id}/revoke", tokens::revoke),
        Route::new(get.clone(), "/privacy", about::privacy),
        Route::new(get.clone(), "/sign-in", sign_in::show),
        Route::new(post.clone(), "/sign-in", sign_in::send),
        Route::new(get.clone(), "/sign-in/code", sign_in_code::show),
        Route::new(post.clone(), "/sign-in/code", sign_in_code::send),
        Route::new(get.clone(), "/sign-in/link/{token}", sign_in_link::show),
        Route::new(post.clone(), "/sign-in/link/{token}", sign_in_link::send),
        Route::new(post.clone(), "/sign-out", sign_in::leave),
        Route::new(get.clone(), "/transparency", about::transparency),
        Route::new(get.clone(), "/welcome", welcome::show),
        Route::new(post.clone(), "/welcome", welcome::send),
    ]
}
