//! Every form: what is wrong is told beside its field, and what was typed is kept. A form of the table to which nothing
//! wrong is sent fails the tests, and a field of the templates that no case gets wrong.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;

use folkmoot_common::PageRequest;
use folkmoot_ideas::{IdeaQuery, LabelKind, PublishingMode, VotingRule};
use folkmoot_replies::DepartmentText;
use folkmoot_tests::world::{House, World};
use reqwest::Method;

use super::{assert_plain, desk, officers};
use crate::attacks::{is_of, kept, message};
use crate::nets::{Cast, Made, Player, State, Who, Workshop};

/// Where something wrong was sent so far, and the fields that said so.
static TOLD: Mutex<BTreeSet<(String, String)>> = Mutex::new(BTreeSet::new());

/// Fields that keep what was typed; of the others something is chosen.
const KEPT: [&str; 30] = [
    "title",
    "body",
    "name",
    "token_name",
    "email",
    "details",
    "confirm",
    "rule",
    "words",
    "mend",
    "note",
    "why",
    "into",
    "about",
    "job",
    "day",
    "word",
    "reply_supporters",
    "reply_days",
    "until",
    "refer_to",
    "reasons",
    "arguments",
    "cost",
    "next_step",
    "next_date",
    "role",
    "others",
    "credits",
    "days",
];

/// The form comes back: each of these fields says why, and every field keeps what was typed.
pub(super) async fn assert_told(player: &Player, path: &str, fields: &[(&str, &str)], wrong: &[&str]) {
    let answer = player.post(path, fields).await;
    assert_eq!(answer.status, 422, "{path} with {fields:?}: {}", answer.body);
    for field in wrong {
        let words = message(&answer.body, field).unwrap_or_else(|| panic!("{path}: nothing said by `{field}`"));
        assert_plain(&format!("{path} {field}"), words.trim_start_matches("Error:").trim());
        assert!(answer.body.contains(&format!("href=\"#{field}")), "{path}: the summary doesn't lead to `{field}`");
        note(path, field);
    }
    // A desk’s reason and days are chosen, not typed; and the code from a letter that was wrong is no help in typing the right one.
    let is_typed = |field: &str| match field {
        "reason" | "days" => !path.starts_with("/moderation"),
        "code" => !path.starts_with("/sign-in"),
        // Given and taken by choice; an officer's role in an answer is typed.
        "role" => !path.starts_with("/admin"),
        field => KEPT.contains(&field),
    };
    for (field, value) in fields.iter().filter(|(field, _)| is_typed(field)) {
        assert_eq!(kept(&answer.body, field).as_deref(), Some(*value), "{path}: {field} was not kept");
    }
    assert!(answer.body.contains("<title>Error"), "{path}: the page's title doesn't say that something is wrong");
}

pub(super) fn note(path: &str, field: &str) {
    TOLD.lock().unwrap().insert((path.to_owned(), field.to_owned()));
}

