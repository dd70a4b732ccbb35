"""Write lakip/export/templates/*.docx anew. An office edits its own copy in Word.

Run after changing the wording or the tables in templat/: python scripts/build_templates.py
"""

from pathlib import Path

from templat.laporan_triwulan import laporan_triwulan

TARGET = Path(__file__).parents[1] / "lakip" / "export" / "templates"

if __name__ == "__main__":
    TARGET.mkdir(parents=True, exist_ok=True)
    laporan_triwulan().doc.save(TARGET / "laporan_triwulan.docx")
