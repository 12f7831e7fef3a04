### What the ledger's verdicts prove and do not, and what to know about a record.

## Proves, and does not prove
# $commit: a commit; $count: a number.

ledger-proves-unchanged = Not a byte of it has changed since it was first recorded: no commit that can be reached from here changed or removed it.
ledger-proves-unchanged-since = Not a byte of it has changed since it was recorded anew: no commit that can be reached from here changed or removed it.
ledger-proves-named = A later decision names it by its digest, so a change would show there.
ledger-proves-remote = The copy at { $branches }, as last fetched, holds the same bytes; to change them unseen, both would have to be changed.
ledger-not-last = That it was not replaced before anybody else saw it: no later decision names it yet, as is so of the last one about every client.
ledger-not-who = Who recorded it: the commit is not signed.
ledger-not-in-chain = { $later } was recorded after it and does not name it, as casefile would have: it may have been put in later. Innocent after `git pull --rebase` of two machines' work; the next decision then names both.
ledger-not-on-head = That it holds for the branch checked out: it is only on another one.
ledger-not-cited = What the incidents it rests on said then: some were edited or removed since, or are cited without a digest.

## Verdicts
# $commit: a commit; $note: a path; $count: a number; $digests: digests.

ledger-altered = Commit { $commit } changed it after it was recorded.
ledger-altered-restored = Commit { $commit } changed it; the first bytes are back.
ledger-altered-trailer = Commit { $commit } says another digest than the bytes it holds.
ledger-altered-note = { $note } gives another digest or size for it.
ledger-altered-memory = This machine recorded other bytes; the history was rewritten.
ledger-removed = Commit { $commit } removed it.
ledger-removed-restored = Commit { $commit } removed it; it is back unchanged.
ledger-removed-memory = It was recorded on this machine and is in no branch any more.
ledger-gap = { $count ->
    [one] A decision that it names is
   *[other] { $count } decisions that it names are
} nowhere in the history: { $digests }.
ledger-not-recorded-never = It is on disk and was never committed.
ledger-not-recorded-changed = The file on disk is not what was recorded.
ledger-not-recorded-missing = It is recorded, but the file is missing on disk.
ledger-damaged = Git has this commit or folder under its name and cannot read it, or its bytes do not fit the name: what it held is unknown. A failing disk does that, and so does a hand in git's store; a folder with more files or deeper folders than any vault is not followed to its end. `git fsck` names it; a clone from before has it whole.
ledger-unreadable = Git cannot read its bytes: the repository is damaged (`git fsck`).
ledger-first-named = A later decision names the bytes first recorded by their digest: it followed those, not what is there now.
ledger-about-first = What is proved below is about the bytes first recorded, not about the file as it is now.

## What may have happened, and what to do

ledger-innocent-altered = Innocent if somebody mended a slip by hand. The first command shows who changed what, and when; the second brings the first bytes back. A decision is corrected by one of its own, `casefile decide … amend`.
ledger-innocent-written-over = Innocent if a program wrote over it. The first command shows who changed it, and when; the second brings the first bytes back.
ledger-innocent-removed = Innocent if somebody tidied up. The first command shows who removed it, and when; the second brings it back.
ledger-innocent-slip = Innocent if an editor or a slip of the hand did it. This brings back what was recorded:
ledger-innocent-new = Innocent if it was just written. This records it, and it counts from then on:

ledger-rewritten = It was recorded in commit { $commit }, which is no longer part of the history: a rebase, squash, amendment or reset replaces commits and drops their signatures.

## Rewriting
# $branch: a branch; $commit: a commit; $count: a number.

ledger-rewritten-tip = `{ $branch }` was seen at commit { $commit }, with { $count ->
    [one] { $count } decision
   *[other] { $count } decisions
} in commits that are no longer part of the history here. Innocent if you rebased, squashed, amended or reset it yourself: confirm it with `casefile audit accept-rewriting`. If not, somebody replaced what was recorded.
ledger-rewritten-gone = `{ $branch }` was seen at commit { $commit }, which git no longer has: what was recorded in it cannot be known. Innocent if you rewrote the branch yourself and git cleaned up: confirm it with `casefile audit accept-rewriting`.

## Signatures
# $commit: a commit; $key: a fingerprint; $principal, $principals, $committer: addresses;
# $namespace, $format: words; $command: a command; $after, $before: moments.

