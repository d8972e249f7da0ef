//! Nothing is lost: files are old or new and whole, what a hand has changed is not replaced unasked, and every failure has its
//! exit status.

#![cfg(unix)]

use std::io::{Read as _, Write as _};
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::Duration;

const TEXT: &str = "The council met on Monday. It will vote on Friday, November 21st.\n";

/// A fresh folder under `target/tmp/` with an article in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("no-loss-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("target/tmp can be written");
    std::fs::write(folder.join("council.txt"), TEXT).expect("target/tmp can be written");
    folder
}

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(arguments).current_dir(folder);
    command
}

fn run(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().expect("dateline runs")
}

/// Builds a timeline of the article.
fn build(folder: &Path, arguments: &[&str]) -> Output {
    run(folder, &[&["council.txt", "--published", "2025-11-20"], arguments].concat())
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect("the file")
}

/// Everything that lies in a folder.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<_> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

const OUTPUTS: [&str; 8] = [
    "timeline.md",
    "timeline.html",
    "timeline.json",
    "timeline.csv",
    "timeline.jsonld",
    "timeline.ics",
    "timeline.mw",
    "timeline.mmd",
];

#[test]
fn outputs_are_written_again_as_often_as_wanted() {
    let folder = folder("again");
    for name in OUTPUTS {
        for detail in ["full", "brief", "brief"] {
            let output = build(&folder, &["-o", name, "--detail", detail]);
            assert!(output.status.success() && output.stderr.is_empty(), "{name}: {}", says(&output));
        }
    }
    for format in ["fragment", "timelinejs"] {
        for _ in 0..2 {
            assert!(build(&folder, &["-o", "other.html", "--format", format]).status.success(), "{format}");
        }
    }
}

