// Papa Parse and a group-by by hand: arrays, not objects, given in blocks; options chosen by trying (README.md).
import Papa from "papaparse";
import { start } from "../common.js";
import { grouped } from "../grouped.js";

start((file, wanted) => grouped(wanted, (chunk) => new Promise((complete, error) => {
  Papa.parse(file, { delimiter: ",", skipEmptyLines: true, chunk, complete, error });
})));
