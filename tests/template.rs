//! Templates of the user's own: what they see, how it is escaped, and what their mistakes are called.

mod sample;

use dateline::render::{Dates, Options, Template};
use dateline::timeline::Timeline;
use sample::hostile::{filled_with, hostile, plain};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

fn render(name: &str, text: &str, timeline: &Timeline) -> Result<String, dateline::Error> {
    let load =
        |name: &str| Ok((name == "folder/part.html").then(|| "<i>{{ title }}</i>{{ lost }}".to_owned()));
    Template::new(name, text, load)?.render(timeline, &Options::default())
}

fn printed(name: &str, text: &str, timeline: &Timeline) -> String {
    render(name, text, timeline).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// A template of `examples/templates`, with what it includes.
fn example(name: &str, timeline: &Timeline, options: &Options) -> String {
    let read = |name: &str| std::fs::read_to_string(Path::new("examples/templates").join(name));
    let template = Template::new(name, &read(name).expect("a template"), move |name| read(name).map(Some));
    template.and_then(|template| template.render(timeline, options)).expect("it prints")
}

#[test]
fn the_examples_print_the_sample() {
    insta::assert_snapshot!("page", example("page.html", &sample::timeline(), &Options::default()));
    let german = Options { dates: Dates::of_locale("de").expect("a locale"), ..Options::default() };
    insta::assert_snapshot!("mail", example("mail.txt", &sample::timeline(), &german));
    assert!(example("page.html", &sample::timeline(), &german).contains("<html lang=\"de\">"));
    example("page.html", &Timeline::default(), &Options::default());
}

/// The fields that the guide lists under each heading.
fn listed() -> BTreeMap<String, BTreeSet<String>> {
    let guide = std::fs::read_to_string("docs/guide/templates.md").expect("the guide");
    let part = |part: &str| {
        let (heading, rest) = part.split_once('\n')?;
        let fields = rest.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
        Some((heading.to_owned(), fields.map(str::to_owned).collect()))
    };
    guide.split("\n## ").skip(1).filter_map(part).collect()
}

#[test]
fn the_guide_lists_every_field() {
    let timeline = sample::timeline();
    let everything = [
        ("The timeline", ""),
        ("A year of `years`", "years[0]"),
        ("A month of `months`", "years[0].months[0]"),
        ("An entry of `entries`", "entries[7]"),
        ("`entry.when`", "entries[7].when"),
        ("`entry.quote`", "entries[7].quote"),
        ("A mention of `entry.mentions`", "entries[7].mentions[0]"),
        ("A relation of `entry.relations`", "entries[8].relations[0]"),
        ("`entry.conflict`", "entries[7].conflict"),
        ("A date of `entry.conflict.others`", "entries[7].conflict.others[0]"),
        ("A source of `sources`", "sources[0]"),
        ("An expression of `unresolved`", "unresolved[0]"),
    ];
    let listed = listed();
    assert_eq!(listed.len(), everything.len());
    for (heading, path) in everything {
        let fields = &listed[heading];
        let dot = if path.is_empty() { "" } else { "." };
        for field in fields {
            printed("all.txt", &format!("{{{{ {path}{dot}{field} }}}}"), &timeline);
        }
        if !path.is_empty() {
            let keys = printed("all.txt", &format!("{{{{ {path}|list|join(' ') }}}}"), &timeline);
            assert_eq!(keys.split(' ').map(str::to_owned).collect::<BTreeSet<_>>(), *fields, "{heading}");
        }
    }
    // The outermost fields can only be seen in what the notation shows to those who look for a mistake.
    let shown = printed("all.txt", "{{ debug() }}", &timeline);
    let field = |line: &str| Some(line.strip_prefix("        \"")?.split_once("\": ")?.0.to_owned());
    let shown =
        shown.lines().skip_while(|line| !line.starts_with("    ctx:")).take_while(|line| *line != "    },");
    assert_eq!(shown.filter_map(field).collect::<BTreeSet<_>>(), listed["The timeline"]);
}

#[test]
fn what_is_printed_is_escaped_as_the_extension_asks() {
    let mut timeline = filled_with("a <b> *c* \"d\" {{ e }}");
    timeline.title = Some("a <b> *c* \"d\" {{ e }}".to_owned());
    let title = |name| printed(name, "{{ title }}", &timeline);
    for html in ["a.html", "a.htm", "a.xml", "a.svg", "a.html.j2", "a.html.jinja"] {
        assert_eq!(title(html), "a &lt;b&gt; *c* &quot;d&quot; &#123;&#123; e }}", "{html}");
    }
    assert_eq!(title("a.md"), "a \\<b> \\*c\\* \"d\" &#123;&#123; e }}");
    assert_eq!(title("a.md.j2"), title("a.markdown"));
    assert_eq!(serde_json::from_str::<String>(&title("a.json")).expect("JSON"), "a <b> *c* \"d\" {{ e }}");
    assert_eq!(title("a.txt"), "a <b> *c* \"d\" {{ e }}");
    assert_eq!(printed("a.txt", "{{ title|markdown }}", &timeline), title("a.md"));
    assert_eq!(
        printed("a.html", "{{ title|safe }}|{{ years[0].months[0].name }}", &timeline),
        format!("{}|October", title("a.txt"))
    );
    assert_eq!(
        printed("a.md", "{{ '*x*'|safe }}{{ language }}", &timeline),
        "*x*",
        "what is empty prints nothing"
    );
    assert_eq!(printed("a.json", "{{ language }}", &timeline), "null");
}

#[test]
fn nothing_in_an_article_becomes_markup() {
    let shape = |timeline: &Timeline| {
        let page = dom_query::Document::from(example("page.html", timeline, &Options::default()));
        let elements = page.select("*");
        elements
            .iter()
            .filter_map(|it| it.nodes().first()?.node_name().map(|name| name.to_string()))
            .collect::<Vec<_>>()
    };
    for text in &hostile() {
        let harmless = shape(&plain(text));
        assert!(harmless.len() > 15);
        assert_eq!(shape(&filled_with(text)), harmless, "{text:?}");
        let json = printed(
            "a.json",
            "[{% for entry in entries %}{{ entry }}, {{ entry.headline }}{% endfor %}]",
            &filled_with(text),
        );
        let json: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(json[0]["headline"], json[1], "{text:?}");
        let unescaped = printed(
            "a.txt",
            "{{ title }}{{ entries[0].headline }}{{ entries[0].why|join }}",
            &filled_with(text),
        );
        assert!(!unescaped.contains(['\n', '\u{1b}', '\u{0}', '\u{202e}']), "{unescaped:?}");
    }
}

#[test]
fn mistakes_name_the_file_the_line_and_the_cure() {
    let cases = [
        ("{% for x in %}", "folder/a.html:1: unexpected end of block"),
        ("a\n{{ titel }}", "folder/a.html:2: `titel` is undefined; did you mean `title`?"),
        (
            "{{ entries[0].spekaer }}",
            "folder/a.html:1: `entries[0].spekaer` is undefined; did you mean `speaker`?",
        ),
        ("{{ zzz }}", "folder/a.html:1: `zzz` is undefined; docs/guide/templates.md lists what there is"),
        (
            "\n\n{{ entries[99].date }}",
            "folder/a.html:3: `entries[99]` is undefined; ask with `if` whether it has one",
        ),
        (
            "{{ title|shout }}",
            "folder/a.html:1: filter shout is unknown; docs/guide/templates.md lists what there is",
        ),
        (
            "{% include 'no.html' %}",
            "folder/a.html:1: tried to include non-existing template 'no.html'; names are relative to the file that gives them",
        ),
        (
            "\n{% include 'part.html' %}",
            "folder/part.html:1: `lost` is undefined; docs/guide/templates.md lists what there is",
        ),
        ("{% include 'a.html' %}", "folder/a.html:1: recursion limit exceeded"),
        ("{{ 1 / 0 }}", "folder/a.html:1: unable to calculate 1 / 0"),
    ];
    for (text, expected) in cases {
        let error = render("folder/a.html", text, &sample::timeline()).expect_err(text).to_string();
        assert!(error.starts_with(expected), "{text}: {error}");
    }
}
