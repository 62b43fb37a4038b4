//! What Roads has, where one officer alone answers: an idea whose numbers grew over days, and an answer that was set for a
//! time.

use std::time::Duration;

use folkmoot_common::PersonId;
use folkmoot_people::PastPerson;
use folkmoot_votes::PastVote;

use super::*;

const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// So many days ago people voted, and so many on each of these days: enough for each to be told.
const DAYS: [u32; 3] = [10, 6, 3];
const EACH: usize = 8;

impl Council<'_> {
    /// Its numbers grew. The letter that told its officer of it came back.
    pub(super) async fn of_roads(&self, ana: &Viewer) -> Idea {
        let idea = self.given(ana, ("A crossing at the park gate", "Cars come fast there."), self.roads).await;
        let dead = "UPDATE outbox SET state = 'dead', attempts = 8, last_error = '550 No such user here' \
                    WHERE id = (SELECT id FROM outbox WHERE mail LIKE '%rae.holt%' ORDER BY id LIMIT 1)";
        write(self.world, dead).await;
        self.say(ana, &idea, "My children cross there every morning.", "FOR").await;
        self.grows(&idea).await;
        idea
    }

    /// Votes of the past, as an import brings them.
    async fn grows(&self, idea: &Idea) {
        let site = self.world.site();
        let now = site.sources.now();
        let walker = |n: usize| PastPerson {
            id: PersonId::imported(now, "roads", &n.to_string()),
            name: DisplayName::parse(&format!("Walker {n}")).unwrap(),
            created_at: now,
        };
        let people: Vec<PastPerson> = (0..DAYS.len() * EACH).map(walker).collect();
        site.people.take(&people).await.unwrap();
        let vote = |(n, person): (usize, &PastPerson)| PastVote {
            idea: idea.id,
            person: person.id,
            choice: Some(if n.is_multiple_of(4) { Choice::Oppose } else { Choice::Support }),
            at: now.minus(A_DAY * DAYS[n / EACH]),
        };
        let votes: Vec<PastVote> = people.iter().enumerate().map(vote).collect();
        site.votes.take(&votes).await.unwrap();
    }

    /// Its answer becomes public tomorrow by itself.
    pub(super) async fn planned(&self, ana: &Viewer) -> Idea {
        let idea = self.given(ana, ("A crossing at the pond", "Ducks cross there, too."), self.roads).await;
        let words = RawReply { role: "Head of Roads".to_owned(), ..raw("YES", "We paint it in spring.") };
        let at = self.world.site().sources.now().plus(A_DAY);
        let typed = Typed { raw: words, ..Typed::default() };
        self.world.site().replies.save(&self.rae, idea.number, typed, Next::At(at)).await.unwrap();
        idea
    }
}
