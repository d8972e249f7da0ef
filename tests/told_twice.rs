//! Which tellings of several articles become one entry, and which stay apart.

use dateline::article::{self, Article, Format, Published};
use dateline::lang::Language;
use dateline::resolve::Policy;
use dateline::timeline::{Detail, Selection, Timeline};
use dateline::walk;

fn timeline(articles: &[(&str, &str)]) -> Timeline {
    told(articles, Detail::Normal)
}

fn told(articles: &[(&str, &str)], detail: Detail) -> Timeline {
    let read = |(n, (day, text)): (usize, &(&str, &str))| {
        let mut article =
            article::read(&format!("{n}.txt"), text.as_bytes(), Format::Text, None).expect("a text");
        article.published = Some(Published::parse(day).expect("a date"));
        article
    };
    let articles: Vec<Article> = articles.iter().enumerate().map(read).collect();
    let selection = Selection { detail, ..Selection::default() };
    walk::select(&articles, Language::english(), &Policy::default(), &selection).expect("all have dates")
}

/// The headlines of the entries that tell these words, one for each.
fn homes(articles: &[(&str, &str)], words: &[&str]) -> Vec<String> {
    let found = timeline(articles);
    let home = |words: &&str| {
        let told = |entry: &&dateline::timeline::Entry| {
            entry.mentions.iter().any(|m| m.span.of(articles[m.source].1).contains(words))
        };
        found.entries.iter().find(told).map_or_else(|| panic!("`{words}`"), |entry| entry.id.clone())
    };
    words.iter().map(home).collect()
}

/// Whether articles tell one event in these words.
fn one(articles: &[(&str, &str)], words: &[&str]) -> bool {
    homes(articles, words).windows(2).all(|pair| pair[0] == pair[1])
}

const SEEN: (&str, &str) = ("2024-11-20", "Judges upheld the verdict against Raymond Kell on Wednesday.");

#[test]
fn few_words_are_enough_for_one_deed_of_one_name_that_nothing_else_could_mean() {
    let coarse = ("2023-10-19", "Kell had resigned in 2019, said Martin Osei.");
    let finer = ("2023-03-14", "Mayor Kell, who was elected in 2012, stepped down in November 2019.");
    let finest = ("2024-11-20", "Raymond Kell, once the mayor, quit on November 13, 2019.");
    let words = ["resigned in 2019", "stepped down in", "quit on"];
    assert!(one(&[coarse, finer, finest], &words));
    assert!(one(&[finest, coarse, finer], &words));
    let entry = timeline(&[coarse, finer, finest]).entries.into_iter().find(|e| e.mentions.len() == 3);
    assert_eq!(entry.expect("three tell it").when.edtf(), "2019-11-13");
    // The passive tells it, too.
    let charged =
        ("2023-03-14", "Prosecutors on Tuesday charged Raymond Kell, the former mayor, with taking bribes.");
    assert!(one(
        &[charged, ("2023-10-19", "Kell was indicted in March."), SEEN],
        &["charged Raymond", "indicted"]
    ));
}

#[test]
fn a_short_telling_that_fits_two_events_joins_neither() {
    let month = ("2024-06-20", "The Hawks won in May. Coach Lee of the Hawks will speak on Friday.");
    let first = ("2024-05-04", "The Hawks won on Friday.");
    let second = ("2024-05-11", "The Hawks won on Friday.");
    let told = timeline(&[month, first, second]);
    let won: Vec<_> = told.entries.iter().filter(|e| e.headline.contains("won")).collect();
    assert_eq!(won.len(), 3, "{won:#?}");
    let told = timeline(&[month, first]);
    assert_eq!(told.entries.iter().filter(|e| e.headline.contains("won")).count(), 1);
}

#[test]
fn short_tellings_of_others_or_of_other_deeds_stay_apart() {
    let apart = |a: &str, b: &str, words: &[&str]| {
        assert!(!one(&[("2024-11-20", a), ("2024-11-21", b), SEEN], words), "{a} | {b}");
    };
    // Another thing that was done.
    apart(
        "Kell was charged with bribery in March.",
        "Kell was charged with perjury on March 14.",
        &["bribery", "perjury"],
    );
    apart("Kell was arrested in March.", "Kell was elected on March 14.", &["arrested", "elected"]);
    // Others who did it.
    apart(
        "Kell resigned in March.",
        "Tomas Beyer, a friend of Raymond Kell, resigned on March 14.",
        &["Kell resigned", "Beyer"],
    );
    // What did not happen, and what happened then.
    apart("Kell did not resign in March.", "Kell resigned on March 14.", &["not resign", "resigned on"]);
    apart("Kell resigned in March.", "Kell resigned on April 14.", &["in March", "on April"]);
}

