//! What whoever runs the site sets: roles with their history, the look version by version, campaigns that change.

use std::sync::Arc;
use std::time::Duration;

use folkmoot_common::{Id as _, Outbox as _, PersonId, Role, Roles, Sources, SystemEntropy, Timestamp, Viewer};
use folkmoot_ideas::{
    Campaign, CampaignSettings, Changing, IdeaError, Phase, PublishingMode, RawCampaign, Submission, VotingRule,
};
use folkmoot_look::{Colour, Logo, LookError, LookText, Looks, Mirror, Standard, Worn};
use folkmoot_people::{DisplayName, Email, Invitation, InvitationFacts, LetterWords, RoleError, SignInFacts, Written};
use folkmoot_replies::{DepartmentText, ReplyError};
use folkmoot_storage::Store;
use folkmoot_tests::contract;
use folkmoot_tests::world::ManualClock;
use folkmoot_votes::{Choice, Outcome};

use super::moderation::room::{Room, in_the_room};
use super::stage::Stage;

/// Letters without a word too many.
struct Bare;

impl LetterWords for Bare {
    fn path(&self, path: &str) -> String {
        path.to_owned()
    }

    fn sign_in(&self, facts: &SignInFacts<'_>) -> Written {
        Written { subject: facts.site.to_owned(), text: facts.link.to_owned() }
    }

    fn invitation(&self, facts: &InvitationFacts<'_>) -> Written {
        Written { subject: facts.site.to_owned(), text: format!("{} hours\n{}", facts.hours, facts.link) }
    }
}

fn who(viewer: &Viewer) -> PersonId {
    viewer.person().expect("a person")
}

/// The code of the first thing to mend.
fn told<T: std::fmt::Debug>(answer: Result<T, RoleError>) -> &'static str {
    match answer {
        Err(RoleError::Invalid(problems)) => problems.0[0].code,
        other => panic!("nothing to mend: {other:?}"),
    }
}

fn mend(answer: Result<Campaign, IdeaError>) -> (&'static str, &'static str) {
    match answer {
        Err(IdeaError::Invalid(problems)) => (problems.0[0].field, problems.0[0].code),
        other => panic!("nothing to mend: {other:?}"),
    }
}

/// A campaign's settings, as somebody sends them.
fn raw(settings: &CampaignSettings) -> RawCampaign<'_> {
    RawCampaign {
        question: &settings.question,
        brief: settings.brief.as_str(),
        language: settings.language.as_str(),
        opens_at: Some(settings.opens_at),
        closes_at: Some(settings.closes_at),
        voting_rule: Some(settings.voting_rule),
        publishing_mode: Some(settings.publishing_mode),
    }
}

/// Nobody wears what is set here.
struct NoMirror;

impl Mirror for NoMirror {
    fn put_on(&self, _worn: &Worn) {}

    fn logo(&self) -> Option<String> {
        None
    }
}

fn looks(store: &Store, stage: &Stage) -> Looks {
    let standard = Standard {
        name: "Folkmoot".to_owned(),
        council: "Our council".to_owned(),
        contact: "ideas@example.org".to_owned(),
        accent: Colour::new(0x1f_5a_4c),
        accent_dark: Colour::new(0x86_cc_b5),
    };
    Looks::new(Arc::new(store.clone()), Arc::new(NoMirror), stage.sources.clone(), standard)
}

