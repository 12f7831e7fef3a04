//! The same for many files: while one waits for the disk, others go on.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// How many files are worked on at once. Waiting takes no processor.
const AT_ONCE: usize = 16;

/// Does this for every item; for many of them several at once, and none is begun after a failure.
///
/// # Errors
/// The failure, with the items for which it was done.
pub fn at_once<T: Sync, E: Send>(
    items: &[T],
    work: impl Fn(&T) -> Result<(), E> + Sync,
) -> Result<(), (E, Vec<&T>)> {
    let next = AtomicUsize::new(0);
    let go_on = || {
        let mut done = Vec::new();
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            if let Err(error) = work(item) {
                next.store(items.len(), Ordering::Relaxed);
                return (done, Some(error));
            }
            done.push(item);
        }
        (done, None)
    };
    let ends = if items.len() < AT_ONCE {
        vec![go_on()]
    } else {
        thread::scope(|scope| {
            let threads: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(go_on)).collect();
            let joined = threads.into_iter().map(|thread| {
                thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
            });
            joined.collect()
        })
    };
    let (mut all, mut failed) = (Vec::new(), None);
    for (done, error) in ends {
        all.extend(done);
        failed = failed.or(error);
    }
    failed.map_or(Ok(()), |error| Err((error, all)))
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    #[test]
    fn every_item_is_done_once_and_a_failure_tells_what_was() {
        for count in [0, 1, 15, 16, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let seen = Mutex::new(Vec::new());
            let note = |item: &usize| -> Result<(), ()> {
                seen.lock().unwrap().push(*item);
                Ok(())
            };
            assert_eq!(at_once(&items, note), Ok(()));
            let mut seen = seen.into_inner().unwrap();
            seen.sort_unstable();
            assert_eq!(seen, items);
        }
        let items: Vec<usize> = (0..1000).collect();
        let fails = |item: &usize| if *item == 500 { Err("full") } else { Ok(()) };
        let Err((error, done)) = at_once(&items, fails) else { panic!("it fails") };
        assert_eq!(error, "full");
        assert!((500..1000).contains(&done.len()) && !done.contains(&&500));
    }
}
