//! Text as it is matched: lower case, without accents, contractions written out, each byte with
//! the place it comes from.

use super::words::Spellings;
use crate::finding::Span;

/// A sentence as it is matched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normal {
    /// The text.
    pub text: String,
    /// For each byte of the text the bytes of the original it stands for; empty where nobody asks.
    places: Vec<(u32, u32)>,
    /// Whether nobody asks.
    is_unplaced: bool,
}

impl Normal {
    /// Normalises `text`; with `spellings`, the way of writing of one language too.
    pub fn of(text: &str, spellings: Option<&Spellings>) -> Self {
        let mut normal = Self::default();
        normal.read(text, spellings);
        normal
    }

    /// A text to be added to, without the places it comes from.
    pub(super) fn unplaced() -> Self {
        Self { is_unplaced: true, ..Self::default() }
    }

    /// Adds `text`, normalised, and ends it with a line break.
    pub(super) fn add(&mut self, text: &str, spellings: Option<&Spellings>) -> Span {
        let start = self.text.len();
        self.read(text, spellings);
        let span = Span::new(start, self.text.len());
        self.text.push('\n');
        span
    }

    fn read(&mut self, text: &str, spellings: Option<&Spellings>) {
        let mut word = self.text.len();
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let place = (offset(at), offset(at + letter.len_utf8()));
            let next = letters.peek().map(|(_, next)| *next);
            if letter.is_ascii_alphanumeric() {
                self.put_letter(letter.to_ascii_lowercase(), place);
                continue;
            }
            if is_apostrophe(letter) && next.is_some_and(char::is_alphanumeric) {
                self.put('\'', place);
                continue;
            }
            if let Some(folded) = fold(letter) {
                folded.chars().for_each(|letter| self.put_letter(letter, place));
                continue;
            }
            self.end_word(word, spellings);
            match letter {
                _ if letter.is_whitespace() => self.put_space(place),
                '-' | '\u{2010}' | '\u{2011}' if next.is_some_and(char::is_alphabetic) => {
                    self.put_space(place);
                }
                '\u{2013}' | '\u{2014}' => self.put('-', place),
                '“' | '”' | '„' | '«' | '»' => self.put('"', place),
                '…' => self.put('.', place),
                '*' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{300}'..='\u{36f}' => {}
                _ if is_apostrophe(letter) => self.put('\'', place),
                _ => letter.to_lowercase().for_each(|letter| self.put(letter, place)),
            }
            word = self.text.len();
        }
        self.end_word(word, spellings);
    }

    fn put(&mut self, letter: char, place: (u32, u32)) {
        self.text.push(letter);
        if !self.is_unplaced {
            self.places.resize(self.text.len(), place);
        }
    }

    /// A letter or a figure; the third and later of the same letter in a row are left out, and
    /// the second too.
    fn put_letter(&mut self, letter: char, place: (u32, u32)) {
        let bytes = self.text.as_bytes();
        let same = bytes.iter().rev().take(2).filter(|byte| char::from(**byte) == letter).count();
        if same == 2 && bytes.len() >= 2 && letter.is_ascii_alphabetic() {
            // `sooooo`: the place of the letters that stand grows.
            if let Some(last) = self.places.last_mut() {
                last.1 = place.1;
            }
            return;
        }
        self.put(letter, place);
    }

    fn put_space(&mut self, place: (u32, u32)) {
        if !self.text.ends_with([' ', '\n']) && !self.text.is_empty() {
            self.put(' ', place);
        }
    }

    /// Writes out the word that began at `start`, where its language has another spelling.
    fn end_word(&mut self, start: usize, spellings: Option<&Spellings>) {
        let Some(word) = self.text.get(start..).filter(|word| !word.is_empty()) else { return };
        let Some(full) = spellings.and_then(|spellings| spellings.full(word)) else { return };
        self.text.truncate(start);
        self.text.push_str(full);
        if self.is_unplaced {
            return;
        }
        let first = self.places[start].0;
        let last = self.places.last().map_or(first, |place| place.1);
        self.places.truncate(start);
        self.places.resize(self.text.len(), (first, last));
    }

    /// The bytes of the original that these bytes of the text stand for.
    pub fn original(&self, span: Span) -> Span {
        let place = |at: usize| self.places.get(at).copied().unwrap_or_default();
        if span.start >= span.end {
            let at = usize::try_from(place(span.start).0).unwrap_or_default();
            return Span::new(at, at);
        }
        let (start, end) = (place(span.start).0, place(span.end - 1).1);
        Span::new(
            usize::try_from(start).unwrap_or_default(),
            usize::try_from(end).unwrap_or_default(),
        )
    }
}

/// A sentence has far fewer bytes than this can count.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Whether the letter is an apostrophe, in any of the ways it is typed.
pub(super) const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{b4}' | '`' | '\u{2032}')
}

/// A letter of the Latin alphabet without its accent, in lower case; `None` for anything else.
pub(super) const fn fold(letter: char) -> Option<&'static str> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'À' | 'Á' | 'Â' | 'Ã' | 'Ä' | 'Å' => "a",
        'ç' | 'Ç' => "c",
        'è' | 'é' | 'ê' | 'ë' | 'È' | 'É' | 'Ê' | 'Ë' => "e",
        'ì' | 'í' | 'î' | 'ï' | 'Ì' | 'Í' | 'Î' | 'Ï' => "i",
        'ñ' | 'Ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'Ò' | 'Ó' | 'Ô' | 'Õ' | 'Ö' => "o",
        'ù' | 'ú' | 'û' | 'ü' | 'Ù' | 'Ú' | 'Û' | 'Ü' => "u",
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => "y",
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ß' => "ss",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_apostrophes_and_spaces_are_made_alike() {
        let normal = Normal::of("  L’ÉTÉ,\u{a0}c'est\nBIEN — Rendez-vous", None);
        assert_eq!(normal.text, "l'ete, c'est bien - rendez vous");
    }

    #[test]
    fn a_match_leads_back_to_the_bytes_it_comes_from() {
        let text = "Où ça, déjà ?";
        let normal = Normal::of(text, None);
        let at = normal.text.find("deja").unwrap_or_default();
        assert_eq!(normal.original(Span::new(at, at + 4)).of(text), "déjà");
    }

    #[test]
    fn a_letter_held_down_counts_twice_at_most() {
        assert_eq!(Normal::of("pleeeeease NOOOO", None).text, "pleease noo");
    }
}
