//! An expression as a tree, and whether it holds for a row.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::fault::QueryFault;
use super::field::Field;
use super::literal::Literal;
use super::row::Row;
use super::token::{Shape, Token, tokens};
use crate::finding::Span;
use crate::note::{KINDS, nearest};
use crate::phrase::Phrase;

/// A question about rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// What has to hold.
    pub expr: Expr,
    /// The fields it asks about, in the order of the expression.
    pub fields: Vec<Field>,
}

/// What has to hold for a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// Every part; always where there is none.
    All(Vec<Self>),
    /// At least one part.
    Any(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// The field has a value.
    Present(Field),
    /// A value of the field compares so.
    Compared(Comparison),
}

/// A field, an operator and what stands on the right.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    field: Field,
    op: Op,
    literal: Literal,
}

/// An operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// `=`
    Is,
    /// `!=`: no value is.
    Differs,
    /// `<`
    Below,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `>=`
    AtLeast,
    /// `~`: the text is somewhere in it.
    Contains,
    /// `!~`: the text is in no value.
    Lacks,
}

impl Op {
    const fn is_ordered(self) -> bool {
        matches!(self, Self::Below | Self::AtMost | Self::Above | Self::AtLeast)
    }

    const fn is_of_text(self) -> bool {
        matches!(self, Self::Contains | Self::Lacks)
    }

    fn allows(self, position: Ordering) -> bool {
        match self {
            Self::Is => position.is_eq(),
            Self::Below => position.is_lt(),
            Self::AtMost => position.is_le(),
            Self::Above => position.is_gt(),
            Self::AtLeast => position.is_ge(),
            Self::Differs | Self::Contains | Self::Lacks => false,
        }
    }
}

impl Query {
    /// Reads an expression; an empty one holds for everything. `today` is what the word means.
    ///
    /// # Errors
    /// The first fault, with its place in the expression.
    pub fn parse(text: &str, today: Date) -> Result<Self, QueryFault> {
        let tokens = tokens(text)?;
        let end = Span::new(text.trim_end().len(), text.trim_end().len());
        let mut parser =
            Parser { tokens: &tokens, at: 0, end, today, fields: Vec::new(), depth: 0 };
        let expr = if tokens.is_empty() { Expr::All(Vec::new()) } else { parser.any()? };
        if let Some(token) = parser.peek() {
            let message = Phrase::new("query-unopened");
            return Err(
                QueryFault::new(token.span, message).hinting(Phrase::new("query-unopened-hint"))
            );
        }
        Ok(Self { expr, fields: parser.fields })
    }

    /// Reads names of fields, divided by commas.
    ///
    /// # Errors
    /// Where a name is empty.
    pub fn parse_fields(text: &str) -> Result<Vec<Field>, QueryFault> {
        let mut fields = Vec::new();
        let mut at = 0;
        for part in text.split(',') {
            let name = part.trim();
            let start = at + (part.len() - part.trim_start().len());
            let span = Span::new(start, start + name.len());
            if name.is_empty() {
                return Err(QueryFault::new(span, Phrase::new("query-no-field"))
                    .hinting(Phrase::new("query-no-field-hint")));
            }
            fields.push(Field::dotted(name, span));
            at += part.len() + 1;
        }
        Ok(fields)
    }

    /// Whether it holds for a row; what could not be compared is counted in `unread`.
    pub fn holds(&self, row: &Row<'_>, unread: &mut usize) -> bool {
        self.expr.holds(row, unread)
    }
}

impl Expr {
    fn holds(&self, row: &Row<'_>, unread: &mut usize) -> bool {
        match self {
            Self::All(parts) => parts.iter().all(|part| part.holds(row, unread)),
            Self::Any(parts) => parts.iter().any(|part| part.holds(row, unread)),
            Self::Not(part) => !part.holds(row, unread),
            Self::Present(field) => row.has(field),
            Self::Compared(comparison) => comparison.holds(row, unread),
        }
    }
}

impl Comparison {
    fn holds(&self, row: &Row<'_>, unread: &mut usize) -> bool {
        let values = row.values(&self.field);
        let contains = || values.iter().any(|value| self.literal.is_in(value));
        match self.op {
            Op::Contains => contains(),
            Op::Lacks => !contains(),
            Op::Differs => !values.iter().any(|value| self.compares(Op::Is, value, row, unread)),
            op => values.iter().any(|value| self.compares(op, value, row, unread)),
        }
    }

    fn compares(&self, op: Op, value: &str, row: &Row<'_>, unread: &mut usize) -> bool {
        if let Some(position) = self.literal.position(value, row.place) {
            return op.allows(position);
        }
        let (_, kinds) = self.field.sort();
        let is_of_kind = kinds.is_empty() || row.kind().is_some_and(|kind| kinds.contains(&kind));
        *unread += usize::from(is_of_kind && !self.literal.is_readable(value, row.place));
        op == Op::Is && self.literal.is_text(value)
    }
}

/// The deepest nesting of parentheses and `not`.
const DEEPEST: usize = 64;

