"""Lakip as a service that starts with the computer: python scripts/layanan.py linux|windows

Writes lakip.service or lakip.xml with the paths of this installation, and says how it is registered: by systemd on
Linux, by the Task Scheduler on Windows, which both have. Run by the Python of .venv. Registers nothing itself.
"""

import os
import sys
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent

SYSTEMD = """\
[Unit]
Description=Lakip
After=network-online.target
Wants=network-online.target

[Service]
User={user}
WorkingDirectory={root}
Environment="HOST={host}" "PORT={port}" "LAKIP_DATA={data}" "LAKIP_KUNCI=/var/lib/lakip/lakip.kunci"
ExecStart="{python}" "{root}/app.py"
# Apart from the data: what seals them.
StateDirectory=lakip
StateDirectoryMode=0700
# Ends by SIGTERM: the record is written out and closed.
TimeoutStopSec=30
Restart=on-failure
RestartSec=5
UMask=0077
NoNewPrivileges=true
ProtectSystem=strict
ReadWritePaths={data}
PrivateTmp=true

[Install]
WantedBy=multi-user.target
"""

# Without a limit of time (it is three days otherwise), on battery too, again after a failure, one at a time.
TASK = """\
<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Lakip</Description></RegistrationInfo>
  <Triggers><BootTrigger><Enabled>true</Enabled></BootTrigger></Triggers>
  <Principals>
    <Principal id="Lakip"><UserId>S-1-5-19</UserId><RunLevel>LeastPrivilege</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
  </Settings>
  <Actions Context="Lakip">
    <Exec>
      <Command>cmd.exe</Command>
      <Arguments>{words}</Arguments>
      <WorkingDirectory>{root}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
"""

LINUX_SAID = """\
Ditulis: {file}. Sebagai root:
    useradd --system --home-dir /var/lib/lakip --shell /usr/sbin/nologin lakip
    chown -R lakip: {data}
    cp {file} /etc/systemd/system/
    systemctl daemon-reload
    systemctl enable --now lakip
Keadaannya: systemctl status lakip; catatannya: journalctl -u lakip"""
WINDOWS_SAID = """\
Ditulis: {file}. Di Command Prompt (Run as administrator):
    icacls "{data}" /grant *S-1-5-19:(OI)(CI)M
    schtasks /create /tn Lakip /xml "{file}"
    schtasks /run /tn Lakip
Berhenti: schtasks /end /tn Lakip. Python harus terpasang "for all users"."""


def unit(host: str, port: str, data: Path, python: Path, root: Path = ROOT, user: str = "lakip") -> str:
    """The unit of systemd."""
    return SYSTEMD.format(host=host, port=port, data=data, python=python, root=root, user=user)


def task(host: str, port: str, data: str, python: str, root: str) -> str:
    """The task of the Task Scheduler, run at the start of the computer by LOCAL SERVICE, which may little."""
    env = "&& ".join(f'set "{name}={value}"' for name, value in (("HOST", host), ("PORT", port), ("LAKIP_DATA", data)))
    words = f'/d /c {env}&& "{python}" app.py >> "{data}\\lakip.log" 2>&1'
    return TASK.format(words=escape(words), root=escape(root))


def main(system: str) -> None:
    host, port = os.environ.get("HOST") or "0.0.0.0", os.environ.get("PORT") or "8501"
    data = Path(os.environ.get("LAKIP_DATA") or ROOT / "data").resolve()
    data.mkdir(parents=True, exist_ok=True)
    file = ROOT / {"linux": "lakip.service", "windows": "lakip.xml"}[system]
    if system == "linux":
        file.write_text(unit(host, port, data, Path(sys.executable)), encoding="utf-8")
        print(LINUX_SAID.format(file=file, data=data))
    else:
        file.write_text(task(host, port, str(data), sys.executable, str(ROOT)), encoding="utf-16")
        print(WINDOWS_SAID.format(file=file, data=data))


if __name__ == "__main__":
    if sys.argv[1:] not in (["linux"], ["windows"]):
        sys.exit("Sebutkan sistemnya: layanan.py linux atau layanan.py windows")
    main(sys.argv[1])
