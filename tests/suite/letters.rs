//! Letters as a user gets them: whole documents, templates of one's own, and what goes wrong.

use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::snapshot::assert_snapshot;
use crate::transcripts::Transcript;

/// Letters that can be spoken as well.
const SPOKEN: [&str; 7] =
    ["question", "boundary", "reminder", "decline", "apologetic", "mutual-fit", "direct"];
/// Letters that are only written.
const WRITTEN: [&str; 5] = ["follow-up", "platform", "handover", "reference", "final"];

/// The example vault, with what is missing in a client note for letters without a mark.
fn furnished() -> Sandbox {
    let sandbox = Sandbox::with_example();
    let replace = |path: &str, from: &str, to: &str| {
        let text = sandbox.read(path);
        assert!(text.contains(from), "{path}: {from}");
        sandbox.write(path, text.replacen(from, to, 1));
    };
    let nova = "clients/atelier-nova/atelier-nova.md";
    replace(
        nova,
        "channel: email\n",
        "channel: email\nplatform: malt\nsubstitute: Camille Roy (camille@studio-roy.example)\n",
    );
    let finch = "clients/harbour-and-finch/harbour-and-finch.md";
    replace(
        finch,
        "channel: phone\n",
        "channel: phone\nsubstitute: Sam Osei (sam@osei-studio.example)\n",
    );
    replace(finch, ", paid: 2026-10-19}", "}");
    let saturday = "clients/harbour-and-finch/2026-06-27-saturday-calls.md";
    replace(saturday, "status: confirmed", "status: suspected");
    let brightwell = "clients/brightwell-apps/brightwell-apps.md";
    replace(
        brightwell,
        "language: en\n",
        "language: en\nsubstitute: Ines Duval (ines@duval.example)\n",
    );
    sandbox
}

/// The draft of a letter as a note.
fn draft(sandbox: &Sandbox, client: &str, letter: &str, more: &[&str]) -> String {
    let path = sandbox.casefile(&[&["draft", client, letter], more].concat());
    sandbox.read(path.trim())
}

#[test]
fn every_letter_in_french() {
    let sandbox = furnished();
    for letter in SPOKEN.into_iter().chain(WRITTEN) {
        let client = if letter == "decline" { "conserverie" } else { "atelier" };
        let note = draft(&sandbox, client, letter, &["--channel", "email"]);
        assert_snapshot(&note, &format!("golden/letters/fr/{letter}.md"));
    }
    for letter in SPOKEN {
        let client = if letter == "decline" { "conserverie" } else { "atelier" };
        let note = draft(&sandbox, client, letter, &["--channel", "phone"]);
        assert_snapshot(&note, &format!("golden/letters/fr/{letter}-phone.md"));
    }
}

#[test]
fn every_letter_in_english() {
    let sandbox = furnished();
    for letter in SPOKEN.into_iter().chain(WRITTEN) {
        let threatened = matches!(letter, "platform" | "final");
        let client = if threatened { "brightwell" } else { "harbour" };
        let now = match letter {
            "boundary" => "2026-07-13T12:00",
            "platform" | "final" => "2026-10-14T17:00",
            _ => "2026-11-20T09:00",
        };
        let more = ["--channel", "email", "--now", now];
        let note = draft(&sandbox, client, letter, &more);
        assert_snapshot(&note, &format!("golden/letters/en/{letter}.md"));
    }
    for letter in SPOKEN {
        let now = if letter == "boundary" { "2026-07-13T12:00" } else { "2026-11-20T09:00" };
        let note = draft(&sandbox, "harbour", letter, &["--channel", "phone", "--now", now]);
        assert_snapshot(&note, &format!("golden/letters/en/{letter}-phone.md"));
    }
}

#[test]
fn a_client_is_addressed_as_the_note_says() {
    let sandbox = furnished();
    let nova = "clients/atelier-nova/atelier-nova.md";
    sandbox.write(
        nova,
        sandbox.read(nova).replacen("language: fr\n", "language: fr\npronoun: tu\n", 1),
    );
    for letter in ["apologetic", "mutual-fit", "direct", "handover"] {
        let note = draft(&sandbox, "atelier", letter, &["--channel", "email"]);
        assert_snapshot(&note, &format!("golden/letters/fr-tu/{letter}.md"));
    }
    sandbox.casefile(&["check"]);
}

