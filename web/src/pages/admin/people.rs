//! People and what they may do: find somebody, see what was given to them and by whom, give and take roles with a reason, and
//! invite somebody by letter. It shows addresses, so nobody but whoever runs the site ever reads it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use folkmoot_common::{Id as _, PersonId, Role, Roles};
use folkmoot_people::{Account, Invitation, RoleChange, RoleError};
use uuid::Uuid;

use super::{admin, door, frame};
use crate::edge::{Asking, Checked, Path, Query};
use crate::error::PageError;
use crate::pages::form::Wrong;
use crate::pages::frame::{Frame, again, go, page};
use crate::pages::when::When;
use crate::site::Site;
use crate::words::Letters;

/// The roles that are given and taken; everybody is a citizen.
const GIVEN: [Role; 3] = [Role::Moderator, Role::Officer, Role::Admin];

/// What the address says: whom to look for, and what was just done.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Sought {
    q: String,
    done: Option<String>,
}

/// The form that invites somebody, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Inviting {
    email: String,
    name: String,
    /// A role's word; none for a citizen.
    role: String,
    why: String,
}

/// The form that gives or takes a role, as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    role: String,
    /// `give` or `take`.
    act: String,
    why: String,
}

/// One who was found.
struct Row {
    path: String,
    name: String,
    email: String,
    roles: Vec<String>,
    suspended: Option<When>,
}

#[derive(Template)]
#[template(path = "admin_people.html")]
struct List {
    frame: Frame,
    sought: String,
    rows: Vec<Row>,
    roles: Vec<&'static str>,
    typed: Inviting,
    wrong: Wrong,
}

/// One line of what was given and taken.
struct Line {
    given: bool,
    role: String,
    by: Option<String>,
    /// Whether the command line did so.
    by_hand: bool,
    why: Option<String>,
    at: When,
}

/// A role and whether they have it.
struct Held {
    word: &'static str,
    held: bool,
}

#[derive(Template)]
#[template(path = "admin_person.html")]
struct One {
    frame: Frame,
    key: String,
    name: String,
    email: String,
    since: When,
    suspended: Option<When>,
    page: String,
    own: bool,
    roles: Vec<Held>,
    lines: Vec<Line>,
    typed: Typed,
    wrong: Wrong,
}

/// `GET /admin/people`
pub(crate) async fn show(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Query(sought): Query<Sought>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let drawn = list(&site, &asking, sought.q, frame(&site, &asking)).await?;
    page(&List { frame: drawn.frame.with_notice(sought.done.as_deref()), ..drawn })
}

/// `POST /admin/people`: invites somebody.
pub(crate) async fn invite(
    State(site): State<Arc<Site>>,
    Checked { asking, form: typed }: Checked<Inviting>,
) -> Result<Response, PageError> {
    // A token that leaked must not make an admin who outlives it.
    asking.in_person()?;
    admin(&asking)?;
    let words = Letters { page: asking.here.words, site: site.languages.clone() };
    let roles: Roles = Role::parse(&typed.role).into_iter().collect();
    let invitation = Invitation { email: &typed.email, name: &typed.name, roles, why: &typed.why };
    match site.people.invite_by_mail(&asking.viewer, invitation, &words).await {
        Ok(person) => Ok(go(&format!("{}?done=person-invited", address(person.id)))),
        Err(RoleError::Invalid(problems)) => {
            let drawn = list(&site, &asking, String::new(), frame(&site, &asking).with_errors()).await?;
            again(&List { typed, wrong: problems.into(), ..drawn })
        }
        Err(other) => Err(other.into()),
    }
}

/// `GET /admin/people/{id}`
pub(crate) async fn one(
    State(site): State<Arc<Site>>,
    asking: Asking,
    Path(id): Path<Uuid>,
    Query(sought): Query<Sought>,
) -> Result<Response, PageError> {
    if let Some(away) = door(&asking)? {
        return Ok(away);
    }
    let drawn = draw(&site, &asking, PersonId::from_uuid(id), frame(&site, &asking)).await?;
    page(&One { frame: drawn.frame.with_notice(sought.done.as_deref()), ..drawn })
}

/// `POST /admin/people/{id}/roles`
pub(crate) async fn change(
    State(site): State<Arc<Site>>,
    Path(id): Path<Uuid>,
    Checked { asking, form: typed }: Checked<Typed>,
) -> Result<Response, PageError> {
    asking.in_person()?;
    admin(&asking)?;
    let id = PersonId::from_uuid(id);
    let given = typed.act == "give";
    let wrong = match Role::parse(&typed.role).filter(|_| given || typed.act == "take") {
        None => Wrong::of_kind("choice", "role", "EMPTY"),
        Some(role) => match site.people.change_role(&asking.viewer, id, (role, given), &typed.why).await {
            Ok(_changed) => {
                let done = if given { "role-given" } else { "role-taken" };
                return Ok(go(&format!("{}?done={done}", address(id))));
            }
            Err(RoleError::Invalid(problems)) => problems.into(),
            Err(other) => return Err(other.into()),
        },
    };
    let drawn = draw(&site, &asking, id, frame(&site, &asking).with_errors()).await?;
    again(&One { typed, wrong, ..drawn })
}

fn address(id: PersonId) -> String {
    format!("/admin/people/{}", id.uuid().simple())
}

async fn list(site: &Site, asking: &Asking, sought: String, frame: Frame) -> Result<List, PageError> {
    let found = site.people.find_accounts(&asking.viewer, &sought).await?;
    let now = site.sources.now();
    let row = |one: Account| Row {
        path: address(one.person.id),
        name: frame.here.words.called(&one.person.called()),
        email: one.person.email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
        roles: one.person.roles.iter().filter(|role| *role != Role::Citizen).map(|role| called(&frame, role)).collect(),
        suspended: one.suspended_until.filter(|until| *until > now).map(When::day),
    };
    let rows = found.into_iter().map(row).collect();
    let roles = GIVEN.map(Role::as_str).to_vec();
    Ok(List { rows, frame, sought, roles, typed: Inviting::default(), wrong: Wrong::default() })
}

async fn draw(site: &Site, asking: &Asking, id: PersonId, frame: Frame) -> Result<One, PageError> {
    let account = site.people.account(&asking.viewer, id).await?;
    let changes = site.people.role_changes(&asking.viewer, id).await?;
    let now = site.sources.now();
    let person = account.person;
    let line = |one: RoleChange| Line {
        given: one.given,
        role: called(&frame, one.role),
        by_hand: one.by.is_none(),
        by: one.by_name,
        why: one.why,
        at: When::minute(one.at),
    };
    Ok(One {
        key: id.uuid().simple().to_string(),
        name: frame.here.words.called(&person.called()),
        since: When::day(person.created_at),
        suspended: account.suspended_until.filter(|until| *until > now).map(When::day),
        page: format!("/people/{}", id.uuid().simple()),
        own: asking.viewer.is(id),
        roles: GIVEN.map(|role| Held { word: role.as_str(), held: person.roles.has(role) }).into(),
        email: person.email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
        lines: changes.into_iter().map(line).collect(),
        frame,
        typed: Typed::default(),
        wrong: Wrong::default(),
    })
}

/// A role in the reader's words.
fn called(frame: &Frame, role: Role) -> String {
    frame.say_as(format!("account-role-{}", role.as_str())).to_string()
}
