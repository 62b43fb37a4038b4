//! The variables of templates, as they are written and found in words, and what is put in their place. What citizens wrote
//! comes into the council's words as plain text: it can't draw a heading there, or hide an address behind a word.

/// What stands for something of the idea that is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Variable {
    /// The idea's title.
    Title,
    /// Its public number.
    Number,
    /// Its author's public name.
    Author,
    /// How many support it.
    Supporters,
    /// The department that answers.
    Department,
    /// The role in which the officer signs.
    Role,
    /// The day by which an answer was promised.
    PromisedDay,
}

/// What is known of the idea that is answered. What isn't known leaves its variable standing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// The idea's title.
    pub title: String,
    /// Its public number.
    pub number: i64,
    /// Its author's public name, where they chose one.
    pub author: Option<String>,
    /// How many support it.
    pub supporters: i64,
    /// The department that answers, unless nobody has it.
    pub department: Option<String>,
    /// The role in which the officer signs.
    pub role: Option<String>,
    /// The day by which an answer was promised, in words.
    pub promised_day: Option<String>,
}

impl Variable {
    /// All of them, in the order in which officers are shown them.
    pub const ALL: [Self; 7] =
        [Self::Title, Self::Number, Self::Author, Self::Supporters, Self::Department, Self::Role, Self::PromisedDay];

    /// Its name, as templates write it between braces.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Number => "number",
            Self::Author => "author",
            Self::Supporters => "supporters",
            Self::Department => "department",
            Self::Role => "role",
            Self::PromisedDay => "promised_day",
        }
    }

    /// As templates write it.
    #[must_use]
    pub fn written(self) -> String {
        format!("{{{{{}}}}}", self.as_str())
    }

    fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == name)
    }

    fn fact(self, facts: &Facts) -> Option<String> {
        match self {
            Self::Title => Some(facts.title.clone()),
            Self::Number => Some(facts.number.to_string()),
            Self::Author => facts.author.clone(),
            Self::Supporters => Some(facts.supporters.to_string()),
            Self::Department => facts.department.clone(),
            Self::Role => facts.role.clone(),
            Self::PromisedDay => facts.promised_day.clone(),
        }
    }
}

/// Words, and what stands between two pairs of braces after them.
fn pieces(text: &str) -> Vec<(&str, Option<&str>)> {
    let (mut found, mut rest) = (Vec::new(), text);
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, tail)) = after.split_once("}}") else { break };
        found.push((before, Some(name)));
        rest = tail;
    }
    found.push((rest, None));
    found
}

/// The first variable that there isn't, as it is written.
pub(super) fn unknown(text: &str) -> Option<String> {
    let names = pieces(text).into_iter().filter_map(|(_, name)| name);
    names.map(str::trim).find(|name| Variable::parse(name).is_none()).map(|name| format!("{{{{{name}}}}}"))
}

/// The first variable that there is.
pub(super) fn known(text: &str) -> Option<Variable> {
    pieces(text).into_iter().filter_map(|(_, name)| name).find_map(|name| Variable::parse(name.trim()))
}

/// Words with facts in them, and the variables for which there was none. What a fact says is never looked through for
/// variables again.
pub(super) fn fill(text: &str, facts: &Facts, is_prose: bool) -> (String, Vec<Variable>) {
    let (mut filled, mut gaps) = (String::with_capacity(text.len()), Vec::new());
    for (words, name) in pieces(text) {
        filled.push_str(words);
        let Some(name) = name else { continue };
        match Variable::parse(name.trim()).map(|variable| (variable, variable.fact(facts))) {
            Some((_, Some(fact))) if is_prose => filled.push_str(&plain(&fact)),
            Some((_, Some(fact))) => filled.push_str(&fact),
            gap => {
                gaps.extend(gap.map(|(variable, _)| variable));
                filled.push_str("{{");
                filled.push_str(name);
                filled.push_str("}}");
            }
        }
    }
    (filled, gaps)
}

/// Plain text as Markdown that says the same.
fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (nth, letter) in text.chars().enumerate() {
        let begins = nth == 0 && matches!(letter, '#' | '-' | '+' | '=');
        let counts = matches!(letter, '.' | ')') && nth > 0 && escaped.chars().all(|before| before.is_ascii_digit());
        if begins
            || counts
            || matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~' | '|' | '{' | '}')
        {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
