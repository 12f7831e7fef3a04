//! Whether a French message says *tu* or *vous* to its reader.
//!
//! A plain look at words: what stands between quotation marks addresses nobody.

use crate::finding::Span;
use crate::model::{Language, Pronoun};
use crate::signal::{Normal, language_of, quotations};

/// So many letters are enough to tell the language.
const FOR_LANGUAGE: usize = 4000;

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
    use crate::mail::manner;

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
