// A classic script, in the syntax of old browsers: those without modules cannot run the program.
if (!("noModule" in HTMLScriptElement.prototype)) {
  var note = document.getElementById("load-note");
  document.documentElement.setAttribute("data-app", "failed");
  note.textContent = "This browser is too old for the interactive part of this page.";
  note.removeAttribute("hidden");
}
