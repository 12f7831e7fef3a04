//! The checklist of an exit plan.
//!
//! A step is a line `- [ ] **name** What to do. (after: one, other; only-if: platform)`; an `x`
//! between the brackets ticks it. What stands in code or in a quotation is no step.

use super::Note;
use crate::finding::Span;
use crate::model::Step;

/// A step with the bytes of its line, without indentation and line end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacedStep {
    /// The step.
    pub step: Step,
    /// Where it is.
    pub span: Span,
}

/// The steps of a plan, in the order of the text.
pub fn read_steps(note: &Note<'_>) -> Vec<PlacedStep> {
    let body = note.parts.body;
    let quoted = &note.body().quoted;
    let mut steps = Vec::new();
    let mut start = body.start;
    for line in body.of(note.text).split_inclusive('\n') {
        let lead = line.len() - line.trim_start().len();
        let span = Span::new(start + lead, start + line.trim_end().len().max(lead));
        start += line.len();
        let is_quoted = quoted.iter().any(|quoted| {
            // A code span inside the line is no reason to pass the line over.
            quoted.start <= span.start && span.start < quoted.end
        });
        if let Some(step) = read_step(span.of(note.text)).filter(|_| !is_quoted) {
            steps.push(PlacedStep { step, span });
        }
    }
    steps
}

fn read_step(line: &str) -> Option<Step> {
    let rest = ["- [", "* [", "+ ["].iter().find_map(|start| line.strip_prefix(start))?;
    let mut letters = rest.chars();
    let done = match letters.next()? {
        ' ' => false,
        'x' | 'X' => true,
        _ => return None,
    };
    let rest = letters.as_str().strip_prefix("] **")?;
    let (id, text) = rest.split_once("**")?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if id.is_empty() || !id.bytes().all(is_name) {
        return None;
    }
    let (text, after, only_if) = conditions(text.trim());
    Some(Step { id: id.to_owned(), done, text: text.to_owned(), after, only_if })
}

/// The text without the parenthesis at its end that holds `after:` and `only-if:`, and these.
fn conditions(text: &str) -> (&str, Vec<String>, Vec<String>) {
    let (mut after, mut only_if) = (Vec::new(), Vec::new());
    let inner = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    let Some((before, inner)) = inner else { return (text, after, only_if) };
    for part in inner.split(';') {
        let Some((key, words)) = part.split_once(':') else { return (text, after, only_if) };
        let words = words.split(',').map(|word| word.trim().to_owned());
        let words = words.filter(|word| !word.is_empty());
        match key.trim() {
            "after" => after.extend(words),
            "only-if" => only_if.extend(words),
            _ => return (text, Vec::new(), Vec::new()),
        }
    }
    (before.trim_end(), after, only_if)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(body: &str) -> Vec<PlacedStep> {
        let text = format!("---\ntype: plan\n---\n{body}");
        let note = Note::parse("clients/nova/exit-plan.md", &text, &mut Vec::new());
        let steps = read_steps(&note);
        for placed in &steps {
            assert!(placed.span.of(&text).contains(&placed.step.id), "{placed:?}");
        }
        steps
    }

    #[test]
    fn steps_are_read_with_what_they_need() {
        let read = steps(
            "# Plan\r\n- [ ] **save** Save everything.\r\n  * [X] **tell** Call (again). (after: save, draft; only-if: platform)\n- [x] no name\n- [ ] **odd** An aside (like: this)\n",
        );
        let ids: Vec<(&str, bool)> =
            read.iter().map(|placed| (placed.step.id.as_str(), placed.step.done)).collect();
        assert_eq!(ids, [("save", false), ("tell", true), ("odd", false)]);
        assert_eq!(read[1].step.text, "Call (again).");
        assert_eq!(read[1].step.after, ["save", "draft"]);
        assert_eq!(read[1].step.only_if, ["platform"]);
        assert_eq!(read[2].step.text, "An aside (like: this)");
    }

    #[test]
    fn code_and_quotations_hold_no_steps() {
        assert_eq!(steps("```\n- [ ] **a** b\n```\n> - [ ] **c** d\n"), []);
    }
}
