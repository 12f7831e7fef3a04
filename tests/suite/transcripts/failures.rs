//! What cannot be done is said in one sentence, with what to do; in the user's language.

use super::Transcript;

#[test]
fn failures() {
    let mut transcript = Transcript::example("failures");
    transcript.say("Clients.");
    transcript
        .sandbox
        .write("clients/lantern-works/lantern-works.md", "---\ntype: client\nname: L\n---\n");
    transcript.run("casefile report lantern");
    transcript.run("casefile report lantern-pres >/dev/null");
    transcript.run("casefile report atelier-nvoa");
    transcript.run("casefile report zzz");
    transcript.say("Moments and languages.");
    transcript.run("casefile --now tomorrow");
    transcript.run("CASEFILE_NOW=2026-13-01 casefile");
    transcript.run("env -u CASEFILE_NOW SOURCE_DATE_EPOCH=soon casefile");
    transcript.run("env -u CASEFILE_NOW SOURCE_DATE_EPOCH=1795161600 casefile | head -2");
    transcript.run("CASEFILE_LANGUAGE=de casefile");
    transcript.say("Settings.");
    transcript
        .run("printf 'languge = \"fr\"\\n[score]\\nwatch = \"x\"\\n' >> casefile.toml; casefile");
    transcript.run("casefile check casefile.toml");
    transcript.check();
}

#[test]
fn settings_that_are_no_text() {
    let mut transcript = Transcript::example("settings-no-text");
    transcript.run("printf '[check]\\n# caf\\351\\n' >> casefile.toml; casefile");
    transcript.run("casefile check");
    transcript.run("printf 'f\\0o\\0' > casefile.toml; casefile --speak fr report");
    transcript.run("casefile check casefile.toml");
    transcript.run("printf '\\357\\273\\277format = 1\\n' > casefile.toml; casefile | tail -1");
    transcript.check();
}

#[test]
fn no_vault() {
    let mut transcript = Transcript::example("no-vault");
    transcript.go("").run("casefile");
    transcript.run("casefile check");
    transcript.run("casefile -C vault/clients/lantern-press report lantern >/dev/null");
    transcript.run("CASEFILE_VAULT=vault casefile check");
    transcript.run("casefile -C nowhere");
    transcript.run("CASEFILE_LANGUAGE=fr casefile");
    transcript.check();
}

#[test]
fn in_french() {
    let mut transcript = Transcript::example("in-french");
    transcript.run("export CASEFILE_LANGUAGE=fr; casefile explain personne");
    transcript.run("CASEFILE_LANGUAGE=fr casefile explain ateiler-nova");
    transcript.run("CASEFILE_LANGUAGE=fr casefile --now hier");
    transcript.run("CASEFILE_LANGUAGE=fr casefile log lantern retard -m x");
    transcript.run("CASEFILE_LANGUAGE=fr casefile pulse lantern");
    transcript.run("CASEFILE_LANGUAGE=fr casefile decide lantern announce --told email");
    transcript.run("CASEFILE_LANGUAGE=fr casefile decide lantern boundary");
    transcript.run("casefile --speak fr confirm moulin zzz");
    transcript.run("LC_ALL=fr_FR.UTF-8 casefile new /");
    transcript.run("sed -i 's/\"en\"/\"fr\"/' casefile.toml; casefile dismiss moulin zzz");
    transcript.check();
}

#[test]
fn a_broken_pipe_is_no_failure() {
    let mut transcript = Transcript::example("broken-pipe");
    for command in ["report", "report -f html", "check -f json", "timeline atelier", "audit verify"]
    {
        transcript.run(&format!("{{ casefile {command}; echo \"exit $?\" >&2; }} | true"));
    }
    transcript.run("casefile status > /dev/full");
    transcript.check();
}

#[test]
fn an_answer_that_cannot_be_written_does_not_deny_what_is_done() {
    let mut transcript = Transcript::example("unanswered");
    let sandbox = &transcript.sandbox;
    sandbox.write("clients/lantern-press/idea.md", "An idea.\n");
    let boundary = "decide moulin boundary --statement 'No new work.' --covers late-payment \
                    --consequence 'Work stops.' --told email > /dev/full";
    transcript.run(&format!("casefile {boundary}"));
    transcript.run("casefile audit moulin | cat");
    transcript.run(&format!("CASEFILE_LANGUAGE=fr casefile --now 2026-11-21 {boundary}"));
    transcript
        .run("casefile --now 2026-11-22 decide moulin exit -m Enough. --no-commit > /dev/full");
    transcript.run("casefile log lantern scope-creep -m 'One more page.' > /dev/full");
    transcript.run("casefile record lantern > /dev/full");
    transcript.run("casefile status -o ../status.txt > /dev/full; test -s ../status.txt");
    transcript.run("casefile bundle lantern -o ../bundle --zip > /dev/full; ls ..");
    transcript.run("{ casefile credit lantern -m 'A letter.'; echo \"exit $?\" >&2; } | true");
    transcript.check();
}
