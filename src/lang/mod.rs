//! The only place that knows a language: its words and its rules, read from text files.
//!
//! Input: the text files of a folder. Output: a [`Language`], lexicon and rules ready to match.
//! Knows nothing of publication dates, resolution or the calendar.

pub(crate) mod class;
mod files;
pub(crate) mod grammar;
pub(crate) mod hints;
pub mod lexicon;
mod measures;
pub(crate) mod morphology;
mod named_day;
mod names;
pub(crate) mod nouns;
pub(crate) mod numerals;
mod pattern;
pub(crate) mod reach;
pub(crate) mod relations;
pub(crate) mod roles;
pub mod rules;
pub(crate) mod senses;
pub(crate) mod stem;
pub(crate) mod word;

use files::{ENGLISH, Files};
pub(crate) use hints::Hints;
pub(crate) use lexicon::{Alone, ClassId, Lexicon};
pub(crate) use measures::{Measure, Measures};
pub(crate) use morphology::Morphology;
pub use named_day::NamedDay;
pub(crate) use names::Names;
pub(crate) use nouns::{Noun, Nouns};
pub(crate) use relations::{Relations, With};
pub(crate) use roles::{Role, Roles};
pub(crate) use senses::{Senses, Side};
pub(crate) use stem::Stem;
pub(crate) use word::{WordId, WordKey};

use crate::error::Result;
use crate::pack::{Bytes, Pack, packed};
use crate::tables;
use grammar::Grammar;
use numerals::Numerals;
use rules::RulesFile;
use std::fmt;
use std::sync::LazyLock;

/// A rule of a language, by number.
///
/// ```
/// use dateline::{Resolver, lang::Language};
///
/// let found = Resolver::on("2025-11-20")?.annotate("three weeks ago");
/// let (english, rule) = (Language::english(), found[0].mention.rule);
/// assert_eq!(english.rule_name(rule), "ago");
/// assert!(english.rule_place(rule).starts_with("en/shifts.rules:"));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct RuleId(pub(crate) u16);

packed!(struct RuleId { 0 });

/// Without the number, which every new rule moves: a snapshot of what is found outlives that.
impl fmt::Debug for RuleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RuleId(..)")
    }
}

/// A language: its words and its rules.
#[derive(Clone)]
pub struct Language {
    /// ISO 639-1 code.
    pub code: &'static str,
    /// Its words.
    pub(crate) lexicon: Lexicon,
    pub(crate) grammar: Grammar,
    pub(crate) numerals: Numerals,
    /// What its words do by their endings.
    pub(crate) morphology: Morphology,
    /// How it places times by events.
    pub(crate) relations: Relations,
    pub(crate) senses: Senses,
    pub(crate) nouns: Nouns,
    /// What its words measure.
    pub(crate) measures: Measures,
    /// Whom its first names are given to.
    pub(crate) names: Names,
}

/// Its code and its size; its words and rules would fill a book.
impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rules = self.grammar.rules().count();
        f.debug_struct("Language").field("code", &self.code).field("rules", &rules).finish_non_exhaustive()
    }
}

/// The tables of the language: all but its code, which tells whose tables they are.
impl Pack for Language {
    fn pack(&self, into: &mut Vec<u8>) {
        let Language {
            code: _,
            lexicon,
            grammar,
            numerals,
            morphology,
            relations,
            senses,
            nouns,
            measures,
            names,
        } = self;
        lexicon.pack(into);
        grammar.pack(into);
        numerals.pack(into);
        morphology.pack(into);
        relations.pack(into);
        senses.pack(into);
        nouns.pack(into);
        measures.pack(into);
        names.pack(into);
    }

    fn unpack(from: &mut Bytes) -> Option<Self> {
        Some(Language {
            code: ENGLISH.code,
            lexicon: Pack::unpack(from)?,
            grammar: Pack::unpack(from)?,
            numerals: Pack::unpack(from)?,
            morphology: Pack::unpack(from)?,
            relations: Pack::unpack(from)?,
            senses: Pack::unpack(from)?,
            nouns: Pack::unpack(from)?,
            measures: Pack::unpack(from)?,
            names: Pack::unpack(from)?,
        })
    }
}

