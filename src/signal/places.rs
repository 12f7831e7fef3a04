//! Where the bytes of a text stand in the file it was read from.

use crate::finding::Span;

/// For each byte of a text its place in the file, or that it stands there in another form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// In the order of the text, without gaps.
    pieces: Vec<Piece>,
}

/// A run of bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// Its first byte in the text.
    text: usize,
    /// Its first byte in the file; `None` where the file has it in another form.
    file: Option<usize>,
    length: usize,
}

impl Places {
    /// A text of this length that stands in the file from this byte on, as it is.
    pub fn at(file: usize, length: usize) -> Self {
        let mut places = Self::default();
        places.push(Some(file), length);
        places
    }

    /// Adds a run of bytes at the end of the text.
    pub fn push(&mut self, file: Option<usize>, length: usize) {
        let text = self.length();
        if length > 0 {
            self.pieces.push(Piece { text, file, length });
        }
    }

    /// The bytes of the file that these bytes of the text are; `None` where the file has some of
    /// them in another form.
    pub fn in_file(&self, span: Span) -> Option<Span> {
        let piece_of = |at: usize| self.pieces.partition_point(|piece| piece.text <= at);
        let (first, last) = (piece_of(span.start), piece_of(span.end.saturating_sub(1)));
        let pieces = self.pieces.get(first.checked_sub(1)?..last.max(first))?;
        if pieces.iter().any(|piece| piece.file.is_none()) {
            return None;
        }
        let (first, last) = (pieces.first()?, pieces.last()?);
        let start = first.file? + (span.start - first.text);
        let end = last.file? + span.end.checked_sub(last.text)?;
        (span.end <= last.text + last.length && start <= end).then_some(Span::new(start, end))
    }

    /// Whether the file has every byte of the text as it is.
    pub fn are_literal(&self) -> bool {
        self.pieces.iter().all(|piece| piece.file.is_some())
    }

    /// The bytes of the text.
    fn length(&self) -> usize {
        self.pieces.last().map_or(0, |piece| piece.text + piece.length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_over_several_pieces_covers_what_is_between_them() {
        let mut places = Places::at(10, 4);
        places.push(Some(15), 6);
        places.push(None, 3);
        assert_eq!(places.in_file(Span::new(0, 4)), Some(Span::new(10, 14)));
        assert_eq!(places.in_file(Span::new(2, 6)), Some(Span::new(12, 17)));
        assert_eq!(places.in_file(Span::new(4, 4)), Some(Span::new(15, 15)));
        assert_eq!(places.in_file(Span::new(8, 11)), None);
        assert_eq!(places.in_file(Span::new(8, 20)), None);
        assert!(!places.are_literal());
        assert_eq!(Places::default().in_file(Span::new(0, 1)), None);
    }
}