contract! {
    /// Roles are given and taken by admins alone, never their own, never the last admin's; each time there is a line.
    async fn roles_have_a_history_and_somebody_always_runs_the_site(store: Store) {
        let stage = Stage::over(&store);
        let (people, admin) = (&stage.people, stage.admin().await);
        let (citizen, moderator) = (stage.citizen().await, stage.moderator().await);
        for other in [&citizen, &moderator] {
            let tried = people.change_role(other, who(other), (Role::Admin, true), "Because.").await;
            assert!(matches!(tried, Err(RoleError::Forbidden)), "{tried:?}");
            assert!(matches!(people.find_accounts(other, "").await, Err(RoleError::Forbidden)));
        }
        assert!(matches!(people.account(&Viewer::Nobody, who(&citizen)).await, Err(RoleError::SignedOut)));
        assert_eq!(told(people.change_role(&admin, who(&admin), (Role::Officer, true), "Why not.").await), "OWN");
        assert_eq!(told(people.change_role(&admin, who(&citizen), (Role::Officer, true), " ").await), "EMPTY");

        let give = (Role::Admin, true);
        assert!(people.change_role(&admin, who(&citizen), give, "Runs it with us.").await.unwrap());
        assert!(!people.change_role(&admin, who(&citizen), give, "Again.").await.unwrap(), "they had it");
        let second = Viewer::Person { id: who(&citizen), roles: Roles::default().with(Role::Admin) };
        assert!(people.change_role(&second, who(&admin), (Role::Admin, false), "Has left us.").await.unwrap());
        // Their session may still say so: the store asks again.
        let late = people.change_role(&admin, who(&citizen), (Role::Admin, false), "Revenge.").await;
        assert!(matches!(late, Err(RoleError::Forbidden)), "{late:?}");

        let lines = people.role_changes(&second, who(&citizen)).await.unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!((lines[0].role, lines[0].given, lines[0].by), (Role::Admin, true, Some(who(&admin))));
        assert_eq!(lines[0].why.as_deref(), Some("Runs it with us."));
        let lines = people.role_changes(&second, who(&admin)).await.unwrap();
        assert_eq!(lines.len(), 2, "what the command line gave, and what was taken: {lines:?}");
        assert!(!lines[0].given && lines[1].given && lines[1].by.is_none());

        // An officer who is none any more leaves their departments, and stands in the history of how they came.
        let text = DepartmentText::parse("Parks", "Trees.", false).unwrap();
        let parks = stage.replies.save_department(&second, None, &text).await.unwrap();
        stage.replies.join(&second, parks, who(&moderator), "Head of Parks").await.unwrap();
        let joined = people.role_changes(&second, who(&moderator)).await.unwrap();
        assert_eq!((joined[0].role, joined[0].by), (Role::Officer, Some(who(&second))));
        assert!(people.change_role(&second, who(&moderator), (Role::Officer, false), "Moved on.").await.unwrap());
        assert!(stage.replies.officers(&second, &[parks]).await.unwrap().is_empty());

        let staff = people.find_accounts(&second, "").await.unwrap();
        assert_eq!(staff.len(), 2, "those who hold a role: {staff:?}");
        let found = people.find_accounts(&second, "PERSON-0@").await.unwrap();
        assert!(found.iter().any(|one| one.person.id == who(&admin)), "{found:?}");
        assert!(people.find_accounts(&second, "%").await.unwrap().is_empty(), "a wildcard is a letter");
    }

    /// Two admins who take the role from each other at one moment: one of them stays.
    async fn two_who_depose_each_other_leave_one(store: Store) {
        let stage = Stage::over(&store);
        let (one, two) = (stage.admin().await, stage.admin().await);
        let take = (Role::Admin, false);
        let (first, second) = futures::join!(
            stage.people.change_role(&one, who(&two), take, "No more."),
            stage.people.change_role(&two, who(&one), take, "No more."),
        );
        let done = [&first, &second].into_iter().filter(|done| matches!(done, Ok(true))).count();
        assert_eq!(done, 1, "{first:?} {second:?}");
        let left = stage.people.find_accounts(&one, "").await.unwrap();
        assert_eq!(left.iter().filter(|account| account.person.roles.has(Role::Admin)).count(), 1);
    }

    /// An invitation makes the account, a line for each role and one letter, or nothing.
    async fn an_invitation_is_an_account_and_a_letter(store: Store) {
        let stage = Stage::over(&store);
        let admin = stage.admin().await;
        let roles = Roles::default().with(Role::Officer);
        let invitation = Invitation { email: "New@Example.org", name: "", roles, why: "New in the parks team." };
        let person = stage.people.invite_by_mail(&admin, invitation, &Bare).await.unwrap();
        assert!(person.roles.has(Role::Officer) && person.roles.has(Role::Citizen));
        let lines = stage.people.role_changes(&admin, person.id).await.unwrap();
        assert!(lines.len() == 2 && lines.iter().all(|line| line.by == Some(who(&admin))), "{lines:?}");
        let letters = store.newest(10).await.unwrap();
        assert_eq!((letters.len(), letters[0].mail.to.as_str()), (1, "new@example.org"));
        assert!(letters[0].mail.text.starts_with("24 hours\nhttp://127.0.0.1/sign-in/link/"), "{:?}", letters[0].mail);

        assert_eq!(told(stage.people.invite_by_mail(&admin, invitation, &Bare).await), "TAKEN");
        assert_eq!(store.newest(10).await.unwrap().len(), 1, "no second letter");
        let officer = Viewer::Person { id: person.id, roles: person.roles };
        let refused = stage.people.invite_by_mail(&officer, invitation, &Bare).await;
        assert!(matches!(refused, Err(RoleError::Forbidden)), "{refused:?}");
    }

    /// Each change of the look is a version; of two at once, one is told; nobody else may.
    async fn the_look_is_kept_version_by_version(store: Store) {
        let stage = Stage::over(&store);
        let (admin, looks) = (stage.admin().await, looks(&store, &stage));
        let text = || LookText::parse(("Ideas", "Ely"), "a@b.example", ("#7a1f5c", "#86ccb5")).unwrap();
        for other in [Viewer::Nobody, stage.citizen().await, stage.officer().await, stage.moderator().await] {
            assert!(looks.set(&other, 0, text()).await.is_err() && looks.past(&other).await.is_err());
        }
        assert!(!looks.worn().await.unwrap().is_own);
        let (one, two) = futures::join!(looks.set(&admin, 0, text()), looks.reset(&admin, 0));
        let told = [&one, &two].into_iter().filter(|done| matches!(done, Err(LookError::Changed))).count();
        assert_eq!(told, 1, "{one:?} {two:?}");
        if one.is_err() {
            looks.set(&admin, 1, text()).await.unwrap();
        }
        let at = looks.version().await.unwrap();
        let worn = looks.worn().await.unwrap();
        assert_eq!((worn.name.as_str(), worn.accent.to_string().as_str()), ("Ideas", "#7a1f5c"));

        let logo = Logo::parse(b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>".to_vec()).unwrap();
        looks.set_logo(&admin, at, Some(logo.clone())).await.unwrap();
        assert_eq!(looks.worn().await.unwrap().logo.as_deref(), Some(&logo));
        assert!(matches!(looks.set_logo(&admin, at, None).await, Err(LookError::Changed)));
        looks.reset(&admin, at + 1).await.unwrap();
        assert!(!looks.worn().await.unwrap().is_own);
        let past = looks.past(&admin).await.unwrap();
        assert_eq!(past[0].version, at + 2);
        assert!(past.iter().all(|one| one.by == admin.person()) && past[1].look.logo.is_some());
    }

    /// A question is asked, changed and closed; what people were told stays once they have answered.
    async fn a_campaign_changes_within_what_people_were_told(store: Store) {
        let stage = Stage::over(&store);
        let (ideas, admin, now) = (&stage.ideas, stage.admin().await, stage.sources.now());
        let day = |days: u64| Some(now.plus(Duration::from_secs(days * 86_400)));
        let settings = CampaignSettings {
            question: "What do our parks lack?".to_owned(),
            brief: folkmoot_text::Markdown::from_stored("Tell us.".to_owned()),
            language: folkmoot_common::Language::english(),
            opens_at: now.minus(Duration::from_secs(60)),
            closes_at: day(10),
            voting_rule: VotingRule::SupportOnly,
            publishing_mode: PublishingMode::StraightAway,
        };
        for other in [stage.citizen().await, stage.moderator().await, stage.officer().await] {
            assert!(matches!(ideas.ask(&other, "parks", &raw(&settings)).await, Err(IdeaError::Forbidden)));
        }
        let made = ideas.ask(&admin, "parks", &raw(&settings)).await.unwrap();
        assert_eq!((made.version, made.phase(now)), (1, Phase::Open));
        assert_eq!(mend(ideas.ask(&admin, "parks", &raw(&settings)).await), ("slug", "TAKEN"));
        assert_eq!(mend(ideas.ask(&admin, "new", &raw(&settings)).await), ("slug", "TAKEN"));

        let changing = |seen: i32| Changing { seen, ..Changing::default() };
        let both = CampaignSettings { voting_rule: VotingRule::SupportAndOppose, ..settings.clone() };
        let changed = ideas.change_campaign(&admin, "parks", &raw(&both), changing(1)).await.unwrap();
        assert_eq!((changed.version, changed.voting_rule), (2, VotingRule::SupportAndOppose));
        let stale = ideas.change_campaign(&admin, "parks", &raw(&settings), changing(1)).await;
        assert!(matches!(stale, Err(IdeaError::Changed)), "{stale:?}");

        let citizen = stage.citizen().await;
        drop(stage.submit(&citizen, "parks", "A bench by the pond").await);
        let refused = ideas.change_campaign(&admin, "parks", &raw(&settings), changing(2)).await;
        assert_eq!(mend(refused), ("voting_rule", "HAS_IDEAS"));
        let earlier = CampaignSettings { closes_at: day(2), ..both.clone() };
        assert_eq!(mend(ideas.change_campaign(&admin, "parks", &raw(&earlier), changing(2)).await), ("confirm", "EARLY"));
        let sure = Changing { seen: 2, confirmed: true, archived: false };
        assert_eq!(ideas.change_campaign(&admin, "parks", &raw(&earlier), sure).await.unwrap().closes_at, day(2));
        let away = Changing { seen: 3, confirmed: true, archived: true };
        assert_eq!(mend(ideas.change_campaign(&admin, "parks", &raw(&earlier), away).await), ("archived", "OPEN"));

        assert_eq!(mend(ideas.close_campaign(&admin, "parks", changing(3)).await), ("confirm", "EARLY"));
        let closed = ideas.close_campaign(&admin, "parks", Changing { seen: 3, ..sure }).await.unwrap();
        assert_eq!(closed.phase(stage.sources.now()), Phase::Over);
        let reopened = CampaignSettings { closes_at: day(20), ..both.clone() };
        let refused = ideas.change_campaign(&admin, "parks", &raw(&reopened), changing(4)).await;
        assert_eq!(mend(refused), ("closes", "HAS_IDEAS"));
        let over = CampaignSettings::from(&closed);
        let away = Changing { seen: 4, archived: true, ..Changing::default() };
        let put = ideas.change_campaign(&admin, "parks", &raw(&over), away).await.unwrap();
        assert!(put.archived_at.is_some());

        let standing = ideas.campaign(Campaign::STANDING).await.unwrap().expect("it is always there");
        let sure = Changing { seen: standing.version, confirmed: true, archived: false };
        assert_eq!(mend(ideas.close_campaign(&admin, Campaign::STANDING, sure).await), ("closes", "STANDING"));
        assert!(standing.closes_at.is_none() && standing.opens_at > Timestamp::from_micros(-1));
        assert!(standing.id.uuid() != made.id.uuid());
    }

    /// A node whose clock is an hour ahead closes a question at once all the same: votes are judged by the database's clock.
    /// Time and again, because a vote of the same millisecond came after the closing too.
    async fn closing_now_is_now_by_the_clock_that_votes_are_judged_by(store: Store) {
        let clock = Arc::new(ManualClock::default());
        clock.advance(Duration::from_secs(3_600));
        let stage = Stage::with(&store, Sources::new(clock, Arc::new(SystemEntropy)));
        let (admin, citizen) = (stage.admin().await, stage.citizen().await);
        for slug in (0..25).map(|n| format!("parks-{n}")) {
            let asked = stage.campaign(&slug, VotingRule::SupportOnly, PublishingMode::StraightAway, None).await;
            let Submission::Published(idea) = stage.submit(&citizen, &slug, &format!("A bench: {slug}")).await else {
                panic!("not public")
            };
            let cast = async |voter: &Viewer| stage.votes.cast(voter, idea.id, Choice::Support).await.unwrap().outcome;
            assert_eq!(cast(&citizen).await, Outcome::Counted);
            let sure = Changing { seen: asked.version, confirmed: true, archived: false };
            let closed = stage.ideas.close_campaign(&admin, &slug, sure).await.unwrap();
            assert_eq!(cast(&admin).await, Outcome::VotingClosed, "{slug}");
            let voted = stage.votes.tallies(&[idea.id]).await.unwrap()[0].support;
            assert!(voted == 1 && closed.closes_at > Some(closed.opens_at), "{closed:?}");
        }
    }

    /// Names are found whatever the case of their letters, whichever letters these are.
    async fn people_are_found_by_any_letters_of_their_name(store: Store) {
        let stage = Stage::over(&store);
        let admin = stage.admin().await;
        for (n, name) in ["Émilie Ångström", "Νίκος Παππάς", "Иван", "Ŵyn [o’r] Bryn"].into_iter().enumerate() {
            let email = Email::parse(&format!("called-{n}@example.org")).unwrap();
            stage.people.add_person(email, Roles::default(), Some(DisplayName::parse(name).unwrap())).await.unwrap();
        }
        for (words, found) in [
            ("Émilie", 1), ("émilie å", 1), ("ÅNGSTRÖM", 1), ("ΠΑΠΠ", 1), ("νίκ", 1), ("ИВАН", 1), ("ŵYN [O", 1),
            ("emilie", 0), ("*", 0), ("?", 0), ("[a-z]", 0), ("^", 0), ("Ivan", 0),
        ] {
            assert_eq!(stage.people.find_accounts(&admin, words).await.unwrap().len(), found, "{words}");
        }
    }
}

in_the_room! {
    /// Whoever was an admin as they pressed, and is none any more or suspended as it is done, gives nobody a role.
    async fn who_is_no_admin_any_more_appoints_nobody(room: Room) {
        let (people, replies) = (&room.stage.people, &room.stage.replies);
        let (one, other, citizen) = (room.stage.admin().await, room.stage.admin().await, room.stage.citizen().await);
        let parks = replies.save_department(&one, None, &DepartmentText::parse("Parks", "Trees.", false).unwrap()).await.unwrap();
        let roles = Roles::default().with(Role::Admin);
        let friend = Invitation { email: "friend@example.org", name: "", roles, why: "A friend." };
        let until = room.stage.sources.now().plus(Duration::from_secs(60)).micros();
        let suspended = format!("UPDATE person SET suspended_until = {until} WHERE email = 'person-0@example.org'");

        let before = room.dump().await;
        for ended in ["suspended", "demoted"] {
            if ended == "suspended" {
                room.run(&suspended).await;
            } else {
                room.run("UPDATE person SET suspended_until = NULL").await;
                assert!(people.change_role(&other, who(&one), (Role::Admin, false), "Has left us.").await.unwrap());
            }
            let invited = people.invite_by_mail(&one, friend, &Bare).await;
            assert!(matches!(invited, Err(RoleError::Forbidden)), "{ended}: {invited:?}");
            let joined = replies.join(&one, parks, who(&citizen), "Head of Parks").await;
            assert!(matches!(joined, Err(ReplyError::Forbidden)), "{ended}: {joined:?}");
            let given = people.change_role(&one, who(&citizen), (Role::Officer, true), "A friend.").await;
            assert!(matches!(given, Err(RoleError::Forbidden)), "{ended}: {given:?}");
        }
        assert_eq!(room.dump().await["person"], before["person"]);
        assert!(room.letters().await.is_empty() && replies.officers(&other, &[parks]).await.unwrap().is_empty());

        room.clock.advance(Duration::from_secs(61));
        room.run(&suspended).await;
        let give = (Role::Admin, true);
        assert!(people.change_role(&other, who(&one), give, "Is back.").await.unwrap());
        people.invite_by_mail(&one, friend, &Bare).await.unwrap();
        replies.join(&one, parks, who(&citizen), "Head of Parks").await.unwrap();
    }

    /// A vote that comes while a closing is being committed counts, so the question closed after it. SQLite has one writer:
    /// nothing comes in between there.
    async fn a_question_closes_after_the_last_vote_that_counts(room: Room) {
        if !room.is_postgres() {
            return;
        }
        let (stage, citizen, admin) = (&room.stage, room.stage.citizen().await, room.stage.admin().await);
        let asked = stage.campaign("parks", VotingRule::SupportOnly, PublishingMode::StraightAway, None).await;
        let Submission::Published(idea) = stage.submit(&citizen, "parks", "A bench").await else { panic!("not public") };
        room.run("CREATE FUNCTION linger() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(1); RETURN NULL; END $$")
            .await;
        room.run("CREATE CONSTRAINT TRIGGER lingers AFTER UPDATE ON campaign DEFERRABLE INITIALLY DEFERRED \
            FOR EACH ROW EXECUTE FUNCTION linger()").await;
        let sure = Changing { seen: asked.version, confirmed: true, archived: false };
        let meanwhile = async {
            tokio::time::sleep(Duration::from_millis(400)).await;
            stage.votes.cast(&citizen, idea.id, Choice::Support).await.unwrap().outcome
        };
        let (closed, vote) = tokio::join!(stage.ideas.close_campaign(&admin, "parks", sure), meanwhile);
        assert_eq!(vote, Outcome::Counted);
        let dated = room.number("SELECT max(at) AS n FROM vote_event").await;
        let closes_at = closed.unwrap().closes_at.unwrap().micros();
        assert!(dated < closes_at, "a vote of {dated} counts, and the question closed at {closes_at}");
        assert_eq!(stage.votes.cast(&admin, idea.id, Choice::Support).await.unwrap().outcome, Outcome::VotingClosed);
    }
}
