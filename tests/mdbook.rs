//! `dateline mdbook`: what mdBook gives and takes, in the shapes of its versions, and the real one building a book.

mod generators;
mod sample;

use generators::{build, copy_of, is_installed, main_of, shape};
use sample::hostile::hostile_markdown;
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const MDBOOK: &str = "cargo install mdbook --locked --no-default-features --root target/tools";

/// A folder of a book under `target/tmp/` with an article in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("mdbook-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("src/deep")).expect("target/tmp can be written");
    let article = "The council met on Monday. It will vote on Friday, November 21st.\n";
    std::fs::write(folder.join("council.txt"), article).expect("target/tmp can be written");
    folder
}

fn chapter(path: Value, content: &str, below: &[Value]) -> Value {
    json!({"Chapter": {
        "name": "A chapter", "content": content, "number": [1], "sub_items": below, "path": path.clone(), "source_path": path,
        "parent_names": [],
    }})
}

/// A book as mdBook 0.5 has it.
fn book(root: &Path, table: Value, items: &[Value]) -> Value {
    let config = json!({
        "book": {"title": "A book", "src": "src"},
        "preprocessor": {"dateline": table},
    });
    json!([
        {"root": root, "config": config, "renderer": "html", "mdbook_version": "0.5.4"},
        {"items": items},
    ])
}

fn mdbook(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("mdbook")
        .args(arguments)
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("dateline runs");
    child.stdin.take().expect("a pipe").write_all(input).expect("dateline reads");
    child.wait_with_output().expect("dateline ends")
}

/// The book that comes back.
fn prepared(input: &Value) -> Value {
    let output = mdbook(&[], input.to_string().as_bytes());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("a book")
}

const MARKERS: &str =
    "# A chapter\n\n<!-- dateline:begin ../../council.txt published=2025-11-20 -->\n<!-- dateline:end -->\n";

#[test]
fn every_renderer_is_supported() {
    for renderer in ["html", "markdown", "epub", "test"] {
        let output = mdbook(&["supports", renderer], b"");
        assert!(
            output.status.success() && output.stdout.is_empty() && output.stderr.is_empty(),
            "{renderer}"
        );
    }
}

#[test]
fn chapters_are_expanded_and_all_else_comes_back_as_it_was() {
    let root = folder("chapters");
    let below = [chapter(json!("deep/below.md"), MARKERS, &[])];
    let items = [
        json!({"PartTitle": "A part"}),
        chapter(json!("plain.md"), "No marker.\n", &below),
        json!("Separator"),
        // A draft.
        chapter(Value::Null, "", &[]),
    ];
    let input = book(&root, json!({"command": "dateline mdbook", "optional": true}), &items);
    let mut output = prepared(&input);
    let content = output["items"][1]["Chapter"]["sub_items"][0]["Chapter"]["content"].take();
    let content = content.as_str().expect("a text");
    assert!(content.contains("- **Monday 17 November 2025**: The council met\n"), "{content}");
    assert!(content.starts_with("# A chapter\n\n<!-- dateline:begin "), "{content}");
    let mut expected = input[1].clone();
    expected["items"][1]["Chapter"]["sub_items"][0]["Chapter"]["content"] = Value::Null;
    assert_eq!(output, expected);
}

#[test]
fn books_of_older_versions_have_sections() {
    let root = folder("older");
    let mut input = book(&root, json!({}), &[chapter(json!("deep/a.md"), MARKERS, &[])]);
    let items = input[1]["items"].take();
    input[1] = json!({"sections": items, "__non_exhaustive": null});
    let output = prepared(&input);
    let content = output["sections"][0]["Chapter"]["content"].as_str().expect("a text");
    assert!(content.contains("(planned): The council will vote"), "{content}");
    assert_eq!(output.as_object().map(serde_json::Map::len), Some(2));
}

#[test]
fn options_of_the_book_hold_where_a_marker_says_nothing_else() {
    let root = folder("options");
    std::fs::write(root.join("book.css"), ".dateline { color: teal }").expect("a style sheet");
    let table = json!({
        "command": "dateline mdbook", "format": "fragment", "published": "2025-11-20", "stylesheet": "book.css", "quiet": true,
    });
    let own = "<!-- dateline:begin title=Vote -->\n<!-- dateline:end -->\n\nThe council met on Monday.\n";
    let markdown = own.replace("title=Vote", "format=markdown stylesheet=../none.css");
    let items = [
        chapter(json!("deep/own.md"), own, &[]),
        chapter(json!("deep/markdown.md"), &markdown.replace(" stylesheet=../none.css", ""), &[]),
    ];
    let output = prepared(&book(&root, table, &items));
    let content = |n: usize| output["items"][n]["Chapter"]["content"].as_str().expect("a text").to_owned();
    assert!(content(0).contains("aria-label=\"Timeline: Vote\"") && content(0).contains("color: teal"));
    assert!(content(1).contains("\n## 2025\n") && !content(1).contains("<section"), "{}", content(1));
}

