//! Front matter as a tree: every key and value with its bytes in the file.

use std::borrow::Cow;

use crate::finding::Span;

/// The front matter of a note; nodes in the order of the text, parents before children.
#[derive(Clone, Debug, Default)]
pub struct Tree<'a> {
    pub(super) nodes: Vec<NodeData<'a>>,
    /// The comments, with their `#`.
    pub(super) comments: Vec<Span>,
}

#[derive(Clone, Debug)]
pub(super) struct NodeData<'a> {
    pub(super) span: Span,
    /// The index after this node's last descendant.
    pub(super) next: usize,
    pub(super) shape: Shape<'a>,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape<'a> {
    /// A value; `plain` where it stands without quotes.
    Scalar { text: Cow<'a, str>, plain: bool },
    /// A list; `flow` where it is written `[a, b]`.
    List { flow: bool },
    /// Keys and values.
    Map,
}

/// A node of a tree.
#[derive(Clone, Copy, Debug)]
pub struct Node<'t, 'a> {
    tree: &'t Tree<'a>,
    index: usize,
}

impl<'a> Tree<'a> {
    /// The map of the front matter; `None` where there is none, or it is no map.
    pub fn root(&self) -> Option<Node<'_, 'a>> {
        let root = Node { tree: self, index: 0 };
        self.nodes.first().filter(|node| node.shape == Shape::Map).map(|_| root)
    }

    /// The maps of a table's list; none for front matter.
    pub fn rows(&self) -> impl Iterator<Item = Node<'_, 'a>> + '_ {
        let root = (!self.nodes.is_empty()).then(|| self.node(0));
        root.into_iter().flat_map(Node::items)
    }

    pub(super) const fn node(&self, index: usize) -> Node<'_, 'a> {
        Node { tree: self, index }
    }

    /// The comments, with their `#`.
    pub fn comments(&self) -> &[Span] {
        &self.comments
    }

    /// Every scalar of the tree, keys included.
    pub fn scalars(&self) -> impl Iterator<Item = Node<'_, 'a>> + '_ {
        (0..self.nodes.len()).map(|index| self.node(index)).filter(|node| node.text().is_some())
    }
}

impl<'t, 'a> Node<'t, 'a> {
    fn data(self) -> &'t NodeData<'a> {
        &self.tree.nodes[self.index]
    }

    /// The bytes of the node in the file.
    pub fn span(self) -> Span {
        self.data().span
    }

    /// The text of a scalar; `None` for lists and maps.
    pub fn text(self) -> Option<&'t str> {
        match &self.data().shape {
            Shape::Scalar { text, .. } => Some(text),
            Shape::List { .. } | Shape::Map => None,
        }
    }

    /// Whether it is a scalar without quotes.
    pub fn is_plain(self) -> bool {
        matches!(self.data().shape, Shape::Scalar { plain: true, .. })
    }

    /// Whether nothing is given: an empty value, `~` or `null`.
    pub fn is_null(self) -> bool {
        self.is_plain() && matches!(self.text(), Some("" | "~" | "null" | "Null" | "NULL"))
    }

    /// Whether it is a list.
    pub fn is_list(self) -> bool {
        matches!(self.data().shape, Shape::List { .. })
    }

    /// Whether it is a map.
    pub fn is_map(self) -> bool {
        self.data().shape == Shape::Map
    }

    /// Whether it is a list of one list, `[[like this]]`: a wikilink that lost its quotes.
    pub fn is_bare_wikilink(self) -> bool {
        let mut items = self.items();
        let inner = items.next().filter(|_| items.next().is_none());
        self.data().shape == (Shape::List { flow: true })
            && inner.is_some_and(|node| {
                node.data().shape == (Shape::List { flow: true })
                    && node.span().start == self.span().start + 1
            })
    }

    /// The children, keys and values alike.
    fn children(self) -> impl Iterator<Item = Node<'t, 'a>> {
        let (tree, end) = (self.tree, self.data().next);
        let mut index = self.index + 1;
        std::iter::from_fn(move || {
            let node = (index < end).then_some(Node { tree, index })?;
            index = node.data().next;
            Some(node)
        })
    }

    /// The items of a list; none for anything else.
    pub fn items(self) -> impl Iterator<Item = Node<'t, 'a>> {
        self.is_list().then(|| self.children()).into_iter().flatten()
    }

    /// The keys and values of a map; none for anything else.
    pub fn entries(self) -> impl Iterator<Item = (Node<'t, 'a>, Node<'t, 'a>)> {
        let mut children = self.is_map().then(|| self.children()).into_iter().flatten();
        std::iter::from_fn(move || Some((children.next()?, children.next()?)))
    }

    /// The key and value of the first entry with this key.
    pub fn entry(self, key: &str) -> Option<(Self, Self)> {
        if !self.is_map() {
            return None;
        }
        // Looked up several times for each key: nodes are skipped by their numbers alone.
        let (nodes, end) = (&self.tree.nodes, self.data().next);
        let mut index = self.index + 1;
        while index < end {
            let value = nodes[index].next;
            if value >= end {
                return None;
            }
            if matches!(&nodes[index].shape, Shape::Scalar { text, .. } if text == key) {
                return Some((self.tree.node(index), self.tree.node(value)));
            }
            index = nodes[value].next;
        }
        None
    }

    /// The value of a key; `None` where it is absent or null.
    pub fn get(self, key: &str) -> Option<Self> {
        self.entry(key).map(|(_, value)| value).filter(|value| !value.is_null())
    }
}
