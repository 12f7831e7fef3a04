//! The exit plan: made, refreshed around what the user wrote, and walked step by step.

use crate::sandbox::Sandbox;
use crate::snapshot::assert_snapshot;
use crate::transcripts::Transcript;

const PLAN: &str = "clients/atelier-nova/exit-plan.md";

#[test]
fn plans_in_both_languages_calm_and_on_a_deal_breaker() {
    let sandbox = Sandbox::with_example();
    sandbox.casefile(&["plan", "atelier"]);
    assert_snapshot(&sandbox.read(PLAN), "golden/plan-atelier-nova.md");
    let broken =
        sandbox.casefile(&["plan", "brightwell", "--as-of", "2026-10-14T12:00", "-f", "markdown"]);
    assert_snapshot(&broken, "golden/plan-brightwell-apps.md");
}

#[test]
fn a_plan_is_made_and_walked() {
    let mut transcript = Transcript::example("plan");
    transcript.run("casefile plan next atelier");
    transcript.run("casefile plan atelier --dry-run | head -5");
    transcript.run("casefile plan atelier");
    transcript.run("casefile plan atelier");
    transcript.run("casefile plan next atelier");
    transcript.run("CASEFILE_LANGUAGE=fr casefile plan next atelier -f json");
    transcript.say("A step is ticked too early, and another waits for nothing.");
    transcript.run(
        "sed -i 's/- \\[ \\] \\*\\*tell\\*\\*/- [x] **tell**/; s/after: tell;/after: tel;/' clients/atelier-nova/exit-plan.md",
    );
    transcript.run("casefile check");
    transcript.run("casefile plan nobody");
    transcript.run("casefile plan later atelier");
    transcript.run("casefile plan brightwell -f text --as-of 2026-10-14T12:00");
    transcript.check();
}

#[test]
fn what_the_user_wrote_stays_byte_for_byte() {
    let sandbox = Sandbox::with_example();
    sandbox.casefile(&["plan", "atelier"]);
    let mine = sandbox
        .read(PLAN)
        .replace("- [ ] **save**", "- [x] **save**")
        .replace("- [ ] **shared**", "- [ ] **lawyer** Ask Zoë. (after: save)\n- [ ] **shared**")
        + "\nMes mots, \u{a0}à moi.\n";
    sandbox.write(PLAN, &mine);
    // A day later there is another figure in the table, and nothing else changes.
    sandbox.casefile(&["--now", "2026-11-21T09:00", "plan", "atelier"]);
    let refreshed = sandbox.read(PLAN);
    let outside = |text: &str| {
        let mut kept = String::new();
        let mut inside = false;
        for line in text.split_inclusive('\n') {
            inside |= line.contains("casefile:begin");
            if !inside {
                kept.push_str(line);
            }
            inside &= !line.contains("casefile:end");
        }
        kept
    };
    assert_ne!(refreshed, mine);
    assert_eq!(outside(&refreshed), outside(&mine));
    assert!(refreshed.contains("21 nov. 2026"), "{refreshed}");
}

#[test]
fn a_part_somebody_wrote_in_and_broken_markers_are_left_alone() {
    let sandbox = Sandbox::with_example();
    sandbox.casefile(&["plan", "atelier"]);
    let fresh = sandbox.read(PLAN);
    let edited = fresh
        .replace("| Annonce |", "| Annonce (mardi !) |")
        .replace("<!-- casefile:end people -->\n", "");
    sandbox.write(PLAN, &edited);
    let output = sandbox.try_casefile(&["--now", "2026-11-21T09:00", "plan", "atelier"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(said.contains("the part `money`") && said.contains("the part `people`"), "{said}");
    let after = sandbox.read(PLAN);
    assert!(after.contains("Annonce (mardi !)") && after.contains("Paul Nova décide"), "{after}");
    assert!(after.contains("21 novembre 2026"), "the other parts were made anew: {after}");
    sandbox.write(PLAN, "---\ntype: plan\n---\nMine alone.\n");
    let output = sandbox.try_casefile(&["plan", "atelier"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(sandbox.read(PLAN), "---\ntype: plan\n---\nMine alone.\n");
}

#[test]
fn walking_the_whole_plan_ends() {
    for (client, as_of) in [("atelier", "2026-11-20"), ("brightwell", "2026-10-14T12:00")] {
        let sandbox = Sandbox::with_example();
        sandbox.casefile(&["plan", client, "--as-of", as_of]);
        let path = ["atelier-nova", "brightwell-apps"]
            .map(|id| format!("clients/{id}/exit-plan.md"))
            .into_iter()
            .find(|path| sandbox.exists(path))
            .unwrap();
        let mut walked = Vec::new();
        loop {
            let next = ["plan", "next", client, "--as-of", as_of, "-f", "json"];
            let next: serde_json::Value = serde_json::from_str(&sandbox.casefile(&next)).unwrap();
            let Some(step) = next["step"].as_str() else {
                assert_eq!(next["done"], true, "{next}");
                break;
            };
            let ticked = sandbox
                .read(&path)
                .replace(&format!("- [ ] **{step}**"), &format!("- [x] **{step}**"));
            sandbox.write(&path, ticked);
            walked.push(step.to_owned());
            assert!(walked.len() < 40, "{walked:?}");
        }
        let place = |id: &str| walked.iter().position(|step| step == id);
        assert!(place("save") < place("close"), "{walked:?}");
        if client == "brightwell" {
            assert!(place("platform") < place("cut-now"), "{walked:?}");
            assert!(place("cut-now") < place("tell-once"), "{walked:?}");
            assert_eq!(place("tell"), None, "{walked:?}");
        } else {
            assert!(place("package") < place("tell"), "{walked:?}");
            assert!(place("hand-over") < place("cut-theirs"), "{walked:?}");
            assert_eq!(place("cut-now"), None, "{walked:?}");
            // Every step was taken in its order, so nothing is wrong with it.
            sandbox.casefile(&["check"]);
        }
    }
}

#[test]
fn a_client_with_nothing_but_a_name_has_a_plan() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.write("clients/bare/bare.md", "---\ntype: client\nname: Bare\n---\n");
    let plan = sandbox.casefile(&["plan", "bare", "-f", "markdown"]);
    assert!(plan.contains("No notice is on file"), "{plan}");
    assert!(plan.contains("No notice is agreed"), "{plan}");
}
