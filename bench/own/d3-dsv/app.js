// d3-dsv and d3.rollup: rows are checked as they are read, and only those of the eleven codes are kept.
import { rollup, sum } from "d3-array";
import { csvParseRows } from "d3-dsv";
import { columns, refuse, start, whole } from "../common.js";

start(async (file, wanted) => {
  let at;
  const rows = csvParseRows(await file.text(), (fields, i) => {
    if (i === 0) return void (at = columns(fields));
    const count = fields[at.count];
    if (!whole(count)) refuse(count, i + 1);
    return wanted.has(fields[at.code]) ? [fields[at.force], fields[at.year], fields[at.code], +count] : undefined;
  });
  const byForce = rollup(rows, (group) => sum(group, (r) => r[3]), (r) => r[0], (r) => r[1], (r) => r[2]);
  return [...byForce].flatMap(([force, years]) => [...years].flatMap(([year, codes]) => [...codes].map(([code, n]) => [force, year, code, n])));
});
