//! Whether two tellings fill a place around one deed with different things: "a teacher was stabbed", "a pupil was stabbed".
//!
//! Input: two events. Output: whether they are told of others. Knows nothing of times and of how many words are shared.

use super::frame::{As, Filling, Frame, Place, Telling};
use super::words::Part;
use super::{Event, Status};
use crate::lang::Stem;

/// Whether nothing but who did it, to what or where tells two events apart: a place that both fill with nouns that are not for one
/// thing. What one leaves empty, or fills with a general word, tells nothing.
pub(crate) fn other_things(x: &Event, y: &Event) -> bool {
    let pair = Pair { x, y };
    let (a, b) = (&x.distinct.frame, &y.distinct.frame);
    if pair.idioms() {
        return true;
    }
    if a.fillings.is_empty() || b.fillings.is_empty() {
        return false;
    }
    if !pair.does() {
        // The pilot died where the plane crashed: only two of one kind are rivals where the verbs are others.
        return [Place::Doer, Place::Done].into_iter().any(|place| pair.rivals(place));
    }
    pair.swap() || pair.part() || pair.behind()
}

/// Whether one of two events happened again, or each has a cause of its own.
pub(crate) fn other_times(x: &Event, y: &Event) -> bool {
    let (a, b) = (&x.distinct.frame, &y.distinct.frame);
    a.again != b.again || !(Pair { x, y }).fit(Place::Cause, Place::Cause)
}

/// Whether the verbs of two events name two deeds: "talks resumed", "talks broke down".
pub(crate) fn other_deeds(x: &Event, y: &Event) -> bool {
    let (a, b) = (x.distinct.frame.verb, y.distinct.frame.verb);
    // "the vote was held", "the vote took place"
    let told = a != Telling::Nothing && b != Telling::Nothing && (a, b) != (Telling::Coming, Telling::Coming);
    told && !(Pair { x, y }).does()
}

/// Whether two events are one deed that is done to nothing twice: "the firm was founded", whatever years are given.
pub(crate) fn is_single(x: &Event, y: &Event) -> bool {
    let pair = Pair { x, y };
    let single = x.distinct.frame.single && y.distinct.frame.single;
    single && pair.does() && pair.same(Place::Done, Place::Done)
}

/// Whether one of two events only says that it will come about, and of the same noun the other tells what it did: "the burn is planned
/// for June 14", "the burn lasted eleven minutes".
pub(crate) fn comes_about(x: &Event, y: &Event) -> bool {
    let plans = |x: &Event, y: &Event| {
        let (plan, told) = (&x.distinct.frame, &y.distinct.frame);
        let place = if plan.has(Place::Done) { Place::Done } else { Place::Doer };
        let pair = Pair { x, y };
        let named = |t: &Filling| {
            let mut heads = told.heads(Place::Doer).chain(told.heads(Place::Done));
            heads.any(|u| t.noun.root == u.noun.root && pair.beside(t, u))
        };
        let told_so = y.status == Status::Reported && told.verb != Telling::Nothing;
        let ahead = x.status == Status::Planned && told_so;
        ahead && plan.verb == Telling::Coming && plan.heads(place).any(named)
    };
    plans(x, y) || plans(y, x)
}

/// Of how many places two events both tell, in two words for one thing: "the premier", "the prime minister".
pub(crate) fn in_other_words(x: &Event, y: &Event) -> usize {
    let (a, b) = (&x.distinct.frame, &y.distinct.frame);
    let alike = |place: Place| {
        let mut heads = a.heads(place).flat_map(|t| b.heads(place).map(move |u| (&t.noun, &u.noun)));
        heads.any(|(t, u)| t.root != u.root && t.may_name(u))
    };
    [Place::Doer, Place::Done].into_iter().filter(|place| alike(*place)).count()
}

/// Two events.
#[derive(Clone, Copy)]
struct Pair<'a> {
    x: &'a Event,
    y: &'a Event,
}

impl<'a> Pair<'a> {
    fn frames(self) -> (&'a Frame, &'a Frame) {
        (&self.x.distinct.frame, &self.y.distinct.frame)
    }

    /// Whether both verbs name one deed.
    fn does(self) -> bool {
        let (a, b) = self.frames();
        self.x.head != Stem::NONE && self.x.head == self.y.head
            || a.deeds.iter().any(|deed| b.deeds.contains(deed))
    }

    /// Whether one verb names two deeds by what stands behind it: "took the stand", "took the train".
    fn idioms(self) -> bool {
        let (a, b) = self.frames();
        let told = |f: &Frame| f.idiom || f.has(Place::Done);
        let one = self.x.head == self.y.head && self.x.head != Stem::NONE;
        (a.idiom || b.idiom) && one && told(a) && told(b) && !a.deeds.iter().any(|d| b.deeds.contains(d))
    }

    /// Whether each is done to who does the other: "Kern sued the bank", "The bank sued Kern".
    fn swap(self) -> bool {
        let straight = self.same(Place::Doer, Place::Doer) || self.same(Place::Done, Place::Done);
        let crossed = self.same(Place::Doer, Place::Done) && self.same(Place::Done, Place::Doer);
        crossed && !straight && !self.x.distinct.may_swap(&self.y.distinct)
    }

