//! A pack of git's objects, written in one pass.
//!
//! Owns: the bytes of pack version 2 (gitformat-pack), differences to earlier objects included.
//! Must not: compress: the same objects are the same bytes, whatever the version of a
//! compressor. Must not: decide what goes in.

use git2::{ObjectType, Oid};
use sha1::{Digest as _, Sha1};

use super::error::LedgerError;
use super::walk::OidMap;

/// How many differences may follow each other; git itself makes no more than that.
const DEEPEST: u32 = 50;
/// The type of an object that is told as the difference to one before it.
const DIFFERENCE: u8 = 6;
/// The most bytes that one instruction copies.
const COPY: usize = 0xffff;
/// The most bytes that one instruction inserts.
const INSERT: usize = 0x7f;
/// The most bytes in a block that is not compressed (RFC 1951, 3.2.4).
const STORED: usize = 0xffff;

/// A pack being written.
pub(super) struct PackFile {
    bytes: Vec<u8>,
    count: u32,
    places: OidMap<Place>,
}

/// Where an object lies.
#[derive(Clone, Copy)]
struct Place {
    offset: usize,
    /// How many differences are to be followed to it.
    depth: u32,
}

impl PackFile {
    pub(super) fn new() -> Self {
        Self { bytes: b"PACK\0\0\0\x02\0\0\0\0".to_vec(), count: 0, places: OidMap::default() }
    }

    pub(super) fn has(&self, oid: Oid) -> bool {
        self.places.contains_key(&oid)
    }

    /// Adds an object that is not there yet.
    pub(super) fn add(&mut self, oid: Oid, kind: ObjectType, content: &[u8]) {
        let kind = match kind {
            ObjectType::Commit => 1,
            ObjectType::Tree => 2,
            _ => 3,
        };
        self.begin(oid, 0, kind, content.len());
        self.store(content);
    }

    /// Adds an object that is not there yet and mostly is what another one is, which may be
    /// there; both have the same kind.
    pub(super) fn add_like(
        &mut self,
        oid: Oid,
        kind: ObjectType,
        content: &[u8],
        (base, base_content): (Oid, &[u8]),
    ) {
        let place = self.places.get(&base).copied().filter(|place| place.depth < DEEPEST);
        let difference = place.map(|place| (place, difference(base_content, content)));
        match difference.filter(|(_, difference)| difference.len() < content.len() / 2) {
            Some((place, difference)) => {
                let start = self.bytes.len();
                self.begin(oid, place.depth + 1, DIFFERENCE, difference.len());
                self.distance(start - place.offset);
                self.store(&difference);
            }
            None => self.add(oid, kind, content),
        }
    }

    /// The whole pack.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.bytes[8..12].copy_from_slice(&self.count.to_be_bytes());
        let sum = Sha1::digest(&self.bytes);
        self.bytes.extend_from_slice(&sum);
        self.bytes
    }

    fn begin(&mut self, oid: Oid, depth: u32, kind: u8, length: usize) {
        self.places.insert(oid, Place { offset: self.bytes.len(), depth });
        self.count += 1;
        let mut left = length >> 4;
        let mut byte = kind << 4 | low(length, 4);
        while left > 0 {
            self.bytes.push(byte | 0x80);
            byte = low(left, 7);
            left >>= 7;
        }
        self.bytes.push(byte);
    }

    /// How far back a base lies: seven bits in a byte, the highest first, each but the last one
    /// less than it says.
    fn distance(&mut self, distance: usize) {
        let mut bytes = vec![low(distance, 7)];
        let mut left = distance >> 7;
        while left > 0 {
            left -= 1;
            bytes.push(0x80 | low(left, 7));
            left >>= 7;
        }
        self.bytes.extend(bytes.iter().rev());
    }

    /// The content as zlib has it (RFC 1950), in blocks that are not compressed.
    fn store(&mut self, content: &[u8]) {
        self.bytes.extend_from_slice(&[0x78, 0x01]);
        let mut blocks = content.chunks(STORED).peekable();
        if content.is_empty() {
            self.bytes.extend_from_slice(&[1, 0, 0, 0xff, 0xff]);
        }
        while let Some(block) = blocks.next() {
            self.bytes.push(u8::from(blocks.peek().is_none()));
            let [first, second] = [low(block.len(), 8), low(block.len() >> 8, 8)];
            self.bytes.extend_from_slice(&[first, second, !first, !second]);
            self.bytes.extend_from_slice(block);
        }
        self.bytes.extend_from_slice(&adler32(content).to_be_bytes());
    }
}

/// The name of an object that is not stored anywhere yet.
pub(super) fn name_of(kind: ObjectType, content: &[u8]) -> Result<Oid, LedgerError> {
    Ok(Oid::hash_object(kind, content)?)
}

/// The lowest bits of a number, eight at most.
fn low(number: usize, bits: u32) -> u8 {
    u8::try_from(number & ((1 << bits) - 1)).unwrap_or_default()
}

/// How one content is made of another: what both begin and end with is copied.
fn difference(base: &[u8], content: &[u8]) -> Vec<u8> {
    let shorter = base.len().min(content.len());
    let start = common(base.iter().zip(content));
    let rest = shorter - start;
    let end = common(base.iter().rev().zip(content.iter().rev()).take(rest));
    let mut made = Vec::new();
    for length in [base.len(), content.len()] {
        let mut left = length;
        while left > 0x7f {
            made.push(0x80 | low(left, 7));
            left >>= 7;
        }
        made.push(low(left, 7));
    }
    copy(&mut made, 0, start);
    for part in content[start..content.len() - end].chunks(INSERT) {
        made.push(low(part.len(), 7));
        made.extend_from_slice(part);
    }
    copy(&mut made, base.len() - end, end);
    made
}

