//! YAML front matter into a tree with spans, surviving hostile input.
//!
//! Aliases are never expanded, nesting and size are limited, and what was read before a fault
//! is kept.

use granit_parser::{Event, Parser, ScalarStyle, StructureStyle};

use super::Fault;
use super::tree::{NodeData, Shape, Tree};
use crate::finding::Span;
use crate::phrase::Phrase;

/// The largest front matter that is read, in bytes: about 2,500 invoices.
const LARGEST: usize = 256 * 1024;
/// The deepest nesting that is read; the format needs three.
const DEEPEST: usize = 32;

/// Reads the front matter at `front` of `text`.
pub fn parse_front_matter<'a>(text: &'a str, front: Span, faults: &mut Vec<Fault>) -> Tree<'a> {
    let block = front.of(text);
    if block.len() > LARGEST {
        let first_line = block.find('\n').unwrap_or(0);
        faults.push(
            Fault::new("front-matter-too-large", Span::new(front.start, front.start + first_line))
                .hinting(Phrase::new("front-matter-too-large-hint")),
        );
        return Tree::default();
    }
    let mut builder = Builder { tree: Tree::default(), open: Vec::new(), documents: 0, faults };
    builder.tree.nodes.reserve(40);
    let mut options = granit_parser::options! {
        disallow_directives: true,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
        max_buffered_comment_events: 4096,
    };
    options.set_emit_comments(memchr::memchr(b'#', block.as_bytes()).is_some());
    for event in Parser::new_from_str_with_options(block, options) {
        match event {
            Ok((event, span)) => {
                let range = span.byte_range().unwrap_or_default();
                let span = Span::new(front.start + range.start, front.start + range.end);
                if !builder.take(event, span) {
                    break;
                }
            }
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(0).min(block.len());
                builder.report_syntax(block, front.start, at, &error.kind().to_string());
                break;
            }
        }
    }
    builder.finish(text, front)
}

struct Builder<'a, 'f> {
    tree: Tree<'a>,
    /// Indices of lists and maps that have not ended, each with its number of children so far.
    open: Vec<(usize, usize)>,
    documents: usize,
    faults: &'f mut Vec<Fault>,
}

impl<'a> Builder<'a, '_> {
    /// Takes an event; `false` where the rest is not to be read.
    fn take(&mut self, event: Event<'a>, span: Span) -> bool {
        match event {
            Event::Scalar(text, style, ..) => {
                self.push(span, Shape::Scalar { text, plain: style == ScalarStyle::Plain });
            }
            Event::SequenceStart(style, ..) => {
                self.open(span, Shape::List { flow: style == StructureStyle::Flow });
            }
            Event::MappingStart(..) => self.open(span, Shape::Map),
            Event::SequenceEnd | Event::MappingEnd => self.close(span),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.faults
                    .push(Fault::new("yaml-alias", span).hinting(Phrase::new("yaml-alias-hint")));
                self.push(span, Shape::Scalar { text: "".into(), plain: true });
            }
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents > 1 {
                    return false;
                }
            }
            Event::Comment(..) => self.tree.comments.push(span),
            _ => {}
        }
        true
    }

    fn push(&mut self, span: Span, shape: Shape<'a>) {
        if let Some((_, children)) = self.open.last_mut() {
            *children += 1;
        }
        let next = self.tree.nodes.len() + 1;
        self.tree.nodes.push(NodeData { span, next, shape });
    }

    fn open(&mut self, span: Span, shape: Shape<'a>) {
        let index = self.tree.nodes.len();
        self.push(span, shape);
        self.open.push((index, 0));
    }

    fn close(&mut self, span: Span) {
        let Some((index, children)) = self.open.pop() else { return };
        // A fault can end a map between key and value: the key then has an empty value.
        if self.tree.nodes[index].shape == Shape::Map && children % 2 == 1 {
            let end = self.tree.nodes.last().map_or(span.end, |node| node.span.end);
            let next = self.tree.nodes.len() + 1;
            let shape = Shape::Scalar { text: "".into(), plain: true };
            self.tree.nodes.push(NodeData { span: Span::new(end, end), next, shape });
        }
        let next = self.tree.nodes.len();
        let inner_end = self.tree.nodes[next - 1].span.end;
        let node = &mut self.tree.nodes[index];
        let flow_end = if span.end > span.start { span.end } else { inner_end };
        node.next = next;
        node.span.end = flow_end.max(inner_end).max(node.span.start);
    }

    fn report_syntax(&mut self, block: &str, offset: usize, at: usize, what: &str) {
        let at = (0..=at).rev().find(|at| block.is_char_boundary(*at)).unwrap_or(0);
        // A point is shown as one character, at the end of a line as the one before.
        let at = match block[at..].chars().next() {
            None | Some('\n' | '\r') => block[..at].char_indices().next_back().map_or(0, |c| c.0),
            Some(_) => at,
        };
        let length = block[at..].chars().next().map_or(0, char::len_utf8);
        let span = Span::new(offset + at, offset + at + length);
        let line = &block[block[..at].rfind('\n').map_or(0, |newline| newline + 1)..];
        let fault = if line.starts_with('\t') || block[at..].starts_with('\t') {
            Fault::new("tab-indent", span).hinting(Phrase::new("tab-indent-hint"))
        } else {
            Fault::new("yaml-syntax", span)
                .saying(Phrase::new("yaml-syntax").with("what", what))
                .hinting(Phrase::new("yaml-syntax-hint"))
        };
        self.faults.push(fault);
    }

    fn finish(mut self, text: &str, front: Span) -> Tree<'a> {
        while !self.open.is_empty() {
            self.close(Span::default());
        }
        let tree = self.tree;
        match tree.nodes.first() {
            Some(root) if root.shape != Shape::Map => {
                let length = root.span.of(text).lines().next().map_or(0, str::len);
                let span = Span::new(root.span.start, root.span.start + length);
                if !tree.nodes.is_empty() && !front.of(text).trim().is_empty() {
                    self.faults
                        .push(Fault::new("not-a-map", span).hinting(Phrase::new("not-a-map-hint")));
                }
            }
            _ => report_duplicate_keys(&tree, self.faults),
        }
        tree
    }
}

fn report_duplicate_keys(tree: &Tree<'_>, faults: &mut Vec<Fault>) {
    let maps = (0..tree.nodes.len()).filter(|index| tree.nodes[*index].shape == Shape::Map);
    let mut keys: Vec<(&str, Span)> = Vec::new();
    for map in maps {
        keys.clear();
        keys.extend(
            tree.node(map).entries().filter_map(|(key, _)| Some((key.text()?, key.span()))),
        );
        keys.sort_unstable();
        for pair in keys.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            faults.push(
                Fault::new("duplicate-key", pair[1].1)
                    .saying(Phrase::new("duplicate-key").with("key", pair[1].0))
                    .hinting(Phrase::new("duplicate-key-hint")),
            );
        }
    }
}
