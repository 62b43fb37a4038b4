//! The stage of the storage stories: people, campaigns and ideas, set up through the ports themselves.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_comments::Comments;
use folkmoot_common::{Id as _, Language, Painted, PersonId, Role, Roles, Sources, Timestamp, Viewer, Watch};
use folkmoot_ideas::{
    Campaign, Idea, IdeaStatus, IdeaText, Ideas, Labels, NewCampaign, PastIdea, PublishingMode, Slug, Submission,
    VotingRule,
};
use folkmoot_moderation::rules::{Rules, WordLists};
use folkmoot_moderation::{Desk, LetterText, Moderation, Named, News, Reason, ReasonCode, Reports, STANDARD, Voice};
use folkmoot_people::{Email, Letterhead, People};
use folkmoot_replies::{Council, Nation, Replies};
use folkmoot_storage::{AnswerBook, CaseBook, MemoryLive, Store, ThreadBook, VoteLedger};
use folkmoot_text::Markdown;
use folkmoot_votes::Votes;

/// Within which time moderators promise to look.
pub(super) const PROMISE: Duration = Duration::from_secs(24 * 60 * 60);

/// All services over one store.
pub(super) struct Stage {
    pub(super) people: People,
    pub(super) ideas: Ideas,
    pub(super) labels: Labels,
    pub(super) comments: Comments,
    pub(super) votes: Votes,
    pub(super) reports: Reports,
    pub(super) moderation: Moderation,
    pub(super) replies: Replies,
    pub(super) sources: Sources,
    made: std::sync::atomic::AtomicU32,
}

/// Whoever looks at words and names before they are taken, over this store.
pub(super) fn watch(store: &Store, sources: &Sources) -> Arc<dyn Watch> {
    let cases = Arc::new(CaseBook::open(store.clone(), Arc::new(MemoryLive::new())));
    let desk = Desk { promise: PROMISE, rules: Rules::new(WordLists::starter(), &["127.0.0.1"]) };
    Arc::new(Moderation::new(cases, Arc::new(Facts), sources.clone(), desk))
}

/// London's clock and the bank holidays of England and Wales.
pub(super) fn council_keeps() -> Council {
    let zone = jiff::tz::TimeZone::get("Europe/London").expect("a zone");
    Council { zone, nation: Nation::EnglandAndWales }
}

impl Stage {
    pub(super) fn over(store: &Store) -> Self {
        Self::with(store, Sources::system())
    }

    /// The same at a time of the story's own.
    pub(super) fn with(store: &Store, sources: Sources) -> Self {
        let live = Arc::new(MemoryLive::new());
        let sign = Painted::board("Folkmoot", "council@example.org");
        let letterhead = Letterhead::new(Arc::clone(&sign), "http://127.0.0.1");
        let cases = Arc::new(CaseBook::open(store.clone(), live.clone()));
        let desk = Desk { promise: PROMISE, rules: Rules::new(WordLists::starter(), &["127.0.0.1"]) };
        let moderation = Moderation::new(cases.clone(), Arc::new(Facts), sources.clone(), desk);
        let watch: Arc<dyn Watch> = Arc::new(moderation.clone());
        Self {
            reports: Reports::new(cases, Arc::new(Facts), sources.clone(), sign, PROMISE),
            moderation,
            replies: Replies::new(
                Arc::new(AnswerBook::open(store.clone(), live.clone())),
                live.clone(),
                Arc::new(Facts),
                sources.clone(),
                council_keeps(),
            ),
            people: People::new(Arc::new(store.clone()), watch.clone(), sources.clone(), letterhead),
            ideas: Ideas::new(Arc::new(store.clone()), watch.clone(), sources.clone()),
            labels: Labels::new(Arc::new(store.clone()), sources.clone()),
            comments: Comments::new(
                Arc::new(ThreadBook::open(store.clone(), live.clone())),
                live.clone(),
                watch,
                sources.clone(),
            ),
            votes: Votes::new(Arc::new(VoteLedger::open(store.clone(), live.clone())), live),
            sources,
            made: std::sync::atomic::AtomicU32::new(0),
        }
    }

    pub(super) async fn citizen(&self) -> Viewer {
        self.person(Roles::default().with(Role::Citizen)).await
    }

    pub(super) async fn moderator(&self) -> Viewer {
        self.person(Roles::default().with(Role::Citizen).with(Role::Moderator)).await
    }

    pub(super) async fn admin(&self) -> Viewer {
        self.person(Roles::default().with(Role::Citizen).with(Role::Admin)).await
    }

    pub(super) async fn officer(&self) -> Viewer {
        self.person(Roles::default().with(Role::Citizen).with(Role::Officer)).await
    }

    async fn person(&self, roles: Roles) -> Viewer {
        let n = self.made.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let email = Email::parse(&format!("person-{n}@example.org")).expect("an address");
        let person = self.people.add_person(email, roles, None).await.expect("the person is added");
        Viewer::Person { id: person.id, roles }
    }

    /// A campaign that opened a day ago and closes when told.
    pub(super) async fn campaign(
        &self,
        slug: &str,
        rule: VotingRule,
        mode: PublishingMode,
        left: Option<Duration>,
    ) -> Campaign {
        let opens_at = self.sources.now().minus(Duration::from_secs(86_400));
        self.campaign_from(opens_at, slug, (rule, mode), left).await
    }

