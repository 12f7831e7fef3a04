//! What somebody outside answered: looked at first, then kept beside the statement.

use std::path::Path;

use super::Work;
use crate::anchor::{
    CheckedCertificate, FOLDER, LARGEST, LIST, OtsFault, OtsProof, Promise, ROOTS, Roots, Shelf,
    Token, TokenFault, TraceFault, as_response, fetching, nonce_of, stem,
};
use crate::cli::recording::{self, NewFile};
use crate::failure::{Failure, FailureKind};
use crate::ledger::AnchorVerdict;
use crate::phrase::Phrase;
use crate::vault::{anchors, files};

impl Work<'_> {
    /// Keeps what somebody outside answered, after looking at it.
    pub(super) fn import(&self, file: &Path) -> Result<(), Failure> {
        let shown = file.display().to_string();
        let bytes = files::read_some(&self.session.folder().join(file), LARGEST + 1)?;
        let bytes = bytes.ok_or_else(|| {
            Failure::new(FailureKind::NotFound, Phrase::new("path-missing").with("path", &*shown))
                .hint(Phrase::new("path-missing-hint"))
        })?;
        let shelf = self.vault.shelf(None)?;
        match OtsProof::parse(&bytes) {
            Ok(proof) => self.import_proof(&shown, &proof, bytes, &shelf),
            Err(OtsFault::NotOne) => self.import_token(&shown, &bytes, &shelf),
            Err(fault) => Err(refused(&shown, fault.phrase(), "anchor-refused-hint")),
        }
    }

    fn import_proof(
        &self,
        shown: &str,
        proof: &OtsProof,
        bytes: Vec<u8>,
        shelf: &Shelf,
    ) -> Result<(), Failure> {
        let Some((statement, _)) = shelf.statements.get(&proof.digest) else {
            return Err(refused_by(shown, &TokenFault::OtherFile));
        };
        let same = shelf.proofs.iter().find(|one| one.found.as_ref() == Ok(proof));
        if let Some(there) = same {
            self.say(&Phrase::new("anchor-import-there").with("path", there.path.as_str()));
            return Ok(());
        }
        let path = self.free(statement, ".ots");
        let new = [NewFile::new(path.clone(), bytes)];
        self.write(&new, None, "anchor", "proof of OpenTimestamps", &path)?;
        if !self.writing.dry_run {
            recording::answer_paths(self.session, self.vault, &new)?;
        }
        self.say(&Phrase::new("anchor-imported-proof"));
        for promise in &proof.promises {
            let verdict = AnchorVerdict::Promised { proof: path.clone(), promise: promise.clone() };
            verdict.because().iter().for_each(|phrase| self.say(phrase));
        }
        if !proof.promises.iter().any(|promise| matches!(promise, Promise::Bitcoin { .. })) {
            self.say(&Phrase::new("anchor-not-block"));
        }
        Ok(())
    }

    fn import_token(&self, shown: &str, bytes: &[u8], shelf: &Shelf) -> Result<(), Failure> {
        let token = Token::parse(bytes).map_err(|fault| refused_by(shown, &fault))?;
        let Some((statement, _)) = shelf.statements.get(&token.digest) else {
            return Err(refused_by(shown, &TokenFault::OtherFile));
        };
        let query = self.vault.root().join(format!("{FOLDER}/{}.tsq", stem(statement)));
        let query = files::read_some(&query, LARGEST)?;
        let nonce = query.and_then(|query| nonce_of(&query)).map(|(_, nonce)| nonce);
        token.fits(token.digest, nonce.as_deref()).map_err(|fault| refused_by(shown, &fault))?;
        let roots = anchors::roots(&self.vault.root().join(ROOTS))?;
        for file in &roots.faulty {
            self.say(&Phrase::new("anchor-faulty-root").with("file", file.as_str()));
        }
        let there = shelf.stamps.iter().filter_map(|stamp| stamp.token.as_ref());
        let tokens = there.chain([&token]);
        for (file, fault) in roots.list_faults(tokens, Some(self.now())) {
            let why = fault.phrase(&file);
            self.say(&Phrase::new("anchor-faulty-list").with("file", file).with("why", why));
        }
        match token.trace(&roots) {
            Err(fault @ TraceFault::NotValidThen { is_root: false, .. }) => {
                return Err(refused(shown, fault.phrase(), "anchor-refused-hint"));
            }
            Err(fault @ TraceFault::Revoked { .. }) => {
                return Err(refused(shown, fault.phrase(), "anchor-refused-revoked-hint"));
            }
            _ => {}
        }
        let is_same = |other: &Token| other.identity == token.identity;
        let same = shelf.stamps.iter().find(|one| one.token.as_ref().is_some_and(is_same));
        match same {
            Some(there) => {
                self.say(&Phrase::new("anchor-import-there").with("path", there.path.as_str()));
            }
            None => {
                let path = self.free(statement, ".tsr");
                let bytes = as_response(bytes).map_err(|fault| refused_by(shown, &fault))?;
                let new = [NewFile::new(path.clone(), bytes)];
                self.write(&new, None, "anchor", "time stamp", &path)?;
                if !self.writing.dry_run {
                    recording::answer_paths(self.session, self.vault, &new)?;
                }
            }
        }
        self.tell(&token, &roots);
        Ok(())
    }

    /// Says when a time stamp was made, and by whom.
    fn tell(&self, token: &Token, roots: &Roots) {
        let at = token.at.strftime("%Y-%m-%d %H:%M:%SZ").to_string();
        self.say(
            &Phrase::new("anchor-imported").with("at", at).with("authority", token.signer.name()),
        );
        match token.trace(roots) {
            Ok(stamped) => {
                self.say(
                    &Phrase::new("anchor-imported-trusted")
                        .with("root", stamped.root)
                        .with("file", stamped.root_file)
                        .with("fingerprint", stamped.fingerprint),
                );
                stamped.certificates.iter().for_each(|one| self.tell_revocation(one));
            }
            Err(fault) => {
                self.say(&Phrase::new("anchor-imported-open").with("why", fault.phrase()));
                self.say(&Phrase::new("anchor-imported-open-hint"));
            }
        }
    }

    /// Says what the lists say of a certificate, or how to get one where its authority is known
    /// to make any.
    fn tell_revocation(&self, certificate: &CheckedCertificate) {
        let said =
            [certificate.not_revoked(), certificate.too_early(), certificate.revoked_later()];
        said.iter().flatten().for_each(|phrase| self.say(phrase));
        if let (true, Some(address)) = (certificate.is_unknown(), &certificate.address) {
            // A name of its own: every authority calls its list the same.
            let short = certificate.fingerprint.get(..8).unwrap_or_default();
            let command = fetching(&format!("{short}{LIST}"), address);
            self.say(
                &Phrase::new("anchor-imported-no-list")
                    .with("name", certificate.name.as_str())
                    .with("command", command),
            );
        }
    }

    /// The first free name beside a statement: `2026-11-22-k3f9.tsr`, `2026-11-22-k3f9-2.tsr`.
    fn free(&self, statement: &str, ending: &str) -> String {
        let stem = stem(statement);
        let path = |count: usize| match count {
            1 => format!("{FOLDER}/{stem}{ending}"),
            count => format!("{FOLDER}/{stem}-{count}{ending}"),
        };
        let free = |path: &String| !self.vault.root().join(path).exists();
        (1..).map(path).find(free).unwrap_or_default()
    }
}

fn refused(file: &str, why: Phrase, hint: &'static str) -> Failure {
    let message = Phrase::new("anchor-refused").with("file", file).with("why", why);
    Failure::new(FailureKind::Refused, message).hint(Phrase::new(hint))
}

fn refused_by(file: &str, fault: &TokenFault) -> Failure {
    let hint = match fault {
        TokenFault::OtherFile => "anchor-refused-statement-hint",
        TokenFault::OtherNonce => "anchor-refused-nonce-hint",
        _ => "anchor-refused-hint",
    };
    refused(file, fault.phrase(), hint)
}
