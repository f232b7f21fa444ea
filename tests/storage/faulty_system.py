"""System calls that fail one after the other, and a careless program to compare with."""

import errno
import json
import os

from nttp_readiness.storage.documents import envelope

CODES = [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EINTR]
CALLS = ("open", "stat", "lstat", "write", "fchmod", "fsync", "close", "replace", "unlink")


class FailingCalls:
    """Lets system calls through and fails the k-th of them; `made` lists the names of all."""

    def __init__(self, monkeypatch, fail=0, code=errno.EIO):
        self.made, self.fail, self.code = [], fail, code
        for name in CALLS:
            monkeypatch.setattr(os, name, self._wrap(name, getattr(os, name)))

    def _wrap(self, name, real):
        def call(*arguments, **keywords):
            self.made.append(name)
            failing = len(self.made) == self.fail
            if failing and name != "close":  # a failing close has closed all the same
                raise OSError(self.code, os.strerror(self.code))
            result = real(*arguments, **keywords)
            if failing:
                raise OSError(self.code, os.strerror(self.code))
            return result

        return call


def write_naively(path, data):
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), "wb", 0) as file:
        os.write(file.fileno(), data)


def pack_naively(assessment, revision):
    """The bytes that a program without our care would write in place."""
    body = assessment.model_dump(mode="json")
    packed = json.loads(envelope.pack(body, document=assessment.id, revision=revision))
    return json.dumps(packed, indent=1).encode()
