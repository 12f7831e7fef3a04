//! Names that every system, every manifest and `sha256sum -c` take as they are.

use std::collections::BTreeSet;

/// The longest name, in bytes: every file system takes 255, and a number comes before it.
const LONGEST: usize = 180;

/// Names of devices that Windows keeps for itself, whatever their ending.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name with `_` for what some system or manifest would take for more than a letter.
///
/// Control characters, what Windows forbids, `#` of links, and `%` and `\`, by which manifests
/// and `sha256sum` mark others; no spaces or dots at the ends, no minus sign at the start.
pub fn safe_name(name: &str) -> String {
    let mut safe: String = name.chars().map(|c| if is_unsafe(c) { '_' } else { c }).collect();
    if safe.len() > LONGEST {
        let ending = safe.rsplit_once('.').map_or("", |(_, ending)| ending).to_owned();
        let ending = if ending.is_empty() || ending.len() > 10 {
            String::new()
        } else {
            format!(".{ending}")
        };
        let mut end = LONGEST - ending.len();
        while !safe.is_char_boundary(end) {
            end -= 1;
        }
        safe.truncate(end);
        safe.push_str(&ending);
    }
    if safe.ends_with(['.', ' ']) {
        safe.pop();
        safe.push('_');
    }
    let stem = safe.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = stem.len() == 4
        && (stem.starts_with("com") || stem.starts_with("lpt"))
        && stem.ends_with(|c: char| c.is_ascii_digit());
    let odd_start = safe.is_empty() || safe.starts_with(['-', ' ', '.', '~']);
    if odd_start || numbered || DEVICES.contains(&stem.as_str()) {
        safe.insert(0, '_');
    }
    safe
}

fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '%' | '#')
        // Marks that turn the direction of what follows would disguise an ending.
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffd}')
}

/// Paths that are given away, so that no two files get the same, whatever the case of letters.
#[derive(Clone, Debug, Default)]
pub struct Taken(BTreeSet<String>);

impl Taken {
    /// A safe path for a path, each folder's name and the file's made safe.
    pub fn path(&mut self, path: &str) -> String {
        let safe = path.split('/').map(safe_name).collect::<Vec<_>>().join("/");
        let (stem, ending) = match safe.rsplit_once('.') {
            Some((stem, ending)) if !ending.contains('/') => (stem, format!(".{ending}")),
            _ => (safe.as_str(), String::new()),
        };
        let mut free = safe.clone();
        let mut count = 1;
        while !self.0.insert(free.to_lowercase()) {
            count += 1;
            free = format!("{stem}-{count}{ending}");
        }
        free
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hostile_name_becomes_a_plain_one() {
        for (name, safe) in [
            ("mail.eml", "mail.eml"),
            ("a b — é.pdf", "a b — é.pdf"),
            ("a\nb%0A\\c.txt", "a_b_0A_c.txt"),
            ("-rf", "_-rf"),
            ("..", "_._"),
            ("con.txt", "_con.txt"),
            ("COM1", "_COM1"),
            ("invoice\u{202e}fdp.exe", "invoice_fdp.exe"),
            ("", "_"),
        ] {
            assert_eq!(safe_name(name), safe, "{name:?}");
        }
        let long = format!("{}.pdf", "é".repeat(200));
        assert!(safe_name(&long).len() <= LONGEST && safe_name(&long).ends_with(".pdf"));
    }

    #[test]
    fn no_two_files_share_a_path() {
        let mut taken = Taken::default();
        assert_eq!(taken.path("d/A?.txt"), "d/A_.txt");
        assert_eq!(taken.path("d/a*.txt"), "d/a_-2.txt");
        assert_eq!(taken.path("d/a"), "d/a");
    }
}
