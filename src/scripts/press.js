// A press on the map is answered while the program is on its way, and the program will know of it. It
// stands in the page itself, before the map: on a slow line a file would come too late.
{
  const main = document.currentScript.parentElement;
  main.addEventListener("click", (event) => {
    const link = event.target.closest(".still a[href^='#row-']");
    if (!link) return;
    event.preventDefault();
    try {
      history.replaceState(null, "", `#area=${link.getAttribute("href").slice(5)}`);
    } catch {
      // A frame without an address of its own.
    }
    document.getElementById("map-readout").textContent = link.getAttribute("aria-label");
  });
}
