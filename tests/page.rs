//! The page and the fragment in a real browser: quiet, whole, and fitting every screen.
//!
//! Pictures for people to look at go to `target/tmp/`.

mod browser;
mod sample;

use browser::Browser;
use dateline::render::{Dates, Format, Options, to_string, to_string_with};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A file under `target/tmp/`.
fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

fn start(name: &str) -> Option<Browser> {
    browser::find().map(|program| Browser::start(&program, file(&format!("profile-{name}"))))
}

/// Writes a page and gives its address.
fn write(name: &str, html: &str) -> String {
    let path = file(name);
    std::fs::write(&path, html).expect("target/tmp can be written");
    format!("file://{}", path.display())
}

/// By how many pixels the page is wider than the window.
const OVERFLOW: &str = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

#[test]
fn the_page_is_quiet_and_fits_every_screen() {
    let Some(mut browser) = start("page") else { return };
    let url = write("page.html", &to_string(&sample::timeline(), Format::Html));
    for (width, media, scheme) in [
        (320, "screen", "light"),
        (320, "screen", "dark"),
        (768, "screen", "light"),
        (1280, "screen", "light"),
        (1280, "screen", "dark"),
        (800, "print", "light"),
    ] {
        let shown = format!("{width}-{media}-{scheme}");
        browser.show(width, media, scheme);
        browser.open(&url);
        assert_eq!(browser.evaluate(OVERFLOW), 0, "{shown}");
        assert_eq!(browser.requests(), [url.as_str()], "{shown}");
        assert_eq!(browser.console(), [""; 0], "{shown}");
        browser.picture(&file(&format!("page-{shown}.png")));
    }
    assert!(browser.print(&file("page.pdf")) > 1000);
}

#[test]
fn the_page_is_complete_without_javascript() {
    let Some(mut browser) = start("no-script") else { return };
    let url = write("no-script.html", &to_string(&sample::timeline(), Format::Html));
    browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.show(1280, "screen", "light");
    browser.open(&url);
    let entries = sample::timeline().entries.len();
    assert_eq!(browser.evaluate("document.querySelectorAll('.dateline-entry').length"), entries);
    // Styled, so that the policy's hash is right: the accent colour has arrived.
    let colour = "getComputedStyle(document.querySelector('.dateline-kicker')).color";
    assert_eq!(browser.evaluate(colour), "rgb(163, 38, 44)");
    // A disclosure opens by itself.
    let hidden = "document.querySelector('.dateline-why ul').checkVisibility()";
    assert_eq!(browser.evaluate(hidden), false);
    browser.evaluate("document.querySelector('.dateline-why summary').click()");
    assert_eq!(browser.evaluate(hidden), true);
    assert_eq!(browser.console(), [""; 0]);
}

