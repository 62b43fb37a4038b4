//! Who may do what: found, given and taken by whoever runs the site, each time with a reason that stays. Nobody changes their
//! own roles, so that nobody raises themselves, and an account that was taken over can't hide what it did.

use folkmoot_common::{PersonId, Problem, Problems, Role, RoleChangeId, Roles, StorageError, Timestamp, Viewer};
use folkmoot_text::{GateError, one_line};

use crate::invite::GOOD_FOR;
use crate::{
    DisplayName, Email, Invited, Letter, LetterWords, NewAttempt, NewPerson, NewRoleChange, People, Person, RoleChanged,
};

/// Accounts that are shown at once.
const MOST_FOUND: u64 = 50;
/// Changes that are shown of one account.
const MOST_CHANGES: u64 = 100;

/// An account as whoever runs the site sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Who.
    pub person: Person,
    /// Up to when a moderator suspended them, if one did.
    pub suspended_until: Option<Timestamp>,
}

/// A role that was given or taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleChange {
    /// Its id.
    pub id: RoleChangeId,
    /// Which.
    pub role: Role,
    /// Whether it was given.
    pub given: bool,
    /// Why; none where it came by the command line, or with a department.
    pub why: Option<String>,
    /// By whom; none for the command line.
    pub by: Option<PersonId>,
    /// What they are called.
    pub by_name: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// Somebody who shall have an account.
#[derive(Debug, Clone, Copy)]
pub struct Invitation<'a> {
    /// Their address, as typed.
    pub email: &'a str,
    /// What others see them as, as typed; may be left out.
    pub name: &'a str,
    /// What they may do beyond a citizen.
    pub roles: Roles,
    /// Why, as typed.
    pub why: &'a str,
}

/// Why roles were not changed. All but the last are answers for a person.
#[derive(Debug, thiserror::Error)]
pub enum RoleError {
    /// Only people who have signed in may.
    #[error("nobody has signed in")]
    SignedOut,
    /// Only whoever runs the site may.
    #[error("not allowed")]
    Forbidden,
    /// There is no such person.
    #[error("no such person")]
    NotFound,
    /// What was typed must be mended, or it can't be done.
    #[error("{0}")]
    Invalid(Problems),
    /// The store could not say.
    #[error(transparent)]
    Storage(#[from] StorageError),
}

impl From<Problem> for RoleError {
    fn from(problem: Problem) -> Self {
        Self::Invalid(problem.into())
    }
}

impl People {
    /// Accounts whose address or name has these words; without words those of the council's own people and those that are
    /// suspended. At most 50.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn find_accounts(&self, viewer: &Viewer, words: &str) -> Result<Vec<Account>, RoleError> {
        admin(viewer)?;
        // Longer than any address: nobody is called so.
        let words: String = words.trim().to_lowercase().chars().take(254).collect();
        Ok(self.store.find_accounts(&words, self.sources.now(), MOST_FOUND).await?)
    }

    /// One account.
    ///
    /// # Errors
    /// When the viewer may not, there is none, or the store fails.
    pub async fn account(&self, viewer: &Viewer, id: PersonId) -> Result<Account, RoleError> {
        admin(viewer)?;
        self.store.account(id).await?.ok_or(RoleError::NotFound)
    }

    /// What was given to somebody and taken from them, newest first: at most 100 lines.
    ///
    /// # Errors
    /// When the viewer may not, or the store fails.
    pub async fn role_changes(&self, viewer: &Viewer, id: PersonId) -> Result<Vec<RoleChange>, RoleError> {
        admin(viewer)?;
        Ok(self.store.role_changes(id, MOST_CHANGES).await?)
    }

