//! Stories told by several articles, measured against what a careful reader takes from them.
//!
//! Every folder of `tests/stories` is one story: articles `a.txt`, `b.md`, `c.html`, …, and `gold.toml`, written before the
//! program read them. An event of the gold is found by words of the article that tell it; events with one id are one event.
//! The figures are printed, story by story, and may not fall below those in [`FLOOR`]; the stories are never tuned to the
//! program.

use chrono::NaiveDate;
use dateline::article::{self, Article, Format, Published};
use dateline::lang::Language;
use dateline::resolve::{Policy, When};
use dateline::timeline::Timeline;
use dateline::walk;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
struct Gold {
    /// When each article was published; a page or post must say so itself.
    published: BTreeMap<String, String>,
    /// Ids of events in the order in which they happened.
    order: Vec<String>,
    event: Vec<GoldEvent>,
}

#[derive(Deserialize)]
struct GoldEvent {
    id: String,
    /// The article that tells it.
    r#in: String,
    /// Words of that article that tell it.
    words: String,
    /// First day, and day after the last.
    when: [NaiveDate; 2],
    #[serde(default = "reported")]
    status: String,
    speaker: Option<String>,
}

fn reported() -> String {
    "reported".to_owned()
}

/// Right out of all.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    right: usize,
    all: usize,
}

impl Share {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.all += 1;
    }

    fn permille(self) -> usize {
        (self.right * 1000).checked_div(self.all).unwrap_or(1000)
    }
}

/// What the program reaches on all stories together, in tenths of a percent: a change may raise these, never lower them.
const FLOOR: [(&str, usize); 8] = [
    ("covered", 954),
    ("dates", 968),
    ("status", 971),
    ("speakers", 970),
    ("merged", 608),
    ("rightly", 903),
    ("conflicts", 666),
    ("order", 975),
];

/// What each measure counts.
const LEGEND: &str = "covered: events that an entry tells; dates: entries within the days that the article means; \
    merged: pairs of tellings of one event in one entry; rightly: pairs in one entry that are one event; \
    conflicts: pairs whose dates exclude each other and that an entry shows as such; order: neighbours in order";

#[derive(Default)]
struct Score {
    shares: BTreeMap<&'static str, Share>,
    wrong: Vec<String>,
}

impl Score {
    fn count(&mut self, what: &'static str, right: bool, line: impl FnOnce() -> String) {
        self.shares.entry(what).or_default().count(right);
        if !right {
            self.wrong.push(format!("{what}: {}", line()));
        }
    }

    fn share(&self, what: &str) -> Share {
        self.shares.get(what).copied().unwrap_or_default()
    }

    fn row(&self, name: &str) -> String {
        let cells = FLOOR.iter().map(|(what, _)| {
            let Share { right, all } = self.share(what);
            format!("{:>10}", format!("{right}/{all}"))
        });
        format!("{name:<16}{}", cells.collect::<String>())
    }
}

#[test]
fn stories_are_read_as_a_careful_reader_reads_them() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut folders: Vec<_> = std::fs::read_dir(root).expect("stories").flatten().map(|e| e.path()).collect();
    folders.sort();
    let mut total = Score::default();
    let mut table = String::new();
    for folder in folders.iter().filter(|f| f.is_dir()) {
        let name = folder.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        let score = score(folder);
        table += &format!("{}\n", score.row(&name));
        total.wrong.extend(score.wrong.iter().map(|line| format!("{name}: {line}")));
        for (what, share) in score.shares {
            let sum = total.shares.entry(what).or_default();
            (sum.right, sum.all) = (sum.right + share.right, sum.all + share.all);
        }
    }
    let heads: String = FLOOR.iter().map(|(what, _)| format!("{what:>10}")).collect();
    println!("{}\n{:16}{heads}\n{table}{}", total.wrong.join("\n"), "", total.row("all"));
    let percents = FLOOR.iter().map(|(what, _)| {
        let share = total.share(what).permille();
        format!("{:>10}", format!("{}.{} %", share / 10, share % 10))
    });
    println!("{:16}{}\n{LEGEND}", "", percents.collect::<String>());
    for (what, floor) in FLOOR {
        let reached = total.share(what).permille();
        assert!(reached >= floor, "{what} fell from {floor} to {reached} tenths of a percent");
    }
}

