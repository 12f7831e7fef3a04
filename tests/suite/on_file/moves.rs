//! Folders that have another name today.

use std::fs;

use super::{DAY, Story, differences, incidents};

#[test]
fn a_client_whose_folder_was_renamed_is_the_same_client() {
    let story = Story::begun();
    let then = story.head();
    story.sandbox.git(&["mv", "clients/nova", "clients/nova-sarl"]);
    story.sandbox.git(&["mv", "clients/nova-sarl/nova.md", "clients/nova-sarl/nova-sarl.md"]);
    // Not recorded yet, and then recorded, with more in the same commit.
    for recorded in [false, true] {
        if recorded {
            story.write("clients/nova-sarl/2026-06-01-later.md", "Later.\n");
            story.commit("2026-06-01");
        }
        let report = story.json(&["report", "nova-sarl", "--as-of", DAY]);
        assert_eq!(report["on_file"]["commit"], then, "{}", report["on_file"]);
        assert_eq!(report["on_file"]["same"], true, "{}", report["on_file"]);
        assert_eq!(incidents(&report), ["2026-04-01-scope-creep"]);
        assert_eq!((&report["client"], &report["name"]), (&"nova-sarl".into(), &"Nova".into()));
        assert_eq!(story.json(&["status", "--as-of", DAY])["clients"].as_array().unwrap().len(), 1);
    }
    // Another client takes the name.
    story.write("clients/nova/nova.md", "---\ntype: client\nname: Second\n---\n");
    story.commit("2026-06-02");
    let renamed = story.json(&["report", "nova-sarl", "--as-of", DAY]);
    assert_eq!(incidents(&renamed), ["2026-04-01-scope-creep"]);
    assert_eq!(story.json(&["report", "nova", "--as-of", DAY])["on_file"]["why"], "no-client");
}

#[test]
fn a_client_whose_folder_is_gone_was_on_file() {
    let story = Story::begun();
    story.write("clients/other/other.md", "---\ntype: client\nname: Other\n---\n");
    story.commit("2026-05-01");
    fs::remove_dir_all(story.sandbox.vault().join("clients/nova")).unwrap();
    story.commit("2026-06-01");
    let all = story.json(&["report", "--as-of", DAY]);
    let ids: Vec<_> = all["reports"].as_array().unwrap().iter().map(|one| &one["client"]).collect();
    assert_eq!(ids, ["nova", "other"]);
    let report = story.json(&["report", "nov", "--as-of", DAY]);
    assert_eq!(report["name"], "Nova");
    assert_eq!(
        differences(&report),
        ["nova.md removed 06-01 null", "2026-04-01-scope-creep.md removed 06-01 null"]
    );
    let none = story.run(&["report", "nova", "--as-of", "2026-06-02"]);
    assert_eq!(none.status.code(), Some(2));
}

#[test]
fn a_vault_that_lay_elsewhere_in_a_larger_repository_is_found() {
    let story = Story::below("work/cases/");
    story.sandbox.write("src/main.c", "int main;\n");
    story.incident("2026-04-01", "scope-creep", "high");
    let then = story.commit("2026-04-02");
    assert_eq!(story.report()["on_file"]["commit"], then);
    fs::create_dir_all(story.sandbox.vault().join("notes")).unwrap();
    story.sandbox.git(&["mv", "work/cases", "notes/vault"]);
    let moved = Story { vault: "notes/vault/", ..story };
    // On disk alone, and then recorded.
    for recorded in [false, true] {
        if recorded {
            moved.commit("2026-06-01");
        }
        let report = moved.report();
        assert_eq!(report["on_file"]["commit"], then, "{}", report["on_file"]);
        assert_eq!(report["on_file"]["same"], true, "{}", report["on_file"]);
        assert_eq!(incidents(&report), ["2026-04-01-scope-creep"]);
    }
}

#[test]
fn a_note_that_only_lies_elsewhere_is_no_difference() {
    let story = Story::begun();
    let from = "clients/nova/2026-04-01-scope-creep.md";
    fs::create_dir_all(story.sandbox.vault().join("clients/nova/april")).unwrap();
    story.sandbox.git(&["mv", from, "clients/nova/april/2026-04-01-scope-creep.md"]);
    assert_eq!(story.report()["on_file"]["same"], true);
}
