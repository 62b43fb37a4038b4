//! The hall of the stories about answers: the moderators' room with a department in it, its officers, and a campaign that
//! promises something.

use std::time::Duration;

use folkmoot_common::{DepartmentId, IdeaId, Language, PersonId, PublishingMode, Viewer};
use folkmoot_ideas::{Campaign, Idea, VotingRule};
use folkmoot_replies::{
    Day, DepartmentText, Herald, Kind, LetterWords, News, Progress, RawReply, ReplyText, Step, Typed,
};

use super::super::moderation::room::Room;
use super::super::stage::Facts;

/// Facts instead of words.
impl Herald for Facts {
    fn languages(&self) -> Vec<Language> {
        folkmoot_moderation::Voice::languages(self)
    }

    fn letter(&self, _language: Option<&Language>, news: &News<'_>) -> LetterWords {
        let (subject, text) = match news {
            News::Replied { about, mine, outcome, department, .. } => (
                format!("REPLIED {} {}", outcome.as_str(), about.number),
                format!("{department} {}", if *mine { "mine" } else { "other" }),
            ),
            News::Revised { about, why, .. } => (format!("REVISED {}", about.number), (*why).to_owned()),
            News::Assigned { about, department, due, .. } => {
                (format!("ASSIGNED {} {department}", about.number), format!("{due:?}"))
            }
            News::Mentioned { about, note } => (format!("MENTIONED {}", about.number), (*note).to_owned()),
            News::Moved { about, to, words, .. } => (format!("MOVED {} {to}", about.number), (*words).to_owned()),
            News::Promised { about, mine, due } => {
                (format!("PROMISED {} {}", about.number, if *mine { "mine" } else { "other" }), format!("{due:?}"))
            }
            News::InHand { about, department, .. } => (format!("IN HAND {}", about.number), (*department).to_owned()),
            News::Paused { about, kind, why, .. } => {
                (format!("PAUSED {} {}", about.number, kind.as_str()), (*why).to_owned())
            }
            News::Resumed { about, kind, due, .. } => {
                (format!("RESUMED {} {}", about.number, kind.as_str()), format!("{due:?}"))
            }
            News::Extended { about, kind, due, why, .. } => {
                (format!("EXTENDED {} {}", about.number, kind.as_str()), format!("{due:?} {why}"))
            }
            News::Kept { about, kind, words, .. } => {
                (format!("KEPT {} {}", about.number, kind.as_str()), (*words).to_owned())
            }
            News::Reopened { about, milestone, .. } => (format!("REOPENED {}", about.number), (*milestone).to_owned()),
            News::Watched { about, lines } => (
                format!("WATCHED {}", about.number),
                lines.iter().map(|line| line.what.as_str()).collect::<Vec<_>>().join(" "),
            ),
            News::DidItHappen { about, milestone, .. } => {
                (format!("DID IT HAPPEN {}", about.number), (*milestone).to_owned())
            }
            News::MilestonePassed { about, milestone, disputed } => {
                (format!("PASSED {} {disputed}", about.number), (*milestone).to_owned())
            }
            News::ToApprove { about, .. } => (format!("TO APPROVE {}", about.number), String::new()),
        };
        LetterWords { subject, text }
    }

    fn day(&self, _language: Option<&Language>, day: Day) -> String {
        day.to_string()
    }
}

/// A council with a department of parks.
pub(super) struct Hall {
    pub(super) room: Room,
    pub(super) admin: Viewer,
    pub(super) parks: DepartmentId,
    /// An officer of the department.
    pub(super) alex: Viewer,
    /// Another one.
    pub(super) bo: Viewer,
    /// An officer of no department.
    pub(super) stranger: Viewer,
    pub(super) campaign: Campaign,
}

pub(super) fn person(viewer: &Viewer) -> PersonId {
    viewer.person().unwrap()
}

impl Hall {
    pub(super) async fn open(kind: folkmoot_tests::database::Kind) -> Self {
        let room = Room::open(kind).await;
        let admin = room.stage.admin().await;
        let replies = &room.stage.replies;
        replies.lay_out().await.unwrap();
        let text = DepartmentText::parse("Parks", "Trees and benches.", false).unwrap();
        let parks = replies.save_department(&admin, None, &text).await.unwrap();
        let (alex, bo) = (room.stage.officer().await, room.stage.officer().await);
        replies.join(&admin, parks, person(&alex), "Head of Parks").await.unwrap();
        replies.join(&admin, parks, person(&bo), "Gardener").await.unwrap();
        let stranger = room.stage.officer().await;
        let mode = PublishingMode::StraightAway;
        let campaign = room.stage.campaign("greener", VotingRule::SupportAndOppose, mode, None).await;
        Self { room, admin, parks, alex, bo, stranger, campaign }
    }