    /// Gives somebody a role, or takes it from them; from their next request on. Says whether anything changed.
    ///
    /// # Errors
    /// When the viewer may not, the reason must be mended, it is their own role, everybody's, or the last admin's, there
    /// is no such person, or the store fails.
    pub async fn change_role(
        &self,
        viewer: &Viewer,
        person: PersonId,
        (role, given): (Role, bool),
        why: &str,
    ) -> Result<bool, RoleError> {
        let by = admin(viewer)?;
        if role == Role::Citizen {
            let words = "Everybody with an account is a citizen. Choose another role.";
            return Err(Problem::new("role", "EVERYBODY", words).of("account-role").into());
        }
        if by == person {
            let words = "Nobody changes their own roles. Ask another admin.";
            return Err(Problem::new("role", "OWN", words).of("account-role").into());
        }
        let why = reason(why)?;
        let at = self.sources.now();
        let change = NewRoleChange { id: self.sources.mint(at), person, role, given, why, by, at };
        match self.store.change_role(change).await? {
            RoleChanged::Done => Ok(true),
            RoleChanged::AsItWas => Ok(false),
            RoleChanged::Nobody => Err(RoleError::NotFound),
            RoleChanged::Forbidden => Err(RoleError::Forbidden),
            RoleChanged::LastAdmin => {
                let words = "This is the last admin. Make somebody else one first.";
                Err(Problem::new("role", "LAST_ADMIN", words).of("account-role").into())
            }
        }
    }

    /// Makes an account for somebody and sends them a link that lets them in once, within a day.
    ///
    /// # Errors
    /// When the viewer may not, something must be mended, the address has an account already, or the store fails.
    pub async fn invite_by_mail(
        &self,
        viewer: &Viewer,
        invitation: Invitation<'_>,
        words: &dyn LetterWords,
    ) -> Result<Person, RoleError> {
        let by = admin(viewer)?;
        let roles = invitation.roles.with(Role::Citizen);
        let mut problems = Problems::default();
        let email = problems.check(Email::parse(invitation.email));
        let name = invitation.name.trim();
        let name = (!name.is_empty()).then(|| DisplayName::parse_for(roles, name)).transpose();
        let (name, why) = (problems.check(name), problems.check(reason(invitation.why)));
        let (Some(email), Some(name), Some(why)) = (email, name, why) else {
            return Err(RoleError::Invalid(problems));
        };
        let (at, link) = (self.sources.now(), self.sources.secret());
        let id = self.sources.mint(at);
        let person = NewPerson { id, email: email.clone(), roles, name, created_at: at };
        let attempt = NewAttempt {
            id: self.sources.mint(at),
            email: email.clone(),
            browser: None,
            sender: None,
            link: link.digest(),
            code: None,
            return_to: None,
            created_at: at,
            expires_at: at.plus(GOOD_FOR),
        };
        let line = |role| {
            let why = why.clone();
            NewRoleChange { id: self.sources.mint(at), person: id, role, given: true, why, by, at }
        };
        let lines = roles.iter().map(line).collect();
        let mail = self.letterhead.invitation(words, &email, &link, GOOD_FOR);
        let letter = Letter { id: self.sources.mint(at), mail };
        match self.store.invite_by_mail(by, person, attempt, letter, lines).await? {
            Invited::Done(person) => Ok(person),
            Invited::Forbidden => Err(RoleError::Forbidden),
            Invited::Taken => {
                let words =
                    "There is an account with this address already. Find it in the list, and give it roles there.";
                Err(Problem::new("email", "TAKEN", words).into())
            }
        }
    }
}

fn admin(viewer: &Viewer) -> Result<PersonId, RoleError> {
    let person = viewer.person().ok_or(RoleError::SignedOut)?;
    if viewer.has(Role::Admin) { Ok(person) } else { Err(RoleError::Forbidden) }
}

/// Why, on one line that stays in the record.
fn reason(raw: &str) -> Result<String, Problem> {
    one_line(raw, 3..=200).map_err(|why| {
        let message = match why {
            GateError::Empty | GateError::TooShort { .. } => {
                "Say why in a few words. It stays in the record.".to_owned()
            }
            GateError::TooLong { most, found } => format!("This has {found} characters and {most} fit. Shorten it."),
            GateError::Unprintable => "This has characters that can’t be shown. Type it again.".to_owned(),
        };
        Problem { numbers: why.numbers(), ..Problem::new("why", why.code(), message).of("account-why") }
    })
}
