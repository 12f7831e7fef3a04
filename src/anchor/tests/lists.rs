//! Lists of revoked certificates that no program makes: what is in them, byte by byte.

use proptest::proptest;

use super::super::{ListFault, Reason, RevocationList, Roots};
use crate::pubkey::asn1::{tag, wrap};

const ROOT: &[u8] = include_bytes!("root.pem");

/// `ecdsa-with-SHA256`.
const ALGORITHM: [u8; 12] = [0x30, 0x0a, 6, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
/// The last octets of the numbers of extensions below 2.5.29.
const REASON: u8 = 21;
const INVALID_SINCE: u8 = 24;
const OTHER_ISSUER: u8 = 29;
const UNKNOWN: u8 = 99;

fn moment(text: &str) -> Vec<u8> {
    wrap(tag::UTC_TIME, text.as_bytes())
}

fn extension(number: u8, critical: bool, value: &[u8]) -> Vec<u8> {
    let critical = if critical { wrap(tag::BOOLEAN, &[0xff]) } else { Vec::new() };
    let oid = wrap(tag::OID, &[0x55, 0x1d, number]);
    wrap(tag::SEQUENCE, &[oid, critical, wrap(tag::OCTET_STRING, value)].concat())
}

fn entry(serial: u8, at: &str, extensions: &[Vec<u8>]) -> Vec<u8> {
    let mut parts = [wrap(tag::INTEGER, &[serial]), moment(at)].concat();
    if !extensions.is_empty() {
        parts.extend(wrap(tag::SEQUENCE, &extensions.concat()));
    }
    wrap(tag::SEQUENCE, &parts)
}

/// A list with these entries and extensions; its signature fits nothing.
fn list(version: &[u8], entries: &[Vec<u8>], extensions: &[Vec<u8>]) -> Vec<u8> {
    let name = wrap(tag::SEQUENCE, &[]);
    let mut fields = [version, &ALGORITHM, &name, &moment("261120080000Z")].concat();
    fields.extend(moment("261220080000Z"));
    if !entries.is_empty() {
        fields.extend(wrap(tag::SEQUENCE, &entries.concat()));
    }
    if !extensions.is_empty() {
        fields.extend(wrap(tag::around(0), &wrap(tag::SEQUENCE, &extensions.concat())));
    }
    let signature = wrap(tag::BIT_STRING, &[0, 1, 2, 3]);
    wrap(tag::SEQUENCE, &[wrap(tag::SEQUENCE, &fields), ALGORITHM.to_vec(), signature].concat())
}

fn second() -> Vec<u8> {
    wrap(tag::INTEGER, &[1])
}

fn fault(bytes: &[u8]) -> ListFault {
    RevocationList::parse(bytes).unwrap_err()
}

#[test]
fn entries_say_since_when_and_why() {
    let reason = |code| extension(REASON, false, &wrap(tag::ENUMERATED, &[code]));
    let invalid = wrap(tag::TIME, b"20261101000000Z");
    let entries = [
        entry(1, "261110000000Z", &[]),
        entry(2, "261110000000Z", &[reason(4)]),
        entry(3, "261110000000Z", &[reason(1), extension(INVALID_SINCE, false, &invalid)]),
        entry(4, "261110000000Z", &[extension(UNKNOWN, false, &[1])]),
        // Twice, the second time for the worse.
        entry(5, "261110000000Z", &[reason(4)]),
        entry(5, "261112000000Z", &[reason(1)]),
    ];
    let lists = RevocationList::parse(&list(&second(), &entries, &[])).unwrap();
    let [list] = lists.as_slice() else { panic!("{} lists", lists.len()) };
    assert_eq!(list.count(), 5);
    let said = |serial| {
        let entry = list.entry(&[serial]).unwrap();
        (entry.since.to_string().get(..10).unwrap().to_owned(), entry.reason)
    };
    assert_eq!(said(1), ("2026-11-10".to_owned(), None));
    assert_eq!(said(2), ("2026-11-10".to_owned(), Some(Reason::Superseded)));
    assert_eq!(said(3), ("2026-11-01".to_owned(), Some(Reason::KeyCompromise)));
    assert_eq!(said(4), ("2026-11-10".to_owned(), None));
    assert_eq!(said(5), ("2026-11-12".to_owned(), Some(Reason::KeyCompromise)));
    assert!(list.entry(&[6]).is_none());
}

#[test]
fn what_must_be_understood_and_is_not_makes_the_whole_list_useless() {
    let strange = entry(1, "261110000000Z", &[extension(UNKNOWN, true, &[5, 0])]);
    let critical = ListFault::UnknownCritical("2.5.29.99".to_owned());
    assert_eq!(fault(&list(&second(), &[strange], &[])), critical);
    let of_list = [extension(UNKNOWN, true, &[5, 0])];
    assert_eq!(fault(&list(&second(), &[], &of_list)), critical);
    let of_other = entry(1, "261110000000Z", &[extension(OTHER_ISSUER, true, &[0x30, 0])]);
    assert_eq!(fault(&list(&second(), &[of_other], &[])), ListFault::Indirect);
}

#[test]
fn the_first_version_and_an_empty_list_are_read_and_a_third_is_not() {
    let first = RevocationList::parse(&list(&[], &[entry(1, "261110000000Z", &[])], &[]));
    assert_eq!(first.unwrap()[0].count(), 1);
    assert_eq!(RevocationList::parse(&list(&second(), &[], &[])).unwrap()[0].count(), 0);
    let third = wrap(tag::INTEGER, &[2]);
    assert_eq!(fault(&list(&third, &[], &[])), ListFault::Unreadable);
}

#[test]
fn what_is_no_list_or_cut_off_is_refused() {
    let whole = list(&second(), &[entry(1, "261110000000Z", &[])], &[]);
    for cut in 0..whole.len() {
        assert_eq!(fault(&whole[..cut]), ListFault::Unreadable, "{cut}");
    }
    assert_eq!(fault(&[whole.as_slice(), &[0]].concat()), ListFault::Unreadable);
    for bytes in [ROOT, b"", b"404", b"-----BEGIN X509 CRL-----\nAAAA\n"] {
        assert_eq!(fault(bytes), ListFault::Unreadable);
    }
    let large = vec![0x30; super::super::LARGEST_LIST + 1];
    assert_eq!(fault(&large), ListFault::TooLarge);
}

#[test]
fn several_lists_in_one_file_are_all_read() {
    let pem = |bytes: &[u8]| RevocationList::parse(bytes).unwrap()[0].to_pem();
    let [one, two] = [&[][..], &[entry(1, "261110000000Z", &[])]]
        .map(|entries| pem(&list(&second(), entries, &[])));
    let lists = RevocationList::parse(format!("Text\n{one}\n{two}").as_bytes()).unwrap();
    assert_eq!(lists.iter().map(RevocationList::count).collect::<Vec<_>>(), [0, 1]);
    // One that is damaged leaves none: half of a file is no word of an authority.
    let damaged = format!("{one}{}", two.replace('M', "*"));
    assert_eq!(fault(damaged.as_bytes()), ListFault::Unreadable);
}

#[test]
fn more_lists_than_a_folder_needs_are_not_read() {
    let pem = RevocationList::parse(&list(&second(), &[], &[])).unwrap()[0].to_pem();
    let mut roots = Roots::default();
    roots.lists.add("many.crl", pem.repeat(256).as_bytes());
    assert!(roots.list_faults(std::iter::empty(), None).iter().all(|(file, _)| file == "many.crl"));
    roots.lists.add("one-more.crl", pem.as_bytes());
    let faults = roots.list_faults(std::iter::empty(), None);
    assert!(faults.contains(&("one-more.crl".to_owned(), ListFault::TooMany)), "{faults:?}");
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_an_end(bytes: Vec<u8>) {
        let _ = RevocationList::parse(&bytes);
    }
}
