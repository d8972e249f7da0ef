//! What a word does by its ending, for words that the lexicon does not list.
//!
//! An endings file has one ending a line, `ending > base: role role …`. `*` for the base asks nothing of it; otherwise the
//! word counts only where the word with `base` in place of the ending is listed as a verb. `prefix: word word …` names what a
//! hyphen ties to a verb that stays one: "co-founded"; `plural: ending …` how nouns for several end, and `singular: ending …` how
//! those for one do that end likewise: "press".

use super::lexicon::{Lexicon, lines};
use super::roles::{Role, Roles};
use super::stem::Stem;
use super::word::WordKey;
use crate::error::{Error, Result};
use crate::pack::packed;
use std::borrow::Cow;

/// The endings of a language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Morphology {
    /// By last letter, those of one letter in the order in which they are tried.
    endings: Vec<Vec<Ending>>,
    /// For each byte, where in `endings` those stand that end with it; 0 holds none.
    ended_by: Vec<u8>,
    prefixes: Vec<WordKey>,
    plural: Vec<Cow<'static, str>>,
    singular: Vec<Cow<'static, str>>,
}

#[derive(Clone, Debug)]
struct Ending {
    ending: Cow<'static, str>,
    key: WordKey,
    /// What a listed verb has in its place, and its length; `None` where nothing is asked.
    base: Option<(WordKey, usize)>,
    roles: Roles,
}

packed!(struct Ending { ending, key, base, roles });
packed!(struct Morphology { endings, ended_by, prefixes, plural, singular });

/// The shortest stem that an ending may follow: "red" and "sing" are no forms of "r" and "s".
const STEM: usize = 2;

impl Morphology {
    /// Reads an endings file.
    pub(super) fn read(file: &str, text: &str) -> Result<Self> {
        let mut morphology =
            Morphology { endings: vec![Vec::new()], ended_by: vec![0; 1 << u8::BITS], ..Self::default() };
        for (number, line) in lines(text) {
            let at = |message: String| Error::language(message).at(format!("{file}:{number}"));
            if let Some(prefixes) = line.strip_prefix("prefix:") {
                for prefix in prefixes.split_whitespace() {
                    let key = WordKey::of(prefix).filter(|_| prefix.len() <= WordKey::MAX);
                    morphology
                        .prefixes
                        .push(key.ok_or_else(|| at(format!("`{prefix}` is too long for a prefix")))?);
                }
                continue;
            }
            let listed = |endings: &str| endings.split_whitespace().map(|e| e.to_owned().into()).collect();
            if let Some(endings) = line.strip_prefix("plural:") {
                morphology.plural = listed(endings);
                continue;
            }
            if let Some(endings) = line.strip_prefix("singular:") {
                morphology.singular = listed(endings);
                continue;
            }
            let parsed =
                line.split_once('>').and_then(|(ending, rest)| Some((ending, rest.split_once(':')?)));
            let Some((ending, (base, names))) = parsed else {
                return Err(at(format!("expected `ending > base: role role …`, found `{line}`")));
            };
            let mut roles = Roles::NONE;
            for name in names.split_whitespace() {
                roles.insert(Role::from_name(name).ok_or_else(|| at(format!("unknown role `{name}`")))?);
            }
            let key = |part: &str| {
                let key = if part.is_empty() { Some(WordKey::default()) } else { WordKey::of(part) };
                key.filter(|_| part.len() < WordKey::MAX)
                    .map(|key| (key, part.len()))
                    .ok_or_else(|| at(format!("`{part}` is too long for an ending")))
            };
            let (ending, base) = (ending.trim(), base.trim());
            let base = Some(base).filter(|base| *base != "*").map(key).transpose()?;
            let entry = Ending { ending: ending.to_owned().into(), key: key(ending)?.0, base, roles };
            morphology.add(entry);
        }
        Ok(morphology)
    }

    fn add(&mut self, ending: Ending) {
        let place = &mut self.ended_by[usize::from(ending.key.last())];
        if *place == 0 {
            *place = self.endings.len() as u8;
            self.endings.push(Vec::new());
        }
        self.endings[usize::from(*place)].push(ending);
    }

    /// The endings that a word with this last byte may have.
    #[inline]
    fn endings(&self, last: u8) -> &[Ending] {
        let list = self.ended_by.get(usize::from(last)).copied().unwrap_or(0);
        self.endings.get(usize::from(list)).map_or(&[], Vec::as_slice)
    }

