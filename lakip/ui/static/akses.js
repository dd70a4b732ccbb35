// What a screen reader hears and Streamlit leaves out: levels of headings without gaps, the menu as groups of links with
// the one of this screen in sight, wide tables for the keyboard, pictures that only decorate as such.
function headings() {
  // Sizes are chosen for the eye (title, then subheader); the level said is the depth among those before it.
  const above = [];
  for (const heading of document.querySelectorAll('[data-testid="stMain"] :is(h1, h2, h3, h4, h5, h6)')) {
    const size = Number(heading.tagName[1]);
    while (above.length && above.at(-1) >= size) above.pop();
    above.push(size);
    const level = String(above.length);
    if (level === String(size)) heading.removeAttribute("aria-level");
    else if (heading.getAttribute("aria-level") !== level) heading.setAttribute("aria-level", level);
  }
}

let shown = null; // the entry of the screen that is shown, already scrolled to
function menu() {
  for (const list of document.querySelectorAll('[data-testid="stSidebarNavItems"]')) {
    list.setAttribute("role", "none");
    for (const group of list.children) {
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", group.querySelector("header p")?.textContent ?? "");
    }
    for (const item of list.querySelectorAll("li")) item.setAttribute("role", "none");
    const now = list.querySelector('[aria-current="page"]');
    if (now && now !== shown) now.scrollIntoView({ block: "center" });
    shown = now;
  }
}

function pictures() {
  for (const picture of document.querySelectorAll("img:not([alt])")) picture.alt = "";
}

function tables() {
  // What is wider than the screen is pushed aside by the arrow keys too.
  for (const frame of document.querySelectorAll('[data-testid="stTable"] > div:not([tabindex])')) {
    if (frame.scrollWidth <= frame.clientWidth) continue;
    frame.tabIndex = 0;
    frame.setAttribute("role", "region");
    frame.setAttribute("aria-label", "Tabel yang dapat digeser");
  }
}

let waiting = false;
function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    for (const mend of [headings, menu, pictures, tables]) mend();
  });
}
new MutationObserver(soon).observe(document.documentElement, { subtree: true, childList: true });
addEventListener("resize", soon);
