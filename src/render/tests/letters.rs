//! The built-in letters: filled from every client, in both languages, and checked before they go.

use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;

use super::*;
use crate::exit::{Plan, Telling, Tone, terms};
use crate::letter::{GAPS, LETTER_STARTS, Letter, letter_in, marks};
use crate::model::{Channel, ClientId, LateInterest, Pronoun};
use crate::signal::{DraftCheck, DraftFinding};
use crate::survey::Survey;
use crate::vault::{Vault, built_in_draft_rules};

/// A client of the example vault at a moment.
const CASES: [(&str, &str); 7] = [
    ("atelier-nova", "2026-11-20T09:00:00Z"),
    ("brightwell-apps", "2026-10-14T15:00:00Z"),
    ("brightwell-apps", "2026-11-20T09:00:00Z"),
    ("conserverie-du-phare", "2026-11-20T09:00:00Z"),
    ("harbour-and-finch", "2026-07-13T16:00:00Z"),
    ("lantern-press", "2026-11-20T09:00:00Z"),
    ("moulin-lacaze", "2026-11-20T09:00:00Z"),
];

/// One letter in one manner: its written part and what it is checked as.
struct Written {
    what: String,
    text: String,
    letter: Letter,
    tone: Tone,
}

/// Everything the letters are filled from, for a client at a moment.
struct Filled {
    known: Case,
    assessment: Assessment,
    plan: Plan,
    catalogue: Catalogue,
}

fn filled(vault: &Vault, id: &str, now: &str) -> Filled {
    let survey = Survey::of(vault);
    let case = survey.client(&ClientId::new(id)).case;
    let now: Timestamp = now.parse().unwrap();
    let as_of = AsOf::at_instant(now, &case.client.zone);
    let settings = vault.settings();
    let assessment = assess(&case, survey.catalogue(), settings, as_of);
    let law = match &case.client.late_interest {
        Some(LateInterest::Jurisdiction(name)) => vault.jurisdiction(name).unwrap(),
        _ => None,
    };
    let plan = Plan::of(&case, &assessment, &terms(&case.client, law), &settings.exit);
    let catalogue = survey.catalogue().clone();
    Filled { known: as_of.known(&case), assessment, plan, catalogue }
}

/// Every letter of a case in a language, in writing and spoken.
fn letters(of: &Filled, language: Language, pronoun: Pronoun) -> Vec<Written> {
    let templates = Templates::built_in();
    let mut known = of.known.clone();
    known.client.pronoun = pronoun;
    let mut written = Vec::new();
    for letter in Letter::ALL {
        let tones = letter.tone().map_or(vec![Tone::Empathetic, Tone::Direct], |tone| vec![tone]);
        for tone in tones {
            let author = Some("Jenna Ray".to_owned());
            let manner =
                Manner { language, tone, channel: Channel::Email, after_call: false, author };
            let view = |letter: Letter, manner: &Manner| {
                let name = letter.as_str();
                LetterView::of(
                    name,
                    manner.clone(),
                    &known,
                    &of.assessment,
                    &of.plan,
                    &of.catalogue,
                )
            };
            let what = format!("{} {letter:?} {tone:?} {language:?} {pronoun:?}", known.client.id);
            let text = letter_text(&templates, &view(letter, &manner)).unwrap();
            written.push(Written { what: what.clone(), text, letter, tone });
            let Some(talk) = letter.talk() else { continue };
            let spoken = view(letter, &Manner { channel: Channel::Phone, ..manner.clone() });
            let mut after = view(letter.after_talk(), &Manner { after_call: true, ..manner });
            after.ending |= letter.ends();
            let text = talk_text(&templates, talk, &spoken, &after).unwrap();
            assert!(text.contains(LETTER_STARTS), "{text}");
            let text = text[letter_in(&text)].to_owned();
            written.push(Written {
                what: what + " after",
                text,
                letter: letter.after_talk(),
                tone,
            });
        }
    }
    written
}

