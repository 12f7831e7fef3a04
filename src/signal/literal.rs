//! Words without which a pattern cannot match, so that most patterns need not be tried.

use std::cmp::Reverse;

use regex_syntax::hir::{Class, Hir, HirKind, Look};

use super::vote::is_frequent;

/// More texts than this are not looked for; another part of the pattern may need fewer.
const MOST: usize = 2000;
/// So many texts may come of parts in a row written out together.
const MOST_TOGETHER: usize = 40;
/// A literal shorter than this is found in every second sentence, but for a whole word.
const SHORTEST: usize = 3;
/// A further group that is less rare than this is in nearly every sentence.
const RARE: (usize, Reverse<usize>) = (3, Reverse(usize::MAX));
/// How many groups a way is asked for.
const MOST_GROUPS: usize = 3;

/// A text that must occur.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Literal {
    pub(super) text: String,
    /// Whether no word goes on before it.
    pub(super) begins: bool,
    /// Whether no word goes on behind it.
    pub(super) ends: bool,
}

/// Texts of which one must occur.
pub(super) type Group = Vec<Literal>;

/// Groups of which each must occur, one behind the other.
pub(super) type Row = Vec<Group>;

/// What stands around a part of a pattern: whether a word begins before it, or ends behind it.
#[derive(Clone, Copy, Default)]
struct Edges {
    begins: bool,
    ends: bool,
}

/// The ways in which a pattern can match, with what each needs; `None` where nothing can be said
/// about one of them.
pub(super) fn ways(hir: &Hir) -> Option<Vec<Row>> {
    let mut found = Vec::new();
    put_ways(hir, Edges::default(), &mut found)?;
    Some(found)
}

fn put_ways(hir: &Hir, edges: Edges, found: &mut Vec<Row>) -> Option<()> {
    match hir.kind() {
        HirKind::Capture(capture) => return put_ways(&capture.sub, edges, found),
        HirKind::Alternation(parts) if !is_look(hir) => {
            return parts.iter().try_for_each(|part| put_ways(part, edges, found));
        }
        // What all ways have in common at an end stands before or behind them.
        HirKind::Concat(parts) => {
            let mut others = (0..parts.len()).filter(|at| !is_look(&parts[*at]));
            if let (Some(only), None) = (others.next(), others.next()) {
                return put_ways(&parts[only], edges_in(parts, only, edges), found);
            }
        }
        _ => {}
    }
    let mut row = groups(hir, edges);
    let mut rarities: Vec<_> = row.iter().map(rarity).collect();
    rarities.sort_unstable();
    // The rarest is asked for whatever it is.
    let fewest = rarities.pop().map(|rarest| {
        let next = rarities.len().checked_sub(MOST_GROUPS - 1).and_then(|at| rarities.get(at));
        next.map_or(RARE, |next| RARE.max(*next)).min(rarest)
    });
    row.retain(|group| fewest.is_some_and(|fewest| rarity(group) >= fewest));
    (!row.is_empty()).then(|| found.push(row))
}

