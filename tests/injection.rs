//! Texts that try to be more than text (`sample/hostile.txt`), through every input and every output.
//!
//! `formats.rs`, `render.rs` and `consumers.rs` fill each format with each of them; here they come as articles do, and pages are
//! opened in a real browser.

mod browser;
mod sample;

use browser::Browser;
use dateline::article::{self, Article, Container, Published};
use dateline::lang::Language;
use dateline::render::annotated::{Annotated, page};
use dateline::render::{Dates, Flavor, Format, Options, timeml, to_string, to_string_with};
use dateline::resolve::Policy;
use dateline::timeline::Timeline;
use dateline::{Resolver, walk};
use sample::hostile::{filled_with_all, hostile};
use serde_json::json;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

/// Text as HTML writes it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An article that tells an event with each of the texts, as prose, in `mark` of it.
fn prose(texts: &[String], mark: impl Fn(&str) -> String) -> String {
    texts.iter().fold(String::new(), |mut all, text| {
        let _ = write!(all, "On May 3, 2024, the council of Oslo opened {} again.\n\n", mark(text));
        all
    })
}

/// The same texts as every kind of input brings them: in bodies, titles, bylines and addresses.
fn articles(texts: &[String]) -> Vec<(&'static str, Vec<Article>)> {
    let one = |name: &str, format, text: &str| {
        article::read(name, text.as_bytes(), format, None).unwrap_or_else(|e| panic!("{e}"))
    };
    let all = |container, text: &str| {
        let read = article::all("many", text.as_bytes(), container, None);
        let read = read.and_then(|read| read.into_iter().collect::<Result<Vec<_>, _>>());
        read.unwrap_or_else(|e| panic!("{e}"))
    };
    let as_is = |text: &str| text.to_owned();
    let list = json!(texts.join(" "));
    let front = format!("{{\"title\": {list}, \"author\": {list}, \"date\": \"2024-05-10\"}}\n\n");
    let head = format!(
        "<!DOCTYPE html><title>{0}</title><meta name=author content=\"{0}\"><link rel=canonical href=\"{0}\">\
         <meta property=article:published_time content=2024-05-10><h1>{0}</h1><article>",
        escaped(&texts.join(" "))
    );
    let paragraphs = |mark: &dyn Fn(&str) -> String| {
        prose(texts, mark).split("\n\n").map(|p| format!("<p>{p}</p>\n")).collect::<String>()
    };
    let records: String = texts
        .iter()
        .map(|text| {
            let body = prose(std::slice::from_ref(text), as_is);
            json!({"id": text, "title": text, "url": text, "published": "2024-05-10", "text": body})
                .to_string()
                + "\n"
        })
        .collect();
    let items: String = texts
        .iter()
        .map(|text| {
            // XML holds no control characters at all.
            let text = escaped(&text.replace(|c: char| c.is_control() || c > '\u{FFFD}', " "));
            format!(
                "<item><title>{text}</title><author>{text}</author><link>{text}</link><guid>{text}</guid>\
                 <pubDate>Fri, 10 May 2024 12:00:00 GMT</pubDate>\
                 <description>On May 3, 2024, the council of Oslo opened {text} again.</description></item>"
            )
        })
        .collect();
    let feed = format!("<rss version=\"2.0\"><channel><title>x</title>{items}</channel></rss>");
    vec![
        ("text", vec![one("a.txt", article::Format::Text, &prose(texts, as_is))]),
        ("markdown", vec![one("a.md", article::Format::Markdown, &(front + &prose(texts, as_is)))]),
        ("escaped page", vec![one("a.html", article::Format::Html, &(head.clone() + &paragraphs(&escaped)))]),
        ("raw page", vec![one("b.html", article::Format::Html, &(head + &paragraphs(&as_is)))]),
        ("records", all(Container::Records, &records)),
        ("feed", all(Container::Feed, &feed)),
    ]
}

