//! Tables beside the client note, as invoicing programs export them: CSV into a tree.

use std::borrow::Cow;

use csv::{ByteRecord, ReaderBuilder};

use super::Fault;
use super::columns::{Header, read_header};
use super::tree::{NodeData, Shape, Tree};
use crate::finding::Span;
use crate::phrase::Phrase;

/// The tables that may lie beside a client note, each as `<name>.csv`.
pub const TABLES: [&str; 4] = ["access", "deliverables", "invoices", "milestones"];

/// Reads a table with a header line into a list of maps. The separator is `,`, `;` or a tab,
/// whichever the header has most of; behind `;` and tabs decimals may have a comma.
///
/// Columns that nothing reads, rows without a value and all rows below a header that lacks a
/// column they need are left out; the header's fault is one. A value's span is its cell; in a
/// line with quotation marks it is the line.
pub fn read_table<'a>(table: &str, text: &'a str, faults: &mut Vec<Fault>) -> Tree<'a> {
    let start = start_of_table(text);
    let below = &text[start..];
    let separator = separator_of(text, below);
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(below.as_bytes());
    let mut tree = Tree::default();
    tree.nodes.push(node(Span::new(start, text.len()), Shape::List { flow: false }));
    let mut header: Option<Header> = None;
    let mut record = ByteRecord::new();
    loop {
        let from = position(&reader);
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) | Err(_) => break,
        }
        let line = trimmed(below, from, position(&reader));
        let line = Span::new(line.start + start, line.end + start);
        let mut cells = cells(text, line, &record, separator);
        let filled = cells.iter().rposition(|(value, _)| !value.is_empty());
        let Some(last) = filled else { continue };
        let Some(header) = &header else {
            let names: Vec<String> = cells.into_iter().map(|(name, _)| name).collect();
            header = Some(read_header(table, &names, line, faults));
            continue;
        };
        if !header.is_complete {
            break;
        }
        // Spreadsheets end lines with separators for columns that hold nothing.
        cells.truncate(header.keys.len().max(last + 1));
        if cells.len() > header.keys.len() {
            faults.push(
                Fault::new("too-many-cells", line)
                    .saying(
                        Phrase::new("too-many-cells")
                            .with("found", cells.len())
                            .with("expected", header.keys.len()),
                    )
                    .hinting(Phrase::new("too-many-cells-hint")),
            );
        }
        if separator != b',' {
            cells.iter_mut().for_each(|(value, _)| with_dot(value));
        }
        push_row(&mut tree, line, &header.keys, cells);
    }
    tree.nodes[0].next = tree.nodes.len();
    tree
}

/// Where the header begins: behind a byte order mark and the line `sep=;` of spreadsheets.
fn start_of_table(text: &str) -> usize {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first = text[start..].split_inclusive('\n').next().unwrap_or_default();
    if declared_separator(first).is_some() { start + first.len() } else { start }
}

/// The separator that a line `sep=;` declares.
fn declared_separator(line: &str) -> Option<u8> {
    let declared = line.trim_end_matches(['\r', '\n']).trim_matches('"').strip_prefix("sep=")?;
    declared
        .bytes()
        .next()
        .filter(|byte| declared.len() == 1 && matches!(byte, b',' | b';' | b'\t'))
}

/// The separator that is declared, else the one the first line has most of outside of quotes.
fn separator_of(text: &str, below: &str) -> u8 {
    let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
    if let Some(declared) = declared_separator(first) {
        return declared;
    }
    let mut quoted = false;
    let mut counts = [(b',', 0_usize), (b';', 0), (b'\t', 0)];
    for byte in below.trim_start_matches(['\r', '\n']).bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => break,
            _ if !quoted => {
                counts.iter_mut().filter(|(it, _)| *it == byte).for_each(|(_, n)| *n += 1)
            }
            _ => {}
        }
    }
    let [comma, rest @ ..] = counts;
    rest.into_iter().fold(comma, |most, it| if it.1 > most.1 { it } else { most }).0
}

