//! Keys, agents and rings of a sandbox's own.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Stdio};

use crate::sandbox::Sandbox;

/// Makes an SSH key; what `ssh-keygen` calls its kind and size follow the name.
pub(super) fn make(sandbox: &Sandbox, name: &str, kind: &[&str]) -> PathBuf {
    let key = sandbox.home().join(name);
    let made = sandbox
        .command("ssh-keygen")
        .args(["-q", "-N", "", "-C", "", "-f"])
        .arg(&key)
        .arg("-t")
        .args(kind)
        .status();
    assert!(made.unwrap().success());
    key
}

/// The public half of a key.
pub(super) fn public(sandbox: &Sandbox, name: &str) -> String {
    let text = fs::read_to_string(sandbox.home().join(format!("{name}.pub"))).unwrap();
    text.trim().to_owned()
}

/// Has git sign with this key from now on.
pub(super) fn sign_with(sandbox: &Sandbox, key: &str) {
    sandbox.git(&["config", "gpg.format", "ssh"]);
    sandbox.git(&["config", "user.signingkey", key]);
    sandbox.git(&["config", "commit.gpgsign", "true"]);
}

/// Has git believe this list of keys.
pub(super) fn allow(sandbox: &Sandbox, list: &str) {
    let path = sandbox.home().join("allowed");
    fs::write(&path, list).unwrap();
    sandbox.git(&["config", "gpg.ssh.allowedSignersFile", path.to_str().unwrap()]);
}

/// A sandbox whose git signs with an ed25519 key of Jenna's and believes it.
pub(super) fn with_key() -> Sandbox {
    let sandbox = Sandbox::with_commit();
    let key = make(&sandbox, "key", &["ed25519"]);
    sign_with(&sandbox, key.to_str().unwrap());
    allow(&sandbox, &format!("jenna@example.org {}\n", public(&sandbox, "key")));
    sandbox
}

/// A program in the sandbox's home.
pub(super) fn script(sandbox: &Sandbox, name: &str, text: &str) -> String {
    let path = sandbox.home().join(name);
    // Renamed into place: a program still open for writing cannot be run.
    let made = sandbox.home().join(format!("{name}.new"));
    fs::write(&made, format!("#!/bin/sh\n{text}\n")).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&made, fs::Permissions::from_mode(0o755)).unwrap();
    }
    fs::rename(&made, &path).unwrap();
    path.to_str().unwrap().to_owned()
}

/// An agent of the sandbox's own; it ends with the value.
pub(super) struct Agent {
    child: Child,
    socket: PathBuf,
}

impl Agent {
    pub(super) fn start(sandbox: &Sandbox) -> Self {
        let socket = sandbox.home().join("agent");
        let child = sandbox
            .command("ssh-agent")
            .args(["-D", "-a"])
            .arg(&socket)
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        for _ in 0..500 {
            if socket.exists() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        // Git runs ssh-keygen by a program that knows this agent and no other.
        let run = format!("SSH_AUTH_SOCK='{}' exec ssh-keygen \"$@\"", socket.display());
        let program = script(sandbox, "ssh-keygen", &run);
        sandbox.git(&["config", "gpg.ssh.program", &program]);
        Self { child, socket }
    }

    /// Hands a key over; the file is gone afterwards.
    pub(super) fn add(&self, sandbox: &Sandbox, name: &str) {
        let key = sandbox.home().join(name);
        let mut add = sandbox.command("ssh-add");
        let added = add.arg("-q").arg(&key).env("SSH_AUTH_SOCK", &self.socket).output().unwrap();
        assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
        fs::remove_file(key).unwrap();
    }
}

impl Drop for Agent {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A ring of OpenPGP keys with one of Jenna's, which git signs with; its agent ends with it.
pub(super) struct Ring(PathBuf);

impl Ring {
    pub(super) fn make(sandbox: &Sandbox) -> Self {
        let ring = sandbox.home().join(".gnupg");
        fs::create_dir(&ring).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&ring, fs::Permissions::from_mode(0o700)).unwrap();
        }
        // The program that signs sees the sandbox's ring, not the machine's.
        let run = format!("exec gpg --homedir '{}' \"$@\"", ring.display());
        let program = script(sandbox, "gpg", &run);
        // The agent of a new ring can be slow to answer on a busy machine.
        let make_key = || {
            sandbox
                .command(&program)
                .args(["--batch", "-q", "--passphrase", "", "--quick-gen-key"])
                .arg("Jenna Ray <jenna@example.org>")
                .output()
                .unwrap()
        };
        let mut made = make_key();
        for _ in 0..5 {
            if !made.status.success() {
                std::thread::sleep(std::time::Duration::from_millis(500));
                made = make_key();
            }
        }
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        sandbox.git(&["config", "gpg.program", &program]);
        sandbox.git(&["config", "commit.gpgsign", "true"]);
        Self(ring)
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        let mut kill = std::process::Command::new("gpgconf");
        let _ = kill.arg("--homedir").arg(&self.0).args(["--kill", "all"]).output();
    }
}
