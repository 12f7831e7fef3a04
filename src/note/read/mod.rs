//! A note's text into what it records, whatever its kind.

mod client;
mod decision;
mod flag;
mod incident;
mod lesson;
mod misspelt_type;
mod observation;
mod screening;

use std::sync::OnceLock;

pub use client::{read_client, read_table_rows};
pub(crate) use flag::parse_half_life;
pub use screening::read_question_set;

use super::body::{Body, parse_body};
use super::kind::{KINDS, Kind};
use super::pitfalls::report_pitfalls;
use super::{Fault, Fields, Node, Parts, Tree, parse_front_matter, read_steps, split};
use crate::model::{
    Client, Credit, Decision, DraftNote, Exhibit, Flag, Incident, Lesson, Message, PlanNote, Pulse,
};
use crate::phrase::Phrase;

/// A note's text with its parts found, before it is known what it records.
#[derive(Debug)]
pub struct Note<'a> {
    /// The path below the vault, `/`-separated.
    pub path: &'a str,
    /// The whole text.
    pub text: &'a str,
    /// Where the front matter and the body are.
    pub parts: Parts,
    /// The front matter.
    pub tree: Tree<'a>,
    /// What it says it is; `None` for a free note.
    pub kind: Option<Kind>,
    body: OnceLock<Body>,
}

/// Everything that a note records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recorded {
    /// What the note is about.
    pub record: Record,
    /// Incidents: the note's own, or those of its list `incidents:`, whatever its type.
    pub incidents: Vec<Incident>,
}

/// What a note records beside incidents.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Record {
    /// A client note; its content is read first, on its own.
    Client,
    /// A decision.
    Decision(Box<Decision>),
    /// A good moment.
    Credit(Credit),
    /// A pulse.
    Pulse(Pulse),
    /// A message.
    Message(Message),
    /// An original file.
    Exhibit(Exhibit),
    /// A red flag.
    Flag(Box<Flag>),
    /// A postmortem with lessons.
    Lessons(Vec<Lesson>),
    /// An exit plan with steps.
    Plan(PlanNote),
    /// A letter not sent yet.
    Draft(DraftNote),
    /// Text that records nothing else that is dated: free notes, plans, postmortems,
    /// incidents, and notes too damaged to say.
    #[default]
    Text,
}

impl<'a> Note<'a> {
    /// Finds the parts of a note's text.
    pub fn parse(path: &'a str, text: &'a str, faults: &mut Vec<Fault>) -> Self {
        let parts = split(text, faults);
        let tree = parts
            .front
            .map(|front| {
                let tree = parse_front_matter(text, front, faults);
                report_pitfalls(text, front, &tree, faults);
                tree
            })
            .unwrap_or_default();
        let mut note = Self { path, text, parts, tree, kind: None, body: OnceLock::new() };
        note.kind = note.root().and_then(|root| {
            misspelt_type::report_misspelt_type(root, faults);
            let mut fields = Fields::new(root, faults);
            fields.word("type", &KINDS, Kind::as_str)
        });
        note
    }

    /// The map of the front matter.
    pub fn root(&self) -> Option<Node<'_, 'a>> {
        self.tree.root()
    }

    /// What the body holds; read on first use.
    pub fn body(&self) -> &Body {
        self.body.get_or_init(|| parse_body(self.text, self.parts.body))
    }

    /// The file name without its folder and `.md`.
    pub fn stem(&self) -> &'a str {
        let name = self.path.rsplit('/').next().unwrap_or(self.path);
        name.strip_suffix(".md").unwrap_or(name)
    }

    /// Reads what the note records about `client`, its incidents left out.
    pub fn record(&self, client: &Client, faults: &mut Vec<Fault>) -> Record {
        self.read(client, faults).record
    }

    /// Reads everything that the note records about `client`.
    pub fn read(&self, client: &Client, faults: &mut Vec<Fault>) -> Recorded {
        let Some(root) = self.root() else { return Recorded::default() };
        let mut fields = Fields::new(root, faults);
        if let Some(kind) = self.kind {
            fields.check_keys(kind.keys());
        }
        let mut incidents = Vec::new();
        if incident::has_list(&fields) {
            incidents = incident::read_list(self, client, &mut fields);
        } else if self.kind == Some(Kind::Incident) {
            incidents.extend(incident::read_single(self, client, &mut fields));
        }
        let record = match self.kind {
            Some(Kind::Client) => Some(Record::Client),
            Some(Kind::Decision) => decision::read_decision(self, client, &mut fields),
            Some(Kind::Credit) => observation::read_credit(self, client, &mut fields),
            Some(Kind::Pulse) => observation::read_pulse(self, client, &mut fields),
            Some(Kind::Message) => observation::read_message(self, client, &mut fields),
            Some(Kind::Exhibit) => observation::read_exhibit(self, client, &mut fields),
            Some(Kind::Flag) => flag::read_flag(self, &mut fields),
            Some(Kind::Postmortem) => lesson::read_lessons(self, &mut fields),
            Some(Kind::Plan) => self.plan(),
            Some(Kind::Draft) => Some(self.draft(&mut fields)),
            Some(Kind::Incident | Kind::Screening) | None => None,
        };
        Recorded { record: record.unwrap_or_default(), incidents }
    }
}

