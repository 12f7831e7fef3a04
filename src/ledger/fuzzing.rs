//! What others wrote into a history or a list of keys, read as the ledger reads it, from bytes
//! alone: for `crate::fuzzing`.
//!
//! Owns: what must hold whatever the bytes are. Must not: be used by anything else.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use git2::{Commit, ObjectType, Odb, Oid, Repository};
use jiff::tz::TimeZone;

use super::allowed_signers::AllowedSigners;
use super::entries::Entries;
use super::message::{ANCHOR, DECISION, DIGEST, KIND, Message, PREV, STANDING};
use super::revoked::Revoked;
use super::signature::{Keys, SignedCommit};
use super::stored::StoredCommit;
use super::trail;
use super::trees::{Difference, Trees};

/// Before the stores of a repository, of which there are none.
const PRIORITY: i32 = 1000;
/// Ends a folder in the bytes of several.
const BETWEEN: &[u8] = b"|||";
/// More folders than this, or more files in them, are not compared name by name.
const MOST: usize = 2000;

/// A list of keys, and one of keys that are revoked.
pub fn allowed_signers(bytes: &[u8]) {
    let zone = TimeZone::get("Europe/Paris").unwrap_or(TimeZone::UTC);
    let list = AllowedSigners::parse(bytes, &zone);
    let lines = bytes.split(|byte| *byte == b'\n').count();
    assert!(list.lines.len() + list.faults.len() <= lines, "a line counts twice");
    assert!(list.faults.iter().all(|(line, _)| (1..=lines).contains(line)), "no such line");
    for line in &list.lines {
        let window = line.after.zip(line.before);
        assert!(window.is_none_or(|(after, before)| after < before), "an empty window");
        let _ = (line.speaks_for("jenna@example.org"), line.signs_in("git"), line.is_authority);
        assert!(!super::pattern::is_in_list("x", &format!("{},!*", line.principals)));
    }
    let _ = Revoked::parse(bytes);
}

/// A commit as git stores it, the message of one, and words that become a message.
pub fn trailers(bytes: &[u8]) {
    if let Some(parts) = SignedCommit::parse(bytes) {
        assert!(parts.signature.len() + parts.content.len() <= bytes.len(), "bytes from nowhere");
        let _ = parts.check(&mut Keys::default());
    }
    let text = String::from_utf8_lossy(bytes);
    for (name, value) in trail::trailers(&text) {
        assert!(!name.contains('\n') && !value.contains('\n'), "a trailer of several lines");
    }
    nobody_writes_a_trailer(&text);
    let _ = in_memory(|repository, odb| {
        for content in [bytes, &[COMMIT, bytes].concat()] {
            let oid = odb.write(ObjectType::Commit, content)?;
            let found = repository.find_commit(oid);
            let own = StoredCommit::parse(content);
            assert_eq!(own.is_some(), found.is_ok(), "git reads it otherwise");
            let (Some(own), Ok(commit)) = (own, found) else { continue };
            is_what_git_reads(&own, &commit);
            for entry in trail::entries_of(&commit) {
                let note = entry.note.strip_prefix("clients/").unwrap_or_default();
                assert_eq!(note.split('/').count(), 3, "{}", entry.note);
            }
            let _ = trail::is_signed(&commit);
        }
        Ok(())
    });
}

/// A commit says what libgit2 says that it says.
fn is_what_git_reads(own: &StoredCommit<'_>, commit: &Commit<'_>) {
    assert_eq!(own.tree, commit.tree_id(), "another tree");
    assert!(own.parents.iter().copied().eq(commit.parent_ids()), "other parents");
    for (own, git) in [(&own.author, commit.author()), (&own.committer, commit.committer())] {
        let (seconds, minutes) = (git.when().seconds(), git.when().offset_minutes());
        assert_eq!((own.when.seconds(), own.when.offset_minutes()), (seconds, minutes));
        assert_eq!(own.email(), String::from_utf8_lossy(git.email_bytes()), "another address");
    }
    assert_eq!(own.message(), String::from_utf8_lossy(commit.message_bytes()));
}

const COMMIT: &[u8] = b"tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\nauthor A <a@example.org> 1795338000 +0100\ncommitter A <a@example.org> 1795338000 +0100\n\n";

/// Words of a person in a message never pass for what the program says.
fn nobody_writes_a_trailer(text: &str) {
    let (statement, body) = text.split_once('\n').unwrap_or((text, text));
    let mut message = Message {
        action: "keep".to_owned(),
        statement: statement.to_owned(),
        body: body.to_owned(),
        ..Message::default()
    };
    let written = message.render();
    let found = trail::trailers(&written);
    let own = [DECISION, KIND, DIGEST, PREV, STANDING, ANCHOR];
    assert!(found.iter().all(|(name, _)| !own.contains(name)), "{written:?}");
    message.trailers =
        vec![(DECISION, "a/decisions/b".to_owned()), (STANDING, format!("x{statement}"))];
    let written = message.render();
    let names: Vec<&str> = trail::trailers(&written).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, [DECISION, STANDING], "{written:?}");
}

