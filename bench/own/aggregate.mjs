// Does ../../docs/aggregate.sql do what ../../docs/big-files.md says? Runs it as it is with DuckDB on the made tables: every
// sum must be that of ../../data/recorded-crime.csv, a bad count must leave its value empty, half a year must be left out.
//
// `node own/aggregate.mjs`, in bench/, with the packages installed.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DuckDBInstance, version } from "@duckdb/node-api";
import { csvParse } from "d3-dsv";
import { OUT, tables } from "./table.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url)), sql = readFileSync(`${root}docs/aggregate.sql`, "utf8");
const folder = `${OUT}aggregate/`;
mkdirSync(folder, { recursive: true });
if (!existsSync(`${folder}data`)) symlinkSync(`${root}data`, `${folder}data`);
process.chdir(folder); // the script reads data/ and writes aggregated.csv where it is run

const key = (r) => [r.area_code, r.period_start, r.period_end, r.offence_code].join("|");
const table = (path) => new Map(csvParse(readFileSync(path, "utf8")).map((r) => [key(r), r.value]));
const known = table(`${root}data/recorded-crime.csv`);

async function aggregated(file) {
  rmSync("aggregated.csv", { force: true });
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`SET VARIABLE table_file = '${file.replaceAll("'", "''")}'`);
  const start = performance.now();
  await connection.run(sql);
  const ms = performance.now() - start;
  connection.closeSync();
  return { sums: table("aggregated.csv"), ms };
}
const faults = [];
/** Compares with the project's figures; `but` gives the value expected of a key that differs, null where there is none. */
function compare(name, sums, but = () => undefined) {
  const expected = new Map([...known].map(([k, v]) => [k, but(k) === undefined ? v : but(k)]).filter(([, v]) => v !== null));
  const off = [...new Set([...expected.keys(), ...sums.keys()])].filter((k) => expected.get(k) !== sums.get(k));
  if (off.length) faults.push(`${name}: ${off.length} differ, such as ${off[0]}: ${sums.get(off[0])}, not ${expected.get(off[0])}`);
  return expected.size;
}

const made = await tables();
for (const { rows, file } of made) {
  const { sums, ms } = await aggregated(file);
  console.log(`${rows} rows: ${compare(`${rows} rows`, sums)} sums compared, ${ms.toFixed(0)} ms`);
}
const text = readFileSync(made[0].file, "utf8");
const spoilt = text.split("\r\n").filter((line) => !line.startsWith("2015/16,3,Kent,"))
  .map((line) => (/^2018\/19,2,Dorset,.*,88A,\d+$/.test(line) ? line.replace(/\d+$/, "12.5") : line));
writeFileSync("spoilt.csv", spoilt.join("\r\n"));
const { sums } = await aggregated("spoilt.csv");
compare("a table with faults", sums, (k) => (k.startsWith("E23000032|2015-04-01") ? null : k === "E23000039|2018-04-01|2019-03-31|88A" ? "" : undefined));
rmSync("spoilt.csv");
console.log(`DuckDB ${version()}: ${faults.length ? faults.join("; ") : "good"}`);
process.exit(faults.length ? 1 : 0);
