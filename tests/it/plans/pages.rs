//! The pages, the questions to the API and the files, each with what it may look at.

use super::town::Town;
use crate::nets::Who;

/// A page, and whatever stands around it: at most a hundred lines, of each a few rows.
const PAGE: u64 = 900;
/// One that says how many there are, which it counts up to a thousand: of each the tally, and whether it has a label.
const COUNTED: u64 = 4_500;
/// One with the whole length of a list, which the API counts up to ten thousand; and one that says how many have a status,
/// which PostgreSQL gathers where they are so few that it costs less than to walk along a thousand of them.
const TOTAL: u64 = 12_000;
/// What was decided in a week, of which a desk reads the last ten thousand at the most, and whether there was an appeal.
const WEEK: u64 = 21_000;
/// A search for a word that one idea in twenty says: as far as a page of those, and two hundred of them: to know that they
/// aren't few, which counts them.
const SEARCHED: u64 = 8_000;

/// What is asked.
pub(super) enum What {
    /// A page, by a browser.
    Page(String),
    /// A question to the API.
    Api(&'static str),
}

impl What {
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Page(path) => path,
            Self::Api(question) => question,
        }
    }
}

/// How many rows may be looked at.
pub(super) enum Held {
    /// By all statements together.
    Together(u64),
    /// By each of them: a file is as long as it is.
    EachStatement(u64),
}

/// Who asks, for what, and what it may cost.
pub(super) struct Asked {
    pub(super) who: Who,
    pub(super) what: What,
    pub(super) held: Held,
}

/// Every page that is held.
pub(super) async fn all(town: &Town) -> Vec<Asked> {
    let mut all = Vec::new();
    let visitor = |(path, most)| Asked { who: Who::Visitor, what: What::Page(path), held: Held::Together(most) };
    all.extend(lists(town).await.into_iter().map(visitor));
    all.extend(talk(town).into_iter().map(visitor));
    all.extend(council(town).into_iter().map(visitor));
    let author = |(path, most)| Asked { who: Who::Author, what: What::Page(path), held: Held::Together(most) };
    all.extend(own(town).into_iter().map(author));
    for who in [Who::Visitor, Who::Author] {
        all.extend(QUESTIONS.map(|(words, most)| Asked { who, what: What::Api(words), held: Held::Together(most) }));
    }
    let of = |who| move |path: &str| Asked { who, what: What::Page(path.to_owned()), held: Held::Together(PAGE) };
    let officers = ["/desk", "/desk/feed", "/desk/directory", "/ideas?order=newest"];
    all.extend(officers.map(of(Who::Officer)));
    let moderators = ["/ideas?status=submitted", "/ideas?order=newest"];
    all.extend(moderators.map(of(Who::Moderator)));
    let weeks = ["/moderation", "/moderation/decided"];
    all.extend(weeks.map(|path| Asked { held: Held::Together(WEEK), ..of(Who::Moderator)(path) }));
    all.push(of(Who::Admin)("/admin/people"));
    all
}

