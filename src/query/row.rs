//! The rows of a note: itself, and each item of its list `incidents:`.

use std::borrow::Cow;

use jiff::tz::TimeZone;
use serde_json::{Map, Value};

use super::field::{Field, OF_ROWS};
use crate::model::{ClientId, Currency, Status, composed};
use crate::note::{Kind, Node, Note, body};

/// Where a note lies: whose clock and currency its values are in.
#[derive(Clone, Copy, Debug)]
pub struct Place<'p> {
    /// The client; `None` outside the clients' folders.
    pub client: Option<&'p ClientId>,
    /// The clock of times without an offset.
    pub zone: &'p TimeZone,
    /// The currency of amounts without one.
    pub currency: Currency,
}

/// Something that a question is asked about: a note, or an incident of a list.
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    pub(super) place: &'r Place<'r>,
    note: &'r Note<'r>,
    map: Option<Node<'r, 'r>>,
    /// The place in the list, from 1.
    item: Option<usize>,
}

/// The rows of a note. A note of type `incident` with a list is its items and nothing else.
pub fn rows_of<'r>(note: &'r Note<'r>, place: &'r Place<'r>) -> Vec<Row<'r>> {
    let root = note.root();
    let items = root.and_then(|root| root.get("incidents")).into_iter().flat_map(Node::items);
    let row = |map, item| Row { place, note, map, item };
    let listed: Vec<Row<'r>> = items
        .enumerate()
        .filter(|(_, item)| item.is_map())
        .map(|(position, item)| row(Some(item), Some(position + 1)))
        .collect();
    let only_items = note.kind == Some(Kind::Incident) && !listed.is_empty();
    let own = (!only_items).then(|| row(root, None));
    own.into_iter().chain(listed).collect()
}

impl<'r> Row<'r> {
    /// What it is; `None` for a free note, or one whose type the format does not have.
    pub fn kind(&self) -> Option<Kind> {
        if self.item.is_some() { Some(Kind::Incident) } else { self.note.kind }
    }

    /// Where the note lies.
    pub const fn place(&self) -> &'r Place<'r> {
        self.place
    }

    /// The path of the note below the vault.
    pub fn path(&self) -> &'r str {
        self.note.path
    }

    /// What the row is called: its own `id`, else the note's name, with `#2` for the second item.
    pub fn id(&self) -> Cow<'r, str> {
        let own = self.map.and_then(|map| map.get("id")).and_then(Node::text);
        match (own, self.item) {
            (Some(id), _) => Cow::Borrowed(id),
            (None, Some(item)) => Cow::Owned(format!("{}#{item}", self.note.stem())),
            (None, None) => Cow::Borrowed(self.note.stem()),
        }
    }

    /// The values of a field as the note writes them: none where it is absent or empty, several
    /// where it is a list or lies in one.
    pub fn values(&self, field: &Field) -> Vec<Cow<'r, str>> {
        if let [key] = &field.keys[..]
            && OF_ROWS.contains(&key.as_str())
        {
            return self.own(key).into_iter().collect();
        }
        let mut values = Vec::new();
        if let Some(map) = self.map {
            collect(map, &field.keys, &mut values);
        }
        if values.is_empty() && field.keys.len() == 1 {
            values.extend(self.assumed(&field.keys[0]));
        }
        values
    }

    /// Whether a field has a value, a list or a map.
    pub fn has(&self, field: &Field) -> bool {
        !self.values(field).is_empty() || self.map.is_some_and(|map| is_there(map, &field.keys))
    }

    /// A value that every row has, or may have, beside its front matter.
    fn own(&self, key: &str) -> Option<Cow<'r, str>> {
        match key {
            "client" => self.place.client.map(|id| Cow::Owned(id.to_string())),
            "id" => Some(self.id()),
            "note" => Some(Cow::Borrowed(self.note.stem())),
            "path" => Some(Cow::Borrowed(self.note.path)),
            "text" => self.text(),
            _ => match self.item {
                Some(_) => Some(Cow::Borrowed(Kind::Incident.as_str())),
                None => self.map?.get("type")?.text().map(Cow::Borrowed),
            },
        }
    }

    /// The body of a note; what was observed and how it was read, of an item.
    fn text(&self) -> Option<Cow<'r, str>> {
        if self.item.is_none() {
            let body = self.note.parts.body.of(self.note.text).trim();
            return (!body.is_empty()).then_some(Cow::Borrowed(body));
        }
        let part = |key| self.map.and_then(|map| map.get(key)).and_then(Node::text);
        let parts: Vec<&str> = ["observed", "reading"].into_iter().filter_map(part).collect();
        (!parts.is_empty()).then(|| Cow::Owned(parts.join("\n")))
    }

    /// What the format takes for an absent value: an incident is confirmed, and an item has the
    /// date of its note.
    fn assumed(&self, key: &str) -> Option<Cow<'r, str>> {
        match key {
            "status" if self.kind() == Some(Kind::Incident) => {
                Some(Cow::Borrowed(Status::default().as_str()))
            }
            "date" if self.item.is_some() => {
                self.note.root()?.get("date")?.text().map(Cow::Borrowed)
            }
            _ => None,
        }
    }

    /// A field as the note writes it: a text, a list, a map; `null` where it is absent. What lies
    /// in the maps of a list is a list.
    pub fn value(&self, field: &Field) -> Value {
        let found = self.map.map_or(Value::Null, |map| value_at(map, &field.keys));
        let of_row = matches!(&field.keys[..], [key] if OF_ROWS.contains(&key.as_str()));
        if found.is_null() || of_row {
            let text = self.values(field).into_iter().next();
            return text.map_or(Value::Null, |text| Value::String(text.into_owned()));
        }
        found
    }

    /// The values of a field, each once, however its accents are written; links without brackets.
    pub fn distinct(&self, field: &Field) -> Vec<String> {
        let mut distinct: Vec<String> = Vec::new();
        for value in self.values(field) {
            let value = composed(unlinked(&value)).into_owned();
            if !distinct.contains(&value) {
                distinct.push(value);
            }
        }
        distinct
    }

    /// A field in a cell: its values divided by `; `, maps as JSON.
    pub fn cell(&self, field: &Field) -> String {
        let values = self.values(field);
        if values.is_empty() && self.has(field) {
            return self.value(field).to_string();
        }
        values.join("; ")
    }

    /// The row's front matter, as it is written: texts, lists, maps; `true` and `false`.
    pub fn front_matter(&self) -> Value {
        self.map.map_or_else(|| Value::Object(Map::new()), value)
    }
}