    /// Whether one noun or name stands in two places.
    fn same(self, p: Place, q: Place) -> bool {
        let (a, b) = self.frames();
        let named = |f: &'a Frame, p: Place| f.fill(p).filter(|t| t.is != As::Beside);
        named(a, p).any(|t| named(b, q).any(|u| t.noun.root == u.noun.root))
    }

    /// Whether others do it, or it is done to others.
    fn part(self) -> bool {
        // "met", and who met whom; "beat", "lost to".
        let crossed = || self.same(Place::Doer, Place::Done) || self.same(Place::Done, Place::Doer);
        if self.x.distinct.may_swap(&self.y.distinct) && (self.x.head != self.y.head || crossed()) {
            return false;
        }
        let (a, b) = self.frames();
        let (of_a, of_b) = (a.has(Place::Done), b.has(Place::Done));
        let doer = self.fit(Place::Doer, Place::Doer);
        match (of_a, of_b) {
            (true, true) => !doer || !self.fit(Place::Done, Place::Done),
            (false, false) => !doer,
            // "demolished the tower", "the tower fell": who has no object may be the other's.
            (true, false) => !doer && !self.fit(Place::Done, Place::Doer),
            (false, true) => !doer && !self.fit(Place::Doer, Place::Done),
        }
    }

    /// Whether other things stand behind one preposition.
    fn behind(self) -> bool {
        let (a, _) = self.frames();
        let mut places = a.fillings.iter().map(|f| f.place);
        places.any(|p| matches!(p, Place::Behind(_) | Place::At(_)) && !self.fit(p, p))
    }

    /// Whether two of one kind, and not one, stand in a place.
    fn rivals(self, place: Place) -> bool {
        let (a, b) = self.frames();
        let mut pairs = a.heads(place).flat_map(|t| b.heads(place).map(move |u| (t, u)));
        let of_one_kind = |(t, u): (&Filling, &Filling)| t.noun.is_rival(&u.noun);
        a.has(Place::Done) == b.has(Place::Done)
            && pairs.next().is_some_and(of_one_kind)
            && pairs.all(of_one_kind)
    }

    /// Whether what fills two places may be one thing.
    fn fit(self, p: Place, q: Place) -> bool {
        let (a, b) = self.frames();
        let of = |f: &'a Frame, p: Place, is: As| f.fill(p).filter(move |t| t.is == is);
        let names = (of(a, p, As::Name).next().is_some(), of(b, q, As::Name).next().is_some());
        if names == (true, true) {
            // "Israel", "the Israeli army"
            let alike =
                |t: &Filling, u: &Filling| t.noun.may_name(&u.noun) || t.noun.root.opens_like(u.noun.root);
            let told = |t: &Filling, e: &Event| e.words.has(t.noun.root, Part::KEY);
            let shared = of(a, p, As::Name)
                .any(|t| told(t, self.y) || of(b, q, As::Name).any(|u| alike(t, u)))
                || of(b, q, As::Name).any(|u| told(u, self.x));
            return if shared { !self.exclude(p, q) } else { !matches!(p, Place::Doer | Place::Done) };
        }
        let mut pairs = of(a, p, As::Head).flat_map(|t| of(b, q, As::Head).map(move |u| (t, u))).peekable();
        pairs.peek().is_none() || pairs.any(|(t, u)| t.noun.may_be(&u.noun) && self.beside(t, u))
    }

    /// Whether words beside what fills two places exclude each other.
    fn exclude(self, p: Place, q: Place) -> bool {
        let (a, b) = self.frames();
        a.fill(p).any(|t| b.fill(q).any(|u| t.is == u.is && t.noun.excludes(&u.noun)))
    }

    /// Whether what stands beside two nouns tells neither from the other: "the water bill" is not "the budget bill".
    fn beside(self, t: &Filling, u: &Filling) -> bool {
        let (a, b) = self.frames();
        let beside = |f: &'a Frame, of: &Filling| {
            let phrase = of.phrase;
            f.fillings.iter().filter(move |t| t.phrase == phrase && t.is == As::Beside)
        };
        if beside(a, t).any(|t| beside(b, u).any(|u| t.noun.excludes(&u.noun))) {
            return false;
        }
        let known = |t: &Filling, e: &Event| t.noun.faces() || e.words.has(t.noun.root, Part::KEY);
        // "a freight train", "a goods train"
        let alike = || beside(a, t).any(|t| beside(b, u).any(|u| t.noun.may_name(&u.noun)));
        let own = |f: &'a Frame, of: &Filling, e: &Event| beside(f, of).any(|t| !known(t, e));
        let general = t.noun.root != u.noun.root && (t.noun.is_general() || u.noun.is_general());
        general || !(own(a, t, self.y) && own(b, u, self.x)) || alike()
    }
}

impl Frame {
    fn fill(&self, place: Place) -> impl Iterator<Item = &Filling> {
        self.fillings.iter().filter(move |f| f.place == place)
    }

    fn heads(&self, place: Place) -> impl Iterator<Item = &Filling> {
        self.fill(place).filter(|f| f.is == As::Head)
    }

    fn has(&self, place: Place) -> bool {
        self.fill(place).next().is_some()
    }
}
