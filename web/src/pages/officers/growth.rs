//! How support grew, as a small drawing that the server makes, with the same in words for whoever doesn't see it.

use folkmoot_common::Timestamp;
use folkmoot_ideas::Idea;

use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::when::When;
use crate::site::Site;
use crate::words::Words;

/// The size of the drawing, in its own units.
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 80.0;
/// No more points than this are drawn.
const MOST: usize = 60;
const A_DAY: i64 = 86_400_000_000;

/// The drawing.
#[derive(Debug, Clone)]
pub(crate) struct Plot {
    /// The line's points, as SVG writes them.
    pub(crate) line: String,
    /// The same, closed below.
    pub(crate) area: String,
    /// What it shows, in words.
    pub(crate) words: String,
}

impl Plot {
    /// Of one idea; nothing where there is too little to draw.
    pub(super) async fn of(site: &Site, asking: &Asking, idea: &Idea) -> Result<Option<Self>, PageError> {
        let days = site.replies.growth(&asking.viewer, idea.id).await?;
        Ok(Self::over(&days, |id, from, to, count| {
            let day = |day: i64| When::known(Timestamp::from_micros(day.saturating_mul(A_DAY)));
            let words: Words = asking.here.words;
            let said = words.say(id).with("count", count);
            let said = said.with("from", day(from).words(words, &site.zone));
            said.with("to", day(to).words(words, &site.zone)).to_string()
        }))
    }

    fn over(days: &[(i64, i64)], words: impl Fn(&'static str, i64, i64, i64) -> String) -> Option<Self> {
        let ((first, _), (last, total)) = (days.first().copied()?, days.last().copied()?);
        if days.len() < 2 || last <= first || total < 1 {
            return None;
        }
        let x = |day: i64| share(day - first, last - first) * WIDTH;
        let y = |count: i64| HEIGHT - share(count, total) * HEIGHT;
        let each = days.len().div_ceil(MOST);
        let points = days.iter().copied().enumerate().filter(|(nth, (day, _))| nth % each == 0 || *day == last);
        let points = points.map(|(_, (day, count))| format!("{:.1},{:.1}", x(day), y(count)));
        let line = points.collect::<Vec<_>>().join(" ");
        let area = format!("0,{HEIGHT} {line} {WIDTH},{HEIGHT}");
        Some(Self { line, area, words: words("officers-growth-words", first, last, total) })
    }
}

/// A part of a whole, between 0 and 1. Counts of days and of people are far below where a float rounds.
fn share(part: i64, whole: i64) -> f64 {
    part as f64 / whole.max(1) as f64
}
