//! Corrections of an editor: what each does, and what becomes of those that find nothing.

mod sample;

use dateline::render::{Format, to_string};
use dateline::stored;
use dateline::timeline::{Detail, Entry, Missing, Selection, Timeline};

fn edited(toml: &str) -> Timeline {
    let mut timeline = sample::timeline();
    let edits = stored::edits(toml).expect("edits");
    assert_eq!(timeline.edit(&edits).lost, [], "{toml}");
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
    assert_eq!(why, ["set by an editor; the text was read as 192X"]);
    assert_eq!(entry.notes, ["from the archive"]);
    for format in [Format::Html, Format::Markdown] {
        let printed = to_string(&timeline, format);
        assert!(printed.contains("Editor’s note: ") && printed.contains("from the archive"), "{format}");
    }
    assert_ne!(timeline.entries[0].id, "e-10000001", "it stands where its date says");
}

#[test]
fn who_had_the_old_date_keeps_it_when_sources_disagree() {
    let dates = |when: &str| {
        let mut timeline = sample::timeline();
        let friday = find(&timeline, "e-10000009").unwrap().when.clone();
        timeline
            .entries
            .iter_mut()
            .flat_map(|entry| &mut entry.conflicts)
            .for_each(|it| it.when = friday.clone());
        let toml = format!("[[edit]]\nentry = 'e-10000008'\nwhen = '{when}'\n");
        assert_eq!(timeline.edit(&stored::edits(&toml).unwrap()).lost, []);
        let entry = find(&timeline, "e-10000008").unwrap();
        assert_eq!(entry.when.edtf(), when);
        let dates = entry.conflicts.iter().map(|it| (it.source, it.phrase.clone(), it.when.edtf()));
        (dates.collect::<Vec<_>>(), to_string(&timeline, Format::Html))
    };
    let s1 = (0, "Wednesday night".to_owned(), "2025-11-19".to_owned());
    let s2 = (1, "Thursday".to_owned(), "2025-11-21".to_owned());
    // The other article's date: now that one agrees, and the first does not.
    let (others, page) = dates("2025-11-21");
    assert_eq!(others, std::slice::from_ref(&s1));
    assert!(!page.contains("The editor’s date"));
    // A date that no article gives is the editor's.
    let (others, page) = dates("2025-11-17");
    assert_eq!(others, [s1, s2]);
    assert!(page.contains(">The editor’s date</span>"));
    // One that all of them lie in is no disagreement any more.
    let (others, page) = dates("2025-11");
    assert_eq!(others, []);
    assert!(!page.contains("Sources disagree"));
}

