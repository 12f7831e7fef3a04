//! `needs-our-part`: a grave incident without a word on the user's own part (R7).

use crate::check::{Finds, Rule, Surroundings};
use crate::finding::Level;
use crate::model::{Client, Severity, Status};
use crate::note::{Fault, Node, Note, Recorded};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "needs-our-part",
    level: Level::Warning,
    why: "What weighs most deserves a second look: what did I do that played a part? `none` \
          with its reason is an answer too, and the one that holds up.",
    finds: Finds::InNote(find),
};

fn find(
    note: &Note<'_>,
    recorded: &Recorded,
    _: &Client,
    _: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    let is_open = |incident: &&crate::model::Incident| {
        incident.severity >= Severity::High
            && incident.our_part.is_none()
            && incident.status != Status::Dismissed
    };
    if !recorded.incidents.iter().any(|incident| is_open(&incident)) {
        return;
    }
    let Some(root) = note.root() else { return };
    let items = root.get("incidents").into_iter().flat_map(Node::items);
    for map in std::iter::once(root).chain(items) {
        let text = |key| map.get(key).and_then(Node::text);
        let grave = matches!(text("severity"), Some("high" | "critical"));
        if !grave || text("our-part").is_some() || text("status") == Some("dismissed") {
            continue;
        }
        let span = map.get("severity").map(Node::span).unwrap_or_default();
        faults.push(
            Fault::new("needs-our-part", span)
                .saying(Phrase::new("needs-our-part"))
                .hinting(Phrase::new("needs-our-part-hint")),
        );
    }
}
