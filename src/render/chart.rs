//! Small drawings as SVG: no scripts, told in words beside the picture, readable in black and
//! white.

use std::fmt::Write as _;

use super::factor;
use super::html::escape;
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{ReportView, ScorePoint};

const WIDTH: f64 = 360.0;
const HEIGHT: f64 = 200.0;
/// Room for the axis at the left, and around.
const LEFT: f64 = 34.0;
const RIGHT: f64 = 8.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 24.0;
/// Bars that fit one below the other.
const MOST_BARS: usize = 9;

/// The score over time with the thresholds; empty with fewer than two points.
pub(super) fn score_chart(report: &ReportView, locale: &Locale, index: usize) -> String {
    let points = &report.history;
    let (Some(first), Some(last), true) = (points.first(), points.last(), points.len() > 1) else {
        return String::new();
    };
    let low = points.iter().map(|point| point.score).fold(f64::INFINITY, f64::min);
    let high = points.iter().map(|point| point.score).fold(0.0, f64::max);
    let thresholds = report.arithmetic.thresholds;
    let marks =
        [("watch", thresholds.watch), ("boundary", thresholds.boundary), ("exit", thresholds.exit)];
    let next = marks.iter().map(|mark| mark.1).find(|mark| *mark > high);
    let top = next.unwrap_or(high).max(1.0) * 1.08;
    let title = Phrase::new("chart-score-title").with("client", report.name.as_str());
    let description = Phrase::new("chart-score-desc")
        .with("first", locale.date(first.date))
        .with("last", locale.date(last.date))
        .with("low", locale.score(low))
        .with("high", locale.score(high))
        .with("score", locale.score(last.score));
    let mut svg = open("score", index, &locale.say(&title), &locale.say(&description), HEIGHT);
    let y = |score: f64| HEIGHT - BOTTOM - (score / top) * (HEIGHT - TOP - BOTTOM);
    let mut lowest = y(0.0);
    for (word, mark) in marks.into_iter().filter(|(_, mark)| *mark <= top) {
        let at = y(mark);
        // A name that would lie over the one below it is left out, with its line.
        if lowest - at < 12.0 {
            continue;
        }
        lowest = at;
        let name = locale.say(&Phrase::new(match word {
            "watch" => "standing-watch",
            "boundary" => "standing-boundary",
            _ => "standing-exit",
        }));
        let _ = write!(
            svg,
            r#"<line x1="{LEFT}" y1="{at:.1}" x2="{:.1}" y2="{at:.1}" stroke="currentColor" stroke-opacity=".45" stroke-dasharray="2 3"/><text x="{:.1}" y="{:.1}" text-anchor="end">{}</text><text x="{:.1}" y="{:.1}" fill-opacity=".8">{}</text>"#,
            WIDTH - RIGHT,
            LEFT - 5.0,
            at + 4.0,
            escape(&factor(locale, mark)),
            LEFT + 4.0,
            at - 3.0,
            escape(&name),
        );
    }
    axis(&mut svg, y(0.0));
    let _ = write!(
        svg,
        r#"<polyline fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" points="{}"/>"#,
        line(points, y)
    );
    let (x, at) = (WIDTH - RIGHT, y(last.score));
    let _ = write!(
        svg,
        r#"<circle cx="{x:.1}" cy="{at:.1}" r="3"/><text x="{:.1}" y="{:.1}" text-anchor="end" font-weight="bold">{}</text>"#,
        x - 6.0,
        (at - 6.0).max(TOP),
        escape(&locale.score(last.score)),
    );
    let baseline = HEIGHT - 8.0;
    let _ = write!(
        svg,
        r#"<text x="{LEFT}" y="{baseline}">{}</text><text x="{x}" y="{baseline}" text-anchor="end">{}</text></svg>"#,
        escape(&locale.month(first.date)),
        escape(&locale.month(last.date)),
    );
    svg
}

/// Incidents by red flag, one bar each; empty where there is none.
pub(super) fn flag_chart(report: &ReportView, locale: &Locale, index: usize) -> String {
    let counts: Vec<(&str, usize)> = report
        .counts
        .iter()
        .map(|one| (report.flags.name(one.flag.as_str(), locale.language()), one.count))
        .collect();
    let Some(most) = counts.iter().map(|one| one.1).max() else { return String::new() };
    let items: Vec<String> = counts.iter().map(|(name, count)| format!("{name} {count}")).collect();
    let title = locale.say(&Phrase::new("chart-flags-title"));
    let description = Phrase::new("chart-flags-desc").with("items", items.join(", "));
    let shown = &counts[..counts.len().min(MOST_BARS)];
    let step = (HEIGHT - TOP - 4.0) / number(shown.len().max(4));
    let mut svg = open("flags", index, &title, &locale.say(&description), HEIGHT);
    for (row, (name, count)) in shown.iter().enumerate() {
        let top = TOP + step * number(row);
        let bar = (number(*count) / number(most)) * (WIDTH - 44.0);
        let _ = write!(
            svg,
            r#"<text x="2" y="{:.1}">{}</text><rect x="2" y="{:.1}" width="{bar:.1}" height="{:.1}" fill="currentColor" fill-opacity=".35" stroke="currentColor" stroke-width=".8"/><text x="{:.1}" y="{:.1}" font-weight="bold">{count}</text>"#,
            top + 9.0,
            escape(&shortened(name)),
            top + 12.5,
            (step - 17.0).clamp(2.0, 12.0),
            bar + 8.0,
            top + 12.5 + (step - 17.0).clamp(2.0, 12.0) / 2.0 + 4.0,
        );
    }
    svg.push_str("</svg>");
    svg
}

fn open(kind: &str, index: usize, title: &str, description: &str, height: f64) -> String {
    let id = format!("{kind}-{index}");
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {WIDTH} {height}" aria-labelledby="{id}-title {id}-desc"><title id="{id}-title">{}</title><desc id="{id}-desc">{}</desc>"#,
        escape(title),
        escape(description)
    )
}

fn axis(svg: &mut String, y: f64) {
    let _ = write!(
        svg,
        r#"<line x1="{LEFT}" y1="{y:.1}" x2="{:.1}" y2="{y:.1}" stroke="currentColor"/><text x="{:.1}" y="{:.1}" text-anchor="end">0</text>"#,
        WIDTH - RIGHT,
        LEFT - 5.0,
        y + 4.0,
    );
}

fn line(points: &[ScorePoint], y: impl Fn(f64) -> f64) -> String {
    let last = number(points.len().saturating_sub(1).max(1));
    let at = |(index, point): (usize, &ScorePoint)| {
        let x = LEFT + (WIDTH - LEFT - RIGHT) * number(index) / last;
        format!("{x:.1},{:.1}", y(point.score))
    };
    points.iter().enumerate().map(at).collect::<Vec<_>>().join(" ")
}

fn shortened(name: &str) -> String {
    const LONGEST: usize = 48;
    if name.chars().count() <= LONGEST {
        return name.to_owned();
    }
    name.chars().take(LONGEST - 1).chain(['…']).collect()
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::from(u32::MAX), f64::from)
}
