//! Words without which a pattern cannot match, so that most patterns need not be tried.

use regex_syntax::hir::{Hir, HirKind};

/// More words than this are not looked for; another part of the pattern may need fewer.
const MOST: usize = 400;
/// A literal shorter than this is found in every second sentence.
const SHORTEST: usize = 3;
/// A further literal that is shorter than this says too little.
const RARE: usize = 4;
/// How many texts a pattern is asked for at once.
const MOST_GROUPS: usize = 3;
/// A pattern with more ways to match is asked for the rarest words of all of them.
const MOST_WAYS: usize = 64;

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

/// The ways in which a pattern can match: for each, groups of texts of which one of every group
/// must occur; `None` where nothing can be said about one of them.
pub(super) fn ways(hir: &Hir) -> Option<Vec<Vec<Vec<String>>>> {
    match hir.kind() {
        HirKind::Capture(capture) => ways(&capture.sub),
        HirKind::Alternation(parts) if parts.len() <= MOST_WAYS => parts
            .iter()
            .map(|part| Some(groups(part)).filter(|groups| !groups.is_empty()))
            .collect(),
        _ => Some(vec![groups(hir)]).filter(|ways| !ways[0].is_empty()),
    }
}

/// The rarest groups of texts of which one of each must occur.
fn groups(hir: &Hir) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    put_groups(hir, &mut found);
    found.sort_by_key(|words| std::cmp::Reverse(rarity(words)));
    found.dedup();
    // The first is the best there is; a further one is worth its price where it is rare.
    let mut kept = 0;
    found.retain(|words| {
        kept += 1;
        kept == 1 || words.iter().all(|word| word.trim().len() >= RARE)
    });
    found.truncate(MOST_GROUPS);
    found
}

fn put_groups(hir: &Hir, found: &mut Vec<Vec<String>>) {
    match hir.kind() {
        HirKind::Concat(parts) => parts.iter().for_each(|part| put_groups(part, found)),
        HirKind::Capture(capture) => put_groups(&capture.sub, found),
        HirKind::Repetition(repetition) if repetition.min > 0 => {
            put_groups(&repetition.sub, found);
        }
        _ => found.extend(required(hir)),
    }
}

fn rarity(words: &[String]) -> (usize, std::cmp::Reverse<usize>) {
    let shortest = words.iter().map(|word| word.trim().len()).min().unwrap_or_default();
    (shortest.min(6), std::cmp::Reverse(words.len()))
}

/// Of the parts in a row the one whose words are rarest: the shortest of them is longest.
fn of_row(parts: &[Hir]) -> Option<Vec<String>> {
    parts.iter().filter_map(required).max_by_key(|words| rarity(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(pattern: &str) -> Option<Vec<String>> {
        required(&regex_syntax::parse(pattern).ok()?)
    }

    #[test]
    fn each_way_to_match_has_its_own_groups() {
        let ways = |pattern: &str| ways(&regex_syntax::parse(pattern).ok()?);
        let groups = |words: &[&[&str]]| -> Vec<Vec<String>> {
            words.iter().map(|group| group.iter().map(|&word| word.into()).collect()).collect()
        };
        assert_eq!(
            ways("money .*(lawyer|court)|you owe"),
            Some(vec![groups(&[&["money "], &["court", "lawyer"]]), groups(&[&["you owe"]])])
        );
        assert_eq!(ways("money|a?"), None);
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
