//! Where photos are prepared: a fixed number of places, off the async runtime.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError, mpsc};

use tempfile::TempPath;
use tokio::sync::{Semaphore, oneshot};

use super::prepare::{self, Crop, PhotoProblem, Prepared};

/// A room with a fixed number of places. Each place may hold one full picture in memory (150 MB for
/// the largest that is allowed, 40 MB for a phone's 12 megapixels), so the number of places bounds
/// both memory and processor, however many people send photos at once; the others wait in turn.
///
/// Each place is a thread of its own: freed picture memory then lies where the next picture takes it, and
/// not once on each thread of a pool.
#[derive(Clone)]
pub struct Workshop {
    places: Arc<Semaphore>,
    threads: mpsc::Sender<Work>,
}

type Work = Box<dyn FnOnce() + Send>;

impl Workshop {
    /// A workshop with this many places, at least one.
    pub fn new(places: usize) -> Self {
        let places = places.clamp(1, 64);
        let (threads, work) = mpsc::channel::<Work>();
        let work = Arc::new(Mutex::new(work));
        for number in 0..places {
            let work = work.clone();
            let thread = std::thread::Builder::new().name(format!("photos {number}"));
            if let Err(error) = thread.spawn(move || work_off(&work)) {
                tracing::error!(%error, "a thread for photos could not be started");
            }
        }
        Self { places: Arc::new(Semaphore::new(places)), threads }
    }

    /// A workshop that leaves one core to the people who are reading.
    pub fn for_this_machine() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Self::new(cores.saturating_sub(1))
    }

    /// Prepares a photo in its turn (see [`prepare()`](super::prepare())); the file is removed after.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub async fn prepare(&self, file: TempPath) -> Result<Prepared, PhotoProblem> {
        self.work(move || prepare::prepare(&file)).await
    }

    /// Prepares a profile picture in its turn (see [`square`](super::square)); the file is removed
    /// after.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub async fn square(&self, file: TempPath, crop: Option<Crop>) -> Result<Prepared, PhotoProblem> {
        self.work(move || prepare::square(&file, crop)).await
    }

    /// Runs `work` on a thread of the workshop once there is a place. The work itself owns the place: a
    /// request that is dropped half-way does not give it away while its picture is still in memory.
    /// One that is dropped while it waits never starts.
    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, PhotoProblem> + Send + 'static,
    ) -> Result<T, PhotoProblem> {
        let place = self.places.clone().acquire_owned().await.map_err(|_| PhotoProblem::Unreadable)?;
        let (tell, told) = oneshot::channel();
        let job: Work = Box::new(move || {
            let done = catch_unwind(AssertUnwindSafe(work));
            drop(place);
            let _ = tell.send(done); // who asked may have gone
        });
        self.threads.send(job).map_err(|_| PhotoProblem::Unreadable)?;
        match told.await {
            Ok(Ok(done)) => done,
            // A decoder that panics on a hostile file: the file is at fault as far as its sender goes.
            Ok(Err(_)) => Err(PhotoProblem::Damaged),
            Err(_) => Err(PhotoProblem::Unreadable),
        }
    }
}

fn work_off(work: &Mutex<mpsc::Receiver<Work>>) {
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        match next {
            Ok(job) => job(),
            Err(_) => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;
    use std::sync::mpsc;

    use super::{PhotoProblem, Workshop};

    fn runtime() -> tokio::runtime::Runtime {
        tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
    }

    #[test]
    fn a_dropped_request_keeps_its_place_until_the_work_is_done() {
        runtime().block_on(async {
            let workshop = Workshop::new(1);
            let (go, wait) = mpsc::channel::<()>();
            let (begun, has_begun) = tokio::sync::oneshot::channel();
            let first = workshop.clone();
            let request = tokio::spawn(async move {
                first
                    .work(move || {
                        begun.send(()).ok();
                        wait.recv().ok();
                        Ok(())
                    })
                    .await
            });
            has_begun.await.expect("the work began");
            request.abort();
            assert!(request.await.is_err_and(|end| end.is_cancelled()));
            assert_eq!(workshop.places.available_permits(), 0);
            go.send(()).expect("the work still waits");
            assert_eq!(workshop.work(|| Ok(7)).await, Ok(7));
        });
    }

    #[test]
    fn the_sent_file_is_gone_afterwards() {
        runtime().block_on(async {
            let mut file = tempfile::NamedTempFile::new().expect("a file");
            file.write_all(b"<html>").expect("written");
            let path = file.path().to_owned();
            let answer = Workshop::for_this_machine().prepare(file.into_temp_path()).await;
            assert_eq!(answer, Err(PhotoProblem::NotAPicture));
            assert!(!path.exists());
        });
    }
}
