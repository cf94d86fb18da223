// Papa Parse in its worker and a group-by by hand on the main thread: the page that stays responsive.
import Papa from "papaparse";
import { start } from "../common.js";
import { grouped } from "../grouped.js";

start((file, wanted) => grouped(wanted, (chunk) => new Promise((complete, error) => {
  Papa.parse(file, { worker: true, delimiter: ",", skipEmptyLines: true, chunk, complete, error });
})));
