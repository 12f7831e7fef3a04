//! Writes a vault of made-up clients, the same for the same arguments, to measure with.
//!
//! `cargo run --release --example generate_vault -- FOLDER NOTES [SEED]`. The vault checks
//! clean; a note has about 1 kB, a client about 40 notes.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use casefile::model::Digest;
use jiff::ToSpan as _;
use jiff::civil::Date;

/// Notes of one client, the client note and exhibits included.
const NOTES_PER_CLIENT: usize = 40;
/// The length in bytes up to which notes are filled.
const NOTE_LENGTH: usize = 1000;

const FLAGS: [&str; 8] = [
    "time-boundary",
    "scope-creep",
    "passive-aggressive",
    "aggressive-tone",
    "disrespect",
    "ultimatum",
    "unresponsive",
    "unrealistic-expectations",
];

const SENTENCES: [&str; 12] = [
    "The call came at 19:40 and lasted eleven minutes.",
    "I was asked for a second version of the landing page by the next morning.",
    "The agreement says two rounds of corrections; this was the fourth.",
    "I answered the next day at nine and named the price of the change.",
    "Le message demandait trois maquettes de plus, sans parler de devis.",
    "J'ai répondu le lendemain matin et rappelé les horaires convenus.",
    "The invoice was sent on the day of delivery, with the hours listed.",
    "Nobody answered the two questions of the week before.",
    "The meeting was moved twice on the same day.",
    "Le rendez-vous de dix heures a été annulé à neuf heures cinquante.",
    "We agreed on the phone that the next review is on a Monday.",
    "The files were handed over in the shared folder, as listed in the agreement.",
];

/// A small generator of numbers (xorshift64*): the same seed gives the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let number = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33;
        usize::try_from(number).unwrap_or(0) % limit
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("name a folder")?);
    let notes: usize = arguments.next().ok_or("say how many notes")?.parse()?;
    let seed: u64 = arguments.next().map_or(Ok(1), |seed| seed.parse())?;
    let mut dice = Dice(seed.wrapping_mul(2).wrapping_add(1));
    fs::create_dir_all(&folder)?;
    fs::write(
        folder.join("casefile.toml"),
        "format = 1\nlanguage = \"en\"\ntimezone = \"Europe/Paris\"\ncurrency = \"EUR\"\n",
    )?;
    let mut left = notes;
    for number in 0.. {
        if left == 0 {
            break;
        }
        let of_client = left.min(NOTES_PER_CLIENT);
        write_client(&folder, number, of_client, &mut dice)?;
        left -= of_client;
    }
    Ok(())
}

fn write_client(
    vault: &Path,
    number: usize,
    notes: usize,
    dice: &mut Dice,
) -> Result<(), Box<dyn Error>> {
    let id = format!("client-{number:04}");
    let folder = vault.join("clients").join(&id);
    fs::create_dir_all(folder.join("evidence"))?;
    fs::write(folder.join(format!("{id}.md")), client_note(&id, number, dice))?;
    let mut day = Date::constant(2024, 1, 8);
    let mut last_incident: Option<String> = None;
    let mut written = 1;
    while written < notes {
        day = day.checked_add(i64::try_from(1 + dice.below(20))?.days())?;
        let kind = dice.below(20);
        if kind == 0 && written + 2 <= notes {
            write_exhibit(&folder.join("evidence"), day, number, dice)?;
            written += 1;
            continue;
        }
        let (name, text) = match kind {
            0..=9 => {
                let name = format!("{day}-incident-{written:02}");
                let text = incident(day, last_incident.as_deref(), dice);
                last_incident = Some(name.clone());
                (name, text)
            }
            10..=13 => (format!("{day}-message-{written:02}"), message(day, dice)),
            14 | 15 => (format!("{day}-credit-{written:02}"), credit(day, dice)),
            16 | 17 => (format!("{day}-pulse-{written:02}"), pulse(day, dice)),
            _ => {
                (format!("{day}-note-{written:02}"), free_note(&id, last_incident.as_deref(), dice))
            }
        };
        fs::write(folder.join(format!("{name}.md")), text)?;
        written += 1;
    }
    Ok(())
}

