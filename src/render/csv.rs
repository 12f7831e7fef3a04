//! Somebody else's text in a CSV cell that a spreadsheet will open.

use std::borrow::Cow;

/// The text so that no spreadsheet takes it for a formula: an apostrophe before `=`, `+`, `-`,
/// `@`, a tab or a carriage return. Plain numbers stay numbers.
pub fn cell(text: &str) -> Cow<'_, str> {
    let begins = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let is_number = text.parse::<rust_decimal::Decimal>().is_ok() && !text.starts_with('+');
    if begins && !is_number { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// A line of a table (RFC 4180): cells divided by commas, in quotes where they need them, ending in
/// CRLF. No cell is a formula to a spreadsheet.
pub fn record<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    // A writer into memory does not fail, and text stays text.
    let _ = writer.write_record(cells.into_iter().map(|text| cell(text).into_owned()));
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_quoted_where_it_must_be() {
        assert_eq!(
            record(["a", "b \"c\", d", "", "two\nlines"]),
            "a,\"b \"\"c\"\", d\",,\"two\nlines\"\r\n"
        );
        assert_eq!(record(["=1+1", "-2.50"]), "'=1+1,-2.50\r\n");
        // One empty cell is a line all the same.
        assert_eq!(record([""]), "\"\"\r\n");
    }

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(cell("-12.50"), "-12.50");
        assert_eq!(cell("-1+cmd|x"), "'-1+cmd|x");
        assert_eq!(cell("@sum"), "'@sum");
        assert_eq!(cell("late call"), "late call");
    }
}
