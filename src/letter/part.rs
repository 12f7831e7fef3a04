//! A draft may begin with points for a talk; the letter itself comes after a mark.

use std::ops::Range;

/// The line after which the letter begins, in a draft that begins with points for a talk.
pub const LETTER_STARTS: &str = "<!-- casefile:letter -->";

/// The bytes of the letter in the body of a draft: what follows the mark, or the whole of it.
pub fn letter_in(body: &str) -> Range<usize> {
    let start = body.find(LETTER_STARTS).map_or(0, |at| at + LETTER_STARTS.len());
    let blank = body[start..].len() - body[start..].trim_start_matches(['\r', '\n']).len();
    start + blank..body.len()
}

#[cfg(test)]
mod tests {
    use super::letter_in;

    #[test]
    fn the_letter_comes_after_the_mark() {
        let part = |body: &'static str| &body[letter_in(body)];
        assert_eq!(part("- Say it.\n\n<!-- casefile:letter -->\n\nDear Ann,\n"), "Dear Ann,\n");
        assert_eq!(part("Dear Ann,\n"), "Dear Ann,\n");
        assert_eq!(part(""), "");
    }
}
