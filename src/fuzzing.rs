//! Everything that reads bytes of others, as functions of those bytes alone.
//!
//! Owns: what must hold whatever the bytes are; `fuzz/` calls these with bytes of its own making,
//! and `tests/suite/fuzz_corpus.rs` with those that were kept. Must not: be used by the program.

use std::sync::OnceLock;

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

use crate::anchor::{
    AnchorLine, Listed, OtsProof, Promise, RevocationList, Roots, Shelf, Statement, Token,
    Witnessed, as_response, nonce_of, reached, request,
};
use crate::assess::Catalogue;
use crate::check::{self, FileNames, NoteRules, Surroundings};
use crate::finding::Span;
use crate::mail::{
    ChatForm, DateOrder, Mbox, People, RawMail, ReadMessage, asks, chat_form, manner, read_chat,
    read_mail, repaired,
};
use crate::model::{Client, ClientId, Currency, Digest, Language, Settings};
use crate::note::{
    Fault, Note, TABLES, body, edit, explode, place, read_client, read_question_set, read_table,
};
use crate::query::{Fields, Place, Query, fields_of, rows_of};
use crate::vault::{Inspect as _, built_in_flags, built_in_questions, parse_settings};

pub use crate::ledger::fuzzing::{allowed_signers, trailers, trees};

/// A statement, a time stamp for it and the certificate of the authority that made it.
const GENUINE: [&[u8]; 3] = [
    include_bytes!("anchor/tests/statement.json"),
    include_bytes!("anchor/tests/token.tsr"),
    include_bytes!("anchor/tests/root.pem"),
];

/// A time stamp, the certificate of the authority that made it, and the one list that it signed,
/// which names the signer.
const REVOKED: [&[u8]; 3] = [
    include_bytes!("anchor/tests/revoked/token.tsr"),
    include_bytes!("anchor/tests/revoked/root.pem"),
    include_bytes!("anchor/tests/revoked/list.crl"),
];

/// Lists of revoked certificates, in DER or PEM, held against a time stamp whose signer the
/// genuine list names.
pub fn revocation_list(bytes: &[u8]) {
    let [token, root, genuine] = REVOKED;
    let Ok(token) = Token::parse(token) else { return };
    let told = |list: &[u8]| {
        let mut roots = Roots::default();
        roots.add("root.pem", root);
        roots.lists.add("list.crl", list);
        let faults = roots.list_faults(std::iter::once(&token), Some(token.at)).len();
        let listed = token.trace(&roots).map(|one| one.certificates.into_iter().map(|c| c.listed));
        (listed.map(Iterator::collect::<Vec<_>>), faults)
    };
    let (listed, faults) = told(bytes);
    if listed != Ok(vec![Listed::NoList]) {
        // Nobody but the authority can have said so.
        assert_eq!(listed, told(genuine).0, "a forged list");
    }
    match RevocationList::parse(bytes) {
        Err(_) => assert_eq!(faults, 1, "a fault that is not told"),
        Ok(lists) => {
            for list in lists {
                let again = RevocationList::parse(list.to_pem().as_bytes());
                let again = again.map(|all| all.first().map(|one| (one.count(), one.this_update)));
                assert_eq!(
                    again,
                    Ok(Some((list.count(), list.this_update))),
                    "another list in PEM"
                );
            }
        }
    }
}

/// A time stamp or an authority's answer, with certificates in PEM behind it that are trusted
/// beside the genuine one.
pub fn token(bytes: &[u8]) {
    let [statement, genuine, root] = GENUINE;
    let end = memchr::memmem::find(bytes, b"-----BEGIN").unwrap_or(bytes.len());
    let (bytes, more) = bytes.split_at(end);
    let mut roots = Roots::default();
    roots.add("root.pem", root);
    Roots::default().add("any.der", bytes);
    let _ = nonce_of(bytes);
    let Ok(token) = Token::parse(bytes) else { return };
    assert!(token.earliest() <= token.at && token.at <= token.latest(), "no window");
    let whole = as_response(bytes).map(|whole| Token::parse(&whole).map(|token| token.identity));
    assert_eq!(whole, Ok(Ok(token.identity)), "the answer holds another time stamp");
    let fits = token.fits(Digest::of(statement), None).is_ok();
    if token.trace(&roots).is_ok() {
        // Nobody but the authority can have made it.
        let known = Token::parse(genuine).map(|token| (token.at, token.digest, token.nonce));
        assert!(fits, "a time stamp for another file");
        assert_eq!(Ok((token.at, token.digest, token.nonce.clone())), known, "a forged time stamp");
    }
    roots.add("more.pem", more);
    roots.add("signer.der", token.signer.bytes());
    if let Ok(stamped) = token.trace(&roots) {
        assert!(roots.find(&stamped.fingerprint).is_some(), "a root that nobody trusts");
    }
    let _ = (token.signer.name(), token.signer.issuer_name(), token.signer.to_pem());
}

