//! How fast mail is scanned with the whole catalogue, on one core.
//!
//! `cargo bench --bench mail` takes some minutes and 210 MB of disk. Whole processes are timed.

mod measure;
#[path = "measure/memory.rs"]
mod memory;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use measure::{Outcome, casefile, pairs, say, timed};
use memory::peak_memory;

/// What people write who are no problem, in both languages: of these nearly every mailbox is made.
const SENTENCES: [&str; 12] = [
    "Thank you for the files, we will look at them with the team on Thursday.",
    "Could you send me the invoice for March when you have a moment?",
    "The new version of the landing page looks good on my phone.",
    "I have added two comments in the document, none of them is urgent.",
    "We would like to move the call to ten, if that suits you.",
    "The printer asks for the logo as a vector file, do you have it?",
    "Merci pour votre retour, nous regardons cela avec l'équipe jeudi.",
    "Pourriez-vous m'envoyer la facture de mars quand vous aurez un moment ?",
    "La nouvelle maquette s'affiche très bien sur mon téléphone.",
    "J'ai laissé deux remarques dans le document, rien de pressé.",
    "Nous préférons le bleu de la première proposition, plus sobre.",
    "Le rendez-vous de mardi est confirmé, à dix heures dans vos bureaux.",
];

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let vault = vault(folder.path(), "plain", 0)?;
    let crowded = self::vault(folder.path(), "crowded", 1000)?;
    let small = mailbox(folder.path(), "small.mbox", 10 << 20, Make::Words)?;
    let large = mailbox(folder.path(), "large.mbox", 100 << 20, Make::Words)?;
    let whole = mailbox(folder.path(), "whole.mbox", 100 << 20, Make::Whole)?;

    let time = |vault: &Path, mailbox: &Path| timed(&mut scan(vault, mailbox));
    let (ratio, ten, one) = pairs(|| time(&vault, &large), || time(&vault, &small))?;
    let speed = |megabytes: f64, time: Duration| megabytes / time.as_secs_f64();
    let (_, full, _) = pairs(|| time(&vault, &whole), || time(&vault, &small))?;
    say("mail as it comes, scanned with the whole catalogue on one core (at least 50 MB/s)")?;
    say(&format!("  {:.0} MB/s over 100 MB", speed(100.0, full)))?;
    say("mail that is nothing but own words, the same")?;
    let (fast, slow) = (speed(100.0, ten), speed(10.0, one));
    say(&format!("  {fast:.0} MB/s over 100 MB, {slow:.0} MB/s over 10 MB"))?;
    say("100 MB against 10 MB: exponent (about 1)")?;
    say(&format!("  {:.3} ({ten:?} against {one:?})", ratio.log10()))?;

    let (ratio, many, few) = pairs(|| time(&crowded, &small), || time(&vault, &small))?;
    say("a thousand rules more against none (nearly flat)")?;
    say(&format!("  {ratio:.2} ({many:?} against {few:?})"))?;

    let memory = |path: &Path| peak_memory(&mut scan(&vault, path));
    let (low, high) = (memory(&small)? / 1024, memory(&large)? / 1024);
    say("memory over 100 MB against 10 MB (the same)")?;
    say(&format!("  {high} MiB against {low} MiB"))
}

fn scan(vault: &Path, mailbox: &Path) -> Command {
    let mut command = casefile(vault);
    command.env("RAYON_NUM_THREADS", "1").arg("scan").arg(mailbox).args(["-f", "json"]);
    command
}

/// A vault with so many rules of its own.
fn vault(folder: &Path, name: &str, rules: usize) -> Outcome<PathBuf> {
    let vault = folder.join(name);
    std::fs::create_dir_all(vault.join("flags"))?;
    std::fs::write(vault.join("casefile.toml"), "format = 1\n")?;
    let mut note = String::from("---\ntype: flag\nid: mine\nname: Mine\nsignals:\n");
    for rule in 0..rules {
        let _ = writeln!(
            note,
            "  - {{lang: any, any: [\"never number {rule} again\"], confidence: 0.5}}"
        );
    }
    if rules > 0 {
        std::fs::write(vault.join("flags/mine.md"), note + "---\n")?;
    }
    Ok(vault)
}

