//! Rules out of notes: `signals:`, `guards:`, `reasons:` and `examples:`, with a fault for what
//! cannot be used.

use std::collections::BTreeMap;

use super::compile::check_pattern;
use super::draft::DraftRules;
use super::pattern::PatternError;
use super::rule::{BuiltIn, Example, Guards, Letters, LooksFor, Metadata, Rule, RuleSet};
use crate::finding::Span;
use crate::model::{Language, Names, Severity};
use crate::note::{Fault, Fields, Node, Note};
use crate::phrase::Phrase;

/// How sure a rule is that does not say.
const DEFAULT_CONFIDENCE: f64 = 0.5;
/// The keys that say what a rule looks for.
const KINDS: [&str; 7] = ["any", "all", "regex", "count", "metadata", "absent", "max-words"];
/// The keys of a guard.
const GUARDS: [&str; 9] = [
    "unless-same-sentence",
    "unless-next-sentence",
    "unless-sentence-before",
    "unless-message",
    "unless-named",
    "only-if-also",
    "only-if-sentence-before",
    "only-if-every-sentence",
    "without",
];
/// The other keys of a rule.
const OTHERS: [&str; 8] =
    ["id", "lang", "within-words", "min", "confidence", "severity", "kinds", "tone"];

/// Reads the rules of a note; what cannot be used is a fault and left out, the rest goes on.
///
/// `id` is what the note is about. With `tries`, patterns are compiled too, as a user's own must.
pub fn read_rules(note: &Note<'_>, id: &str, tries: bool, faults: &mut Vec<Fault>) -> RuleSet {
    let mut set = RuleSet { id: id.to_owned(), path: note.path.to_owned(), ..RuleSet::default() };
    let Some(root) = note.root() else { return set };
    let common = read_common(root, faults);
    let reasons = read_reasons(root, faults);
    let rules = Fields::new(root, faults).maps("signals");
    for (index, node) in rules.into_iter().enumerate() {
        let name = Fields::new(node, faults).id("id").map(str::to_owned);
        let name = name.unwrap_or_else(|| (index + 1).to_string());
        let reason = reasons.get(&name).cloned().unwrap_or_default();
        let Some(mut rule) = read_rule(node, tries, faults) else { continue };
        rule.id = format!("{id}/{name}");
        rule.reason = reason;
        add_guards(&mut rule.guards, &common);
        set.rules.push(rule.into());
    }
    read_examples(note, root, &mut set, faults);
    set
}

/// Why the signals speak, by their ids.
fn read_reasons(root: Node<'_, '_>, faults: &mut Vec<Fault>) -> BTreeMap<String, Names> {
    let mut fields = Fields::new(root, faults);
    let Some(reasons) = fields.map("reasons") else { return BTreeMap::new() };
    let reason = |(key, value): (Node<'_, '_>, _)| {
        Some((key.text()?.to_owned(), fields.names_at(value, "reasons")))
    };
    reasons.entries().filter_map(reason).collect()
}

fn read_examples(note: &Note<'_>, root: Node<'_, '_>, set: &mut RuleSet, faults: &mut Vec<Fault>) {
    let Some(examples) = Fields::new(root, faults).map("examples") else { return };
    let mut fields = Fields::new(examples, faults);
    fields.only_keys(&["flag", "ok"]);
    let mut texts = |key| {
        let texts = fields.texts(key).into_iter();
        let example = |(text, span): (&str, Span)| {
            let before = &note.text.as_bytes()[..span.start.min(note.text.len())];
            let line = memchr::memchr_iter(b'\n', before).count() + 1;
            Example { text: text.to_owned(), line }
        };
        texts.map(example).collect()
    };
    set.found = texts("flag");
    set.passed = texts("ok");
}

