//! The anchor line: one line that fits into a message, by which its reader becomes a witness.

use jiff::civil::Date;

use crate::model::{ClientId, Digest};

/// How many hexadecimal digits of a head the line shows: 160 bits, in groups of four. Fewer
/// could be matched by the writer of the trail, who may choose both of two colliding notes.
const SHOWN: usize = 40;

/// What the line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorLine {
    /// The client.
    pub client: ClientId,
    /// How many decisions there are about this client.
    pub count: usize,
    /// The head of this client's chain; see [`head_of`].
    pub head: Digest,
    /// The day, by the vault's clock.
    pub day: Date,
}

/// The one digest that stands for the heads of a chain: the head itself where there is one, else
/// the SHA-256 of their lines `sha256:…`, sorted.
pub fn head_of(heads: &[Digest]) -> Digest {
    if let [only] = heads {
        return *only;
    }
    let mut heads = heads.to_vec();
    heads.sort();
    let lines: String = heads.iter().map(|head| format!("{head}\n")).collect();
    Digest::of(lines.as_bytes())
}

impl AnchorLine {
    /// Whether a text that was sent has the line of this head, however it was wrapped.
    pub fn is_in(text: &str, head: Digest) -> bool {
        let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        plain.contains(&format!("recordshead{}", groups(head)))
    }
}

impl std::fmt::Display for AnchorLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { client, count, head, day } = self;
        write!(f, "casefile {client} {count} records head {} {day}", groups(*head))
    }
}

/// `4be1-09aa-…`.
fn groups(head: Digest) -> String {
    let hex = head.to_hex();
    let groups: Vec<&str> = (0..SHOWN).step_by(4).filter_map(|at| hex.get(at..at + 4)).collect();
    groups.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_the_client_the_count_the_head_and_the_day() {
        let head = Digest::of(b"");
        let line = AnchorLine {
            client: ClientId::new("atelier-nova"),
            count: 41,
            head,
            day: "2026-11-22".parse().unwrap(),
        };
        assert_eq!(
            line.to_string(),
            "casefile atelier-nova 41 records head \
             e3b0-c442-98fc-1c14-9afb-f4c8-996f-b924-27ae-41e4 2026-11-22"
        );
        let wrapped = line.to_string().replace("9afb-", "9afb-\n");
        assert!(
            AnchorLine::is_in(&wrapped, head) && !AnchorLine::is_in(&wrapped, Digest::of(b"x"))
        );
    }

    #[test]
    fn several_heads_have_one_digest_whatever_their_order() {
        let (a, b) = (Digest::of(b"a"), Digest::of(b"b"));
        assert_eq!(head_of(&[a]), a);
        assert_eq!(head_of(&[a, b]), head_of(&[b, a]));
        assert_ne!(head_of(&[a, b]), a);
    }
}
