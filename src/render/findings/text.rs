//! Findings as rustc draws them: the place, the line, what is wrong under it, help.

use annotate_snippets::{AnnotationKind, Level as Tag, Renderer, Snippet};

use super::{hint, message};
use crate::finding::{Finding, Level, Location};
use crate::locale::{Locale, word};
use crate::phrase::Phrase;
use crate::render::TextStyle;
use crate::render::terminal::{inline, visible};
use crate::render::workflow::defused;

/// The most lines of a note that one finding shows.
const MOST_LINES: usize = 4;

/// The findings, each drawn at its line; `text_of` gives the text of a path below the vault.
pub fn findings_text(
    findings: &[Finding],
    text_of: impl Fn(&str) -> Option<String>,
    locale: &Locale,
    style: TextStyle,
) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width.max(40));
    let mut drawn = String::new();
    let mut last: Option<(String, Option<String>)> = None;
    for finding in findings {
        let path = &finding.location.path;
        if last.as_ref().is_none_or(|(known, _)| known != path) {
            last = Some((path.clone(), text_of(path)));
        }
        let text = last.as_ref().and_then(|(_, text)| text.as_deref());
        drawn.push_str(&draw(finding, text.unwrap_or_default(), locale, &renderer));
        drawn.push_str("\n\n");
    }
    defused(&drawn).into_owned()
}

fn draw(finding: &Finding, text: &str, locale: &Locale, renderer: &Renderer) -> String {
    let (tag, help) = (locale.say(&word(finding.level)), hint(finding, locale));
    let level = match finding.level {
        Level::Error => Tag::ERROR,
        Level::Warning => Tag::WARNING,
    };
    let title = level.with_name(tag).primary_title(message(finding, locale)).id(finding.code);
    let path = inline(&finding.location.path);
    let excerpt = Excerpt::of(text, &finding.location);
    let snippet = Snippet::source(excerpt.lines)
        .line_start(finding.location.start.line)
        .path(path)
        .fold(true)
        .annotation(AnnotationKind::Primary.span(excerpt.start..excerpt.end));
    let mut group = title.element(snippet);
    if let Some(help) = help {
        group = group
            .element(Tag::HELP.with_name(locale.say(&Phrase::new("finding-help"))).message(help));
    }
    renderer.render(&[group])
}

/// The lines of a finding, with what acts in them shown.
struct Excerpt {
    lines: String,
    start: usize,
    end: usize,
}

impl Excerpt {
    fn of(text: &str, location: &Location) -> Self {
        let span = location.span;
        let (start, end) = match (text.get(..span.start), text.get(span.start..span.end)) {
            (Some(_), Some(_)) => (span.start, span.end),
            // The file is another one by now.
            _ => return Self { lines: String::new(), start: 0, end: 0 },
        };
        let first = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let lines = &text[first..];
        let after = end - first;
        let mut last = lines.len();
        let mut seen = 0;
        for (at, _) in lines.match_indices('\n') {
            seen += 1;
            if at >= after || seen == MOST_LINES {
                last = at;
                break;
            }
        }
        let lines = &lines[..last];
        let shown = |end: usize| visible(lines.get(..end.min(last)).unwrap_or(lines)).len();
        let (start, end) = (shown(start - first), shown(after));
        Self { lines: visible(lines).into_owned(), start, end: end.max(start) }
    }
}
