//! `dateline batch`: order, errors, back-pressure, interruption and going on after it.

#![cfg(unix)]

use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Output, Stdio};
use std::time::{Duration, Instant};

fn dateline(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.arg("batch").args(arguments);
    command
}

/// Runs on an input to its end.
fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = piped(arguments);
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("dateline ends");
    writer.join().expect("the input is written");
    output
}

fn piped(arguments: &[&str]) -> Child {
    dateline(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("dateline runs")
}

/// A fresh path under `target/tmp/`.
fn path(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("batch-{name}"));
    let _ = std::fs::remove_file(&path);
    path
}

/// Articles, a few of them broken in every way that there is.
fn records(count: usize) -> String {
    let mut lines = String::new();
    for n in 0..count {
        let _ = match n % 10 {
            3 => writeln!(lines, r#"{{"id": "a{n}", "text": "The council met on Friday."}}"#),
            5 => writeln!(
                lines,
                r#"{{"id": {n}, "html": "<p>It ended two days ago.", "published": "2025-11-20"}}"#
            ),
            7 => writeln!(lines, r#"{{"id": "a{n}", "text": "torn"#),
            8 => writeln!(lines, "\r\n"),
            _ => writeln!(
                lines,
                r#"{{"id": "a{n}", "text": "The council met on Friday. It will vote on May {}.", "published": "2025-11-20"}}"#,
                n % 28 + 1
            ),
        };
    }
    lines
}

fn lines(output: &[u8]) -> Vec<serde_json::Value> {
    let text = std::str::from_utf8(output).expect("UTF-8");
    assert!(text.is_empty() || text.ends_with('\n'), "a torn line: {text:?}");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn every_record_is_answered_in_its_order_whoever_does_it() {
    let input = records(500);
    let one = run(&["--jobs", "1"], input.as_bytes());
    assert!(one.status.success(), "{}", says(&one));
    let answers = lines(&one.stdout);
    let ids: Vec<String> = answers.iter().map(|answer| answer["id"].to_string().replace('"', "")).collect();
    let expected =
        (0..500).filter(|n| n % 10 != 8).map(|n| if n % 10 == 5 { n.to_string() } else { format!("a{n}") });
    assert_eq!(ids, expected.collect::<Vec<_>>());
    assert_eq!(answers.iter().filter(|answer| answer.get("error").is_some()).count(), 100);
    assert_eq!(says(&one), "dateline: 100 of 450 records are not answered; their `error` says why\n");
    assert_eq!(answers[0]["timeline"]["entries"][0]["when"]["timex"], "2025-11-14");
    for jobs in ["2", "7"] {
        assert!(run(&["--jobs", jobs], input.as_bytes()).stdout == one.stdout, "--jobs {jobs}");
    }
    let file = path("order.jsonl");
    std::fs::write(&file, &input).expect("target/tmp can be written");
    assert!(run(&[&file.to_string_lossy()], b"").stdout == one.stdout, "of a file");
}

#[test]
fn several_files_and_pipes_are_read_one_after_the_other() {
    let (file, pipe) = (path("several.jsonl"), path("several-pipe"));
    std::fs::write(&file, records(20)).expect("target/tmp can be written");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let writer = std::thread::spawn({
        let pipe = pipe.clone();
        move || std::fs::write(pipe, "no JSON\n").expect("dateline reads")
    });
    let output = run(&[&file.to_string_lossy(), &pipe.to_string_lossy(), &file.to_string_lossy()], b"");
    writer.join().expect("the pipe is written");
    let answers = lines(&output.stdout);
    assert_eq!(answers.len(), 18 + 1 + 18);
    assert_eq!(answers[..18], answers[19..]);
    let error = answers[18]["error"].as_str().expect("an error");
    assert!(error.starts_with(&format!("{}:1: is no record", pipe.display())), "{error}");
}

#[test]
fn annotations_are_those_of_annotate() {
    let input = r#"{"id": "a", "text": "The council met on Friday. It will vote from May 1 to May 3.", "published": "2025-11-20"}"#;
    let batch = lines(&run(&["--annotations"], input.as_bytes()).stdout);
    let file = path("annotations.jsonl");
    std::fs::write(&file, input).expect("target/tmp can be written");
    let alone = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["annotate", "--format", "jsonl"])
        .arg(&file)
        .output()
        .expect("dateline runs");
    assert_eq!(batch[0]["annotations"], serde_json::Value::Array(lines(&alone.stdout)));
}

#[test]
fn what_is_wrong_with_a_record_is_its_answer() {
    let good = r#"{"id": "z", "text": "It ended on Friday.", "published": "2025-11-20"}"#;
    let long = format!(r#"{{"id": "long", "text": "{}"}}"#, "word ".repeat(300));
    for (line, id, says) in [
        (&b"{\"id\": \"a\", \"text\": \"\xFF\"}"[..], "\"a\"", "byte 22 of the line is not UTF-8; save"),
        (b"\xFF", "null", "line 2: byte 1 of the line is not UTF-8; save"),
        (b"{\"id\": \"a\", \"text\": \"torn", "\"a\"", "is no record of an article: column "),
        (b"{\"id\": \"a\", \"text\": \"\0\"}", "\"a\"", "is no record of an article: column "),
        (b"no JSON", "null", "line 2: is no record of an article: column "),
        (b"{\"text\": \"a\"}", "null", "line 2: has no `id`; write {"),
        (b"{\"id\": \"a\"}", "\"a\"", "`a` has no text; write {"),
        (b"{\"id\": \"a\", \"text\": \"b\", \"html\": \"c\"}", "\"a\"", "`a` has more than one text; keep "),
        (b"{\"id\": \"a\", \"text\": \"It ended on Friday.\"}", "\"a\"", "no publication date: its record has no `published`"),
        (b"{\"id\": \"a\", \"text\": \"b\", \"published\": \"soon\"}", "\"a\"", "`soon` is no date"),
        (
            "{\"id\": \"a\", \"text\": \"Der Rat hat am Freitag beschlossen, dass die Stra\u{df}e wieder ge\u{f6}ffnet wird, und das ist gut.\"}"
                .as_bytes(),
            "\"a\"",
            "is in German, for which dateline has no rules",
        ),
        (long.as_bytes(), "\"long\"", "is larger than 1000 bytes; split it, or let more through with --max-bytes"),
    ] {
        let input = [good.as_bytes(), b"\n", line, b"\r\n", good.as_bytes()].concat();
        let output = run(&["--max-bytes", "1000"], &input);
        assert!(output.status.success());
        let answers = lines(&output.stdout);
        assert_eq!((answers.len(), &answers[0]), (3, &answers[2]), "{line:?}");
        assert_eq!(answers[1]["id"].to_string(), id, "{line:?}");
        let error = answers[1]["error"].as_str().expect("an error");
        assert!(error.starts_with(says), "{error}");
    }
}

#[test]
fn an_answer_comes_before_the_next_question() {
    let mut child = piped(&[]);
    let mut stdin = child.stdin.take().expect("a pipe");
    let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
    for id in 0..3 {
        writeln!(stdin, r#"{{"id": {id}, "text": "It ended on Friday.", "published": "2025-11-20"}}"#)
            .expect("a question");
        let mut answer = String::new();
        stdout.read_line(&mut answer).expect("an answer");
        assert!(answer.starts_with(&format!("{{\"id\":{id},\"timeline\":")), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().expect("dateline ends").success());
}

#[test]
fn nothing_is_read_ahead_of_a_reader_who_waits() {
    let mut child = piped(&["--jobs", "2"]);
    let mut stdin = child.stdin.take().expect("a pipe");
    let (told, hears) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        let block = records(1000);
        // Far more than pipes and queues hold.
        for n in 0..500 {
            if stdin.write_all(block.as_bytes()).is_err() {
                return;
            }
            let _ = told.send(n);
        }
    });
    let mut last = None;
    while let Ok(n) = hears.recv_timeout(Duration::from_secs(3)) {
        last = Some(n);
    }
    assert!(last.is_none_or(|n| n < 100), "it read on while nobody read its answers: {last:?}");
    child.kill().expect("it runs");
    child.wait().expect("dateline ends");
}

#[test]
fn whoever_has_read_enough_ends_it() {
    let mut child = piped(&[]);
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || {
        let block = records(1000);
        while stdin.write_all(block.as_bytes()).is_ok() {}
    });
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
    assert!(first.starts_with("{\"id\":\"a0\""));
    let output = child.wait_with_output().expect("dateline ends");
    writer.join().expect("the pipe is closed");
    assert!(output.status.success() && output.stderr.is_empty(), "{}: {}", output.status, says(&output));
}

fn signal(child: &Child, name: &str) {
    let status = Command::new("kill").args([format!("-{name}"), child.id().to_string()]).status();
    assert!(status.expect("kill runs").success());
}

fn wait(child: &mut Child) -> ExitStatus {
    let start = Instant::now();
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return status;
        }
        assert!(start.elapsed() < Duration::from_secs(60), "it does not end");
        std::thread::sleep(Duration::from_millis(5));
    }
}

