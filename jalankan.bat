@echo off
rem Menjalankan Lakip di Windows: klik dua kali. Memasang hanya pada kali pertama. (Belum dicoba di Windows.)
setlocal
chcp 65001 >nul
rem pushd, bukan cd: folder jaringan (\\server\bagian) hanya dapat dimasuki lewat huruf cakram.
pushd "%~dp0"
if errorlevel 1 goto :tanpa_folder
set "SINI=%~dp0"
if defined LAKIP_DATA goto :cari
if "%SINI:~0,2%"=="\\" goto :jauh
if not "%SINI:OneDrive=%"=="%SINI%" goto :sinkron

rem Setiap calon dijalankan: "python" dari Microsoft Store hanya petunjuk memasang, bukan Python.
:cari
set "PY="
for %%P in ("py -3.13" "py -3.12" "py -3.14" "py -3.11" "python" "python3") do call :coba %%P
if defined PY goto :pasang
echo Python 3.11 sampai 3.14 belum terpasang di komputer ini.
echo Unduh dari https://www.python.org/downloads/windows/ (64-bit), centang "Add python.exe to PATH", lalu ulangi.
goto :gagal

:pasang
%PY% scripts\make_venv.py requirements.lock
if errorlevel 1 goto :gagal
".venv\Scripts\python.exe" app.py
if errorlevel 1 goto :gagal
popd
exit /b 0

:coba
if defined PY exit /b 0
%~1 scripts\make_venv.py >nul 2>nul
if not errorlevel 1 set "PY=%~1"
exit /b 0

:jauh
echo Lakip berada di komputer lain: "%SINI%"
echo Basis datanya harus di cakram komputer ini. Salin foldernya, misalnya ke C:\Lakip, lalu jalankan dari sana;
echo atau sebutkan folder data di komputer ini:  setx LAKIP_DATA C:\Lakip\data
goto :gagal

:sinkron
echo Lakip berada di folder yang disinkronkan OneDrive: "%SINI%"
echo Basis data dapat rusak karenanya. Pindahkan foldernya, misalnya ke C:\Lakip, lalu jalankan dari sana;
echo atau sebutkan folder data di luar OneDrive:  setx LAKIP_DATA C:\Lakip\data
goto :gagal

:tanpa_folder
echo Folder "%~dp0" tidak dapat dimasuki.
pause
exit /b 1

:gagal
popd
pause
exit /b 1
