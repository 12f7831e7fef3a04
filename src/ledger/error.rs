//! Why something could not be recorded or read back.
//!
//! Owns: one variant for each case, with what a helpful message needs. Must not: hold the
//! hints themselves; they are put in words where errors become failures.

use std::path::PathBuf;

use super::state::Operation;
use crate::vault::files::FileError;

/// Why the ledger refused or failed. Unless a variant says otherwise, nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// The vault lies in no git repository: `git init` is the remedy.
    #[error("{} is not in a git repository", path.display())]
    NoRepository {
        /// The vault.
        path: PathBuf,
    },
    /// The repository has no work tree.
    #[error("the git repository {} is bare: it has no files to record", path.display())]
    Bare {
        /// The repository.
        path: PathBuf,
    },
    /// `core.worktree` points elsewhere.
    #[error("the vault {} is outside the work tree {}", vault.display(), work_tree.display())]
    OutsideWorkTree {
        /// The vault.
        vault: PathBuf,
        /// Where git takes the files from.
        work_tree: PathBuf,
    },
    /// Somebody else owns the repository; git refuses it too.
    #[error("the git repository at {} belongs to another user", path.display())]
    OtherOwner {
        /// The repository.
        path: PathBuf,
        /// Git's own remedy, to be typed by the user after a look at the folder.
        remedy: String,
    },
    /// A repository whose objects have SHA-256 names.
    #[error("the git repository {} uses SHA-256 object names, which casefile cannot open", path.display())]
    Sha256Repository {
        /// The repository.
        path: PathBuf,
    },
    /// A repository that keeps its references in the reftable format.
    #[error("the git repository {} uses reftable, which casefile cannot open", path.display())]
    Reftable {
        /// The repository.
        path: PathBuf,
    },
    /// A repository with another extension that libgit2 does not know.
    #[error("the git repository {} uses the extension {extension}, which casefile cannot open", path.display())]
    UnknownExtension {
        /// The repository.
        path: PathBuf,
        /// The extension's name.
        extension: String,
    },
    /// The index is split over two files (`core.splitIndex`).
    #[error("the git index is split, which casefile cannot update")]
    SplitIndex,
    /// The index holds folders in place of files (`index.sparse`).
    #[error("the git index is sparse, which casefile cannot update")]
    SparseIndex,
    /// The index does not parse.
    #[error("the git index cannot be read")]
    DamagedIndex {
        /// What libgit2 says.
        #[source]
        source: git2::Error,
    },
    /// No branch is checked out: a commit would be lost at the next checkout.
    #[error("no branch is checked out (HEAD is detached at {commit})")]
    Detached {
        /// The commit.
        commit: String,
    },
    /// Git is in the middle of something that our commit would disturb.
    #[error("a {operation} is in progress")]
    InProgress {
        /// What is in progress.
        operation: Operation,
    },
    /// Git does not know who commits; none is invented.
    #[error("git does not know who you are: {} is not set", keys.join(" and "))]
    IdentityMissing {
        /// The settings to make with `git config --global`.
        keys: Vec<&'static str>,
    },
    /// Another casefile is recording.
    #[error("another casefile is recording in this repository ({owner})")]
    Locked {
        /// Its process and machine.
        owner: String,
        /// How long we waited, in seconds.
        waited: u64,
    },
    /// Other programs moved the branch faster than we could follow.
    #[error("{branch} kept moving while we recorded")]
    BranchBusy {
        /// The branch.
        branch: String,
    },
    /// A path that is not plainly below the vault.
    #[error("{path:?} is not a path below the vault")]
    UnsafePath {
        /// The path.
        path: String,
    },
    /// A path inside another repository.
    #[error("{path} lies in the submodule {submodule}")]
    InSubmodule {
        /// The path, below the work tree.
        path: String,
        /// The submodule's folder, below the work tree.
        submodule: String,
    },
    /// A path behind a symbolic link, which git does not follow.
    #[error("{path} lies beyond the symbolic link {link}")]
    BeyondSymlink {
        /// The path, below the work tree.
        path: String,
        /// The link, below the work tree.
        link: String,
    },
    /// A symbolic link among the files that casefile keeps in the git folder.
    #[error("{} is a symbolic link", link.display())]
    OwnFolderLink {
        /// The link.
        link: PathBuf,
    },
    /// A folder, symbolic link or device in the place of a file.
    #[error("{path} is not a plain file")]
    NotAFile {
        /// The path, below the work tree.
        path: String,
    },
    /// A file to be created is there already, on disk, staged or in the last commit.
    #[error("{path} exists already")]
    AlreadyThere {
        /// The path, below the work tree.
        path: String,
    },
    /// A recorded decision or exhibit would be changed or removed; a decision is corrected by
    /// another one.
    #[error("{path} is recorded, and a decision or an exhibit never changes")]
    NeverChanges {
        /// The path, below the work tree.
        path: String,
    },
    /// A file is neither on disk nor in the last commit.
    #[error("{path} does not exist")]
    Missing {
        /// The path, below the work tree.
        path: String,
    },
    /// A file that is absent because the checkout is sparse, not because it was removed.
    #[error("{path} is left out of this sparse checkout")]
    NotCheckedOut {
        /// The path, below the work tree.
        path: String,
    },
    /// The same path is given twice.
    #[error("{path} is to be written twice in one commit")]
    Twice {
        /// The path, below the work tree.
        path: String,
    },
    /// A `.gitignore` keeps the path out of git.
    #[error("git is told to ignore {path}")]
    Ignored {
        /// The path, below the work tree.
        path: String,
    },
    /// An attribute sends the path through a program (git-crypt, LFS) that libgit2 does not
    /// run: committing would store what is to be encrypted or stored elsewhere.
    #[error("{path} has the git attribute {attribute}={value}, which casefile cannot honour")]
    Filtered {
        /// The path, below the work tree.
        path: String,
        /// `filter` or `working-tree-encoding`.
        attribute: &'static str,
        /// Its value.
        value: String,
    },
    /// Git would change line endings or keywords of a decision or an exhibit, so that its
    /// digest would no longer be that of the file.
    #[error(
        "git would change the bytes of {path} (attributes text, eol or ident, or core.autocrlf)"
    )]
    Converted {
        /// The path, below the work tree.
        path: String,
    },
    /// A path with a merge conflict.
    #[error("{path} has a merge conflict")]
    Conflict {
        /// The path, below the work tree.
        path: String,
    },
    /// Everything is recorded already.
    #[error("there is nothing to record")]
    NothingToRecord,
    /// Signing is on but no key is known.
    #[error("commits are to be signed, but user.signingKey is not set")]
    NoSigningKey,
    /// A kind of signature that casefile does not make.
    #[error("casefile cannot sign with gpg.format = {format}")]
    SigningFormat {
        /// The value of `gpg.format`.
        format: String,
    },
    /// The signing program failed; as git does, nothing is committed then.
    #[error("{program} could not sign the commit: {message}")]
    SigningFailed {
        /// The program.
        program: String,
        /// What it said.
        message: String,
    },
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// A commit of the history is missing or damaged.
    #[error("the commit {commit} is missing or damaged")]
    DamagedCommit {
        /// The commit.
        commit: String,
    },
    /// A commit has more files or deeper folders than any vault.
    #[error("a commit has more files or deeper folders than any vault")]
    TooLargeThen,
    /// The same of a commit that is anchored or handed over.
    #[error("a commit has more files or deeper folders than any vault")]
    TooLarge,
    /// Git answered with an error that has no case of its own.
    #[error("git: {}", .0.message())]
    Git(#[from] git2::Error),
}