#[test]
fn keys_reach_links_and_disclosures_in_reading_order() {
    let Some(mut browser) = start("keys") else { return };
    let url = write("keys.html", &to_string(&sample::timeline(), Format::Html));
    browser.show(1280, "screen", "light");
    browser.open(&url);
    let mut last = -1.0;
    for _ in 0..12 {
        for kind in ["rawKeyDown", "keyUp"] {
            browser.call(
                "Input.dispatchKeyEvent",
                json!({"type": kind, "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}),
            );
        }
        let place = "(() => { const all = [...document.querySelectorAll('a, select, summary')]; return all.indexOf(document.activeElement); })()";
        let at = browser.evaluate(place).as_f64().unwrap();
        assert_eq!(at, last + 1.0);
        last = at;
        let outline = browser.evaluate("getComputedStyle(document.activeElement).outlineStyle");
        assert_eq!(outline, "solid", "focus must be seen");
    }
}

#[test]
fn filters_work_without_script() {
    let Some(mut browser) = start("filters") else { return };
    for (format, name) in [(Format::Html, "filters.html"), (Format::Fragment, "filters-fragment.html")] {
        let url = write(name, &to_string(&sample::timeline(), format));
        browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
        browser.show(1280, "screen", "light");
        browser.open(&url);
        let mut shown = |choose: &[&str]| {
            for value in choose {
                browser.evaluate(&format!(
                    "document.querySelector('option[value=\"{value}\"]').selected = true"
                ));
            }
            let count = |of: &str| {
                format!("[...document.querySelectorAll('{of}')].filter(e => e.checkVisibility()).length")
            };
            ["dateline-entry", "dateline-year", "dateline-month"].map(|class| {
                browser.evaluate(&count(&format!(".{class}"))).as_f64().unwrap_or_default() as usize
            })
        };
        let all = sample::timeline().entries.len();
        assert_eq!(shown(&[]), [all, 4, 6]);
        assert_eq!(shown(&["year-0"]), [1, 1, 1]);
        assert_eq!(shown(&["year-all", "status-planned"]), [1, 1, 1]);
        assert_eq!(shown(&["status-all", "source-2"]), [1, 1, 1]);
        assert_eq!(shown(&["source-all"]), [all, 4, 6]);
        // November has what is planned and what the second source tells, but nothing that is both.
        assert_eq!(shown(&["status-planned", "source-2"]), [0, 0, 0]);
        assert_eq!(shown(&["status-reported", "source-2", "year-1"]), [0, 0, 0]);
    }
}

#[test]
fn a_choice_says_how_much_it_shows() {
    let Some(mut browser) = start("count") else { return };
    let url = write("count.html", &to_string(&sample::timeline(), Format::Html));
    browser.call("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.show(1280, "screen", "light");
    browser.open(&url);
    // What is counted by the style sheet is read out, too.
    let mut said = |choose: &str| {
        browser.evaluate(&format!("document.querySelector('option[value=\"{choose}\"]').selected = true"));
        let tree = browser.call("Accessibility.getFullAXTree", json!({}));
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let below = |node: &Value, ancestor: &Value| {
            let mut at = Some(node);
            while let Some(node) = at.filter(|node| node["nodeId"] != ancestor["nodeId"]) {
                at = nodes.iter().find(|parent| parent["nodeId"] == node["parentId"]);
            }
            at.is_some()
        };
        let status = nodes.iter().find(|node| node["role"]["value"] == "status" && node["ignored"] == false);
        let texts = nodes.iter().filter(|node| node["role"]["value"] == "StaticText");
        let texts = texts.filter(|node| status.is_some_and(|status| below(node, status)));
        texts.filter_map(|node| node["name"]["value"].as_str()).collect::<String>()
    };
    assert_eq!(said("status-all"), "");
    assert_eq!(said("status-planned"), "1 of 10 events shown");
    assert_eq!(said("source-2"), "0 of 10 events shown");
}

#[test]
fn a_page_of_two_thousand_entries_is_light() {
    let Some(mut browser) = start("large") else { return };
    let page = to_string(&sample::large(2000), Format::Html);
    assert!(page.len() < 4_000_000, "{} bytes", page.len());
    let url = write("large.html", &page);
    browser.show(1280, "screen", "light");
    // It opens in steps, between which it is drawn and the reader can scroll; what the browser tells is asked for before this
    // test makes it work itself. A busy machine is given some time.
    let opening = "new Promise(done => { let longest = 0, blocked = 0;
        new PerformanceObserver(list => list.getEntries().forEach(({duration}) => {
            longest = Math.max(longest, duration); blocked += duration - 50; }))
            .observe({type: 'longtask', buffered: true});
        setTimeout(() => done([longest, blocked, performance.getEntriesByName('first-contentful-paint')[0].startTime,
            performance.getEntriesByType('navigation')[0].domInteractive].map(Math.round)), 300) })";
    for _ in 0..5 {
        browser.open(&url);
        let told = browser.settle(opening);
        let [longest, blocked, painted, parsed] =
            [0, 1, 2, 3].map(|n| told[n].as_u64().expect("milliseconds"));
        println!(
            "drawn after {painted} ms, read after {parsed}; longest task over 50 ms: {longest}, blocked for {blocked}"
        );
        assert!(painted < parsed, "it is drawn before it is read to its end");
        assert!(longest < 2000, "{longest} ms");
    }
    assert_eq!(browser.evaluate("document.querySelectorAll('.dateline-entry').length"), 2000);
    assert_eq!(browser.evaluate(OVERFLOW), 0);
    // What a browser has to build, whichever the machine.
    let elements =
        browser.evaluate("document.querySelectorAll('.dateline-entry, .dateline-entry *').length / 2000");
    let directions = browser.evaluate("document.querySelectorAll('.dateline-entry [dir]').length");
    assert!(elements.as_f64().is_some_and(|n| n < 21.2), "{elements} elements an entry");
    assert_eq!(directions, 0, "no text runs from right to left");
    let choose = "(() => { document.querySelector('option[value=\"status-planned\"]').selected = true;
        return [...document.querySelectorAll('.dateline-entry')].filter(e => e.checkVisibility()).length })()";
    assert_eq!(browser.evaluate(choose), 200);
    // What is far away costs nothing until it comes near, and links find it nevertheless.
    let laid_out = "[...document.querySelectorAll('.dateline-entry > article')]
        .filter(e => e.checkVisibility({contentVisibilityAuto: true})).length";
    browser.open(&format!("{url}?again#e-000005dc"));
    let drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
    browser.settle(drawn);
    let count = browser.evaluate(laid_out).as_f64().unwrap_or_default();
    assert!(count > 0.0 && count < 200.0, "{count}");
    let top = browser.evaluate("document.querySelector(':target').getBoundingClientRect().top");
    assert!(top.as_f64().is_some_and(|top| (0.0..900.0).contains(&top)), "{top}");
    browser.show(800, "print", "light");
    browser.settle(drawn);
    assert_eq!(browser.evaluate(laid_out), 2000, "all of it is printed");
}