/// Something was chosen that isn't offered: a page says so, and what to do.
pub(super) async fn assert_said(player: &Player, path: &str, fields: &[(&str, &str)], status: u16, words: &str) {
    let answer = player.post(path, fields).await;
    assert_eq!(answer.status, status, "{path} with {fields:?}: {}", answer.body);
    assert!(answer.body.contains("<h1"), "{path}: no page says what to do");
    assert!(answer.body.contains(words), "{path} doesn't say `{words}`: {}", answer.body);
    for (field, _) in fields {
        note(path, field);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_form_says_what_is_wrong_beside_the_field() {
    let world = World::start(House::Sqlite).await;
    let cast = Cast::arrive(&world).await;
    let shop = Workshop::open(&world, cast.of(Who::Author).viewer).await;
    let made = shop.comment(State::Published, State::Published).await;
    ideas(&cast, &made).await;
    comments(&cast, &made).await;
    reports(&cast, &made).await;
    account(&cast).await;
    choices(&cast, &made).await;
    settled(&cast).await;
    site(&world, &cast).await;
    labels(&world, &cast).await;
    set(&world, &cast).await;
    officers::answers(&world, &cast, &made).await;
    desk::every(&cast, &shop).await;

    let told = TOLD.lock().unwrap().clone();
    let posts = folkmoot::table().into_iter().filter(|route| route.method == Method::POST).map(|route| route.path);
    let tried = |route: &str| told.iter().any(|(path, _field)| is_of(route, path));
    let spared: Vec<&str> = posts.filter(|route| !tried(route) && !NOTHING_TYPED.contains(route)).collect();
    assert!(spared.is_empty(), "nothing wrong is sent to these forms; add them to bad_input: {spared:#?}");
    let fields: BTreeSet<String> = told.into_iter().map(|(_path, field)| field).collect();
    let unsaid: Vec<_> = typed_fields().into_iter().filter(|field| !fields.contains(field)).collect();
    assert!(unsaid.is_empty(), "no form says what is wrong with these fields: {unsaid:#?}");
}

/// Forms whose only input is an id in the address, which is no person's to mend; and the text that is looked at while it
/// is written, whose words are told when it is sent.
const NOTHING_TYPED: [&str; 25] = [
    "/admin/look/logo",
    "/admin/look/reset",
    "/admin/calendar/forget",
    "/admin/departments/{id}/close",
    "/admin/departments/{id}/officers/{person}/remove",
    "/admin/routes/{place}/remove",
    "/admin/routes/{place}/up",
    "/admin/mail/test",
    "/desk/ideas/{number}/draft",
    "/desk/ideas/{number}/officer",
    "/desk/ideas/{number}/watch",
    "/graphql",
    "/ideas/new/part",
    "/ideas/{number}/comments/{comment}/delete",
    "/me/drafts/{id}",
    "/me/drafts/{id}/drop",
    "/me/sessions/end-others",
    "/me/sessions/{id}/end",
    "/me/tokens/{id}/revoke",
    "/moderation/decisions/{id}/undo",
    "/moderation/items/{id}/lock",
    "/moderation/items/{id}/release",
    "/sign-in/link/{token}",
    "/sign-out",
    "/unsubscribe/{token}",
];

/// Fields of which any value means something: a stance, filters of lists that leave out what they don't know, which
/// versions are compared, a box, what a press of one button does.
const ANY: [&str; 21] = [
    "tag", "closed", "stance", "status", "mine", "version", "from", "retired", "then", "take", "one", "items",
    "viewport", "robots", "outcome", "two_people", "part", "leave", "credit", "replace", "logo",
];

/// The names of everything in the program's templates that people fill in.
fn typed_fields() -> BTreeSet<String> {
    let mut texts = Vec::new();
    templates(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/templates"), &mut texts);
    let mut names = BTreeSet::new();
    for text in &texts {
        for tag in ["<input", "<textarea", "<select"] {
            let controls = text.split(tag).skip(1).filter_map(|rest| rest.split('>').next());
            let controls = controls.filter(|control| !control.contains("type=\"hidden\""));
            let named = controls.filter_map(|control| control.split(" name=\"").nth(1)?.split('"').next());
            // A macro's field is named where it is called.
            names.extend(named.filter(|name| !ANY.contains(name) && *name != "{{ field }}").map(str::to_owned));
        }
        let called = text.split("call form::choose(\"").skip(1).filter_map(|rest| rest.split('"').next());
        names.extend(called.filter(|name| !ANY.contains(name)).map(str::to_owned));
    }
    assert!(names.len() > 15, "the templates were misread: {names:?}");
    names
}

/// The text of every file below this folder.
fn templates(folder: &Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("the program's templates are there") {
        let path = entry.expect("it can be read").path();
        if path.is_dir() {
            templates(&path, texts);
        } else {
            texts.push(std::fs::read_to_string(&path).expect("it is text"));
        }
    }
}

pub(super) fn long_body() -> String {
    "Because it would help. ".repeat(600).trim().to_owned()
}

/// A name with a sign in it that turns the letters round.
pub(super) const HIDDEN: &str = "Be\u{202e}nch";

async fn ideas(cast: &Cast, made: &Made) {
    let (author, long_body, hidden) = (cast.of(Who::Author), long_body(), HIDDEN);
    let long_title = "A bench ".repeat(20).trim().to_owned();
    let campaign = ("campaign", "anything-else");
    let new = "/ideas/new";
    assert_told(author, new, &[campaign, ("title", ""), ("body", "To rest.")], &["title"]).await;
    assert_told(author, new, &[campaign, ("title", "Abc"), ("body", "To rest.")], &["title"]).await;
    assert_told(author, new, &[campaign, ("title", &long_title), ("body", "To rest.")], &["title"]).await;
    assert_told(author, new, &[campaign, ("title", hidden), ("body", "")], &["title", "body"]).await;
    assert_told(author, new, &[campaign, ("title", "A good bench"), ("body", &long_body)], &["body"]).await;
    assert_told(author, new, &[("campaign", ""), ("title", "A good bench"), ("body", "To rest.")], &["campaign"]).await;
    assert_told(
        author,
        new,
        &[("campaign", "no-such"), ("title", "A good bench"), ("body", "To rest.")],
        &["campaign"],
    )
    .await;
    assert_told(author, new, &[("campaign", ""), ("title", ""), ("body", "")], &["campaign", "title", "body"]).await;

    let unknown = ("language", "Klingon");
    assert_told(author, new, &[campaign, ("title", "A good bench"), ("body", "To rest."), unknown], &["language"])
        .await;

    let idea = format!("/ideas/{}/{}", made.number, made.slug);
    let edit = format!("{idea}/edit");
    let sent = [("title", "A good bench"), ("body", "To sit."), unknown, ("seen", "1")];
    assert_told(author, &edit, &sent, &["language"]).await;
    assert_told(author, &edit, &[("title", ""), ("body", ""), ("seen", "1")], &["title", "body"]).await;
    assert_told(author, &edit, &[("title", "A good bench"), ("body", "To sit."), ("seen", "7")], &["body"]).await;
    for reason in ["", "x", long_body.as_str()] {
        assert_told(author, &format!("{idea}/withdraw"), &[("reason", reason)], &["reason"]).await;
    }
}

async fn comments(cast: &Cast, made: &Made) {
    let (author, long_body) = (cast.of(Who::Author), long_body());
    let comments = format!("/ideas/{}/comments", made.number);
    for path in [
        format!("{comments}/new"),
        format!("{comments}/{}/reply", made.comment),
        format!("{comments}/{}/edit", made.comment),
    ] {
        for body in ["", "   ", long_body.as_str()] {
            assert_told(author, &path, &[("body", body), ("stance", "FOR"), ("seen", "1")], &["body"]).await;
        }
    }
}

/// Of an idea, a comment and a name.
async fn reports(cast: &Cast, made: &Made) {
    let (author, visitor, long_body) = (cast.of(Who::Author), cast.of(Who::Visitor), long_body());
    let idea = format!("/ideas/{}/{}", made.number, made.slug);
    let comments = format!("/ideas/{}/comments", made.number);
    let (long_name, person) = ("x".repeat(200), format!("/people/{}/report", made.id));
    for (player, path) in [
        (author, format!("{idea}/report")),
        (visitor, format!("{comments}/{}/report", made.comment)),
        (visitor, person),
    ] {
        let (spam, other, faith) = (("ground", "SPAM"), ("ground", "SOMETHING_ELSE"), ("faith", "yes"));
        assert_told(player, &path, &[("ground", ""), ("details", ""), ("email", "")], &["ground", "faith"]).await;
        let sent = [other, ("details", ""), ("email", "a b@c.example"), faith];
        assert_told(player, &path, &sent, &["details", "email"]).await;
        assert_told(player, &path, &[spam, ("details", &long_body), ("email", ""), faith], &["details"]).await;
        assert_told(player, &path, &[spam, ("details", "It sells pills."), ("faith", "no")], &["faith"]).await;
        assert_told(player, &path, &[spam, ("details", ""), ("name", &long_name), faith], &["name"]).await;
        assert_told(player, &path, &[spam, ("details", ""), ("name", HIDDEN), faith], &["name"]).await;
    }
}

async fn account(cast: &Cast) {
    let (author, hidden) = (cast.of(Who::Author), HIDDEN);
    assert_told(author, "/me/delete", &[("leave", ""), ("confirm", "")], &["leave", "confirm"]).await;
    assert_told(author, "/me/delete", &[("leave", "words"), ("confirm", "yes")], &["confirm"]).await;

    for name in ["", "x".repeat(200).as_str(), "Moderator", hidden] {
        assert_told(author, "/me/name", &[("name", name)], &["name"]).await;
        assert_told(author, "/welcome", &[("name", name), ("next", "/me")], &["name"]).await;
    }
    for name in ["", "x".repeat(200).as_str(), hidden] {
        assert_told(author, "/me/tokens", &[("token_name", name)], &["token_name"]).await;
    }
    let visitor = cast.of(Who::Visitor);
    for email in ["", "x", "a@", "@b.example", "a b@c.example", "a@b", "a@b@c.example"] {
        assert_told(visitor, "/sign-in", &[("email", email)], &["email"]).await;
    }
    for code in ["", "12345", "abcdef", "1234567"] {
        assert_told(visitor, "/sign-in/code", &[("code", code)], &["code"]).await;
    }
}

/// What only buttons and lists send, sent by hand; and what is looked for.
async fn choices(cast: &Cast, made: &Made) {
    let author = cast.of(Who::Author);
    let language = "Choose one of the languages that this site speaks.";
    assert_said(author, "/me/language", &[("language", "Klingon")], 400, language).await;
    let choice = "Choose to support or to oppose the idea.";
    let vote = format!("/ideas/{}/{}/vote", made.number, made.slug);
    assert_said(author, &vote, &[("choice", "PERHAPS")], 400, choice).await;
    let whole = "The form is not complete.";
    assert_said(author, "/me/notices", &[("notices", "hourly")], 400, whole).await;
    let follow = format!("/ideas/{}/{}/follow", made.number, made.slug);
    assert_said(author, &follow, &[("follows", "perhaps")], 400, whole).await;
    let step = format!("/ideas/{}/{}/milestones/{}", made.number, made.slug, uuid::Uuid::nil());
    assert_said(author, &step, &[("said", "perhaps")], 400, whole).await;
    assert_said(cast.of(Who::Admin), "/admin/mail/again", &[("letter", "x")], 400, whole).await;
    for q in ["x".to_owned(), "bench ".repeat(30)] {
        let answer = author.get(&format!("/ideas?q={}", q.replace(' ', "+"))).await;
        let words = message(&answer.body, "q").unwrap_or_else(|| panic!("nothing said by `q`: {}", answer.body));
        assert_plain("/ideas q", words.trim_start_matches("Error:").trim());
        assert_eq!(kept(&answer.body, "q").as_deref(), Some(q.as_str()), "what was looked for was not kept");
        note("/ideas", "q");
    }
}

/// What an admin puts into the council's words: rules and reasons.
async fn settled(cast: &Cast) {
    let long_title = "A bench ".repeat(20).trim().to_owned();
    let long_body = long_body();
    let admin = cast.of(Who::Admin);
    let long_words = "Be kind to one another. ".repeat(900).trim().to_owned();
    for words in ["", "   ", "be\u{7}ll", long_words.as_str()] {
        let sent = [("language", "en"), ("words", words), ("then", "publish")];
        assert_told(admin, "/moderation/rules", &sent, &["words"]).await;
    }
    let reason = "/moderation/reasons";
    let sent = [("language", "en"), ("title", ""), ("rule", long_title.as_str()), ("words", ""), ("mend", &long_body)];
    assert_told(admin, &format!("{reason}/SPAM"), &sent, &["title", "rule", "words", "mend"]).await;
    let whole = [("language", "en"), ("title", "A name"), ("rule", "A rule"), ("words", "So."), ("mend", "So.")];
    for code in ["", "spam", "SPAM", "1ST"] {
        let sent: Vec<_> = [("code", code)].into_iter().chain(whole).collect();
        assert_told(admin, &format!("{reason}/new"), &sent, &["code"]).await;
    }
}

/// What an admin sets about the site itself.
async fn site(world: &World, cast: &Cast) {
    let (admin, long) = (cast.of(Who::Admin), long_body());
    let fields = ["name", "council", "contact", "accent", "accent_dark"];
    for bad in ["", long.as_str(), HIDDEN] {
        assert_told(admin, "/admin/look", &fields.map(|field| (field, bad)), &fields).await;
    }
    let fine = [("name", "Ideas"), ("council", "Testtown"), ("contact", "a@b.example"), ("then", "save")];
    for bad in ["green", "#fff", "#f5a623", "#777777"] {
        let colours = [("accent", bad), ("accent_dark", "#111111")];
        let sent: Vec<_> = fine.into_iter().chain(colours).collect();
        assert_told(admin, "/admin/look", &sent, &["accent", "accent_dark"]).await;
    }
    for bad in ["", "a b", long.as_str(), HIDDEN] {
        let sent = [("email", bad), ("name", "x"), ("role", "officer"), ("why", bad)];
        assert_told(admin, "/admin/people", &sent, &["email", "name"]).await;
    }
    assert_told(admin, "/admin/people", &[("email", "new@example.org"), ("why", "x")], &["why"]).await;
    let whose =
        format!("/admin/people/{}", folkmoot_common::Id::uuid(cast.of(Who::Citizen).viewer.person().unwrap()).simple());
    let roles = format!("{whose}/roles");
    assert_told(admin, &roles, &[("role", "king"), ("act", "give"), ("why", "Why not.")], &["role"]).await;
    assert_told(admin, &roles, &[("role", "officer"), ("act", "give"), ("why", "")], &["why"]).await;
    let campaign = "/admin/campaigns/new";
    for bad in ["", HIDDEN, long.as_str()] {
        let sent = [
            ("question", bad),
            ("brief", if bad == HIDDEN { "be\u{7}ll" } else { bad }),
            ("slug", "No!"),
            ("opens", "soon"),
        ];
        let more = [("closes", "later"), ("language", "?"), ("voting_rule", "ALL"), ("publishing_mode", "NEVER")];
        let sent: Vec<_> = sent.into_iter().chain(more).collect();
        let told = ["question", "brief", "slug", "opens", "closes", "voting_rule", "publishing_mode"];
        assert_told(admin, campaign, &sent, &told).await;
    }
    let (rule, mode) = (VotingRule::SupportOnly, PublishingMode::StraightAway);
    world.ask("open-still", "What is open still?", rule, mode).await;
    let page = admin.get("/admin/campaigns/open-still").await.body;
    let own = ["question", "brief", "opens", "seen"].map(|field| (field, kept(&page, field).unwrap_or_default()));
    let fixed = [("slug", "open-still"), ("language", "en"), ("closes", ""), ("archived", "yes")];
    let chosen = [("voting_rule", rule.as_str()), ("publishing_mode", mode.as_str())];
    let own = own.iter().map(|(field, value)| (*field, value.as_str()));
    let sent: Vec<_> = own.chain(fixed).chain(chosen).collect();
    assert_told(admin, "/admin/campaigns/open-still", &sent, &["archived"]).await;
    let standing = world.site().ideas.campaign("anything-else").await.unwrap().unwrap();
    let close = "/admin/campaigns/anything-else/close";
    assert_told(admin, close, &[("seen", &standing.version.to_string())], &["closes"]).await;
}

/// Places and tags.
async fn labels(world: &World, cast: &Cast) {
    let (admin, long) = (cast.of(Who::Admin), long_body());
    for bad in ["", "x", long.as_str(), HIDDEN] {
        assert_told(admin, "/admin/labels", &[("kind", "place"), ("name", bad)], &["name-place"]).await;
    }
    let (labels, viewer) = (&world.site().labels, &admin.viewer);
    let mill = labels.add(viewer, LabelKind::Place, "Mill").await.unwrap();
    labels.add(viewer, LabelKind::Tag, "Mills").await.unwrap();
    let path = format!("/admin/labels/{}", folkmoot_common::Id::uuid(mill).simple());
    assert_told(admin, &path, &[("name", "x")], &["name"]).await;
    let idea = world.site().ideas.list(viewer, &IdeaQuery::default(), &PageRequest::first(1)).await.unwrap();
    let idea = &idea.items[0].idea;
    let sort = format!("/ideas/{}/{}/labels", idea.number, idea.slug);
    assert_told(admin, &sort, &[("place", "nowhere")], &["place"]).await;
    assert_told(admin, &sort, &[("tags", "none")], &["tags"]).await;
}

/// What an admin sets about answers.
async fn set(world: &World, cast: &Cast) {
    let (admin, long_body, long_name) = (cast.of(Who::Admin), long_body(), "Parks ".repeat(30).trim().to_owned());
    let new = "/admin/departments/new";
    for (name, about) in [("", ""), ("P", "   "), (long_name.as_str(), long_body.as_str()), (HIDDEN, "be\u{7}ll")] {
        assert_told(admin, new, &[("name", name), ("about", about)], &["name", "about"]).await;
    }
    let text = DepartmentText::parse("Parks", "Trees.", false).unwrap();
    let id = world.site().replies.save_department(&admin.viewer, None, &text).await.unwrap();
    let officers = format!("/admin/departments/{}/officers", folkmoot_common::Id::uuid(id).simple());
    for email in ["", "a b@c.example", "nobody.here@example.org"] {
        assert_told(admin, &officers, &[("email", email), ("job", "Head of Parks")], &["email"]).await;
    }
    let own =
        world.site().people.person(&admin.viewer).await.unwrap().and_then(|own| own.email).expect("they have one");
    for job in ["", "x", long_body.as_str(), HIDDEN] {
        assert_told(admin, &officers, &[("email", own.as_str()), ("job", job)], &["job"]).await;
    }
    for day in ["", "4 May", "2027-02-30"] {
        let sent = [("day", day), ("closure", "closed"), ("why", "")];
        assert_told(admin, "/admin/calendar", &sent, &["day", "why"]).await;
    }
    let sent = [("day", "2027-05-04"), ("closure", ""), ("why", "Training.")];
    assert_told(admin, "/admin/calendar", &sent, &["closure"]).await;
    for nation in ["", "FRANCE", "scotland"] {
        assert_told(admin, "/admin/calendar/holidays", &[("nation", nation)], &["nation"]).await;
    }
    for (word, told) in [("", "word"), ("be\u{202e}nch", "word")] {
        let sent = [("word", word), ("campaign", ""), ("department", "")];
        assert_told(admin, "/admin/routes", &sent, &[told, "department"]).await;
    }
    for number in ["0", "x", "-1", "999999999999"] {
        for kind in ["acknowledge", "reply", "committee"] {
            let (supporters, days) = (format!("{kind}_supporters"), format!("{kind}_days"));
            let sent = [(supporters.as_str(), number), (days.as_str(), number)];
            assert_told(admin, "/admin/promises/anything-else", &sent, &[&supporters, &days]).await;
        }
    }
}
