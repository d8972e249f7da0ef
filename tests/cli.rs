//! The command line: every command, option and error, as people see them.
//!
//! Cases stand in `tests/cmd/`, and the README's are among them. `TRYCMD=overwrite cargo test --test cli` writes what the commands
//! print now; read the difference before you commit it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

#[test]
fn commands_print_what_the_cases_say() {
    trycmd::TestCases::new().case("tests/cmd/*.md").case("tests/cmd/*.toml").case("README.md");
}

/// Runs `dateline ARGUMENTS` on a text given by standard input, of which standard output may be closed before.
fn run(arguments: &[&str], text: &str, reads: bool) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("dateline runs");
    if !reads {
        drop(child.stdout.take());
    }
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(text.as_bytes()).expect("dateline reads its input");
    drop(stdin);
    child.wait_with_output().expect("dateline ends")
}

#[cfg(unix)]
#[test]
fn a_link_in_a_folder_is_the_file_that_it_leads_to() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("links");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir(&folder).expect("a folder");
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cmd/inputs.in/news/council.md");
    std::os::unix::fs::symlink(story, folder.join("a.md")).expect("a link");
    std::os::unix::fs::symlink(&folder, folder.join("circle")).expect("a link");
    std::os::unix::fs::symlink(folder.join("nowhere.md"), folder.join("gone.md")).expect("a link");
    let output = run(&["published", folder.to_str().expect("a path")], "", true);
    let text = String::from_utf8_lossy(&output.stdout);
    assert_eq!(text.lines().count(), 1, "{text}{}", String::from_utf8_lossy(&output.stderr));
    assert!(text.contains("a.md\t2025-11-20"), "{text}");
}

#[test]
fn what_is_piped_is_known_by_its_first_characters() {
    let wide: String = "<!DOCTYPE html><time datetime=2025-11-20></time><p>It ended."
        .chars()
        .map(|c| format!("{c}\0"))
        .collect();
    let timeml = "<?xml version='1.0'?><TimeML><DCT><TIMEX3 tid='t0' type='DATE' value='2025-11-20' \
                  functionInDocument='CREATION_TIME'>20 November</TIMEX3></DCT><TEXT>It ended.</TEXT></TimeML>";
    for text in ["<!-- a --><head><meta name=date content=2025-11-20></head><p>It ended.", &wide, timeml] {
        let output = run(&["published", "-"], text, true);
        let found = String::from_utf8_lossy(&output.stdout);
        assert!(found.starts_with("-\t2025-11-20\t"), "{text}: {found}");
        assert!(!found.contains("byline"), "{text}: {found}");
    }
}