/// `1 250,10 €` becomes `1250.10 EUR`: where no comma separates cells, one in a number is its
/// decimal point. Any other text stays.
fn with_dot(value: &mut String) {
    let (number, unit) = match value.strip_suffix('€') {
        Some(number) => (number, " EUR"),
        None => match value.rsplit_once(char::is_whitespace) {
            Some((number, code))
                if code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase()) =>
            {
                (number, &value[number.len()..])
            }
            _ => match value.strip_suffix('%') {
                Some(number) => (number, "%"),
                None => (value.as_str(), ""),
            },
        },
    };
    let plain: String = number.chars().filter(|char| !char.is_whitespace()).collect();
    let digits = plain.strip_prefix('-').unwrap_or(&plain);
    let is_number = digits.starts_with(|first: char| first.is_ascii_digit())
        && digits.ends_with(|last: char| last.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b',' | b'.'))
        && digits.bytes().filter(|byte| matches!(byte, b',' | b'.')).count() <= 1;
    // A number without a comma, a unit or a space is left as it is: it may be an id.
    if is_number && (plain.contains(',') || !unit.is_empty() || plain.len() < number.len()) {
        *value = format!("{}{}", plain.replace(',', "."), unit);
    }
}

fn position(reader: &csv::Reader<&[u8]>) -> usize {
    usize::try_from(reader.position().byte()).unwrap_or(usize::MAX)
}

fn trimmed(text: &str, from: usize, to: usize) -> Span {
    let line = text.get(from..to).unwrap_or_default();
    let lead = line.len() - line.trim_start_matches(['\r', '\n']).len();
    Span::new(from + lead, from + line.trim_end_matches(['\r', '\n']).len().max(lead))
}

const fn node(span: Span, shape: Shape<'_>) -> NodeData<'_> {
    NodeData { span, next: 0, shape }
}

/// The cells of a line, trimmed, each with its bytes.
fn cells(text: &str, line: Span, record: &ByteRecord, separator: u8) -> Vec<(String, Span)> {
    let values = record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned());
    let raw = line.of(text);
    if raw.contains('"') {
        return values.map(|value| (value, line)).collect();
    }
    let mut at = line.start;
    let spans = raw.split(char::from(separator)).map(|cell| {
        let lead = cell.len() - cell.trim_start().len();
        let span = Span::new(at + lead, at + lead + cell.trim().len());
        at += cell.len() + 1;
        span
    });
    values.zip(spans).collect()
}