impl Language {
    /// English.
    pub fn english() -> &'static Language {
        static LANGUAGE: LazyLock<Language> = LazyLock::new(|| {
            // Tables and files are part of the program and a test loads them, so that an empty language is the answer
            // to what cannot happen.
            Language::read_english().unwrap_or_else(|_| {
                let mut lexicon = Lexicon::new();
                Language {
                    code: ENGLISH.code,
                    numerals: Numerals::of(&mut lexicon),
                    lexicon,
                    grammar: Grammar::default(),
                    morphology: Morphology::default(),
                    relations: Relations::default(),
                    senses: Senses::default(),
                    nouns: Nouns::default(),
                    measures: Measures::default(),
                    names: Names::default(),
                }
            })
        });
        &LANGUAGE
    }

    /// English anew, from the tables that were made of its files; [`Language::english`] is put in place once and kept.
    ///
    /// ```
    /// use dateline::lang::Language;
    ///
    /// let english = Language::read_english()?;
    /// assert_eq!(english.rules().count(), Language::english().rules().count());
    /// # Ok::<(), dateline::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Names file and line of what cannot be read.
    pub fn read_english() -> Result<Language> {
        // While they are made there are none.
        Language::unpack(&mut { tables::ENGLISH }).map_or_else(Language::english_from_files, Ok)
    }

    /// English as its files have it, which is what its tables are made of.
    pub(crate) fn english_from_files() -> Result<Language> {
        Language::load(&ENGLISH, &Additions::default())
    }

    /// The rules files of English, with their examples.
    ///
    /// ```
    /// use dateline::lang::{Language, rules::ExampleKind};
    ///
    /// let files = Language::english_rules()?;
    /// let file = files.iter().find(|file| file.name == "en/shifts.rules").expect("a file");
    /// let ago = file.rules.iter().find(|rule| rule.name == "ago").expect("a rule");
    /// let shown = |kind: &ExampleKind<'_>| matches!(kind, ExampleKind::Match { expr: "shift(-1 year)", .. });
    /// assert!(ago.examples.iter().any(|example| example.text == "a year ago" && shown(&example.kind)));
    /// # Ok::<(), dateline::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Names file and line of what cannot be read.
    pub fn english_rules() -> Result<Vec<RulesFile<'static>>> {
        read_rules(&ENGLISH, &Additions::default(), true)
    }

    /// English with words, rules and days of a user's own, which come before those of the language.
    ///
    /// ```
    /// use dateline::lang::{Additions, Language};
    ///
    /// let rules = "rule in-a-trice\n  in a trice => fuzzy(future-ref)\n  in a trice | fuzzy(future-ref) | FUTURE_REF\n";
    /// let additions = Additions { rules: vec![("desk.rules", rules)], ..Additions::default() };
    /// assert!(Language::english_with(&additions).is_ok());
    ///
    /// let additions = Additions { rules: vec![("desk.rules", "rule empty\n")], ..Additions::default() };
    /// let error = Language::english_with(&additions).unwrap_err();
    /// assert_eq!(error.to_string(), "desk.rules:1: rule `empty` has no pattern");
    /// ```
    ///
    /// # Errors
    ///
    /// Names file and line of what cannot be read.
    pub fn english_with(additions: &Additions<'_>) -> Result<Language> {
        Language::load(&ENGLISH, additions)
    }

    /// The rules, in the order in which they win: name, and place as `file:line`.
    pub fn rules(&self) -> impl Iterator<Item = (&str, String)> {
        self.grammar.rules().map(|rule| (&*rule.name, format!("{}:{}", rule.file, rule.line)))
    }

    /// The name of a rule.
    pub fn rule_name(&self, rule: RuleId) -> &str {
        self.grammar.rule(rule).map_or("", |r| &r.name)
    }

    /// Where a rule stands, as `file:line` relative to `src/lang`.
    pub fn rule_place(&self, rule: RuleId) -> String {
        self.grammar.rule(rule).map(|r| format!("{}:{}", r.file, r.line)).unwrap_or_default()
    }

    fn load(files: &Files, additions: &Additions<'_>) -> Result<Language> {
        let mut lexicon = Lexicon::new();
        lexicon.number_by_length(files.words.iter().chain(files.roles).map(|(_, text)| *text));
        for (name, text) in files.words {
            lexicon.read_words(name, text)?;
        }
        for (name, text) in files.roles {
            lexicon.read_roles(name, text)?;
        }
        let mut rules = read_rules(files, additions, false)?;
        for (name, text) in &additions.words {
            let own = rules.iter().take(additions.rules.len()).flat_map(|file| &file.rules);
            let patterns: Vec<_> = own.flat_map(|rule| &rule.patterns).collect();
            let is_asked_for =
                |class: &str| patterns.iter().any(|pattern| pattern.classes().any(|it| it == class));
            lexicon.check_words(name, text, is_asked_for)?;
            lexicon.read_words(name, text)?;
        }
        let numerals = Numerals::of(&mut lexicon);
        let days: Vec<_> = additions.days.iter().map(NamedDay::pattern).collect();
        for (n, (day, pattern)) in additions.days.iter().zip(&days).enumerate() {
            rules.insert(n, day.rules(pattern)?);
        }
        let mut grammar = Grammar::build(rules, &mut lexicon)?;
        let morphology = Morphology::read(files.endings.0, files.endings.1)?;
        let relations =
            Relations::read(files.relations, files.kin, files.nominals, &morphology, &mut lexicon)?;
        let senses = Senses::read(files.verbs, &morphology)?;
        let nouns = Nouns::read(files.nouns, &morphology)?;
        lexicon.finish(&morphology);
        grammar.note_words(&lexicon, &numerals);
        let connects = |word| {
            let any = !relations.connectives(word).is_empty() || relations.guarded(word).next().is_some();
            Hints::CONNECTS.given(any)
        };
        lexicon.note_hints(|word| grammar.duties(word).hints().union(connects(word)));
        let measures = Measures::read(files.measures.0, files.measures.1)?;
        let names = Names::read(files.names.0, files.names.1)?;
        Ok(Language {
            code: files.code,
            lexicon,
            grammar,
            numerals,
            morphology,
            relations,
            senses,
            nouns,
            measures,
            names,
        })
    }
}

