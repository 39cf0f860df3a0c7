"""The workflows are read as GitHub and GitLab read them, and their commands are run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

GITHUB = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
BAD = "---\ntitle: Một việc\ndate: 31/4/2022\npublish: public\n---\n\nNội dung.\n"


def github() -> dict[str, Any]:
    return yaml.load((ROOT / ".github/workflows/site.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # type: ignore[no-any-return]


def gitlab() -> dict[str, Any]:
    return yaml.load((ROOT / ".gitlab-ci.yml").read_text("utf-8"), Loader=yaml.BaseLoader)  # type: ignore[no-any-return]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a commit would hold, beside the environment that is already there."""
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    for name in filter(None, names.decode().split("\0")):
        if (ROOT / name).is_file():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    return tmp_path


def run(command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    # These tests may themselves run under make, which tells its children so.
    env = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(["bash", "-e", "-c", command], cwd=cwd, env=env, capture_output=True, text=True, check=False)


def test_github_rebuilds_on_every_commit_and_just_after_midnight_in_viet_nam() -> None:
    on = github()["on"]
    assert {"push", "pull_request", "schedule"} <= on.keys()
    minute, hour, *rest = on["schedule"][0]["cron"].split()
    assert ((int(hour) + 7) % 24, int(minute), rest) == (0, 5, ["*", "*", "*"])


def test_github_may_read_only_and_every_action_is_pinned() -> None:
    for path in GITHUB:
        workflow = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        assert workflow["permissions"] == {"contents": "read"}
        for job in workflow["jobs"].values():
            assert "permissions" not in job
            for step in job["steps"]:
                if "uses" in step:
                    assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])


def test_github_commands_build_the_artifact(checkout: Path) -> None:
    steps = github()["jobs"]["site"]["steps"]
    for step in steps:
        if "run" in step:
            done = run(step["run"], checkout)
            assert done.returncode == 0, done.stderr
    upload = next(s["with"] for s in steps if "upload-artifact" in s.get("uses", ""))
    assert upload["include-hidden-files"] == "true"  # else .well-known/security.txt would be left behind
    assert (checkout / upload["path"] / "thong-bao/2022/75-tb-du/index.html").is_file()


def test_github_annotates_the_line_of_a_mistake(checkout: Path) -> None:
    (checkout / "content/notices/2022/hong.md").write_text(BAD, encoding="utf-8")
    command = next(s["run"] for s in github()["jobs"]["site"]["steps"] if "github" in s.get("run", ""))
    done = run(command, checkout)
    assert done.returncode != 0
    assert (
        "::error file=content/notices/2022/hong.md,line=3,col=7,title=date-impossible::không có ngày 31/4/2022"
        in done.stdout
    )


def test_gitlab_commands_build_the_artifact_and_the_report(checkout: Path) -> None:
    job = gitlab()["site"]
    for command in job["script"]:
        done = run(command, checkout)
        assert done.returncode == 0, done.stderr
    assert (checkout / job["artifacts"]["paths"][0] / "index.html").is_file()
    assert json.loads((checkout / job["artifacts"]["reports"]["codequality"]).read_text("utf-8")) == []