fn client_note(id: &str, number: usize, dice: &mut Dice) -> String {
    let mut text = format!(
        "---\ntype: client\nname: Client {number}\ncontact: Robin Vale <robin@{id}.example>\n\
         language: {}\ntimezone: Europe/Paris\ncurrency: EUR\nchannel: email\nsigned: 2024-01-02\n\
         notice: 30 days\nhours: Mon-Fri 09:00-17:30\nreply-within: 2 days\n\
         payment-terms: 30 days\nlate-interest: eu\nscope:\n  - brand identity\n  - landing page\n\
         invoices:\n",
        dice.one(&["en", "fr"])
    );
    for invoice in 1..=4 {
        let amount = 400 + dice.below(4000);
        let _ = writeln!(
            text,
            "  - {{id: 2024-{number:04}-{invoice}, issued: 2024-0{invoice}-01, \
             due: 2024-0{invoice}-28, amount: {amount}.00, paid: 2024-0{invoice}-20}}"
        );
    }
    text.push_str("---\n");
    filled(text, dice)
}

fn incident(day: Date, earlier: Option<&str>, dice: &mut Dice) -> String {
    let mut text = format!(
        "---\ntype: incident\ndate: {day}T{:02}:40\nflags: [{}]\nseverity: {}\nstatus: {}\n\
         channel: {}\nquote: \"When can I have it?\"\nhours: 0.5\ncost: 0.00\n\
         our-part: none, the hours were agreed in writing\n---\n",
        9 + dice.below(13),
        dice.one(&FLAGS),
        dice.one(&["low", "medium", "high"]),
        dice.one(&["suspected", "confirmed"]),
        dice.one(&["email", "phone", "chat"]),
    );
    if let Some(earlier) = earlier.filter(|_| dice.below(4) == 0) {
        let _ = writeln!(text, "As on [[{earlier}]].");
    }
    let mut text = filled(text, dice);
    text.push_str("\n\n## Reading\nThey may be under pressure from their own client.\n");
    text
}

fn message(day: Date, dice: &mut Dice) -> String {
    let text = format!(
        "---\ntype: message\ndate: {day}T{:02}:10\ndirection: {}\nchannel: email\n\
         from: Robin Vale <robin@example.org>\nto: Jenna Ray <jenna@example.org>\n\
         subject: \"Re: the landing page\"\nasks: {}\n---\n",
        9 + dice.below(12),
        dice.one(&["incoming", "outgoing"]),
        dice.one(&["true", "false"]),
    );
    filled(text, dice)
}

fn credit(day: Date, dice: &mut Dice) -> String {
    filled(format!("---\ntype: credit\ndate: {day}\n---\n"), dice)
}

fn pulse(day: Date, dice: &mut Dice) -> String {
    let text = format!(
        "---\ntype: pulse\ndate: {day}\nclient-stress: {}\nwork-stress: {}\ndread: false\n---\n",
        1 + dice.below(5),
        1 + dice.below(5),
    );
    filled(text, dice)
}

fn free_note(id: &str, incident: Option<&str>, dice: &mut Dice) -> String {
    let mut text = format!("# Notes\n\nAbout [[{id}]].");
    if let Some(incident) = incident {
        let _ = write!(text, " See [the incident]({incident}.md).");
    }
    text.push_str("\n\n");
    filled(text, dice)
}

fn write_exhibit(
    folder: &Path,
    day: Date,
    number: usize,
    dice: &mut Dice,
) -> Result<(), Box<dyn Error>> {
    let original = format!(
        "From: robin@client-{number:04}.example\nDate: {day}\nSubject: The landing page\n\n{}\n",
        filled(String::new(), dice)
    );
    let digest = Digest::of(original.as_bytes()).to_hex();
    let name = format!("{day}-mail-{}.eml", &digest[..6]);
    let note = format!(
        "---\ntype: exhibit\ndate: {day}T09:05\nfile: {name}\nsha256: {digest}\nsize: {}\n\
         media-type: message/rfc822\norigin: e-mail received\n---\n",
        original.len()
    );
    fs::write(folder.join(&name), original)?;
    fs::write(folder.join(format!("{name}.md")), filled(note, dice))?;
    Ok(())
}

/// The text with sentences added up to the length of a note.
fn filled(mut text: String, dice: &mut Dice) -> String {
    while text.len() < NOTE_LENGTH {
        text.push_str(dice.one(&SENTENCES));
        text.push(if dice.below(4) == 0 { '\n' } else { ' ' });
    }
    text
}