seal-proves-signed = Somebody who holds the key { $key } of { $principal } signed the commit that recorded it; commit and signature have not changed since.
seal-proves-some-key = Somebody who holds the key { $key } signed the commit that recorded it; commit and signature have not changed since.
seal-foreign = Commit { $commit } names { $committer } as its committer, and is signed with the key { $key }, which your list gives to { $principals }. Innocent if the address changed or two people share a machine.
seal-revoked = Commit { $commit } is signed with the key { $key }, which your list of revoked keys names.
seal-bad = The signature of commit { $commit } does not fit: the commit or the signature was changed, or it was taken from another commit.
seal-bad-namespace = The signature of commit { $commit } was made for `{ $namespace }` and not for git: it was taken from something else.
seal-bad-unreadable = The signature of commit { $commit } cannot be read.
seal-key-not-valid = Commit { $commit } is signed with the key { $key }, which by the outside witness was not valid then.
seal-not-hand = That the owner of the key did it with their own hand: whoever holds a key can sign with it.
seal-not-committer = That { $committer } recorded it: somebody else's key signed.
seal-not-who = Who recorded it: the signature is not to be believed.
seal-not-whose = Who recorded it: your list of keys does not name this one.
seal-not-whose-no-list = Who recorded it: there is no list that says whose the key is. It has a line for each person, the address and the public key; `git config gpg.ssh.allowedSignersFile FILE` or `--allowed-signers FILE` names it.
seal-not-whose-namespace = Who recorded it: your list of keys allows this one for other things than git.
seal-not-whose-authority = Who recorded it: your list names this key as a certificate authority, which casefile does not support.
seal-not-whose-revocations = Who recorded it: the list of revoked keys cannot be read, and this one may be on it.
seal-not-checked = Who recorded it: casefile does not check this kind of signature ({ $format }); `{ $command }` does.
seal-not-when-between = That the key was valid when it signed: it is valid from { $after } to { $before }, no outside witness says precisely enough when it signed, and the date of a commit proves nothing.
seal-not-when-after = That the key was valid when it signed: it is valid from { $after } on, no outside witness says precisely enough when it signed, and the date of a commit proves nothing.
seal-not-when-before = That the key was valid when it signed: it is valid until { $before }, no outside witness says precisely enough when it signed, and the date of a commit proves nothing.

## Lists of keys
# $kind, $option, $value, $reason: text.

keys-missing = it does not exist
keys-unreadable = it cannot be read: { $reason }
keys-no-key = no key on this line
keys-bad-key = the key cannot be read
keys-unknown-kind = `{ $kind }` is no kind of key
keys-unclosed-quote = a quote is missing
keys-option = unknown or malformed option `{ $option }`
keys-option-twice = the option `{ $option }` is given twice
keys-time = `{ $value }` is not a time (YYYYMMDD, YYYYMMDDHHMM or YYYYMMDDHHMMSS, with Z for UTC)
keys-window = `valid-before` is not after `valid-after`
keys-control = the line has a control character
keys-krl-damaged = it is no list of revoked keys (KRL) that can be read to its end: make it anew with `ssh-keygen -k`, or give one public key a line

## Dates
# $days: a number.

date-late = It was recorded { $days ->
    [one] { $days } day
   *[other] { $days } days
} after the date it bears. Innocent if the note was written down, or the history rewritten, later.
date-ahead = It bears a date after that of its commit: one of the two is wrong.
date-remade = Its commit was made anew { $days ->
    [one] { $days } day
   *[other] { $days } days
} after it was written, as a rebase or an amendment does.
date-made-before-written = Its commit says that it was made before it was written: a clock was wrong, or the dates were set by hand.
date-before-named = It is dated before a decision that it names, which cannot be: a clock was wrong, or the dates were set by hand.

## Limits

ledger-limit-complete = That nothing was left out: casefile sees only what is in this repository.
ledger-limit-truth = That what a note says is true.
ledger-limit-time = When something was recorded, where no outside witness says it: anybody can give a commit any date.
ledger-limit-shallow = What came before: this copy of the history is cut off (a shallow clone), and “first recorded” means in the oldest commit that is here. `git fetch --unshallow` fetches the rest.
ledger-limit-keys-inside = Whether the list of keys is the right one: it lies in the vault's own folder, and whoever can change the vault can change it.

## Warnings
# $path: a path; $megabytes: a number.

