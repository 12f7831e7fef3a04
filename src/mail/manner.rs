//! How a message speaks to its reader: whether it greets, and whether it says *tu* or *vous*.
//!
//! Plain looks at words, silent where unsure: "Hello?" calls somebody and greets nobody, and what
//! stands between quotation marks addresses nobody.

use crate::finding::Span;
use crate::model::{Language, Manner, Pronoun};
use crate::signal::{Normal, RegionKind, language_of, quotations, regions};

/// Words that greet by themselves, as they are matched: lower case, without accents.
const GREETINGS: [&str; 14] = [
    "hi",
    "hello",
    "hey",
    "hiya",
    "howdy",
    "greetings",
    "bonjour",
    "bonsoir",
    "rebonjour",
    "salut",
    "coucou",
    "bjr",
    "bsr",
    "slt",
];

/// Times of day that greet where nothing but a name or a sign follows: "Morning Ann,", but not
/// "Morning calls are fine".
const TIMES: [&str; 8] = [
    "good morning",
    "good afternoon",
    "good evening",
    "good day",
    "morning",
    "afternoon",
    "evening",
    "bon matin",
];

/// Words that may follow a time of day in place of a name.
const EVERYBODY: [&str; 8] = ["all", "everyone", "both", "team", "there", "again", "to", "a"];

/// What somebody is called first of all; the salutation ends with a sign.
const DEAR: [&str; 5] = ["dear", "cher", "chere", "chers", "cheres"];

/// Words after those of [`DEAR`] that make it something else: "Cher payé", "Dear God".
const NOT_DEAR: [&str; 9] = ["me", "god", "lord", "paye", "payee", "pour", "mais", "et", "trop"];

/// Titles that greet where they stand alone or the line has nothing else: "Madame, Monsieur,".
const TITLES: [&str; 14] = [
    "madame",
    "monsieur",
    "mesdames",
    "messieurs",
    "mademoiselle",
    "mme",
    "mlle",
    "mr",
    "mrs",
    "ms",
    "sir",
    "sirs",
    "madam",
    "maitre",
];

/// A salutation has no more letters than this.
const LONGEST_LINE: usize = 120;

/// A line with a title and nothing else has no more words than this.
const TITLED_WORDS: usize = 5;

/// So many letters are enough to tell the language.
const FOR_LANGUAGE: usize = 4000;

/// How a text speaks to its reader, quoted replies and signatures left out.
pub fn manner(text: &str) -> Manner {
    let own = regions(text).into_iter().filter(|region| region.kind == RegionKind::Own);
    let own: Vec<Span> = own.map(|region| region.span).collect();
    Manner { greets: greets(text, &own), pronoun: pronoun(text, &own) }
}

/// Whether the writer's own words begin with a greeting; `None` where there are none.
pub fn greets(text: &str, own: &[Span]) -> Option<bool> {
    let mut lines = own.iter().flat_map(|part| part.of(text).lines());
    lines.find(|line| line.contains(char::is_alphanumeric)).map(is_greeting)
}

/// Whether a line begins with a greeting.
fn is_greeting(line: &str) -> bool {
    let is_quote = |letter: char| matches!(letter, '"' | '“' | '„' | '«' | '‘' | '\'');
    let line =
        line.trim_start_matches(|letter: char| !letter.is_alphanumeric() && !is_quote(letter));
    let head: String = line.chars().take(LONGEST_LINE).collect();
    let head = head.trim_end();
    let normal = Normal::of(head, None).text;
    let first = first_word(&normal);
    if is_hyphenated(head) {
        return normal
            .strip_prefix("re ")
            .is_some_and(|rest| is_word_of(&GREETINGS, first_word(rest)));
    }
    let rest = normal.get(first.len()..).unwrap_or_default();
    if is_word_of(&GREETINGS, first) {
        return !rest.trim_start().starts_with('?');
    }
    if normal.starts_with("to whom it may concern") {
        return true;
    }
    if TIMES.iter().any(|time| is_time_of_day(head, &normal, time)) {
        return true;
    }
    let ends_with_sign = head.ends_with([',', '!', ':']);
    let words = normal.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    if DEAR.contains(&first) {
        let next = first_word(rest.trim_start());
        return rest.starts_with(' ') && !next.is_empty() && !NOT_DEAR.contains(&next);
    }
    TITLES.contains(&first)
        && (rest.starts_with(',') || ends_with_sign && words.count() <= TITLED_WORDS)
}