/// Reads a note about drafts: its rules, what is wrong, what to write instead. The finding is
/// called as the file is.
pub fn read_draft_rules(note: &Note<'_>, tries: bool, faults: &mut Vec<Fault>) -> DraftRules {
    let set = read_rules(note, note.stem(), tries, faults);
    let mut of =
        |key| note.root().map(|root| Fields::new(root, faults).names(key)).unwrap_or_default();
    DraftRules { set, name: of("name"), instead: of("instead"), example: of("example") }
}

/// The guards that a note gives to all of its rules.
fn read_common(root: Node<'_, '_>, faults: &mut Vec<Fault>) -> Guards {
    let Some(guards) = Fields::new(root, faults).map("guards") else { return Guards::default() };
    let mut fields = Fields::new(guards, faults);
    fields.only_keys(&GUARDS);
    read_guards(&mut fields)
}

fn add_guards(guards: &mut Guards, common: &Guards) {
    guards.same_sentence.extend(common.same_sentence.iter().cloned());
    guards.next_sentence.extend(common.next_sentence.iter().cloned());
    guards.message.extend(common.message.iter().cloned());
    guards.only_if_also.extend(common.only_if_also.iter().cloned());
    guards.sentence_before.extend(common.sentence_before.iter().cloned());
    guards.only_if_before.extend(common.only_if_before.iter().cloned());
    guards.named.extend(common.named.iter().cloned());
    guards.every_sentence.extend(common.every_sentence.iter().cloned());
    guards.without.extend(common.without.iter().copied());
}

fn read_rule(node: Node<'_, '_>, tries: bool, faults: &mut Vec<Fault>) -> Option<Rule> {
    let mut fields = Fields::new(node, faults);
    let known: Vec<&'static str> = [&KINDS[..], &GUARDS[..], &OTHERS[..]].concat();
    fields.only_keys(&known);
    let looks_for = read_kind(&mut fields, node)?;
    let language = read_language(&mut fields);
    let confidence = fields.share("confidence").unwrap_or(DEFAULT_CONFIDENCE);
    let severity = fields.word("severity", &Severity::ALL, Severity::as_str);
    let guards = read_guards(&mut fields);
    let kinds = fields.texts("kinds").into_iter().map(|(kind, _)| kind.to_owned()).collect();
    let direct_only = fields.word("tone", &["direct"], |tone| tone).is_some();
    let rule = Rule {
        id: String::new(),
        language,
        looks_for,
        confidence,
        severity,
        guards,
        reason: Names::default(),
        letters: Letters { kinds, direct_only },
        span: node.span(),
    };
    // What is built in is tried by a test, not at every start.
    let wrong = if tries { check_pattern(&rule) } else { None };
    wrong.map_or(Some(rule), |(error, source)| {
        faults.push(pattern_fault(&error, place_of(node, source.as_deref())));
        None
    })
}

/// `en`, `fr` or `any`; both where nothing is given.
fn read_language(fields: &mut Fields<'_, '_, '_>) -> Option<Language> {
    let all = [Some(Language::En), Some(Language::Fr), None];
    fields.word("lang", &all, |language| language.map_or("any", Language::code)).flatten()
}

fn read_kind(fields: &mut Fields<'_, '_, '_>, node: Node<'_, '_>) -> Option<LooksFor> {
    let given: Vec<&'static str> =
        KINDS.into_iter().filter(|kind| node.entry(kind).is_some()).collect();
    let [kind] = given[..] else {
        let phrase = Phrase::new("signal-kind").with("count", given.len());
        fields.report(
            Fault::new("signal-kind", node.span())
                .saying(phrase)
                .hinting(Phrase::new("signal-kind-hint").with("known", KINDS.join(", "))),
        );
        return None;
    };
    let owned = |texts: Vec<(&str, Span)>| -> Vec<String> {
        texts.into_iter().map(|(text, _)| text.to_owned()).collect()
    };
    let looks_for = match kind {
        "any" => LooksFor::Any(owned(fields.texts("any"))),
        "absent" => LooksFor::Absent(owned(fields.texts("absent"))),
        "count" => LooksFor::Count {
            phrases: owned(fields.texts("count")),
            min: count(fields.whole("min", 1, 1000)).unwrap_or(2),
        },
        "all" => LooksFor::All {
            parts: read_parts(fields),
            within_words: count(fields.whole("within-words", 1, 1000)),
        },
        "regex" => LooksFor::Regex(fields.text("regex")?.to_owned()),
        "max-words" => LooksFor::MaxWords(count(fields.whole("max-words", 1, 1_000_000))?),
        _ => LooksFor::Metadata(fields.word("metadata", &Metadata::ALL, Metadata::as_str)?),
    };
    Some(looks_for)
}

