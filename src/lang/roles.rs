//! What words do in a sentence, as far as sentences, clauses, tense, status and speakers need it.

use crate::expression::unit::names;
use crate::pack::packed;

names! {
    /// A role that a word may play. One word may have several.
    pub(crate) Role {
        /// "Mr.", "Gen.": an abbreviation before a name, whose point never ends a sentence.
        Title = "title",
        /// "U.S.", "Inc.": an abbreviation whose point ends a sentence only where a new one plainly starts.
        Abbreviation = "abbreviation",
        /// "will", "shall", "'ll".
        Will = "will",
        /// "may", "could", "would".
        Modal = "modal",
        /// "could": negated, it tells what was not possible.
        Able = "able",
        /// "is", "was", "been".
        Be = "be",
        /// "has", "had", "having".
        Have = "have",
        /// "do", "does", "did".
        Do = "do",
        /// "in", "since", "last": leads a word of time that never stands alone.
        TimeLead = "time-lead",
        /// "in", "since", "of": leads a bare year.
        YearLead = "year-lead",
        /// "number", "page", "room": leads a number that is no year.
        NumberLead = "number-lead",
        /// "people", "miles", "percent": counted by a number.
        Counted = "counted",
        /// "to" before an infinitive.
        To = "to",
        /// A past form: "was", "said", "won".
        Past = "past",
        /// A past participle: "been", "won", "taken".
        Participle = "participle",
        /// A third-person present form: "is", "says".
        Present = "present",
        /// An infinitive or plural present form: "say", "win".
        Base = "base",
        /// An "-ing" form.
        Gerund = "gerund",
        /// Also, or only, a noun in this form: "plan", "talks", "king".
        Noun = "noun",
        /// "not", "never", "didn't".
        Negation = "negation",
        /// "denied", "cancelled": what it governs does not or did not happen.
        Deny = "deny",
        /// A verb that reports what somebody says: "said", "wrote", "announced".
        Say = "say",
        /// "plans", "scheduled", "due": what it governs lies ahead, and so does a date beside its participle.
        Plan = "plan",
        /// "opens", "meets", "is": in the present beside a date it tells a schedule.
        Schedule = "schedule",
        /// "agreed", "asked", "wants": what follows with "to" has not happened yet.
        Promise = "promise",
        /// "threatened", "offered": what it governs happens only under a condition.
        Threat = "threat",
        /// "if", "unless".
        If = "if",
        /// Opens a clause: "because", "although", "when", "that".
        Subordinator = "subordinator",
        /// Opens a clause that tells what happened at the time before it: "in 1989, when the wall fell".
        When = "when",
        /// Opens a clause, or is a preposition before a noun: "after", "since", "as".
        Linker = "linker",
        /// "who", "which".
        Relative = "relative",
        /// "and", "but", "or".
        Coordinator = "coordinator",
        /// "the", "his", "every".
        Determiner = "determiner",
        /// A noun for several that does not end so: "people".
        Many = "many",
        /// Names who is the source: "according".
        Source = "source",
        /// A word of time only before a noun: "current".
        Attributive = "attributive",
        /// Names something new: "a", "some".
        Indefinite = "indefinite",
        /// "'s" behind a noun.
        Possessive = "possessive",
        /// A pronoun that may be a subject: "he", "they", "it".
        Pronoun = "pronoun",
        /// A pronoun that stands for one thing: "it".
        Neuter = "neuter",
        /// A pronoun that stands for several: "they".
        Plural = "plural",
        /// What "it" does where it stands for nothing: "seems", "rains".
        Impersonal = "impersonal",
        /// Stands before a time and goes with it: "just", "only".
        Focus = "focus",
        /// Goes with the verb before it: "out", "off".
        Particle = "particle",
        /// A pronoun that stands for one person: "he", "she".
        Personal = "personal",
        /// Points at something told before: "this", "that", "it".
        Demonstrative = "demonstrative",
        /// "of", "in", "with".
        Preposition = "preposition",
        /// The preposition that ties two nouns together: "of".
        Genitive = "genitive",
        /// The preposition before the date of a plan: "for".
        Purpose = "purpose",
        /// "also", "soundly", "already"; may stand inside a verb group.
        Adverb = "adverb",
        /// Opens a sentence without telling anything: "however", "meanwhile".
        Lead = "lead",
        /// A noun that names a person by an office: "president", "spokesman".
        Person = "person",
        /// Ends the name of a firm: "Inc.", "Group".
        Company = "company",
        /// Opens the line that says who wrote an article, or when it was published, or names the text itself: "by", "updated",
        /// "article", "correction".
        Byline = "byline",
        /// Names or stands for a man: "he", "mr.".
        Masculine = "masculine",
        /// Names or stands for a woman: "she", "daughter".
        Feminine = "feminine",
        /// More than at any time before: "biggest", "first".
        Superlative = "superlative",
        /// A noun whose content "that" tells: "the fact that", "a sign that"; or what opens a content that is not known: "whether".
        Content = "content",
        /// A verb that a participle completes: "remain" closed, "got" arrested.
        Link = "link",
        /// A verb and its particle that both have it call something off: "called", "off".
        Off = "off",
        /// A noun that names something that happens: "meeting", "election", "raid".
        Happening = "happening",
        /// Does what its object names: "held", "staged", "won".
        Perform = "perform",
        /// Compares with another time: "than", "compared", "versus".
        Comparison = "comparison",
        /// Leads to what an amount was before: "from $85 million".
        Origin = "origin",
    }
}

