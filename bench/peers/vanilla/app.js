// The physical limit: no library, one HTML file. The map is in the document, the charts are on canvas.
const D = JSON.parse(document.getElementById("data").textContent);
const BLUES = ["#eff3ff", "#bdd7e7", "#6baed6", "#3182bd", "#08519c"], SEL = "#d94801", BAR = "#6baed6", MEAN = "#999", INK = "#222";
const $ = (id) => document.getElementById(id), n = D.forces.length, last = D.years.length - 1;
const colour = (v) => BLUES[D.breaks.filter((b) => v >= b).length];
const paths = [...document.querySelectorAll("#map path")], idx = {};
D.forces.forEach((f, k) => { idx[f.code] = k; });
const mean = D.years.map((_, i) => D.values.reduce((sum, v) => sum + v[i], 0) / n);
const order = D.forces.map((_, k) => k);
const dpr = devicePixelRatio || 1;
let year = last, sel = 0;

function surface(id, w, h) {
  const c = $(id).appendChild(document.createElement("canvas"));
  c.width = w * dpr;
  c.height = h * dpr;
  c.style.cssText = `width:${w}px;height:${h}px`;
  const x = c.getContext("2d");
  x.scale(dpr, dpr);
  x.textBaseline = "middle";
  return x;
}
const bc = surface("bars", 360, 630), lc = surface("line", 360, 310), pc = surface("parts", 360, 310);
function clear(c, h, align) {
  c.clearRect(0, 0, 360, h);
  c.font = "10px system-ui,sans-serif";
  c.fillStyle = INK;
  c.textAlign = align;
}
/** The least of 1, 2, 5 times a power of ten, of which five reach `most`. */
function step(most) {
  const p = 10 ** Math.floor(Math.log10(most / 5 || 1));
  return Math.max(1, [1, 2, 5, 10].find((s) => s * p * 5 >= most) * p);
}

function drawMap() {
  for (let k = 0; k < n; k++) paths[k].setAttribute("fill", colour(D.values[k][year]));
}
function drawBars() {
  const most = D.domain[1], w = 220 / most;
  order.sort((a, b) => D.values[b][year] - D.values[a][year]);
  clear(bc, 630, "center");
  for (let t = 0, s = step(most); t <= most; t += s) bc.fillText(t, 130 + t * w, 10);
  bc.textAlign = "right";
  order.forEach((k, i) => {
    const y = 20 + i * 14;
    bc.fillStyle = k === sel ? SEL : BAR;
    bc.fillRect(130, y + 1, D.values[k][year] * w, 12);
    bc.fillStyle = INK;
    bc.fillText(D.forces[k].name, 126, y + 7);
  });
}
function drawLine() {
  const v = D.values[sel], s = step(Math.max(...v, ...mean)), top = s * 5;
  const x = (i) => 50 + i * 24, y = (t) => 280 - (t * 270) / top;
  const poly = (values, ink, width) => {
    lc.beginPath();
    values.forEach((t, i) => lc.lineTo(x(i), y(t)));
    lc.strokeStyle = ink;
    lc.lineWidth = width;
    lc.stroke();
  };
  clear(lc, 310, "center");
  D.years.forEach((label, i) => i % 2 || lc.fillText(label, x(i), 292));
  lc.textAlign = "right";
  for (let t = 0; t <= top; t += s) {
    lc.fillText(t, 36, y(t));
    lc.fillRect(40, y(t), 4, 1);
  }
  lc.fillRect(40, 280, 310, 1);
  lc.fillRect(40, 10, 1, 270);
  poly(mean, MEAN, 1);
  poly(v, SEL, 2);
  lc.fillStyle = SEL;
  v.forEach((t, i) => {
    lc.beginPath();
    lc.arc(x(i), y(t), 3, 0, 7);
    lc.fill();
  });
}
function drawParts() {
  const rows = D.parts[sel][year].map((t, i) => [D.offences[i].code, t]).sort((a, b) => b[1] - a[1]);
  const s = step(rows[0][1]), w = 300 / (s * 5);
  clear(pc, 310, "center");
  for (let t = 0; t <= s * 5; t += s) pc.fillText(t, 45 + t * w, 10);
  pc.textAlign = "right";
  rows.forEach(([code, t], i) => {
    const y = 25 + i * 25;
    pc.fillStyle = BAR;
    pc.fillRect(45, y + 2, t * w, 21);
    pc.fillStyle = INK;
    pc.fillText(code, 40, y + 12);
  });
}
function setYear(i) {
  year = i;
  $("yearout").value = D.years[i];
  drawMap();
  drawBars();
  drawParts();
}
function selectForce(code) {
  paths[sel].removeAttribute("class");
  sel = idx[code];
  paths[sel].setAttribute("class", "s");
  paths[sel].parentNode.append(paths[sel]);
  drawBars();
  drawLine();
  drawParts();
}

const tip = document.body.appendChild(document.createElement("div"));
tip.style.cssText = "position:fixed;pointer-events:none;background:#222;color:#fff;padding:2px 6px;font-size:12px;display:none";
$("map").onclick = (e) => { if (e.target.dataset.code) selectForce(e.target.dataset.code); };
$("map").onpointermove = (e) => {
  const code = e.target.dataset.code;
  tip.style.display = code ? "block" : "none";
  if (!code) return;
  tip.style.left = e.clientX + 12 + "px";
  tip.style.top = e.clientY + 12 + "px";
  tip.textContent = `${D.forces[idx[code]].name}: ${D.values[idx[code]][year]}`;
};
$("map").onpointerleave = () => { tip.style.display = "none"; };
$("bars").onclick = (e) => {
  const k = order[((e.offsetY - 20) / 14) | 0];
  if (k !== undefined) selectForce(D.forces[k].code);
};
$("year").oninput = () => setYear(+$("year").value);
drawMap();
selectForce(D.forces[0].code);
window.bench = {
  setYear: (i) => { $("year").value = i; setYear(i); },
  selectForce,
  state: () => ({ year, code: D.forces[sel].code }),
  codes: D.forces.map((f) => f.code),
  years: D.years.length,
};
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("map-painted")));
