// Papa Parse and a group-by by hand: rows as arrays, in blocks of a megabyte, which was the fastest way tried (README.md).
import Papa from "papaparse";
import { columns, refuse, start, whole } from "../common.js";

start(async (file, wanted) => {
  const sums = new Map();
  let at = null, row = 1, fault = null;
  function chunk({ data }, parser) {
    try {
      for (let i = at ? 0 : 1, n = ((at ??= columns(data[0])), data.length); i < n; i++) {
        const fields = data[i], count = fields[at.count], code = fields[at.code];
        row++;
        if (!whole(count)) refuse(count, row);
        if (!wanted.has(code)) continue;
        const key = `${fields[at.force]}|${fields[at.year]}|${code}`;
        sums.set(key, (sums.get(key) ?? 0) + +count);
      }
    } catch (error) {
      fault = error;
      parser.abort();
    }
  }
  await new Promise((complete, error) => {
    Papa.parse(file, { delimiter: ",", skipEmptyLines: true, chunkSize: 1 << 20, chunk, complete, error });
  });
  if (fault) throw fault;
  return [...sums].map(([key, sum]) => [...key.split("|"), sum]);
});
