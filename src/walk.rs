//! The walk of the data through the rooms, step by step; the first file to read.
//!
//! ```text
//! bytes ─► article ─► segment ─► recognise ─► resolve ─► events ─► timeline ─► render ─► bytes
//! ```

mod behind;
mod governing;
mod memory;
mod narrative;
mod overnight;

use crate::article::{Article, Published};
use crate::error::{Error, Result};
use crate::events;
use crate::expression::{Expr, Tense};
use crate::lang::{Language, Role};
use crate::parallel;
use crate::recognise::{Annotation, Mention, recognise};
use crate::resolve::{Cell, Context, Genre, Interval, Policy, Telling, Value, When, resolve, telling};
use crate::segment::{Comparisons, Document, Parted, segment};
use crate::timeline::{self, Edited, Edits, Source, Timeline, Told};
pub use crate::timeline::{Detail, Selection};
use chrono::NaiveDate;
use governing::Governing;
use memory::{Memory, Place};
use narrative::Apart;
use rustc_hash::FxHashSet;

/// All steps between reading and rendering: articles become one timeline.
///
/// Sources are numbered `s1`, `s2`, … in the order given, except articles from records, which keep their ids.
///
/// ```
/// use dateline::{article::{self, Format}, lang::Language, render::{self, Format::Markdown}, resolve::Policy, walk};
///
/// let text = b"The council met on Monday. It will vote on Friday, November 21st.";
/// let mut article = article::read("council.txt", text, Format::Text, None)?;
/// article.published = Some(article::Published::parse("2025-11-20")?);
/// let timeline = walk::timeline(&[article], Language::english(), &Policy::default())?;
/// assert_eq!(timeline.entries.len(), 2);
/// assert!(render::to_string(&timeline, Markdown).contains("21 November 2025"));
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// An article without a publication date: names the article, the places looked at, and the cure. Two articles with one
/// id.
pub fn timeline(articles: &[Article], language: &Language, policy: &Policy) -> Result<Timeline> {
    select(articles, language, policy, &Selection::default())
}

/// As [`timeline()`], of what a selection asks for.
///
/// ```
/// use dateline::{article::{Article, Published}, lang::Language, resolve::Policy, timeline::Selection, walk};
///
/// let text = "The council met on Monday. Prices rose on Tuesday.".to_owned();
/// let published = Some(Published::parse("2025-11-20")?);
/// let article = Article { name: "a.txt".into(), text, published, ..Article::default() };
/// let selection = Selection { about: Some("prices".into()), ..Selection::default() };
/// let timeline = walk::select(&[article], Language::english(), &Policy::default(), &selection)?;
/// assert_eq!(timeline.entries[0].headline, "Prices rose");
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// As [`timeline()`].
pub fn select(
    articles: &[Article],
    language: &Language,
    policy: &Policy,
    selection: &Selection,
) -> Result<Timeline> {
    let mut ids = FxHashSet::default();
    if let Some(id) = articles.iter().filter_map(|a| a.id.as_ref()).find(|id| !ids.insert(*id)) {
        return Err(Error::article(format!("two articles have the id `{id}`; ids must differ")));
    }
    let published: Vec<&Published> =
        articles.iter().map(Article::require_published).collect::<Result<_>>()?;
    let tell = |article: &Article, published: &Published| {
        let document = segment(&article.text, language);
        let parted = Parted::new(&document, language);
        let mut found = annotate_parted(&parted, Some(published.into()), policy, Tense::None);
        found.retain(|a| !a.is_creation_time);
        // What one article tells without a date another may date.
        let context = selection.context() || articles.len() > 1;
        let reach = events::Reach { published: published.day, context };
        let events = events::extract_parted(&parted, &found, reach, policy);
        // A time is with its event; of the others, which are few, the timeline says that they have none.
        found.retain(|a| !a.when.is_dated());
        found.shrink_to_fit();
        (events, found)
    };
    let bytes = articles.iter().map(|a| a.text.len()).sum();
    let told = parallel::map(articles.len(), bytes, |n| tell(&articles[n], published[n]));
    let (mut events, undated): (Vec<_>, Vec<_>) = told.into_iter().unzip();
    events::relate(&mut events, language, policy);
    let told = articles.iter().zip(published).zip(events.into_iter().zip(&undated)).enumerate();
    let told = told.map(|(number, ((article, published), (events, undated)))| Told {
        source: source(article, published, number),
        text: &article.text,
        lines: &article.lines,
        events,
        undated,
    });
    Ok(timeline::build(told.collect(), selection))
}

