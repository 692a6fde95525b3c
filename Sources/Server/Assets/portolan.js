/* Comfort for whoever has a good line: every page works without it. */
"use strict";
/* While something is typed, what is much like it is looked up on the page that lists such things, and shown under the field. */
for (const box of document.querySelectorAll("[data-suggest]")) {
  const form = box.closest("form");
  let timer, last = "";
  const look = async () => {
    const typed = box.dataset.from.split(" ").flatMap(name => [...form.querySelectorAll(`[name^="${name}."]`)]).map(input => input.value.trim()).filter(Boolean);
    const words = typed.join(" ").slice(0, 300);
    if (words.length < 8 || words === last) return;
    last = words;
    try {
      const answer = await fetch(`${box.dataset.suggest}?words=${encodeURIComponent(words)}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html"), found = page.getElementById("suggested");
      if (answer.ok && words === last) box.replaceChildren(...(found ? found.childNodes : []));
    } catch { /* The line is bad: the same is said when the form is sent. */ }
  };
  form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(look, 600); });
}
