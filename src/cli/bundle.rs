//! `casefile bundle`: everything about one client, for someone without this tool.

mod anchored;
mod collected;

use std::path::{Path, PathBuf};

use super::output;
use super::session::Session;
use super::{Outcome, surveying, verifying};
use crate::assess::{AsOf, assess};
use crate::bundle::{Bag, BagInfo, Profile};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{BundleScope, ClientTrail, GIT_ATTRIBUTES, Ledger, Report, Trust};
use crate::locale::Locale;
use crate::model::{ClientId, Language};
use crate::note::compose::slug;
use crate::phrase::Phrase;
use crate::render::withhold::Pattern;
use crate::render::{self, Chronology, TextStyle};
use crate::report::{ChronologyView, HandedOver, ReadmeView, SignedView, VerificationView};
use crate::survey::Survey;
use crate::vault::{Vault, archive};
use anchored::Anchored;
use collected::Collected;

/// Hand over the evidence about one client: a folder that anybody can check with standard tools.
///
/// The folder is a BagIt bag: a chronology, exhibits, originals, decisions, a custody list, the
/// verification and the trail of this client as a git bundle. README-VERIFY.txt in it says how
/// to check it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    client: String,
    /// The folder to make; nothing is overwritten.
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
    /// Make DIR.zip beside it, too.
    #[arg(long)]
    zip: bool,
    /// Write it in this language, en or fr; the client's otherwise.
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// Take these words out of the chronology, names or amounts; originals stay. May repeat.
    #[arg(long, value_name = "PATTERN")]
    withhold: Vec<String>,
    /// Say what this place does not take: stripe, paypal, card, upwork or court.
    #[arg(long, value_name = "PLACE", value_parser = profile)]
    profile: Option<Profile>,
    /// As it was known on that day: what is dated later is left out.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let id = vault.find_client(&args.client)?;
    let patterns = patterns(&args.withhold)?;
    let zip = args.zip.then(|| beside(&args.output));
    refuse_output(&vault, &args.output, zip.as_deref())?;

    let survey = Survey::of(&vault);
    let case = survey.client(&id).case;
    let locale = Locale::of(language(args, case.client.language)?);
    let as_of = session.as_of(args.as_of.as_deref(), &case.client.zone)?;
    let author = vault.settings().author.as_deref();
    let templates = surveying::templates(&vault)?;
    let tell = || -> Result<_, Failure> {
        let mut collected = Collected::read(&vault, &case, args.as_of.is_some().then_some(as_of));
        if let Some(profile) = args.profile {
            profile.sort(&mut collected.exhibits);
        }
        let assessment = assess(&case, survey.catalogue(), vault.settings(), as_of);
        let named_in = collected.named_in();
        let handed = HandedOver { exhibits: &collected.exhibits, named_in: &named_in, author };
        let view = ChronologyView::of(&case, survey.catalogue(), &assessment, handed);
        let chronology = render::chronology(&templates, &view, patterns, locale)?;
        Ok((collected, view, chronology))
    };

    let ledger = Ledger::open(vault.root())?;
    let until = args.as_of.is_some().then_some(as_of.at);
    // The trail is made by another thread while this one verifies.
    let (beside, own_vault, own_id) = (ledger.another()?, &vault, &id);
    let (told, report, trail) = std::thread::scope(|scope| {
        let trail = scope.spawn(move || trail(&beside, own_vault, own_id, until));
        let told = scope.spawn(tell);
        let zone = vault.settings().zone.clone();
        let trust = Trust { zone, now: Some(as_of.at), ..Trust::default() };
        let report = verifying::verify_by(&vault, &ledger, &trust);
        (verifying::joined(told), report, verifying::joined(trail))
    });
    let (mut collected, view, chronology) = told?;
    let (mut report, trail) = (of_client(report?, &id), trail?);
    report.records.retain(|record| !collected.left_out.contains(&record.path));
    let name = bundle_name(&id, as_of);

    let mut bag = Bag::default();
    let anchored = Anchored::read(&vault, &report, &collected, until)?;
    let stamps = anchored.put_into(&mut bag, &id);
    let readme = ReadmeView {
        client: view.name.clone(),
        clone: format!("{name}-ledger"),
        ledger: trail.is_some(),
        decisions: collected.decisions.len(),
        same: collected.decisions_are_recorded(&ledger)?,
        signed: trail.iter().flat_map(signed).map(|(view, _)| view).collect(),
        stamps,
    };
    bag.add_tag("README-VERIFY.txt", render::readme_verify(&templates, &readme, locale)?);
    bag.add("00-chronology.md", chronology.markdown.as_str());
    bag.add("00-chronology.html", chronology.html.as_str());
    collected.put_into(&mut bag);
    let has_trail = trail.is_some();
    put_ledger(&mut bag, &report, trail, locale)?;
    let description =
        Phrase::new("bag-description").with("client", view.name.as_str()).with("day", as_of.day);
    let files = bag.sealed(&BagInfo {
        day: as_of.day,
        from: author.map(str::to_owned),
        name: name.clone(),
        description: locale.say(&description),
    });

    let zipped = match &zip {
        Some(_) => Some(archive::zipped(&name, &files).map_err(|error| {
            Failure::new(FailureKind::Files, Phrase::new("cannot-zip")).because(error)
        })?),
        None => None,
    };
    archive::write_folder(&args.output, &files)?;
    if let (Some(path), Some(bytes)) = (&zip, &zipped) {
        crate::vault::files::create_new(path, bytes)?;
    }
    for path in std::iter::once(&args.output).chain(&zip) {
        output::written(session, path)?;
    }
    remark(args, session, &vault, &collected);
    remark_withheld(args, session, &chronology);
    if !has_trail {
        session.ui.remark(&Phrase::new("bundle-no-ledger"));
    }
    if !report.holds() {
        session.ui.remark(&Phrase::new("bundle-does-not-hold"));
    }
    let over = remark_profile(args, session, &collected, &chronology);
    let outcome = if over || !report.holds() { Outcome::Found } else { Outcome::Done };
    // The process ends here: the system takes all of it back at once.
    std::mem::forget((ledger, files, zipped, report, collected, view));
    Ok(outcome)
}

