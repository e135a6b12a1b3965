"""The library that is laid under the server, and the hand on its switches."""

import mmap
import pathlib
import shutil
import struct
import subprocess

_SOURCE = pathlib.Path(__file__).with_name("faults.c")
# As `struct control` in faults.c.
_FIELDS = {"write_error": 0, "read_error": 4, "sync_error": 8, "one_in": 12, "sync_delay_ms": 16, "failed": 20}
_CLOCKS = {"wall_ms": 24, "monotonic_ms": 32}


def compiler():
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


def build(folder):
    """Returns the library's path."""
    library = pathlib.Path(folder, "faults.so")
    command = [compiler(), "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", library, _SOURCE, "-ldl", "-lpthread"]
    subprocess.run(command, check=True)
    return library


class Faults:
    """Switches for one server's files and clocks; they act at once. Without a server they do nothing."""

    def __init__(self, library, folder, beside, with_journal=False):
        """
        - folder: whose files are at fault.
        - beside: a folder for the control page and the journal.
        """
        page = pathlib.Path(beside, "control")
        page.write_bytes(bytes(64))
        with open(page, "r+b") as file:
            self._page = mmap.mmap(file.fileno(), 64)
        self.journal = pathlib.Path(beside, "journal") if with_journal else None
        self.environment = {
            "LD_PRELOAD": str(library), "TORTURE_FAULT_CONTROL": str(page), "TORTURE_FAULT_FOLDER": f"{folder}/",
        }
        if self.journal:
            self.environment["TORTURE_FAULT_JOURNAL"] = str(self.journal)

    def set(self, **values):
        for name, value in values.items():
            if name in _CLOCKS:
                struct.pack_into("<q", self._page, _CLOCKS[name], value)
            else:
                struct.pack_into("<i", self._page, _FIELDS[name], value)

    def get(self, name):
        if name in _CLOCKS:
            return struct.unpack_from("<q", self._page, _CLOCKS[name])[0]
        return struct.unpack_from("<i", self._page, _FIELDS[name])[0]

    def end(self):
        """All is well again with the disk; the clocks stay where they are."""
        self.set(write_error=0, read_error=0, sync_error=0, one_in=0, sync_delay_ms=0)
