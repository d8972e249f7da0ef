//! Bytes to characters.

use crate::{Error, Result};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::borrow::Cow;

/// Decodes text: UTF-8 byte for byte, its byte order mark included; anything else by its byte order mark, by the
/// encoding that it declares as `declared` finds, or by how its bytes look.
///
/// # Errors
///
/// When the bytes are no text in any encoding.
pub(super) fn decode(
    bytes: &[u8],
    declared: impl FnOnce(&[u8]) -> Option<&'static Encoding>,
) -> Result<Cow<'_, str>> {
    if let Some(text) = wide(bytes) {
        return Ok(Cow::Owned(text));
    }
    let broken = match std::str::from_utf8(bytes) {
        // A declaration cannot be right against valid UTF-8 with characters beyond ASCII in it, whatever it says,
        // except in encodings that are themselves made of ASCII bytes, which no news page has used for long.
        Ok(text) => return Ok(Cow::Borrowed(text)),
        Err(error) => error.valid_up_to(),
    };
    if let Some((encoding, mark)) = Encoding::for_bom(bytes).filter(|(encoding, _)| *encoding != UTF_8) {
        let (text, malformed) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
        if !malformed {
            return Ok(text);
        }
    }
    if let Some(nul) = bytes.iter().position(|&b| b == 0) {
        return Err(Error::article(format!(
            "is no text: byte {nul} is NUL and byte {broken} is not UTF-8; give plain text, Markdown or HTML"
        )));
    }
    // A page that declares UTF-8 and breaks it in a few places is read with a replacement mark at each broken place rather
    // than as gibberish.
    let encoding = declared(bytes).unwrap_or_else(|| {
        let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
        detector.feed(bytes, true);
        western(bytes, detector.guess(None, Utf8Detection::Deny))
    });
    Ok(encoding.decode_without_bom_handling(bytes).0)
}