#[test]
fn a_verb_with_its_word_names_a_deed() {
    let first = ("2024-08-20", "Hurricane Odile is expected to make landfall near Santa Rita on Thursday.");
    let others = [
        "Hurricane Odile came ashore on Thursday.",
        "Odile struck land on Thursday as the strongest storm in years.",
        "Hurricane Odile made landfall in the east on Thursday.",
    ];
    for other in others {
        assert!(one(&[first, ("2024-08-24", other)], &["expected to make", "on Thursday"]), "{other}");
        let found = timeline(&[first, ("2024-08-24", other)]);
        assert_eq!(found.entries.len(), 1, "{other}");
    }
    let other = ("2024-08-24", "Hurricane Odile came to mind on Thursday. Odile made headlines on Thursday.");
    assert!(timeline(&[first, other]).entries.len() > 1, "without its word it names no deed");
    let verdict = ("2024-10-19", "A jury found former Mayor Raymond Kell guilty on Thursday.");
    assert!(one(
        &[verdict, ("2024-12-15", "Kell was convicted in October.")],
        &["found former", "convicted"]
    ));
    let find = ("2024-10-19", "A jury found former Mayor Raymond Kell at home on Thursday.");
    assert!(!one(&[find, ("2024-12-15", "Kell was convicted in October.")], &["found former", "convicted"]));
}

#[test]
fn what_came_about_with_another_deed_is_that_deed_and_its_day_may_be_disputed() {
    let first = (
        "2024-05-20",
        "Environment Minister Petra Lindqvist resigned from the government on Sunday in protest at the water bill.",
    );
    let second =
        ("2024-05-30", "The crisis began when Petra Lindqvist resigned as environment minister on May 18.");
    let found = timeline(&[first, second]);
    assert_eq!(found.entries.len(), 1, "{:#?}", found.entries);
    let entry = &found.entries[0];
    assert_eq!((entry.when.edtf().as_str(), entry.conflicts.len()), ("2024-05-19", 1));
    assert_eq!(entry.conflicts[0].when.edtf(), "2024-05-18");
    // Another's deed is no other day of this one.
    let second = ("2024-05-30", "The crisis began when Tomas Beyer resigned as finance minister on May 18.");
    assert_eq!(timeline(&[first, second]).entries.len(), 2);
}

#[test]
fn names_with_a_number_tell_things_apart_and_together() {
    let merged = |a: &str, b: &str| timeline(&[("2025-11-20", a), ("2025-11-21", b)]).entries.len() == 1;
    assert!(merged(
        "Flight 218 left Marrin on Wednesday for Port Selby with 90 people.",
        "Flight 218 left Marrin on Wednesday for Port Selby in rain.",
    ));
    assert!(!merged(
        "Flight 218 left Marrin on Wednesday for Port Selby with 90 people.",
        "Flight 301 left Marrin on Wednesday for Port Selby in rain.",
    ));
    // The name is enough beside the deed.
    assert!(merged(
        "In a ceremony, Hesper unveiled the A38 on Wednesday.",
        "The first A38 was unveiled in Toulouse on Wednesday.",
    ));
    assert!(!merged(
        "In a ceremony, Hesper unveiled the A38 on Wednesday.",
        "The first A39 was unveiled in Toulouse on Wednesday.",
    ));
    // Two years are two things' rather than a dispute.
    assert!(!merged(
        "The Hesper 787 is expected to enter airline service in 2027.",
        "The new A380 is expected to enter airline service in 2026.",
    ));
    assert!(merged(
        "The Hesper 787 is expected to enter airline service in 2027.",
        "The new 787 is expected to enter airline service in 2026.",
    ));
}

