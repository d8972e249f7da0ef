//! Parts of a page that say nothing of its article, such as menus and drawings: cut out while its source is pruned, unless
//! something in them tells of the page after all, or their tags do not pair.

use super::markup::{Tag, breaks_out};
use super::prune::Wanted;

/// A part that neither dates nor text are taken from.
const SILENT: [&str; 1] = ["svg"];

/// Parts that are no part of an article's text, and whose dates are other articles'.
const ASIDE: [&str; 1] = ["nav"];

/// Parts whose dates are other articles'; Readability weighs their text and counts their links.
const DATELESS: [&str; 2] = ["footer", "aside"];

/// Elements that tell of the page wherever they stand.
const TELLING: [&str; 5] = ["meta", "title", "h1", "script", "link"];

/// A part that is being passed.
#[derive(Debug)]
struct Part {
    name: &'static str,
    /// How much was kept up to its start tag's end.
    start: usize,
    /// How many elements are open within it.
    open: usize,
    /// How many of its name are open.
    level: usize,
    is_cut: bool,
}

/// Cuts silent parts out of what is kept of a page.
#[derive(Debug)]
pub(super) struct Silence {
    wanted: Wanted,
    part: Option<Part>,
}

impl Silence {
    pub(super) const fn new(wanted: Wanted) -> Self {
        Silence { wanted, part: None }
    }

    /// Goes past a start tag that has been kept; `open` elements are open now.
    pub(super) fn enter(&mut self, tag: &Tag<'_>, kept: &str, open: usize) {
        if tag.closes {
            return;
        }
        match &mut self.part {
            Some(part) => {
                part.level += usize::from(tag.name == part.name);
                let tells = match part.name {
                    // A drawing may hold HTML, or end without having been closed.
                    "svg" => !tag.is_drawn || breaks_out(&tag.name),
                    _ => !tag.is_drawn && TELLING.contains(&&*tag.name),
                };
                part.is_cut &= !tells;
            }
            None => {
                let dateless = if self.wanted == Wanted::Metadata { DATELESS.as_slice() } else { &[] };
                let name = SILENT.iter().chain(&ASIDE).chain(dateless).find(|name| **name == tag.name);
                let is_whole = tag.is_drawn || (tag.name == "svg" && tag.ends_itself);
                self.part = name.filter(|_| !is_whole).map(|name| Part {
                    name,
                    start: kept.len(),
                    open,
                    level: 1,
                    is_cut: true,
                });
            }
        }
    }

    /// Goes past an end tag that has not been kept yet; `open` elements are open behind it.
    pub(super) fn leave(&mut self, tag: &Tag<'_>, kept: &mut String, open: usize) {
        let Some(part) = self.part.as_mut().filter(|_| tag.closes) else { return };
        if tag.name != part.name {
            part.is_cut &= !(part.name == "svg" && breaks_out(&tag.name));
            return;
        }
        part.level = part.level.saturating_sub(1);
        if part.level == 0 {
            if part.is_cut && open + 1 == part.open {
                kept.truncate(part.start);
            }
            self.part = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::prune::{Wanted, pruned};

    #[test]
    fn silent_parts_are_cut_where_nothing_tells() {
        let cases = [
            ("<nav><h1>a</h1></nav>", "<nav><h1>a</h1></nav>"),
            ("<nav><meta content=a></nav>", "<nav><meta content=a></nav>"),
            ("<nav><div>a</nav>b", "<nav><div>a</nav>b"),
            ("<nav>a", "<nav>a"),
            ("<svg><g><path d=a /></g></svg>b", "<svg></svg>b"),
            ("<svg><p>a</svg>b", "<svg><p>a</svg>b"),
            ("<svg><g></p>a</g></svg>b", "<svg><g></p>a</g></svg>b"),
            ("<svg><desc><b>a</b></desc></svg>", "<svg><desc><b>a</b></desc></svg>"),
            ("<svg/>a<path>b</svg>", "<svg />a<path>b</svg>"),
            ("a<nav class=b><ul><li>c</ul></nav>d", "a<nav class=b></nav>d"),
            ("<nav><nav>a</nav>b</nav>c", "<nav></nav>c"),
        ];
        for (page, expected) in cases {
            for wanted in [Wanted::Metadata, Wanted::Article] {
                assert_eq!(pruned(page, wanted, 512).expect(page).page, expected, "{page}");
            }
        }
        let cases = [("<aside><p>a</aside><footer>b</footer>", "<aside></aside><footer></footer>")];
        for (page, expected) in cases {
            assert_eq!(pruned(page, Wanted::Metadata, 512).expect(page).page, expected, "{page}");
            assert_eq!(pruned(page, Wanted::Article, 512).expect(page).page, page);
        }
    }
}
