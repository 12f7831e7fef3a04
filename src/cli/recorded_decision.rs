//! The commit message of a decision whose note is there already.

use crate::ledger::{DECISION, DIGEST, KIND, Message, PREV, STANDING, Unrecorded};
use crate::model::{Case, Decision};
use crate::survey::Survey;
use crate::vault::Vault;

/// The files with the message of each, in the order the decisions were taken; a note that
/// cannot be read as a decision gets a message without trailers.
pub(super) fn messages(vault: &Vault, files: Vec<Unrecorded>) -> Vec<(Unrecorded, Message)> {
    if files.is_empty() {
        return Vec::new();
    }
    let survey = Survey::of(vault);
    let mut found: Vec<(Option<Decision>, Unrecorded)> = files
        .into_iter()
        .map(|file| {
            let client = file.path.split('/').nth(1).unwrap_or_default();
            let case = vault.find_client(client).ok().map(|id| survey.client(&id).case);
            (case.and_then(|case| decision_at(case, &file.path)), file)
        })
        .collect();
    found.sort_by(|a, b| {
        let key = |decision: &Option<Decision>| decision.as_ref().map(|d| (d.moment, d.id.clone()));
        (key(&a.0), &a.1).cmp(&(key(&b.0), &b.1))
    });
    found
        .into_iter()
        .map(|(decision, file)| {
            let message = decision.map_or_else(
                || Message { action: "decision".to_owned(), ..Message::default() },
                |decision| message(&decision, vault),
            );
            (file, message)
        })
        .collect()
}

fn decision_at(case: Case, path: &str) -> Option<Decision> {
    case.decisions.into_iter().find(|decision| decision.note == path)
}

/// The message that records a decision; its trailers are what `audit` reads back.
pub(super) fn message(decision: &Decision, vault: &Vault) -> Message {
    let client = &decision.client;
    let mut trailers = vec![
        (DECISION, format!("{client}/decisions/{}", decision.id)),
        (KIND, decision.kind.as_str().to_owned()),
        (DIGEST, decision.digest.to_string()),
    ];
    trailers.extend(decision.prev.iter().map(|digest| (PREV, digest.to_string())));
    if let (Some(standing), Some(score)) = (decision.standing, decision.score) {
        trailers.push((STANDING, format!("{} {score:.1}", standing.as_str())));
    }
    Message {
        client: Some(client.clone()),
        action: decision.kind.as_str().to_owned(),
        statement: decision.statement.clone().unwrap_or_default(),
        body: decision.reason.clone(),
        trailers,
        style: vault.settings().ledger.subject,
    }
}