ledger-warning-merge = a merge is in progress; it stays so, and this record is not part of it
ledger-warning-index-busy = git was busy: the commit is made, and git's index is brought up to date by the next casefile; do not commit in between
ledger-warning-submodule = the vault is in a submodule; the repository around it still names the commit before
ledger-warning-large = `{ $path }` has { $megabytes } MB and will weigh on the repository for ever; `log --detached` keeps the digest alone

## Mail servers' signatures
# $domain: a domain; $selector: the name of a key; $fields: names of fields; $bytes, $count,
# $holding: numbers; $bits: digits; $at: a moment; $name: where a key is published; $way: a way of signing;
# $tag: a piece of a signature.

dkim-nothing = No message (.eml) is among the exhibits.
dkim-head = { $count ->
    [one] { $count } message is on file
   *[other] { $count } messages are on file
}; { $holding ->
    [0] no server's signature could be shown to hold.
    [one] a server's signature holds for { $holding } of them.
   *[other] a server's signature holds for { $holding } of them.
}
dkim-unsigned = No server signed it. Many do not, and some programs save a message without its head; export it as its raw source.
dkim-body-changed = The text is not the one that was signed. Mailing lists, virus scanners and some programs change a message on its way or when they save it; export it again as its raw source, and compare.
dkim-does-not-fit = The signature does not fit the fields or the key on file. A program may have changed a field, or the domain changed its key; compare with another copy, and with the published key.
dkim-no-key = The text is the one this signature names; whether the signature is the domain's cannot be told without its key, { $name }.
dkim-key-unreadable = The file for { $name } holds no key that can be read; fetch it again.
dkim-key-withdrawn = The domain withdrew this key, so nothing can be checked with it any more.
dkim-unsupported = Signed in a way that casefile does not check, or that is too weak: { $way }.
dkim-malformed = The signature cannot be read: `{ $tag }` is missing or wrong.
dkim-proves-whole = A server with the key “{ $selector }” of { $domain } signed these fields and the whole text, and they have not changed since: { $fields }.
dkim-proves-part = A server with the key “{ $selector }” of { $domain } signed these fields and the first { $bytes } bytes of the text, and they have not changed since: { $fields }.
dkim-proves-time = By its own clock the server signed at { $at }.
dkim-not-rest = That the last { $bytes } bytes of the text were there when it was signed.
dkim-not-sender = That the sender's own domain signed: { $domain } is another one.
dkim-not-fields = What these fields said, which are not signed: { $fields }.
dkim-not-strong = As much as a longer key would: { $bits } bits can be broken today by somebody with means.
dkim-not-meant = That the domain stands by it: { $domain } says that it was only trying this.
dkim-keys = Keys to fetch
dkim-keys-why = casefile has no network. Run these at the vault's root, soon, since domains change their keys; then `casefile record`, so that the day on which you fetched them is on file.
dkim-limit-person = A signature says what a server sent, not who sat at the keyboard, nor that what was written is true.
dkim-limit-key = A key is as good as whoever fetched it: it is compared with nothing. Somebody else who fetched it then is a better witness.

## Verdicts in words, beside their names where the language is another

verdict-unsigned = unsigned
verdict-intact = intact
verdict-altered = altered
verdict-removed = removed
verdict-unreadable = unreadable
verdict-bad-signature = bad signature
verdict-revoked-key = revoked key
verdict-key-not-valid = key not valid
verdict-date-contradicts-anchor = date contradicts anchor
verdict-gap = gap
verdict-not-recorded = not recorded
verdict-rewritten = rewritten
verdict-dates-disagree = dates disagree
verdict-not-in-chain = not in chain
verdict-foreign-principal = foreign principal
verdict-unknown-key = unknown key
verdict-unverified = unverified
verdict-unknown-time = unknown time
verdict-not-on-head = not on head
verdict-consistent-with-remote = consistent with remote
verdict-signed = signed
verdict-witnessed = witnessed
verdict-timestamped = timestamped
verdict-window = window
verdict-chain-not-verified = chain not verified
verdict-root-not-valid = root not valid
verdict-certificate-not-valid = certificate not valid
verdict-certificate-revoked = certificate revoked
verdict-bad-timestamp = bad time stamp
verdict-statement-changed = statement changed
verdict-statement-missing = statement missing
verdict-bad-statement = bad statement
verdict-tree-differs = tree differs
verdict-bitcoin-not-checked = Bitcoin not checked
verdict-pending = pending
verdict-bad-proof = bad proof
verdict-witness-differs = witness differs
verdict-not-stamped = not stamped
