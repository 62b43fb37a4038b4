//! What `folkmoot demo` shows: real content that the program carries, brought in by the same import as everybody's.
//!
//! One campaign is played again as if it were now, so that there is something to vote on; its brief says so. What its own
//! moderators refused waits once more, so that there is something to decide. The other
//! stands as it was, closed. Where both come from is in [`ATTRIBUTION`], which `/about` shows.

use std::time::Duration;

use folkmoot_common::{Language, Timestamp};
use folkmoot_ideas::{PublishingMode, Slug};
use folkmoot_text::Markdown;

use super::plan::Words;
use super::{Carried, Format, ImportError, Plan, Replay, Report, Shelf, import};

/// Where the content comes from and under which licences, in Markdown.
pub const ATTRIBUTION: &str = include_str!("../../content/ATTRIBUTION.md");

const BOWLING_GREEN: Carried = Carried(&[
    ("comments.csv", include_bytes!("../../content/polis-bg2050-volunteers/comments.csv")),
    ("votes.csv", include_bytes!("../../content/polis-bg2050-volunteers/votes.csv")),
    ("summary.csv", include_bytes!("../../content/polis-bg2050-volunteers/summary.csv")),
]);

const MADRID: Carried = Carried(&[
    ("proposals.csv", include_bytes!("../../content/decide-madrid/proposals.csv")),
    ("comments.csv", include_bytes!("../../content/decide-madrid/comments.csv")),
]);

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// Brings in what the program carries: a campaign that is open now and one that has ended.
///
/// # Errors
/// When the shelf fails.
pub async fn demo_content(shelf: &dyn Shelf, now: Timestamp) -> Result<[Report; 2], ImportError> {
    let slug = |word| Slug::parse(word).map_err(ImportError::Campaign);
    let open = Plan {
        campaign: slug("bowling-green-2050")?,
        now,
        language: Language::english(),
        words: Some(words("What should Bowling Green be like in 2050?", BOWLING_GREEN_BRIEF, Language::english())),
        replay: Some(Replay {
            ago: Duration::from_secs(5 * 60),
            open_for: 14 * DAY,
            undecided: true,
            publishing_mode: PublishingMode::UnlessFlagged,
        }),
    };
    let ended = Plan {
        campaign: slug("decide-madrid")?,
        now,
        language: Format::Madrid.language(&Language::english()),
        words: Some(words("¿Qué debería cambiar en Madrid?", MADRID_BRIEF, Language::from_stored("es".to_owned()))),
        replay: None,
    };
    let open = import(Format::Polis, &BOWLING_GREEN, shelf, &open).await?;
    let ended = import(Format::Madrid, &MADRID, shelf, &ended).await?;
    Ok([open, ended])
}

fn words(question: &str, brief: &str, language: Language) -> Words {
    Words { question: question.to_owned(), brief: Markdown::from_stored(brief.to_owned()), language }
}

const BOWLING_GREEN_BRIEF: &str = "In the next 25 years, our community will nearly double in size. What would you want to \
see in the Bowling Green of the future? What is a core value that we want to keep as we grow?

**This is a demonstration.** The ideas and votes are real: volunteers in Bowling Green, Kentucky, gave them in September \
and October 2024 with Polis. Their times are moved, so that the campaign is open now. What you do here stays here.

[The data](https://github.com/compdemocracy/openData/tree/master/bg2050-volunteers) is by The Computational Democracy \
Project, under CC BY 4.0.";

const MADRID_BRIEF: &str = "Propuestas de la ciudadanía de Madrid, y lo que otras personas dijeron de ellas.

**Esto es una demostración.** Las propuestas y los comentarios son reales: los escribieron personas de Madrid en \
decide.madrid.es entre 2015 y 2019. No se muestra cuántas apoyaron cada una, porque los datos no dicen quiénes fueron.

[Los datos](https://github.com/argrecsys/decide-madrid-2019-annotations) son del Ayuntamiento de Madrid y de la \
Universidad Autónoma de Madrid, con la licencia Apache 2.0.";
