//! What a page's headline is, among its titles.

use super::prose;

/// Titles of a page.
#[derive(Debug, Default)]
pub(super) struct Titles {
    /// The headline that its JSON-LD gives.
    pub(super) stated: Option<String>,
    /// Its first `<h1>`.
    pub(super) heading: Option<String>,
    /// What it wants to be called where it is shared.
    pub(super) shared: Option<String>,
    /// Its `<title>`.
    pub(super) title: Option<String>,
}

impl Titles {
    /// The headline, without the names of `sites` or of what `url` spells at its end.
    pub(super) fn headline(self, sites: &[String], url: Option<&str>) -> Option<String> {
        let Titles { stated, heading, shared, title } = self;
        let heading = heading.filter(|heading| {
            // A heading that the title repeats is the headline without the site's name.
            let repeats =
                |title: &Option<String>| title.as_ref().is_some_and(|title| title.contains(heading.as_str()));
            repeats(&shared) || repeats(&title) || (shared.is_none() && title.is_none())
        });
        // Some sites put a description of the site there; a headline is printed on its page.
        let printed = [&heading, &shared, &title];
        let is_printed = |headline: &String| {
            printed.iter().all(|title| title.is_none())
                || printed
                    .iter()
                    .any(|title| title.as_ref().is_some_and(|title| share_words(title, headline)))
        };
        let stated = stated.map(|headline| tidy(&headline)).filter(is_printed);
        let headline = stated.or(heading).or(shared).or(title).filter(|title| !title.is_empty())?;
        Some(without_site(&headline, sites, url))
    }
}

/// Whether at least half of the words of a headline stand in a title.
fn share_words(title: &str, headline: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words =
            text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(MOST_WORDS);
        words.map(str::to_lowercase).collect()
    };
    let (title, headline) = (words(title), words(headline));
    headline.iter().filter(|word| title.contains(word)).count() * 2 >= headline.len()
}

/// Words of a title that are looked at.
const MOST_WORDS: usize = 40;

/// One line, with the entities resolved that some sites leave in their metadata.
pub(super) fn tidy(text: &str) -> String {
    let resolved = if text.contains('&') && text.contains(';') && !text.contains('<') {
        prose::of_name(text)
    } else {
        text.to_owned()
    };
    resolved.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A title without the site's name at its end, where what follows the last separator is known to be the site's name
/// or is spelled by its address.
fn without_site(title: &str, sites: &[String], url: Option<&str>) -> String {
    const SEPARATORS: [&str; 8] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];
    let cut = SEPARATORS
        .iter()
        .filter_map(|separator| title.rfind(separator).map(|at| (at, at + separator.len())))
        .max();
    let Some((end, start)) = cut else { return title.to_owned() };
    let (Some(headline), Some(last)) = (title.get(..end), title.get(start..)) else {
        return title.to_owned();
    };
    let squash = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let name = squash(last);
    let host =
        url.and_then(|url| url.split("://").nth(1)).and_then(|rest| rest.split('/').next()).map(&squash);
    let is_site = sites.iter().any(|site| squash(site) == name)
        || host.is_some_and(|host| name.len() > 2 && host.contains(&name));
    if is_site { headline.trim().to_owned() } else { title.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::without_site;

    #[test]
    fn titles_lose_the_name_of_the_site() {
        let site = ["The Daily Example".to_owned()];
        let url = Some("https://www.examplepost.org/a");
        let cases = [
            ("Strike ends | The Daily Example", "Strike ends"),
            ("Strike ends - Example Post", "Strike ends"),
            ("Strike ends - at last", "Strike ends - at last"),
            ("Strike ends", "Strike ends"),
        ];
        for (title, expected) in cases {
            assert_eq!(without_site(title, &site, url), expected);
        }
    }
}
