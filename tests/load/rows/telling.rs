//! Fifty thousand people follow one idea, and the council answers: how long the one request takes, and how the letters leave,
//! to a real mail server that notes every one.

use std::collections::HashMap;
use std::time::{Duration, Instant};

use folkmoot_tests::smtp::{Received, Sink, Taste};
use reqwest::Client;
use sea_orm::{ConnectionTrait as _, Database};
use serde_json::{Value, json};

use crate::failure::{Failure, Measured};
use crate::program::{Running, Setting};
use crate::report::Row;
use crate::spent::resident;
use crate::stage::{Stage, say};

/// Answers to ideas that nobody follows, to compare with.
const OTHERS: usize = 9;
/// How the subjects begin of the two letters that everybody gets. That officers have the idea in hand may be told to the
/// crowd as well, or have been told before it came.
const COUNTED: &str = "The council has ";
/// How long all letters may take.
const PATIENCE: Duration = Duration::from_secs(400);
/// What the program may grow by meanwhile.
const ROOM: u64 = 32 * 1_024 * 1_024;

/// One row for the request, one for the letters.
pub(crate) fn rows(stage: &Stage) -> Measured<Vec<Row>> {
    let followers = stage.size.followers;
    say(&format!("telling {followers} followers"));
    // The mail server must go on while the program is waited for.
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
    let sink = runtime.block_on(Sink::open_with(Taste { heads_only: true, ..Taste::default() }));
    let setting = stage.database("telling")?.with_mail(sink.url());
    let node = setting.serve()?;
    let mut officer = Officer::hire(&setting, &node)?;
    let measured = runtime.block_on(async {
        officer.founds_a_department().await?;
        let mut ideas = Vec::new();
        for number in 0..=OTHERS {
            ideas.push(officer.idea(number).await?);
        }
        gather(&stage.url("telling"), followers).await?;
        let mut others = Vec::new();
        for idea in &ideas[1..] {
            others.push(officer.answers(idea).await?.0);
        }
        others.sort_unstable();
        let before = resident(node.id())?;
        let (took, reply) = officer.answers(&ideas[0]).await?;
        officer.revises(&reply).await?;
        let (drained, most) = drain(&sink, &node, followers).await?;
        Ok::<_, Failure>((others[others.len() / 2], took, drained, before, most))
    })?;
    let (others, took, drained, before, most) = measured;
    let order = Order::of(&sink.letters());
    let millis = |time: Duration| time.as_secs_f64() * 1_000.0;
    #[expect(clippy::cast_precision_loss, reason = "bytes of memory and counts of letters are far below 2^52")]
    let (rate, start, peak) =
        (f64::from(followers) * 2.0 / drained.as_secs_f64(), before as f64 / 1_048_576.0, most as f64 / 1_048_576.0);
    let raw = json!({
        "followers": followers, "publish_ms": millis(took), "publish_ms_without_followers": millis(others),
        "seconds": drained.as_secs_f64(), "doubled": order.doubled, "out_of_order": order.swapped, "missing": order.missing(followers),
        "rss_before": before, "rss_most": most,
    });
    let is_exact = order.doubled == 0 && order.swapped == 0 && order.missing(followers) == 0;
    Ok(vec![
        Row::new(format!("an answer to {followers} followers, the one request"), format!("{:.1} ms", millis(took)))
            .beside(format!("to nobody: {:.1} ms", millis(others)), millis(took) / millis(others))
            .shall("no longer", took < others * 3)
            .with(raw.clone()),
        Row::new(
            format!("letters to {followers} followers about an answer and its revision"),
            format!(
                "{rate:.0}/s, {:.0} s; {} twice, {} out of order, {} missing; memory {start:.0} MiB before, {peak:.0} MiB at most",
                drained.as_secs_f64(), order.doubled, order.swapped, order.missing(followers)
            ),
        )
        .shall("each once, in order; ≤ 32 MiB more", is_exact && most.saturating_sub(before) <= ROOM)
        .with(raw),
    ])
}

/// So many people with an address, who follow the first idea.
async fn gather(database: &str, followers: u32) -> Measured<()> {
    let raw = Database::connect(database).await?;
    let id = "('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid";
    let people = format!(
        "INSERT INTO person (id, email, created_at) SELECT {id}, 'crowd-' || n || '@example.org', 1 \
         FROM generate_series(1, {followers}) AS n"
    );
    let follows = format!(
        "INSERT INTO follow (idea_id, person_id, follows, at) SELECT idea.id, {id}, TRUE, 1 \
         FROM generate_series(1, {followers}) AS n JOIN idea ON idea.number = (SELECT MIN(number) FROM idea)"
    );
    for said in [people.as_str(), follows.as_str(), "ANALYZE person, follow"] {
        raw.execute_unprepared(said).await?;
    }
    Ok(raw.close().await?)
}