#[test]
fn mistakes_name_the_chapter_or_the_book_and_the_cure() {
    let root = folder("mistakes");
    let lost = "a\n<!-- dateline:begin lost.txt -->\n<!-- dateline:end -->\n";
    let with =
        |table: Value, text: &str| book(&root, table, &[chapter(json!("deep/a.md"), text, &[])]).to_string();
    let place = root.join("src/deep/lost.txt");
    let cases = [
        (
            with(json!({}), lost),
            format!("src/deep/a.md:2: {}: no such file; check the name", place.display()),
        ),
        (
            with(json!({"colour": "red"}), "a"),
            "book.toml: [preprocessor.dateline]: unexpected argument '--colour' found".to_owned(),
        ),
        (
            with(json!({"detail": 3}), "a"),
            "book.toml: [preprocessor.dateline]: `detail` must be a string or true; write detail = \"…\""
                .to_owned(),
        ),
        ("{}".to_owned(), "standard input: is no book as mdBook hands it on (".to_owned()),
        (String::new(), "standard input: is no book as mdBook hands it on (".to_owned()),
    ];
    for (input, expected) in cases {
        let output = mdbook(&[], input.as_bytes());
        let says = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{says}");
        assert!(says.starts_with(&format!("dateline: {expected}")), "{says}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn mdbook_builds_the_book() {
    if !is_installed("mdbook", MDBOOK) {
        return;
    }
    let site = copy_of("mdbook", "book");
    build(&site);
    let page = main_of(&site.join("book/library.html"));
    assert_eq!(page.select("section.dateline[aria-label='Timeline: The library roof']").length(), 1);
    assert_eq!(page.select("section.dateline .dateline-entry").length(), 9);
    let page = main_of(&site.join("book/brief.html"));
    assert_eq!(page.select("section.dateline").length(), 0);
    assert!(page.select("li > blockquote").length() > 3);
}

/// mdBook runs its own preprocessors behind this one: what an article says must not include a file.
#[test]
fn nothing_in_an_article_means_anything_to_mdbook() {
    if !is_installed("mdbook", MDBOOK) {
        return;
    }
    let site = copy_of("mdbook", "hostile");
    std::fs::write(site.join("src/secret.txt"), "the secret").expect("a file");
    let mut summary = "# Summary\n\n".to_owned();
    let include = "{{#include secret.txt}}";
    let hostile = hostile_markdown();
    let texts: Vec<&str> =
        ["plain words", include].into_iter().chain(hostile.iter().map(String::as_str)).collect();
    for (n, text) in texts.iter().enumerate() {
        for (format, way) in [("markdown", "m"), ("fragment", "f")] {
            let story = json!({
                "id": text, "title": text, "published": "2025-11-20",
                "text": format!("On Monday the council said that {text} was gone. On Friday {text} will come back."),
            });
            std::fs::write(site.join(format!("src/{n}.jsonl")), format!("{story}\n")).expect("an article");
            let name = format!("{way}{n}.md");
            let chapter = format!(
                "# A chapter\n\n<!-- dateline:begin {n}.jsonl format={format} -->\n<!-- dateline:end -->\n"
            );
            std::fs::write(site.join("src").join(&name), chapter).expect("a chapter");
            summary.push_str(&format!("- [{way}{n}]({name})\n"));
        }
    }
    std::fs::write(site.join("src/SUMMARY.md"), summary).expect("a summary");
    build(&site);
    for way in ["m", "f"] {
        for (n, text) in texts.iter().enumerate() {
            let page = main_of(&site.join(format!("book/{way}{n}.html")));
            let html = page.html().to_string();
            assert!(!html.contains("the secret"), "{text:?}: {html}");
            assert_eq!(
                page.select("script, img, [onerror], [onload], [href^='javascript']").length(),
                0,
                "{html}"
            );
            assert!(shape(&page).len() > 8, "{text:?}: {html}");
        }
    }
}
