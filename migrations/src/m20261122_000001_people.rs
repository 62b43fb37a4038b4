//! People, how they sign in, what they left half done, and the letters to them. Instants are microseconds since 1970.

use sea_orm_migration::prelude::*;
use sea_orm_migration::schema::{
    big_integer, big_integer_null, binary, binary_null, integer, string, string_null, text, text_null, uuid, uuid_null,
};

#[derive(DeriveMigrationName)]
pub(crate) struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in [person(), person_role(), sign_in(), session(), access_token(), draft(), outbox()] {
            manager.create_table(table).await?;
        }
        for index in indexes() {
            manager.create_index(index).await?;
        }
        Ok(())
    }

    async fn down(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in ["outbox", "draft", "access_token", "session", "sign_in", "person_role", "person"] {
            manager.drop_table(Table::drop().table(table).take()).await?;
        }
        Ok(())
    }
}

fn person() -> TableCreateStatement {
    Table::create()
        .table("person")
        .col(uuid("id").primary_key())
        // No address: somebody who came with an import and has never signed in.
        .col(string_null("email").unique_key())
        // No name: somebody who signed in and hasn't chosen one yet.
        .col(string_null("name"))
        .col(big_integer("created_at"))
        .take()
}

fn person_role() -> TableCreateStatement {
    Table::create()
        .table("person_role")
        .col(uuid("person_id"))
        .col(string("role").check(Expr::col("role").is_in(["citizen", "moderator", "officer", "admin"])))
        .primary_key(Index::create().col("person_id").col("role"))
        .foreign_key(&mut to_person("person_role", "person_id"))
        .take()
}

fn sign_in() -> TableCreateStatement {
    Table::create()
        .table("sign_in")
        .col(uuid("id").primary_key())
        .col(string("email"))
        // The digest of the secret that the asking browser keeps in a cookie; none for a link made on the command line.
        .col(binary_null("browser"))
        .col(binary("link").unique_key())
        // None for a link made on the command line.
        .col(binary_null("code"))
        .col(integer("tries").default(0))
        .col(string_null("return_to"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .col(big_integer_null("used_at"))
        .take()
}

fn session() -> TableCreateStatement {
    Table::create()
        .table("session")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(binary("secret").unique_key())
        .col(string("browser_name"))
        .col(big_integer("created_at"))
        .col(big_integer("seen_at"))
        .col(big_integer("expires_at"))
        .foreign_key(&mut to_person("session", "person_id"))
        .take()
}

fn access_token() -> TableCreateStatement {
    Table::create()
        .table("access_token")
        .col(uuid("id").primary_key())
        .col(uuid("person_id"))
        .col(binary("secret").unique_key())
        .col(string("name"))
        .col(big_integer("created_at"))
        .foreign_key(&mut to_person("access_token", "person_id"))
        .take()
}

fn draft() -> TableCreateStatement {
    Table::create()
        .table("draft")
        .col(uuid("id").primary_key())
        // One owner, never two: the browser until its writer signs in, then the person, in any browser.
        .col(binary_null("browser"))
        .col(uuid_null("person_id"))
        .col(text("content"))
        .col(big_integer("created_at"))
        .col(big_integer("expires_at"))
        .check(Expr::col("browser").is_null().ne(Expr::col("person_id").is_null()))
        .foreign_key(&mut to_person("draft", "person_id"))
        .take()
}

fn outbox() -> TableCreateStatement {
    Table::create()
        .table("outbox")
        .col(uuid("id").primary_key())
        .col(text("mail"))
        .col(string("state").check(Expr::col("state").is_in(["waiting", "sent", "dead"])))
        .col(big_integer("created_at"))
        .col(big_integer("due_at"))
        .col(integer("attempts").default(0))
        .col(big_integer_null("sent_at"))
        .col(text_null("last_error"))
        .take()
}

fn indexes() -> Vec<IndexCreateStatement> {
    let index = |name: &'static str, table: &'static str, columns: &[&'static str]| {
        let mut made = Index::create().name(name).table(table).take();
        for column in columns {
            made.col(*column);
        }
        made
    };
    vec![
        index("sign_in_email", "sign_in", &["email", "created_at"]),
        index("sign_in_browser", "sign_in", &["browser"]),
        index("sign_in_ends", "sign_in", &["expires_at"]),
        index("session_person", "session", &["person_id"]),
        index("session_ends", "session", &["expires_at"]),
        index("access_token_person", "access_token", &["person_id"]),
        index("draft_browser", "draft", &["browser"]),
        index("draft_person", "draft", &["person_id"]),
        index("draft_ends", "draft", &["expires_at"]),
        index("outbox_due", "outbox", &["state", "due_at"]),
    ]
}

fn to_person(table: &'static str, column: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().from(table, column).to("person", "id").on_delete(ForeignKeyAction::Cascade).take()
}
