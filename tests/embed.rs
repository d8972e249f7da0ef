//! Posts with timelines between markers: what is written, and that nothing else ever is.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A fresh folder under `target/tmp/` with an article in it.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("embed-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(folder.join("story")).expect("target/tmp can be written");
    write(
        &folder,
        "story/council.txt",
        "The council met on Monday. It will vote on Friday, November 21st.\n",
    );
    folder
}

fn write(folder: &Path, name: &str, text: &str) {
    std::fs::write(folder.join(name), text).expect("target/tmp can be written");
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect("the post")
}

fn embed(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline"))
        .arg("embed")
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("dateline runs")
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

const POST: &str = "---\ntitle: A post\n---\nBefore.\n\n<!-- dateline:begin story/*.txt published=2025-11-20 -->\nold\n<!-- dateline:end -->\n\nAfter, without end of line";

#[test]
fn a_timeline_is_refreshed_and_nothing_else() {
    let folder = folder("refresh");
    write(&folder, "post.md", POST);
    let output = embed(&folder, &["post.md"]);
    assert!(output.status.success() && output.stdout.is_empty(), "{}", says(&output));
    let new = read(&folder, "post.md");
    let (before, rest) = new.split_once("-->\n").expect("the first marker");
    let (timeline, after) = rest.split_once("<!-- dateline:end").expect("the last marker");
    assert_eq!(format!("{before}-->\nold\n<!-- dateline:end{after}"), POST);
    insta::assert_snapshot!(timeline);
}

#[test]
fn twice_is_once_and_check_says_so() {
    let folder = folder("twice");
    write(&folder, "post.md", POST);
    let stale = embed(&folder, &["--check", "post.md"]);
    assert_eq!(stale.status.code(), Some(1));
    assert_eq!(says(&stale), "dateline: post.md: is not up to date; run `dateline embed`\n");
    assert_eq!(read(&folder, "post.md"), POST, "--check changes nothing");
    embed(&folder, &["post.md"]);
    let once = read(&folder, "post.md");
    // From another folder the post is the same.
    let elsewhere = embed(folder.parent().expect("a parent"), &["embed-twice/post.md"]);
    assert!(elsewhere.status.success(), "{}", says(&elsewhere));
    assert_eq!(read(&folder, "post.md"), once);
    assert_eq!(embed(&folder, &["--check", "post.md"]).status.code(), Some(0));
}

#[test]
fn a_post_without_inputs_is_its_own_article() {
    let folder = folder("own");
    let post = "---\ndate: 2025-11-20\n---\n# The vote\n\nThe council met on Monday.\n\n<!-- dateline:begin format=fragment -->\n<!-- dateline:end -->\n\nIt will vote on Friday.\n";
    write(&folder, "post.md", post);
    let output = embed(&folder, &["post.md"]);
    assert!(output.status.success(), "{}", says(&output));
    let once = read(&folder, "post.md");
    assert_eq!(once.matches("class=\"dateline-entry").count(), 2, "{once}");
    // Markdown must see one block of HTML, which a blank line would end.
    let inner = once.split("fragment -->\n").nth(1).and_then(|rest| rest.split("<!-- dateline:end").next());
    assert!(inner.is_some_and(|inner| inner.lines().all(|line| !line.trim().is_empty())));
    let kinds: Vec<String> = pulldown_cmark::Parser::new(inner.unwrap_or_default())
        .filter_map(|event| match event {
            pulldown_cmark::Event::Start(tag) => Some(format!("{tag:?}")),
            _ => None,
        })
        .collect();
    assert_eq!(kinds, ["HtmlBlock"]);
    embed(&folder, &["post.md"]);
    assert_eq!(read(&folder, "post.md"), once, "its own timeline is no part of the article");
}

#[test]
fn posts_with_other_line_ends_and_rights_keep_them() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder("rights");
    write(&folder, "post.md", &POST.replace('\n', "\r\n"));
    std::fs::set_permissions(folder.join("post.md"), std::fs::Permissions::from_mode(0o640)).expect("rights");
    std::os::unix::fs::symlink("post.md", folder.join("link.md")).expect("a link");
    assert!(embed(&folder, &["link.md"]).status.success());
    let new = read(&folder, "post.md");
    assert_eq!(new.matches('\n').count(), new.matches("\r\n").count());
    assert!(new.contains("Friday 21 November 2025"));
    let metadata = std::fs::symlink_metadata(folder.join("post.md")).expect("the post");
    assert_eq!(metadata.permissions().mode() & 0o777, 0o640);
    assert!(std::fs::symlink_metadata(folder.join("link.md")).expect("the link").is_symlink());
    let left: Vec<_> =
        std::fs::read_dir(&folder).expect("the folder").flatten().map(|f| f.file_name()).collect();
    assert_eq!(left.len(), 3, "{left:?}");
}