/// The groups of a part, in order.
fn groups(hir: &Hir, edges: Edges) -> Vec<Group> {
    match hir.kind() {
        HirKind::Capture(capture) => groups(&capture.sub, edges),
        HirKind::Repetition(of) if of.min > 0 => groups(&of.sub, Edges { ends: false, ..edges }),
        HirKind::Concat(parts) => of_row(parts, edges),
        HirKind::Literal(_) | HirKind::Class(_) => {
            texts(hir).and_then(|texts| group(&texts, edges)).into_iter().collect()
        }
        HirKind::Alternation(_) => required(hir, edges).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Texts of which one must occur where the pattern matches; `None` where nothing can be said.
fn required(hir: &Hir, edges: Edges) -> Option<Group> {
    let HirKind::Alternation(parts) = hir.kind() else {
        return groups(hir, edges).into_iter().max_by_key(rarity);
    };
    let mut all = Vec::new();
    for part in parts {
        all.extend(required(part, edges)?);
    }
    all.sort_unstable();
    all.dedup();
    (!all.is_empty() && all.len() <= MOST).then_some(all)
}

/// The groups of parts in a row. Neighbours that can be written out are taken together.
fn of_row(parts: &[Hir], edges: Edges) -> Vec<Group> {
    let mut found = Vec::new();
    let mut run = Run::default();
    for (at, part) in parts.iter().enumerate().filter(|(_, part)| !is_look(part)) {
        let around = edges_in(parts, at, edges);
        // Of what is repeated only the first time and the last one stand at a known place.
        let (once, is_repeated) = match part.kind() {
            HirKind::Repetition(of) if of.min > 0 && texts(part).is_none() => (&*of.sub, true),
            _ => (part, false),
        };
        let Some(once) = texts(once) else {
            found.extend(std::mem::take(&mut run).group());
            found.extend(groups(part, around));
            continue;
        };
        if !run.add(&once, around) {
            found.extend(std::mem::take(&mut run).group());
            run.add(&once, around);
        }
        if is_repeated {
            run.edges.ends = false;
            found.extend(std::mem::take(&mut run).group());
            run.add(&once, Edges { begins: false, ..around });
        }
    }
    found.extend(run.group());
    found
}

/// Parts in a row, written out.
#[derive(Default)]
struct Run {
    texts: Vec<String>,
    edges: Edges,
}

impl Run {
    /// Adds what follows, unless that makes too many texts.
    fn add(&mut self, next: &[String], edges: Edges) -> bool {
        if self.texts.is_empty() {
            self.texts = next.to_vec();
            self.edges = edges;
            return true;
        }
        if self.texts.len() * next.len() > MOST_TOGETHER {
            return false;
        }
        self.texts = product(&self.texts, next);
        self.edges.ends = edges.ends;
        true
    }

    fn group(self) -> Option<Group> {
        group(&self.texts, self.edges)
    }
}

fn product(first: &[String], next: &[String]) -> Vec<String> {
    first.iter().flat_map(|start| next.iter().map(move |end| format!("{start}{end}"))).collect()
}

/// Every text that the pattern matches; `None` where these are many.
fn texts(hir: &Hir) -> Option<Vec<String>> {
    let found = match hir.kind() {
        HirKind::Empty | HirKind::Look(_) => vec![String::new()],
        HirKind::Literal(literal) => vec![std::str::from_utf8(&literal.0).ok()?.to_owned()],
        HirKind::Class(Class::Unicode(class)) => {
            let letters = class.iter().flat_map(|range| range.start()..=range.end());
            letters.take(MOST_TOGETHER + 1).map(String::from).collect()
        }
        HirKind::Class(Class::Bytes(_)) => return None,
        HirKind::Capture(capture) => texts(&capture.sub)?,
        HirKind::Repetition(of) => {
            let once = texts(&of.sub)?;
            let mut all = vec![String::new()];
            let mut of_count = all.clone();
            for count in 1..=of.max? {
                of_count = product(&of_count, &once);
                if count <= of.min {
                    all.clear();
                }
                all.extend(of_count.iter().cloned());
                if all.len() > MOST_TOGETHER || of_count.len() > MOST_TOGETHER {
                    return None;
                }
            }
            all
        }
        HirKind::Concat(parts) => {
            let mut all = vec![String::new()];
            for part in parts {
                let next = texts(part)?;
                if all.len() * next.len() > MOST_TOGETHER {
                    return None;
                }
                all = product(&all, &next);
            }
            all
        }
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(texts(part)?);
                if all.len() > MOST_TOGETHER {
                    return None;
                }
            }
            all
        }
    };
    (found.len() <= MOST_TOGETHER).then_some(found)
}

