//! How many supporters said what of each milestone, so that an idea's page counts nobody. The database moves it with every
//! word, however that comes about: said, changed, asked for anew, or taken along by somebody who leaves.

use sea_orm_migration::prelude::*;

use crate::said::{is_postgres, say};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

/// The columns, and the word that each counts.
const COUNTS: [(&str, &str); 3] = [("said_yes", "YES"), ("said_partly", "PARTLY"), ("said_no", "NO")];

/// The name of each step, when it is taken, of which words, and which way they count. A word that is changed goes before it
/// comes.
const STEPS: [(&str, &str, &str, char); 4] = [
    ("milestone_word_said", "INSERT", "NEW", '+'),
    ("milestone_word_changed_from", "UPDATE", "OLD", '-'),
    ("milestone_word_changed_to", "UPDATE", "NEW", '+'),
    ("milestone_word_gone", "DELETE", "OLD", '-'),
];

fn each(count: impl Fn(&str, &str) -> String) -> String {
    COUNTS.map(|(column, said)| count(column, said)).join(", ")
}

/// A statement's words at once: a milestone that is asked about anew loses thousands.
fn postgres() -> Vec<String> {
    let counted = each(|column, said| format!("COUNT(*) FILTER (WHERE said = '{said}') AS {column}"));
    let step = |(name, when, which, way): (&str, &str, &str, char)| {
        let moved = each(|column, _said| format!("{column} = m.{column} {way} w.{column}"));
        [
            format!(
                "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
                 UPDATE milestone m SET {moved} \
                 FROM (SELECT milestone_id, {counted} FROM words GROUP BY milestone_id) w WHERE m.id = w.milestone_id; \
                 RETURN NULL; END $$"
            ),
            format!(
                "CREATE TRIGGER {name} AFTER {when} ON milestone_word REFERENCING {which} TABLE AS words \
                 FOR EACH STATEMENT EXECUTE FUNCTION {name}()"
            ),
        ]
    };
    STEPS.into_iter().flat_map(step).collect()
}

fn sqlite() -> Vec<String> {
    let step = |(name, when, which, way): (&str, &str, &str, char)| {
        let moved = each(|column, said| format!("{column} = {column} {way} ({which}.said = '{said}')"));
        format!(
            "CREATE TRIGGER {name} AFTER {when} ON milestone_word \
             BEGIN UPDATE milestone SET {moved} WHERE id = {which}.milestone_id; END"
        )
    };
    STEPS.into_iter().map(step).collect()
}

/// What was said before.
fn before() -> String {
    let counted = each(|column, said| {
        format!(
            "{column} = (SELECT COUNT(*) FROM milestone_word w WHERE w.milestone_id = milestone.id AND w.said = '{said}')"
        )
    });
    format!("UPDATE milestone SET {counted}")
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (column, _said) in COUNTS {
            say(manager, &[format!("ALTER TABLE milestone ADD COLUMN {column} bigint NOT NULL DEFAULT 0")]).await?;
        }
        // The triggers come first: they lock the words until all of this is committed, so each is counted once.
        say(manager, &if is_postgres(manager) { postgres() } else { sqlite() }).await?;
        say(manager, &[before()]).await
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for (name, ..) in STEPS {
            let dropped = if is_postgres(manager) {
                vec![format!("DROP TRIGGER {name} ON milestone_word"), format!("DROP FUNCTION {name}()")]
            } else {
                vec![format!("DROP TRIGGER {name}")]
            };
            say(manager, &dropped).await?;
        }
        for (column, _said) in COUNTS {
            say(manager, &[format!("ALTER TABLE milestone DROP COLUMN {column}")]).await?;
        }
        Ok(())
    }
}