#[test]
fn an_editors_date_outlives_a_split() {
    let timeline = edited(
        "[[edit]]\nentry = 'e-10000008'\nwhen = '2025-11-17'\n\
         [[edit]]\nentry = 'e-10000008'\nsplit = [{ source = 's2' }]\n",
    );
    assert_eq!(find(&timeline, "e-10000008").unwrap().when.edtf(), "2025-11-17");
    assert_eq!(find(&timeline, "e-20000008").unwrap().when.edtf(), "2025-11-20");
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
fn what_another_source_tells_is_split_off_with_its_own_words_and_time() {
    for source in ["s2", "s2.html", "Tram repair passes"] {
        let timeline =
            edited(&format!("[[edit]]\nentry = 'e-10000008'\nsplit = [{{ source = '{source}' }}]\n"));
        let (old, new) = (
            find(&timeline, "e-10000008").unwrap(),
            find(&timeline, "e-20000008").expect("the telling's id"),
        );
        assert_eq!(new.headline, "The vote for the repair was 9–4");
        assert_eq!(new.when.edtf(), "2025-11-20");
        assert_eq!(new.when.why.sentences().last().as_deref(), Some("set apart by an editor"));
        let sources = |entry: &Entry| entry.mentions.iter().map(|m| m.source).collect::<Vec<_>>();
        assert_eq!((sources(old), sources(new)), (vec![0], vec![1]));
        assert_eq!(
            (&old.conflicts, &new.conflicts),
            (&Vec::new(), &Vec::new()),
            "they need not agree any more"
        );
        assert_eq!(old.when, find(&sample::timeline(), "e-10000008").unwrap().when);
    }
    // Whoever told it first keeps id, words and relations, whichever part is named.
    let timeline = edited("[[edit]]\nentry = 'e-10000008'\nsplit = [{ source = 's1' }]\n");
    assert_eq!(find(&timeline, "e-10000008").unwrap().mentions[0].source, 0);
    assert_eq!(find(&timeline, "e-20000008").unwrap().mentions[0].source, 1);
}

#[test]
fn a_sentence_that_tells_two_events_is_split_by_a_headline() {
    let timeline = edited(
        "[[edit]]\nentry = 'e-10000007'\nsplit = [{ headline = 'The request was made', when = '2025-09' }, \
         { id = 'second', headline = 'The request was read', status = 'denied' }]\nheadline = 'It was turned down'\n",
    );
    let made = timeline.entries.iter().find(|entry| entry.headline == "The request was made").unwrap();
    assert_eq!((made.when.edtf().as_str(), made.mentions.len()), ("2025-09", 1));
    assert!(made.id.starts_with("e-") && made.id != "e-10000007");
    assert_eq!(find(&timeline, "second").unwrap().status.name(), "denied");
    assert_eq!(find(&timeline, "e-10000007").unwrap().headline, "It was turned down");
    assert_eq!(timeline.entries.len(), sample::timeline().entries.len() + 2);
}

#[test]
fn what_was_merged_can_be_split_again() {
    let timeline = edited(
        "[[edit]]\nentry = 'e-10000009'\nmerge = ['e-10000008']\n[[edit]]\nentry = 'e-10000009'\nsplit = [{ source = 's2' }]\n",
    );
    assert_eq!(find(&timeline, "e-20000008").unwrap().headline, "The vote for the repair was 9–4");
    assert_eq!(find(&timeline, "e-10000009").unwrap().mentions.len(), 2);
    assert!(find(&timeline, "e-10000008").is_none());
}

#[test]
fn a_file_can_name_the_timeline() {
    assert_eq!(edited("title = 'Ten years of trams'\n").title.as_deref(), Some("Ten years of trams"));
}

const FIRST: &str = "The council met on Monday. It will vote on Friday, November 21st. Ana Ruiz left in May.";

fn built(texts: &[&str], selection: Selection, toml: &str) -> (Timeline, Vec<String>) {
    let mut builder = Timeline::builder().selection(selection);
    for (n, text) in texts.iter().enumerate() {
        builder = builder.text(format!("{n}.txt"), *text, "2025-11-20".parse().expect("a day"));
    }
    let (timeline, edited) =
        builder.build_corrected(&stored::edits(toml).expect("edits")).expect("all have dates");
    (timeline, edited.lost.into_iter().map(|lost| lost.missing.to_string()).collect())
}

fn headlines(timeline: &Timeline) -> Vec<&str> {
    timeline.entries.iter().map(|entry| entry.headline.as_str()).collect()
}

#[test]
fn edits_outlive_changed_articles_and_new_ones() {
    let (timeline, _) = built(&[FIRST], Selection::default(), "");
    let id = &timeline.entries[1].id;
    let toml = format!("[[edit]]\nentry = '{id}'\nheadline = 'The first meeting'\n");
    let expected = |texts: &[&str]| {
        let (timeline, lost) = built(texts, Selection::default(), &toml);
        assert_eq!(lost, [""; 0], "{texts:?}");
        assert!(headlines(&timeline).contains(&"The first meeting"), "{:?}", headlines(&timeline));
        timeline
    };
    // Other sentences come, go and move, and articles are put before it.
    expected(&["Rain fell on Sunday. The council met on Monday. Nobody came."]);
    expected(&["Rain fell on Sunday.", FIRST]);
    // Another article, put before it, tells the same: the link and the edit find what has become of it.
    let timeline = expected(&["The council met for hours on Monday, November 17th.", FIRST]);
    let told = timeline.entries.iter().find(|entry| entry.headline == "The first meeting").unwrap();
    assert_eq!(told.mentions.len(), 2, "{:?}", headlines(&timeline));
    assert_ne!(&told.id, id);
    let page = to_string(&timeline, Format::Html);
    assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "the old link leads there");
}

