//! Sentences as the segmenter reads them: which verb governs an expression of time, and where clauses part.

use dateline::expression::Tense;
use dateline::lang::Language;
use dateline::segment::segment;

/// An expression in square brackets, and the tense that steers it.
const TENSES: &[(&str, Tense)] = &[
    // Plain.
    ("The council approved the bridge [Friday].", Tense::Past),
    ("On [Friday], the council approved the bridge.", Tense::Past),
    ("The council will approve the bridge on [Friday].", Tense::Future),
    ("The council approves the bridge on [Friday].", Tense::Present),
    ("Bridge closure, [Friday]", Tense::None),
    // The number of a name counts nothing.
    ("The A380 enters service on [Friday].", Tense::Present),
    ("Flight 218 enters service on [Friday].", Tense::Present),
    ("The yard has 218 enters service on [Friday].", Tense::Present),
    ("A quiet [Friday] in the harbour", Tense::None),
    // Perfect and passive.
    ("Prices have risen since [Monday].", Tense::Past),
    ("Two men were arrested on [Sunday] in Porto.", Tense::Past),
    ("The road had been closed on [Sunday].", Tense::Past),
    ("The road will have been closed by [Sunday].", Tense::Future),
    ("The ferry did not sail on [Tuesday].", Tense::Past),
    ("The crew doesn't sleep on [Tuesday].", Tense::Present),
    // Plans.
    ("The envoy plans to meet both sides on [Friday].", Tense::Future),
    ("The two leaders plan to meet in Oslo on [Friday].", Tense::Future),
    ("Ms. Hale and Mayor Ito plan to meet at the port on [Friday].", Tense::Future),
    ("The hearing is set for [Monday].", Tense::Future),
    ("A hearing set for [Monday] may be delayed.", Tense::Future),
    ("The hearing was scheduled to begin [Monday].", Tense::Future),
    ("The report is due [Thursday].", Tense::Future),
    ("Talks are expected to resume on [Wednesday].", Tense::Future),
    ("The minister is to visit Cairo on [Wednesday].", Tense::Future),
    ("They are meeting again on [Wednesday].", Tense::Future),
    ("The two sides agreed to resume talks on [Wednesday].", Tense::Future),
    ("The two sides agreed on [Wednesday] to resume talks.", Tense::Past),
    ("The strike is likely to end [Friday].", Tense::Future),
    ("The strike has to end by [Friday].", Tense::Future),
    ("He is going to resign on [Friday].", Tense::Future),
    ("The truce had been due to end on [Friday].", Tense::Past),
    // Modals.
    ("The storm could reach the coast on [Friday].", Tense::Future),
    ("The storm could have reached the coast on [Friday].", Tense::Past),
    ("We may know more by [Friday].", Tense::Future),
    ("The lift that shut on 9 May at 8am was mended on [Friday].", Tense::Past),
    ("What the board found in 2024 may surprise them on [Friday].", Tense::Future),
    // Infinitives of what happened.
    ("The crew managed to land on [Sunday].", Tense::Past),
    ("Oil rose to end at $90 on [Friday].", Tense::Past),
    // Saying and what is said.
    ("The mayor told aides on [Tuesday] that she will resign.", Tense::Past),
    ("The mayor told aides that she will resign on [Tuesday].", Tense::Future),
    ("The mayor will resign on [Friday], she said.", Tense::Future),
    ("The mayor will resign, she said on [Friday].", Tense::Past),
    ("The company said [Wednesday] it will appeal.", Tense::Past),
    ("The company said it will appeal [Wednesday].", Tense::Future),
    ("The company said [Wednesday] the board would appeal.", Tense::Past),
    ("“We will fight on [Monday],” Ames said.", Tense::Future),
    ("“We will fight on Monday,” Ames said on [Friday].", Tense::Past),
    (
        "“We have agreed that this meeting will take place at the palace on [Friday],” Ames wrote on Sunday night.",
        Tense::Future,
    ),
    (
        "“We have agreed that this meeting will take place at the palace on Friday,” Ames wrote on his blog [Sunday] night.",
        Tense::Past,
    ),
    ("Ames announced that he and Premier Mika Rand plan to meet in the palace on [Friday]", Tense::Future),
    ("Ames threatened to cut funds on [Friday].", Tense::Future),
    ("Last [month], Ames threatened to cut funds if the town rebelled.", Tense::Past),
    // Interrupted and subordinate clauses.
    ("The mayor, who resigned on [Friday], will not run again.", Tense::Past),
    ("The mayor, who resigned on Friday, will run again in [May].", Tense::Future),
    ("The men arrested on [Friday] will appear in court.", Tense::Past),
    ("The men arrested on Friday will appear in court on [Monday].", Tense::Future),
    ("The bomb that killed 30 people on [Friday] will not stop the vote.", Tense::Past),
    ("When the market opens on [Monday], the shares will fall.", Tense::Future),
    ("If the union strikes on [Tuesday], prices will rise.", Tense::Future),
    ("The union struck on [Monday], said Carl Boone, a docker.", Tense::Past),
    ("On [Friday], when the market opened, shares will fall.", Tense::Future),
    ("Ames, a socialist, won the race earlier this [month], soundly defeating Cole.", Tense::Past),
    ("She left for Rome and will return on [Monday].", Tense::Future),
    ("She left for Rome on [Monday] and will return soon.", Tense::Past),
    ("The talks failed; a new round begins on [Monday].", Tense::Future),
    ("The talks — held on [Monday] — will go on.", Tense::Past),
    ("A blast hit the port, killing ten people on [Friday].", Tense::Past),
];

