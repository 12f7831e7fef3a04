### What could not be done: lower case, one sentence, the thing in backticks; then the hints.

failure = error
failure-but-done = done, but
failure-hint = hint
failure-detail = because

closed-pipe = nobody reads the answer any more
cannot-write-answer = the answer cannot be written

## An answer that could not be written
# $decision: a decision; $commit, $commits: commits; $path, $paths: files; $count: a number.

unanswered-decision = the decision `{ $decision }` is recorded in commit `{ $commit }`; only the answer could not be written
unanswered-decision-written = the decision `{ $decision }` is written to `{ $path }`, without a commit; only the answer could not be written
unanswered-recorded = { $count ->
    [one] `{ $paths }` is
   *[other] `{ $paths }` are
} written and recorded in commit `{ $commit }`; only the answer could not be written
unanswered-written = { $count ->
    [one] `{ $paths }` is
   *[other] `{ $paths }` are
} written; only the answer could not be
unanswered-commits = { $count ->
    [one] the commit `{ $commits }` is
   *[other] the commits `{ $commits }` are
} made; only the answer could not be written
unanswered-hint = do not run the command again: nothing is missing

## The vault
# $path: a folder or file; $count: a number; $name, $names: clients.

no-vault = there is no vault at `{ $path }` or in any folder above it
no-vault-hint = make one with `casefile init`, or name it with `-C FOLDER`
cannot-read = `{ $path }` cannot be read
cannot-read-hint = look at its permissions and run the command again
cannot-write = `{ $path }` cannot be written
cannot-write-hint = nothing was changed; look at the folder's permissions and the free space, then run the command again
already-there = `{ $path }` exists already
already-there-hint = nothing was changed; choose another name, or edit the file that is there
output-in-git = `{ $path }` lies in git's own folder
output-of-vault = `{ $path }` is a file of the vault
output-of-vault-hint = nothing was changed; name a file somewhere else
output-not-ours = `{ $path }` exists already, and casefile did not make it
output-not-ours-hint = nothing was changed; choose another name, or add `--force` to write over it
vault-locked = another casefile is changing notes in `{ $path }`
vault-locked-hint = we waited { $seconds } seconds; nothing was changed; run the command again in a moment
faulty-settings = { $count ->
    [one] `casefile.toml` has a setting that cannot be understood
   *[other] `casefile.toml` has { $count } settings that cannot be understood
}
faulty-settings-hint = run `casefile check casefile.toml` to see each one with its line
unknown-client-name = there is no client `{ $name }`
unknown-client-nearest = did you mean `{ $name }`?
unknown-client-known = the clients are: { $names }
unknown-client-none-yet = make the first one with `casefile new { $name }`
ambiguous-client = several clients begin with `{ $name }`
ambiguous-client-hint = write more of one of these: { $names }

## Git
# $path: a file or folder; $command: a command to type; $commit, $branch, $operation: git's words.