/// Words, rules and days of a user's own: names of files, as errors call them, and their texts in the notations of the language's own.
///
/// ```
/// use dateline::lang::{Additions, Language, rules::{Example, Rule, RulesFile}};
///
/// let rules = "rule press-day\n  press day => next(tue)\n  press day | next(tue) | 2024-03-19\n";
/// let additions = Additions { rules: vec![("desk.rules", rules)], ..Additions::default() };
/// let files: Vec<RulesFile<'_>> = additions.read_rules()?;
/// let rule: &Rule<'_> = &files[0].rules[0];
/// let example: &Example<'_> = &rule.examples[0];
/// assert_eq!((rule.name, rule.line, example.text, example.line), ("press-day", 1, "press day", 3));
/// let language = Language::english_with(&additions)?;
/// assert_eq!(language.rules().next(), Some(("press-day", "desk.rules:1".to_owned())));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Additions<'t> {
    /// Words files.
    pub words: Vec<(&'t str, &'t str)>,
    /// Rules files; they may use the sub-patterns of the language.
    pub rules: Vec<(&'t str, &'t str)>,
    /// Days of the user's own.
    pub days: Vec<NamedDay<'t>>,
}

impl<'t> Additions<'t> {
    /// The rules files, with their examples.
    ///
    /// # Errors
    ///
    /// Names file and line of what cannot be read.
    pub fn read_rules(&self) -> Result<Vec<RulesFile<'t>>> {
        let mut all = read_rules(&ENGLISH, self, true)?;
        all.truncate(self.rules.len());
        Ok(all)
    }
}

/// All rules files, a user's own first, so that their rules win.
fn read_rules<'t>(
    files: &Files,
    additions: &Additions<'t>,
    with_examples: bool,
) -> Result<Vec<RulesFile<'t>>> {
    let mut lets = Vec::new();
    let all = files.rules.iter().chain(&additions.rules);
    let mut read: Vec<_> =
        all.map(|(name, text)| rules::read(name, text, &mut lets, with_examples)).collect::<Result<_>>()?;
    read.rotate_right(additions.rules.len());
    Ok(read)
}

