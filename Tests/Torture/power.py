"""What a disk holds after the power went: all that was synced, and of the rest any part, in any order.

Made of a copy of the folder as it was and the journal of writes and syncs that `faults.c` kept.
"""

import pathlib
import shutil
import struct

_WRITE, _TRUNCATE, _SYNC_BEGINS, _SYNCED, _SYNC_FAILED = 1, 2, 3, 4, 5
_RECORD = struct.Struct("<IIQQ")
_SECTOR = 512


class _File:
    def __init__(self, content, dice):
        self.durable = bytearray(content)
        self.dice = dice
        # Writes and truncations that no sync has made sure of, in their order.
        self.waiting = []
        self.syncs = []

    def begin_sync(self):
        self.syncs.append(len(self.waiting))

    def end_sync(self, is_done):
        count = self.syncs.pop(0)
        covered, self.waiting = self.waiting[:count], self.waiting[count:]
        self.syncs = [max(0, other - count) for other in self.syncs]
        # After one that failed the system takes all for written: what did not reach the disk now never will.
        self._reach_the_disk(covered, 1.0 if is_done else self._share())

    def cut(self):
        self._reach_the_disk(self.waiting, self._share())

    def _share(self):
        """Now and then everything, or nothing, gets through."""
        return self.dice.choice([0.0, 0.2, 0.5, 0.8, 1.0])

    def _reach_the_disk(self, changes, share):
        for kind, offset, data in changes:
            if share < 1 and self.dice.random() >= share and kind == _WRITE:
                is_torn = self.dice.random() < 0.2
                data = data[: self.dice.randrange(0, len(data) + 1, _SECTOR)] if is_torn else b""
            if kind == _TRUNCATE or data:
                _apply(self.durable, kind, offset, data)


def _apply(content, kind, offset, data):
    if kind == _TRUNCATE and offset <= len(content):
        del content[offset:]
        return
    end = offset + len(data)
    if end > len(content):
        content.extend(bytes(end - len(content)))
    content[offset:end] = data


def _records(journal):
    bytes_ = pathlib.Path(journal).read_bytes()
    place = 0
    while place + _RECORD.size <= len(bytes_):
        kind, path_length, offset, length = _RECORD.unpack_from(bytes_, place)
        place += _RECORD.size
        data_length = length if kind == _WRITE else 0
        if place + path_length + data_length > len(bytes_):
            break
        path = bytes_[place : place + path_length].decode()
        place += path_length
        yield kind, path, offset, bytes_[place : place + data_length]
        place += data_length


def cut(folder, before, journal, dice):
    """Leaves in `folder` what a disk could hold now that the server on it is dead; empties the journal.

    - before: a copy of the folder from before the server started.
    """
    folder, before = pathlib.Path(folder), pathlib.Path(before)
    files = {}
    for kind, path, offset, data in _records(journal):
        if pathlib.Path(path).is_dir():
            continue
        if path not in files:
            earlier = before / pathlib.Path(path).relative_to(folder)
            files[path] = _File(earlier.read_bytes() if earlier.exists() else b"", dice)
        file = files[path]
        if kind in (_WRITE, _TRUNCATE):
            file.waiting.append((kind, offset, data))
        elif kind == _SYNC_BEGINS:
            file.begin_sync()
        else:
            file.end_sync(kind == _SYNCED)
    for path, file in files.items():
        # A name that is gone was unlinked; names are taken to be safe at once.
        if pathlib.Path(path).exists():
            file.cut()
            pathlib.Path(path).write_bytes(file.durable)
    for shared in folder.rglob("*-shm"):
        shared.unlink()
    pathlib.Path(journal).unlink(missing_ok=True)


def copy(folder, to):
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(folder, to, ignore=lambda _, names: [name for name in names if name.endswith(".sock")])