#[test]
fn edits_find_what_a_selection_leaves_out() {
    let (timeline, _) = built(&[FIRST], Selection::default(), "");
    let [left, met, vote] = [0, 1, 2].map(|n| timeline.entries[n].id.clone());
    let about = Selection { about: Some("Ruiz".into()), ..Selection::default() };
    let hide = format!("[[edit]]\nentry = '{met}'\nhide = true\n");
    let (timeline, lost) = built(&[FIRST], about.clone(), &hide);
    assert_eq!((headlines(&timeline), lost), (vec!["Ana Ruiz left"], vec![]));
    // What is pinned is shown nevertheless.
    let pin = format!(
        "[[edit]]\nentry = '{vote}'\npin = true\n[[edit]]\nentry = '{left}'\nheadline = 'Ruiz went'\n"
    );
    let (timeline, lost) = built(&[FIRST], about, &pin);
    assert_eq!((headlines(&timeline), lost), (vec!["Ruiz went", "The council will vote"], vec![]));
}

#[test]
fn edits_find_what_only_a_fuller_timeline_shows() {
    let text = "The council met on Monday. Reporters waited outside.";
    let full = Selection { detail: Detail::Full, ..Selection::default() };
    let (timeline, _) = built(&[text], full.clone(), "");
    let waited = timeline.entries.iter().find(|entry| entry.headline.contains("waited")).unwrap();
    let edit = |change: &str| format!("[[edit]]\nentry = '{}'\n{change}\n", waited.id);
    let (normal, lost) = built(&[text], Selection::default(), &edit("hide = true"));
    assert_eq!((normal.entries.len(), lost), (1, vec![]));
    let (pinned, lost) = built(&[text], Selection::default(), &edit("pin = true"));
    assert_eq!((pinned.entries.len(), lost), (2, vec![]));
    let (hidden, lost) = built(&[text], full, &edit("hide = true"));
    assert_eq!((hidden.entries.len(), lost), (timeline.entries.len() - 1, vec![]));
}

#[test]
fn what_finds_no_entry_is_told_with_the_nearest() {
    let nearest = |toml: &str| {
        let mut timeline = sample::timeline();
        let edits = stored::edits(toml).unwrap();
        let edited = timeline.edit(&edits);
        assert_eq!(timeline, sample::timeline(), "nothing else is changed");
        let [lost, ..] = edited.lost.as_slice() else { panic!("{toml}") };
        assert_eq!((lost.edit, lost.line), (0, Some(1)));
        match &lost.missing {
            Missing::Entry { id, nearest } => {
                assert!(toml.contains(id.as_str()));
                nearest.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>()
            }
            other => panic!("{other:?}"),
        }
    };
    let first = |toml: &str| nearest(toml)[0].clone();
    assert_eq!(
        first("[[edit]]\nentry = 'e-99999999'\nwas = 'Council voted on a repair'\nhide = true\n"),
        "e-10000008"
    );
    // Without the old headline, the new one tells, or the time, or a slip in the id.
    assert_eq!(first("[[edit]]\nentry = 'e-99999999'\nheadline = 'Cracks under the bridge'\n"), "e-10000005");
    assert_eq!(first("[[edit]]\nentry = 'e-99999999'\nwhen = '2025-10-13'\n"), "e-10000004");
    assert_eq!(first("[[edit]]\nentry = 'e-10000x10'\nhide = true\n"), "e-10000010");
    assert_eq!(first("[[edit]]\nentry = 'e-1000010'\nhide = true\n"), "e-10000010", "a digit was left out");
    assert_eq!(
        first("[[edit]]\nentry = 'e-99999999'\nmerge = ['e-10000004']\n"),
        "e-10000005",
        "by its partner's time"
    );
    // Where nothing else tells, what stands beside those that are corrected before it and behind it.
    let beside = nearest(
        "[[edit]]\nentry = 'e-99999999'\npin = true\n[[edit]]\nentry = 'e-10000003'\npin = true\n[[edit]]\nentry = 'e-10000002'\npin = true\n",
    );
    assert!(
        beside.contains(&"e-10000004".to_owned()) && !beside.contains(&"e-10000003".to_owned()),
        "{beside:?}"
    );
    assert_eq!(nearest("[[edit]]\nentry = 'e-99999999'\nhide = true\n"), [""; 0]);
}