/// Lists of ideas, in each order, narrowed, searched, and half way down.
async fn lists(town: &Town) -> Vec<(String, u64)> {
    let half = town.many / 2;
    let newest = Town::after("newest", 0, 2, half);
    let trending = town.half_way("trending", "trend", "DESC").await;
    let supported = town.half_way("most-supported", "confidence", "DESC").await;
    let fewest = town.half_way("fewest-votes", "votes", "ASC").await;
    vec![
        ("/".to_owned(), COUNTED),
        ("/ideas?order=trending".to_owned(), PAGE),
        (format!("/ideas?order=trending&after={trending}"), PAGE),
        ("/ideas?order=most-supported".to_owned(), PAGE),
        (format!("/ideas?order=most-supported&after={supported}"), PAGE),
        ("/ideas?order=fewest-votes".to_owned(), PAGE),
        (format!("/ideas?order=fewest-votes&after={fewest}"), PAGE),
        ("/ideas?order=newest".to_owned(), PAGE),
        (format!("/ideas?order=newest&after={newest}"), PAGE),
        (format!("/ideas?order=newest&before={newest}"), PAGE),
        ("/ideas?order=newest&status=done".to_owned(), TOTAL),
        ("/ideas?order=trending&status=done".to_owned(), TOTAL),
        ("/ideas?order=newest&status=planned".to_owned(), COUNTED),
        ("/ideas?order=newest&status=published".to_owned(), COUNTED),
        ("/ideas?place=rare".to_owned(), COUNTED),
        ("/ideas?place=usual".to_owned(), COUNTED),
        ("/ideas?tag=usual&order=newest".to_owned(), COUNTED),
        ("/ideas?q=bench".to_owned(), COUNTED),
        ("/ideas?q=pergola".to_owned(), SEARCHED),
        ("/ideas?q=gazebo".to_owned(), PAGE),
        ("/ideas?q=bench%20gazebo".to_owned(), PAGE),
        ("/ideas?q=gazebo%20bench".to_owned(), PAGE),
        ("/ideas?q=gaz&order=newest".to_owned(), PAGE),
        ("/campaigns/anything-else".to_owned(), COUNTED),
        ("/campaigns/anything-else?order=newest".to_owned(), COUNTED),
        ("/campaigns/long-ago".to_owned(), PAGE),
        ("/campaigns/long-ago?order=newest".to_owned(), PAGE),
        ("/campaigns/long-ago?order=fewest-votes".to_owned(), PAGE),
    ]
}

/// The idea on which everybody talks: from its beginning, half way down, within the long thread, and side by side.
fn talk(town: &Town) -> Vec<(String, u64)> {
    let idea = format!("/ideas/{}/{}", town.hot.number, town.hot.slug);
    let half = town.many / 2;
    // The first of a thread of four, and the hundredth from the end of the long thread, whose first is the one after the half.
    let short = half - half % 4 - 19;
    let (newest, oldest) = (Town::after("newest", 10 + short, 3, short), Town::after("oldest", 10 + short, 3, short));
    let (long, last) = (10 + half + 1, town.many - 100);
    let within = |order: &str| Town::after(order, long, 3, last);
    let paths = [
        idea.clone(),
        format!("{idea}?order=oldest"),
        format!("{idea}?after={newest}"),
        format!("{idea}?before={newest}"),
        format!("{idea}?order=oldest&after={oldest}"),
        format!("{idea}?order=oldest&before={oldest}"),
        format!("{idea}?after={}", within("newest")),
        format!("{idea}?before={}", within("newest")),
        format!("{idea}?order=oldest&after={}", within("oldest")),
        format!("{idea}?at={}", 10 + short),
        format!("{idea}?at={long}"),
        format!("{idea}?view=sides"),
        format!("{idea}?view=sides&order=oldest"),
        format!("{idea}/history"),
    ];
    paths.into_iter().map(|path| (path, PAGE)).collect()
}

/// What the council answers and decides, and who said what.
fn council(town: &Town) -> Vec<(String, u64)> {
    let (half, profile) = (town.many / 2, town.profile());
    // A quarter of the ideas are answered.
    let (answered, late) = (town.many / 8, 60);
    let paths = [
        "/answers".to_owned(),
        format!("/answers?after={}", Town::after("answered", answered, 2, answered)),
        format!("/answers?before={}", Town::after("answered", answered, 2, answered)),
        format!("/answers?after={}", Town::after("answered", late, 2, late)),
        "/answers?outcome=yes".to_owned(),
        "/answers?outcome=no".to_owned(),
        format!("/answers?outcome=yes&after={}", Town::after("answered", answered, 2, answered)),
        "/answers?department=parks".to_owned(),
        "/answers.atom".to_owned(),
        "/departments".to_owned(),
        "/departments/parks".to_owned(),
        "/departments/overdue.atom".to_owned(),
        "/departments/overdue.csv".to_owned(),
        "/departments/scores.csv".to_owned(),
        "/promises".to_owned(),
        "/transparency/decisions".to_owned(),
        format!("/transparency/decisions?after={}", Town::after("decisions", 0, 7, half)),
        format!("/transparency/decisions?before={}", Town::after("decisions", 0, 7, half)),
        profile.clone(),
        format!("{profile}?after={}", Town::after("newest", 0, 2, half)),
        format!("{profile}?what=comments"),
        format!("{profile}?what=comments&after={}", Town::after("by-author", 0, 3, half)),
    ];
    paths.into_iter().map(|path| (path, PAGE)).collect()
}

