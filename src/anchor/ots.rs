//! Proofs of OpenTimestamps (`.ots`): from a file's digest, step by step, to what somebody
//! attests.
//!
//! Replayed to the end, and no further: whether a Bitcoin block has the Merkle root that comes
//! out is for the user to look up. The format is that of the project's own client, version 1.

use sha1::{Digest as _, Sha1};
use sha2::Sha256;

use super::LARGEST;
use crate::model::Digest;
use crate::phrase::Phrase;

/// How a proof begins.
const MAGIC: &[u8] = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94";
/// The kinds of attestation.
const BITCOIN: [u8; 8] = [0x05, 0x88, 0x96, 0x0d, 0x73, 0xd7, 0x19, 0x01];
const PENDING: [u8; 8] = [0x83, 0xdf, 0xe3, 0x0d, 0x2e, 0xf9, 0x0c, 0x8e];
/// The most steps that are replayed; the client itself never writes as many.
const MOST_STEPS: usize = 10_000;
/// The longest message between two steps, as the client has it.
const LONGEST_MESSAGE: usize = 4096;
/// The longest payload of an attestation.
const LONGEST_PAYLOAD: usize = 8192;
/// The deepest nesting of branches.
const DEEPEST: usize = 256;

/// A proof, replayed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtsProof {
    /// The digest of the file that it is for.
    pub digest: Digest,
    /// What is attested at the ends, in the order of the file, each once.
    pub promises: Vec<Promise>,
}

/// What stands at the end of a branch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Promise {
    /// That the Bitcoin block of this height has this Merkle root, written as explorers write
    /// it.
    Bitcoin {
        /// The height.
        height: u64,
        /// 64 hexadecimal digits.
        merkle_root: String,
    },
    /// That a calendar will have more to say later.
    Pending(String),
    /// Something else: a kind of attestation that casefile does not know, or a step that it
    /// cannot replay.
    Unknown,
}

/// Why a file is no such proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OtsFault {
    /// It does not begin as one.
    NotOne,
    /// It is larger than any proof.
    TooLarge,
    /// It ends too early, or goes on after its end, or has too many steps.
    Damaged,
    /// It is of a newer version, or made by another digest function.
    Newer,
}

impl OtsFault {
    /// The fault as one sentence.
    pub fn phrase(self) -> Phrase {
        Phrase::new(match self {
            Self::NotOne => "ots-not-one",
            Self::TooLarge => "ots-too-large",
            Self::Damaged => "ots-damaged",
            Self::Newer => "ots-newer",
        })
    }
}

impl OtsProof {
    /// Reads a proof and replays it.
    ///
    /// # Errors
    /// Why it is none.
    pub fn parse(bytes: &[u8]) -> Result<Self, OtsFault> {
        if bytes.len() > LARGEST {
            return Err(OtsFault::TooLarge);
        }
        let rest = bytes.strip_prefix(MAGIC).ok_or(OtsFault::NotOne)?;
        let mut reading = Reading { rest, steps: 0 };
        if reading.number()? != 1 || reading.octet()? != 0x08 {
            return Err(OtsFault::Newer);
        }
        let start = reading.take(32)?.to_vec();
        let hex: String = start.iter().map(|octet| format!("{octet:02x}")).collect();
        let digest = hex.parse().map_err(|_| OtsFault::Damaged)?;
        let promises = reading.replay(start)?;
        if reading.rest.is_empty() { Ok(Self { digest, promises }) } else { Err(OtsFault::Damaged) }
    }
}

struct Reading<'a> {
    rest: &'a [u8],
    steps: usize,
}