#[test]
fn asked_to_stop_it_finishes_lines_and_ends_by_the_signal() {
    for (name, number) in [("TERM", 15), ("INT", 2)] {
        let mut child = piped(&[]);
        let mut stdin = child.stdin.take().expect("a pipe");
        let input = records(100);
        stdin.write_all(input.as_bytes()).expect("dateline reads");
        let mut stdout = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut answers = String::new();
        stdout.read_line(&mut answers).expect("a line");
        // Its input stays open: it must not wait for more of it.
        signal(&child, name);
        stdout.read_to_string(&mut answers).expect("lines");
        let status = wait(&mut child);
        assert_eq!(status.signal(), Some(number), "{status}");
        let expected = run(&[], input.as_bytes()).stdout;
        assert!(answers.ends_with('\n') && expected.starts_with(answers.as_bytes()), "{answers}");
        let mut said = String::new();
        child.stderr.take().expect("a pipe").read_to_string(&mut said).expect("text");
        assert!(said.starts_with("dateline: stopped after "), "{said}");
        drop(stdin);
    }
}

#[test]
fn an_interrupted_run_is_gone_on_with() {
    let (input, output) = (path("resume-in.jsonl"), path("resume-out.jsonl"));
    std::fs::write(&input, records(300)).expect("target/tmp can be written");
    let (input, output) = (input.to_string_lossy(), output.to_string_lossy());
    let arguments = [&*input, "-o", &*output];
    assert!(run(&arguments, b"").status.success());
    let whole = std::fs::read(&*output).expect("answers");
    let again = [&arguments[..], &["--resume"]].concat();
    // Cut off anywhere: at the ends of lines, within them, and with nothing left.
    for cut in [0, 1, whole.len() / 3, whole.len() / 2, whole.len() - 1, whole.len()] {
        std::fs::write(&*output, &whole[..cut]).expect("the output can be cut");
        let resumed = run(&again, b"");
        assert!(resumed.status.success(), "{cut}: {}", says(&resumed));
        assert!(std::fs::read(&*output).expect("answers") == whole, "cut after {cut} bytes");
    }
    // From a pipe, and what was never begun.
    std::fs::write(&*output, &whole[..whole.len() / 2]).expect("the output can be cut");
    assert!(run(&["-o", &output, "--resume"], records(300).as_bytes()).status.success());
    assert!(std::fs::read(&*output).expect("answers") == whole);
    std::fs::remove_file(&*output).expect("the output");
    assert!(run(&again, b"").status.success());
    assert!(std::fs::read(&*output).expect("answers") == whole);
}

