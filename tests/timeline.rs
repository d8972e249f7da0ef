//! Articles as the timeline room joins them: order, merging, ids, offsets.

use dateline::article::{self, Article, Format, Published};
use dateline::lang::Language;
use dateline::resolve::Policy;
use dateline::timeline::{Detail, Selection, Timeline};
use dateline::walk;

/// An article with its publication date.
fn article(n: usize, published: &str, text: &str) -> Article {
    let mut article =
        article::read(&format!("{n}.txt"), text.as_bytes(), Format::Text, None).expect("a text");
    article.published = Some(Published::parse(published).expect("a date"));
    article.title = Some(format!("Article {n}"));
    article
}

/// A timeline of articles, each with its publication date, of what a selection asks for.
fn selected(articles: &[(&str, &str)], selection: &Selection) -> Timeline {
    let articles: Vec<_> =
        articles.iter().enumerate().map(|(n, (day, text))| article(n, day, text)).collect();
    walk::select(&articles, Language::english(), &Policy::default(), selection).expect("all have dates")
}

fn timeline(articles: &[(&str, &str)]) -> Timeline {
    selected(articles, &Selection::default())
}

fn headlines(timeline: &Timeline) -> Vec<&str> {
    timeline.entries.iter().map(|e| e.headline.as_str()).collect()
}

#[test]
fn entries_stand_in_the_order_of_time() {
    let text = "The harbour will reopen on Friday. Workers struck on Monday. Last month, the board cut their pay. \
                The port was built in 1911.";
    let found = timeline(&[("2025-11-20", text)]);
    let want = ["The port was built", "The board cut their pay", "Workers struck", "The harbour will reopen"];
    assert_eq!(headlines(&found), want);
    assert_eq!(found.title.as_deref(), Some("Article 0"));
}

#[test]
fn a_caption_joins_the_quote() {
    let text = "“We agreed that this meeting will take place at the old palace on Friday, November 21st,” Ames wrote on \
                his blog Wednesday night.\n\nPremier Lena Ames announced that she and Mayor Ito plan to meet in the old \
                palace on Friday";
    let found = timeline(&[("2025-11-20", text)]);
    let meeting = found.entries.last().expect("two entries");
    assert_eq!(found.entries.len(), 2, "{:?}", headlines(&found));
    assert_eq!(meeting.headline, "Premier Lena Ames and Mayor Ito plan to meet in the old palace");
    assert_eq!(meeting.mentions.len(), 2);
    assert!(meeting.when.why.sentences().any(|w| w.contains("told again")));
    for mention in &meeting.mentions {
        let phrase = mention.expression.as_ref().expect("an expression");
        assert_eq!(phrase.span.of(text), phrase.text);
        let chars: String = text.chars().skip(phrase.chars.0).take(phrase.chars.1 - phrase.chars.0).collect();
        assert_eq!(chars, phrase.text, "offsets in characters, too");
        assert!(mention.span.contains(phrase.span));
    }
}

#[test]
fn two_articles_tell_one_event() {
    let found = timeline(&[
        ("2025-11-18", "The harbour board will vote on the new bridge on Wednesday, officials said."),
        ("2025-11-20", "The harbour board voted for the new bridge on Wednesday."),
    ]);
    assert_eq!(found.entries.len(), 1, "{:?}", headlines(&found));
    let entry = &found.entries[0];
    assert_eq!(entry.status.to_string(), "reported", "the later article knows more");
    assert_eq!(entry.headline, "The harbour board voted for the new bridge");
    assert_eq!(entry.mentions.iter().map(|m| m.source).collect::<Vec<_>>(), [1, 0]);
    assert_eq!(found.title, None);
}

#[test]
fn different_events_of_one_day_stay_apart() {
    let text = "Ames said on Wednesday that the port is safe. Ames met the union on Wednesday. The ferry sank on Wednesday. \
                The union met in Porto on Monday.";
    let found = timeline(&[("2025-11-20", text)]);
    assert_eq!(found.entries.len(), 4, "{:?}", headlines(&found));
}

