//! Values as bytes: how the tables that `build.rs` makes of a language come into the program.
//!
//! The build and the program are of one source, so there are no versions and no names in it, only values one after the other. Reading
//! is total, all the same: bytes that are no value give `None`.

use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::hash::Hash;
use std::ops::Range;

/// What is left to be read. It lives as long as the program, so that text need not be copied.
pub(crate) type Bytes = &'static [u8];

/// A value that can be written as bytes and read again.
pub(crate) trait Pack: Sized {
    /// Adds the value's bytes.
    #[allow(dead_code, reason = "the program only reads; it is the build that writes")]
    fn pack(&self, into: &mut Vec<u8>);

    /// Reads a value, and takes its bytes off what is left.
    fn unpack(from: &mut Bytes) -> Option<Self>;
}

/// Declares how structs and enums are packed: field by field, behind the number of the variant. Fields of a tuple are written by
/// their numbers.
macro_rules! packed {
    (struct $name:ident { $($field:tt),+ $(,)? }) => {
        impl $crate::pack::Pack for $name {
            fn pack(&self, into: &mut Vec<u8>) {
                $($crate::pack::Pack::pack(&self.$field, into);)+
            }

            #[inline]
            fn unpack(from: &mut $crate::pack::Bytes) -> Option<Self> {
                Some($name { $($field: $crate::pack::Pack::unpack(from)?),+ })
            }
        }
    };
    // Enums that `names!` declares know all of their values.
    (names $($name:ident),+ $(,)?) => {
        $(impl $crate::pack::Pack for $name {
            fn pack(&self, into: &mut Vec<u8>) {
                into.push(*self as u8);
            }

            #[inline]
            fn unpack(from: &mut $crate::pack::Bytes) -> Option<Self> {
                let number: u8 = $crate::pack::Pack::unpack(from)?;
                $name::ALL.get(usize::from(number)).copied()
            }
        })+
    };
    (enum $name:ident { $($variant:ident $(($($value:ident),+))?),+ $(,)? }) => {
        const _: () = {
            /// The variants' numbers.
            #[derive(Clone, Copy)]
            enum Number { $($variant),+ }

            impl $crate::pack::Pack for $name {
                fn pack(&self, into: &mut Vec<u8>) {
                    match self {
                        $($name::$variant $(($($value),+))? => {
                            into.push(Number::$variant as u8);
                            $($($crate::pack::Pack::pack($value, into);)+)?
                        })+
                    }
                }

                #[inline]
                fn unpack(from: &mut $crate::pack::Bytes) -> Option<Self> {
                    let number: u8 = $crate::pack::Pack::unpack(from)?;
                    $(if number == Number::$variant as u8 {
                        $($(let $value = $crate::pack::Pack::unpack(from)?;)+)?
                        return Some($name::$variant $(($($value),+))?);
                    })+
                    None
                }
            }
        };
    };
}
pub(crate) use packed;

macro_rules! numbers {
    ($($number:ty),+) => {
        $(impl Pack for $number {
            fn pack(&self, into: &mut Vec<u8>) {
                into.extend_from_slice(&self.to_le_bytes());
            }

            #[inline]
            fn unpack(from: &mut Bytes) -> Option<Self> {
                let (bytes, rest) = from.split_first_chunk()?;
                *from = rest;
                Some(Self::from_le_bytes(*bytes))
            }
        })+
    };
}

numbers!(u8, u16, i8, i16, i32, i64);

/// Places and lengths. Nearly all are so small that two bytes hold them; behind two that are full come all four.
impl Pack for u32 {
    fn pack(&self, into: &mut Vec<u8>) {
        let short = u16::try_from(*self).unwrap_or(u16::MAX);
        short.pack(into);
        if short == u16::MAX {
            into.extend_from_slice(&self.to_le_bytes());
        }
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        let short = u16::unpack(from)?;
        if short < u16::MAX {
            return Some(Self::from(short));
        }
        let (bytes, rest) = from.split_first_chunk()?;
        *from = rest;
        Some(Self::from_le_bytes(*bytes))
    }
}

/// Sets, a bit a member. Most are empty, which a byte says.
impl Pack for u64 {
    fn pack(&self, into: &mut Vec<u8>) {
        let is_empty = *self == 0;
        is_empty.pack(into);
        if !is_empty {
            into.extend_from_slice(&self.to_le_bytes());
        }
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        if bool::unpack(from)? {
            return Some(0);
        }
        let (bytes, rest) = from.split_first_chunk()?;
        *from = rest;
        Some(Self::from_le_bytes(*bytes))
    }
}

/// Words, a letter a byte: as many bytes as it has, behind their number.
impl Pack for u128 {
    fn pack(&self, into: &mut Vec<u8>) {
        let bytes = self.to_le_bytes();
        let length = bytes.len() - self.leading_zeros() as usize / 8;
        into.push(length as u8);
        into.extend_from_slice(&bytes[..length]);
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        let length = usize::from(u8::unpack(from)?);
        let (written, rest) = from.split_at_checked(length)?;
        *from = rest;
        let mut bytes = [0; 16];
        bytes.get_mut(..length)?.copy_from_slice(written);
        Some(Self::from_le_bytes(bytes))
    }
}

