//! Tables beside the client note, as invoicing programs export them: CSV into a tree.

use csv::{ByteRecord, ReaderBuilder};

use super::Fault;
use super::tree::{NodeData, Shape, Tree};
use crate::finding::Span;
use crate::phrase::Phrase;

/// The tables that may lie beside a client note, each as `<name>.csv`.
pub const TABLES: [&str; 4] = ["access", "deliverables", "invoices", "milestones"];

/// Reads a table with a header line into a list of maps; the separator is `,` or `;`, whichever
/// the header has.
///
/// A value's span is its cell; in a line with quotation marks it is the line.
pub fn read_table<'a>(text: &'a str, faults: &mut Vec<Fault>) -> Tree<'a> {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let table = &text[start..];
    let header = table.lines().next().unwrap_or_default();
    let separator = if header.contains(';') && !header.contains(',') { b';' } else { b',' };
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(table.as_bytes());
    let mut tree = Tree::default();
    tree.nodes.push(node(Span::new(start, text.len()), Shape::List { flow: false }));
    let mut names: Vec<(String, Span)> = Vec::new();
    let mut record = ByteRecord::new();
    loop {
        let from = position(&reader);
        match reader.read_byte_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(_) => break,
        }
        let line = trimmed(table, from, position(&reader));
        let line = Span::new(line.start + start, line.end + start);
        let cells = cells(text, line, &record, separator);
        if names.is_empty() {
            names = cells;
            continue;
        }
        if cells.len() > names.len() {
            faults.push(
                Fault::new("too-many-cells", line)
                    .saying(
                        Phrase::new("too-many-cells")
                            .with("found", cells.len())
                            .with("expected", names.len()),
                    )
                    .hinting(Phrase::new("too-many-cells-hint")),
            );
        }
        push_row(&mut tree, line, &names, cells);
    }
    tree.nodes[0].next = tree.nodes.len();
    tree
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

fn push_row(tree: &mut Tree<'_>, line: Span, names: &[(String, Span)], cells: Vec<(String, Span)>) {
    let row = tree.nodes.len();
    tree.nodes.push(node(line, Shape::Map));
    for ((name, _), (value, span)) in names.iter().zip(cells) {
        // A key of a row points at the row's own cell: there is one header for all rows.
        for text in [name.clone(), value] {
            tree.nodes.push(node(span, Shape::Scalar { text: text.into(), plain: true }));
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

    #[test]
    fn rows_become_maps_with_the_spans_of_their_cells() {
        let text = "id;amount\nA-1; 12.50\n\"B;2\";3\n";
        let mut faults = Vec::new();
        let tree = read_table(text, &mut faults);
        let rows: Vec<_> = tree.rows().collect();
        assert_eq!(rows.len(), 2);
        let amount = rows[0].get("amount").expect("a cell");
        assert_eq!((amount.text(), amount.span().of(text)), (Some("12.50"), "12.50"));
        assert_eq!(rows[1].get("id").and_then(super::super::Node::text), Some("B;2"));
        assert_eq!(faults, []);
    }

    #[test]
    fn a_line_with_too_many_cells_is_reported() {
        let mut faults = Vec::new();
        read_table("id,amount\nA-1,1250,10\n", &mut faults);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].code, "too-many-cells");
    }
}
