//! A bag: files and their manifests, as BagIt 1.0 (RFC 8493) has them.

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::prelude::*;

use crate::model::Digest;

/// Files with their paths below the bag, `/`-separated, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bag {
    payload: BTreeMap<String, Packed>,
    tags: BTreeMap<String, Packed>,
}

/// A file, and its digest where that is known already.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Packed {
    bytes: Vec<u8>,
    digest: Option<Digest>,
}

impl Packed {
    fn new(bytes: impl Into<Vec<u8>>) -> Self {
        Self { bytes: bytes.into(), digest: None }
    }
}

/// What `bag-info.txt` says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BagInfo {
    /// The day of the bundle.
    pub day: Date,
    /// Who hands it over; `None` where nobody is named.
    pub from: Option<String>,
    /// The bundle's name: `atelier-nova-2026-11-22`.
    pub name: String,
    /// What it is, in one sentence.
    pub description: String,
}

impl Bag {
    /// Adds a file below `data/`.
    pub fn add(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.payload.insert(format!("data/{path}"), Packed::new(bytes));
    }

    /// Adds a file below `data/` with this digest.
    pub fn add_known(&mut self, path: &str, bytes: Vec<u8>, digest: Digest) {
        let packed = Packed { bytes, digest: Some(digest) };
        self.payload.insert(format!("data/{path}"), packed);
    }

    /// Adds a file beside `data/`, which the tag manifest vouches for.
    pub fn add_tag(&mut self, path: &str, bytes: impl Into<Vec<u8>>) {
        self.tags.insert(path.to_owned(), Packed::new(bytes));
    }

    /// The files below `data/`, by path.
    pub fn payload(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.payload.iter().map(|(path, packed)| (path.as_str(), packed.bytes.as_slice()))
    }

    /// The whole bag, sorted by path: the files, and the four files that make it a bag.
    pub fn sealed(mut self, info: &BagInfo) -> Vec<(String, Vec<u8>)> {
        let declaration = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
        self.add_tag("bagit.txt", declaration);
        let info = self.info(info);
        self.add_tag("bag-info.txt", info);
        let of_payload = manifest(&self.payload);
        self.add_tag("manifest-sha256.txt", of_payload);
        let of_tags = manifest(&self.tags);
        self.add_tag("tagmanifest-sha256.txt", of_tags);
        self.payload.append(&mut self.tags);
        self.payload.into_iter().map(|(path, packed)| (path, packed.bytes)).collect()
    }

    fn info(&self, info: &BagInfo) -> String {
        let octets: usize = self.payload.values().map(|packed| packed.bytes.len()).sum();
        let mut lines = vec![
            ("Bag-Software-Agent", format!("casefile {}", env!("CARGO_PKG_VERSION"))),
            ("Bagging-Date", info.day.to_string()),
            ("External-Identifier", info.name.clone()),
            ("External-Description", info.description.clone()),
            ("Payload-Oxum", format!("{octets}.{}", self.payload.len())),
        ];
        lines.extend(info.from.clone().map(|from| ("Contact-Name", from)));
        lines.iter().map(|(label, value)| format!("{label}: {}\n", one_line(value))).collect()
    }
}

/// A line for each file: the digest, two spaces, the path. `sha256sum -c` reads the same lines.
fn manifest(files: &BTreeMap<String, Packed>) -> String {
    let line = |(path, packed): (&String, &Packed)| {
        let digest = packed.digest.unwrap_or_else(|| Digest::of(&packed.bytes));
        format!("{}  {path}\n", digest.to_hex())
    };
    files.par_iter().map(line).collect()
}

/// The text on one line; a label's value ends where the line does.
fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bag_is_sorted_and_vouches_for_every_file() {
        let mut bag = Bag::default();
        bag.add("b.txt", "b");
        bag.add("a.txt", "");
        let info = BagInfo {
            day: "2026-11-22".parse().unwrap(),
            from: Some("Jenna\nPayload-Oxum: 0.0".to_owned()),
            name: "nova-2026-11-22".to_owned(),
            description: "x".to_owned(),
        };
        let files = bag.sealed(&info);
        let paths: Vec<_> = files.iter().map(|(path, _)| path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "bag-info.txt",
                "bagit.txt",
                "data/a.txt",
                "data/b.txt",
                "manifest-sha256.txt",
                "tagmanifest-sha256.txt"
            ]
        );
        let text = |at: usize| String::from_utf8(files[at].1.clone()).unwrap();
        assert!(text(0).contains("Payload-Oxum: 1.2\nContact-Name: Jenna Payload-Oxum: 0.0\n"));
        assert!(text(4).starts_with(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a.txt\n"
        ));
        assert_eq!(text(5).lines().count(), 3);
    }
}
