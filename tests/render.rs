//! Every format of a timeline: what it looks like, and that article text never becomes markup.

mod sample;

use dateline::render::{Dates, Flavor, Format, Options, to_string, to_string_with};
use dateline::timeline::Timeline;
use sample::hostile::{filled_with, hostile, plain};

#[test]
fn markdown_reads_well() {
    insta::assert_snapshot!(to_string(&sample::timeline(), Format::Markdown));
}

/// A timeline as Markdown of a flavour.
fn flavored(timeline: &Timeline, flavor: Flavor) -> String {
    to_string_with(timeline, Format::Markdown, &Options { flavor, ..Options::default() })
}

#[test]
fn each_flavor_of_markdown_is_what_its_reader_needs() {
    assert_eq!(
        flavored(&sample::timeline(), Flavor::Plain),
        to_string(&sample::timeline(), Format::Markdown)
    );
    for flavor in Flavor::ALL.iter().filter(|flavor| **flavor != Flavor::Plain) {
        insta::assert_snapshot!(format!("markdown_{flavor}"), flavored(&sample::timeline(), *flavor));
    }
}

#[test]
fn front_matter_is_read_back() {
    let plain = ["plain words", "a: b # c", "yes", "1979-05-27"].map(str::to_owned);
    for text in hostile().iter().chain(&plain) {
        let title = |flavor| -> String {
            let page = flavored(&filled_with(text), flavor);
            let fence = if flavor == Flavor::Jekyll { "---\n" } else { "+++\n" };
            let inner = page.strip_prefix(fence).and_then(|rest| rest.split_once(&format!("\n{fence}")));
            let inner = inner.expect("front matter").0;
            let fields: serde_json::Value = match flavor {
                Flavor::Jekyll => serde_saphyr::from_str(inner).expect("YAML"),
                _ => serde_json::to_value(toml::from_str::<toml::Table>(inner).expect("TOML")).expect("JSON"),
            };
            assert_eq!(fields["description"], "1 event, October 2025; 1 planned");
            assert_eq!(fields.get("layout").is_some(), flavor == Flavor::Jekyll);
            fields["title"].as_str().expect("a title").to_owned()
        };
        let page = to_string(&filled_with(text), Format::Html);
        let shown = dom_query::Document::from(page).select("h1").text().trim().to_owned();
        for flavor in [Flavor::Hugo, Flavor::Zola, Flavor::Jekyll] {
            assert_eq!(title(flavor), shown, "{text:?} in {flavor}");
        }
    }
}

#[test]
fn an_embedded_timeline_has_no_title_and_no_front_matter() {
    for flavor in Flavor::ALL {
        let options = Options { flavor: *flavor, embedded: true, ..Options::default() };
        let text = to_string_with(&sample::timeline(), Format::Markdown, &options);
        assert!(text.starts_with("\n## 1920s\n"), "{flavor}: {text}");
    }
}

#[test]
fn every_format_says_that_sources_disagree() {
    for format in Format::ALL {
        let mut timeline = sample::timeline();
        // Calendars take what is planned.
        timeline.entries.iter_mut().for_each(|entry| entry.status = dateline::events::Status::Planned);
        for flavor in Flavor::ALL {
            let options = Options { flavor: *flavor, ..Options::default() };
            let said = to_string_with(&timeline, *format, &options).replace("\r\n ", "");
            let said = said.replace("#58;", ":").replace("\\,", ",").replace("#8220;", "“");
            let words = match format {
                Format::Html | Format::Fragment => "Sources disagree about the date</p>",
                Format::Json => "\"conflicts\": [",
                Format::JsonLd => "Sources disagree about the date: 2025-11-20 in “Tram repair passes”",
                _ => "Sources disagree about the date: Thursday 20 November 2025 in “Tram repair passes”",
            };
            assert!(said.contains(words), "{format}, {flavor}: {said}");
        }
    }
    let dates = Dates::of_locale("de").unwrap();
    let markdown =
        to_string_with(&sample::timeline(), Format::Markdown, &Options { dates, ..Options::default() });
    assert!(
        markdown.contains("Sources disagree about the date: Donnerstag, 20. November 2025 in"),
        "{markdown}"
    );
}

