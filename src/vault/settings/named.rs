//! The red flags and rules that the settings name, each with its place.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::finding::Span;

/// The red flags and rules that the settings name, each with its bytes, in the order of the
/// file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NamedInSettings {
    /// The ids of `[flags.<id>]`.
    pub flags: Vec<(String, Span)>,
    /// The codes of `[check] ignore`.
    pub ignored: Vec<(String, Span)>,
}

/// Finds the red flags and rules that the text of the settings names.
pub fn named_in_settings(text: &str) -> NamedInSettings {
    let (table, _) = DeTable::parse_recoverable(text);
    let table = table.into_inner();
    let mut named = NamedInSettings::default();
    if let Some(flags) = value(&table, "flags").and_then(DeValue::as_table) {
        let ids = flags.iter().map(|(id, _)| (id.get_ref().to_string(), id.span().into()));
        named.flags.extend(ids);
    }
    let ignored = value(&table, "check")
        .and_then(DeValue::as_table)
        .and_then(|check| value(check, "ignore"))
        .and_then(DeValue::as_array);
    for item in ignored.into_iter().flatten() {
        let code = item.get_ref().as_table().and_then(|item| entry(item, "code"));
        let code = code.and_then(|code| Some((code.get_ref().as_str()?.to_owned(), code.span())));
        named.ignored.extend(code.map(|(code, span)| (code, span.into())));
    }
    named.flags.sort_by_key(|(_, span)| *span);
    named
}

fn entry<'t, 'a>(table: &'t DeTable<'a>, key: &str) -> Option<&'t Spanned<DeValue<'a>>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

fn value<'t, 'a>(table: &'t DeTable<'a>, key: &str) -> Option<&'t DeValue<'a>> {
    entry(table, key).map(Spanned::get_ref)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_with_their_bytes() {
        let text = "format = 1\n[flags.a-flag]\nweight = 1\n[check]\nignore = [{ code = \"x\", reason = \"y\" }]\n";
        let named = named_in_settings(text);
        assert_eq!(named.flags[0].1.of(text), "a-flag");
        assert_eq!(named.ignored[0].1.of(text), "\"x\"");
    }
}
