//! One writer at a time in a vault without git: the system's lock on its folder.
//!
//! Owns: waiting for it. Must not: leave a file behind; the lock ends with its process.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

/// How often to look again.
const PAUSE: Duration = Duration::from_millis(10);

/// A locked folder, or why it is none.
#[derive(Debug)]
pub enum FolderLock {
    /// Ours while this lives.
    Held(File),
    /// Somebody else's for all that time.
    Busy,
    /// A system or a disk that locks no folders.
    Unsupported,
}

/// Waits for the lock on a folder.
pub fn lock_folder(folder: &Path, patience: Duration) -> FolderLock {
    let Ok(file) = File::open(folder) else { return FolderLock::Unsupported };
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return FolderLock::Held(file),
            Err(TryLockError::WouldBlock) if start.elapsed() < patience => {
                std::thread::sleep(PAUSE);
            }
            Err(TryLockError::WouldBlock) => return FolderLock::Busy,
            Err(TryLockError::Error(_)) => return FolderLock::Unsupported,
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_holder_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let held = lock_folder(folder.path(), Duration::ZERO);
        assert!(matches!(held, FolderLock::Held(_)));
        assert!(matches!(lock_folder(folder.path(), Duration::ZERO), FolderLock::Busy));
        drop(held);
        assert!(matches!(lock_folder(folder.path(), Duration::ZERO), FolderLock::Held(_)));
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}