/// What mails of a mailbox are made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Make {
    /// A few headers and own words: the worst that a mailbox can be.
    Words,
    /// What servers add, the words as HTML too, the mail that is answered quoted below them, and in
    /// one mail of ten a file of 400 kB.
    Whole,
}

/// Numbers that look drawn at random and are the same every time.
struct Drawn(usize);

impl Drawn {
    fn below(&mut self, below: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % below
    }

    /// Sentences of one language.
    fn words(&mut self) -> String {
        let language = self.below(2) * 6;
        let mut text = String::new();
        for _ in 0..4 + self.below(20) {
            text.push_str(SENTENCES[language + self.below(6)]);
            text.push(if self.below(3) == 0 { '\n' } else { ' ' });
        }
        text
    }
}

/// A mailbox of about this many bytes, the same for the same size.
fn mailbox(folder: &Path, name: &str, size: usize, make: Make) -> Outcome<PathBuf> {
    let mut text = String::with_capacity(size + (1 << 20));
    let mut drawn = Drawn(1);
    let mut number = 0;
    while text.len() < size {
        number += 1;
        let _ = write!(
            text,
            "From x Sat Apr 11 22:40:00 2026\nFrom: Ann <ann@x.example>\nTo: Jenna <jenna@example.org>\n\
             Subject: Number {number}\nDate: Sat, 11 Apr 2026 10:40:00 +0200\nMessage-ID: <{number}@x.example>\n"
        );
        let words = drawn.words();
        match make {
            Make::Words => {
                text.push_str("Content-Type: text/plain; charset=utf-8\n\n");
                text.push_str(&words);
            }
            Make::Whole => add_whole(&mut text, &words, &mut drawn),
        }
        text.push_str("\n\n");
    }
    let path = folder.join(name);
    std::fs::write(&path, text)?;
    Ok(path)
}

/// The rest of a mail as servers and programs make it.
fn add_whole(text: &mut String, words: &str, drawn: &mut Drawn) {
    for hop in 0..4 {
        let _ = writeln!(
            text,
            "Received: from mail{hop}.x.example (mail{hop}.x.example [192.0.2.{hop}])\n\tby \
             mx.example.org (Postfix) with ESMTPS id {:032x}\n\tfor <jenna@example.org>; Sat, 11 Apr \
             2026 10:40:0{hop} +0200 (CEST)",
            drawn.below(1 << 30)
        );
    }
    for signature in ["DKIM-Signature", "ARC-Message-Signature", "ARC-Seal"] {
        let _ = writeln!(text, "{signature}: v=1; a=rsa-sha256; d=x.example; s=s1;\n\tb=");
        add_base64(text, 5, drawn);
    }
    let quoted = drawn.words().replace('\n', "\n> ");
    let plain = format!("{words}\n\nAnn\n\nOn Fri, 10 Apr 2026, Jenna wrote:\n> {quoted}\n");
    let html = plain.replace('\n', "</p>\n<p style=\"margin:0;font-family:Arial,sans-serif\">");
    let has_file = drawn.below(10) == 0;
    text.push_str("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=\"m\"\n\n--m\n");
    let _ = write!(
        text,
        "Content-Type: multipart/alternative; boundary=\"a\"\n\n--a\nContent-Type: text/plain; \
         charset=utf-8\n\n{plain}\n--a\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>\
         {html}</p></body></html>\n--a--\n"
    );
    if has_file {
        text.push_str(
            "--m\nContent-Type: application/pdf; name=\"offer.pdf\"\n\
             Content-Transfer-Encoding: base64\n\n",
        );
        add_base64(text, 400_000 / 77, drawn);
    }
    text.push_str("--m--\n");
}

/// Lines of 76 letters, each behind a space or a tabulator as headers want it.
fn add_base64(text: &mut String, lines: usize, drawn: &mut Drawn) {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for _ in 0..lines {
        text.push(' ');
        text.extend((0..75).map(|_| char::from(LETTERS[drawn.below(64)])));
        text.push('\n');
    }
}
