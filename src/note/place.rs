//! Lines and columns of faults, counted once for a text that has any.

use super::Fault;
use crate::finding::{Location, Position, Span};

/// A fault with its place in the file.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedFault {
    /// The file, below the vault, with line and column.
    pub location: Location,
    /// The fault.
    pub fault: Fault,
}

/// Gives each fault its line and column in `text`.
pub fn place(path: &str, text: &str, faults: Vec<Fault>) -> Vec<PlacedFault> {
    if faults.is_empty() {
        return Vec::new();
    }
    let lines = LineStarts::of(text);
    faults
        .into_iter()
        .map(|fault| {
            let span = fault.span;
            let location = Location {
                path: path.to_owned(),
                span,
                start: lines.position(text, span.start),
                end: lines.position(text, span.end),
            };
            PlacedFault { location, fault }
        })
        .collect()
}

/// A fault of a file as a whole, or of one that cannot be read as text: at its first character.
pub fn place_at_start(path: &str, fault: Fault) -> PlacedFault {
    let first = Position { line: 1, column: 1 };
    let location =
        Location { path: path.to_owned(), span: Span::default(), start: first, end: first };
    PlacedFault { location, fault }
}

struct LineStarts(Vec<usize>);

impl LineStarts {
    fn of(text: &str) -> Self {
        let mut starts = vec![0];
        starts.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|newline| newline + 1));
        Self(starts)
    }

    fn position(&self, text: &str, byte: usize) -> Position {
        let byte = byte.min(text.len());
        let line = self.0.partition_point(|start| *start <= byte);
        let start = self.0[line - 1];
        let column = text.get(start..byte).map_or(0, |before| before.chars().count()) + 1;
        Position { line, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_and_count_from_one() {
        let text = "é: 1\r\nbé: x\n";
        let fault = Fault::new("invalid-date", Span::new(12, 13));
        let placed = place("a.md", text, vec![fault]);
        assert_eq!(placed[0].location.start, Position { line: 2, column: 5 });
        assert_eq!(placed[0].location.end, Position { line: 2, column: 6 });
    }
}
