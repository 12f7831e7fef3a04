//! Text that was taken for another character set on its way (`Ã©`, `Ă©`), mended.
//!
//! Characters are mapped back to the bytes they came from in a likely character set; only runs
//! that are sound UTF-8 of letters and signs that French and English use are replaced, once or
//! twice over, by the set that leaves the fewest foreign characters. Clean text never changes.

use std::collections::HashMap;
use std::sync::OnceLock;

use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, WINDOWS_1250, WINDOWS_1252, WINDOWS_1254};

/// A damaged text, mended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The text as it was meant.
    pub text: String,
    /// The character set it was taken for.
    pub charset: &'static str,
    /// Runs of the mended text in order: the first byte in the damaged text where they are the
    /// same there, and how many bytes they have.
    pub runs: Vec<(Option<usize>, usize)>,
}

/// The character sets that text is taken for, the likeliest first.
const SETS: [&Encoding; 5] = [WINDOWS_1252, WINDOWS_1250, MACINTOSH, WINDOWS_1254, ISO_8859_15];

/// Letters and signs of French and English beyond ASCII, and of their neighbours' names.
const FAMILIAR: &str = "ÀÂÄÇÈÉÊËÎÏÔÖÙÛÜŸŒÆàâäçèéêëîïôöùûüÿœæñÑáíóúÁÍÓÚßãõåøØÅ«»°£§©®·²³½¼¾¿¡µ×÷´¨ªº¹¦¢¥\
    ’‘“”„‚‹›–—…•€™†‡‰→←↑↓⇒✓✔✗✘❤★☆☺☹♥−≤≥≠≈\u{a0}\u{202f}\u{2009}\u{200b}\u{200d}\u{fe0f}\u{ad}\u{feff}";

/// Mends a text; `None` where nothing in it is damaged in a way that can be mended.
pub fn repaired(text: &str) -> Option<Repair> {
    let chunks = chunks(text);
    if chunks.is_empty() {
        return None;
    }
    let repairs = tables().iter().filter_map(|table| repair(text, &chunks, table));
    // Of several, the one with the fewest foreign characters; of equals the likeliest set.
    repairs.min_by_key(|(foreign, _)| *foreign).map(|(_, repair)| repair)
}

/// The runs of characters beyond ASCII that have two or more: one alone is never damage.
fn chunks(text: &str) -> Vec<(usize, &str)> {
    let mut chunks = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = bytes[at..].iter().position(|byte| !byte.is_ascii()) {
        let start = at + start;
        let length = bytes[start..].iter().take_while(|byte| !byte.is_ascii()).count();
        let chunk = &text[start..start + length];
        // `à` ends in a space that is often made a plain one.
        if chunk.chars().nth(1).is_some() || chunk == "Ã" {
            chunks.push((start, chunk));
        }
        at = start + length;
    }
    chunks
}

/// How a character set writes the bytes that are not ASCII.
struct Table {
    name: &'static str,
    bytes: HashMap<char, u8>,
}

fn tables() -> &'static [Table] {
    static TABLES: OnceLock<Vec<Table>> = OnceLock::new();
    TABLES.get_or_init(|| SETS.iter().map(|set| table(set)).collect())
}

fn table(set: &'static Encoding) -> Table {
    let mut bytes = HashMap::new();
    for byte in 0x80..=0xff_u8 {
        // Control characters stand for the bytes that a set leaves free, in most programs.
        bytes.insert(char::from(byte), byte).filter(|_| byte >= 0xa0);
    }
    if set != WINDOWS_1252 {
        bytes.retain(|letter, _| ('\u{80}'..='\u{9f}').contains(letter));
    }
    for byte in 0x80..=0xff_u8 {
        let source = [byte];
        let (text, _) = set.decode_without_bom_handling(&source);
        if let Some(letter) = text.chars().next().filter(|letter| *letter != '\u{fffd}') {
            bytes.insert(letter, byte);
        }
    }
    Table { name: set.name(), bytes }
}

