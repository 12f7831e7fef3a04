### What the ledger's verdicts prove and do not, and what to know about a record.

## Proves, and does not prove
# $commit: a commit; $count: a number.

ledger-proves-unchanged = These bytes are the ones first recorded, in commit { $commit }; no commit that can be reached from here changed or removed them.
ledger-proves-named = { $count ->
    [one] { $count } later decision names
   *[other] { $count } later decisions name
} it by its digest; changing it would show in each of them.
ledger-not-last = That nothing came after it: no later decision names it, so it could have been replaced before anybody else saw it.
ledger-not-checked-signature = Who recorded it: the commit is signed, but casefile did not check the signature; `git verify-commit { $commit }` does.
ledger-not-who = Who recorded it: the commit is not signed.
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
ledger-unreadable = Git cannot read its bytes: the repository is damaged (`git fsck`).

## Limits

ledger-limit-complete = casefile cannot show that no other records were left out.
ledger-limit-truth = casefile cannot show that what a note says is true.
ledger-limit-time = Commit dates prove nothing about when: anybody can set them.
ledger-limit-shallow = This is a shallow clone: older history was not looked at.

## Warnings
# $path: a path; $megabytes: a number.

ledger-warning-merge = a merge is in progress; it stays so, and this record is not part of it
ledger-warning-index-busy = git was busy: the commit is made, and git's index is brought up to date by the next casefile; do not commit in between
ledger-warning-submodule = the vault is in a submodule; the repository around it still names the commit before
ledger-warning-large = `{ $path }` has { $megabytes } MB and will weigh on the repository for ever
