// The HTML that every peer shares: same layout and styles; data preloaded, so that no peer waits twice.

export const css = `*{box-sizing:border-box}
body{margin:0;font:14px/1.4 system-ui,sans-serif;color:#222}
header{display:flex;gap:24px;align-items:center;padding:8px 12px;height:48px}
h1{font-size:18px;margin:0}
main{display:grid;grid-template:310px 310px/520px 360px 360px;gap:10px;padding:0 10px}
#map,#bars{grid-row:1/3;height:630px;overflow:hidden}
#line,#parts{height:310px;overflow:hidden}
#year{width:260px}`.replaceAll("\n", "");

const PLACES = "<div id=map></div><div id=bars></div><div id=line></div><div id=parts></div>";
const SCRIPT = "<script type=module src=app.js></script>";

export const shell = ({ title, years, preload = [], head = "", script = SCRIPT, main = PLACES }) => {
  const links = preload.map((file) => `<link rel=preload href=${file} as=fetch crossorigin>`).join("");
  const last = years.length - 1;
  return (
    `<!doctype html><html lang=en><head><meta charset=utf-8><title>${title}</title>` +
    `<meta name=viewport content="width=device-width"><link rel=icon href=data:,>${links}<style>${css}</style>${head}</head>` +
    `<body><header><h1>Sexual offences against children recorded by police, eleven codes</h1>` +
    `<label>Year <input type=range id=year min=0 max=${last} value=${last}> <output id=yearout>${years[last]}</output></label>` +
    `</header><main>${main}</main>${script}</body></html>`
  );
};