#[test]
fn what_cannot_be_split_is_told() {
    for (toml, expected) in [
        (
            "[[edit]]\nentry = 'e-10000008'\nsplit = [{ source = 's7' }]\n",
            "`s7` does not tell e-10000008; it is told by s1, s2",
        ),
        (
            "[[edit]]\nentry = 'e-10000007'\nsplit = [{ source = 's1' }]\n",
            "`s1` alone tells e-10000007, so there is nothing to part; give a `headline` instead",
        ),
        // All of it, or none.
        (
            "[[edit]]\nentry = 'e-10000008'\nsplit = [{ source = 's2' }, { source = 's7' }]\n",
            "`s7` does not tell e-10000008; it is told by s1",
        ),
        (
            "[[edit]]\nentry = 'e-10000008'\nsplit = [{ source = 's2', id = 'e-10000001' }]\n",
            "`e-10000001` is the id of another entry (The Port Ellery tram opened); give another",
        ),
        (
            "[[add]]\nid = 'e-10000001'\nwhen = '2025'\nheadline = 'x'\n",
            "`e-10000001` is the id of another entry (The Port Ellery tram opened); give another",
        ),
        (
            "[[add]]\nid = 'x'\nwhen = '2025'\nheadline = 'x'\nsource = 'The Ledger'\n",
            "`The Ledger` is no article of the timeline; give the day on which it was `published`",
        ),
    ] {
        let mut timeline = sample::timeline();
        let edited = timeline.edit(&stored::edits(toml).unwrap());
        assert_eq!(edited.lost[0].missing.to_string(), expected);
        assert_eq!(timeline, sample::timeline());
    }
}

#[test]
fn mistakes_are_told_with_line_and_cure() {
    for (toml, expected) in [
        (
            "[[edit]]\nentry = 'a'\n",
            "line 1: edit of a: changes nothing; give one of hide, pin, headline, when, status, merge, split, note",
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
            "line 3: unknown field `hidden`, expected one of `entry`, `was`, `hide`, `pin`, `headline`, `when`, `status`, `merge`, `split`, `note`",
        ),
        (
            "[[edit]]\nentry = 'a'\nsplit = [{ when = '2025' }]\n",
            "line 1: split: give the `source` whose telling it is, or a `headline` for what the sentence tells besides",
        ),
        (
            "[[add]]\nid = 'a'\nwhen = '2025'\nheadline = 'x'\n[[add]]\nid = 'a'\nwhen = '2026'\nheadline = 'y'\n",
            "line 5: id: `a` is the id of another one, too; give each its own",
        ),
        (
            "[[edit]]\nentry = 'a'\nmerge = ['b', 'a']\n",
            "line 1: merge: `a` cannot be merged with itself; name the others",
        ),
        (
            "[[add]]\nid = 'a'\nwhen = '2025'\nheadline = 'x'\nurl = 'https://a.example'\npublished = 'today'\n",
            "line 1: published: `today` is no day; write it as YYYY-MM-DD",
        ),
        (
            "[[add]]\nid = 'a'\nwhen = '2025'\nheadline = 'x'\npublished = '2025-11-20'\n",
            "line 1: published: names no article; give its `source` or `url`",
        ),
        (
            "[[add]]\nid = 'a b'\nwhen = '2025'\nheadline = 'x'\n",
            "line 1: id: `a b` is no id; use letters, digits and hyphens of ASCII",
        ),
    ] {
        assert_eq!(stored::edits(toml).unwrap_err().to_string(), expected);
    }
}

#[test]
fn an_entry_is_split_into_all_its_tellings() {
    for toml in [
        "split = [{ source = 's1' }, { source = 's2', headline = 'It passed', when = '2025-11-21' }]",
        "split = [{ source = 's2', headline = 'It passed', when = '2025-11-21' }, { source = 's1' }]",
    ] {
        let timeline = edited(&format!("[[edit]]\nentry = 'e-10000008'\n{toml}\n"));
        let (first, second) =
            (find(&timeline, "e-10000008").unwrap(), find(&timeline, "e-20000008").unwrap());
        assert_eq!((first.mentions[0].source, first.when.edtf().as_str()), (0, "2025-11-19"), "{toml}");
        assert_eq!((second.mentions[0].source, second.headline.as_str()), (1, "It passed"), "{toml}");
        assert_eq!(second.when.edtf(), "2025-11-21");
        assert_eq!(timeline.entries.len(), sample::timeline().entries.len() + 1);
    }
}

#[test]
fn what_is_hidden_is_not_lost() {
    let mut timeline = sample::timeline();
    let toml =
        "[[edit]]\nentry = 'e-10000001'\nhide = true\n[[edit]]\nentry = 'e-10000001'\nheadline = 'x'\n";
    let edited = timeline.edit(&stored::edits(toml).unwrap());
    assert_eq!(edited.lost.len(), 1);
    assert_eq!(
        edited.lost[0].missing.to_string(),
        "`e-10000001` is hidden by line 1; take one of the two out"
    );
}

