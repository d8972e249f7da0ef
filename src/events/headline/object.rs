//! What "it" or "them" behind a verb stands for, where a joined clause can only mean the object of the one before.

use super::super::pieces::{Pieces, drop_empty, replace};
use super::super::site::{Dated, Site};
use crate::lang::{Role, Roles};
use crate::segment::{Form, Opener};
use std::ops::Range;

/// What ends an object.
const ENDS: Roles = Roles::of(&[
    Role::Preposition,
    Role::Linker,
    Role::Relative,
    Role::Subordinator,
    Role::Coordinator,
    Role::To,
    Role::If,
]);

/// Through how many clauses one pronoun is followed.
const LINKS: usize = 4;

/// What may stand before the verb of a clause that shares its subject.
const FILLERS: Roles = Roles::of(&[Role::Coordinator, Role::Adverb, Role::Negation]);

/// What may stand behind an object that is a pronoun.
const BEHIND: Roles = ENDS.union(Roles::of(&[Role::Adverb, Role::Particle]));

/// Puts the object of the clause before in the place of a pronoun: "cut rates in March and will raise them in June".
///
/// Both clauses are about one subject, which would be "itself" and "themselves"; so the pronoun is what that did something to.
pub(super) fn name_object(site: &Site<'_>, dated: &Dated, pieces: &mut Pieces) {
    let Some(verb) = site.verb(dated.target).filter(|v| v.form == Form::Finite) else { return };
    let (clause, pronoun) = (dated.target.clause(), verb.last as usize);
    let Some(n) = pieces.iter().position(|p| p.contains(&pronoun)) else { return };
    let Some(object) =
        meant(site, clause, pronoun, LINKS).filter(|o| !pieces.iter().any(|p| p.contains(&o.start)))
    else {
        return;
    };
    let piece = pieces[n].clone();
    replace(pieces, n..n + 1, [piece.start..pronoun, object, pronoun + 1..piece.end]);
    drop_empty(pieces);
}

fn meant(site: &Site<'_>, clause: usize, pronoun: usize, links: usize) -> Option<Range<usize>> {
    let reader = site.reader;
    let this = site.clauses.get(clause)?;
    let roles = reader.roles(pronoun);
    // "divorced her in 2001", but not "divorced her husband".
    let alone = reader.is_mark(pronoun + 1)
        || reader.leads_time(pronoun + 1)
        || reader.roles(pronoun + 1).any(BEHIND)
        || pronoun + 1 >= this.last as usize;
    let stands = roles.any(Roles::of(&[Role::Plural, Role::Neuter, Role::Masculine, Role::Feminine]));
    let first = this.finite().map_or(this.first, |v| v.first) as usize;
    let bare = |i: usize| reader.document.is_comma(i) || reader.roles(i).any(FILLERS);
    let joined =
        matches!(this.opener, Opener::Coordinator | Opener::Mark) && (this.first as usize..first).all(bare);
    if !alone || !stands || !joined {
        return None;
    }
    let earlier = this.parent.or(clause.checked_sub(1)).filter(|&c| c < clause)?;
    let before = site.clauses.get(earlier)?;
    let verb = before.finite().filter(|v| !v.copula && !v.meaning.has(Role::Say))?;
    let from = verb.last as usize;
    // "hid the money, dug it up and spent it"
    if reader.document.word(from) == reader.document.word(pronoun) {
        return meant(site, earlier, from, links.checked_sub(1)?);
    }
    let ends = |i: &usize| {
        let roles = reader.roles(*i);
        reader.is_mark(*i) && !reader.document.is(*i, "-")
            || reader.is_timed(*i) && !reader.is_age(*i)
            || reader.leads_time(*i) && *i > from
            || roles.any(ENDS) && !roles.has(Role::Genitive) && !roles.has(Role::Determiner)
    };
    let end = (from..before.last as usize).find(ends).unwrap_or(before.last as usize);
    let object = from..end;
    let fits = match () {
        () if roles.has(Role::Plural) => site.is_several(&object),
        () if roles.has(Role::Neuter) => site.fits(&object, false),
        () => {
            let gender = roles.common(Roles::of(&[Role::Masculine, Role::Feminine]));
            reader.is_person(&object) && reader.may_be(&object, gender)
        }
    };
    let pronoun = |i: usize| reader.roles(i).any(Roles::of(&[Role::Pronoun, Role::Demonstrative]));
    (fits && !object.clone().any(pronoun)).then_some(object)
}