/// As [`select`], with an editor's corrections carried out before anything is left out, so that each finds its entry whatever is
/// asked for; gives what became of them as well.
///
/// What is pinned or added is always shown.
///
/// ```
/// use dateline::{article::{Article, Published}, lang::Language, resolve::Policy, walk};
/// use dateline::timeline::{Edited, Edits, Selection};
///
/// let (name, text) = ("a.txt".to_owned(), "The council met on Monday.".to_owned());
/// let article = Article { name, text, published: Some(Published::parse("2025-11-20")?), ..Article::default() };
/// let edits = Edits { title: Some("The council".into()), ..Edits::default() };
/// let (english, policy, selection) = (Language::english(), Policy::default(), Selection::default());
/// let (timeline, edited): (_, Edited) = walk::corrected(&[article], english, &policy, &selection, &edits)?;
/// assert_eq!((timeline.title.as_deref(), edited.lost.len()), (Some("The council"), 0));
/// # Ok::<(), dateline::Error>(())
/// ```
///
/// # Errors
///
/// As [`timeline()`].
pub fn corrected(
    articles: &[Article],
    language: &Language,
    policy: &Policy,
    selection: &Selection,
    edits: &Edits,
) -> Result<(Timeline, Edited)> {
    let whole = |detail| select(articles, language, policy, &Selection { detail, ..Selection::default() });
    let full = || whole(Detail::Full);
    let mut timeline = if selection.context() { full()? } else { whole(Detail::Normal)? };
    let edited = timeline.edit_within(edits, full)?;
    selection.narrow(&mut timeline, &edited.pinned);
    Ok((timeline, edited))
}

fn source(article: &Article, published: &Published, number: usize) -> Source {
    Source {
        id: article.id.clone().unwrap_or_else(|| format!("s{}", number + 1)),
        name: article.name.clone(),
        file: own_file(article),
        title: article.title.clone(),
        author: article.author.clone(),
        site: article.site.clone(),
        url: article.url.clone(),
        published: published.day,
        instant: published.instant,
        published_from: published.evidence,
    }
}

/// The file that an article was read from and shares with no other.
fn own_file(article: &Article) -> Option<String> {
    let is_address = article.name.contains("://");
    (article.container.is_none() && !is_address).then(|| article.name.clone())
}

/// When a text was published, as far as resolution asks: the day, and where known the hour and the zone.
///
/// ```
/// use dateline::walk::Publication;
///
/// let published: Publication = "2025-11-20T02:00-05:00".parse()?;
/// assert_eq!((published.day.to_string().as_str(), published.zone), ("2025-11-20", Some(-300)));
/// let day = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).expect("a date");
/// assert_eq!(Publication::from(day), "2025-11-20".parse()?);
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Publication {
    /// Calendar day in the article's own zone.
    pub day: NaiveDate,
    /// Wall-clock time in the article's own zone.
    pub clock: Option<chrono::NaiveDateTime>,
    /// Minutes east of UTC.
    pub zone: Option<i32>,
}

impl From<&Published> for Publication {
    fn from(published: &Published) -> Self {
        Publication {
            day: published.day,
            clock: published.wall_clock(),
            zone: published.instant.map(|i| i.offset().local_minus_utc() / 60),
        }
    }
}

impl From<NaiveDate> for Publication {
    fn from(day: NaiveDate) -> Self {
        Publication { day, clock: None, zone: None }
    }
}

/// Steps 3 and 4: every expression of time in a document, with what it means.
///
/// Without a publication only absolute expressions get a time.
///
/// ```
/// use dateline::{lang::Language, resolve::Policy, segment::segment, walk};
///
/// let english = Language::english();
/// let document = segment("The council will meet on Friday, November 21st.", english);
/// let published = chrono::NaiveDate::from_ymd_opt(2025, 11, 20).map(Into::into);
/// let found = walk::annotate(&document, english, published, &Policy::default());
/// assert_eq!(found[0].when.timex().value, "2025-11-21");
/// ```
pub fn annotate(
    document: &Document<'_>,
    language: &Language,
    published: Option<Publication>,
    policy: &Policy,
) -> Vec<Annotation> {
    annotate_in(document, language, published, policy, Tense::None)
}