#[test]
fn mistakes_name_the_post_the_line_and_the_cure_and_change_nothing() {
    let folder = folder("mistakes");
    let marker = |says: &str| format!("a\n<!-- dateline:begin{says} -->\n<!-- dateline:end -->\n");
    for (post, expected) in [
        (
            "a\n<!-- dateline:end -->\n".to_owned(),
            "dateline: post.md: line 2: a timeline ends that never began\n",
        ),
        (marker(" lost.txt"), "dateline: post.md:2: lost.txt: no such file; check the name\n"),
        (marker(" story/council.txt"), "dateline: post.md:2: story/council.txt: no publication date"),
        (marker(" story/council.txt published=soon"), "dateline: post.md:2: --published: `soon` is no date"),
        (
            marker(" story/council.txt format=json"),
            "dateline: post.md:2: format: `json` has no place in a post",
        ),
        (
            marker(" story/council.txt colour=red"),
            "dateline: post.md:2: the marker is not understood: unexpected argument '--colour'",
        ),
        (
            marker(" story/council.txt output=x.md"),
            "dateline: post.md:2: output: the timeline is written between",
        ),
    ] {
        write(&folder, "good.md", POST);
        write(&folder, "post.md", &post);
        let output = embed(&folder, &["good.md", "post.md"]);
        assert_eq!(output.status.code(), Some(2), "{post}");
        assert!(says(&output).starts_with(expected), "{post}: {}", says(&output));
        assert_eq!((read(&folder, "post.md"), read(&folder, "good.md")), (post, POST.to_owned()));
    }
}

#[test]
fn posts_without_markers_are_left_alone_unless_none_has_any() {
    let folder = folder("none");
    write(&folder, "plain.md", "no marker\n");
    write(&folder, "post.md", POST);
    let output = embed(&folder, &["plain.md", "post.md"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", says(&output));
    assert_eq!(read(&folder, "plain.md"), "no marker\n");
    assert!(read(&folder, "post.md").contains("Friday 21 November 2025"));
    let output = embed(&folder, &["plain.md", "plain.md"]);
    assert_eq!(output.status.code(), Some(2));
    let expected = "dateline: plain.md, plain.md: has no marker; write `<!-- dateline:begin -->`";
    assert!(says(&output).starts_with(expected), "{}", says(&output));
}

#[test]
fn a_template_of_ones_own_stands_beside_the_post() {
    let folder = folder("template");
    write(
        &folder,
        "list.md",
        "{% for entry in entries %}\n- {{ entry.when.edtf }} {{ entry.headline }}\n{% endfor %}\n",
    );
    write(&folder, "post.md", &POST.replace("published=", "template=list.md published="));
    let output = embed(&folder, &["post.md"]);
    assert!(output.status.success(), "{}", says(&output));
    let new = read(&folder, "post.md");
    assert!(new.contains("-->\n- 2025-11-17 The council met\n- 2025-11-21 "), "{new}");
    assert_eq!(
        embed(folder.parent().expect("a parent"), &["--check", "embed-template/post.md"]).status.code(),
        Some(0)
    );
    // Else the next run would find another place.
    write(&folder, "list.md", "<!-- dateline:end -->\n");
    let before = read(&folder, "post.md");
    let output = embed(&folder, &["post.md"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        says(&output).starts_with("dateline: post.md: a timeline holds a line that is a marker itself;"),
        "{}",
        says(&output)
    );
    assert_eq!(read(&folder, "post.md"), before);
}
