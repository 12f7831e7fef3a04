//! Verifying the trail of a vault: the same for every command that does.

use std::collections::{BTreeMap, HashMap};
use std::thread::ScopedJoinHandle;

use jiff::tz::TimeZone;

use crate::failure::Failure;
use crate::ledger::{Kind, Ledger, NoteFacts, Report, Trust};
use crate::model::{Case, Client, ClientId, Currency, Decision, Digest, IncidentId, Language};
use crate::note::{Note, Record};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::Vault;

/// Verifies every record of the vault's repository, by the keys that git is told of.
pub(super) fn verify(vault: &Vault, ledger: &Ledger) -> Result<Report, Failure> {
    verify_by(vault, ledger, &Trust { zone: vault.settings().zone.clone(), ..Trust::default() })
}

/// The same, by other keys and certificates of authorities.
pub(super) fn verify_by(vault: &Vault, ledger: &Ledger, trust: &Trust) -> Result<Report, Failure> {
    // A repository is one thread's own: what notes mean is read by another meanwhile.
    let (known, past) = std::thread::scope(|scope| {
        let known = scope.spawn(|| Known::of(vault));
        let past = ledger.past();
        (joined(known), past)
    });
    let known = known?;
    let report = past?.verify(trust, |path, bytes| known.facts(path, bytes))?;
    rayon::spawn(move || drop(known));
    Ok(report)
}

/// What a thread made; its panic goes on here.
pub(super) fn joined<T>(thread: ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// What the notes of a vault name, read as verifying reads them.
pub(super) fn reading(
    vault: &Vault,
) -> Result<impl Fn(&str, &[u8]) -> Option<NoteFacts> + use<>, Failure> {
    let known = Known::of(vault)?;
    Ok(move |path: &str, bytes: &[u8]| known.facts(path, bytes))
}

/// What is on file, as far as a note's meaning depends on it.
#[derive(Default)]
struct Known {
    clients: BTreeMap<ClientId, Client>,
    /// The note of each incident.
    notes: BTreeMap<(ClientId, IncidentId), String>,
    /// What decisions name as they are on file, by the paths of their notes: most of them are
    /// what was recorded, and need not be read again.
    decisions: HashMap<String, (Digest, NoteFacts)>,
}

impl Known {
    fn of(vault: &Vault) -> Result<Self, Failure> {
        let mut known = Self::default();
        let of_clients = Survey::of(vault).each_client(|folder| {
            let Case { client, incidents, decisions, .. } = folder.case;
            let notes: Vec<(IncidentId, String)> =
                incidents.into_iter().map(|incident| (incident.id, incident.note)).collect();
            (client, notes, decisions)
        })?;
        let mut all = Vec::new();
        for (client, notes, decisions) in of_clients {
            let of_client = |(incident, note)| ((client.id.clone(), incident), note);
            known.notes.extend(notes.into_iter().map(of_client));
            known.clients.insert(client.id.clone(), client);
            all.extend(decisions);
        }
        let facts = |decision: Decision| {
            let (note, digest) = (decision.note.clone(), decision.digest);
            (note, (digest, known.of_decision(decision)))
        };
        known.decisions = all.into_iter().map(facts).collect();
        Ok(known)
    }

    /// What a decision or an exhibit's note names.
    fn facts(&self, path: &str, bytes: &[u8]) -> Option<NoteFacts> {
        if let Some((digest, facts)) = self.decisions.get(path)
            && *digest == Digest::of(bytes)
        {
            return Some(facts.clone());
        }
        let text = std::str::from_utf8(bytes).ok()?;
        let id = ClientId::new(path.strip_prefix("clients/")?.split('/').next()?);
        // One whose folder is gone is on no clock that is known.
        let unknown = || Client::unknown(id.clone(), Language::En, TimeZone::UTC, Currency::EURO);
        let client = self.clients.get(&id).cloned().unwrap_or_else(unknown);
        let note = Note::parse(path, text, &mut Vec::new());
        match note.record(&client, &mut Vec::new()) {
            Record::Decision(decision) => Some(self.of_decision(*decision)),
            // Git never had its bytes: there is nothing to hold against the history.
            Record::Exhibit(exhibit) if exhibit.is_detached() => Some(NoteFacts::default()),
            Record::Exhibit(exhibit) => {
                let size = (exhibit.size > 0).then_some(exhibit.size);
                let exhibits = vec![(exhibit.path(), exhibit.digest, size)];
                Some(NoteFacts { exhibits, ..NoteFacts::default() })
            }
            _ => None,
        }
    }

    fn of_decision(&self, decision: Decision) -> NoteFacts {
        let id = &decision.client;
        let cited = decision.because.into_iter().map(|cited| {
            let note = self.notes.get(&(id.clone(), cited.incident.clone())).cloned();
            let note = note.or(cited.note);
            (note.unwrap_or_else(|| guessed(id, &cited.incident)), cited.digest)
        });
        NoteFacts {
            date: Some(decision.moment),
            cited: cited.collect(),
            prev: decision.prev,
            anchor: decision.anchor,
            ..NoteFacts::default()
        }
    }
}

/// What verifying found, in one sentence.
pub(super) fn headline(report: &Report) -> Phrase {
    let of_kind = |kind| report.records.iter().filter(|record| record.kind == kind).count();
    let broken = report.records.iter().filter(|record| !record.holds()).count();
    if report.records.is_empty() {
        Phrase::new("verify-nothing")
    } else if broken == 0 && !report.damaged.is_empty() {
        Phrase::new("verify-damaged").with("count", report.damaged.len())
    } else if broken == 0 {
        Phrase::new("verify-holds")
            .with("decisions", of_kind(Kind::Decision))
            .with("exhibits", of_kind(Kind::Exhibit))
            .with("commits", report.commits)
    } else {
        Phrase::new("verify-broken").with("count", broken).with("of", report.records.len())
    }
}

/// Where the note of an incident lay that is no longer on file.
fn guessed(client: &ClientId, incident: &IncidentId) -> String {
    let note = incident.as_str().split('#').next().unwrap_or_default();
    format!("clients/{client}/{note}.md")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_named_as_beside_the_note_is_the_one_beside_it() {
        let digest = Digest::of(b"x");
        let note = format!(
            "---\ntype: exhibit\ndate: 2026-05-02\nfile: ./x.eml\nsha256: {}\n---\n",
            digest.to_hex()
        );
        let found = Known::default().facts("clients/nova/evidence/x.md", note.as_bytes());
        let named = found.unwrap_or_default().exhibits;
        assert_eq!(named, [("clients/nova/evidence/x.eml".to_owned(), digest, None)]);
    }
}
