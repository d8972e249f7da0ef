// A peer that Node.js runs: as peer.py says.
//
//     node peer.mjs chrono|recognizers DOCUMENTS ANSWERS

import fs from "node:fs";
import * as chrono from "chrono-node";
import recognizers from "@microsoft/recognizers-text-date-time";

const noon = (day) => new Date(`${day}T12:00:00Z`);

const finders = {
  // `en.casual` is what `chrono.parse` uses; it takes a bare weekday as the nearest.
  *chrono({ text, published }) {
    for (const { index, text: words, start } of chrono.en.casual.parse(text, { instant: noon(published), timezone: 0 })) {
      const part = (name) => String(start.get(name)).padStart(name === "year" ? 4 : 2, "0");
      yield { start: index, end: index + words.length, day: `${part("year")}-${part("month")}-${part("day")}` };
    }
  },
  *recognizers({ text, published }) {
    const options = recognizers.DateTimeOptions.None;
    for (const found of recognizers.recognizeDateTime(text, recognizers.Culture.English, options, noon(published))) {
      const days = (found.resolution?.values ?? [])
        .map((value) => value.start ?? value.value ?? value.end)
        .filter((day) => /^\d{4}-\d\d-\d\d/.test(day ?? ""))
        .map((day) => day.slice(0, 10));
      // Of several readings, the last that is not to come.
      const day = days.filter((day) => day <= published).at(-1) ?? days[0];
      const words = text.slice(found.start, found.end + 1);
      yield { start: found.start + words.length - words.trimStart().length, end: found.end + 1, day };
    }
  },
};

const [name, input, output] = process.argv.slice(2);
const documents = fs.readFileSync(input, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const find = finders[name];
[...find(documents[0])];
const answers = [];
const start = process.cpuUsage();
for (const document of documents) answers.push({ document, found: [...find(document)] });
const { user, system } = process.cpuUsage(start);
const seconds = (user + system) / 1e6;

// JavaScript counts UTF-16 units.
const characters = (text, units) => [...text.slice(0, units)].length;
const lines = answers.map(({ document: { id, text }, found }) => JSON.stringify({
  id,
  found: found.map((f) => ({ ...f, start: characters(text, f.start), end: characters(text, f.end) })),
}));
fs.writeFileSync(output, [...lines, JSON.stringify({ seconds })].join("\n") + "\n");