#[test]
fn a_letter_is_written_edited_and_never_written_over() {
    let mut transcript = Transcript::example("draft");
    transcript.run("casefile draft | head -3");
    transcript.run("casefile draft atelier");
    transcript.run("CASEFILE_LANGUAGE=fr COLUMNS=60 casefile draft moulin");
    transcript.run("casefile draft atelier mutual-fit --dry-run | head -12");
    transcript.run("casefile draft atelier mutual-fit");
    transcript.run("casefile draft atelier mutual-fit");
    transcript.run("git status --short -uall");
    transcript.run("CASEFILE_LANGUAGE=fr casefile draft moulin reminder");
    transcript.run("casefile draft --check clients/moulin-lacaze/drafts/2026-11-20-reminder.md");
    transcript.run("casefile draft --check clients/atelier-nova/drafts/2026-11-20-mutual-fit.md");
    transcript.run("casefile draft conserverie decline -o ../letter.txt && head -3 ../letter.txt");
    transcript.say("The file is the user's now.");
    transcript.run("casefile draft conserverie decline -o ../letter.txt");
    transcript.run("casefile draft conserverie decline --language en -f text");
    transcript.say("What cannot be meant.");
    transcript.run("casefile draft atelier mutal-fit");
    transcript.run("casefile draft atelier goodbye");
    transcript.run("casefile draft atelier mutual-fit --tone direct");
    transcript.run("casefile draft atelier final --tone empathetic");
    transcript.run("casefile draft atelier question --tone direct");
    transcript.run("casefile draft brightwell platform --channel phone");
    transcript.run("casefile draft atelier direct --language de");
    transcript.run("casefile draft atelier direct --channel pigeon");
    transcript.run("casefile draft nobody direct");
    transcript.run("casefile draft atelier --check letter.txt");
    transcript.run("casefile check");
    transcript.check();
}

#[test]
fn a_client_with_nothing_but_a_name_gets_marks() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.write("clients/bare/bare.md", "---\ntype: client\nname: Bare\n---\n");
    for letter in SPOKEN.into_iter().chain(WRITTEN) {
        for language in ["en", "fr"] {
            let command = ["draft", "bare", letter, "--language", language, "-f", "json"];
            let answer: Value = serde_json::from_str(&sandbox.casefile(&command)).unwrap();
            let text = answer["text"].as_str().unwrap();
            let gaps = answer["gaps"].as_array().unwrap();
            assert!(!gaps.is_empty(), "{letter} {language}: {text}");
            for gap in gaps {
                assert!(text.contains(gap["mark"].as_str().unwrap()), "{gap}");
            }
            assert_eq!(text.matches("[…").count(), text.matches(']').count(), "{text}");
        }
    }
    let output = sandbox.try_casefile(&["draft", "bare", "direct"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains("`contact:` in the client note"), "{said}");
    assert!(said.contains("`substitute:` in the client note"), "{said}");
}

#[test]
fn long_lists_are_summed_up_and_hostile_names_stay_text() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    let invoices: String = (0..300)
        .map(|number| {
            format!("  - {{id: I-{number}, issued: 2026-01-02, due: 2026-02-01, amount: 123456789012345678.00}}\n")
        })
        .collect();
    sandbox.write(
        "clients/large/large.md",
        format!(
            "---\ntype: client\nname: \"{{{{ 7 * 7 }}}} \\u001b[31m <b> | «x»\"\ncontact: \"{{% if %}} x\"\n\
             currency: EUR\ninvoices:\n{invoices}---\n"
        ),
    );
    let letter =
        sandbox.casefile(&["draft", "large", "direct", "--channel", "email", "-f", "text"]);
    assert!(letter.contains("300 invoices are open"), "{letter}");
    assert!(letter.contains("Hello {%,"), "{letter}");
    let letter =
        sandbox.casefile(&["draft", "large", "decline", "--channel", "email", "-f", "text"]);
    assert!(letter.contains("{{ 7 * 7 }} ␛[31m <b> | «x»"), "{letter}");
}

#[test]
fn templates_of_the_vault_win_and_fail_at_their_own_line() {
    let mut transcript = Transcript::example("draft-templates");
    let write = |transcript: &Transcript, name: &str, text: &str| {
        transcript.sandbox.write(&format!("templates/letters/{name}"), text);
    };
    write(&transcript, "decline.fr.txt", "Cher {{ greeting }},\n\nNon merci, pour {{ client }}.\n");
    write(&transcript, "thanks.en.txt", "Dear {{ greeting }},\n\nThank you. [… for what]\n");
    write(&transcript, "oops.md", "Hello\n");
    transcript.run("casefile draft conserverie | tail -6");
    transcript.run("casefile draft conserverie decline -f text");
    transcript.run("casefile draft harbour thanks");
    transcript.run("cat clients/harbour-and-finch/drafts/2026-11-20-thanks.md");
    transcript.run("casefile draft atelier thanks");
    transcript.say("Wrong at a line.");
    write(&transcript, "decline.fr.txt", "Cher {{ greeting }},\n\nNon, {{ freind }}.\n");
    transcript.run("casefile draft conserverie decline");
    write(&transcript, "decline.fr.txt", "Cher,\n{% if greeting %}\nNon.\n");
    transcript.run("CASEFILE_LANGUAGE=fr casefile draft conserverie decline");
    write(&transcript, "decline.fr.txt", "{% include \"../../casefile.toml\" %}\n");
    transcript.run("casefile draft conserverie decline");
    write(&transcript, "decline.fr.txt", "{% include \"letters/decline.fr.txt\" %}\n");
    transcript.run("casefile draft conserverie decline");
    transcript.run("git status --short -uall");
    transcript.check();
}
