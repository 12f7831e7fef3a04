//! How fast the trail is verified and bundled, as ratios against git on the same work.
//!
//! `cargo bench --bench ledger` needs `git`, `ssh-keygen` and `sha256sum`; it takes some minutes
//! and 2 GB of disk. `cargo bench --bench ledger -- bundle` takes one of `verify`, `token`,
//! `growth`, `bundle`. Whole processes are timed, in turn, after a warm-up. Creating a thousand files
//! depends on the file system; `TMPDIR=/dev/shm` takes it out of `bundle`.

#[path = "measure/git.rs"]
mod git;
mod measure;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use casefile::anchor::{Roots, Token};
use casefile::model::Digest;
use git::git;
use git2::{Repository, Signature, Time};
use measure::{Outcome, casefile, pairs, say, timed};
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{HashAlg, LineEnding, PrivateKey};

/// Decisions of one client; the folders stay as small as real ones.
const OF_ONE_CLIENT: usize = 100;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let vault = |name: &str| folder.path().join(name);
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|one| one == name);
    if is_wanted("verify") {
        verifying_against_git(&signed_trail(&vault("signed"), 5_000)?)?;
    }
    if is_wanted("token") {
        one_token()?;
    }
    if is_wanted("growth") {
        growth("500 clients", [20, 200], [&vault("small"), &vault("large")])?;
        growth("100 and 1,000 clients", [100, 100], [&vault("few"), &vault("many")])?;
    }
    if is_wanted("bundle") {
        bundling(&vault("one"), &vault("bundles"))?;
    }
    Ok(())
}

/// A time stamp that `openssl ts` made, its statement, and the root of the authority.
const TOKEN: [&[u8]; 3] = [
    include_bytes!("../src/anchor/tests/token.tsr"),
    include_bytes!("../src/anchor/tests/statement.json"),
    include_bytes!("../src/anchor/tests/root.pem"),
];

fn one_token() -> Outcome<()> {
    say("verify a time stamp in process, chain to a root included (at most 2 ms)")?;
    let [token, statement, root] = TOKEN;
    let verify = || {
        let mut roots = Roots::default();
        roots.add("root.pem", root);
        let token = Token::parse(token).ok()?;
        token.fits(Digest::of(statement), None).ok()?;
        token.trace(&roots).ok()
    };
    let mut times = Vec::new();
    for _ in 0..501 {
        let start = Instant::now();
        verify().ok_or("the time stamp is good")?;
        times.push(start.elapsed());
    }
    times.sort();
    say(&format!("  {:?} (the slowest: {:?})", times[250], times[500]))
}

fn verifying_against_git(vault: &Path) -> Outcome<()> {
    say(
        "verify 5,000 signed decisions: a loop of `git verify-commit` takes how many times as long (at least 20)",
    )?;
    let commits = git(vault).args(["rev-list", "HEAD"]).output()?.stdout;
    let commits = String::from_utf8(commits)?;
    let start = Instant::now();
    for commit in commits.lines() {
        timed(git(vault).args(["verify-commit", commit]))?;
    }
    let theirs = start.elapsed();
    let verify = || timed(casefile(vault).args(["audit", "verify", "-f", "json"]));
    verify()?;
    let ours = verify()?;
    let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
    say(&format!("  {ratio:.1} ({theirs:?} against {ours:?})"))?;

    say("the same against `git rev-list --objects --all | git cat-file --batch` (at most 2)")?;
    let (ratio, ours, theirs) = pairs(verify, || read_everything(vault))?;
    say(&format!("  {ratio:.2} ({ours:?} against {theirs:?})"))
}

/// Ten times as many decisions, each time with so many of one client.
///
/// Where the number of clients grows, so does the folder that names them, which each commit has
/// anew: git reads as much.
fn growth(clients: &str, of_one: [usize; 2], [small, large]: [&Path; 2]) -> Outcome<()> {
    say(&format!(
        "verify 100,000 decisions of {clients} against 10,000: exponent (about 1, or git's own)"
    ))?;
    imported_trail_of(small, 10_000, of_one[0])?;
    imported_trail_of(large, 100_000, of_one[1])?;
    let verify = |vault: &Path| timed(casefile(vault).args(["audit", "verify", "-f", "json"]));
    verify(small)?;
    let (few, many) = (verify(small)?, verify(large)?);
    let exponent = |few: Duration, many: Duration| (many.as_secs_f64() / few.as_secs_f64()).log10();
    say(&format!("  {:.3} ({many:?} against {few:?})", exponent(few, many)))?;
    let (few, many) = (read_everything(small)?, read_everything(large)?);
    say(&format!("  git: {:.3} ({many:?} against {few:?})", exponent(few, many)))
}

