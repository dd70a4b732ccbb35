// As many bagian as the office has: rows are added and taken out on the page.
const badan = document.querySelector("table.bagian tbody");
const contoh = document.querySelector("#baris_baru").content.querySelector("tr");
let nomor = 1000;
document.querySelector("[data-tambah]").addEventListener("click", () => {
  if (badan.rows.length >= Number(badan.closest("table").dataset.maks)) return;
  const baris = contoh.cloneNode(true);
  nomor += 1;
  for (const isian of baris.querySelectorAll("[name]")) isian.name = isian.name.replace("BARU", nomor);
  badan.append(baris);
  baris.querySelector("input").focus();
});
badan.addEventListener("click", (event) => {
  if (event.target.matches("[data-hapus]")) event.target.closest("tr").remove();
});
document.querySelector("[aria-invalid]")?.focus();
// "Subbagian Perencanaan" is a subbagian: chosen from the name until somebody chooses otherwise.
const JENIS = [[/^sub/i, "subbag"], [/^kel/i, "kelurahan"], [/^sekretariat/i, "sekretariat"], [/^seksi/i, "seksi"]];
badan.addEventListener("change", (event) => {
  const baris = event.target.closest("tr");
  if (event.target.matches("select")) baris.dataset.dipilih = "ya";
  const jenis = JENIS.find(([awal]) => awal.test(event.target.value));
  if (event.target.matches("[name^=bagian_nama_]") && jenis && !baris.dataset.dipilih) {
    baris.querySelector("select").value = jenis[1];
  }
});
