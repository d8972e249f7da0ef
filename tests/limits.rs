//! Limits: what is too large or too deep is refused by name, and what is odd gets an answer or an error.

use dateline::article::{Format, Reader};
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// Runs `dateline ARGUMENTS FILE` on a file of that name.
fn on(name: &str, bytes: &[u8], arguments: &[&str]) -> Output {
    let path = file(name, bytes);
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command
        .args(arguments)
        .arg(path.file_name().expect("a name"))
        .current_dir(path.parent().expect("a folder"));
    command.output().expect("dateline runs")
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("limits");
    std::fs::create_dir_all(&folder).expect("target/tmp can be written");
    std::fs::write(folder.join(name), bytes).expect("target/tmp can be written");
    folder.join(name)
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const DATED: [&str; 2] = ["--published", "2025-11-20"];

#[test]
fn what_is_too_large_is_refused_by_name() {
    let text = "It ended on Friday. ".repeat(60);
    let record = format!("{{\"id\": \"a\", \"text\": \"{text}\"}}\n");
    let feed = format!("<rss version='2.0'><channel><item><title>{text}</title></item></channel></rss>");
    let cure = "is larger than 1000 bytes; split it, or let more through with --max-bytes";
    for (name, bytes, place) in [
        ("large.txt", text.as_bytes(), "large.txt"),
        ("large.md", text.as_bytes(), "large.md"),
        ("large.html", text.as_bytes(), "large.html"),
        ("large.rss", feed.as_bytes(), "large.rss"),
        ("large.jsonl", record.as_bytes(), "large.jsonl:1"),
    ] {
        for command in [&[][..], &["annotate"], &["published"]] {
            let dated = if command == ["published"] { &[][..] } else { &DATED };
            let output = on(name, bytes, &[command, dated, &["--max-bytes", "1k"]].concat());
            assert_eq!(
                (output.status.code(), says(&output)),
                (Some(2), format!("dateline: {place}: {cure}\n"))
            );
            let output = on(name, bytes, &[command, dated, &["--max-bytes", "2K"]].concat());
            assert_ne!(output.status.code(), Some(2), "{name}: {}", says(&output));
        }
    }
    // All records together.
    let many = on(
        "many.jsonl",
        record.repeat(20).as_bytes(),
        &["annotate", "--max-bytes", "1500", "--published", "2025-11-20"],
    );
    assert!(says(&many).starts_with("dateline: many.jsonl: is larger than 15000 bytes; "), "{}", says(&many));
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["-", "--max-bytes", "1k"])
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("dateline runs");
    let _ = child.stdin.take().expect("a pipe").write_all(text.as_bytes());
    assert_eq!(
        says(&child.wait_with_output().expect("dateline ends")),
        format!("dateline: standard input: {cure}\n")
    );
    let json =
        format!("{{\"schema\": \"dateline/1\", \"title\": \"{}\", \"entries\": []}}", "a".repeat(20_000));
    let timeline = on("large.json", json.as_bytes(), &["render", "--max-bytes", "1k"]);
    assert!(
        says(&timeline).starts_with("dateline: large.json: is larger than 10000 bytes; "),
        "{}",
        says(&timeline)
    );
}

#[test]
fn what_is_too_deep_is_refused_by_name() {
    let nested = |depth: usize| format!("{}It ended on Friday.", "<div>".repeat(depth));
    let feed = format!("<rss version='2.0'><channel>{}", "<a>".repeat(10_000));
    for (name, bytes) in [
        ("deep.html", nested(10_000)),
        ("deep.md", format!("Text.\n\n{}\n", nested(10_000))),
        ("deep.rss", feed),
    ] {
        let output = on(name, bytes.as_bytes(), &DATED);
        assert_eq!(output.status.code(), Some(2), "{name}");
        let said = says(&output);
        assert!(
            said.starts_with(&format!("dateline: {name}: nests its elements more than 512 deep")),
            "{said}"
        );
        assert!(said.ends_with("let more through with --max-depth\n"), "{said}");
    }
    let page = format!("<p {}>It ended on Friday.", "a=b ".repeat(100_000));
    let output = on("attributes.html", page.as_bytes(), &DATED);
    assert!(
        says(&output).starts_with("dateline: attributes.html: has an element of more than 1000 attributes"),
        "{}",
        says(&output)
    );
    let deeper = [&DATED[..], &["--max-depth", "600"]].concat();
    assert!(on("deeper.html", nested(590).as_bytes(), &deeper).status.success());
    let wrong = on("deeper.html", b"a", &["--max-depth", "100000"]);
    assert!(says(&wrong).contains("give a number from 1 to "), "{}", says(&wrong));
}

/// Half of what Rust gives a thread.
const SMALL: usize = 1 << 20;

#[test]
fn the_deepest_pages_fit_on_a_small_stack() {
    let read = |name: &'static str, page: String, format| {
        let thread = std::thread::Builder::new().stack_size(SMALL).spawn(move || {
            Reader { deepest: 4096, ..Reader::default() }
                .read(name, page.as_bytes(), format, None)
                .map(|a| a.text)
        });
        thread.expect("a thread").join().expect("no overflow")
    };
    let prose =
        "The workers of the harbour walked out before dawn, and by noon no crane was moving. ".repeat(20);
    for tag in ["div", "b", "section", "span", "ul", "blockquote", "a", "svg", "article", "font"] {
        let page = format!("<body>{}<p>{prose}</p>", format!("<{tag}>").repeat(4000));
        let text = read("a.html", page, Format::Html);
        assert!(text.is_ok(), "{tag}: {:?}", text.err());
    }
    let lists: String = (0..2000).map(|n| format!("{}- a\n", " ".repeat(n))).collect();
    for text in ["> ".repeat(100_000) + "Friday", lists, "[".repeat(100_000), "*_".repeat(100_000)] {
        assert!(read("a.md", text, Format::Markdown).is_ok());
    }
    let front = format!("---\na: {}\n---\nText.\n", "[".repeat(100_000));
    assert!(read("a.md", front, Format::Markdown).is_err());
    let data = format!("<script type=application/ld+json>{}</script><p>{prose}", "[".repeat(100_000));
    assert!(read("a.html", data, Format::Html).is_ok());
}

#[test]
fn odd_characters_change_no_date() {
    let day = |text: &str| {
        let output = on("odd.txt", text.as_bytes(), &["annotate", "--published", "2025-11-20"]);
        assert!(output.status.success(), "{text:?}: {}", says(&output));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert_eq!(day("It ended on Friday."), "12-18\tDATE\t2025-11-14\tFriday\n");
    for (text, start) in [
        ("\u{feff}It ended on Friday.", 13),
        ("It ended\r\non Friday.\r\n", 13),
        ("It ended on\0 Friday.", 13),
        ("It ended on \u{202b}Friday\u{202c}.", 13),
        ("Ít ende\u{301}d on Friday.", 13),
        ("It ended on\u{a0}Friday\u{301}.", 12),
    ] {
        let found = day(text);
        // A letter with a combining mark is another letter.
        let expected = if text.ends_with("\u{301}.") {
            String::new()
        } else {
            format!("{start}-{}\tDATE\t2025-11-14\tFriday\n", start + 6)
        };
        assert_eq!(found, expected, "{text:?}");
    }
}