fn common<'bytes>(pairs: impl Iterator<Item = (&'bytes u8, &'bytes u8)>) -> usize {
    pairs.take_while(|(one, other)| one == other).count()
}

/// Instructions that copy from the base: which bytes of offset and size follow, then these.
fn copy(made: &mut Vec<u8>, mut from: usize, mut length: usize) {
    while length > 0 {
        let part = length.min(COPY);
        let at = made.len();
        made.push(0x80);
        for (bit, byte) in (0..4)
            .map(|byte| low(from >> (8 * byte), 8))
            .chain([low(part, 8), low(part >> 8, 8)])
            .enumerate()
        {
            if byte != 0 {
                made[at] |= 1 << bit;
                made.push(byte);
            }
        }
        from += part;
        length -= part;
    }
}

/// The checksum at the end of what zlib writes (RFC 1950, 9).
fn adler32(content: &[u8]) -> u32 {
    /// The largest prime below 2^16.
    const PRIME: u32 = 65_521;
    /// So many bytes cannot overflow the sums.
    const SAFE: usize = 5_552;
    /// So many bytes are added up at once.
    const TOGETHER: usize = 16;
    let (mut a, mut b) = (1_u32, 0_u32);
    for part in content.chunks(SAFE) {
        let mut groups = part.chunks_exact(TOGETHER);
        for group in &mut groups {
            // Each byte counts in `b` as often as there are bytes from it to the end of the group.
            let weighed = (1..=16).rev().zip(group).map(|(weight, byte)| weight * u32::from(*byte));
            b += 16 * a + weighed.sum::<u32>();
            a += group.iter().map(|byte| u32::from(*byte)).sum::<u32>();
        }
        for byte in groups.remainder() {
            a += u32::from(*byte);
            b += a;
        }
        a %= PRIME;
        b %= PRIME;
    }
    b << 16 | a
}

#[cfg(test)]
mod tests {
    use git2::Odb;
    use proptest::prelude::*;

    use super::*;

    /// What git reads of a pack, by the names of its objects.
    fn read(pack: &[u8], names: &[Oid]) -> Vec<Vec<u8>> {
        let folder = tempfile::tempdir().unwrap();
        let odb = Odb::new().unwrap();
        let mut indexer = git2::Indexer::new(Some(&odb), folder.path(), 0o644, true).unwrap();
        std::io::Write::write_all(&mut indexer, pack).unwrap();
        let name = indexer.commit().unwrap();
        let packs = folder.path().join("objects/pack");
        std::fs::create_dir_all(&packs).unwrap();
        for ending in ["pack", "idx"] {
            let file = format!("pack-{name}.{ending}");
            std::fs::rename(folder.path().join(&file), packs.join(&file)).unwrap();
        }
        let odb = Odb::new().unwrap();
        odb.add_disk_alternate(folder.path().join("objects").to_str().unwrap()).unwrap();
        names.iter().map(|name| odb.read(*name).unwrap().data().to_vec()).collect()
    }

    fn packed(contents: &[Vec<u8>]) -> (Vec<u8>, Vec<Oid>) {
        let mut pack = PackFile::new();
        let mut names = Vec::new();
        let mut before: Option<(Oid, &[u8])> = None;
        for content in contents {
            let name = name_of(ObjectType::Blob, content).unwrap();
            match before {
                _ if pack.has(name) => {}
                Some(base) => pack.add_like(name, ObjectType::Blob, content, base),
                None => pack.add(name, ObjectType::Blob, content),
            }
            before = Some((name, content));
            names.push(name);
        }
        (pack.finish(), names)
    }

    #[test]
    fn the_sum_is_the_published_one() {
        assert_eq!(adler32(b"Wikipedia"), 0x11e6_0398);
        assert_eq!(adler32(b""), 1);
        // As `zlib.adler32` of Python says.
        let long: Vec<u8> = (0..20_000_u32).flat_map(u32::to_le_bytes).collect();
        assert_eq!(adler32(&long), 0xbffd_a29f);
    }

    #[test]
    fn git_reads_long_objects_and_long_chains_of_differences() {
        let long: Vec<u8> = (0..20_000_u32).flat_map(u32::to_le_bytes).collect();
        let mut contents = vec![Vec::new(), long.clone()];
        for at in 0..130 {
            let mut next = long.clone();
            next.splice(at * 500..at * 500 + 3, b"another".iter().copied());
            contents.push(next);
        }
        let (pack, names) = packed(&contents);
        assert_eq!(read(&pack, &names), contents);
        assert!(pack.len() < 6 * long.len(), "{}", pack.len());
        assert_eq!(pack, packed(&contents).0);
    }

    proptest! {
        #[test]
        fn git_reads_what_was_written(
            contents in proptest::collection::vec(
                proptest::collection::vec(0_u8..3, 0..300), 1..6),
        ) {
            let (pack, names) = packed(&contents);
            prop_assert_eq!(read(&pack, &names), contents);
        }
    }
}
