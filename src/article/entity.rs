//! What entities of XML stand for.

use quick_xml::escape;
use quick_xml::events::BytesRef;

/// The text that an entity stands for. One that XML does not define stays as it is written: nothing of the text is lost.
pub(super) fn resolved(entity: &BytesRef<'_>) -> String {
    let name: &str = entity;
    let character = entity.resolve_char_ref().ok().flatten().map(String::from);
    let named = || escape::resolve_predefined_entity(name).map(str::to_owned);
    character.or_else(named).unwrap_or_else(|| format!("&{name};"))
}