/// Text of two or four bytes a character, which lacks its byte order mark or has one that browsers know nothing of.
fn wide(bytes: &[u8]) -> Option<String> {
    let first_nul = memchr::memchr(0, bytes)?;
    let of_four = |read: fn([u8; 4]) -> u32, bytes: &[u8]| {
        let (characters, _) = bytes.as_chunks::<4>();
        characters.iter().map(|c| char::from_u32(read(*c)).unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    match bytes {
        [0xFF, 0xFE, 0, 0, text @ ..] => return Some(of_four(u32::from_le_bytes, text)),
        [0, 0, 0xFE, 0xFF, text @ ..] => return Some(of_four(u32::from_be_bytes, text)),
        _ => {}
    }
    // Letters without accents have a NUL for their other byte, and no text has one for any other reason.
    let start = bytes.get(..MOST_BYTES).unwrap_or(bytes);
    if first_nul > 1 || start.len() < 8 {
        return None;
    }
    let nuls = |from: usize| start.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let encoding = match (nuls(0), nuls(1)) {
        (0, odd) if odd * 4 > start.len() => UTF_16LE,
        (even, 0) if even * 4 > start.len() => UTF_16BE,
        _ => return None,
    };
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// Of text that declares no encoding.
pub(super) const fn nowhere(_: &[u8]) -> Option<&'static Encoding> {
    None
}

/// Encodings of other Latin alphabets, which differ from the western one in letters that a short text may hardly have.
const KIN: [&str; 7] = [
    "windows-1250",
    "ISO-8859-2",
    "windows-1254",
    "windows-1257",
    "ISO-8859-4",
    "windows-1258",
    "ISO-8859-10",
];

/// Languages that are written in the western encoding.
const WESTERN: [&str; 12] = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "ca"];

/// The western encoding in place of its kin where the text is clearly in a language that is written in it.
fn western(bytes: &[u8], guessed: &'static Encoding) -> &'static Encoding {
    if !KIN.contains(&guessed.name()) {
        return guessed;
    }
    let start = bytes.get(..MOST_BYTES).unwrap_or(bytes);
    let text = WINDOWS_1252.decode_without_bom_handling(start).0;
    let language = super::language::of(&text, None);
    if language.is_some_and(|code| WESTERN.contains(&code.as_str())) { WINDOWS_1252 } else { guessed }
}

/// How much of a text is looked at for its language.
const MOST_BYTES: usize = 4_000;

/// The encoding that a page declares in a `<meta>` element. Browsers look for it in the first kilobyte, and begin anew when it
/// comes later.
pub(super) fn declared(page: &[u8]) -> Option<&'static Encoding> {
    let head = page.get(..LONGEST_HEAD).unwrap_or(page);
    memchr::memchr2_iter(b'c', b'C', head).find_map(|at| {
        let (before, rest) = (head.get(..at)?, head.get(at..)?);
        let is_named = rest.get(..7).is_some_and(|name| name.eq_ignore_ascii_case(b"charset"));
        let tag = if is_named { before.get(memchr::memrchr(b'<', before)?..)? } else { return None };
        if !tag.get(..5).is_some_and(|name| name.eq_ignore_ascii_case(b"<meta")) {
            return None;
        }
        let value = rest.get(7..)?.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
        let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
        let end = value.iter().position(|b| !(b.is_ascii_alphanumeric() || b"-_:.".contains(b)));
        Encoding::for_label(value.get(..end.unwrap_or(value.len()))?)
    })
}

/// How far into a page its encoding is looked for.
const LONGEST_HEAD: usize = 100_000;

#[cfg(test)]
mod tests {
    use super::{declared, decode, nowhere};

    #[test]
    fn text_is_decoded() {
        let cases: [(&[u8], &str); 6] = [
            ("Zürich".as_bytes(), "Zürich"),
            (b"\xEF\xBB\xBFa", "\u{feff}a"),
            (b"a\0b", "a\0b"),
            (b"\xFF\xFEa\0b\0", "ab"),
            (b"\xFE\xFF\0a\0b", "ab"),
            (
                b"Er sagte, die \xC4rzte in Z\xFCrich h\xE4tten gestern \xFCber alles gesprochen.",
                "Er sagte, die Ärzte in Zürich hätten gestern über alles gesprochen.",
            ),
        ];
        for (bytes, text) in cases {
            assert_eq!(decode(bytes, nowhere).expect("text"), text);
        }
    }

    #[test]
    fn western_text_is_not_taken_for_eastern() {
        let texts = [
            "O conselho aprovou na terça-feira a construção da ponte; a decisão não agradou aos moradores da região.",
            "Le conseil a voté mardi la fermeture du théâtre où les élèves répètent depuis l’été, même après la fête.",
            "El año pasado el señor Núñez dijo que mañana vería a los niños de la montaña en la pequeña estación.",
            "Die Ärzte in Köln hätten, so der Sprecher, am Freitag über höhere Löhne für größere Häuser gesprochen.",
            "Rådet møttes på fredag; de sa at båten går igjen når været blir bedre, og at brygga skal åpnes til våren.",
        ];
        for text in texts {
            let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
            assert_eq!(decode(&bytes, nowhere).expect("text"), text);
        }
        let text = "Rada města v úterý schválila stavbu mostu; řidiči budou muset příští týden jezdit přes nábřeží, řekl mluvčí.";
        let (bytes, ..) = encoding_rs::WINDOWS_1250.encode(text);
        assert_eq!(decode(&bytes, nowhere).expect("text"), text);
    }

    #[test]
    fn wide_characters_need_no_mark() {
        let text = "The café closed “for good” on Friday.";
        let units = || text.encode_utf16();
        let four = || text.chars().map(u32::from);
        let cases: [Vec<u8>; 4] = [
            units().flat_map(u16::to_le_bytes).collect(),
            units().flat_map(u16::to_be_bytes).collect(),
            [0xFEFF].into_iter().chain(four()).flat_map(u32::to_le_bytes).collect(),
            [0xFEFF].into_iter().chain(four()).flat_map(u32::to_be_bytes).collect(),
        ];
        for bytes in cases {
            assert_eq!(decode(&bytes, nowhere).expect("text"), text);
        }
    }

    #[test]
    fn a_picture_is_no_text() {
        let error = decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", nowhere).expect_err("no text").to_string();
        assert!(error.contains("byte 8 is NUL") && error.contains("byte 0 is not UTF-8"), "{error}");
    }

    #[test]
    fn pages_declare_their_encoding() {
        let name = |page: &[u8]| declared(page).map(|encoding| encoding.name());
        assert_eq!(name(b"<meta charset=\"iso-8859-1\">"), Some("windows-1252"));
        assert_eq!(name(b"<meta http-equiv=Content-Type content='text/html; charset=GBK'>"), Some("GBK"));
        assert_eq!(name(b"<p>no charset here"), None);
        assert_eq!(name(b"<script charset=gbk></script><meta charset=latin1>"), Some("windows-1252"));
        assert_eq!(
            decode(b"<META Charset=latin1>caf\xE9", declared).expect("text"),
            "<META Charset=latin1>café"
        );
        let broken = [b"<meta charset=utf-8>".as_slice(), "café".as_bytes(), b"\xE9"].concat();
        assert_eq!(decode(&broken, declared).expect("text"), "<meta charset=utf-8>café\u{fffd}");
    }
}
