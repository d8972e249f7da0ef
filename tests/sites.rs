//! The blogs in `examples/blog`, built by the real generators: Hugo and Jekyll, and for Zola by the template engine that it uses.

mod generators;
mod sample;

use dateline::render::{Flavor, Format, Options, to_string, to_string_with};
use generators::{build, copy_of, is_installed, main_of, shape};
use sample::hostile::{filled_with, hostile_markdown};
use std::path::Path;
use std::process::Command;

const HUGO: &str = "apt-get install hugo";
const JEKYLL: &str = "apt-get install jekyll";

fn write(file: &Path, text: &str) {
    std::fs::create_dir_all(file.parent().expect("a folder")).expect("target/tmp can be written");
    std::fs::write(file, text).expect("target/tmp can be written");
}

/// A post with the timeline by way of a shortcode, and once more in brief by way of the layout.
fn shows_it_twice(page: &Path) {
    let page = main_of(page);
    assert_eq!(page.select("section.dateline").length(), 1);
    assert_eq!(page.select("section.dateline .dateline-entry").length(), 9);
    assert_eq!(page.select("section.dateline style").length(), 1);
    assert_eq!(page.select("aside ol.timeline li").length(), 9);
    let planned = page.select("aside li.planned time[datetime='2026-04-13']");
    assert_eq!(planned.text().to_string(), "Monday 13 April 2026");
    assert!(page.select("p").text().contains("The work is to take five months."));
}

/// A page that dateline wrote with its front matter.
fn is_a_page_of_its_own(page: &Path) {
    let html = std::fs::read_to_string(page).expect("a page");
    let whole = dom_query::Document::from(html.as_str());
    assert_eq!(whole.select("title").text().to_string(), "The library roof");
    let description = whole.select("meta[name=description]").attr("content");
    assert_eq!(description.as_deref(), Some("9 events, 1987 to April 2026; 3 planned"));
    let page = main_of(page);
    assert_eq!(page.select("h1").text().to_string(), "The library roof", "one title");
    assert_eq!(page.select("h2").length(), 5, "four years and the sources");
    assert_eq!(page.select("li > blockquote em").length(), 18, "expressions and sources");
    assert_eq!(page.select("li > strong").length(), 9);
}

/// A post whose timeline stands between markers.
fn has_a_timeline_between_markers(page: &Path) {
    let page = main_of(page);
    assert_eq!(page.select("li > strong").length(), 4);
    assert!(page.select("li").text().contains("The fountain on Mill Square ran again on Tuesday."));
}

#[test]
fn hugo_builds_the_blog() {
    if !is_installed("hugo", HUGO) {
        return;
    }
    let site = copy_of("hugo", "blog");
    build(&site);
    shows_it_twice(&site.join("public/posts/shortcode/index.html"));
    is_a_page_of_its_own(&site.join("public/timelines/library/index.html"));
    has_a_timeline_between_markers(&site.join("public/posts/markers/index.html"));
    let list = main_of(&site.join("public/index.html")).select("li").text().to_string();
    assert!(list.contains("The library roof: 9 events, 1987 to April 2026; 3 planned"), "{list}");
}

#[test]
fn jekyll_builds_the_blog() {
    if !is_installed("jekyll", JEKYLL) {
        return;
    }
    let site = copy_of("jekyll", "blog");
    build(&site);
    shows_it_twice(&site.join("_site/include/index.html"));
    is_a_page_of_its_own(&site.join("_site/library/index.html"));
    has_a_timeline_between_markers(&site.join("_site/markers/index.html"));
    let list = main_of(&site.join("_site/index.html")).select("li").text().to_string();
    assert!(list.contains("The library roof: 9 events, 1987 to April 2026; 3 planned"), "{list}");
}

/// Posts, each with a timeline made of hostile text, in every way that a timeline gets into a post: as a page of its flavour, as
/// Markdown between markers, as a fragment within Markdown, and through the site's shortcode. Gives their names.
fn write_hostile_posts(
    flavor: Flavor,
    fragments: &Path,
    shortcode: impl Fn(&str) -> String,
    mut post: impl FnMut(&str, &str),
) -> Vec<Vec<String>> {
    let texts = std::iter::once("plain words".to_owned()).chain(hostile_markdown());
    let posts = texts.enumerate().map(|(n, text)| {
        let timeline = filled_with(&text);
        let fragment = to_string(&timeline, Format::Fragment);
        write(&fragments.join(format!("hostile-{n}.html")), &fragment);
        let embedded = Options { embedded: true, flavor, ..Options::default() };
        let page = Options { flavor, ..Options::default() };
        let page = to_string_with(&timeline, Format::Markdown, &page);
        let between = to_string_with(&timeline, Format::Markdown, &embedded);
        let front = "---\nlayout: post\ntitle: hostile\ndate: 2025-11-20\n---\n\nBefore.\n\n";
        let ways = [
            ("page", page),
            ("between", format!("{front}{between}\nAfter.\n")),
            ("within", format!("{front}{fragment}\nAfter.\n")),
            ("shortcode", format!("{front}{}\n\nAfter.\n", shortcode(&format!("hostile-{n}")))),
        ];
        ways.map(|(way, text)| {
            let name = format!("{way}-{n}");
            post(&name, &text);
            name
        })
    });
    posts.map(Vec::from).collect()
}