/// Whether the line begins with this time of day, and then a name, a sign or its end.
fn is_time_of_day(line: &str, normal: &str, time: &str) -> bool {
    let Some(rest) = normal.strip_prefix(time) else { return false };
    if !rest.starts_with(' ') {
        return !rest.starts_with(|next: char| next.is_alphanumeric() || "?'-".contains(next));
    }
    let mut words = line.split_whitespace().skip(time.split(' ').count());
    words.next().is_none_or(|word| {
        word.starts_with(|first: char| first.is_uppercase() || !first.is_alphanumeric())
            || EVERYBODY.contains(&first_word(&Normal::of(word, None).text))
    })
}

fn first_word(normal: &str) -> &str {
    let end = normal.find(|letter: char| !letter.is_alphanumeric());
    normal.get(..end.unwrap_or(normal.len())).unwrap_or_default()
}

/// Whether a word is one of these, its last letter perhaps drawn out: `heyyy`.
fn is_word_of(words: &[&str], word: &str) -> bool {
    let drawn = || word.char_indices().next_back().map(|(at, _)| &word[..at]);
    words.contains(&word)
        || drawn().is_some_and(|short| {
            words.contains(&short) && short.chars().next_back() == word.chars().next_back()
        })
}

/// Whether the first word goes on behind a hyphen: `hi-res`, `Re-bonjour`.
fn is_hyphenated(line: &str) -> bool {
    let rest = line.trim_start_matches(char::is_alphanumeric);
    let rest = rest.strip_prefix(['-', '\u{2010}', '\u{2011}']);
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

/// How the writer's own French words address the reader; `None` where they do not.
///
/// *Tu*, *toi* and *t'* decide: who says *tu* says *vous* to several. *Te*, *ta* and *tes* decide
/// where no *vous*, *votre* or *vos* stands; *ton* is a noun too and decides nothing.
pub fn pronoun(text: &str, own: &[Span]) -> Option<Pronoun> {
    let marks: Vec<Mark> = own.iter().flat_map(|part| marks(text, *part)).collect();
    let found = if marks.contains(&Mark::Tu) {
        Pronoun::Tu
    } else if marks.contains(&Mark::Vous) {
        Pronoun::Vous
    } else if marks.is_empty() {
        return None;
    } else {
        Pronoun::Tu
    };
    let letters = own.iter().flat_map(|part| part.of(text).chars());
    let normal = Normal::of(&letters.take(FOR_LANGUAGE).collect::<String>(), None);
    (language_of(&normal.text) == Some(Language::Fr)).then_some(found)
}

/// What a word says of the address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Tu,
    Vous,
    /// *te*, *ta*, *tes*.
    OfTu,
}

/// The marks of a part of `text`, those between quotation marks left out.
fn marks(text: &str, part: Span) -> Vec<Mark> {
    let words = part.of(text);
    let mut found: Vec<(usize, Mark)> = Vec::new();
    let (mut at, mut previous) = (0, "");
    while let Some(start) = words[at..].find(char::is_alphanumeric).map(|start| at + start) {
        let rest = &words[start..];
        let end = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        let word = &rest[..end];
        let is_between = previous.eq_ignore_ascii_case("rendez");
        if let Some(mark) = mark(word, &words[..start], &rest[end..])
            && !(mark == Mark::Vous && is_between)
        {
            found.push((part.start + start, mark));
        }
        previous = word;
        at = start + end;
    }
    if found.is_empty() {
        return Vec::new();
    }
    let quoted = quotations(text, part);
    let is_quoted = |at: usize| {
        let before = quoted.partition_point(|quotation| quotation.start <= at);
        before.checked_sub(1).is_some_and(|last| at < quoted[last].end)
    };
    found.into_iter().filter(|(at, _)| !is_quoted(*at)).map(|(_, mark)| mark).collect()
}