/// A proof of OpenTimestamps.
pub fn ots(bytes: &[u8]) {
    let Ok(proof) = OtsProof::parse(bytes) else { return };
    for promise in &proof.promises {
        if let Promise::Bitcoin { merkle_root, .. } = promise {
            assert_eq!(merkle_root.len(), 64, "no Merkle root");
        }
    }
    assert!(!proof.promises.is_empty(), "a proof of nothing");
    assert!(OtsProof::parse(&[bytes, &[0]].concat()).is_err(), "a proof that goes on");
}

/// A statement, a line that was sent, a request, and all of them side by side.
pub fn statement(bytes: &[u8]) {
    if let Ok(statement) = Statement::parse(bytes) {
        assert_eq!(statement.to_bytes(), bytes, "other bytes say the same");
        assert!(statement.heads.is_sorted());
        let _ = (statement.name(), request(Digest::of(bytes)));
    }
    if let Ok(witnessed) = Witnessed::parse(bytes) {
        assert_eq!(Witnessed::parse(&witnessed.to_bytes()).as_ref(), Ok(&witnessed));
        let _ = witnessed.lines.iter().any(|line| AnchorLine::is_in(line, witnessed.statement));
    }
    if let Some((digest, nonce)) = nonce_of(bytes) {
        let _ = nonce_of(&request(digest)).is_some_and(|(_, own)| own == nonce);
    }
    let [genuine, stamp, _] = GENUINE;
    let names = ["a.json", "a-witness-b.json", "a.tsq", "a.tsr", "a.ots"];
    let files = names.map(|name| (name, bytes));
    let files = files.into_iter().chain([("g.json", genuine), ("g.tsr", stamp)]);
    let shelf = Shelf::sort(files, &Roots::default());
    assert_eq!(shelf.newest_first().len(), shelf.statements.len(), "a statement is lost");
    assert!(shelf.last().is_some(), "the genuine statement is always there");
    let _ = (shelf.newest(), shelf.vouched_for().count(), shelf.beside("anchors/a.tsr"));
    let heads: Vec<Digest> = shelf.statements.keys().copied().collect();
    let _ = reached(&heads, |digest| shelf.statements.get(&digest).map(|(_, one)| &one.heads[..]));
}

/// A note: split, read, held against the rules, edited, taken apart.
pub fn note(bytes: &[u8]) {
    const PATH: &str = "clients/a/n.md";
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut faults = Vec::new();
    let note = Note::parse(PATH, text, &mut faults);
    let mut client = client();
    read_client(&note, &mut client, &mut faults);
    let recorded = note.read(&client, &mut faults);
    let settings = Settings::default();
    let catalogue =
        CATALOGUE.get_or_init(|| Catalogue::new(built_in_flags(), &Settings::default()));
    let clients = [client.id.clone()].into_iter().collect();
    let files = FileNames::of([PATH].into_iter());
    let now = Timestamp::UNIX_EPOCH;
    let surroundings = Surroundings {
        catalogue,
        settings: &settings,
        questions: &built_in_questions(),
        clients: &clients,
        files: &files,
        now,
    };
    faults.extend(NoteRules(&surroundings).inspect(&note, &recorded, &client));
    lie_in(text, &faults);
    for scalar in note.tree.scalars() {
        lies_in(text, scalar.span());
    }
    note.tree.comments().iter().for_each(|comment| lies_in(text, *comment));
    let found = note.body();
    found.headings.iter().for_each(|heading| lies_in(text, heading.span));
    found.links.iter().for_each(|link| lies_in(text, link.span));
    found.quoted.iter().for_each(|span| lies_in(text, *span));
    let _ = body::observed_and_reading(text, note.parts.body);
    if let Some(front) = note.parts.front {
        lies_in(text, front);
        assert!(front.end <= note.parts.body.start, "the body begins before the front matter ends");
    }
    assert_eq!(note.parts.body.end, text.len(), "the body ends early");
    let _ = check::findings(place(PATH, text, faults));
    if let Ok(edited) = edit::set_scalar(text, "status", "é: x") {
        let note = Note::parse(PATH, &edited, &mut Vec::new());
        let value = note.root().and_then(|root| root.entry("status")?.1.text().map(str::to_owned));
        assert_eq!(value.as_deref(), Some("é: x"), "an edit that does not say so");
    }
    let _ = read_question_set(&note, &mut Vec::new());
    let answer = ("decided-by", "é: x, {y}");
    if let Ok(edited) = edit::set_in_map(text, "screening", answer.0, answer.1) {
        let mut client = self::client();
        read_client(&Note::parse(PATH, &edited, &mut Vec::new()), &mut client, &mut Vec::new());
        let said = client.screening.0.iter().any(|(id, text)| (&**id, &**text) == answer);
        assert!(said, "an answer that is not read back");
    }
    let _ = explode::explode(&note, &client, |_| true);
}