#[test]
fn ids_survive_redating() {
    let text = "The ferry sank on Wednesday.";
    let (a, b) = (timeline(&[("2025-11-20", text)]), timeline(&[("2025-11-28", text)]));
    assert_eq!(a.entries[0].id, b.entries[0].id);
    assert_ne!(a.entries[0].when, b.entries[0].when);
}

#[test]
fn many_tellings_take_linear_work() {
    use std::fmt::Write;
    let mut text = String::new();
    for n in 0..2000 {
        writeln!(text, "The ferry number {n} from port {n} reached harbour {n} on Wednesday.\n")
            .expect("a string");
    }
    let found = timeline(&[("2025-11-20", &text)]);
    assert!(!found.entries.is_empty());
    let mentions: usize = found.entries.iter().map(|e| e.mentions.len()).sum();
    assert_eq!(mentions, 2000, "nothing is lost");
}

#[test]
fn events_place_each_other() {
    let text = "Voters chose Ames as mayor last Tuesday. Days before the election, Ames met the union. Throughout the race, \
                Boone called him a clown. Ahead of the vote, the premier backed Boone. Two days after the election, Boone left \
                the city. On Wednesday Ames wrote on Chatter that the port will close. Shortly before Ames’s Chatter post, \
                dockers struck.";
    let found = timeline(&[("2025-11-20", text)]);
    let shown: Vec<_> = found
        .entries
        .iter()
        .map(|e| format!("{} {} {}", e.when.edtf(), e.when.certainty, e.headline))
        .collect();
    let want = [
        "../2025-11-18 bounded Boone called him a clown",
        "../2025-11-18 bounded The premier backed Boone",
        "2025-11-09/2025-11-18 approximate Ames met the union",
        "2025-11-18 exact Voters chose Ames as mayor",
        "2025-11-19 bounded Dockers struck",
        "2025-11-19 exact Ames wrote on Chatter that the port will close",
        "2025-11-20 exact Boone left the city",
    ];
    assert_eq!(shown, want);
    let election = &found.entries[3].id;
    for entry in &found.entries[..3] {
        assert!(
            entry.relations.iter().any(|r| r.entry == *election && r.kind.to_string() == "before"),
            "{entry:?}"
        );
        assert!(entry.when.why.sentences().any(|w| w.contains("the text dates")));
    }
}

#[test]
fn two_clues_on_one_happening_narrow_each_other() {
    let text = "Ames won the mayoral race earlier this month, beating Boone. “A million people voted for this plan just two weeks \
                ago,” a spokesman for Ames said.";
    let found = timeline(&[("2025-11-20", text)]);
    let won = found.entries.iter().find(|e| e.headline.contains("won")).expect("an entry");
    let days = won.when.interval;
    assert_eq!(days.from.map(|d| d.to_string()).as_deref(), Some("2025-11-03 00:00:00"));
    assert_eq!(days.to.map(|d| d.to_string()).as_deref(), Some("2025-11-10 00:00:00"));
    assert_eq!(won.when.certainty.to_string(), "inferred");
}

#[test]
fn another_article_dates_what_one_names() {
    let first = "The ferry Marigold struck Gannet Rock in thick fog on Tuesday night.";
    let second = "Two days after the Gannet Rock wreck of the ferry, the captain was charged.";
    let found = timeline(&[("2025-11-19", first), ("2025-11-26", second)]);
    let charged = found.entries.iter().find(|e| e.headline.contains("charged")).expect("an entry");
    assert_eq!(charged.when.edtf(), "2025-11-20");
    assert_eq!(charged.relations.len(), 1);
}

