//! What other tools make of the formats that are written for them: the tools themselves read them, in a real browser.
//!
//! Their packages stand in `tests/consumers/package.json`; `npm ci --prefix tests/consumers` installs them. `DATELINE_REQUIRE_NPM=1`
//! makes their absence a failure.

mod browser;
mod sample;

use browser::Browser;
use dateline::render::{Dates, Format, Options, to_string, to_string_with};
use dateline::timeline::Timeline;
use sample::hostile::{filled_with, filled_with_all, hostile};
use serde_json::{Value, json};
use std::io::Write as _;
use std::path::{Path, PathBuf};

/// The folder of installed packages; `None`, said loudly, where there is none.
fn packages() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/consumers/node_modules");
    if folder.is_dir() {
        return Some(folder);
    }
    let message = "no packages: run `npm ci --prefix tests/consumers`";
    assert!(std::env::var_os("DATELINE_REQUIRE_NPM").is_none_or(|v| v != "1"), "{message}");
    let _ = writeln!(std::io::stderr(), "\n*** SKIPPED, {message} ***\n");
    None
}

/// A browser with a page that has loaded `scripts` of the packages.
fn open(name: &str, scripts: &[&str], body: &str) -> Option<Browser> {
    let (program, packages) = (browser::find()?, packages()?);
    let scripts: String = scripts
        .iter()
        .map(|script| format!("<script src=\"file://{}\"></script>", packages.join(script).display()))
        .collect();
    let page = format!("<!DOCTYPE html><meta charset=utf-8><title>{name}</title><body>{body}{scripts}");
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.html"));
    std::fs::write(&file, page).expect("target/tmp can be written");
    let profile = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("profile-{name}"));
    let mut browser = Browser::start(&program, profile);
    browser.show(1280, "screen", "light");
    browser.open(&format!("file://{}", file.display()));
    Some(browser)
}

fn picture(browser: &mut Browser, name: &str) {
    browser.picture(&PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name));
}

/// The JSON that a script of Node.js prints which is given a module's path and a text on its standard input.
fn node(script: &str, module: &Path, text: &str) -> Value {
    let mut node = std::process::Command::new("node")
        .args(["-e", script])
        .arg(module)
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .expect("node runs");
    node.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("node reads");
    let output = node.wait_with_output().expect("node ends");
    serde_json::from_slice(&output.stdout).expect("JSON")
}

/// Renders a diagram; gives the texts that it shows, and what of it is no drawing.
const DRAW: &str = "(async (source) => {
  mermaid.initialize({startOnLoad: false});
  const {svg} = await mermaid.render('drawn', source);
  const box = document.body.appendChild(document.createElement('div'));
  box.innerHTML = svg;
  const words = [...box.querySelectorAll('text, foreignObject')].map(e => e.textContent);
  const harm = box.querySelectorAll('script, img, a, [onerror], [onload]').length;
  if (!window.keep) box.remove();
  return {words, harm};
})";

#[test]
fn mermaid_draws_the_diagram() {
    let Some(mut browser) = open("mermaid", &["mermaid/dist/mermaid.min.js"], "") else { return };
    browser.evaluate("window.keep = true");
    let source = json!(to_string(&sample::timeline(), Format::Mermaid));
    let drawn = browser.settle(&format!("{DRAW}({source})"));
    let words = drawn["words"].to_string().replace(' ', "");
    for expected in
        ["How Port Ellery got its tram back", "Friday 21 November 2025", "Work is to begin (planned)"]
    {
        assert!(words.contains(&expected.replace(' ', "")), "{expected} in {words}");
    }
    picture(&mut browser, "mermaid.png");
    browser.evaluate("window.keep = false");
    for text in &hostile() {
        let source = json!(to_string(&filled_with(text), Format::Mermaid));
        let drawn = browser.settle(&format!("{DRAW}({source})"));
        assert_eq!(drawn["harm"], 0, "{text:?}: {drawn}");
        assert!(drawn["words"].to_string().contains("happened"), "{text:?}: {drawn}");
    }
}