fn collect<'r>(node: Node<'r, 'r>, keys: &[String], values: &mut Vec<Cow<'r, str>>) {
    if node.is_list() {
        node.items().for_each(|item| collect(item, keys, values));
        return;
    }
    let Some((key, rest)) = keys.split_first() else {
        values.extend(node.text().filter(|_| !node.is_null()).map(Cow::Borrowed));
        return;
    };
    if let Some(below) = below(node, key) {
        collect(below, rest, values);
    }
}

/// The value of a key, however its accents are written.
fn below<'r>(node: Node<'r, 'r>, key: &str) -> Option<Node<'r, 'r>> {
    if key.is_ascii() {
        return node.get(key);
    }
    let is = |name: Node<'_, '_>| name.text().is_some_and(|name| composed(name) == key);
    node.entries().find(|(name, _)| is(*name)).map(|(_, value)| value)
}

/// The target of a value that is a link, `[[late-payment]]`; any other text as it is.
pub(super) fn unlinked(value: &str) -> &str {
    if value.starts_with("[[") { body::link_target(value) } else { value }
}

/// Whether there is a map with something in it behind these keys.
fn is_there<'r>(node: Node<'r, 'r>, keys: &[String]) -> bool {
    if node.is_list() {
        return node.items().any(|item| is_there(item, keys));
    }
    match keys.split_first() {
        None => node.entries().next().is_some() || node.text().is_some() && !node.is_null(),
        Some((key, rest)) => below(node, key).is_some_and(|below| is_there(below, rest)),
    }
}

fn value_at<'r>(node: Node<'r, 'r>, keys: &[String]) -> Value {
    let Some((key, rest)) = keys.split_first() else { return value(node) };
    if node.is_list() {
        let found = node.items().map(|item| value_at(item, keys)).filter(|value| !value.is_null());
        return Value::Array(found.collect());
    }
    below(node, key).map_or(Value::Null, |below| value_at(below, rest))
}

fn value(node: Node<'_, '_>) -> Value {
    if node.is_bare_wikilink() {
        let target = node.items().next().and_then(|inner| inner.items().next()?.text());
        return target.map_or(Value::Null, |target| Value::String(format!("[[{target}]]")));
    }
    if node.is_list() {
        return node.items().map(value).collect();
    }
    if node.is_map() {
        let mut map = Map::new();
        for (key, below) in node.entries() {
            // Of a key that comes twice the first counts, as everywhere.
            map.entry(key.text().unwrap_or_default()).or_insert_with(|| value(below));
        }
        return Value::Object(map);
    }
    match node.text() {
        None => Value::Null,
        Some(_) if node.is_null() => Value::Null,
        Some("true") if node.is_plain() => Value::Bool(true),
        Some("false") if node.is_plain() => Value::Bool(false),
        Some(text) => Value::String(text.to_owned()),
    }
}