/// What runs before Markdown is read looks for braces: Hugo's and Zola's shortcodes, Jekyll's Liquid, mdBook's includes.
#[test]
fn no_brace_of_an_article_stands_in_a_post() {
    for text in
        ["{{ x }}", "{% raw %}", "{{< figure >}}", "{{#include /etc/passwd}}", "{::options /}", "{:.a}"]
    {
        let mut timeline = filled_with(text);
        timeline.sources[0].url = Some("https://ledger.example/{{x}}".to_owned());
        for flavor in Flavor::ALL {
            let markdown = flavored(&timeline, *flavor);
            let body =
                markdown.rsplit("\n+++\n").next().and_then(|body| body.rsplit("\n---\n").next()).unwrap();
            assert!(!body.contains('{'), "{text:?} in {flavor}: {body}");
        }
        assert!(!without_style(&to_string(&timeline, Format::Fragment)).contains('{'), "{text:?}");
        assert!(!to_string(&timeline, Format::Mermaid).contains('{'), "{text:?}");
    }
    // The style needs braces, but none that mean anything to them.
    let fragment = to_string(&sample::timeline(), Format::Fragment);
    for mark in ["{{", "{%", "{#", "{:"] {
        assert!(!fragment.contains(mark), "{mark}");
    }
}

#[test]
fn the_fragment_is_one_section() {
    let fragment = to_string(&sample::timeline(), Format::Fragment);
    assert!(
        fragment.starts_with("<section class=\"dateline h-feed\"")
            && fragment.trim_end().ends_with("</section>")
    );
    for page_only in ["<html", "<head>", "<body", "<!DOCTYPE", "<script", "<h1", "<main"] {
        assert!(!fragment.contains(page_only), "{page_only}");
    }
    for (at, _) in fragment.match_indices(" id=\"") {
        assert!(fragment[at..].starts_with(" id=\"dateline-e-"), "{}", &fragment[at..at + 30]);
    }
    insta::assert_snapshot!(without_style(&fragment));
}

#[test]
fn the_page_is_one_file_without_script() {
    let page = to_string(&sample::timeline(), Format::Html);
    assert!(page.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    // Data for search engines is no script.
    assert_eq!(
        page.matches("<script").count(),
        page.matches("<script type=\"application/ld+json\">").count()
    );
    for forbidden in ["<link", "<img", "<iframe", " src=", " style=", "javascript:"] {
        assert!(!page.contains(forbidden), "{forbidden}");
    }
    insta::assert_snapshot!(without_style(&page));
}

#[test]
fn headings_skip_no_level() {
    for format in [Format::Html, Format::Fragment] {
        let page = without_style(&to_string(&sample::timeline(), format));
        let levels: Vec<u32> = page
            .match_indices("<h")
            .filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10))
            .collect();
        assert!(levels.len() > 15, "{levels:?}");
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    }
}

#[test]
fn the_page_holds_its_data_for_search_engines() {
    let page = to_string(&sample::timeline(), Format::Html);
    let data = page
        .split("<script type=\"application/ld+json\">")
        .nth(1)
        .and_then(|rest| rest.split("</script>").next());
    let data: serde_json::Value = serde_json::from_str(data.unwrap()).unwrap();
    let alone: serde_json::Value =
        serde_json::from_str(&to_string(&sample::timeline(), Format::JsonLd)).unwrap();
    assert_eq!(data, alone);
}

#[test]
fn dates_are_printed_in_the_style_that_is_asked_for() {
    let timeline = sample::timeline();
    let dates =
        |dates: Dates| -> Vec<String> { timeline.entries.iter().map(|e| dates.label(&e.when)).collect() };
    insta::assert_debug_snapshot!("dates_ap", dates(Dates::Ap));
    insta::assert_debug_snapshot!("dates_iso", dates(Dates::Iso));
    for locale in ["de", "en-US", "fr", "ja", "ar", "pt_BR.UTF-8"] {
        let name = locale.get(..2).unwrap();
        insta::assert_debug_snapshot!(format!("dates_{name}"), dates(Dates::of_locale(locale).unwrap()));
    }
}

#[test]
fn a_page_in_a_locale_has_its_dates_and_says_so() {
    let options = Options { dates: Dates::of_locale("de").unwrap(), ..Options::default() };
    let page = to_string_with(&sample::timeline(), Format::Html, &options);
    assert!(page.contains("lang=\"de\" datetime=\"2025-11-21\">Freitag, 21. November 2025</time>"));
    assert!(page.contains("<bdi lang=\"de\">Oktober</bdi></h3>"));
    assert!(!page.contains("dir=\"rtl\""));
    let options = Options { dates: Dates::of_locale("he").unwrap(), ..Options::default() };
    let page = to_string_with(&sample::timeline(), Format::Html, &options);
    assert!(page.contains("<html lang=\"en\" dir=\"rtl\">"));
}

#[test]
fn a_style_sheet_is_added_and_the_policy_names_it() {
    let css = ".dateline { --dateline-accent: teal; }";
    let options = Options { stylesheet: Some(css.to_owned()), ..Options::default() };
    let policy = |page: &str| page.split("sha256-").nth(1).and_then(|rest| rest.get(..43)).map(str::to_owned);
    let plain = to_string(&sample::timeline(), Format::Html);
    let styled = to_string_with(&sample::timeline(), Format::Html, &options);
    assert!(styled.contains(css) && !plain.contains(css));
    assert_ne!(policy(&styled), policy(&plain));
    // Among a blog's rules it has to count for more.
    let css = css.replace(".dateline", ".dateline:not(#_#_)");
    assert!(to_string_with(&sample::timeline(), Format::Fragment, &options).contains(&css));
}

