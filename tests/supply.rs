//! What dateline is made of, held against `deny.toml`: licences, crates that are not wanted, and where crates come from.
//!
//! `cargo deny check` reads the same file and knows more; this needs nothing but cargo.

use serde_json::Value;
use spdx::{Expression, LicenseReq, ParseMode};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// Every package that any feature, target or test needs.
fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--all-features", "--format-version", "1"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages").clone();
    assert!(packages.len() > 100, "only {} packages", packages.len());
    packages
}

fn policy() -> toml::Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("deny.toml");
    toml::from_str(&std::fs::read_to_string(path).expect("deny.toml")).expect("TOML")
}

fn name(package: &Value) -> &str {
    package["name"].as_str().expect("a name")
}

#[test]
fn every_licence_is_one_that_is_allowed() {
    let policy = policy();
    let allowed = policy["licenses"]["allow"].as_array().expect("a list");
    let allowed: BTreeSet<&str> = allowed.iter().filter_map(toml::Value::as_str).collect();
    let mut used = BTreeSet::new();
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or_else(|| panic!("{}: no licence", name(&package)));
        let licence = Expression::parse_mode(licence, ParseMode::LAX).expect("an expression");
        let mut is_allowed = |asked: &LicenseReq| {
            let asked = asked.to_string();
            let known = allowed.get(asked.split(" WITH ").next().unwrap_or_default());
            used.extend(known);
            known.is_some()
        };
        assert!(
            licence.evaluate(&mut is_allowed),
            "{} is under {licence}, which deny.toml does not allow",
            name(&package)
        );
    }
    assert_eq!(used, allowed, "deny.toml allows what nothing needs");
}

#[test]
fn no_crate_is_one_that_is_banned() {
    let policy = policy();
    let banned = policy["bans"]["deny"].as_array().expect("a list");
    let banned: Vec<&str> = banned.iter().filter_map(|ban| ban["crate"].as_str()).collect();
    assert!(!banned.is_empty());
    for package in packages() {
        assert!(!banned.contains(&name(&package)), "{} is banned by deny.toml", name(&package));
    }
}

#[test]
fn every_crate_comes_from_the_registry() {
    for package in packages() {
        let source = package["source"].as_str();
        let is_own = name(&package) == env!("CARGO_PKG_NAME") && source.is_none();
        let is_registered = source == Some("registry+https://github.com/rust-lang/crates.io-index");
        assert!(is_own || is_registered, "{} comes from {source:?}", name(&package));
    }
}

#[test]
fn every_version_is_named() {
    let manifest = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml"));
    let manifest: toml::Table = toml::from_str(&manifest.expect("Cargo.toml")).expect("TOML");
    for table in ["dependencies", "dev-dependencies"] {
        for (name, asked) in manifest[table].as_table().expect("a table") {
            let version = asked.as_str().or_else(|| asked.get("version")?.as_str());
            assert!(version.is_some_and(|version| !version.contains('*')), "{name}: {asked:?}");
        }
    }
}
