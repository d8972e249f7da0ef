//! RSS and Atom in all their versions: what they call a field differs, where it stands does not.

use super::{Feed, Item, Link};
use crate::article::{address, entity};
use encoding_rs::Encoding;
use quick_xml::errors::SyntaxError;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{Error, NsReader, Reader, escape};

type Result<T> = std::result::Result<T, Error>;

/// The encoding that an XML document declares.
pub(super) fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let declaration = bytes.strip_prefix(b"<?xml")?.split(|b| *b == b'>').next()?;
    let declaration = std::str::from_utf8(declaration).ok()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    Encoding::for_label(value.split(quote).nth(1)?.as_bytes())
}

/// Reads a feed; `None` where the document is none.
pub(super) fn read(xml: &str) -> Result<Option<Feed>> {
    let mut walk = Walk(NsReader::from_str(xml.trim_start_matches('\u{feff}')));
    walk.0.config_mut().expand_empty_elements = true;
    let Some(root) = walk.root()? else { return Ok(None) };
    let mut feed = Feed { language: root.attribute("xml:lang"), ..Feed::default() };
    let base = root.base(None);
    match root.name() {
        "rss" | "RDF" | "feed" => walk.feed(&mut feed, base.as_deref())?,
        // Atom's entries may stand alone.
        "entry" => feed.items.push(walk.item(&root, None)?),
        _ => return Ok(None),
    }
    Ok(Some(feed))
}

/// What an element's name is of.
#[derive(Clone, Copy)]
enum Vocabulary {
    /// RSS or Atom, which borrow from each other.
    Own,
    /// Dublin Core: who made something, and when.
    DublinCore,
    /// The module of RSS for whole texts.
    Content,
    /// That of podcasts.
    Podcast,
    /// Pictures and all else.
    Other,
}

impl Vocabulary {
    fn of(namespace: &ResolveResult<'_>) -> Vocabulary {
        let ResolveResult::Bound(namespace) = namespace else {
            // Most versions of RSS have no namespace, and many feeds forget to declare one.
            return Vocabulary::Own;
        };
        match namespace.as_ref() {
            "http://www.w3.org/2005/Atom"
            | "http://purl.org/atom/ns#"
            | "http://purl.org/rss/1.0/"
            | "http://my.netscape.com/rdf/simple/0.9/"
            | "http://channel.netscape.com/rdf/simple/0.9/"
            | "http://backend.userland.com/rss2" => Vocabulary::Own,
            "http://purl.org/dc/elements/1.1/" => Vocabulary::DublinCore,
            "http://purl.org/rss/1.0/modules/content/" => Vocabulary::Content,
            "http://www.itunes.com/dtds/podcast-1.0.dtd" => Vocabulary::Podcast,
            _ => Vocabulary::Other,
        }
    }
}

/// An element that is open: its start tag has been read, what it holds has not.
struct Element<'x> {
    vocabulary: Vocabulary,
    tag: BytesStart<'x>,
}

impl Element<'_> {
    fn name(&self) -> &str {
        self.tag.local_name().into_inner()
    }

    fn attribute(&self, name: &str) -> Option<String> {
        let value = self.tag.try_get_attribute(name).ok().flatten()?.value;
        // What is no entity is text.
        Some(escape::unescape(&value).map_or_else(|_| value.to_string(), String::from))
    }

    /// The address that its links start from.
    fn base(&self, outer: Option<&str>) -> Option<String> {
        match (self.attribute("xml:base"), outer) {
            (Some(base), Some(outer)) => Some(address::joined(outer, &base)),
            (base, outer) => base.or_else(|| outer.map(str::to_owned)),
        }
    }

    /// Whether markup stands in it as such, and not as text.
    fn is_markup(&self) -> bool {
        self.attribute("type").is_some_and(|kind| kind == "xhtml" || kind.ends_with("xml"))
    }

    /// Whether it holds words, not a picture in letters.
    fn is_prose(&self) -> bool {
        let kind = self.attribute("type");
        self.is_markup() || kind.is_none_or(|kind| kind == "html" || kind.starts_with("text"))
    }
}

/// On its way through a document; each function reads what an open element holds, and its end tag.
struct Walk<'x>(NsReader<&'x [u8]>);

