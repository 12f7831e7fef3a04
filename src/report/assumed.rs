//! What is taken for values of incidents that could not be read: a report must not show a guess
//! as if it were written.

use super::{Names, Sentence};
use crate::locale::word;
use crate::model::{Assumed, Case, Incident};
use crate::phrase::Phrase;

/// What is taken for each value that could not be read, incident by incident.
pub(super) fn assumed(case: &Case) -> Vec<Sentence> {
    let of = |incident: &Incident| {
        incident.assumed.iter().map(|assumed| phrase(incident, assumed)).collect::<Vec<_>>()
    };
    let phrases = case.incidents.iter().flat_map(of);
    phrases.map(|phrase| Sentence::of(&phrase, &Names::default())).collect()
}

fn phrase(incident: &Incident, assumed: &Assumed) -> Phrase {
    match assumed {
        Assumed::Severity(Some(written), taken) => {
            Phrase::new("assumed-severity").with("written", &**written).with("word", word(taken))
        }
        Assumed::Severity(None, taken) => {
            Phrase::new("assumed-severity-none").with("word", word(taken))
        }
        Assumed::Status(written, taken) => {
            Phrase::new("assumed-status").with("written", &**written).with("word", word(taken))
        }
    }
    .with("incident", incident.id.as_str())
}
