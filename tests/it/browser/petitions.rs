//! The real records of UK petitions, with what was responded and refused, imported as an operator does it.

use folkmoot_common::{Role, Roles};
use folkmoot_people::{DisplayName, Email};
use folkmoot_tests::world::World;

use crate::importing::petitions::bring;

/// Imports them all; tells where a moderator signs in.
pub(super) async fn set(world: &World) -> String {
    let site = world.site();
    bring(site, site.as_ref()).await.unwrap();
    let (email, name) = (Email::parse("mo.reid@example.org").unwrap(), DisplayName::parse("Mo Reid").unwrap());
    let moderator = Roles::default().with(Role::Moderator);
    let (_person, secret) = site.people.invite(email, moderator, Some(name)).await.unwrap();
    site.sign_in_link(&secret)
}