    /// Whether a hyphen ties a word to a verb that stays one: "co-founded".
    pub(crate) fn is_prefix(&self, word: &str) -> bool {
        WordKey::of(word).is_some_and(|key| self.prefixes.contains(&key))
    }

    /// Whether a noun ends as those for several do.
    pub(crate) fn is_plural(&self, word: &str) -> bool {
        let ends = |endings: &[Cow<'static, str>]| endings.iter().any(|e| word.ends_with(e.as_ref()));
        ends(&self.plural) && !ends(&self.singular)
    }

    /// The roles of a word by its ending.
    pub(crate) fn roles(&self, word: &str, lexicon: &Lexicon) -> Roles {
        let Some(last) = word.bytes().next_back() else { return Roles::NONE };
        let endings = self.endings(last.to_ascii_lowercase());
        endings.iter().find_map(|ending| ending.roles(word, lexicon)).unwrap_or(Roles::NONE)
    }

    /// As [`Morphology::roles`], of a word that has a key.
    #[inline]
    pub(crate) fn roles_of(&self, word: WordKey, lexicon: &Lexicon) -> Roles {
        let endings = self.endings(word.last());
        endings.iter().find_map(|ending| ending.roles_of(word, lexicon)).unwrap_or(Roles::NONE)
    }

    /// What the forms of a word share: "voted", "votes" and "vote" give "vot".
    pub(crate) fn root(&self, word: &str) -> Stem {
        let Some(key) = WordKey::of_short(word, Stem::LONGEST) else { return self.long_root(word) };
        let letter = |byte: u8| WordKey::default().push(byte);
        let stem = self.shortest_key(key);
        let al = letter(b'a').push(b'l');
        let mut root = stem.strip(al, 2).filter(|root| root.len() > STEM + 1).unwrap_or(stem);
        while let Some(shorter) = root.strip(letter(b'e'), 1) {
            root = shorter;
        }
        // "planned", "shipping": a doubled letter.
        let last = root.last();
        let single = root.strip(letter(last), 1).filter(|single| single.last() == last);
        match single {
            Some(single) if root.len() > 4 && stem.len() < key.len() && !matches!(last, b'l' | b's') => {
                single.into()
            }
            _ => root.into(),
        }
    }

    /// The same of a word that has no short key.
    fn long_root(&self, word: &str) -> Stem {
        // Of ASCII letters the case is passed over below.
        let lower = if word.is_ascii() { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) };
        let stem = self.shortest(&lower);
        let mut root = strip(stem, "al").filter(|s| s.len() > STEM + 1).unwrap_or(stem);
        root = root.trim_end_matches(['e', 'E']);
        // "planned", "shipping": a doubled letter.
        let mut back = root.chars().rev();
        if let (Some(a), Some(b)) = (back.next(), back.next())
            && a.eq_ignore_ascii_case(&b)
            && root.len() > 4
            && stem.len() < lower.len()
            && !matches!(a.to_ascii_lowercase(), 'l' | 's')
        {
            root = root.get(..root.len() - a.len_utf8()).unwrap_or(root);
        }
        Stem::of(root)
    }

    /// "Meetings" has two endings, and "questioned" must come to what "question" comes to, so they are taken off for as long as
    /// one fits; but what asks for a base comes last in a word ("released" is no "relea"), and a double letter stays ("process").
    fn shortest<'w>(&self, word: &'w str) -> &'w str {
        let mut stem = word;
        loop {
            let fits = |e: &Ending| {
                let shorter = strip(stem, &e.ending).filter(|shorter| shorter.len() > STEM)?;
                let last = shorter.bytes().next_back().map(|b| b.to_ascii_lowercase());
                e.may_end(stem.len() == word.len(), last).then_some(shorter)
            };
            let last = stem.bytes().next_back().unwrap_or_default();
            match self.endings(last.to_ascii_lowercase()).iter().find_map(fits) {
                Some(shorter) if shorter.len() < stem.len() => stem = shorter,
                _ => return stem,
            }
        }
    }

    /// The same of a word that has a key.
    fn shortest_key(&self, word: WordKey) -> WordKey {
        let mut stem = word;
        loop {
            let fits = |e: &Ending| {
                let shorter = stem.strip(e.key, e.ending.len()).filter(|s| s.len() > STEM)?;
                e.may_end(stem == word, Some(shorter.last())).then_some(shorter)
            };
            match self.endings(stem.last()).iter().find_map(fits) {
                Some(shorter) if shorter != stem => stem = shorter,
                _ => return stem,
            }
        }
    }
}

