"""Fetched pages kept as a web archive: each answer as it came, in a record of its own."""

from __future__ import annotations

import gzip
import io
import os
import shutil
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from reportedly.model.errors import ReportedlyError
from reportedly.read.exchange import NO_HEADERS, Answer
from reportedly.read.source import Source
from reportedly.read.warc import is_whole

PACKED = ".warc.gz"
ENDINGS = (".warc", PACKED)
CONDITIONS = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}  # RFC 9110, 13.1
REMADE = ("transfer-encoding", "content-encoding", "content-length", "connection")  # no longer so in an archive
KEPT_AS = "X-Crawl-"  # the prefix under which public archives keep what a server said of them


class ArchiveError(ReportedlyError):
    """An archive that pages cannot be added to."""


class Archive:
    """A web archive that answers are added to, as a context.

    It is written beside its place and put there at the end, also when an error or Ctrl-C ends the run: with every
    answer that was added by then, whole, after all that it held before. Without one it stays as it was.
    Raises `ArchiveError` when it cannot be read or written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._part = path.with_name(f".{path.name}.{os.getpid()}.part")
        self._added = 0
        self._conditions = _conditions(path) if path.exists() else {}

    def conditions(self, url: str) -> Mapping[str, str]:
        """The headers that ask a server for a page only if it has changed since the newest capture held of it."""
        return self._conditions.get(url, NO_HEADERS)

    def __enter__(self) -> Self:
        try:
            with self._part.open("wb") as part:  # one of this number that was killed may have left its own behind
                if self._path.exists():
                    with self._path.open("rb") as before:
                        shutil.copyfileobj(before, part)
        except OSError as fault:
            self._part.unlink(missing_ok=True)
            raise self._unwritten(fault) from fault
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        try:
            if self._added:
                with self._part.open("rb") as part:
                    os.fsync(part.fileno())
                self._part.replace(self._path)
        except OSError as wrong:
            raise self._unwritten(wrong) from wrong
        finally:
            self._part.unlink(missing_ok=True)

    def add(self, answer: Answer, moment: datetime | None = None) -> None:
        """Keep an answer, dated `moment`, else now."""
        record = _record(answer, moment or datetime.now(UTC))
        before = self._part.stat().st_size
        try:
            with self._part.open("ab") as part:
                part.write(gzip.compress(record, mtime=0) if self._path.name.endswith(PACKED) else record)
        except OSError as fault:
            os.truncate(self._part, before)  # no half of an answer stays: the disk may be full
            raise self._unwritten(fault) from fault
        self._added += 1

    def _unwritten(self, fault: OSError) -> ArchiveError:
        return ArchiveError(f"{self._path}: cannot be written ({fault.strerror}); name another file with -o")


def _conditions(path: Path) -> dict[str, dict[str, str]]:
    """By address, the headers of a conditional GET; later records win."""
    found: dict[str, dict[str, str]] = {}
    last, records = 0, 0
    try:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream):
                last, records = record.stream_pos, records + 1
                url = record.headers.get("WARC-Target-URI")
                if record.record_type == WarcRecordType.response and record.is_http and url:
                    said = {asked: record.http_headers.get(name) for name, asked in CONDITIONS.items()}
                    found[url] = {asked: value for asked, value in said.items() if value and _sendable(value)}
        whole = records > 0 and is_whole(Source.file(path, path.name), last)
    except Exception as fault:  # the reader raises what its stream and its decoders raise
        raise ArchiveError(f"{path}: cannot be added to ({fault}); name another file with -o") from fault
    if not whole:
        raise ArchiveError(f"{path}: is no whole web archive, and cannot be added to; name another file with -o")
    return found


def _sendable(value: str) -> bool:
    return value.isascii() and value.isprintable()


def _record(answer: Answer, moment: datetime) -> bytes:
    """One WARC 1.1 record; what the transfer did to the body is undone and its headers renamed, as archives do."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    record.headers["WARC-Target-URI"] = answer.url
    record.headers["WARC-IP-Address"] = answer.address
    record.headers["WARC-Date"] = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = "application/http; msgtype=response"
    lines = [f"HTTP/1.1 {answer.status} {answer.reason}"]
    lines += [f"{KEPT_AS * (name.lower() in REMADE)}{name}: {value}" for name, value in answer.headers]
    lines += [f"Content-Length: {len(answer.body)}", "", ""]
    record.set_bytes_content("\r\n".join(lines).encode("latin-1", "replace") + answer.body)
    written = io.BytesIO()
    record.write(written, checksum_data=True)
    return written.getvalue()
