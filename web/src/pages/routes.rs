//! Every page's address in one table. An idea's own acts stand one step below its slug, so that no title can take an
//! act's place.

use std::sync::Arc;

use axum::Router;
use axum::routing::{get, post};

use super::{
    about, campaign, comment_act, comment_history, comment_write, compose, drafts, home, idea, idea_edit, idea_history,
    idea_withdraw, ideas, me, sign_in, sign_in_code, sign_in_link, tokens, vote, welcome,
};
use crate::site::Site;

/// The pages.
pub(crate) fn routes() -> Router<Arc<Site>> {
    Router::new().merge(reading()).merge(idea_acts()).merge(comment_acts()).merge(account())
}

fn reading() -> Router<Arc<Site>> {
    Router::new()
        .route("/", get(home::show))
        .route("/ideas", get(ideas::show))
        .route("/campaigns/{slug}", get(campaign::show))
        .route("/about", get(about::about))
        .route("/accessibility", get(about::accessibility))
        .route("/privacy", get(about::privacy))
        .route("/guidelines", get(about::guidelines))
        .route("/transparency", get(about::transparency))
}

fn idea_acts() -> Router<Arc<Site>> {
    Router::new()
        .route("/ideas/new", get(compose::show).post(compose::send))
        .route("/ideas/{number}", get(idea::find))
        .route("/ideas/{number}/{slug}", get(idea::show))
        .route("/ideas/{number}/{slug}/vote", get(vote::ask).post(vote::cast))
        .route("/ideas/{number}/{slug}/edit", get(idea_edit::show).post(idea_edit::send))
        .route("/ideas/{number}/{slug}/withdraw", get(idea_withdraw::show).post(idea_withdraw::send))
        .route("/ideas/{number}/{slug}/history", get(idea_history::show))
}

fn comment_acts() -> Router<Arc<Site>> {
    Router::new()
        .route("/ideas/{number}/comments/new", get(comment_write::show).post(comment_write::send))
        .route("/ideas/{number}/comments/{comment}", get(idea::find_comment))
        .route("/ideas/{number}/comments/{comment}/reply", get(comment_write::show_reply).post(comment_write::send_reply))
        .route("/ideas/{number}/comments/{comment}/edit", get(comment_act::show_edit).post(comment_act::edit))
        .route("/ideas/{number}/comments/{comment}/delete", get(comment_act::show_delete).post(comment_act::delete))
        .route("/ideas/{number}/comments/{comment}/history", get(comment_history::show))
}

fn account() -> Router<Arc<Site>> {
    Router::new()
        .route("/sign-in", get(sign_in::show).post(sign_in::send))
        .route("/sign-in/code", get(sign_in_code::show).post(sign_in_code::send))
        .route("/sign-in/link/{token}", get(sign_in_link::show).post(sign_in_link::send))
        .route("/sign-out", post(sign_in::leave))
        .route("/welcome", get(welcome::show).post(welcome::send))
        .route("/me", get(me::show))
        .route("/me/name", post(me::rename))
        .route("/me/sessions/{id}/end", post(me::end_session))
        .route("/me/tokens", post(tokens::issue))
        .route("/me/tokens/{id}/revoke", post(tokens::revoke))
        .route("/me/drafts/{id}", get(drafts::show).post(drafts::finish))
        .route("/me/drafts/{id}/drop", post(drafts::drop_it))
}
