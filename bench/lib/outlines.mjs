// The project's outlines (TopoJSON on the British National Grid) in the forms that the peers read.
import { feature, quantize } from "topojson-client";
import { geoArea } from "d3-geo";

const HEIGHT = 1000;

/** From the committed file: names put in, y turned down, a drawing 1000 high. The arcs stay as they are. */
export function planar(topo, forces) {
  const names = new Map(forces.map((f) => [f.code, f.name]));
  const copy = structuredClone(topo);
  delete copy.bbox; // in the old units
  for (const g of copy.objects.forces.geometries) {
    g.properties = { code: g.id, name: names.get(g.id) };
    delete g.id;
  }
  // Pages put the numbers beside the outlines by place, so both must be in one order.
  const place = new Map(forces.map((f, i) => [f.code, i]));
  copy.objects.forces.geometries.sort((a, b) => place.get(a.properties.code) - place.get(b.properties.code));
  const points = copy.arcs.flatMap(absolute);
  const [x0, x1] = ends(points.map((p) => p[0])), [y0, y1] = ends(points.map((p) => p[1]));
  const [sx, sy] = topo.transform.scale, k = HEIGHT / ((y1 - y0) * sy);
  copy.transform = { scale: [sx * k, -sy * k], translate: [-x0 * sx * k, y1 * sy * k] };
  return { topo: copy, width: (x1 - x0) * sx * k, height: HEIGHT };
}

/** The same points as longitude and latitude. Rings run the way that spherical libraries want. */
export function lonLat(topo, forces) {
  const copy = planar(topo, forces).topo;
  const { scale, translate } = topo.transform;
  copy.arcs = copy.arcs.map((arc) => absolute(arc).map(([x, y]) => degrees(x * scale[0] + translate[0], y * scale[1] + translate[1])));
  delete copy.transform;
  for (const g of copy.objects.forces.geometries) {
    // A ring round the wrong side covers nearly the whole globe.
    if (geoArea(feature(copy, g)) > 2 * Math.PI) g.arcs = backwards(g.arcs);
  }
  return quantize(copy, 1e4);
}

/** GeoJSON of a topology, with coordinates rounded to what its grid can tell. */
export function geojson(topo, digits) {
  const k = 10 ** digits;
  const round = (c) => (Array.isArray(c) ? c.map(round) : Math.round(c * k) / k);
  const fc = feature(topo, topo.objects.forces);
  for (const f of fc.features) f.geometry.coordinates = round(f.geometry.coordinates);
  return fc;
}

/** Path data on whole numbers, in relative steps: the shortest plain form. */
export function pathData(geometry) {
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flat().map(ringData).join("");
}

function ringData(ring) {
  let [px, py] = [0, 0], data = "";
  ring.slice(0, -1).forEach((point, i) => {
    const [x, y] = point.map(Math.round), [dx, dy] = [x - px, y - py];
    if (i === 0) data += `M${x} ${y}l`;
    else if (dx || dy) data += `${data.endsWith("l") || dx < 0 ? "" : " "}${dx}${dy < 0 ? "" : " "}${dy}`;
    [px, py] = [x, y];
  });
  return data + "z";
}

function absolute(arc) {
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx), (y += dy)]);
}

const ends = (values) => values.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);

const backwards = (arcs) =>
  Array.isArray(arcs[0]) ? arcs.map(backwards) : arcs.map((a) => ~a).reverse();

/**
 * National Grid metres to degrees, by the series that the Ordnance Survey publishes for a transverse
 * Mercator projection, on the Airy ellipsoid. The shift to WGS84 (about 100 m) is left out: a map two
 * feet high could not show it.
 */
function degrees(easting, northing) {
  const a = 6377563.396, b = 6356256.909, F0 = 0.9996012717, E0 = 400000, N0 = -100000;
  const lat0 = (49 * Math.PI) / 180, lon0 = (-2 * Math.PI) / 180;
  const e2 = 1 - (b * b) / (a * a), n = (a - b) / (a + b);
  const meridian = (lat) => {
    const d = lat - lat0, s = lat + lat0;
    return b * F0 * (
      (1 + n + 1.25 * n ** 2 + 1.25 * n ** 3) * d
      - (3 * n + 3 * n ** 2 + 2.625 * n ** 3) * Math.sin(d) * Math.cos(s)
      + 1.875 * (n ** 2 + n ** 3) * Math.sin(2 * d) * Math.cos(2 * s)
      - (35 / 24) * n ** 3 * Math.sin(3 * d) * Math.cos(3 * s)
    );
  };
  let lat = lat0;
  for (let i = 0; i < 8; i++) lat += (northing - N0 - meridian(lat)) / (a * F0);
  const s2 = 1 - e2 * Math.sin(lat) ** 2, nu = (a * F0) / Math.sqrt(s2), rho = (a * F0 * (1 - e2)) / s2 ** 1.5;
  const t = Math.tan(lat), sec = 1 / Math.cos(lat), eta2 = nu / rho - 1, E = easting - E0;
  const phi = lat - (t / (2 * rho * nu)) * E ** 2
    + (t / (24 * rho * nu ** 3)) * (5 + 3 * t ** 2 + eta2 - 9 * t ** 2 * eta2) * E ** 4;
  const lambda = lon0 + (sec / nu) * E
    - (sec / (6 * nu ** 3)) * (nu / rho + 2 * t ** 2) * E ** 3
    + (sec / (120 * nu ** 5)) * (5 + 28 * t ** 2 + 24 * t ** 4) * E ** 5;
  return [(lambda * 180) / Math.PI, (phi * 180) / Math.PI];
}