#[test]
fn forms_of_a_verb_without_a_common_root_are_one() {
    let told = |first: &str| {
        let lead =
            "Marigold, the largest ferry in the world, has made its maiden crossing to Porto with 90 people.";
        timeline(&[("2025-11-20", &format!("{first}\n\nNovember 20, 2025\n\n{lead} It left on Thursday."))])
    };
    let one = told("World's largest ferry makes first crossing");
    assert!(one.entries.len() == 1, "{:#?}", one.entries);
}

#[test]
fn deeds_are_known_by_whatever_word_tells_them() {
    let merged = |a: &str, b: &str| timeline(&[("2025-11-20", a), ("2025-11-28", b)]).entries.len() == 1;
    // Behind "will" stands a verb that no list knows, and "submitted" is a deed where nothing else is done.
    let plan = "Opposition leader Marit Sande will table a motion of no confidence on Monday.";
    assert!(merged(plan, "The opposition submitted the motion on Monday."));
    assert!(!merged(plan, "The opposition dropped the motion on Tuesday."));
    // Nouns that look like gerunds, described by what was done to them.
    let stolen = "It is the drawing that was stolen from the Porto Museum about ten years ago.";
    assert!(merged(stolen, "A drawing was stolen from the city's museum on March 5, 2015."));
    assert!(!merged(stolen, "A drawing was sold to the city's museum on March 5, 2015."));
    // An ending makes a name no adverb.
    let firm = "Oakly Grain was founded in Wick Falls in 1898.";
    assert!(merged(firm, "There Oakly was founded in 1898."));
    assert!(!merged(firm, "There Norly was founded in 1898."));
    let drowned = "Her husband, Alec, drowned in 1969.";
    assert!(merged(drowned, "Alec Tolliver was lost at sea in 1969."));
    assert!(!merged(drowned, "Alec Tolliver was lost in the hills in 1969."));
    // Verbs of one deed.
    let cut = "The Bank of Nordmark cut its main rate to 3 percent on Wednesday.";
    assert!(merged(cut, "On November 19 the Bank of Nordmark lowered borrowing costs."));
    assert!(!merged(cut, "On November 19 the Bank of Nordmark raised wages."));
    let train = "An express train carrying 310 people left the tracks near Aldport on Wednesday.";
    assert!(merged(train, "The train derailed at Aldport on November 19."));
    assert!(!merged(train, "The train arrived at Aldport on November 19."));
}

#[test]
fn what_was_planned_is_dated_by_the_article_of_its_day() {
    let plan = ("2025-07-09", "The ferry Marigold is expected to enter regular service later this year.");
    let day = (
        "2025-10-17",
        "Ferry Marigold enters regular service\n\nOctober 17, 2025\n\nIt is the first of three.",
    );
    let found = told(&[plan, day], Detail::Full);
    let entry = found.entries.iter().find(|e| e.mentions.len() == 2).expect("one event");
    assert_eq!((entry.when.edtf().as_str(), entry.status.name()), ("2025-10-17", "reported"));
    // An article of another year tells of another, or says no more than that it was.
    let late = ("2026-03-02", day.1);
    let found = told(&[plan, late], Detail::Full);
    assert!(found.entries.iter().all(|e| e.mentions.len() == 1 || !e.when.edtf().starts_with("2026")));
}

#[test]
fn other_figures_and_other_names_are_other_deeds() {
    for (first, second, words) in [
        (
            ("2008-10-14", "The index fell 504 points on Monday."),
            ("2012-03-10", "The index fell 777 points in October 2008."),
            ["fell 504", "fell 777"],
        ),
        (
            ("2009-01-14", "The firm received $13.4 billion on Monday."),
            ("2009-06-10", "The firm received $19.4 billion in January."),
            ["$13.4", "$19.4"],
        ),
        (
            ("2012-05-14", "Harcastle beat Selworth 2-1 on Sunday."),
            ("2013-03-10", "Selworth beat Harcastle 3-1 in May 2012."),
            ["2-1", "3-1"],
        ),
        (
            ("2008-10-14", "Police in Leeds arrested two men on Monday."),
            ("2009-03-10", "Police in York arrested two men in October 2008."),
            ["in Leeds", "in York"],
        ),
    ] {
        assert!(!one(&[first, second], &words), "{words:?}");
    }
    let rounded = [
        ("2009-01-14", "The firm received $13.4 billion on Monday."),
        ("2009-06-10", "The firm received $13 billion in January."),
    ];
    assert!(one(&rounded, &["$13.4", "$13 billion"]));
}