git-refused = git could not do it
git-refused-because = git could not do it: { $reason }
git-refused-hint = run `git status` in the vault to see what git says
git-none = `{ $path }` lies in no git repository
git-none-hint = run `casefile init` in the vault to make one, or add `--no-commit`
git-bare = the git repository `{ $path }` is bare: it has no files to record
git-bare-hint = work in a clone of it
git-outside = git takes its files from `{ $path }`, which does not hold this vault
git-outside-hint = look at `core.worktree` in git's settings
git-other-owner = the git repository at `{ $path }` belongs to another user
git-other-owner-hint = if you trust it, run `{ $command }`
# $commit (Text).
git-damaged-commit = the commit { $commit } is missing or damaged
git-damaged-commit-hint = fetch it from a remote or a copy; `git fsck` shows what else is missing
git-too-large = a commit has more files or deeper folders than any vault
git-too-large-hint = a few bytes can name the same folder over and over: look at it folder by folder with `git ls-tree`, and ask whoever made it
git-too-large-then = a commit of that day has more files or deeper folders than any vault
git-too-large-then-hint = ask today's files with `--from files`
git-sha256 = this git repository names its objects by SHA-256, which casefile cannot open yet
git-reftable = this git repository keeps its branches as reftable, which casefile cannot open yet
git-extension = this git repository uses the extension `{ $extension }`, which casefile cannot open
git-format-hint = write the note with `--no-commit` and commit it with git
git-split-index = git's index is split in two files, which casefile cannot update
git-split-index-hint = run `git update-index --no-split-index`
git-sparse-index = git's index is sparse, which casefile cannot update
git-sparse-index-hint = run `git sparse-checkout reapply --no-sparse-index`
git-damaged-index = git's index cannot be read
git-damaged-index-hint = run `git status` to see what git says about it
git-detached = no branch is checked out (HEAD is at `{ $commit }`), so a commit could be lost
git-detached-hint = check out a branch with `git switch BRANCH`
git-in-progress = a `git { $operation }` is in progress
git-in-progress-hint = finish it, or end it with `{ $command }`, and run the command again
git-identity = git does not know who you are; it lacks: { $keys }
git-identity-hint = run `git config --global { $key } "…"`
git-locked = another casefile is recording in this repository ({ $owner })
git-locked-hint = we waited { $seconds } seconds; run the command again in a moment
git-branch-busy = `{ $branch }` kept moving while we recorded
git-branch-busy-hint = run the command again when the other program is done
signing-no-key = commits are to be signed, and git knows no key
signing-no-key-hint = run `git config user.signingKey …`; or turn signing off: `commit.gpgSign` in git, or `sign` under `[ledger]` in casefile.toml
signing-format = casefile cannot sign with `gpg.format = { $format }`
signing-format-hint = use `ssh` or `openpgp`, or commit with git
signing-failed = `{ $program }` could not sign the commit
signing-failed-hint = nothing was recorded; make `git commit -S` work first
path-unsafe = `{ $path }` is not a path below the vault
path-unsafe-hint = give a path inside the vault
path-in-submodule = `{ $path }` lies in the submodule `{ $submodule }`
path-in-submodule-hint = run casefile inside the submodule
path-beyond-link = `{ $path }` lies beyond the symbolic link `{ $link }`
own-folder-link = `{ $path }` is a symbolic link, in a folder where casefile alone keeps files
own-folder-link-hint = look at where it points, then remove the link; nothing was written
path-beyond-link-hint = put the file itself into the vault
path-no-file = `{ $path }` is not a plain file
path-no-file-hint = give the path of a file
path-missing = `{ $path }` does not exist
path-missing-hint = look at the spelling of the path
path-not-checked-out = `{ $path }` is left out of this sparse checkout
path-not-checked-out-hint = add it with `git sparse-checkout add`
path-never-changes = `{ $path }` is recorded, and records never change
path-never-changes-hint = bring it back with `git restore`; correct a decision with `casefile decide … amend`
path-ignored = git is told to ignore `{ $path }`
path-ignored-hint = take the path out of `.gitignore`
path-filtered = `{ $path }` has the git attribute `{ $attribute }`, which casefile cannot honour
path-filtered-hint = write the note with `--no-commit` and commit it with git
path-converted = git would change the bytes of `{ $path }` when it stores them
path-converted-hint = add the lines of `casefile init` to `.gitattributes`, so that git leaves evidence and decisions alone
path-conflict = `{ $path }` has a merge conflict
path-conflict-hint = resolve it first
nothing-to-record = there is nothing to record
nothing-to-record-hint = everything is committed already

## Documents
# $place: a template and its line; $name: a template.

faulty-template = the template `{ $place }` cannot be filled
faulty-template-hint = mend it, or take `templates/{ $name }` away to use the built-in one
cannot-render = the document cannot be made

# $path (Text).
faulty-jurisdiction = `{ $path }` cannot be understood
faulty-jurisdiction-hint = put it right; docs/format.md shows the form
