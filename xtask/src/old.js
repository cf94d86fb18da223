// Only browsers without modules run this: they are too old for the program.
var note = document.getElementById("load-note");
document.documentElement.setAttribute("data-app", "failed");
note.textContent = "This browser is too old for the interactive part of this page. The figures shown are those of the opening view.";
note.removeAttribute("hidden");