fn count(number: Option<u64>) -> Option<usize> {
    number.and_then(|number| usize::try_from(number).ok())
}

/// The lists of `all`: each item a phrase, or a list of phrases of which one is enough.
fn read_parts(fields: &mut Fields<'_, '_, '_>) -> Vec<Vec<String>> {
    let Some(all) = fields.get("all") else { return Vec::new() };
    let phrases = |item: Node<'_, '_>| -> Vec<String> {
        let one = item.text().into_iter();
        one.chain(item.items().filter_map(Node::text)).map(str::to_owned).collect()
    };
    all.items().map(phrases).collect()
}

fn read_guards(fields: &mut Fields<'_, '_, '_>) -> Guards {
    let mut owned = |key| -> Vec<String> {
        fields.texts(key).into_iter().map(|(text, _)| text.to_owned()).collect()
    };
    let mut guards = Guards {
        same_sentence: owned("unless-same-sentence"),
        next_sentence: owned("unless-next-sentence"),
        sentence_before: owned("unless-sentence-before"),
        message: owned("unless-message"),
        named: owned("unless-named"),
        only_if_also: owned("only-if-also"),
        only_if_before: owned("only-if-sentence-before"),
        every_sentence: owned("only-if-every-sentence"),
        without: Vec::new(),
    };
    for (text, span) in fields.texts("without") {
        match BuiltIn::ALL.into_iter().find(|guard| guard.as_str() == text) {
            Some(guard) => guards.without.push(guard),
            None => fields.report(
                Fault::new("unknown-value", span)
                    .saying(Phrase::new("unknown-value").with("key", "without").with("text", text))
                    .hinting(
                        Phrase::new("unknown-value-hint")
                            .with("words", BuiltIn::ALL.map(BuiltIn::as_str).join(", ")),
                    ),
            ),
        }
    }
    guards
}

/// The scalar below `node` that says `source`; else the whole node.
fn place_of(node: Node<'_, '_>, source: Option<&str>) -> Span {
    fn find(node: Node<'_, '_>, source: &str) -> Option<Span> {
        if node.text() == Some(source) {
            return Some(node.span());
        }
        let below = node.items().chain(node.entries().map(|(_, value)| value));
        below.into_iter().find_map(|child| find(child, source))
    }
    source.and_then(|source| find(node, source)).unwrap_or_else(|| node.span())
}

fn pattern_fault(error: &PatternError, span: Span) -> Fault {
    match error {
        PatternError::Empty => {
            Fault::new("signal-empty", span).hinting(Phrase::new("signal-empty-hint"))
        }
        PatternError::TooLarge => Fault::new("signal-pattern", span)
            .saying(Phrase::new("signal-too-large"))
            .hinting(Phrase::new("signal-too-large-hint")),
        PatternError::UnknownSet(name) => Fault::new("signal-pattern", span)
            .saying(Phrase::new("signal-unknown-set").with("name", name.as_str()))
            .hinting(Phrase::new("signal-unknown-set-hint")),
        PatternError::Syntax(reason) => Fault::new("signal-pattern", span)
            .saying(Phrase::new("signal-pattern").with("reason", reason.as_str()))
            .hinting(Phrase::new("signal-pattern-hint")),
    }
}
