//! Files as people have them, and files made to be taken for others.

use super::*;
use proptest::prelude::*;
use std::io::Write;

/// An archive with these entries, stored as they are.
pub(in crate::features::files) fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let (mut file, mut list) = (Vec::new(), Vec::new());
    let two = |number: usize| (number as u16).to_le_bytes();
    let four = |number: usize| (number as u32).to_le_bytes();
    for (name, bytes) in entries {
        let at = file.len();
        let sizes = [[0; 4], four(bytes.len()), four(bytes.len())].concat();
        let head = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &sizes, &two(name.len()), &two(0)].concat();
        file.extend([&b"PK\x03\x04"[..], &head, name.as_bytes(), bytes].concat());
        list.extend([&b"PK\x01\x02\x14\x00"[..], &head, &[0; 10], &four(at), name.as_bytes()].concat());
    }
    let at = file.len();
    file.extend(&list);
    let count = two(entries.len());
    file.extend(
        [&b"PK\x05\x06"[..], &[0; 4], &count, &count, &four(list.len()), &four(at), &two(0)].concat(),
    );
    file
}

fn types(main: &str) -> Vec<u8> {
    let text = format!("<Types><Override PartName=\"/x.xml\" ContentType=\"{main}\"/></Types>");
    text.into_bytes()
}

fn docx() -> Vec<u8> {
    let main = types(&format!("{}.main+xml", Sort::Docx.media_type()));
    zipped(&[("[Content_Types].xml", &main), ("word/document.xml", b"<w:document/>")])
}

fn odt() -> Vec<u8> {
    let says = Sort::Odt.media_type().as_bytes();
    zipped(&[("mimetype", says), ("content.xml", b"<x/>"), ("META-INF/manifest.xml", b"<x/>")])
}

fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n".to_vec()
}

fn check(sort: Sort, bytes: &[u8]) -> Result<(), Problem> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    sort.check(file.path())
}

const NOT: Result<(), Problem> = Err(Problem::NotWhatItSays);

#[test]
fn documents_are_taken_for_what_they_are_and_nothing_else() {
    let text = "Boots, socks\r\nخطة\t€".as_bytes().to_vec();
    let all = [(Sort::Pdf, pdf()), (Sort::Txt, text), (Sort::Docx, docx()), (Sort::Odt, odt())];
    for (sort, bytes) in &all {
        assert_eq!(check(*sort, bytes), Ok(()), "{sort}");
        for other in Sort::ALL.iter().filter(|other| *other != sort) {
            let both_text = matches!((sort, other), (Sort::Txt, Sort::Csv | Sort::Md));
            assert_eq!(check(*other, bytes).is_ok(), both_text, "a {sort} as {other}");
        }
    }
}

#[test]
fn a_document_with_a_program_in_it_is_refused() {
    let main = types(&format!("{}.main+xml", Sort::Docx.media_type()));
    let hidden = zipped(&[("[Content_Types].xml", &main), ("word/vbaProject.bin", b"x")]);
    assert_eq!(check(Sort::Docx, &hidden), Err(Problem::Macros));
    let docm = types("application/vnd.ms-word.document.macroEnabled.main+xml");
    let docm = zipped(&[("[Content_Types].xml", &docm), ("word/document.xml", b"")]);
    assert_eq!(check(Sort::Docx, &docm), Err(Problem::Macros));
    // A program under another name is still in the list of types.
    let sly = [
        types(&format!("{}.main+xml", Sort::Docx.media_type())),
        types("application/vnd.ms-office.vbaProject"),
    ];
    let sly = zipped(&[("[Content_Types].xml", &sly.concat()), ("word/harmless.bin", b"x")]);
    assert_eq!(check(Sort::Docx, &sly), Err(Problem::Macros));
    let says = Sort::Odt.media_type().as_bytes();
    let basic = zipped(&[("mimetype", says), ("META-INF/manifest.xml", b""), ("Basic/Standard/x.xml", b"")]);
    assert_eq!(check(Sort::Odt, &basic), Err(Problem::Macros));
}

#[test]
fn two_things_at_once_are_refused() {
    let pdf_and_zip = [pdf(), odt()].concat();
    assert_eq!(check(Sort::Pdf, &pdf_and_zip), NOT);
    assert_eq!(check(Sort::Odt, &pdf_and_zip), NOT);
    let pdf_and_page = [b"%PDF-1.7\n<html><script>".to_vec(), pdf()].concat();
    assert_eq!(check(Sort::Pdf, &pdf_and_page), NOT);
    assert_eq!(check(Sort::Pdf, &[b"GIF89a".to_vec(), pdf()].concat()), NOT);
    let mut trailing = docx();
    trailing.extend(b"and more");
    assert_eq!(check(Sort::Docx, &trailing), NOT);
    for page in
        ["<!DOCTYPE html><p>", "\u{feff} \n<HTML>", "<svg onload=x>", "<?xml version=\"1.0\"?>", "%PDF-1.7"]
    {
        assert_eq!(check(Sort::Txt, page.as_bytes()), NOT, "{page}");
    }
    assert_eq!(check(Sort::Txt, b"I wrote <html> in class"), Ok(()));
}

#[test]
fn text_is_utf_8_to_its_last_byte() {
    for bytes in [&b"a\0b"[..], b"\xff\xfea\0", b"caf\xe9", b"ESC \x1b[2J", b"cut \xe2\x82"] {
        assert_eq!(check(Sort::Csv, bytes), NOT, "{bytes:?}");
    }
    // A letter on the border between two pieces, and a fault after many.
    for before in (64 * 1024 - 4)..(64 * 1024 + 4) {
        let mut long = vec![b'a'; before];
        long.extend("€ and more".as_bytes());
        assert_eq!(check(Sort::Txt, &long), Ok(()), "{before}");
        long.push(0xff);
        assert_eq!(check(Sort::Txt, &long), NOT, "{before}");
    }
}

#[test]
fn an_archive_that_lies_about_itself_is_refused() {
    let whole = docx();
    // Cut anywhere, it is no document.
    for end in 0..whole.len() {
        assert!(check(Sort::Docx, &whole[..end]).is_err(), "{end}");
    }
    let main = types(&format!("{}.main+xml", Sort::Docx.media_type()));
    let twice = zipped(&[("[Content_Types].xml", &main), ("[Content_Types].xml", &main)]);
    assert_eq!(check(Sort::Docx, &twice), NOT);
    // The list and the entry itself give it two names.
    let text = "word/document.xml";
    let at = whole.windows(text.len()).position(|piece| piece == text.as_bytes()).unwrap();
    let mut renamed = docx();
    let types_at = whole.windows(5).position(|piece| piece == b"[Cont").unwrap();
    renamed[types_at] = b'x';
    assert!(at > types_at && check(Sort::Docx, &renamed).is_err());
    // A bomb is not unpacked: what is read of an entry has a bound.
    let large = zipped(&[("[Content_Types].xml", &vec![b' '; 3 << 20])]);
    assert_eq!(check(Sort::Docx, &large), NOT);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_at_all_are_looked_at_without_harm(
        bytes in proptest::collection::vec(any::<u8>(), 0..600),
        place in 0usize..400,
        byte in any::<u8>(),
    ) {
        for sort in Sort::ALL {
            let _ = check(*sort, &bytes);
        }
        for mut whole in [docx(), odt(), pdf()] {
            let at = place % whole.len();
            whole[at] = byte;
            let _ = check(Sort::Docx, &whole);
            let _ = check(Sort::Odt, &whole);
            let _ = check(Sort::Pdf, &whole);
        }
    }
}
