//! Who works in a department: somebody who has an account is put into it by their email address, with the role that answers
//! carry; and is taken out again. It makes no accounts: who has none is told how one is made.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Id as _, PersonId};
use folkmoot_people::Email;
use uuid::Uuid;

use super::departments::{address, find, with_officer};
use super::{admin, key, mendable};
use crate::edge::{Checked, Path};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::go;
use crate::site::Site;

/// The form, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    pub(super) email: String,
    pub(super) job: String,
}

/// A form that says nothing but who sent it.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Nothing {}

/// `POST /admin/departments/{id}/officers`
pub(crate) async fn join(
    State(site): State<Arc<Site>>,
    Path(at): Path<Uuid>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    admin(&asking)?;
    let department = find(&site, &at.simple().to_string()).await?.ok_or(PageError::NotFound)?;
    let wrong: Wrong = match Email::parse(&typed.email) {
        Err(problem) => problem.into(),
        Ok(email) => match site.people.find_by_email(&asking.viewer, &email).await? {
            None => Wrong::of_kind("officer", "email", "NO_ACCOUNT"),
            Some(person) => match site.replies.join(&asking.viewer, department.id, person, &typed.job).await {
                Ok(()) => return Ok(go(&format!("{}?done=officer-added", address(&key(department.id))))),
                Err(why) => Wrong(mendable(why)?),
            },
        },
    };
    with_officer(&site, &asking, department, (typed, wrong)).await
}

/// `POST /admin/departments/{id}/officers/{person}/remove`
pub(crate) async fn part(
    State(site): State<Arc<Site>>,
    Path((at, person)): Path<(Uuid, Uuid)>,
    Checked { asking, form: Nothing {} }: Checked<Nothing>,
) -> Result<Response, PageError> {
    admin(&asking)?;
    let department = find(&site, &at.simple().to_string()).await?.ok_or(PageError::NotFound)?;
    site.replies.part(&asking.viewer, department.id, PersonId::from_uuid(person)).await?;
    Ok(go(&format!("{}?done=officer-removed", address(&key(department.id)))))
}
