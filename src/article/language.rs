//! Which language a text is in.

use super::function_words::{Foreign, FunctionWords};
use crate::span::last_char;
use whatlang::{Detector, Info, Lang, Script};

/// Longest start of a text that is looked at, in bytes: a paragraph or two tell.
const LONGEST: usize = 1_000;

/// Below this many Latin letters a guess at their sequences is worth less than what the page says of itself; words tell more.
const FEWEST: usize = 60;

/// As many letters tell a script that no other language of the detector is written in, or few.
const FEWEST_OF_SCRIPT: usize = 6;

/// ISO 639-3 codes, as the detector knows languages, and their ISO 639-1 codes, as pages name them.
const TABLE: &str = include_str!("languages.txt");

/// The ISO 639-1 code of a text's language: as its letters tell, or else as it is `declared` (`de-AT`).
pub(super) fn of(text: &str, declared: Option<&str>) -> Option<String> {
    let declared = declared.and_then(code);
    let end = last_char(text, LONGEST).filter(|_| text.len() > LONGEST);
    let start = end.and_then(|end| text.get(..end)).unwrap_or(text);
    let words = FunctionWords::of(start);
    if words.are_english() {
        return Some("en".to_owned());
    }
    let letters = start.chars().filter(|c| c.is_alphabetic()).take(FEWEST).count();
    let found = whatlang::detect(start).filter(|found| match found.script() {
        // Of scripts with few languages the best guess is good enough; Latin letters alone tell little.
        Script::Latin => {
            letters >= FEWEST
                && !words.are_rather_english()
                && (found.is_reliable() || (declared.is_none() && is_not_english(start, found)))
        }
        _ => letters >= FEWEST_OF_SCRIPT,
    });
    let found = found.and_then(|found| short(found.lang()));
    let by_words = || {
        let foreign = words.foreign().filter(|foreign| foreign.is_clear || declared.is_none())?;
        by_words(start, &foreign)
    };
    found.or_else(by_words).map(str::to_owned).or(declared)
}

/// The language that a text's words tell, where letters do not; where sisters have the same words, the letters choose. One word
/// that is no name's is believed if the letters are more like its language than like English.
fn by_words(text: &str, found: &Foreign) -> Option<&'static str> {
    if let ([code], true) = (found.codes.as_slice(), found.is_clear) {
        return Some(code);
    }
    let mut allowed: Vec<Lang> = found.codes.iter().filter_map(|code| long(code)).collect();
    if !found.is_clear {
        allowed.push(Lang::Eng);
    }
    let likely = Detector::with_allowlist(allowed).detect(text)?.lang();
    short(likely).filter(|_| likely != Lang::Eng)
}

/// Whether a text of which the detector is not sure is at least surely not English: its doubts are mostly between sisters,
/// such as Spanish and Catalan.
fn is_not_english(text: &str, guess: &Info) -> bool {
    let of_two = Detector::with_allowlist(vec![Lang::Eng, guess.lang()]).detect(text);
    of_two.is_some_and(|found| found.lang() != Lang::Eng && found.is_reliable())
}

/// What people call a language, in English; its code where the table has no name.
pub(super) fn name(code: &str) -> &str {
    let row = TABLE.lines().filter_map(row).find(|(_, short, _)| *short == code);
    row.map_or(code, |(.., name)| name)
}

fn short(lang: Lang) -> Option<&'static str> {
    TABLE.lines().filter_map(row).find(|(long, ..)| *long == lang.code()).map(|(_, short, _)| short)
}

/// The language of an ISO 639-1 code, as the detector knows it.
fn long(code: &str) -> Option<Lang> {
    let row = TABLE.lines().filter_map(row).find(|(_, short, _)| *short == code);
    row.and_then(|(long, ..)| Lang::from_code(long))
}

/// `deu de German`.
fn row(line: &'static str) -> Option<(&'static str, &'static str, &'static str)> {
    let mut parts = line.splitn(3, ' ');
    Some((parts.next()?, parts.next()?, parts.next()?))
}

/// The language of a tag as pages write it: `de` of `de-AT` and `DE_at`.
fn code(tag: &str) -> Option<String> {
    let code = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    (2..=3).contains(&code.len()).then_some(code).filter(|code| code.bytes().all(|b| b.is_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::{TABLE, name, of, row, short};

    #[test]
    fn the_text_tells_its_language() {
        let cases = [
            (
                "The workers of the harbour walked out before dawn, and by noon no crane was moving.",
                Some("de"),
                Some("en"),
            ),
            (
                "Die Arbeiter des Hafens legten vor Tagesanbruch die Arbeit nieder, und mittags stand jeder Kran still.",
                None,
                Some("de"),
            ),
            (
                "Les ouvriers du port ont cessé le travail avant l'aube et à midi aucune grue ne bougeait plus.",
                Some("en"),
                Some("fr"),
            ),
            (
                "Это были рабочие порта: они прекратили работу до рассвета, и к полудню все краны стояли, а суда ждали.",
                None,
                Some("ru"),
            ),
            ("市议会星期三晚上开会。", Some("en"), Some("zh")),
            ("Совет собрался.", None, Some("ru")),
            (
                "El consejo se reunió el miércoles por la noche y aprobó la reparación del puente.",
                None,
                Some("es"),
            ),
            ("De raad kwam woensdagavond bijeen en keurde de reparatie van de brug goed.", None, Some("nl")),
            ("Embassies in Nairobi, Kenya, and Dar es Salaam, Tanzania.", None, None),
            (
                "RMS distributes electronic devices and produces power supplies and plastic literature displays.",
                None,
                None,
            ),
            ("Der Rat tagte am Mittwoch.", None, Some("de")),
            ("Der Rat tagte am Mittwoch.", Some("en"), Some("de")),
            ("La grève a pris fin vendredi.", None, Some("fr")),
            ("El consejo se reunió el miércoles.", None, Some("es")),
            ("A greve terminou na sexta.", None, Some("pt")),
            ("Lo sciopero è finito venerdì.", None, Some("it")),
            ("De brand brak vrijdag uit.", None, Some("nl")),
            ("Rada zebrała się w środę.", None, Some("pl")),
            ("Stávka skončila v pátek.", None, Some("cs")),
            ("Konsey çarşamba günü toplandı.", None, Some("tr")),
            ("Lakko päättyi perjantaina.", None, Some("fi")),
            ("Fire destroys mill Friday", None, None),
            ("De La Hoya beats Mosley", None, None),
            ("Rio de Janeiro mayor quits", None, None),
            ("Three die in Paris blast", None, None),
            ("Cinco de Mayo parade canceled", None, None),
            ("Corriere della Sera sold", None, None),
            ("Strike ends", Some("en-GB"), Some("en")),
            ("Streik endet", Some("DE_at"), Some("de")),
            ("Strike ends", Some("x-default"), None),
            ("", None, None),
        ];
        for (text, declared, expected) in cases {
            assert_eq!(of(text, declared).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn every_language_of_the_detector_has_a_row() {
        for lang in whatlang::Lang::all() {
            assert!(short(*lang).is_some(), "{lang}");
        }
        assert!(TABLE.lines().all(|line| row(line).is_some()));
        assert_eq!((name("de"), name("tlh")), ("German", "tlh"));
    }
}