    /// A campaign that opens and closes when told.
    pub(super) async fn campaign_from(
        &self,
        opens_at: Timestamp,
        slug: &str,
        (rule, mode): (VotingRule, PublishingMode),
        left: Option<Duration>,
    ) -> Campaign {
        let now = self.sources.now();
        let campaign = NewCampaign {
            id: self.sources.mint(now),
            slug: Slug::parse(slug).expect("a slug"),
            question: "What should change?".to_owned(),
            brief: Markdown::parse("Tell us.", 100).expect("a brief"),
            language: Language::english(),
            opens_at,
            closes_at: left.map(|left| now.plus(left)),
            voting_rule: rule,
            publishing_mode: mode,
            created_at: now,
        };
        self.ideas.make_campaign(campaign).await.expect("the campaign is made")
    }

    /// A published idea in the standing campaign.
    pub(super) async fn idea(&self, author: &Viewer, title: &str) -> Idea {
        match self.submit(author, Campaign::STANDING, title).await {
            Submission::Published(idea) => idea,
            other => panic!("the idea should be public: {other:?}"),
        }
    }

    /// An idea that somebody else's platform published, whether or not the campaign takes any now.
    pub(super) async fn past_idea(&self, author: &Viewer, campaign: &Campaign, title: &str) -> Idea {
        let now = self.sources.now();
        let IdeaText { title, body, language } =
            IdeaText::parse(title, "Because it would help.", "en").expect("a text");
        let (author, status) = (author.person().expect("a person"), IdeaStatus::Published);
        let (id, campaign) = (self.sources.mint(now), campaign.id);
        let past = PastIdea { id, campaign, author, title, body, language, status, created_at: now };
        assert_eq!(self.ideas.take(&[past]).await.expect("the store takes it"), 1);
        self.ideas.find(&Viewer::Nobody, id).await.expect("the store answers").expect("it is public")
    }

    pub(super) async fn submit(&self, author: &Viewer, campaign: &str, title: &str) -> Submission {
        self.submit_text(author, campaign, title, "Because it would help.").await
    }

    pub(super) async fn submit_text(&self, author: &Viewer, campaign: &str, title: &str, body: &str) -> Submission {
        let text = IdeaText::parse(title, body, "en").expect("a text");
        let slug = Slug::parse(campaign).expect("a slug");
        self.ideas.submit(author, &slug, text).await.expect("the store takes it")
    }
}

/// Letters in which a story finds the facts again.
#[derive(Debug)]
pub(super) struct Facts;

impl Voice for Facts {
    fn languages(&self) -> Vec<Language> {
        ["en", "cy"].map(|tag| Language::from_stored(tag.to_owned())).to_vec()
    }

    fn letter(&self, language: Option<&Language>, news: &News<'_>) -> LetterText {
        let part = |about: &Named<'_>| if about.of_edit { "edit of " } else { "" };
        let named = |about: &Named<'_>| format!("{}{} {}", part(about), about.target.kind(), about.title);
        let (subject, text) = match news {
            News::Decided { about, act, reason, note, into, appeal, .. } => (
                format!("{} {}", act.as_str(), named(about)),
                format!("{:?} {note:?} {into:?} {appeal:?}", reason.map(|reason| reason.code.as_str())),
            ),
            News::Held { about, .. } => (format!("HELD {}", named(about)), String::new()),
            News::Carried { from, into, to } => {
                (format!("{} {} {}", format!("{to:?}").to_uppercase(), from.0, into.0), String::new())
            }
            News::Hidden { number, reason } => {
                (format!("GONE {number}"), format!("{:?}", reason.map(|reason| reason.code.as_str())))
            }
            News::Reported { about, receipt, .. } => (format!("REPORTED {}", named(about)), receipt.to_string()),
            News::ReportKept { receipt, .. } => ("REPORT KEPT".to_owned(), receipt.to_string()),
            News::ReportAnswered { acted, .. } => {
                (format!("REPORT ANSWERED {acted}"), folkmoot_moderation::RECEIPT.to_owned())
            }
            News::ReportGone => ("REPORT GONE".to_owned(), folkmoot_moderation::RECEIPT.to_owned()),
            News::TakenBack => (format!("TAKEN BACK {}", folkmoot_common::NUMBER), folkmoot_common::TITLE.to_owned()),
            News::Corrected { act, note, .. } => (format!("CORRECTED {}", act.as_str()), (*note).to_owned()),
            News::AppealAnswered { by_reporter, overturned, answer, .. } => {
                let whose = if *by_reporter { "REPORTER'S APPEAL" } else { "APPEAL" };
                (format!("{whose} ANSWERED {overturned}"), (*answer).to_owned())
            }
        };
        let told =
            language.filter(|language| language.as_str() != "en").map(|language| format!(" in {}", language.as_str()));
        LetterText { subject: format!("{subject}{}", told.unwrap_or_default()), text, others: Vec::new() }
    }

    fn reason(&self, _language: &Language, code: &str) -> Option<Reason> {
        STANDARD.contains(&code).then(|| Reason {
            code: ReasonCode::parse(code).expect("a code"),
            title: code.to_owned(),
            rule: "Rule 1".to_owned(),
            words: "It breaks a rule.".to_owned(),
            mend: "Leave that out.".to_owned(),
            retired: false,
        })
    }
}

/// Somebody who is in no table.
pub(super) fn nobody_known() -> Viewer {
    let id = PersonId::mint(Sources::system().now(), [7; 10]);
    Viewer::Person { id, roles: Roles::default().with(Role::Citizen) }
}
