//! Proves that forms of both kinds are read alike, and that no body passes the bounds.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use axum::body::Bytes;
use futures_util::{StreamExt, stream};
use proptest::prelude::{Strategy, any, prop, prop_oneof, proptest};

use super::{Bounds, Form, UploadProblem, read};

const KIND: &str = "multipart/form-data; boundary=LINE";

fn bounds(folder: &tempfile::TempDir) -> Bounds {
    Bounds {
        folder: folder.path().to_owned(),
        total_bytes_max: 200_000,
        file_bytes_max: 50_000,
        files_max: 3,
        text_bytes_max: 1000,
        fields_max: 4,
        parts_max: 6,
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn lying_in(folder: &tempfile::TempDir) -> usize {
    std::fs::read_dir(folder.path()).expect("listed").count()
}

/// Sends `body` in pieces of `piece` bytes.
async fn sent(kind: &str, body: &[u8], piece: usize, bounds: &Bounds) -> Result<Form, UploadProblem> {
    let pieces: Vec<Bytes> = body.chunks(piece.max(1)).map(Bytes::copy_from_slice).collect();
    read(Some(kind), stream::iter(pieces.into_iter().map(Ok::<_, io::Error>)), bounds).await
}

fn field(name: &str, text: &str) -> Vec<u8> {
    format!("--LINE\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{text}\r\n").into_bytes()
}

fn file(name: &str, file_name: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!(
        "--LINE\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"{file_name}\"\r\n\
         Content-Type: application/octet-stream\r\n\r\n"
    );
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

fn body(parts: &[Vec<u8>]) -> Vec<u8> {
    [parts.concat(), b"--LINE--\r\n".to_vec()].concat()
}

#[tokio::test]
async fn fields_and_files_arrive_whole_however_the_body_is_cut() {
    let picture: Vec<u8> = (0..40_000_u32).flat_map(|n| [n as u8, b'\r', b'\n', b'-']).take(40_000).collect();
    let whole = body(&[
        field("body", "Grüße, مرحبا\r\n--LIN"),
        field("to", "7"),
        file("photo", "C:\\Users\\mia\\heron.jpg", &picture),
        field("to", "8"),
        file("photo", "", b""),
    ]);
    for piece in [1, 2, 7, 64, 4096, 1_000_000] {
        let folder = folder();
        let mut form = sent(KIND, &whole, piece, &bounds(&folder)).await.expect("a form");
        assert_eq!(form.text("body"), "Grüße, مرحبا\r\n--LIN");
        assert_eq!(form.all("to").collect::<Vec<_>>(), ["7", "8"]);
        assert_eq!(form.text("nothing"), "");
        let photos = form.files("photo");
        assert_eq!(photos.len(), 1, "the file that was not chosen is no file");
        assert_eq!(photos[0].file_name, "heron.jpg");
        assert_eq!(photos[0].bytes, 40_000);
        assert!(std::fs::read(&photos[0].path).expect("read") == picture);
        drop(photos);
        assert_eq!(lying_in(&folder), 0, "gone with its value");
    }
}

#[tokio::test]
async fn a_chosen_file_without_bytes_is_a_file() {
    let folder = folder();
    let form =
        sent(KIND, &body(&[file("photo", "empty.jpg", b"")]), 9, &bounds(&folder)).await.expect("a form");
    assert_eq!((form.files.len(), form.files[0].bytes), (1, 0));
}

#[tokio::test]
async fn a_plain_form_reads_alike() {
    let folder = folder();
    let kind = "application/x-www-form-urlencoded; charset=UTF-8";
    let sent = sent(kind, b"body=Gr%C3%BC%C3%9Fe+%2B+%26&to=7&&to=8&bare&bad=%zz", 3, &bounds(&folder)).await;
    assert_eq!(sent.map(|form| form.fields.len()), Err(UploadProblem::TooManyFields));
    let form =
        super::tests::sent(kind, b"body=Gr%C3%BC%C3%9Fe+%2B+%26&to=7&&to=8&bad=%zz%ff", 3, &bounds(&folder))
            .await
            .expect("a form");
    assert_eq!(form.text("body"), "Grüße + &");
    assert_eq!(form.all("to").collect::<Vec<_>>(), ["7", "8"]);
    assert_eq!(form.text("bad"), "%zz\u{fffd}");
}

#[tokio::test]
async fn each_bound_has_its_own_answer_and_nothing_is_left_behind() {
    let big = vec![b'x'; 50_001];
    let long = "x".repeat(1001);
    let photo = file("photo", "a.jpg", &big[..50_000]);
    let small = file("photo", "a.jpg", b"x");
    let nothing = file("photo", "", b"");
    let cases = [
        (body(&[small.clone(), file("photo", "a.jpg", &big)]), UploadProblem::FileTooLarge),
        (body(&vec![small.clone(); 4]), UploadProblem::TooManyFiles),
        (body(&[small.clone(), field("body", &long)]), UploadProblem::TextTooLarge),
        (body(&vec![field("to", "7"); 5]), UploadProblem::TooManyFields),
        (body(&vec![nothing; 7]), UploadProblem::TooManyFields),
        (body(&[vec![photo; 3].concat(), field("a", &long[1..]).repeat(30)]), UploadProblem::TooManyFields),
        ([&b"\r\n"[..], &[b'x'; 100_000]].concat(), UploadProblem::TooLarge),
        ([&b"--LINE\r\nContent-Disposition: "[..], &[b'x'; 100_000]].concat(), UploadProblem::TooLarge),
        (field(&"n".repeat(300), "x"), UploadProblem::Malformed),
        (b"".to_vec(), UploadProblem::Malformed),
        (b"--LINE".to_vec(), UploadProblem::Malformed),
        (field("body", "cut off before the end"), UploadProblem::Malformed),
        (small[..small.len() - 2].to_vec(), UploadProblem::Malformed),
    ];
    for (index, (whole, problem)) in cases.into_iter().enumerate() {
        for piece in [100, 30_000] {
            let folder = folder();
            let answer = sent(KIND, &whole, piece, &bounds(&folder)).await;
            assert_eq!(
                answer.map(|form| form.fields.len()),
                Err(problem),
                "case {index} in pieces of {piece}"
            );
            assert_eq!(lying_in(&folder), 0, "case {index}");
        }
    }
}

#[tokio::test]
async fn the_whole_body_is_bounded() {
    let folder = folder();
    let within = Bounds { total_bytes_max: 20_000, ..bounds(&folder) };
    let answer = sent(KIND, &body(&[file("photo", "a.jpg", &[7; 30_000])]), 1000, &within).await;
    assert_eq!(answer.map(|_| ()), Err(UploadProblem::TooLarge));
    let answer = sent("application/x-www-form-urlencoded", &[b'a'; 30_000], 1000, &within).await;
    assert_eq!(answer.map(|_| ()), Err(UploadProblem::TooLarge));
}

#[tokio::test]
async fn other_kinds_of_body_are_no_form() {
    let folder = folder();
    for kind in ["", "text/plain", "application/json", "multipart/mixed; boundary=LINE"] {
        let answer = sent(kind, b"body=x", 10, &bounds(&folder)).await;
        assert_eq!(answer.map(|_| ()), Err(UploadProblem::NotAForm), "{kind}");
    }
    for kind in
        ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""]
    {
        let answer = sent(kind, b"--\r\n", 10, &bounds(&folder)).await;
        assert_eq!(answer.map(|_| ()), Err(UploadProblem::Malformed), "{kind}");
    }
}

#[tokio::test]
async fn a_broken_line_is_told_apart_and_leaves_nothing() {
    let folder = folder();
    let start = file("photo", "a.jpg", &[7; 3000]);
    let pieces = vec![Ok(Bytes::copy_from_slice(&start[..2000])), Err(io::Error::other("reset"))];
    let answer = read(Some(KIND), stream::iter(pieces), &bounds(&folder)).await;
    assert_eq!(answer.map(|_| ()), Err(UploadProblem::Interrupted));
    assert_eq!(lying_in(&folder), 0);
}

/// A sender that is always ready must not fill the memory: pieces are taken as they are written.
#[tokio::test]
async fn a_fast_sender_is_not_taken_ahead_of_the_disk() {
    let folder = folder();
    let (taken, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let head = Bytes::from(file("photo", "a.jpg", b"x"));
    let path = folder.path().to_owned();
    let (counted, highest) = (taken.clone(), most.clone());
    let endless =
        stream::once(async move { Ok::<_, io::Error>(head) }).chain(stream::repeat_with(move || {
            let taken = counted.fetch_add(10_000, Ordering::Relaxed) + 10_000;
            let written: u64 = std::fs::read_dir(&path)
                .into_iter()
                .flatten()
                .filter_map(|entry| entry.ok()?.metadata().ok())
                .map(|file| file.len())
                .sum();
            highest.fetch_max(taken.saturating_sub(written as usize), Ordering::Relaxed);
            Ok(Bytes::from(vec![b'x'; 10_000]))
        }));
    let wide = Bounds { total_bytes_max: u64::MAX, file_bytes_max: 30_000_000, ..bounds(&folder) };
    let answer = read(Some(KIND), Box::pin(endless), &wide).await;
    assert_eq!(answer.map(|_| ()), Err(UploadProblem::FileTooLarge));
    assert!(taken.load(Ordering::Relaxed) > 29_000_000);
    let most = most.load(Ordering::Relaxed);
    assert!(most < 5_000_000, "{most} bytes were held at once");
}

fn any_part() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        ("[a-z]{0,9}", "\\PC{0,1200}").prop_map(|(name, text)| field(&name, &text)),
        ("[a-z]{0,9}", "\\PC{0,20}", prop::collection::vec(any::<u8>(), 0..60_000))
            .prop_map(|(name, file_name, bytes)| file(&name, &file_name, &bytes)),
        prop::collection::vec(any::<u8>(), 0..300),
        proptest::sample::select(vec![&b"--LINE"[..], b"--LINE--", b"\r\n", b"\r\n\r\n", b"\r", b"--"])
            .prop_map(<[u8]>::to_vec),
    ]
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 192, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_body_panics_the_reader_or_passes_its_bounds(
        parts in prop::collection::vec(any_part(), 0..9),
        whole in any::<bool>(),
        pieces in prop::collection::vec(1_usize..5000, 1..20),
    ) {
        let mut sent = if whole { body(&parts) } else { parts.concat() };
        let mut cut = Vec::new();
        let mut sizes = pieces.into_iter().cycle();
        while !sent.is_empty() {
            let rest = sent.split_off(sizes.next().unwrap_or(1).min(sent.len()));
            cut.push(Bytes::from(std::mem::replace(&mut sent, rest)));
        }
        let folder = folder();
        let within = bounds(&folder);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let kinds = [KIND, "application/x-www-form-urlencoded"];
        for kind in kinds {
            let body = stream::iter(cut.clone().into_iter().map(Ok::<_, io::Error>));
            if let Ok(form) = runtime.block_on(read(Some(kind), body, &within)) {
                assert!(form.fields.len() <= within.fields_max && form.files.len() <= within.files_max);
                assert!(form.fields.iter().all(|(_, text)| text.len() <= 3 * within.text_bytes_max));
                for file in &form.files {
                    assert!(file.bytes <= within.file_bytes_max);
                    assert_eq!(std::fs::metadata(&file.path).expect("there").len(), file.bytes);
                }
            }
            assert_eq!(lying_in(&folder), 0);
        }
    }
}
