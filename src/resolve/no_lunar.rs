//! In place of `lunar`, where the feature `feasts` is left out: days that other calendars reckon are known by name and have no date.

use chrono::NaiveDate;

pub(super) const fn islamic(_month: u8, _day: u8, _year: i32) -> Option<NaiveDate> {
    None
}

pub(super) const fn islamic_after(_month: u8, _day: NaiveDate) -> Option<NaiveDate> {
    None
}

pub(super) const fn persian(_month: u8, _day: u8, _year: i32) -> Option<NaiveDate> {
    None
}

pub(super) const fn hebrew(_month: u8, _day: u8, _year: i32) -> Option<NaiveDate> {
    None
}

pub(super) const fn chinese_new_year(_year: i32) -> Option<NaiveDate> {
    None
}
