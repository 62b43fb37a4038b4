//! How support, opposition and comments grew, as a small drawing that the server makes, with the same in words for whoever
//! doesn't see it.

use folkmoot_ideas::Idea;
use folkmoot_replies::Growth;

use crate::edge::Asking;
use crate::error::PageError;
use crate::pages::when::When;
use crate::site::Site;
use crate::words::Words;

/// The size of the drawing, in its own units.
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 80.0;
/// No more points of a line than this are drawn.
const MOST: usize = 60;

/// The drawing: three lines on one scale, as SVG writes their points.
#[derive(Debug, Clone)]
pub(crate) struct Plot {
    pub(crate) support: String,
    /// The first line, closed below.
    pub(crate) area: String,
    pub(crate) oppose: String,
    pub(crate) comments: String,
    /// What it shows, in words.
    pub(crate) words: String,
}

impl Plot {
    /// Of one idea; nothing where there is too little to draw.
    pub(super) async fn of(site: &Site, asking: &Asking, idea: &Idea) -> Result<Option<Self>, PageError> {
        let days = site.replies.growth(&asking.viewer, idea.id).await?;
        Ok(Self::over(&days, |first, last| {
            let words: Words = asking.here.words;
            let day = |growth: Growth| When::date(growth.on()).words(words, &site.zone);
            let said = words.say("officers-growth-words").with("support", last.support).with("oppose", last.oppose);
            said.with("comments", last.comments).with("from", day(first)).with("to", day(last)).to_string()
        }))
    }

    fn over(days: &[Growth], words: impl Fn(Growth, Growth) -> String) -> Option<Self> {
        let (first, last) = (days.first().copied()?, days.last().copied()?);
        let top = last.support.max(last.oppose).max(last.comments);
        if last.day <= first.day || top < 1 {
            return None;
        }
        let each = days.len().div_ceil(MOST);
        let drawn = |nth: usize, day: &Growth| nth.is_multiple_of(each) || day.day == last.day;
        let line = |count: fn(&Growth) -> i64| {
            let points = days.iter().enumerate().filter(|(nth, day)| drawn(*nth, day)).map(|(_, day)| {
                let across = share(day.day - first.day, last.day - first.day) * WIDTH;
                format!("{across:.1},{:.1}", HEIGHT - share(count(day), top) * HEIGHT)
            });
            points.collect::<Vec<_>>().join(" ")
        };
        let support = line(|day| day.support);
        Some(Self {
            area: format!("0,{HEIGHT} {support} {WIDTH},{HEIGHT}"),
            support,
            oppose: line(|day| day.oppose),
            comments: line(|day| day.comments),
            words: words(first, last),
        })
    }
}

/// A part of a whole, between 0 and 1. Counts of days and of people are far below where a float rounds.
fn share(part: i64, whole: i64) -> f64 {
    part as f64 / whole.max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: i64, support: i64, oppose: i64, comments: i64) -> Growth {
        Growth { day, support, oppose, comments }
    }

    #[test]
    fn three_lines_share_one_scale() {
        let plot = Plot::over(&[day(10, 1, 0, 2), day(12, 4, 1, 2), day(20, 8, 1, 4)], |_, _| String::new()).unwrap();
        assert_eq!(plot.support, "0.0,70.0 60.0,40.0 300.0,0.0");
        assert_eq!(plot.oppose, "0.0,80.0 60.0,70.0 300.0,70.0");
        assert_eq!(plot.comments, "0.0,60.0 60.0,60.0 300.0,40.0");
        assert_eq!(plot.area, "0,80 0.0,70.0 60.0,40.0 300.0,0.0 300,80");
    }

    #[test]
    fn a_single_day_is_no_line_and_a_long_one_has_few_points() {
        assert!(Plot::over(&[day(10, 5, 0, 0)], |_, _| String::new()).is_none());
        assert!(Plot::over(&[], |_, _| String::new()).is_none());
        let long: Vec<Growth> = (0..1_000).map(|at| day(at, at + 1, 0, 0)).collect();
        let plot = Plot::over(&long, |_, _| String::new()).unwrap();
        let points = plot.support.split(' ').count();
        assert!(points <= MOST + 1 && plot.support.ends_with("300.0,0.0"), "{points}");
    }
}