/// What the one who wrote so much finds of their own, and how they see what everybody does.
fn own(town: &Town) -> Vec<(String, u64)> {
    let half = town.many / 2;
    let idea = format!("/ideas/{}/{}", town.hot.number, town.hot.slug);
    vec![
        ("/me".to_owned(), PAGE),
        ("/me/votes".to_owned(), PAGE),
        (format!("/me/votes?after={}", Town::after("own-votes", half, 2, half)), PAGE),
        (format!("/me/votes?before={}", Town::after("own-votes", half, 2, half)), PAGE),
        ("/me/ideas".to_owned(), PAGE),
        (format!("/me/ideas?after={}", Town::after("newest", 0, 2, half)), PAGE),
        ("/me/comments".to_owned(), PAGE),
        (format!("/me/comments?after={}", Town::after("by-author", 0, 3, half)), PAGE),
        ("/me/account".to_owned(), PAGE),
        ("/me/sessions".to_owned(), PAGE),
        ("/ideas?mine=yes&order=newest".to_owned(), COUNTED),
        ("/".to_owned(), COUNTED),
        ("/ideas?order=trending".to_owned(), PAGE),
        ("/ideas?order=newest".to_owned(), PAGE),
        (idea.clone(), PAGE),
        (format!("{idea}?order=oldest"), PAGE),
        (format!("{idea}?view=sides"), PAGE),
    ]
}

/// What scripts ask.
const QUESTIONS: [(&str, u64); 7] = [
    (
        "{ ideas(first: 20, orderBy: NEWEST) { nodes { number title author { name } campaign { slug } tally { support } \
         viewerVote comments(first: 2) { totalCount nodes { number author { name } } } } } }",
        PAGE,
    ),
    ("{ ideas(last: 20) { nodes { number } } }", PAGE),
    ("{ ideas(first: 1) { totalCount } }", TOTAL),
    ("{ ideas(first: 20, filter: { statuses: [PLANNED, DONE] }) { nodes { number } } }", PAGE),
    ("{ ideas(first: 1, filter: { statuses: [PLANNED, DONE] }) { totalCount } }", TOTAL),
    ("{ campaigns(first: 3) { nodes { slug ideas(first: 2) { nodes { number } } } } }", PAGE),
    ("{ campaigns(first: 3) { nodes { ideas(first: 1) { totalCount } } } }", 2 * TOTAL),
];

/// Files, and the figures that are counted once in five minutes.
pub(super) fn files() -> Vec<Asked> {
    let each = |(who, path, most): (Who, &str, u64)| Asked {
        who,
        what: What::Page(path.to_owned()),
        held: Held::EachStatement(most),
    };
    let files = [
        (Who::Author, "/me/export", PAGE),
        // Of a few thousand answers PostgreSQL reads which ideas they are about from end to end, rather than a hundred apart.
        (Who::Visitor, "/answers.csv", 6_000),
        (Who::Visitor, "/transparency/decisions.csv", PAGE),
        (Who::Visitor, "/sitemap.xml", PAGE),
        // Of the last ninety days, and of no more than ten thousand decisions.
        (Who::Visitor, "/transparency/figures.csv", 25_000),
    ];
    files.map(each).into()
}