/// Folders as git stores them, one after the other with `|||` between; a name of twenty equal
/// bytes stands for the earlier folder of that number. The last two are compared, and the last
/// one with nothing.
pub fn trees(bytes: &[u8]) {
    let _ = in_memory(|repository, odb| {
        let mut folders: Vec<Oid> = Vec::new();
        for content in parts(bytes) {
            let content = with_names(content, &folders);
            let oid = odb.write(ObjectType::Tree, &content)?;
            reads_as_git_does(repository, oid, &content);
            folders.push(oid);
        }
        let last = folders.last().copied();
        let before = folders.len().checked_sub(2).and_then(|at| folders.get(at)).copied();
        for pair in [[None, last], [before, last], [last, before], [last, None]] {
            differs_as_it_should(repository, pair);
        }
        Ok(())
    });
}

/// A repository that is nowhere but in memory, and its store.
fn in_memory(
    act: impl FnOnce(&Repository, &Odb<'_>) -> Result<(), git2::Error>,
) -> Result<(), git2::Error> {
    let store = Odb::new()?;
    store.add_new_mempack_backend(PRIORITY)?;
    let repository = Repository::from_odb(store)?;
    let odb = repository.odb()?;
    act(&repository, &odb)
}

fn parts(bytes: &[u8]) -> Vec<&[u8]> {
    let mut parts = Vec::new();
    let mut rest = bytes;
    while let Some(at) = memchr::memmem::find(rest, BETWEEN) {
        parts.push(&rest[..at]);
        rest = &rest[at + BETWEEN.len()..];
    }
    parts.push(rest);
    parts
}

fn with_names(content: &[u8], folders: &[Oid]) -> Vec<u8> {
    let mut named = content.to_vec();
    let mut entries = Entries(content);
    while let Some(entry) = entries.next() {
        let name = entry.oid.as_bytes();
        let end = content.len() - entries.0.len();
        let number = name.first().copied().filter(|first| name.iter().all(|byte| byte == first));
        if let Some(folder) = number.and_then(|number| folders.get(usize::from(number))) {
            named[end - name.len()..end].copy_from_slice(folder.as_bytes());
        }
    }
    named
}

/// What is a folder here has the entries that libgit2 reads, which is less strict than git.
fn reads_as_git_does(repository: &Repository, oid: Oid, content: &[u8]) {
    let Ok(tree) = repository.find_tree(oid) else { return };
    if Entries(content).is_damaged() {
        return;
    }
    let own: Vec<_> = Entries(content)
        .map(|entry| (entry.name.to_vec(), entry.oid, entry.mode == 0o40_000))
        .collect();
    let is_folder = |entry: &git2::TreeEntry<'_>| entry.kind() == Some(ObjectType::Tree);
    let gits: Vec<_> = tree
        .iter()
        .map(|entry| (entry.name_bytes().to_vec(), entry.id(), is_folder(&entry)))
        .collect();
    assert_eq!(own, gits, "git reads other entries");
}

fn differs_as_it_should(repository: &Repository, pair: [Option<Oid>; 2]) {
    let Ok(trees) = Trees::sharing(&Arc::default(), repository) else { return };
    let mut found: Vec<Difference> = Vec::new();
    trees.compare("", pair, &|_: &str| true, &mut found);
    for difference in &found {
        assert_ne!(difference.old, difference.new, "{}", difference.path);
        if let (Some(root), [None, Some(_)]) = (pair[1], pair) {
            let _ = trees.file(root, &difference.path);
        }
    }
    if !trees.damaged().is_empty() {
        return;
    }
    let mut sides = [BTreeMap::new(), BTreeMap::new()];
    for (files, root) in sides.iter_mut().zip(pair) {
        if root.is_some_and(|root| !list(repository, root, "", 0, files)) {
            return;
        }
    }
    let [old, new] = &sides;
    let paths: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let expected: Vec<_> = paths
        .into_iter()
        .map(|path| (path.as_str(), old.get(path).copied(), new.get(path).copied()))
        .filter(|(_, old, new)| old != new)
        .collect();
    let mut own: Vec<_> = found.iter().map(|one| (one.path.as_str(), one.old, one.new)).collect();
    own.sort_unstable();
    assert_eq!(own, expected, "the differences are others");
}

/// Every file below a folder by path; `false` where git would never have made it so, or where
/// there are too many.
fn list(
    repository: &Repository,
    folder: Oid,
    path: &str,
    depth: usize,
    files: &mut BTreeMap<String, Oid>,
) -> bool {
    let Ok(object) = repository.odb().and_then(|odb| Ok(odb.read(folder)?.data().to_vec())) else {
        return false;
    };
    let entries: Vec<_> = Entries(&object).collect();
    let sorted = entries.windows(2).all(|pair| pair[0].order(&pair[1]).is_lt());
    let names: BTreeSet<&[u8]> = entries.iter().map(|entry| entry.name).collect();
    if !sorted || names.len() < entries.len() || depth > 30 {
        return false;
    }
    entries.iter().all(|entry| {
        let Ok(name) = std::str::from_utf8(entry.name) else { return false };
        let path = format!("{path}/{name}");
        if name.is_empty() || name.contains('/') || files.len() > MOST {
            return false;
        }
        if entry.mode == 0o40_000 {
            return list(repository, entry.oid, &path, depth + 1, files);
        }
        files.insert(path, entry.oid).is_none()
    })
}
