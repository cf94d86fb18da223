// Right after the style sheet, and not deferred, so that Firefox too shows nothing below without it.
// Browsers without modules are too old for the program, and are told so.
if (!("noModule" in HTMLScriptElement.prototype)) {
  var note = document.getElementById("load-note");
  document.documentElement.setAttribute("data-app", "failed");
  note.textContent = "This browser is too old for the interactive part of this page.";
  note.removeAttribute("hidden");
}
