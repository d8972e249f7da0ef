//! What holds of every text, every expression and every date.

use chrono::NaiveDate;
use dateline::Expr;
use dateline::article::{Article, Published};
use dateline::expression::{
    Amount, Anchor, Bound, Clock, Cycle, DateFields, EventRef, Every, Fuzzy, Hedge, Holiday, Month, Number,
    PartOfDay, Portion, Quantity, Relation, Season, Tense, Unit, Weekday, Year, Yearly, Zone,
};
use dateline::lang::Language;
use dateline::recognise::recognise;
use dateline::resolve::{Context, Policy, resolve};
use dateline::segment::segment;
use dateline::walk;
use proptest::prelude::*;
use proptest::sample::select;

/// Words and marks that expressions are made of, and some that they are not.
fn words() -> impl Strategy<Value = String> {
    let words = [
        "May",
        "on",
        "Friday",
        "last",
        "the",
        "week",
        "of",
        "Nov.",
        "21",
        "2025",
        ",",
        "-",
        "'80s",
        "three",
        "days",
        "ago",
        "before",
        "Christmas",
        "night",
        "7:15",
        "p.m.",
        "quarter",
        "third",
        "a",
        "few",
        "until",
        "said",
        "will",
        "early",
        "half",
        "“",
        "”",
        "\n\n",
        "’s",
        "é",
        "1990s",
        "13/13",
        "—",
        "from",
        "to",
        "and",
        "between",
        "Trump",
        "year-old",
    ];
    prop::collection::vec(select(words.to_vec()), 0..40).prop_map(|words| words.join(" "))
}

fn unit() -> impl Strategy<Value = Unit> {
    select(Unit::ALL.to_vec())
}

fn quantity() -> impl Strategy<Value = Quantity> {
    prop_oneof![
        (0i64..1_000_000).prop_map(|n| Quantity::Exactly(Number(n))),
        Just(Quantity::Couple),
        Just(Quantity::Few),
        Just(Quantity::Some),
        select(vec![Quantity::Tens(10), Quantity::Tens(100), Quantity::Tens(1000)]),
    ]
}

fn amount() -> impl Strategy<Value = Amount> {
    (quantity(), unit(), prop::option::of((0i64..10_000, unit()))).prop_map(|(quantity, unit, plus)| Amount {
        quantity,
        unit,
        plus: plus.map(|(n, smaller)| (Number(n), smaller)).filter(|(_, smaller)| *smaller < unit),
    })
}

fn cycle() -> impl Strategy<Value = Cycle> {
    prop_oneof![
        unit().prop_map(Cycle::Unit),
        select(Weekday::ALL.to_vec()).prop_map(Cycle::Weekday),
        select(Month::ALL.to_vec()).prop_map(Cycle::Month),
        select(Season::ALL.to_vec()).prop_map(Cycle::Season),
        select(PartOfDay::ALL.to_vec()).prop_map(Cycle::PartOfDay),
        (1u8..=4).prop_map(Cycle::Quarter),
        (1u8..=2).prop_map(Cycle::Half),
        select(Holiday::ALL.to_vec()).prop_map(Cycle::Holiday),
        yearly().prop_map(Cycle::Yearly),
    ]
}

fn yearly() -> impl Strategy<Value = Yearly> {
    let (month, weekday) = (|| select(Month::ALL.to_vec()), select(Weekday::ALL.to_vec()));
    prop_oneof![
        (month(), 1u8..=28).prop_map(|(month, day)| Yearly::On(month, day)),
        (1i8..=5, weekday, month()).prop_map(|(n, weekday, month)| Yearly::Nth(n, weekday, month)),
        (select(Holiday::ALL.to_vec()), -365i16..=365).prop_map(|(day, by)| Yearly::Beside(day, by)),
    ]
}

fn year() -> impl Strategy<Value = Year> {
    prop_oneof![(-9999i32..=9999).prop_map(Year::Full), (0u8..100).prop_map(Year::Short)]
}

fn date() -> impl Strategy<Value = DateFields> {
    (
        prop::option::of(year()),
        prop::option::of(select(Month::ALL.to_vec())),
        prop::option::of(1u8..=31),
        prop::option::of(select(Weekday::ALL.to_vec())),
    )
        .prop_map(|(year, month, day, weekday)| DateFields { year, month, day, weekday })
        .prop_filter("the calendar has it", DateFields::is_possible)
}

fn clock() -> impl Strategy<Value = Clock> {
    (0u8..24, prop::option::of(0u8..60), any::<bool>(), prop::option::of(-840i16..=840)).prop_map(
        |(hour, minute, settled, zone)| Clock { hour, minute, second: None, settled, zone: zone.map(Zone) },
    )
}

fn leaf() -> impl Strategy<Value = Expr> {
    prop_oneof![
        date().prop_map(Expr::Date),
        (1u16..=12, 1u16..=31, prop::option::of(year())).prop_map(|(a, b, year)| Expr::Numeric(a, b, year)),
        clock().prop_map(Expr::Clock),
        cycle().prop_map(Expr::Bare),
        amount().prop_map(Expr::Duration),
        amount().prop_map(Expr::Age),
        (-99i16..=99).prop_filter("there is no century 0", |n| *n != 0).prop_map(Expr::Century),
        (-999i32..=999).prop_map(|n| Expr::Decade(Year::Full(n * 10))),
        select(Fuzzy::ALL.to_vec()).prop_map(Expr::Fuzzy),
        (cycle(), 1u8..10, any::<bool>()).prop_map(|(of, step, quantified)| Expr::Every(Every {
            of,
            step,
            times: None,
            quantified
        })),
        (select(Relation::ALL.to_vec()), prop::option::of(amount())).prop_map(|(relation, by)| {
            Expr::Relative { relation, by, to: EventRef { phrase: "vote".to_owned() } }
        }),
    ]
}

