//! What mail servers signed of the messages on file, in words.

use jiff::tz::TimeZone;
use serde::Serialize;

use super::SCHEMA;
use crate::dkim::{Checked, Extent, Verdict};
use crate::phrase::Phrase;

/// The messages on file and their servers' signatures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MailSignaturesView {
    /// The version of this shape.
    pub schema: u32,
    /// The messages, by path.
    pub messages: Vec<SignedMessageView>,
    /// The keys that are not on file, by name, each once.
    pub keys_wanted: Vec<WantedKeyView>,
    /// What none of this shows.
    pub limits: Vec<String>,
}

/// A message and its signatures.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignedMessageView {
    /// Its path below the vault.
    pub path: String,
    /// Its client.
    pub client: String,
    /// The signatures, in the order of its head; none where no server signed.
    pub signatures: Vec<MailSignatureView>,
}

/// A signature.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MailSignatureView {
    /// The domain that signed; empty where that cannot be read.
    pub domain: String,
    /// Which of its keys.
    pub selector: String,
    /// Its name.
    pub verdict: &'static str,
    /// Whether it fits the message and the key.
    pub holds: bool,
    /// The names of the fields that are signed.
    pub fields: Vec<String>,
    /// When the server says that it signed, in the vault's zone.
    pub signed_at: Option<String>,
    /// What the verdict means, with its innocent reasons.
    pub because: Vec<String>,
    /// What this proves.
    pub proves: Vec<String>,
    /// What it does not prove.
    pub does_not_prove: Vec<String>,
}

/// A key to be fetched by the user.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct WantedKeyView {
    /// Where it is published.
    pub name: String,
    /// The file it goes into, below the vault.
    pub file: String,
    /// A command that fetches it into its file, run at the vault's root.
    pub command: String,
}

/// A message whose signatures were checked: its path below the vault and its client.
pub type CheckedMessage = (String, String, Vec<Checked>);

impl MailSignaturesView {
    /// The view of messages; `key_file` is the file for the key of a client's message.
    pub fn new(
        messages: &[CheckedMessage],
        zone: &TimeZone,
        key_file: impl Fn(&str, &str) -> String,
        say: impl Fn(&Phrase) -> String,
    ) -> Self {
        let mut keys_wanted = Vec::new();
        let views = messages.iter().map(|(path, client, all)| {
            let missing = all.iter().filter(|one| one.verdict == Verdict::NoKey);
            keys_wanted.extend(missing.map(|one| wanted(&one.record_name(), client, &key_file)));
            let signatures = all.iter().map(|one| signature(one, zone, &say)).collect();
            SignedMessageView { path: path.clone(), client: client.clone(), signatures }
        });
        let messages = views.collect();
        keys_wanted.sort();
        keys_wanted.dedup();
        let limits = ["dkim-limit-person", "dkim-limit-key"].map(|key| say(&Phrase::new(key)));
        Self { schema: SCHEMA, messages, keys_wanted, limits: limits.into() }
    }

    /// Whether a message is not the one that its server signed.
    pub fn has_changed(&self) -> bool {
        let mut signatures = self.messages.iter().flat_map(|message| &message.signatures);
        signatures.any(|one| ["BODY-CHANGED", "DOES-NOT-FIT"].contains(&one.verdict))
    }
}

fn wanted(name: &str, client: &str, key_file: impl Fn(&str, &str) -> String) -> WantedKeyView {
    let file = key_file(client, name);
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    let command = format!("mkdir -p {folder} && dig +short TXT {name} > {file}");
    WantedKeyView { name: name.to_owned(), command, file }
}

/// The name of a verdict in answers; `docs/verdicts.md` explains each.
fn name(verdict: &Verdict) -> &'static str {
    match verdict {
        Verdict::Holds => "SIGNED-BY-DOMAIN",
        Verdict::BodyChanged => "BODY-CHANGED",
        Verdict::DoesNotFit => "DOES-NOT-FIT",
        Verdict::NoKey => "NO-KEY",
        Verdict::KeyUnreadable => "KEY-UNREADABLE",
        Verdict::KeyRevoked => "KEY-WITHDRAWN",
        Verdict::Unsupported(_) => "UNSUPPORTED",
        Verdict::Malformed(_) => "MALFORMED",
    }
}

fn signature(
    checked: &Checked,
    zone: &TimeZone,
    say: &impl Fn(&Phrase) -> String,
) -> MailSignatureView {
    let holds = checked.verdict == Verdict::Holds;
    let because: Vec<Phrase> = match &checked.verdict {
        Verdict::Holds => Vec::new(),
        Verdict::BodyChanged => vec![Phrase::new("dkim-body-changed")],
        Verdict::DoesNotFit => vec![Phrase::new("dkim-does-not-fit")],
        Verdict::NoKey => vec![Phrase::new("dkim-no-key").with("name", checked.record_name())],
        Verdict::KeyUnreadable => {
            vec![Phrase::new("dkim-key-unreadable").with("name", checked.record_name())]
        }
        Verdict::KeyRevoked => vec![Phrase::new("dkim-key-withdrawn")],
        Verdict::Unsupported(way) => {
            vec![Phrase::new("dkim-unsupported").with("way", way.as_str())]
        }
        Verdict::Malformed(tag) => vec![Phrase::new("dkim-malformed").with("tag", *tag)],
    };
    let signed_at =
        checked.signed_at.map(|at| at.to_zoned(zone.clone()).strftime("%FT%T%:z").to_string());
    let (proves, not) =
        if holds { meaning(checked, signed_at.as_deref()) } else { Default::default() };
    let said = |phrases: &[Phrase]| phrases.iter().map(say).collect();
    MailSignatureView {
        domain: checked.domain.clone(),
        selector: checked.selector.clone(),
        verdict: name(&checked.verdict),
        holds,
        fields: checked.fields.clone(),
        because: said(&because),
        proves: said(&proves),
        does_not_prove: said(&not),
        signed_at,
    }
}

/// What a signature that fits proves, and what it does not.
fn meaning(checked: &Checked, signed_at: Option<&str>) -> (Vec<Phrase>, Vec<Phrase>) {
    let fields = checked.fields.join(", ");
    let (domain, selector) = (checked.domain.as_str(), checked.selector.as_str());
    let about = |key| Phrase::new(key).with("domain", domain).with("selector", selector);
    let mut proves = vec![match checked.extent {
        Extent::Whole => about("dkim-proves-whole").with("fields", fields),
        Extent::First { signed, .. } => {
            about("dkim-proves-part").with("fields", fields).with("bytes", signed)
        }
    }];
    proves.extend(signed_at.map(|at| Phrase::new("dkim-proves-time").with("at", at)));
    let mut not = Vec::new();
    if let Extent::First { signed, of } = checked.extent {
        not.push(Phrase::new("dkim-not-rest").with("bytes", of - signed));
    }
    if !checked.is_of_sender {
        not.push(Phrase::new("dkim-not-sender").with("domain", domain));
    }
    let is_signed = |name: &&str| checked.fields.iter().any(|field| field == name);
    let open: Vec<&str> =
        ["to", "subject", "date"].into_iter().filter(|name| !is_signed(name)).collect();
    if !open.is_empty() {
        not.push(Phrase::new("dkim-not-fields").with("fields", open.join(", ")));
    }
    if let Some(bits) = checked.weak_bits {
        not.push(Phrase::new("dkim-not-strong").with("bits", bits.to_string()));
    }
    if checked.is_test {
        not.push(Phrase::new("dkim-not-meant").with("domain", domain));
    }
    (proves, not)
}