struct Parser<'t> {
    tokens: &'t [Token],
    at: usize,
    end: Span,
    today: Date,
    fields: Vec<Field>,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.at)
    }

    /// Goes on behind a word that joins, where it comes next.
    fn takes(&mut self, words: [&str; 2]) -> bool {
        let is = |token: &Token| match &token.shape {
            Shape::Word(word) => words.iter().any(|joins| word.eq_ignore_ascii_case(joins)),
            _ => false,
        };
        // `or=1` asks about a field of that name.
        let compared =
            matches!(self.tokens.get(self.at + 1), Some(Token { shape: Shape::Op(_), .. }));
        let found = !compared && self.peek().is_some_and(is);
        self.at += usize::from(found);
        found
    }

    fn any(&mut self) -> Result<Expr, QueryFault> {
        let mut parts = vec![self.all()?];
        while self.takes(["or", "||"]) {
            parts.push(self.all()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expr::Any(parts) })
    }

    fn all(&mut self) -> Result<Expr, QueryFault> {
        let mut parts = vec![self.negated()?];
        loop {
            let joined = self.takes(["and", "&&"]);
            if !joined && (self.is_at_or() || self.is_at_end()) {
                break;
            }
            parts.push(self.negated()?);
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Expr::All(parts) })
    }

    fn is_at_or(&mut self) -> bool {
        let at = self.at;
        let is_or = self.takes(["or", "||"]);
        self.at = at;
        is_or
    }

    fn is_at_end(&self) -> bool {
        self.peek().is_none_or(|token| token.shape == Shape::Close)
    }

    fn negated(&mut self) -> Result<Expr, QueryFault> {
        if self.depth > DEEPEST {
            let span = self.peek().map_or(self.end, |token| token.span);
            return Err(QueryFault::new(span, Phrase::new("query-too-deep"))
                .hinting(Phrase::new("query-too-deep-hint")));
        }
        self.depth += 1;
        let expr = if self.takes(["not", "!"]) {
            Expr::Not(Box::new(self.negated()?))
        } else {
            self.single()?
        };
        self.depth -= 1;
        Ok(expr)
    }

    fn single(&mut self) -> Result<Expr, QueryFault> {
        let Some(token) = self.peek() else { return Err(self.nothing(self.end)) };
        self.at += 1;
        let field = match &token.shape {
            Shape::Open => {
                let expr = self.any()?;
                return match self.peek() {
                    Some(Token { shape: Shape::Close, .. }) => {
                        self.at += 1;
                        Ok(expr)
                    }
                    _ => Err(QueryFault::new(token.span, Phrase::new("query-unclosed"))
                        .hinting(Phrase::new("query-unclosed-hint"))),
                };
            }
            Shape::Close | Shape::Op(_) => return Err(self.nothing(token.span)),
            Shape::Word(name) if self.is_joining(name) => return Err(self.nothing(token.span)),
            Shape::Word(name) => Field::dotted(name, token.span),
            Shape::Quoted(key) => Field::of_key(key, token.span),
        };
        self.fields.push(field.clone());
        let Some(Token { shape: Shape::Op(op), span }) = self.peek() else {
            return Ok(Expr::Present(field));
        };
        self.at += 1;
        self.compared(field, *op, *span).map(Expr::Compared)
    }

    /// Whether a word joins conditions and so is none itself.
    fn is_joining(&self, word: &str) -> bool {
        let compared = matches!(self.peek(), Some(Token { shape: Shape::Op(_), .. }));
        !compared && ["and", "or", "not", "&&", "||"].iter().any(|it| word.eq_ignore_ascii_case(it))
    }

    fn nothing(&self, span: Span) -> QueryFault {
        QueryFault::new(span, Phrase::new("query-no-condition"))
            .hinting(Phrase::new("query-no-condition-hint"))
    }

    fn compared(&mut self, field: Field, op: Op, sign: Span) -> Result<Comparison, QueryFault> {
        let value = self.peek().and_then(|token| match &token.shape {
            Shape::Word(text) | Shape::Quoted(text) => Some((text.as_str(), token.span)),
            _ => None,
        });
        let Some((text, span)) = value else {
            return Err(QueryFault::new(sign, Phrase::new("query-no-value"))
                .hinting(Phrase::new("query-no-value-hint")));
        };
        self.at += 1;
        let literal = if op.is_of_text() {
            Literal::sought(text)
        } else {
            let name = field.name();
            if name == "type" && !op.is_ordered() {
                likely_type(text, span)?;
            }
            Literal::new(text, (&name, field.sort().0), op.is_ordered(), self.today, span)?
        };
        Ok(Comparison { field, op, literal })
    }
}

/// Refuses a type that is nearly one of the format; a vault may have types of its own.
fn likely_type(text: &str, span: Span) -> Result<(), QueryFault> {
    let known = || KINDS.iter().map(|kind| kind.as_str());
    let lower = text.to_lowercase();
    if known().any(|known| known == lower) {
        return Ok(());
    }
    nearest(text, known()).map_or(Ok(()), |near| {
        let message = Phrase::new("unknown-value").with("key", "type").with("text", text);
        Err(QueryFault::new(span, message)
            .hinting(Phrase::new("unknown-value-nearest").with("word", near)))
    })
}