impl Pack for bool {
    fn pack(&self, into: &mut Vec<u8>) {
        into.push(u8::from(*self));
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        u8::unpack(from).map(|byte| byte != 0)
    }
}

/// Lengths and lines; nothing of a language counts to more than a `u32`.
impl Pack for usize {
    fn pack(&self, into: &mut Vec<u8>) {
        (*self as u32).pack(into);
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        u32::unpack(from).map(|n| n as usize)
    }
}

impl<T: Pack> Pack for Option<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.is_some().pack(into);
        if let Some(value) = self {
            value.pack(into);
        }
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        Some(if bool::unpack(from)? { Some(T::unpack(from)?) } else { None })
    }
}

impl<T: Pack> Pack for Range<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.start.pack(into);
        self.end.pack(into);
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        Some(T::unpack(from)?..T::unpack(from)?)
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, into: &mut Vec<u8>) {
        self.0.pack(into);
        self.1.pack(into);
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.len().pack(into);
        self.iter().for_each(|value| value.pack(into));
    }

    fn unpack(from: &mut Bytes) -> Option<Self> {
        let len = usize::unpack(from)?;
        // Every value has a byte at least; a wrong length must not ask for all memory.
        let mut values = Vec::with_capacity(len.min(from.len()));
        for _ in 0..len {
            values.push(T::unpack(from)?);
        }
        Some(values)
    }
}

impl Pack for &'static str {
    fn pack(&self, into: &mut Vec<u8>) {
        self.len().pack(into);
        into.extend_from_slice(self.as_bytes());
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        let len = usize::unpack(from)?;
        let (text, rest) = from.split_at_checked(len)?;
        *from = rest;
        std::str::from_utf8(text).ok()
    }
}

impl Pack for Cow<'static, str> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.len().pack(into);
        into.extend_from_slice(self.as_bytes());
    }

    #[inline]
    fn unpack(from: &mut Bytes) -> Option<Self> {
        Pack::unpack(from).map(Cow::Borrowed)
    }
}

/// In the order of its keys, so that one language gives the same bytes always.
impl<K: Pack + Hash + Ord, V: Pack> Pack for FxHashMap<K, V> {
    fn pack(&self, into: &mut Vec<u8>) {
        self.len().pack(into);
        let mut entries: Vec<_> = self.iter().collect();
        entries.sort_unstable_by_key(|(key, _)| *key);
        for (key, value) in entries {
            key.pack(into);
            value.pack(into);
        }
    }

    fn unpack(from: &mut Bytes) -> Option<Self> {
        let len = usize::unpack(from)?;
        let mut map = FxHashMap::with_capacity_and_hasher(len.min(from.len()), Default::default());
        for _ in 0..len {
            map.insert(K::unpack(from)?, V::unpack(from)?);
        }
        Some(map)
    }
}

#[cfg(test)]
mod tests {
    use super::{Bytes, Pack};

    #[derive(Debug, PartialEq)]
    struct Pair(u16, Option<i8>);
    packed!(struct Pair { 0, 1 });

    #[derive(Debug, PartialEq)]
    enum Kind {
        None,
        Two(u8, Pair),
        Many(Vec<Kind>),
    }
    packed!(
        enum Kind {
            None,
            Two(a, b),
            Many(all),
        }
    );

    #[test]
    fn what_was_packed_comes_out_and_half_of_it_does_not() {
        let value =
            Kind::Many(vec![Kind::None, Kind::Two(7, Pair(300, Some(-1))), Kind::Two(1, Pair(0, None))]);
        let mut bytes = Vec::new();
        value.pack(&mut bytes);
        let bytes: Bytes = bytes.leak();
        let mut rest = bytes;
        assert_eq!(Kind::unpack(&mut rest), Some(value));
        assert!(rest.is_empty());
        for len in 0..bytes.len() {
            assert_eq!(Kind::unpack(&mut &bytes[..len]), None, "{len} bytes");
        }
        assert_eq!(Kind::unpack(&mut [3_u8].as_slice()), None, "no such variant");
    }
    #[test]
    fn numbers_of_any_size_come_out_as_they_went_in() {
        fn bytes<T: Pack + PartialEq + std::fmt::Debug + Copy>(number: T) -> usize {
            let mut bytes = Vec::new();
            number.pack(&mut bytes);
            let mut rest: Bytes = bytes.leak();
            let len = rest.len();
            assert_eq!((T::unpack(&mut rest), rest), (Some(number), [].as_slice()));
            len
        }
        assert_eq!((bytes(u8::MAX), bytes(u16::MAX), bytes(i32::MIN), bytes(i64::MIN)), (1, 2, 4, 8));
        assert_eq!([0, 65_534, 65_535, u32::MAX].map(bytes), [2, 2, 6, 6]);
        assert_eq!([0, 1, u64::MAX].map(bytes), [1, 9, 9]);
        assert_eq!([0, 0x100, u128::MAX].map(bytes), [1, 3, 17]);
        assert_eq!(u128::unpack(&mut [17; 18].as_slice()), None, "longer than a number");
    }
}
