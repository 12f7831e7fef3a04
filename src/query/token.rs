//! An expression cut into words, quoted text, operators and parentheses.

use super::fault::QueryFault;
use super::parse::Op;
use crate::finding::Span;
use crate::phrase::Phrase;

/// A piece of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) span: Span,
    pub(super) shape: Shape,
}

/// What a piece of an expression is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A word without quotes: a field, a value, `and`, `or`, `not`.
    Word(String),
    /// Text in quotes.
    Quoted(String),
    /// A comparison.
    Op(Op),
    /// `(`
    Open,
    /// `)`
    Close,
}

/// The operators, longer ones first.
const OPS: [(&str, Op); 10] = [
    ("!=", Op::Differs),
    ("!~", Op::Lacks),
    ("<>", Op::Differs),
    ("<=", Op::AtMost),
    (">=", Op::AtLeast),
    ("==", Op::Is),
    ("=", Op::Is),
    ("<", Op::Below),
    (">", Op::Above),
    ("~", Op::Contains),
];

/// Cuts an expression into its pieces.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, QueryFault> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        if letter.is_whitespace() {
            at += letter.len_utf8();
            continue;
        }
        let (shape, length) = piece(text, at, letter)?;
        tokens.push(Token { span: Span::new(at, at + length), shape });
        at += length;
    }
    Ok(tokens)
}

fn piece(text: &str, at: usize, first: char) -> Result<(Shape, usize), QueryFault> {
    let rest = &text[at..];
    if let Some((sign, op)) = OPS.iter().find(|(sign, _)| rest.starts_with(sign)) {
        return Ok((Shape::Op(*op), sign.len()));
    }
    match first {
        '(' => Ok((Shape::Open, 1)),
        ')' => Ok((Shape::Close, 1)),
        '"' | '\'' => quoted(rest, first).map_or_else(
            || {
                let fault = QueryFault::new(Span::new(at, text.len()), Phrase::new("query-quote"));
                Err(fault.hinting(Phrase::new("query-quote-hint").with("quote", first.to_string())))
            },
            |(inner, length)| Ok((Shape::Quoted(inner), length)),
        ),
        _ => {
            let ends = |letter: char| letter.is_whitespace() || "()=<>~".contains(letter);
            let end = rest.find(ends).unwrap_or(rest.len());
            // The `!` of `!=` belongs to the operator.
            let end = if rest[end..].starts_with(['=', '~']) && rest[..end].ends_with('!') {
                end - 1
            } else {
                end
            };
            Ok((Shape::Word(rest[..end].to_owned()), end))
        }
    }
}

/// The text between quotes, where a backslash takes the next sign as it is, and its length with
/// the quotes; `None` where they do not end.
fn quoted(rest: &str, quote: char) -> Option<(String, usize)> {
    let mut inner = String::new();
    let mut letters = rest.char_indices().skip(1);
    while let Some((at, letter)) = letters.next() {
        match letter {
            '\\' => inner.push(letters.next()?.1),
            letter if letter == quote => return Some((inner, at + 1)),
            letter => inner.push(letter),
        }
    }
    None
}
