// Streamlit's own words, in Indonesian: it has no setting for them. What is not listed here stays as it is.
const KATA = {
  "No results": "Tidak ada yang cocok",
  "No options": "Tidak ada pilihan",
  "No data": "Belum ada data",
  "Choose an option": "Pilih",
  "Choose options": "Pilih",
  "Add options": "Tambahkan",
  "Add an option": "Tambahkan",
  "Choose or add an option": "Pilih, atau tulis yang lain",
  "Choose or add options": "Pilih, atau tulis yang lain",
  "No options to select": "Tidak ada pilihan",
  "No options to select.": "Tidak ada pilihan",
  "file upload": "unggahan berkas",
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
  "Skip to main content": "Langsung ke isi",
  "Main menu": "Tampilan dan tentang Lakip",
  Theme: "Tema",
  System: "Otomatis",
  Light: "Terang",
  Dark: "Gelap",
  About: "Tentang Lakip",
  "Made with Streamlit v": "Dibuat dengan Streamlit ",
  "Copy version to clipboard": "Salin versinya",
  "Copy to clipboard": "Salin",
  Copied: "Tersalin",
  "Copied!": "Tersalin",
  Notifications: "Pemberitahuan",
  Rerun: "Muat lagi",
  Retry: "Coba lagi",
  "Try again": "Coba lagi",
  "Stopping...": "Menghentikan …",
  "Please wait...": "Mohon tunggu …",
  "Page not found": "Halaman tidak ditemukan",
  "Connection lost. Please wait for the app to reconnect, then try again.": "Sambungan terputus. Tunggu sampai tersambung lagi, lalu coba sekali lagi.",
  "Network error": "Sambungan gagal",
  "Reconnected to server.": "Tersambung lagi.",
  "Scroll tabs left": "Tab sebelumnya",
  "Scroll tabs right": "Tab berikutnya",
  Upload: "Pilih berkas",
  "Add files": "Tambah berkas",
  "Drag and drop a file here": "Lepaskan berkas di sini",
  "Drag and drop files here": "Lepaskan berkas di sini",
  "Clear value": "Kosongkan",
  "Clear entry": "Kosongkan",
  "Selectbox options": "Pilihan",
  "Multiselect options": "Pilihan",
  Suggestions: "Pilihan",
  "Show suggestions": "Perlihatkan pilihan",
  "Invalid input.": "Isian ini tidak dapat dipakai.",
  "Download failed": "Gagal diunduh",
  "Show chart": "Perlihatkan grafik",
  "Show data": "Perlihatkan tabel",
  "Download as PNG": "Unduh PNG",
  "Scrollable table": "Tabel yang dapat digeser",
  Pagination: "Halaman tabel",
  Next: "Berikutnya",
  Previous: "Sebelumnya",
  "Next page": "Halaman berikutnya",
  "Previous page": "Halaman sebelumnya",
  Calendar: "Kalender",
  "Start Date": "Tanggal awal",
  "End Date": "Tanggal akhir",
  "day of the week": "hari",
  "First available date": "Tanggal pertama yang dapat dipilih",
  "Last available date": "Tanggal terakhir yang dapat dipilih",
  "Click to start selecting date range": "Pilih tanggal awal",
  "Click to finish selecting date range": "Pilih tanggal akhir",
  "Use arrow keys to navigate dates. Enter to select. Escape to close.": "Tombol panah berpindah tanggal, Enter memilih, Escape menutup.",
  "Start date must be before end date.": "Tanggal awal harus sebelum tanggal akhir.",
  "Selected date unavailable.": "Tanggal ini tidak dapat dipilih.",
  "Button action menu": "Pilihan lain",
  "Dataframe column menu": "Menu kolom",
  "Edit": "Ubah",
  Automatic: "Otomatis",
  Localized: "Menurut bahasa",
  Plain: "Tanpa pemisah",
  Compact: "Ringkas",
  Percent: "Persen",
  Scientific: "Ilmiah",
  Accounting: "Akuntansi",
};
const POLA = [
  [/^File must be ([\d.]+) ?MB or smaller\.$/, (_, n) => `Berkas paling besar ${Number(n)} MB. Perkecil, lalu pilih lagi.`],
  [/ files are not allowed\.$/, () => "Jenis berkas ini tidak diterima. Simpan dalam bentuk yang diminta, lalu pilih lagi."],
  [/^Press (\S+) to apply$/, (_, k) => `Tekan ${k} untuk memakai`],
  [/^Press (\S+) to submit form$/, (_, k) => `Tekan ${k} untuk mengirim`],
  [/^(Is Streamlit still running|Streamlit server is not responding)/,
    () => "Komputer yang melayani Lakip tidak menjawab. Yang sudah disimpan tetap aman. Tunggu sebentar; bila berulang, hubungi admin."],
  [/^You can only select up to (\d+) options?\./, (_, n) => `Paling banyak ${n} pilihan; hapus satu dahulu.`],
  [/^([\d.,]+) ?MB per file$/, (_, n) => `Paling besar ${n} MB; dapat juga diseret ke sini`],
  [/^(\d+) options? available\.$/, (_, n) => `${n} pilihan.`],
  [/^(.+), selected$/, (_, apa) => `${apa}, dipilih`],
  [/^Add: (.+)$/, (_, apa) => `Tambah: ${apa}`],
  [/^Select (\d+) matches$/, (_, n) => `Pilih ${n} yang cocok`],
  [/^Page (\d+)$/, (_, n) => `Halaman ${n}`],
  [/^View (\d+) more$/, (_, n) => `${n} lagi`],
  [/^Today, (.+?)( selected)?$/, (_, hari, ya) => `Hari ini, ${hari}${ya ? ", dipilih" : ""}`],
  [/^Selected Date: (.+)$/, (_, hari) => `Tanggal yang dipilih: ${hari}`],
  [/^Selected Range: (.+) to (.+)$/, (_, a, b) => `Rentang yang dipilih: ${a} sampai ${b}`],
  [/^(.*\d{4}) selected$/, (_, hari) => `${hari}, dipilih`],
  [/^Value must be (.+) or later\.$/, (_, apa) => `Paling awal ${apa}.`],
  [/^Value must be (.+) or earlier\.$/, (_, apa) => `Paling akhir ${apa}.`],
  [/^(You have requested page|The page that you have requested)/, () => "Alamat ini tidak ada. Halaman pertama Anda yang ditampilkan."],
  [/^(Network|Server) error/, () => "Sambungan gagal. Coba lagi."],
  [/^Remove option$/, () => "Hapus pilihan"],
  [/^Remove (.+)$/, (_, apa) => `Hapus ${apa}`],
  [/^Help for (.+)$/, (_, apa) => `Keterangan ${apa}`],
  [/^\w+ icon$/, () => "ikon"],
  [/^(day|month|year), (.+)$/, (_, apa, label) => `${{ day: "tanggal", month: "bulan", year: "tahun" }[apa]}, ${terjemahan(label) ?? label}`],
  [/^(.+) (start|end) date$/, (_, apa, mana) => `${apa}, ${mana === "start" ? "awal" : "akhir"}`],
  [/^Choose date( range)?, (.+)$/, (_, rentang, bulan) => `Pilih ${rentang ? "rentang tanggal" : "tanggal"}, ${bulan}`],
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
