//! Times that a text places by what it tells elsewhere: "two days after the fire", "since then", "the week of the quake".

use dateline::article::{self, Article, Format, Published};
use dateline::lang::Language;
use dateline::resolve::Policy;
use dateline::timeline::Selection;
use dateline::walk;

/// What stands for a time that nobody knows: no entry, or one that is open to the day of publication.
const OPEN: &str = "open";

/// A text, the words that an entry's headline has, and its time.
type Case = (&'static str, &'static str, &'static str);

/// What happened on June 10, and the noun by which "Two days after the NOUN" means it.
const DEEDS: &[(&str, &str)] = &[
    ("The volcano erupted", "eruption"),
    ("Two nuns were abducted", "abduction"),
    ("The coach was suspended", "suspension"),
    ("Parliament was dissolved", "dissolution"),
    ("The prince was born", "birth"),
    ("The tenants were evicted", "eviction"),
    ("Otto Lang was acquitted", "acquittal"),
    ("The club was relegated", "relegation"),
    ("The club was promoted", "promotion"),
    ("The king abdicated", "abdication"),
    ("The central bank devalued the peso", "devaluation"),
    ("Three diplomats were expelled", "expulsion"),
    ("The senate ratified the treaty", "ratification"),
    ("Otto Lang was found guilty", "verdict"),
    ("A plane went down near Ulm", "crash"),
    ("The party was banned", "ban"),
    ("A bank was robbed", "robbery"),
    ("Thieves stole a painting", "theft"),
    ("The king was crowned", "coronation"),
    ("The army toppled the president", "coup"),
    ("The minister was assassinated", "assassination"),
    ("Burglars broke into a museum", "break-in"),
    ("The power failed in Ulm", "outage"),
    ("Hanna Berg was sworn in as mayor", "swearing-in"),
    ("The bank raised its rates", "increase"),
    ("The house passed the budget", "vote"),
    ("The report was published", "publication"),
    ("Surgeons operated on the king", "operation"),
    ("Otto Lang confessed", "confession"),
    ("Three hostages were freed", "release"),
    ("A villa was burgled", "burglary"),
    ("The union sued the airline", "lawsuit"),
    ("A tanker blew up in the harbour", "explosion"),
    ("A man opened fire in a mall", "attack"),
    ("The ministry was hacked", "breach"),
    ("The Elbe burst its banks", "flood"),
    ("United lost to City", "defeat"),
    ("The club sacked its coach", "dismissal"),
    ("A ferry sank off Kos", "tragedy"),
    ("A bus overturned", "accident"),
    ("A man stabbed two nurses", "incident"),
];

/// A noun names an event as the head of its noun phrase, not where it describes the noun behind it.
const MODIFIERS: &[Case] = &[
    ("On January 20 the fire chief retired. His house was sold two days after the fire.", "house", OPEN),
    (
        "On March 3 the election commission met. Lind left the party two days after the election.",
        "Lind",
        OPEN,
    ),
    (
        "The strike committee met on March 3. The airline sacked a pilot two days after the strike.",
        "pilot",
        OPEN,
    ),
    (
        "On June 10 the crash investigators met in Ulm. Lind left the party two days after the crash.",
        "Lind",
        OPEN,
    ),
    (
        "The flood relief fund was closed on June 10. Lind left the party two days after the flood.",
        "Lind",
        OPEN,
    ),
    (
        "The company signed a death benefits deal on June 10. Lind left the party two days after the death.",
        "Lind",
        OPEN,
    ),
    (
        "A fire destroyed a school on June 3. A fire destroyed a mill on June 14. Two days after the school fire, a headmaster resigned.",
        "headmaster",
        "2025-06-05",
    ),
];

/// "The disaster" is the only thing of that kind; what no word links to what was told stays open.
const GENERAL: &[Case] = &[
    (
        "The street collapsed on Dec. 18, 1974, killing 26. The former manager took his own life three weeks after the disaster.",
        "manager",
        "1975-01-08",
    ),
    (
        "Gunmen shot dead two guards on June 10. Two days after the attack, Paul Ruiz flew to Madrid.",
        "Ruiz",
        "2025-06-12",
    ),
    (
        "A train derailed near Ulm on June 10. Two days after the accident, Paul Ruiz flew to Madrid.",
        "Ruiz",
        "2025-06-12",
    ),
    (
        "A bomb exploded in a market on June 10. Two days after the attack, Paul Ruiz flew to Madrid.",
        "Ruiz",
        "2025-06-12",
    ),
    (
        "A chlorine tank exploded on June 10. Two days after the incident, Paul Ruiz flew to Madrid.",
        "Ruiz",
        "2025-06-12",
    ),
    (
        "A bus overturned on June 3. A ferry sank on June 10. Two days after the disaster, Paul Ruiz flew to Madrid.",
        "Ruiz",
        OPEN,
    ),
    (
        "The deal was announced on Oct. 18, 2022. Oak sold its stake on the day after the merger was announced.",
        "Oak",
        "2022-10-19",
    ),
    ("The council met on June 10. Two days after the battle, Paul Ruiz flew to Madrid.", "Ruiz", OPEN),
    ("The council met on June 10. Two days after the divorce, Paul Ruiz flew to Madrid.", "Ruiz", OPEN),
    ("The council met on June 10. Two days after the audition, Paul Ruiz flew to Madrid.", "Ruiz", OPEN),
    ("A ferry sank on June 10. Two days after the audition, Paul Ruiz flew to Madrid.", "Ruiz", OPEN),
    ("A ferry sank on June 10. Two days after the divorce, Paul Ruiz flew to Madrid.", "Ruiz", OPEN),
    ("The council met on June 10. The shares have fallen since the merger.", "shares", OPEN),
    ("Kern resigned on June 10. Paul Ruiz has lived in Rome since the merger.", "Ruiz", OPEN),
];

/// The event of another person, place or time is not the one told.
const OTHERS: &[Case] = &[
    (
        "Kern resigned on June 14. He sold his house two days after his predecessor's resignation.",
        "house",
        OPEN,
    ),
    ("Chairman Otto Lang died on June 14. He sold his house two days after his wife's death.", "house", OPEN),
    (
        "Voters elected Hanna Berg on June 14. She left the party two days after the previous election.",
        "party",
        OPEN,
    ),
    (
        "A train crashed near Ulm on June 10. The line had a similar problem two days before the collision at Bad Aibling.",
        "similar",
        OPEN,
    ),
    (
        "The probe was launched on June 10. An engineer left the agency two days before the launch of an earlier mission.",
        "engineer",
        OPEN,
    ),
    ("A ferry sank on June 10. Paul Ruiz flew to Madrid two days after an earlier sinking.", "Ruiz", OPEN),
    ("A ferry sank on June 10. Paul Ruiz flew to Madrid two days after the last sinking.", "Ruiz", OPEN),
    ("A ferry sank on June 10. Paul Ruiz flew to Madrid two days after another sinking.", "Ruiz", OPEN),
    (
        "The mayor resigned on June 10. Paul Ruiz flew to Madrid two days after the mayor's resignation.",
        "Ruiz",
        "2025-06-12",
    ),
    (
        "Helmut Kohl was arrested on June 10. Paul Ruiz flew to Madrid two days after Kohl's arrest.",
        "Ruiz",
        "2025-06-12",
    ),
    (
        "Her brother was arrested on June 10. She flew to Madrid two days after her brother's arrest.",
        "Madrid",
        "2025-06-12",
    ),
    ("Lind was arrested on June 10. He sold his house two days after his arrest.", "house", "2025-06-12"),
    (
        "Lind was arrested on June 10. Police searched his house two days after Lind's arrest.",
        "searched",
        "2025-06-12",
    ),
    (
        "Police arrested the mayor on June 10. Paul Ruiz flew to Madrid two days after the mayor's arrest.",
        "Ruiz",
        "2025-06-12",
    ),
];

/// What describes it, stands behind it or counts it tells which of two is meant.
const WHICH: &[Case] = &[
    (
        "A fire destroyed a school in Brest on June 3. A fire destroyed a mill in Nantes on June 14. Two days after the fire in Brest, a headmaster resigned.",
        "headmaster",
        "2025-06-05",
    ),
    (
        "A fire destroyed a school in Brest on June 3. A fire destroyed a mill in Nantes on June 14. Two days after the fire in Nantes, a headmaster resigned.",
        "headmaster",
        "2025-06-16",
    ),
    (
        "A fire destroyed a school in Brest on June 3. A fire destroyed a mill in Nantes on June 14. Two days after the fire at the school, a headmaster resigned.",
        "headmaster",
        "2025-06-05",
    ),
    (
        "Police raided a mosque on June 3. On June 14 they raided a church. Two days after the raid on the mosque, an imam resigned.",
        "imam",
        "2025-06-05",
    ),
    (
        "Jets struck Beirut on June 3. Jets struck Tyre on June 14. Two days after the strike on Beirut, a doctor resigned.",
        "doctor",
        "2025-06-05",
    ),
    (
        "An explosion killed two miners on June 3. A second explosion killed nine on June 14. The mine had closed a day after the first explosion.",
        "closed",
        "2025-06-04",
    ),
    (
        "An explosion killed two miners on June 3. A second explosion killed nine on June 14. The mine had closed a day after the second explosion.",
        "closed",
        "2025-06-15",
    ),
    (
        "A ferry capsized on June 10. A train crashed near Ulm on June 14. Two days after the ferry accident, an uncle bought a boat.",
        "uncle",
        "2025-06-12",
    ),
    (
        "A ferry sank off Kos on June 3. Two days after the fire in Brest, a headmaster resigned.",
        "headmaster",
        OPEN,
    ),
    (
        "A fire destroyed a school in Lyon on June 3. Two days after the fire in Brest, a headmaster resigned.",
        "headmaster",
        OPEN,
    ),
];

/// Words that place a time by an event.
const CONNECTIVES: &[Case] = &[
    ("The dam collapsed on June 10. Paul Ruiz left town following the collapse.", "Ruiz", "2025-06-10/.."),
    (
        "The dam collapsed on June 10. Paul Ruiz was in Rome at the time of the collapse.",
        "Ruiz",
        "2025-06-10",
    ),
    (
        "The dam collapsed on June 10. Within hours of the collapse, Paul Ruiz left town.",
        "Ruiz",
        "2025-06-10",
    ),
    (
        "The dam collapsed on June 10. Within days of the collapse, Paul Ruiz left town.",
        "Ruiz",
        "2025-06-10/2025-06-19",
    ),
    (
        "The dam collapsed on June 10. On the anniversary of the collapse, bells will ring.",
        "Bells",
        "2026-06-10",
    ),
    ("The dam collapsed on June 10. Paul Ruiz has lived in Rome ever since.", "Ruiz", "2025-06-10/.."),
    ("The dam collapsed on June 10. Paul Ruiz has lived in Rome since then.", "Ruiz", "2025-06-10/.."),
    ("The dam collapsed on June 10. Until then, Paul Ruiz lived in Rome.", "Ruiz", "../2025-06-10"),
    ("The trial began on June 10. Two days into the trial, a juror fell ill.", "juror", "2025-06-12"),
    (
        "The factory exploded on June 3. Its owner was arrested on June 14. On the day of the blast, a foreman sent an email.",
        "foreman",
        "2025-06-03",
    ),
    (
        "An earthquake struck the island on June 3. A ferry sank on June 17. The president toured the ruins the week of the quake.",
        "toured",
        "2025-06-02/2025-06-08",
    ),
    (
        "The club was sold on June 3. A striker was injured on June 17. The same day as the sale, fans announced a boycott.",
        "boycott",
        "2025-06-03",
    ),
    (
        "The bomb exploded on June 3, police said on June 16. Lind lived across the street at the time.",
        "Lind",
        "2025-06-03",
    ),
    (
        "An earthquake struck the island on June 3. A ferry sank on June 17. The president toured the ruins in the week of the quake.",
        "toured",
        "2025-06-02/2025-06-08",
    ),
    (
        "The factory exploded on June 3. A foreman sent an email on the same day as the blast.",
        "foreman",
        "2025-06-03",
    ),
    ("A man was rescued on June 14, thirty hours after a dam collapsed.", "dam", "2025-06-12/2025-06-13"),
];

/// A clause that tells again what is dated elsewhere.
const AGAIN: &[Case] = &[
    ("The dam collapsed on June 10. Paul Ruiz was asleep when the dam burst.", "Ruiz", "2025-06-10"),
    ("The dam collapsed on June 10. Paul Ruiz was asleep as the dam burst.", "Ruiz", "2025-06-10"),
    ("The dam collapsed on June 10. Paul Ruiz left town once the dam had burst.", "Ruiz", "2025-06-10/.."),
    ("The dam collapsed on June 10. Paul Ruiz was asleep when a tyre burst.", "Ruiz", OPEN),
    ("The dam collapsed on June 10. Paul Ruiz was asleep when the dam was built.", "Ruiz", OPEN),
];

/// A clause with a pronoun names the only event of its verb; a pronoun behind a noun phrase is another subject.
const CLAUSES: &[Case] = &[
    ("The dam collapsed on June 10. Paul Ruiz left town two days after it collapsed.", "Ruiz", "2025-06-12"),
    ("Prosecutors charged Lind on June 10. He left town a day after he was charged.", "left", "2025-06-11"),
    (
        "The girl vanished on June 12. Her bicycle was found three days after she disappeared.",
        "bicycle",
        "2025-06-15",
    ),
    (
        "Nurse Ida Falk was stabbed on June 10. The day before the stabbing she had complained about a visitor.",
        "complained",
        "2025-06-09",
    ),
    ("A ferry sank on June 10. Paul Ruiz left town two days after it crashed.", "Ruiz", OPEN),
    (
        "A ferry sank on June 10. A trawler sank on June 14. Paul Ruiz left town two days after it sank.",
        "Ruiz",
        OPEN,
    ),
];

/// Two articles of one story, published a week apart, the words that an entry's headline has, and its time.
const ACROSS: &[(&str, &str, &str, &str)] = &[
    (
        "A fire destroyed the Calder Road warehouse on Tuesday.",
        "The street has been closed since the fire.",
        "street",
        "2025-06-10/..",
    ),
    // Not where the article tells another, nor where what stands beside the noun says which.
    (
        "A fire destroyed the Calder Road warehouse on Tuesday.",
        "A fire broke out in a flat. The street has been closed since the fire.",
        "street",
        OPEN,
    ),
    (
        "A fire destroyed the Calder Road warehouse on Tuesday.",
        "Lind has lived in a hotel since the fire in her flat.",
        "Lind",
        OPEN,
    ),
    (
        "Two men died in a shooting in Leeds on Tuesday.",
        "Lind has kept silent since the shooting in Oslo.",
        "Lind",
        OPEN,
    ),
    ("Police arrested Otto Lang on Tuesday.", "Lind has kept silent since his arrest.", "Lind", OPEN),
    (
        "Voters went to the polls in the election on Tuesday.",
        "Lind has kept silent since the Swedish election.",
        "Lind",
        OPEN,
    ),
    // Nor where two are told.
    (
        "A fire destroyed a warehouse on Tuesday. A fire destroyed a mill on Thursday.",
        "The street has been closed since the fire.",
        "street",
        OPEN,
    ),
];

fn article(n: usize, published: &str, text: &str) -> Article {
    let mut article =
        article::read(&format!("{n}.txt"), text.as_bytes(), Format::Text, None).expect("a text");
    article.published = Some(Published::parse(published).expect("a date"));
    article
}

/// The times of the entries whose headlines have some words.
fn times(articles: &[Article], words: &str) -> Vec<String> {
    let timeline = walk::select(articles, Language::english(), &Policy::default(), &Selection::default())
        .expect("dates");
    let told = timeline.entries.iter().filter(|e| e.headline.contains(words));
    told.map(|e| e.when.edtf()).collect()
}

/// What differs from the case, as a line.
fn differs(articles: &[Article], text: &str, words: &str, want: &str) -> Option<String> {
    let got = times(articles, words);
    let right = match want {
        OPEN => got.iter().all(|time| time.contains("..")),
        _ => got.iter().any(|time| time == want),
    };
    (!right).then(|| format!("{text}\n  “{words}” {want}, not {got:?}"))
}

#[test]
fn nouns_name_the_deeds_of_verbs() {
    let wrong: Vec<_> = DEEDS
        .iter()
        .filter_map(|(told, noun)| {
            let text = format!("{told} on June 10. Two days after the {noun}, Paul Ruiz flew to Madrid.");
            differs(&[article(0, "2025-06-20", &text)], &text, "Ruiz", "2025-06-12")
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), DEEDS.len(), wrong.join("\n"));
}

#[test]
fn events_date_what_is_placed_by_them() {
    let all = [MODIFIERS, GENERAL, OTHERS, WHICH, CONNECTIVES, AGAIN, CLAUSES].concat();
    let wrong: Vec<_> = all
        .iter()
        .filter_map(|(text, words, want)| differs(&[article(0, "2025-06-20", text)], text, words, want))
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

#[test]
fn the_only_event_of_its_kind_in_a_story_is_meant() {
    let wrong: Vec<_> = ACROSS
        .iter()
        .filter_map(|(first, second, words, want)| {
            let articles = [article(0, "2025-06-12", first), article(1, "2025-06-19", second)];
            differs(&articles, &format!("{first} / {second}"), words, want)
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), ACROSS.len(), wrong.join("\n"));
}