#[test]
fn an_added_entry_names_its_source() {
    let add = |rest: &str| {
        edited(&format!("[[add]]\nid = 'a'\nwhen = '2027'\nheadline = 'The bridge opens'\n{rest}\n"))
    };
    let told = |timeline: &Timeline| find(timeline, "a").unwrap().mentions[0].source;
    // One of the timeline's, by whatever names it: the link leads to the page, as no sentence of it is known.
    for source in ["s1", "s1.html", "Council votes to repair the harbour line"] {
        let timeline = add(&format!("source = '{source}'"));
        assert_eq!((told(&timeline), timeline.sources.len()), (0, 2));
        let page = to_string(&timeline, Format::Html);
        let entry = page.split("id=\"a\"").nth(1).and_then(|rest| rest.split("</li>").next()).unwrap();
        assert!(entry.contains("href=\"https://ledger.example/2025/11/20/harbour-line\""), "{entry}");
    }
    // The wording, where the editor gives it, is what the link looks for.
    let page = to_string(&add("source = 's1'\ntext = 'It opens in 2027.'"), Format::Html);
    assert!(page.contains("harbour-line#:~:text=It%20opens%20in%202027."));
    // Another article becomes one of the timeline's.
    let timeline = add("source = 'The Ledger'\nurl = 'https://ledger.example/b'\npublished = '2025-11-21'");
    assert_eq!((told(&timeline), timeline.sources[2].id.as_str()), (2, "s3"));
    for format in [Format::Html, Format::Markdown, Format::JsonLd] {
        assert!(to_string(&timeline, format).contains("https://ledger.example/b"), "{format}");
    }
    let json = to_string(&timeline, Format::Json);
    let read = stored::read(&json).unwrap();
    assert_eq!(to_string(&read, Format::Html), to_string(&timeline, Format::Html));
}

#[test]
fn what_the_editor_saw_finds_an_entry_whose_text_has_changed() {
    let text = "A maintenance crew noticed the crack on Sept. 26. The crew painted a railing on Sept. 30. The council met on Monday.";
    let (timeline, _) = built(&[text], Selection::default(), "");
    let entry = timeline.entries.iter().find(|entry| entry.headline.contains("crack")).unwrap();
    let (id, was) = (entry.id.clone(), entry.headline.clone());
    let edit = |was: &str| {
        format!("[[edit]]\nentry = '{id}'\n{was}\nheadline = 'The crack'\nnote = 'n'\npin = true\n")
    };
    let was = edit(&format!("was = '{was}'"));
    let council = Selection { about: Some("council".into()), ..Selection::default() };
    for changed in
        [text.replace("Sept. 26", "Sept. 21"), text.replace("A maintenance", "After lunch, a maintenance")]
    {
        let mut old = built(&[&changed], Selection::default(), "").0;
        assert!(find(&old, &id).is_none(), "its id is gone");
        for selection in [Selection::default(), council.clone()] {
            let (timeline, lost) = built(&[&changed], selection, &was);
            assert_eq!(lost, [""; 0]);
            let entry = timeline.entries.iter().find(|entry| entry.headline == "The crack").unwrap();
            assert_eq!((entry.notes.len(), &entry.former), (1, &vec![id.clone()]));
            let page = to_string(&timeline, Format::Html);
            assert_eq!(page.matches(&format!("id=\"{id}\"")).count(), 1, "the old link leads there");
            let read = stored::read(&to_string(&timeline, Format::Json)).unwrap();
            assert_eq!(to_string(&read, Format::Html), page, "and is stored");
        }
        let edited = old.edit(&stored::edits(&was).unwrap());
        let found = edited.found.iter().map(ToString::to_string).collect::<Vec<_>>();
        assert!(matches!(found.as_slice(), [one] if one.starts_with(&format!("`{id}` is e-"))), "{found:?}");
        // Without it, it is lost.
        assert_eq!(built(&[&changed], Selection::default(), &edit("")).1.len(), 3);
    }
    // Two that are equally like it leave a doubt, and so do words that many share.
    let twice =
        "A maintenance crew noticed the crack on Sept. 21. A maintenance crew noticed the crack on Oct. 2.";
    assert_eq!(built(&[twice], Selection::default(), &was).1.len(), 3);
    assert_eq!(built(&["The crew painted a railing on Sept. 30."], Selection::default(), &was).1.len(), 3);
}
