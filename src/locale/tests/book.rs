//! The phrase book as data: its messages and the variables each of them names.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use crate::locale::phrases::sources;
use crate::model::Language;

/// What a message names.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Message {
    /// Its variables.
    pub(super) variables: BTreeSet<String>,
    /// Other messages inside it.
    pub(super) messages: BTreeSet<String>,
}

/// Every message of a language by its key, and what is wrong with the files.
pub(super) fn read(language: Language) -> (BTreeMap<String, Message>, Vec<String>) {
    let mut messages = BTreeMap::new();
    let mut faults = Vec::new();
    for (area, text) in sources(language) {
        let file = format!("{}/{area}.ftl", language.code());
        let resource = parser::parse(*text).unwrap_or_else(|(resource, errors)| {
            faults.extend(errors.iter().map(|error| format!("{file}: {error}")));
            resource
        });
        for entry in resource.body {
            let Entry::Message(entry) = entry else { continue };
            let key = entry.id.name;
            let mut message = Message::default();
            match &entry.value {
                Some(pattern) => read_pattern(pattern, &mut message),
                None => faults.push(format!("{file}: `{key}` says nothing")),
            }
            if messages.insert(key.to_owned(), message).is_some() {
                faults.push(format!("{file}: `{key}` is there twice"));
            }
        }
    }
    (messages, faults)
}

fn read_pattern(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, message);
        }
    }
}

fn read_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, message),
        Expression::Select { selector, variants } => {
            read_inline(selector, message);
            variants.iter().for_each(|variant| read_pattern(&variant.value, message));
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            message.messages.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => read_expression(expression, message),
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| read_inline(argument, message));
        }
        _ => {}
    }
}
