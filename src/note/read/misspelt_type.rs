//! A note whose `type:` is misspelt, which is else a free note and counts nothing in silence.

use crate::note::tree::Node;
use crate::note::value::shortened;
use crate::note::{Fault, KINDS, Kind, nearest};
use crate::phrase::Phrase;

/// Keys that no front matter of another program has: beside one of these, a key that looks like
/// `type` is meant to be it, whatever its value.
const OURS: [&str; 16] = [
    "acquired-by",
    "client-stress",
    "consequence",
    "covers",
    "deal-breaker",
    "decision-maker",
    "flags",
    "half-life",
    "incidents",
    "invoices",
    "late-interest",
    "our-part",
    "payment-terms",
    "reply-within",
    "severity",
    "work-stress",
];

/// Reports a key that looks like `type` where no key is; front matter that belongs to another
/// program, whose key only looks like it, is let be.
pub(super) fn report_misspelt_type(root: Node<'_, '_>, faults: &mut Vec<Fault>) {
    if root.entry("type").is_some() {
        return;
    }
    let is_near = |key: Node<'_, '_>| {
        key.text().is_some_and(|name| nearest(name.trim(), ["type"].into_iter()).is_some())
    };
    let Some((key, value)) = root.entries().find(|(key, _)| is_near(*key)) else { return };
    let words = || KINDS.into_iter().map(Kind::as_str);
    let says_a_kind = value.text().is_some_and(|text| nearest(text.trim(), words()).is_some());
    if !says_a_kind && !OURS.iter().any(|ours| root.entry(ours).is_some()) {
        return;
    }
    let name = shortened(key.text().unwrap_or_default());
    faults.push(
        Fault::new("misspelt-type", key.span())
            .saying(Phrase::new("misspelt-type").with("key", name))
            .hinting(Phrase::new("misspelt-type-hint")),
    );
}

#[cfg(test)]
mod tests {
    use crate::note::Note;

    fn codes(front: &str) -> Vec<&'static str> {
        let text = format!("---\n{front}---\nText.\n");
        let mut faults = Vec::new();
        Note::parse("clients/nova/note.md", &text, &mut faults);
        faults.into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn whatever_looks_like_type_is_reported() {
        for key in ["Type", "TYPE", "tpye", "typ", "types", "tyep", "tipe", "ytpe", "\"type \""] {
            assert_eq!(codes(&format!("{key}: incident\n")), ["misspelt-type"], "{key}");
        }
        assert_eq!(codes("Type: Incidnet\n"), ["misspelt-type"]);
        assert_eq!(codes("tpye: event\nseverity: low\n"), ["misspelt-type"]);
    }

    #[test]
    fn what_belongs_to_another_program_is_let_be() {
        for front in [
            "title: My page\nlayout: post\n",
            "Type: book\nauthor: Somebody\n",
            "tape: 3\ndate: 2026-04-11\n",
            "type: incident\nTyp: x\n",
            "genre: incident\n",
            "Type:\n",
        ] {
            assert!(!codes(front).contains(&"misspelt-type"), "{front}");
        }
    }
}