/// Shows slides; gives their texts and dates, and how many elements they hold that no slide should.
const SLIDES: &str = "(async (data) => {
  const place = document.getElementById('timeline');
  place.innerHTML = '';
  const shown = new TL.Timeline('timeline', data, {font: null, ga_measurement_id: null, script_path: '.'});
  for (let n = 0; n < 200 && !shown.ready; n++) await new Promise(done => setTimeout(done, 20));
  const all = (selector) => [...place.querySelectorAll(selector)].map(e => e.textContent.trim());
  return {
    ready: !!shown.ready,
    headlines: all('.tl-slide .tl-headline'),
    dates: all('.tl-slide .tl-headline-date'),
    harm: place.querySelectorAll('script, .tl-slide img, [onerror], [onload], a[href^=\"javascript\"]').length,
  };
})";

#[test]
fn timelinejs_shows_the_slides() {
    let scripts = ["@knight-lab/timelinejs/dist/js/timeline.js"];
    let place = "<div id=timeline style=\"height:600px\"></div>";
    let Some(mut browser) = open("timelinejs", &scripts, place) else { return };
    let slides = to_string(&sample::timeline(), Format::TimelineJs);
    let shown = browser.settle(&format!("{SLIDES}({slides})"));
    assert_eq!(shown["ready"], true, "{shown}");
    let count = |list: &Value| list.as_array().map_or(0, Vec::len);
    // Its title is a slide too.
    assert_eq!(count(&shown["headlines"]), sample::timeline().entries.len() + 1, "{shown}");
    let dates = shown["dates"].to_string();
    assert!(dates.contains("Before 9 November 2025") && dates.contains("The 1920s"), "{dates}");
    for text in &hostile() {
        let slides = to_string(&filled_with(text), Format::TimelineJs);
        let shown = browser.settle(&format!("{SLIDES}({slides})"));
        assert_eq!((&shown["ready"], &shown["harm"]), (&json!(true), &json!(0)), "{text:?}: {shown}");
    }
}

/// As [`SLIDES`], of a table that it fetches itself, as it does with one in a spreadsheet; gives its mistakes, too.
const TABLE: &str = "(async (csv) => {
  window.fetch = async () => new Response(csv, {status: 200, headers: {'content-type': 'text/csv'}});
  const found = await SLIDES('https://blog.example/timeline.csv');
  return {...found, mistakes: document.querySelector('.tl-message-full')?.textContent ?? ''};
})";

#[test]
fn timelinejs_reads_the_table() {
    let scripts = ["@knight-lab/timelinejs/dist/js/timeline.js"];
    let place = "<div id=timeline style=\"height:600px\"></div>";
    let Some(mut browser) = open("timelinejs-csv", &scripts, place) else { return };
    let read = |browser: &mut Browser, timeline: &Timeline| {
        let csv = json!(to_string(timeline, Format::Csv));
        browser.settle(&format!("{}({csv})", TABLE.replace("SLIDES", SLIDES)))
    };
    let slides = to_string(&sample::timeline(), Format::TimelineJs);
    let of_slides = browser.settle(&format!("{SLIDES}({slides})"));
    let of_table = read(&mut browser, &sample::timeline());
    assert_eq!((&of_table["ready"], &of_table["mistakes"]), (&json!(true), &json!("")), "{of_table}");
    assert_eq!(of_table["headlines"], of_slides["headlines"]);
    assert_eq!(of_table["dates"], of_slides["dates"]);
    let all = filled_with_all(&hostile());
    let shown = read(&mut browser, &all);
    let found = (&shown["ready"], &shown["harm"], &shown["mistakes"]);
    assert_eq!(found, (&json!(true), &json!(0), &json!("")), "{shown}");
    let headlines = shown["headlines"].as_array().expect("headlines").iter();
    let told = headlines.filter(|headline| headline.as_str().is_some_and(|text| text.ends_with("happened")));
    assert_eq!(told.count(), all.entries.len(), "{shown}");
}

