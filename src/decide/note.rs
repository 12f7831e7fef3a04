//! The note that a decision becomes.

use jiff::Zoned;

use super::Resolved;
use crate::model::{Channel, Client, DecisionId, DecisionKind, Digest, FlagId};
use crate::note::Kind;
use crate::note::compose::FrontMatter;

/// A decision's note, not written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDecision {
    /// Its id.
    pub id: DecisionId,
    /// Its path below the vault.
    pub path: String,
    /// Its text.
    pub text: String,
    /// The digest of its bytes.
    pub digest: Digest,
}

/// Writes a decision up; `cited` gives the digest of each incident's note, in the order of
/// `resolved.because`, and `is_taken` says which paths are not free.
///
/// The four characters of the id come from the digest of the text, so that the same vault and
/// clock give the same bytes, and two branches different names.
pub fn write_up(
    resolved: &Resolved,
    client: &Client,
    at: &Zoned,
    by: Option<&str>,
    cited: &[Digest],
    is_taken: impl Fn(&str) -> bool,
) -> NewDecision {
    let text = text(resolved, at, by, cited);
    let digest = Digest::of(text.as_bytes());
    let kind = resolved.request.kind.as_str();
    let day = at.date();
    let path = |id: &str| format!("clients/{}/decisions/{id}.md", client.id);
    let mut id = String::new();
    for attempt in 0_u32.. {
        let seed = [digest.as_bytes().as_slice(), &attempt.to_be_bytes()].concat();
        id = format!("{day}-{kind}-{}", four_characters(Digest::of(&seed)));
        if !is_taken(&path(&id)) {
            break;
        }
    }
    NewDecision { path: path(&id), id: DecisionId::new(id), text, digest }
}

/// Four letters and digits without those that are easily confused.
fn four_characters(digest: Digest) -> String {
    const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
    let pick = |byte: &u8| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()]);
    digest.as_bytes().iter().take(4).map(pick).collect()
}

fn text(resolved: &Resolved, at: &Zoned, by: Option<&str>, cited: &[Digest]) -> String {
    let request = &resolved.request;
    let digests: Vec<String> = cited.iter().map(ToString::to_string).collect();
    let because: Vec<Vec<(&str, &str)>> = resolved
        .because
        .iter()
        .zip(&digests)
        .map(|(rests_on, digest)| {
            let mut entries = vec![("incident", rests_on.incident.as_str())];
            entries.extend(rests_on.derived.then_some(("note", rests_on.note.as_str())));
            entries.push(("digest", digest));
            entries
        })
        .collect();
    let front = FrontMatter::new(Kind::Decision)
        .bare("kind", request.kind.as_str())
        .bare("date", &at.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string())
        .text_if("by", by)
        .bare("standing", resolved.standing.as_str())
        .bare("score", &format!("{:.1}", resolved.score))
        .maps("because", &because)
        .text_if("statement", request.statement.as_deref())
        .list("covers", request.covers.iter().map(FlagId::as_str));
    let front = match &request.told {
        Some(told) => {
            let on = match told.time {
                Some(time) => format!("{}T{:02}:{:02}", told.on, time.hour(), time.minute()),
                None => told.on.to_string(),
            };
            let mut entries = vec![("on", on.as_str())];
            entries.extend(told.how.map(|how| ("how", Channel::as_str(how))));
            entries.extend(told.evidence.as_deref().map(|name| ("evidence", name)));
            front.map("told", &entries)
        }
        None => front,
    };
    let front = front.text_if("consequence", request.consequence.as_deref());
    let front = match request.review_by {
        Some(day) => front.bare("review-by", &day.to_string()),
        None => front,
    };
    let front = front.text_if("supersedes", request.supersedes.as_ref().map(DecisionId::as_str));
    let front = if resolved.cooling_off_waived && request.kind == DecisionKind::Announce {
        front.bare("cooling-off", "waived")
    } else {
        front
    };
    let front = front.list("left-open", resolved.left_open.iter().map(String::as_str));
    let anchor = resolved.anchor.map(|digest| digest.to_string());
    let front = front.text_if("anchor", anchor.as_deref());
    let prev: Vec<String> = resolved.prev.iter().map(ToString::to_string).collect();
    front.list("prev", prev.iter().map(String::as_str)).with_body(&request.reason)
}
