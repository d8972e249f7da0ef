//! The committed figures: reading, comparing, writing, and the README's table of them.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

/// Figures of one corpus in percent, by name.
pub(crate) type Figures = BTreeMap<String, f64>;

/// What `tests/scoreboard.toml` holds.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Board {
    /// dateline's own figures, by corpus.
    dateline: BTreeMap<String, Figures>,
    /// Other tools' figures on the same files, by tool and corpus.
    #[serde(default)]
    peers: BTreeMap<String, BTreeMap<String, Figures>>,
}

/// The words above the figures.
const HEADER: &str = "\
# What dateline reaches, in percent; tests/scoreboard/main.rs measures and compares. DATELINE_BLESS=1 writes this file anew.
# Corpora: F1 of spans (strict: the same; relaxed: overlapping), of types and of values (both on overlapping spans).
# suites: share of other projects' cases that are resolved as they expect, and of texts without a date that stay without.
";

/// Where the README's table stands.
const MARKS: [&str; 2] = ["<!-- scoreboard:begin -->\n", "<!-- scoreboard:end -->"];

/// Figures of the README's table, with the corpora for its rows.
const COLUMNS: [&str; 3] = ["strict", "relaxed", "value"];
const ROWS: [(&str, &str); 4] = [
    ("timebank", "TimeBank (183 news articles)"),
    ("aquaint", "AQUAINT (73 news articles)"),
    ("meantime-en-dev", "MEANTIME, a part (40 articles of Wikinews)"),
    ("wikiwars-dev", "WikiWars, a part (6 histories of wars)"),
];

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// The README.
pub(crate) fn readme() -> String {
    std::fs::read_to_string(path("README.md")).expect("README.md can be read")
}

/// Whether the user asked for new figures to be written.
pub(crate) fn blesses() -> bool {
    std::env::var_os("DATELINE_BLESS").is_some_and(|v| v == "1")
}

/// To one decimal, as the file has it.
fn rounded(figure: f64) -> f64 {
    (figure * 10.0).round() / 10.0
}

impl Board {
    /// The committed figures.
    pub(crate) fn read() -> Board {
        let text = std::fs::read_to_string(path("tests/scoreboard.toml"))
            .expect("tests/scoreboard.toml can be read");
        toml::from_str(&text).expect("tests/scoreboard.toml holds figures")
    }

    /// What differs from the measured figures, a line each with what to do.
    ///
    /// A corpus that the file does not list is only measured.
    pub(crate) fn compare(&self, measured: &[(String, Figures)]) -> Vec<String> {
        let mut complaints = Vec::new();
        for (corpus, figures) in measured {
            let Some(committed) = self.dateline.get(corpus) else { continue };
            for (name, was) in committed {
                let Some(is) = figures.get(name).copied().map(rounded) else {
                    complaints
                        .push(format!("{corpus}: `{name}` is in tests/scoreboard.toml but was not measured"));
                    continue;
                };
                if is < *was {
                    complaints.push(format!("{corpus}: {name} dropped from {was:.1} to {is:.1}"));
                }
                if is > *was {
                    complaints.push(format!(
                        "{corpus}: {name} rose from {was:.1} to {is:.1}; write `{name} = {is:.1}` under [dateline.{corpus}] of \
                         tests/scoreboard.toml, or run with DATELINE_BLESS=1"
                    ));
                }
            }
        }
        complaints
    }

    /// Takes over what was measured; corpora that were not keep their figures.
    pub(crate) fn take(&mut self, measured: Vec<(String, Figures)>) {
        for (corpus, figures) in measured {
            self.dateline.insert(corpus, figures.into_iter().map(|(name, f)| (name, rounded(f))).collect());
        }
    }

    /// Writes the file, and the table in the README.
    pub(crate) fn write(&self) {
        let mut text = HEADER.to_owned();
        let peers = self.peers.iter().map(|(tool, corpora)| (format!("peers.{tool}"), corpora));
        for (tool, corpora) in std::iter::once(("dateline".to_owned(), &self.dateline)).chain(peers) {
            for (corpus, figures) in corpora {
                let _ = write!(text, "\n[{tool}.{corpus}]\n");
                for (name, figure) in figures {
                    let _ = writeln!(text, "{name} = {figure:.1}");
                }
            }
        }
        std::fs::write(path("tests/scoreboard.toml"), text).expect("tests/scoreboard.toml can be written");
        let readme = readme();
        let [begin, end] = MARKS;
        let (before, rest) = readme.split_once(begin).expect("the README marks where its table begins");
        let (_, after) = rest.split_once(end).expect("the README marks where its table ends");
        let table = self.table();
        std::fs::write(path("README.md"), format!("{before}{table}{after}"))
            .expect("README.md can be written");
    }

    /// The README's table, with the marks around it.
    pub(crate) fn table(&self) -> String {
        let cell = |figures: Option<&Figures>| {
            let shown = COLUMNS.map(|name| {
                figures.and_then(|f| f.get(name)).map_or("–".to_owned(), |f| format!("{f:.1}"))
            });
            shown.join(" / ")
        };
        let [begin, end] = MARKS;
        let mut table = format!("{begin}| F1: strict / relaxed / value | dateline |");
        for tool in self.peers.keys() {
            let _ = write!(table, " {tool} |");
        }
        let _ = write!(table, "\n|---|---|{}\n", "---|".repeat(self.peers.len()));
        for (corpus, title) in ROWS {
            let _ = write!(table, "| {title} | **{}** |", cell(self.dateline.get(corpus)));
            for corpora in self.peers.values() {
                let _ = write!(table, " {} |", cell(corpora.get(corpus)));
            }
            table.push('\n');
        }
        if let Some(suites) = self.dateline.get("suites") {
            let share = |name| suites.get(name).copied().unwrap_or_default();
            let (agreed, negatives) = (share("agreed"), share("negatives"));
            let _ = write!(
                table,
                "\nOf other projects' own cases on which they agree, dateline resolves {agreed:.1} % as they expect; of their texts \
                 without a date,\n{negatives:.1} % stay without.\n"
            );
        }
        table + end
    }
}
