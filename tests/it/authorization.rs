//! The authorization matrix: who may do what with which thing. `authorization/matrix.md` is the one readable table;
//! every cell of it is tried here on a running server, and a route or a field of the schema that it doesn't name fails.

mod complete;
mod pages;
mod rows;
mod schema_doors;
mod trial;

use folkmoot_tests::world::{House, World};

use rows::Sheet;
use trial::Trial;

/// Tries these rows and tells every cell that differs, with the line of the file.
async fn hold(house: House, rows: impl Fn(&rows::Row) -> bool) {
    let sheet = Sheet::read();
    let trial = Trial::open(World::start_with(house, |config| config.server.listeners = 10_000).await).await;
    let mut wrong = Vec::new();
    for row in sheet.rows.iter().filter(|row| rows(row)) {
        let found = trial.row(row).await;
        if found != row.cells {
            wrong.push(format!(
                "line {}: {} · {} · {}\n  says  {}\n  found {}",
                row.line,
                row.verb,
                row.object,
                row.door,
                row.cells.join(" | "),
                found.join(" | ")
            ));
        }
    }
    assert!(wrong.is_empty(), "the matrix and the server differ in {} rows:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_cell_of_a_page_holds() {
    Box::pin(hold(House::Sqlite, rows::Row::is_page)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_cell_of_the_api_holds() {
    Box::pin(hold(House::Sqlite, |row| !row.is_page())).await;
}

/// The rows that are decided in SQL, on the other database.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_cells_that_the_database_decides_hold_on_postgres() {
    let decided = [
        "GET /ideas/{number}/{slug}",
        "GET /ideas",
        "Query.ideas (any status)",
        "Mutation.castVote",
        "Mutation.postComment",
        "Comment: bodyHtml, bodyMarkdown, author, stance, revision",
    ];
    Box::pin(hold(House::Postgres, |row| decided.contains(&row.door.as_str()))).await;
}
