//! One council's site: its configuration, its database, the services over it and the megaphone. Everything that
//! answers a request is reached from here; nothing is global, so that one process could serve many sites.

mod ports;
#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use folkmoot_api::Services;
use folkmoot_comments::Comments;
use folkmoot_common::{Language, Live, Outbox, Retries, Secret, Signboard, Sources, StorageError, Watch};
use folkmoot_ideas::{Ideas, Labels};
use folkmoot_look::Looks;
use folkmoot_moderation::rules::{Rules, WordLists};
use folkmoot_moderation::{Desk, Moderation, Reports};
use folkmoot_people::{Letterhead, People};
use folkmoot_replies::{Council, Mailroom, Nation, Replies, ReplyError, Telling};
use folkmoot_votes::Votes;

use crate::config::{Config, ConfigError};
use crate::dress::Wardrobe;
use crate::edge::{Kept, Pace};
use crate::graphql::Graphql;
use crate::health;
use crate::mail::probe::Probe;
use crate::secret_key::{KeyError, SecretKey};
use crate::tasks::Tasks;
use crate::theme::Theme;
use crate::voice::Voice;
use crate::words::{Letters, Words};

use ports::{OpenError, Ports};

pub(crate) use ports::Pulse;

/// How long one migration of an empty database may take at the most.
const A_MIGRATION: Duration = Duration::from_secs(1);

/// What a request may reach. Shared as an `Arc<Site>`.
pub struct Site {
    /// What the operator set.
    pub config: Config,
    /// Time and chance.
    pub sources: Sources,
    /// The languages that its pages speak; the first stands at the root.
    pub(crate) languages: Vec<Words>,
    /// What it is called and wears now.
    pub(crate) wardrobe: Arc<Wardrobe>,
    /// What whoever runs the site set of that.
    pub looks: Looks,
    /// The council's own clock.
    pub(crate) zone: jiff::tz::TimeZone,
    /// Whether the database answers.
    pub(crate) pulse: Pulse,
    /// Accounts, sign-in, sessions, tokens, drafts.
    pub people: People,
    /// Campaigns and ideas.
    pub ideas: Ideas,
    /// Places and tags.
    pub labels: Labels,
    /// Threads.
    pub comments: Comments,
    /// Votes and tallies.
    pub votes: Votes,
    /// What people say is wrong.
    pub reports: Reports,
    /// What moderators do about it, and about everything else.
    pub moderation: Moderation,
    /// Who hears of what becomes of ideas.
    pub telling: Telling,
    /// Letters that could not be sent.
    pub(crate) mailroom: Mailroom,
    /// What the council promised, and what it answers.
    pub replies: Replies,
    /// The same services in the words of the API.
    pub(crate) graphql: Graphql,
    /// Letters that wait to leave.
    pub outbox: Arc<dyn Outbox>,
    /// The keys under which acts were asked for.
    pub(crate) retries: Arc<dyn Retries>,
    /// The megaphone.
    pub live: Arc<dyn Live>,
    /// What form tokens are made with.
    pub key: SecretKey,
    /// Work beside the requests, and the word that the site is closing.
    pub tasks: Tasks,
    /// How many watch numbers move.
    pub(crate) listeners: AtomicUsize,
    /// What they are told of each tally.
    pub(crate) words_of_tallies: crate::live::Words,
    /// How much each sender has posted lately.
    pub(crate) pace: Pace,
    /// Pages for whoever isn't signed in, while nothing changes.
    pub(crate) kept: Kept,
    letterhead: Letterhead,
    /// The last word on whether the site may be sent requests.
    pub(crate) health: health::Memory,
}

