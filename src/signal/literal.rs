//! Words without which a pattern cannot match, so that most patterns need not be tried.

use regex_syntax::hir::{Hir, HirKind};

/// More words than this are not looked for; another part of the pattern may need fewer.
const MOST: usize = 400;
/// A literal shorter than this is found in every second sentence.
const SHORTEST: usize = 3;

/// Texts of which one must occur where the pattern matches; `None` where nothing can be said.
pub(super) fn required(hir: &Hir) -> Option<Vec<String>> {
    let found = match hir.kind() {
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            vec![text.to_owned()]
        }
        HirKind::Concat(parts) => of_row(parts)?,
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(required(part)?);
            }
            all.sort_unstable();
            all.dedup();
            all
        }
        HirKind::Repetition(repetition) if repetition.min > 0 => required(&repetition.sub)?,
        HirKind::Capture(capture) => required(&capture.sub)?,
        _ => return None,
    };
    let fits = !found.is_empty() && found.len() <= MOST;
    (fits && found.iter().all(|text| text.len() >= SHORTEST)).then_some(found)
}

/// Of the parts in a row the one whose words are rarest: the shortest of them is longest.
fn of_row(parts: &[Hir]) -> Option<Vec<String>> {
    let rarity = |words: &Vec<String>| {
        let shortest = words.iter().map(|word| word.trim().len()).min().unwrap_or_default();
        (shortest.min(6), std::cmp::Reverse(words.len()))
    };
    parts.iter().filter_map(required).max_by_key(rarity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<Vec<String>> {
        required(&regex_syntax::parse(pattern).ok()?)
    }

    #[test]
    fn the_rarest_part_is_looked_for() {
        assert_eq!(
            of("you .{0,20}(refund|money back)"),
            Some(vec!["money back".into(), "refund".into()])
        );
        assert_eq!(of("(a|b)?"), None);
        assert_eq!(of("i .* (will )?report"), Some(vec!["report".into()]));
    }
}