fn push_row(
    tree: &mut Tree<'_>,
    line: Span,
    keys: &[Option<&'static str>],
    cells: Vec<(String, Span)>,
) {
    let row = tree.nodes.len();
    tree.nodes.push(node(line, Shape::Map));
    for (key, (value, span)) in keys.iter().zip(cells) {
        let Some(key) = key else { continue };
        // A key of a row points at the row's own cell: there is one header for all rows.
        for text in [Cow::Borrowed(*key), Cow::Owned(value)] {
            tree.nodes.push(node(span, Shape::Scalar { text, plain: true }));
            let next = tree.nodes.len();
            tree.nodes[next - 1].next = next;
        }
    }
    let next = tree.nodes.len();
    tree.nodes[row].next = next;
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of a table of invoices as `key=value`, and the codes of its faults.
    fn read(text: &str) -> (Vec<String>, Vec<&'static str>) {
        let mut faults = Vec::new();
        let tree = read_table("invoices", text, &mut faults);
        let row = |row: super::super::Node<'_, '_>| {
            let cells = row.entries().filter_map(|(key, value)| {
                let value = value.text().filter(|text| !text.is_empty())?;
                Some(format!("{}={value}", key.text()?))
            });
            cells.collect::<Vec<_>>().join(" ")
        };
        (tree.rows().map(row).collect(), faults.iter().map(|fault| fault.code).collect())
    }

    #[test]
    fn rows_become_maps_with_the_spans_of_their_cells() {
        let text = "id;amount\nA-1; 12.50\n\"B;2\";3\n";
        let mut faults = Vec::new();
        let tree = read_table("invoices", text, &mut faults);
        let rows: Vec<_> = tree.rows().collect();
        assert_eq!(rows.len(), 2);
        let amount = rows[0].get("amount").expect("a cell");
        assert_eq!((amount.text(), amount.span().of(text)), (Some("12.50"), "12.50"));
        assert_eq!(rows[1].get("id").and_then(super::super::Node::text), Some("B;2"));
        assert_eq!(faults, []);
    }

    #[test]
    fn a_line_with_too_many_cells_is_reported() {
        assert_eq!(read("id,amount\nA-1,1250,10\n").1, ["too-many-cells"]);
        assert_eq!(read("id,amount,,\nA-1,1250.10,,,,\n,,,,\n,\n").1, [""; 0]);
    }

    #[test]
    fn a_table_of_a_french_spreadsheet_is_read() {
        let text = "\u{feff}sep=;\r\nNuméro;Date;Échéance;Montant TTC;Devise;Payée le;Client\r\n\
                    2026-014;2026-02-01;2026-03-03;1\u{202f}250,10 €;;2026-03-02;\"Nova,\r\nParis\"\r\n\
                    ;;;;;;\r\n2026-015;2026-03-01;;-50,00;EUR;;\r\n";
        let (rows, faults) = read(text);
        assert_eq!(
            rows,
            [
                "id=2026-014 issued=2026-02-01 due=2026-03-03 amount=1250.10 EUR paid=2026-03-02",
                "id=2026-015 issued=2026-03-01 amount=-50.00 currency=EUR",
            ]
        );
        assert_eq!(faults, [""; 0]);
        assert_eq!(read("\"id\"\t\"amount, all\"\t\"montant\"\n1\t\t5,5\n").0, ["id=1 amount=5.5"]);
        assert_eq!(read("id,amount\nA,\"5,50\"\n").0, ["id=A amount=5,50"]);
    }

    #[test]
    fn decimals_get_a_dot_and_other_words_stay() {
        for (text, read) in [
            ("1250,10", "1250.10"),
            ("1 250,10 EUR", "1250.10 EUR"),
            ("60,5 %", "60.5%"),
            ("1250 €", "1250 EUR"),
            ("2026-014", "2026-014"),
            ("1.250,10", "1.250,10"),
            ("Lot 1,5", "Lot 1,5"),
            (",5", ",5"),
            ("007", "007"),
            ("", ""),
        ] {
            let mut value = text.to_owned();
            with_dot(&mut value);
            assert_eq!(value, read);
        }
    }

    #[test]
    fn what_is_wrong_with_the_header_is_one_fault_at_its_line() {
        let rows = "A-1,2026-02-01,2026-03-03,1250.10,2026-03-02\n".repeat(5);
        for (header, key, told) in [
            ("id,issued,due,amout,paid", "table-header-lacks", "`amout` → `amount`"),
            ("nummer,datum,faellig,betrag", "table-header-lacks", "`nummer` → `number`"),
            ("A-0,2026-02-01,2026-03-03,1250.10,", "table-header-lacks", "id, issued"),
            ("id,isued,due,amount,paid", "table-header-unknown", "`isued` → `issued`"),
            ("id,issued,due,amount,montant", "table-header-twice", "id, issued"),
        ] {
            let mut faults = Vec::new();
            let text = format!("{header}\n{rows}");
            let tree = read_table("invoices", &text, &mut faults);
            let expected = if key == "table-header-lacks" { 0 } else { 5 };
            assert_eq!((tree.rows().count(), faults.len()), (expected, 1), "{header}");
            assert_eq!((faults[0].code, faults[0].span.of(&text)), ("table-header", header));
            assert_eq!(faults[0].message.key, key);
            let hint = format!("{:?}", faults[0].hint);
            assert!(hint.contains(told), "{hint}");
        }
        assert_eq!(
            read("numero,montant,Nom,TVA,Notes\n1,2,3,4,5\n"),
            (vec!["id=1 amount=2".into()], vec![])
        );
    }
}