fn every_letter() -> Vec<Written> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("vault-example");
    let vault = Vault::open(root.canonicalize().unwrap()).unwrap();
    let mut all = Vec::new();
    for (id, now) in CASES {
        let of = filled(&vault, id, now);
        all.extend(letters(&of, Language::En, Pronoun::Vous));
        all.extend(letters(&of, Language::Fr, Pronoun::Vous));
        all.extend(letters(&of, Language::Fr, Pronoun::Tu));
    }
    all
}

#[test]
fn nothing_is_found_in_a_built_in_letter() {
    let rules = built_in_draft_rules();
    // Letters of one kind and tone are checked by the same rules, made ready once.
    let key = |one: &Written| (one.letter.kind().as_str(), one.tone == Tone::Direct);
    let mut all = every_letter();
    all.sort_by(|a, b| (key(a), &a.text).cmp(&(key(b), &b.text)));
    all.dedup_by(|a, b| key(a) == key(b) && a.text == b.text);
    let alike: Vec<&[Written]> = all.chunk_by(|a, b| key(a) == key(b)).collect();
    let found: Vec<String> = alike
        .par_iter()
        .flat_map_iter(|alike| {
            let is_direct = alike[0].tone == Tone::Direct;
            let check = DraftCheck::new(&rules, alike[0].letter.kind(), is_direct);
            let found = alike.iter().flat_map(|one| {
                let found = check.of(&one.text, None).findings.into_iter();
                let words = |found: &DraftFinding| found.span.of(&one.text).to_owned();
                let said = found.map(|found| format!("{} “{}”", found.id, words(&found)));
                said.map(|said| format!("{}: {said}", one.what)).collect::<Vec<_>>()
            });
            found.collect::<Vec<_>>()
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn every_mark_of_a_letter_says_where_to_write_it() {
    for one in every_letter() {
        let locale = Locale::of(match one.what.contains("Fr") {
            true => Language::Fr,
            false => Language::En,
        });
        for mark in marks(&one.text) {
            let known = GAPS.iter().any(|(gap, _)| locale.say(&Phrase::new(gap)) == mark);
            assert!(known, "{}: {mark}", one.what);
        }
        assert!(!one.text.contains("  ") && !one.text.contains(" ,"), "{}: {}", one.what, one.text);
    }
}

#[test]
fn french_signs_have_their_hard_spaces() {
    let templates = Templates::built_in();
    let talks = Letter::ALL.into_iter().filter_map(Letter::talk);
    for name in Letter::ALL.map(Letter::as_str).into_iter().chain(talks).chain(["arrangements"]) {
        for ending in ["fr", "fr-tu"] {
            let source = templates.source(&format!("letters/{name}.{ending}.txt"));
            // What stands between braces is no text of the letter.
            let source = source.unwrap_or_default();
            let text: String =
                source.split('{').map(|part| part.rsplit('}').next().unwrap_or(part)).collect();
            for soft in [" :", " ;", " !", " ?", " »", "« "] {
                assert!(!text.contains(soft), "{name}.{ending}: `{soft}` in {text}");
            }
        }
    }
}

#[test]
fn a_familiar_letter_has_no_formal_word_left() {
    let words = [" vous", "votre", " vos ", "-vous"];
    for one in every_letter().iter().filter(|one| one.what.contains("Tu")) {
        let said: Vec<&str> = one.text.lines().filter(|line| !line.contains('«')).collect();
        for line in said.iter().filter(|line| one.letter != Letter::Platform && !line.contains('['))
        {
            assert!(!words.iter().any(|word| line.contains(word)), "{}: {line}", one.what);
        }
    }
}

#[test]
fn a_telling_names_what_speaks_against_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("vault-example");
    let vault = Vault::open(root.canonicalize().unwrap()).unwrap();
    for (id, now) in CASES {
        let of = filled(&vault, id, now);
        let Telling { reasons, against, .. } = &of.plan.telling;
        assert!(!reasons.is_empty() && !against.is_empty(), "{id} {now}");
    }
}