#[test]
fn killed_at_any_moment_it_can_go_on() {
    let (input, output) = (path("kill-in.jsonl"), path("kill-out.jsonl"));
    std::fs::write(&input, records(400)).expect("target/tmp can be written");
    let expected = run(&[&input.to_string_lossy()], b"").stdout;
    let arguments = [&*input.to_string_lossy(), "--resume", "-o", &*output.to_string_lossy()];
    for n in 0..5 {
        let mut child = piped(&arguments);
        std::thread::sleep(Duration::from_millis(n * 40));
        let _ = child.kill();
        child.wait().expect("dateline ends");
    }
    let last = run(&arguments, b"");
    assert!(last.status.success(), "{}", says(&last));
    assert!(std::fs::read(&output).expect("answers") == expected);
}

#[test]
fn an_output_is_never_replaced_unasked() {
    let output = path("force.jsonl");
    let name = output.to_string_lossy();
    let good = r#"{"id": "a", "text": "It ended on Friday.", "published": "2025-11-20"}"#;
    assert!(run(&["-o", &name], good.as_bytes()).status.success());
    let first = std::fs::read(&output).expect("answers");
    let refused = |arguments: &[&str], input: &str, message: &str| {
        let output_ = run(arguments, input.as_bytes());
        assert_eq!(output_.status.code(), Some(2));
        assert!(says(&output_).contains(message), "{}", says(&output_));
        assert!(std::fs::read(&output).expect("answers") == first, "it was changed");
    };
    refused(&["-o", &name], good, "exists; --resume goes on with it, --force writes it anew");
    refused(&["-o", &name, "--force", &name], good, "is an input, too; give another file");
    let other = good.replace("\"a\"", "\"b\"");
    refused(
        &["-o", &name, "--resume"],
        &other,
        ":1: answers \"a\", but the record in its place has the id \"b\"; is it",
    );
    refused(&["-o", &name, "--resume"], "", ":1: answers a record that the input does not hold; is it");
    refused(&["-o", &name, "--resume", "--annotations"], good, ":1: has no annotations; is it");
    assert!(run(&["-o", &name, "--force"], other.as_bytes()).status.success());
    assert!(std::fs::read_to_string(&output).expect("answers").starts_with("{\"id\":\"b\""));
    std::fs::write(&output, "my notes\n").expect("the output");
    let notes = run(&["-o", &name, "--resume"], good.as_bytes());
    assert!(says(&notes).contains(":1: is no answer of `dateline batch`; is it"), "{}", says(&notes));
    assert_eq!(std::fs::read_to_string(&output).expect("notes"), "my notes\n");
}
