//! Reading `matrix.md`: every line that begins with `|` and isn't a heading is a row of the matrix.

use std::path::Path;

use crate::nets::Who;

/// Words that a cell may hold.
const WORDS: [&str; 12] = [
    "yes",
    "no",
    "empty",
    "sign in",
    "forbidden",
    "not found",
    "gone",
    "refused",
    "closed",
    "nothing happens",
    "home",
    "conflict",
];

/// One row: a verb, an object, a door, and a word for each role.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) line: usize,
    pub(super) verb: String,
    pub(super) object: String,
    pub(super) door: String,
    pub(super) cells: Vec<String>,
}

impl Row {
    /// Whether the door is a route; otherwise it is a part of the schema.
    pub(super) fn is_page(&self) -> bool {
        self.door.starts_with("GET ") || self.door.starts_with("POST ")
    }

    /// The type and the fields that a door of the schema names: `Idea: title, slug`, `Query.ideas (mine)`.
    pub(super) fn fields(&self) -> (String, Vec<String>) {
        if let Some((object, fields)) = self.door.split_once(": ") {
            return (object.to_owned(), fields.split(", ").map(str::to_owned).collect());
        }
        let (object, field) = self.door.split_once('.').unwrap_or_else(|| panic!("line {}: no door", self.line));
        let field = field.split(' ').next().unwrap_or_default();
        (object.to_owned(), vec![field.to_owned()])
    }
}

/// The whole table.
pub(super) struct Sheet {
    pub(super) rows: Vec<Row>,
    /// The types that only carry what a row has let through.
    pub(super) carriers: Vec<String>,
}

impl Sheet {
    pub(super) fn read() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("it/authorization/matrix.md");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        let rows = text.lines().enumerate().filter_map(|(at, line)| row(at + 1, line)).collect();
        let carriers = text.lines().filter_map(|line| line.strip_prefix("Carriers:"));
        let carriers = carriers.flat_map(|line| line.trim_matches([' ', '.']).split(", ")).map(str::to_owned).collect();
        Self { rows, carriers }
    }
}

fn row(line: usize, text: &str) -> Option<Row> {
    let cells: Vec<&str> = text.trim().strip_prefix('|')?.strip_suffix('|')?.split('|').map(str::trim).collect();
    if cells[0] == "verb" || cells[0].starts_with('-') {
        return None;
    }
    assert_eq!(cells.len(), 3 + Who::ALL.len(), "line {line} of the matrix has another number of columns: {text}");
    let words: Vec<String> = cells[3..].iter().map(|word| (*word).to_owned()).collect();
    for word in &words {
        assert!(
            WORDS.contains(&word.as_str()) || word == "?",
            "line {line} of the matrix: `{word}` is no word of its key"
        );
    }
    let [verb, object, door] = [cells[0], cells[1], cells[2]].map(|cell| cell.trim_matches('`').to_owned());
    Some(Row { line, verb, object, door, cells: words })
}
