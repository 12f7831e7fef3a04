//! Commands that read.

use super::Transcript;

/// Notes with a fault each, of different kinds.
const FAULTY: [(&str, &str); 4] = [
    (
        "clients/lantern-press/2026-11-15-café.md",
        "---\ntype: incident\ndate: 2026-11-15\nflags: [time-boundry]\nseverity: huge\nquote: \"déjà vu, où ça ?\"\nevidence: [\"[[not-there.eml]]\"]\n---\nA call at 23:00.\n",
    ),
    (
        "clients/lantern-press/2026-11-16-open.md",
        "---\ntype: incident\ndate: 2026-11-31\nflags: [disrespect]\n",
    ),
    (
        "clients/lantern-press/2026-11-17-money.md",
        "---\ntype: incident\ndate: 2026-11-17\nflags: [scope-creep]\ncost: 1,250.00\nsevrity: low\n---\nMore pages.\n",
    ),
    ("clients/lantern-press/2026-11-18-free.md", "Just a thought, without front matter.\n"),
];

fn with_faults(name: &'static str) -> Transcript {
    let transcript = Transcript::example(name);
    for (path, text) in FAULTY {
        transcript.sandbox.write(path, text);
    }
    transcript
}

#[test]
fn status() {
    let mut transcript = Transcript::example("status");
    transcript.run("casefile");
    transcript.run("casefile status");
    transcript.run("casefile status --fail-on exit");
    transcript.run("casefile status --fail-on terrible");
    transcript.run("casefile -C clients/atelier-nova status -f json");
    transcript.run("casefile status -o ../status.json && head -c 60 ../status.json");
    transcript.run("CASEFILE_LANGUAGE=fr casefile");
    transcript.run("casefile --now 2027-11-20");
    transcript.check();
}

#[test]
fn status_without_clients() {
    let mut transcript = Transcript::empty("status-empty");
    transcript.run("casefile");
    transcript.run("casefile status -f json");
    transcript.run("casefile check");
    transcript.run("casefile report");
    transcript.run("casefile audit");
    transcript.run("casefile audit verify");
    transcript.check();
}

#[test]
fn check_clean() {
    let mut transcript = Transcript::example("check-clean");
    transcript.run("casefile check");
    transcript.run("casefile check --strict clients/moulin-lacaze");
    transcript.run("casefile check -f json");
    transcript.run("casefile check -f github");
    transcript.run("casefile check nowhere");
    transcript.run("casefile check ..");
    transcript.check();
}

#[test]
fn check_text() {
    let mut transcript = with_faults("check-text");
    transcript.run("casefile check");
    transcript.run("casefile check clients/lantern-press/2026-11-18-free.md");
    transcript.run("casefile check --strict clients/lantern-press/2026-11-17-money.md >/dev/null");
    transcript.run("CASEFILE_LANGUAGE=fr casefile check clients/lantern-press/2026-11-16-open.md");
    transcript.check();
}

#[test]
fn check_json() {
    let mut transcript = with_faults("check-json");
    transcript.run("casefile check -f json");
    transcript.check();
}

#[test]
fn check_github() {
    let mut transcript = with_faults("check-github");
    transcript.run("casefile check -f github");
    transcript.check();
}

#[test]
fn check_sarif() {
    let mut transcript = with_faults("check-sarif");
    transcript.run("casefile check -f sarif clients/lantern-press/2026-11-17-money.md");
    transcript.check();
}

#[test]
fn report_text() {
    let mut transcript = Transcript::example("report-text");
    transcript.run("casefile report moulin");
    transcript.run("casefile report harbour");
    transcript.run("casefile report harbour --language fr --as-of 2026-07-10");
    transcript.run("casefile report --fail-on exit >/dev/null");
    transcript.run("casefile report lantern --fail-on watch >/dev/null");
    transcript.check();
}

#[test]
fn report_files() {
    let mut transcript = Transcript::example("report-files");
    transcript.run("casefile report moulin -f markdown | head -5");
    transcript.run("casefile report harbour -o ../h.html && head -4 ../h.html");
    transcript.run("casefile report harbour -o ../h.md && head -3 ../h.md");
    transcript.run("casefile report harbour -f json -o ../h.txt && head -5 ../h.txt");
    transcript.run("casefile report -o ..");
    transcript.run("casefile report -o ../nowhere/below/report.md");
    transcript.run("casefile report harbour -f odt");
    transcript.run("casefile report harbour --language xx");
    transcript.run("casefile report harbour --as-of someday");
    transcript.check();
}

#[test]
fn report_json() {
    let mut transcript = Transcript::example("report-json");
    transcript.run("casefile report lantern -f json");
    transcript.run("casefile report conserverie -f json");
    transcript.check();
}

#[test]
fn explain() {
    let mut transcript = Transcript::example("explain");
    transcript.run("casefile explain moulin");
    transcript.run("casefile explain brightwell --as-of 2026-10-13");
    transcript.run("CASEFILE_LANGUAGE=fr casefile explain conserverie");
    transcript.run("casefile explain lantern -f json");
    transcript.check();
}

#[test]
fn timeline() {
    let mut transcript = Transcript::example("timeline");
    transcript.run("casefile timeline harbour");
    transcript.run("casefile timeline harbour --as-of 2026-06-01 -f json");
    transcript.run("CASEFILE_LANGUAGE=fr casefile timeline conserverie");
    transcript.check();
}

#[test]
fn flags() {
    let mut transcript = Transcript::example("flags");
    transcript.run("casefile flags");
    transcript.run("casefile flags friday-evening-emergency");
    transcript.run("CASEFILE_LANGUAGE=fr casefile flags late-payment");
    transcript.run("casefile flags late-paymant");
    transcript.run("casefile flags threat -f json");
    transcript.go("").run("casefile flags | head -3");
    transcript.check();
}

#[test]
fn the_help_names_the_exit_codes() {
    let mut transcript = Transcript::empty("help");
    transcript.run("casefile --help");
    transcript.run("casefile decide --help");
    transcript.run("casefile --version | cut -d ' ' -f 1");
    transcript.run("casefile stauts");
    transcript.check();
}