#[test]
fn a_reader_who_has_read_enough_is_no_error() {
    let text = "The council met on Friday. ".repeat(1000);
    for arguments in [
        &["-", "--published", "2025-11-20"][..],
        &["-", "--published", "2025-11-20", "--format", "html"],
        &["annotate", "-", "--published", "2025-11-20"],
        &["annotate", "-", "--published", "2025-11-20", "--format", "jsonl"],
    ] {
        let output = run(arguments, &text, false);
        assert!(output.status.success(), "{arguments:?}: {}", output.status);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

#[test]
fn data_goes_to_standard_output_and_words_to_standard_error() {
    let found = run(&["resolve", "tomato", "Friday", "--published", "2025-11-20"], "", true);
    assert_eq!(found.status.code(), Some(1));
    assert!(!found.stdout.is_empty() && found.stderr.is_empty());
    let failed = run(&["-"], "The council met on Friday.", true);
    assert_eq!(failed.status.code(), Some(2));
    assert!(failed.stdout.is_empty() && !failed.stderr.is_empty());
}

/// The project in `examples/shell-tests`, as its CI runs it.
#[test]
#[cfg(unix)]
fn a_project_without_rust_checks_its_dates() {
    let report = Path::new(env!("CARGO_TARGET_TMPDIR")).join("shell-tests.xml");
    let output = Command::new("sh")
        .arg("examples/shell-tests/check.sh")
        .env("DATELINE", env!("CARGO_BIN_EXE_dateline"))
        .env("REPORT", &report)
        .output()
        .expect("sh runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let report = std::fs::read_to_string(report).expect("a report");
    assert!(report.contains("tests=\"6\" failures=\"0\" skipped=\"1\""), "{report}");
}

#[test]
fn completions_and_pages_tell_of_every_command() {
    let text = |arguments: &[&str]| {
        let output = run(arguments, "", true);
        assert!(output.status.success(), "{arguments:?}");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let help = text(&["--help"]);
    for name in [
        "resolve",
        "annotate",
        "published",
        "explain",
        "render",
        "embed",
        "mdbook",
        "check",
        "rules",
        "schema",
        "completions",
        "man",
    ] {
        assert!(help.contains(&format!("  {name} ")), "{name}");
        assert!(text(&["man", name]).contains(&format!("dateline\\-{name}")), "{name}");
        for shell in ["bash", "fish", "zsh"] {
            assert!(text(&["completions", shell]).contains(name), "{shell} {name}");
        }
    }
}

/// Every error that a case of `tests/cmd/` shows: which thing it is about, and how it is mended.
#[test]
fn every_error_names_a_place_and_a_cure() {
    let cures = [
        "; ",
        "give ",
        "write ",
        "name ",
        "end in ",
        "check ",
        "expected ",
        "did you mean",
        "found ",
        "no file",
        "no case",
        "only ",
    ];
    let (mut seen, mut without) = (0, Vec::new());
    for entry in std::fs::read_dir("tests/cmd").expect("cases") {
        let path = entry.expect("a case").path();
        if path.extension().is_none_or(|extension| extension != "md") {
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("a case");
        for line in text.lines().filter_map(|line| line.strip_prefix("dateline: ")) {
            seen += 1;
            let (place, message) = line.split_once(": ").unwrap_or(("the command", line));
            assert!(!place.is_empty() && message.len() > 10, "{}: {line}", path.display());
            if !cures.iter().any(|cure| message.contains(cure)) {
                without.push(format!("{}: {line}", path.display()));
            }
        }
    }
    assert!(without.is_empty(), "no cure:\n{}", without.join("\n"));
    assert!(seen > 50, "{seen} errors");
}

/// A folder of a test's own, empty.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

#[test]
fn a_report_is_written_anew_when_a_file_is_broken() {
    let folder = folder("broken-report");
    let path = |name: &str| folder.join(name).display().to_string();
    let (good, torn, report) = (path("good.csv"), path("torn.toml"), path("report.xml"));
    std::fs::write(&good, "published,text,expect\n2025-11-20,yesterday,2025-11-19\n").expect("a file");
    let check = |files: &[&str]| {
        let options = ["--format", "junit", "-o", report.as_str()];
        let status = run(&[&["check"], files, &options].concat(), "", true).status.code();
        (status, std::fs::read_to_string(&report).expect("a report"))
    };
    let (status, written) = check(&[&good]);
    assert!(status == Some(0) && written.contains("tests=\"1\" failures=\"0\" skipped"), "{written}");
    std::fs::write(&torn, "[[case\n").expect("a file");
    let (status, written) = check(&[&good, &torn]);
    assert_eq!(status, Some(2));
    assert!(written.contains("tests=\"2\" failures=\"0\" errors=\"1\""), "{written}");
    let (status, written) = check(&[&path("missing.toml")]);
    assert_eq!(status, Some(2));
    assert!(written.contains("<error message=\"no such file; check the name\">"), "{written}");
}

#[test]
fn annotations_are_written_to_files_by_their_extension() {
    let folder = folder("annotations");
    let article = folder.join("a.txt").display().to_string();
    std::fs::write(&article, "The board met in early 1998.").expect("a file");
    for (name, begins) in [
        ("o.html", "<!doctype html>"),
        ("o.jsonl", "{\"start\":"),
        ("o.tml", "<?xml "),
        ("o.txt", "17-27\tDATE\t1998\tearly 1998"),
    ] {
        let output = folder.join(name).display().to_string();
        // Twice, as a file of its own is replaced.
        for _ in 0..2 {
            let done = run(&["annotate", &article, "--published", "2025-11-20", "-o", &output], "", true);
            assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
        }
        let written = std::fs::read_to_string(&output).expect("a file");
        assert!(written.to_lowercase().starts_with(&begins.to_lowercase()), "{written}");
    }
    let refused = run(&["annotate", &article, "--published", "2025-11-20", "-o", &article], "", true);
    assert_eq!(refused.status.code(), Some(2), "{}", String::from_utf8_lossy(&refused.stderr));
}

#[test]
fn completions_offer_the_values_of_options() {
    let bash = run(&["completions", "bash"], "", true);
    let bash = String::from_utf8_lossy(&bash.stdout).into_owned();
    for values in [
        "human tap junit json",
        "auto news narrative",
        "past present future none",
        "text jsonl timeml html marked",
    ] {
        assert!(bash.contains(&format!("compgen -W \"{values}\"")), "{values}");
    }
    let offers = |command: &str, values: &str| {
        let of_command = bash.split(&format!("dateline__subcmd__{command})\n")).nth(1).expect(command);
        assert!(of_command.lines().next().is_some_and(|line| line.contains(values)), "{command}: {values}");
    };
    offers("completions", "bash elvish fish powershell zsh");
    offers("man", "check rules schema completions");
    offers("schema", "timeline annotation");
}

#[test]
fn colours_are_for_those_who_ask() {
    let text = "The board met on Friday.\u{1b}[2J";
    let plain = run(&["annotate", "-", "--published", "2025-11-20", "--format", "marked"], text, true);
    assert_eq!(String::from_utf8_lossy(&plain.stdout), "The board met on Friday [2025-11-14].[2J\n");
    let always = run(
        &["annotate", "-", "--published", "2025-11-20", "--format", "marked", "--color", "always"],
        text,
        true,
    );
    let always = String::from_utf8_lossy(&always.stdout).into_owned();
    assert_eq!(always, "The board met on \u{1b}[1;4mFriday\u{1b}[0m \u{1b}[2m[2025-11-14]\u{1b}[0m.[2J\n");
    let explained = run(&["explain", "Friday", "--color", "always"], "", true);
    assert!(String::from_utf8_lossy(&explained.stdout).contains("\u{1b}[1mFriday\u{1b}[0m"));
    let wrong = run(&["explain", "Friday", "--color", "sometimes"], "", true);
    assert_eq!(wrong.status.code(), Some(2));
}
