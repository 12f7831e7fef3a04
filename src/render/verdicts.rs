//! The names of verdicts, with a word of the reader's own language beside each.
//!
//! Owns: which word goes with which name. Must not: say what a verdict means; the sentences do.

use crate::locale::Locale;
use crate::model::Language;
use crate::phrase::Phrase;

/// The names as they are, which are the same in every language, and what they say in this one:
/// `UNSIGNED, INTACT (non signée, intacte)`. In English they speak for themselves.
pub(super) fn named(shown: &[String], names: &[&str], locale: &Locale) -> String {
    let shown = shown.join(", ");
    if locale.language() == Language::En {
        return shown;
    }
    let words: Vec<String> = names.iter().filter_map(|name| word(name, locale)).collect();
    if words.is_empty() { shown } else { format!("{shown} ({})", words.join(", ")) }
}

fn word(name: &str, locale: &Locale) -> Option<String> {
    let phrase = match name {
        "UNSIGNED" => Phrase::new("verdict-unsigned"),
        "INTACT" => Phrase::new("verdict-intact"),
        "ALTERED" => Phrase::new("verdict-altered"),
        "REMOVED" => Phrase::new("verdict-removed"),
        "UNREADABLE" => Phrase::new("verdict-unreadable"),
        "BAD-SIGNATURE" => Phrase::new("verdict-bad-signature"),
        "REVOKED-KEY" => Phrase::new("verdict-revoked-key"),
        "KEY-NOT-VALID" => Phrase::new("verdict-key-not-valid"),
        "DATE-CONTRADICTS-ANCHOR" => Phrase::new("verdict-date-contradicts-anchor"),
        "GAP" => Phrase::new("verdict-gap"),
        "NOT-RECORDED" => Phrase::new("verdict-not-recorded"),
        "REWRITTEN" => Phrase::new("verdict-rewritten"),
        "DATES-DISAGREE" => Phrase::new("verdict-dates-disagree"),
        "NOT-IN-CHAIN" => Phrase::new("verdict-not-in-chain"),
        "FOREIGN-PRINCIPAL" => Phrase::new("verdict-foreign-principal"),
        "UNKNOWN-KEY" => Phrase::new("verdict-unknown-key"),
        "UNVERIFIED" => Phrase::new("verdict-unverified"),
        "UNKNOWN-TIME" => Phrase::new("verdict-unknown-time"),
        "NOT-ON-HEAD" => Phrase::new("verdict-not-on-head"),
        "CONSISTENT-WITH-REMOTE" => Phrase::new("verdict-consistent-with-remote"),
        "SIGNED" => Phrase::new("verdict-signed"),
        "WITNESSED" => Phrase::new("verdict-witnessed"),
        "TIMESTAMPED" => Phrase::new("verdict-timestamped"),
        "WINDOW" => Phrase::new("verdict-window"),
        "CHAIN-NOT-VERIFIED" => Phrase::new("verdict-chain-not-verified"),
        "ROOT-NOT-VALID" => Phrase::new("verdict-root-not-valid"),
        "CERTIFICATE-NOT-VALID" => Phrase::new("verdict-certificate-not-valid"),
        "CERTIFICATE-REVOKED" => Phrase::new("verdict-certificate-revoked"),
        "BAD-TIMESTAMP" => Phrase::new("verdict-bad-timestamp"),
        "STATEMENT-CHANGED" => Phrase::new("verdict-statement-changed"),
        "STATEMENT-MISSING" => Phrase::new("verdict-statement-missing"),
        "BAD-STATEMENT" => Phrase::new("verdict-bad-statement"),
        "TREE-DIFFERS" => Phrase::new("verdict-tree-differs"),
        "BITCOIN-NOT-CHECKED" => Phrase::new("verdict-bitcoin-not-checked"),
        "PENDING" => Phrase::new("verdict-pending"),
        "BAD-PROOF" => Phrase::new("verdict-bad-proof"),
        "WITNESS-DIFFERS" => Phrase::new("verdict-witness-differs"),
        "NOT-STAMPED" => Phrase::new("verdict-not-stamped"),
        _ => return None,
    };
    Some(locale.say(&phrase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::VERDICTS;

    #[test]
    fn every_verdict_has_a_word() {
        let french = Locale::of(Language::Fr);
        // Those of anchors stand in no list but where they are given.
        let anchors = include_str!("../ledger/anchors/verdict.rs").split('"');
        let is_name = |text: &&str| {
            text.len() > 2
                && text.chars().all(|letter| letter.is_ascii_uppercase() || letter == '-')
        };
        let names = VERDICTS.into_iter().chain(anchors.filter(is_name));
        let without: Vec<_> = names.filter(|name| word(name, french).is_none()).collect();
        assert_eq!(without, Vec::<&str>::new());
        let names = ["UNSIGNED", "INTACT"];
        let shown = names.map(str::to_owned);
        assert_eq!(named(&shown, &names, french), "UNSIGNED, INTACT (non signée, intacte)");
        assert_eq!(named(&shown, &names, Locale::of(Language::En)), "UNSIGNED, INTACT");
    }
}
