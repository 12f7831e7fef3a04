//! Verifying the trail of a vault: the same for every command that does.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::tz::TimeZone;

use crate::failure::Failure;
use crate::ledger::{Kind, Ledger, NoteFacts, Report, Trust};
use crate::model::{Client, ClientId, Currency, IncidentId, Language};
use crate::note::{Note, Record};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::Vault;

/// Verifies every record of the vault's repository, by the keys that git is told of.
pub(super) fn verify(vault: &Vault, ledger: &Ledger) -> Result<Report, Failure> {
    verify_by(vault, ledger, None, None)
}

/// The same, by the keys of another list, and other certificates of authorities.
pub(super) fn verify_by(
    vault: &Vault,
    ledger: &Ledger,
    allowed_signers: Option<PathBuf>,
    roots: Option<PathBuf>,
) -> Result<Report, Failure> {
    let (clients, notes) = known(vault)?;
    let trust = Trust { allowed_signers, zone: vault.settings().zone.clone(), roots };
    Ok(ledger.verify_by(&trust, |path, bytes| facts(path, bytes, &clients, &notes))?)
}

/// What the notes of a vault name, read as verifying reads them.
pub(super) fn reading(
    vault: &Vault,
) -> Result<impl Fn(&str, &[u8]) -> Option<NoteFacts> + use<>, Failure> {
    let (clients, notes) = known(vault)?;
    Ok(move |path: &str, bytes: &[u8]| facts(path, bytes, &clients, &notes))
}

/// The clients, and the note of each incident.
type Known = (BTreeMap<ClientId, Client>, BTreeMap<(ClientId, IncidentId), String>);

fn known(vault: &Vault) -> Result<Known, Failure> {
    let survey = Survey::of(vault);
    let of_clients = survey.each_client(|folder| {
        let client = folder.case.client.clone();
        let notes: Vec<(IncidentId, String)> = folder
            .case
            .incidents
            .into_iter()
            .map(|incident| (incident.id, incident.note))
            .collect();
        (client, notes)
    })?;
    let clients: BTreeMap<ClientId, Client> =
        of_clients.iter().map(|(client, _)| (client.id.clone(), client.clone())).collect();
    let notes: BTreeMap<(ClientId, IncidentId), String> = of_clients
        .into_iter()
        .flat_map(|(client, notes)| {
            notes.into_iter().map(move |(incident, note)| ((client.id.clone(), incident), note))
        })
        .collect();
    Ok((clients, notes))
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

/// What a decision or an exhibit's note names.
fn facts(
    path: &str,
    bytes: &[u8],
    clients: &BTreeMap<ClientId, Client>,
    notes: &BTreeMap<(ClientId, IncidentId), String>,
) -> Option<NoteFacts> {
    let text = std::str::from_utf8(bytes).ok()?;
    let id = ClientId::new(path.strip_prefix("clients/")?.split('/').next()?);
    // One whose folder is gone is on no clock that is known.
    let unknown = || Client::unknown(id.clone(), Language::En, TimeZone::UTC, Currency::EURO);
    let client = clients.get(&id).cloned().unwrap_or_else(unknown);
    let note = Note::parse(path, text, &mut Vec::new());
    match note.record(&client, &mut Vec::new()) {
        Record::Decision(decision) => {
            let cited = decision.because.into_iter().map(|cited| {
                let note = notes.get(&(id.clone(), cited.incident.clone())).cloned();
                let note = note.or(cited.note);
                (note.unwrap_or_else(|| guessed(&id, &cited.incident)), cited.digest)
            });
            Some(NoteFacts {
                date: Some(decision.moment),
                cited: cited.collect(),
                prev: decision.prev,
                anchor: decision.anchor,
                ..NoteFacts::default()
            })
        }
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

/// Where the note of an incident lay that is no longer on file.
fn guessed(client: &ClientId, incident: &IncidentId) -> String {
    let note = incident.as_str().split('#').next().unwrap_or_default();
    format!("clients/{client}/{note}.md")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Digest;

    #[test]
    fn a_file_named_as_beside_the_note_is_the_one_beside_it() {
        let digest = Digest::of(b"x");
        let note = format!(
            "---\ntype: exhibit\ndate: 2026-05-02\nfile: ./x.eml\nsha256: {}\n---\n",
            digest.to_hex()
        );
        let found = facts(
            "clients/nova/evidence/x.md",
            note.as_bytes(),
            &BTreeMap::new(),
            &BTreeMap::new(),
        );
        let named = found.unwrap_or_default().exhibits;
        assert_eq!(named, [("clients/nova/evidence/x.eml".to_owned(), digest, None)]);
    }
}
