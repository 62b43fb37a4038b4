//! How the databases are that we bring along.

use super::*;

#[tokio::test]
async fn sqlite_is_built_as_we_told_it() {
    let memory = sqlite("sqlite::memory:", 1).await.unwrap();
    let asked = Statement::from_string(DbBackend::Sqlite, "PRAGMA compile_options");
    let rows = memory.query_all_raw(asked).await.unwrap();
    let built = rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap()).collect::<Vec<_>>();
    for ours in ["ENABLE_MATH_FUNCTIONS", "ENABLE_QPSG", "DEFAULT_MEMSTATUS=0"] {
        assert!(built.iter().any(|option| option == ours), "{ours} isn't among {built:?}");
    }
    assert!(!built.iter().any(|option| option == "ENABLE_MEMORY_MANAGEMENT"), "one lock for every page");
}