#[test]
fn json_follows_its_schema() {
    let timeline = sample::timeline();
    let mut json: serde_json::Value = serde_json::from_str(&to_string(&timeline, Format::Json)).unwrap();
    for (entry, expected) in json["entries"].as_array_mut().unwrap().iter_mut().zip(&timeline.entries) {
        // Their notation is the resolver's own affair and tested there.
        let when = &mut entry["when"];
        assert_eq!(when["timex"].take(), expected.when.timex().value);
        assert_eq!(when["edtf"].take(), expected.when.edtf());
    }
    insta::assert_json_snapshot!(json);
}

#[test]
fn json_keeps_the_documented_order_of_fields() {
    let json = to_string(&sample::timeline(), Format::Json);
    let order = [
        "\"schema\"",
        "\"title\"",
        "\"sources\"",
        "\"entries\"",
        "\"id\"",
        "\"when\"",
        "\"from\"",
        "\"to\"",
        "\"grain\"",
        "\"timex\"",
        "\"edtf\"",
        "\"certainty\"",
        "\"label\"",
        "\"why\"",
        "\"headline\"",
        "\"text\"",
        "\"status\"",
        "\"speaker\"",
        "\"mentions\"",
    ];
    let entries = json.find("\"entries\"").unwrap();
    let mut at = 0;
    for field in order {
        let from = if field == "\"id\"" { entries } else { at };
        at = from + json[from..].find(field).unwrap_or_else(|| panic!("{field} after {at}"));
    }
}

#[test]
fn an_empty_timeline_says_so() {
    let empty = Timeline::default();
    for format in [Format::Markdown, Format::Html, Format::Fragment] {
        assert!(to_string(&empty, format).contains("No dated event was found."), "{format}");
    }
    assert!(to_string(&empty, Format::Json).contains("\"entries\": []"));
}

#[test]
fn a_timeline_without_a_title_says_once_what_it_is() {
    let untitled = Timeline { title: None, ..sample::timeline() };
    for (format, heading) in [(Format::Html, "<h1"), (Format::Fragment, "<h2")] {
        let page = without_style(&to_string(&untitled, format));
        assert!(page.contains(&format!("{heading} class=\"dateline-title p-name\" dir=\"auto\">Timeline<")));
        assert!(!page.contains("dateline-kicker"), "{format}");
    }
}

#[test]
fn every_source_is_linked_to_its_own_sentence() {
    let article = |url: &str, text: &str| dateline::article::Article {
        url: Some(url.to_owned()),
        published: dateline::article::Published::parse("2025-11-20").ok(),
        ..dateline::article::read("a.txt", text.as_bytes(), dateline::article::Format::Text, None).unwrap()
    };
    let timeline = Timeline::builder()
        .article(article("https://one.example/", "The harbour council voted for the bridge on Wednesday."))
        .article(article(
            "https://two.example/",
            "The vote of the harbour council for the bridge was on Wednesday. Rain fell.",
        ))
        .article(article("https://three.example/", "On Wednesday, the harbour council voted for the bridge."))
        .build()
        .unwrap();
    assert!(timeline.entries[0].mentions.len() > 1, "{:?}", timeline.entries);
    let page = to_string(&timeline, Format::Html);
    for (source, words) in [
        ("one", "The%20harbour%20council%20voted,the%20bridge%20on%20Wednesday."),
        ("three", "On%20Wednesday%2C%20the%20harbour,voted%20for%20the%20bridge."),
    ] {
        let link = format!("href=\"https://{source}.example/#:~:text={words}");
        assert!(page.contains(&link), "{link}");
    }
}

#[test]
fn options_go_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>(value: T) -> T {
        value
    }
    let options = shared(Options { dates: Dates::of_locale("fr").unwrap(), ..Options::default() });
    let page = std::thread::spawn(move || to_string_with(&sample::timeline(), Format::Markdown, &options));
    assert!(page.join().unwrap().contains("endredi 21 novembre 2025"));
}

#[test]
fn the_same_timeline_gives_the_same_bytes() {
    for format in Format::ALL {
        assert_eq!(to_string(&sample::timeline(), *format), to_string(&sample::timeline(), *format));
    }
}

#[test]
fn every_format_is_found_by_its_extension() {
    for format in Format::ALL {
        let found = Format::of_path(format!("story.{}", format.extension())).unwrap();
        assert_eq!(found.extension(), format.extension());
    }
    assert_eq!(Format::of_path("story"), None);
}