impl<'x> Walk<'x> {
    /// The outermost element.
    fn root(&mut self) -> Result<Option<Element<'x>>> {
        loop {
            match self.0.read_resolved_event()? {
                (namespace, Event::Start(tag)) => {
                    return Ok(Some(Element { vocabulary: Vocabulary::of(&namespace), tag }));
                }
                (_, Event::Eof) => return Ok(None),
                _ => {}
            }
        }
    }

    /// The next child of the element that is open; `None` behind its end tag.
    fn child(&mut self) -> Result<Option<Element<'x>>> {
        loop {
            match self.0.read_resolved_event()? {
                (namespace, Event::Start(tag)) => {
                    return Ok(Some(Element { vocabulary: Vocabulary::of(&namespace), tag }));
                }
                (_, Event::End(_)) => return Ok(None),
                (_, Event::Eof) => return Err(Error::Syntax(SyntaxError::UnclosedTag)),
                _ => {}
            }
        }
    }

    fn skip(&mut self, element: &Element<'_>) -> Result<()> {
        self.0.read_to_end(element.tag.name()).map(|_| ())
    }

    /// Its text, and the tags of what stands in it.
    fn text(&mut self, element: &Element<'_>) -> Result<String> {
        text(&self.0.read_text(element.tag.name())?, element.is_markup())
    }

    /// A feed or its channel, which has the items in RSS 2.0 and stands beside them in RSS 1.0.
    fn feed(&mut self, feed: &mut Feed, base: Option<&str>) -> Result<()> {
        while let Some(child) = self.child()? {
            match (child.vocabulary, child.name()) {
                (Vocabulary::Own, "channel") => self.feed(feed, child.base(base).as_deref())?,
                (Vocabulary::Own, "item" | "entry") => feed.items.push(self.item(&child, base)?),
                (Vocabulary::Own, "title") => feed.title = Some(self.text(&child)?),
                (Vocabulary::Own | Vocabulary::DublinCore, "language") => {
                    feed.language = Some(self.text(&child)?);
                }
                (Vocabulary::Own | Vocabulary::Podcast, "author") | (Vocabulary::DublinCore, "creator") => {
                    feed.authors.extend(self.author(&child)?);
                }
                _ => self.skip(&child)?,
            }
        }
        Ok(())
    }

    fn item(&mut self, element: &Element<'_>, base: Option<&str>) -> Result<Item> {
        let base = element.base(base);
        let mut item = Item { language: element.attribute("xml:lang"), ..Item::default() };
        while let Some(child) = self.child()? {
            match (child.vocabulary, child.name()) {
                (Vocabulary::Own, "guid" | "id") => item.id = self.text(&child)?.trim().to_owned(),
                (Vocabulary::Own, "title") => item.title = Some(self.text(&child)?),
                (Vocabulary::Own, "link") => item.links.extend(self.link(&child, base.as_deref())?),
                (Vocabulary::Own | Vocabulary::Podcast, "author") | (Vocabulary::DublinCore, "creator") => {
                    item.authors.extend(self.author(&child)?);
                }
                // "issued" is Atom 0.3.
                (Vocabulary::Own, "pubDate" | "published" | "issued") | (Vocabulary::DublinCore, "date") => {
                    item.published = Some(self.text(&child)?);
                }
                (Vocabulary::Own, "content") if !child.is_prose() => self.skip(&child)?,
                (Vocabulary::Own, "content") | (Vocabulary::Content, "encoded") => {
                    item.language = child.attribute("xml:lang").or(item.language);
                    item.content = Some(self.text(&child)?);
                }
                (Vocabulary::Own, "description" | "summary") => item.summary = Some(self.text(&child)?),
                (Vocabulary::DublinCore, "description") if item.summary.is_none() => {
                    item.summary = Some(self.text(&child)?);
                }
                _ => self.skip(&child)?,
            }
        }
        Ok(item)
    }

    /// Atom writes the address as an attribute, RSS as text.
    fn link(&mut self, element: &Element<'_>, base: Option<&str>) -> Result<Option<Link>> {
        let text = self.text(element)?;
        let address = element.attribute("href").unwrap_or(text);
        let address = Some(address.trim()).filter(|address| !address.is_empty());
        Ok(address.map(|address| Link {
            address: base.map_or_else(|| address.to_owned(), |base| address::joined(base, address)),
            is_alternate: element.attribute("rel").is_none_or(|rel| rel == "alternate"),
        }))
    }

    /// Atom has a person's name in an element, RSS has it as text.
    fn author(&mut self, element: &Element<'_>) -> Result<Option<String>> {
        let raw = self.0.read_text(element.tag.name())?;
        let mut inner = Reader::from_str(&raw);
        let mut is_text = true;
        loop {
            match inner.read_event()? {
                Event::Start(tag) if tag.local_name().as_ref() == "name" => {
                    return text(&inner.read_text(tag.name())?, false).map(Some);
                }
                Event::Start(_) => is_text = false,
                Event::Eof if is_text => return Ok(person(&text(&raw, false)?)),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }
}

/// The text that `raw` is written for, with the tags in it. As markup the text keeps its escapes, by which it differs from the tags.
fn text(raw: &str, is_markup: bool) -> Result<String> {
    let mut reader = Reader::from_str(raw);
    let mut text = String::with_capacity(raw.len());
    loop {
        match reader.read_event()? {
            Event::Text(words) => text.push_str(&words),
            Event::CData(words) if is_markup => text.push_str(&escape::minimal_escape(&*words)),
            Event::CData(words) => text.push_str(&words),
            Event::GeneralRef(name) if is_markup => text.extend(["&", &name, ";"]),
            Event::GeneralRef(name) => text.push_str(&entity::resolved(&name)),
            // HTML has no prefixes.
            Event::Start(tag) => {
                text.extend(["<", tag.local_name().as_ref(), tag.attributes_raw(), ">"]);
            }
            Event::Empty(tag) => {
                text.extend(["<", tag.local_name().as_ref(), tag.attributes_raw(), "/>"]);
            }
            Event::End(tag) => text.extend(["</", tag.local_name().as_ref(), ">"]),
            Event::Eof => return Ok(text),
            _ => {}
        }
    }
}

/// The name of a person who is written as `ann@example.org (Ann Lee)` or `Ann Lee <ann@example.org>`.
fn person(text: &str) -> Option<String> {
    let is_mail = |word: &&str| word.trim_start_matches(['<', '(', '[']).find('@').is_some_and(|at| at > 0);
    let words: Vec<&str> = text.split_whitespace().filter(|word| !is_mail(word)).collect();
    let name = words.join(" ");
    let has_mail = text.split_whitespace().any(|word| is_mail(&word));
    let name = if has_mail { name.trim_matches(['(', ')']) } else { &name };
    Some(name.to_owned()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{person, read};

    #[test]
    fn people_have_names() {
        let cases = [
            ("Ann Lee", Some("Ann Lee")),
            ("ann@example.org (Ann Lee)", Some("Ann Lee")),
            ("Ann Lee <ann@example.org>", Some("Ann Lee")),
            ("Ann Lee (Harbour News)", Some("Ann Lee (Harbour News)")),
            (" ann@example.org ", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(person(text).as_deref(), expected, "{text}");
        }
    }

    /// Of each item `title|link|author|published|content|summary`.
    fn show(xml: &str) -> Vec<String> {
        let feed = read(xml).expect("XML").expect("a feed");
        let items = feed.items.into_iter().map(|item| {
            let link = item.links.into_iter().find(|link| link.is_alternate).map(|link| link.address);
            let author = item.authors.into_iter().next();
            let fields = [item.title, link, author, item.published, item.content, item.summary];
            fields.map(Option::unwrap_or_default).join("|")
        });
        items.collect()
    }

    #[test]
    fn each_version_has_its_own_words() {
        let rss_1 = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' \
             xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>News</title><items/></channel>\
             <item><title>One</title><link>https://a.org/1</link><dc:creator>Ann Lee</dc:creator>\
             <dc:date>2025-11-20</dc:date><dc:description>Body</dc:description></item></rdf:RDF>";
        assert_eq!(show(rss_1), ["One|https://a.org/1|Ann Lee|2025-11-20||Body"]);
        let rss_0 = "<rss version='0.91'><channel><item><title>One</title><link> https://a.org/1 </link>\
             <description>Caf&eacute; &amp; bar</description></item></channel></rss>";
        assert_eq!(show(rss_0), ["One|https://a.org/1||||Caf&eacute; & bar"]);
        let atom_03 = "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>One</title>\
             <link rel='alternate' href='https://a.org/1'/><author><name>Ann Lee</name></author>\
             <issued>2025-11-20T08:00:00Z</issued><content type='text/html' mode='escaped'>&lt;p>Body</content></entry></feed>";
        assert_eq!(show(atom_03), ["One|https://a.org/1|Ann Lee|2025-11-20T08:00:00Z|<p>Body|"]);
        let entry =
            "<entry xmlns='http://www.w3.org/2005/Atom'><title>One</title><summary>Body</summary></entry>";
        assert_eq!(show(entry), ["One|||||Body"]);
    }

    #[test]
    fn markup_is_told_from_text_that_speaks_of_it() {
        let content = |content: &str| show(&format!("<feed><entry>{content}</entry></feed>")).remove(0);
        let xhtml = "<content type='xhtml' xmlns:h='http://www.w3.org/1999/xhtml'><h:p class='a'>1 &lt; 2<h:br/></h:p></content>";
        assert_eq!(content(xhtml), "||||<p class='a'>1 &lt; 2<br/></p>|");
        assert_eq!(content("<content type='html'><![CDATA[<p>1 &lt; 2]]></content>"), "||||<p>1 &lt; 2|");
        assert_eq!(content("<content type='image/png'>AAAA</content><summary>Body</summary>"), "|||||Body");
        assert_eq!(
            content("<author><email>a@a.org</email></author><media:title xmlns:media='m'>x</media:title>"),
            "|||||"
        );
    }

    #[test]
    fn links_start_from_the_base() {
        let atom = "<feed xml:base='https://a.org/news/'><entry xml:base='2025/'><link rel='self' href='x'/>\
             <link href='../1.html'/></entry><entry><link href='/2.html'/></entry><entry><link href='https://b.org/3'/></entry></feed>";
        assert_eq!(
            show(atom),
            ["|https://a.org/news/1.html||||", "|https://a.org/2.html||||", "|https://b.org/3||||"]
        );
    }

    #[test]
    fn what_breaks_off_is_no_feed() {
        assert!(read("<rss><channel><item>").is_err() && read("<rss><channel></rss>").is_err());
        assert!(
            read("").is_ok_and(|feed| feed.is_none()) && read("<html/>").is_ok_and(|feed| feed.is_none())
        );
    }
}
