// Reads the English and Welsh units of the layer `states_provinces` from a GeoPackage and writes them as
// GeoJSON, each with its row id and name: node read.mjs world_map.gpkg units.geojson
// `changed` at the top level is the day the layer was last changed, as the GeoPackage states it.
import { readFileSync, writeFileSync } from 'node:fs';
import initSqlJs from 'sql.js';

const [input, output] = process.argv.slice(2);
if (!input || !output) fail('usage: node read.mjs INPUT.gpkg OUTPUT.geojson');

const LAYER = 'states_provinces';
const ENVELOPE_BYTES = [0, 32, 48, 48, 64]; // by the envelope code in the header's flags

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** A GeoPackage geometry: its own header, then standard WKB. Only polygons are expected. */
function geometry(blob) {
  const view = new DataView(blob.buffer, blob.byteOffset, blob.byteLength);
  if (blob[0] !== 0x47 || blob[1] !== 0x50) throw new Error('not a GeoPackage geometry');
  let at = 8 + ENVELOPE_BYTES[(blob[3] >> 1) & 7];
  let little = true;
  const u32 = () => ((at += 4), view.getUint32(at - 4, little));
  const f64 = () => ((at += 8), view.getFloat64(at - 8, little));
  const many = read => Array.from({ length: u32() }, read);
  const kind = () => ((little = blob[at++] === 1), u32());
  const rings = () => many(() => many(() => [f64(), f64()]));
  const type = kind();
  if (type === 3) return { type: 'Polygon', coordinates: rings() };
  if (type !== 6) throw new Error(`geometry type ${type}, expected a polygon`);
  return { type: 'MultiPolygon', coordinates: many(() => (kind(), rings())) };
}

const SQL = await initSqlJs();
const db = new SQL.Database(readFileSync(input));
const rows = sql => db.exec(sql)[0]?.values ?? [];
try {
  const [[changed] = []] = rows(`SELECT substr(last_change, 1, 10) FROM gpkg_contents WHERE table_name = '${LAYER}'`);
  const features = rows(
    `SELECT fid, name, geom FROM ${LAYER} WHERE gu_a3 IN ('ENG', 'WLS') ORDER BY fid`,
  ).map(([unit_id, unit_name, geom]) => ({
    type: 'Feature',
    properties: { unit_id, unit_name },
    geometry: geometry(geom),
  }));
  writeFileSync(output, JSON.stringify({ type: 'FeatureCollection', changed, features }));
} catch (error) {
  fail(`${input}: cannot read the layer ${LAYER}: ${error.message}`);
}
