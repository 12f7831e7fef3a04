//! What a stranger is told about a case: who, what was agreed, the sum, what is asked, and
//! every dated fact with the exhibit that shows it.
//!
//! Facts only: no score, no red flag's name, no reading of the user's, no pulse.

mod facts;
mod first_page;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{Names, SCHEMA, Sentence, TimelineView};
use crate::assess::{Assessment, Catalogue};
use crate::bundle::BundleExhibit;
use crate::model::{Case, ClientId, Invoice, Moment};
use crate::phrase::Phrase;

/// What is handed over beside the case: originals, and which notes speak of them.
#[derive(Clone, Copy, Debug)]
pub struct HandedOver<'a> {
    /// The originals, in the order they are listed.
    pub exhibits: &'a [BundleExhibit],
    /// The numbers of the exhibits that a note names, by the note's path.
    pub named_in: &'a BTreeMap<String, Vec<String>>,
    /// Who hands it over.
    pub author: Option<&'a str>,
}

/// What a stranger is told about a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChronologyView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for.
    pub as_of: Date,
    /// The client's id.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// Who hands it over.
    pub author: Option<String>,
    /// The person the user dealt with.
    pub contact: Option<String>,
    /// The person who decides.
    pub decision_maker: Option<String>,
    /// The platform the work runs on.
    pub platform: Option<String>,
    /// What was agreed, a sentence each.
    pub agreed: Vec<Sentence>,
    /// What was agreed to be done.
    pub scope: Vec<String>,
    /// The sums, a sentence each.
    pub sum: Vec<Sentence>,
    /// The invoices, by the day they were issued.
    pub invoices: Vec<InvoiceView>,
    /// What is asked.
    pub asked: Vec<Sentence>,
    /// What happened, oldest first.
    pub facts: Vec<FactView>,
    /// The originals.
    pub exhibits: Vec<ExhibitView>,
}

/// An invoice on the first page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InvoiceView {
    /// Its number.
    pub number: String,
    /// The day it was issued.
    pub issued: Option<Date>,
    /// The day it is due.
    pub due: Option<Date>,
    /// The amount, in words of the language.
    pub amount: Sentence,
    /// Paid when, or open since when.
    pub state: Sentence,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactView {
    /// When.
    pub date: Moment,
    /// What it was: the kinds of a timeline.
    pub kind: &'static str,
    /// What it was, in words; `None` where the text says it.
    pub title: Option<Sentence>,
    /// More about it, in the words of the note.
    pub text: String,
    /// What the client said.
    pub quote: Option<String>,
    /// What has to be known about the fact, a sentence each.
    pub remarks: Vec<Sentence>,
    /// The numbers of the exhibits that show it.
    pub shown_by: Vec<String>,
    /// The note that tells it, or the number of the invoice.
    #[serde(skip)]
    pub source: String,
}

/// An original in the list of exhibits.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExhibitView {
    /// Its number.
    pub exhibit: String,
    /// Its file's name in the bundle.
    pub file: String,
    /// Its path beside the chronology.
    pub href: Option<String>,
    /// When it was acquired.
    pub acquired: Option<Moment>,
    /// Where it comes from.
    pub origin: Option<String>,
    /// Who acquired it.
    pub by: Option<String>,
    /// The digest of its bytes, 64 digits.
    pub digest: String,
    /// Whether its bytes are others than on the day it was acquired.
    pub changed: bool,
    /// Whether its file is kept apart and not in the bundle.
    pub absent: bool,
}

/// What `README-VERIFY.txt` is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadmeView {
    /// What the client is called.
    pub client: String,
    /// The folder that the ledger is cloned into, beside the bundle; plain ASCII.
    pub clone: String,
    /// Whether there is a ledger at all.
    pub ledger: bool,
    /// How many decisions there are.
    pub decisions: usize,
    /// Whether the decisions in the bundle are those of the ledger, name by name.
    pub same: bool,
    /// Commits whose signature can be checked.
    pub signed: Vec<SignedView>,
    /// Time stamps of what the trail was.
    pub stamps: Vec<StampView>,
}

