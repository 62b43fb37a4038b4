//! How people come: through the sign-in page, with the code from their letter. Only the roles that no page gives are
//! given through the services, as an operator would on the command line.

use folkmoot_common::{Role, Roles, Viewer};
use folkmoot_people::{Email, Issued, TokenName};

use super::{Actor, Page, World};

/// How many letters are looked through for somebody's newest.
const LETTERS: u64 = 200;

impl World {
    /// A citizen of this name, signed in by the code from a letter, at the next node.
    pub async fn citizen(&self, name: &str) -> Actor {
        let actor = self.visitor();
        self.sign_in(&actor, &address_of(name), name).await;
        actor
    }

    /// A moderator of this name, signed in.
    pub async fn moderator(&self, name: &str) -> Actor {
        self.with_role(name, Role::Moderator).await
    }

    /// Somebody with a role, signed in.
    ///
    /// # Panics
    /// When the role can't be given.
    pub async fn with_role(&self, name: &str, role: Role) -> Actor {
        let email = Email::parse(&address_of(name)).expect("the address is one");
        self.site().people.add_person(email, Roles::default().with(role), None).await.expect("a person can be added");
        self.citizen(name).await
    }

    /// A script that acts for a citizen of this name, with a token of theirs.
    ///
    /// # Panics
    /// When the token can't be issued.
    pub async fn script(&self, name: &str) -> Actor {
        let people = &self.site().people;
        let email = Email::parse(&address_of(name)).expect("the address is one");
        let person = people.add_person(email, Roles::default(), None).await.expect("a person can be added");
        let viewer = Viewer::Person { id: person.id, roles: person.roles };
        let token = TokenName::parse("Test script").expect("the name is one");
        let issued = people.issue_token(&viewer, token).await.expect("a token can be issued");
        let Issued::Token(_info, secret) = issued else { panic!("{name} was given no token: {issued:?}") };
        Actor::script(self.visitor().address("/").as_str(), secret.reveal())
    }

    /// Signs somebody in as a person does: asks, reads the letter, types the code, and gives a name when asked.
    ///
    /// # Panics
    /// When any page on the way doesn't ask for what it should, or the site doesn't know them at the end.
    pub async fn sign_in(&self, actor: &Actor, email: &str, name: &str) -> Page {
        let page = self.go_on_signing_in(&actor.open("/sign-in").await, email, name).await;
        let own = actor.peek("/me").await;
        assert!(own.status.is_success(), "after signing in as {email}, {own} should be theirs, came from {page}");
        page
    }

    /// The same from a sign-in page that somebody was led to.
    ///
    /// # Panics
    /// When any page on the way doesn't ask for what it should.
    pub async fn go_on_signing_in(&self, page: &Page, email: &str, name: &str) -> Page {
        let asked = asking(page, "email").fill("email", email).send().await;
        let code = self.code_for(email).await;
        let page = asking(&asked, "code").fill("code", &code).send().await;
        if page.path() == "/welcome" { asking(&page, "name").fill("name", name).send().await } else { page }
    }

    /// The newest letter to an address.
    ///
    /// # Panics
    /// When there is none.
    pub async fn letter_to(&self, email: &str) -> String {
        let letters = self.site().outbox.newest(LETTERS).await.expect("the outbox can be read");
        let letter = letters.into_iter().find(|letter| letter.mail.to == email);
        letter.unwrap_or_else(|| panic!("no letter to {email} was posted")).mail.text
    }

    /// The link in the newest letter to an address.
    ///
    /// # Panics
    /// When there is none.
    pub async fn link_for(&self, email: &str) -> String {
        let letter = self.letter_to(email).await;
        let link = letter.lines().map(str::trim).find(|line| line.contains("/sign-in/link/"));
        link.unwrap_or_else(|| panic!("no link in: {letter}")).to_owned()
    }

    /// The code in the newest letter to an address: a line of six digits.
    ///
    /// # Panics
    /// When there is none.
    pub async fn code_for(&self, email: &str) -> String {
        let letter = self.letter_to(email).await;
        let is_code = |line: &&str| line.len() == 6 && line.bytes().all(|byte| byte.is_ascii_digit());
        letter.lines().map(str::trim).find(is_code).unwrap_or_else(|| panic!("no code in: {letter}")).to_owned()
    }
}

/// The address that somebody of this name has in every story.
pub(crate) fn address_of(name: &str) -> String {
    let local: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '.' }).collect();
    format!("{local}@example.org")
}

fn asking(page: &Page, field: &str) -> super::Form {
    page.form_asking(field).unwrap_or_else(|| panic!("{page} should ask for `{field}`; it says: {}", page.words()))
}