fn timeline(articles: &mut [Article]) -> Timeline {
    let day = Published::parse("2024-05-10").expect("a day");
    articles.iter_mut().for_each(|article| article.published = Some(day.clone()));
    walk::timeline(articles, Language::english(), &Policy::default()).unwrap_or_else(|e| panic!("{e}"))
}

/// What a timeline is printed as, each with its name.
fn outputs(timeline: &Timeline) -> Vec<(String, Format, String)> {
    let formats =
        Format::ALL.iter().map(|format| (format.to_string(), *format, to_string(timeline, *format)));
    let flavors = Flavor::ALL.iter().map(|flavor| {
        let options = Options { flavor: *flavor, ..Options::default() };
        (
            format!("markdown for {flavor}"),
            Format::Markdown,
            to_string_with(timeline, Format::Markdown, &options),
        )
    });
    formats.chain(flavors).collect()
}

/// Names of the elements of a page with those of their attributes, as an HTML parser sees them.
fn elements(html: &str) -> BTreeSet<String> {
    let page = dom_query::Document::from(html);
    let mut names = BTreeSet::new();
    for node in page.select("*").nodes() {
        let name = node.node_name().map(|name| name.to_string()).unwrap_or_default();
        names.extend(node.attrs().iter().map(|attribute| format!("{name} {}", &*attribute.name.local)));
        names.insert(name);
    }
    names
}

/// Where the links of a page lead, by what stands before the colon.
fn schemes(html: &str) -> BTreeSet<String> {
    let page = dom_query::Document::from(html);
    let links = page.select("[href], [src]");
    let to = links.iter().filter_map(|link| link.attr("href").or_else(|| link.attr("src")));
    to.filter_map(|to| to.split_once(':').map(|(scheme, _)| scheme.to_owned())).collect()
}

/// Markdown as HTML, by a reader that takes raw HTML as it comes, as blogs do.
fn read_markdown(markdown: &str) -> String {
    let mut html = String::new();
    let options =
        pulldown_cmark::Options::all().difference(pulldown_cmark::Options::ENABLE_SMART_PUNCTUATION);
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new_ext(markdown, options));
    html
}

/// What a page of text without harm is made of.
fn harmless(format: Format, html: impl Fn(&str) -> String) -> BTreeSet<String> {
    let mut known = elements(&html(&to_string(&sample::timeline(), format)));
    // Of a text that may run from right to left its element says so, as all do in a page that does.
    let arabic = || Dates::of_locale("ar").expect("a locale");
    for (flavor, dates) in
        Flavor::ALL.iter().flat_map(|flavor| [(flavor, Dates::default()), (flavor, arabic())])
    {
        let options = Options { flavor: *flavor, dates, ..Options::default() };
        known.extend(elements(&html(&to_string_with(&sample::timeline(), format, &options))));
    }
    known
}

fn check(name: &str, format: Format, output: &str) {
    let obeyed = |c: char| c.is_control() && c != '\n' && !(format == Format::Ics && c == '\r');
    let found = output.find(obeyed).map(|at| &output[at..]);
    assert_eq!(
        found.map(|rest| rest.chars().take(40).collect::<String>()),
        None,
        "{name} has a control character"
    );
    let html = match format {
        Format::Html | Format::Fragment => str::to_owned,
        Format::Markdown => read_markdown,
        _ => return,
    };
    let known = harmless(format, html);
    let found = elements(&html(output));
    assert_eq!(found.difference(&known).collect::<Vec<_>>(), [""; 0], "{name} has markup of the article");
    let strange: Vec<_> = schemes(&html(output))
        .into_iter()
        .filter(|scheme| !matches!(scheme.as_str(), "https" | "http"))
        .collect();
    assert_eq!(strange, [""; 0], "{name} links elsewhere");
}

