//! `client-mismatch` and `unknown-client`: `client:` says another client than the folder, or
//! none that there is.

use crate::check::{Finds, Rule, Surroundings};
use crate::finding::Level;
use crate::model::{Client, ClientId, composed};
use crate::note::body::link_target;
use crate::note::{Fault, Note, Recorded, nearest};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "client-mismatch",
    level: Level::Error,
    why: "The client is the folder. A note that names another client is counted for one of them \
          and meant for the other.",
    finds: Finds::InNote(find),
};

pub(super) const UNKNOWN: Rule = Rule {
    code: "unknown-client",
    level: Level::Error,
    why: "A note that names a client without a folder is counted for the folder it lies in, \
          which may not be the one that was meant.",
    finds: Finds::WhileReading,
};

fn find(
    note: &Note<'_>,
    _: &Recorded,
    client: &Client,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    let Some(value) =
        note.root().filter(|_| note.kind.is_some()).and_then(|root| root.get("client"))
    else {
        return;
    };
    let Some(text) = value.text() else { return };
    let target = link_target(text);
    let named = target.rsplit('/').next().unwrap_or(target);
    let named = named.strip_suffix(".md").unwrap_or(named);
    let is_named = |id: &ClientId| composed(id.as_str()) == composed(named);
    if is_named(&client.id) {
        return;
    }
    if surroundings.clients.iter().any(is_named) {
        let fault = Fault::new("client-mismatch", value.span()).saying(
            Phrase::new("client-mismatch").with("named", named).with("folder", client.id.as_str()),
        );
        let hint = Phrase::new("client-mismatch-hint").with("named", named);
        faults.push(fault.hinting(hint));
        return;
    }
    let near = nearest(named, surroundings.clients.iter().map(ClientId::as_str));
    let near = near.unwrap_or(client.id.as_str());
    faults.push(
        Fault::new("unknown-client", value.span())
            .saying(Phrase::new("unknown-client").with("named", named))
            .hinting(Phrase::new("unknown-client-hint").with("client", near)),
    );
}
