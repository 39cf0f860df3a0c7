"""The door to cryptography (an extra, `[sign]`): Ed25519 over bytes. Imported where a key is used, and nowhere else.

Keys are PEM, a signature is its 64 bytes, so that others can check it without this program:
`openssl pkeyutl -verify -rawin -pubin -inkey public-key.pem -in manifest.json -sigfile manifest.json.sig`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

# What is no key, one behind a password, one of a kind that the library does not know.
_NO_KEY = (ValueError, TypeError, UnsupportedAlgorithm)


class NotAKey(Exception):
    """Why bytes are not the key that is asked for, for people."""


def new_key() -> bytes:
    """A private key that nobody else has."""
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def public_of(private: bytes) -> bytes:
    """The public key that belongs to `private`. Raises NotAKey, as everything here that takes a key."""
    return _private(private).public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def signature(private: bytes, data: bytes) -> bytes:
    """The same key and `data` make the same 64 bytes."""
    return _private(private).sign(data)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """What signatures are checked with. `mark` is what people compare on the telephone or on paper: «1a2b 3c4d …»,
    half of a SHA-256 of the key itself."""

    pem: bytes
    mark: str

    @classmethod
    def of(cls, pem: bytes) -> PublicKey:
        """Raises NotAKey."""
        digest = hashlib.sha256(_public(pem).public_bytes_raw()).hexdigest()
        return cls(pem=pem, mark=" ".join(digest[i : i + 4] for i in range(0, 32, 4)))

    def has_signed(self, data: bytes, signature: bytes) -> bool:
        """Whether `signature` over `data` is of whoever has the other half."""
        try:
            _public(self.pem).verify(signature, data)
        except InvalidSignature:
            return False
        return True

    def is_same(self, pem: bytes) -> bool:
        """Whether `pem`, which may be anything, is this key."""
        try:
            return PublicKey.of(pem).mark == self.mark
        except NotAKey:
            return False


def _private(pem: bytes) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(pem, password=None)
    except _NO_KEY:
        key = None
    if isinstance(key, Ed25519PrivateKey):
        return key
    raise NotAKey("không phải khoá bí mật do lệnh sign-key tạo; tạo khoá mới: build.py sign-key TỆP")


def _public(pem: bytes) -> Ed25519PublicKey:
    if b"PRIVATE KEY" in pem:
        raise NotAKey("đó là khoá bí mật, không đưa cho ai; để soát thì dùng khoá công khai (tệp …-cong-khai.pem)")
    try:
        key = load_pem_public_key(pem)
    except _NO_KEY:
        key = None
    if isinstance(key, Ed25519PublicKey):
        return key
    raise NotAKey("không phải khoá công khai của bảng tin; hỏi lại phường để lấy tệp …-cong-khai.pem")