fn score(folder: &Path) -> Score {
    let gold = std::fs::read_to_string(folder.join("gold.toml")).expect("a gold file");
    let gold: Gold = toml::from_str(&gold).expect("a gold file");
    let articles: Vec<(&String, Article)> =
        gold.published.iter().map(|(name, day)| (name, read(folder, name, day))).collect();
    let read: Vec<Article> = articles.iter().map(|(_, article)| article.clone()).collect();
    let timeline =
        walk::timeline(&read, Language::english(), &Policy::default()).expect("every article is dated");
    let source = |event: &GoldEvent| {
        articles.iter().position(|(name, _)| **name == event.r#in).expect("an article of the story")
    };
    let found: Vec<Option<usize>> = gold
        .event
        .iter()
        .map(|event| entry(&timeline, source(event), &read[source(event)].text, &event.words))
        .collect();
    let mut score = Score::default();
    for (event, at) in gold.event.iter().zip(&found) {
        score.count("covered", at.is_some(), || event.words.clone());
        let Some(entry) = at.map(|n| &timeline.entries[n]) else { continue };
        let published = read[source(event)].published.as_ref().map(|p| p.day);
        let others = entry.conflicts.iter().filter(|c| c.source == source(event)).map(|c| &c.when);
        let within = std::iter::once(&entry.when).chain(others).any(|when| is_within(when, event, published));
        let line = || format!("{}: {:?} not {:?}", event.words, entry.when.edtf(), event.when);
        score.count("dates", within, line);
        let mut tellings = gold.event.iter().filter(|e| e.id == event.id);
        // What one article plans another may report.
        if tellings.clone().all(|e| e.status == event.status) {
            let right = entry.status.name() == event.status;
            score.count("status", right, || format!("{}: {}", event.words, entry.status));
        }
        if let (Some(speaker), true) = (&event.speaker, tellings.all(|e| e.speaker == event.speaker)) {
            let (wanted, named) = (speaker.to_lowercase(), entry.speaker.as_ref().map(|s| s.to_lowercase()));
            let right = named.is_some_and(|s| s.contains(&wanted) || wanted.contains(&s));
            score
                .count("speakers", right, || format!("{}: {:?} not {speaker:?}", event.words, entry.speaker));
        }
    }
    for (a, x) in gold.event.iter().enumerate() {
        for (b, y) in gold.event.iter().enumerate().skip(a + 1) {
            let (Some(m), Some(n)) = (found[a], found[b]) else { continue };
            let line = || format!("{} | {}", x.words, y.words);
            if x.id == y.id {
                score.count("merged", m == n, line);
            }
            if m == n {
                score.count("rightly", x.id == y.id, line);
            }
            if x.id == y.id && (x.when[1] <= y.when[0] || y.when[1] <= x.when[0]) {
                score.count("conflicts", m == n && !timeline.entries[m].conflicts.is_empty(), line);
            }
        }
    }
    let place = |id: &String| gold.event.iter().position(|e| e.id == *id).and_then(|n| found[n]);
    for pair in gold.order.windows(2) {
        if let (Some(a), Some(b)) = (place(&pair[0]), place(&pair[1])) {
            score.count("order", a <= b, || format!("{} before {}", pair[0], pair[1]));
        }
    }
    score
}

/// An article of a story: a text, which is told its day of publication, or a post or page, which says it.
fn read(folder: &Path, name: &str, day: &str) -> Article {
    let formats = [("txt", Format::Text), ("md", Format::Markdown), ("html", Format::Html)];
    let (file, format) = formats
        .map(|(end, format)| (format!("{name}.{end}"), format))
        .into_iter()
        .find(|(file, _)| folder.join(file).exists())
        .expect("an article of the story");
    let bytes = std::fs::read(folder.join(&file)).expect("a file");
    let mut article = article::read(&file, &bytes, format, None).expect("an article");
    let day = Published::parse(day).expect("a day");
    match format {
        Format::Text => article.published = Some(day),
        _ => assert_eq!(article.published.as_ref().map(|p| p.day), Some(day.day), "{folder:?} {file}"),
    }
    article
}

/// Whether a time lies within the days of an event. What is to come by a day is open towards the past ("by Friday"), and a
/// reader takes it to begin with publication.
fn is_within(when: &When, event: &GoldEvent, published: Option<NaiveDate>) -> bool {
    let GoldEvent { when: days, status, .. } = event;
    let since = published.filter(|_| matches!(status.as_str(), "planned" | "conditional"));
    let from = when.interval.from.map(|d| d.date()).or(since);
    let to = when.interval.to.map(|d| (d - chrono::TimeDelta::seconds(1)).date());
    from.is_some_and(|d| d >= days[0]) && to.is_some_and(|d| d < days[1])
}

/// The entry that tells these words: the one with the shortest mention around them.
fn entry(timeline: &Timeline, source: usize, text: &str, words: &str) -> Option<usize> {
    let start = text.find(words).unwrap_or_else(|| panic!("`{words}` is not in the article")) as u32;
    let end = start + words.len() as u32;
    let mentions =
        timeline.entries.iter().enumerate().flat_map(|(n, e)| e.mentions.iter().map(move |m| (n, m)));
    // The words may reach a little beyond the clause, into its time.
    mentions
        .filter(|(_, m)| m.source == source && m.span.start <= start && end <= m.span.end)
        .min_by_key(|(_, m)| m.span.len())
        .map(|(n, _)| n)
}
