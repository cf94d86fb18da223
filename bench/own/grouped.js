// The group-by by hand, for rows that come in blocks.
import { columns, refuse, whole } from "./common.js";

export async function grouped(wanted, read) {
  const sums = new Map();
  let at = null, row = 1, fault = null;
  await read(({ data }, parser) => {
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
  });
  if (fault) throw fault;
  return [...sums].map(([key, sum]) => [...key.split("|"), sum]);
}
