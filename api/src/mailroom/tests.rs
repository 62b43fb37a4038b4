//! A test letter is sent in person alone, to oneself, and each of its steps is told.

use async_graphql::Response;
use folkmoot_common::Viewer;
use serde_json::{Value, json};

use crate::fakes::{World, admin, admin_called, citizen, moderator, officer};

fn letter(input: &str) -> String {
    format!(
        "mutation {{ sendTestLetter(input: {{ {input} }}) {{ outcome steps {{ stage outcome name said advice }} \
         userErrors {{ field code }} }} }}"
    )
}

async fn told(viewer: Viewer, input: &str) -> Value {
    let answer = World::new().ask_in_person(viewer, &letter(input)).await;
    assert!(answer.errors.is_empty(), "{:?}", answer.errors);
    answer.data.into_json().unwrap()["sendTestLetter"].clone()
}

fn code(response: Response) -> String {
    let first = response.errors.into_iter().next().and_then(|error| error.extensions);
    let code = first.and_then(|extensions| extensions.get("code").cloned()).map(|code| code.into_json().unwrap());
    code.and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}

#[tokio::test]
async fn nobody_else_tries_the_mail_and_no_token() {
    let world = World::new();
    assert_eq!(code(world.ask(admin(), &letter("")).await), "FORBIDDEN");
    assert_eq!(code(world.ask(Viewer::Nobody, &letter("")).await), "UNAUTHENTICATED");
    for other in [citizen(1), moderator(), officer(11)] {
        assert_eq!(code(world.ask_in_person(other, &letter("")).await), "FORBIDDEN");
    }
    assert_eq!(world.asked(), 0, "nothing was read or sent");
}

#[tokio::test]
async fn each_step_is_told_up_to_the_one_that_failed() {
    let skipped = json!({
        "stage": "LOGIN", "outcome": "NOT_ASKED", "name": "login in en", "said": null, "advice": null
    });
    let taken = json!({ "stage": "SENT", "outcome": "WELL", "name": "sent in en", "said": null, "advice": null });
    let sent = json!({ "outcome": "SENT", "steps": [skipped, taken], "userErrors": [] });
    assert_eq!(told(admin(), "").await, sent);

    let failed = json!({
        "stage": "SENT", "outcome": "WRONG", "name": "sent in en", "said": "550 not here", "advice": "Look again."
    });
    let not_sent = json!({ "outcome": "NOT_SENT", "steps": [skipped, failed], "userErrors": [] });
    assert_eq!(told(admin_called(10), "").await, not_sent);
}

#[tokio::test]
async fn an_account_without_an_address_and_a_language_without_letters_try_nothing() {
    let nowhere = json!({ "outcome": "NO_ADDRESS", "steps": [], "userErrors": [] });
    assert_eq!(told(admin_called(20), "").await, nowhere);
    for (language, code) in [("fr", "NOT_FOUND"), ("Klingon", "INVALID")] {
        let unknown =
            json!({ "outcome": "INVALID", "steps": [], "userErrors": [{ "field": "language", "code": code }] });
        assert_eq!(told(admin(), &format!("language: \"{language}\"")).await, unknown);
    }
}