fn bundling(vault: &Path, bundles: &Path) -> Outcome<()> {
    say("bundle of 1,000 records against `git bundle create` and `sha256sum` (at most 3)")?;
    imported_trail_of(vault, 100, 100)?;
    exhibits(vault, 900)?;
    std::fs::create_dir_all(bundles)?;
    let mut turn = 0;
    let (ratio, ours, theirs) = pairs(
        || {
            turn += 1;
            let target = bundles.join(format!("ours-{turn}"));
            timed(casefile(vault).args(["bundle", "client-0000", "-o"]).arg(target))
        },
        || {
            let target = bundles.join("theirs.bundle");
            let made = timed(git(vault).args(["bundle", "create"]).arg(target).arg("--all"))?;
            let sums = "find clients -type f -print0 | xargs -0 sha256sum";
            Ok(made + timed(Command::new("sh").current_dir(vault).args(["-c", sums]))?)
        },
    )?;
    say(&format!("  {ratio:.2} ({ours:?} against {theirs:?})"))
}

/// Exhibits of 20 kB with their notes, ten in a commit.
fn exhibits(vault: &Path, count: usize) -> Outcome<()> {
    let folder = vault.join("clients/client-0000/evidence");
    std::fs::create_dir_all(&folder)?;
    for index in 0..count {
        let text = format!("A message, the {index}th of many, as it came.\r\n").repeat(400);
        let name = format!("2020-09-13-message-{index:04}");
        std::fs::write(folder.join(format!("{name}.txt")), &text)?;
        let note = format!(
            "---\ntype: exhibit\ndate: 2020-09-13\nfile: {name}.txt\nsha256: {}\nsize: {}\n---\n",
            Digest::of(text.as_bytes()).to_hex(),
            text.len()
        );
        std::fs::write(folder.join(format!("{name}.md")), note)?;
        if index % 10 == 9 {
            timed(git(vault).args(["add", "--all"]))?;
            timed(git(vault).args(["commit", "--quiet", "-m", "evidence"]))?;
        }
    }
    timed(git(vault).args(["repack", "-adq"]))?;
    Ok(())
}

fn read_everything(vault: &Path) -> Outcome<Duration> {
    let pipe = "git rev-list --objects --all | cut -d' ' -f1 | git cat-file --batch";
    timed(Command::new("sh").current_dir(vault).args(["-c", pipe]))
}

/// One decision of a trail, and where it lies.
struct Decision {
    client: String,
    path: String,
    note: String,
    message: String,
    seconds: i64,
}

/// Decisions in turn, each naming the one of its client before it.
fn decisions(count: usize, of_one: usize) -> impl Iterator<Item = Decision> {
    let mut prev: Option<Digest> = None;
    (0..count).map(move |index| {
        let (client, turn) = (format!("client-{:04}", index / of_one), index % of_one);
        if turn == 0 {
            prev = None;
        }
        let seconds = 1_600_000_000 + i64::try_from(index).unwrap_or_default() * 600;
        let date = jiff::Timestamp::from_second(seconds).map(|at| at.to_string());
        let date = date.unwrap_or_default();
        let id = format!("{}-boundary-{turn:04}", &date[..10]);
        let named = prev.map(|digest| format!("\"{digest}\"")).unwrap_or_default();
        let note = format!(
            "---\ntype: decision\nkind: boundary\ndate: {date}\nby: \"Bench <b@b.example>\"\n\
             statement: \"No calls at night, {turn}.\"\ncovers: [time-boundary]\nstanding: watch\n\
             score: 4.0\nprev: [{named}]\n---\nThe {turn}th call at night.\n"
        );
        let digest = Digest::of(note.as_bytes());
        let mut message = format!(
            "casefile({client}): boundary, no calls at night\n\nThe {turn}th call at night.\n\n\
             Casefile-Decision: {client}/decisions/{id}\nCasefile-Kind: boundary\n\
             Casefile-Digest: {digest}\n"
        );
        if let Some(prev) = prev {
            message.push_str(&format!("Casefile-Prev: {prev}\n"));
        }
        message.push_str("Casefile-Standing: watch 4.0\n");
        prev = Some(digest);
        let path = format!("clients/{client}/decisions/{id}.md");
        Decision { client, path, note, message, seconds }
    })
}

