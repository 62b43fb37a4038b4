//! Counting: what was found of the bad and what of the good.

use folkmoot_common::{Hunch, Id as _, PersonId, Sources, Suspicion, Written};
use folkmoot_moderation::rules::Rules;

use crate::NEW;
use crate::corpora::Text;

/// How many examples are printed.
const EXAMPLES: usize = 15;

#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Score {
    found: usize,
    missed: usize,
    alarms: usize,
    quiet: usize,
}

impl Score {
    pub(crate) fn of<T>(bad: &[T], good: &[T], is_found: impl Fn(&T) -> bool) -> Self {
        let found = bad.iter().filter(|one| is_found(one)).count();
        let alarms = good.iter().filter(|one| is_found(one)).count();
        Self { found, missed: bad.len() - found, alarms, quiet: good.len() - alarms }
    }

    pub(crate) fn precision(&self) -> f64 {
        percent(self.found, self.found + self.alarms) / 100.0
    }

    pub(crate) fn recall(&self) -> f64 {
        percent(self.found, self.found + self.missed) / 100.0
    }

    pub(crate) fn head(name: &str) -> String {
        format!("\n| {name:<28} | found | missed | false alarms | left alone | precision | recall | false alarm rate |")
    }

    pub(crate) fn line(&self, name: &str) -> String {
        let Self { found, missed, alarms, quiet } = self;
        let rate = percent(*alarms, alarms + quiet);
        let (precision, recall) = (self.precision() * 100.0, self.recall() * 100.0);
        format!(
            "| {name:<28} | {found:>5} | {missed:>6} | {alarms:>12} | {quiet:>10} | {precision:>7.1} % | {recall:>4.1} % | {rate:>14.2} % |"
        )
    }
}

pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).expect("a small number"));
    if whole == 0 { 0.0 } else { number(part) / number(whole) * 100.0 }
}

pub(crate) fn written(text: &Text) -> Written<'_> {
    let author = PersonId::mint(Sources::system().now(), [1; 10]);
    Written { author, language: text.language, title: text.title.as_deref(), body: &text.body, again: false }
}

/// A text and what the rules found in it.
pub(crate) struct Looked<'t> {
    text: &'t Text,
    pub(crate) hunches: Vec<Hunch>,
}

impl Looked<'_> {
    pub(crate) fn has(&self, why: Suspicion) -> bool {
        self.hunches.iter().any(|hunch| hunch.why == why)
    }
}

/// All of them through the rules, their authors being new.
pub(crate) fn looked_at<'t>(rules: &Rules, texts: &'t [Text]) -> Vec<Looked<'t>> {
    texts.iter().map(|text| Looked { text, hunches: rules.hunches(&written(text), &NEW, None) }).collect()
}

/// A handful of what one rule found, and in what.
pub(crate) fn print_alarms(looks: &[Looked<'_>], why: Suspicion) {
    let alarms = looks.iter().filter_map(|look| Some((look.hunches.iter().find(|hunch| hunch.why == why)?, look.text)));
    for (hunch, text) in alarms.take(EXAMPLES) {
        println!("      {:<40} in: {}", hunch.found, text.start());
    }
}
