//! A time as it is stored, and what it is called.

use super::shape::named;
use crate::expression::{Bound, Grain};
use crate::resolve::{Certainty, Interval, OtherReading, Reason, Value, When};
use chrono::{NaiveDate, NaiveDateTime};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, IgnoredAny};

/// A time as the program writes it, or as a date in one word.
pub(super) struct Time(pub(super) When);

impl<'de> Deserialize<'de> for Time {
    fn deserialize<D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> serde::de::Visitor<'de> for Either {
            type Value = Time;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a date such as \"2025-11-19\", or an object with `from` and `to`")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Time, E> {
                When::stated(text).map(Time).ok_or_else(|| {
                    E::custom(format_args!("`{text}` is no date; write one such as 2025-11-19, 2025-11, 2025-10-27/2025-11-02 or ../2025-11-08"))
                })
            }

            fn visit_map<A: serde::de::MapAccess<'de>>(self, map: A) -> Result<Time, A::Error> {
                let parts = Parts::deserialize(serde::de::value::MapAccessDeserializer::new(map))?;
                parts.when().map(Time).map_err(A::Error::custom)
            }
        }
        reader.deserialize_any(Either)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a date such as \"2025-11-19\", or an object with `from` and `to`")]
struct Parts {
    #[serde(default, deserialize_with = "moment")]
    from: Option<NaiveDateTime>,
    #[serde(default, deserialize_with = "moment")]
    to: Option<NaiveDateTime>,
    #[serde(default, deserialize_with = "grain")]
    grain: Option<Grain>,
    #[serde(default, deserialize_with = "certainty")]
    certainty: Option<Certainty>,
    #[serde(default)]
    why: Vec<String>,
    #[serde(default)]
    named: Option<Named>,
    // What follows from the others is worked out anew.
    #[serde(default, rename = "timex")]
    _timex: IgnoredAny,
    #[serde(default, rename = "edtf")]
    _edtf: IgnoredAny,
    #[serde(default, rename = "label")]
    _label: IgnoredAny,
}

/// What a time is named by, and the time that it names.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "what names a time, as the program writes it, or nothing")]
struct Named {
    #[serde(default, deserialize_with = "moment")]
    from: Option<NaiveDateTime>,
    #[serde(default, deserialize_with = "moment")]
    to: Option<NaiveDateTime>,
    #[serde(default, deserialize_with = "grain")]
    grain: Option<Grain>,
    value: Value,
}

impl Parts {
    fn when(self) -> Result<When, String> {
        let interval = Interval { from: self.from, to: self.to };
        match (self.from, self.to) {
            (None, None) => return Err("`from` and `to` cannot both be missing; give one of them".to_owned()),
            (Some(from), Some(to)) if from >= to => {
                return Err(format!(
                    "`to` ({to}) must lie after `from` ({from}); it is the first moment after"
                ));
            }
            _ => {}
        }
        let certainty = self.certainty.unwrap_or(if interval.is_closed() {
            Certainty::Exact
        } else {
            Certainty::Bounded
        });
        let mut when = When::of_interval(interval, self.grain.unwrap_or(Grain::Day), certainty);
        // Sides that were moved by hand have another name.
        if let Some(named) = self.named.filter(|named| {
            (Interval { from: named.from, to: named.to }, named.grain) == (interval, Some(when.grain))
        }) {
            when.value = named.value;
        }
        for sentence in self.why {
            when.why.push(reason(sentence));
        }
        Ok(when)
    }
}

/// The reason of that sentence: how a time is open, which is part of its name, or what another reading gives; else the sentence.
fn reason(sentence: String) -> Reason {
    let mut open = Bound::ALL.iter().map(|bound| Reason::Open(*bound));
    if let Some(reason) = open.find(|reason| reason.to_string() == sentence) {
        return reason;
    }
    let rejected = sentence.split_once(" would give ").and_then(|(reading, value)| {
        Some(Reason::Rejected { reading: OtherReading::from_name(reading)?, value: value.to_owned() })
    });
    rejected.unwrap_or(Reason::Note(sentence))
}

fn grain<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Grain>, D::Error> {
    named(reader, "grain", Grain::ALL, |grain| grain.name()).map(Some)
}

fn certainty<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<Certainty>, D::Error> {
    named(reader, "certainty", Certainty::ALL, |certainty| certainty.name()).map(Some)
}

fn moment<'de, D: Deserializer<'de>>(reader: D) -> Result<Option<NaiveDateTime>, D::Error> {
    let Some(text) = Option::<String>::deserialize(reader)? else { return Ok(None) };
    let midnight = || text.parse::<NaiveDate>().ok().map(|day| day.and_time(chrono::NaiveTime::MIN));
    let found = NaiveDateTime::parse_from_str(&text, "%Y-%m-%dT%H:%M:%S").ok().or_else(midnight);
    found.map(Some).ok_or_else(|| {
        D::Error::custom(format_args!(
            "`{text}` is no time; write it as YYYY-MM-DDTHH:MM:SS, or null where that side is open"
        ))
    })
}