/// The texts as a group; `None` where one of them is in too many sentences.
fn group(texts: &[String], edges: Edges) -> Option<Group> {
    let is_letter = |letter: char| letter.is_ascii_alphanumeric();
    let literal = |text: &String| Literal {
        text: text.clone(),
        begins: edges.begins && text.starts_with(is_letter),
        ends: edges.ends && text.ends_with(is_letter),
    };
    let mut group: Group = texts.iter().map(literal).collect();
    group.sort_unstable();
    group.dedup();
    (!group.is_empty() && group.iter().all(Literal::is_worth_it)).then_some(group)
}

impl Literal {
    /// Whether it is rare enough to be looked for.
    fn is_worth_it(&self) -> bool {
        let words = self.text.trim();
        let is_mark = |letter: char| !letter.is_ascii_alphanumeric() && !" '".contains(letter);
        if words.contains(is_mark) {
            return words.len() > 1;
        }
        let begins = self.begins || self.text.starts_with(' ');
        let ends = self.ends || self.text.ends_with(' ');
        words.len() >= SHORTEST || begins && ends
    }

    /// The longer the rarer, but for words that are in every text.
    fn rarity(&self) -> usize {
        let words =
            self.text.trim().split_inclusive(|letter: char| !letter.is_ascii_alphanumeric());
        let weigh = |word: &str| if is_frequent(word.trim_end()) { 1 } else { word.len() };
        words.map(weigh).sum::<usize>().min(8)
    }
}

/// How rare the words of a group are: the commonest of them counts, then how many there are.
pub(super) fn rarity(group: &Group) -> (usize, Reverse<usize>) {
    let commonest = group.iter().map(Literal::rarity).min().unwrap_or_default();
    (commonest, Reverse(group.len()))
}

/// What stands around a part in a row.
fn edges_in(parts: &[Hir], at: usize, around: Edges) -> Edges {
    let before = at.checked_sub(1).and_then(|before| parts.get(before));
    let behind = parts.get(at + 1);
    Edges {
        begins: before.map_or(around.begins, is_boundary),
        ends: behind.map_or(around.ends, is_boundary),
    }
}

/// Whether a letter beside it begins or ends a word.
fn is_boundary(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Look(Look::WordAscii | Look::WordStartHalfAscii | Look::WordEndHalfAscii) => true,
        HirKind::Alternation(parts) => parts.iter().all(is_boundary),
        _ => false,
    }
}

fn is_look(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Look(_) => true,
        HirKind::Alternation(parts) => parts.iter().all(is_look),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each way with its groups; `[` and `]` stand where a word begins and ends.
    fn of(pattern: &str) -> Option<Vec<Vec<String>>> {
        let ways = ways(&regex_syntax::parse(pattern).ok()?)?;
        let written = |literal: &Literal| {
            let (before, behind) =
                (if literal.begins { "[" } else { "" }, if literal.ends { "]" } else { "" });
            format!("{before}{}{behind}", literal.text)
        };
        let group = |group: &Group| group.iter().map(written).collect::<Vec<_>>().join("|");
        Some(ways.iter().map(|row| row.iter().map(group).collect()).collect())
    }

    #[test]
    fn each_way_to_match_has_its_own_groups_in_order() {
        assert_eq!(
            of("money .*(lawyer|court)|you owe"),
            Some(vec![vec!["money ".into(), "court|lawyer".into()], vec!["you owe".into()]])
        );
        assert_eq!(of("money|a?"), None);
        assert_eq!(of("(a|b)?"), None);
    }

    #[test]
    fn short_words_are_looked_for_where_they_are_whole() {
        assert_eq!(of("to"), None);
        assert_eq!(of(r"(?-u:\b)to(?-u:\b)"), Some(vec![vec!["[to]".into()]]));
        assert_eq!(
            of(r"(?-u:\b)(?:at|by) (?-u:\b)noon(?-u:\b)|(?-u:\b)pays?"),
            Some(vec![vec!["[at noon]|[by noon]".into()], vec!["[pay|[pays".into()]])
        );
    }
}
