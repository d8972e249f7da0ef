//! Site generators and the sites in `examples/blog`.

#![allow(dead_code, reason = "not every test file that shares this needs all of it")]

use std::ffi::OsString;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The project's folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where programs are looked for: what `.ci/run` installs for the project, then the `PATH`; the `dateline` under test is the first.
fn path() -> OsString {
    let own = Path::new(env!("CARGO_BIN_EXE_dateline")).parent().expect("a folder").to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = [own, root().join("target/tools/bin")].into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(folders).expect("a path")
}

/// Whether a generator is installed; its absence is said loudly. `DATELINE_REQUIRE_SITES=1` makes that a failure.
pub(crate) fn is_installed(program: &str, cure: &str) -> bool {
    let found = std::env::split_paths(&path()).any(|folder| folder.join(program).is_file());
    if !found {
        let message = format!("no {program}: {cure}");
        assert!(std::env::var_os("DATELINE_REQUIRE_SITES").is_none_or(|v| v != "1"), "{message}");
        // Written past the test harness, which would hide it.
        let _ = writeln!(std::io::stderr(), "\n*** SKIPPED, {message} ***\n");
    }
    found
}

/// A fresh copy of `examples/blog` for a test; gives the folder of `site` in it.
pub(crate) fn copy_of(site: &str, test: &str) -> PathBuf {
    let blog = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("blog-{site}-{test}"));
    let _ = std::fs::remove_dir_all(&blog);
    for part in ["stories", site] {
        copy(&root().join("examples/blog").join(part), &blog.join(part));
    }
    blog.join(site)
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("target/tmp can be written");
    for entry in std::fs::read_dir(from).expect("an example").flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(&from, &to).expect("a copy");
        }
    }
}

/// Runs a site's `build.sh`.
pub(crate) fn build(site: &Path) {
    let output = Command::new("sh")
        .arg("build.sh")
        .current_dir(site)
        .env("PATH", path())
        .env("ZOLA", "true")
        .output()
        .expect("sh runs");
    let says =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}: {says}", site.display());
    assert!(!says.contains("WARN"), "{}: {says}", site.display());
}

/// What a page that was built holds between `<main>` and `</main>`.
pub(crate) fn main_of(page: &Path) -> dom_query::Document {
    let html = std::fs::read_to_string(page).unwrap_or_else(|error| panic!("{}: {error}", page.display()));
    let main = dom_query::Document::from(html.as_str()).select("main").inner_html();
    dom_query::Document::from(main.to_string())
}

/// The elements of a page, in order. A bare address that became a link to itself is text, as it is for whoever writes the post.
pub(crate) fn shape(page: &dom_query::Document) -> Vec<String> {
    let is_address = |element: &dom_query::Selection<'_>| {
        let text = element.text().to_string();
        element.attr("href").is_some_and(|href| href.trim_start_matches("http://").ends_with(text.as_str()))
    };
    let elements = page.select("body *");
    let kept = elements.iter().filter(|element| !(element.is("a") && is_address(element)));
    kept.filter_map(|element| element.nodes().first()?.node_name().map(|name| name.to_string())).collect()
}
