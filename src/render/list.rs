//! JSON that is too long to be in memory at once: `{"schema": 1, "messages": [`, its items one by
//! one, and what follows the list. Laid out as [`json`] lays it out.

use std::fmt::Write as _;

use serde::Serialize;

use super::{RenderError, json};
use crate::report::SCHEMA;

/// What stands before the items of the list `name`.
pub fn list_start(name: &str) -> String {
    format!("{{\n  \"schema\": {SCHEMA},\n  \"{name}\": [")
}

/// An item of the list.
///
/// # Errors
/// Where it cannot be serialised.
pub fn list_item(item: &impl Serialize, is_first: bool) -> Result<String, RenderError> {
    let mut text = String::from(if is_first { "\n" } else { ",\n" });
    put_indented(&mut text, &json(item)?, 4);
    Ok(text)
}

/// The end of the list, and what stands beside it as `name`.
///
/// # Errors
/// Where it cannot be serialised.
pub fn list_end(
    is_empty: bool,
    name: &str,
    beside: &impl Serialize,
) -> Result<String, RenderError> {
    let mut text = String::from(if is_empty { "]" } else { "\n  ]" });
    let mut value = String::new();
    put_indented(&mut value, &json(beside)?, 2);
    let _ = write!(text, ",\n  \"{name}\": {}\n}}\n", value.trim_start());
    Ok(text)
}

/// The lines of JSON further to the right, without the last line break.
fn put_indented(text: &mut String, json: &str, columns: usize) {
    for (index, line) in json.trim_end().lines().enumerate() {
        let ending = if index == 0 { "" } else { "\n" };
        let _ = write!(text, "{ending}{:columns$}{line}", "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_come_to_the_same_as_the_whole() {
        for items in [&[][..], &[[1, 2]], &[[1, 2], [3, 4]]] {
            let mut text = list_start("messages");
            for (index, item) in items.iter().enumerate() {
                text.push_str(&list_item(item, index == 0).expect("numbers"));
            }
            text.push_str(&list_end(items.is_empty(), "exchange", &[items.len()]).expect("one"));
            let whole = serde_json::json!({
                "schema": SCHEMA, "messages": items, "exchange": [items.len()],
            });
            assert_eq!(text, json(&whole).expect("the same"));
        }
    }
}
