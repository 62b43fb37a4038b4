//! The real records of UK petitions: what was responded reads as an answer on the public page, what was refused is public
//! nowhere, twice is once, and an import that was ended halfway is finished by running it again.

use async_trait::async_trait;
use folkmoot::Site;
use folkmoot::import::{Count, Directory, Format, Plan, Report, Shelf, import};
use folkmoot_comments::PastComment;
use folkmoot_common::{Language, StorageError};
use folkmoot_ideas::{Campaign, NewCampaign, PastIdea, Slug};
use folkmoot_moderation::PastRefusal;
use folkmoot_people::PastPerson;
use folkmoot_replies::PastReply;
use folkmoot_tests::database::Kind;
use folkmoot_tests::stories;
use folkmoot_votes::PastVote;

use super::{House, data};

const TABLES: [&str; 8] =
    ["department", "official_reply", "reply_revision", "reply_idea", "happening", "decision", "audit", "promise"];

/// Imports all of them onto this shelf.
pub(crate) async fn bring(site: &Site, shelf: &dyn Shelf) -> Result<Report, folkmoot::import::ImportError> {
    let plan = Plan::new(Slug::parse("petitions").unwrap(), site.sources.now(), Language::english());
    import(Format::UkPetitions, &Directory(data("uk-petitions")), shelf, &plan).await
}

/// Everything that this import writes, in one comparable text.
async fn rows(house: &House) -> String {
    let mut rows = house.content().await;
    for table in TABLES {
        let count = house.number(&format!("SELECT COUNT(*) FROM {table}")).await;
        rows.push_str(&format!("\n{table} {count}"));
    }
    rows
}

fn counts(report: &Report) -> [Count; 3] {
    [report.ideas, report.replies, report.refusals]
}

async fn twice_is_once(kind: Kind) {
    let house = House::open(kind).await;
    let report = bring(&house.site, house.site.as_ref()).await.unwrap();
    let right = [5, 2, 3].map(|new| Count { brought: new, new });
    assert_eq!(counts(&report), right, "{report}");
    assert!(report.to_string().contains("4,013 petitions with 11,663,972 signatures"), "{report}");
    let before = rows(&house).await;
    for line in ["official_reply 2", "reply_revision 2", "happening 2", "decision 3", "audit 3", "promise 0"] {
        assert!(before.lines().any(|one| one == line), "{line} in {before}");
    }
    let again = bring(&house.site, house.site.as_ref()).await.unwrap();
    assert!(again.is_nothing_new(), "{again}");
    assert_eq!(rows(&house).await, before);
    assert!(house.site.votes.audit().await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn petitions_twice_are_once_on_sqlite() {
    Box::pin(twice_is_once(Kind::Sqlite)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn petitions_twice_are_once_on_postgres() {
    Box::pin(twice_is_once(Kind::Postgres)).await;
}

/// A site whose shelf breaks before what stands at this place is taken: where a process was killed between batches.
struct Breaks<'a>(&'a Site, usize);

impl Breaks<'_> {
    fn at(&self, place: usize) -> Result<(), StorageError> {
        if self.1 == place { Err(StorageError::Busy) } else { Ok(()) }
    }
}

#[async_trait]
impl Shelf for Breaks<'_> {
    async fn campaign(&self, campaign: NewCampaign) -> Result<Campaign, StorageError> {
        Shelf::campaign(self.0, campaign).await
    }
    async fn people(&self, people: &[PastPerson]) -> Result<usize, StorageError> {
        Shelf::people(self.0, people).await
    }
    async fn ideas(&self, ideas: &[PastIdea]) -> Result<usize, StorageError> {
        self.at(0)?;
        Shelf::ideas(self.0, ideas).await
    }
    async fn votes(&self, votes: &[PastVote]) -> Result<usize, StorageError> {
        Shelf::votes(self.0, votes).await
    }
    async fn comments(&self, comments: &[PastComment]) -> Result<usize, StorageError> {
        Shelf::comments(self.0, comments).await
    }
    async fn replies(&self, replies: &[PastReply]) -> Result<usize, StorageError> {
        self.at(1)?;
        Shelf::replies(self.0, replies).await
    }
    async fn refusals(&self, refusals: &[PastRefusal]) -> Result<usize, StorageError> {
        self.at(2)?;
        Shelf::refusals(self.0, refusals).await
    }
}

async fn ended_halfway_and_run_again(kind: Kind) {
    let whole = House::open(kind).await;
    bring(&whole.site, whole.site.as_ref()).await.unwrap();
    let house = House::open(kind).await;
    for place in 0..3 {
        let ended = bring(&house.site, &Breaks(&house.site, place)).await;
        assert!(ended.is_err(), "it wasn’t ended at {place}");
    }
    bring(&house.site, house.site.as_ref()).await.unwrap();
    assert_eq!(rows(&house).await, rows(&whole).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn petitions_ended_halfway_and_run_again_on_sqlite() {
    Box::pin(ended_halfway_and_run_again(Kind::Sqlite)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn petitions_ended_halfway_and_run_again_on_postgres() {
    Box::pin(ended_halfway_and_run_again(Kind::Postgres)).await;
}

stories! {
    async fn a_response_reads_as_an_answer_and_what_was_refused_is_nowhere(world: World) {
        bring(world.site(), world.site().as_ref()).await.unwrap();
        let reader = world.visitor();
        // Petitions have their numbers in the order in which they were written.
        let cannabis = reader.open("/ideas/2").await;
        for words in ["Home Office", "Official response", "There are no plans to legalise cannabis", "25 August 2015"] {
            assert!(cannabis.says(words), "{words}");
        }
        assert!(cannabis.says("Open Government Licence v3.0") && cannabis.says("read from the words “no plans to”"));
        let arts = reader.open("/ideas/5").await;
        assert!(arts.says("Department for Education") && arts.says("a consultation on the plans for implementation"));
        let campaign = reader.open("/campaigns/petitions").await;
        assert!(campaign.says("Contains public sector information licensed under the Open Government Licence v3.0"));
        for number in [1, 3, 4] {
            assert_eq!(reader.open(&format!("/ideas/{number}")).await.status.as_u16(), 404, "{number}");
        }
        let everywhere = [
            "/", "/campaigns/petitions", "/ideas", "/search?q=Lords", "/search?q=Cameron", "/search?q=bread",
            "/transparency/decisions", "/transparency/decisions.csv",
        ];
        for path in everywhere {
            let page = reader.open(path).await;
            for title in ["Abolish the House of Lords", "David Cameron to resign", "Standardise the word for bread"] {
                assert!(!page.html.contains(title), "{path}: {title}");
            }
        }
        let asked = "query { ideas(first: 50) { nodes { title } } }";
        let told = reader.graphql(asked, serde_json::json!({})).await.to_string();
        assert!(told.contains("Ebacc") && !told.contains("Abolish the House of Lords"), "{told}");
        let log = reader.open("/transparency/decisions").await;
        assert!(log.says("Idea 4") && !log.says("petition.parliament.uk"), "{}", log.words());
        // Moderators read why, in the source's own words.
        let mo = world.moderator("Mo").await;
        assert!(mo.open("/ideas/4").await.says("Abolish the House of Lords"));
    }
}