#[test]
fn markwhen_reads_every_event() {
    let Some(packages) = packages() else { return };
    let read = |timelines: &[String]| -> Vec<Value> {
        let script = "const {parse} = require(process.argv[1]);
            console.log(JSON.stringify(JSON.parse(require('fs').readFileSync(0, 'utf8')).map(text => {
              const parsed = parse(text);
              const events = []; const walk = (node) => node.children ? node.children.forEach(walk) : events.push(node);
              walk(parsed.events);
              return {title: parsed.header.title, problems: parsed.parseMessages, events: events.map(e => ({
                id: e.properties.id, dates: e.firstLine.datePart, text: e.firstLine.restTrimmed, tags: e.tags,
              }))};
            })));";
        let read =
            node(script, &packages.join("@markwhen/parser/cjs/index.js"), &json!(timelines).to_string());
        read.as_array().cloned().expect("a list")
    };
    let timeline = sample::timeline();
    let texts = hostile();
    let hostile = texts.iter().map(|text| to_string(&filled_with(text), Format::Markwhen));
    let all = read(&[to_string(&timeline, Format::Markwhen)].into_iter().chain(hostile).collect::<Vec<_>>());
    let [found, hostile @ ..] = all.as_slice() else { panic!("nothing was read") };
    assert_eq!(hostile.len(), texts.len());
    let events = found["events"].as_array().expect("events");
    assert_eq!(found["problems"], json!([]), "{found}");
    assert_eq!(found["title"], json!(timeline.title));
    let ids: Vec<_> = events.iter().map(|event| event["id"].as_str().unwrap_or_default()).collect();
    assert_eq!(ids, timeline.entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>());
    assert_eq!(events[7]["dates"], "2025-11-19 20:00 / 2025-11-20 04:00");
    for (text, found) in texts.iter().zip(hostile) {
        let [event] = found["events"].as_array().expect("events").as_slice() else {
            panic!("{text:?}: {found}")
        };
        assert_eq!(event["tags"], json!(["planned"]), "{text:?}: {found}");
    }
}

#[test]
fn microformats_are_a_feed_of_events() {
    let Some(packages) = packages() else { return };
    let script = "const {mf2} = require(process.argv[1]);
        const page = require('fs').readFileSync(0, 'utf8');
        console.log(JSON.stringify(mf2(page, {baseUrl: 'https://example.org/timeline.html'}).items));";
    let timeline = sample::timeline();
    for (format, prefix) in [(Format::Html, ""), (Format::Fragment, "dateline-")] {
        let parser = packages.join("microformats-parser");
        let items = node(script, &parser, &to_string(&timeline, format));
        let [feed] = items.as_array().expect("a list").as_slice() else { panic!("{items}") };
        assert_eq!(feed["type"], json!(["h-feed"]));
        // What is denied or conditional is no event, and nothing of it is the feed's.
        assert_eq!(feed["properties"].as_object().expect("properties").len(), 2, "{feed}");
        assert_eq!(feed["properties"]["name"], json!([timeline.title]));
        let told = timeline.entries.iter().filter(|e| !matches!(e.status.name(), "denied" | "conditional"));
        let expected: Vec<_> =
            told.map(|e| json!({"name": [e.headline], "url": [format!("#{prefix}{}", e.id)]})).collect();
        let events = feed["children"].as_array().expect("children");
        let found: Vec<_> = events
            .iter()
            .map(|event| json!({"name": event["properties"]["name"], "url": event["properties"]["url"]}))
            .collect();
        assert_eq!(found, expected);
        for event in events {
            assert_eq!(event["type"], json!(["h-event"]));
            let dates = [&event["properties"]["start"], &event["properties"]["end"]];
            assert!(dates.iter().any(|date| date[0].is_string()), "{event}");
        }
    }
}

/// Runs axe on the page that is open; gives what it finds wrong.
const CHECK: &str = "(async () => {
  for (const details of document.querySelectorAll('details')) details.open = true;
  const found = await axe.run(document, {resultTypes: ['violations', 'incomplete']});
  return found.violations.map(v => `${v.id}: ${v.help}; ${v.nodes.map(n => n.html).slice(0, 3).join(' ')}`);
})()";

