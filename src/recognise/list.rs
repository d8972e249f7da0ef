//! Days that share a month: "Nov. 12, 13 and 15", "the 1st or 2nd of May".

use super::Mention;
use crate::expression::{Atom, DateFields, Expr, Year};
use crate::lang::{Language, Role, Roles, class};
use crate::segment::{Document, TokenKind};
use crate::span::Span;
use smallvec::{SmallVec, smallvec};

/// No list is longer.
const MAX_DAYS: usize = 12;

/// The mention with the other days of the list that it starts or ends, in order.
pub(super) fn with_listed(
    mention: Mention,
    document: &Document<'_>,
    language: &Language,
) -> SmallVec<[Mention; 1]> {
    let Expr::Date(fields @ DateFields { month: Some(_), day: Some(_), weekday: None, .. }) = mention.expr
    else {
        return smallvec![mention];
    };
    let list = List { document, language, mention: &mention, fields };
    let (mut days, behind): (SmallVec<[Mention; 1]>, _) = (list.before().into(), list.after());
    // "Nov. 12 and 13, 2025": the year at the end is that of all.
    let year = behind.last().filter(|_| fields.year.is_none()).and_then(|last| list.year(last.tokens.1));
    days.push(mention);
    days.extend(behind);
    if let Some((year, end, stop)) = year {
        for day in &mut days {
            if let Expr::Date(fields) = &mut day.expr {
                fields.year = Some(year);
            }
        }
        if let Some(last) = days.last_mut() {
            last.tokens.1 = end;
            last.span = Span::new(last.span.start, stop);
        }
    }
    days
}

struct List<'a> {
    document: &'a Document<'a>,
    language: &'a Language,
    mention: &'a Mention,
    fields: DateFields,
}

