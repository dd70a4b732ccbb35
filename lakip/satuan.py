"""Vocabulary: what a satuan says about its figures."""

import re

PERSEN = re.compile(r"(%|persen|prosen|percent|persentase|prosentase)", re.IGNORECASE)

# Things that come whole: for these "1.500" can only be a thousand five hundred.
UTUH = frozenset(
    re.findall(
        r"\w+",
        """
        aduan anggota aparatur asn bangunan berkas buah buku bulan data desa dokumen eksemplar
        event forum gampong hari jenis jiwa kader kali kasus kegiatan kelompok keluarga kelurahan
        keping kk koperasi kunjungan laporan layanan lembaga lembar lokasi nagari objek orang
        organisasi paket pasar pegawai pelanggaran pengaduan pengurus peristiwa perkara permohonan
        peserta posyandu produk puskesmas rapat rp rt rtlh rumah rupiah rw sekolah sertifikat sk
        surat tim titik umkm unit usaha warga
        """,
    )
)


def is_percent(satuan: str) -> bool:
    """Whether figures are percentages: "80%" and a cell shown as 80 % mean 80."""
    return PERSEN.match(satuan.strip()) is not None


def is_whole(satuan: str) -> bool:
    """Whether the satuan counts whole things: orang, dokumen, rupiah."""
    return satuan.strip().strip(".").lower() in UTUH