/// Why a site can't start: one line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// A setting is wrong.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// There is no key.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The database can't be used.
    #[error(transparent)]
    Database(#[from] OpenError),
    /// The schema can't be read or made, or is newer than the program.
    #[error(transparent)]
    Schema(#[from] folkmoot_migrations::MigrateError),
    /// The council's calendar can't be laid out.
    #[error("the working days can't be laid out: {0}")]
    Calendar(#[from] ReplyError),
    /// What the site wears can't be read.
    #[error("the look of the site can't be read: {0}")]
    Look(StorageError),
    /// The schema is older than the program.
    #[error("the database lacks {0} of this program's migrations: run `folkmoot migrate up`, then start again")]
    Behind(usize),
}

impl Site {
    /// Opens everything. An empty database is migrated, so that a first start just works; an older one is refused,
    /// because changing a council's data is for its operator to time.
    ///
    /// # Errors
    /// In one line that says what to do.
    pub async fn open(config: Config, sources: Sources) -> Result<Arc<Self>, StartError> {
        config.check()?;
        let theme = Theme::open(&config.theme)?;
        let key = SecretKey::open(&config, &sources)?;
        let url = config.database.url.reveal();
        ports::fit(url).await?;
        // The history is asked before the tables: it makes the file that an SQLite address may only name.
        be_current(url).await?;
        let ports = Ports::open(&config, &sources).await?;
        let site = Arc::new(Self::over((config, theme), sources, key, ports));
        // Whoever counts a vote may start a clock: the days must lie there first.
        site.replies.lay_out().await?;
        site.look_again().await.map_err(StartError::Look)?;
        Ok(site)
    }

    /// Brings the schema up to this program's. Gives the number of migrations that were applied.
    ///
    /// # Errors
    /// When the server could lose votes, is too old, or a migration fails.
    pub async fn migrate(config: &Config) -> Result<usize, StartError> {
        let url = config.database.url.reveal();
        ports::fit(url).await?;
        Ok(folkmoot_migrations::up(url).await?)
    }

    /// The address that signs somebody in who got its secret on the command line.
    #[must_use]
    pub fn sign_in_link(&self, secret: &Secret) -> String {
        self.letterhead.link(secret)
    }

    /// The language that stands at the root of a site with this configuration.
    #[must_use]
    pub fn first_language(config: &Config) -> Language {
        first_of(&Words::of_site(&config.site.languages))
    }

    /// The language that stands at the root.
    #[must_use]
    pub fn language(&self) -> Language {
        first_of(&self.languages)
    }

    /// The language that a path asks for.
    pub(crate) fn words_at(&self, path: &str) -> Words {
        Words::of_path(&self.languages, path).unwrap_or_else(Words::english)
    }

    /// The language that somebody chose, if the site speaks it.
    pub(crate) fn words_of(&self, chosen: Option<&Language>) -> Option<Words> {
        chosen.and_then(|language| Words::of_language(&self.languages, language))
    }

    fn over((config, theme): (Config, Theme), sources: Sources, key: SecretKey, ports: Ports) -> Self {
        let languages = Words::of_site(&config.site.languages);
        let wardrobe = Arc::new(Wardrobe::new(&config, theme));
        let sign: Arc<dyn Signboard> = Arc::clone(&wardrobe) as _;
        let letterhead = Letterhead::new(Arc::clone(&sign), config.site.public_url.origin());
        let voice = Arc::new(Voice::new(&languages, &config, Arc::clone(&wardrobe)));
        let promise = config.moderation.promise();
        let desk = Desk { promise, rules: rules(&config) };
        let moderation = Moderation::new(ports.bench, Arc::clone(&voice) as _, sources.clone(), desk);
        let watch: Arc<dyn Watch> = Arc::new(moderation.clone());
        let zone = jiff::tz::TimeZone::get(&config.site.timezone).unwrap_or(jiff::tz::TimeZone::UTC);
        let council_keeps =
            Council { zone: zone.clone(), nation: config.site.nation().unwrap_or(Nation::EnglandAndWales) };
        let way = Probe::new(&config, &languages, &wardrobe, &key, &sources);
        let live = Arc::clone(&ports.live);
        let replies = Replies::new(ports.answers, live, Arc::clone(&voice) as _, sources.clone(), council_keeps);
        let services = Services {
            replies: replies.clone(),
            telling: Telling::new(ports.telling, Arc::clone(&voice) as _, sources.clone(), zone.clone()),
            reports: Reports::new(ports.reports, voice, sources.clone(), sign, promise),
            moderation,
            people: People::new(ports.people, Arc::clone(&watch), sources.clone(), letterhead.clone()),
            ideas: Ideas::new(ports.ideas, Arc::clone(&watch), sources.clone()),
            labels: Labels::new(ports.labels, sources.clone()),
            comments: Comments::new(ports.threads, Arc::clone(&ports.live), watch, sources.clone()),
            votes: Votes::new(ports.ledger, Arc::clone(&ports.live)),
            mailroom: Mailroom::new(Arc::clone(&ports.outbox), Arc::new(way), sources.clone()),
            looks: Looks::new(ports.looks, Arc::clone(&wardrobe) as _, sources.clone(), wardrobe.standard()),
            letters: Arc::new(Letters { page: first_words(&languages), site: languages.clone() }),
            language: first_of(&languages),
            sources: sources.clone(),
        };
        Self {
            graphql: Graphql::new(services.clone()),
            people: services.people,
            ideas: services.ideas,
            labels: services.labels,
            comments: services.comments,
            votes: services.votes,
            reports: services.reports,
            moderation: services.moderation,
            telling: services.telling,
            mailroom: services.mailroom,
            replies,
            languages,
            wardrobe,
            looks: services.looks,
            zone,
            pace: Pace::new(&config.limits),
            kept: Kept::new(&config.cache),
            letterhead,
            outbox: ports.outbox,
            retries: ports.retries,
            live: ports.live,
            config,
            sources,
            pulse: ports.pulse,
            key,
            tasks: Tasks::new(),
            listeners: AtomicUsize::new(0),
            words_of_tallies: crate::live::Words::default(),
            health: health::Memory::default(),
        }
    }
}

/// What makes a moderator want to look: the program's own word lists, with what the council added and took out, and the
/// site's own host, which links may name.
fn rules(config: &Config) -> Rules {
    let lists = config.moderation.words.iter().fold(WordLists::starter(), |lists, (language, words)| {
        let lines = words.iter().map(String::as_str).collect::<Vec<_>>();
        lists.with(language, &lines)
    });
    Rules::new(lists, &[config.site.public_url.host()])
}

fn first_of(languages: &[Words]) -> Language {
    first_words(languages).language()
}

fn first_words(languages: &[Words]) -> Words {
    languages.first().copied().unwrap_or_else(Words::english)
}

/// An empty database is migrated. One that lacks some may be in another node's hands, which started at the same moment:
/// while it gets on, this one waits; when nothing moves, nobody is at work there.
async fn be_current(url: &str) -> Result<(), StartError> {
    let mut before = usize::MAX;
    loop {
        let steps = folkmoot_migrations::status(url).await?;
        let missing = steps.iter().filter(|step| !step.applied).count();
        if missing == 0 {
            return Ok(());
        }
        if missing == steps.len() {
            folkmoot_migrations::up(url).await?;
        } else if missing < before {
            before = missing;
            tokio::time::sleep(A_MIGRATION).await;
        } else {
            return Err(StartError::Behind(missing));
        }
    }
}