#[test]
fn headings_date_what_stands_under_them() {
    let text = "The siege of the old fort\n\nOctober 29\n\nThe rebels took the bridge. They cut the line.\n\nOctober 31\n\n\
                Troops reached the fort.\n\nNovember 2: Truce – Both sides laid down their arms.\n";
    let found = timeline(&[("2025-11-20", text)]);
    let shown: Vec<_> = found.entries.iter().map(|e| format!("{} {}", e.when.edtf(), e.headline)).collect();
    let want = [
        "2025-10-29 The rebels took the bridge",
        "2025-10-29 The rebels cut the line",
        "2025-10-31 Troops reached the fort",
        "2025-11-02 Both sides laid down their arms",
    ];
    assert_eq!(shown, want);
    assert!(found.entries[0].when.why.sentences().any(|w| w.contains("October 29")));
    assert!(found.entries[0].mentions[0].expression.is_none());
}

#[test]
fn details_choose_how_much() {
    let text = "The council closed the bridge on Monday.\n\nIt is old.\n\nIt was built of oak.\n\nRust ate it.\n\n\
                Divers saw the cracks on Sunday.\n\nA vote is set for December 1.";
    let count = |detail| {
        let selection = Selection { detail, ..Selection::default() };
        selected(&[("2025-11-20", text)], &selection).entries.len()
    };
    assert_eq!(count(Detail::Brief), 2, "the opening and what lies ahead");
    assert_eq!(count(Detail::Normal), 3);
    assert!(count(Detail::Full) > 3, "also what has no date of its own");
}

#[test]
fn selections_narrow() {
    let text = "Ana Ruiz met the union on Monday. Carl Boone left on Tuesday. Ana Ruiz will speak on Friday.";
    let told = |selection: &Selection| selected(&[("2025-11-20", text)], selection).entries.len();
    let all = Selection::default();
    assert_eq!(told(&Selection { about: Some("ana ruiz".into()), ..all.clone() }), 2);
    assert_eq!(told(&Selection { about: Some("an".into()), ..all.clone() }), 0, "whole words");
    assert_eq!(told(&Selection { from: "2025-11-18".parse().ok(), ..all.clone() }), 2);
    assert_eq!(told(&Selection { to: "2025-11-18".parse().ok(), ..all.clone() }), 2);
    assert_eq!(told(&all), 3);
}

#[test]
fn sources_that_disagree_stand_side_by_side() {
    let found = timeline(&[
        ("2025-11-19", "Divers found the wreck of the steamer Calypso off Gannet Rock on Monday."),
        ("2025-11-20", "Divers found the wreck of the steamer Calypso off Gannet Rock on Tuesday."),
    ]);
    assert_eq!(found.entries.len(), 1, "{:?}", headlines(&found));
    let entry = &found.entries[0];
    assert_eq!(entry.when.edtf(), "2025-11-17");
    assert_eq!(entry.conflicts.len(), 1);
    assert_eq!((entry.conflicts[0].source, entry.conflicts[0].when.edtf().as_str()), (1, "2025-11-18"));
}

#[test]
fn the_hours_of_a_live_blog_date_what_follows_them() {
    let text = "Storm Erik: as it happened\n\n10:42\n\nPolice close the coast road.\n\n11:15 Trains stop north of the river.\n\n\
                12:05\n\nTwo people are hurt. They are taken to hospital.\n";
    let found = timeline(&[("2025-11-20", text)]);
    let shown: Vec<_> = found.entries.iter().map(|e| format!("{} {}", e.when.edtf(), e.headline)).collect();
    let want = [
        "2025-11-20T10:42:00 Police close the coast road",
        "2025-11-20T11:15:00 Trains stop north of the river",
        "2025-11-20T12:05:00 Two people are hurt",
        "2025-11-20T12:05:00 Two people are taken to hospital",
    ];
    assert_eq!(shown, want);
}

#[test]
fn a_length_between_two_clauses_dates_either() {
    let found = timeline(&[(
        "2025-11-20",
        "The council closed the bridge on Monday, two days after divers found cracks.",
    )]);
    let shown: Vec<_> = found.entries.iter().map(|e| format!("{} {}", e.when.edtf(), e.headline)).collect();
    assert_eq!(shown, ["2025-11-15 Divers found cracks", "2025-11-17 The council closed the bridge"]);
    let kinds: Vec<_> = found.entries.iter().map(|e| e.relations[0].kind.to_string()).collect();
    assert_eq!(kinds, ["before", "after"]);
}