#[test]
fn a_day_told_beside_others_narrows_the_month_that_another_article_gives() {
    let articles = [
        ("2008-09-30", "The index fell on Monday. The House rejected the bailout."),
        ("2009-03-10", "The House rejected the bailout last September."),
    ];
    let entries = told(&articles, Detail::Full).entries;
    let entry = entries.iter().find(|e| e.mentions.len() == 2).expect("one event");
    assert_eq!(entry.when.edtf(), "2008-09-29");
}

#[test]
fn the_same_words_of_others_are_another_event() {
    for (first, second, words) in [
        (
            "A bomb in Kabul killed 12 people on Monday. Police in Kabul said so.",
            "A bomb in Kandahar killed 12 people on Monday. Police in Kandahar said so.",
            ["bomb in Kabul", "bomb in Kandahar"],
        ),
        (
            "The court jailed Marco Rossi in Milan on Monday.",
            "The court jailed Paolo Rossi in Milan on Monday.",
            ["Marco", "Paolo"],
        ),
        (
            "On Monday, Apple sued Samsung in London.",
            "On Monday, Samsung sued Apple in London.",
            ["Apple sued", "Samsung sued"],
        ),
        ("Shares of Acme fell 4% on Monday.", "Shares of Acme fell 7% on Monday.", ["fell 4%", "fell 7%"]),
    ] {
        assert!(!one(&[("2025-11-18", first), ("2025-11-18", second)], &words), "{words:?}");
    }
}

/// What two papers tell in nearly the same words, and is not one event: the deeds exclude each other, or are done to others, by others, or
/// on a day that the earlier paper could not know of.
const APART: &[[(&str, &str); 2]] = &[
    [
        ("2024-03-14", "Parliament approved the pension reform on Wednesday."),
        ("2024-03-14", "Parliament rejected the pension reform on Wednesday."),
    ],
    [
        ("2024-10-15", "Police arrested Juri Sokol on Monday."),
        ("2024-10-15", "Police released Juri Sokol on Monday."),
    ],
    [
        ("2024-05-21", "Mayor Erik Dahl announced his candidacy for governor on Monday."),
        ("2024-05-22", "Mayor Erik Dahl withdrew his candidacy for governor on Tuesday."),
    ],
    [
        ("2024-07-10", "Lena Porter pleaded not guilty on Tuesday."),
        ("2024-07-10", "Lena Porter pleaded guilty on Tuesday."),
    ],
    [
        ("2024-10-02", "Brightway named Anna Keller as its chief executive on Tuesday."),
        ("2024-10-02", "Brightway chief executive Tom Weller resigned on Tuesday."),
    ],
    [
        ("2024-04-16", "Retailer Brightway said on Monday it would close 40 stores in France."),
        ("2024-04-16", "Retailer Brightway said on Monday it would close 12 stores in Spain."),
    ],
    [
        ("2024-10-15", "The government banned flavoured vapes on Monday."),
        ("2024-10-15", "The government banned single-use plastics on Monday."),
    ],
    [
        ("2024-02-14", "Actor Martin Rowe died on Monday at the age of 81."),
        ("2024-02-14", "Director Martin Shaw died on Monday at the age of 81."),
    ],
    [
        ("2024-07-14", "Ana Petrov won the women's final at the Riga Open on Saturday."),
        ("2024-07-14", "Ivan Petrov won the men's final at the Riga Open on Saturday."),
    ],
    [
        ("2024-07-10", "Police arrested a 19-year-old man on Tuesday over the stabbing in Croydon."),
        ("2024-07-10", "Police arrested a 34-year-old woman on Tuesday over the fire in Croydon."),
    ],
    [
        ("2024-07-10", "A car bomb exploded in Kesh on Monday."),
        ("2024-07-12", "A car bomb exploded in Kesh on Thursday."),
    ],
    [
        ("2024-07-10", "The second stage of the Tour was won by Bo Strand on Tuesday."),
        ("2024-07-11", "The third stage of the Tour was won by Ty Cole on Wednesday."),
    ],
];