impl<'a> Reading<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], OtsFault> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(OtsFault::Damaged)?;
        self.rest = rest;
        Ok(taken)
    }

    fn octet(&mut self) -> Result<u8, OtsFault> {
        Ok(self.take(1)?.first().copied().unwrap_or_default())
    }

    /// Seven bits an octet, the lowest first.
    fn number(&mut self) -> Result<u64, OtsFault> {
        let mut number = 0_u64;
        for shift in (0..63).step_by(7) {
            let octet = self.octet()?;
            number |= u64::from(octet & 0x7f) << shift;
            if octet & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(OtsFault::Damaged)
    }

    fn octets(&mut self, most: usize) -> Result<&'a [u8], OtsFault> {
        let length = usize::try_from(self.number()?).map_err(|_| OtsFault::Damaged)?;
        if length > most {
            return Err(OtsFault::Damaged);
        }
        self.take(length)
    }

    /// Every branch from this message to its end. `None` is the message after a step that
    /// cannot be replayed.
    fn replay(&mut self, start: Vec<u8>) -> Result<Vec<Promise>, OtsFault> {
        let mut promises = Vec::new();
        // The messages of branches that are open; the last is the one that is read.
        let mut open: Vec<Option<Vec<u8>>> = vec![Some(start)];
        while let Some(message) = open.pop() {
            self.steps += 1;
            if self.steps > MOST_STEPS || open.len() > DEEPEST {
                return Err(OtsFault::Damaged);
            }
            match self.octet()? {
                0xff => {
                    // What follows is one branch of several; the others begin here too.
                    open.push(message.clone());
                    open.push(message);
                }
                0x00 => {
                    let promise = self.promise(message.as_deref())?;
                    if !promises.contains(&promise) {
                        promises.push(promise);
                    }
                }
                step => open.push(self.step(step, message)?),
            }
        }
        Ok(promises)
    }

    fn step(&mut self, step: u8, message: Option<Vec<u8>>) -> Result<Option<Vec<u8>>, OtsFault> {
        let more = match step {
            0xf0 | 0xf1 => self.octets(LONGEST_MESSAGE)?,
            _ => &[],
        };
        let Some(mut message) = message else { return Ok(None) };
        let next = match step {
            0xf0 => [message.as_slice(), more].concat(),
            0xf1 => [more, message.as_slice()].concat(),
            0xf2 => {
                message.reverse();
                message
            }
            0xf3 => message.iter().flat_map(|octet| format!("{octet:02x}").into_bytes()).collect(),
            0x02 => Sha1::digest(&message).to_vec(),
            0x08 => Sha256::digest(&message).to_vec(),
            // RIPEMD-160 and Keccak-256 are in the format, and no calendar uses them.
            0x03 | 0x67 => return Ok(None),
            _ => return Err(OtsFault::Damaged),
        };
        if next.len() > LONGEST_MESSAGE { Err(OtsFault::Damaged) } else { Ok(Some(next)) }
    }

    fn promise(&mut self, message: Option<&[u8]>) -> Result<Promise, OtsFault> {
        let kind: [u8; 8] = self.take(8)?.try_into().map_err(|_| OtsFault::Damaged)?;
        let payload = self.octets(LONGEST_PAYLOAD)?;
        let mut inside = Reading { rest: payload, steps: 0 };
        Ok(match (kind, message) {
            (PENDING, _) => {
                let address = inside.octets(1000)?;
                Promise::Pending(String::from_utf8_lossy(address).into_owned())
            }
            (BITCOIN, Some(root)) if root.len() == 32 => Promise::Bitcoin {
                height: inside.number()?,
                merkle_root: root.iter().rev().map(|octet| format!("{octet:02x}")).collect(),
            },
            _ => Promise::Unknown,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn proof(steps: &[u8]) -> Vec<u8> {
        [MAGIC, &[1, 8], Digest::of(b"file").as_bytes(), steps].concat()
    }

    fn pending(address: &str) -> Vec<u8> {
        let length = u8::try_from(address.len()).unwrap();
        [&[0][..], &PENDING, &[length + 1, length], address.as_bytes()].concat()
    }

    fn block(height: &[u8]) -> Vec<u8> {
        [&[0][..], &BITCOIN, &[u8::try_from(height.len()).unwrap()], height].concat()
    }

    #[test]
    fn branches_are_replayed_to_their_ends() {
        // Append "a", SHA-256; then one branch to a calendar, and one on to a block.
        let steps = [
            &[0xf0, 1, b'a', 0x08, 0xff][..],
            &pending("https://calendar.example"),
            &[0xf1, 1, b'b', 0x08, 0x08],
            &block(&[0xd5, 0xb3, 0x31]),
        ];
        let found = OtsProof::parse(&proof(&steps.concat())).unwrap();
        assert_eq!(found.digest, Digest::of(b"file"));
        let first = Sha256::digest([Digest::of(b"file").as_bytes().as_slice(), b"a"].concat());
        let second = Sha256::digest([b"b".as_slice(), &first].concat());
        let mut root = Sha256::digest(second).to_vec();
        root.reverse();
        let merkle_root = root.iter().map(|octet| format!("{octet:02x}")).collect();
        assert_eq!(
            found.promises,
            [
                Promise::Pending("https://calendar.example".to_owned()),
                Promise::Bitcoin { height: 809_429, merkle_root },
            ]
        );
    }

    #[test]
    fn a_step_that_cannot_be_replayed_leads_to_nothing_known() {
        let steps = [&[0x67, 0x08][..], &block(&[1])].concat();
        assert_eq!(OtsProof::parse(&proof(&steps)).unwrap().promises, [Promise::Unknown]);
    }

    #[test]
    fn what_is_no_proof_is_refused_and_never_stops_the_program() {
        let whole = proof(&[&[0xff][..], &pending("x"), &[0x08], &block(&[1])].concat());
        assert!(OtsProof::parse(&whole).is_ok());
        for cut in 0..whole.len() {
            assert!(OtsProof::parse(&whole[..cut]).is_err(), "{cut}");
        }
        assert_eq!(OtsProof::parse(&[&whole[..], &[0]].concat()), Err(OtsFault::Damaged));
        assert_eq!(OtsProof::parse(b"PK"), Err(OtsFault::NotOne));
        for bomb in [vec![0xff; 100_000], vec![0xf3; 100_000], vec![0xf2; 100_000]] {
            assert_eq!(OtsProof::parse(&proof(&bomb)), Err(OtsFault::Damaged));
        }
        assert_eq!(OtsProof::parse(&vec![0; LARGEST + 1]), Err(OtsFault::TooLarge));
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_to_an_end(steps: Vec<u8>) {
            let _ = OtsProof::parse(&proof(&steps));
            let _ = OtsProof::parse(&steps);
        }
    }
}
