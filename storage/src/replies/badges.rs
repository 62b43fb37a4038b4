//! Who among some people is an officer of an open department, for the badge beside what they write in public. Who is in two
//! has the badge of the one that they joined first.

use std::collections::HashMap;

use folkmoot_common::{Id, PersonId, StorageError};
use folkmoot_replies::Badge;

use crate::Store;
use crate::sql::{all, get, places};

pub(super) async fn of(store: &Store, people: &[PersonId]) -> Result<HashMap<PersonId, Badge>, StorageError> {
    let mut found = HashMap::new();
    if people.is_empty() {
        return Ok(found);
    }
    let asked = format!(
        "SELECT o.person_id, o.job, d.name FROM department_officer o \
         JOIN department d ON d.id = o.department_id AND d.closed_at IS NULL \
         WHERE o.person_id IN ({}) ORDER BY o.joined_at, o.department_id",
        places(1, people.len())
    );
    for row in all(store.read(), &asked, people.iter().map(|person| person.uuid().into())).await? {
        let badge = Badge { job: get(&row, "job")?, department: get(&row, "name")? };
        found.entry(PersonId::from_uuid(get(&row, "person_id")?)).or_insert(badge);
    }
    Ok(found)
}