/// The text mended by one set, and how many foreign characters are left in what was looked at.
fn repair(text: &str, chunks: &[(usize, &str)], table: &Table) -> Option<(usize, Repair)> {
    let mut mended: Vec<(usize, &str, Option<String>)> =
        chunks.iter().map(|(at, chunk)| (*at, *chunk, mend(chunk, table))).collect();
    if mended.iter().all(|(_, _, new)| new.is_none()) {
        return None;
    }
    for (at, chunk, new) in &mut mended {
        let now = new.as_deref().unwrap_or(chunk);
        let end = *at + chunk.len();
        if table.name == WINDOWS_1252.name()
            && text[end..].starts_with(' ')
            && let Some(before) = now.strip_suffix('Ã')
        {
            *new = Some(format!("{before}à"));
            // Of two spaces the first was part of the letter.
            if text[end..].starts_with("  ") {
                *chunk = &text[*at..=end];
            }
        }
    }
    let mut repair = Repair { text: String::new(), charset: table.name, runs: Vec::new() };
    let (mut done, mut foreign) = (0, 0);
    for (at, chunk, new) in mended {
        let now = new.as_deref().unwrap_or(chunk);
        foreign += now.chars().filter(|letter| !is_familiar(*letter)).count();
        if let Some(new) = new {
            repair.put(&text[done..at], Some(done));
            repair.put(&new, None);
            done = at + chunk.len();
        }
    }
    repair.put(&text[done..], Some(done));
    Some((foreign, repair))
}

impl Repair {
    fn put(&mut self, text: &str, at: Option<usize>) {
        if !text.is_empty() {
            self.text.push_str(text);
            self.runs.push((at, text.len()));
        }
    }
}

/// A run of characters mended, once or twice; `None` where it is sound.
fn mend(chunk: &str, table: &Table) -> Option<String> {
    let once = undo(chunk, table, is_familiar);
    // What was damaged twice may be in letters of the set itself in between.
    let in_between = |letter: char| is_familiar(letter) || table.bytes.contains_key(&letter);
    let wide = undo(chunk, table, in_between);
    let again = |text: &Option<String>| undo(text.as_ref()?, table, is_familiar);
    // Of equals the shortest: damage only ever makes a text longer.
    let foreign = |text: &String| {
        (text.chars().filter(|letter| !is_familiar(*letter)).count(), text.chars().count())
    };
    let twice = [again(&once), again(&wide)];
    twice.into_iter().chain([once]).flatten().min_by_key(foreign)
}

/// Each run of bytes that is one character of UTF-8 as that character; `None` where there is none.
fn undo(chunk: &str, table: &Table, accepts: impl Fn(char) -> bool) -> Option<String> {
    let letters: Vec<char> = chunk.chars().collect();
    let mut out = String::with_capacity(chunk.len());
    let (mut at, mut is_changed) = (0, false);
    while at < letters.len() {
        let found = character(&letters[at..], table).filter(|(letter, _)| accepts(*letter));
        let (letter, length) = found.unwrap_or((letters[at], 1));
        is_changed |= found.is_some();
        out.push(letter);
        at += length;
    }
    is_changed.then_some(out)
}

