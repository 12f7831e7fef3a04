//! The client note, and the tables beside it.

use jiff::civil::Date;

use jiff::tz::TimeZone;

use super::Note;
use crate::finding::Span;
use crate::model::{
    Access, Channel, Client, Currency, Deliverable, DeliverableState, Deposit, Invoice,
    JURISDICTIONS, Language, LateInterest, Milestone, Party, Pronoun, Screening, WorkingHours,
};
use crate::note::value::{exact, shortened};
use crate::note::{Fault, Fields, Node, meant};
use crate::phrase::Phrase;

/// Completes `client`, of whom the folder is known, with what the note tells.
pub fn read_client(note: &Note<'_>, client: &mut Client, faults: &mut Vec<Fault>) {
    let Some(root) = note.root() else { return };
    let mut fields = Fields::new(root, faults);
    if let Some(name) = fields.text("name") {
        name.clone_into(&mut client.name);
    }
    client.contact = owned(fields.text("contact"));
    client.decision_maker = owned(fields.text("decision-maker"));
    client.platform = owned(fields.text("platform"));
    client.channel = fields.word("channel", &Channel::ALL, Channel::as_str);
    client.substitute = owned(fields.text("substitute"));
    if let Some(pronoun) = fields.word("pronoun", &Pronoun::ALL, Pronoun::as_str) {
        client.pronoun = pronoun;
    }
    client.signed = fields.date("signed");
    client.notice = fields.period("notice");
    client.reply_within = fields.period("reply-within");
    client.payment_terms = fields.period("payment-terms");
    client.income_share = fields.percent("income-share");
    client.scope = fields.texts("scope").into_iter().map(|(text, _)| text.to_owned()).collect();
    if let Some(language) = fields.word("language", &Language::ALL, Language::code) {
        client.language = language;
    }
    read_zone_and_currency(client, &mut fields);
    client.hours = fields.read_with("hours", |text| {
        WorkingHours::parse(text).ok_or_else(|| refused("invalid-hours", text))
    });
    client.late_interest = fields.read_with("late-interest", read_late_interest);
    client.screening = read_screening(&mut fields);
    for table in ["invoices", "milestones", "deliverables", "access"] {
        let rows = fields.maps(table);
        let mut of_rows = Vec::new();
        read_table_rows(table, note.path, rows.into_iter(), client, &mut of_rows);
        of_rows.into_iter().for_each(|fault| fields.report(fault));
    }
    for row in fields.maps("deposits") {
        let mut of_row = Vec::new();
        client.deposits.extend(read_deposit(&mut Fields::new(row, &mut of_row), client.currency));
        of_row.into_iter().for_each(|fault| fields.report(fault));
    }
}

fn owned(text: Option<&str>) -> Option<String> {
    text.map(str::to_owned)
}

fn refused(code: &'static str, text: &str) -> Fault {
    let hint = match code {
        "invalid-hours" => "invalid-hours-hint",
        "unknown-zone" => "unknown-zone-hint",
        _ => "unknown-currency-hint",
    };
    Fault::new(code, Span::default())
        .saying(Phrase::new(code).with("text", shortened(text)))
        .hinting(Phrase::new(hint))
}

fn read_zone_and_currency(client: &mut Client, fields: &mut Fields<'_, '_, '_>) {
    let zone = fields.read_with("timezone", |text| {
        TimeZone::get(text).map_err(|_| refused("unknown-zone", text))
    });
    if let Some(zone) = zone {
        client.zone = zone;
    }
    if let Some(currency) = read_currency(fields) {
        client.currency = currency;
    }
}

fn read_currency(fields: &mut Fields<'_, '_, '_>) -> Option<Currency> {
    fields.read_with("currency", |text| {
        Currency::from_code(text).ok_or_else(|| refused("unknown-currency", text))
    })
}

/// `none`, `12%`, or the name of a known jurisdiction.
fn read_late_interest(text: &str) -> Result<LateInterest, Fault> {
    if text == "none" {
        return Ok(LateInterest::None);
    }
    if let Some(rate) = text.strip_suffix('%') {
        return exact(rate.trim_end())
            .map(LateInterest::Yearly)
            .ok_or_else(|| refused_interest(text));
    }
    if let Some(known) = JURISDICTIONS.into_iter().find(|known| *known == text) {
        return Ok(LateInterest::Jurisdiction(known));
    }
    Err(refused_interest(text))
}

fn refused_interest(text: &str) -> Fault {
    let known = ["none"].into_iter().chain(JURISDICTIONS);
    let hint = match meant("late-interest", text, known) {
        Some(word) => Phrase::new("unknown-value-nearest").with("word", word),
        None => Phrase::new("invalid-late-interest-hint").with("known", JURISDICTIONS.join("`, `")),
    };
    Fault::new("invalid-late-interest", Span::default())
        .saying(Phrase::new("invalid-late-interest").with("text", shortened(text)))
        .hinting(hint)
}

fn read_screening(fields: &mut Fields<'_, '_, '_>) -> Screening {
    let Some(map) = fields.map("screening") else { return Screening::default() };
    let answers = map.entries().filter_map(|(question, answer)| {
        let answer = match answer.text() {
            Some(text) => text.to_owned(),
            None => answer.items().filter_map(Node::text).collect::<Vec<_>>().join(", "),
        };
        Some((question.text()?.to_owned(), answer))
    });
    Screening(answers.collect())
}