#[test]
fn a_permalink_finds_its_entry() {
    let Some(mut browser) = start("permalink") else { return };
    let url = write("permalink.html", &to_string(&sample::timeline(), Format::Html));
    browser.show(1280, "screen", "light");
    browser.open(&format!("{url}#e-10000009"));
    assert_eq!(
        browser.evaluate("document.querySelector(':target .dateline-date').textContent"),
        "Friday 21 November 2025"
    );
    assert_eq!(browser.evaluate("new Set([...document.querySelectorAll('[id]')].map(e => e.id)).size === document.querySelectorAll('[id]').length"), true);
}

#[test]
fn text_keeps_its_contrast_in_light_and_dark() {
    let Some(mut browser) = start("contrast") else { return };
    let url = write("contrast.html", &to_string(&sample::timeline(), Format::Html));
    for scheme in ["light", "dark"] {
        browser.show(1280, "screen", scheme);
        browser.open(&url);
        let lowest = browser.evaluate(CONTRAST);
        assert!(lowest["ratio"].as_f64().is_some_and(|ratio| ratio >= 4.5), "{scheme}: {lowest}");
    }
}

/// The element whose text stands out least from the paper, by WCAG's contrast ratio.
const CONTRAST: &str = r#"(() => {
  const context = Object.assign(document.createElement('canvas'), {width: 1, height: 1}).getContext('2d', {willReadFrequently: true});
  const paper = getComputedStyle(document.body).backgroundColor;
  const light = (colour) => {
    context.fillStyle = paper; context.fillRect(0, 0, 1, 1);
    context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
    const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map(v => v / 255).map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  };
  const ratio = (a, b) => (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
  let lowest = {ratio: 99};
  for (const element of document.querySelectorAll('.dateline *')) {
    if (![...element.childNodes].some(n => n.nodeType === 3 && n.data.trim()) || element.closest('style, svg')) continue;
    const style = getComputedStyle(element);
    const found = ratio(light(style.color), light(paper));
    if (found < lowest.ratio) lowest = {ratio: found, text: element.textContent, colour: style.color};
  }
  return lowest;
})()"#;

