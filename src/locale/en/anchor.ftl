### Anchors: what outside witnesses say, what that proves and does not, and the commands for it.

## Statements
# $why: a sentence.

statement-too-large = It is larger than a statement can be.
statement-unreadable = It is not a statement.
statement-newer = A newer casefile wrote it.
statement-rewritten = It has other bytes than casefile writes for what it says: somebody edited or reformatted it.

## Time stamps
# $why: the authority's words; $count: a number; $name: a name.

token-too-large = It is larger than a time stamp can be.
token-unreadable = It cannot be read as a time stamp: it is damaged, cut off, or something else.
token-refused = The authority made no time stamp; it answered: { $why }.
token-other-function = It is made by another digest function than SHA-256.
token-other-file = It is for another file.
token-other-nonce = It does not answer the request that was made: its nonce is another.
token-signers = It has { $count ->
    [0] no signer
   *[other] { $count } signers
}; a time stamp has one.
token-no-certificate = The certificate of its signer is not in it.
token-other-certificate = What is signed does not name the certificate that is in it.
token-other-content = What is signed is not what it says.
token-bad-signature = Its signature does not fit.
token-unsupported = casefile does not check this kind of signature ({ $name }).
token-not-for-time-stamping = The certificate of “{ $name }” is not one for time stamps alone.

## From a certificate to one that is trusted
# $issuer, $name: names on certificates; $from, $to: moments.

trace-no-roots = There is no certificate to trust in `anchors/roots/`.
trace-unknown-root = None of the certificates in `anchors/roots/` leads to it; the one of “{ $issuer }” is missing.
trace-not-valid-then = The certificate of “{ $name }” was not valid then; it is valid from { $from } to { $to }.
trace-root-not-valid-then = The trusted certificate of “{ $name }” was not valid then; it is valid from { $from } to { $to }.
trace-not-allowed = The certificate of “{ $name }” may not vouch for others, or has limits that casefile does not know.

## Whether certificates were revoked
# $name, $issuer: names on certificates; $at, $made, $ended: moments; $list: a file; $reason: a
# sentence part; $oid: a number; $command: a command.

revoked-unspecified = reason not told
revoked-key-compromise = somebody else may have its key
revoked-authority-compromise = somebody else may have the key of its authority
revoked-affiliation-changed = its owner's name or position changed
revoked-superseded = another took its place
revoked-cessation = it is no longer needed
revoked-hold = on hold
revoked-privilege-withdrawn = what it allowed was taken back
revoked-other = another reason
revoked-for-all = The certificate of “{ $name }” was revoked as of { $at } ({ $reason }), says `{ $list }`: nobody can tell its true time stamps from false ones, whenever they say they were made.
revoked-for-now = The certificate of “{ $name }” is on hold since { $at }, says `{ $list }`: none of its time stamps counts until its authority lifts that, in a newer list.
revoked-without-reason = The certificate of “{ $name }” was revoked as of { $at }, says `{ $list }`, without a reason: then none of its time stamps counts, whenever it was made (RFC 3161, section 4).
revoked-before = The certificate of “{ $name }” was revoked as of { $at } ({ $reason }), says `{ $list }`: this time stamp was not made before that.
revoked-later = The certificate of “{ $name }” was revoked as of { $at } ({ $reason }), says `{ $list }`: that was after this time stamp was made, and by such a reason earlier ones stay good (RFC 3161, section 4).
certificate-not-revoked = The certificate of “{ $name }” was not revoked as of { $at }, by the list `{ $list }`.
certificate-list-too-early = Whether the certificate of “{ $name }” was revoked when it stamped: the list `{ $list }` is of { $at }, before the time stamp. Get a newer one.

list-too-large = it is larger than casefile reads (16 MB)
list-too-many = with it there are more than 256 lists, and casefile reads no more: take away those that newer ones replace
list-unreadable = it is no list of revoked certificates (X.509 CRL, in PEM or DER), or is damaged: fetch it again
list-indirect = it tells of certificates by other authorities than its own, and casefile does not follow such lists: get the list of the authority itself
list-delta = it only tells what changed since another list, and casefile does not follow such lists: get the whole one
list-partial = it is only about some reasons, or about no keys, so that it cannot show that nothing was revoked: get the whole list
list-unknown-critical = it has something in it ({ $oid }) that must be understood, and that casefile does not know: it says nothing here
list-unknown-issuer = it is by “{ $issuer }”, of whom there is no certificate here, among the roots or in a time stamp: take it away, or put the root of that authority beside it
list-bad-signature = its signature does not fit the key of “{ $issuer }”: it is damaged, or by another of the same name. Fetch it from the authority again
list-unsupported = casefile does not check this kind of signature ({ $name }): it says nothing here
list-not-allowed = “{ $issuer }” signed it, whose certificate says that it may not
list-elsewhere = it is about other certificates of “{ $issuer }” than those here: fetch the list that these name
list-outdated = it is of { $made }, and there was to be a newer one by { $ended }: get that from the authority. What it says is true of its day
list-outdated-address = it is of { $made }, and there was to be a newer one by { $ended }; what it says is true of its day. Fetch the newer one in the folder of the list: `{ $command }`

