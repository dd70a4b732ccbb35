// Light, dark, or as the device has it: what a person chose on one page is kept for all. Streamlit keeps it for each
// address by itself, and reads it as it starts; this runs before. The pages of the server follow it by `data-tema`.
const PILIHAN = "lakipTema";
const KUNCI = /^stActiveTheme-(.+)-v\d+$/;
const VERSI = "v2"; // of Streamlit's key; a test holds it

try {
  const chosen = localStorage.getItem(PILIHAN);
  const here = `stActiveTheme-${location.pathname}-${VERSI}`;
  if (chosen === null) localStorage.removeItem(here);
  else {
    localStorage.setItem(here, chosen);
    document.documentElement.dataset.tema = JSON.parse(chosen);
  }
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) {
    put.call(this, key, value);
    if (this === localStorage && KUNCI.test(key)) put.call(this, PILIHAN, value);
  };
} catch {
  // A browser that keeps nothing shows what the device has.
}