/// What two papers tell in other words: of one deed, or each side of a mirror.
const ONE: &[[(&str, &str); 2]] = &[
    [
        ("2024-05-26", "Real Norte beat Atletico Sur 3-1 in the cup final on Saturday."),
        ("2024-06-03", "Atletico Sur lost 3-1 to Real Norte in the cup final on May 25."),
    ],
    [
        ("2024-06-11", "Software group Norvia agreed on Monday to buy rival Kestrel Data for $2.4 billion."),
        (
            "2024-06-19",
            "Kestrel Data, which agreed last week to be taken over by Norvia for $2.4 billion, cut its forecast.",
        ),
    ],
    [
        (
            "2024-04-02",
            "The European probe Aurora will be launched from Kourou on Thursday, the space agency said.",
        ),
        ("2024-04-05", "The European probe Aurora lifted off from Kourou on Thursday."),
    ],
    [
        ("2024-02-14", "Actor Martin Rowe died on Monday at the age of 81."),
        ("2024-02-15", "Martin Rowe passed away at his home in Bath on February 12."),
    ],
    [
        ("2024-07-23", "Albion Rovers signed striker Leo Marten from Porto for 30 million euros on Monday."),
        (
            "2024-08-02",
            "Striker Leo Marten joined Albion Rovers from Porto on July 22 for a fee of 30 million euros.",
        ),
    ],
    [
        (
            "2024-09-10",
            "Dock workers at the port of Hamburg walked off the job on Monday in a dispute over pay.",
        ),
        ("2024-09-12", "The strike by dockers at the port of Hamburg began on September 9."),
    ],
    [
        ("2024-09-23", "Princess Sofia gave birth to a boy on Saturday."),
        ("2024-09-24", "Princess Sofia's son was born on Saturday."),
    ],
    [
        ("2024-02-28", "A small plane crashed into a field outside Tulsa on Tuesday, killing the pilot."),
        (
            "2024-02-28",
            "The pilot of a light aircraft died when it came down in a field near Tulsa on Tuesday.",
        ),
    ],
    [
        ("2024-01-30", "A ferry carrying 120 passengers sank off Mindoro on Monday."),
        (
            "2024-02-08",
            "The ferry that went down off Mindoro on January 29 was overloaded, investigators said.",
        ),
    ],
    [
        ("2024-07-10", "Police took Juri Sokol into custody in Riga on Tuesday."),
        ("2024-07-12", "Juri Sokol was arrested in Riga on Tuesday."),
    ],
    [
        ("2024-07-10", "Voltek laid off 900 workers in Leeds on Tuesday."),
        ("2024-07-12", "Voltek cut 900 jobs in Leeds on Tuesday."),
    ],
    [
        ("2024-07-10", "The curfew in Riga came into force on Tuesday."),
        ("2024-07-12", "A curfew took effect in Riga on Tuesday."),
    ],
    [
        ("2024-07-10", "The summit in Rome concluded on Tuesday."),
        ("2024-07-12", "The Rome summit ended on Tuesday."),
    ],
];

#[test]
fn deeds_that_exclude_each_other_stay_apart_and_mirrored_ones_join() {
    let shared = |articles: &[(&str, &str)]| timeline(articles).entries.iter().any(|e| e.mentions.len() > 1);
    for pair in APART {
        assert!(!shared(pair), "{pair:#?}");
    }
    for pair in ONE {
        assert!(shared(pair), "{pair:#?}");
    }
}

/// The articles of two papers, each with the day that it names in its own way: "on Tuesday", "on June 10".
fn papers(texts: &[String; 2]) -> [(&str, &str); 2] {
    [("2025-06-12", &texts[0]), ("2025-06-19", &texts[1])]
}