/// As [`annotate`], for expressions whose governing verb is known from elsewhere: a `tense` other than none beats the
/// text's.
///
/// ```
/// use dateline::{expression::Tense, lang::Language, resolve::Policy, segment::segment, walk};
///
/// let english = Language::english();
/// let document = segment("Friday", english);
/// let found = walk::annotate_in(&document, english, Some("2025-11-20".parse()?), &Policy::default(), Tense::Future);
/// assert_eq!(found[0].when.edtf(), "2025-11-21");
/// # Ok::<(), dateline::Error>(())
/// ```
pub fn annotate_in(
    document: &Document<'_>,
    language: &Language,
    published: Option<Publication>,
    policy: &Policy,
    tense: Tense,
) -> Vec<Annotation> {
    annotate_parted(&Parted::new(document, language), published, policy, tense)
}

/// As [`annotate_in`], of a document whose clauses may be asked for again.
fn annotate_parted(
    parted: &Parted<'_>,
    published: Option<Publication>,
    policy: &Policy,
    tense: Tense,
) -> Vec<Annotation> {
    let document = parted.document;
    let mentions = recognise(document, parted.language);
    let telling = match (policy.genre, published) {
        (Genre::Auto, Some(p)) => telling(mentions.iter().map(|m| &m.expr), p.day),
        (Genre::Narrative, _) => Telling::History,
        _ => Telling::News,
    };
    if tense == Tense::None {
        parted.part(mentions.iter().filter(|m| m.expr.leans_on_tense()).map(|m| m.tokens.0 as usize));
    }
    let mut comparisons = Comparisons::new(document);
    let mut told = Memory::new(parted, published.map(|p| p.day));
    let mut annotations: Vec<Annotation> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let sentence = document.sentence_of(mention.tokens.0 as usize).unwrap_or(0);
        let verb = match tense {
            Tense::None if mention.expr.leans_on_tense() => {
                Governing::of(parted, sentence, &mention, &annotations, published.map(|p| p.day))
            }
            tense => Governing::given(tense),
        };
        let token = mention.tokens.0 as usize;
        let place = Place { sentence, token, tense: verb.tense, back: verb.back };
        let (last, last_day) = told.before(&mention.expr, place, &annotations);
        let when = |index: Option<usize>| index.and_then(|n| annotations.get(n)).map(|a| &a.when);
        let context = Context {
            published: published.map(|p| p.day),
            clock: published.and_then(|p| p.clock),
            zone: published.and_then(|p| p.zone),
            last: when(last),
            last_day: when(last_day),
            quarter: told.said().quarter(),
            compares_quarters: told.said().compares_quarters(sentence, || comparisons.at(sentence)),
            tense: verb.tense,
            tense_is_given: verb.is_certain,
            negated: verb.negated,
            narrative: telling != Telling::News,
            policy,
        };
        let paragraph = |s: usize| document.sentences.get(s).map(|s| s.paragraph);
        let beside = told.said().sentence().is_some_and(|told| paragraph(told) == paragraph(sentence));
        let leads = |n: usize| {
            let first = annotations[n].mention.tokens.0;
            document
                .sentence_of(first as usize)
                .and_then(|s| document.sentences.get(s))
                .is_some_and(|s| (s.body..first).all(|i| document.has(i as usize, Role::Preposition)))
        };
        let apart = match last {
            _ if !beside => Apart::Paragraph,
            Some(n) if told.said().sentence() != Some(sentence) && !leads(n) => Apart::Sentence,
            _ => Apart::No,
        };
        let when = narrative::carried_on(
            &mention.expr,
            &context,
            telling_of(telling, &verb),
            when(told.said().left()),
            apart,
        );
        let carried = when.is_some();
        let follows = || {
            let before = last.and_then(|n| annotations.get(n)).map(|a| a.mention.tokens.0 as usize);
            let apart = || before.is_some_and(|before| parted.is_apart(sentence, before, token));
            narrative::follows_soon(&mention.expr, &context, told.said().sentence() == Some(sentence))
                .filter(|_| telling == Telling::News && !apart())
        };
        let when = when.or_else(follows);
        let when = when.unwrap_or_else(|| {
            let published = verb.from.or(context.published);
            resolve(&mention.expr, &Context { narrative: false, published, ..context })
        });
        let when = told.unless_astray(&mention.expr, place, when, policy, &annotations);
        let when = overnight::passed(document, &mention, verb.tense, when, &annotations, policy);
        // Neither an aside ("1752 GMT Monday" in parentheses) nor what a history says of the days around its publication
        // moves what is told.
        let aside = document.is((mention.tokens.0 as usize).wrapping_sub(1), "(")
            || document.is(mention.tokens.1 as usize, ")");
        let moves = !aside
            && (telling != Telling::History || carried || mention.expr.names_year())
            && !(telling != Telling::News && narrative::looks_back(document, &mention, &when, context.last));
        let left = context
            .last
            .filter(|last| beside && mention.expr.names_year() && narrative::goes_back(&when, last));
        if moves {
            told.steps_back(left.is_some());
        }
        if !aside {
            told.hears(&mention, &when, annotations.len(), place, moves);
        }
        let is_creation_time = states_publication(document, &mention, &when, published);
        annotations.push(Annotation { mention, when, is_creation_time });
        behind::join(parted, &mut annotations, policy);
    }
    annotations
}

