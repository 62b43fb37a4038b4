//! The schema as it is published, read just far enough to walk it: object types, their fields, what each answers.

use std::collections::BTreeMap;
use std::path::Path;

/// One field of an object type.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    pub(crate) name: String,
    /// The type it answers, without `!` and brackets.
    pub(crate) answers: String,
    /// Its arguments: name and type as written.
    pub(crate) takes: Vec<(String, String)>,
}

/// The types that have fields; inputs apart.
#[derive(Debug)]
pub(crate) struct Schema {
    pub(crate) objects: BTreeMap<String, Vec<Field>>,
    pub(crate) inputs: BTreeMap<String, Vec<(String, String)>>,
    pub(crate) enums: BTreeMap<String, Vec<String>>,
}

impl Schema {
    /// Reads `api/schema.graphql`, which a golden test keeps true.
    pub(crate) fn published() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../api/schema.graphql");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        let mut schema = Self { objects: BTreeMap::new(), inputs: BTreeMap::new(), enums: BTreeMap::new() };
        for block in blocks(&text) {
            schema.take(&block);
        }
        schema
    }

    fn take(&mut self, block: &str) {
        let (head, body) = block.split_once('{').expect("a type has a body");
        let mut words = head.split_whitespace();
        let (kind, name) = (words.next().unwrap_or_default(), words.next().unwrap_or_default().to_owned());
        match kind {
            "type" => {
                self.objects.insert(name, fields(body));
            }
            "input" => {
                let read = fields(body).into_iter().map(|field| (field.name, field.answers)).collect();
                self.inputs.insert(name, read);
            }
            "enum" => {
                self.enums.insert(name, body.split_whitespace().map(str::to_owned).collect());
            }
            _ => {}
        }
    }

    /// Whether a type has fields of its own.
    pub(crate) fn is_object(&self, name: &str) -> bool {
        self.objects.contains_key(name) || name == "Node"
    }

    /// The field of a type.
    pub(crate) fn field(&self, object: &str, name: &str) -> &Field {
        let fields = self.objects.get(object).unwrap_or_else(|| panic!("the schema has no type {object}"));
        fields.iter().find(|field| field.name == name).unwrap_or_else(|| panic!("{object} has no field {name}"))
    }
}

/// The text without descriptions, cut at the closing brace of each type.
fn blocks(text: &str) -> Vec<String> {
    let mut plain = String::new();
    let mut described = false;
    for line in text.lines() {
        let line = line.trim();
        let quotes = line.matches("\"\"\"").count();
        if quotes == 1 {
            described = !described;
            continue;
        }
        if !described && quotes == 0 && !line.starts_with('"') {
            plain.push_str(line);
            plain.push('\n');
        }
    }
    plain.split('}').filter(|block| block.contains('{')).map(with_head).collect()
}

/// From the line that opens it: scalars and directives may stand before.
fn with_head(block: &str) -> String {
    let opening = block.find('{').unwrap_or(0);
    let start = block[..opening].rfind('\n').map_or(0, |at| at + 1);
    block[start..].to_owned()
}

/// `name(argument: Type, …): Type` each; arguments may stand on lines of their own.
fn fields(body: &str) -> Vec<Field> {
    let mut read = Vec::new();
    let mut rest = body.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').expect("a field has a type");
        let name = rest[..end].to_owned();
        rest = rest[end..].trim_start();
        let mut takes = Vec::new();
        if let Some(inside) = rest.strip_prefix('(') {
            let (arguments, after) = inside.split_once(')').expect("arguments end");
            takes = arguments
                .split([',', '\n'])
                .filter_map(|argument| argument.split_once(':'))
                .map(|(name, kind)| (name.trim().to_owned(), kind.trim().to_owned()))
                .collect();
            rest = after.trim_start();
        }
        let (kind, after) = rest
            .strip_prefix(':')
            .expect("a field has a type")
            .trim_start()
            .split_once('\n')
            .unwrap_or((&rest[1..], ""));
        // A part of an input may say what it is when it is left out.
        let kind = kind.split(" = ").next().unwrap_or(kind);
        let answers = kind.trim().trim_matches(['[', ']', '!']).to_owned();
        read.push(Field { name, answers, takes });
        rest = after.trim_start();
    }
    read
}
