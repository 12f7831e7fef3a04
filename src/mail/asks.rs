//! Whether a message asks for an answer or for work.

use crate::finding::Span;
use crate::signal::Normal;

/// Words that ask, as they are matched: lower case, without accents.
const ASKING: [&str; 40] = [
    "please",
    "pls",
    "can you",
    "could you",
    "would you",
    "will you",
    "i need",
    "we need",
    "send me",
    "send us",
    "call me",
    "let me know",
    "asap",
    "waiting for",
    "get back to me",
    "pouvez-vous",
    "pouvez vous",
    "peux-tu",
    "peux tu",
    "pourriez-vous",
    "pourriez vous",
    "pourrais-tu",
    "pourrais tu",
    "il faut",
    "il nous faut",
    "il me faut",
    "j'ai besoin",
    "nous avons besoin",
    "svp",
    "stp",
    "s'il vous plait",
    "s'il te plait",
    "dites-moi",
    "dites moi",
    "envoyez",
    "envoie-moi",
    "rappelez",
    "rappelle-moi",
    "j'attends",
    "nous attendons",
];

/// Whether the writer's own words ask for something: a question, or a request.
///
/// A plain look at the words; it is written into a note, where it can be corrected.
pub fn asks(text: &str, own: &[Span]) -> bool {
    own.iter().any(|part| {
        let words = part.of(text);
        has_question(words) || {
            let normal = Normal::of(words, None).text;
            ASKING.iter().any(|phrase| has_phrase(&normal, phrase)) || thanks_for_doing(&normal)
        }
    })
}

/// A question mark that ends something; in an address it does not.
fn has_question(words: &str) -> bool {
    words.match_indices('?').any(|(at, _)| {
        !words[at + 1..].starts_with(|next: char| next.is_alphanumeric() || next == '=')
    })
}

fn has_phrase(normal: &str, phrase: &str) -> bool {
    normal.match_indices(phrase).any(|(at, found)| {
        !normal[..at].ends_with(char::is_alphanumeric)
            && !normal[at + found.len()..].starts_with(char::is_alphanumeric)
    })
}

/// `merci de me rappeler` asks; `merci de votre aide` does not.
fn thanks_for_doing(normal: &str) -> bool {
    normal.match_indices("merci de ").any(|(at, found)| {
        let rest = &normal[at + found.len()..];
        let words = rest.split_whitespace().filter(|word| {
            !["me", "nous", "m'", "bien", "vouloir", "le", "la", "les"].contains(word)
        });
        words.take(1).any(|word| {
            let word = word.trim_end_matches(|end: char| !end.is_alphanumeric());
            let is_noun = ["votre", "notre", "leur", "hier"].contains(&word);
            !is_noun && ["er", "ir", "re", "oir"].iter().any(|end| word.ends_with(end))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_and_requests_ask_and_thanks_do_not() {
        let ask = |text: &str| asks(text, &[Span::new(0, text.len())]);
        for text in [
            "Where is it?",
            "Merci de me rappeler ce soir.",
            "Il faut que ce soit fini demain.",
            "Could you send the files",
            "Merci de bien vouloir répondre.",
        ] {
            assert!(ask(text), "{text}");
        }
        for text in [
            "Merci de votre aide.",
            "See https://x.example/?id=3 for it.",
            "Received, thank you.",
            "Merci beaucoup !",
        ] {
            assert!(!ask(text), "{text}");
        }
        assert!(!asks("Where?", &[]));
    }
}
