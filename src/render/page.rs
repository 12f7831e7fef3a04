//! A page of terminal text: paragraphs, lists and tables in a width, with calm colours.
//!
//! Everything put on a page is shown, never sent to the terminal as a command.

use anstyle::{AnsiColor, Style};
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::UnicodeWidthStr;

use super::{terminal, workflow};

/// How terminal text looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextStyle {
    /// The width in columns; less than 40 is taken for 40.
    pub width: usize,
    /// Whether to use colour.
    pub colour: bool,
}

/// The narrowest page.
const NARROWEST: usize = 40;
/// Lines longer than this are hard to read.
const WIDEST: usize = 100;

/// What a piece of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// Ordinary text.
    Plain,
    /// A heading or a number that matters.
    Strong,
    /// Beside the point.
    Soft,
    /// The client's standing, or what is overdue.
    Notable,
}

impl Tone {
    /// Never red: it is the colour of mistakes, and nobody made one.
    const fn style(self) -> Style {
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Soft => Style::new().dimmed(),
            Self::Notable => AnsiColor::Cyan.on_default().bold(),
        }
    }
}

/// A page.
pub(super) struct Page {
    style: TextStyle,
    text: String,
}

/// A table's column.
pub(super) struct Column {
    /// Its heading.
    pub(super) title: String,
    /// Whether its cells stand at the right.
    pub(super) right: bool,
    /// Whether it may be narrowed and its cells wrapped.
    pub(super) flexible: bool,
    /// How soon it is left out on a narrow page; 0 for never.
    pub(super) dropped: u8,
}

impl Page {
    /// An empty page.
    pub(super) const fn new(style: TextStyle) -> Self {
        Self { style, text: String::new() }
    }

    /// The width in columns.
    pub(super) const fn width(&self) -> usize {
        if self.style.width < NARROWEST { NARROWEST } else { self.style.width }
    }

    /// What was put on the page; no line of it is a command to a workflow runner.
    pub(super) fn finish(mut self) -> String {
        // A gap stands between two things.
        while self.text.ends_with("\n\n") {
            self.text.pop();
        }
        workflow::defused(&self.text).into_owned()
    }