    /// A campaign that promises this, from now on.
    pub(super) async fn promises(&self, steps: &[(Kind, u32, u16)]) {
        let step = |(kind, supporters, working_days): &(Kind, u32, u16)| Step {
            kind: *kind,
            supporters: *supporters,
            working_days: *working_days,
        };
        let steps: Vec<Step> = steps.iter().map(step).collect();
        self.room.stage.replies.set_steps(&self.admin, self.campaign.id, &steps).await.unwrap();
    }

    /// A public idea in that campaign.
    pub(super) async fn idea(&self, title: &str) -> Idea {
        let author = self.room.stage.citizen().await;
        match self.room.stage.submit(&author, "greener", title).await {
            folkmoot_ideas::Submission::Published(idea) => idea,
            other => panic!("the idea should be public: {other:?}"),
        }
    }

    /// So many more people support it.
    pub(super) async fn support(&self, idea: &Idea, people: usize) {
        for _ in 0..people {
            let citizen = self.room.stage.citizen().await;
            let _ = self.room.stage.votes.cast(&citizen, idea.id, folkmoot_votes::Choice::Support).await.unwrap();
        }
    }

    /// An idea that the department has, and the council has promised to answer.
    pub(super) async fn owed(&self, title: &str) -> Idea {
        self.promises(&[(Kind::Reply, 2, 10)]).await;
        let idea = self.idea(title).await;
        self.support(&idea, 2).await;
        self.hand(&self.admin, &idea, self.parks).await;
        idea
    }

    pub(super) async fn hand(&self, who: &Viewer, idea: &Idea, to: DepartmentId) {
        let handing = folkmoot_replies::Handing { to, lead: true, leave: true, words: "", note: "" };
        self.room.stage.replies.assign(who, idea.number, handing).await.unwrap();
    }

    pub(super) async fn progress(&self, idea: IdeaId) -> Progress {
        self.room.stage.replies.progress(&[idea]).await.unwrap().remove(&idea).unwrap_or_default()
    }

    pub(super) async fn status(&self, idea: &Idea) -> String {
        let asked = format!(
            "SELECT status || ' ' || (SELECT t.status FROM tally t WHERE t.idea_id = idea.id) \
             FROM idea WHERE number = {}",
            idea.number
        );
        let both = self.room.column(&asked).await.pop().unwrap();
        let (own, listed) = both.split_once(' ').unwrap();
        assert_eq!(own, listed, "the list says something else than the idea");
        own.to_owned()
    }

    /// What an officer types for a yes.
    pub(super) fn yes(&self) -> Typed {
        Typed { raw: raw("YES"), ..Typed::default() }
    }

    pub(super) async fn later(&self, days: u64) {
        self.room.clock.advance(Duration::from_secs(days * 24 * 60 * 60));
    }
}

pub(super) fn raw(outcome: &str) -> RawReply {
    RawReply {
        outcome: outcome.to_owned(),
        until: "2030-01-01".to_owned(),
        refer_to: "The county".to_owned(),
        reasons: "Because benches help people rest.".to_owned(),
        role: "Head of Parks".to_owned(),
        language: "en".to_owned(),
        ..RawReply::default()
    }
}

/// Kept as it passed the gate: what one outcome asks for is not in another.
pub(super) fn text(raw: &RawReply) -> ReplyText {
    ReplyText::parse(raw).unwrap()
}

/// The day that a promise names.
pub(super) async fn due(hall: &Hall, idea: IdeaId) -> Option<Day> {
    let promises = hall.progress(idea).await.promises;
    let standing = hall.room.stage.replies.standings(&promises).await.unwrap();
    standing.first().unwrap().computed.due
}

/// Stories in the hall, on both databases. Afterwards every tally equals its rows.
macro_rules! in_the_hall {
    ($($(#[$about:meta])* async fn $name:ident($hall:ident: Hall) $body:block)+) => {$(
        $(#[$about])*
        mod $name {
            use super::*;

            async fn story($hall: &Hall) $body

            async fn on(kind: folkmoot_tests::database::Kind) {
                let hall = Hall::open(kind).await;
                Box::pin(story(&hall)).await;
                hall.room.nothing_is_off().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                on(folkmoot_tests::database::Kind::Sqlite).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                on(folkmoot_tests::database::Kind::Postgres).await;
            }
        }
    )+};
}
pub(super) use in_the_hall;