fn client_note(client: &str) -> (String, String) {
    let path = format!("clients/{client}/{client}.md");
    (path, format!("---\ntype: client\nname: {client}\nstatus: active\n---\n"))
}

const SETTINGS: &str = "format = 1\ntimezone = \"UTC\"\ncurrency = \"EUR\"\n";

/// A trail in which every commit is signed, as `git` would have made it.
fn signed_trail(vault: &Path, count: usize) -> Outcome<PathBuf> {
    let repository = Repository::init(vault)?;
    let key = KeypairData::Ed25519(Ed25519Keypair::from_seed(&[7; 32]));
    let key = PrivateKey::new(key, "bench")?;
    let signers = vault.join(".git/signers");
    std::fs::write(&signers, format!("b@b.example {}\n", key.public_key().to_openssh()?))?;
    let mut config = repository.config()?;
    config.set_str("gpg.format", "ssh")?;
    config.set_str("gpg.ssh.allowedSignersFile", &signers.to_string_lossy())?;
    let mut parent = None;
    for decision in decisions(count, OF_ONE_CLIENT) {
        let mut changes = git2::build::TreeUpdateBuilder::new();
        let (client_path, client_text) = client_note(&decision.client);
        for (path, text) in [
            ("casefile.toml", SETTINGS),
            (&client_path, client_text.as_str()),
            (&decision.path, &decision.note),
        ] {
            changes.upsert(path, repository.blob(text.as_bytes())?, git2::FileMode::Blob);
        }
        let empty = repository.find_tree(repository.treebuilder(None)?.write()?)?;
        let before: Option<git2::Commit<'_>> =
            parent.map(|oid| repository.find_commit(oid)).transpose()?;
        let base = before.as_ref().map_or(Ok(empty), git2::Commit::tree)?;
        let tree = repository.find_tree(changes.create_updated(&repository, &base)?)?;
        let who = Signature::new("Bench", "b@b.example", &Time::new(decision.seconds, 0))?;
        let parents: Vec<&git2::Commit<'_>> = before.iter().collect();
        let content =
            repository.commit_create_buffer(&who, &who, &decision.message, &tree, &parents)?;
        let signature = key.sign("git", HashAlg::Sha512, &content)?.to_pem(LineEnding::LF)?;
        let content = std::str::from_utf8(&content)?;
        parent = Some(repository.commit_signed(content, &signature, None)?);
    }
    let tip = parent.ok_or("no decision")?;
    repository.reference("refs/heads/main", tip, true, "bench")?;
    repository.set_head("refs/heads/main")?;
    timed(git(vault).args(["reset", "--quiet", "--hard"]))?;
    timed(git(vault).args(["repack", "-adq"]))?;
    timed(git(vault).args(["prune-packed", "-q"]))?;
    Ok(vault.to_owned())
}

/// A trail without signatures, by way of `git fast-import`.
fn imported_trail_of(vault: &Path, count: usize, of_one: usize) -> Outcome<()> {
    std::fs::create_dir_all(vault)?;
    timed(git(vault).args(["init", "--quiet", "-b", "main"]))?;
    let mut import = git(vault).args(["fast-import", "--quiet"]).stdin(Stdio::piped()).spawn()?;
    let mut pipe = std::io::BufWriter::new(import.stdin.take().ok_or("no pipe")?);
    let file =
        |path: &str, text: &str| format!("M 100644 inline {path}\ndata {}\n{text}\n", text.len());
    for (index, decision) in decisions(count, of_one).enumerate() {
        let Decision { client, path, note, message, seconds } = decision;
        writeln!(pipe, "commit refs/heads/main")?;
        writeln!(pipe, "committer Bench <b@b.example> {seconds} +0000")?;
        writeln!(pipe, "data {}\n{message}", message.len())?;
        if index == 0 {
            pipe.write_all(file("casefile.toml", SETTINGS).as_bytes())?;
        }
        if index % of_one == 0 {
            let (path, text) = client_note(&client);
            pipe.write_all(file(&path, &text).as_bytes())?;
        }
        pipe.write_all(file(&path, &note).as_bytes())?;
        pipe.write_all(b"\n")?;
    }
    pipe.flush()?;
    drop(pipe);
    if !import.wait()?.success() {
        return Err("git fast-import failed".into());
    }
    timed(git(vault).args(["reset", "--quiet", "--hard"]))?;
    Ok(())
}
