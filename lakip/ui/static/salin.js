// Copying a text: browsers lend their clipboard to https and to this computer only, and an office serves http. The old way
// works everywhere while somebody presses a button.
if (!navigator.clipboard) {
  Object.defineProperty(navigator, "clipboard", {
    value: {
      async writeText(text) {
        const field = document.createElement("textarea");
        field.value = text;
        field.setAttribute("readonly", "");
        field.style.cssText = "position: fixed; top: 0; opacity: 0";
        document.body.append(field);
        field.select();
        const done = document.execCommand("copy");
        field.remove();
        if (!done) throw new Error("the browser did not copy");
      },
    },
  });
}
