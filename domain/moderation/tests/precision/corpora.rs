//! The texts. They stand outside the repository, in `shared/data` beside it or beside the folder it is in; each folder
//! there says whose they are.

use std::fs;
use std::path::{Path, PathBuf};

/// A text and what a person said of it.
pub(crate) struct Text {
    pub(crate) title: Option<String>,
    pub(crate) body: String,
    pub(crate) language: &'static str,
    pub(crate) is_bad: bool,
}

impl Text {
    pub(crate) fn new(title: Option<&str>, body: &str, language: &'static str, is_bad: bool) -> Self {
        Self { title: title.map(str::to_owned), body: body.to_owned(), language, is_bad }
    }

    /// Enough of it to know which one it is.
    pub(crate) fn start(&self) -> String {
        folkmoot_text::shorten(self.title.as_deref().unwrap_or(&self.body), 100)
    }
}

fn data() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors()
        .map(|folder| folder.join("shared/data"))
        .find(|folder| folder.is_dir())
        .unwrap_or_else(|| panic!("the texts are missing: put them at ../shared/data, seen from the repository's root"))
}

pub(crate) fn read(path: &str) -> String {
    let path = data().join(path);
    fs::read_to_string(&path).unwrap_or_else(|why| panic!("{}: {why}", path.display()))
}

/// The rows of a CSV file as the named columns.
fn rows<const N: usize>(path: &str, columns: [&str; N]) -> Vec<[String; N]> {
    let source = read(path);
    let mut reader = csv::Reader::from_reader(source.as_bytes());
    let head = reader.headers().expect("a head").clone();
    let places = columns.map(|column| head.iter().position(|name| name == column).expect(column));
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| places.map(|place| row.get(place).unwrap_or_default().to_owned())).collect()
}

/// Spam and ordinary messages, as people received them.
pub(crate) fn short_messages() -> Vec<Text> {
    let lines = read("attack/spam-sms/sms.tsv");
    let messages = lines.lines().filter_map(|line| line.split_once('\t'));
    messages.map(|(kind, message)| Text::new(None, message, "en", kind == "spam")).collect()
}

/// A long list of other people's, for comparison only.
pub(crate) fn profanity() -> Vec<String> {
    read("attack/profanity-ldnoobw/en.txt").lines().map(str::to_owned).filter(|term| !term.is_empty()).collect()
}

/// Titles of petitions, and the few whose text is there.
pub(crate) fn petitions() -> Vec<Text> {
    let titles = rows("uk-petitions/closed-petitions-2017.csv", ["Petition"]);
    let whole = read("uk-petitions/petitions-with-responses-and-rejections.json");
    let whole = serde_json::from_str::<Vec<serde_json::Value>>(&whole).expect("a list of petitions");
    let titles = titles.iter().map(|[title]| Text::new(Some(title), "", "en", false));
    let whole = whole.iter().map(|petition| {
        let field = |name: &str| petition["attributes"][name].as_str().unwrap_or_default();
        let body = format!("{}\n\n{}", field("background"), field("additional_details"));
        Text::new(Some(field("action")), &body, "en", false)
    });
    titles.chain(whole).collect()
}

/// Comments of the English discussions.
pub(crate) fn comments() -> Vec<Text> {
    let discussions = ["bg2050-volunteers", "football-concussions", "scoop-hivemind.biodiversity"];
    let rows = discussions.iter().flat_map(|name| rows(&format!("polis/{name}/comments.csv"), ["comment-body"]));
    rows.map(|[body]| Text::new(None, &body, "en", false)).collect()
}

/// Whole ideas on a council's board, with all that people put into them.
pub(crate) fn ideas_in_spanish() -> Vec<Text> {
    let rows = rows("decide-madrid-2019/proposals.csv", ["title", "summary", "text"]);
    rows.iter()
        .map(|[title, summary, body]| Text::new(Some(title), &format!("{summary}\n\n{body}"), "es", false))
        .collect()
}

/// What people said to them.
pub(crate) fn comments_in_spanish() -> Vec<Text> {
    let rows = rows("decide-madrid-2019/comments.csv", ["text"]);
    rows.iter().map(|[body]| Text::new(None, body, "es", false)).collect()
}

/// All that nobody should have to look at twice.
pub(crate) fn ordinary_words() -> [(&'static str, Vec<Text>); 4] {
    [
        ("Petitions (UK)", petitions()),
        ("Comments (English)", comments()),
        ("Ideas (Madrid, Spanish)", ideas_in_spanish()),
        ("Comments (Madrid, Spanish)", comments_in_spanish()),
    ]
}
