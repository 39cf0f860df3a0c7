"""`sign-key` and `--sign`: the two files of a key, where the secret one may lie, and what a signed site has besides."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin.addresses import MANIFEST_JSON, MANIFEST_SIGNATURE, PUBLIC_KEY, file_of
from bulletin.arguments import MISUSE, Misused
from bulletin.disk import asset_bytes
from bulletin.model.kept import Kept
from bulletin.model.views.page import Files
from bulletin.report import refused, say

if TYPE_CHECKING:
    from bulletin.signing import PublicKey

_MISSING = (
    "Máy này chưa có phần ký (thư viện cryptography): gõ .ci/setup requirements-sign.txt, hoặc pip install "
    "cryptography, rồi chạy lại."
)


def make(args: argparse.Namespace) -> int:
    """A new pair: the secret file that is named, and the public one beside it. Nothing is written over. The exit
    code."""
    secret = args.file
    public = secret.with_name(f"{secret.stem}-cong-khai.pem")
    _ask_where(secret, args)
    if repository := next((p for p in secret.resolve().parents if (p / ".git").exists()), None):
        raise Misused(f"{secret}: nằm trong kho git {repository}, dễ bị đăng lên cùng kho; để khoá ở thư mục khác.")
    if there := next((path for path in (secret, public) if path.exists() or path.is_symlink()), None):
        say(f"Đã có {there.as_posix()}; không ghi đè. Chọn tên khác.")
        return MISUSE
    _ask_library()
    from bulletin import signing

    key = signing.new_key()
    _create(secret, key, 0o600)
    _create(public, shared := signing.public_of(key), 0o644)
    print(
        f"Khoá bí mật: {secret.as_posix()}. Ai có tệp này thì ký thay phường được: không gửi cho ai, chép một bản cất."
    )
    print(f"Khoá công khai: {public.as_posix()}. Đưa cho mọi người để soát bản chép.")
    print(f"Dấu khoá: {signing.PublicKey.of(shared).mark}. Niêm yết dấu này ở trụ sở để người dân đối chiếu.")
    return 0


def _create(path: Path, data: bytes, mode: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "wb") as file:
        file.write(data)


def secret_of(args: argparse.Namespace) -> bytes:
    """The secret key of `--sign`; b"" where none is given. Raises Misused."""
    path: Path | None = args.sign
    if path is None:
        return b""
    _ask_where(path, args)
    data = _read(path)
    _ask_library()
    from bulletin import signing

    try:
        signing.public_of(data)
    except signing.NotAKey as why:
        raise Misused(f"{path}: {why}.") from None
    if os.name == "posix" and path.stat().st_mode & 0o077:
        say(f"nhắc: người khác trên máy này đọc được khoá bí mật; gõ: chmod 600 {path}")
    return data


def public_of(path: Path) -> PublicKey:
    """The public key of `--key`. Raises Misused."""
    data = _read(path)
    _ask_library()
    from bulletin import signing

    try:
        return signing.PublicKey.of(data)
    except signing.NotAKey as why:
        raise Misused(f"{path}: {why}.") from None


def signed(secret: bytes, files: Files) -> Files:
    """`files` with the signature over their manifest, and the public key; as they are where there is no `secret`."""
    if not secret:
        return files
    from bulletin import signing

    listed = files[file_of(MANIFEST_JSON)]
    data = listed if isinstance(listed, bytes) else listed.read() if isinstance(listed, Kept) else asset_bytes(listed)
    beside = {MANIFEST_SIGNATURE: signing.signature(secret, data), PUBLIC_KEY: signing.public_of(secret)}
    return {**files, **{file_of(url): made for url, made in beside.items()}}


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Misused(refused(error)) from None


def _ask_library() -> None:
    try:
        from bulletin import signing  # noqa: F401 - only whether it can be had
    except ImportError:
        raise Misused(_MISSING) from None


def _ask_where(secret: Path, args: argparse.Namespace) -> None:
    """Misused where the secret key would go out with the site."""
    places = {*secret.absolute().parents, *secret.resolve().parents}
    folder: Path
    for folder in (args.content, args.templates, getattr(args, "output", Path("output"))):
        if folder.absolute() in places or folder.resolve() in places:
            raise Misused(f"{secret}: nằm trong {folder}/, nơi chứa những gì được đăng — để khoá ở thư mục khác.")