impl Ending {
    /// Whether it may be taken off behind a letter: `whole` of a word that has lost no other yet.
    fn may_end(&self, whole: bool, last: Option<u8>) -> bool {
        self.base.is_none() || whole && (self.ending.len() > 1 || last != self.ending.bytes().next())
    }

    fn roles(&self, word: &str, lexicon: &Lexicon) -> Option<Roles> {
        let stem = strip(word, &self.ending).filter(|stem| stem.len() >= STEM)?;
        let Some((base, len)) = self.base else { return Some(self.roles) };
        if stem.len() > WordKey::MAX {
            return None;
        }
        self.form_of(stem.bytes().fold(WordKey::default(), WordKey::push).with(base, len)?, lexicon)
    }

    fn roles_of(&self, word: WordKey, lexicon: &Lexicon) -> Option<Roles> {
        let stem = word.strip(self.key, self.ending.len()).filter(|stem| stem.len() >= STEM)?;
        let Some((base, len)) = self.base else { return Some(self.roles) };
        self.form_of(stem.with(base, len)?, lexicon)
    }

    /// The roles of a form of this verb, if it is listed as one.
    fn form_of(&self, verb: WordKey, lexicon: &Lexicon) -> Option<Roles> {
        let listed = lexicon.roles(lexicon.find(verb));
        let kept =
            listed.common(Roles::of(&[Role::Noun, Role::Say, Role::Plan, Role::Promise, Role::Threat]));
        listed.has(Role::Base).then(|| self.roles.union(kept))
    }
}

/// The word without `ending`, letters compared without case.
fn strip<'w>(word: &'w str, ending: &str) -> Option<&'w str> {
    let at = word.len().checked_sub(ending.len())?;
    word.get(at..)?.eq_ignore_ascii_case(ending).then(|| word.get(..at))?
}

#[cfg(test)]
mod tests {
    use super::Morphology;
    use crate::lang::{Language, Role};

    #[test]
    fn endings_give_roles() {
        let language = Language::english();
        let cases = [
            ("privatized", Role::Past, true),
            ("bankrolling", Role::Gerund, true),
            ("soundly", Role::Adverb, true),
            ("visits", Role::Present, true),
            ("studies", Role::Present, true),
            ("tables", Role::Present, false),
        ];
        for (word, role, want) in cases {
            assert_eq!(language.morphology.roles(word, &language.lexicon).has(role), want, "{word}");
        }
    }

    #[test]
    fn errors_name_the_line() {
        let error = Morphology::read("endings.txt", "# fine\ned * past").expect_err("no `>`");
        assert_eq!(error.place(), Some("endings.txt:2"));
        let error = Morphology::read("endings.txt", "ed > *: pasta").expect_err("no such role");
        assert!(error.to_string().contains("pasta"));
    }

    #[test]
    fn stems_bring_forms_together() {
        let endings = &Language::english().morphology;
        assert_eq!(endings.shortest("meeting"), "meet");
        assert_eq!(endings.shortest("Meets"), "Meet");
        assert_eq!(endings.shortest("vote"), "vote");
        assert_eq!(endings.shortest("meetings"), "meet");
        assert_eq!(endings.root("Questioned"), endings.root("question"));
        for word in ["questioned", "Shipping", "arrival", "pleases", "fee", "eee", "al", "o'clock", "x"] {
            assert_eq!(endings.root(word), endings.long_root(word), "{word}");
        }
        for forms in [
            ["collapse", "collapsed"],
            ["Release", "releases"],
            ["process", "processed"],
            ["discuss", "discussed"],
        ] {
            assert_eq!(endings.root(forms[0]), endings.root(forms[1]), "{forms:?}");
        }
        for forms in [["voted", "VOTES"], ["planned", "Plan"], ["arrival", "arrives"], ["Été", "été"]] {
            assert_eq!(endings.root(forms[0]), endings.root(forms[1]), "{forms:?}");
        }
    }
}
