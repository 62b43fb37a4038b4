//! The whole table of moves beside the code: whoever changes one changes the other, and sees what they did.

use std::fs;
use std::path::Path;

use super::*;

fn movers() -> [(&'static str, Mover); 6] {
    let holder = |role: Role| Mover::Holder(Roles::default().with(role));
    [
        ("its author", Mover::Author),
        ("the program", Mover::Program),
        ("a citizen", holder(Role::Citizen)),
        ("a moderator", holder(Role::Moderator)),
        ("an officer", holder(Role::Officer)),
        ("an admin", holder(Role::Admin)),
    ]
}

#[test]
fn the_golden_table_of_moves() {
    let mut table = String::from("| from | to | by |\n|---|---|---|\n");
    for from in IdeaStatus::ALL {
        for to in IdeaStatus::ALL {
            let by: Vec<&str> =
                movers().iter().filter(|(_, mover)| from.may_move(to, *mover)).map(|(name, _)| *name).collect();
            if !by.is_empty() {
                table.push_str(&format!("| {} | {} | {} |\n", from.as_str(), to.as_str(), by.join(", ")));
            }
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("MOVES.md");
    let head = "# Who may move an idea where\n\nMade from `src/status.rs`; `UPDATE_GOLDEN=1 cargo nextest run -p folkmoot-ideas golden` writes it anew.\n\n";
    let table = format!("{head}{table}");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, &table).unwrap();
    }
    assert_eq!(fs::read_to_string(&file).unwrap_or_default(), table, "MOVES.md is not what the code says");
}

#[test]
fn nothing_leads_out_of_a_withdrawal_and_nothing_stays_where_it_is() {
    for status in IdeaStatus::ALL {
        for (name, mover) in movers() {
            assert!(!status.may_move(status, mover), "{name} moves {status:?} to itself");
            assert!(!IdeaStatus::Withdrawn.may_move(status, mover), "{name} brings a withdrawn idea back");
        }
    }
}
