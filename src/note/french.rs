//! French words for the words of the format, so that a finding can say which one is meant.
//!
//! Owns: the list. Must not: read them as values; the format has one word for each.

use super::columns::folded;
use super::nearest;

/// For each key, French words without accents and the word that the format has.
const FRENCH: [(&str, &[(&str, &str)]); 5] = [
    (
        "severity",
        &[
            ("basse", "low"),
            ("critique", "critical"),
            ("elevee", "high"),
            ("faible", "low"),
            ("forte", "high"),
            ("grave", "high"),
            ("haute", "high"),
            ("legere", "low"),
            ("moderee", "medium"),
            ("moyen", "medium"),
            ("moyenne", "medium"),
        ],
    ),
    (
        "status",
        &[
            ("confirme", "confirmed"),
            ("ecarte", "dismissed"),
            ("soupconne", "suspected"),
            ("suspecte", "suspected"),
            ("suppose", "suspected"),
        ],
    ),
    (
        "channel",
        &[
            ("courriel", "email"),
            ("courrier", "letter"),
            ("en-personne", "in-person"),
            ("lettre", "letter"),
            ("mail", "email"),
            ("messagerie", "chat"),
            ("telephone", "phone"),
            ("visio", "video"),
        ],
    ),
    (
        "late-interest",
        &[
            ("aucun", "none"),
            ("aucune", "none"),
            ("europe", "eu"),
            ("france", "fr"),
            ("royaume-uni", "uk"),
            ("ue", "eu"),
        ],
    ),
    (
        "state",
        &[
            ("abandonne", "dropped"),
            ("du", "owed"),
            ("livre", "delivered"),
            ("paye", "paid"),
            ("pret", "ready"),
        ],
    ),
];

/// The known word that is meant by a value of a key: in French, or misspelt.
pub(crate) fn meant<'k>(
    key: &str,
    text: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Option<&'k str> {
    let word = folded(text);
    let of_key = FRENCH.iter().find(|(named, _)| *named == key).map_or(&[][..], |(_, of)| of);
    let french = of_key.iter().find(|(french, _)| *french == word).map(|(_, english)| *english);
    let is_french = |candidate: &&str| Some(*candidate) == french;
    known.clone().find(is_french).or_else(|| nearest(text, known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, DeliverableState, JURISDICTIONS, Severity, Status};

    #[test]
    fn every_french_word_means_a_word_that_there_is() {
        let known = |key| match key {
            "severity" => Severity::ALL.map(Severity::as_str).to_vec(),
            "status" => Status::ALL.map(Status::as_str).to_vec(),
            "late-interest" => ["none"].into_iter().chain(JURISDICTIONS).collect(),
            "channel" => Channel::ALL.map(Channel::as_str).to_vec(),
            _ => DeliverableState::ALL.map(DeliverableState::as_str).to_vec(),
        };
        for (key, words) in FRENCH {
            for (french, english) in words {
                assert_eq!(meant(key, french, known(key).into_iter()), Some(*english), "{french}");
            }
        }
        let of = |text| meant("severity", text, known("severity").into_iter());
        assert_eq!([of("Élevée"), of("hihg"), of("énorme")], [Some("high"), Some("high"), None]);
    }
}