#[test]
fn article_text_never_becomes_markup_in_html() {
    let elements = |page: &str| {
        let mut names: Vec<_> = dom_query::Document::from(page)
            .select("*")
            .iter()
            .filter_map(|node| node.nodes().first().and_then(|n| n.node_name().map(|name| name.to_string())))
            .collect();
        names.sort();
        names
    };
    for format in [Format::Html, Format::Fragment] {
        for text in &hostile() {
            let harmless = elements(&to_string(&plain(text), format));
            assert!(harmless.len() > 30, "{harmless:?}");
            let page = to_string(&filled_with(text), format);
            assert_eq!(elements(&page), harmless, "{text:?} changed the elements of {format}");
            assert!(!page.contains("href=\"javascript"), "{text:?}");
            assert!(!page.contains(['\u{1b}', '\u{0}', '\u{202e}']), "{text:?}");
            for attribute in ["onerror", "onmouseover", "onload"] {
                let selector = format!("[{attribute}]");
                assert_eq!(
                    dom_query::Document::from(page.as_str()).select(&selector).length(),
                    0,
                    "{text:?}"
                );
            }
        }
    }
}

#[test]
fn article_text_never_becomes_markup_in_markdown() {
    use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
    // What a harmless timeline is made of; links are those to the sources.
    let shape = |markdown: &str| {
        let extensions = Extensions::all().difference(Extensions::ENABLE_SMART_PUNCTUATION);
        Parser::new_ext(markdown, extensions)
            .filter_map(|event| match event {
                Event::Start(Tag::Link { dest_url, .. }) => {
                    let address = dest_url.split_once(":~:text=").map_or(&*dest_url, |(address, _)| address);
                    let is_web = address.starts_with("https://") || address.starts_with("http://");
                    Some(format!("link {}", if is_web { "web" } else { address }))
                }
                Event::Start(tag) => Some(format!("{tag:?}")),
                Event::Html(html) | Event::InlineHtml(html) => Some(format!("html {html}")),
                Event::Code(_) | Event::Rule | Event::HardBreak => Some(format!("{event:?}")),
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    for flavor in Flavor::ALL {
        for text in &hostile() {
            let harmless = shape(&flavored(&plain(text), *flavor));
            assert!(harmless.len() >= 14, "{harmless:?}");
            let markdown = flavored(&filled_with(text), *flavor);
            assert_eq!(shape(&markdown), harmless, "{text:?} changed the shape of\n{markdown}");
            assert!(!markdown.contains(['\u{1b}', '\u{0}', '\u{202e}']), "{text:?}");
        }
    }
}

/// The page without its style sheet, which would only make the snapshot long.
fn without_style(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").expect("a style");
    let (_, after) = rest.split_once("</style>").expect("an end");
    let page = format!("{before}<style>…</style>{after}");
    // The hash changes with every change of the style.
    match page.split_once("sha256-") {
        Some((before, after)) => {
            let end = after.find('=').expect("a hash of 32 bytes ends in one =");
            format!("{before}sha256-…{}", &after[end + 1..])
        }
        None => page,
    }
}

/// What each phrase is called in each style: a row a phrase.
#[test]
fn phrases_are_printed_in_every_style_as_they_are_meant() {
    const PHRASES: [&str; 26] = [
        "until Oct. 20",
        "by Wednesday morning",
        "by Friday",
        "before 5 p.m. Tuesday",
        "before November",
        "after Monday",
        "after 2019",
        "since the 1880s",
        "until mid-2027",
        "early Wednesday",
        "11:40 p.m. on Tuesday",
        "around 3 p.m.",
        "from 3 p.m. to 5 p.m. on Tuesday",
        "last night",
        "the week of Sept. 22",
        "last week",
        "over the weekend",
        "two weeks ago",
        "from Sept. 18 to Sept. 24",
        "from Sept. 28 to Oct. 3",
        "from Dec. 28, 2024 to Jan. 4, 2025",
        "March to May 2024",
        "the third quarter of 2024",
        "the late 1950s",
        "2019-2021",
        "the 19th century",
    ];
    let resolver = dateline::Resolver::on("2025-10-08").unwrap();
    let locales = ["de", "en-US", "fr", "ja", "ar"].map(|tag| Dates::of_locale(tag).unwrap());
    let styles: Vec<_> = [Dates::DayFirst, Dates::Ap, Dates::Iso].into_iter().chain(locales).collect();
    let mut table = String::new();
    for phrase in PHRASES {
        let when = resolver.resolve(phrase).unwrap_or_else(|| panic!("{phrase}"));
        let row: Vec<_> = styles.iter().map(|dates| dates.label(&when)).collect();
        table += &format!("{phrase} => {}\n", row.join(" | "));
    }
    insta::assert_snapshot!(table);
}