/// What an old story says will be held is news, as in the obituary of somebody who died years ago; and so is what lasts until its
/// publication.
fn telling_of(telling: Telling, verb: &Governing) -> Telling {
    match telling {
        _ if verb.up_to_now => Telling::News,
        Telling::History if verb.to_come => Telling::Story,
        telling => telling,
    }
}

/// Whether a mention is a line of its own that names the day of publication.
fn states_publication(
    document: &Document<'_>,
    mention: &Mention,
    when: &When,
    published: Option<Publication>,
) -> bool {
    let (first, last) = (mention.tokens.0 as usize, mention.tokens.1 as usize);
    let starts = document.tokens.get(first).is_some_and(|t| first == 0 || t.breaks > 0);
    let ends = document.tokens.get(last).is_none_or(|t| t.breaks > 0);
    let day = published.and_then(|p| When::of_cell(Cell::Day(p.day), when.certainty));
    starts && ends && day.is_some_and(|day| day.interval.contains(&when.interval))
}

/// One line of an annotation: a whole mention, or one end of a range whose ends are complete expressions.
///
/// ```
/// use dateline::{Resolver, walk::{Line, lines}};
///
/// let found = Resolver::on("2025-11-20")?.annotate("It was open from Monday to Wednesday.");
/// let both: Vec<Line<'_>> = lines(&found[0]).collect();
/// assert_eq!((both[0].when.edtf(), both[1].when.edtf()), ("2025-11-17".into(), "2025-11-19".into()));
/// assert!(both[0].is_end && both[0].range() == Some(found[0].when.interval));
/// # Ok::<(), dateline::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Line<'a> {
    /// The annotation that it belongs to.
    pub annotation: &'a Annotation,
    /// Where it stands.
    pub span: crate::Span,
    /// What it means by itself.
    pub when: When,
    /// Whether it is an end of a range, whose whole is the annotation's own time.
    pub is_end: bool,
}

impl Line<'_> {
    /// The whole range, where the line is one end of it.
    pub fn range(&self) -> Option<Interval> {
        self.is_end.then_some(self.annotation.when.interval)
    }
}

/// The lines that an annotation prints: two where a range has complete expressions for ends, else one.
pub fn lines(annotation: &Annotation) -> impl Iterator<Item = Line<'_>> {
    let Annotation { mention: Mention { span, ends, .. }, when, .. } = annotation;
    let both = ends.as_ref().and_then(|ends| {
        let Value::Range(a, b) = when.value else { return None };
        let Expr::Range(from, to) = &annotation.mention.expr else { return None };
        let line = |end: &Expr, cell, span| {
            let when = match end {
                // "now" says so much and no more.
                Expr::Fuzzy(fuzzy) => When::placeless(Value::Fuzzy(*fuzzy)),
                _ => When::of_cell(cell, when.certainty)?,
            };
            let when = When { why: annotation.when.why.clone(), ..when };
            Some(Line { annotation, span, when, is_end: true })
        };
        Some([line(from, a, ends[0])?, line(to, b, ends[1])?])
    });
    let one = both.is_none().then(|| Line { annotation, span: *span, when: when.clone(), is_end: false });
    both.into_iter().flatten().chain(one)
}