/// The character that the first letters are the bytes of, and how many letters it takes.
fn character(letters: &[char], table: &Table) -> Option<(char, usize)> {
    let lead = *table.bytes.get(letters.first()?)?;
    let length = match lead {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> =
        letters.get(..length)?.iter().map(|letter| table.bytes.get(letter).copied()).collect();
    let bytes = bytes?;
    let letter = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((letter, length))
}

fn is_familiar(letter: char) -> bool {
    letter.is_ascii() || ('\u{1f300}'..='\u{1faff}').contains(&letter) || FAMILIAR.contains(letter)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn damaged(text: &str, set: &'static Encoding) -> String {
        set.decode_without_bom_handling(text.as_bytes()).0.into_owned()
    }

    fn mended(text: &str) -> String {
        repaired(text).map_or_else(|| text.to_owned(), |repair| repair.text)
    }

    const CLEAN: [&str; 6] = [
        "Où ça, déjà ? « L'été », dit-elle… à 1\u{202f}250\u{a0}€ — œuvre n° 3.",
        "C’est “inadmissible”, naïf, Noël, aiguë, capharnaüm, Île, Écoute, ÇA SUFFIT",
        "« le café\u{a0}» « payé\u{a0}! » « vérité » à «\u{a0}Orléans\u{a0}»",
        "£20 – don’t, it’s fine… “quoted” naïve façade 😡👍🏽",
        "Zażółć gęślą jaźń, Ă®, ¿qué? Übergröße",
        "CHÂTEAU, ÂGE, À BIENTÔT, FORÊT, MAÎTRE",
    ];

    #[test]
    fn what_was_taken_for_another_set_is_mended_once_and_twice() {
        let text = "Désolé, ça n'a pas été payé\u{a0}: « 1 250 € » — c’est déjà trop… 😡";
        for set in [WINDOWS_1252, WINDOWS_1250, MACINTOSH] {
            let once = damaged(text, set);
            assert_eq!(mended(&once), text, "{}", set.name());
            assert_eq!(mended(&damaged(&once, set)), text, "{} twice", set.name());
        }
        assert_eq!(mended("C'est Ã  vous de dÃ©cider"), "C'est à vous de décider");
        assert_eq!(mended("dÃ©jÃ  prÃªt"), "déjà  prêt".replace("  ", " "));
    }

    #[test]
    fn clean_text_is_left_alone() {
        for text in &CLEAN[..4] {
            assert_eq!(repaired(text), None, "{text}");
        }
        assert_eq!(repaired(CLEAN[5]), None);
    }

    #[test]
    fn unchanged_runs_lead_back_to_the_damaged_text() {
        let text = "pay, dÃ©jÃ\u{a0} fait";
        let repair = repaired(text).expect("damage");
        assert_eq!(repair.text, "pay, déjà fait");
        let mut at = 0;
        for (place, length) in repair.runs {
            let run = &repair.text[at..at + length];
            assert!(place.is_none_or(|place| &text[place..place + length] == run));
            at += length;
        }
        assert_eq!(at, repair.text.len());
    }

    #[test]
    fn a_text_of_marks_takes_no_time() {
        for piece in ["Ã", "Ã©", "â€", "é", "\u{a0}"] {
            let text = piece.repeat(300_000);
            assert!(mended(&text).len() <= text.len());
        }
    }

    /// Words as French and English write them, with their marks around them.
    fn clean() -> impl Strategy<Value = String> {
        let word = "[a-zA-ZàâçéèêëîïôùûüœæÉÀÇÈÊÎÔ]{1,9}[a-zéèêàùî]";
        let before = "(« |«\u{a0}|“|‘|„|\\(|l’|d'|— )?";
        let after = "(\u{a0}»|»|”|’|…|\u{a0}[!?:;]|\u{202f}[!?]|[,.] | 20\u{a0}€|°|😡| )";
        let text = format!("({before}{word}{after}){{0,20}}");
        prop::string::string_regex(&text).expect("a pattern")
    }

    proptest! {
        #[test]
        fn clean_text_never_changes(text in clean()) {
            prop_assert_eq!(repaired(&text), None);
        }

        #[test]
        fn damage_to_clean_text_is_undone(text in clean()) {
            prop_assert_eq!(mended(&damaged(&text, WINDOWS_1252)), text);
        }

        #[test]
        fn nothing_panics_and_mending_comes_to_an_end(text in "\\PC*") {
            let once = mended(&text);
            let again = mended(&mended(&once));
            prop_assert!(again.chars().count() <= once.chars().count());
        }
    }
}
