// Streamlit's own words, in Indonesian: it has no setting for them. What is not listed here stays as it is.
const KATA = {
  "No results": "Tidak ada yang cocok",
  "No options": "Tidak ada pilihan",
  "No data": "Belum ada data",
  "Choose an option": "Pilih",
  "Choose options": "Pilih",
  "Add options": "Tambahkan",
  "Select all": "Pilih semua",
  "Select...": "Pilih …",
  "Clear all": "Kosongkan",
  "Clear selection": "Kosongkan pilihan",
  "Selected values": "Yang dipilih",
  Open: "Buka",
  Close: "Tutup",
  Dismiss: "Tutup",
  Stop: "Hentikan",
  "Running...": "Memuat …",
  "Loading...": "Memuat …",
  "Uploading...": "Mengunggah …",
  Connecting: "Menyambung …",
  "Connection error": "Sambungan terputus",
  "Date range": "Rentang tanggal",
  "Quick select a date range": "Pilih rentang tanggal",
  "Past Week": "Seminggu terakhir",
  "Past Month": "Sebulan terakhir",
  "Past 3 Months": "3 bulan terakhir",
  "Past 6 Months": "6 bulan terakhir",
  "Past Year": "Setahun terakhir",
  "Past 2 Years": "2 tahun terakhir",
  "Choose date": "Pilih tanggal",
  "Choose date range": "Pilih rentang tanggal",
  "Clear date": "Kosongkan tanggal",
  "Clear dates": "Kosongkan tanggal",
  "Previous month": "Bulan sebelumnya",
  "Next month": "Bulan berikutnya",
  Search: "Cari",
  "Close Search": "Tutup pencarian",
  "Next Result": "Berikutnya",
  "Previous Result": "Sebelumnya",
  Fullscreen: "Layar penuh",
  "Close fullscreen": "Tutup layar penuh",
  "Download as CSV": "Unduh CSV",
  "Show/hide columns": "Pilih kolom",
  "Add row": "Tambah baris",
  "Delete row(s)": "Hapus baris",
  "Sort ascending": "Urutkan naik",
  "Sort descending": "Urutkan turun",
  Autosize: "Sesuaikan lebar",
  Format: "Bentuk",
  Statistics: "Statistik",
  "Copy column name": "Salin nama kolom",
  "Pin column": "Sematkan kolom",
  "Unpin column": "Lepas sematan",
  "Hide column": "Sembunyikan kolom",
  "⚠️ Please fill out this cell.": "⚠️ Sel ini wajib diisi.",
  "Show password": "Perlihatkan kata sandi",
  "Hide password": "Sembunyikan kata sandi",
  "Only one file is allowed.": "Satu berkas saja.",
  "File size is too small.": "Berkas ini kosong.",
  "Upload failed": "Gagal diunggah",
  "Unexpected error. Please try again.": "Gagal diunggah. Coba sekali lagi.",
  "Click to retry upload": "Unggah sekali lagi",
  Help: "Keterangan",
  "Link to heading": "Tautan ke judul ini",
  Sidebar: "Bilah menu",
  "App pages": "Halaman",
  "Navigate to home page": "Ke halaman pertama",
  "Collapse sidebar": "Tutup menu",
  "Expand sidebar": "Buka menu",
  "Error:": "Gagal:",
};
const POLA = [
  [/^File must be ([\d.]+) ?MB or smaller\.$/, (_, n) => `Berkas paling besar ${Number(n)} MB. Perkecil, lalu pilih lagi.`],
  [/ files are not allowed\.$/, () => "Jenis berkas ini tidak diterima. Simpan dalam bentuk yang diminta, lalu pilih lagi."],
  [/^Press (\S+) to apply$/, (_, k) => `Tekan ${k} untuk memakai`],
  [/^Press (\S+) to submit form$/, (_, k) => `Tekan ${k} untuk mengirim`],
  [/^(Is Streamlit still running|Streamlit server is not responding)/,
    () => "Komputer yang melayani Lakip tidak menjawab. Yang sudah disimpan tetap aman. Tunggu sebentar; bila berulang, hubungi admin."],
  [/^You can only select up to (\d+) options?\./, (_, n) => `Paling banyak ${n} pilihan; hapus satu dahulu.`],
  [/^Remove option$/, () => "Hapus pilihan"],
  [/^Remove (.+)$/, (_, apa) => `Hapus ${apa}`],
  [/^Help for (.+)$/, (_, apa) => `Keterangan ${apa}`],
  [/^\w+ icon$/, () => "ikon"],
  [/^day, (.+)$/, (_, apa) => `tanggal, ${apa}`],
  [/^month, (.+)$/, (_, apa) => `bulan, ${apa}`],
  [/^year, (.+)$/, (_, apa) => `tahun, ${apa}`],
];
const NAMA = ["aria-label", "title", "placeholder"];

function terjemahan(kata) {
  if (Object.hasOwn(KATA, kata)) return KATA[kata];
  for (const [pola, baru] of POLA) {
    const found = pola.exec(kata);
    if (found) return baru(...found);
  }
  return null;
}

function node(text) {
  // Markdown is what Lakip and the office wrote, except on a button and in Streamlit's own dialog.
  const kata = text.nodeValue.trim();
  const induk = text.parentElement;
  if (!kata || !induk || (induk.closest('[data-testid="stMarkdownContainer"]') && !induk.closest('[role="dialog"], button'))) return;
  const baru = terjemahan(kata);
  if (baru !== null && baru !== kata) text.nodeValue = text.nodeValue.replace(kata, baru);
}

function link(element) {
  // What people typed leads nowhere outside: a screen of Lakip links to Lakip only.
  if (!element.matches("a[href]") || element.origin === location.origin) return;
  if (/^(https?|ftp|mailto|tel):$/.test(element.protocol)) element.removeAttribute("href");
}

function names(element) {
  for (const nama of NAMA) {
    const kata = element.getAttribute(nama);
    const baru = kata && terjemahan(kata);
    if (baru && baru !== kata) element.setAttribute(nama, baru);
  }
}

function all(root) {
  if (root.nodeType === Node.TEXT_NODE) return node(root);
  if (root.nodeType !== Node.ELEMENT_NODE) return;
  names(root);
  link(root);
  root.querySelectorAll("a[href]").forEach(link);
  for (const element of root.querySelectorAll(NAMA.map((n) => `[${n}]`).join())) names(element);
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) node(texts.currentNode);
}

new MutationObserver((changes) => {
  for (const change of changes) {
    if (change.type === "childList") change.addedNodes.forEach(all);
    else if (change.type === "characterData") node(change.target);
    else (change.attributeName === "href" ? link : names)(change.target);
  }
}).observe(document.documentElement, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: [...NAMA, "href"] });
