//! Roles are given in person alone, and letters that could not be sent are seen and sent again by admins alone.

use async_graphql::Response;
use folkmoot_common::{MailId, PersonId, Viewer};
use serde_json::{Value, json};

use crate::fakes::{World, admin, citizen, moderator, officer, the};
use crate::ids;

fn acts() -> [String; 3] {
    let person = ids::global(the::<PersonId>(1)).0;
    let role = |act: &str| {
        format!(
            "mutation {{ {act}(input: {{ personId: \"{person}\", role: OFFICER, why: \"New here.\" }}) \
             {{ outcome userErrors {{ code }} }} }}"
        )
    };
    let invite = "mutation { invitePerson(input: { email: \"new@example.org\", roles: [OFFICER], why: \"New here.\" }) \
         { outcome userErrors { code } } }";
    [invite.to_owned(), role("giveRole"), role("takeRole")]
}

fn code(response: Response) -> String {
    let first = response.errors.into_iter().next().and_then(|error| error.extensions);
    let code = first.and_then(|extensions| extensions.get("code").cloned()).map(|code| code.into_json().unwrap());
    code.and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}

#[tokio::test]
async fn a_token_makes_nobody_powerful() {
    let world = World::new();
    for act in acts() {
        assert_eq!(code(world.ask(admin(), &act).await), "FORBIDDEN", "{act}");
        assert_eq!(code(world.ask(Viewer::Nobody, &act).await), "UNAUTHENTICATED", "{act}");
        for other in [citizen(1), moderator(), officer(11)] {
            assert_eq!(code(world.ask_in_person(other, &act).await), "FORBIDDEN", "{act}");
        }
        assert_eq!(world.asked(), 0, "nothing was read or done: {act}");
    }
}

#[tokio::test]
async fn an_admin_who_is_there_gets_the_rules_own_answer() {
    let world = World::new();
    let mut told = Vec::new();
    for act in acts() {
        let answer = world.ask_in_person(admin(), &act).await;
        assert!(answer.errors.is_empty(), "{:?}", answer.errors);
        let Value::Object(data) = answer.data.into_json().unwrap() else { panic!("no data") };
        told.extend(data.into_iter().map(|(_act, payload)| payload));
    }
    let as_it_was = json!({ "outcome": "AS_IT_WAS", "userErrors": [] });
    let taken = json!({ "outcome": "INVALID", "userErrors": [{ "code": "TAKEN" }] });
    assert_eq!(told, [taken, as_it_was.clone(), as_it_was]);
}

#[tokio::test]
async fn letters_are_for_admins_and_their_words_for_nobody() {
    let world = World::new();
    let read = "{ mailroom { waiting deadLetters { to subject attempts lastError } } }";
    for other in [citizen(1), moderator(), officer(11)] {
        assert_eq!(world.code(other, read).await, "FORBIDDEN");
    }
    let letter = json!({
        "to": "ana@example.org", "subject": "Your idea", "attempts": 8, "lastError": "550 no such mailbox"
    });
    let seen = world.data(admin(), read).await;
    assert_eq!(seen, json!({ "mailroom": { "waiting": 2, "deadLetters": [letter] } }));

    let again = |input: String| format!("mutation {{ resendLetters(input: {{ {input} }}) {{ outcome resent }} }}");
    let one = |number| again(format!("letterId: \"{}\"", ids::global(the::<MailId>(number)).0));
    for (act, outcome, resent) in
        [(one(1), "RESENT", 1), (one(2), "NOTHING_TO_RESEND", 0), (again(String::new()), "RESENT", 1)]
    {
        let done = world.data(admin(), &act).await;
        assert_eq!(done, json!({ "resendLetters": { "outcome": outcome, "resent": resent } }));
    }
}
