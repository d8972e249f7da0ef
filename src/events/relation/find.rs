//! Which event a phrase means: by its head noun, the verb forms of it, the words near in meaning, and what describes it.

use super::super::{Event, Status};
use super::Anchor;
use crate::lang::{Relations, Stem};

/// Enough to be sure: the head itself, or two words of its happening, or one and what describes it.
const ENOUGH: u32 = 3;

/// Enough where the event stands in another article.
pub(super) const ELSEWHERE: u32 = 5;

/// How well an event fits; `None` where it cannot be meant.
pub(super) fn fit(anchor: &Anchor, event: &Event, relations: &Relations) -> Option<u32> {
    if event.status == Status::Denied {
        return None;
    }
    let has = |root: &Stem| event.roots.binary_search(root).is_ok();
    let (head, rest) = anchor.roots.split_first()?;
    let kin = relations.kin(*head);
    let shares = |r: &Stem| relations.kin(*r).iter().any(|k| kin.iter().any(|h| h.happening == k.happening));
    // Most heads have no kin, and then no word of the event need be looked up.
    let related = match kin {
        [] => 0,
        _ => event.roots.iter().filter(|r| *r != head && shares(r)).count(),
    };
    let described = rest.iter().filter(|r| *r != head && has(r)).count();
    let hangs = event.hanging.binary_search(head).is_ok();
    // "before he died", "after his death" of one who was shot: what happens to nobody twice, by another word.
    let deeds = relations.deeds(*head);
    let once = (anchor.clause || event.suffered) && deeds.iter().any(|deed| relations.is_once(*deed));
    let same = |r: &Stem| relations.deeds(*r).iter().any(|deed| deeds.contains(deed));
    let direct = has(head) || hangs || once && event.roots.iter().any(same);
    if !direct && related == 0 && described < 2 {
        return None;
    }
    let score = 3 * u32::from(direct)
        + 2 * u32::from(related > 0)
        + u32::from(related > 1)
        + 2 * described.min(3) as u32;
    // A clause must share more than a verb.
    let more = anchor.clause && !(once && direct);
    (score >= ENOUGH + 2 * u32::from(more) || !anchor.clause && score >= 2 && related > 0).then_some(score)
}

/// Whether the phrase names what leads up to the event it means: "throughout the race" is before and at the election.
pub(super) fn leads_up(anchor: &Anchor, relations: &Relations) -> bool {
    anchor.roots.first().is_some_and(|head| relations.kin(*head).iter().any(|k| k.leads_up))
}