/// What two papers tell of one day, and of two things: others did it, it was done to others, or elsewhere.
const OTHER_THINGS: &[[&str; 2]] = &[
    ["The senate passed the water bill", "The house passed the water bill"],
    ["A teacher was stabbed at a school in Lund", "A pupil was stabbed at a school in Lund"],
    ["The minister apologised to the widow", "The bishop apologised to the widow"],
    ["A man was charged with murder", "A woman was charged with murder"],
    ["The men won the relay", "The women won the relay"],
    ["A bus fell into a ravine, killing 12,", "A truck fell into a ravine, killing 3,"],
    ["Six climbers were rescued on the north face", "Two skiers were rescued on the north face"],
    ["Germany won gold", "France won gold"],
    ["Kern sued the bank", "The bank sued Kern"],
    ["Police found two bodies in the river", "Police found a gun in the river"],
    ["The council approved a new library", "The council approved a new stadium"],
    ["The council approved the stadium", "The council approved the sale of the stadium"],
    ["The senate passed the water bill", "The senate passed the budget bill"],
    ["The president fired his defence minister", "The president fired his finance minister"],
    ["The east tower was demolished", "The west tower was demolished"],
    [
        "Police arrested the owner of the warehouse, Gerald Merrow,",
        "Police arrested the manager of the warehouse, Owen Pike,",
    ],
    ["The prosecutor questioned the mayor", "The prosecutor questioned the mayor's wife"],
    ["Police found a body in the river", "Police found a body in the park"],
    ["The mayor called for calm", "The mayor called for an inquiry"],
    ["The union of nurses called a strike", "The union of teachers called a strike"],
    ["The first engine failed", "The second engine failed"],
    ["Corbin raised its bid to 480 pence", "Corbin raised its bid to 455 pence"],
    ["The east tower of the plant collapsed", "The west tower of the plant collapsed"],
    ["A nurse died after the crash", "A driver died after the crash"],
    ["The pilot was killed", "The passenger was killed"],
    ["Sweden signed the treaty", "Norway signed the treaty"],
    ["The court jailed the treasurer", "The court jailed the secretary"],
    ["The airline cancelled flights to Rome", "The railway cancelled trains to Rome"],
    ["The bank raised its lending rate", "The bank raised its deposit rate"],
    ["The hospital closed its maternity ward", "The hospital closed its emergency ward"],
    ["The judge heard the victim", "The judge heard the accused"],
    ["A mother was killed in the fire", "A father was killed in the fire"],
    ["The left wing of the museum reopened", "The right wing of the museum reopened"],
    ["Voltek cut 900 jobs in Leeds", "Norvia cut 900 jobs in Leeds"],
    ["The finance committee approved the plan", "The ethics committee approved the plan"],
];

/// What two papers tell of one thing: in other words for it, in general words, or in more words.
const SAME_THING: &[[&str; 2]] = &[
    ["A teacher was stabbed at a school in Lund", "A teacher, 41, was stabbed at the school in Lund"],
    ["Police arrested the owner, Gerald Merrow,", "Police arrested Merrow"],
    ["Police arrested a 26-year-old man in Hoorn", "Officers arrested a suspect, 26, in Hoorn"],
    ["Thieves broke into the museum", "Burglars broke into the museum"],
    ["The upper house passed the bill", "The senate passed the bill"],
    ["A lorry hit a cyclist in Lund", "A truck hit a woman on a bicycle in Lund"],
    ["The carmaker closed its Hull plant", "The company closed the Hull factory"],
    ["A bus fell into a ravine, killing 12,", "A bus plunged into a ravine, killing at least 14,"],
    ["The east tower was demolished", "The tower was demolished"],
    [
        "The north tower of the power station was demolished",
        "A cooling tower at the power station was demolished",
    ],
    ["Kern was charged with murder", "The suspect was charged with murder"],
    ["Corbin raised its bid to 480 pence", "Corbin lifted its bid to 480 pence a share"],
    ["The senate passed the water bill", "The upper house, the senate, passed the bill"],
    ["The council approved the plan for the stadium", "The council approved the stadium"],
    ["The Israeli army struck Beirut", "Israel struck Beirut"],
    ["The strikers blocked the port", "Dockers blocked the port"],
    ["Prosecutors charged Kern with fraud", "Police charged Kern with fraud"],
    ["The ceasefire in Kesh took effect", "A truce came into force in Kesh"],
    ["The city council approved the new bridge", "Councillors approved the bridge"],
    ["A freight train derailed near Aldport", "A goods train left the tracks near Aldport"],
    ["The bank fired its chief executive", "The lender fired its boss"],
    ["The club sacked its coach", "Rovers sacked their manager"],
    ["Two hikers were found dead on Mount Kern", "The bodies of two hikers were found on Mount Kern"],
    ["The road bridge at Selby collapsed", "The bridge over the Ouse at Selby collapsed"],
    ["The White House confirmed the visit of Otto Lang", "Washington confirmed the visit of Otto Lang"],
];

