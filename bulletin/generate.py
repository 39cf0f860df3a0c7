"""What is made from the code and kept in the repository: schemas, snippets, the tables of the guide, servers' rules.

A test compares them with the code; `build.py generate` writes them again.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from bulletin import knowledge
from bulletin.check.keys.all import FILES, SCHEMAS, json_schema, rows_of_keys
from bulletin.check.keys.front_matter import NoticeFront
from bulletin.model.problem import CODES
from bulletin.plan.site_wide.http_headers import for_caddy, for_nginx
from bulletin.plan.site_wide.offline import REMOVAL

GUIDE, SERVERS = "docs/huong-dan-bien-tap.md", "docs/may-chu.md"
# The guide's tables of keys, by their marks.
_KEYS = {"khoa": "notice", "khoa-dot": "campaign", "khoa-ngay": "own days"}
_SLOT = re.compile(r"\{(\w+)\}")
# Slots that hold a whole piece of advice.
_SPECIFIC = {
    "near": "có phải «…» không? (chương trình gợi ý tên gần nhất)",
    "right": "ghi ngày đúng của năm ấy, như lời báo nêu",
    "fault": "chưa ghi khi nào, hoặc ghi bằng nhiều cách",
    "misfit": "trừ một ngày vốn không có việc ấy, hoặc có «except» mà không có «every»",
    "cure": "làm như lời báo nêu ngay sau lý do",
    "advice": "làm như lời báo nêu",
}


def generated(root: Path) -> dict[str, str]:
    """Path from the root → text of every generated file; documents keep all that is not between their marks."""
    files = {f"schema/front-matter/{name}.schema.json": _json(json_schema(name)) for name in SCHEMAS}
    files[".vscode/thong-bao.code-snippets"] = _json(_snippets())
    tables = {mark: _keys(name) for mark, name in _KEYS.items()}
    parts = {
        GUIDE: {**tables, "hinh-thuc": _forms(), "nhay-cam": _sensitive(), "loi": _codes()},
        SERVERS: {
            "nginx": _block("nginx", for_nginx()),
            "caddy": _block("caddyfile", for_caddy()),
            "go-bo": _block("js", REMOVAL),
        },
    }
    for path in filter(lambda path: (root / path).exists(), parts):
        text = (root / path).read_text(encoding="utf-8")
        for name, part in parts[path].items():
            mark = f"<!-- {name}: sinh từ mã, đừng sửa tay -->"
            begin, end = text.index(mark) + len(mark), text.index(f"<!-- hết {name} -->")
            text = f"{text[:begin]}\n\n{part}\n{text[end:]}"
        files[path] = text
    return files


def _block(language: str, text: str) -> str:
    return f"```{language}\n{text}```\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _snippets() -> dict[str, object]:
    """Completion of keys in Markdown, where no YAML schema reaches: VS Code's YAML extension reads no front matter."""
    return {
        f"Thông báo: {key}": {
            "scope": "markdown",
            "prefix": key,
            "body": f"{key}: $0",
            "description": field.description,
        }
        for key, field in NoticeFront.model_fields.items()
    }


def _keys(name: str) -> str:
    rows = ["| Khoá | Nghĩa | Bắt buộc |", "|---|---|---|"]
    for path, description, must in rows_of_keys(FILES[name]):
        rows.append(f"| {' → '.join(f'`{part}`' for part in path)} | {description} | {'có' if must else ''} |")
    return "\n".join(rows) + "\n"


def _forms() -> str:
    rows = ["| Hình thức | Cũng viết được | Loại |", "|---|---|---|"]
    for form in knowledge.load().forms:
        kind = "cổ động trực quan" if form.visual else "thông tin cơ sở (Nghị định 49/2024/NĐ-CP)"
        rows.append(f"| {form.name} | {', '.join((*form.also, form.id))} | {kind} |")
    return "\n".join(rows) + "\n"


_ACTIONS = {"block": "không được đăng", "warn": "xem lại", "ask": "hỏi người có thẩm quyền"}


def _sensitive() -> str:
    rows = ["| Điều gì | Máy làm gì | Bạn làm gì |", "|---|---|---|"]
    for kind in knowledge.load().sensitive:
        name = kind.name[0].upper() + kind.name[1:]
        rows.append(f"| {name} | {_ACTIONS[kind.action]} | {kind.cure} |")
    return "\n".join(rows) + "\n"


def _codes() -> str:
    rows = ["| Mã | Sai gì | Làm gì |", "|---|---|---|"]
    for name, code in CODES.items():
        kind = " (nhắc nhở, vẫn dựng)" if code.severity == "warning" else ""
        rows.append(f"| `{name}` | {_plain(code.says)}{kind} | {_plain(code.do)} |")
    return "\n".join(rows) + "\n"


def _plain(sentence: str) -> str:
    """Slots as «…», table signs escaped."""
    said = _SLOT.sub(lambda m: _SPECIFIC.get(m[1], "…"), sentence)
    return said.replace("|", "\\|")