#[test]
fn the_fragment_lives_in_a_blog_without_harm_to_either() {
    let Some(mut browser) = start("fragment") else { return };
    let blog = |inner: &str| {
        format!(
            "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>A blog</title><style>\
             body {{ max-width: 40rem; margin: 2rem auto; font: 18px/1.6 serif }} li {{ list-style: square; margin: 2em }} \
             h2 {{ color: green; border-bottom: 3px solid }} blockquote {{ border-left: 8px solid pink; padding: 1em }}</style>\
             <h1>Post</h1><h2 id=own>Own heading</h2><ul><li id=item>Own item</ul>{inner}"
        )
    };
    let own = "['own', 'item'].map(id => { const s = getComputedStyle(document.getElementById(id)); \
               return [s.color, s.font, s.margin, s.listStyleType, s.borderBottomWidth] })";
    browser.show(700, "screen", "light");
    browser.open(&write("blog-without.html", &blog("")));
    let before = browser.evaluate(own);
    let url = write("blog-with.html", &blog(&to_string(&sample::timeline(), Format::Fragment)));
    browser.open(&url);
    assert_eq!(browser.evaluate(own), before, "the fragment's style leaks into the blog");
    let quote = "getComputedStyle(document.querySelector('.dateline blockquote')).borderLeftWidth";
    assert_eq!(browser.evaluate(quote), "0px", "the blog's style leaks into the fragment");
    let colours = "new Set(['.dateline', '.dateline-title'].map(s => getComputedStyle(document.querySelector(s)).color)).size";
    assert_eq!(browser.evaluate(colours), 1, "the blog's headings colour the fragment's");
    assert_eq!(browser.requests(), [url.as_str()]);
    assert_eq!(browser.console(), [""; 0]);
    browser.picture(&file("blog.png"));
    browser.show(320, "screen", "light");
    assert_eq!(browser.evaluate(OVERFLOW), 0);
}

/// The computed style of all that a fragment consists of; of drawings, that of the whole.
const STYLES: &str = "[...document.querySelectorAll('.dateline, .dateline *')].filter(e => !e.closest('svg *, style')).map(e => \
    [e.className, ...[null, '::before', '::after'].map(part => { const s = getComputedStyle(e, part); \
        return [...s].map(name => `${name}: ${s.getPropertyValue(name)}`).join('; ') })])";

/// What themes say of elements, classes and ids, and worse.
const THEME: &str = "html { font-size: 62.5% } \
    * { margin: 3px; padding: 2px; box-shadow: 0 0 3px red; letter-spacing: 2px } *::before { content: 'x'; display: block } \
    #post .content p, #post .content li, #post .content h2 { float: left; text-transform: uppercase; border: 2px dotted } \
    #post ol { counter-reset: none; columns: 2; list-style: square } article, details { display: grid; overflow: hidden } \
    time, mark, cite { background: silver; border-radius: 6px } q, summary { display: block; margin: 1em -1em } \
    a[href]::after { content: ' (' attr(href) ')' } a { text-decoration: none; font-weight: 800 } select { width: 100% } \
    svg, img { display: inline; max-width: 10px; opacity: .3; float: right } section:nth-of-type(1) { padding: 4em } \
    blockquote { border-left: 8px solid pink; font-style: italic; font-size: 2em } figure, label { position: sticky }";

