//! A boundary lived through: told, kept or breached, overdue, renewed, taken back (R9–R11).

use crate::sandbox::Sandbox;
use crate::transcripts::Transcript;

const LIMIT: &str = "--statement 'No calls after 17:30.' --covers time-boundary \
                     --consequence 'I give thirty days notice.' --told email";

/// A vault that takes up casefile: its incidents happened long before.
fn adopted() -> Sandbox {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.write(
        "clients/ember/ember.md",
        "---\ntype: client\nname: Ember\nsigned: 2026-01-10\ntimezone: Europe/Paris\n---\n",
    );
    for day in ["2026-03-02", "2026-03-09", "2026-04-20"] {
        sandbox.write(
            &format!("clients/ember/{day}-call.md"),
            format!("---\ntype: incident\ndate: {day}T21:00\nflags: [time-boundary]\nseverity: low\n---\nA call at nine.\n"),
        );
    }
    sandbox.git(&["add", "-A"]);
    sandbox.git(&["commit", "-qm", "Take up casefile"]);
    sandbox
}

#[test]
fn old_incidents_breach_nothing_on_the_first_day() {
    let sandbox = adopted();
    let words = format!("casefile --now 2026-05-02T10:00 decide ember boundary {LIMIT}");
    let mut transcript = Transcript::new("boundary-adopted", sandbox);
    transcript.run(&words);
    transcript.run("casefile --now 2026-05-02T12:00 check --strict");
    transcript.run("casefile --now 2026-05-02T12:00 report ember | grep -A9 '^Boundaries'");
    transcript.check();
}

#[test]
fn a_second_chance_is_kept_or_breached_and_expires() {
    let mut transcript = Transcript::new("boundary-lived", adopted());
    transcript.run(&format!("casefile --now 2026-05-02T10:00 decide ember boundary {LIMIT}"));
    transcript.say("Not crossed, and past its review date.");
    for command in ["", "report ember | grep -A9 '^Boundaries'", "check", "agenda"] {
        transcript.run(&format!("casefile --now 2026-06-05 {command}"));
    }
    transcript.say("Crossed: a fact is enough.");
    transcript.sandbox.write(
        "clients/ember/2026-06-05-mail.md",
        "---\ntype: incident\ndate: 2026-06-05T22:15\nflags: [time-boundary]\nseverity: medium\n---\nA mail at 22:15, an answer wanted by morning.\n",
    );
    for command in ["", "report ember | grep -A12 '^Boundaries'", "check"] {
        transcript.run(&format!("casefile --now 2026-06-06 {command}"));
    }
    transcript.say("Renewed, and the check is calm again.");
    transcript.run(&format!("casefile --now 2026-06-06 decide ember boundary {LIMIT}"));
    transcript.run("casefile --now 2026-06-07 check");
    transcript.say("An exit that was announced, and taken back: the trail has both.");
    transcript.run("casefile --now 2026-06-10T09:00 decide ember exit -m 'It goes on.'");
    transcript.run("casefile --now 2026-06-11T10:00 decide ember announce --told phone -m 'Told.'");
    transcript
        .run("casefile --now 2026-06-15T10:00 decide ember keep -m 'They changed the contact.'");
    transcript.run("casefile --now 2026-06-15T11:00 check");
    transcript.run("casefile --now 2026-06-15T11:00 audit ember");
    transcript.check();
}

#[test]
fn a_breach_is_told_before_the_day_of_the_review() {
    let mut transcript = Transcript::new("boundary-breached", adopted());
    transcript.run(&format!("casefile --now 2026-05-02T10:00 decide ember boundary {LIMIT}"));
    transcript.sandbox.write(
        "clients/ember/2026-05-10-mail.md",
        "---\ntype: incident\ndate: 2026-05-10T22:15\nflags: [time-boundary]\nseverity: medium\n---\nA mail at 22:15, an answer wanted by morning.\n",
    );
    for command in ["", "check --strict", "agenda", "--speak fr", "--speak fr check"] {
        transcript.run(&format!("casefile --now 2026-05-12 {command}"));
    }
    transcript.say("A decision answers it.");
    transcript.run("casefile --now 2026-05-12T10:00 decide ember keep -m 'They apologised.'");
    transcript.run("casefile --now 2026-05-12T11:00 check --strict");
    transcript.check();
}