#[test]
fn the_texts_are_many_and_all_arrive() {
    let texts = hostile();
    assert!(texts.len() >= 200, "{}", texts.len());
    assert_eq!(texts.iter().collect::<BTreeSet<_>>().len(), texts.len());
    for (input, mut articles) in articles(&texts) {
        let entries = timeline(&mut articles).entries.len();
        // Line ends and the like part some of the sentences, and a raw page loses what its own markup hides.
        let expected = if input == "raw page" { 1 } else { texts.len() / 3 };
        assert!(entries >= expected, "{input}: {entries} entries");
    }
}

#[test]
fn text_of_every_input_stays_text_in_every_output() {
    for (input, mut articles) in articles(&hostile()) {
        for (output, format, text) in outputs(&timeline(&mut articles)) {
            check(&format!("{input} as {output}"), format, &text);
        }
    }
}

#[test]
fn a_marked_article_holds_no_markup_of_its_own() {
    let resolver = Resolver::on("2024-05-10").expect("a day");
    let marked = |title: &str, text: &str| {
        let marks = resolver.annotate(text).into_iter().map(|a| (a.mention.span, a.when)).collect();
        page(&[Annotated { title, text, marks }])
    };
    let known = elements(&marked("A title", "The board met on Friday."));
    let xml = |title: &str, text: &str| {
        let found = resolver.annotate(text).into_iter();
        let expressions =
            found.map(|a| timeml::Marked { span: a.mention.span, when: a.when, is_creation_time: false });
        timeml::to_string(&timeml::Document {
            id: title,
            title: Some(title),
            text,
            published: sample::date("2024-05-10"),
            expressions: expressions.collect(),
        })
    };
    for (input, articles) in articles(&hostile()) {
        for article in articles {
            let title = article.title.as_deref().unwrap_or_default();
            let found = elements(&marked(title, &article.text));
            assert_eq!(found.difference(&known).collect::<Vec<_>>(), [""; 0], "{input}: {title:?}");
            let read =
                article::read("a.tml", xml(title, &article.text).as_bytes(), article::Format::TimeMl, None);
            let read = read.unwrap_or_else(|e| panic!("{input}: {title:?}: {e}"));
            let kept = |c: char| !c.is_control() && c < '\u{FFFD}';
            let letters =
                |text: &str| text.chars().filter(|c| kept(*c) && !c.is_whitespace()).collect::<String>();
            assert_eq!(letters(&read.text), letters(&article.text), "{input}: {title:?}");
        }
    }
}

fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// What of an open page is more than text.
const HARM: &str = r"({
  ran: window.ran || 0,
  scripts: [...document.scripts].filter(s => s.type !== 'application/ld+json').length,
  handlers: [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on')),
  links: [...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(to => to && !/^(https?:\/\/|#|[^:]*$)/.test(to)),
  loaded: document.querySelectorAll('img, iframe, object, embed, video, audio, base, form, link[href], svg script').length,
})";

#[test]
fn no_page_runs_or_loads_anything() {
    let Some(program) = browser::find() else { return };
    let texts = hostile();
    let all = filled_with_all(&texts);
    let blog = |inner: &str| {
        format!(
            "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>A blog</title><h1>A post</h1>{inner}"
        )
    };
    let text = prose(&texts, str::to_owned);
    let marks = Resolver::on("2024-05-10").expect("a day").annotate(&text);
    let marks = marks.into_iter().map(|a| (a.mention.span, a.when)).collect();
    let html = to_string(&all, Format::Html);
    let mut pages = vec![
        // Without its policy: the policy is there for what escaping misses, and must not hide that it misses something.
        ("bare", html.replacen("Content-Security-Policy", "x", 1)),
        ("page", html),
        ("fragment", blog(&to_string(&all, Format::Fragment))),
        ("markdown", blog(&read_markdown(&to_string(&all, Format::Markdown)))),
        ("annotated", page(&[Annotated { title: &texts.join(" "), text: &text, marks }])),
    ];
    for (input, mut articles) in articles(&texts) {
        pages.push((input, to_string(&timeline(&mut articles), Format::Html)));
    }
    let mut browser = Browser::start(&program, file("profile-injection"));
    browser.call(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({"source": "window.hit = window.alert = () => { window.ran = (window.ran || 0) + 1 }"}),
    );
    browser.show(1280, "screen", "light");
    for (name, html) in pages {
        let path = file(&format!("injection-{}.html", name.replace(' ', "-")));
        std::fs::write(&path, html).expect("target/tmp can be written");
        let url = format!("file://{}", path.display());
        browser.open(&url);
        // Pointers come over everything, and the keyboard to the first things.
        browser.evaluate(
            "for (const e of document.querySelectorAll('*')) { for (const t of ['mouseover', 'focus', 'toggle', 'error', 'load'])
               e.dispatchEvent(new Event(t)); }",
        );
        let harm = browser.evaluate(HARM);
        assert_eq!(harm, json!({"ran": 0, "scripts": 0, "handlers": [], "links": [], "loaded": 0}), "{name}");
        assert_eq!(browser.requests(), [url.as_str()], "{name}");
        assert_eq!(browser.console(), [""; 0], "{name}");
    }
}

#[test]
fn the_terminal_is_told_nothing() {
    let folder = file("injection-terminal");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("target/tmp can be written");
    let texts = hostile();
    std::fs::write(folder.join("all.txt"), prose(&texts, str::to_owned)).expect("a file");
    let titles: String = texts
        .iter()
        .map(|text| {
            json!({"id": text, "title": text, "text": format!("It opened {text} on May 3.")}).to_string()
                + "\n"
        })
        .collect();
    std::fs::write(folder.join("undated.jsonl"), titles).expect("a file");
    for text in texts.iter().filter(|text| !text.contains(['/', '\0']) && text.len() < 200) {
        let _ = std::fs::write(folder.join(format!("{text}.txt")), "It opened on Friday.");
    }
    let dated = ["--published", "2024-05-10"];
    let coloured = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .current_dir(&folder)
        .args(["annotate", "all.txt", "--format", "marked", "--color", "always", dated[0], dated[1]])
        .output()
        .expect("dateline runs");
    let coloured = String::from_utf8_lossy(&coloured.stdout);
    assert!(coloured.contains("\u{1b}["), "{coloured}");
    for foreign in
        ["\u{1b}[31m", "\u{1b}]", "\u{1b}c", "\u{1b}P", "\u{1b}[2J", "\u{9b}", "\u{9d}", "\u{7}", "\u{8}"]
    {
        assert!(!coloured.contains(foreign), "{foreign:?}");
    }
    let many: &[&[&str]] = &[
        &["all.txt", dated[0], dated[1]],
        &["all.txt", "--format", "csv", dated[0], dated[1]],
        &["annotate", "all.txt", dated[0], dated[1]],
        &["annotate", "all.txt", "--format", "jsonl", dated[0], dated[1]],
        &["undated.jsonl"],
        &["."],
        &[".", dated[0], dated[1]],
        &["published", "."],
        &["published", ".", "--format", "jsonl"],
        &["check", "."],
        &["render", "undated.jsonl"],
    ];
    let run = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .current_dir(&folder)
            .args(arguments)
            .output()
            .expect("dateline runs");
        for bytes in [&output.stdout, &output.stderr] {
            let text = String::from_utf8_lossy(bytes);
            let obeyed = text.find(|c: char| c.is_control() && c != '\n' && c != '\t');
            let found = obeyed.map(|at| text[at..].chars().take(60).collect::<String>());
            assert_eq!(found, None, "dateline {arguments:?}");
        }
    };
    many.iter().for_each(|arguments| run(arguments));
    let arguments: Vec<&str> = texts.iter().map(String::as_str).filter(|text| !text.contains('\0')).collect();
    run(&[&["resolve", dated[0], dated[1], "--"], arguments.as_slice()].concat());
    for text in arguments.iter().filter(|text| text.contains(char::is_control)) {
        run(&["explain", dated[0], dated[1], "--", text]);
    }
}