impl Note<'_> {
    /// The exit plan; `None` where it has no steps.
    fn plan(&self) -> Option<Record> {
        let steps: Vec<_> = read_steps(self).into_iter().map(|placed| placed.step).collect();
        let plan = PlanNote { note: self.path.to_owned(), steps };
        (!plan.steps.is_empty()).then_some(Record::Plan(plan))
    }

    fn draft(&self, fields: &mut Fields<'_, '_, '_>) -> Record {
        let day = fields.date("date");
        let mut word = |key| fields.text(key).map(str::to_owned);
        let (template, kind) = (word("template"), word("kind"));
        Record::Draft(DraftNote { note: self.path.to_owned(), day, template, kind })
    }
}

/// Reads a red-flag note; `None` where it is none or too damaged.
pub fn read_flag_note(note: &Note<'_>, faults: &mut Vec<Fault>) -> Option<Flag> {
    let root = note.root().filter(|_| note.kind == Some(Kind::Flag))?;
    let mut fields = Fields::new(root, faults);
    // Incidents are about a client, and there is none here.
    fields.unread("incidents", Phrase::new("outside-client-hint"));
    fields.only_keys_beside(Kind::Flag.keys(), &["incidents"]);
    match flag::read_flag(note, &mut fields) {
        Some(Record::Flag(flag)) => Some(*flag),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClientId, Currency, Language};
    use crate::note::KINDS;

    fn client() -> Client {
        let zone = jiff::tz::TimeZone::UTC;
        Client::unknown(ClientId::new("nova"), Language::En, zone, Currency::EURO)
    }

    /// What a note in the client's folder records, and what is wrong with it.
    fn read(front: &str) -> (Recorded, Vec<Fault>) {
        let text = format!("---\n{front}---\nText.\n");
        let mut faults = Vec::new();
        let note = Note::parse("clients/nova/note.md", &text, &mut faults);
        let mut client = client();
        if note.kind == Some(Kind::Client) {
            read_client(&note, &mut client, &mut faults);
        }
        let recorded = note.read(&client, &mut faults);
        (recorded, faults)
    }

    /// Enough of each kind for a record.
    fn sound(kind: Kind) -> String {
        let more = match kind {
            Kind::Client
            | Kind::Draft
            | Kind::Plan
            | Kind::Postmortem
            | Kind::Flag
            | Kind::Screening => "",
            Kind::Incident => "date: 2026-04-11\nflags: [threat]\nseverity: low\n",
            Kind::Credit => "date: 2026-04-11\n",
            Kind::Pulse => "date: 2026-04-11\nclient-stress: 1\nwork-stress: 2\n",
            Kind::Message => "date: 2026-04-11\ndirection: incoming\n",
            Kind::Exhibit => {
                "date: 2026-04-11\nfile: a.pdf\nsha256: \
                 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n"
            }
            Kind::Decision => "date: 2026-04-11\nkind: keep\n",
        };
        format!("type: {}\n{more}", kind.as_str())
    }

    #[test]
    fn every_listed_item_is_an_incident_or_a_fault_and_the_record_stays() {
        const SOUND: &str = "{date: 2026-04-12, flags: [threat], severity: low}";
        let kinds: Vec<String> = KINDS.into_iter().map(sound).chain([String::new()]).collect();
        for front in &kinds {
            let (alone, faults) = read(front);
            assert_eq!(faults, [], "{front}");
            for (items, incidents, broken) in [
                ("[]", 0, false),
                (&format!("[{SOUND}, {SOUND}]"), 2, false),
                (&format!("[{SOUND}, text]"), 1, true),
                ("[{date: soon, flags: [threat], severity: low}]", 0, true),
                ("soon", 0, true),
            ] {
                let (recorded, faults) = read(&format!("{front}incidents: {items}\n"));
                let is_incident = front.contains("type: incident\n");
                // The digest of a decision is that of its text.
                let same_kind = std::mem::discriminant(&recorded.record)
                    == std::mem::discriminant(&alone.record);
                assert!(same_kind, "{front}incidents: {items}");
                let own = usize::from(is_incident && items == "[]");
                assert_eq!(recorded.incidents.len(), incidents + own, "{front}incidents: {items}");
                let faulty = broken || is_incident && items != "[]";
                assert_eq!(!faults.is_empty(), faulty, "{front}incidents: {items} {faults:?}");
            }
        }
    }

    #[test]
    fn beside_a_list_the_keys_of_an_incident_are_findings() {
        let list = "incidents:\n  - {flags: [threat], severity: low, observed: Here.}\n";
        let (recorded, faults) = read(&format!("type: incident\ndate: 2026-04-11\n{list}"));
        assert_eq!((recorded.incidents.len(), faults), (1, Vec::new()));
        let (_, faults) = read(&format!("{}{list}", sound(Kind::Incident)));
        let codes: Vec<&str> = faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["unknown-key", "unknown-key"]);
    }

    #[test]
    fn interest_is_of_a_jurisdiction_that_is_known() {
        for (text, hint) in [
            ("eu", None),
            ("uk", None),
            ("none", None),
            ("12.5%", None),
            ("ue", Some("eu")),
            ("France", Some("fr")),
            ("nnoe", Some("none")),
            ("atlantis", Some("eu`, `fr`, `uk`, `us")),
            ("12,5%", Some("eu`, `fr`, `uk`, `us")),
        ] {
            let (_, faults) = read(&format!("type: client\nlate-interest: {text}\n"));
            let said = faults.first().and_then(|fault| {
                assert_eq!(fault.code, "invalid-late-interest");
                fault.hint.as_ref().map(|hint| hint.args[0].1.clone())
            });
            assert_eq!(said, hint.map(Into::into), "{text}");
        }
    }

    #[test]
    fn a_decimal_comma_inside_braces_is_no_amount() {
        for (row, code, write) in [
            ("invoices: [{id: a, amount: 1250,50}]", "invalid-money", Some("1250.50")),
            (
                "invoices: [{id: a, amount: 1250,50 USD, due: 2026-03-01}]",
                "invalid-money",
                Some("1250.50"),
            ),
            ("deposits: [{amount: 1,250, received: 2026-03-01}]", "invalid-money", Some("1250")),
            ("milestones: [{title: a, done: 12,5}]", "invalid-number", None),
        ] {
            let (_, faults) = read(&format!("type: client\n{row}\n"));
            let codes: Vec<&str> = faults.iter().map(|fault| fault.code).collect();
            assert_eq!(codes, [code], "{row}");
            let hint = faults[0].hint.as_ref().and_then(|hint| hint.args.first());
            assert_eq!(hint.map(|(_, arg)| arg.clone()), write.map(Into::into), "{row}");
        }
    }

    #[test]
    fn a_currency_of_an_invoice_that_does_not_exist_is_a_fault() {
        let (_, faults) = read("type: client\ninvoices: [{id: a, amount: 1.00, currency: XYZ}]\n");
        let codes: Vec<&str> = faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["unknown-currency"]);
    }

    /// Keys that are kept for people and other programs, or that rules and commands look at.
    const NOT_READ: [&str; 17] = [
        "aliases",
        "acquired-by",
        "client",
        "cooling-off",
        "direction",
        "examples",
        "from",
        "guards",
        "language",
        "lessons",
        "media-type",
        "message-id",
        "reasons",
        "signals",
        "tags",
        "template",
        "to",
    ];

    #[test]
    fn a_key_with_a_value_that_cannot_be_read_is_a_fault() {
        for kind in KINDS {
            let kept = |key: &str| {
                let is_read = matches!(kind, Kind::Message | Kind::Flag) && key == "direction";
                NOT_READ.contains(&key) && !is_read
                    || matches!(kind, Kind::Draft | Kind::Plan | Kind::Postmortem | Kind::Screening)
                        && !matches!(key, "type" | "incidents")
            };
            let of_items =
                |key: &str| kind == Kind::Incident && matches!(key, "id" | "observed" | "reading");
            for key in kind.keys().iter().filter(|key| !kept(key) && !of_items(key)) {
                let front: String = sound(kind)
                    .lines()
                    .filter(|line| !line.starts_with(&format!("{key}:")))
                    .map(|line| format!("{line}\n"))
                    .collect();
                let (_, faults) = read(&format!("{front}{key}: [[1], {{a: [1]}}]\n"));
                assert_ne!(faults, [], "`{key}` of {kind:?}");
            }
        }
    }
}