#[test]
fn such_a_length_counts_from_the_verb_that_it_hangs_on() {
    let found = timeline(&[(
        "2025-11-17",
        "A man arrested in May was freed on Saturday, two days after he confessed.",
    )]);
    let shown: Vec<_> = found.entries.iter().map(|e| format!("{} {}", e.when.edtf(), e.headline)).collect();
    assert_eq!(shown, ["2025-05 A man arrested", "2025-11-13 He confessed", "2025-11-15 A man was freed"]);
}

/// The headline of the entry that has a mention of exactly these words.
fn home<'t>(found: &'t Timeline, articles: &[(&str, &str)], words: &str) -> Option<&'t str> {
    let told =
        |e: &&dateline::timeline::Entry| e.mentions.iter().any(|m| m.span.of(articles[m.source].1) == words);
    found.entries.iter().find(told).map(|e| e.headline.as_str())
}

#[test]
fn nouns_point_back_at_what_they_name() {
    let articles = [
        (
            "2025-11-19",
            "Alder Trams delivered twelve cars to Porto on November 3. Ines Reis resigned on Friday.\n\nThe delivery came \
             two years late. Nobody mourned Reis's resignation, but the raid on the depot is still unsolved.",
        ),
        (
            "2025-11-26",
            "The resignation of Ines Reis shook Porto. A delivery is an event, and the union wants two deliveries.",
        ),
    ];
    let full = Selection { detail: Detail::Full, ..Selection::default() };
    let found = selected(&articles, &full);
    assert_eq!(home(&found, &articles, "The delivery"), Some("Alder Trams delivered twelve cars to Porto"));
    assert_eq!(home(&found, &articles, "Reis's resignation"), Some("Ines Reis resigned"));
    assert_eq!(home(&found, &articles, "The resignation"), Some("Ines Reis resigned"), "in another article");
    assert_eq!(home(&found, &articles, "the raid"), None, "nothing dates it");
    assert_eq!(home(&found, &articles, "A delivery"), None, "any delivery");
    let entry = found.entries.iter().find(|e| e.headline == "Ines Reis resigned").expect("an entry");
    assert!(entry.when.why.sentences().any(|w| w.contains("points back")));
    let normal = timeline(&articles);
    assert_eq!(home(&normal, &articles, "The resignation"), Some("Ines Reis resigned"), "and at any detail");
    let alone = timeline(&articles[..1]);
    assert_eq!(home(&alone, &articles, "The delivery"), None, "of one article only in full detail");
}

#[test]
fn full_detail_bounds_what_nothing_dates_and_tells_nothing_twice() {
    let text =
        "Two men came the day after the parade. She said in a 2021 interview that she had left in 2015.";
    let full = Selection { detail: Detail::Full, ..Selection::default() };
    let dated = |selection: &Selection| -> Vec<(String, String)> {
        let found = selected(&[("2025-11-20", text)], selection);
        found.entries.into_iter().map(|e| (e.when.edtf(), e.headline)).collect()
    };
    let found = dated(&full);
    let of = |start: &str| -> Vec<&str> {
        found.iter().filter(|(_, h)| h.starts_with(start)).map(|(when, _)| when.as_str()).collect()
    };
    assert_eq!(of("Two men came"), ["../2025-11-20"], "nothing dates the parade");
    assert_eq!(of("She said in a 2021 interview"), ["2021"], "once, with its own date");
    let normal = dated(&Selection::default());
    assert!(!normal.iter().any(|(_, headline)| headline.starts_with("Two men")), "{normal:?}");
}

