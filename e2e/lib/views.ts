// The views that every whole-page check looks at, by their address.
export const VIEWS: Record<string, string> = {
  opening: "",
  "force without a figure": "#area=E23000014",
  "force with figures": "#area=E23000032&unit=rate",
  "sexual communication": "#measure=sexual-communication&area=W15000004",
  grooming: "#measure=grooming&year=2016-17",
  "all codes, City of London": "#measure=all-child&unit=rate&area=E23000034",
  "pins, tiles and range": "#measure=grooming&year=2023-24&unit=rate&compare=E23000014+W15000002&view=tiles&range=on",
  "an address not understood": "#measure=none&year=1800-01&area=E99&x",
};

export const WIDTHS = { phone: 360, tablet: 768, desktop: 1280 };
