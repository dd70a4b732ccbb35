// A form that takes a while says so, and cannot be sent twice.
for (const form of document.querySelectorAll("form[data-tunggu]")) {
  form.addEventListener("submit", () => {
    form.querySelector("button").disabled = true;
    const kabar = form.querySelector("[role=status]");
    kabar.textContent = form.dataset.tunggu;
    kabar.className = "tunggu";
  });
}