#[cfg(test)]
mod tests {
    use super::{Grammar, Language, Lexicon, Pack, rules, tables};

    #[test]
    fn tables_hold_what_the_files_say() {
        let tables = Language::unpack(&mut { tables::ENGLISH }).expect("tables");
        let files = Language::english_from_files().unwrap_or_else(|e| panic!("{e}"));
        let Language {
            code,
            lexicon,
            grammar,
            numerals,
            morphology,
            relations,
            senses,
            nouns,
            measures,
            names,
        } = &files;
        assert_eq!(tables.code, *code);
        assert_eq!(format!("{:?}", tables.lexicon), format!("{lexicon:?}"));
        assert_eq!(format!("{:?}", tables.grammar), format!("{grammar:?}"));
        assert_eq!(format!("{:?}", tables.numerals), format!("{numerals:?}"));
        assert_eq!(format!("{:?}", tables.morphology), format!("{morphology:?}"));
        // A hash map has no order of its own.
        let (mut of_tables, mut of_files) = (Vec::new(), Vec::new());
        tables.relations.pack(&mut of_tables);
        relations.pack(&mut of_files);
        tables.senses.pack(&mut of_tables);
        tables.nouns.pack(&mut of_tables);
        senses.pack(&mut of_files);
        nouns.pack(&mut of_files);
        assert_eq!(of_tables, of_files);
        assert_eq!(format!("{:?}", tables.measures), format!("{measures:?}"));
        assert_eq!(format!("{:?}", tables.names), format!("{names:?}"));
    }

    #[test]
    fn english_loads() {
        let language = Language::read_english().unwrap_or_else(|e| panic!("{e}"));
        assert!(!language.rule_name(super::RuleId(0)).is_empty());
    }

    /// What a rules file of this text is told.
    fn fault(text: &str) -> String {
        let mut lexicon = Lexicon::new();
        let words = "unit week: week\nweekday fri: friday\n";
        let loaded = lexicon
            .read_words("words.txt", words)
            .and_then(|()| rules::read("user.rules", text, &mut Vec::new(), true))
            .and_then(|file| Grammar::build(vec![file], &mut lexicon));
        loaded.err().map_or_else(String::new, |e| e.to_string())
    }

    #[test]
    fn faults_of_rules_files_name_file_line_and_cause() {
        let cases = [
            ("rule a\n  last {u:unit} => last(u)\n  last week | last(week) | 2024-W10\n", ""),
            ("rule a\n  friday => bare(fri)\n", "user.rules:1: rule `a` has no example"),
            ("rule a\n  friday | bare(fri)\n", "user.rules:1: rule `a` has no pattern"),
            ("rule a\n  {u:unit => last(u)\n  x | y\n", "user.rules:2: `{` is not closed"),
            ("rule a\n  (md) => bare(fri)\n  x | y\n", "user.rules:2: no `let md = …` stands above"),
            ("rule a\n  friday => sooner(fri)\n  x | y\n", "user.rules:2: unknown meaning `sooner(…)`"),
            ("rule a\n  friday => bare(x)\n  x | y\n", "user.rules:2: `x` is neither a value nor a variable"),
            ("rule a\n  {x:fortnights} => last(x)\n  x | y\n", "no words file lists the class `fortnights`"),
            ("  friday => bare(fri)\n", "user.rules:1: expected `rule …` before the first pattern"),
            ("friday\n", "user.rules:1: expected `rule …` or `let …`"),
            (
                "rule a\n  a? b? c? d? e? f? g? h? i? j? k? l? m? => bare(fri)\n  x | y\n",
                "user.rules:2: a pattern stands for more than 4096 rows",
            ),
            ("rule a\n  what is this\n", "user.rules:2: expected `pattern => meaning`"),
            (
                "rule a\n  friday => bare(fri)\n  friday | bare(fri)\nrule a\n  week => last(week)\n  week | last(week)\n",
                "user.rules:4: a second rule is called `a`",
            ),
        ];
        for (text, want) in cases {
            let found = fault(text);
            assert!(if want.is_empty() { found.is_empty() } else { found.contains(want) }, "{text}: {found}");
        }
    }
}