/// Articles that tell some events twice, on one day or on days that differ.
const TOLD: &[(&str, &str)] = &[
    (
        "2025-11-18",
        "The harbour board will vote on the new bridge on Wednesday, officials said. Ines Reis resigned on Monday.",
    ),
    (
        "2025-11-20",
        "The harbour board voted for the new bridge on Wednesday. Divers found the wreck of the Calypso on Monday.",
    ),
    (
        "2025-11-21",
        "Divers found the wreck of the steamer Calypso on Tuesday. Ines Reis, who resigned on Monday, left Porto.",
    ),
    (
        "2025-11-22",
        "The vote on the new bridge was held by the harbour board on November 19. The bridge was built in 1911.",
    ),
    (
        "2025-11-22",
        "The old bridge, which was built in 1912, will close on Friday. The steamer Calypso sank in 1903.",
    ),
];

/// What became one entry: the places of its mentions, by the number of the article in [`TOLD`].
fn parts(order: &[usize]) -> std::collections::BTreeSet<std::collections::BTreeSet<(usize, u32)>> {
    let articles: Vec<_> = order.iter().map(|&n| TOLD[n]).collect();
    let full = Selection { detail: Detail::Full, ..Selection::default() };
    let found = selected(&articles, &full);
    found
        .entries
        .iter()
        .map(|e| e.mentions.iter().map(|m| (order[m.source], m.span.start)).collect())
        .collect()
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..proptest::prelude::ProptestConfig::default()
    })]

    #[test]
    fn what_becomes_one_entry_does_not_hang_on_the_order_of_the_articles(
        order in proptest::strategy::Strategy::prop_shuffle(proptest::strategy::Just(vec![0, 1, 2, 3, 4])),
        twice in 0..TOLD.len(),
    ) {
        let whole = parts(&[0, 1, 2, 3, 4]);
        proptest::prop_assert!(whole.iter().any(|part| part.iter().any(|m| m.0 == 0) && part.iter().any(|m| m.0 == 3)));
        proptest::prop_assert_eq!(&parts(&order), &whole);
        // An article that is given twice tells nothing more.
        let mut again = order;
        again.push(twice);
        proptest::prop_assert_eq!(&parts(&again), &whole);
    }
}

#[test]
fn who_tells_it_again_is_named_as_readers_know_them() {
    let found = timeline(&[
        ("2025-11-20", "The harbour council voted for the new bridge on Monday."),
        ("2025-11-20", "The harbour council voted for the new bridge on Monday, the mayor said."),
    ]);
    let why: Vec<String> = found.entries[0].when.why.sentences().collect();
    assert!(why.iter().any(|why| why.starts_with("told again in “Article 1” with “Monday”")), "{why:?}");
}

#[test]
fn births_and_deaths_are_told_once_however_finely() {
    let text = "Maren Tolliver was born in the town in 1936. She wrote eleven books.\n\nMaren Tolliver, novelist, born 9 May \
                1936; died 4 February 2024";
    let found = timeline(&[("2024-02-06", text)]);
    let births: Vec<_> = found.entries.iter().filter(|e| e.headline.contains("born")).collect();
    assert_eq!(births.len(), 1, "{:?}", headlines(&found));
    assert_eq!((births[0].when.edtf(), births[0].mentions.len()), ("1936-05-09".to_owned(), 2));
}

#[test]
fn what_only_says_when_joins_what_it_dates() {
    let text = "The spillway collapsed on Wednesday night, sending water through the town.\n\nNo one was hurt. The collapse \
                came at 11:25 p.m. on Wednesday.";
    let found = timeline(&[("2026-04-09", text)]);
    assert_eq!(found.entries.len(), 1, "{:?}", headlines(&found));
    assert_eq!(found.entries[0].when.edtf(), "2026-04-08T23:25:00");
    // Another deed stays by itself.
    let text = "The spillway collapsed on Wednesday night.\n\nThe vote came at 11:25 p.m. on Wednesday.";
    assert_eq!(timeline(&[("2026-04-09", text)]).entries.len(), 2);
}

#[test]
fn who_wrote_an_article_tells_nothing() {
    let text = "Council votes\n\nBy Tamika Orr\n\nStaff writer\n\nThe council voted on Tuesday.";
    let full = Selection { detail: Detail::Full, ..Selection::default() };
    assert_eq!(headlines(&selected(&[("2025-11-20", text)], &full)), ["Council votes"]);
}
