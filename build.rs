//! Makes the tables of the language of its words and rules, so that a program need not read these whenever it starts.
//!
//! It is the program's own source that reads them; see "Why are the rules read when dateline is built?" in DESIGN.md. And it packs the
//! addresses of the program where the C library can unpack them; see "What does a start cost?".

#![allow(clippy::all, dead_code, unused_imports, unreachable_pub, reason = "checked as part of the program")]
#![allow(clippy::print_stdout, reason = "that is how a build script speaks to cargo")]

#[path = "src/error.rs"]
mod error;
#[path = "src/expression/mod.rs"]
mod expression;
#[path = "src/lang/mod.rs"]
mod lang;
#[path = "src/pack.rs"]
mod pack;
#[path = "src/sorting.rs"]
mod sorting;
#[path = "src/suggest.rs"]
mod suggest;

/// What is to be made.
mod tables {
    pub(crate) const ENGLISH: &[u8] = &[];
}

use error::{Error, Result};
use lang::Language;
use pack::Pack;
use std::path::Path;

fn main() {
    // The files are part of this script, which is made anew when one of them changes.
    println!("cargo::rerun-if-changed=build.rs");
    if packs_addresses() {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
    if let Err(error) = make() {
        println!("cargo::error=src/lang/{error}");
    }
}

fn make() -> Result<()> {
    let mut bytes = Vec::new();
    Language::english_from_files()?.pack(&mut bytes);
    let folder = std::env::var_os("OUT_DIR").unwrap_or_default();
    let path = Path::new(&folder).join("en.tables");
    std::fs::write(&path, bytes).map_err(|error| Error::io(&path, error))
}

/// Whether the program is built for the system that it is built on, and the C library of that is glibc 2.36 or newer: older ones
/// cannot start a program with packed addresses.
fn packs_addresses() -> bool {
    const OLDEST: (u32, u32) = (2, 36);
    let target = std::env::var("TARGET").unwrap_or_default();
    if !target.ends_with("-linux-gnu") || std::env::var("HOST").is_ok_and(|host| host != target) {
        return false;
    }
    // "glibc 2.36"
    let Ok(told) = std::process::Command::new("getconf").arg("GNU_LIBC_VERSION").output() else {
        return false;
    };
    let told = String::from_utf8_lossy(&told.stdout);
    let version = told.trim().strip_prefix("glibc ").and_then(|version| version.split_once('.'));
    let version = version.and_then(|(major, minor)| {
        let minor = minor.split('.').next()?;
        Some((major.parse().ok()?, minor.parse().ok()?))
    });
    version.is_some_and(|version| version >= OLDEST)
}