/// A time stamp in `README-VERIFY.txt`; files are given below `data/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StampView {
    /// Its file.
    pub file: String,
    /// What it is for: the SHA-256 of the statement, in hexadecimal digits.
    pub imprint: String,
    /// The statement, where it covers this client.
    pub statement: Option<String>,
    /// When it was made, by the authority's clock.
    pub at: String,
    /// The same in seconds since 1970, as `openssl` takes it.
    pub epoch: i64,
    /// The name on the certificate that signed.
    pub authority: String,
    /// The certificate that it leads to; `None` where that is not known.
    pub root: Option<String>,
    /// Its SHA-256 fingerprint.
    pub fingerprint: Option<String>,
    /// Where a stranger puts the certificates that they take out of it, beside the bundle; the
    /// name without an ending.
    pub taken_out: String,
    /// What lists of revoked certificates say of those behind it.
    pub lists: Vec<ListView>,
    /// The decisions that the statement names as heads.
    pub heads: Vec<String>,
    /// Whether a decision names it: that one was not made before it.
    pub named: bool,
}

/// A certificate behind a time stamp and the list that says whether it was revoked; files are
/// given below `data/`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListView {
    /// The list.
    pub file: String,
    /// Whose certificate it is.
    pub name: String,
    /// Its serial number, in hexadecimal digits.
    pub serial: String,
    /// The certificate of its issuer, who signed the list; `None` where nobody leads to a root.
    pub issuer: Option<String>,
    /// Its file, where it is not the signer's.
    pub certificate: Option<String>,
    /// When the list was made that does not name it; `None` where one does.
    pub as_of: Option<String>,
}

/// A signed commit in `README-VERIFY.txt`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignedView {
    /// The file below `data/`.
    pub file: String,
    /// The commit.
    pub commit: String,
}

impl ChronologyView {
    /// The chronology of a case, as it was known at the moment of the assessment.
    pub fn of(
        case: &Case,
        catalogue: &Catalogue,
        assessment: &Assessment,
        handed: HandedOver<'_>,
    ) -> Self {
        let known = assessment.as_of.known(case);
        let timeline = TimelineView::of(case, catalogue, assessment);
        let client = &known.client;
        let day = assessment.as_of.day;
        let said = |phrases: Vec<Phrase>| {
            let none = Names::default();
            phrases.iter().map(|phrase| Sentence::of(phrase, &none)).collect()
        };
        let mut invoices: Vec<&Invoice> = client.invoices.iter().collect();
        invoices.sort_by_key(|invoice| (invoice.issued, invoice.due, invoice.id.clone()));
        Self {
            schema: SCHEMA,
            as_of: day,
            client: client.id.clone(),
            name: client.name.clone(),
            author: handed.author.map(str::to_owned),
            contact: client.contact.clone(),
            decision_maker: client.decision_maker.clone(),
            platform: client.platform.clone(),
            agreed: said(first_page::agreed(client)),
            scope: client.scope.clone(),
            sum: said(first_page::sum(client, day)),
            invoices: invoices.iter().map(|invoice| InvoiceView::of(invoice, day)).collect(),
            asked: said(first_page::asked(client, assessment.stage, day)),
            facts: facts::facts(&known, &timeline, &assessment.derived, handed),
            exhibits: handed.exhibits.iter().map(ExhibitView::of).collect(),
        }
    }
}

impl InvoiceView {
    fn of(invoice: &Invoice, day: Date) -> Self {
        let state = match (invoice.paid, invoice.due) {
            (Some(paid), _) => Phrase::new("chronology-paid-on").with("date", paid),
            (None, Some(due)) if due < day => Phrase::new("chronology-open-days")
                .with("count", first_page::days_between(due, day)),
            (None, _) => Phrase::new("chronology-not-due"),
        };
        let amount = Phrase::new("chronology-amount").with("amount", invoice.amount);
        let none = Names::default();
        Self {
            number: invoice.id.clone(),
            issued: invoice.issued,
            due: invoice.due,
            amount: Sentence::of(&amount, &none),
            state: Sentence::of(&state, &none),
        }
    }
}

impl ExhibitView {
    fn of(exhibit: &BundleExhibit) -> Self {
        Self {
            exhibit: exhibit.number.clone(),
            file: exhibit.path.rsplit('/').next().unwrap_or(&exhibit.path).to_owned(),
            href: (!exhibit.absent).then(|| exhibit.path.clone()),
            acquired: exhibit.acquired,
            origin: exhibit.origin.clone(),
            by: exhibit.by.clone(),
            digest: exhibit.digest.to_hex(),
            changed: exhibit.is_changed(),
            absent: exhibit.absent,
        }
    }
}