#[test]
fn verbs_govern_expressions() {
    let language = Language::english();
    let mut wrong = Vec::new();
    for &(marked, want) in TENSES {
        let at = marked.find('[').expect("a bracket") as u32;
        let text = marked.replace(['[', ']'], "");
        let document = segment(&text, language);
        let found = document.tense_at(document.token_at(at), language);
        if found != want {
            wrong.push(format!("{found:?}, not {want:?}: {marked}\n    {:?}", shown(&text)));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), TENSES.len(), wrong.join("\n"));
}

/// Clauses are parted by `|`.
const CLAUSES: &[&str] = &[
    "The council approved the bridge on Friday.",
    "Ames announced| that he plans to meet with Mayor Ito,| whom he has called a “clown.”",
    "The company said| it expects to finish the work by June.",
    "Officials said Tuesday| the ferry had sunk.",
    "The mayor will resign on Friday|, she said.",
    "The mayor,|who resigned on Friday|, left the city.",
    "“We will fight,”| Ames said.",
    "Ames called him a “clown” on Friday.",
    "He resigned on Monday| and left the city on Tuesday.",
    "Last month, Ames threatened to cut funds| if the town rebelled.",
    "The talks failed|; a new round begins on Monday.",
    "The men arrested on Friday were charged.",
    "Cole and Ames won the race.",
    "Cole said| he and Ames won the race.",
    "After the vote, Ames left.",
    "After the vote ended|, Ames left.",
    "The harbour, the market and the bridge were closed.",
    "He blamed the storm| because the harbour was closed.",
];

#[test]
fn clauses_part() {
    let mut wrong = Vec::new();
    for case in CLAUSES {
        let text = case.replace('|', "");
        let found = shown(&text).join("|");
        let tight = |s: &str| s.replace("| ", "|").replace(" |", "|").replace(",|", "|,");
        if tight(&found) != tight(case) {
            wrong.push(format!("{found}\n  not {case}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), CLAUSES.len(), wrong.join("\n"));
}

fn shown(text: &str) -> Vec<String> {
    let language = Language::english();
    let document = segment(text, language);
    let clauses = (0..document.sentences.len()).flat_map(|s| document.clauses(s, language));
    clauses.map(|c| c.span.of(text).to_owned()).collect()
}
