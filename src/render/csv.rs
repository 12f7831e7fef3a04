//! Somebody else's text in a CSV cell that a spreadsheet will open.

use std::borrow::Cow;

/// The text so that no spreadsheet takes it for a formula: an apostrophe before `=`, `+`, `-`,
/// `@`, a tab or a carriage return. Plain numbers stay numbers.
pub fn cell(text: &str) -> Cow<'_, str> {
    let begins = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let is_number = text.parse::<rust_decimal::Decimal>().is_ok() && !text.starts_with('+');
    if begins && !is_number { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text_and_numbers_stay() {
        assert_eq!(cell("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(cell("-12.50"), "-12.50");
        assert_eq!(cell("-1+cmd|x"), "'-1+cmd|x");
        assert_eq!(cell("@sum"), "'@sum");
        assert_eq!(cell("late call"), "late call");
    }
}