def test_gitlab_reports_the_line_of_a_mistake(checkout: Path) -> None:
    (checkout / "content/notices/2022/hong.md").write_text(BAD, encoding="utf-8")
    job = gitlab()["site"]
    assert run(job["script"][0], checkout).returncode != 0
    (row,) = json.loads((checkout / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert row["location"] == {"path": "content/notices/2022/hong.md", "lines": {"begin": 3}}
    assert row["check_name"] == "date-impossible"


def test_both_run_the_tests_as_the_readme_does() -> None:
    assert [s["run"] for s in github()["jobs"]["test"]["steps"] if "run" in s] == [".ci/run"]
    assert gitlab()["test"]["script"] == [".ci/run"]
    assert (ROOT / ".ci/run").read_text("utf-8").rstrip().endswith('exec make "${1:-test}"')


def test_both_run_the_long_tests_every_night_and_at_no_commit() -> None:
    hub, lab = github()["jobs"]["test-long"], gitlab()["test-long"]
    assert [s["run"] for s in hub["steps"] if "run" in s] == lab["script"] == [".ci/run test-long"]
    assert hub["if"] == "github.event_name == 'schedule'"
    assert lab["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]


def test_what_make_runs_is_every_test_and_every_property_on_many_examples() -> None:
    """As make prints it, without running it."""
    usual, long = (run(f"make --dry-run {verb}", ROOT).stdout.splitlines()[-1] for verb in ("test", "test-long"))
    assert usual.endswith(".venv/bin/python -m pytest -n auto --dist worksteal")
    assert long.endswith("-m pytest -n auto --dist worksteal -m hypothesis --hypothesis-profile=long")


def test_both_run_the_tests_on_the_lowest_versions_that_are_declared() -> None:
    assert [s["run"] for s in github()["jobs"]["lowest"]["steps"] if "run" in s] == [".ci/lowest"]
    assert gitlab()["lowest"]["script"] == [".ci/lowest"]
    tests = re.findall(r"tests/[\w/.]+", (ROOT / ".ci/lowest").read_text("utf-8"))
    assert [path for path in tests if not (ROOT / path).exists()] == []
    locked = dict(
        re.findall(r"^([\w-]+)==([\d.]+)", (ROOT / "requirements-lowest.txt").read_text("utf-8"), re.MULTILINE)
    )
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    for line in declared:
        name, lowest = re.split(r"[><=,]+", line)[:2]
        assert re.fullmatch(rf"{re.escape(lowest)}(\.0)*", locked[name]), line


def test_make_alone_lists_the_verbs() -> None:
    done = run("make", ROOT)
    assert {"site", "test", "test-long", "serve", "check", "audit", "bench", "clean"} <= set(
        re.findall(r"^  make ([\w-]+) ", done.stdout, re.MULTILINE)
    )


# What `npm pack vnu-jar@…` would leave, of other bytes.
PACKS = """\
import sys, tarfile
folder = sys.argv[sys.argv.index("--pack-destination") + 1]
with tarfile.open(f"{folder}/{sys.argv[2].replace('@', '-')}.tgz", "w:gz") as package:
    package.add(__file__, "package/build/dist/vnu.jar")
"""


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ({}, "không có java. Trên Debian/Ubuntu: sudo apt install default-jre-headless"),
        ({"java": ""}, "không có npm. Trên Debian/Ubuntu: sudo apt install npm"),
        ({"java": "", "npm": "raise SystemExit(1)"}, "npm không lấy được vnu-jar@"),
        ({"java": "", "npm": PACKS}, "không đúng mã kiểm tra SHA-256"),
    ],
    ids=["no Java", "no npm", "no network", "another package"],
)
def test_vnu_says_in_one_line_what_is_missing(tmp_path: Path, there: dict[str, str], said: str) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy2(ROOT / ".ci/vnu", tmp_path / ".ci/vnu")
    (tmp_path / "bin").mkdir()
    for name in ("sh", "dirname", "id", "mkdir", "mktemp", "rm", "tar", "gzip", "mv", "sha256sum"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    for name, program in there.items():
        (tmp_path / "bin" / name).write_text(f"#!{sys.executable}\n{program}", encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    env = {"PATH": str(tmp_path / "bin")}
    done = subprocess.run([tmp_path / ".ci/vnu"], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Không soát được HTML: ")
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert list((tmp_path / ".boot").glob("*")) == []


# Stands in for Lighthouse: looks at the page as it does, and finds the notice slow.
LOOKS = """\
import gzip, json, re, sys
from urllib.request import Request, urlopen
answer = urlopen(Request(sys.argv[1], headers={"Accept-Encoding": "gzip"}))
page = gzip.decompress(answer.read()).decode()
assert f'<link rel="canonical" href="{sys.argv[1]}">' in page
assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'; ")
style = urlopen(re.search('http://[^/]+', sys.argv[1])[0] + re.search('href="(/static/style[^"]+)"', page)[1])
assert "immutable" in style.headers["Cache-Control"]
speed = 1 if sys.argv[1].endswith("/thong-bao/") else 0.94
parts = {part: {"score": 1, "auditRefs": []} for part in ("accessibility", "best-practices", "seo")}
parts["performance"] = {"score": speed, "auditRefs": [{"id": "speed-index", "weight": 10}, {"id": "color", "weight": 0}]}
row = {"id": "speed-index", "title": "Speed Index", "displayValue": "3 s", "score": speed}
print(json.dumps({"categories": parts, "audits": {"speed-index": row, "color": {**row, "score": 0}}}))
"""


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (
            [],
            1,
            [
                "/ 94 100 100 100",
                "/thong-bao/2022/75-tb-du/ 94 100 100 100",
                "Speed Index 3 s (speed-index, 0.94)",
                "CHƯA ĐẠT",
            ],
        ),
        (["/thong-bao/"], 0, ["/thong-bao/ 100 100 100 100", "95: đạt"]),
    ],
)
def test_an_audit_serves_the_site_as_a_host_and_tells_what_costs_points(
    checkout: Path, asked: list[str], code: int, said: list[str]
) -> None:
    version = re.search(r'VERSION = "(.*)"', (ROOT / ".ci/audit").read_text("utf-8"))
    assert version
    program = checkout / f".boot/lighthouse-{version[1]}/node_modules/.bin/lighthouse"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!{sys.executable}\n{LOOKS}", encoding="utf-8")
    program.chmod(0o755)
    done = run(f".venv/bin/python .ci/audit {' '.join(asked)}", checkout)
    assert done.returncode == code, done.stderr
    told = re.sub(" +", " ", done.stdout)
    assert [line for line in said if line not in told] == []
    assert ("color" in told, "Speed Index" in told) == (False, bool(code))


# --- what is fetched is what was looked at ------------------------------------------------------------------------


def test_gitlab_takes_its_image_by_its_digest() -> None:
    assert re.fullmatch(r"debian:[0-9.]+-slim@sha256:[0-9a-f]{64}", gitlab()["image"])


@pytest.mark.parametrize(
    "name",
    ["requirements.txt", "requirements-sign.txt", "requirements-dev.txt", "requirements-lowest.txt", ".ci/uv.txt"],
)
def test_every_package_has_a_version_and_hashes(name: str) -> None:
    packages = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8").strip())
    for package in packages:
        assert re.match(r"[a-z0-9-]+==[0-9][^\s]*( ; [^\\]+)? \\\n", package), package
        assert "--hash=sha256:" in package


def test_lighthouse_comes_with_all_that_it_needs_by_its_lock(checkout: Path) -> None:
    lock = json.loads((ROOT / ".ci/lighthouse/package-lock.json").read_text("utf-8"))
    version = re.search(r'VERSION = "(.*)"', (ROOT / ".ci/audit").read_text("utf-8"))
    assert version
    assert lock["packages"]["node_modules/lighthouse"]["version"] == version[1]
    assert [name for name, package in lock["packages"].items() if name and not package.get("integrity")] == []
    # npm stands in: what it is asked for, and what lies where it is to look.
    (checkout / "bin").mkdir()
    npm = checkout / "bin/npm"
    npm.write_text(
        f"#!{sys.executable}\nimport os, sys\nprint(sys.argv[1:], os.listdir(sys.argv[3]), file=sys.stderr)\nsys.exit(1)\n"
    )
    npm.chmod(0o755)
    done = run(f"PATH={checkout}/bin:$PATH .venv/bin/python .ci/audit /", checkout)
    assert done.returncode == 1
    assert "'ci'" in done.stderr
    assert "'--ignore-scripts'" in done.stderr
    assert "package-lock.json" in done.stderr


@pytest.mark.parametrize("verb", ["site", "zip"])
def test_a_site_is_signed_with_the_key_that_is_named(verb: str) -> None:
    plain, signed = (run(f"make --dry-run {verb} {key}", ROOT).stdout for key in ("", "SIGN='~/khoa.pem'"))
    assert (".ci/setup requirements.txt " in plain, "--sign" in plain) == (True, False)
    assert ".ci/setup requirements-sign.txt " in signed
    assert f'--sign "{Path.home()}/khoa.pem"' in signed


def test_a_uv_of_our_own_is_the_one_whose_hashes_are_written_down(tmp_path: Path) -> None:
    """Without uv, and where Python makes no environment: pip is asked for the hashed one, and for nothing else."""
    (tmp_path / ".ci").mkdir()
    for name in (".ci/setup", ".ci/uv.txt", "requirements.txt"):
        shutil.copy2(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for name in ("sh", "dirname", "cmp", "cat", "cut", "sed", "cp"):
        (tmp_path / "bin" / name).symlink_to(str(shutil.which(name)))
    python = tmp_path / "bin/python3"
    python.write_text(f'#!/bin/sh\n[ "$1" = -c ] && exec {sys.executable} "$@"\necho "$@" >> asked\nexit 1\n')
    python.chmod(0o755)
    env = {"PATH": str(tmp_path / "bin")}
    done = subprocess.run(
        [tmp_path / ".ci/setup", "requirements.txt"], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    *_, last = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert "-m pip install" in last
    assert "--require-hashes -r .ci/uv.txt" in last


def test_the_environment_of_another_checkout_is_used_as_it_is(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy2(ROOT / ".ci/setup", tmp_path / ".ci/setup")
    (tmp_path / "requirements.txt").write_text("another-package==1\n", encoding="utf-8")
    python = tmp_path / "theirs/bin/python"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (tmp_path / ".venv").symlink_to(tmp_path / "theirs")
    assert run(".ci/setup requirements.txt", tmp_path).returncode == 0
    assert python.exists()
    assert not (tmp_path / "theirs/requirements.txt").exists()
