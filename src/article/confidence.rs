//! How often each source of a publication date is right where an article has it: the table that ranks them.
//!
//! **1,196** marks what was measured on the 1,196 pages with dates given by people that the projects htmldate, trafilatura and
//! Readability publish. A count, *right of present*, is of 133 of these pages; `tests/publication_dates.rs` counts them anew.
//! So few pages prove little, so a counted share is drawn towards 0.85 as if ten further pages had been seen: (right + 8.5) /
//! (present + 10). Where neither stands, nobody has measured it, and the comment says what it is taken from.

/// JSON-LD, `datePublished` of a page. **1,196**; 28 of 29.
pub(super) const JSON_LD_PAGE: f32 = 0.970;
/// JSON-LD, `datePublished` of an article. **1,196**; 70 of 80.
pub(super) const JSON_LD_ARTICLE: f32 = 0.909;
/// JSON-LD of another type (a recipe, a video) or of none. Less than an article, which it may stand beside.
pub(super) const JSON_LD_OTHER: f32 = 0.80;
/// JSON-LD, `dateCreated` and `uploadDate`: 13 of 19.
pub(super) const JSON_LD_CREATED: f32 = 0.74;
/// JSON-LD that is not valid JSON: less than an article's.
pub(super) const JSON_LD_BROKEN: f32 = 0.85;

/// A full date in the address. **1,196**; 27 of 28.
pub(super) const ADDRESS: f32 = 0.967;

/// `itemprop="datePublished"`. **1,196**; 24 of 26.
pub(super) const ITEMPROP: f32 = 0.955;
/// `itemprop="pubdate"`, as a meta element of that name.
pub(super) const ITEMPROP_KIN: f32 = META_PUBLISHED;
/// `itemprop="dateCreated"`, as in JSON-LD.
pub(super) const ITEMPROP_CREATED: f32 = JSON_LD_CREATED;

/// `article:published_time`. **1,196**; 62 of 65.
pub(super) const META: f32 = 0.941;
/// Other meta elements whose name says that it is the day of publication: 14 of 15.
pub(super) const META_PUBLISHED: f32 = 0.90;
/// Meta elements whose name says that it is a date: 9 of 10.
pub(super) const META_DATE: f32 = 0.875;
/// Meta elements whose name says when the page was made, as in JSON-LD.
pub(super) const META_CREATED: f32 = JSON_LD_CREATED;

/// `<time class="entry-date">`. **1,196**; 13 of 13.
pub(super) const ENTRY_DATE: f32 = 0.910;
/// The first `<time>`. **1,196**; 28 of 30.
pub(super) const FIRST_TIME: f32 = 0.88;

/// An element whose class calls it a date: 38 of 44.
pub(super) const DATE_CLASS: f32 = 0.86;
/// An element whose class calls it a byline or the like: 53 of 55.
pub(super) const BYLINE_CLASS: f32 = 0.95;
/// A date alone in an element that nothing calls a date: 11 of 15.
pub(super) const ALONE: f32 = 0.78;

/// A line of a text that says when it was published, as an element does whose class says so.
pub(super) const LINE: f32 = DATE_CLASS;
/// A dateline with a full date.
pub(super) const DATELINE: f32 = 0.85;
/// A line of a text that names its author and a date.
pub(super) const LINE_BY: f32 = 0.80;
/// A date alone on a line at the top of a text.
pub(super) const LINE_ALONE: f32 = ALONE;

/// What an author says of an own post, and a corpus of its own text, needs no second opinion.
pub(super) const OWN_WORD: f32 = 0.99;
/// What a publisher tells readers of feeds, as what the page itself tells.
pub(super) const FEED: f32 = JSON_LD_PAGE;
/// The name of a file, which Jekyll takes for the day; less than front matter, which may tell another.
pub(super) const FILE_NAME: f32 = 0.95;

/// A day of publication that is also that of a change, where a good source has an earlier one.
pub(super) const REPUBLISHED: f32 = 0.50;
/// A source that is good enough to convict another one.
pub(super) const GOOD: f32 = 0.90;

/// An answer that is right less often than this is worth less than none.
pub(super) const ENOUGH: f32 = 0.50;
/// By how much the doubt about a day changes with each further kind of evidence for it, and with a source that names another
/// day. Measured on the same 133 pages: an answer that stands alone is right on 21 of 26, one of two kinds on 32 of 33, of more
/// on 70 of 71; of those that stand alone, 6 of 9 where another day is named.
pub(super) const AGREEMENT: f32 = 0.5;
pub(super) const DISAGREEMENT: f32 = 2.0;
