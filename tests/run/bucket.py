"""An object store on the loopback address that speaks as much of S3 as is asked of it, and keeps all in memory."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

OWNER = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": "us-east-1"}
WHEN = "2026-01-02T03:04:05.000Z"


class _Asked(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    objects: dict[str, bytes]
    parts: dict[str, dict[int, bytes]]

    def do_GET(self) -> None:
        path, asked = self._asked()
        if "list-type" in asked:
            self._list(path.strip("/"), asked)
        elif path in self.objects:
            self._give(path, self.objects[path])
        else:
            self._answer(404, b"<Error><Code>NoSuchKey</Code><Message>nothing is there</Message></Error>")

    do_HEAD = do_GET  # noqa: N815 - what the server's base calls

    def do_PUT(self) -> None:
        path, asked = self._asked()
        content = self._sent()
        if "uploadId" in asked:
            self.parts[asked["uploadId"]][int(asked["partNumber"])] = content
        else:
            self.objects[path] = content
        self._answer(200, b"", ETag=_tag(content))

    def do_POST(self) -> None:
        path, asked = self._asked()
        content = self._sent()
        if "uploads" in asked:
            number = str(len(self.parts))
            self.parts[number] = {}
            self._answer(200, f"<R><UploadId>{number}</UploadId></R>".replace("R>", _UPLOAD).encode())
        elif "uploadId" in asked:
            held = self.parts.pop(asked["uploadId"])
            self.objects[path] = b"".join(held[number] for number in sorted(held))
            told = f"<CompleteMultipartUploadResult><ETag>{_tag(b'')}</ETag></CompleteMultipartUploadResult>"
            self._answer(200, told.encode())
        else:
            for key in re.findall(rb"<Key>(.*?)</Key>", content):
                self.objects.pop(f"{path.rstrip('/')}/{key.decode()}", None)
            self._answer(200, b"<DeleteResult></DeleteResult>")

    def do_DELETE(self) -> None:
        self.objects.pop(self._asked()[0], None)
        self._answer(204, b"")

    def _asked(self) -> tuple[str, dict[str, str]]:
        told = urlsplit(self.path)
        return unquote(told.path), {k: v[-1] for k, v in parse_qs(told.query, keep_blank_values=True).items()}

    def _sent(self) -> bytes:
        content = self.rfile.read(int(self.headers.get("content-length", 0)))
        return _unchunked(content) if "aws-chunked" in self.headers.get("content-encoding", "") else content

    def _give(self, path: str, content: bytes) -> None:
        tag, wanted = _tag(content), re.fullmatch(r"bytes=(\d*)-(\d*)", self.headers.get("range", ""))
        if not wanted:
            return self._answer(200, content, ETag=tag)
        size = len(content)
        start = int(wanted[1]) if wanted[1] else max(0, size - int(wanted[2]))
        end = min(size, int(wanted[2]) + 1) if wanted[1] and wanted[2] else size
        told = f"bytes {start}-{end - 1}/{size}"
        return self._answer(206, content[start:end], ETag=tag, **{"Content-Range": told})

    def _list(self, bucket: str, asked: dict[str, str]) -> None:
        prefix, delimiter = asked.get("prefix", ""), asked.get("delimiter", "")
        here = {path.removeprefix(f"/{bucket}/"): held for path, held in self.objects.items()}
        rows, folders = [], dict[str, None]()
        for key in sorted(key for key in here if key.startswith(prefix)):
            first, found, _ = key[len(prefix) :].partition(delimiter) if delimiter else ("", "", "")
            if found:
                folders[prefix + first + delimiter] = None
                continue
            rows.append(
                f"<Contents><Key>{escape(key)}</Key><LastModified>{WHEN}</LastModified><ETag>{_tag(here[key])}</ETag>"
                f"<Size>{len(here[key])}</Size><StorageClass>STANDARD</StorageClass></Contents>"
            )
        rows += [f"<CommonPrefixes><Prefix>{escape(name)}</Prefix></CommonPrefixes>" for name in folders]
        head = f"<Name>{bucket}</Name><Prefix>{escape(prefix)}</Prefix><KeyCount>{len(rows)}</KeyCount>"
        body = f"{head}<MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>{''.join(rows)}"
        self._answer(200, f"<ListBucketResult>{body}</ListBucketResult>".encode())

    def _answer(self, status: int, content: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Last-Modified": "Fri, 02 Jan 2026 03:04:05 GMT", **headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing is said of requests."""


_UPLOAD = "InitiateMultipartUploadResult>"


def _tag(content: bytes) -> str:
    return f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'


def _unchunked(content: bytes) -> bytes:
    """A body that was sent in pieces, each behind its length in hexadecimal digits."""
    made = b""
    while True:
        size, _, content = content.partition(b"\r\n")
        length = int(size.partition(b";")[0], 16)
        if not length:
            return made
        made, content = made + content[:length], content[length + 2 :]


@contextmanager
def bucket() -> Iterator[tuple[dict[str, str], dict[str, bytes]]]:
    """What the environment must say for `s3://…` to mean this store, and what it holds, by `/bucket/key`."""
    objects: dict[str, bytes] = {}
    asked = type("Asked", (_Asked,), {"objects": objects, "parts": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), asked)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield {**OWNER, "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.server_port}"}, objects
    finally:
        server.shutdown()
        server.server_close()
