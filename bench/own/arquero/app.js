// Arquero: a table of columns, filtered and rolled up with its own verbs.
import { escape, fromCSV, op } from "arquero";
import { HEADINGS as H, columns, refuse, start, whole } from "../common.js";

start(async (file, wanted) => {
  const table = fromCSV(await file.text(), { autoType: false });
  columns(table.columnNames());
  const counts = table.getter(H.count);
  for (let i = 0, n = table.numRows(); i < n; i++) if (!whole(counts(i))) refuse(counts(i), i + 2);
  const sums = table
    .filter(escape((d) => wanted.has(d[H.code])))
    .groupby(H.force, H.year, H.code)
    .rollup({ sum: (d) => op.sum(+d["Number of Offences"]) });
  return sums.objects().map((d) => [d[H.force], d[H.year], d[H.code], d.sum]);
});
