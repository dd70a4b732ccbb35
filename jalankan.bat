@echo off
rem Menjalankan Lakip di Windows: klik dua kali. Memasang hanya pada kali pertama. (Belum dicoba di Windows.)
cd /d "%~dp0"
where py >nul 2>nul
if errorlevel 1 (set "PY=python") else (set "PY=py -3")
%PY% scripts\make_venv.py requirements.txt
if errorlevel 1 (pause & exit /b 1)
".venv\Scripts\python.exe" app.py
pause
