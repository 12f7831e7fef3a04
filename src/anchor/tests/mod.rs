//! A time stamp that `openssl ts` made, and everything that can be done to it.

mod lists;

use proptest::prelude::{Strategy as _, any};
use proptest::{prop_assert, proptest};

use super::{Certificate, Roots, Statement, Token, TokenFault, TraceFault, as_response, request};
use crate::model::Digest;

const STATEMENT: &[u8] = include_bytes!("statement.json");
/// Made with P-256, an accuracy of 1.5 seconds and a fraction of a second.
const TOKEN: &[u8] = include_bytes!("token.tsr");
const ROOT: &[u8] = include_bytes!("root.pem");

fn roots() -> Roots {
    let mut roots = Roots::default();
    roots.add("anchors/roots/root.pem", ROOT);
    roots
}

/// Whether some bytes are a time stamp for the statement by the authority.
fn is_good(bytes: &[u8]) -> bool {
    Token::parse(bytes).is_ok_and(|token| {
        token.fits(Digest::of(STATEMENT), None).is_ok() && token.trace(&roots()).is_ok()
    })
}

#[test]
fn a_good_time_stamp_says_when_and_who() {
    assert!(Statement::parse(STATEMENT).is_ok());
    let token = Token::parse(TOKEN).unwrap();
    assert_eq!(token.signer.name(), "Example TSA");
    assert!(token.at.to_string().starts_with("2026-11-22T07:"), "{}", token.at);
    assert_eq!(token.latest().duration_since(token.earliest()).as_millis(), 3000);
    assert_eq!(token.fits(Digest::of(STATEMENT), token.nonce.as_deref()), Ok(()));
    let stamped = token.trace(&roots()).unwrap();
    assert_eq!((stamped.root.as_str(), stamped.fingerprint.len()), ("Example Root", 64));
    assert_eq!(roots().find(&stamped.fingerprint).unwrap().to_pem().as_bytes(), ROOT);
}

#[test]
fn a_time_stamp_for_another_file_or_request_is_told() {
    let token = Token::parse(TOKEN).unwrap();
    assert_eq!(token.fits(Digest::of(b"x"), None), Err(TokenFault::OtherFile));
    assert_eq!(token.fits(token.digest, Some(&[1])), Err(TokenFault::OtherNonce));
}

#[test]
fn without_its_authority_it_is_left_open() {
    let token = Token::parse(TOKEN).unwrap();
    assert_eq!(token.trace(&Roots::default()), Err(TraceFault::NoRoots));
    let mut other = Roots::default();
    other.add("x.der", token.signer.bytes());
    assert!(token.trace(&other).is_ok(), "the user may trust the signer's certificate itself");
    let mut faulty = Roots::default();
    faulty.add("x.pem", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    assert!(faulty.is_empty() && faulty.faulty == ["x.pem"]);
}

#[test]
fn an_answer_and_the_time_stamp_in_it_are_one() {
    let bare = bare_token();
    assert_eq!(as_response(TOKEN), Ok(TOKEN.to_vec()));
    let wrapped = as_response(&bare).unwrap();
    let identity = |bytes: &[u8]| Token::parse(bytes).unwrap().identity;
    assert_eq!(identity(&bare), identity(TOKEN));
    assert_eq!(identity(&wrapped), identity(TOKEN));
    assert_ne!(bare, wrapped);
}

#[test]
fn what_is_no_time_stamp_is_refused() {
    for cut in 0..TOKEN.len() {
        assert!(Token::parse(&TOKEN[..cut]).is_err(), "{cut}");
    }
    assert!(Token::parse(&[TOKEN, &[0]].concat()).is_err());
    assert_eq!(Token::parse(&request(Digest::of(b""))).unwrap_err(), TokenFault::Unreadable);
    assert_eq!(Token::parse(&vec![0x30; super::LARGEST + 1]).unwrap_err(), TokenFault::TooLarge);
    // PKIStatus 2: rejection, with a text.
    let refusal = [0x30, 0x0b, 0x30, 0x09, 2, 1, 2, 0x30, 4, 0x0c, 2, b'n', b'o'];
    assert_eq!(Token::parse(&refusal).unwrap_err(), TokenFault::Refused("no".to_owned()));
}

#[test]
fn no_flipped_bit_passes() {
    // Outside of what is signed are the status, which may be 1 (granted with changes), and a
    // version; git and the digests that decisions name notice those.
    let mut passed = Vec::new();
    for at in 0..TOKEN.len() {
        for bit in 0..8 {
            let mut flipped = TOKEN.to_vec();
            flipped[at] ^= 1 << bit;
            if is_good(&flipped) {
                let (same, token) = (Token::parse(TOKEN).unwrap(), Token::parse(&flipped).unwrap());
                assert_eq!(
                    (same.at, same.digest, same.nonce),
                    (token.at, token.digest, token.nonce)
                );
                passed.push((at, bit));
            }
        }
    }
    assert!(passed.len() < 8, "{passed:?} change nothing that is signed");
}

fn bare_token() -> Vec<u8> {
    // The answer's header has four octets, the status five.
    TOKEN[9..].to_vec()
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_an_end(bytes: Vec<u8>) {
        let _ = (Token::parse(&bytes), Certificate::parse(&bytes), as_response(&bytes));
        let _ = Statement::parse(&bytes);
        Roots::default().add("x", &bytes);
    }

    #[test]
    fn any_damage_leaves_it_unreadable_or_harmless(
        at in 0..TOKEN.len(),
        with in proptest::collection::vec(any::<u8>(), 1..40).prop_filter("", |v| !v.is_empty()),
    ) {
        let mut damaged = TOKEN.to_vec();
        let end = (at + with.len()).min(damaged.len());
        damaged.splice(at..end, with);
        if is_good(&damaged) {
            let token = Token::parse(&damaged);
            prop_assert!(token.is_ok_and(|token| token.digest == Digest::of(STATEMENT)));
        }
    }
}