/// The profile of a word on the command line.
fn profile(text: &str) -> Result<Profile, String> {
    let words = Profile::ALL.map(Profile::as_str);
    Profile::ALL
        .into_iter()
        .find(|profile| profile.as_str() == text)
        .ok_or_else(|| format!("it takes one of: {}", words.join(", ")))
}

fn patterns(texts: &[String]) -> Result<Vec<Pattern>, Failure> {
    let pattern = |text: &String| {
        Pattern::new(text).ok_or_else(|| {
            let message = Phrase::new("bundle-empty-pattern").with("text", text.as_str());
            Failure::new(FailureKind::Usage, message).hint(Phrase::new("bundle-empty-pattern-hint"))
        })
    };
    texts.iter().map(pattern).collect()
}

fn language(args: &Args, own: Language) -> Result<Language, Failure> {
    let Some(code) = &args.language else { return Ok(own) };
    Language::from_code(code).ok_or_else(|| {
        Failure::new(FailureKind::Usage, Phrase::new("unknown-language").with("code", &**code))
    })
}

/// `DIR.zip` beside `DIR`.
fn beside(folder: &Path) -> PathBuf {
    let mut name = folder.file_name().unwrap_or_default().to_owned();
    name.push(".zip");
    folder.with_file_name(name)
}

/// Refuses names that are taken, and a folder in which the bundle would become part of a case.
fn refuse_output(vault: &Vault, folder: &Path, zip: Option<&Path>) -> Result<(), Failure> {
    output::refuse_git(folder)?;
    archive::refuse_taken(folder)?;
    zip.map_or(Ok(()), archive::refuse_taken)?;
    if is_below(folder, &vault.root().join("clients")) {
        let path = folder.display().to_string();
        let message = Phrase::new("bundle-inside-clients").with("path", path);
        return Err(Failure::new(FailureKind::Usage, message)
            .hint(Phrase::new("bundle-inside-clients-hint")));
    }
    Ok(())
}

/// Whether a path that is not there yet lies below a folder.
fn is_below(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = folder.canonicalize() else { return false };
    let above = path.ancestors().skip(1).find_map(|above| {
        let above = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        above.canonicalize().ok()
    });
    above.is_some_and(|above| above.starts_with(&folder))
}

/// `atelier-nova-2026-11-22`: plain ASCII, whatever the client's folder is called.
fn bundle_name(id: &ClientId, as_of: AsOf) -> String {
    let slug = slug(id.as_str());
    let plain: String = slug.chars().filter(char::is_ascii).collect();
    let plain = plain.trim_matches('-');
    format!("{}-{}", if plain.is_empty() { "client" } else { plain }, as_of.day)
}

