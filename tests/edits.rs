//! Corrections of an editor: what each does, and what becomes of those that find nothing.

mod sample;

use dateline::render::{Format, to_string};
use dateline::stored;
use dateline::timeline::{Entry, Timeline};

fn edited(toml: &str) -> Timeline {
    let mut timeline = sample::timeline();
    let edits = stored::edits(toml).expect("edits");
    assert_eq!(timeline.edit(&edits.edits, edits.added), [], "{toml}");
    timeline
}

fn find<'a>(timeline: &'a Timeline, id: &str) -> Option<&'a Entry> {
    timeline.entries.iter().find(|entry| entry.id == id)
}

#[test]
fn an_entry_is_hidden_and_nothing_points_at_it() {
    let timeline = edited("[[edit]]\nentry = 'e-10000008'\nhide = true\n");
    assert!(find(&timeline, "e-10000008").is_none());
    assert_eq!(find(&timeline, "e-10000009").unwrap().relations, []);
    assert_eq!(timeline.entries.len(), sample::timeline().entries.len() - 1);
}

#[test]
fn an_entry_is_retitled_redated_and_moves() {
    let timeline = edited(
        "[[edit]]\nentry = 'e-10000001'\nheadline = 'The first tram'\nwhen = '2025-11-30'\nstatus = 'planned'\nnote = 'from the archive'\n",
    );
    let entry = find(&timeline, "e-10000001").unwrap();
    assert_eq!((entry.headline.as_str(), entry.status.name()), ("The first tram", "planned"));
    assert_eq!(entry.when.edtf(), "2025-11-30");
    let why: Vec<String> = entry.when.why.sentences().collect();
    assert_eq!(why, ["set by an editor; the text was read as 192X", "from the archive"]);
    assert_ne!(timeline.entries[0].id, "e-10000001", "it stands where its date says");
}

#[test]
fn entries_are_merged_with_all_that_tells_them() {
    let timeline = edited("[[edit]]\nentry = 'e-10000008'\nmerge = ['e-10000007']\n");
    assert!(find(&timeline, "e-10000007").is_none());
    assert_eq!(find(&timeline, "e-10000008").unwrap().mentions.len(), 3);
}

#[test]
fn entries_are_added() {
    let timeline = edited(
        "[[add]]\nid = 'opening'\nwhen = '2027-06'\nheadline = 'The bridge opens'\nstatus = 'planned'\n",
    );
    assert_eq!(timeline.entries.last().unwrap().id, "opening");
    assert!(to_string(&timeline, Format::Markdown).contains("- **June 2027** (planned): The bridge opens\n"));
}

#[test]
fn what_finds_no_entry_is_told_with_the_nearest() {
    let mut timeline = sample::timeline();
    let edits =
        stored::edits("[[edit]]\nentry = 'e-99999999'\nwas = 'Council voted for the repair'\nhide = true\n")
            .unwrap();
    let lost = timeline.edit(&edits.edits, edits.added);
    assert_eq!(lost.len(), 1);
    assert_eq!((lost[0].edit, lost[0].entry.as_str(), edits.lines[0]), (0, "e-99999999", 1));
    assert_eq!(lost[0].nearest[0].0, "e-10000008");
    assert_eq!(timeline, sample::timeline(), "nothing else is changed");
}

#[test]
fn mistakes_are_told_with_line_and_cure() {
    for (toml, expected) in [
        (
            "[[edit]]\nentry = 'a'\n",
            "line 1: edit of a: changes nothing; give one of hide, headline, when, status, merge, note",
        ),
        (
            "\n[[edit]]\nentry = 'a'\nwhen = 'soon'\n",
            "line 2: when: `soon` is no date; write one such as 2025-11-19, 2025-11, 2025-10-27/2025-11-02 or ../2025-11-08",
        ),
        (
            "[[edit]]\nentry = 'a'\nstatus = 'done'\n",
            "line 1: status: `done` is no status; give one of reported, planned, conditional, denied, ongoing",
        ),
        (
            "[[edit]]\nentry = 'a'\nhidden = true\n",
            "line 3: unknown field `hidden`, expected one of `entry`, `was`, `hide`, `headline`, `when`, `status`, `merge`, `note`",
        ),
        (
            "[[add]]\nid = 'a b'\nwhen = '2025'\nheadline = 'x'\n",
            "line 1: id: `a b` is no id; use letters, digits and hyphens of ASCII",
        ),
    ] {
        assert_eq!(stored::edits(toml).unwrap_err().to_string(), expected);
    }
}