## Proofs of OpenTimestamps

ots-not-one = It is not a proof of OpenTimestamps.
ots-too-large = It is larger than a proof can be.
ots-damaged = It is damaged or cut off.
ots-newer = It is of a newer version, or made by another digest function than SHA-256.

## What was found of an anchor
# $file: a file; $why: a sentence; $commit: a commit; $missing, $said, $found: numbers;
# $height: a block's number; $root: a Merkle root; $calendar: an address.

anchor-untraced = `{ $file }`: { $why } Get the authority's root certificate from the authority itself, compare its fingerprint, and put it into `anchors/roots/`.
anchor-not-valid = `{ $file }`: { $why } Nothing follows from it: ask for a new time stamp. Innocent if the authority made a mistake, or if you keep an old certificate of it: get the one that was valid then.
anchor-revoked = `{ $file }`: { $why } Innocent: an authority may close, or lose a key, through no fault of yours, and the statement may be as old as it says. What it covers rests on other witnesses now: have the newest statement stamped by another authority.
anchor-bad-token = `{ $file }`: { $why } Innocent if the file was damaged on the way: import the authority's answer again.
anchor-statement-changed = `{ $file }` is for other bytes than the statement has now. Innocent if an editor or git changed its line endings; if not, it was rewritten after it was stamped. Bring back the first bytes with `git restore`, or from a backup.
anchor-statement-missing = `{ $file }` is for a statement that is not here. Innocent if the two came from different copies of the vault: fetch the missing one. Without it the time stamp says nothing about any record.
anchor-bad-statement = { $why } Bring back the first bytes with `git restore`, or use the casefile that wrote it.
anchor-gap = It says that there were { $said } decisions; { $found } of them are here, and { $missing ->
    [0] every head is known
    [one] one of its heads is not
   *[other] { $missing } of its heads are not
}. Innocent if this copy lacks a branch: fetch it. If not, decisions were taken out after they were anchored.
anchor-tree-differs = The commit that it names has other files than it says: it was not made by casefile, or the commit was forged.
anchor-altered = Commit { $commit } changed `{ $file }` after it was recorded.
anchor-altered-restored = Commit { $commit } changed `{ $file }`; the first bytes are back.
anchor-removed = Commit { $commit } removed `{ $file }`.
anchor-removed-restored = Commit { $commit } removed `{ $file }`; it is back unchanged.
anchor-not-recorded = `{ $file }` on disk is not what is recorded; `git restore` brings it back.
anchor-bitcoin = `{ $file }` leads to the Merkle root { $root } of Bitcoin block { $height }. casefile has no network: compare it yourself, with `bitcoin-cli getblockheader $(bitcoin-cli getblockhash { $height })` or any two block explorers.
anchor-pending = `{ $file }` waits for the calendar { $calendar }; `ots upgrade` completes it in some hours.
anchor-promise-unknown = `{ $file }` leads to something that casefile does not know; `ots verify` may.
anchor-bad-proof = `{ $file }`: { $why } Innocent if the file was damaged on the way: import it again.
anchor-witness-differs = `{ $file }` tells of a line that is not of this statement, or of an exhibit that is not the one it names.
anchor-not-stamped = Nobody outside vouches for it yet: `casefile audit anchor --request FILE` asks for a time stamp, and a line that you send makes a witness.

## What an anchor proves, and does not
# $at: a moment; $authority, $root: names; $file: a file; $fingerprint: digits; $place, $when: the user's words.

anchor-proves-stamped = The statement existed by { $at }: “{ $authority }” stamped it, and its certificate leads to “{ $root }” (`{ $file }`, SHA-256 { $fingerprint }).
anchor-proves-untraced = Somebody who calls themselves “{ $authority }” stamped the statement and dated it { $at }.
anchor-proves-witnessed = You noted that its line was sent: { $place }, { $when }.
anchor-not-since-when = How long before that it was made, or that what the records say is true.
anchor-not-whose = Who stamped it, and therefore when: anybody can make such a certificate.
anchor-not-when = When the statement was made.
anchor-not-sent = That it was received: whoever received the line can show it, and you the message.
anchor-not-block = When the statement was made, until you looked the block up.
anchor-not-when-own = When it was made: the time in it is your own word.

## What the window of a record proves
# $at: a moment; $stamp: a file; $authority: a name; $date: a date; $place: the user's words; $digest: digits.

