"""The package clients a machine may have. Which registry or mirror they ask is the machine's own setting."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
from pathlib import Path
from typing import Protocol

from layout.assets.fonts.sets.catalogue import ClientName

# A package of faces is some tens of megabytes; a client that says nothing for this long is given up.
PATIENCE_SECONDS = 1800


class NotBroughtError(Exception):
    """A package or a file of it could not be had; the message says why."""


class Client(Protocol):
    """Brings a package as one archive file, without being root, and opens it."""

    def available(self) -> bool:
        """Whether the machine has the client."""

    def bring(self, package: str, folder: Path) -> Path:
        """Download a package into a folder. Raises NotBroughtError."""

    def member(self, archive: Path, name: str) -> bytes:
        """A file of the archive. Raises NotBroughtError."""


class Npm:
    """npm: `npm pack` writes a package's tarball into the folder it runs in."""

    def available(self) -> bool:
        """Whether npm is there."""
        return shutil.which("npm") is not None

    def bring(self, package: str, folder: Path) -> Path:
        """Pack a package; npm names the tarball on its last line."""
        names = _run(["npm", "pack", "--silent", package], folder).split()
        if not names or not (folder / names[-1]).is_file():
            raise NotBroughtError(f"npm pack {package}: no tarball")
        return folder / names[-1]

    def member(self, archive: Path, name: str) -> bytes:
        """A file of the tarball."""
        try:
            with tarfile.open(archive) as tar:
                data = _read(tar, tar.getmember(name))
        except (KeyError, tarfile.TarError, EOFError, OSError) as error:
            raise NotBroughtError(f"{archive.name}: {error}") from error
        if data is None:
            raise NotBroughtError(f"{archive.name}: {name} is no file")
        return data


class Apt:
    """Debian's apt: `apt-get download` needs no root; `dpkg-deb` opens what it brings."""

    def available(self) -> bool:
        """Whether apt-get and dpkg-deb are there."""
        return all(shutil.which(tool) for tool in ("apt-get", "dpkg-deb"))

    def bring(self, package: str, folder: Path) -> Path:
        """Download a package of the machine's own release."""
        _run(["apt-get", "download", package], folder)
        found = sorted(folder.glob(f"{package}_*.deb"))
        if not found:
            raise NotBroughtError(f"apt-get download {package}: no package file")
        return found[-1]

    def member(self, archive: Path, name: str) -> bytes:
        """A file of the package, read off the stream that dpkg-deb unpacks it to."""
        with subprocess.Popen(
            ["dpkg-deb", "--fsys-tarfile", archive], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as unpacking:
            try:
                with tarfile.open(fileobj=unpacking.stdout, mode="r|") as tar:
                    data = next((_read(tar, one) for one in tar if one.name == f"./{name}"), None)
            except (tarfile.TarError, EOFError, OSError) as error:
                raise NotBroughtError(f"{archive.name}: {error}") from error
            finally:
                unpacking.kill()
        if data is None:
            raise NotBroughtError(f"{archive.name}: no {name} in it")
        return data


CLIENTS: dict[ClientName, Client] = {"npm": Npm(), "apt": Apt()}


def _read(tar: tarfile.TarFile, one: tarfile.TarInfo) -> bytes | None:
    file = tar.extractfile(one)
    return file.read() if file else None


def _run(command: list[str], folder: Path) -> str:
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, check=False, timeout=PATIENCE_SECONDS, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotBroughtError(f"{command[0]}: {error}") from error
    if done.returncode:
        raise NotBroughtError(f"{' '.join(command)}: {_last_line(done.stderr or done.stdout)}")
    return done.stdout.decode("utf-8", "replace")


def _last_line(output: bytes) -> str:
    """What a failing client says, in one line: its last one, or the last that names an error."""
    lines = [line.strip() for line in output.decode("utf-8", "replace").splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith(("E:", "npm error", "npm ERR!"))]
    return (errors or lines or ["no reason given"])[-1][:200]