impl List<'_> {
    fn is_comma(&self, at: u32) -> bool {
        self.document.tokens.get(at as usize).is_some_and(|t| t.span().of(self.document.text) == ",")
    }

    fn is_joiner(&self, at: u32) -> bool {
        self.roles(at).is_some_and(|roles| roles.has(Role::Coordinator))
    }

    fn roles(&self, at: u32) -> Option<Roles> {
        self.document.tokens.get(at as usize).map(|t| self.language.lexicon.roles(t.word))
    }

    /// The day of the month that stands at a token, and where it ends.
    fn day(&self, at: u32) -> Option<(u8, u32)> {
        let mut found = None;
        super::number::each(self.document, self.language, at, 1 << class::DAY_OF_MONTH.0, |_, end, atom| {
            let day = match atom {
                Atom::Day(day) => Some(day),
                Atom::Ordinal(n) => u8::try_from(n).ok(),
                _ => None,
            };
            if let Some(day) = day {
                found = Some((day, end));
            }
        });
        found
    }

    /// The year that ends a list, where it stops, in tokens and bytes.
    fn year(&self, at: u32) -> Option<(Year, u32, u32)> {
        let at = if self.is_comma(at) { at + 1 } else { at };
        let token = self.document.tokens.get(at as usize)?;
        let mut found = None;
        super::number::each(self.document, self.language, at, u32::MAX, |class, end, atom| {
            if let (class::YEAR, Atom::Year(year)) = (class, atom) {
                found = Some((year, end, token.end));
            }
        });
        found
    }

    /// Behind "Nov. 12": ", 13 and 15". The last day counts nothing ("Nov. 12 and 13 people").
    fn after(&self) -> Vec<Mention> {
        let mut days = Vec::new();
        let mut at = self.mention.tokens.1;
        while days.len() < MAX_DAYS {
            let comma = self.is_comma(at);
            let joined = self.is_joiner(if comma { at + 1 } else { at });
            if !comma && !joined {
                break;
            }
            let start = at + u32::from(comma) + u32::from(joined);
            let Some((day, end)) = self.day(start) else { break };
            days.extend(self.mention_of(day, start, end));
            at = end;
            if joined {
                return if self.counts(end) && self.year(end).is_none() { Vec::new() } else { days };
            }
        }
        // "June 1, 2, 3": without a joiner two commas make a list.
        if days.len() > 1 && (!self.counts(at) || self.year(at).is_some()) { days } else { Vec::new() }
    }

    /// Before "5 of February": "3, 4 or". The mention must start with its day.
    fn before(&self) -> Vec<Mention> {
        let (mut days, first) = (Vec::new(), self.mention.tokens.0);
        if self.day(first).is_none() {
            return days;
        }
        let mut at = first;
        while days.len() < MAX_DAYS {
            let joined = at > 0 && self.is_joiner(at - 1);
            let end = at - u32::from(joined);
            let end = end - u32::from(end > 0 && self.is_comma(end - 1));
            if end == at || (days.is_empty() && !joined) {
                break;
            }
            // A day has one token, or two with its suffix.
            let start = [2, 1]
                .into_iter()
                .filter_map(|n| end.checked_sub(n))
                .find(|s| self.day(*s).is_some_and(|d| d.1 == end));
            let Some((start, (day, _))) = start.and_then(|s| Some((s, self.day(s)?))) else { break };
            let Some(mention) = self.mention_of(day, start, end) else { break };
            days.insert(0, mention);
            at = start;
        }
        days
    }

    /// Whether what stands at a token is counted by the number before it, or makes it something else than a day.
    fn counts(&self, at: u32) -> bool {
        let Some(token) = self.document.tokens.get(at as usize) else { return false };
        match token.kind {
            TokenKind::Mark => {
                token.glued
                    && !matches!(token.span().of(self.document.text), "." | "," | ";" | ")" | "?" | "!")
            }
            TokenKind::Number => true,
            TokenKind::Word => {
                let roles = self.language.lexicon.roles(token.word);
                // "December 11 and 12 unless"
                const UNCOUNTED: Roles =
                    Roles::FUNCTION.union(Roles::of(&[Role::To, Role::Linker, Role::Past]));
                !roles.any(UNCOUNTED) || roles.has(Role::Counted)
            }
        }
    }

    fn mention_of(&self, day: u8, first: u32, end: u32) -> Option<Mention> {
        let fields = DateFields { day: Some(day), ..self.fields };
        let start = self.document.tokens.get(first as usize)?.start;
        let stop = self.document.tokens.get(end.checked_sub(1)? as usize)?.end;
        fields.is_possible().then(|| Mention {
            span: Span::new(start, stop),
            tokens: (first, end),
            expr: Expr::Date(fields),
            ..self.mention.clone()
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::Language;
    use crate::recognise::recognise;
    use crate::segment::segment;

    /// What is found in a text, each as `text = expression`.
    fn found(text: &str) -> Vec<String> {
        let language = Language::english();
        let mentions = recognise(&segment(text, language), language);
        mentions.iter().map(|m| format!("{} = {}", m.span.of(text), m.expr)).collect()
    }

    #[test]
    fn days_of_a_list_share_month_and_year() {
        let cases: [(&str, &[&str]); 7] = [
            ("It plays Nov. 12 and 13.", &["Nov. 12 = date(XXXX-11-12)", "13 = date(XXXX-11-13)"]),
            (
                "open on June 5th, 6th or 7th, 2021, only",
                &["June 5th = date(2021-06-05)", "6th = date(2021-06-06)", "7th, 2021 = date(2021-06-07)"],
            ),
            ("the 1st or 2nd of May", &["1st = date(XXXX-05-01)", "2nd of May = date(XXXX-05-02)"]),
            (
                "3, 4 and 5 February 1998",
                &["3 = date(1998-02-03)", "4 = date(1998-02-04)", "5 February 1998 = date(1998-02-05)"],
            ),
            ("On May 5 and 6 to strike", &["May 5 = date(XXXX-05-05)", "6 = date(XXXX-05-06)"]),
            ("On May 5 and 6 unless", &["May 5 = date(XXXX-05-05)", "6 = date(XXXX-05-06)"]),
            ("On May 5 and 6 in Oslo", &["May 5 = date(XXXX-05-05)", "6 = date(XXXX-05-06)"]),
        ];
        for (text, want) in cases {
            assert_eq!(found(text), want, "{text}");
        }
    }

    #[test]
    fn what_counts_is_no_day() {
        for text in ["On Nov. 12, 13 climbers died.", "On May 5 and 6 people came.", "June 5 and 7:30 p.m."] {
            assert!(
                !found(text)
                    .iter()
                    .any(|f| f.ends_with("-13)") || f.ends_with("-06)") || f.ends_with("-07)")),
                "{text}"
            );
        }
    }
}