fn of_client(mut report: Report, id: &ClientId) -> Report {
    report.keep_client(id);
    report.name_only(id);
    report
}

/// The trail of this client; a clone of it is a vault whose settings name nobody.
fn trail(
    ledger: &Ledger,
    vault: &Vault,
    id: &ClientId,
    until: Option<jiff::Timestamp>,
) -> Result<Option<ClientTrail>, Failure> {
    let settings = vault.settings();
    let zone = settings.zone.iana_name().unwrap_or("UTC");
    let text = format!(
        "format = 1\nlanguage = \"{}\"\ntimezone = \"{zone}\"\ncurrency = \"{}\"\n",
        settings.language.unwrap_or_default().code(),
        settings.currency.code()
    );
    let top = [
        (".gitattributes", GIT_ATTRIBUTES.as_bytes().to_vec()),
        (crate::vault::SETTINGS_FILE, text.into_bytes()),
    ];
    Ok(ledger.client_trail(&BundleScope { client: id, until, top: &top })?)
}

/// The signed commits, with the file of each below `data/`.
fn signed(trail: &ClientTrail) -> impl Iterator<Item = (SignedView, &[u8])> {
    trail.signed.iter().map(|one| {
        let file = format!("03-signed-commits/{}.commit", one.commit);
        (SignedView { file, commit: one.commit.clone() }, one.bytes.as_slice())
    })
}

fn put_ledger(
    bag: &mut Bag,
    report: &Report,
    trail: Option<ClientTrail>,
    locale: &'static Locale,
) -> Result<(), Failure> {
    let view = |say: &(dyn Fn(&Phrase) -> String + Sync)| {
        let mut view = VerificationView::new(report, say);
        // Whoever reads this has no vault to mend.
        view.records.iter_mut().chain(&mut view.exhibits).for_each(|one| one.remedy = None);
        view
    };
    let text = || {
        let view = view(&|phrase| locale.say(phrase));
        render::verification_text(&view, locale, TextStyle { width: 100, colour: false })
    };
    // Codes, keys and JSON stay English.
    let json = || render::json(&view(&|phrase| Locale::of(Language::En).say(phrase)));
    let (text, json) = rayon::join(text, json);
    bag.add("06-verify-report.txt", text);
    bag.add("06-verify-report.json", json?);
    let Some(trail) = trail else { return Ok(()) };
    for (view, bytes) in signed(&trail) {
        bag.add(&view.file, bytes);
    }
    bag.add_known("07-ledger.bundle", trail.bundle, trail.digest);
    Ok(())
}

fn remark(args: &Args, session: &Session, vault: &Vault, collected: &Collected) {
    for path in &collected.unreadable {
        session.ui.remark(&Phrase::new("bundle-unreadable").with("path", path.as_str()));
    }
    collected.apart.iter().for_each(|phrase| session.ui.remark(phrase));
    if is_below(&args.output, vault.root()) {
        let path = args.output.display().to_string();
        session.ui.remark(&Phrase::new("bundle-inside-vault").with("path", path));
    }
    if !collected.originals.is_empty() {
        session.ui.remark(&Phrase::new("bundle-read-first"));
    }
}

/// Says which words were not found: what was meant may still be there in another form.
fn remark_withheld(args: &Args, session: &Session, chronology: &Chronology) {
    for (text, found) in args.withhold.iter().zip(&chronology.withheld) {
        if found.count == 0 {
            session.ui.remark(&Phrase::new("bundle-not-found").with("text", text.as_str()));
        }
    }
}

/// Says what the place does not take and what to do; whether there is any such thing.
fn remark_profile(
    args: &Args,
    session: &Session,
    collected: &Collected,
    chronology: &Chronology,
) -> bool {
    let Some(profile) = args.profile else { return false };
    let excesses = profile.excesses(&collected.exhibits, &chronology.markdown);
    let say = |phrase: &Phrase| session.ui.locale().say(phrase);
    for excess in &excesses {
        session.ui.remark_text(&format!("{}: {}", profile.as_str(), say(&excess.said)));
        session.ui.remark_text(&format!("  {}", say(&excess.hint)));
    }
    for advice in profile.advice() {
        session.ui.remark_text(&say(&advice));
    }
    !excesses.is_empty()
}