/// A table as an invoicing program exports it, and the settings of a vault.
pub fn table(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    for name in TABLES {
        let mut faults = Vec::new();
        let tree = read_table(name, text, &mut faults);
        for (key, value) in tree.rows().flat_map(|row| row.entries()) {
            assert!(key.text().is_some(), "a cell without a column");
            lies_in(text, value.span());
        }
        lie_in(text, &faults);
    }
    lie_in(text, &parse_settings(text).1);
}

/// A question in the first line, and the note it is asked about below.
pub fn query(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (expression, note) = text.split_once('\n').unwrap_or((text, ""));
    let today = date(2026, 11, 20);
    let query = match Query::parse(expression, today) {
        Ok(query) => query,
        Err(fault) => return lies_in(expression, fault.span),
    };
    let opposite = Query::parse(&format!("not ({expression}\n)"), today);
    let note = Note::parse("clients/a/n.md", note, &mut Vec::new());
    let client = client();
    let place = Place { client: Some(&client.id), zone: &client.zone, currency: client.currency };
    for row in rows_of(&note, &place) {
        let holds = query.holds(&row, &mut 0);
        // Around an empty question there are parentheses around nothing, and deeper is too deep.
        if let Ok(opposite) = &opposite {
            assert_ne!(opposite.holds(&row, &mut 0), holds, "found both ways");
        }
        for field in &query.fields {
            lies_in(expression, field.span);
            let there = row.has(field);
            assert!(there || row.values(field).is_empty() && row.cell(field).is_empty());
            assert_eq!(row.key(field).is_some(), !row.values(field).is_empty(), "no order");
            assert!(row.distinct(field).len() <= row.values(field).len());
            let _ = row.value(field);
        }
        let _ = row.front_matter();
    }
    let mut known = Fields::default();
    known.extend(note.root().map(fields_of).unwrap_or_default());
    query.fields.iter().for_each(|field| drop(known.know(field)));
}

/// A mail, and the same bytes as a mailbox.
pub fn mail(bytes: &[u8]) {
    let whole = RawMail { bytes: bytes.to_vec(), ..RawMail::default() };
    read_holds(&read_mail(&whole), bytes);
    let mut end = 0;
    for mail in Mbox::new(bytes) {
        let Ok(mail) = mail else { continue };
        assert!(end <= mail.at, "messages overlap");
        assert!(bytes[mail.at..].starts_with(&mail.bytes), "not the bytes of the mailbox");
        end = mail.at + mail.bytes.len();
        read_holds(&read_mail(&mail), bytes);
    }
}

/// An exported chat in each form that it may have.
pub fn chat(bytes: &[u8]) {
    let head = String::from_utf8_lossy(bytes);
    let guessed = chat_form(&head);
    let people = People::parse(bytes);
    let forms = [ChatForm::Lines, ChatForm::Blocks, ChatForm::Days, ChatForm::Json];
    for form in guessed.into_iter().chain(forms) {
        for order in [None, Some(DateOrder::DayFirst), Some(DateOrder::MonthFirst)] {
            for message in read_chat(form, bytes, order, &people).into_iter().flatten() {
                read_holds(&message, bytes);
                let _ = asks(&message.text, &message.own());
                let _ = manner(&message.text);
            }
        }
    }
}

/// Text that may have been taken for another character set.
pub fn damage(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let Some(repair) = repaired(text) else { return };
    assert!(!text.is_ascii() && repair.text != text, "sound text is mended");
    let mut at = 0;
    for (place, length) in &repair.runs {
        let run = &repair.text[at..at + length];
        assert!(place.is_none_or(|place| text[place..].starts_with(run)), "another run");
        at += length;
    }
    assert_eq!(at, repair.text.len(), "runs without end");
}

/// Every span of a message lies in its text, and what is said to be in the file is there.
fn read_holds(message: &ReadMessage, bytes: &[u8]) {
    let mut at = 0;
    for aside in &message.set_aside {
        assert!(at <= aside.span.start && aside.span.start <= aside.span.end, "parts overlap");
        lies_in(&message.text, aside.span);
        at = aside.span.end;
    }
    message.own().into_iter().for_each(|span| lies_in(&message.text, span));
    assert!(message.raw.end <= bytes.len(), "a message beyond its file");
    let mut start = 0;
    for line in message.text.split_inclusive('\n') {
        let span = Span::new(start, start + line.len());
        if let Some(place) =
            message.places.in_file(span).filter(|place| place.end - place.start == line.len())
        {
            assert_eq!(bytes.get(place.start..place.end), Some(line.as_bytes()), "not there");
        }
        start = span.end;
    }
}

fn client() -> Client {
    Client::unknown(ClientId::new("a"), Language::En, TimeZone::UTC, Currency::EURO)
}

fn lie_in(text: &str, faults: &[Fault]) {
    faults.iter().for_each(|fault| lies_in(text, fault.span));
}

fn lies_in(text: &str, span: Span) {
    assert!(text.get(span.start..span.end).is_some(), "{}..{} is no text", span.start, span.end);
}