/// Reads the rows of `invoices`, `milestones`, `deliverables` or `access`, which stand in the
/// file at `path`, into `client`.
pub fn read_table_rows<'t, 'a: 't>(
    table: &str,
    path: &str,
    rows: impl Iterator<Item = Node<'t, 'a>>,
    client: &mut Client,
    faults: &mut Vec<Fault>,
) {
    for row in rows {
        let mut row = Fields::new(row, faults);
        match table {
            "invoices" => {
                let invoice = read_invoice(&mut row, path, client);
                client.invoices.extend(invoice);
            }
            "milestones" => {
                let milestone = read_milestone(&mut row, client.currency);
                client.milestones.extend(milestone);
            }
            "deliverables" => client.deliverables.extend(read_deliverable(&mut row)),
            _ => client.access.extend(read_access(&mut row)),
        }
    }
}

fn read_invoice(row: &mut Fields<'_, '_, '_>, path: &str, client: &Client) -> Option<Invoice> {
    row.check_keys(&["id", "issued", "due", "amount", "paid", "currency"]);
    for key in ["id", "amount"] {
        if row.get(key).is_none() {
            row.missing(key);
        }
    }
    let named = read_currency(row);
    let currency = named.unwrap_or(client.currency);
    let id = row.text("id").map(str::to_owned);
    let (issued, due, paid) = (row.date("issued"), row.date("due"), row.date("paid"));
    let due = due.or_else(|| Some(client.payment_terms?.after(issued?)));
    let amount = row.money("amount", currency);
    if let (Some(named), Some(amount), Some(node)) = (named, amount, row.get("amount"))
        && named != amount.currency
    {
        row.report(
            Fault::new("two-currencies", node.span())
                .saying(
                    Phrase::new("two-currencies")
                        .with("first", amount.currency.code())
                        .with("second", named.code()),
                )
                .hinting(Phrase::new("two-currencies-hint").with("first", amount.currency.code())),
        );
    }
    for (key, later) in [("due", due), ("paid", paid)] {
        report_earlier(row, issued, (key, later), |issued| {
            let said = Phrase::new("before-issued").with("key", key).with("issued", issued);
            Fault::new("before-issued", Span::default()).saying(said)
        });
    }
    Some(Invoice { id: id?, issued, due, amount: amount?, paid, note: path.to_owned() })
}

/// Reports a day that comes before the one it follows.
fn report_earlier(
    row: &mut Fields<'_, '_, '_>,
    first: Option<Date>,
    (key, later): (&'static str, Option<Date>),
    fault: impl FnOnce(Date) -> Fault,
) {
    if let (Some(first), Some(later), Some(node)) = (first, later, row.get(key))
        && later < first
    {
        let fault = Fault { span: node.span(), ..fault(first) };
        row.report(fault.hinting(Phrase::new("before-issued-hint")));
    }
}

/// Reports what ended before it began.
fn report_ended_early(
    row: &mut Fields<'_, '_, '_>,
    (start, first): (&'static str, Option<Date>),
    ended: Option<Date>,
) {
    report_earlier(row, first, ("ended", ended), |first| {
        let said = Phrase::new("ended-before-start").with("start", start).with("day", first);
        Fault::new("ended-before-start", Span::default()).saying(said)
    });
}

fn read_milestone(row: &mut Fields<'_, '_, '_>, currency: Currency) -> Option<Milestone> {
    row.check_keys(&["title", "due", "amount", "done", "invoice"]);
    if row.get("title").is_none() {
        row.missing("title");
    }
    let title = row.text("title").map(str::to_owned);
    let (due, amount, done) = (row.date("due"), row.money("amount", currency), row.percent("done"));
    let invoice = owned(row.text("invoice"));
    Some(Milestone { title: title?, due, amount, done, invoice })
}

fn read_deposit(row: &mut Fields<'_, '_, '_>, currency: Currency) -> Option<Deposit> {
    row.check_keys(&["title", "amount", "received", "ended"]);
    if row.get("amount").is_none() {
        row.missing("amount");
    }
    let title = owned(row.text("title"));
    let (received, ended) = (row.date("received"), row.date("ended"));
    report_ended_early(row, ("received", received), ended);
    Some(Deposit { title, amount: row.money("amount", currency)?, received, ended })
}

fn read_deliverable(row: &mut Fields<'_, '_, '_>) -> Option<Deliverable> {
    row.check_keys(&["title", "state"]);
    if row.get("title").is_none() {
        row.missing("title");
    }
    let title = row.text("title").map(str::to_owned);
    let state = row.word("state", &DeliverableState::ALL, DeliverableState::as_str);
    Some(Deliverable { title: title?, state: state.unwrap_or(DeliverableState::Owed) })
}

fn read_access(row: &mut Fields<'_, '_, '_>) -> Option<Access> {
    row.check_keys(&["what", "whose", "held-by", "since", "ended"]);
    for key in ["what", "whose", "held-by"] {
        if row.get(key).is_none() {
            row.missing(key);
        }
    }
    let what = row.text("what").map(str::to_owned);
    let (whose, held_by) = (read_party("whose", row), read_party("held-by", row));
    let (since, ended) = (row.date("since"), row.date("ended"));
    report_ended_early(row, ("since", since), ended);
    Some(Access { what: what?, whose: whose?, held_by: held_by?, since, ended })
}

fn read_party(key: &'static str, row: &mut Fields<'_, '_, '_>) -> Option<Party> {
    row.read_with(key, |text| {
        Party::from_word(text).ok_or_else(|| {
            Fault::new("unknown-value", Span::default())
                .saying(Phrase::new("unknown-value").with("key", key).with("text", shortened(text)))
                .hinting(Phrase::new("unknown-value-hint").with("words", "ours, theirs, shared"))
        })
    })
}
