// What is typed and not saved: kept by account on the server (/draf), put back where it belongs, told before it is gone.
// Says too when the session is about to end. It reads and fills fields as a person does; passwords it never looks at.
(() => {
const JEDA = 900; // ms after the last key until it is sent
const AWAS = 10 * 60; // s before its end that a session says so
const LAMA = 30_000; // ms that it is told what was put back
const LOKAL = "lakip-draf"; // in this tab: what could not be sent
const BINGKAI = '[data-testid="stForm"], [class*="st-key-isian"]';
const TEMPAT = `${BINGKAI}, [data-testid="stExpander"], [data-testid="stPopoverBody"], [role="dialog"], [data-testid="stMain"]`;
const TABEL = '[data-testid="stForm"] [data-testid="stDataFrame"]'; // sent with its form, and not before
const LEWATI = /^st-key-(cari|yakin|nama_yakin|isi_hapus|hapus|daftar_batal)/; // filters and agreements
const VERSI = /[-_]v\d+$/; // what a key ends with that begins anew with each version of what is recorded
const PANJANG = 55_000; // characters that the server keeps of one field

const isian = (w) => w.querySelector("input, textarea");
const teks = (el) => (el?.textContent ?? "").replace(/[\u2066-\u2069]/g, "").trim();
const tunggu = (ms) => new Promise((lanjut) => setTimeout(lanjut, ms));

function ketik(el, nilai) {
  const asal = el instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(asal.prototype, "value").set.call(el, nilai);
  el.dispatchEvent(new Event("input", { bubbles: true }));
}
function ketikTeks(w, nilai) {
  ketik(isian(w), nilai);
  isian(w).dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}
async function pilih(w, nama) {
  const el = w.querySelector('[role="combobox"]');
  if (!nama) return w.querySelector(".react-aria-ComboBox button:not([aria-haspopup])")?.click();
  el.focus();
  ketik(el, nama);
  for (let kali = 0; kali < 20; kali++) {
    const found = [...document.querySelectorAll('[role="option"]')].find((o) => teks(o) === nama);
    if (found) {
      found.click();
      break;
    }
    await tunggu(50);
  }
  await tunggu(50);
  el.blur(); // closes the list
}
async function pilihBanyak(w, nilai) {
  const mau = nilai ? nilai.split("\n") : [];
  for (const tag of w.querySelectorAll(".react-aria-ComboBox [data-tag]"))
    if (!mau.includes(tag.getAttribute("aria-label"))) {
      tag.querySelector("button").click();
      await tunggu(50);
    }
  for (const nama of mau) if (!JENIS.stMultiSelect.baca(w).split("\n").includes(nama)) await pilih(w, nama);
}
function tempel(w, nilai) {
  const data = new DataTransfer();
  data.setData("text", nilai);
  const sel = w.querySelector('[role="spinbutton"]');
  sel.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  sel.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
}
const terpilih = (w) => [...w.querySelectorAll("button[data-selected]")].map(teks).join("\n");

// How each kind of field is read and filled, by Streamlit's name of it.
const TEKS = { baca: (w) => isian(w).value, tulis: ketikTeks };
const JENIS = {
  stTextInput: TEKS,
  stTextArea: TEKS,
  stNumberInput: TEKS,
  stSelectbox: { baca: (w) => isian(w).value, tulis: pilih },
  stMultiSelect: {
    baca: (w) => [...w.querySelectorAll(".react-aria-ComboBox [data-tag]")].map((t) => t.getAttribute("aria-label")).sort().join("\n"),
    tulis: pilihBanyak,
  },
  stDateInput: {
    baca: (w) => w.querySelector('input[type="date"]')?.value ?? "",
    tulis: (w, nilai) => ketik(w.querySelector('input[type="date"]'), nilai),
  },
  stTimeInput: { baca: (w) => (w.querySelector('input[type="hidden"]')?.value ?? "").slice(0, 5), tulis: tempel },
  stRadio: {
    baca: (w) => teks(w.querySelector("label:has(input:checked)")),
    tulis: (w, nilai) => [...w.querySelectorAll("label:has(input)")].find((l) => teks(l) === nilai)?.querySelector("input").click(),
  },
  stCheckbox: { baca: (w) => (isian(w).checked ? "ya" : ""), tulis: (w) => isian(w).click() },
  stButtonGroup: {
    baca: terpilih,
    tulis: (w, nilai) => {
      for (const b of w.querySelectorAll("button"))
        if (b.hasAttribute("data-selected") !== nilai.split("\n").includes(teks(b))) b.click();
    },
  },
};
const SEMUA = Object.keys(JENIS).map((j) => `[data-testid="${j}"]`).join();
const jenis = (w) => JENIS[w.dataset.testid];
const berteks = (w) => jenis(w) === TEKS;

let akun = null; // whose drafts these are; null until the server has said so
let draf = {}; // by the name of a field
let nanti = {}; // not sent yet
const lihat = new WeakMap(); // field -> its name, and what it said before anybody typed
let terkirim = new Set(); // names whose form was sent; saved or not is not known yet
const rawan = new Map(); // what cannot be kept, too long a text or a table in a form, with its place on the screen
let tersimpan = "";
let dipilih = false; // whether a file was chosen since something was saved
let mengisi = 0; // fields that are being filled
let sudah = []; // fields that were put back
let kirim, gambar;

// ---------------------------------------------------------------- fields

function kunci(el) {
  return [...(el?.classList ?? [])].find((c) => c.startsWith("st-key-")) ?? "";
}
function nama(w) {
  const wadah = w.closest('[data-testid="stElementContainer"]');
  const k = kunci(wadah);
  if (LEWATI.test(k) || /sandi|^cari\b/i.test(label(w)) || w.querySelector('input[type="password"]')) return null;
  if (!w.querySelector("input:enabled, textarea:enabled, button:enabled")) return null;
  if (!berteks(w) && !w.closest(BINGKAI)) return null;
  const cari = new URLSearchParams(location.search);
  const form = kunci(w.closest('[data-testid="stForm"]')?.querySelector('[class*="st-key-FormSubmitter"]'));
  return [location.pathname, cari.get("tahun"), cari.get("periode"), k.replace(VERSI, "") || `${form} ${label(w)}`].join("|");
}
function label(w) {
  return teks(w.querySelector('[data-testid="stWidgetLabel"] [data-testid="stMarkdownContainer"]')) || isian(w)?.ariaLabel || "";
}
function bidang(dari = document) {
  return [...dari.querySelectorAll(SEMUA)].filter((w) => !w.closest("template"));
}
function kenal(w) {
  const n = nama(w);
  if (n === null) return null;
  let tahu = lihat.get(w);
  if (tahu?.nama !== n) lihat.set(w, (tahu = { nama: n, dasar: jenis(w).baca(w), baru: true }));
  return tahu;
}

// Something was typed or chosen in these fields, perhaps.
function periksa(daftar) {
  for (const w of daftar) {
    const tahu = kenal(w);
    const isi = tahu && jenis(w).baca(w);
    if (!tahu || isi === ((!tahu.baru && draf[tahu.nama]?.isi) || tahu.dasar)) continue;
    if ((tahu.tunggu = akun === null)) continue;
    tahu.baru = false; // whoever was quicker than the draft is right
    terkirim.delete(tahu.nama);
    if (isi === tahu.dasar) lupakan([tahu.nama]);
    else catat(w, tahu.nama, { alamat: location.pathname + location.search, judul: judul(), label: label(w), dasar: tahu.dasar, isi });
  }
}
const judul = () => teks(document.querySelector('[data-testid="stMain"] h1')) || document.title;

function catat(w, n, satu) {
  if (satu.isi.length + satu.dasar.length > PANJANG) return rawan.set(n, w);
  rawan.delete(n);
  draf[n] = { ...satu, pada: new Date().toISOString() };
  nanti[n] = satu;
  clearTimeout(kirim);
  kirim = setTimeout(sampaikan, JEDA);
}
function lupakan(daftar) {
  for (const n of daftar) {
    delete draf[n];
    rawan.delete(n);
    nanti[n] = null;
  }
  clearTimeout(kirim);
  kirim = setTimeout(sampaikan, JEDA);
}

// ---------------------------------------------------------------- putting back

async function pulihkan() {
  if (akun === null || document.querySelector('[data-test-script-state="running"]')) return;
  if (!disimpan() && document.querySelector('[data-testid="stAlertContentError"]')) terkirim.clear();
  const kembali = [], beda = [];
  for (const w of bidang()) {
    const tahu = kenal(w);
    if (!tahu?.baru) continue;
    tahu.baru = false;
    const satu = draf[tahu.nama];
    if (!satu || satu.isi === tahu.dasar) continue;
    (tahu.dasar === satu.dasar ? kembali : beda).push(w);
  }
  if (!kembali.length && !beda.length) return;
  const fokus = document.activeElement;
  await isikan(kembali);
  if (kembali.length && fokus !== document.activeElement) fokus?.focus?.();
  if (kembali.length) {
    // A form is drawn piece by piece: what came back in it before is told together with this.
    sudah = [...sudah.filter((w) => w.isConnected), ...kembali];
    tawarkan("kembali", sudah, `${sudah.length} isian yang belum disimpan dikembalikan: ${sebut(sudah)}.`, false);
  }
  if (beda.length) tawarkan("beda", beda, `Yang tercatat berubah sejak Anda mengetik: ${sebut(beda)}.`, true);
}
function sebut(daftar) {
  const kata = [...new Set(daftar.map(label))];
  return kata.slice(0, 3).join(", ") + (kata.length > 3 ? ", dan lainnya" : "");
}
async function isikan(daftar) {
  for (const w of daftar) {
    const satu = draf[lihat.get(w)?.nama];
    if (satu && w.isConnected) await tuliskan(w, satu.isi);
  }
}
async function tuliskan(w, nilai) {
  mengisi += 1; // what happens now is done by nobody
  w.closest("details:not([open])")?.querySelector("summary").click();
  await jenis(w).tulis(w, nilai);
  await tunggu(100);
  mengisi -= 1;
}
function tawarkan(id, daftar, kata, pakai) {
  const buang = async () => {
    for (const w of daftar) {
      const tahu = lihat.get(w);
      if (!tahu) continue;
      lupakan([tahu.nama]);
      if (!pakai && w.isConnected) await tuliskan(w, tahu.dasar);
    }
    tutup(id);
  };
  const lain = pakai ? ["Pakai ketikan saya", () => (tutup(id), isikan(daftar))] : ["Tutup", () => tutup(id)];
  kabar(id, kata, [lain, ["Buang ketikan saya", buang]]);
  if (!pakai) setTimeout(tutup, LAMA, id);
}
// Whether something was saved since this was asked last.
function disimpan() {
  const tanda = document.getElementById("lakip-tanda")?.dataset.simpan ?? tersimpan;
  if (tanda === tersimpan) return false;
  tersimpan = tanda;
  if (tanda) selesai();
  return true;
}
// What the form held is saved: it need be kept no longer.
function selesai() {
  lupakan([...terkirim].filter((n) => n in draf));
  for (const w of bidang()) if (terkirim.has(lihat.get(w)?.nama)) lihat.delete(w);
  terkirim.clear();
  dipilih = false;
  rawan.delete(TABEL);
  tutup("kembali");
  tutup("beda");
}

// ---------------------------------------------------------------- the server

async function sampaikan(tutupTab = false) {
  if (akun === null) return null;
  const ubah = nanti;
  nanti = {};
  const jawab = await fetch("/draf", {
    method: "POST", keepalive: tutupTab, body: JSON.stringify({ akun, ubah }), headers: { "Content-Type": "application/json" },
  }).catch(() => null);
  if (jawab?.ok) {
    sessionStorage.removeItem(LOKAL);
    return waktu(await jawab.json());
  }
  nanti = { ...ubah, ...nanti };
  sessionStorage.setItem(LOKAL, JSON.stringify({ akun, ubah: nanti }));
  if (jawab && [401, 403, 409].includes(jawab.status)) berakhir();
  else if (!tutupTab) kirim = setTimeout(sampaikan, 20_000);
  return null;
}
async function tanya() {
  const jawab = await fetch("/draf").catch(() => null);
  if (!jawab) return waktu({ diam: AWAS + 60, keras: AWAS + 60 });
  if (!jawab.ok) return berakhir();
  const kata = await jawab.json();
  if (akun !== null && kata.akun !== akun) return berakhir();
  if (akun === null) {
    akun = kata.akun;
    draf = kata.draf;
    const lokal = JSON.parse(sessionStorage.getItem(LOKAL) ?? "null");
    if (lokal?.akun === akun) {
      for (const [n, satu] of Object.entries(lokal.ubah))
        if (satu) catat(null, n, satu);
        else lupakan([n]);
    }
    periksa(bidang().filter((w) => lihat.get(w)?.tunggu));
    pulihkan();
  }
  return waktu(kata);
}

// ---------------------------------------------------------------- the end of a session

let jaga;
const kini = () => location.pathname + location.search;
const pintu = (lagi) => `/masuk?${new URLSearchParams({ ke: kini(), ...(lagi ? { lagi: "1" } : {}) })}`;

function waktu({ diam, keras }) {
  const sisa = Math.min(diam, keras), menit = Math.max(1, Math.round(sisa / 60));
  clearTimeout(jaga);
  jaga = setTimeout(tanya, 1000 * (sisa > AWAS ? sisa - AWAS : Math.min(30, Math.max(sisa, 1))));
  if (sisa > AWAS) return tutup("sesi");
  if (keras <= diam)
    return kabar("sesi", `Sesi berakhir ${menit} menit lagi, 8 jam sejak Anda masuk. Yang sudah diketik menunggu Anda.`,
      [["Masuk lagi", pintu(true)]]);
  return kabar("sesi", `Sesi berakhir ${menit} menit lagi karena tidak dipakai.`, [["Tetap masuk", () => sampaikan()]]);
}
function berakhir() {
  clearTimeout(jaga);
  tutup("kembali");
  kabar("sesi", "Sesi sudah berakhir. Yang sudah diketik menunggu Anda: masuk lagi, lalu lanjutkan di halaman ini.", [["Masuk lagi", pintu(false)]]);
}

// ---------------------------------------------------------------- telling

function kabar(id, kata, tombol) {
  let papan = document.getElementById("lakip-kabar");
  if (!papan) {
    document.body.append((papan = Object.assign(document.createElement("div"), { id: "lakip-kabar", role: "region" })));
    papan.setAttribute("aria-label", "Pemberitahuan");
  }
  const lama = document.getElementById(`lakip-kabar-${id}`);
  if (lama?.firstChild.textContent === kata) return;
  const baris = Object.assign(document.createElement("div"), { id: `lakip-kabar-${id}`, role: "status" });
  baris.append(Object.assign(document.createElement("span"), { textContent: kata }));
  tombol.forEach(([nama, apa], urut) => {
    const b = Object.assign(document.createElement(typeof apa === "string" ? "a" : "button"), { textContent: nama, className: urut ? "lain" : "" });
    if (typeof apa === "string") b.href = apa;
    else b.onclick = apa;
    baris.append(b);
  });
  if (lama) lama.replaceWith(baris);
  else papan.append(baris);
}
function tutup(id) {
  if (id === "kembali") sudah = [];
  document.getElementById(`lakip-kabar-${id}`)?.remove();
}

// A chosen file, a table in a form, a very long text can be kept nowhere: leaving it is asked about.
const HILANG = "Berkas, tabel, atau naskah yang sangat panjang di halaman ini belum disimpan dan akan hilang. Tetap tinggalkan halaman ini?";
const berkas = () => location.pathname !== "/periksa_dokumen" && document.querySelector('[data-testid="stMain"] [data-testid="stFileChip"]');
const memilih = (e) => {
  if (e.target.closest?.('[data-testid="stFileUploader"]')) dipilih = true;
};
addEventListener("change", memilih, true);
addEventListener("drop", memilih, true);
function rentan() {
  disimpan();
  return [...rawan.values()].some((w) => w.isConnected) || (dipilih && berkas());
}

addEventListener("beforeunload", (e) => {
  if (rentan() || (Object.keys(nanti).length && sessionStorage.getItem(LOKAL))) e.preventDefault();
});
addEventListener("pagehide", () => {
  if (akun === null || !Object.keys(nanti).length) return;
  sessionStorage.setItem(LOKAL, JSON.stringify({ akun, ubah: nanti }));
  sampaikan(true);
});
document.addEventListener("click", (e) => {
  const a = e.target.closest?.("a[href]");
  if (a && !a.target && a.origin === location.origin && a.pathname !== location.pathname && rentan() && !confirm(HILANG)) {
    e.preventDefault();
    e.stopPropagation();
    return;
  }
  const tombol = e.target.closest?.('[data-testid^="stBaseButton"], [data-testid="stFormSubmitButton"] button');
  if (tombol) {
    const tempat = tombol.closest(TEMPAT) ?? document.body;
    const isinya = bidang(tempat).filter((w) => w.closest(TEMPAT) === tempat);
    periksa(isinya);
    for (const w of isinya) if (lihat.get(w)?.nama in draf) terkirim.add(lihat.get(w).nama);
  }
}, true);
document.addEventListener("submit", (e) => {
  if (e.target.matches('form[action="/keluar"]') && Object.keys(draf).length) {
    e.preventDefault();
    sampaikan().then(() => location.assign("/keluar"));
  }
}, true);

// ---------------------------------------------------------------- watching

// What a field says before anybody touches it.
function sebelum(e) {
  const w = e.target.closest?.(SEMUA), bingkai = w?.closest(BINGKAI);
  if (w) (bingkai ? bidang(bingkai) : [w]).forEach(kenal);
}
for (const peristiwa of ["pointerdown", "focusin", "keydown", "beforeinput"]) document.addEventListener(peristiwa, sebelum, true);

// A choice changes no field of the page that an event tells of: after anything done in a form, all of it is looked at.
function sesudah(e) {
  if (!e.isTrusted || mengisi) return;
  const w = e.target.closest?.(SEMUA), bingkai = w?.closest(BINGKAI);
  const melayang = e.target.closest?.('[role="listbox"], [role="dialog"]');
  const tabel = e.type === "input" && e.target.closest?.("#portal") && document.querySelector(TABEL);
  if (tabel) rawan.set(TABEL, tabel);
  setTimeout(() => {
    if (bingkai) periksa(bingkai.isConnected ? bidang(bingkai) : []);
    else if (w && berteks(w)) periksa([w]);
    else if (melayang) periksa(bidang().filter((x) => x.closest(BINGKAI)));
  }, 60);
}
for (const peristiwa of ["input", "change", "click", "keyup", "focusout"]) document.addEventListener(peristiwa, sesudah, true);

new MutationObserver(() => {
  clearTimeout(gambar);
  gambar = setTimeout(pulihkan, 120);
}).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-test-script-state", "class"] });
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && akun !== null && tanya());
tanya();
})();