/// Waits for all of them; gives how long it took, and the most memory meanwhile.
async fn drain(sink: &Sink, node: &Running, followers: u32) -> Measured<(Duration, u64)> {
    let (since, mut most) = (Instant::now(), 0);
    let wanted = usize::try_from(followers).unwrap_or(usize::MAX) * 2;
    loop {
        most = most.max(resident(node.id())?);
        if sink.count() >= wanted && Order::of(&sink.letters()).missing(followers) == 0 {
            return Ok((since.elapsed(), most));
        }
        if since.elapsed() > PATIENCE {
            return Err(Failure::words(format!("{} letters of {wanted} came in time", sink.count())));
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// How the letters to the crowd came.
#[derive(Default)]
struct Order {
    first: usize,
    second: usize,
    doubled: usize,
    swapped: usize,
}

impl Order {
    fn of(letters: &[Received]) -> Self {
        let mut order = Self::default();
        let mut seen: HashMap<&str, Vec<&str>> = HashMap::new();
        for letter in letters.iter().filter(|letter| letter.to.starts_with("crowd-")) {
            let Some(subject) = letter.header("Subject").filter(|subject| subject.starts_with(COUNTED)) else {
                continue;
            };
            let mine = seen.entry(letter.to.as_str()).or_default();
            if mine.contains(&subject) {
                order.doubled += 1;
            } else {
                mine.push(subject);
            }
        }
        let mut firsts: HashMap<&str, usize> = HashMap::new();
        for mine in seen.values() {
            order.first += usize::from(!mine.is_empty());
            order.second += usize::from(mine.len() > 1);
            if let Some(first) = mine.first() {
                *firsts.entry(first).or_default() += 1;
            }
        }
        // Whoever reads another piece of news first than most do reads them the wrong way round.
        order.swapped = order.first - firsts.values().copied().max().unwrap_or(0);
        order
    }

    fn missing(&self, followers: u32) -> usize {
        (usize::try_from(followers).unwrap_or(usize::MAX) * 2).saturating_sub(self.first + self.second)
    }
}

/// Whoever answers, with a department that ideas are given to.
struct Officer {
    http: Client,
    url: String,
    token: String,
    department: Value,
}

impl Officer {
    fn hire(setting: &Setting, node: &Running) -> Measured<Self> {
        setting.command(&["person", "add", "olu@example.org", "--role", "admin", "--name", "Olu"])?;
        let token = setting.command(&["token", "issue", "olu@example.org"])?.trim().to_owned();
        Ok(Self { http: Client::new(), url: node.url(), token, department: Value::Null })
    }

    async fn founds_a_department(&mut self) -> Measured<()> {
        let asked = json!({ "name": "Parks", "about": "All of it." });
        self.department = self.act("saveDepartment", &asked, "department { id }").await?["department"]["id"].clone();
        Ok(())
    }

    /// An idea that waits for this department's answer; its id.
    async fn idea(&self, number: usize) -> Measured<Value> {
        let words =
            json!({ "campaign": "anything-else", "title": format!("A bench at corner {number}"), "body": "To rest." });
        let id = self.act("submitIdea", &words, "idea { id }").await?["idea"]["id"].clone();
        let given = json!({ "ideaId": id, "departmentId": self.department, "note": "Yours." });
        self.act("assignIdea", &given, "").await?;
        Ok(id)
    }

    /// Answers it; how long the publishing took, and the answer's id.
    async fn answers(&self, idea: &Value) -> Measured<(Duration, Value)> {
        let words = |version: &Value| json!({ "ideaId": idea, "outcome": "YES", "reasons": "We build it.", "role": "Head of Parks", "version": version });
        let saved = self.act("saveReplyDraft", &words(&json!(0)), "draft { version }").await?;
        let since = Instant::now();
        let published = self.act("publishReply", &words(&saved["draft"]["version"]), "reply { id }").await?;
        Ok((since.elapsed(), published["reply"]["id"].clone()))
    }

    async fn revises(&self, reply: &Value) -> Measured<()> {
        let words = json!({
            "replyId": reply, "revision": 1, "why": "Two benches fit.", "outcome": "PARTLY", "reasons": "We build two.",
            "role": "Head of Parks"
        });
        self.act("reviseReply", &words, "").await?;
        Ok(())
    }

    /// One act by the API; its payload.
    async fn act(&self, name: &str, input: &Value, asked: &str) -> Measured<Value> {
        let kind = format!("{}{}Input", name[..1].to_uppercase(), &name[1..]);
        let query = format!("mutation($i: {kind}!) {{ {name}(input: $i) {{ outcome {asked} }} }}");
        let body = json!({ "query": query, "variables": { "i": input } });
        let request = self.http.post(format!("{}/graphql", self.url)).bearer_auth(&self.token);
        let answer: Value = request.json(&body).send().await?.json().await?;
        match &answer["data"][name] {
            Value::Null => Err(Failure::words(format!("{name}: {answer}"))),
            payload => Ok(payload.clone()),
        }
    }
}