#[test]
fn what_a_hand_has_changed_is_not_replaced_unasked() {
    let folder = folder("edited");
    for name in OUTPUTS.iter().filter(|name| !name.ends_with(".csv") && !name.ends_with(".jsonld")) {
        assert!(build(&folder, &["-o", name]).status.success());
        let edited = read(&folder, name).replacen("council", "city council", 1);
        assert_ne!(edited, read(&folder, name), "{name}");
        std::fs::write(folder.join(name), &edited).expect("the file");
        let output = build(&folder, &["-o", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_eq!(
            says(&output),
            format!("dateline: {name}: was changed since dateline wrote it; --force replaces it\n")
        );
        assert_eq!(read(&folder, name), edited);
        assert!(build(&folder, &["-o", name, "--force"]).status.success());
        assert!(!read(&folder, name).contains("city council"));
    }
}

#[test]
fn what_others_wrote_is_not_replaced_unasked() {
    let folder = folder("foreign");
    for name in OUTPUTS {
        std::fs::write(folder.join(name), "My notes.\n").expect("the file");
        let output = build(&folder, &["-o", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert_eq!(
            says(&output),
            format!("dateline: {name}: was not written by dateline; --force replaces it\n")
        );
        assert_eq!(read(&folder, name), "My notes.\n");
    }
    // The article itself.
    let output = build(&folder, &["-o", "council.txt", "--format", "markdown"]);
    assert_eq!((output.status.code(), read(&folder, "council.txt").as_str()), (Some(2), TEXT));
    // What is empty holds nothing.
    std::fs::write(folder.join("empty.md"), "").expect("the file");
    assert!(build(&folder, &["-o", "empty.md"]).status.success());
}

#[test]
fn a_timeline_that_is_edited_as_json_is_rendered_and_kept() {
    let folder = folder("json");
    assert!(build(&folder, &["-o", "t.json"]).status.success());
    let edited = read(&folder, "t.json").replace("The council met", "The council sits");
    std::fs::write(folder.join("t.json"), &edited).expect("the file");
    for _ in 0..2 {
        let output = run(&folder, &["render", "t.json", "-o", "t.md"]);
        assert!(output.status.success(), "{}", says(&output));
    }
    assert!(read(&folder, "t.md").contains("The council sits"));
    assert_eq!(run(&folder, &["render", "t.json", "-o", "t.json"]).status.code(), Some(2));
    assert_eq!(read(&folder, "t.json"), edited);
}

#[test]
fn reports_are_outputs_too() {
    let folder = folder("reports");
    let cases = "{\"published\":\"2025-11-20\",\"text\":\"last month\",\"expect\":\"2025-10\"}\n";
    std::fs::write(folder.join("cases.jsonl"), cases).expect("the file");
    for format in ["human", "tap", "junit", "json"] {
        for _ in 0..2 {
            let output = run(&folder, &["check", "cases.jsonl", "--format", format, "-o", format]);
            assert!(output.status.success(), "{format}: {}", says(&output));
        }
        let output = run(&folder, &["check", "cases.jsonl", "--format", format, "-o", "cases.jsonl"]);
        assert_eq!((output.status.code(), read(&folder, "cases.jsonl").as_str()), (Some(2), cases));
    }
}

#[test]
fn links_rights_and_neighbours_stay() {
    let folder = folder("links");
    std::fs::create_dir(folder.join("site")).expect("a folder");
    symlink("site/page.html", folder.join("page.html")).expect("a link");
    // Through a link that leads to no file yet, and again.
    for mode in [0o600, 0o664] {
        let output = build(&folder, &["-o", "page.html"]);
        assert!(output.status.success(), "{}", says(&output));
        let page = folder.join("site/page.html");
        let permissions = std::fs::metadata(&page).expect("the page").permissions();
        if mode == 0o664 {
            assert_eq!(permissions.mode() & 0o777, 0o600, "they were set before");
        }
        std::fs::set_permissions(&page, std::fs::Permissions::from_mode(mode)).expect("rights");
    }
    assert!(std::fs::symlink_metadata(folder.join("page.html")).expect("the link").is_symlink());
    assert_eq!(names(&folder), ["council.txt", "page.html", "site"]);
    assert_eq!(names(&folder.join("site")), ["page.html"]);
}

#[test]
fn what_is_write_protected_stays() {
    let folder = folder("protected");
    assert!(build(&folder, &["-o", "t.md"]).status.success());
    let old = read(&folder, "t.md");
    std::fs::set_permissions(folder.join("t.md"), std::fs::Permissions::from_mode(0o444)).expect("rights");
    let output = build(&folder, &["-o", "t.md", "--detail", "full", "--force"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        says(&output).starts_with("dateline: t.md: may not be read or written by you; check"),
        "{}",
        says(&output)
    );
    assert_eq!(read(&folder, "t.md"), old);
}

#[test]
fn what_cannot_be_read_or_written_is_told() {
    let folder = folder("errors");
    for (arguments, message) in [
        (&["lost.txt", "-o", "t.md"][..], "dateline: lost.txt: no such file; check the name\n"),
        (
            &["council.txt", "--published", "2025-11-20", "-o", "lost/t.md"],
            "dateline: lost/t.md: its folder does not exist; make it first\n",
        ),
        (
            &["council.txt", "--published", "2025-11-20", "-o", ".", "--format", "json"],
            "dateline: .: is a folder; name the files in it\n",
        ),
    ] {
        let output = run(&folder, arguments);
        assert_eq!((output.status.code(), says(&output).as_str()), (Some(2), message));
    }
    assert_eq!(names(&folder), ["council.txt"]);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_leaves_no_half_file() {
    let folder = folder("full");
    let full = "the disk is full; make room and run it again\n";
    let output = build(&folder, &["-o", "/dev/full", "--format", "html"]);
    assert_eq!((output.status.code(), says(&output)), (Some(2), format!("dateline: /dev/full: {full}")));
    for arguments in [
        &["council.txt", "--published", "2025-11-20"][..],
        &["annotate", "council.txt", "--published", "2025-11-20"],
        &["schema"],
        &["batch", "records.jsonl"],
    ] {
        let record = format!("{{\"id\": 1, \"text\": \"{}\", \"published\": \"2025-11-20\"}}\n", TEXT.trim());
        std::fs::write(folder.join("records.jsonl"), record).expect("records");
        let stdout = std::fs::File::options().write(true).open("/dev/full").expect("/dev/full");
        let output = command(&folder, arguments).stdout(stdout).output().expect("dateline runs");
        assert_eq!(
            (output.status.code(), says(&output)),
            (Some(2), format!("dateline: standard output: {full}"))
        );
    }
}

/// As a disk that is full after so many blocks of 512 bytes: a shell's limit on the size of files.
fn limited(folder: &Path, blocks: usize, arguments: &str) -> Output {
    // Where the signal that goes with the limit is ignored, writing fails.
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" {arguments}");
    Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_dateline")])
        .current_dir(folder)
        .output()
        .expect("sh runs")
}

#[test]
fn a_disk_that_fills_while_writing_keeps_what_was_there() {
    let folder = folder("fills");
    assert!(build(&folder, &["-o", "t.html"]).status.success());
    let old = read(&folder, "t.html");
    let output = limited(&folder, 4, "council.txt --published 2025-11-20 -o t.html --detail full --force");
    assert_eq!(output.status.code(), Some(2), "{}", says(&output));
    assert!(says(&output).starts_with("dateline: t.html: "), "{}", says(&output));
    assert_eq!(read(&folder, "t.html"), old);
    assert_eq!(names(&folder), ["council.txt", "t.html"]);
    // What grows line by line keeps its whole lines.
    let records: String = (0..100)
        .map(|id| format!("{{\"id\": {id}, \"text\": \"{}\", \"published\": \"2025-11-20\"}}\n", TEXT.trim()))
        .collect();
    std::fs::write(folder.join("records.jsonl"), records).expect("records");
    let output = limited(&folder, 8, "batch records.jsonl -o answers.jsonl");
    assert_eq!(output.status.code(), Some(2), "{}", says(&output));
    let answers = read(&folder, "answers.jsonl");
    assert!(answers.is_empty() || answers.ends_with("}\n"), "{answers}");
    assert!(run(&folder, &["batch", "records.jsonl", "-o", "answers.jsonl", "--resume"]).status.success());
    assert_eq!(read(&folder, "answers.jsonl").lines().count(), 100);
}

/// A post with a large timeline between its markers.
fn post(folder: &Path) -> String {
    let mut article = String::new();
    for day in 1..=28 {
        for hour in 1..=11 {
            article += &format!(
                "On March {day}, 2024, the council heard witness {hour} at {hour} a.m. in the old hall.\n\n"
            );
        }
    }
    std::fs::write(folder.join("long.txt"), article).expect("an article");
    let marker = "<!-- dateline:begin long.txt published=2025-11-20 -->";
    let post = format!(
        "{}\n{marker}\n<!-- dateline:end -->\n{}",
        "Before. ".repeat(100_000),
        "After. ".repeat(100_000)
    );
    std::fs::write(folder.join("post.md"), &post).expect("a post");
    post
}

#[test]
fn a_post_is_old_or_new_whenever_embed_is_killed() {
    let folder = folder("kill");
    let old = post(&folder);
    let start = std::time::Instant::now();
    assert!(run(&folder, &["embed", "post.md"]).status.success());
    let time = start.elapsed();
    let new = read(&folder, "post.md");
    assert!(new.len() > old.len() + 10_000);
    let (mut olds, mut news) = (0, 0);
    for n in 0..20_u32 {
        std::fs::write(folder.join("post.md"), &old).expect("a post");
        let mut child = command(&folder, &["embed", "post.md"]).spawn().expect("dateline runs");
        // Mostly about the time when it writes.
        std::thread::sleep(time * (30 + 4 * n) / 100);
        let _ = child.kill();
        child.wait().expect("dateline ends");
        let found = read(&folder, "post.md");
        assert!(found == old || found == new, "a post of {} bytes, neither old nor new", found.len());
        if found == old { olds += 1 } else { news += 1 }
    }
    assert!(olds > 0, "it was never killed before its end: {olds} {news}");
}

#[test]
fn a_post_that_changes_meanwhile_is_left() {
    let folder = folder("meanwhile");
    let old = post(&folder);
    // A reader of its article that waits: the pipe holds embed up until the post has been saved by somebody else.
    let pipe = folder.join("pipe.txt");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    std::fs::write(folder.join("post.md"), old.replace("long.txt", "pipe.txt")).expect("a post");
    let child =
        command(&folder, &["embed", "post.md"]).stderr(Stdio::piped()).spawn().expect("dateline runs");
    let mut writer = std::fs::File::options().write(true).open(&pipe).expect("embed reads");
    std::fs::write(folder.join("post.md"), "saved meanwhile").expect("a post");
    writer.write_all(TEXT.as_bytes()).expect("embed reads");
    drop(writer);
    let output = child.wait_with_output().expect("dateline ends");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(says(&output), "dateline: post.md: was changed meanwhile; run it again\n");
    assert_eq!(read(&folder, "post.md"), "saved meanwhile");
}

#[test]
fn interrupted_it_ends_by_the_signal_and_leaves_nothing() {
    let folder = folder("interrupted");
    for (signal, number) in [("INT", 2), ("TERM", 15)] {
        // It waits for an article that never comes.
        let mut child = command(&folder, &["-", "--published", "2025-11-20", "-o", "t.html"])
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("dateline runs");
        std::thread::sleep(Duration::from_millis(200));
        let killed = Command::new("kill").args([format!("-{signal}"), child.id().to_string()]).status();
        assert!(killed.expect("kill runs").success());
        let status = child.wait().expect("dateline ends");
        assert_eq!(status.signal(), Some(number), "{status}");
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
        assert_eq!(said, "");
        assert_eq!(names(&folder), ["council.txt"]);
    }
    // What a shell makes of that.
    assert!(Command::new("mkfifo").arg(folder.join("pipe")).status().expect("mkfifo runs").success());
    let script = "\"$0\" - --published 2025-11-20 <> pipe & kill $!; wait $!; echo $?";
    let output = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_dateline")])
        .current_dir(&folder)
        .output()
        .expect("sh runs");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "143\n", "{}", says(&output));
}