#[test]
fn a_place_around_the_deed_that_is_filled_with_other_things_tells_events_apart() {
    let told = |[a, b]: &[&str; 2]| {
        timeline(&papers(&[format!("{a} on Tuesday."), format!("{b} on June 10.")])).entries.len()
    };
    for pair in OTHER_THINGS {
        assert_eq!(told(pair), 2, "{pair:?}");
    }
    for pair in SAME_THING {
        assert_eq!(told(pair), 1, "{pair:?}");
    }
}

/// What two papers tell of neighbouring days, and of two events.
const OTHER_DAYS: &[[&str; 2]] = &[
    ["The semi-final in Lund was played on June 9.", "The final in Lund was played on June 10."],
    ["The first debate in Lund was held on June 9.", "The second debate in Lund was held on June 10."],
    [
        "The first attempt to free the ship failed on June 9.",
        "The second attempt to free the ship failed on June 10.",
    ],
    ["Israel struck Beirut on June 9.", "Israel struck Beirut again on June 10."],
    [
        "Talks between the union and the company resumed on June 9.",
        "Talks between the union and the company broke down on June 10.",
    ],
    ["Police arrested a roofer in Hoorn on June 9.", "Police arrested a dealer in Hoorn on June 10."],
    ["The council approved the library on June 9.", "The council approved the stadium on June 10."],
    ["The Senate rejected the bill on June 9.", "The Senate rejected an amendment to the bill on June 10."],
    [
        "The rocket launch was called off on June 9 because of wind.",
        "The rocket launch was called off on June 11 because of a leak.",
    ],
    ["Corbin offered 410 pence on June 9.", "Corbin offered 455 pence on June 10."],
    ["Police arrested a man in Hoorn on June 9.", "Police arrested another man in Hoorn on June 10."],
];

/// What two papers tell of one event, and date differently.
const DISPUTED: &[[&str; 2]] = &[
    ["The painting was stolen in the night of June 8.", "The painting was stolen in the night of June 7."],
    ["Rebels attacked the airport in Sidra on June 9.", "Rebels attacked Sidra airport on June 10."],
    ["The council approved the new library on June 9.", "The council approved the library on June 10."],
];

#[test]
fn another_event_of_a_neighbouring_day_is_no_dispute_about_the_day() {
    let told = |pair: &[&str; 2]| timeline(&papers(&pair.map(str::to_owned))).entries;
    for pair in OTHER_DAYS {
        let entries = told(pair);
        assert!(entries.len() == 2 && entries.iter().all(|e| e.conflicts.is_empty()), "{pair:?}");
    }
    for pair in DISPUTED {
        let entries = told(pair);
        assert!(entries.len() == 1 && entries[0].conflicts.len() == 1, "{pair:?}");
    }
}

#[test]
fn a_clause_that_places_another_event_by_one_told_before_tells_that_again() {
    for (text, words) in [
        (
            "The dam collapsed on June 10. Paul Ruiz left town two days after the dam collapsed.",
            ["dam collapsed on", "the dam collapsed"],
        ),
        (
            "Prosecutors charged Lind on June 10. Paul Ruiz left town a day after Lind was charged.",
            ["charged Lind", "Lind was charged"],
        ),
        (
            "The bridge fell on June 10. The mine closed two weeks before the bridge fell.",
            ["fell on", "the bridge fell"],
        ),
        (
            "The mine flooded on June 10. The town was evacuated the day after the mine flooded.",
            ["flooded on", "the mine flooded"],
        ),
    ] {
        let article = [("2025-06-20", text)];
        assert!(one(&article, &words), "{text}");
        assert_eq!(timeline(&article).entries.len(), 2, "{text}");
    }
    let other = "The dam collapsed on June 10. The talks collapsed on June 12. Ruiz left town two days after the talks collapsed.";
    assert_eq!(timeline(&[("2025-06-20", other)]).entries.len(), 3);
}

#[test]
fn the_years_of_what_is_done_once_are_disputed() {
    for pair in [
        ["The firm was founded in 1988 by Karl Merz.", "Karl Merz founded the firm in 1990."],
        ["The dam was completed in 1966.", "The dam was finished in 1967."],
    ] {
        let entries = timeline(&papers(&pair.map(str::to_owned))).entries;
        assert!(entries.len() == 1 && entries[0].conflicts.len() == 1, "{pair:?}");
    }
    for pair in [
        ["Karl Merz founded the firm in 1988.", "Karl Merz founded the museum in 1990."],
        ["The dam was completed in 1966.", "The dam was completed in 1989."],
    ] {
        assert_eq!(timeline(&papers(&pair.map(str::to_owned))).entries.len(), 2, "{pair:?}");
    }
}