/// A set of [`Role`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Roles(u64);

packed!(struct Roles { 0 });

impl Roles {
    /// No role.
    pub(crate) const NONE: Roles = Roles(0);

    /// Roles that say nothing of a word's form, so that its ending still does.
    pub(crate) const MEANING: Roles = Roles::of(&[
        Role::Say,
        Role::Deny,
        Role::Plan,
        Role::Schedule,
        Role::Promise,
        Role::Threat,
        Role::Happening,
        Role::Person,
        Role::Company,
        Role::Off,
        Role::Byline,
        Role::Counted,
        Role::NumberLead,
        Role::Impersonal,
        Role::Many,
        Role::Perform,
        Role::Content,
    ]);

    /// What words do that any clause may have: they tell nothing of what happened.
    pub(crate) const FUNCTION: Roles = Roles::of(&[
        Role::Determiner,
        Role::Preposition,
        Role::Pronoun,
        Role::Coordinator,
        Role::Subordinator,
        Role::Linker,
        Role::Relative,
        Role::If,
        Role::Will,
        Role::Modal,
        Role::Be,
        Role::Have,
        Role::Do,
        Role::Negation,
        Role::Title,
    ]);

    /// What "'s" is: the mark of who owns something, or a form of "be".
    const OWNED: Roles = Roles::of(&[Role::Possessive, Role::Be]);

    /// The set of these roles.
    pub(crate) const fn of(roles: &[Role]) -> Self {
        let mut set = Roles::NONE;
        let mut rest = roles;
        while let [role, others @ ..] = rest {
            set.insert(*role);
            rest = others;
        }
        set
    }

    /// Adds a role.
    pub(crate) const fn insert(&mut self, role: Role) {
        self.0 |= 1 << role as u64;
    }

    /// Whether the word plays the role.
    #[inline]
    pub(crate) const fn has(self, role: Role) -> bool {
        self.0 & (1 << role as u64) != 0
    }

    /// Whether the word plays one of the roles at least.
    #[inline]
    pub(crate) const fn any(self, roles: Roles) -> bool {
        self.0 & roles.0 != 0
    }

    /// The roles of both.
    #[must_use]
    pub(crate) const fn union(self, other: Roles) -> Self {
        Roles(self.0 | other.0)
    }

    /// The roles that both have.
    #[must_use]
    pub(crate) const fn common(self, other: Roles) -> Self {
        Roles(self.0 & other.0)
    }

    /// The roles of this set that the other lacks.
    #[must_use]
    pub(crate) const fn without(self, other: Roles) -> Self {
        Roles(self.0 & !other.0)
    }

    /// Whether the word is "'s", as it stands behind who owns something.
    pub(crate) const fn is_owned(self) -> bool {
        self.common(Roles::OWNED).0 == Roles::OWNED.0
    }

    /// Whether there is no role at all.
    pub(crate) const fn is_none(self) -> bool {
        self.0 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::{Role, Roles};

    #[test]
    fn sets_hold_what_was_put_in() {
        let set = Roles::of(&[Role::Past, Role::Say]);
        assert!(set.has(Role::Past) && set.has(Role::Say) && !set.has(Role::Be));
        assert!(set.any(Roles::of(&[Role::Be, Role::Say])));
        assert!(Role::ALL.len() <= 64, "a set is a u64");
    }
}
