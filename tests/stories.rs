//! Stories told by several articles, measured against what a careful reader takes from them.
//!
//! Every folder of `tests/stories` is one story: articles `a.txt`, `b.txt`, …, and `gold.toml`, written before the program
//! read them. An event of the gold is found by words of the article that tell it; events with one id are one event. The
//! figures are printed, and may not fall below those in [`FLOOR`]; the stories are never tuned to the program.

use chrono::NaiveDate;
use dateline::article::{self, Format, Published};
use dateline::lang::Language;
use dateline::resolve::Policy;
use dateline::timeline::Timeline;
use dateline::walk;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
struct Gold {
    /// When each article was published.
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

    fn percent(self) -> usize {
        (self.right * 100).checked_div(self.all).unwrap_or(100)
    }
}

/// What the program reaches, in whole percent: a change may raise these, never lower them.
const FLOOR: [(&str, usize); 7] = [
    ("covered", 97),
    ("dates", 95),
    ("status", 100),
    ("speakers", 100),
    ("told twice, merged", 100),
    ("merged, rightly", 100),
    ("order", 96),
];

#[test]
fn stories_are_read_as_a_careful_reader_reads_them() {
    let mut shares: BTreeMap<&str, Share> = FLOOR.iter().map(|(name, _)| (*name, Share::default())).collect();
    let mut wrong = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories");
    let mut folders: Vec<_> = std::fs::read_dir(root).expect("stories").flatten().map(|e| e.path()).collect();
    folders.sort();
    for folder in folders.iter().filter(|f| f.is_dir()) {
        score(folder, &mut shares, &mut wrong);
    }
    for line in &wrong {
        println!("{line}");
    }
    for (name, floor) in FLOOR {
        let share = shares[name];
        println!("{name}: {} of {} = {} %", share.right, share.all, share.percent());
        assert!(share.percent() >= floor, "{name} fell below {floor} %");
    }
}

fn score(folder: &Path, shares: &mut BTreeMap<&str, Share>, wrong: &mut Vec<String>) {
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file of the story");
    let gold: Gold = toml::from_str(&read("gold.toml")).expect("a gold file");
    let texts: Vec<(String, String)> =
        gold.published.keys().map(|name| (name.clone(), read(&format!("{name}.txt")))).collect();
    let articles: Vec<_> = texts
        .iter()
        .map(|(name, text)| {
            let mut article =
                article::read(&format!("{name}.txt"), text.as_bytes(), Format::Text, None).expect("a text");
            article.published = Published::parse(&gold.published[name]).ok();
            article
        })
        .collect();
    let timeline =
        walk::timeline(&articles, Language::english(), &Policy::default()).expect("dates are given");
    let found: Vec<Option<usize>> = gold
        .event
        .iter()
        .map(|event| {
            let source = texts.iter().position(|(name, _)| *name == event.r#in).expect("an article");
            entry(&timeline, source, &articles[source].text, &event.words)
        })
        .collect();
    let name = folder.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let mut count = |what: &'static str, right: bool, line: String| {
        shares.entry(what).or_default().count(right);
        if !right {
            wrong.push(format!("{what}: {name}: {line}"));
        }
    };
    for (event, at) in gold.event.iter().zip(&found) {
        count("covered", at.is_some(), event.words.clone());
        let Some(entry) = at.map(|n| &timeline.entries[n]) else { continue };
        let days = entry.when.interval;
        let (from, to) =
            (days.from.map(|d| d.date()), days.to.map(|d| (d - chrono::TimeDelta::seconds(1)).date()));
        let within = from.is_some_and(|d| d >= event.when[0]) && to.is_some_and(|d| d < event.when[1]);
        count("dates", within, format!("{}: {:?} not {:?}", event.words, entry.when.edtf(), event.when));
        // What one article plans another may report.
        let told_once = gold.event.iter().filter(|e| e.id == event.id).count() == 1;
        if told_once {
            count(
                "status",
                entry.status.name() == event.status,
                format!("{}: {}", event.words, entry.status),
            );
            if let Some(speaker) = &event.speaker {
                let wanted = speaker.to_lowercase();
                let right = entry
                    .speaker
                    .as_ref()
                    .map(|s| s.to_lowercase())
                    .is_some_and(|s| s.contains(&wanted) || wanted.contains(&s));
                count("speakers", right, format!("{}: {:?}", event.words, entry.speaker));
            }
        }
    }
    for (a, x) in gold.event.iter().enumerate() {
        for (b, y) in gold.event.iter().enumerate().skip(a + 1) {
            let (Some(m), Some(n)) = (found[a], found[b]) else { continue };
            if x.id == y.id {
                count("told twice, merged", m == n, x.words.clone());
            }
            if m == n {
                count("merged, rightly", x.id == y.id, format!("{} | {}", x.words, y.words));
            }
        }
    }
    let place = |id: &String| gold.event.iter().position(|e| e.id == *id).and_then(|n| found[n]);
    for pair in gold.order.windows(2) {
        if let (Some(a), Some(b)) = (place(&pair[0]), place(&pair[1])) {
            count("order", a <= b, format!("{} before {}", pair[0], pair[1]));
        }
    }
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