/// Whatever the text of an article, the page has the elements that it has with a harmless text.
fn stay_what_they_are(posts: &[Vec<String>], page: impl Fn(&str) -> std::path::PathBuf) {
    let (harmless, hostile) = posts.split_first().expect("posts");
    let texts = hostile_markdown();
    assert_eq!(hostile.len(), texts.len());
    for (way, harmless) in harmless.iter().enumerate() {
        let expected = shape(&main_of(&page(harmless)));
        assert!(expected.len() > 12, "{harmless}: {expected:?}");
        for (post, text) in hostile.iter().zip(&texts) {
            let page = main_of(&page(&post[way]));
            assert_eq!(shape(&page), expected, "{} with {text:?}:\n{}", post[way], page.html());
        }
    }
}

#[test]
fn nothing_in_an_article_means_anything_to_hugo() {
    if !is_installed("hugo", HUGO) {
        return;
    }
    let site = copy_of("hugo", "hostile");
    // As a blog has it that lets posts hold HTML.
    let config = std::fs::read_to_string(site.join("hugo.toml")).expect("a configuration");
    write(&site.join("hugo.toml"), &format!("{config}\n[markup.goldmark.renderer]\nunsafe = true\n"));
    let posts = write_hostile_posts(
        Flavor::Hugo,
        &site.join("assets/timelines"),
        |name| format!("{{{{< dateline \"{name}\" >}}}}"),
        |name, text| write(&site.join(format!("content/hostile/{name}.md")), text),
    );
    build(&site);
    stay_what_they_are(&posts, |name| site.join(format!("public/hostile/{name}/index.html")));
}

#[test]
fn nothing_in_an_article_means_anything_to_jekyll() {
    if !is_installed("jekyll", JEKYLL) {
        return;
    }
    let site = copy_of("jekyll", "hostile");
    let posts = write_hostile_posts(
        Flavor::Jekyll,
        &site.join("_includes/timelines"),
        |name| format!("{{% include dateline.html name=\"{name}\" %}}"),
        |name, text| write(&site.join(format!("_posts/2025-11-20-{name}.md")), text),
    );
    build(&site);
    stay_what_they_are(&posts, |name| site.join(format!("_site/{name}/index.html")));
}

/// Zola does not install here; its templates and its content are Tera's, which does.
#[test]
fn tera_reads_the_templates_of_zola() {
    let site = copy_of("zola", "blog");
    build(&site);
    let folder = site.clone();
    let mut tera = tera::Tera::new();
    tera.autoescape_on(vec![".html"]);
    tera.register_function("load_data", move |arguments: tera::Kwargs, _: &tera::State<'_>| {
        let file = arguments.must_get::<&str>("path")?;
        let text = std::fs::read_to_string(folder.join(file)).map_err(tera::Error::message)?;
        if arguments.get::<&str>("format")? == Some("plain") {
            return Ok(tera::Value::from(text));
        }
        let json: serde_json::Value = serde_json::from_str(&text).map_err(tera::Error::message)?;
        Ok(tera::Value::from_serializable(&json))
    });
    let templates =
        ["base.html", "index.html", "page.html", "components/dateline.html", "components/timeline.html"];
    let read = |name: &str| std::fs::read_to_string(site.join("templates").join(name)).expect("a template");
    tera.add_raw_templates(templates.map(|name| (name, read(name)))).expect("the templates are Tera's");

    let post = |name: &str| {
        let post = std::fs::read_to_string(site.join("content").join(name)).expect("a post");
        let (front, content) =
            post.strip_prefix("+++\n").and_then(|post| post.split_once("\n+++\n")).expect("front matter");
        let front: toml::Table = toml::from_str(front).expect("TOML");
        (serde_json::to_value(front).expect("JSON"), content.to_owned())
    };
    let render = |name: &str| {
        let (front, content) = post(name);
        let content = tera.render_str(&content, &tera::Context::new(), false);
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(&content.expect("content")));
        let extra = front.get("extra").cloned().unwrap_or_else(|| serde_json::json!({}));
        let mut context = tera::Context::new();
        context.insert("lang", "en");
        context.insert("config", &serde_json::json!({"title": "A town's year"}));
        context
            .insert("page", &serde_json::json!({"title": front["title"], "content": html, "extra": extra}));
        let file = site.join(format!("{name}.html"));
        write(&file, &tera.render("page.html", &context).expect("a page"));
        file
    };
    shows_it_twice(&render("component.md"));
    has_a_timeline_between_markers(&render("markers.md"));
    let (front, _) = post("library.md");
    assert_eq!(front["title"], "The library roof");
    assert_eq!(front["description"], "9 events, 1987 to April 2026; 3 planned");
    assert_eq!(main_of(&render("library.md")).select("li > strong").length(), 9);
    insta::assert_snapshot!(std::fs::read_to_string(site.join("content/library.md")).expect("a page"));
}

/// What is shown in the examples is what is written today.
#[test]
fn the_posts_in_the_examples_are_up_to_date() {
    let blog = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/blog");
    let output = Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["embed", "--check", "hugo/content/posts/markers.md", "jekyll/_posts/2026-05-20-markers.md"])
        .arg("zola/content/markers.md")
        .current_dir(blog)
        .output()
        .expect("dateline runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