    /// A blank line, unless there is one.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A heading with a blank line before it.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.wrapped("", "", text, Tone::Strong);
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, text: &str, tone: Tone) {
        self.wrapped("", "", text, tone);
    }

    /// A paragraph below something.
    pub(super) fn indented(&mut self, text: &str, tone: Tone) {
        self.wrapped("  ", "  ", text, tone);
    }

    /// An item of a list.
    pub(super) fn item(&mut self, text: &str) {
        self.wrapped("- ", "  ", text, Tone::Plain);
    }

    /// Text beside what leads to it, such as a date, or below it on a narrow page.
    pub(super) fn beside(&mut self, lead: &str, width: usize, text: &str, tone: Tone) {
        let lead = terminal::inline(lead);
        if self.measure() < 2 * width + 20 {
            if !lead.is_empty() {
                self.line(&lead, Tone::Soft);
            }
            return self.indented(text, tone);
        }
        let space = " ".repeat(width.saturating_sub(lead.width()).max(2));
        self.wrapped(&format!("{lead}{space}"), &" ".repeat(width), text, tone);
    }

    /// A command to be copied, on a line of its own however long it is.
    pub(super) fn command(&mut self, text: &str) {
        self.line(&format!("  {}", terminal::inline(text)), Tone::Plain);
    }

    /// A label and what it labels.
    pub(super) fn labelled(&mut self, label: &str, text: &str) {
        self.wrapped("  ", "  ", &format!("{label}{text}"), Tone::Plain);
    }

    fn measure(&self) -> usize {
        self.width().min(WIDEST)
    }

    fn wrapped(&mut self, first: &str, rest: &str, text: &str, tone: Tone) {
        let text = held(&terminal::inline(text));
        let options = options(self.measure()).initial_indent(first).subsequent_indent(rest);
        for line in textwrap::wrap(&text, options) {
            self.line(line.trim_end(), tone);
        }
    }

    fn line(&mut self, line: &str, tone: Tone) {
        self.text.push_str(&painted(line, tone, self.style.colour));
        self.text.push('\n');
    }

    /// A table whose last column stands below its row.
    pub(super) fn table_above(&mut self, columns: &[Column], rows: &[Vec<(String, Tone)>]) {
        let Some((_, columns)) = columns.split_last() else { return };
        let (shown, widths) = self.fitted(columns, rows);
        let head: Vec<(String, Tone)> =
            columns.iter().map(|column| (column.title.clone(), Tone::Soft)).collect();
        self.row(columns, &shown, &widths, &head);
        for row in rows {
            let Some(((below, tone), row)) = row.split_last() else { continue };
            let row: Vec<(String, Tone)> =
                row.iter().map(|(cell, tone)| (terminal::inline(cell), *tone)).collect();
            self.row(columns, &shown, &widths, &row);
            self.indented(below, *tone);
        }
    }

    /// A table; columns are left out, then narrowed, until it fits.
    pub(super) fn table(&mut self, columns: &[Column], rows: &[Vec<(String, Tone)>]) {
        let rows: Vec<Vec<(String, Tone)>> = rows
            .iter()
            .map(|row| row.iter().map(|(cell, tone)| (terminal::inline(cell), *tone)).collect())
            .collect();
        let (shown, widths) = self.fitted(columns, &rows);
        let head: Vec<(String, Tone)> =
            columns.iter().map(|column| (column.title.clone(), Tone::Soft)).collect();
        for row in std::iter::once(&head).chain(&rows) {
            self.row(columns, &shown, &widths, row);
        }
    }

    /// The columns that are shown, and how wide each is.
    fn fitted(&self, columns: &[Column], rows: &[Vec<(String, Tone)>]) -> (Vec<usize>, Vec<usize>) {
        let mut shown: Vec<usize> = (0..columns.len()).collect();
        let mut widths = natural_widths(columns, rows);
        let total = |shown: &[usize], widths: &[usize]| {
            shown.iter().map(|column| widths[*column]).sum::<usize>() + 2 * shown.len().max(1) - 2
        };
        while total(&shown, &widths) > self.width() {
            let narrowed = shown.iter().filter(|column| columns[**column].flexible);
            let excess = total(&shown, &widths) - self.width();
            let widest = narrowed.max_by_key(|column| widths[**column]).copied();
            let least = 16;
            let droppable = shown.iter().filter(|column| columns[**column].dropped > 0).copied();
            if let Some(column) = widest.filter(|column| widths[*column] >= least + excess) {
                widths[column] -= excess;
            } else if let Some(column) = droppable.max_by_key(|column| columns[*column].dropped) {
                shown.retain(|one| *one != column);
            } else if let Some(column) = widest.filter(|column| widths[*column] > 4) {
                widths[column] = widths[column].saturating_sub(excess).max(4);
            } else {
                break;
            }
        }
        (shown, widths)
    }

    fn row(
        &mut self,
        columns: &[Column],
        shown: &[usize],
        widths: &[usize],
        row: &[(String, Tone)],
    ) {
        let cells: Vec<Vec<String>> = shown
            .iter()
            .map(|column| {
                let cell = held(&row[*column].0);
                let lines = textwrap::wrap(&cell, options(widths[*column].max(1)));
                lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
            })
            .collect();
        let height = cells.iter().map(Vec::len).max().unwrap_or(0);
        for line in 0..height {
            let mut text = String::new();
            for (place, column) in shown.iter().enumerate() {
                let cell = cells[place].get(line).map_or("", String::as_str);
                let space = " ".repeat(widths[*column].saturating_sub(cell.width()));
                let cell = painted(cell, row[*column].1, self.style.colour);
                let last = place + 1 == shown.len();
                match (columns[*column].right, last) {
                    (true, _) => text.extend([space.as_str(), &cell]),
                    (false, true) => text.push_str(&cell),
                    (false, false) => text.extend([cell.as_str(), &space]),
                }
                if !last {
                    text.push_str("  ");
                }
            }
            self.text.push_str(text.trim_end());
            self.text.push('\n');
        }
    }
}

/// The text with the spaces made hard that French puts inside quotation marks
/// and before some signs, so that no line begins with one. English has no such spaces.
fn held(text: &str) -> String {
    let mut held = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        let sign = matches!(next, ';' | ':' | '?' | '!' | '»') || before == '«';
        held.push(if letter == ' ' && sign { '\u{a0}' } else { letter });
        before = letter;
    }
    held
}

/// How lines break: at spaces, so that no path and no option is taken apart.
pub(super) fn options<'a>(width: usize) -> Options<'a> {
    Options::new(width)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
}

fn natural_widths(columns: &[Column], rows: &[Vec<(String, Tone)>]) -> Vec<usize> {
    let widest = |(index, column): (usize, &Column)| {
        let cells = rows.iter().filter_map(|row| row.get(index)).map(|cell| cell.0.width());
        cells.chain([column.title.width()]).max().unwrap_or(0)
    };
    columns.iter().enumerate().map(widest).collect()
}

fn painted(text: &str, tone: Tone, colour: bool) -> String {
    if !colour || tone == Tone::Plain || text.is_empty() {
        return text.to_owned();
    }
    let style = tone.style();
    format!("{style}{text}{style:#}")
}