#[test]
fn axe_finds_no_barrier() {
    let (Some(program), Some(packages)) = (browser::find(), packages()) else { return };
    let axe = std::fs::read_to_string(packages.join("axe-core/axe.min.js")).expect("axe");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let mut browser = Browser::start(&program, folder.join("profile-axe"));
    let fragment = to_string(&sample::timeline(), Format::Fragment);
    let blog = format!(
        "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>A blog</title><main><h1>A post</h1>{fragment}</main>"
    );
    let arabic = Options { dates: Dates::of_locale("ar").expect("a locale"), ..Options::default() };
    for (name, html) in [
        ("axe-page.html", to_string(&sample::timeline(), Format::Html)),
        ("axe-right-to-left.html", to_string_with(&sample::timeline(), Format::Html, &arabic)),
        ("axe-blog.html", blog),
    ] {
        let file = folder.join(name);
        std::fs::write(&file, html).expect("target/tmp can be written");
        for (width, media, scheme) in [
            (1280, "screen", "light"),
            (1280, "screen", "dark"),
            (320, "screen", "light"),
            (320, "screen", "dark"),
            (800, "print", "light"),
            (800, "print", "dark"),
        ] {
            browser.show(width, media, scheme);
            browser.open(&format!("file://{}", file.display()));
            // Its last value is none that could be handed back.
            browser.evaluate(&format!("{axe}; undefined"));
            assert_eq!(browser.settle(CHECK), json!([]), "{name} at {width} px, {media}, {scheme}");
        }
    }
}

#[test]
fn the_validator_of_html_finds_no_fault() {
    let Some(packages) = packages() else { return };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("valid");
    std::fs::create_dir_all(&folder).expect("target/tmp can be written");
    let arabic = Options { dates: Dates::of_locale("ar").expect("a locale"), ..Options::default() };
    let german = Options { dates: Dates::of_locale("de").expect("a locale"), ..Options::default() };
    let fragment = to_string(&sample::timeline(), Format::Fragment);
    let pages = [
        ("page", to_string(&sample::timeline(), Format::Html)),
        ("german", to_string_with(&sample::timeline(), Format::Html, &german)),
        ("right-to-left", to_string_with(&sample::timeline(), Format::Html, &arabic)),
        ("large", to_string(&sample::large(200), Format::Html)),
        ("empty", to_string(&Timeline::default(), Format::Html)),
        ("hostile", to_string(&filled_with("</title><b> & \"'"), Format::Html)),
        (
            "blog",
            format!("<!DOCTYPE html><html lang=en><title>A blog</title><body><h1>A post</h1>{fragment}"),
        ),
    ];
    let files: Vec<PathBuf> = pages
        .into_iter()
        .map(|(name, html)| {
            let file = folder.join(format!("{name}.html"));
            std::fs::write(&file, html).expect("target/tmp can be written");
            file
        })
        .collect();
    // Its checker of CSS is older than container queries. A fragment brings its style with it, which HTML's grammar wants in the
    // head; browsers take it anywhere.
    let output = std::process::Command::new("java")
        .arg("-jar")
        .arg(packages.join("vnu-jar/build/dist/vnu.jar"))
        .args([
            "--errors-only",
            "--filterpattern",
            ".*(CSS: |Element “style” not allowed as child of element).*",
        ])
        .args(files)
        .output()
        .expect("java runs");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

/// schema.org's vocabulary as types of TypeScript, whose compiler tells what it does not know or expects otherwise.
#[test]
fn json_ld_keeps_to_the_vocabulary_of_schema_org() {
    let Some(packages) = packages() else { return };
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("schema-org");
    std::fs::create_dir_all(&folder).expect("target/tmp can be written");
    let check = |name: &str, json: &str| {
        let file = folder.join(format!("{name}.ts"));
        let types = packages.join("schema-dts");
        let code = format!(
            "import type {{ ItemList, WithContext }} from {:?};\nexport const data: WithContext<ItemList> = {json};\n",
            types.display().to_string()
        );
        std::fs::write(&file, code).expect("target/tmp can be written");
        file
    };
    let compile = |files: &[PathBuf]| {
        let output = std::process::Command::new("node")
            .arg(packages.join("typescript/bin/tsc"))
            .args(["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"])
            .args(files)
            .output()
            .expect("node runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let sample = to_string(&sample::timeline(), Format::JsonLd);
    let files = [
        check("sample", &sample),
        check("empty", &to_string(&Timeline::default(), Format::JsonLd)),
        check("hostile", &to_string(&filled_with_all(&hostile()), Format::JsonLd)),
    ];
    assert_eq!(compile(&files), "");
    // It would tell.
    let wrong = check("wrong", &sample.replace("startDate", "beginDate"));
    assert!(compile(&[wrong]).contains("'\"beginDate\"' does not exist"));
}