#[test]
fn rules_of_a_blog_end_where_the_fragment_begins() {
    let Some(mut browser) = start("rules") else { return };
    browser.show(700, "screen", "light");
    let mut styles = |name: &str, theme: &str| {
        let fragment = to_string(&sample::timeline(), Format::Fragment);
        let post = format!(
            "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>A blog</title><style>{theme}</style>\
             <main id=post><article class=content style=\"all: initial; display: block; font: 18px serif; width: 600px\">{fragment}"
        );
        browser.open(&write(name, &post));
        browser.picture(&file(&name.replace("html", "png")));
        browser.evaluate(STYLES)
    };
    let (plain, themed) = (styles("rules-plain.html", ""), styles("rules-themed.html", THEME));
    let size = "parseFloat(getComputedStyle(document.querySelector('.dateline-year-name')).fontSize)";
    assert_eq!(browser.evaluate(size), 34.2, "sizes follow the post's text, not the root's");
    let (plain, themed) = (plain.as_array().expect("a list"), themed.as_array().expect("a list"));
    assert!(plain.len() > 100 && plain.len() == themed.len());
    for (plain, themed) in plain.iter().zip(themed) {
        let split = |value: &Value| -> Vec<String> {
            value
                .as_array()
                .into_iter()
                .flatten()
                .flat_map(|part| part.as_str().unwrap_or_default().split("; "))
                .map(str::to_owned)
                .collect()
        };
        let (plain, themed) = (split(plain), split(themed));
        let changed: Vec<_> = plain.iter().zip(&themed).filter(|(plain, themed)| plain != themed).collect();
        assert!(changed.is_empty(), "{:?}: {changed:?}", plain.first());
    }
}

#[test]
fn a_strict_policy_can_allow_the_fragment() {
    let Some(mut browser) = start("policy") else { return };
    let css = ".dateline { --dateline-accent: rgb(1, 2, 3); }\n\n.dateline .dateline-kicker { letter-spacing: 9px }"
        .to_owned();
    let fragment = to_string_with(
        &sample::timeline(),
        Format::Fragment,
        &Options { stylesheet: Some(css), ..Options::default() },
    );
    let hash = fragment
        .split_once("data-style-hash=\"")
        .and_then(|(_, rest)| rest.split_once('"'))
        .expect("a hash")
        .0;
    assert!(hash.starts_with("sha256-"), "{hash}");
    let page = |policy: &str| {
        format!(
            "<!DOCTYPE html><html lang=de><meta charset=utf-8><title>A blog</title>\
             <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src {policy}\">{fragment}"
        )
    };
    let spacing = "getComputedStyle(document.querySelector('.dateline-kicker')).letterSpacing";
    let words = "document.querySelector('.dateline-status').closest('[lang]').lang";
    browser.open(&write("policy.html", &page(&format!("'{hash}'"))));
    assert_eq!((browser.evaluate(spacing), browser.evaluate(words)), (json!("9px"), json!("en")));
    assert_eq!(browser.console(), [""; 0]);
    browser.open(&write("policy-without.html", &page("'none'")));
    assert_ne!(browser.evaluate(spacing), "9px", "without it the style is refused");
}

#[test]
fn right_to_left_pages_mirror() {
    let Some(mut browser) = start("rtl") else { return };
    let options = Options { dates: Dates::of_locale("ar").unwrap(), ..Options::default() };
    let url = write("rtl.html", &to_string_with(&sample::timeline(), Format::Html, &options));
    for width in [320, 1280] {
        browser.show(width, "screen", "light");
        browser.open(&url);
        assert_eq!(browser.evaluate(OVERFLOW), 0);
        browser.picture(&file(&format!("rtl-{width}.png")));
    }
    let sides = browser.evaluate("['.dateline-when', '.dateline-what'].map(s => document.querySelector(s).getBoundingClientRect().left)");
    let Value::Array(sides) = sides else { panic!("{sides}") };
    assert!(sides[0].as_f64() > sides[1].as_f64(), "dates stand on the right: {sides:?}");
    // English keeps its own direction, and starts where the page does.
    let summary = "(() => { const e = document.querySelector('.dateline-summary'), s = getComputedStyle(e), \
                   r = document.createRange(); r.selectNodeContents(e); \
                   return [s.direction, Math.round(e.getBoundingClientRect().right - r.getBoundingClientRect().right)] })()";
    assert_eq!(browser.evaluate(summary), json!(["ltr", 0]));
}
