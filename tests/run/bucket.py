"""An object store that speaks S3 (moto's), on the loopback address; it keeps all in memory."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager

import boto3
from moto.server import ThreadedMotoServer

KEYS = {"AWS_ACCESS_KEY_ID": "nobody", "AWS_SECRET_ACCESS_KEY": "nothing", "AWS_DEFAULT_REGION": "us-east-1"}
BUCKETS = ("news", "work")


class Held(MutableMapping[str, bytes]):
    """What a store holds, by `/bucket/key`."""

    def __init__(self, address: str) -> None:
        self._client = boto3.client(
            "s3",
            endpoint_url=address,
            aws_access_key_id=KEYS["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=KEYS["AWS_SECRET_ACCESS_KEY"],
            region_name=KEYS["AWS_DEFAULT_REGION"],
        )
        for bucket in BUCKETS:
            self._client.create_bucket(Bucket=bucket)

    def __getitem__(self, place: str) -> bytes:
        content: bytes = self._client.get_object(**_named(place))["Body"].read()
        return content

    def __setitem__(self, place: str, content: bytes) -> None:
        self._client.put_object(Body=content, **_named(place))

    def __delitem__(self, place: str) -> None:
        self._client.delete_object(**_named(place))

    def __iter__(self) -> Iterator[str]:
        pages = self._client.get_paginator("list_objects_v2")
        for bucket in BUCKETS:
            for page in pages.paginate(Bucket=bucket):
                yield from (f"/{bucket}/{held['Key']}" for held in page.get("Contents", ()))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _named(place: str) -> dict[str, str]:
    bucket, _, key = place.removeprefix("/").partition("/")
    return {"Bucket": bucket, "Key": key}


@contextmanager
def bucket() -> Iterator[tuple[dict[str, str], MutableMapping[str, bytes]]]:
    """What the environment must say for `s3://…` to mean this store, and what it holds."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    address = "http://{}:{}".format(*server.get_host_and_port())
    try:
        yield {**KEYS, "AWS_ENDPOINT_URL": address}, Held(address)
        urllib.request.urlopen(f"{address}/moto-api/reset", data=b"").close()  # noqa: S310 - our own server
    finally:
        server.stop()