/// What a word says, with what stands before and behind it.
fn mark(word: &str, before: &str, behind: &str) -> Option<Mark> {
    if word.len() > 5 {
        return None;
    }
    let is = |one: &&str| word.eq_ignore_ascii_case(one);
    if ["tu", "toi"].iter().any(is) {
        return Some(Mark::Tu);
    }
    if ["vous", "votre", "vos"].iter().any(is) {
        return Some(Mark::Vous);
    }
    if ["te", "ta", "tes"].iter().any(is) {
        return Some(Mark::OfTu);
    }
    // `t'envoie`, but neither `a-t'il` nor `don't`.
    let is_elided = is(&"t")
        && behind
            .strip_prefix(['\'', '’'])
            .is_some_and(|rest| rest.starts_with(char::is_alphabetic))
        && !before.ends_with(['-', '\'', '’']);
    is_elided.then_some(Mark::Tu)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_of_both_languages_are_heard() {
        for text in [
            "Hi Jenna, where is it?",
            "\n\n  Hello,\nthe files please.",
            "HEYYY you",
            "**Good morning**",
            "Good evening Jenna,",
            "Morning all, one more thing",
            "Morning Jenna — one more thing",
            "Dear Ms Ray,",
            "To whom it may concern,",
            "Bonjour,\nvoici le texte.",
            "bonsoir Jenna",
            "Re-bonjour, j'oubliais",
            "Salut !",
            "Chère Jenna, ci-joint le bon à tirer.",
            "Madame, Monsieur,",
            "Madame Ray,\nje vous écris",
            "Monsieur, je vous écris",
            "> Where is it?\nHello, here it is.",
        ] {
            assert_eq!(manner(text).greets, Some(true), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_greeting_is_none() {
        for text in [
            "Where is it?",
            "Hello? Anybody there?",
            "Hi-res files by tonight.",
            "Morning calls are fine.",
            "Evening's fine.",
            "Good day rate, that.",
            "Dear God, not again.",
            "History of the logo, please.",
            "Cher payé pour un logo, je trouve.",
            "Monsieur Dupont m'a dit que vous tardiez.",
            "« Bonjour », voilà ce que j'attends sur l'affiche.",
            "Jenna,\nbonjour l'ambiance.",
            "Le mot bonjour manque.",
            "Send it.\n\nOn 3 May 2026 at 10:02, Ann wrote:\n> Hello Ann,\n",
            "Où en est-on ?\n-- \nBonjour Design\n",
        ] {
            assert_eq!(manner(text).greets, Some(false), "{text}");
        }
    }

    #[test]
    fn a_message_without_words_says_nothing() {
        for text in ["", "\n \n", "👍", "> Bonjour, vous avez le fichier ?\n", "-- \nAnn\n"] {
            assert_eq!(manner(text), Manner::default(), "{text}");
        }
    }

    #[test]
    fn the_address_of_french_messages_is_heard() {
        use Pronoun::{Tu, Vous};
        for (text, is) in [
            ("Pouvez-vous m'envoyer votre devis ?", Vous),
            ("Vous avez les fichiers.", Vous),
            ("Merci de me donner vos disponibilités.", Vous),
            ("Tu as vu les fichiers ?", Tu),
            ("J’attends, t’as oublié.", Tu),
            ("Je te rappelle pour la facture.", Tu),
            ("Tu peux venir, vous êtes tous les bienvenus.", Tu),
            ("Je vous ai dit que je te crois.", Vous),
            ("On prend rendez-vous, dis-moi quand tu peux.", Tu),
        ] {
            assert_eq!(manner(text).pronoun, Some(is), "{text}");
        }
    }

    #[test]
    fn an_address_that_is_not_the_readers_is_none() {
        for text in [
            "On prend rendez-vous pour la maquette ?",
            "Le ton de la page est trop froid.",
            "Il m'a dit « tu es viré », et c'est tout.",
            "Quand y a-t'il une maquette ?",
            "Is the RSVP for vous or for us? Have you seen it?",
            "I don't know what you want, ta.",
            "Le fichier est là.\n\nLe 3 mai 2026 à 10:02, Ann a écrit :\n> Vous l'avez ?\n",
        ] {
            assert_eq!(manner(text).pronoun, None, "{text}");
        }
    }

    #[test]
    fn a_million_words_take_no_time() {
        let text = "tu « tu » vous ".repeat(60_000);
        assert_eq!(manner(&text).pronoun, Some(Pronoun::Tu));
    }
}