window-not-before = It was not made before { $at }: it names `{ $stamp }`, which “{ $authority }” made then.
window-not-after = It was not made after { $at }: “{ $authority }” stamped a statement that covers it (`{ $stamp }`).
window-witnessed = It existed when its line was sent, which whoever received it can confirm: { $place }.
window-dated-before = It bears the date { $date }, and names the time stamp `{ $stamp }`, which was only made at { $at }: it was written later than it says. Innocent if a clock was wrong, or if it was written down afterwards; say so with `casefile decide … amend`.
window-dated-after = It bears the date { $date }, and was there by { $at }, when `{ $stamp }` was made: it was written earlier than it says. Innocent if a clock was wrong.
window-stamp-lost = That it was not made earlier than it says: it names a time stamp that is not here ({ $digest }…).

ledger-limit-revoked = Whether every certificate was still good: casefile has no network, and at least one certificate of an authority has no list of revoked ones beside the roots (`anchors/roots/….crl`).
ledger-limit-lists = Whether a certificate was revoked later: a list of revoked ones says what was so on its day. Nobody can forge one, but who keeps the vault can leave one out. Fetch the newest yourself.
ledger-limit-roots-inside = Whether the roots are the authorities' own: they lie in the vault. Compare their fingerprints with those that the authorities publish, or give your own with `--roots`.

verify-anchors = Anchors
verify-anchors-broken = { $count ->
    [one] { $count } anchor
   *[other] { $count } anchors
} of { $of } { $count ->
    [one] does
   *[other] do
} not hold.
verify-anchor-covers = { $count ->
    [one] covers { $count } decision
   *[other] covers { $count } decisions
}
verify-faulty-roots = no certificate that can be read: { $files }
verify-list-faults = Lists of revoked certificates to look at:

## The command
# $path, $file: files; $at: a moment; $authority: a name; $count: a number.

anchor-made = the statement is `{ $path }`; it covers { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
}
anchor-there = nothing came after `{ $path }`: it is the statement of now
anchor-next-line = make a witness: paste the line into your next message to the client, then `casefile audit anchor --witness "where you sent it"`
anchor-next-request = or ask an authority: `casefile audit anchor --request q.tsq`
anchor-next-post = post it to a time-stamping authority of your choice: `curl --header "Content-Type: application/timestamp-query" --data-binary @{ $file } --output r.tsr URL`
anchor-next-import = then: `casefile audit anchor --import r.tsr`
anchor-nothing = there is no recorded decision to anchor
anchor-nothing-hint = take a decision with `casefile decide`, or record those that are there with `casefile record`
anchor-imported = stamped at { $at } by “{ $authority }”
anchor-imported-trusted = its certificate leads to “{ $root }” (`{ $file }`); compare the fingerprint with the one that the authority publishes: { $fingerprint }
anchor-imported-open = chain not verified: { $why }
anchor-imported-open-hint = get the root certificate from the authority itself, compare its fingerprint, and put it into `anchors/roots/`
anchor-imported-no-list = whether the certificate of “{ $name }” was revoked is not known; its authority's list, fetched in `anchors/roots/`, will say: `{ $command }`
anchor-refused-revoked-hint = nothing was changed; ask another authority for a time stamp of the same request
anchor-imported-proof = the proof is kept; what it leads to is for you to look up:
anchor-import-there = this is on file already: `{ $path }`
anchor-refused = `{ $file }` is not kept: { $why }
anchor-refused-hint = nothing was changed; import the whole answer of the authority as it came
anchor-refused-statement-hint = nothing was changed; the statements are in `anchors/`; ask for a time stamp with `casefile audit anchor --request FILE`
anchor-refused-nonce-hint = nothing was changed; post the request beside the statement again, and import the answer to it
anchor-no-statement = there is no statement to witness yet
anchor-no-statement-hint = make one with `casefile audit anchor`, send its line, and run the command again
anchor-witness-outdated = decisions came after the last statement; the witness is of `{ $path }`
anchor-exhibit-needs-client = an exhibit lies with a client: say whose it is
anchor-exhibit-needs-client-hint = run `casefile audit anchor CLIENT --witness "…" --exhibit FILE`
anchor-not-covered = the statement `{ $path }` does not cover `{ $client }`
anchor-not-covered-hint = make one that does: `casefile audit anchor { $client }`
anchor-faulty-root = `{ $file }` in `anchors/roots/` holds no certificate that can be read; a list of revoked ones is to end in `.crl`
anchor-faulty-list = `{ $file }` in `anchors/roots/`: { $why }

audit-anchors = Anchors
audit-anchor-date = made
audit-anchor-count = decisions
audit-anchor-by = vouched for by
audit-anchor-file = statement
audit-anchor-nobody = nobody yet
audit-anchor-stamp = time stamp, { $authority }, { $day }
audit-anchor-proof = OpenTimestamps
audit-anchor-witness = sent: { $place }
status-unanchored = { $count ->
    [one] nobody outside vouches for { $count } decision yet
   *[other] nobody outside vouches for { $count } decisions yet
}; `casefile audit anchor` says how.
agenda-not-anchored = Decisions not anchored yet, since
agenda-not-anchored-count = { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
}
agenda-not-anchored-hint = `casefile audit anchor` makes a statement that covers them, for somebody outside to vouch for.
