// Leaves this page at once: by the link in the help bar, or by Shift pressed three times on its own
// within five seconds. The neutral page takes the place of this one in the history. Without this script
// the link is a plain link; a frame has none.
{
  const link = document.querySelector(".leave");
  const status = document.getElementById("leave-status");
  let presses = [];
  let alone = false; // Shift went down, and nothing else was pressed since

  const leave = (event) => {
    event?.preventDefault();
    document.title = "\u2026";
    document.body.hidden = true;
    // From a disk, or without a network, no other page would come.
    const reachable = location.protocol.startsWith("http") && navigator.onLine;
    location.replace(reachable ? link.href : "about:blank");
  };
  const forget = () => {
    presses = [];
    status.textContent = "";
  };
  const down = ({ key, repeat }) => {
    alone = key === "Shift" && (alone || !repeat);
    if (!alone && presses.length) forget();
  };
  const up = ({ key, timeStamp }) => {
    if (key !== "Shift" || !alone) return;
    alone = false;
    presses = [...presses.filter((time) => timeStamp - time < 5000), timeStamp];
    if (presses.length === 3) leave();
    else if (presses.length === 2) status.textContent = "Press Shift once more to leave this page.";
    setTimeout(() => presses.at(-1) === timeStamp && forget(), 5000);
  };
  if (link) {
    link.addEventListener("click", leave);
    for (const [type, heard] of [["keydown", down], ["keyup", up], ["pointerdown", down]]) {
      addEventListener(type, heard, true);
    }
  }
}
