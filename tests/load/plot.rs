//! The growth of pages as a picture: plain SVG, a panel for each kind of work, all on the same logarithmic scales, so that a
//! level line is a page that doesn't care how large the board is. It is read in light and in the dark, and says in words
//! what it shows. It refuses scripts, fonts and anything from elsewhere.

use std::fmt::Write as _;

use crate::rows::growth::{Curve, Point};
use crate::rows::thousands;

/// Panels side by side.
const COLUMNS: u16 = 3;
/// One panel with the space around it.
const PANEL: (f64, f64) = (270.0, 200.0);
/// Where the lines begin within it, and how much room they have.
const FIELD: (f64, f64, f64, f64) = (44.0, 36.0, 170.0, 116.0);
/// Above the panels: the title, and what the two lines are.
const HEAD: f64 = 64.0;

/// Colours of ink and ground, which a dark screen turns round. Both inks stand out from the ground by more than 4.5 to 1.
const STYLE: &str = "<style>
svg { --ground: #fffdf8; --ink: #22302b; --quiet: #5b6b64; --rule: #d9ddd6; --line: #0b6e4f; }
@media (prefers-color-scheme: dark) {
  svg { --ground: #16201c; --ink: #eef3ee; --quiet: #a9b8b0; --rule: #33423b; --line: #6fd3a9; }
}
.ground { fill: var(--ground); } .rule { stroke: var(--rule); }
text { font: 12px system-ui, sans-serif; fill: var(--quiet); }
.title { font-size: 17px; font-weight: 600; fill: var(--ink); } .name { font-size: 13px; font-weight: 600; fill: var(--ink); }
.value { fill: var(--ink); } path { fill: none; stroke: var(--line); stroke-width: 2.5; }
.half { stroke: var(--quiet); stroke-dasharray: 3 4; stroke-width: 2; } circle { fill: var(--line); }
</style>";

/// The whole picture.
pub(crate) fn svg(curves: &[Curve]) -> String {
    let rows = u16::try_from(curves.len()).unwrap_or(u16::MAX).div_ceil(COLUMNS);
    let (width, height) = (PANEL.0 * f64::from(COLUMNS), HEAD + PANEL.1 * f64::from(rows));
    let scale = Scale::of(curves);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"t d\">\n\
        <title id=\"t\">How long pages take as a board grows</title>\n<desc id=\"d\">{}</desc>\n{STYLE}\n\
        <rect class=\"ground\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n\
        <text class=\"title\" x=\"16\" y=\"28\">How long pages take as a board grows</text>\n\
        <path d=\"M16 46h28\"/><text x=\"50\" y=\"50\">95 of 100 answers come within</text>\n\
        <path class=\"half\" d=\"M236 46h28\"/><text x=\"270\" y=\"50\">half of them; milliseconds by ideas, both logarithmic</text>\n",
        words(curves)
    );
    for (number, curve) in (0_u16..).zip(curves) {
        let (x, y) = (PANEL.0 * f64::from(number % COLUMNS), HEAD + PANEL.1 * f64::from(number / COLUMNS));
        scale.panel(&mut out, curve, (x + FIELD.0, y + FIELD.1));
    }
    out.push_str("</svg>\n");
    out
}

/// The same in words, for who can't see it.
fn words(curves: &[Curve]) -> String {
    let each = |curve: &Curve| {
        let at = |point: &Point| format!("{:.1} ms at {} ideas", point.p95, thousands(f64::from(point.ideas)));
        format!("{}: {}.", curve.what, curve.points.iter().map(at).collect::<Vec<_>>().join(", "))
    };
    let all: Vec<String> = curves.iter().map(each).collect();
    format!("Within how many milliseconds 95 of 100 answers come. {}", all.join(" "))
}

/// Powers of ten that hold every point.
struct Scale {
    ideas: (f64, f64),
    millis: (f64, f64),
}

impl Scale {
    fn of(curves: &[Curve]) -> Self {
        let points = || curves.iter().flat_map(|curve| &curve.points);
        let spread = |values: &mut dyn Iterator<Item = f64>| {
            values.fold((f64::MAX, f64::MIN), |(least, most), value| (value.min(least), value.max(most)))
        };
        let ideas = spread(&mut points().map(|point| f64::from(point.ideas).log10()));
        let millis = spread(&mut points().flat_map(|point| [point.p50, point.p95]).map(|ms| ms.max(0.01).log10()));
        Self { ideas: (ideas.0, ideas.1.max(ideas.0 + 0.1)), millis: (millis.0.floor(), millis.1.ceil()) }
    }

    /// Across, from the left edge of the field.
    fn x(&self, ideas: u32) -> f64 {
        (f64::from(ideas).log10() - self.ideas.0) / (self.ideas.1 - self.ideas.0) * FIELD.2
    }

    /// Down, from the top of the field.
    fn y(&self, millis: f64) -> f64 {
        (self.millis.1 - millis.max(0.01).log10()) / (self.millis.1 - self.millis.0).max(1.0) * FIELD.3
    }

    fn panel(&self, out: &mut String, curve: &Curve, (left, top): (f64, f64)) {
        let mut draw = |line: std::fmt::Arguments<'_>| {
            let _never_fails = out.write_fmt(line);
        };
        draw(format_args!("<g transform=\"translate({left} {top})\">\n"));
        draw(format_args!("<text class=\"name\" x=\"-28\" y=\"-14\">{}</text>\n", curve.what));
        let mut power = self.millis.0;
        while power <= self.millis.1 {
            let (y, label) = (self.y(10_f64.powf(power)), 10_f64.powf(power));
            draw(format_args!("<path class=\"rule\" style=\"stroke-width:1\" d=\"M0 {y:.1}h{}\"/>", FIELD.2));
            draw(format_args!("<text x=\"-8\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>\n", y + 4.0));
            power += 1.0;
        }
        for point in &curve.points {
            let ideas =
                if point.ideas >= 1_000 { format!("{} k", point.ideas / 1_000) } else { point.ideas.to_string() };
            let (x, foot) = (self.x(point.ideas), FIELD.3 + 18.0);
            draw(format_args!("<text x=\"{x:.1}\" y=\"{foot}\" text-anchor=\"middle\">{ideas}</text>\n"));
        }
        let line = |value: fn(&Point) -> f64| {
            let steps = curve.points.iter().map(|at| format!("{:.1} {:.1}", self.x(at.ideas), self.y(value(at))));
            format!("M{}", steps.collect::<Vec<_>>().join("L"))
        };
        draw(format_args!("<path class=\"half\" d=\"{}\"/>\n", line(|at| at.p50)));
        draw(format_args!("<path d=\"{}\"/>\n", line(|at| at.p95)));
        for point in &curve.points {
            let (x, y) = (self.x(point.ideas), self.y(point.p95));
            draw(format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\"/>"));
            let above = y - 9.0;
            draw(format_args!(
                "<text class=\"value\" x=\"{x:.1}\" y=\"{above:.1}\" text-anchor=\"middle\">{:.1}</text>\n",
                point.p95
            ));
        }
        draw(format_args!("</g>\n"));
    }
}