/// One deed of one day, in two verbs.
const OTHER_WORDS: &[[&str; 2]] = &[
    ["Lind testified in court", "Lind took the stand"],
    ["Ana Petrov became manager of Rovers", "Rovers hired Ana Petrov as manager"],
    ["Ana Petrov took over as manager of Rovers", "Rovers hired Ana Petrov as manager"],
    ["Corbin withdrew its bid for Hale", "Corbin dropped its bid for Hale"],
    ["Corbin withdrew from the race for Hale", "Corbin pulled out of the race for Hale"],
    ["The bridge at Lund was swept away", "The bridge at Lund was washed away"],
    ["Hurricane Odile reached the coast near Sidra", "Hurricane Odile made landfall near Sidra"],
    ["A girl was pulled from the rubble in Lund", "A girl was dug out of the rubble in Lund"],
    ["Kern won his appeal against the ban", "The ban on Kern was overturned"],
    ["The ban on Kern was lifted", "Kern was cleared to play"],
    ["Kern won his appeal against his ban", "Kern was cleared to play"],
    ["Hale rejected the offer from Corbin", "Hale rebuffed the offer from Corbin"],
    ["Ana Lind was strangled in Hoorn", "Ana Lind was killed in Hoorn"],
    ["Corbin was floated in London", "Corbin listed in London"],
    ["The probe Aurora fell silent", "Contact with the probe Aurora was lost"],
    ["Police cleared the camp in Hoorn", "Police broke up the camp in Hoorn"],
    ["Prosecutors opened an inquiry into Corbin", "Prosecutors announced an inquiry into Corbin"],
    ["Premier Otto Lang resigned", "Prime Minister Otto Lang resigned"],
    ["The premier resigned", "The prime minister resigned"],
];

/// Two deeds of one day, in the same verbs.
const OTHER_DEEDS: &[[&str; 2]] = &[
    ["Kern took the stand", "Kern took the train"],
    ["Rovers hired Ana Petrov as manager", "Rovers hired Bo Strand as physiotherapist"],
    ["The ban on Kern was lifted", "The siege of Kesh was lifted"],
    ["The probe Aurora was launched", "An inquiry into Aurora was launched"],
];

#[test]
fn one_deed_is_known_by_the_words_around_its_verb() {
    let told = |[a, b]: &[&str; 2]| {
        timeline(&papers(&[format!("{a} on Tuesday."), format!("{b} on June 10.")])).entries.len()
    };
    for pair in OTHER_WORDS {
        assert_eq!(told(pair), 1, "{pair:?}");
    }
    for pair in OTHER_DEEDS {
        assert_eq!(told(pair), 2, "{pair:?}");
    }
    let listed = ["The minister, Otto Lang, resigned on Tuesday.", "June 10: Lang steps down."];
    assert_eq!(timeline(&papers(&listed.map(str::to_owned))).entries.len(), 1);
    let stake =
        ["Corbin had built up a 9 percent stake in May.", "Corbin bought 9 percent of the shares in May."];
    assert_eq!(timeline(&papers(&stake.map(str::to_owned))).entries.len(), 1);
}

#[test]
fn what_one_article_plans_another_tells_in_other_words() {
    let told = |pair: [&str; 2]| timeline(&papers(&pair.map(str::to_owned))).entries;
    for pair in [
        [
            "The first burn is planned for June 14.",
            "The first correction burn, on June 14, lasted eleven minutes.",
        ],
        ["The probe is to swing by the Moon on June 14.", "The probe flew past the Moon on June 14."],
        [
            "The union has called a rally in Leeds for June 14.",
            "On June 14 some 2,000 union members marched through Leeds.",
        ],
    ] {
        let entries = told(pair);
        assert!(entries.len() == 1 && entries[0].status.name() == "reported", "{pair:?}");
    }
    for pair in [
        ["The first burn is planned for June 14.", "The second burn, on June 14, lasted eleven minutes."],
        ["The probe is expected to send pictures on June 14.", "The probe flew past the Moon on June 14."],
    ] {
        assert_eq!(told(pair).len(), 2, "{pair:?}");
    }
}