fn expression() -> impl Strategy<Value = Expr> {
    leaf().prop_recursive(3, 12, 2, |inner| {
        let anchor = prop_oneof![
            Just(Anchor::Publication),
            Just(Anchor::Discourse),
            inner.clone().prop_map(|e| Anchor::At(Box::new(e))),
        ];
        let boxed = || inner.clone().prop_map(Box::new);
        prop_oneof![
            (-3i8..=3, cycle(), anchor.clone()).prop_map(|(step, of, from)| Expr::Which { step, of, from }),
            (anchor.clone(), amount(), any::<bool>()).prop_map(|(from, by, back)| Expr::Shift {
                from,
                by,
                back
            }),
            (anchor, amount(), any::<bool>()).prop_map(|(from, amount, back)| Expr::Window {
                from,
                amount,
                back
            }),
            ((-9i16..=9).prop_filter("counted from 1", |n| *n != 0), cycle(), boxed())
                .prop_map(|(n, of, within)| Expr::Nth { n, of, within }),
            (1u8..=9, cycle(), boxed()).prop_map(|(n, of, to)| Expr::Nearest { n, of, to }),
            (boxed(), boxed()).prop_map(|(a, b)| Expr::Join(a, b)),
            (boxed(), boxed()).prop_map(|(a, b)| Expr::Range(a, b)),
            (select(Bound::ALL.to_vec()), boxed()).prop_map(|(bound, of)| Expr::Open(bound, of)),
            (select(Portion::ALL.to_vec()), boxed()).prop_map(|(portion, of)| Expr::Portion(portion, of)),
            (select(Hedge::ALL.to_vec()), boxed()).prop_map(|(hedge, of)| Expr::Hedged(hedge, of)),
        ]
    })
}

fn published() -> impl Strategy<Value = NaiveDate> {
    (-9999i32..=9999, 1u32..=366).prop_filter_map("a day of the year", |(y, d)| NaiveDate::from_yo_opt(y, d))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn mentions_are_sorted_disjoint_and_on_character_boundaries(
        text in prop_oneof![words(), ".{0,200}", "[0-9/:.,’' a-eT-]{0,60}"],
    ) {
        let language = Language::english();
        let document = segment(&text, language);
        let mut end = 0;
        for mention in recognise(&document, language) {
            prop_assert!(mention.span.start >= end && mention.span.end > mention.span.start);
            prop_assert!(text.is_char_boundary(mention.span.start as usize));
            prop_assert!(text.is_char_boundary(mention.span.end as usize));
            end = mention.span.end;
        }
    }

    #[test]
    fn every_expression_resolves_on_every_date(expr in expression(), published in published(), tense in select(Tense::ALL.to_vec())) {
        let policy = Policy::default();
        let when = resolve(&expr, &Context { tense, ..Context::on(published, &policy) });
        if let (Some(from), Some(to)) = (when.interval.from, when.interval.to) {
            prop_assert!(from < to, "{expr}: {from} … {to}");
        }
        prop_assert!(!when.timex().value.is_empty());
        let _ = (when.edtf(), when.why.sentences().count(), dateline::render::label(&when));
    }

    #[test]
    fn any_text_becomes_a_timeline(
        text in prop_oneof![words(), ".{1,200}", "[0-9/:.,’' a-eT-]{1,60}"],
        published in published(),
    ) {
        let mut article = Article { name: "any".to_owned(), text, ..Article::default() };
        article.published = Some(Published::given(published));
        let timeline = walk::timeline(&[article], Language::english(), &Policy::default());
        prop_assert!(timeline.is_ok());
    }

    // What is all of a text may be read as an answer to a question, so that something must stand beside it.
    #[test]
    fn a_sentence_without_time_changes_no_date(text in words(), published in published()) {
        let language = Language::english();
        let policy = Policy::default();
        let values = |text: &str| -> Vec<(String, String)> {
            let document = segment(text, language);
            walk::annotate(&document, language, Some(published.into()), &policy)
                .iter()
                .map(|a| (a.mention.expr.to_string(), a.when.timex().value))
                .collect()
        };
        let with_one = format!("{text}\n\nNobody was hurt.");
        prop_assert_eq!(values(&format!("{with_one}\n\nEverybody slept.")), values(&with_one));
    }
}

/// What recognition can find prints in a notation that reads back to the same expression.
#[test]
fn what_is_recognised_prints_and_reads_back() {
    let language = Language::english();
    for file in Language::english_rules().expect("the rules load") {
        for example in file.rules.iter().flat_map(|r| &r.examples) {
            let document = segment(example.text, language);
            for mention in recognise(&document, language) {
                let notation = mention.expr.to_string();
                let read: Expr = notation.parse().unwrap_or_else(|e| panic!("{notation}: {e}"));
                assert_eq!(read, mention.expr, "{notation}");
            }
        }
    }
}
